//! Members of organizations: [`stytch_b2b`] behind axum.

mod finish;
mod intermediate;
mod outcome;
mod pending;

use std::time::Duration;

use crate::{Bearer, Session, login::logins, vertical::Sealed};
use stytch_b2b::{
    AsMember, Call, CheckFuture, Client, Environment, Error, OrganizationId, Timestamp,
    sessions::{self, ExchangeRequest, ExchangeResponse, RevokeRequest},
    tokens::{AccessToken, Authenticated, MachineToken, SessionProof},
};

#[doc(no_inline)]
pub use crate::Fresh;
pub use intermediate::Intermediate;
pub use outcome::{Discovered, LoggedIn, Outcome};
pub use pending::Pending;

/// The state for the B2B client.
pub type Auth = crate::Auth<Client>;

/// The session of a member: a handler that takes one is for members who are logged in, and, with
/// [requirements](crate::Requirement), may do what is required.
///
/// It derefs to the session, so that `session.member_id` and `session.organization_id` are at hand.
///
/// ```
/// use axum::{Router, body::Body, http::{Request, header}, routing::get};
/// use stytch_axum::{b2b::{Auth, MemberSession}, permission};
/// use stytch_b2b::{testing::Issuer, tokens::CompiledPolicy};
/// use tower_service::Service as _;
///
/// permission!(ReadDocuments = "documents", "read");
///
/// async fn documents(session: MemberSession<ReadDocuments>) -> String {
///     format!("the documents of {}", session.organization_id)
/// }
///
/// // `None` for visitors
/// async fn welcome(session: Option<MemberSession>) -> &'static str {
///     if session.is_some() { "welcome back" } else { "welcome" }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let issuer = Issuer::new();
/// let policy = CompiledPolicy::builder().role("reader", "documents", ["read"]).build();
/// let auth = Auth::new(issuer.client().policy(policy).build()?);
/// let mut app: Router = Router::new()
///     .route("/documents", get(documents))
///     .route("/", get(welcome))
///     .layer(auth.layer())
///     .with_state(auth);
///
/// let session = issuer.member_session("member-test-1", "organization-test-1");
/// for (jwt, status) in [(session.clone().role("reader").mint(), 200), (session.mint(), 403)] {
///     let request = Request::get("/documents").header(header::COOKIE, format!("stytch_session_jwt={jwt}"));
///     assert_eq!(app.call(request.body(Body::empty())?).await?.status(), status);
/// }
/// assert_eq!(app.call(Request::get("/documents").body(Body::empty())?).await?.status(), 401);
/// assert_eq!(app.call(Request::get("/").body(Body::empty())?).await?.status(), 200);
/// # Ok(())
/// # }
/// ```
pub type MemberSession<R = ()> = Session<Client, R>;

/// That a request which writes comes from the app's own pages.
pub type SameOrigin = crate::SameOrigin<Client>;

/// An event of a webhook; see [`Webhook`](crate::Webhook).
#[cfg(feature = "webhooks")]
pub type Webhook = crate::Webhook<stytch_b2b::webhooks::Event>;

/// The access token of a machine, in the `Authorization` header, with the scopes `S`. It derefs to what
/// the token says.
///
/// That of a revoked machine passes until it ends, an hour after it was made.
///
/// ```
/// use axum::{Router, body::Body, http::{Request, header}, routing::get};
/// use stytch_axum::{b2b::{Auth, Machine}, scope};
/// use stytch_b2b::testing::Issuer;
/// use tower_service::Service as _;
///
/// scope!(ReadUsers = "read:users");
///
/// async fn export(machine: Machine<ReadUsers>) -> String {
///     format!("for {}", machine.client_id())
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let issuer = Issuer::new();
/// let auth = Auth::new(issuer.client().build()?);
/// let mut app: Router = Router::new().route("/export", get(export)).with_state(auth);
///
/// let token = issuer.machine_token("m2m-client-test-1");
/// for (token, status) in [(token.clone().scope("read:users").mint(), 200), (token.mint(), 403)] {
///     let request = Request::get("/export").header(header::AUTHORIZATION, format!("Bearer {token}"));
///     assert_eq!(app.call(request.body(Body::empty())?).await?.status(), status);
/// }
/// # Ok(())
/// # }
/// ```
pub type Machine<S = ()> = Bearer<Client, MachineToken, S>;

/// The access token that a connected app has for a member, in the `Authorization` header, with the scopes
/// `S`. It derefs to what the token says.
///
/// One that was revoked passes until it ends, an hour after it was made. For a server of the Model
/// Context Protocol, see [`ProtectedResource`](crate::ProtectedResource), too.
///
/// ```
/// use axum::{Router, body::Body, http::{Request, header}, routing::get};
/// use stytch_axum::{b2b::{Auth, ConnectedApp}, scope};
/// use stytch_b2b::testing::Issuer;
/// use tower_service::Service as _;
///
/// scope!(ReadCalendar = "read:calendar");
///
/// async fn calendar(app: ConnectedApp<ReadCalendar>) -> String {
///     format!("the calendar of {}, for {}", app.subject(), app.client_id())
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let issuer = Issuer::new();
/// let auth = Auth::new(issuer.client().build()?);
/// let mut app: Router = Router::new().route("/calendar", get(calendar)).with_state(auth);
///
/// let token = issuer.access_token("member-test-1", "connected-app-test-1")
///     .organization("organization-test-1", "acme");
/// for (token, status) in [(token.clone().scope("read:calendar").mint(), 200), (token.mint(), 403)] {
///     let request = Request::get("/calendar").header(header::AUTHORIZATION, format!("Bearer {token}"));
///     assert_eq!(app.call(request.body(Body::empty())?).await?.status(), status);
/// }
/// # Ok(())
/// # }
/// ```
pub type ConnectedApp<S = ()> = Bearer<Client, AccessToken, S>;

impl<R> MemberSession<R> {
    /// Runs a call with the member's rights instead of the project's: the API checks the roles.
    pub fn as_member<T>(&self, call: Call<T, AsMember>) -> Call<T, AsMember> {
        match self.proof() {
            SessionProof::Token(token) => call.session_token(token),
            SessionProof::Jwt(jwt) => call.session_jwt(jwt),
        }
    }
}

impl Auth {
    /// Exchanges a session for one in another organization of the same person. The answer goes to
    /// [`login`](Self::login): it may be that the organization wants another factor first.
    ///
    /// ```
    /// use axum::{extract::{Path, State}, response::{IntoResponse, Redirect}};
    /// use stytch_axum::{b2b::{Auth, MemberSession}, web::Refusal};
    ///
    /// async fn switch(
    ///     State(auth): State<Auth>,
    ///     session: MemberSession,
    ///     Path(organization_id): Path<String>,
    /// ) -> Result<impl IntoResponse, Refusal> {
    ///     let switched = auth.switch_organization(&session, organization_id).await?;
    ///     Ok((auth.login(&switched), Redirect::to("/")))
    /// }
    /// ```
    ///
    /// # Errors
    /// Those of [`Sessions::exchange`](sessions::Sessions::exchange).
    pub async fn switch_organization<R>(
        &self,
        session: &MemberSession<R>,
        organization_id: impl Into<OrganizationId>,
    ) -> Result<ExchangeResponse, Error> {
        let request = ExchangeRequest::new(organization_id);
        let request = match session.proof() {
            SessionProof::Token(token) => request.session_token(token),
            SessionProof::Jwt(jwt) => request.session_jwt(jwt),
        };
        self.client().sessions().exchange(request).await
    }
}

impl Sealed for Client {
    type Session = sessions::MemberSession;

    fn environment(&self) -> Environment {
        Self::environment(self)
    }

    fn check_session<'a>(
        &self,
        jwt: &'a str,
        max_age: Option<Duration>,
    ) -> CheckFuture<'a, Authenticated<Self::Session>> {
        let mut check = self.sessions().authenticate_jwt_local(jwt);
        if let Some(age) = max_age {
            check = check.max_token_age(age);
        }
        check.into_future()
    }

    fn check_alive<'a>(
        &self,
        proof: SessionProof<'a>,
        minutes: Option<i32>,
    ) -> CheckFuture<'a, Authenticated<Self::Session>> {
        let mut check = self.sessions().check_alive(proof);
        if let Some(minutes) = minutes {
            check = check.session_duration_minutes(minutes);
        }
        check.into_future()
    }

    fn check_machine<'a>(&self, token: &'a str) -> CheckFuture<'a, MachineToken> {
        self.m2m().authenticate_token(token).into_future()
    }

    fn check_app<'a>(&self, token: &'a str) -> CheckFuture<'a, AccessToken> {
        self.idp().introspect_token_local(token).into_future()
    }

    async fn revoke(&self, session_id: &str) -> Result<(), Error> {
        let request = RevokeRequest::new().member_session_id(session_id);
        self.sessions().revoke(request).await?;
        Ok(())
    }

    fn organization_slug(session: &Self::Session) -> Option<&str> {
        Some(&session.organization_slug)
    }

    fn used_at(session: &Self::Session) -> Option<Timestamp> {
        session.last_accessed_at
    }
}

logins! { Client:
    stytch_b2b::discovery::intermediate_sessions::ExchangeResponse { session_token, session_jwt, session from member_session, intermediate_session_token }
    stytch_b2b::discovery::organizations::CreateResponse { session_token, session_jwt, session from member_session, intermediate_session_token }
    stytch_b2b::impersonation::AuthenticateResponse { session_token, session_jwt, session from member_session, intermediate_session_token }
    stytch_b2b::magic_links::AuthenticateResponse { session_token, session_jwt, session from member_session, intermediate_session_token }
    stytch_b2b::magic_links::discovery::AuthenticateResponse { intermediate_session_token }
    stytch_b2b::oauth::AuthenticateResponse { session_token, session_jwt, session from member_session, intermediate_session_token }
    stytch_b2b::oauth::discovery::AuthenticateResponse { intermediate_session_token }
    stytch_b2b::otps::email::AuthenticateResponse { session_token, session_jwt, session from member_session, intermediate_session_token }
    stytch_b2b::otps::email::discovery::AuthenticateResponse { intermediate_session_token }
    stytch_b2b::otps::sms::AuthenticateResponse { session_token, session_jwt, session from member_session }
    stytch_b2b::passwords::AuthenticateResponse { session_token, session_jwt, session from member_session, intermediate_session_token }
    stytch_b2b::passwords::discovery::AuthenticateResponse { intermediate_session_token }
    stytch_b2b::passwords::discovery::email::ResetResponse { intermediate_session_token }
    stytch_b2b::passwords::email::ResetResponse { session_token, session_jwt, session from member_session, intermediate_session_token }
    stytch_b2b::passwords::existing_password::ResetResponse { session_token, session_jwt, session from member_session, intermediate_session_token }
    stytch_b2b::passwords::sessions::ResetResponse { session_token, session_jwt, session from member_session, intermediate_session_token }
    stytch_b2b::recovery_codes::RecoverResponse { session_token, session_jwt, session from member_session }
    stytch_b2b::sessions::AuthenticateResponse { session_token, session_jwt, session from member_session }
    stytch_b2b::sessions::ExchangeResponse { session_token, session_jwt, session from member_session, intermediate_session_token }
    stytch_b2b::sessions::ExchangeAccessTokenResponse { session_token, session_jwt, session from member_session }
    stytch_b2b::sessions::AttestResponse { session_token, session_jwt, session from member_session }
    stytch_b2b::sessions::MigrateResponse { session_token, session_jwt, session from member_session }
    stytch_b2b::sso::AuthenticateResponse { session_token, session_jwt, session from member_session, intermediate_session_token }
    stytch_b2b::totps::AuthenticateResponse { session_token, session_jwt, session from member_session }
}
