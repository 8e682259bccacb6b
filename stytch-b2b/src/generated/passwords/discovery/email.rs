// Generated from spec/b2b/passwords.discovery.email.yaml by `cargo xtask generate`. Do not edit.

//! Set a cross-organization password by proving control of the email address.
//!
//! [`passwords().discovery().email().reset_start`](crate::passwords::discovery::email::Email::reset_start)
//! sends the link,
//! [`passwords().discovery().email().reset`](crate::passwords::discovery::email::Email::reset)
//! takes the token that it brings back together with the new password. This works for a forgotten
//! password as well as for a first one.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Secret, Timestamp};

use crate::Locale;
use crate::discovery::DiscoveredOrganization;

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.passwords().discovery().email()`, on which the calls of [this module](self) are made.
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

    /// Sets a new password with the token from the email, and lists the organizations that it opens.
    ///
    /// A token works once, until it expires. The new password has to meet the policy of the project:
    /// check it beforehand with
    /// [`passwords().strength_check`](crate::passwords::Passwords::strength_check).
    ///
    /// The person is not logged in yet. Let them choose from `discovered_organizations`, then trade
    /// `intermediate_session_token` for a session with
    /// [`discovery().intermediate_sessions().exchange`](crate::discovery::intermediate_sessions::IntermediateSessions::exchange).
    /// The token lives ten minutes by default.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`pkce_expected_code_verifier`](crate::ErrorType::PkceExpectedCodeVerifier): The flow began
    ///   with a challenge, but the verifier is missing.
    /// - [`pkce_mismatch`](crate::ErrorType::PkceMismatch): The verifier does not fit the challenge
    ///   with which the flow began.
    /// - [`unable_to_auth_password_reset_token`](crate::ErrorType::UnableToAuthPasswordResetToken): The
    ///   link of the email is used up or has expired; start the reset again.
    /// - [`weak_password`](crate::ErrorType::WeakPassword): The new password does not meet the policy;
    ///   a strength check says why.
    /// - [`breached_password`](crate::ErrorType::BreachedPassword): The new password occurs in a known
    ///   data breach; ask for another.
    /// - [`cross_org_passwords_not_enabled`](crate::ErrorType::CrossOrgPasswordsNotEnabled): The
    ///   project does not use cross-organization passwords.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::passwords::discovery::email;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let token = "the token from the query of the link";
    /// let request = email::ResetRequest::new(token, "a much better one");
    /// let reset = stytch.passwords().discovery().email().reset(request).await?;
    /// for choice in &reset.discovered_organizations {
    ///     if let Some(organization) = &choice.organization {
    ///         println!("{}", organization.organization_name);
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/passwords/discovery/email/reset` ([reference](https://stytch.com/docs/b2b/api/discovery-email-reset))
    pub fn reset(&self, request: ResetRequest) -> Call<ResetResponse> {
        const PROOF: Proof =
            Proof::grant(&["intermediate_session_token"]).owner(&["email_address"]);
        const OPERATION: Operation = Operation::new(
            "passwords.discovery.email.reset",
            Verb::Post,
            "/v1/b2b/passwords/discovery/email/reset",
        )
        .proof(PROOF);
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Sends an email with a link to set a new cross-organization password.
    ///
    /// The link leads to `reset_password_redirect_url` with a `token` in the query: ask for the new
    /// password there and pass both to
    /// [`passwords().discovery().email().reset`](crate::passwords::discovery::email::Email::reset). The
    /// email may also carry a discovery magic link, which leads to `discovery_redirect_url` and ends in
    /// [`magic_links().discovery().authenticate`](crate::magic_links::discovery::Discovery::authenticate).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`no_password_reset_redirect_url`](crate::ErrorType::NoPasswordResetRedirectUrl): No redirect
    ///   URL was given and the dashboard has no default.
    /// - [`cross_org_passwords_not_enabled`](crate::ErrorType::CrossOrgPasswordsNotEnabled): The
    ///   project does not use cross-organization passwords.
    /// - [`too_many_requests`](crate::ErrorType::TooManyRequests): The rate limit is reached; wait
    ///   before the next try.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::passwords::discovery::email;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = email::ResetStartRequest::new("ada@example.com")
    ///     .reset_password_redirect_url("https://app.example.com/new-password");
    /// stytch.passwords().discovery().email().reset_start(request).await?;
    /// println!("look into your mailbox");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/passwords/discovery/email/reset/start` ([reference](https://stytch.com/docs/b2b/api/discovery-email-reset-start))
    pub fn reset_start(&self, request: ResetStartRequest) -> Call<ResetStartResponse> {
        const OPERATION: Operation = Operation::new(
            "passwords.discovery.email.reset_start",
            Verb::Post,
            "/v1/b2b/passwords/discovery/email/reset/start",
        );
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`Email::reset`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ResetRequest {
    /// The `token` from the query of the page to which the link in the email led.
    pub password_reset_token: Secret,
    /// Password that the member typed. Any UTF-8 text is allowed, spaces and emoji included.
    pub password: Secret,
    /// The one-time secret, base64url, whose hash was the `pkce_code_challenge` at the start of this
    /// login; needed if there was one.
    pub pkce_code_verifier: Option<Secret>,
}

impl ResetRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(password_reset_token: impl Into<Secret>, password: impl Into<Secret>) -> Self {
        Self {
            password_reset_token: password_reset_token.into(),
            password: password.into(),
            pkce_code_verifier: None,
        }
    }

    /// The one-time secret, base64url, whose hash was the `pkce_code_challenge` at the start of this
    /// login; needed if there was one.
    #[must_use]
    pub fn pkce_code_verifier(mut self, pkce_code_verifier: impl Into<Secret>) -> Self {
        self.pkce_code_verifier = Some(pkce_code_verifier.into());
        self
    }
}

#[doc(hidden)]
impl Body for ResetRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("password_reset_token", &self.password_reset_token);
        fields.add("password", &self.password);
        fields.add("pkce_code_verifier", &self.pkce_code_verifier);
    }
}

stytch_core::sent!(ResetRequest);

/// What [`Email::reset`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ResetResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Email address of the person who logs in.
    pub email_address: String,
    /// Proof of the factors shown so far when they do not yet make a session: pass it to the step that
    /// adds the missing factor, or trade it for a session in an organization. Empty when the member is
    /// logged in.
    pub intermediate_session_token: Secret,
    /// When `intermediate_session_token` stops being accepted; by default ten minutes after it is
    /// issued.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub intermediate_session_token_expires_at: Option<Timestamp>,
    /// The organizations open to this person: those they are a member of or are invited to, and those
    /// they may join by email domain or OAuth tenant. Joining by domain needs just-in-time
    /// provisioning, a domain that the organization allows, and a member there whose address at the
    /// same domain is verified.
    pub discovered_organizations: Vec<DiscoveredOrganization>,
}

#[doc(hidden)]
impl Object for ResetResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "email_address" => self.email_address.slot(),
            "intermediate_session_token" => self.intermediate_session_token.slot(),
            "intermediate_session_token_expires_at" => {
                self.intermediate_session_token_expires_at.slot()
            }
            "discovered_organizations" => self.discovered_organizations.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ResetResponse);

/// What [`Email::reset_start`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ResetStartRequest {
    /// Address whose password is to be set; the link goes there.
    pub email_address: String,
    /// Page of your app to which the link in the email leads, where the new password is entered. Unless
    /// set, the default of the dashboard; without one the call fails.
    pub reset_password_redirect_url: Option<String>,
    /// Minutes for which the link in the email works, 5 to 10080 (7 days); 30 unless set.
    pub reset_password_expiration_minutes: Option<i32>,
    /// Email template for the message, of the kind "Passwords - Reset Password" in the dashboard; the
    /// default template unless set.
    pub reset_password_template_id: Option<String>,
    /// Email template for a first password under cross-organization passwords, of the kind "Passwords -
    /// Email Verification" in the dashboard; the default template unless set.
    pub verify_email_template_id: Option<String>,
    /// Where the link in the email leads: a page of your app that finishes the discovery login with the
    /// token in the query. The project's default when left out; without a default, the call fails.
    pub discovery_redirect_url: Option<String>,
    /// Base64url of the SHA-256 hash of a one-time secret that your app keeps. With it set, the login
    /// only completes in the app that presents the secret as `pkce_code_verifier`.
    pub pkce_code_challenge: Option<String>,
    /// Language of the email.
    pub locale: Option<Locale>,
}

impl ResetStartRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(email_address: impl Into<String>) -> Self {
        Self {
            email_address: email_address.into(),
            reset_password_redirect_url: None,
            reset_password_expiration_minutes: None,
            reset_password_template_id: None,
            verify_email_template_id: None,
            discovery_redirect_url: None,
            pkce_code_challenge: None,
            locale: None,
        }
    }

    /// Page of your app to which the link in the email leads, where the new password is entered.
    #[must_use]
    pub fn reset_password_redirect_url(
        mut self,
        reset_password_redirect_url: impl Into<String>,
    ) -> Self {
        self.reset_password_redirect_url = Some(reset_password_redirect_url.into());
        self
    }

    /// Minutes for which the link in the email works, 5 to 10080 (7 days); 30 unless set.
    #[must_use]
    pub fn reset_password_expiration_minutes(
        mut self,
        reset_password_expiration_minutes: i32,
    ) -> Self {
        self.reset_password_expiration_minutes = Some(reset_password_expiration_minutes);
        self
    }

    /// Email template for the message, of the kind "Passwords - Reset Password" in the dashboard; the
    /// default template unless set.
    #[must_use]
    pub fn reset_password_template_id(
        mut self,
        reset_password_template_id: impl Into<String>,
    ) -> Self {
        self.reset_password_template_id = Some(reset_password_template_id.into());
        self
    }

    /// Email template for a first password under cross-organization passwords, of the kind "Passwords -
    /// Email Verification" in the dashboard; the default template unless set.
    #[must_use]
    pub fn verify_email_template_id(mut self, verify_email_template_id: impl Into<String>) -> Self {
        self.verify_email_template_id = Some(verify_email_template_id.into());
        self
    }

    /// Where the link in the email leads: a page of your app that finishes the discovery login with the
    /// token in the query.
    #[must_use]
    pub fn discovery_redirect_url(mut self, discovery_redirect_url: impl Into<String>) -> Self {
        self.discovery_redirect_url = Some(discovery_redirect_url.into());
        self
    }

    /// Base64url of the SHA-256 hash of a one-time secret that your app keeps.
    #[must_use]
    pub fn pkce_code_challenge(mut self, pkce_code_challenge: impl Into<String>) -> Self {
        self.pkce_code_challenge = Some(pkce_code_challenge.into());
        self
    }

    /// Language of the email.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<Locale>) -> Self {
        self.locale = Some(locale.into());
        self
    }
}

#[doc(hidden)]
impl Body for ResetStartRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email_address", &self.email_address);
        fields.add(
            "reset_password_redirect_url",
            &self.reset_password_redirect_url,
        );
        fields.add(
            "reset_password_expiration_minutes",
            &self.reset_password_expiration_minutes,
        );
        fields.add(
            "reset_password_template_id",
            &self.reset_password_template_id,
        );
        fields.add("verify_email_template_id", &self.verify_email_template_id);
        fields.add("discovery_redirect_url", &self.discovery_redirect_url);
        fields.add("pkce_code_challenge", &self.pkce_code_challenge);
        fields.add("locale", &self.locale);
    }
}

stytch_core::sent!(ResetStartRequest);

/// What [`Email::reset_start`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ResetStartResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
}

#[doc(hidden)]
impl Object for ResetStartResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ResetStartResponse);
