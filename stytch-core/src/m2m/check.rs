//! Checking the access token of a machine.

use std::{borrow::Cow, fmt, future::IntoFuture, sync::Arc, time::Duration};

use serde::de::{DeserializeOwned, Error as _, IgnoredAny, MapAccess};

use super::scope::{scopes_satisfy, split_scopes};
use crate::{
    AuthorizationError, CheckFuture, Claim, Error, Handle, JsonObject, TokenError, Value,
    claims::custom_claims_as,
    jwt::{ClaimReader, Claims, Life, Limits, Misfit, Name, SERVICE, Signed},
    tokens::{Content, Tokens, check, check_now},
};

/// A machine's access token that was checked. Clones are cheap.
#[derive(Clone)]
pub struct MachineToken(Arc<Machine>);

pub(super) struct Machine {
    client_id: String,
    scopes: Vec<String>,
    custom_claims: JsonObject,
    life: Life,
}

impl MachineToken {
    /// The machine-to-machine client that the token was given to.
    #[must_use]
    pub fn client_id(&self) -> &str {
        &self.0.client_id
    }

    /// What the machine may do.
    #[must_use]
    pub fn scopes(&self) -> &[String] {
        &self.0.scopes
    }

    /// The app's own claims.
    #[must_use]
    pub fn custom_claims(&self) -> &JsonObject {
        &self.0.custom_claims
    }

    /// The app's own claims as a type of its own.
    ///
    /// # Errors
    ///
    /// [`Decode`](crate::ErrorKind::Decode) when the claims don't fit the type.
    pub fn custom_claims_as<T: DeserializeOwned>(&self) -> Result<T, Error> {
        custom_claims_as(&self.0.custom_claims)
    }
}

impl fmt::Debug for MachineToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MachineToken")
            .field("client_id", &self.0.client_id)
            .field("scopes", &self.0.scopes)
            .field("custom_claims", &self.0.custom_claims)
            .finish()
    }
}

impl Content for Machine {
    fn read(signed: &Signed, tokens: &Tokens) -> Result<Self, TokenError> {
        let mut reader = Reader::default();
        let claims = Claims::read(signed, &mut reader)?;
        tokens.expected.check(&claims)?;
        // a connected app's token names the app beside its user; a machine is its own subject
        let is_of_app = reader
            .client_id
            .is_some_and(|client| client != *claims.subject);
        if reader.has_session || is_of_app {
            return Err(TokenError::WrongKind);
        }
        let scope = reader.scope.ok_or(TokenError::MissingClaim(Claim::Scope))?;
        Ok(Self {
            scopes: split_scopes(&scope),
            custom_claims: reader.custom,
            life: Life::new(&claims, None),
            client_id: claims.subject.into_owned(),
        })
    }

    fn life(&self) -> Life {
        self.life
    }
}

#[derive(Default)]
struct Reader<'de> {
    scope: Option<Cow<'de, str>>,
    client_id: Option<Value>,
    has_session: bool,
    custom: JsonObject,
}

impl<'de> ClaimReader<'de> for Reader<'de> {
    fn claim<A: MapAccess<'de>>(
        &mut self,
        name: Cow<'de, str>,
        map: &mut A,
        misfit: &mut Misfit,
    ) -> Result<(), A::Error> {
        let repeated = match &*name {
            "scope" => {
                let Name(scope) = misfit.note(Claim::Scope, map.next_value())?;
                self.scope.replace(scope).is_some()
            }
            "client_id" => self.client_id.replace(map.next_value()?).is_some(),
            "jti" => drop_value(map)?,
            name if name.starts_with(SERVICE) => {
                self.has_session |= name == Claim::Session.as_str();
                drop_value(map)?
            }
            _ => self
                .custom
                .insert(name.into_owned(), map.next_value()?)
                .is_some(),
        };
        if repeated {
            return Err(A::Error::custom("repeated"));
        }
        Ok(())
    }
}

fn drop_value<'de, A: MapAccess<'de>>(map: &mut A) -> Result<bool, A::Error> {
    map.next_value::<IgnoredAny>().map(|_| false)
}

/// A rule that says whether the scopes of a token satisfy those that are required.
type Rule<'a> = dyn Fn(&[String], &[String]) -> bool + Send + Sync + 'a;

/// A check of a machine's access token, made here. It is made when it is awaited.
#[must_use = "a check is made when it is awaited"]
pub struct MachineCheck<'a> {
    client: Handle,
    terms: Terms<'a>,
}

struct Terms<'a> {
    token: &'a str,
    limits: Limits,
    required: Vec<String>,
    rule: Option<Box<Rule<'a>>>,
}

impl<'a> MachineCheck<'a> {
    /// Begins a check.
    #[doc(hidden)]
    pub fn new(client: &Handle, token: &'a str) -> Self {
        let terms = Terms {
            token,
            limits: Limits::default(),
            required: Vec::new(),
            rule: None,
        };
        Self {
            client: client.clone(),
            terms,
        }
    }

    /// Scopes that the token must satisfy, by [`scopes_satisfy`] unless there is
    /// [another rule](Self::scope_rule). Otherwise the check fails with
    /// [`MissingScopes`](AuthorizationError::MissingScopes).
    ///
    /// Scopes that were given before are required, too.
    pub fn require_scopes(mut self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.terms
            .required
            .extend(scopes.into_iter().map(Into::into));
        self
    }

    /// Decides by a rule of the app's own whether the scopes of the token (the first list) satisfy
    /// the required ones (the second). It is asked even if no scope is required.
    pub fn scope_rule(
        mut self,
        rule: impl Fn(&[String], &[String]) -> bool + Send + Sync + 'a,
    ) -> Self {
        self.terms.rule = Some(Box::new(rule));
        self
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

impl Terms<'_> {
    fn finish(&self, machine: Arc<Machine>) -> Result<MachineToken, Error> {
        let satisfied = match &self.rule {
            Some(rule) => rule(&machine.scopes, &self.required),
            None => scopes_satisfy(
                machine.scopes.iter().map(String::as_str),
                self.required.iter().map(String::as_str),
            ),
        };
        if satisfied {
            Ok(MachineToken(machine))
        } else {
            Err(Error::authorization(AuthorizationError::MissingScopes))
        }
    }
}

impl<'a> IntoFuture for MachineCheck<'a> {
    type Output = Result<MachineToken, Error>;
    type IntoFuture = CheckFuture<'a, MachineToken>;

    fn into_future(self) -> Self::IntoFuture {
        let Self { client, terms } = self;
        let now = client.inner().tokens.now();
        match check_now::<Machine>(&client, now, terms.token, terms.limits) {
            Some(Ok(machine)) => CheckFuture::ready(terms.finish(machine)),
            Some(Err(reason)) => CheckFuture::ready(Err(Error::token(reason))),
            None => CheckFuture::waiting(async move {
                let machine = check::<Machine>(&client, terms.token, terms.limits).await?;
                terms.finish(machine)
            }),
        }
    }
}

impl fmt::Debug for MachineCheck<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MachineCheck")
            .field("limits", &self.terms.limits)
            .field("required", &self.terms.required)
            .finish_non_exhaustive()
    }
}
