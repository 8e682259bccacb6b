// Generated from spec/b2b/scim.connection.yaml by `cargo xtask generate`. Do not edit.

//! Set up and maintain the SCIM connection of an organization.
//!
//! An organization has at most one. Create it, give `base_url` and the bearer token to whoever sets
//! up the identity provider, and once groups have arrived map them to roles with
//! [`scim().connection().update`](crate::scim::connection::Connection::update). The token expires:
//! replace it in time with
//! [`scim().connection().rotate_start`](crate::scim::connection::Connection::rotate_start) and
//! [`scim().connection().rotate_complete`](crate::scim::connection::Connection::rotate_complete).

use stytch_core::wire::{Body, Fields, Object, Page, Receive, Slot, list};

use crate::scim::{
    ScimConnection, ScimConnectionWithNextToken, ScimConnectionWithToken, ScimGroup,
    ScimGroupImplicitRoleAssignment,
};
use crate::{OrganizationId, ScimConnectionId, scim};

#[cfg(feature = "client")]
use stytch_core::{AsMember, Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// The path of a method, from the part that is its own.
#[cfg(feature = "client")]
macro_rules! path {
    ($own:literal) => {
        concat!("/v1/b2b/scim/{organization_id}/connection", $own)
    };
}

/// `stytch.scim().connection()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Connection {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Connection {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Creates the SCIM connection of an organization.
    ///
    /// The answer is the only place where the bearer token appears. Pass it on, together with
    /// `base_url`, to the organization's administrator, who enters both at the identity provider.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `create` on `stytch.scim`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`active_scim_connection_exists`](crate::ErrorType::ActiveScimConnectionExists): The
    ///   organization has a SCIM connection already; delete that one first.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::scim;
    /// use stytch_b2b::scim::connection;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization_id = "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11";
    /// let request = connection::CreateRequest::new(organization_id)
    ///     .display_name("Okta at Acme")
    ///     .identity_provider(scim::IdentityProvider::Okta);
    /// let created = stytch.scim().connection().create(request).await?;
    /// if let Some(connection) = created.connection {
    ///     println!("Base URL: {}", connection.base_url);
    ///     // This is the one time that the token can be shown.
    ///     println!("Bearer token: {}", connection.bearer_token.expose());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/scim/{organization_id}/connection` ([reference](https://stytch.com/docs/b2b/api/create-scim-connection))
    pub fn create(&self, request: CreateRequest) -> Call<CreateResponse, AsMember> {
        const PROOF: Proof = Proof::grant(&["connection.bearer_token"]);
        const OPERATION: Operation =
            Operation::new("scim.connection.create", Verb::Post, path!("")).proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Gets the SCIM connection of an organization.
    ///
    /// The bearer token is not part of it, only its last four characters and when it expires.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `get` on `stytch.scim`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    ///
    /// `GET /v1/b2b/scim/{organization_id}/connection` ([reference](https://stytch.com/docs/b2b/api/get-scim-connection))
    pub fn get(&self, request: GetRequest) -> Call<GetResponse, AsMember> {
        const OPERATION: Operation = Operation::new("scim.connection.get", Verb::Get, path!(""));
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .into_call()
    }

    /// Changes a SCIM connection, above all the roles that groups grant.
    ///
    /// Fields that are left out keep their value. Members get a role when they join a group that grants
    /// it and lose it when they leave; session JWTs follow with their next refresh, within five
    /// minutes.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `update` on `stytch.scim`, and what
    /// some of the fields call for.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`scim_group_role_assignment_group_does_not_exist`](crate::ErrorType::ScimGroupRoleAssignmentGroupDoesNotExist):
    ///   A role is assigned to a group that the identity provider has not pushed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::scim;
    /// use stytch_b2b::scim::connection;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let admins = scim::ScimGroupImplicitRoleAssignment::new(
    ///     "stytch_admin",
    ///     "scim-group-test-3b7d9e52-60f1-4c8a-9d24-e1a5b8c7f306",
    ///     "Admins",
    /// );
    /// let request = connection::UpdateRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "scim-connection-test-a49f2c60-8e1d-4b73-95ad-6c0e7f8b1d25",
    /// )
    /// .scim_group_implicit_role_assignments([admins]);
    /// stytch.scim().connection().update(request).await?;
    /// println!("whoever is in the group Admins is an admin");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `PUT /v1/b2b/scim/{organization_id}/connection/{connection_id}` ([reference](https://stytch.com/docs/b2b/api/update-scim-connection))
    pub fn update(&self, request: UpdateRequest) -> Call<UpdateResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "scim.connection.update",
            Verb::Put,
            path!("/{connection_id}"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("connection_id", request.connection_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Deletes a SCIM connection, which makes room for another.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `delete` on `stytch.scim`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    ///
    /// `DELETE /v1/b2b/scim/{organization_id}/connection/{connection_id}` ([reference](https://stytch.com/docs/b2b/api/delete-scim-connection))
    pub fn delete(&self, request: DeleteRequest) -> Call<DeleteResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "scim.connection.delete",
            Verb::Delete,
            path!("/{connection_id}"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("connection_id", request.connection_id.as_str())
            .into_call()
    }

    /// Lists the groups that the identity provider has pushed, page by page.
    ///
    /// Their ids are what [`scim().connection().update`](crate::scim::connection::Connection::update)
    /// maps to roles.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `get` on `stytch.scim`.
    ///
    /// Await the call for one page, or go through all of them with `.stream()` and `.pages()`.
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
    /// use stytch_b2b::scim::connection;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = connection::GetGroupsRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "scim-connection-test-a49f2c60-8e1d-4b73-95ad-6c0e7f8b1d25",
    /// );
    /// // The stream fetches the next page when it needs one.
    /// let mut groups = stytch.scim().connection().get_groups(request).stream();
    /// while let Some(group) = groups.next().await {
    ///     let group = group?;
    ///     println!("{}: {}", group.group_id, group.group_name);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/b2b/scim/{organization_id}/connection/{connection_id}` ([reference](https://stytch.com/docs/b2b/api/get-scim-connection-groups))
    pub fn get_groups(&self, request: GetGroupsRequest) -> Call<GetGroupsResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "scim.connection.get_groups",
            Verb::Get,
            path!("/{connection_id}"),
        )
        .paged_by("cursor");
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("connection_id", request.connection_id.as_str())
            .query("cursor", request.cursor.as_ref())
            .query("limit", request.limit.as_ref())
            .into_call()
    }

    /// Starts replacing the bearer token of a SCIM connection, also when it was lost.
    ///
    /// The answer is the only place where the new token appears. Have it entered at the identity
    /// provider, then call
    /// [`scim().connection().rotate_complete`](crate::scim::connection::Connection::rotate_complete);
    /// or drop it with
    /// [`scim().connection().rotate_cancel`](crate::scim::connection::Connection::rotate_cancel).
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `update` on `stytch.scim`.
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
    /// use stytch_b2b::scim::connection;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = connection::RotateStartRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "scim-connection-test-a49f2c60-8e1d-4b73-95ad-6c0e7f8b1d25",
    /// );
    /// let started = stytch.scim().connection().rotate_start(request).await?;
    /// if let Some(connection) = started.connection {
    ///     println!("New bearer token: {}", connection.next_bearer_token.expose());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/start` ([reference](https://stytch.com/docs/b2b/api/scim-rotate-token-start))
    pub fn rotate_start(&self, request: RotateStartRequest) -> Call<RotateStartResponse, AsMember> {
        const PROOF: Proof = Proof::grant(&["connection.next_bearer_token"]);
        const OPERATION: Operation = Operation::new(
            "scim.connection.rotate_start",
            Verb::Post,
            path!("/{connection_id}/rotate/start"),
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("connection_id", request.connection_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Completes the rotation that
    /// [`scim().connection().rotate_start`](crate::scim::connection::Connection::rotate_start) began.
    ///
    /// The new token becomes the connection's bearer token in place of the old one, so the identity
    /// provider has to use it by then.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `update` on `stytch.scim`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`scim_connection_not_rotating_token`](crate::ErrorType::ScimConnectionNotRotatingToken): No
    ///   rotation of the bearer token is under way.
    ///
    /// `POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/complete` ([reference](https://stytch.com/docs/b2b/api/scim-rotate-token-complete))
    pub fn rotate_complete(
        &self,
        request: RotateCompleteRequest,
    ) -> Call<RotateCompleteResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "scim.connection.rotate_complete",
            Verb::Post,
            path!("/{connection_id}/rotate/complete"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("connection_id", request.connection_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Cancels the rotation that
    /// [`scim().connection().rotate_start`](crate::scim::connection::Connection::rotate_start) began.
    ///
    /// The new token is dropped, and the one in force so far stays.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `update` on `stytch.scim`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`scim_connection_not_rotating_token`](crate::ErrorType::ScimConnectionNotRotatingToken): No
    ///   rotation of the bearer token is under way.
    ///
    /// `POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/cancel` ([reference](https://stytch.com/docs/b2b/api/scim-rotate-token-cancel))
    pub fn rotate_cancel(
        &self,
        request: RotateCancelRequest,
    ) -> Call<RotateCancelResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "scim.connection.rotate_cancel",
            Verb::Post,
            path!("/{connection_id}/rotate/cancel"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("connection_id", request.connection_id.as_str())
            .json(&request)
            .into_call()
    }
}

/// What [`Connection::create`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct CreateRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// Name of the connection, for the people who administer it.
    pub display_name: Option<String>,
    /// The product at the other end, so that its peculiarities can be taken care of: for
    /// `microsoft-entra`, for instance, `base_url` gets a flag that makes Entra keep to SCIM 2.0.
    pub identity_provider: Option<scim::IdentityProvider>,
}

impl CreateRequest {
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

    /// The product at the other end, so that its peculiarities can be taken care of: for
    /// `microsoft-entra`, for instance, `base_url` gets a flag that makes Entra keep to SCIM 2.0.
    #[must_use]
    pub fn identity_provider(
        mut self,
        identity_provider: impl Into<scim::IdentityProvider>,
    ) -> Self {
        self.identity_provider = Some(identity_provider.into());
        self
    }
}

#[doc(hidden)]
impl Body for CreateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("display_name", &self.display_name);
        fields.add("identity_provider", &self.identity_provider);
    }
}

stytch_core::sent!(CreateRequest);

/// What [`Connection::create`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct CreateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The new connection with its bearer token.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub connection: Option<ScimConnectionWithToken>,
}

#[doc(hidden)]
impl Object for CreateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connection" => self.connection.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(CreateResponse);

/// What [`Connection::get`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GetRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
}

impl GetRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>) -> Self {
        Self {
            organization_id: organization_id.into(),
        }
    }
}

/// What [`Connection::get`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GetResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The organization's connection.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub connection: Option<ScimConnection>,
}

#[doc(hidden)]
impl Object for GetResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connection" => self.connection.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GetResponse);

/// What [`Connection::update`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct UpdateRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The organization's SCIM connection.
    pub connection_id: ScimConnectionId,
    /// Name of the connection, for the people who administer it.
    pub display_name: Option<String>,
    /// The product at the other end, so that its peculiarities can be taken care of: for
    /// `microsoft-entra`, for instance, `base_url` gets a flag that makes Entra keep to SCIM 2.0.
    pub identity_provider: Option<scim::IdentityProvider>,
    /// Roles that members hold through their groups, one entry for each pair of group and role; the
    /// groups come from
    /// [`scim().connection().get_groups`](crate::scim::connection::Connection::get_groups).
    ///
    /// A member session needs `update.settings.implicit-roles` on `stytch.organization`.
    pub scim_group_implicit_role_assignments: Option<Vec<ScimGroupImplicitRoleAssignment>>,
}

impl UpdateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        connection_id: impl Into<ScimConnectionId>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            connection_id: connection_id.into(),
            display_name: None,
            identity_provider: None,
            scim_group_implicit_role_assignments: None,
        }
    }

    /// Name of the connection, for the people who administer it.
    #[must_use]
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// The product at the other end, so that its peculiarities can be taken care of: for
    /// `microsoft-entra`, for instance, `base_url` gets a flag that makes Entra keep to SCIM 2.0.
    #[must_use]
    pub fn identity_provider(
        mut self,
        identity_provider: impl Into<scim::IdentityProvider>,
    ) -> Self {
        self.identity_provider = Some(identity_provider.into());
        self
    }

    /// Roles that members hold through their groups, one entry for each pair of group and role; the
    /// groups come from
    /// [`scim().connection().get_groups`](crate::scim::connection::Connection::get_groups).
    #[must_use]
    pub fn scim_group_implicit_role_assignments(
        mut self,
        scim_group_implicit_role_assignments: impl IntoIterator<Item = ScimGroupImplicitRoleAssignment>,
    ) -> Self {
        self.scim_group_implicit_role_assignments =
            Some(list(scim_group_implicit_role_assignments));
        self
    }
}

#[doc(hidden)]
impl Body for UpdateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("display_name", &self.display_name);
        fields.add("identity_provider", &self.identity_provider);
        fields.add(
            "scim_group_implicit_role_assignments",
            &self.scim_group_implicit_role_assignments,
        );
    }
}

stytch_core::sent!(UpdateRequest);

/// What [`Connection::update`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct UpdateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The connection as it is after the call.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub connection: Option<ScimConnection>,
}

#[doc(hidden)]
impl Object for UpdateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connection" => self.connection.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(UpdateResponse);

/// What [`Connection::delete`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The organization's SCIM connection.
    pub connection_id: ScimConnectionId,
}

impl DeleteRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        connection_id: impl Into<ScimConnectionId>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            connection_id: connection_id.into(),
        }
    }
}

/// What [`Connection::delete`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The connection that is gone.
    pub connection_id: ScimConnectionId,
}

#[doc(hidden)]
impl Object for DeleteResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connection_id" => self.connection_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteResponse);

/// What [`Connection::get_groups`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GetGroupsRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The organization's SCIM connection.
    pub connection_id: ScimConnectionId,
    /// Where to go on: `next_cursor` of the page before. Leave it out for the first page.
    pub cursor: Option<String>,
    /// Most results on one page, at most 1000; 100 unless set.
    pub limit: Option<u32>,
}

impl GetGroupsRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        connection_id: impl Into<ScimConnectionId>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            connection_id: connection_id.into(),
            cursor: None,
            limit: None,
        }
    }

    /// Where to go on: `next_cursor` of the page before.
    #[must_use]
    pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
        self.cursor = Some(cursor.into());
        self
    }

    /// Most results on one page, at most 1000; 100 unless set.
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }
}

/// What [`Connection::get_groups`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GetGroupsResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// One page of the connection's groups.
    pub scim_groups: Vec<ScimGroup>,
    /// Pass it as `cursor` to get the next page; missing on the last one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub next_cursor: Option<String>,
}

#[doc(hidden)]
impl Object for GetGroupsResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "scim_groups" => self.scim_groups.slot(),
            "next_cursor" => self.next_cursor.slot(),
            _ => return None,
        })
    }
}

#[doc(hidden)]
impl Page for GetGroupsResponse {
    type Item = ScimGroup;
    fn next_cursor(&self) -> Option<&str> {
        self.next_cursor.as_deref()
    }

    fn into_items(self) -> Vec<ScimGroup> {
        self.scim_groups
    }
}

stytch_core::received!(GetGroupsResponse);

/// What [`Connection::rotate_start`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RotateStartRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The organization's SCIM connection.
    pub connection_id: ScimConnectionId,
}

impl RotateStartRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        connection_id: impl Into<ScimConnectionId>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            connection_id: connection_id.into(),
        }
    }
}

#[doc(hidden)]
impl Body for RotateStartRequest {
    fn fields<'a>(&'a self, _: &mut Fields<'a>) {}
}

stytch_core::sent!(RotateStartRequest);

/// What [`Connection::rotate_start`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RotateStartResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The connection with the token to come.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub connection: Option<ScimConnectionWithNextToken>,
}

#[doc(hidden)]
impl Object for RotateStartResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connection" => self.connection.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RotateStartResponse);

/// What [`Connection::rotate_complete`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RotateCompleteRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The organization's SCIM connection.
    pub connection_id: ScimConnectionId,
}

impl RotateCompleteRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        connection_id: impl Into<ScimConnectionId>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            connection_id: connection_id.into(),
        }
    }
}

#[doc(hidden)]
impl Body for RotateCompleteRequest {
    fn fields<'a>(&'a self, _: &mut Fields<'a>) {}
}

stytch_core::sent!(RotateCompleteRequest);

/// What [`Connection::rotate_complete`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RotateCompleteResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The connection as it is after the call.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub connection: Option<ScimConnection>,
}

#[doc(hidden)]
impl Object for RotateCompleteResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connection" => self.connection.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RotateCompleteResponse);

/// What [`Connection::rotate_cancel`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RotateCancelRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The organization's SCIM connection.
    pub connection_id: ScimConnectionId,
}

impl RotateCancelRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        connection_id: impl Into<ScimConnectionId>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            connection_id: connection_id.into(),
        }
    }
}

#[doc(hidden)]
impl Body for RotateCancelRequest {
    fn fields<'a>(&'a self, _: &mut Fields<'a>) {}
}

stytch_core::sent!(RotateCancelRequest);

/// What [`Connection::rotate_cancel`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RotateCancelResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The connection as it is after the call.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub connection: Option<ScimConnection>,
}

#[doc(hidden)]
impl Object for RotateCancelResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connection" => self.connection.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RotateCancelResponse);
