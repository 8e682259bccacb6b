//! Checking an access token here.

use std::{fmt, future::IntoFuture, marker::PhantomData, time::Duration};

use super::{AccessToken, claims::Checked};
use crate::{
    CheckFuture, Error, Handle,
    jwt::Limits,
    rbac::Question,
    session::{OfOrganization, OfProject},
    tokens::{check, check_now},
};

/// A check of a connected app's access token that asks the service nothing but its keys and its
/// policy, and those rarely. It is made when it is awaited.
///
/// Refresh tokens can't be checked here: nobody but the service can read them. A token that was
/// revoked passes until it ends.
#[must_use = "a check is made when it is awaited"]
pub struct LocalIntrospection<'a, T> {
    client: Handle,
    terms: Terms<'a>,
    marker: PhantomData<fn() -> T>,
}

struct Terms<'a> {
    token: &'a str,
    limits: Limits,
    question: Option<Question<'a>>,
}

impl<'a, T> LocalIntrospection<'a, T> {
    /// Begins a check.
    #[doc(hidden)]
    pub fn new(client: &Handle, token: &'a str) -> Self {
        let terms = Terms {
            token,
            limits: Limits::default(),
            question: None,
        };
        Self {
            client: client.clone(),
            terms,
            marker: PhantomData,
        }
    }

    /// Refuses tokens that were made so long ago, or longer. Zero refuses every token.
    ///
    /// Default: any token that has not expired passes.
    pub fn max_token_age(mut self, age: Duration) -> Self {
        self.terms.limits.max_age = Some(age);
        self
    }

    /// How far the clock of this machine may be off, for the beginning and the end of the token.
    ///
    /// Default: zero.
    pub fn leeway(mut self, leeway: Duration) -> Self {
        self.terms.limits.leeway = leeway;
        self
    }
}

/// The question that an introspection can ask beside whether the token is good.
macro_rules! authorize {
    ($check:ident, $($path:ident).+) => {
        impl<'a> $check<'a, OfOrganization> {
            /// Also checks that the token is for a member of this organization, and that one of its
            /// scopes permits the action on the resource. Otherwise the check fails with
            /// [`Authorization`](crate::ErrorKind::Authorization).
            ///
            /// The last call counts.
            pub fn authorize<O: AsRef<str> + ?Sized>(
                mut self,
                organization_id: &'a O,
                resource_id: &'a str,
                action: &'a str,
            ) -> Self {
                self.$($path).+ = Some(Question {
                    organization_id: Some(organization_id.as_ref()),
                    resource_id,
                    action,
                });
                self
            }
        }

        impl<'a> $check<'a, OfProject> {
            /// Also checks that one of the token's scopes permits the action on the resource.
            /// Otherwise the check fails with [`Authorization`](crate::ErrorKind::Authorization).
            ///
            /// The last call counts.
            pub fn authorize(mut self, resource_id: &'a str, action: &'a str) -> Self {
                self.$($path).+ =
                    Some(Question { organization_id: None, resource_id, action });
                self
            }
        }
    };
}

pub(super) use authorize;

authorize!(LocalIntrospection, terms.question);

fn check_token_now(client: &Handle, terms: &Terms<'_>) -> Option<Result<AccessToken, Error>> {
    let tokens = &client.inner().tokens;
    let now = tokens.now();
    let token = match check_now::<Checked>(client, now, terms.token, terms.limits)? {
        Ok(token) => token,
        Err(reason) => return Some(Err(Error::token(reason))),
    };
    let verdict = match &terms.question {
        None => None,
        Some(question) => {
            match tokens
                .policies
                .check_now(client, now, token.content.subject(), question)?
            {
                Ok(verdict) => Some(verdict),
                Err(refusal) => return Some(Err(Error::authorization(refusal))),
            }
        }
    };
    Some(Ok(AccessToken::new(token.content.clone(), verdict)))
}

async fn check_token(client: Handle, terms: Terms<'_>) -> Result<AccessToken, Error> {
    let token = check::<Checked>(&client, terms.token, terms.limits).await?;
    let verdict = match &terms.question {
        None => None,
        Some(question) => {
            let policies = &client.inner().tokens.policies;
            Some(
                policies
                    .check(&client, token.content.subject(), question)
                    .await?,
            )
        }
    };
    Ok(AccessToken::new(token.content.clone(), verdict))
}

impl<'a, T> IntoFuture for LocalIntrospection<'a, T> {
    type Output = Result<AccessToken, Error>;
    type IntoFuture = CheckFuture<'a, AccessToken>;

    fn into_future(self) -> Self::IntoFuture {
        let Self { client, terms, .. } = self;
        match check_token_now(&client, &terms) {
            Some(result) => CheckFuture::ready(result),
            None => CheckFuture::waiting(check_token(client, terms)),
        }
    }
}

impl<T> fmt::Debug for LocalIntrospection<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalIntrospection")
            .field("limits", &self.terms.limits)
            .field("authorize", &self.terms.question)
            .finish_non_exhaustive()
    }
}
