// Generated from spec/consumer/otps.whatsapp.yaml by `cargo xtask generate`. Do not edit.

//! Send one-time passcodes by WhatsApp.
//!
//! Each message costs money, and fraudsters earn by having them sent to numbers abroad: limit how
//! often one visitor can ask for a code.

use stytch_core::Secret;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot};

use crate::{Attributes, PhoneId, PhoneLocale, UserId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.otps().whatsapp()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Whatsapp {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Whatsapp {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Sends a passcode by WhatsApp to a user who exists already.
    ///
    /// Pass the `phone_id` of the answer to [`otps().authenticate`](crate::otps::Otps::authenticate)
    /// together with the code. A further code makes the one before useless. To create the user where
    /// there is none, use
    /// [`otps().whatsapp().login_or_create`](crate::otps::whatsapp::Whatsapp::login_or_create).
    ///
    /// With a `user_id` or a session of a user, the call adds a new number to that user instead. The
    /// number is kept, as verified, if the user enters the code within 5 minutes; otherwise it is taken
    /// off the user again, and a later login with it makes a new user.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`invalid_phone_number`](crate::ErrorType::InvalidPhoneNumber): The phone number is not in
    ///   E.164 format, such as `+12025550162`.
    /// - [`phone_number_not_found`](crate::ErrorType::PhoneNumberNotFound): No user of the project has
    ///   this phone number.
    /// - [`invalid_phone_number_country_code`](crate::ErrorType::InvalidPhoneNumberCountryCode):
    ///   Messages to the number's country are not supported, or not switched on for the project.
    /// - [`too_many_unverified_factors`](crate::ErrorType::TooManyUnverifiedFactors): The user has an
    ///   email address or phone number that is not verified yet, and one is enough to get no other:
    ///   have it verified first, or replace it with `users.exchange_primary_factor`.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::otps::whatsapp;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// // Add a number to the user who is logged in.
    /// let request =
    ///     whatsapp::SendRequest::new("+12025550162").session_token("the token of the user's session");
    /// let sent = stytch.otps().whatsapp().send(request).await?;
    /// println!("ask for the code, then authenticate {}", sent.phone_id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/otps/whatsapp/send` ([reference](https://stytch.com/docs/api/whatsapp-send))
    pub fn send(&self, request: SendRequest) -> Call<SendResponse> {
        const OPERATION: Operation =
            Operation::new("otps.whatsapp.send", Verb::Post, "/v1/otps/whatsapp/send");
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Sends a passcode by WhatsApp to a user, who is created if there is none with that number.
    ///
    /// Pass the `phone_id` of the answer to [`otps().authenticate`](crate::otps::Otps::authenticate)
    /// together with the code.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`invalid_phone_number`](crate::ErrorType::InvalidPhoneNumber): The phone number is not in
    ///   E.164 format, such as `+12025550162`.
    /// - [`invalid_phone_number_country_code`](crate::ErrorType::InvalidPhoneNumberCountryCode):
    ///   Messages to the number's country are not supported, or not switched on for the project.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::PhoneLocale;
    /// use stytch_consumer::otps::whatsapp;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = whatsapp::LoginOrCreateRequest::new("+12025550162").locale(PhoneLocale::DeDe);
    /// let sent = stytch.otps().whatsapp().login_or_create(request).await?;
    /// println!("ask for the code, then authenticate {}", sent.phone_id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/otps/whatsapp/login_or_create` ([reference](https://stytch.com/docs/api/whatsapp-login-or-create))
    pub fn login_or_create(&self, request: LoginOrCreateRequest) -> Call<LoginOrCreateResponse> {
        const OPERATION: Operation = Operation::new(
            "otps.whatsapp.login_or_create",
            Verb::Post,
            "/v1/otps/whatsapp/login_or_create",
        );
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`Whatsapp::send`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SendRequest {
    /// Where to send the passcode, in E.164 format, such as `+12025550162`. `+10000000000` is for
    /// tests.
    pub phone_number: String,
    /// Minutes for which the passcode works, 1 to 10; 2 unless set.
    pub expiration_minutes: Option<i32>,
    /// What you know of the user's browser, to detect fraud by.
    pub attributes: Option<Attributes>,
    /// Language of the message; English unless set.
    pub locale: Option<PhoneLocale>,
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
    pub fn new(phone_number: impl Into<String>) -> Self {
        Self {
            phone_number: phone_number.into(),
            expiration_minutes: None,
            attributes: None,
            locale: None,
            user_id: None,
            session_token: None,
            session_jwt: None,
        }
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

    /// Language of the message; English unless set.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<PhoneLocale>) -> Self {
        self.locale = Some(locale.into());
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
        fields.add("phone_number", &self.phone_number);
        fields.add("expiration_minutes", &self.expiration_minutes);
        fields.add("attributes", &self.attributes);
        fields.add("locale", &self.locale);
        fields.add("user_id", &self.user_id);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
    }
}

stytch_core::sent!(SendRequest);

/// What [`Whatsapp::send`] gives back.
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
    /// Id of the phone number.
    pub phone_id: PhoneId,
}

#[doc(hidden)]
impl Object for SendResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "phone_id" => self.phone_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(SendResponse);

/// What [`Whatsapp::login_or_create`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct LoginOrCreateRequest {
    /// Where to send the passcode, in E.164 format, such as `+12025550162`. `+10000000000` is for
    /// tests.
    pub phone_number: String,
    /// Minutes for which the passcode works, 1 to 10; 2 unless set.
    pub expiration_minutes: Option<i32>,
    /// What you know of the user's browser, to detect fraud by.
    pub attributes: Option<Attributes>,
    /// Language of the message; English unless set.
    pub locale: Option<PhoneLocale>,
    /// Whether a new user stays `pending` until their first login; otherwise the user is active at
    /// once, which is the default.
    pub create_user_as_pending: Option<bool>,
}

impl LoginOrCreateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(phone_number: impl Into<String>) -> Self {
        Self {
            phone_number: phone_number.into(),
            expiration_minutes: None,
            attributes: None,
            locale: None,
            create_user_as_pending: None,
        }
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

    /// Language of the message; English unless set.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<PhoneLocale>) -> Self {
        self.locale = Some(locale.into());
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
        fields.add("phone_number", &self.phone_number);
        fields.add("expiration_minutes", &self.expiration_minutes);
        fields.add("attributes", &self.attributes);
        fields.add("locale", &self.locale);
        fields.add("create_user_as_pending", &self.create_user_as_pending);
    }
}

stytch_core::sent!(LoginOrCreateRequest);

/// What [`Whatsapp::login_or_create`] gives back.
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
    /// Id of the phone number.
    pub phone_id: PhoneId,
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
            "phone_id" => self.phone_id.slot(),
            "user_created" => self.user_created.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(LoginOrCreateResponse);
