// Generated from spec/b2b/organizations.members.connected_apps.yaml by `cargo xtask generate`. Do not edit.

//! Take back the access that a member gave to a connected app.
//!
//! [`organizations().members().get_connected_apps`](crate::organizations::members::Members::get_connected_apps)
//! lists what there is to take back. Access is given in
//! [`idp().oauth().authorize`](crate::idp::oauth::Oauth::authorize).

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};

use crate::{ConnectedAppId, MemberId, OrganizationId};

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
        concat!(
            "/v1/b2b/organizations/{organization_id}/members/{member_id}",
            $own
        )
    };
}

/// `stytch.organizations().members().connected_apps()`, on which the calls of [this module](self)
/// are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct ConnectedApps {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl ConnectedApps {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Cuts a connected app off from a member.
    ///
    /// All tokens that the app holds for the member are revoked, and it gets no new ones before the
    /// member authorizes it again. Access tokens that are only checked locally may still pass until
    /// they expire.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `revoke.connected-app` on
    /// `stytch.member`, or on `stytch.self` for the member's own account.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`connected_app_not_found`](crate::ErrorType::ConnectedAppNotFound): No connected app has this
    ///   client id.
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::organizations::members::connected_apps;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization_id = "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11";
    /// let member_id = "member-test-5f2a9c1e-83d4-4b6a-9e07-1c6d2b7f4a90";
    /// let app_id = "connected-app-test-7e1f9b30-2c58-4d0b-8a64-f5b0c93d1e27";
    /// stytch
    ///     .organizations()
    ///     .members()
    ///     .connected_apps()
    ///     .revoke(connected_apps::RevokeRequest::new(organization_id, member_id, app_id))
    ///     .await?;
    /// println!("the app can no longer act for the member");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps/{connected_app_id}/revoke` ([reference](https://stytch.com/docs/b2b/api/connected-app-member-revoke))
    pub fn revoke(&self, request: RevokeRequest) -> Call<RevokeResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.connected_apps.revoke",
            Verb::Post,
            path!("/connected_apps/{connected_app_id}/revoke"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("member_id", request.member_id.as_str())
            .path("connected_app_id", request.connected_app_id.as_str())
            .json(&request)
            .into_call()
    }
}

/// What [`ConnectedApps::revoke`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RevokeRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
    /// The connected app that the call is about.
    pub connected_app_id: ConnectedAppId,
}

impl RevokeRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        member_id: impl Into<MemberId>,
        connected_app_id: impl Into<ConnectedAppId>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
            connected_app_id: connected_app_id.into(),
        }
    }
}

#[doc(hidden)]
impl Body for RevokeRequest {
    fn fields<'a>(&'a self, _: &mut Fields<'a>) {}
}

stytch_core::sent!(RevokeRequest);

/// What [`ConnectedApps::revoke`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RevokeResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
}

#[doc(hidden)]
impl Object for RevokeResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RevokeResponse);
