// Generated from spec/b2b/sso.saml.yaml by `cargo xtask generate`. Do not edit.

//! Set up SAML connections to the identity providers of organizations.
//!
//! Create the connection, enter its `acs_url` and `audience_uri` at the identity provider, then
//! pass on what the provider states: with
//! [`sso().saml().update_by_url`](crate::sso::saml::Saml::update_by_url) if it publishes its
//! metadata, or piece by piece with
//! [`sso().saml().update_connection`](crate::sso::saml::Saml::update_connection), which also takes
//! the attribute mapping.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot, list};
use stytch_core::{Secret, Value};

use crate::sso::{
    SamlConnection, SamlConnectionImplicitRoleAssignment, SamlGroupImplicitRoleAssignment,
};
use crate::{CertificateId, ConnectionId, EncryptionPrivateKeyId, OrganizationId, sso};

#[cfg(feature = "client")]
use stytch_core::{AsMember, Call, Handle, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// The path of a method, from the part that is its own.
#[cfg(feature = "client")]
macro_rules! path {
    ($own:literal) => {
        concat!("/v1/b2b/sso/saml/{organization_id}", $own)
    };
}

/// `stytch.sso().saml()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Saml {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Saml {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Creates a SAML connection for an organization.
    ///
    /// The connection is pending at first. Its `acs_url` and `audience_uri` go to the identity
    /// provider; what the provider states in return goes into
    /// [`sso().saml().update_by_url`](crate::sso::saml::Saml::update_by_url) or
    /// [`sso().saml().update_connection`](crate::sso::saml::Saml::update_connection).
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `create` on `stytch.sso`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`too_many_sso_connections`](crate::ErrorType::TooManySsoConnections): The organization has as
    ///   many SSO connections as it may have.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::sso;
    /// use stytch_b2b::sso::saml;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization_id = "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11";
    /// let request = saml::CreateConnectionRequest::new(organization_id)
    ///     .display_name("Okta at Acme")
    ///     .identity_provider(sso::IdentityProvider::Okta);
    /// let created = stytch.sso().saml().create_connection(request).await?;
    /// if let Some(connection) = created.connection {
    ///     println!("ACS URL: {}", connection.acs_url);
    ///     println!("Audience: {}", connection.audience_uri);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/sso/saml/{organization_id}` ([reference](https://stytch.com/docs/b2b/api/create-saml-connection))
    pub fn create_connection(
        &self,
        request: CreateConnectionRequest,
    ) -> Call<CreateConnectionResponse, AsMember> {
        const OPERATION: Operation =
            Operation::new("sso.saml.create_connection", Verb::Post, path!(""));
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Changes a SAML connection, as a rule to enter what the identity provider states.
    ///
    /// The connection becomes active once it has `idp_sso_url`, `idp_entity_id`, `x509_certificate` and
    /// `attribute_mapping`. Fields that are left out keep their value.
    ///
    /// A connection holds five `verification_certificates` at most: when the provider has changed over
    /// to a new one, remove the old one with
    /// [`sso().saml().delete_verification_certificate`](crate::sso::saml::Saml::delete_verification_certificate).
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `update` on `stytch.sso`, and what
    /// some of the fields call for.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`saml_connection_not_found`](crate::ErrorType::SamlConnectionNotFound): No such SAML
    ///   connection in the organization.
    /// - [`invalid_x509_certificate`](crate::ErrorType::InvalidX509Certificate): The certificate is not
    ///   valid PEM text of an X.509 certificate.
    /// - [`too_many_sso_verification_certificates`](crate::ErrorType::TooManySsoVerificationCertificates):
    ///   The connection has five verification certificates, the most there can be; delete one first.
    /// - [`saml_connection_attribute_mapping_missing_groups_key`](crate::ErrorType::SamlConnectionAttributeMappingMissingGroupsKey):
    ///   Roles are assigned to groups, but `attribute_mapping` has no `groups` key to find them by.
    /// - [`saml_signing_private_key_format_not_supported`](crate::ErrorType::SamlSigningPrivateKeyFormatNotSupported):
    ///   The private key is not in PKCS#1 format, that is, it does not begin with
    ///   `-----BEGIN RSA PRIVATE KEY-----`.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::{json, sso};
    /// use stytch_b2b::sso::saml;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = saml::UpdateConnectionRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "saml-connection-test-c2e80d17-9f4a-4b35-86e1-5d0a7b9c3f48",
    /// )
    /// .attribute_mapping(json!({"email": "NameID", "full_name": "displayName"}));
    /// let updated = stytch.sso().saml().update_connection(request).await?;
    /// if updated.connection.is_some_and(|sso| sso.status == sso::ConnectionStatus::Active) {
    ///     println!("members can log in with it");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `PUT /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}` ([reference](https://stytch.com/docs/b2b/api/update-saml-connection))
    pub fn update_connection(
        &self,
        request: UpdateConnectionRequest,
    ) -> Call<UpdateConnectionResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "sso.saml.update_connection",
            Verb::Put,
            path!("/connections/{connection_id}"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("connection_id", request.connection_id.as_str())
            .object("attribute_mapping", &request.attribute_mapping)
            .json(&request)
            .into_call()
    }

    /// Changes a SAML connection to what the identity provider's metadata document says.
    ///
    /// That covers the provider's entity id, login address and certificate. For the connection to
    /// become active it also needs `attribute_mapping`, through
    /// [`sso().saml().update_connection`](crate::sso::saml::Saml::update_connection).
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `update` on `stytch.sso`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`saml_connection_not_found`](crate::ErrorType::SamlConnectionNotFound): No such SAML
    ///   connection in the organization.
    /// - [`invalid_saml_metadata_url`](crate::ErrorType::InvalidSamlMetadataUrl): Nothing usable is
    ///   found at the metadata address.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::sso::saml;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = saml::UpdateByUrlRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "saml-connection-test-c2e80d17-9f4a-4b35-86e1-5d0a7b9c3f48",
    ///     "https://acme.okta.com/app/exk1b2c3d4/sso/saml/metadata",
    /// );
    /// let updated = stytch.sso().saml().update_by_url(request).await?;
    /// if let Some(connection) = updated.connection {
    ///     println!("logins go to {}", connection.idp_sso_url);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `PUT /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/url`
    pub fn update_by_url(
        &self,
        request: UpdateByUrlRequest,
    ) -> Call<UpdateByUrlResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "sso.saml.update_by_url",
            Verb::Put,
            path!("/connections/{connection_id}/url"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("connection_id", request.connection_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Deletes a certificate that assertions of the identity provider are checked with.
    ///
    /// It makes room when the provider changes certificates, since a connection holds five at most. An
    /// active connection has to keep at least one.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `update` on `stytch.sso`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`sso_verification_key_not_found`](crate::ErrorType::SsoVerificationKeyNotFound): No such
    ///   verification certificate in the connection.
    /// - [`cannot_delete_last_sso_verification_key`](crate::ErrorType::CannotDeleteLastSsoVerificationKey):
    ///   An active connection needs at least one verification certificate.
    ///
    /// `DELETE /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/verification_certificates/{certificate_id}` ([reference](https://stytch.com/docs/b2b/api/delete-verification-certificate))
    pub fn delete_verification_certificate(
        &self,
        request: DeleteVerificationCertificateRequest,
    ) -> Call<DeleteVerificationCertificateResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "sso.saml.delete_verification_certificate",
            Verb::Delete,
            path!("/connections/{connection_id}/verification_certificates/{certificate_id}"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("connection_id", request.connection_id.as_str())
            .path("certificate_id", request.certificate_id.as_str())
            .into_call()
    }

    /// Deletes a key that assertions of the identity provider are decrypted with.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `update` on `stytch.sso`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`sso_encryption_private_key_not_found`](crate::ErrorType::SsoEncryptionPrivateKeyNotFound):
    ///   No such private key in the connection.
    ///
    /// `DELETE /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/encryption_private_keys/{private_key_id}` ([reference](https://stytch.com/docs/b2b/api/delete-encryption-private-key))
    pub fn delete_encryption_private_key(
        &self,
        request: DeleteEncryptionPrivateKeyRequest,
    ) -> Call<DeleteEncryptionPrivateKeyResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "sso.saml.delete_encryption_private_key",
            Verb::Delete,
            path!("/connections/{connection_id}/encryption_private_keys/{private_key_id}"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("connection_id", request.connection_id.as_str())
            .path("private_key_id", request.private_key_id.as_str())
            .into_call()
    }
}

/// What [`Saml::create_connection`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct CreateConnectionRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// Name of the connection, for the people who administer it.
    pub display_name: Option<String>,
    /// The product at the other end, so that its peculiarities can be taken care of; `generic` for any
    /// that is not listed.
    pub identity_provider: Option<sso::IdentityProvider>,
}

impl CreateConnectionRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            display_name: None,
            identity_provider: None,
        }
    }

    /// Name of the connection, for the people who administer it.
    #[must_use]
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// The product at the other end, so that its peculiarities can be taken care of; `generic` for any
    /// that is not listed.
    #[must_use]
    pub fn identity_provider(
        mut self,
        identity_provider: impl Into<sso::IdentityProvider>,
    ) -> Self {
        self.identity_provider = Some(identity_provider.into());
        self
    }
}

#[doc(hidden)]
impl Body for CreateConnectionRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("display_name", &self.display_name);
        fields.add("identity_provider", &self.identity_provider);
    }
}

stytch_core::sent!(CreateConnectionRequest);

/// What [`Saml::create_connection`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct CreateConnectionResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The connection as it is after the call.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub connection: Option<SamlConnection>,
}

#[doc(hidden)]
impl Object for CreateConnectionResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connection" => self.connection.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(CreateConnectionResponse);

/// What [`Saml::update_connection`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct UpdateConnectionRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The SSO connection that the call is about.
    pub connection_id: ConnectionId,
    /// Globally unique name of the identity provider, as the provider states it.
    pub idp_entity_id: Option<String>,
    /// Address of the identity provider to which login requests are sent; the provider states it.
    pub idp_sso_url: Option<String>,
    /// A second audience to accept in assertions, for taking over a SAML integration from elsewhere
    /// without downtime.
    pub alternative_audience_uri: Option<String>,
    /// Address to name as the assertion consumer service in login requests, for taking over a SAML
    /// integration from elsewhere without downtime. You have to forward what arrives there.
    pub alternative_acs_url: Option<String>,
    /// Format of the NameID to expect; `urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress` unless
    /// set.
    pub nameid_format: Option<String>,
    /// Whether logins that begin at the identity provider are refused; false, so that they are allowed,
    /// unless set.
    pub idp_initiated_auth_disabled: Option<bool>,
    /// Whether the identity provider's answer may come in through a gateway. The vendor explains
    /// nothing beyond the name: leave it alone unless told to set it.
    pub allow_gateway_callback: Option<bool>,
    /// Roles for everyone who logs in with the connection, as long as that session lasts.
    ///
    /// A member session needs `update.settings.implicit-roles` on `stytch.organization`.
    pub saml_connection_implicit_role_assignments:
        Option<Vec<SamlConnectionImplicitRoleAssignment>>,
    /// Roles for those who log in with the connection and belong to certain groups. Takes a `groups`
    /// key in the connection's `attribute_mapping`, and a provider that sends the groups.
    ///
    /// A member session needs `update.settings.implicit-roles` on `stytch.organization`.
    pub saml_group_implicit_role_assignments: Option<Vec<SamlGroupImplicitRoleAssignment>>,
    /// Name of the connection, for the people who administer it.
    pub display_name: Option<String>,
    /// Which attributes of an assertion describe the member: from the names used here to the provider's
    /// name for each. `email` is a must, and either `full_name` or both `first_name` and `last_name`;
    /// `groups` makes roles by group possible.
    pub attribute_mapping: Option<Value>,
    /// Certificate that the identity provider signs its assertions with, as PEM text.
    pub x509_certificate: Option<String>,
    /// The product at the other end, so that its peculiarities can be taken care of; `generic` for any
    /// that is not listed.
    pub identity_provider: Option<sso::IdentityProvider>,
    /// An RSA key of your own to sign login requests with, in PKCS#1 PEM format
    /// (`-----BEGIN RSA PRIVATE KEY-----`). A certificate is made from it and appears in
    /// `signing_certificates`.
    pub signing_private_key: Option<Secret>,
    /// An RSA key to decrypt assertions with, in PKCS#1 PEM format (`-----BEGIN RSA PRIVATE KEY-----`),
    /// for identity providers that encrypt them.
    pub saml_encryption_private_key: Option<Secret>,
}

impl UpdateConnectionRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        connection_id: impl Into<ConnectionId>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            connection_id: connection_id.into(),
            idp_entity_id: None,
            idp_sso_url: None,
            alternative_audience_uri: None,
            alternative_acs_url: None,
            nameid_format: None,
            idp_initiated_auth_disabled: None,
            allow_gateway_callback: None,
            saml_connection_implicit_role_assignments: None,
            saml_group_implicit_role_assignments: None,
            display_name: None,
            attribute_mapping: None,
            x509_certificate: None,
            identity_provider: None,
            signing_private_key: None,
            saml_encryption_private_key: None,
        }
    }

    /// Globally unique name of the identity provider, as the provider states it.
    #[must_use]
    pub fn idp_entity_id(mut self, idp_entity_id: impl Into<String>) -> Self {
        self.idp_entity_id = Some(idp_entity_id.into());
        self
    }

    /// Address of the identity provider to which login requests are sent; the provider states it.
    #[must_use]
    pub fn idp_sso_url(mut self, idp_sso_url: impl Into<String>) -> Self {
        self.idp_sso_url = Some(idp_sso_url.into());
        self
    }

    /// A second audience to accept in assertions, for taking over a SAML integration from elsewhere
    /// without downtime.
    #[must_use]
    pub fn alternative_audience_uri(mut self, alternative_audience_uri: impl Into<String>) -> Self {
        self.alternative_audience_uri = Some(alternative_audience_uri.into());
        self
    }

    /// Address to name as the assertion consumer service in login requests, for taking over a SAML
    /// integration from elsewhere without downtime.
    #[must_use]
    pub fn alternative_acs_url(mut self, alternative_acs_url: impl Into<String>) -> Self {
        self.alternative_acs_url = Some(alternative_acs_url.into());
        self
    }

    /// Format of the NameID to expect; `urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress` unless
    /// set.
    #[must_use]
    pub fn nameid_format(mut self, nameid_format: impl Into<String>) -> Self {
        self.nameid_format = Some(nameid_format.into());
        self
    }

    /// Whether logins that begin at the identity provider are refused; false, so that they are allowed,
    /// unless set.
    #[must_use]
    pub fn idp_initiated_auth_disabled(mut self, idp_initiated_auth_disabled: bool) -> Self {
        self.idp_initiated_auth_disabled = Some(idp_initiated_auth_disabled);
        self
    }

    /// Whether the identity provider's answer may come in through a gateway.
    #[must_use]
    pub fn allow_gateway_callback(mut self, allow_gateway_callback: bool) -> Self {
        self.allow_gateway_callback = Some(allow_gateway_callback);
        self
    }

    /// Roles for everyone who logs in with the connection, as long as that session lasts.
    #[must_use]
    pub fn saml_connection_implicit_role_assignments(
        mut self,
        saml_connection_implicit_role_assignments: impl IntoIterator<
            Item = SamlConnectionImplicitRoleAssignment,
        >,
    ) -> Self {
        self.saml_connection_implicit_role_assignments =
            Some(list(saml_connection_implicit_role_assignments));
        self
    }

    /// Roles for those who log in with the connection and belong to certain groups.
    #[must_use]
    pub fn saml_group_implicit_role_assignments(
        mut self,
        saml_group_implicit_role_assignments: impl IntoIterator<Item = SamlGroupImplicitRoleAssignment>,
    ) -> Self {
        self.saml_group_implicit_role_assignments =
            Some(list(saml_group_implicit_role_assignments));
        self
    }

    /// Name of the connection, for the people who administer it.
    #[must_use]
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// Which attributes of an assertion describe the member: from the names used here to the provider's
    /// name for each.
    #[must_use]
    pub fn attribute_mapping(mut self, attribute_mapping: impl Into<Value>) -> Self {
        self.attribute_mapping = Some(attribute_mapping.into());
        self
    }

    /// Certificate that the identity provider signs its assertions with, as PEM text.
    #[must_use]
    pub fn x509_certificate(mut self, x509_certificate: impl Into<String>) -> Self {
        self.x509_certificate = Some(x509_certificate.into());
        self
    }

    /// The product at the other end, so that its peculiarities can be taken care of; `generic` for any
    /// that is not listed.
    #[must_use]
    pub fn identity_provider(
        mut self,
        identity_provider: impl Into<sso::IdentityProvider>,
    ) -> Self {
        self.identity_provider = Some(identity_provider.into());
        self
    }

    /// An RSA key of your own to sign login requests with, in PKCS#1 PEM format
    /// (`-----BEGIN RSA PRIVATE KEY-----`).
    #[must_use]
    pub fn signing_private_key(mut self, signing_private_key: impl Into<Secret>) -> Self {
        self.signing_private_key = Some(signing_private_key.into());
        self
    }

    /// An RSA key to decrypt assertions with, in PKCS#1 PEM format (`-----BEGIN RSA PRIVATE KEY-----`),
    /// for identity providers that encrypt them.
    #[must_use]
    pub fn saml_encryption_private_key(
        mut self,
        saml_encryption_private_key: impl Into<Secret>,
    ) -> Self {
        self.saml_encryption_private_key = Some(saml_encryption_private_key.into());
        self
    }
}

#[doc(hidden)]
impl Body for UpdateConnectionRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("idp_entity_id", &self.idp_entity_id);
        fields.add("idp_sso_url", &self.idp_sso_url);
        fields.add("alternative_audience_uri", &self.alternative_audience_uri);
        fields.add("alternative_acs_url", &self.alternative_acs_url);
        fields.add("nameid_format", &self.nameid_format);
        fields.add(
            "idp_initiated_auth_disabled",
            &self.idp_initiated_auth_disabled,
        );
        fields.add("allow_gateway_callback", &self.allow_gateway_callback);
        fields.add(
            "saml_connection_implicit_role_assignments",
            &self.saml_connection_implicit_role_assignments,
        );
        fields.add(
            "saml_group_implicit_role_assignments",
            &self.saml_group_implicit_role_assignments,
        );
        fields.add("display_name", &self.display_name);
        fields.add("attribute_mapping", &self.attribute_mapping);
        fields.add("x509_certificate", &self.x509_certificate);
        fields.add("identity_provider", &self.identity_provider);
        fields.add("signing_private_key", &self.signing_private_key);
        fields.add(
            "saml_encryption_private_key",
            &self.saml_encryption_private_key,
        );
    }
}

stytch_core::sent!(UpdateConnectionRequest);

/// What [`Saml::update_connection`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct UpdateConnectionResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The connection as it is after the call.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub connection: Option<SamlConnection>,
}

#[doc(hidden)]
impl Object for UpdateConnectionResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connection" => self.connection.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(UpdateConnectionResponse);

/// What [`Saml::update_by_url`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct UpdateByUrlRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The SSO connection that the call is about.
    pub connection_id: ConnectionId,
    /// Address of the identity provider's metadata; the provider states it.
    pub metadata_url: String,
}

impl UpdateByUrlRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        connection_id: impl Into<ConnectionId>,
        metadata_url: impl Into<String>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            connection_id: connection_id.into(),
            metadata_url: metadata_url.into(),
        }
    }
}

#[doc(hidden)]
impl Body for UpdateByUrlRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("metadata_url", &self.metadata_url);
    }
}

stytch_core::sent!(UpdateByUrlRequest);

/// What [`Saml::update_by_url`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct UpdateByUrlResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The connection as it is after the call.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub connection: Option<SamlConnection>,
}

#[doc(hidden)]
impl Object for UpdateByUrlResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connection" => self.connection.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(UpdateByUrlResponse);

/// What [`Saml::delete_verification_certificate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteVerificationCertificateRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The SSO connection that the call is about.
    pub connection_id: ConnectionId,
    /// The certificate, one of the connection's `verification_certificates`.
    pub certificate_id: CertificateId,
}

impl DeleteVerificationCertificateRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        connection_id: impl Into<ConnectionId>,
        certificate_id: impl Into<CertificateId>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            connection_id: connection_id.into(),
            certificate_id: certificate_id.into(),
        }
    }
}

/// What [`Saml::delete_verification_certificate`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteVerificationCertificateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The certificate that is gone.
    pub certificate_id: CertificateId,
}

#[doc(hidden)]
impl Object for DeleteVerificationCertificateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "certificate_id" => self.certificate_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteVerificationCertificateResponse);

/// What [`Saml::delete_encryption_private_key`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteEncryptionPrivateKeyRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The SSO connection that the call is about.
    pub connection_id: ConnectionId,
    /// The key, one of the connection's `encryption_private_keys`.
    pub private_key_id: EncryptionPrivateKeyId,
}

impl DeleteEncryptionPrivateKeyRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        connection_id: impl Into<ConnectionId>,
        private_key_id: impl Into<EncryptionPrivateKeyId>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            connection_id: connection_id.into(),
            private_key_id: private_key_id.into(),
        }
    }
}

/// What [`Saml::delete_encryption_private_key`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteEncryptionPrivateKeyResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The key that is gone.
    pub private_key_id: EncryptionPrivateKeyId,
}

#[doc(hidden)]
impl Object for DeleteEncryptionPrivateKeyResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "private_key_id" => self.private_key_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteEncryptionPrivateKeyResponse);
