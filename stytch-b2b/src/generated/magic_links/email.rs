// Generated from spec/b2b/magic_links.email.yaml by `cargo xtask generate`. Do not edit.

//! Email magic links to members of a known organization.
//!
//! The links lead to a redirect URL of yours, which has to be among those set in the dashboard,
//! with the token in the query;
//! [`magic_links().authenticate`](crate::magic_links::MagicLinks::authenticate) takes it from
//! there.

pub mod discovery;

use stytch_core::Value;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot, list};

use crate::organizations::{Member, Organization};
use crate::{Locale, MemberId, OrganizationId};

#[cfg(feature = "client")]
use stytch_core::{AsMember, Call, Handle, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.magic_links().email()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Email {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Email {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`magic_links::email::discovery`](discovery): [`send`](discovery::Discovery::send).
    #[must_use]
    pub fn discovery(&self) -> discovery::Discovery {
        discovery::Discovery::new(self.client.clone())
    }

    /// Sends a login link to an active member, or a signup link to anyone else.
    ///
    /// An address that is new to the organization makes a member if the organization lets people join
    /// by email domain. New members are `pending` until they use the link; pending and invited ones get
    /// a signup link as well. Finish with
    /// [`magic_links().authenticate`](crate::magic_links::MagicLinks::authenticate) either way.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`inactive_email`](crate::ErrorType::InactiveEmail): The address is marked as one that email
    ///   does not reach; ask for another.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`email_jit_provisioning_not_allowed`](crate::ErrorType::EmailJitProvisioningNotAllowed):
    ///   Nobody in the organization has this email address, and the organization does not let people
    ///   join by themselves.
    /// - [`invalid_email_for_jit_provisioning`](crate::ErrorType::InvalidEmailForJitProvisioning):
    ///   Nobody in the organization has this email address, and its domain is not one that may join by
    ///   itself.
    /// - [`operation_restricted_by_organization_auth_methods`](crate::ErrorType::OperationRestrictedByOrganizationAuthMethods):
    ///   The organization does not allow this login method.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::magic_links::email;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = email::LoginOrSignupRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "ada@example.com",
    /// )
    /// .login_redirect_url("https://app.example.com/authenticate")
    /// .signup_redirect_url("https://app.example.com/authenticate");
    /// let sent = stytch.magic_links().email().login_or_signup(request).await?;
    /// if sent.member_created {
    ///     println!("welcome, {}", sent.member.email_address);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/magic_links/email/login_or_signup` ([reference](https://stytch.com/docs/b2b/api/send-login-signup-email))
    pub fn login_or_signup(&self, request: LoginOrSignupRequest) -> Call<LoginOrSignupResponse> {
        const OPERATION: Operation = Operation::new(
            "magic_links.email.login_or_signup",
            Verb::Post,
            "/v1/b2b/magic_links/email/login_or_signup",
        );
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Invites someone to an organization by email.
    ///
    /// Creates a member with the status `invited`, who becomes active by using the link, that is when
    /// you pass its token to
    /// [`magic_links().authenticate`](crate::magic_links::MagicLinks::authenticate). A pending member
    /// turns into an invited one; inviting an active member fails. To take an invitation back, delete
    /// the member with
    /// [`organizations().members().delete`](crate::organizations::members::Members::delete): that also
    /// voids the links sent so far.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `create` on `stytch.member`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`inactive_email`](crate::ErrorType::InactiveEmail): The address is marked as one that email
    ///   does not reach; ask for another.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`duplicate_member_email`](crate::ErrorType::DuplicateMemberEmail): A member of the
    ///   organization has this email address already.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::magic_links::email;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = email::InviteRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "grace@example.com",
    /// )
    /// .name("Grace Hopper")
    /// .roles(["editor"]);
    /// let invited = stytch
    ///     .magic_links()
    ///     .email()
    ///     .invite(request)
    ///     // The API checks whether this member may invite others.
    ///     .session_jwt("the JWT of the administrator who clicks")
    ///     .await?;
    /// println!("{} is {}", invited.member_id, invited.member.status);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/magic_links/email/invite` ([reference](https://stytch.com/docs/b2b/api/send-invite-email))
    pub fn invite(&self, request: InviteRequest) -> Call<InviteResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "magic_links.email.invite",
            Verb::Post,
            "/v1/b2b/magic_links/email/invite",
        );
        self.client
            .prepare(&OPERATION)
            .object("trusted_metadata", &request.trusted_metadata)
            .object("untrusted_metadata", &request.untrusted_metadata)
            .json(&request)
            .into_call()
    }
}

/// What [`Email::login_or_signup`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct LoginOrSignupRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// Email address of the member.
    pub email_address: String,
    /// Where a login link leads: an address of your backend that authenticates the token. The
    /// dashboard's default for logins unless set; without a default the call fails.
    pub login_redirect_url: Option<String>,
    /// Where a signup link leads: an address of your backend that authenticates the token. The
    /// dashboard's default for signups unless set; without a default the call fails.
    pub signup_redirect_url: Option<String>,
    /// Base64url of the SHA-256 hash of a one-time secret that your app keeps. With it set, the login
    /// only completes in the app that presents the secret as `pkce_code_verifier`.
    pub pkce_code_challenge: Option<String>,
    /// Template for a login email, of the kind "Magic Links - Login" in the dashboard; the default
    /// template unless set.
    pub login_template_id: Option<String>,
    /// Template for a signup email, of the kind "Magic Links - Signup" in the dashboard; the default
    /// template unless set.
    pub signup_template_id: Option<String>,
    /// Language of the email; English unless set.
    pub locale: Option<Locale>,
    /// Minutes for which a login link works, 5 to 10080 (a week); 60 unless set.
    pub login_expiration_minutes: Option<u32>,
    /// Minutes for which a signup link works, 5 to 10080 (a week); 60 unless set.
    pub signup_expiration_minutes: Option<u32>,
}

impl LoginOrSignupRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        email_address: impl Into<String>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            email_address: email_address.into(),
            login_redirect_url: None,
            signup_redirect_url: None,
            pkce_code_challenge: None,
            login_template_id: None,
            signup_template_id: None,
            locale: None,
            login_expiration_minutes: None,
            signup_expiration_minutes: None,
        }
    }

    /// Where a login link leads: an address of your backend that authenticates the token.
    #[must_use]
    pub fn login_redirect_url(mut self, login_redirect_url: impl Into<String>) -> Self {
        self.login_redirect_url = Some(login_redirect_url.into());
        self
    }

    /// Where a signup link leads: an address of your backend that authenticates the token.
    #[must_use]
    pub fn signup_redirect_url(mut self, signup_redirect_url: impl Into<String>) -> Self {
        self.signup_redirect_url = Some(signup_redirect_url.into());
        self
    }

    /// Base64url of the SHA-256 hash of a one-time secret that your app keeps.
    #[must_use]
    pub fn pkce_code_challenge(mut self, pkce_code_challenge: impl Into<String>) -> Self {
        self.pkce_code_challenge = Some(pkce_code_challenge.into());
        self
    }

    /// Template for a login email, of the kind "Magic Links - Login" in the dashboard; the default
    /// template unless set.
    #[must_use]
    pub fn login_template_id(mut self, login_template_id: impl Into<String>) -> Self {
        self.login_template_id = Some(login_template_id.into());
        self
    }

    /// Template for a signup email, of the kind "Magic Links - Signup" in the dashboard; the default
    /// template unless set.
    #[must_use]
    pub fn signup_template_id(mut self, signup_template_id: impl Into<String>) -> Self {
        self.signup_template_id = Some(signup_template_id.into());
        self
    }

    /// Language of the email; English unless set.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<Locale>) -> Self {
        self.locale = Some(locale.into());
        self
    }

    /// Minutes for which a login link works, 5 to 10080 (a week); 60 unless set.
    #[must_use]
    pub fn login_expiration_minutes(mut self, login_expiration_minutes: u32) -> Self {
        self.login_expiration_minutes = Some(login_expiration_minutes);
        self
    }

    /// Minutes for which a signup link works, 5 to 10080 (a week); 60 unless set.
    #[must_use]
    pub fn signup_expiration_minutes(mut self, signup_expiration_minutes: u32) -> Self {
        self.signup_expiration_minutes = Some(signup_expiration_minutes);
        self
    }
}

#[doc(hidden)]
impl Body for LoginOrSignupRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("organization_id", &self.organization_id);
        fields.add("email_address", &self.email_address);
        fields.add("login_redirect_url", &self.login_redirect_url);
        fields.add("signup_redirect_url", &self.signup_redirect_url);
        fields.add("pkce_code_challenge", &self.pkce_code_challenge);
        fields.add("login_template_id", &self.login_template_id);
        fields.add("signup_template_id", &self.signup_template_id);
        fields.add("locale", &self.locale);
        fields.add("login_expiration_minutes", &self.login_expiration_minutes);
        fields.add("signup_expiration_minutes", &self.signup_expiration_minutes);
    }
}

stytch_core::sent!(LoginOrSignupRequest);

/// What [`Email::login_or_signup`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct LoginOrSignupResponse {
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
    /// Whether the call created the member; false if the member was there before.
    pub member_created: bool,
}

#[doc(hidden)]
impl Object for LoginOrSignupResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            "member_created" => self.member_created.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(LoginOrSignupResponse);

/// What [`Email::invite`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct InviteRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// Email address of the member.
    pub email_address: String,
    /// Where the link leads: an address of your backend that authenticates the token. The dashboard's
    /// default for invitations unless set; without a default the call fails.
    pub invite_redirect_url: Option<String>,
    /// The member who invites.
    pub invited_by_member_id: Option<MemberId>,
    /// The member's name, for people to read.
    pub name: Option<String>,
    /// Data of your own, at most 20 keys and 4 KB. Only your backend can change it, frontends can read
    /// it. An update replaces the keys that it names and keeps the others; a null removes a key.
    pub trusted_metadata: Option<Value>,
    /// Data of your own that people may also change themselves by way of a frontend SDK, so keep out of
    /// it whatever they must not decide. At most 20 keys and 4 KB; an update replaces the keys that it
    /// names and keeps the others; a null removes a key.
    pub untrusted_metadata: Option<Value>,
    /// Template for the email, of the kind "Magic Links - Invite" in the dashboard; the default
    /// template unless set.
    pub invite_template_id: Option<String>,
    /// Language of the email; English unless set.
    pub locale: Option<Locale>,
    /// Roles that the member is given directly, by `role_id`. Roles that come with an email domain or
    /// an SSO or SCIM connection need no mention.
    pub roles: Option<Vec<String>>,
    /// Minutes for which the link works, 5 to 10080; 10080 (a week) unless set.
    pub invite_expiration_minutes: Option<u32>,
}

impl InviteRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        email_address: impl Into<String>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            email_address: email_address.into(),
            invite_redirect_url: None,
            invited_by_member_id: None,
            name: None,
            trusted_metadata: None,
            untrusted_metadata: None,
            invite_template_id: None,
            locale: None,
            roles: None,
            invite_expiration_minutes: None,
        }
    }

    /// Where the link leads: an address of your backend that authenticates the token.
    #[must_use]
    pub fn invite_redirect_url(mut self, invite_redirect_url: impl Into<String>) -> Self {
        self.invite_redirect_url = Some(invite_redirect_url.into());
        self
    }

    /// The member who invites.
    #[must_use]
    pub fn invited_by_member_id(mut self, invited_by_member_id: impl Into<MemberId>) -> Self {
        self.invited_by_member_id = Some(invited_by_member_id.into());
        self
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

    /// Template for the email, of the kind "Magic Links - Invite" in the dashboard; the default
    /// template unless set.
    #[must_use]
    pub fn invite_template_id(mut self, invite_template_id: impl Into<String>) -> Self {
        self.invite_template_id = Some(invite_template_id.into());
        self
    }

    /// Language of the email; English unless set.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<Locale>) -> Self {
        self.locale = Some(locale.into());
        self
    }

    /// Roles that the member is given directly, by `role_id`.
    #[must_use]
    pub fn roles(mut self, roles: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.roles = Some(list(roles));
        self
    }

    /// Minutes for which the link works, 5 to 10080; 10080 (a week) unless set.
    #[must_use]
    pub fn invite_expiration_minutes(mut self, invite_expiration_minutes: u32) -> Self {
        self.invite_expiration_minutes = Some(invite_expiration_minutes);
        self
    }
}

#[doc(hidden)]
impl Body for InviteRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("organization_id", &self.organization_id);
        fields.add("email_address", &self.email_address);
        fields.add("invite_redirect_url", &self.invite_redirect_url);
        fields.add("invited_by_member_id", &self.invited_by_member_id);
        fields.add("name", &self.name);
        fields.add("trusted_metadata", &self.trusted_metadata);
        fields.add("untrusted_metadata", &self.untrusted_metadata);
        fields.add("invite_template_id", &self.invite_template_id);
        fields.add("locale", &self.locale);
        fields.add("roles", &self.roles);
        fields.add("invite_expiration_minutes", &self.invite_expiration_minutes);
    }
}

stytch_core::sent!(InviteRequest);

/// What [`Email::invite`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct InviteResponse {
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
impl Object for InviteResponse {
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

stytch_core::received!(InviteResponse);
