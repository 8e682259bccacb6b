//! Checking the access token of a machine.

use std::{fmt, future::IntoFuture, sync::Arc};

use super::scope::scopes_satisfy;
use crate::{
    AuthorizationError, CheckFuture, Error, Handle,
    tokens::{MachineClaims, Terms, check, limits, scoped},
};

/// A machine's access token that was checked. Clones are cheap.
#[derive(Clone)]
pub struct MachineToken(Arc<MachineClaims>);

scoped!(MachineToken => MachineClaims, |token| &token.0);

impl MachineToken {
    /// The machine-to-machine client that the token was given to: the `sub` claim.
    #[must_use]
    pub fn client_id(&self) -> &str {
        &self.content().client_id
    }
}

/// A rule that says whether the scopes of a token satisfy those that are required.
type Rule<'a> = dyn Fn(&[String], &[String]) -> bool + Send + Sync + 'a;

/// A check of a machine's access token, made here. It is made when it is awaited.
///
/// Nobody but the service knows which machines were revoked since: their tokens pass until they end,
/// an hour after they were made, unless [`max_token_age`](Self::max_token_age) says sooner.
#[must_use = "a check is made when it is awaited"]
pub struct MachineCheck<'a> {
    client: Handle,
    token: &'a str,
    terms: Terms<'a>,
    required: Vec<String>,
    rule: Option<Box<Rule<'a>>>,
}

limits!(MachineCheck);

impl<'a> MachineCheck<'a> {
    /// Begins a check.
    #[doc(hidden)]
    pub fn new(client: &Handle, token: &'a str) -> Self {
        Self {
            client: client.clone(),
            token,
            terms: Terms::default(),
            required: Vec::new(),
            rule: None,
        }
    }

    /// Scopes that the token must satisfy, by [`scopes_satisfy`] unless there is
    /// [another rule](Self::scope_rule). Otherwise the check fails with
    /// [`MissingScopes`](AuthorizationError::MissingScopes).
    ///
    /// Scopes that were given before are required, too.
    pub fn require_scopes(mut self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.required.extend(scopes.into_iter().map(Into::into));
        self
    }

    /// Decides by a rule of the app's own whether the scopes of the token (the first list) satisfy
    /// the required ones (the second). It is asked even if no scope is required.
    pub fn scope_rule(
        mut self,
        rule: impl Fn(&[String], &[String]) -> bool + Send + Sync + 'a,
    ) -> Self {
        self.rule = Some(Box::new(rule));
        self
    }
}

impl<'a> IntoFuture for MachineCheck<'a> {
    type Output = Result<MachineToken, Error>;
    type IntoFuture = CheckFuture<'a, MachineToken>;

    fn into_future(self) -> Self::IntoFuture {
        CheckFuture::new(async move {
            let machine =
                check::<MachineClaims>(&self.client, self.token, self.terms.limits).await?;
            let (held, required) = (&machine.scopes, &self.required);
            let satisfied = match &self.rule {
                Some(rule) => rule(held, required),
                None => scopes_satisfy(held, required),
            };
            if satisfied {
                Ok(MachineToken(machine))
            } else {
                Err(Error::authorization(AuthorizationError::MissingScopes))
            }
        })
    }
}

impl fmt::Debug for MachineToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("MachineToken").field(self.content()).finish()
    }
}

#[cfg(feature = "serialize")]
impl serde::Serialize for MachineToken {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.content().serialize(serializer)
    }
}

impl fmt::Debug for MachineCheck<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MachineCheck")
            .field("terms", &self.terms)
            .field("required", &self.required)
            .finish_non_exhaustive()
    }
}
