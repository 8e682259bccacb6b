// Generated from spec/consumer/otps.email.yaml by `cargo xtask generate`. Do not edit.

//! Send one-time passcodes by email.

use stytch_core::Secret;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot};

use crate::{Attributes, EmailId, Locale, UserId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.otps().email()`, on which the calls of [this module](self) are made.
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

    /// Emails a passcode to a user who exists already.
    ///
    /// Pass the `email_id` of the answer to [`otps().authenticate`](crate::otps::Otps::authenticate)
    /// together with the code. To create the user where there is none, use
    /// [`otps().email().login_or_create`](crate::otps::email::Email::login_or_create).
    ///
    /// With a `user_id` or a session of a user, the call adds a new address to that user instead. The
    /// address is kept, as verified, if the user enters the code within 5 minutes; otherwise it is
    /// taken off the user again, and a later login with it makes a new user.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`inactive_email`](crate::ErrorType::InactiveEmail): The address is marked as one that email
    ///   does not reach; ask for another.
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
    /// use stytch_consumer::otps::email;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// // Add an address to the user who is logged in.
    /// let request =
    ///     email::SendRequest::new("ada@work.example").session_token("the token of the user's session");
    /// let sent = stytch.otps().email().send(request).await?;
    /// println!("ask for the code, then authenticate {}", sent.email_id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/otps/email/send` ([reference](https://stytch.com/docs/api/send-otp-by-email))
    pub fn send(&self, request: SendRequest) -> Call<SendResponse> {
        const OPERATION: Operation =
            Operation::new("otps.email.send", Verb::Post, "/v1/otps/email/send");
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Emails a passcode to a user, who is created if there is none with that address.
    ///
    /// Pass the `email_id` of the answer to [`otps().authenticate`](crate::otps::Otps::authenticate)
    /// together with the code.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`inactive_email`](crate::ErrorType::InactiveEmail): The address is marked as one that email
    ///   does not reach; ask for another.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::otps::email;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = email::LoginOrCreateRequest::new("ada@example.com").expiration_minutes(5);
    /// let sent = stytch.otps().email().login_or_create(request).await?;
    /// println!("ask for the code, then authenticate {}", sent.email_id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/otps/email/login_or_create` ([reference](https://stytch.com/docs/api/log-in-or-create-user-by-email-otp))
    pub fn login_or_create(&self, request: LoginOrCreateRequest) -> Call<LoginOrCreateResponse> {
        const OPERATION: Operation = Operation::new(
            "otps.email.login_or_create",
            Verb::Post,
            "/v1/otps/email/login_or_create",
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
    /// Address to which the passcode goes; `sandbox@stytch.com` is for tests.
    pub email: String,
    /// Language of the message; English unless set.
    pub locale: Option<Locale>,
    /// Email template for users who log in, from the dashboard; the default template unless set. It
    /// must have been made for this kind of message, a link or a passcode, and for logins.
    pub login_template_id: Option<String>,
    /// Email template for users who sign up, from the dashboard; the default template unless set. It
    /// must have been made for this kind of message, a link or a passcode, and for sign-ups.
    pub signup_template_id: Option<String>,
    /// Minutes for which the passcode works, 1 to 10; 2 unless set.
    pub expiration_minutes: Option<i32>,
    /// What you know of the user's browser, to detect fraud by.
    pub attributes: Option<Attributes>,
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
            email: email.into(),
            locale: None,
            login_template_id: None,
            signup_template_id: None,
            expiration_minutes: None,
            attributes: None,
            user_id: None,
            session_token: None,
            session_jwt: None,
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

    /// Minutes for which the passcode works, 1 to 10; 2 unless set.
    #[must_use]
    pub fn expiration_minutes(mut self, expiration_minutes: i32) -> Self {
        self.expiration_minutes = Some(expiration_minutes);
        self
    }

    /// What you know of the user's browser, to detect fraud by.
    #[must_use]
    pub fn attributes(mut self, attributes: Attributes) -> Self {
        self.attributes = Some(attributes);
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
        fields.add("email", &self.email);
        fields.add("locale", &self.locale);
        fields.add("login_template_id", &self.login_template_id);
        fields.add("signup_template_id", &self.signup_template_id);
        fields.add("expiration_minutes", &self.expiration_minutes);
        fields.add("attributes", &self.attributes);
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
    /// Address to which the passcode goes; `sandbox@stytch.com` is for tests.
    pub email: String,
    /// Language of the message; English unless set.
    pub locale: Option<Locale>,
    /// Email template for users who log in, from the dashboard; the default template unless set. It
    /// must have been made for this kind of message, a link or a passcode, and for logins.
    pub login_template_id: Option<String>,
    /// Email template for users who sign up, from the dashboard; the default template unless set. It
    /// must have been made for this kind of message, a link or a passcode, and for sign-ups.
    pub signup_template_id: Option<String>,
    /// Minutes for which the passcode works, 1 to 10; 2 unless set.
    pub expiration_minutes: Option<i32>,
    /// What you know of the user's browser, to detect fraud by.
    pub attributes: Option<Attributes>,
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
            expiration_minutes: None,
            attributes: None,
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

    /// Minutes for which the passcode works, 1 to 10; 2 unless set.
    #[must_use]
    pub fn expiration_minutes(mut self, expiration_minutes: i32) -> Self {
        self.expiration_minutes = Some(expiration_minutes);
        self
    }

    /// What you know of the user's browser, to detect fraud by.
    #[must_use]
    pub fn attributes(mut self, attributes: Attributes) -> Self {
        self.attributes = Some(attributes);
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
        fields.add("expiration_minutes", &self.expiration_minutes);
        fields.add("attributes", &self.attributes);
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
