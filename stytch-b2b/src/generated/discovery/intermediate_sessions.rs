// Generated from spec/b2b/discovery.intermediate_sessions.yaml by `cargo xtask generate`. Do not edit.

//! Turn a discovery login into a session in the organization that the person has chosen.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Secret, Timestamp, Value};

use crate::device_history::DeviceInfo;
use crate::mfa::MfaRequired;
use crate::organizations::{Member, Organization};
use crate::sessions::{MemberSession, PrimaryRequired};
use crate::{MemberId, OrganizationId, PhoneLocale, TelemetryId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.discovery().intermediate_sessions()`, on which the calls of [this module](self) are
/// made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct IntermediateSessions {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl IntermediateSessions {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Logs a person in to the organization of their choice, for an intermediate session token.
    ///
    /// Any organization from
    /// [`discovery().organizations().list`](crate::discovery::organizations::Organizations::list) will
    /// do: going in accepts an invitation, and makes a member of a person who may join by email domain
    /// or OAuth tenant.
    ///
    /// If `member_authenticated` is true, the session is there. Otherwise something is missing, and the
    /// token has to go along into the call that adds it:
    ///
    /// - With `primary_required`, the organization does not accept the method used so far, or the
    ///   person joins without having proven their email address. Offer one of the methods listed there.
    /// - With only `mfa_required`, a second factor is due; its `member_options` tell which ones the
    ///   member has, and `secondary_auth_initiated` whether a passcode is already on its way. Go on
    ///   with [`otps().sms().authenticate`](crate::otps::sms::Sms::authenticate) or
    ///   [`totps().authenticate`](crate::totps::Totps::authenticate).
    ///
    /// If no organization suits, the same token founds a new one with
    /// [`discovery().organizations().create`](crate::discovery::organizations::Organizations::create).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`intermediate_session_not_found`](crate::ErrorType::IntermediateSessionNotFound): The
    ///   intermediate session token is unknown, used up or expired; start the login over.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::discovery::intermediate_sessions;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization_id = "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11";
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let intermediate_session_token = "the token from the discovery login";
    /// let request =
    ///     intermediate_sessions::ExchangeRequest::new(intermediate_session_token, organization_id)
    ///         .session_duration_minutes(480);
    /// let login = stytch.discovery().intermediate_sessions().exchange(request).await?;
    /// if login.member_authenticated {
    ///     set_cookie("session", login.session_token.expose());
    /// } else if let Some(primary) = login.primary_required {
    ///     println!("log in once more, by one of {:?}", primary.allowed_auth_methods);
    /// } else if let Some(mfa) = login.mfa_required {
    ///     println!("a second factor is due: {:?}", mfa.member_options);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/discovery/intermediate_sessions/exchange` ([reference](https://stytch.com/docs/b2b/api/exchange-intermediate-session))
    pub fn exchange(&self, request: ExchangeRequest) -> Call<ExchangeResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "member_session.member_session_id",
            "member_session.member_id",
        ])
        .owner(&["member_id", "member_session.member_id"])
        .pending("member_authenticated", &["intermediate_session_token"]);
        const OPERATION: Operation = Operation::new(
            "discovery.intermediate_sessions.exchange",
            Verb::Post,
            "/v1/b2b/discovery/intermediate_sessions/exchange",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }
}

/// What [`IntermediateSessions::exchange`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ExchangeRequest {
    /// Proof of the factors shown so far, from an earlier step of this login.
    pub intermediate_session_token: Secret,
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// Lifetime of the session in minutes from now, 5 to 527040 (366 days); 60 unless set. A session
    /// that was passed in is extended by it; a session JWT lives five minutes whatever stands here.
    pub session_duration_minutes: Option<i32>,
    /// Claims of your own for the session and its JWTs, merged key by key into those it has; a null
    /// removes a key. At most 4 KB together; the registered claims `iss`, `sub`, `aud`, `exp`, `nbf`,
    /// `iat` and `jti` are ignored.
    pub session_custom_claims: Option<Value>,
    /// Language of the passcode message that goes out at once when the member still owes a second
    /// factor and has a phone number; English unless set.
    pub locale: Option<PhoneLocale>,
    /// Ties the call to a device fingerprint taken in the browser. The API keeps the fingerprint, and
    /// the place to which its IP address leads, with the person, and the answer says whether the device
    /// is known. Device fingerprinting has to be enabled for the workspace.
    pub telemetry_id: Option<TelemetryId>,
}

impl ExchangeRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        intermediate_session_token: impl Into<Secret>,
        organization_id: impl Into<OrganizationId>,
    ) -> Self {
        Self {
            intermediate_session_token: intermediate_session_token.into(),
            organization_id: organization_id.into(),
            session_duration_minutes: None,
            session_custom_claims: None,
            locale: None,
            telemetry_id: None,
        }
    }

    /// Lifetime of the session in minutes from now, 5 to 527040 (366 days); 60 unless set.
    #[must_use]
    pub fn session_duration_minutes(mut self, session_duration_minutes: i32) -> Self {
        self.session_duration_minutes = Some(session_duration_minutes);
        self
    }

    /// Claims of your own for the session and its JWTs, merged key by key into those it has; a null
    /// removes a key.
    #[must_use]
    pub fn session_custom_claims(mut self, session_custom_claims: impl Into<Value>) -> Self {
        self.session_custom_claims = Some(session_custom_claims.into());
        self
    }

    /// Language of the passcode message that goes out at once when the member still owes a second
    /// factor and has a phone number; English unless set.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<PhoneLocale>) -> Self {
        self.locale = Some(locale.into());
        self
    }

    /// Ties the call to a device fingerprint taken in the browser.
    #[must_use]
    pub fn telemetry_id(mut self, telemetry_id: impl Into<TelemetryId>) -> Self {
        self.telemetry_id = Some(telemetry_id.into());
        self
    }
}

#[doc(hidden)]
impl Body for ExchangeRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add(
            "intermediate_session_token",
            &self.intermediate_session_token,
        );
        fields.add("organization_id", &self.organization_id);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("locale", &self.locale);
        fields.add("telemetry_id", &self.telemetry_id);
    }
}

stytch_core::sent!(ExchangeRequest);

/// What [`IntermediateSessions::exchange`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ExchangeResponse {
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
    /// Opaque token of the session; keep it in a cookie or the like. Empty while a factor is missing.
    pub session_token: Secret,
    /// The session as a signed JWT that can be checked without the API, valid for five minutes. Empty
    /// while a factor is missing.
    pub session_jwt: Secret,
    /// Whether the member is fully logged in. If false, `mfa_required` or `primary_required` tells
    /// which step is left, and `intermediate_session_token` carries what has been proven.
    pub member_authenticated: bool,
    /// Proof of the factors shown so far when they do not yet make a session: pass it to the step that
    /// adds the missing factor, or trade it for a session in an organization. Empty when the member is
    /// logged in.
    pub intermediate_session_token: Secret,
    /// When `intermediate_session_token` stops being accepted; by default ten minutes after it is
    /// issued.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub intermediate_session_token_expires_at: Option<Timestamp>,
    /// The session that was started or extended.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member_session: Option<MemberSession>,
    /// The second factor that is still to come, and how the member can give it.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub mfa_required: Option<MfaRequired>,
    /// The first factors that this organization accepts, when the one that was shown is not among them.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub primary_required: Option<PrimaryRequired>,
    /// What is known of the device, when the call carried a `telemetry_id`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member_device: Option<DeviceInfo>,
}

#[doc(hidden)]
impl Object for ExchangeResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            "session_token" => self.session_token.slot(),
            "session_jwt" => self.session_jwt.slot(),
            "member_authenticated" => self.member_authenticated.slot(),
            "intermediate_session_token" => self.intermediate_session_token.slot(),
            "intermediate_session_token_expires_at" => {
                self.intermediate_session_token_expires_at.slot()
            }
            "member_session" => self.member_session.slot(),
            "mfa_required" => self.mfa_required.slot(),
            "primary_required" => self.primary_required.slot(),
            "member_device" => self.member_device.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ExchangeResponse);
