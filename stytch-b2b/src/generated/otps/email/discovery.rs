// Generated from spec/b2b/otps.email.discovery.yaml by `cargo xtask generate`. Do not edit.

//! Log people in with passcodes sent by email before their organization is known.

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

/// `stytch.otps().email().discovery()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Discovery {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Discovery {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Sends a passcode with which a person finds their organizations.
    ///
    /// Have the code typed into your login page and pass it to
    /// [`otps().email().discovery().authenticate`](crate::otps::email::discovery::Discovery::authenticate).
    /// Only the newest code counts: sending one voids all earlier ones to the same address.
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
    /// use stytch_b2b::Locale;
    /// use stytch_b2b::otps::email::discovery;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = discovery::SendRequest::new("ada@example.com").locale(Locale::Fr);
    /// stytch.otps().email().discovery().send(request).await?;
    /// println!("enter the code from the email to ada@example.com");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/otps/email/discovery/send` ([reference](https://stytch.com/docs/b2b/api/send-discovery-email-otp))
    pub fn send(&self, request: SendRequest) -> Call<SendResponse> {
        const OPERATION: Operation = Operation::new(
            "otps.email.discovery.send",
            Verb::Post,
            "/v1/b2b/otps/email/discovery/send",
        );
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Trades a discovery passcode for an intermediate session.
    ///
    /// Nobody is logged in yet: show `discovered_organizations`, then enter the chosen one with
    /// [`discovery().intermediate_sessions().exchange`](crate::discovery::intermediate_sessions::IntermediateSessions::exchange),
    /// or found a new one with
    /// [`discovery().organizations().create`](crate::discovery::organizations::Organizations::create),
    /// within ten minutes.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`otp_code_not_found`](crate::ErrorType::OtpCodeNotFound): The passcode is wrong; let the
    ///   person type it again, or send another.
    /// - [`unable_to_auth_otp_code`](crate::ErrorType::UnableToAuthOtpCode): The passcode is used up or
    ///   has expired; send another.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::otps::email::discovery;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = discovery::AuthenticateRequest::new("ada@example.com", "123456");
    /// let found = stytch.otps().email().discovery().authenticate(request).await?;
    /// for choice in &found.discovered_organizations {
    ///     if let Some(organization) = &choice.organization {
    ///         println!("{}", organization.organization_name);
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/otps/email/discovery/authenticate` ([reference](https://stytch.com/docs/b2b/api/authenticate-discovery-email-otp))
    pub fn authenticate(&self, request: AuthenticateRequest) -> Call<AuthenticateResponse> {
        const PROOF: Proof =
            Proof::grant(&["intermediate_session_token"]).owner(&["email_address"]);
        const OPERATION: Operation = Operation::new(
            "otps.email.discovery.authenticate",
            Verb::Post,
            "/v1/b2b/otps/email/discovery/authenticate",
        )
        .proof(PROOF);
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`Discovery::send`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SendRequest {
    /// Where to send the passcode.
    pub email_address: String,
    /// Template for the email, of the kind "OTP - Login" in the dashboard; the default template unless
    /// set.
    pub login_template_id: Option<String>,
    /// Language of the email; English unless set.
    pub locale: Option<Locale>,
    /// Minutes for which the code works, 2 to 15; 10 unless set.
    pub discovery_expiration_minutes: Option<u32>,
}

impl SendRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(email_address: impl Into<String>) -> Self {
        Self {
            email_address: email_address.into(),
            login_template_id: None,
            locale: None,
            discovery_expiration_minutes: None,
        }
    }

    /// Template for the email, of the kind "OTP - Login" in the dashboard; the default template unless
    /// set.
    #[must_use]
    pub fn login_template_id(mut self, login_template_id: impl Into<String>) -> Self {
        self.login_template_id = Some(login_template_id.into());
        self
    }

    /// Language of the email; English unless set.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<Locale>) -> Self {
        self.locale = Some(locale.into());
        self
    }

    /// Minutes for which the code works, 2 to 15; 10 unless set.
    #[must_use]
    pub fn discovery_expiration_minutes(mut self, discovery_expiration_minutes: u32) -> Self {
        self.discovery_expiration_minutes = Some(discovery_expiration_minutes);
        self
    }
}

#[doc(hidden)]
impl Body for SendRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email_address", &self.email_address);
        fields.add("login_template_id", &self.login_template_id);
        fields.add("locale", &self.locale);
        fields.add(
            "discovery_expiration_minutes",
            &self.discovery_expiration_minutes,
        );
    }
}

stytch_core::sent!(SendRequest);

/// What [`Discovery::send`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct SendResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
}

#[doc(hidden)]
impl Object for SendResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(SendResponse);

/// What [`Discovery::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// Where the passcode went.
    pub email_address: String,
    /// The passcode, as the member typed it.
    pub code: Secret,
}

impl AuthenticateRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(email_address: impl Into<String>, code: impl Into<Secret>) -> Self {
        Self {
            email_address: email_address.into(),
            code: code.into(),
        }
    }
}

#[doc(hidden)]
impl Body for AuthenticateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email_address", &self.email_address);
        fields.add("code", &self.code);
    }
}

stytch_core::sent!(AuthenticateRequest);

/// What [`Discovery::authenticate`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthenticateResponse {
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
impl Object for AuthenticateResponse {
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

stytch_core::received!(AuthenticateResponse);
