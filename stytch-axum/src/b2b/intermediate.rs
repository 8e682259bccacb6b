//! A login that is not complete, as an argument of handlers.

use axum::extract::{FromRef, FromRequestParts, OptionalFromRequestParts};
use http::request::Parts;
use stytch_b2b::discovery::organizations::{ListRequest, ListResponse};
use stytch_b2b::{Client, totps};
use stytch_core::{Call, Secret};

use super::{Auth, MemberSession, Pending};
use crate::callbacks::Browser;
use crate::web::{Malformed, Reason, Refusal};

/// A login that is not complete: what the person has proven, and what is still missing. For the pages in
/// between, on which an organization is chosen or a second factor given.
///
/// Without one, people are sent to log in.
///
/// ```
/// use stytch_axum::b2b::Intermediate;
///
/// async fn second_factor(login: Intermediate) -> &'static str {
///     match login.pending() {
///         Some(pending) if pending.must_enroll() => "Set up an authenticator app.",
///         Some(pending) if pending.has_authenticator_app() => "Which code does the app show?",
///         _ => "Choose an organization.",
///     }
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Intermediate {
    client: Client,
    token: Secret,
    pending: Option<Pending>,
}

impl Intermediate {
    /// What has been proven so far.
    #[must_use]
    pub fn token(&self) -> &Secret {
        &self.token
    }

    /// What the login waits for; `None` while no organization is chosen.
    #[must_use]
    pub fn pending(&self) -> Option<&Pending> {
        self.pending.as_ref()
    }

    /// The organizations that the person can choose from.
    ///
    /// # Errors
    /// Those of [`discovery().organizations().list`](stytch_b2b::discovery::organizations::Organizations::list).
    pub fn organizations(&self) -> Call<ListResponse> {
        let request = ListRequest::new().intermediate_session_token(&self.token);
        self.client.discovery().organizations().list(request)
    }

    /// Begins to set up an authenticator app, for a member who has to: the answer has the QR code and the
    /// recovery codes to show. The first code of the app, posted to `totp` below the path of the
    /// callbacks, completes it and the login. `None` while no organization is chosen.
    ///
    /// # Errors
    /// Those of [`totps().create`](stytch_b2b::totps::Totps::create).
    #[must_use]
    pub fn create_totp(&self) -> Option<Call<totps::CreateResponse>> {
        let pending = self.pending.as_ref()?;
        let (organization_id, member_id) = (pending.organization_id(), pending.member_id());
        let request = totps::CreateRequest::new(organization_id, member_id)
            .intermediate_session_token(&self.token);
        Some(self.client.totps().create(request))
    }

    fn of(parts: &Parts, auth: &Auth) -> Result<Option<Self>, Malformed> {
        let browser = Browser::of(&parts.headers, auth.cookie_settings(), None)?;
        let Some(token) = browser.intermediate.clone() else {
            return Ok(None);
        };
        Ok(Some(Self {
            client: auth.client().clone(),
            pending: super::finish::pending(&browser).ok(),
            token,
        }))
    }
}

impl Auth {
    /// The organizations that somebody who is logged in can go over to: posted to `organization` below the
    /// path of the callbacks, the id of one leads there.
    ///
    /// # Errors
    /// Those of [`discovery().organizations().list`](stytch_b2b::discovery::organizations::Organizations::list).
    pub fn organizations<R>(&self, session: &MemberSession<R>) -> Call<ListResponse> {
        let mut request = ListRequest::new();
        (request.session_token, request.session_jwt) = session.proof().into_fields();
        self.client().discovery().organizations().list(request)
    }

    /// Begins to set up an authenticator app for somebody who is logged in. The first code of the app, posted
    /// to `totp` below the path of the callbacks, completes it, and is asked for at each login from then on.
    ///
    /// # Errors
    /// Those of [`totps().create`](stytch_b2b::totps::Totps::create).
    pub fn create_totp<R>(&self, session: &MemberSession<R>) -> Call<totps::CreateResponse> {
        let mut request = totps::CreateRequest::new(&session.organization_id, &session.member_id);
        (request.session_token, request.session_jwt) = session.proof().into_fields();
        self.client().totps().create(request)
    }
}

impl<S> OptionalFromRequestParts<S> for Intermediate
where
    S: Send + Sync,
    Auth: FromRef<S>,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Refusal> {
        let found = Self::of(parts, &Auth::from_ref(state));
        found.map_err(|malformed| Refusal::new(Reason::Malformed(malformed)))
    }
}

impl<S> FromRequestParts<S> for Intermediate
where
    S: Send + Sync,
    Auth: FromRef<S>,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let found = Self::of(parts, &Auth::from_ref(state));
        let found = found.map_err(|malformed| Refusal::new(Reason::Malformed(malformed)))?;
        found.ok_or_else(|| Refusal::new(Reason::LoginRequired))
    }
}
