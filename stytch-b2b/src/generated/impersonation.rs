// Generated from spec/b2b/impersonation.yaml by `cargo xtask generate`. Do not edit.

//! See your app as a member sees it, to help them.
//!
//! A person of your team opens the member in the vendor's dashboard and chooses to impersonate
//! them; that makes the token.

use serde::de::DeserializeOwned;
use stytch_core::claims::missing_session;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Error, Secret, Timestamp};

use crate::mfa::MfaRequired;
use crate::organizations::{Member, Organization};
use crate::sessions::MemberSession;
use crate::{MemberId, OrganizationId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.impersonation()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Impersonation {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Impersonation {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Starts a session in the name of a member, with a token from the dashboard.
    ///
    /// The token works once, by default within five minutes. The session lasts 60 minutes and cannot be
    /// extended. No further factor is asked for: `member_authenticated` is always true, `mfa_required`
    /// missing and `intermediate_session_token` empty.
    ///
    /// Such a session has one factor of the type `impersonated`, which names the impersonator: look for
    /// it where your app must not act in the member's place.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`unable_to_auth_impersonation_token`](crate::ErrorType::UnableToAuthImpersonationToken): The
    ///   impersonation token is used up or has expired; make another in the dashboard.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::impersonation;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let token = "the token from the query of the redirect";
    /// let request = impersonation::AuthenticateRequest::new(token);
    /// let login = stytch.impersonation().authenticate(request).await?;
    /// println!("acting as {}", login.member.email_address);
    /// set_cookie("session", login.session_token.expose());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/impersonation/authenticate` ([reference](https://stytch.com/docs/b2b/api/authenticate-impersonation-token))
    pub fn authenticate(&self, request: AuthenticateRequest) -> Call<AuthenticateResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "member_session.member_session_id",
            "member_session.member_id",
        ])
        .owner(&["member_id", "member_session.member_id"])
        .pending("member_authenticated", &["intermediate_session_token"]);
        const OPERATION: Operation = Operation::new(
            "impersonation.authenticate",
            Verb::Post,
            "/v1/b2b/impersonation/authenticate",
        )
        .proof(PROOF);
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`Impersonation::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// The token from the redirect out of the dashboard.
    pub impersonation_token: Secret,
}

impl AuthenticateRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(impersonation_token: impl Into<Secret>) -> Self {
        Self {
            impersonation_token: impersonation_token.into(),
        }
    }
}

#[doc(hidden)]
impl Body for AuthenticateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("impersonation_token", &self.impersonation_token);
    }
}

stytch_core::sent!(AuthenticateRequest);

/// What [`Impersonation::authenticate`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthenticateResponse {
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
    /// Organization that the answer is about.
    pub organization_id: OrganizationId,
}

impl AuthenticateResponse {
    /// The custom claims of the session as a type of your own: a map, or a struct that
    /// implements `Deserialize`.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) if the claims don't fit the type,
    /// [`ErrorKind::MissingProof`](crate::ErrorKind::MissingProof) if the response carries
    /// no session.
    pub fn custom_claims_as<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.member_session
            .as_ref()
            .ok_or_else(missing_session)?
            .custom_claims_as()
    }
}

#[doc(hidden)]
impl Object for AuthenticateResponse {
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
            "organization_id" => self.organization_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateResponse);
