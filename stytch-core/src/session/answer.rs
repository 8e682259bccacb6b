//! What the service is asked about a session, and what it answers.

use std::fmt;

use serde::Serialize;

use super::SessionModel;
use crate::{
    Error, JsonObject, Secret,
    rbac::Question,
    wire::{Object, Receive as _, Slot},
};

#[derive(Serialize)]
pub(super) struct Request<'a> {
    #[serde(flatten)]
    proof: SessionProof<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_duration_minutes: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_custom_claims: Option<JsonObject>,
    #[serde(skip_serializing_if = "Option::is_none")]
    authorization_check: Option<AuthorizationCheck<'a>>,
}

/// One of the two texts that prove a session to the service.
///
/// Requests that a session goes with have a field for each: see [`into_fields`](Self::into_fields).
#[derive(Clone, Copy, Serialize)]
pub enum SessionProof<'a> {
    /// The session token.
    #[serde(rename = "session_token")]
    Token(&'a str),
    /// The session JWT, which may have expired.
    #[serde(rename = "session_jwt")]
    Jwt(&'a str),
}

impl SessionProof<'_> {
    /// What goes into the fields `session_token` and `session_jwt` of a request: one of them has the text,
    /// the other is left out.
    ///
    /// ```
    /// # use stytch_core::{Secret, session::SessionProof};
    /// # #[derive(Default)]
    /// # struct Request { session_token: Option<Secret>, session_jwt: Option<Secret> }
    /// # let proof = SessionProof::Token("the token");
    /// # let mut request = Request::default();
    /// (request.session_token, request.session_jwt) = proof.into_fields();
    /// # assert_eq!(request.session_token.unwrap().expose(), "the token");
    /// # assert!(request.session_jwt.is_none());
    /// ```
    #[must_use]
    pub fn into_fields(self) -> (Option<Secret>, Option<Secret>) {
        match self {
            Self::Token(token) => (Some(token.into()), None),
            Self::Jwt(jwt) => (None, Some(jwt.into())),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Token(_) => "session_token",
            Self::Jwt(_) => "session_jwt",
        }
    }

    /// Refuses what is empty, as a cookie is that is missing.
    pub(super) fn check(self) -> Result<(), Error> {
        let (Self::Token(text) | Self::Jwt(text)) = self;
        if text.is_empty() {
            return Err(Error::invalid_request(self.name(), "must not be empty"));
        }
        Ok(())
    }
}

impl fmt::Debug for SessionProof<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SessionProof({})", self.name())
    }
}

#[derive(Serialize)]
struct AuthorizationCheck<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    organization_id: Option<&'a str>,
    resource_id: &'a str,
    action: &'a str,
}

impl<'a> Request<'a> {
    pub(super) fn new(proof: SessionProof<'a>, question: Option<&Question<'a>>) -> Self {
        Self {
            proof,
            session_duration_minutes: None,
            session_custom_claims: None,
            authorization_check: question.map(|question| AuthorizationCheck {
                organization_id: question.organization_id,
                resource_id: question.resource_id,
                action: question.action,
            }),
        }
    }

    /// Changes the session, too.
    pub(super) fn session(mut self, minutes: Option<i32>, claims: Option<JsonObject>) -> Self {
        self.session_duration_minutes = minutes;
        self.session_custom_claims = claims;
        self
    }
}

/// The session, and what the service hands out along with it.
#[derive(Default)]
pub(super) struct Answer<S: SessionModel> {
    pub(super) session: S,
    pub(super) session_token: Secret,
    pub(super) session_jwt: Secret,
    pub(super) subject: Option<S::Subject>,
    pub(super) organization: Option<S::Organization>,
    pub(super) verdict: Option<GivenVerdict>,
}

#[derive(Default)]
pub(super) struct GivenVerdict {
    pub(super) authorized: bool,
    pub(super) granting_roles: Vec<String>,
}

impl<S: SessionModel> Answer<S> {
    /// Whether it says which session it is and whose.
    pub(super) fn is_of_somebody(&self) -> bool {
        !self.session.session_id().is_empty() && !self.session.subject_id().is_empty()
    }
}

impl<S: SessionModel> Object for Answer<S> {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            name if name == S::IN_RESPONSES => self.session.slot(),
            name if name == S::SUBJECT_IN_RESPONSES => self.subject.slot(),
            "organization" if S::HAS_ORGANIZATION => self.organization.slot(),
            "session_token" => self.session_token.slot(),
            "session_jwt" => self.session_jwt.slot(),
            "verdict" => self.verdict.slot(),
            _ => return None,
        })
    }
}

impl Object for GivenVerdict {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "authorized" => self.authorized.slot(),
            "granting_roles" => self.granting_roles.slot(),
            _ => return None,
        })
    }
}
