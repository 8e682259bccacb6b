// Generated from spec/b2b/sso.oidc.yaml by `cargo xtask generate`. Do not edit.

//! Set up OpenID Connect connections to the identity providers of organizations.
//!
//! Create the connection, enter its `redirect_url` at the identity provider, then pass what the
//! provider states to
//! [`sso().oidc().update_connection`](crate::sso::oidc::Oidc::update_connection). The connection
//! becomes active when nothing is missing.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Secret, Value};

use crate::sso::OidcConnection;
use crate::{ConnectionId, OrganizationId, sso};

#[cfg(feature = "client")]
use stytch_core::{AsMember, Call, Handle, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.sso().oidc()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Oidc {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Oidc {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Creates an OIDC connection for an organization.
    ///
    /// The connection is pending at first. Its `redirect_url` goes to the identity provider; what the
    /// provider gives out in return goes into
    /// [`sso().oidc().update_connection`](crate::sso::oidc::Oidc::update_connection).
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
    /// use stytch_b2b::sso::oidc;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization_id = "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11";
    /// let request = oidc::CreateConnectionRequest::new(organization_id)
    ///     .display_name("Okta at Acme")
    ///     .identity_provider(sso::IdentityProvider::Okta);
    /// let created = stytch.sso().oidc().create_connection(request).await?;
    /// if let Some(connection) = created.connection {
    ///     println!("enter {} at the identity provider", connection.redirect_url);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/sso/oidc/{organization_id}` ([reference](https://stytch.com/docs/b2b/api/create-oidc-connection))
    pub fn create_connection(
        &self,
        request: CreateConnectionRequest,
    ) -> Call<CreateConnectionResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "sso.oidc.create_connection",
            Verb::Post,
            "/v1/b2b/sso/oidc/{organization_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Changes an OIDC connection, as a rule to enter what the identity provider states.
    ///
    /// A new `issuer` makes the API look for the provider's metadata document, at
    /// `/.well-known/openid-configuration` below it, and take `authorization_url`, `token_url`,
    /// `userinfo_url` and `jwks_url` from there. Values in the request win over those found.
    /// `client_id` and `client_secret` do not stand in the document, so they come from an update of
    /// yours. If the document cannot be read, the update happens all the same, with `warning` saying
    /// why.
    ///
    /// The connection becomes active once the issuer, the client id and secret and all four addresses
    /// are known. Fields that are left out keep their value.
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
    /// - [`oidc_connection_not_found`](crate::ErrorType::OidcConnectionNotFound): No such OIDC
    ///   connection in the organization.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::sso::oidc;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = oidc::UpdateConnectionRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "oidc-connection-test-4f91b3a8-7c06-4d2e-a5f3-e82d1c6b7095",
    /// )
    /// .issuer("https://acme.okta.com")
    /// .client_id("0oa1b2c3d4e5f6g7h8i9")
    /// .client_secret("the secret that the provider gave out");
    /// let updated = stytch.sso().oidc().update_connection(request).await?;
    /// if let Some(warning) = updated.warning {
    ///     println!("the addresses have to be entered by hand: {warning}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `PUT /v1/b2b/sso/oidc/{organization_id}/connections/{connection_id}` ([reference](https://stytch.com/docs/b2b/api/update-oidc-connection))
    pub fn update_connection(
        &self,
        request: UpdateConnectionRequest,
    ) -> Call<UpdateConnectionResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "sso.oidc.update_connection",
            Verb::Put,
            "/v1/b2b/sso/oidc/{organization_id}/connections/{connection_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("connection_id", request.connection_id.as_str())
            .object("attribute_mapping", &request.attribute_mapping)
            .json(&request)
            .into_call()
    }
}

/// What [`Oidc::create_connection`] takes.
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

/// What [`Oidc::create_connection`] gives back.
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
    pub connection: Option<OidcConnection>,
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

/// What [`Oidc::update_connection`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct UpdateConnectionRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The SSO connection that the call is about.
    pub connection_id: ConnectionId,
    /// Name of the connection, for the people who administer it.
    pub display_name: Option<String>,
    /// OAuth client id that the identity provider gave out for logins.
    pub client_id: Option<String>,
    /// Secret of that OAuth client.
    pub client_secret: Option<Secret>,
    /// The `https://` address that names the identity provider, case-sensitive; the provider states it.
    pub issuer: Option<String>,
    /// Address of the identity provider where a login begins.
    pub authorization_url: Option<String>,
    /// Address of the identity provider that issues access and ID tokens.
    pub token_url: Option<String>,
    /// Address of the identity provider's UserInfo endpoint.
    pub userinfo_url: Option<String>,
    /// Address of the identity provider's key set, which its tokens are checked with.
    pub jwks_url: Option<String>,
    /// Scopes to ask for in place of `openid email profile`, separated by spaces and URL-encoded, so
    /// that each space is written `%20`.
    pub custom_scopes: Option<String>,
    /// The product at the other end, so that its peculiarities can be taken care of; `generic` for any
    /// that is not listed.
    pub identity_provider: Option<sso::IdentityProvider>,
    /// Which of the provider's attributes go into the member's trusted metadata, and under which name.
    pub attribute_mapping: Option<Value>,
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
            display_name: None,
            client_id: None,
            client_secret: None,
            issuer: None,
            authorization_url: None,
            token_url: None,
            userinfo_url: None,
            jwks_url: None,
            custom_scopes: None,
            identity_provider: None,
            attribute_mapping: None,
        }
    }

    /// Name of the connection, for the people who administer it.
    #[must_use]
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// OAuth client id that the identity provider gave out for logins.
    #[must_use]
    pub fn client_id(mut self, client_id: impl Into<String>) -> Self {
        self.client_id = Some(client_id.into());
        self
    }

    /// Secret of that OAuth client.
    #[must_use]
    pub fn client_secret(mut self, client_secret: impl Into<Secret>) -> Self {
        self.client_secret = Some(client_secret.into());
        self
    }

    /// The `https://` address that names the identity provider, case-sensitive; the provider states it.
    #[must_use]
    pub fn issuer(mut self, issuer: impl Into<String>) -> Self {
        self.issuer = Some(issuer.into());
        self
    }

    /// Address of the identity provider where a login begins.
    #[must_use]
    pub fn authorization_url(mut self, authorization_url: impl Into<String>) -> Self {
        self.authorization_url = Some(authorization_url.into());
        self
    }

    /// Address of the identity provider that issues access and ID tokens.
    #[must_use]
    pub fn token_url(mut self, token_url: impl Into<String>) -> Self {
        self.token_url = Some(token_url.into());
        self
    }

    /// Address of the identity provider's UserInfo endpoint.
    #[must_use]
    pub fn userinfo_url(mut self, userinfo_url: impl Into<String>) -> Self {
        self.userinfo_url = Some(userinfo_url.into());
        self
    }

    /// Address of the identity provider's key set, which its tokens are checked with.
    #[must_use]
    pub fn jwks_url(mut self, jwks_url: impl Into<String>) -> Self {
        self.jwks_url = Some(jwks_url.into());
        self
    }

    /// Scopes to ask for in place of `openid email profile`, separated by spaces and URL-encoded, so
    /// that each space is written `%20`.
    #[must_use]
    pub fn custom_scopes(mut self, custom_scopes: impl Into<String>) -> Self {
        self.custom_scopes = Some(custom_scopes.into());
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

    /// Which of the provider's attributes go into the member's trusted metadata, and under which name.
    #[must_use]
    pub fn attribute_mapping(mut self, attribute_mapping: impl Into<Value>) -> Self {
        self.attribute_mapping = Some(attribute_mapping.into());
        self
    }
}

#[doc(hidden)]
impl Body for UpdateConnectionRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("display_name", &self.display_name);
        fields.add("client_id", &self.client_id);
        fields.add("client_secret", &self.client_secret);
        fields.add("issuer", &self.issuer);
        fields.add("authorization_url", &self.authorization_url);
        fields.add("token_url", &self.token_url);
        fields.add("userinfo_url", &self.userinfo_url);
        fields.add("jwks_url", &self.jwks_url);
        fields.add("custom_scopes", &self.custom_scopes);
        fields.add("identity_provider", &self.identity_provider);
        fields.add("attribute_mapping", &self.attribute_mapping);
    }
}

stytch_core::sent!(UpdateConnectionRequest);

/// What [`Oidc::update_connection`] gives back.
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
    pub connection: Option<OidcConnection>,
    /// Why the issuer's metadata document could not be read, though the update itself succeeded.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub warning: Option<String>,
}

#[doc(hidden)]
impl Object for UpdateConnectionResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connection" => self.connection.slot(),
            "warning" => self.warning.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(UpdateConnectionResponse);
