// Generated from spec/b2b/organizations.members.oauth_providers.yaml by `cargo xtask generate`. Do not edit.

//! Get the tokens that Google and other OAuth providers issued when a member logged in.
//!
//! They let your app call the provider's own API in the member's name: read a calendar, post a
//! message, list repositories. What they allow is decided by the scopes that the login asked for.
//! Tokens of OIDC connections are at
//! [`organizations().members().oidc_providers`](crate::organizations::members::Members::oidc_providers).

use stytch_core::Secret;
use stytch_core::wire::{Object, Receive, Slot};

use crate::{MemberId, OrganizationId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Verb};

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

/// `stytch.organizations().members().oauth_providers()`, on which the calls of [this module](self)
/// are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct OauthProviders {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl OauthProviders {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Fetches the tokens that Google issued when a member logged in.
    ///
    /// If there is a refresh token, an expired access token is renewed before it is returned. Google
    /// does not issue one at every login, and lets those lapse that nobody uses: to get one for
    /// certain, add `provider_prompt=consent` to the address that starts the login.
    ///
    /// Google One Tap yields no access token: a member who has only ever used that has no tokens here.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`member_oauth_token_not_found`](crate::ErrorType::MemberOauthTokenNotFound): The member has
    ///   not logged in with this OAuth provider.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::organizations::members::oauth_providers;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization_id = "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11";
    /// let member_id = "member-test-5f2a9c1e-83d4-4b6a-9e07-1c6d2b7f4a90";
    /// # async fn list_calendars(_bearer: &str) {}
    /// let google = stytch
    ///     .organizations()
    ///     .members()
    ///     .oauth_providers()
    ///     .google(oauth_providers::GoogleRequest::new(organization_id, member_id))
    ///     .await?;
    /// match &google.access_token {
    ///     Some(token) => list_calendars(token.expose()).await,
    ///     None => println!("let the member log in with Google again"),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/google`
    pub fn google(&self, request: GoogleRequest) -> Call<GoogleResponse> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.oauth_providers.google",
            Verb::Get,
            path!("/oauth_providers/google"),
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

    /// Fetches the tokens that Microsoft issued when a member logged in.
    ///
    /// If there is a refresh token, an expired access token is renewed before it is returned.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`member_oauth_token_not_found`](crate::ErrorType::MemberOauthTokenNotFound): The member has
    ///   not logged in with this OAuth provider.
    ///
    /// `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/microsoft`
    pub fn microsoft(&self, request: MicrosoftRequest) -> Call<MicrosoftResponse> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.oauth_providers.microsoft",
            Verb::Get,
            path!("/oauth_providers/microsoft"),
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

    /// Fetches the tokens that Slack issued when a member logged in.
    ///
    /// Each comes with a second token, with which your app acts as your bot in the workspace instead of
    /// as the member.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`member_oauth_token_not_found`](crate::ErrorType::MemberOauthTokenNotFound): The member has
    ///   not logged in with this OAuth provider.
    ///
    /// `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/slack`
    pub fn slack(&self, request: SlackRequest) -> Call<SlackResponse> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.oauth_providers.slack",
            Verb::Get,
            path!("/oauth_providers/slack"),
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("member_id", request.member_id.as_str())
            .into_call()
    }

    /// Fetches the tokens that HubSpot issued when a member logged in.
    ///
    /// If there is a refresh token, an expired access token is renewed before it is returned.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`member_oauth_token_not_found`](crate::ErrorType::MemberOauthTokenNotFound): The member has
    ///   not logged in with this OAuth provider.
    ///
    /// `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/hubspot`
    pub fn hubspot(&self, request: HubspotRequest) -> Call<HubspotResponse> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.oauth_providers.hubspot",
            Verb::Get,
            path!("/oauth_providers/hubspot"),
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

    /// Fetches the token that GitHub issued when a member logged in.
    ///
    /// There is no refresh token, and GitHub drops an access token that has not been used for very
    /// long. Then the member has to log in with GitHub again.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`member_oauth_token_not_found`](crate::ErrorType::MemberOauthTokenNotFound): The member has
    ///   not logged in with this OAuth provider.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::organizations::members::oauth_providers;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization_id = "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11";
    /// let member_id = "member-test-5f2a9c1e-83d4-4b6a-9e07-1c6d2b7f4a90";
    /// let request = oauth_providers::GithubRequest::new(organization_id, member_id);
    /// let github = stytch.organizations().members().oauth_providers().github(request).await?;
    /// for account in &github.registrations {
    ///     println!("{}: {}", account.provider_subject, account.scopes.join(" "));
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/github`
    pub fn github(&self, request: GithubRequest) -> Call<GithubResponse> {
        const OPERATION: Operation = Operation::new(
            "organizations.members.oauth_providers.github",
            Verb::Get,
            path!("/oauth_providers/github"),
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

/// What [`OauthProviders::google`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GoogleRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
    /// Whether to return the stored refresh token as well; false unless set. Once your app has used it
    /// up, the access token may no longer be renewed for you.
    pub include_refresh_token: Option<bool>,
}

impl GoogleRequest {
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

/// What [`OauthProviders::google`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GoogleResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The OAuth provider that holds the account, such as Google, Microsoft or GitHub.
    pub provider_type: String,
    /// Identifies the account at the OAuth provider; the `sub` of OpenID Connect.
    pub provider_subject: String,
    /// What the access token allows at the provider.
    pub scopes: Vec<String>,
    /// Token that gets new access tokens from the provider; only with `include_refresh_token`, and if
    /// the provider issued one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub refresh_token: Option<Secret>,
    /// The provider's ID token, a JWT that says who the person is; what stands in it differs from
    /// provider to provider.
    pub id_token: Secret,
    /// Token for calls to the provider's own API in the person's name.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub access_token: Option<Secret>,
    /// Seconds for which the access token is still good.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub access_token_expires_in: Option<i32>,
}

#[doc(hidden)]
impl Object for GoogleResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "provider_type" => self.provider_type.slot(),
            "provider_subject" => self.provider_subject.slot(),
            "scopes" => self.scopes.slot(),
            "refresh_token" => self.refresh_token.slot(),
            "id_token" => self.id_token.slot(),
            "access_token" => self.access_token.slot(),
            "access_token_expires_in" => self.access_token_expires_in.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GoogleResponse);

/// What [`OauthProviders::microsoft`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct MicrosoftRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
    /// Whether to return the stored refresh token as well; false unless set. Once your app has used it
    /// up, the access token may no longer be renewed for you.
    pub include_refresh_token: Option<bool>,
}

impl MicrosoftRequest {
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

/// What [`OauthProviders::microsoft`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct MicrosoftResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The OAuth provider that holds the account, such as Google, Microsoft or GitHub.
    pub provider_type: String,
    /// Identifies the account at the OAuth provider; the `sub` of OpenID Connect.
    pub provider_subject: String,
    /// What the access token allows at the provider.
    pub scopes: Vec<String>,
    /// Token that gets new access tokens from the provider; only with `include_refresh_token`, and if
    /// the provider issued one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub refresh_token: Option<Secret>,
    /// Token for calls to the provider's own API in the person's name.
    pub access_token: Secret,
    /// Seconds for which the access token is still good.
    pub access_token_expires_in: i32,
    /// The provider's ID token, a JWT that says who the person is; what stands in it differs from
    /// provider to provider.
    pub id_token: Secret,
}

#[doc(hidden)]
impl Object for MicrosoftResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "provider_type" => self.provider_type.slot(),
            "provider_subject" => self.provider_subject.slot(),
            "scopes" => self.scopes.slot(),
            "refresh_token" => self.refresh_token.slot(),
            "access_token" => self.access_token.slot(),
            "access_token_expires_in" => self.access_token_expires_in.slot(),
            "id_token" => self.id_token.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(MicrosoftResponse);

/// What [`OauthProviders::slack`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SlackRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
}

impl SlackRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>, member_id: impl Into<MemberId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
        }
    }
}

/// What [`OauthProviders::slack`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct SlackResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The OAuth provider that holds the account, such as Google, Microsoft or GitHub.
    pub provider_type: String,
    /// The tokens, one entry for each Slack account that the member has logged in with.
    pub registrations: Vec<SlackProviderInfo>,
}

#[doc(hidden)]
impl Object for SlackResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "provider_type" => self.provider_type.slot(),
            "registrations" => self.registrations.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(SlackResponse);

/// What [`OauthProviders::hubspot`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct HubspotRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
    /// Whether to return the stored refresh token as well; false unless set. Once your app has used it
    /// up, the access token may no longer be renewed for you.
    pub include_refresh_token: Option<bool>,
}

impl HubspotRequest {
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

/// What [`OauthProviders::hubspot`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct HubspotResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The OAuth provider that holds the account, such as Google, Microsoft or GitHub.
    pub provider_type: String,
    /// The tokens, one entry for each HubSpot account that the member has logged in with.
    pub registrations: Vec<HubspotProviderInfo>,
}

#[doc(hidden)]
impl Object for HubspotResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "provider_type" => self.provider_type.slot(),
            "registrations" => self.registrations.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(HubspotResponse);

/// What [`OauthProviders::github`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GithubRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
    /// Without effect, since GitHub issues no refresh tokens.
    pub include_refresh_token: Option<bool>,
}

impl GithubRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>, member_id: impl Into<MemberId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
            include_refresh_token: None,
        }
    }

    /// Without effect, since GitHub issues no refresh tokens.
    #[must_use]
    pub fn include_refresh_token(mut self, include_refresh_token: bool) -> Self {
        self.include_refresh_token = Some(include_refresh_token);
        self
    }
}

/// What [`OauthProviders::github`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GithubResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The OAuth provider that holds the account, such as Google, Microsoft or GitHub.
    pub provider_type: String,
    /// The tokens, one entry for each GitHub account that the member has logged in with.
    pub registrations: Vec<GithubProviderInfo>,
}

#[doc(hidden)]
impl Object for GithubResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "provider_type" => self.provider_type.slot(),
            "registrations" => self.registrations.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GithubResponse);

/// The token that GitHub issued when a member logged in.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GithubProviderInfo {
    /// Identifies the account at the OAuth provider; the `sub` of OpenID Connect.
    pub provider_subject: String,
    /// Ids of the GitHub organizations that came with the login; empty if none did.
    pub provider_tenant_ids: Vec<String>,
    /// Token for calls to the provider's own API in the person's name.
    pub access_token: Secret,
    /// What the access token allows at the provider.
    pub scopes: Vec<String>,
}

#[doc(hidden)]
impl Object for GithubProviderInfo {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "provider_subject" => self.provider_subject.slot(),
            "provider_tenant_ids" => self.provider_tenant_ids.slot(),
            "access_token" => self.access_token.slot(),
            "scopes" => self.scopes.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GithubProviderInfo);

/// The tokens that HubSpot issued when a member logged in.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct HubspotProviderInfo {
    /// Identifies the account at the OAuth provider; the `sub` of OpenID Connect.
    pub provider_subject: String,
    /// What the access token allows at the provider.
    pub scopes: Vec<String>,
    /// Token that gets new access tokens from the provider; only with `include_refresh_token`, and if
    /// the provider issued one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub refresh_token: Option<Secret>,
    /// Hub id of the HubSpot account; empty unless exactly one came with the login.
    pub provider_tenant_id: String,
    /// Token for calls to the provider's own API in the person's name.
    pub access_token: Secret,
    /// Seconds for which the access token is still good.
    pub access_token_expires_in: i32,
}

#[doc(hidden)]
impl Object for HubspotProviderInfo {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "provider_subject" => self.provider_subject.slot(),
            "scopes" => self.scopes.slot(),
            "refresh_token" => self.refresh_token.slot(),
            "provider_tenant_id" => self.provider_tenant_id.slot(),
            "access_token" => self.access_token.slot(),
            "access_token_expires_in" => self.access_token_expires_in.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(HubspotProviderInfo);

/// The tokens that Slack issued when a member logged in, for the member and for your bot.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct SlackProviderInfo {
    /// Identifies the account at the OAuth provider; the `sub` of OpenID Connect.
    pub provider_subject: String,
    /// Id of the Slack workspace; empty unless exactly one came with the login.
    pub provider_tenant_id: String,
    /// Token for calls to the provider's own API in the person's name.
    pub access_token: Secret,
    /// What the access token allows at the provider.
    pub scopes: Vec<String>,
    /// Token for calls to Slack's API as your bot instead of the member.
    pub bot_access_token: Secret,
    /// What the bot's token allows in the workspace.
    pub bot_scopes: Vec<String>,
}

#[doc(hidden)]
impl Object for SlackProviderInfo {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "provider_subject" => self.provider_subject.slot(),
            "provider_tenant_id" => self.provider_tenant_id.slot(),
            "access_token" => self.access_token.slot(),
            "scopes" => self.scopes.slot(),
            "bot_access_token" => self.bot_access_token.slot(),
            "bot_scopes" => self.bot_scopes.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(SlackProviderInfo);
