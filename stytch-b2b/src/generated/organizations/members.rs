// Generated from spec/b2b/organizations.members.yaml by `cargo xtask generate`. Do not edit.

//! Create and manage members, the accounts of people in an organization.
//!
//! A member belongs to one organization. Whoever is in several has an account in each, and
//! [`discovery().organizations().list`](crate::discovery::organizations::Organizations::list) finds
//! them all from one login. To invite people by email, use
//! [`magic_links().email().invite`](crate::magic_links::email::Email::invite); to let them join
//! when they log in, set the provisioning settings in
//! [`organizations().update`](crate::organizations::Organizations::update).

pub mod connected_apps;
pub mod oauth_providers;

use std::collections::BTreeMap;

use stytch_core::wire::{Body, Fields, Object, Page, Receive, Slot, Write, list};
use stytch_core::{Secret, Value};

use crate::connected_app::ClientType;
use crate::organizations::{Member, MemberStatus, MfaMethod, Organization};
use crate::{
    ConnectedAppId, ConnectionId, EmailId, Locale, MemberId, MemberPasswordId, OrganizationId,
    ResultsMetadata, SearchOperator,
};

#[cfg(feature = "client")]
use stytch_core::{AsMember, Call, Handle, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::{Deserialize, Deserializer};
#[cfg(feature = "deserialize")]
use stytch_core::wire::Operand;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// The path of a method, from the part that is its own.
#[cfg(feature = "client")]
macro_rules! path {
    ($own:literal) => {
        concat!("/v1/b2b/organizations/{organization_id}", $own)
    };
}

/// `stytch.organizations().members()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Members {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Members {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`organizations::members::connected_apps`](connected_apps):
    /// [`revoke`](connected_apps::ConnectedApps::revoke).
    #[must_use]
    pub fn connected_apps(&self) -> connected_apps::ConnectedApps {
        connected_apps::ConnectedApps::new(self.client.clone())
    }

    /// The calls of [`organizations::members::oauth_providers`](oauth_providers):
    /// [`google`](oauth_providers::OauthProviders::google),
    /// [`microsoft`](oauth_providers::OauthProviders::microsoft),
    /// [`slack`](oauth_providers::OauthProviders::slack),
    /// [`hubspot`](oauth_providers::OauthProviders::hubspot),
    /// [`github`](oauth_providers::OauthProviders::github).
    #[must_use]
    pub fn oauth_providers(&self) -> oauth_providers::OauthProviders {
        oauth_providers::OauthProviders::new(self.client.clone())
    }

    /// Adds a member to an organization, without sending anything.
    ///
    /// The member is `active` at once and can log in. To have their first magic link greet them as
    /// somebody who signs up, set `create_member_as_pending`; to invite them by email, use
    /// [`magic_links().email().invite`](crate::magic_links::email::Email::invite) instead.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `create` on `stytch.member`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`invalid_phone_number`](crate::ErrorType::InvalidPhoneNumber): The phone number is not in
    ///   E.164 format, such as `+12025550162`.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`duplicate_member_email`](crate::ErrorType::DuplicateMemberEmail): A member of the
    ///   organization has this email address already.
    /// - [`duplicate_member_external_id`](crate::ErrorType::DuplicateMemberExternalId): Another member
    ///   of the organization has this external id.
    /// - [`retired_member_email`](crate::ErrorType::RetiredMemberEmail): Another member of the
    ///   organization used to have this email address; unlink it there first.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::organizations::members;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization_id = "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11";
    /// let request = members::CreateRequest::new(organization_id, "ada@acme.example")
    ///     .name("Ada Lovelace")
    ///     .roles(["editor"])
    ///     .external_id("user-42");
    /// let created = stytch.organizations().members().create(request).await?;
    /// println!("{} is in, as {}", created.member.name, created.member_id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/organizations/{organization_id}/members` ([reference](https://stytch.com/docs/b2b/api/create-member))
    pub fn create(&self, request: CreateRequest) -> Call<CreateResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.create",
            Verb::Post,
            path!("/members"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .object("trusted_metadata", &request.trusted_metadata)
            .object("untrusted_metadata", &request.untrusted_metadata)
            .json(&request)
            .into_call()
    }

    /// Fetches a member of an organization, by id or by email address.
    ///
    /// Set exactly one of `member_id` and `email_address`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::organizations;
    /// use stytch_b2b::organizations::members;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = members::GetRequest::new("acme-co").email_address("ada@acme.example");
    /// let found = stytch.organizations().members().get(request).await?;
    /// if found.member.status == organizations::MemberStatus::Active {
    ///     for role in &found.member.roles {
    ///         println!("{}", role.role_id);
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/b2b/organizations/{organization_id}/member` ([reference](https://stytch.com/docs/b2b/api/get-member))
    pub fn get(&self, request: GetRequest) -> Call<GetResponse> {
        const OPERATION: Operation =
            Operation::new("organizations.members.get", Verb::Get, path!("/member"));
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .query("member_id", request.member_id.as_ref())
            .query("email_address", request.email_address.as_ref())
            .into_call()
    }

    /// Fetches a member by id alone, from whichever organization they belong to.
    ///
    /// Dangerous, because nothing ties the answer to a tenant: where the id comes from a request,
    /// anybody can read members of other organizations by passing their ids (IDOR). Use
    /// [`organizations().members().get`](crate::organizations::members::Members::get) wherever the
    /// organization is known. Where it is not, compare `organization` with what the caller may see
    /// before handing anything out.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    ///
    /// `GET /v1/b2b/organizations/members/dangerously_get/{member_id}`
    pub fn dangerously_get(&self, request: DangerouslyGetRequest) -> Call<DangerouslyGetResponse> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.dangerously_get",
            Verb::Get,
            "/v1/b2b/organizations/members/dangerously_get/{member_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("member_id", request.member_id.as_str())
            .query("include_deleted", request.include_deleted.as_ref())
            .into_call()
    }

    /// Changes a member; fields left out stay as they are.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow what each field that is set calls for;
    /// nothing is documented for fields that do not say.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`invalid_phone_number`](crate::ErrorType::InvalidPhoneNumber): The phone number is not in
    ///   E.164 format, such as `+12025550162`.
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`duplicate_member_email`](crate::ErrorType::DuplicateMemberEmail): A member of the
    ///   organization has this email address already.
    /// - [`cannot_update_trusted_metadata`](crate::ErrorType::CannotUpdateTrustedMetadata): The call
    ///   runs with a member session and carries `trusted_metadata`, which only your backend may write.
    /// - [`duplicate_member_external_id`](crate::ErrorType::DuplicateMemberExternalId): Another member
    ///   of the organization has this external id.
    /// - [`retired_member_email`](crate::ErrorType::RetiredMemberEmail): Another member of the
    ///   organization used to have this email address; unlink it there first.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::organizations::members;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization_id = "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11";
    /// let member_id = "member-test-5f2a9c1e-83d4-4b6a-9e07-1c6d2b7f4a90";
    /// let request =
    ///     members::UpdateRequest::new(organization_id, member_id).roles(["editor", "billing"]);
    /// let updated = stytch
    ///     .organizations()
    ///     .members()
    ///     .update(request)
    ///     // The API checks whether this member may change roles.
    ///     .session_jwt("the JWT of the administrator who clicks")
    ///     .await?;
    /// println!("{} has {} roles", updated.member.email_address, updated.member.roles.len());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `PUT /v1/b2b/organizations/{organization_id}/members/{member_id}` ([reference](https://stytch.com/docs/b2b/api/update-member))
    pub fn update(&self, request: UpdateRequest) -> Call<UpdateResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.update",
            Verb::Put,
            path!("/members/{member_id}"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("member_id", request.member_id.as_str())
            .object("trusted_metadata", &request.trusted_metadata)
            .object("untrusted_metadata", &request.untrusted_metadata)
            .json(&request)
            .into_call()
    }

    /// Starts the move of a member to a new email address by sending a link or a passcode to it.
    ///
    /// The member has to be active and to have a verified address. The new one must not belong to
    /// another member, retired addresses included, nor be the aim of another member's move.
    ///
    /// The member has five minutes; then the new address is free for others again. Following the link
    /// leads to `login_redirect_url`, where
    /// [`magic_links().authenticate`](crate::magic_links::MagicLinks::authenticate) completes the move.
    /// A passcode goes into [`otps().email().authenticate`](crate::otps::email::Email::authenticate),
    /// with the new address.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `update.info.email` on
    /// `stytch.member`, or on `stytch.self` for the member's own account.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`inactive_email`](crate::ErrorType::InactiveEmail): The address is marked as one that email
    ///   does not reach; ask for another.
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`duplicate_member_email`](crate::ErrorType::DuplicateMemberEmail): A member of the
    ///   organization has this email address already.
    /// - [`retired_member_email`](crate::ErrorType::RetiredMemberEmail): Another member of the
    ///   organization used to have this email address; unlink it there first.
    /// - [`desired_email_updating_for_different_member`](crate::ErrorType::DesiredEmailUpdatingForDifferentMember):
    ///   Another member is about to move to this email address.
    /// - [`email_updates_available_only_for_active_members`](crate::ErrorType::EmailUpdatesAvailableOnlyForActiveMembers):
    ///   Only active members can change their email address, and this one is not.
    /// - [`member_has_no_active_verified_email`](crate::ErrorType::MemberHasNoActiveVerifiedEmail): The
    ///   member has no verified email address to move away from.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::organizations::members;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization_id = "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11";
    /// let member_id = "member-test-5f2a9c1e-83d4-4b6a-9e07-1c6d2b7f4a90";
    /// let request =
    ///     members::StartEmailUpdateRequest::new(organization_id, member_id, "ada@new.example")
    ///         .delivery_method(members::EmailUpdateMethod::EmailOtp);
    /// stytch.organizations().members().start_email_update(request).await?;
    /// println!("enter the code from the email to ada@new.example");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/organizations/{organization_id}/members/{member_id}/start_email_update` ([reference](https://stytch.com/docs/b2b/api/start-member-email-update))
    pub fn start_email_update(
        &self,
        request: StartEmailUpdateRequest,
    ) -> Call<StartEmailUpdateResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.start_email_update",
            Verb::Post,
            path!("/members/{member_id}/start_email_update"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("member_id", request.member_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Sets a retired email address of a member free, so that other members can use it.
    ///
    /// Name the address by `email_id`, by `email_address`, or by both if they agree. What there is
    /// stands in `retired_email_addresses` of the member.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `update.info.unlink.retired-email` on
    /// `stytch.member`, or on `stytch.self` for the member's own account.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    ///
    /// `POST /v1/b2b/organizations/{organization_id}/members/{member_id}/unlink_retired_email` ([reference](https://stytch.com/docs/b2b/api/unlink-retired-member-email))
    pub fn unlink_retired_email(
        &self,
        request: UnlinkRetiredEmailRequest,
    ) -> Call<UnlinkRetiredEmailResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.unlink_retired_email",
            Verb::Post,
            path!("/members/{member_id}/unlink_retired_email"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("member_id", request.member_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Deletes a member from an organization.
    ///
    /// The record stays, with the status `deleted`: as long as the member had a verified address,
    /// [`organizations().members().reactivate`](crate::organizations::members::Members::reactivate) can
    /// bring them back.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `delete` on `stytch.member`, or on
    /// `stytch.self` for the member's own account.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::organizations::members;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization_id = "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11";
    /// let member_id = "member-test-5f2a9c1e-83d4-4b6a-9e07-1c6d2b7f4a90";
    /// let request = members::DeleteRequest::new(organization_id, member_id);
    /// match stytch.organizations().members().delete(request).await {
    ///     Ok(gone) => println!("{} is gone", gone.member_id),
    ///     Err(error) if error.is_not_found() => println!("there was no such member"),
    ///     Err(error) => return Err(error.into()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}` ([reference](https://stytch.com/docs/b2b/api/delete-member))
    pub fn delete(&self, request: DeleteRequest) -> Call<DeleteResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.delete",
            Verb::Delete,
            path!("/members/{member_id}"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("member_id", request.member_id.as_str())
            .into_call()
    }

    /// Brings a deleted member back: the status, and with it the email address, is active again.
    ///
    /// Only possible for members who had verified an address.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `create` on `stytch.member`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`no_deleted_member_found_for_reactivation`](crate::ErrorType::NoDeletedMemberFoundForReactivation):
    ///   No deleted member has this id.
    /// - [`email_unverified_for_reactivation`](crate::ErrorType::EmailUnverifiedForReactivation): The
    ///   deleted member never verified an email address.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::organizations::members;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization_id = "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11";
    /// let member_id = "member-test-5f2a9c1e-83d4-4b6a-9e07-1c6d2b7f4a90";
    /// let request = members::ReactivateRequest::new(organization_id, member_id);
    /// let back = stytch.organizations().members().reactivate(request).await?;
    /// println!("{} is {}", back.member.email_address, back.member.status);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `PUT /v1/b2b/organizations/{organization_id}/members/{member_id}/reactivate` ([reference](https://stytch.com/docs/b2b/api/reactivate-member))
    pub fn reactivate(&self, request: ReactivateRequest) -> Call<ReactivateResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.reactivate",
            Verb::Put,
            path!("/members/{member_id}/reactivate"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("member_id", request.member_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Takes your external id off a member.
    ///
    /// From then on, only the member's own id names them. Another external id can be given with
    /// [`organizations().members().update`](crate::organizations::members::Members::update).
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. What the member has to be allowed then is not documented.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    ///
    /// `DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}/external_id`
    pub fn delete_external_id(
        &self,
        request: DeleteExternalIdRequest,
    ) -> Call<DeleteExternalIdResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.delete_external_id",
            Verb::Delete,
            path!("/members/{member_id}/external_id"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("member_id", request.member_id.as_str())
            .into_call()
    }

    /// Deletes a member's password, so that another way to log in has to be used.
    ///
    /// Only for passwords that belong to one organization. Where the project lets people use one
    /// password across organizations, call
    /// [`passwords().email().require_reset`](crate::passwords::email::Email::require_reset) instead.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `update.info.delete.password` on
    /// `stytch.member`, or on `stytch.self` for the member's own account.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`member_password_not_found`](crate::ErrorType::MemberPasswordNotFound): The member has no
    ///   password yet; offer a reset by email, or another way to log in.
    ///
    /// `DELETE /v1/b2b/organizations/{organization_id}/members/passwords/{member_password_id}` ([reference](https://stytch.com/docs/b2b/api/delete-member-password))
    pub fn delete_password(
        &self,
        request: DeletePasswordRequest,
    ) -> Call<DeletePasswordResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.delete_password",
            Verb::Delete,
            path!("/members/passwords/{member_password_id}"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("member_password_id", request.member_password_id.as_str())
            .into_call()
    }

    /// Takes the phone number off a member, which is also the first step to another one.
    ///
    /// Sessions go on, even those proven with the number, and the missing factor is noticed only at the
    /// next login. To have a new number at once, send a passcode to it with
    /// [`otps().sms().send`](crate::otps::sms::Sms::send) and check it with
    /// [`otps().sms().authenticate`](crate::otps::sms::Sms::authenticate).
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `update.info.delete.mfa-phone` on
    /// `stytch.member`, or on `stytch.self` for the member's own account.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    ///
    /// `DELETE /v1/b2b/organizations/{organization_id}/members/mfa_phone_numbers/{member_id}` ([reference](https://stytch.com/docs/b2b/api/delete-member-mfa-phone-number))
    pub fn delete_mfa_phone_number(
        &self,
        request: DeleteMfaPhoneNumberRequest,
    ) -> Call<DeleteMfaPhoneNumberResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.delete_mfa_phone_number",
            Verb::Delete,
            path!("/members/mfa_phone_numbers/{member_id}"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("member_id", request.member_id.as_str())
            .into_call()
    }

    /// Deletes a member's authenticator app registration, for instance when the phone is lost.
    ///
    /// A member has one registration at most, so this comes before another
    /// [`totps().create`](crate::totps::Totps::create). Sessions go on, even those proven with the app,
    /// and the missing factor is noticed only at the next login.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `update.info.delete.mfa-totp` on
    /// `stytch.member`, or on `stytch.self` for the member's own account.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    ///
    /// `DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}/totp` ([reference](https://stytch.com/docs/b2b/api/delete-member-mfa-totp))
    pub fn delete_totp(&self, request: DeleteTotpRequest) -> Call<DeleteTotpResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.delete_totp",
            Verb::Delete,
            path!("/members/{member_id}/totp"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("member_id", request.member_id.as_str())
            .into_call()
    }

    /// Finds the members of one or more organizations that meet some conditions.
    ///
    /// Without a query, these are all members who are not deleted. Made for administration pages and
    /// exports, not for logins: depending on the query a search takes from 150 milliseconds to 9
    /// seconds, and 100 a minute are allowed. To look up one member, use
    /// [`organizations().members().get`](crate::organizations::members::Members::get).
    ///
    /// With a member session, `organization_ids` may only name the member's own organization.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `search` on `stytch.member`.
    ///
    /// Await the call for one page, or go through all of them with `.stream()` and `.pages()`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`too_many_requests`](crate::ErrorType::TooManyRequests): The rate limit is reached; wait
    ///   before the next try.
    /// - [`member_search_member_email_fuzzy_too_short`](crate::ErrorType::MemberSearchMemberEmailFuzzyTooShort):
    ///   `member_email_fuzzy` needs at least three characters.
    /// - [`member_search_member_mfa_phone_number_fuzzy_too_short`](crate::ErrorType::MemberSearchMemberMfaPhoneNumberFuzzyTooShort):
    ///   `member_phone_number_fuzzy` needs at least three characters.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::SearchOperator;
    /// use stytch_b2b::organizations::members;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization_id = "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11";
    /// let query = members::SearchQuery::new(
    ///     SearchOperator::And,
    ///     [members::MemberFilter::member_email_fuzzy("@acme.example")],
    /// );
    /// let request = members::SearchRequest::new([organization_id]).query(query).limit(200);
    /// // The stream fetches the next page when it needs one.
    /// let mut members = stytch.organizations().members().search(request).stream();
    /// while let Some(member) = members.next().await {
    ///     println!("{}", member?.email_address);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/organizations/members/search` ([reference](https://stytch.com/docs/b2b/api/search-members))
    pub fn search(&self, request: SearchRequest) -> Call<SearchResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.search",
            Verb::Post,
            "/v1/b2b/organizations/members/search",
        )
        .repeatable()
        .paged_by("cursor");
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Lists the connected apps that may act for a member.
    ///
    /// These are the apps with which the member has completed an authorization that still stands. It
    /// falls when
    /// [`organizations().members().connected_apps().revoke`](crate::organizations::members::connected_apps::ConnectedApps::revoke)
    /// is called, and can fall when the organization changes which apps it allows.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `get.connected-apps` on
    /// `stytch.member`, or on `stytch.self` for the member's own account.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    ///
    /// `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps` ([reference](https://stytch.com/docs/b2b/api/connected-app-member-get-all))
    pub fn get_connected_apps(
        &self,
        request: GetConnectedAppsRequest,
    ) -> Call<GetConnectedAppsResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.get_connected_apps",
            Verb::Get,
            path!("/members/{member_id}/connected_apps"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("member_id", request.member_id.as_str())
            .into_call()
    }

    /// Fetches the tokens that identity providers issued when a member logged in over OIDC.
    ///
    /// With them your app can call the APIs of the identity provider in the member's name. An access
    /// token that came with a refresh token is renewed for you when it has expired.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`member_oidc_token_not_found`](crate::ErrorType::MemberOidcTokenNotFound): The member has not
    ///   logged in over an OIDC connection.
    ///
    /// `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oidc_providers`
    pub fn oidc_providers(&self, request: OidcProvidersRequest) -> Call<OidcProvidersResponse> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.oidc_providers",
            Verb::Get,
            path!("/members/{member_id}/oidc_providers"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("member_id", request.member_id.as_str())
            .query(
                "include_refresh_token",
                request.include_refresh_token.as_ref(),
            )
            .into_call()
    }
}

/// What [`Members::create`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct CreateRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// Email address of the member.
    pub email_address: String,
    /// The member's name, for people to read.
    pub name: Option<String>,
    /// Data of your own, at most 20 keys and 4 KB. Only your backend can change it, frontends can read
    /// it. An update replaces the keys that it names and keeps the others; a null removes a key.
    pub trusted_metadata: Option<Value>,
    /// Data of your own that people may also change themselves by way of a frontend SDK, so keep out of
    /// it whatever they must not decide. At most 20 keys and 4 KB; an update replaces the keys that it
    /// names and keeps the others; a null removes a key.
    pub untrusted_metadata: Option<Value>,
    /// Gives the member the status `pending` until the first login, and magic links the email template
    /// for signing up until then. False unless set.
    pub create_member_as_pending: Option<bool>,
    /// Whether the member may log in past the organization's restrictions on methods. Meant for
    /// emergencies, for instance when the identity provider is down.
    pub is_breakglass: Option<bool>,
    /// Phone number for passcodes, in E.164 format such as `+12025550162`. A member has one at most.
    pub mfa_phone_number: Option<String>,
    /// Whether the member owes a second factor at every login, even where the `mfa_policy` of the
    /// organization does not ask for one.
    pub mfa_enrolled: Option<bool>,
    /// Roles that the member is given directly, by `role_id`. Roles that come with an email domain or
    /// an SSO or SCIM connection need no mention.
    pub roles: Option<Vec<String>>,
    /// Your own id for the member, which most calls then take in place of `member_id`. Up to 128
    /// letters, digits and `.`, `_`, `-`, `|`; unique within the organization.
    pub external_id: Option<String>,
}

impl CreateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        email_address: impl Into<String>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            email_address: email_address.into(),
            name: None,
            trusted_metadata: None,
            untrusted_metadata: None,
            create_member_as_pending: None,
            is_breakglass: None,
            mfa_phone_number: None,
            mfa_enrolled: None,
            roles: None,
            external_id: None,
        }
    }

    /// The member's name, for people to read.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Data of your own, at most 20 keys and 4 KB.
    #[must_use]
    pub fn trusted_metadata(mut self, trusted_metadata: impl Into<Value>) -> Self {
        self.trusted_metadata = Some(trusted_metadata.into());
        self
    }

    /// Data of your own that people may also change themselves by way of a frontend SDK, so keep out of
    /// it whatever they must not decide.
    #[must_use]
    pub fn untrusted_metadata(mut self, untrusted_metadata: impl Into<Value>) -> Self {
        self.untrusted_metadata = Some(untrusted_metadata.into());
        self
    }

    /// Gives the member the status `pending` until the first login, and magic links the email template
    /// for signing up until then.
    #[must_use]
    pub fn create_member_as_pending(mut self, create_member_as_pending: bool) -> Self {
        self.create_member_as_pending = Some(create_member_as_pending);
        self
    }

    /// Whether the member may log in past the organization's restrictions on methods.
    #[must_use]
    pub fn is_breakglass(mut self, is_breakglass: bool) -> Self {
        self.is_breakglass = Some(is_breakglass);
        self
    }

    /// Phone number for passcodes, in E.164 format such as `+12025550162`.
    #[must_use]
    pub fn mfa_phone_number(mut self, mfa_phone_number: impl Into<String>) -> Self {
        self.mfa_phone_number = Some(mfa_phone_number.into());
        self
    }

    /// Whether the member owes a second factor at every login, even where the `mfa_policy` of the
    /// organization does not ask for one.
    #[must_use]
    pub fn mfa_enrolled(mut self, mfa_enrolled: bool) -> Self {
        self.mfa_enrolled = Some(mfa_enrolled);
        self
    }

    /// Roles that the member is given directly, by `role_id`.
    #[must_use]
    pub fn roles(mut self, roles: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.roles = Some(list(roles));
        self
    }

    /// Your own id for the member, which most calls then take in place of `member_id`.
    #[must_use]
    pub fn external_id(mut self, external_id: impl Into<String>) -> Self {
        self.external_id = Some(external_id.into());
        self
    }
}

#[doc(hidden)]
impl Body for CreateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email_address", &self.email_address);
        fields.add("name", &self.name);
        fields.add("trusted_metadata", &self.trusted_metadata);
        fields.add("untrusted_metadata", &self.untrusted_metadata);
        fields.add("create_member_as_pending", &self.create_member_as_pending);
        fields.add("is_breakglass", &self.is_breakglass);
        fields.add("mfa_phone_number", &self.mfa_phone_number);
        fields.add("mfa_enrolled", &self.mfa_enrolled);
        fields.add("roles", &self.roles);
        fields.add("external_id", &self.external_id);
    }
}

stytch_core::sent!(CreateRequest);

/// What [`Members::create`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct CreateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Member that the answer is about.
    pub member_id: MemberId,
    /// The member as it is after the call.
    pub member: Member,
    /// The organization with its settings.
    pub organization: Organization,
}

#[doc(hidden)]
impl Object for CreateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(CreateResponse);

/// What [`Members::get`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GetRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// Id of the member, or your external id for them.
    pub member_id: Option<MemberId>,
    /// Email address of the member.
    pub email_address: Option<String>,
}

impl GetRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: None,
            email_address: None,
        }
    }

    /// Id of the member, or your external id for them.
    #[must_use]
    pub fn member_id(mut self, member_id: impl Into<MemberId>) -> Self {
        self.member_id = Some(member_id.into());
        self
    }

    /// Email address of the member.
    #[must_use]
    pub fn email_address(mut self, email_address: impl Into<String>) -> Self {
        self.email_address = Some(email_address.into());
        self
    }
}

/// What [`Members::get`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GetResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Member that the answer is about.
    pub member_id: MemberId,
    /// The member as it is now.
    pub member: Member,
    /// The organization with its settings.
    pub organization: Organization,
}

#[doc(hidden)]
impl Object for GetResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GetResponse);

/// What [`Members::dangerously_get`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DangerouslyGetRequest {
    /// Id of the member; external ids do not work here.
    pub member_id: MemberId,
    /// Whether a deleted member is returned too, with the status `deleted`; false unless set.
    pub include_deleted: Option<bool>,
}

impl DangerouslyGetRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(member_id: impl Into<MemberId>) -> Self {
        Self {
            member_id: member_id.into(),
            include_deleted: None,
        }
    }

    /// Whether a deleted member is returned too, with the status `deleted`; false unless set.
    #[must_use]
    pub fn include_deleted(mut self, include_deleted: bool) -> Self {
        self.include_deleted = Some(include_deleted);
        self
    }
}

/// What [`Members::dangerously_get`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DangerouslyGetResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Member that the answer is about.
    pub member_id: MemberId,
    /// The member as it is now.
    pub member: Member,
    /// The organization with its settings.
    pub organization: Organization,
}

#[doc(hidden)]
impl Object for DangerouslyGetResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DangerouslyGetResponse);

/// What [`Members::update`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct UpdateRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
    /// Replaces the member's name.
    ///
    /// A member session needs `update.info.name` on `stytch.member`, or on `stytch.self` for the
    /// member's own account.
    pub name: Option<String>,
    /// Data of your own, at most 20 keys and 4 KB. Only your backend can change it, frontends can read
    /// it. An update replaces the keys that it names and keeps the others; a null removes a key.
    ///
    /// Must not be set when the call runs with a member session.
    pub trusted_metadata: Option<Value>,
    /// Data of your own that members may also write themselves, at most 20 keys and 4 KB. Keys that are
    /// named replace what was there, a null removes its key, all others stay.
    ///
    /// A member session needs `update.info.untrusted-metadata` on `stytch.member`, or on `stytch.self`
    /// for the member's own account.
    pub untrusted_metadata: Option<Value>,
    /// Lets the member log in past the organization's restrictions on methods, or not any more.
    ///
    /// A member session needs `update.settings.is-breakglass` on `stytch.member`.
    pub is_breakglass: Option<bool>,
    /// Gives the member a phone number, in E.164 form such as `+12025550162`. Fails if there is one:
    /// take it off first, with
    /// [`organizations().members().delete_mfa_phone_number`](crate::organizations::members::Members::delete_mfa_phone_number).
    ///
    /// A member session needs `update.info.mfa-phone` on `stytch.member`, or on `stytch.self` for the
    /// member's own account.
    pub mfa_phone_number: Option<String>,
    /// Whether the member owes a second factor at every login, even where the organization does not ask
    /// for one.
    ///
    /// A member session needs `update.settings.mfa-enrolled` on `stytch.member`, or on `stytch.self`
    /// for the member's own account.
    pub mfa_enrolled: Option<bool>,
    /// Replaces the roles that were given directly; an empty list takes them all away. Where the member
    /// also holds a lost role through an SSO connection or one of its groups, their sessions with a
    /// factor of that connection end, unless `preserve_existing_sessions` is set.
    ///
    /// A member session needs `update.settings.roles` on `stytch.member`.
    pub roles: Option<Vec<String>>,
    /// Whether sessions survive that rest on a role taken away here which the member also has through
    /// an SSO connection or one of its groups. False unless set: sessions with an SSO factor of that
    /// connection end.
    pub preserve_existing_sessions: Option<bool>,
    /// The second factor to use for a member who has several.
    ///
    /// A member session needs `update.settings.default-mfa-method` on `stytch.member`, or on
    /// `stytch.self` for the member's own account.
    pub default_mfa_method: Option<MfaMethod>,
    /// Gives the member another email address, which has to be verified anew, and deletes their
    /// password. The old address is retired: only this member can return to it. A member session never
    /// changes its own member's address; for that there is
    /// [`organizations().members().start_email_update`](crate::organizations::members::Members::start_email_update).
    ///
    /// A member session needs `update.info.email` on `stytch.member`.
    pub email_address: Option<String>,
    /// Your own id for the member, which most calls then take in place of `member_id`. Up to 128
    /// letters, digits and `.`, `_`, `-`, `|`; unique within the organization.
    pub external_id: Option<String>,
    /// With a new `email_address`: deletes the old one instead of retiring it, so that other members
    /// can have it. False unless set.
    pub unlink_email: Option<bool>,
}

impl UpdateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>, member_id: impl Into<MemberId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
            name: None,
            trusted_metadata: None,
            untrusted_metadata: None,
            is_breakglass: None,
            mfa_phone_number: None,
            mfa_enrolled: None,
            roles: None,
            preserve_existing_sessions: None,
            default_mfa_method: None,
            email_address: None,
            external_id: None,
            unlink_email: None,
        }
    }

    /// Replaces the member's name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Data of your own, at most 20 keys and 4 KB.
    #[must_use]
    pub fn trusted_metadata(mut self, trusted_metadata: impl Into<Value>) -> Self {
        self.trusted_metadata = Some(trusted_metadata.into());
        self
    }

    /// Data of your own that members may also write themselves, at most 20 keys and 4 KB.
    #[must_use]
    pub fn untrusted_metadata(mut self, untrusted_metadata: impl Into<Value>) -> Self {
        self.untrusted_metadata = Some(untrusted_metadata.into());
        self
    }

    /// Lets the member log in past the organization's restrictions on methods, or not any more.
    #[must_use]
    pub fn is_breakglass(mut self, is_breakglass: bool) -> Self {
        self.is_breakglass = Some(is_breakglass);
        self
    }

    /// Gives the member a phone number, in E.164 form such as `+12025550162`.
    #[must_use]
    pub fn mfa_phone_number(mut self, mfa_phone_number: impl Into<String>) -> Self {
        self.mfa_phone_number = Some(mfa_phone_number.into());
        self
    }

    /// Whether the member owes a second factor at every login, even where the organization does not ask
    /// for one.
    #[must_use]
    pub fn mfa_enrolled(mut self, mfa_enrolled: bool) -> Self {
        self.mfa_enrolled = Some(mfa_enrolled);
        self
    }

    /// Replaces the roles that were given directly; an empty list takes them all away.
    #[must_use]
    pub fn roles(mut self, roles: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.roles = Some(list(roles));
        self
    }

    /// Whether sessions survive that rest on a role taken away here which the member also has through
    /// an SSO connection or one of its groups.
    #[must_use]
    pub fn preserve_existing_sessions(mut self, preserve_existing_sessions: bool) -> Self {
        self.preserve_existing_sessions = Some(preserve_existing_sessions);
        self
    }

    /// The second factor to use for a member who has several.
    #[must_use]
    pub fn default_mfa_method(mut self, default_mfa_method: impl Into<MfaMethod>) -> Self {
        self.default_mfa_method = Some(default_mfa_method.into());
        self
    }

    /// Gives the member another email address, which has to be verified anew, and deletes their
    /// password.
    #[must_use]
    pub fn email_address(mut self, email_address: impl Into<String>) -> Self {
        self.email_address = Some(email_address.into());
        self
    }

    /// Your own id for the member, which most calls then take in place of `member_id`.
    #[must_use]
    pub fn external_id(mut self, external_id: impl Into<String>) -> Self {
        self.external_id = Some(external_id.into());
        self
    }

    /// With a new `email_address`: deletes the old one instead of retiring it, so that other members
    /// can have it.
    #[must_use]
    pub fn unlink_email(mut self, unlink_email: bool) -> Self {
        self.unlink_email = Some(unlink_email);
        self
    }
}

#[doc(hidden)]
impl Body for UpdateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("name", &self.name);
        fields.add("trusted_metadata", &self.trusted_metadata);
        fields.add("untrusted_metadata", &self.untrusted_metadata);
        fields.add("is_breakglass", &self.is_breakglass);
        fields.add("mfa_phone_number", &self.mfa_phone_number);
        fields.add("mfa_enrolled", &self.mfa_enrolled);
        fields.add("roles", &self.roles);
        fields.add(
            "preserve_existing_sessions",
            &self.preserve_existing_sessions,
        );
        fields.add("default_mfa_method", &self.default_mfa_method);
        fields.add("email_address", &self.email_address);
        fields.add("external_id", &self.external_id);
        fields.add("unlink_email", &self.unlink_email);
    }
}

stytch_core::sent!(UpdateRequest);

/// What [`Members::update`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct UpdateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Member that the answer is about.
    pub member_id: MemberId,
    /// The member as it is after the call.
    pub member: Member,
    /// The organization with its settings.
    pub organization: Organization,
}

#[doc(hidden)]
impl Object for UpdateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(UpdateResponse);

/// What [`Members::start_email_update`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct StartEmailUpdateRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
    /// The address to move to; the link or passcode goes there.
    pub email_address: String,
    /// Where the link leads: a page of your app that passes the token in its query to
    /// [`magic_links().authenticate`](crate::magic_links::MagicLinks::authenticate). The project's
    /// default when left out; without a default, the call fails.
    pub login_redirect_url: Option<String>,
    /// Language of the email.
    pub locale: Option<Locale>,
    /// Email template for the link, of the kind "Magic Links - Login" in the dashboard; the default
    /// template unless set.
    pub login_template_id: Option<String>,
    /// Whether a link or a passcode goes to the new address; `EMAIL_MAGIC_LINK` unless set.
    pub delivery_method: Option<EmailUpdateMethod>,
}

impl StartEmailUpdateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        member_id: impl Into<MemberId>,
        email_address: impl Into<String>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
            email_address: email_address.into(),
            login_redirect_url: None,
            locale: None,
            login_template_id: None,
            delivery_method: None,
        }
    }

    /// Where the link leads: a page of your app that passes the token in its query to
    /// [`magic_links().authenticate`](crate::magic_links::MagicLinks::authenticate).
    #[must_use]
    pub fn login_redirect_url(mut self, login_redirect_url: impl Into<String>) -> Self {
        self.login_redirect_url = Some(login_redirect_url.into());
        self
    }

    /// Language of the email.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<Locale>) -> Self {
        self.locale = Some(locale.into());
        self
    }

    /// Email template for the link, of the kind "Magic Links - Login" in the dashboard; the default
    /// template unless set.
    #[must_use]
    pub fn login_template_id(mut self, login_template_id: impl Into<String>) -> Self {
        self.login_template_id = Some(login_template_id.into());
        self
    }

    /// Whether a link or a passcode goes to the new address; `EMAIL_MAGIC_LINK` unless set.
    #[must_use]
    pub fn delivery_method(mut self, delivery_method: impl Into<EmailUpdateMethod>) -> Self {
        self.delivery_method = Some(delivery_method.into());
        self
    }
}

#[doc(hidden)]
impl Body for StartEmailUpdateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email_address", &self.email_address);
        fields.add("login_redirect_url", &self.login_redirect_url);
        fields.add("locale", &self.locale);
        fields.add("login_template_id", &self.login_template_id);
        fields.add("delivery_method", &self.delivery_method);
    }
}

stytch_core::sent!(StartEmailUpdateRequest);

/// What [`Members::start_email_update`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct StartEmailUpdateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Member that the answer is about.
    pub member_id: MemberId,
    /// The member as it is after the call.
    pub member: Member,
    /// The organization with its settings.
    pub organization: Organization,
}

#[doc(hidden)]
impl Object for StartEmailUpdateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(StartEmailUpdateResponse);

/// What [`Members::unlink_retired_email`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct UnlinkRetiredEmailRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
    /// Id of the retired address.
    pub email_id: Option<EmailId>,
    /// The retired address itself.
    pub email_address: Option<String>,
}

impl UnlinkRetiredEmailRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>, member_id: impl Into<MemberId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
            email_id: None,
            email_address: None,
        }
    }

    /// Id of the retired address.
    #[must_use]
    pub fn email_id(mut self, email_id: impl Into<EmailId>) -> Self {
        self.email_id = Some(email_id.into());
        self
    }

    /// The retired address itself.
    #[must_use]
    pub fn email_address(mut self, email_address: impl Into<String>) -> Self {
        self.email_address = Some(email_address.into());
        self
    }
}

#[doc(hidden)]
impl Body for UnlinkRetiredEmailRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email_id", &self.email_id);
        fields.add("email_address", &self.email_address);
    }
}

stytch_core::sent!(UnlinkRetiredEmailRequest);

/// What [`Members::unlink_retired_email`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct UnlinkRetiredEmailResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Member that the answer is about.
    pub member_id: MemberId,
    /// The member as it is after the call.
    pub member: Member,
    /// The organization with its settings.
    pub organization: Organization,
    /// Organization that the answer is about.
    pub organization_id: OrganizationId,
}

#[doc(hidden)]
impl Object for UnlinkRetiredEmailResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            "organization_id" => self.organization_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(UnlinkRetiredEmailResponse);

/// What [`Members::delete`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
}

impl DeleteRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>, member_id: impl Into<MemberId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
        }
    }
}

/// What [`Members::delete`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The member who is gone.
    pub member_id: MemberId,
}

#[doc(hidden)]
impl Object for DeleteResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteResponse);

/// What [`Members::reactivate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ReactivateRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// Id of the deleted member; external ids do not work here.
    pub member_id: MemberId,
}

impl ReactivateRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>, member_id: impl Into<MemberId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
        }
    }
}

#[doc(hidden)]
impl Body for ReactivateRequest {
    fn fields<'a>(&'a self, _: &mut Fields<'a>) {}
}

stytch_core::sent!(ReactivateRequest);

/// What [`Members::reactivate`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ReactivateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Member that the answer is about.
    pub member_id: MemberId,
    /// The member as it is after the call.
    pub member: Member,
    /// The organization with its settings.
    pub organization: Organization,
}

#[doc(hidden)]
impl Object for ReactivateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ReactivateResponse);

/// What [`Members::delete_external_id`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteExternalIdRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
}

impl DeleteExternalIdRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>, member_id: impl Into<MemberId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
        }
    }
}

/// What [`Members::delete_external_id`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteExternalIdResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Member that the answer is about.
    pub member_id: MemberId,
    /// The member as it is after the call.
    pub member: Member,
    /// The organization with its settings.
    pub organization: Organization,
}

#[doc(hidden)]
impl Object for DeleteExternalIdResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteExternalIdResponse);

/// What [`Members::delete_password`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeletePasswordRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// Id of the password, as it stands in [`organizations::Member`](crate::organizations::Member).
    pub member_password_id: MemberPasswordId,
}

impl DeletePasswordRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        member_password_id: impl Into<MemberPasswordId>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_password_id: member_password_id.into(),
        }
    }
}

/// What [`Members::delete_password`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeletePasswordResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Member that the answer is about.
    pub member_id: MemberId,
    /// The member as it is after the call.
    pub member: Member,
    /// The organization with its settings.
    pub organization: Organization,
}

#[doc(hidden)]
impl Object for DeletePasswordResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeletePasswordResponse);

/// What [`Members::delete_mfa_phone_number`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteMfaPhoneNumberRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
}

impl DeleteMfaPhoneNumberRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>, member_id: impl Into<MemberId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
        }
    }
}

/// What [`Members::delete_mfa_phone_number`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteMfaPhoneNumberResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Member that the answer is about.
    pub member_id: MemberId,
    /// The member as it is after the call.
    pub member: Member,
    /// The organization with its settings.
    pub organization: Organization,
}

#[doc(hidden)]
impl Object for DeleteMfaPhoneNumberResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteMfaPhoneNumberResponse);

/// What [`Members::delete_totp`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteTotpRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
}

impl DeleteTotpRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>, member_id: impl Into<MemberId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
        }
    }
}

/// What [`Members::delete_totp`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteTotpResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Member that the answer is about.
    pub member_id: MemberId,
    /// The member as it is after the call.
    pub member: Member,
    /// The organization with its settings.
    pub organization: Organization,
}

#[doc(hidden)]
impl Object for DeleteTotpResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteTotpResponse);

/// What [`Members::search`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SearchRequest {
    /// Organizations to search, at least one; slugs and external ids are not documented to work here.
    pub organization_ids: Vec<OrganizationId>,
    /// Where to go on: `next_cursor` of the page before. Leave it out for the first page.
    pub cursor: Option<String>,
    /// Most results on one page, at most 1000; 100 unless set.
    pub limit: Option<u32>,
    /// Conditions that a member has to meet; all who are not deleted unless set.
    pub query: Option<SearchQuery>,
}

impl SearchRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(organization_ids: impl IntoIterator<Item = impl Into<OrganizationId>>) -> Self {
        Self {
            organization_ids: list(organization_ids),
            cursor: None,
            limit: None,
            query: None,
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

    /// Conditions that a member has to meet; all who are not deleted unless set.
    #[must_use]
    pub fn query(mut self, query: SearchQuery) -> Self {
        self.query = Some(query);
        self
    }
}

#[doc(hidden)]
impl Body for SearchRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("organization_ids", &self.organization_ids);
        fields.add("cursor", &self.cursor);
        fields.add("limit", &self.limit);
        fields.add("query", &self.query);
    }
}

stytch_core::sent!(SearchRequest);

/// What [`Members::search`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct SearchResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// One page of the members found.
    pub members: Vec<Member>,
    /// Number of results, and where the next page starts.
    pub results_metadata: ResultsMetadata,
    /// The organizations of the members on this page, by organization id.
    pub organizations: BTreeMap<String, Organization>,
}

#[doc(hidden)]
impl Object for SearchResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "members" => self.members.slot(),
            "results_metadata" => self.results_metadata.slot(),
            "organizations" => self.organizations.slot(),
            _ => return None,
        })
    }
}

#[doc(hidden)]
impl Page for SearchResponse {
    type Item = Member;
    fn next_cursor(&self) -> Option<&str> {
        self.results_metadata.next_cursor.as_deref()
    }

    fn into_items(self) -> Vec<Member> {
        self.members
    }
}

stytch_core::received!(SearchResponse);

/// What [`Members::get_connected_apps`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GetConnectedAppsRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
}

impl GetConnectedAppsRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>, member_id: impl Into<MemberId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
        }
    }
}

/// What [`Members::get_connected_apps`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GetConnectedAppsResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The apps that the member authorized, with the scopes granted to each.
    pub connected_apps: Vec<MemberConnectedApp>,
}

#[doc(hidden)]
impl Object for GetConnectedAppsResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connected_apps" => self.connected_apps.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GetConnectedAppsResponse);

/// What [`Members::oidc_providers`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct OidcProvidersRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
    /// Whether to return the stored refresh token as well; false unless set. Once your app has used it
    /// up, the access token may no longer be renewed for you.
    pub include_refresh_token: Option<bool>,
}

impl OidcProvidersRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>, member_id: impl Into<MemberId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
            include_refresh_token: None,
        }
    }

    /// Whether to return the stored refresh token as well; false unless set.
    #[must_use]
    pub fn include_refresh_token(mut self, include_refresh_token: bool) -> Self {
        self.include_refresh_token = Some(include_refresh_token);
        self
    }
}

/// What [`Members::oidc_providers`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct OidcProvidersResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The tokens, one entry for each OIDC connection that the member has logged in over.
    pub registrations: Vec<OidcProviderInfo>,
}

#[doc(hidden)]
impl Object for OidcProvidersResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "registrations" => self.registrations.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(OidcProvidersResponse);

/// How a member proves that a new email address is theirs.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum EmailUpdateMethod {
    /// `EMAIL_MAGIC_LINK`: By following a link sent to the new address.
    EmailMagicLink,
    /// `EMAIL_OTP`: By typing a passcode sent to the new address.
    EmailOtp,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl EmailUpdateMethod {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::EmailMagicLink => "EMAIL_MAGIC_LINK",
            Self::EmailOtp => "EMAIL_OTP",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for EmailUpdateMethod {
    fn from(value: &str) -> Self {
        match value {
            "EMAIL_MAGIC_LINK" => Self::EmailMagicLink,
            "EMAIL_OTP" => Self::EmailOtp,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(EmailUpdateMethod);

/// A connected app that a member has given access to their account.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct MemberConnectedApp {
    /// Id of the connected app; its OAuth `client_id`.
    pub connected_app_id: ConnectedAppId,
    /// Who makes the app, and whether it can keep a secret.
    pub client_type: ClientType,
    /// Address of the logo of a connected app, if it has one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub logo_url: Option<String>,
    /// Scopes that the app got when it was last authorized, separated by spaces.
    pub scopes_granted: String,
    /// Name of the app, as the member saw it when giving consent.
    pub name: String,
    /// What the app is and does, for people to read.
    pub description: String,
}

#[doc(hidden)]
impl Object for MemberConnectedApp {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "connected_app_id" => self.connected_app_id.slot(),
            "client_type" => self.client_type.slot(),
            "logo_url" => self.logo_url.slot(),
            "scopes_granted" => self.scopes_granted.slot(),
            "name" => self.name.slot(),
            "description" => self.description.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(MemberConnectedApp);

/// One condition of a member search.
///
/// The fuzzy ones look for a part of the text, of at least three characters.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum MemberFilter {
    /// The id is one of these. Your own external ids work too, but not mixed with other ids.
    MemberIds(Vec<MemberId>),
    /// The email address is one of these.
    MemberEmails(Vec<String>),
    /// The email address resembles this.
    MemberEmailFuzzy(String),
    /// Whether the member may log in past the organization's restrictions on methods.
    MemberIsBreakglass(bool),
    /// The status is one of these. Deleted members turn up only if `deleted` is among them.
    Statuses(Vec<MemberStatus>),
    /// The phone number, in E.164 form, is one of these.
    MemberPhoneNumbers(Vec<String>),
    /// The phone number resembles this.
    MemberPhoneNumberFuzzy(String),
    /// A condition that is newer than this crate.
    Other {
        /// Its name.
        filter_name: String,
        /// Its value.
        filter_value: Value,
    },
}

impl MemberFilter {
    /// The id is one of these. Your own external ids work too, but not mixed with other ids.
    #[must_use]
    pub fn member_ids(value: impl IntoIterator<Item = impl Into<MemberId>>) -> Self {
        Self::MemberIds(list(value))
    }

    /// The email address is one of these.
    #[must_use]
    pub fn member_emails(value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::MemberEmails(list(value))
    }

    /// The email address resembles this.
    #[must_use]
    pub fn member_email_fuzzy(value: impl Into<String>) -> Self {
        Self::MemberEmailFuzzy(value.into())
    }

    /// Whether the member may log in past the organization's restrictions on methods.
    #[must_use]
    pub fn member_is_breakglass(value: bool) -> Self {
        Self::MemberIsBreakglass(value)
    }

    /// The status is one of these. Deleted members turn up only if `deleted` is among them.
    #[must_use]
    pub fn statuses(value: impl IntoIterator<Item = impl Into<MemberStatus>>) -> Self {
        Self::Statuses(list(value))
    }

    /// The phone number, in E.164 form, is one of these.
    #[must_use]
    pub fn member_phone_numbers(value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::MemberPhoneNumbers(list(value))
    }

    /// The phone number resembles this.
    #[must_use]
    pub fn member_phone_number_fuzzy(value: impl Into<String>) -> Self {
        Self::MemberPhoneNumberFuzzy(value.into())
    }
}

#[doc(hidden)]
impl Body for MemberFilter {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        let (name, value): (&str, &dyn Write) = match self {
            Self::MemberIds(value) => ("member_ids", value),
            Self::MemberEmails(value) => ("member_emails", value),
            Self::MemberEmailFuzzy(value) => ("member_email_fuzzy", value),
            Self::MemberIsBreakglass(value) => ("member_is_breakglass", value),
            Self::Statuses(value) => ("statuses", value),
            Self::MemberPhoneNumbers(value) => ("member_phone_numbers", value),
            Self::MemberPhoneNumberFuzzy(value) => ("member_phone_number_fuzzy", value),
            Self::Other {
                filter_name,
                filter_value,
            } => (filter_name, filter_value),
        };
        fields.filter(name, value);
    }
}

#[cfg(feature = "deserialize")]
impl<'de> Deserialize<'de> for MemberFilter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let operand = Operand::deserialize(deserializer)?;
        let known = match operand.filter_name.as_str() {
            "member_ids" => operand.value().map(Self::MemberIds),
            "member_emails" => operand.value().map(Self::MemberEmails),
            "member_email_fuzzy" => operand.value().map(Self::MemberEmailFuzzy),
            "member_is_breakglass" => operand.value().map(Self::MemberIsBreakglass),
            "statuses" => operand.value().map(Self::Statuses),
            "member_phone_numbers" => operand.value().map(Self::MemberPhoneNumbers),
            "member_phone_number_fuzzy" => operand.value().map(Self::MemberPhoneNumberFuzzy),
            _ => None,
        };
        Ok(known.unwrap_or(Self::Other {
            filter_name: operand.filter_name,
            filter_value: operand.filter_value,
        }))
    }
}

stytch_core::sent!(MemberFilter);

/// The tokens that an identity provider issued when a member logged in over OIDC.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct OidcProviderInfo {
    /// The member's id at the identity provider, the `sub` of OIDC.
    pub provider_subject: String,
    /// The provider's ID token, a JWT that says who the person is; what stands in it differs from
    /// provider to provider.
    pub id_token: Secret,
    /// Token for calls to the provider's own API in the person's name.
    pub access_token: Secret,
    /// Seconds for which the access token is still good.
    pub access_token_expires_in: i32,
    /// Scopes that the identity provider granted.
    pub scopes: Vec<String>,
    /// OIDC connection over which the member logged in.
    pub connection_id: ConnectionId,
    /// Token that gets new access tokens from the identity provider; only with `include_refresh_token`,
    /// and if the provider issued one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub refresh_token: Option<Secret>,
}

#[doc(hidden)]
impl Object for OidcProviderInfo {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "provider_subject" => self.provider_subject.slot(),
            "id_token" => self.id_token.slot(),
            "access_token" => self.access_token.slot(),
            "access_token_expires_in" => self.access_token_expires_in.slot(),
            "scopes" => self.scopes.slot(),
            "connection_id" => self.connection_id.slot(),
            "refresh_token" => self.refresh_token.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(OidcProviderInfo);

/// The conditions of a member search.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SearchQuery {
    /// How the operands combine; `AND` in all new code.
    pub operator: SearchOperator,
    /// The conditions; without any, every member who is not deleted matches.
    pub operands: Vec<MemberFilter>,
}

impl SearchQuery {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(
        operator: impl Into<SearchOperator>,
        operands: impl IntoIterator<Item = MemberFilter>,
    ) -> Self {
        Self {
            operator: operator.into(),
            operands: list(operands),
        }
    }
}

#[doc(hidden)]
impl Body for SearchQuery {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("operator", &self.operator);
        fields.add("operands", &self.operands);
    }
}

stytch_core::sent!(SearchQuery);
