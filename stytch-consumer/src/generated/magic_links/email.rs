// Generated from spec/consumer/magic_links.email.yaml by `cargo xtask generate`. Do not edit.

//! Send magic links by email.
//!
//! Each link leads to a redirect URL of the dashboard, where the page passes the `token` of its
//! query to [`magic_links().authenticate`](crate::magic_links::MagicLinks::authenticate).

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Secret, Value};

use crate::users::Name;
use crate::{Attributes, EmailId, Locale, UserId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Verb};

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

    /// Emails a magic link to a user who exists already.
    ///
    /// To create the user where there is none, use
    /// [`magic_links().email().login_or_create`](crate::magic_links::email::Email::login_or_create). An
    /// error for an unknown address tells anyone who tries which addresses have an account; think of
    /// that before you show it.
    ///
    /// With a `user_id` or a session of a user, the call adds a new address to that user instead. The
    /// address is kept, as verified, if the user follows the link within 5 minutes; otherwise it is
    /// taken off the user again, and a later login with it makes a new user.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`inactive_email`](crate::ErrorType::InactiveEmail): The address is marked as one that email
    ///   does not reach; ask for another.
    /// - [`no_match_for_provided_magic_link_url`](crate::ErrorType::NoMatchForProvidedMagicLinkUrl):
    ///   The URL is not among the redirect URLs of the dashboard.
    /// - [`email_not_found`](crate::ErrorType::EmailNotFound): No user of the project has this email
    ///   address.
    /// - [`too_many_unverified_factors`](crate::ErrorType::TooManyUnverifiedFactors): The user has an
    ///   email address or phone number that is not verified yet, and one is enough to get no other:
    ///   have it verified first, or replace it with `users.exchange_primary_factor`.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::ErrorType;
    /// use stytch_consumer::magic_links::email;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = email::SendRequest::new("ada@example.com")
    ///     .login_magic_link_url("https://example.com/authenticate");
    /// match stytch.magic_links().email().send(request).await {
    ///     Ok(sent) => println!("a link is on its way to {}", sent.email_id),
    ///     // Say the same to whoever asks, or they learn which addresses have an account.
    ///     Err(error) if error.is_type(ErrorType::EmailNotFound) => println!("a link is on its way"),
    ///     Err(error) => return Err(error.into()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/magic_links/email/send` ([reference](https://stytch.com/docs/api/send-by-email))
    pub fn send(&self, request: SendRequest) -> Call<SendResponse> {
        const OPERATION: Operation = Operation::new(
            "magic_links.email.send",
            Verb::Post,
            "/v1/magic_links/email/send",
        );
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Emails a login link to a user, or a sign-up link to a new one.
    ///
    /// Users who are active get the login link; users who are new or still pending get the sign-up
    /// link. A new user is created right away, and counts as active even if nobody ever follows the
    /// link, unless `create_user_as_pending` is set.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`inactive_email`](crate::ErrorType::InactiveEmail): The address is marked as one that email
    ///   does not reach; ask for another.
    /// - [`no_match_for_provided_magic_link_url`](crate::ErrorType::NoMatchForProvidedMagicLinkUrl):
    ///   The URL is not among the redirect URLs of the dashboard.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::magic_links::email;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = email::LoginOrCreateRequest::new("ada@example.com")
    ///     .login_magic_link_url("https://example.com/authenticate")
    ///     .signup_magic_link_url("https://example.com/authenticate")
    ///     .create_user_as_pending(true);
    /// let sent = stytch.magic_links().email().login_or_create(request).await?;
    /// if sent.user_created {
    ///     println!("welcome, {}", sent.user_id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/magic_links/email/login_or_create` ([reference](https://stytch.com/docs/api/log-in-or-create-user-by-email))
    pub fn login_or_create(&self, request: LoginOrCreateRequest) -> Call<LoginOrCreateResponse> {
        const OPERATION: Operation = Operation::new(
            "magic_links.email.login_or_create",
            Verb::Post,
            "/v1/magic_links/email/login_or_create",
        );
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Creates a user and emails them an invitation.
    ///
    /// The user stays pending until they follow the link. Take the invitation back with
    /// [`magic_links().email().revoke_invite`](crate::magic_links::email::Email::revoke_invite).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`inactive_email`](crate::ErrorType::InactiveEmail): The address is marked as one that email
    ///   does not reach; ask for another.
    /// - [`no_match_for_provided_magic_link_url`](crate::ErrorType::NoMatchForProvidedMagicLinkUrl):
    ///   The URL is not among the redirect URLs of the dashboard.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::users;
    /// use stytch_consumer::magic_links::email;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = email::InviteRequest::new("ada@example.com")
    ///     .name(users::Name::new().first_name("Ada"))
    ///     .invite_expiration_minutes(3 * 24 * 60);
    /// let invited = stytch.magic_links().email().invite(request).await?;
    /// println!("{} is invited", invited.user_id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/magic_links/email/invite` ([reference](https://stytch.com/docs/api/invite-by-email))
    pub fn invite(&self, request: InviteRequest) -> Call<InviteResponse> {
        const OPERATION: Operation = Operation::new(
            "magic_links.email.invite",
            Verb::Post,
            "/v1/magic_links/email/invite",
        );
        self.client
            .prepare(&OPERATION)
            .object("trusted_metadata", &request.trusted_metadata)
            .object("untrusted_metadata", &request.untrusted_metadata)
            .json(&request)
            .into_call()
    }

    /// Takes back an invitation that has not been accepted yet.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::magic_links::email;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = email::RevokeInviteRequest::new("ada@example.com");
    /// stytch.magic_links().email().revoke_invite(request).await?;
    /// println!("the invitation is taken back");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/magic_links/email/revoke_invite` ([reference](https://stytch.com/docs/api/revoke-pending-invite))
    pub fn revoke_invite(&self, request: RevokeInviteRequest) -> Call<RevokeInviteResponse> {
        const OPERATION: Operation = Operation::new(
            "magic_links.email.revoke_invite",
            Verb::Post,
            "/v1/magic_links/email/revoke_invite",
        );
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`Email::send`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SendRequest {
    /// Page of your app to which a login link leads, one of the redirect URLs of the dashboard. Unless
    /// set, the default login URL there; without one the call fails.
    pub login_magic_link_url: Option<String>,
    /// Page of your app to which a sign-up link leads, one of the redirect URLs of the dashboard.
    /// Unless set, the default sign-up URL there; without one the call fails.
    pub signup_magic_link_url: Option<String>,
    /// Minutes for which a login link works, 5 to 10080 (7 days); 60 unless set.
    pub login_expiration_minutes: Option<i32>,
    /// Minutes for which a sign-up link works, 5 to 10080 (7 days); 10080 unless set.
    pub signup_expiration_minutes: Option<i32>,
    /// What you know of the user's browser, to detect fraud by.
    pub attributes: Option<Attributes>,
    /// PKCE challenge, the base64url-encoded SHA-256 hash of a one-time secret. The flow can then only
    /// be finished by whoever knows that secret.
    pub code_challenge: Option<String>,
    /// Email address of the user.
    pub email: String,
    /// Language of the message; English unless set.
    pub locale: Option<Locale>,
    /// Email template for users who log in, from the dashboard; the default template unless set. It
    /// must have been made for this kind of message, a link or a passcode, and for logins.
    pub login_template_id: Option<String>,
    /// Email template for users who sign up, from the dashboard; the default template unless set. It
    /// must have been made for this kind of message, a link or a passcode, and for sign-ups.
    pub signup_template_id: Option<String>,
    /// User who gets the email address or phone number in addition to those they have. To log somebody
    /// in, leave this and the sessions out.
    pub user_id: Option<UserId>,
    /// A live session of that user, as an opaque token, instead of `user_id`.
    pub session_token: Option<Secret>,
    /// A live session of that user, as a JWT, instead of `user_id`.
    pub session_jwt: Option<Secret>,
}

impl SendRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(email: impl Into<String>) -> Self {
        Self {
            login_magic_link_url: None,
            signup_magic_link_url: None,
            login_expiration_minutes: None,
            signup_expiration_minutes: None,
            attributes: None,
            code_challenge: None,
            email: email.into(),
            locale: None,
            login_template_id: None,
            signup_template_id: None,
            user_id: None,
            session_token: None,
            session_jwt: None,
        }
    }

    /// Page of your app to which a login link leads, one of the redirect URLs of the dashboard.
    #[must_use]
    pub fn login_magic_link_url(mut self, login_magic_link_url: impl Into<String>) -> Self {
        self.login_magic_link_url = Some(login_magic_link_url.into());
        self
    }

    /// Page of your app to which a sign-up link leads, one of the redirect URLs of the dashboard.
    #[must_use]
    pub fn signup_magic_link_url(mut self, signup_magic_link_url: impl Into<String>) -> Self {
        self.signup_magic_link_url = Some(signup_magic_link_url.into());
        self
    }

    /// Minutes for which a login link works, 5 to 10080 (7 days); 60 unless set.
    #[must_use]
    pub fn login_expiration_minutes(mut self, login_expiration_minutes: i32) -> Self {
        self.login_expiration_minutes = Some(login_expiration_minutes);
        self
    }

    /// Minutes for which a sign-up link works, 5 to 10080 (7 days); 10080 unless set.
    #[must_use]
    pub fn signup_expiration_minutes(mut self, signup_expiration_minutes: i32) -> Self {
        self.signup_expiration_minutes = Some(signup_expiration_minutes);
        self
    }

    /// What you know of the user's browser, to detect fraud by.
    #[must_use]
    pub fn attributes(mut self, attributes: Attributes) -> Self {
        self.attributes = Some(attributes);
        self
    }

    /// PKCE challenge, the base64url-encoded SHA-256 hash of a one-time secret.
    #[must_use]
    pub fn code_challenge(mut self, code_challenge: impl Into<String>) -> Self {
        self.code_challenge = Some(code_challenge.into());
        self
    }

    /// Language of the message; English unless set.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<Locale>) -> Self {
        self.locale = Some(locale.into());
        self
    }

    /// Email template for users who log in, from the dashboard; the default template unless set.
    #[must_use]
    pub fn login_template_id(mut self, login_template_id: impl Into<String>) -> Self {
        self.login_template_id = Some(login_template_id.into());
        self
    }

    /// Email template for users who sign up, from the dashboard; the default template unless set.
    #[must_use]
    pub fn signup_template_id(mut self, signup_template_id: impl Into<String>) -> Self {
        self.signup_template_id = Some(signup_template_id.into());
        self
    }

    /// User who gets the email address or phone number in addition to those they have.
    #[must_use]
    pub fn user_id(mut self, user_id: impl Into<UserId>) -> Self {
        self.user_id = Some(user_id.into());
        self
    }

    /// A live session of that user, as an opaque token, instead of `user_id`.
    #[must_use]
    pub fn session_token(mut self, session_token: impl Into<Secret>) -> Self {
        self.session_token = Some(session_token.into());
        self
    }

    /// A live session of that user, as a JWT, instead of `user_id`.
    #[must_use]
    pub fn session_jwt(mut self, session_jwt: impl Into<Secret>) -> Self {
        self.session_jwt = Some(session_jwt.into());
        self
    }
}

#[doc(hidden)]
impl Body for SendRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("login_magic_link_url", &self.login_magic_link_url);
        fields.add("signup_magic_link_url", &self.signup_magic_link_url);
        fields.add("login_expiration_minutes", &self.login_expiration_minutes);
        fields.add("signup_expiration_minutes", &self.signup_expiration_minutes);
        fields.add("attributes", &self.attributes);
        fields.add("code_challenge", &self.code_challenge);
        fields.add("email", &self.email);
        fields.add("locale", &self.locale);
        fields.add("login_template_id", &self.login_template_id);
        fields.add("signup_template_id", &self.signup_template_id);
        fields.add("user_id", &self.user_id);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
    }
}

stytch_core::sent!(SendRequest);

/// What [`Email::send`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct SendResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// Id of the email address.
    pub email_id: EmailId,
}

#[doc(hidden)]
impl Object for SendResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "email_id" => self.email_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(SendResponse);

/// What [`Email::login_or_create`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct LoginOrCreateRequest {
    /// Email address of the user.
    pub email: String,
    /// Language of the message; English unless set.
    pub locale: Option<Locale>,
    /// Email template for users who log in, from the dashboard; the default template unless set. It
    /// must have been made for this kind of message, a link or a passcode, and for logins.
    pub login_template_id: Option<String>,
    /// Email template for users who sign up, from the dashboard; the default template unless set. It
    /// must have been made for this kind of message, a link or a passcode, and for sign-ups.
    pub signup_template_id: Option<String>,
    /// Page of your app to which a login link leads, one of the redirect URLs of the dashboard. Unless
    /// set, the default login URL there; without one the call fails.
    pub login_magic_link_url: Option<String>,
    /// Page of your app to which a sign-up link leads, one of the redirect URLs of the dashboard.
    /// Unless set, the default sign-up URL there; without one the call fails.
    pub signup_magic_link_url: Option<String>,
    /// Minutes for which a login link works, 5 to 10080 (7 days); 60 unless set.
    pub login_expiration_minutes: Option<i32>,
    /// Minutes for which a sign-up link works, 5 to 10080 (7 days); 10080 unless set.
    pub signup_expiration_minutes: Option<i32>,
    /// What you know of the user's browser, to detect fraud by.
    pub attributes: Option<Attributes>,
    /// PKCE challenge, the base64url-encoded SHA-256 hash of a one-time secret. The flow can then only
    /// be finished by whoever knows that secret.
    pub code_challenge: Option<String>,
    /// Whether a new user stays `pending` until their first login; otherwise the user is active at
    /// once, which is the default.
    pub create_user_as_pending: Option<bool>,
}

impl LoginOrCreateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(email: impl Into<String>) -> Self {
        Self {
            email: email.into(),
            locale: None,
            login_template_id: None,
            signup_template_id: None,
            login_magic_link_url: None,
            signup_magic_link_url: None,
            login_expiration_minutes: None,
            signup_expiration_minutes: None,
            attributes: None,
            code_challenge: None,
            create_user_as_pending: None,
        }
    }

    /// Language of the message; English unless set.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<Locale>) -> Self {
        self.locale = Some(locale.into());
        self
    }

    /// Email template for users who log in, from the dashboard; the default template unless set.
    #[must_use]
    pub fn login_template_id(mut self, login_template_id: impl Into<String>) -> Self {
        self.login_template_id = Some(login_template_id.into());
        self
    }

    /// Email template for users who sign up, from the dashboard; the default template unless set.
    #[must_use]
    pub fn signup_template_id(mut self, signup_template_id: impl Into<String>) -> Self {
        self.signup_template_id = Some(signup_template_id.into());
        self
    }

    /// Page of your app to which a login link leads, one of the redirect URLs of the dashboard.
    #[must_use]
    pub fn login_magic_link_url(mut self, login_magic_link_url: impl Into<String>) -> Self {
        self.login_magic_link_url = Some(login_magic_link_url.into());
        self
    }

    /// Page of your app to which a sign-up link leads, one of the redirect URLs of the dashboard.
    #[must_use]
    pub fn signup_magic_link_url(mut self, signup_magic_link_url: impl Into<String>) -> Self {
        self.signup_magic_link_url = Some(signup_magic_link_url.into());
        self
    }

    /// Minutes for which a login link works, 5 to 10080 (7 days); 60 unless set.
    #[must_use]
    pub fn login_expiration_minutes(mut self, login_expiration_minutes: i32) -> Self {
        self.login_expiration_minutes = Some(login_expiration_minutes);
        self
    }

    /// Minutes for which a sign-up link works, 5 to 10080 (7 days); 10080 unless set.
    #[must_use]
    pub fn signup_expiration_minutes(mut self, signup_expiration_minutes: i32) -> Self {
        self.signup_expiration_minutes = Some(signup_expiration_minutes);
        self
    }

    /// What you know of the user's browser, to detect fraud by.
    #[must_use]
    pub fn attributes(mut self, attributes: Attributes) -> Self {
        self.attributes = Some(attributes);
        self
    }

    /// PKCE challenge, the base64url-encoded SHA-256 hash of a one-time secret.
    #[must_use]
    pub fn code_challenge(mut self, code_challenge: impl Into<String>) -> Self {
        self.code_challenge = Some(code_challenge.into());
        self
    }

    /// Whether a new user stays `pending` until their first login; otherwise the user is active at
    /// once, which is the default.
    #[must_use]
    pub fn create_user_as_pending(mut self, create_user_as_pending: bool) -> Self {
        self.create_user_as_pending = Some(create_user_as_pending);
        self
    }
}

#[doc(hidden)]
impl Body for LoginOrCreateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email", &self.email);
        fields.add("locale", &self.locale);
        fields.add("login_template_id", &self.login_template_id);
        fields.add("signup_template_id", &self.signup_template_id);
        fields.add("login_magic_link_url", &self.login_magic_link_url);
        fields.add("signup_magic_link_url", &self.signup_magic_link_url);
        fields.add("login_expiration_minutes", &self.login_expiration_minutes);
        fields.add("signup_expiration_minutes", &self.signup_expiration_minutes);
        fields.add("attributes", &self.attributes);
        fields.add("code_challenge", &self.code_challenge);
        fields.add("create_user_as_pending", &self.create_user_as_pending);
    }
}

stytch_core::sent!(LoginOrCreateRequest);

/// What [`Email::login_or_create`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct LoginOrCreateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// Id of the email address.
    pub email_id: EmailId,
    /// Whether the call created the user, rather than found one.
    pub user_created: bool,
}

#[doc(hidden)]
impl Object for LoginOrCreateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "email_id" => self.email_id.slot(),
            "user_created" => self.user_created.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(LoginOrCreateResponse);

/// What [`Email::invite`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct InviteRequest {
    /// Address to which the link goes.
    pub email: String,
    /// Email template for the invitation, of the kind "Magic links - Invite" in the dashboard; the
    /// default template unless set.
    pub invite_template_id: Option<String>,
    /// What you know of the user's browser, to detect fraud by.
    pub attributes: Option<Attributes>,
    /// Name of the user.
    pub name: Option<Name>,
    /// Page of your app to which the link leads, one of the redirect URLs of the dashboard. Unless set,
    /// the default invite URL there; without one the call fails.
    pub invite_magic_link_url: Option<String>,
    /// Minutes for which the invitation works, 5 to 10080 (7 days); 60 unless set.
    pub invite_expiration_minutes: Option<i32>,
    /// Language of the message; English unless set.
    pub locale: Option<Locale>,
    /// Data of your own, at most 20 keys and 4 KB. Only your backend can change it, frontends can read
    /// it. An update replaces the keys that it names and keeps the others; a null removes a key.
    pub trusted_metadata: Option<Value>,
    /// Data of your own that people may also change themselves by way of a frontend SDK, so keep out of
    /// it whatever they must not decide. At most 20 keys and 4 KB; an update replaces the keys that it
    /// names and keeps the others; a null removes a key.
    pub untrusted_metadata: Option<Value>,
}

impl InviteRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(email: impl Into<String>) -> Self {
        Self {
            email: email.into(),
            invite_template_id: None,
            attributes: None,
            name: None,
            invite_magic_link_url: None,
            invite_expiration_minutes: None,
            locale: None,
            trusted_metadata: None,
            untrusted_metadata: None,
        }
    }

    /// Email template for the invitation, of the kind "Magic links - Invite" in the dashboard; the
    /// default template unless set.
    #[must_use]
    pub fn invite_template_id(mut self, invite_template_id: impl Into<String>) -> Self {
        self.invite_template_id = Some(invite_template_id.into());
        self
    }

    /// What you know of the user's browser, to detect fraud by.
    #[must_use]
    pub fn attributes(mut self, attributes: Attributes) -> Self {
        self.attributes = Some(attributes);
        self
    }

    /// Name of the user.
    #[must_use]
    pub fn name(mut self, name: Name) -> Self {
        self.name = Some(name);
        self
    }

    /// Page of your app to which the link leads, one of the redirect URLs of the dashboard.
    #[must_use]
    pub fn invite_magic_link_url(mut self, invite_magic_link_url: impl Into<String>) -> Self {
        self.invite_magic_link_url = Some(invite_magic_link_url.into());
        self
    }

    /// Minutes for which the invitation works, 5 to 10080 (7 days); 60 unless set.
    #[must_use]
    pub fn invite_expiration_minutes(mut self, invite_expiration_minutes: i32) -> Self {
        self.invite_expiration_minutes = Some(invite_expiration_minutes);
        self
    }

    /// Language of the message; English unless set.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<Locale>) -> Self {
        self.locale = Some(locale.into());
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
}

#[doc(hidden)]
impl Body for InviteRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email", &self.email);
        fields.add("invite_template_id", &self.invite_template_id);
        fields.add("attributes", &self.attributes);
        fields.add("name", &self.name);
        fields.add("invite_magic_link_url", &self.invite_magic_link_url);
        fields.add("invite_expiration_minutes", &self.invite_expiration_minutes);
        fields.add("locale", &self.locale);
        fields.add("trusted_metadata", &self.trusted_metadata);
        fields.add("untrusted_metadata", &self.untrusted_metadata);
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
    /// User that the answer is about.
    pub user_id: UserId,
    /// Id of the email address.
    pub email_id: EmailId,
}

#[doc(hidden)]
impl Object for InviteResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "email_id" => self.email_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(InviteResponse);

/// What [`Email::revoke_invite`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RevokeInviteRequest {
    /// Address to which the invitation went.
    pub email: String,
}

impl RevokeInviteRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(email: impl Into<String>) -> Self {
        Self {
            email: email.into(),
        }
    }
}

#[doc(hidden)]
impl Body for RevokeInviteRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email", &self.email);
    }
}

stytch_core::sent!(RevokeInviteRequest);

/// What [`Email::revoke_invite`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RevokeInviteResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
}

#[doc(hidden)]
impl Object for RevokeInviteResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RevokeInviteResponse);
