//! Users of the app's own: [`stytch_consumer`] behind axum.

mod finish;
mod outcome;

use std::time::Duration;

use crate::{Bearer, Session, login::logins, vertical::Sealed};
use stytch_consumer::{
    CheckFuture, Client, Environment, Error, Timestamp,
    sessions::{self, RevokeRequest},
    tokens::{AccessToken, Authenticated, MachineToken, SessionProof},
};

#[doc(no_inline)]
pub use crate::Fresh;
pub use outcome::{LoggedIn, Outcome};

/// The state for the consumer client.
pub type Auth = crate::Auth<Client>;

/// The session of a user: a handler that takes one is for users who are logged in, and, with
/// [requirements](crate::Requirement), may do what is required.
///
/// It derefs to the session, so that `session.user_id` and the rest of it are at hand.
///
/// ```
/// use axum::{Router, body::Body, http::{Request, header}, routing::get};
/// use stytch_axum::{consumer::{Auth, UserSession}, permission};
/// use stytch_consumer::{testing::Issuer, tokens::CompiledPolicy};
/// use tower_service::Service as _;
///
/// permission!(ReadDocuments = "documents", "read");
///
/// async fn documents(session: UserSession<ReadDocuments>) -> String {
///     format!("the documents of {}", session.user_id)
/// }
///
/// // `None` for visitors
/// async fn welcome(session: Option<UserSession>) -> &'static str {
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
/// let session = issuer.user_session("user-test-1");
/// for (jwt, status) in [(session.clone().role("reader").mint(), 200), (session.mint(), 403)] {
///     let request = Request::get("/documents").header(header::COOKIE, format!("stytch_session_jwt={jwt}"));
///     assert_eq!(app.call(request.body(Body::empty())?).await?.status(), status);
/// }
/// assert_eq!(app.call(Request::get("/documents").body(Body::empty())?).await?.status(), 401);
/// assert_eq!(app.call(Request::get("/").body(Body::empty())?).await?.status(), 200);
/// # Ok(())
/// # }
/// ```
pub type UserSession<R = ()> = Session<Client, R>;

/// That a request which writes comes from the app's own pages.
pub type SameOrigin = crate::SameOrigin<Client>;

/// An event of a webhook; see [`Webhook`](crate::Webhook).
#[cfg(feature = "webhooks")]
pub type Webhook = crate::Webhook<stytch_consumer::webhooks::Event>;

/// The access token of a machine, in the `Authorization` header, with the scopes `S`. It derefs to what
/// the token says.
///
/// That of a revoked machine passes until it ends, an hour after it was made.
///
/// ```
/// use axum::{Router, body::Body, http::{Request, header}, routing::get};
/// use stytch_axum::{consumer::{Auth, Machine}, scope};
/// use stytch_consumer::testing::Issuer;
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

/// The access token that a connected app has for a user, in the `Authorization` header, with the scopes
/// `S`. It derefs to what the token says.
///
/// One that was revoked passes until it ends, an hour after it was made. For a server of the Model
/// Context Protocol, see [`ProtectedResource`](crate::ProtectedResource), too.
///
/// ```
/// use axum::{Router, body::Body, http::{Request, header}, routing::get};
/// use stytch_axum::{consumer::{Auth, ConnectedApp}, scope};
/// use stytch_consumer::testing::Issuer;
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
/// let token = issuer.access_token("user-test-1", "connected-app-test-1");
/// for (token, status) in [(token.clone().scope("read:calendar").mint(), 200), (token.mint(), 403)] {
///     let request = Request::get("/calendar").header(header::AUTHORIZATION, format!("Bearer {token}"));
///     assert_eq!(app.call(request.body(Body::empty())?).await?.status(), status);
/// }
/// # Ok(())
/// # }
/// ```
pub type ConnectedApp<S = ()> = Bearer<Client, AccessToken, S>;

impl Sealed for Client {
    type Session = sessions::Session;

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
        let request = RevokeRequest::new().session_id(session_id);
        self.sessions().revoke(request).await?;
        Ok(())
    }

    fn organization_slug(_: &Self::Session) -> Option<&str> {
        None
    }

    fn used_at(session: &Self::Session) -> Option<Timestamp> {
        session.last_accessed_at
    }
}

logins! { Client:
    stytch_consumer::crypto_wallets::AuthenticateResponse { session_token, session_jwt, session }
    stytch_consumer::impersonation::AuthenticateResponse { session_token, session_jwt, session }
    stytch_consumer::magic_links::AuthenticateResponse { session_token, session_jwt, session }
    stytch_consumer::oauth::AuthenticateResponse { session_token, session_jwt, session from user_session }
    stytch_consumer::otps::AuthenticateResponse { session_token, session_jwt, session }
    stytch_consumer::passwords::CreateResponse { session_token, session_jwt, session }
    stytch_consumer::passwords::AuthenticateResponse { session_token, session_jwt, session }
    stytch_consumer::passwords::email::ResetResponse { session_token, session_jwt, session }
    stytch_consumer::passwords::existing_password::ResetResponse { session_token, session_jwt, session }
    stytch_consumer::passwords::sessions::ResetResponse { session_token, session_jwt, session }
    stytch_consumer::sessions::AuthenticateResponse { session_token, session_jwt, session }
    stytch_consumer::sessions::MigrateResponse { session_token, session_jwt, session }
    stytch_consumer::sessions::ExchangeAccessTokenResponse { session_token, session_jwt, session }
    stytch_consumer::sessions::AttestResponse { session_token, session_jwt, session }
    stytch_consumer::totps::AuthenticateResponse { session_token, session_jwt, session }
    stytch_consumer::totps::RecoverResponse { session_token, session_jwt, session }
    stytch_consumer::webauthn::RegisterResponse { session_token, session_jwt, session }
    stytch_consumer::webauthn::AuthenticateResponse { session_token, session_jwt, session }
}
