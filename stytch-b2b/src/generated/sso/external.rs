// Generated from spec/b2b/sso.external.yaml by `cargo xtask generate`. Do not edit.

//! Let members of one organization log in with the SSO connection of another.
//!
//! Meant for companies that share an identity provider among several organizations of your app,
//! such as subsidiaries.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot, list};

use crate::sso::{
    Connection, ConnectionImplicitRoleAssignment, GroupImplicitRoleAssignment,
    SamlConnectionImplicitRoleAssignment, SamlGroupImplicitRoleAssignment,
};
use crate::{ConnectionId, OrganizationId};

#[cfg(feature = "client")]
use stytch_core::{AsMember, Call, Handle, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.sso().external()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct External {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl External {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Lets an organization log in with a SAML or OIDC connection of another one.
    ///
    /// Both organizations belong to the same project. The external connection has an id of its own,
    /// with which logins start, and can be used at once.
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
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::sso::external;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = external::CreateConnectionRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "organization-test-9e7f1f5a-2c1b-4a77-8f6d-3b1d6c9e2a40",
    ///     "saml-connection-test-c2e80d17-9f4a-4b35-86e1-5d0a7b9c3f48",
    /// )
    /// .display_name("Login of the parent company");
    /// let created = stytch.sso().external().create_connection(request).await?;
    /// if let Some(connection) = created.connection {
    ///     println!("{} is {}", connection.connection_id, connection.status);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/sso/external/{organization_id}` ([reference](https://stytch.com/docs/b2b/api/create-external-connection))
    pub fn create_connection(
        &self,
        request: CreateConnectionRequest,
    ) -> Call<CreateConnectionResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "sso.external.create_connection",
            Verb::Post,
            "/v1/b2b/sso/external/{organization_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Changes the name of an external connection, and the roles that it grants.
    ///
    /// Fields that are left out keep their value. The underlying connection cannot be exchanged: delete
    /// the external one with [`sso().delete_connection`](crate::sso::Sso::delete_connection) and create
    /// another.
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
    /// - [`sso_connection_not_found`](crate::ErrorType::SsoConnectionNotFound): No such SSO connection
    ///   in the organization.
    ///
    /// `PUT /v1/b2b/sso/external/{organization_id}/connections/{connection_id}` ([reference](https://stytch.com/docs/b2b/api/update-external-connection))
    pub fn update_connection(
        &self,
        request: UpdateConnectionRequest,
    ) -> Call<UpdateConnectionResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "sso.external.update_connection",
            Verb::Put,
            "/v1/b2b/sso/external/{organization_id}/connections/{connection_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("connection_id", request.connection_id.as_str())
            .json(&request)
            .into_call()
    }
}

/// What [`External::create_connection`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct CreateConnectionRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The organization in the same project that the underlying connection belongs to, by its own id; a
    /// slug or external id is not documented to work here.
    pub external_organization_id: OrganizationId,
    /// The underlying SAML or OIDC connection, which belongs to another organization.
    pub external_connection_id: ConnectionId,
    /// Name of the connection, for the people who administer it.
    pub display_name: Option<String>,
    /// Roles for everyone who logs in with the connection. Not supported when the underlying connection
    /// is an OIDC one.
    pub connection_implicit_role_assignments: Option<Vec<SamlConnectionImplicitRoleAssignment>>,
    /// Roles for those who log in with the connection and belong to certain groups. Takes a `groups`
    /// key in the `attribute_mapping` of the underlying connection, which has to be a SAML one.
    pub group_implicit_role_assignments: Option<Vec<SamlGroupImplicitRoleAssignment>>,
}

impl CreateConnectionRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        external_organization_id: impl Into<OrganizationId>,
        external_connection_id: impl Into<ConnectionId>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            external_organization_id: external_organization_id.into(),
            external_connection_id: external_connection_id.into(),
            display_name: None,
            connection_implicit_role_assignments: None,
            group_implicit_role_assignments: None,
        }
    }

    /// Name of the connection, for the people who administer it.
    #[must_use]
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// Roles for everyone who logs in with the connection.
    #[must_use]
    pub fn connection_implicit_role_assignments(
        mut self,
        connection_implicit_role_assignments: impl IntoIterator<
            Item = SamlConnectionImplicitRoleAssignment,
        >,
    ) -> Self {
        self.connection_implicit_role_assignments =
            Some(list(connection_implicit_role_assignments));
        self
    }

    /// Roles for those who log in with the connection and belong to certain groups.
    #[must_use]
    pub fn group_implicit_role_assignments(
        mut self,
        group_implicit_role_assignments: impl IntoIterator<Item = SamlGroupImplicitRoleAssignment>,
    ) -> Self {
        self.group_implicit_role_assignments = Some(list(group_implicit_role_assignments));
        self
    }
}

#[doc(hidden)]
impl Body for CreateConnectionRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("external_organization_id", &self.external_organization_id);
        fields.add("external_connection_id", &self.external_connection_id);
        fields.add("display_name", &self.display_name);
        fields.add(
            "connection_implicit_role_assignments",
            &self.connection_implicit_role_assignments,
        );
        fields.add(
            "group_implicit_role_assignments",
            &self.group_implicit_role_assignments,
        );
    }
}

stytch_core::sent!(CreateConnectionRequest);

/// What [`External::create_connection`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct CreateConnectionResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The external connection as it is after the call.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub connection: Option<Connection>,
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

/// What [`External::update_connection`] takes.
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
    /// Roles for everyone who logs in with the connection. Not supported when the underlying connection
    /// is an OIDC one.
    ///
    /// A member session needs `update.settings.implicit-roles` on `stytch.organization`.
    pub external_connection_implicit_role_assignments:
        Option<Vec<ConnectionImplicitRoleAssignment>>,
    /// Roles for those who log in with the connection and belong to certain groups. Takes a `groups`
    /// key in the `attribute_mapping` of the underlying connection, which has to be a SAML one.
    ///
    /// A member session needs `update.settings.implicit-roles` on `stytch.organization`.
    pub external_group_implicit_role_assignments: Option<Vec<GroupImplicitRoleAssignment>>,
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
            external_connection_implicit_role_assignments: None,
            external_group_implicit_role_assignments: None,
        }
    }

    /// Name of the connection, for the people who administer it.
    #[must_use]
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// Roles for everyone who logs in with the connection.
    #[must_use]
    pub fn external_connection_implicit_role_assignments(
        mut self,
        external_connection_implicit_role_assignments: impl IntoIterator<
            Item = ConnectionImplicitRoleAssignment,
        >,
    ) -> Self {
        self.external_connection_implicit_role_assignments =
            Some(list(external_connection_implicit_role_assignments));
        self
    }

    /// Roles for those who log in with the connection and belong to certain groups.
    #[must_use]
    pub fn external_group_implicit_role_assignments(
        mut self,
        external_group_implicit_role_assignments: impl IntoIterator<Item = GroupImplicitRoleAssignment>,
    ) -> Self {
        self.external_group_implicit_role_assignments =
            Some(list(external_group_implicit_role_assignments));
        self
    }
}

#[doc(hidden)]
impl Body for UpdateConnectionRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("display_name", &self.display_name);
        fields.add(
            "external_connection_implicit_role_assignments",
            &self.external_connection_implicit_role_assignments,
        );
        fields.add(
            "external_group_implicit_role_assignments",
            &self.external_group_implicit_role_assignments,
        );
    }
}

stytch_core::sent!(UpdateConnectionRequest);

/// What [`External::update_connection`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct UpdateConnectionResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The external connection as it is after the call.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub connection: Option<Connection>,
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
