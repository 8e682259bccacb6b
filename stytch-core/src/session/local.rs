//! Checking the JWT of a session without asking the service.

use std::{fmt, future::IntoFuture, marker::PhantomData, time::Duration};

use super::{Authenticated, OfOrganization, OfProject, SessionModel, read::SessionToken};
use crate::{
    CheckFuture, Error, Handle,
    jwt::Limits,
    rbac::{Question, Rights, Subject},
    tokens::{check, check_now},
};

/// What a session has to fulfil.
#[derive(Clone, Debug)]
pub(super) struct Terms<'a> {
    pub(super) jwt: &'a str,
    pub(super) limits: Limits,
    pub(super) question: Option<Question<'a>>,
}

/// A check of a session's JWT that asks the service nothing but its keys and its policy, and those
/// rarely. It is made when it is awaited.
#[must_use = "a check is made when it is awaited"]
pub struct LocalCheck<'a, S, T> {
    client: Handle,
    terms: Terms<'a>,
    marker: PhantomData<fn() -> (S, T)>,
}

/// The options that both checks of a session have.
macro_rules! terms {
    ($check:ident) => {
        impl<'a, S, T> $check<'a, S, T> {
            /// Refuses tokens that were made so long ago, or longer. Zero refuses every token.
            ///
            /// Default: any token that has not expired passes.
            pub fn max_token_age(mut self, age: Duration) -> Self {
                self.terms.limits.max_age = Some(age);
                self
            }

            /// How far the clock of this machine may be off, for the beginning and the end of the
            /// token. It does not count for the age of the token.
            ///
            /// Default: zero.
            pub fn leeway(mut self, leeway: Duration) -> Self {
                self.terms.limits.leeway = leeway;
                self
            }
        }

        impl<'a, S> $check<'a, S, OfOrganization> {
            /// Also checks that the session belongs to this organization, and that one of its roles
            /// permits the action on the resource. Otherwise the check fails with
            /// [`Authorization`](crate::ErrorKind::Authorization).
            ///
            /// The last call counts.
            pub fn authorize<O: AsRef<str> + ?Sized>(
                mut self,
                organization_id: &'a O,
                resource_id: &'a str,
                action: &'a str,
            ) -> Self {
                self.terms.question = Some(Question {
                    organization_id: Some(organization_id.as_ref()),
                    resource_id,
                    action,
                });
                self
            }
        }

        impl<'a, S> $check<'a, S, OfProject> {
            /// Also checks that one of the session's roles permits the action on the resource.
            /// Otherwise the check fails with [`Authorization`](crate::ErrorKind::Authorization).
            ///
            /// The last call counts.
            pub fn authorize(mut self, resource_id: &'a str, action: &'a str) -> Self {
                self.terms.question = Some(Question {
                    organization_id: None,
                    resource_id,
                    action,
                });
                self
            }
        }

        impl<S, T> fmt::Debug for $check<'_, S, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($check))
                    .field("limits", &self.terms.limits)
                    .field("authorize", &self.terms.question)
                    .finish_non_exhaustive()
            }
        }
    };
}

pub(super) use terms;

terms!(LocalCheck);

impl<'a, S: SessionModel, T> LocalCheck<'a, S, T> {
    /// Begins a check.
    #[doc(hidden)]
    pub fn new(client: &Handle, jwt: &'a str) -> Self {
        let terms = Terms {
            jwt,
            limits: Limits::default(),
            question: None,
        };
        Self {
            client: client.clone(),
            terms,
            marker: PhantomData,
        }
    }
}

/// Makes the check if that is possible without waiting.
pub(super) fn check_session_now<S: SessionModel>(
    client: &Handle,
    terms: &Terms<'_>,
) -> Option<Result<Authenticated<S>, Error>> {
    let tokens = &client.inner().tokens;
    let now = tokens.now();
    let token = match check_now::<SessionToken<S>>(client, now, terms.jwt, terms.limits)? {
        Ok(token) => token,
        Err(reason) => return Some(Err(Error::token(reason))),
    };
    let verdict = match &terms.question {
        None => None,
        Some(question) => {
            let subject = subject(&token.session);
            match tokens.policies.check_now(client, now, subject, question)? {
                Ok(verdict) => Some(verdict),
                Err(refusal) => return Some(Err(Error::authorization(refusal))),
            }
        }
    };
    Some(Ok(Authenticated::local(token, verdict)))
}

/// Makes the check, after fetching what it takes.
pub(super) async fn check_session<S: SessionModel>(
    client: &Handle,
    terms: &Terms<'_>,
) -> Result<Authenticated<S>, Error> {
    if let Some(result) = check_session_now(client, terms) {
        return result;
    }
    let token = check::<SessionToken<S>>(client, terms.jwt, terms.limits).await?;
    let verdict = match &terms.question {
        None => None,
        Some(question) => {
            let policies = &client.inner().tokens.policies;
            Some(
                policies
                    .check(client, subject(&token.session), question)
                    .await?,
            )
        }
    };
    Ok(Authenticated::local(token, verdict))
}

pub(super) fn subject<S: SessionModel>(session: &S) -> Subject<'_> {
    Subject {
        organization_id: session.organization_id(),
        rights: Rights::Roles(session.roles()),
    }
}

impl<'a, S: SessionModel, T> IntoFuture for LocalCheck<'a, S, T> {
    type Output = Result<Authenticated<S>, Error>;
    type IntoFuture = CheckFuture<'a, Authenticated<S>>;

    fn into_future(self) -> Self::IntoFuture {
        let Self { client, terms, .. } = self;
        match check_session_now(&client, &terms) {
            Some(result) => CheckFuture::ready(result),
            None => CheckFuture::waiting(async move { check_session(&client, &terms).await }),
        }
    }
}
