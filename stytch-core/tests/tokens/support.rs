//! What the tests have in common.

use std::time::Duration;

use stytch_b2b::sessions::MemberSession;
use stytch_consumer::sessions::Session;
use stytch_core::{
    AuthorizationError, Error, ErrorKind, Timestamp, TokenError,
    session::Authenticated,
    testing::{Issuer, OfSession, TestClock, TokenBuilder},
};

pub(crate) const MEMBER: &str = "member-test-1";
pub(crate) const ORGANIZATION: &str = "organization-test-1";
pub(crate) const USER: &str = "user-test-1";

/// An issuer, the clock it lives by, and clients of both verticals that know it.
pub(crate) struct World {
    pub(crate) clock: TestClock,
    pub(crate) issuer: Issuer,
    pub(crate) b2b: stytch_b2b::Client,
    pub(crate) consumer: stytch_consumer::Client,
}

impl World {
    pub(crate) fn new() -> Self {
        let clock = TestClock::at(start());
        let issuer = Issuer::new().with_clock(clock.clone());
        let b2b = issuer.client().build().unwrap();
        let consumer = issuer.client().build().unwrap();
        Self {
            clock,
            issuer,
            b2b,
            consumer,
        }
    }

    /// A member's session, good unless it is changed.
    pub(crate) fn member(&self) -> TokenBuilder<OfSession> {
        self.issuer.member_session(MEMBER, ORGANIZATION)
    }

    /// A user's session, good unless it is changed.
    pub(crate) fn user(&self) -> TokenBuilder<OfSession> {
        self.issuer.user_session(USER)
    }

    pub(crate) async fn check(&self, jwt: &str) -> Result<Authenticated<MemberSession>, Error> {
        self.b2b.sessions().authenticate_jwt_local(jwt).await
    }

    pub(crate) async fn check_user(&self, jwt: &str) -> Result<Authenticated<Session>, Error> {
        self.consumer.sessions().authenticate_jwt_local(jwt).await
    }

    /// Why the B2B client refuses a token.
    pub(crate) async fn refusal(&self, jwt: &str) -> TokenError {
        token_error(&self.check(jwt).await.unwrap_err())
    }
}

pub(crate) fn start() -> Timestamp {
    "2025-01-01T10:00:00Z".parse().unwrap()
}

pub(crate) fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// The reason of a refused token. What is printed must not give away what the token says.
pub(crate) fn token_error(error: &Error) -> TokenError {
    assert_eq!(error.kind(), ErrorKind::Token, "{error:?}");
    for text in [error.to_string(), format!("{error:?}")] {
        for secret in [MEMBER, ORGANIZATION, USER, "m2m-client", "marker"] {
            assert!(!text.contains(secret), "{text}");
        }
    }
    *error.token_error().unwrap()
}

/// The reason of a refused authorization.
pub(crate) fn authorization_error(error: &Error) -> AuthorizationError {
    assert_eq!(error.kind(), ErrorKind::Authorization, "{error:?}");
    assert!(error.is_forbidden());
    *error.authorization_error().unwrap()
}
