//! What guards that work with every check of a session are written against.

use std::{future::IntoFuture, time::Duration};

use super::{Authenticated, LocalCheck, SessionCheck, SessionModel};
use crate::{CheckFuture, Error};

/// A check of a session's JWT, made here or with the help of the service, of a member or of a user.
///
/// With it a guard is written once for all four:
///
/// ```
/// use std::time::Duration;
/// # use stytch_core::{Error, session::{Authenticated, CheckSession}};
///
/// async fn may_read<'a, C: CheckSession<'a>>(check: C) -> Result<Authenticated<C::Session>, Error> {
///     check.max_token_age(Duration::from_secs(60)).require_permission("documents", "read").await
/// }
/// ```
///
/// The checks have all of its methods of their own, so that it need not be imported to use them.
pub trait CheckSession<'a>:
    IntoFuture<
        Output = Result<Authenticated<Self::Session>, Error>,
        IntoFuture = CheckFuture<'a, Authenticated<Self::Session>>,
    > + Sized
{
    /// The session type.
    type Session: SessionModel;

    /// Refuses tokens that were made so long ago, or longer. Zero refuses every token.
    #[must_use]
    fn max_token_age(self, age: Duration) -> Self;

    /// How far the clock of this machine may be off, for the beginning and the end of the token.
    #[must_use]
    fn leeway(self, leeway: Duration) -> Self;

    /// Also checks that one of the session's roles permits the action on the resource; for a member,
    /// in the organization that the session belongs to.
    #[must_use]
    fn require_permission(self, resource_id: &'a str, action: &'a str) -> Self;
}

macro_rules! check_session {
    ($check:ident) => {
        impl<'a, S: SessionModel, T> CheckSession<'a> for $check<'a, S, T> {
            type Session = S;

            fn max_token_age(self, age: Duration) -> Self {
                self.max_token_age(age)
            }

            fn leeway(self, leeway: Duration) -> Self {
                self.leeway(leeway)
            }

            fn require_permission(self, resource_id: &'a str, action: &'a str) -> Self {
                self.require_permission(resource_id, action)
            }
        }
    };
}

check_session!(LocalCheck);
check_session!(SessionCheck);
