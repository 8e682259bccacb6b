//! What this crate has to know about each of the two clients.

use std::{future::Future, time::Duration};

use stytch_core::{
    CheckFuture, Environment, Error, Timestamp,
    introspection::AccessToken,
    m2m::MachineToken,
    session::{Authenticated, SessionModel, SessionProof},
};

/// A client of the Stytch API: `stytch_b2b::Client` or `stytch_consumer::Client`.
pub trait Vertical: Sealed {}

impl<V: Sealed> Vertical for V {}

/// Not for use or implementation elsewhere.
pub trait Sealed: Clone + Send + Sync + 'static {
    /// The session type.
    type Session: SessionModel;

    /// The environment of the project.
    fn environment(&self) -> Environment;

    /// Checks the JWT of a session here.
    fn check_session<'a>(
        &self,
        jwt: &'a str,
        max_age: Option<Duration>,
    ) -> CheckFuture<'a, Authenticated<Self::Session>>;

    /// Asks the service about a session, and for a new JWT.
    fn check_alive<'a>(
        &self,
        proof: SessionProof<'a>,
        minutes: Option<i32>,
    ) -> CheckFuture<'a, Authenticated<Self::Session>>;

    /// Checks the token of a machine here.
    fn check_machine<'a>(&self, token: &'a str) -> CheckFuture<'a, MachineToken>;

    /// Checks the token of a connected app here.
    fn check_app<'a>(&self, token: &'a str) -> CheckFuture<'a, AccessToken>;

    /// Ends a session.
    fn revoke(&self, session_id: &str) -> impl Future<Output = Result<(), Error>> + Send;

    /// The slug of the session's organization, if there are any.
    fn organization_slug(session: &Self::Session) -> Option<&str>;

    /// When the session was used last, by the service's clock.
    fn used_at(session: &Self::Session) -> Option<Timestamp>;
}

/// How long a session lives from when it was used last, both by the service's clock, so that neither
/// the clock of this machine nor that of the browser matters.
pub(crate) fn life<V: Vertical>(session: &V::Session) -> Option<Duration> {
    let (used, end) = (V::used_at(session)?, session.expires_at()?);
    let seconds = end.unix_seconds().checked_sub(used.unix_seconds())?;
    u64::try_from(seconds).ok().map(Duration::from_secs)
}
