//! Checking a session here first, and at the service where that can't decide.

use std::{fmt, future::IntoFuture, marker::PhantomData, sync::Arc, time::Duration};

use super::{
    Authenticated, SessionModel,
    answer::{Answer, Request, SessionProof},
    local::permit,
    result::Source,
    token::{SessionToken, rights},
};
use crate::{
    AsProject, AuthorizationError, CheckFuture, Error, Handle, JsonObject, TokenError,
    claims::missing_session,
    jwt::Unverified,
    rbac::{Question, Verdict},
    tokens::{Kind as _, Terms, check, in_own_organization, limits, permissions},
};

/// A check of a session's JWT that is made here, and at the service if that can't decide: when the
/// token has expired or is older than the call allows, when it has good signature and yet can't be
/// read, or when keys or policy can't be had. It is made when it is awaited.
///
/// A forged, foreign or malformed token is refused without asking, and so is one whose session is
/// not allowed to do what is asked for, unless [`second_opinion`](Self::second_opinion) is set. A
/// token that names a key which the project does not have is forged. As long as the keys can't be
/// had, the service is asked, a few times per second at most.
///
/// As long as the JWT is young this does not tell whether the session is alive: `authenticate` does.
#[must_use = "a check is made when it is awaited"]
pub struct SessionCheck<'a, S, T> {
    client: Handle,
    jwt: &'a str,
    terms: Terms<'a>,
    service: AtService,
    marker: PhantomData<fn() -> (S, T)>,
}

/// What concerns the service alone.
#[derive(Clone, Default)]
pub(super) struct AtService {
    second_opinion: bool,
    pub(super) duration_minutes: Option<i32>,
    pub(super) custom_claims: Option<JsonObject>,
    pub(super) timeout: Option<Duration>,
}

/// The options that concern the service.
macro_rules! at_service {
    ($check:ident) => {
        impl<'a, S: SessionModel, T> $check<'a, S, T> {
            /// If the service is asked, extends the session to so many minutes from now. A check that
            /// is made here extends nothing.
            pub fn session_duration_minutes(mut self, minutes: i32) -> Self {
                self.service.duration_minutes = Some(minutes);
                self
            }

            /// If the service is asked, sets custom claims of the session. A check that is made here
            /// sets none.
            pub fn session_custom_claims(mut self, claims: crate::JsonObject) -> Self {
                self.service.custom_claims = Some(claims);
                self
            }

            /// How long the service may take, each time that it is asked: once, and once more for each
            /// further permission.
            ///
            /// Default: [`ClientBuilder::timeout`](crate::ClientBuilder::timeout).
            pub fn timeout(mut self, timeout: std::time::Duration) -> Self {
                self.service.timeout = Some(timeout);
                self
            }
        }
    };
}

pub(super) use at_service;

limits!(SessionCheck, S, T);
permissions!(SessionCheck, S);

impl<'a, S: SessionModel, T> SessionCheck<'a, S, T> {
    /// Begins a check.
    #[doc(hidden)]
    pub fn new(client: &Handle, jwt: &'a str) -> Self {
        Self {
            client: client.clone(),
            jwt,
            terms: Terms::default(),
            service: AtService::default(),
            marker: PhantomData,
        }
    }

    /// Asks the service, too, before a session is refused for lack of permission. Roles that were
    /// granted a moment ago are known there first, while the token still carries the old ones; and
    /// every refusal becomes a request.
    pub fn second_opinion(mut self) -> Self {
        self.service.second_opinion = true;
        self
    }
}

at_service!(SessionCheck);

impl<'a, S: SessionModel, T> IntoFuture for SessionCheck<'a, S, T> {
    type Output = Result<Authenticated<S>, Error>;
    type IntoFuture = CheckFuture<'a, Authenticated<S>>;

    fn into_future(self) -> Self::IntoFuture {
        let Self {
            client,
            jwt,
            terms,
            service,
            ..
        } = self;
        CheckFuture::new(async move {
            let token = match check::<SessionToken<S>>(&client, jwt, terms.limits).await {
                Err(error) if is_token_worth_asking::<S>(&client, jwt, &error) => {
                    return ask(client, SessionProof::Jwt(jwt), &terms, service).await;
                }
                token => token?,
            };
            match permit(client.clone(), token, &terms).await {
                Err(error) if is_permission_worth_asking(&error, &service) => {
                    ask(client, SessionProof::Jwt(jwt), &terms, service).await
                }
                session => session,
            }
        })
    }
}

/// Whether the service may know better than to refuse this token.
fn is_token_worth_asking<S: SessionModel>(client: &Handle, jwt: &str, error: &Error) -> bool {
    let tokens = &client.inner().tokens;
    match error.token_error() {
        // a set that was given is never renewed
        Some(TokenError::UnknownKey | TokenError::UnusableKey) if tokens.keys.are_given() => {}
        Some(reason) => return reason.is_worth_asking(),
        // there are no keys
        None => {}
    }
    // nobody has vouched for it: it must at least claim to be one of the project's sessions
    let claims = Unverified::parse(jwt).and_then(|token| token.peek());
    claims.is_ok_and(|claims| SessionToken::<S>::read(&claims, tokens).is_ok())
        && tokens.quota.take(tokens.now())
}

/// Whether the service may know better than to refuse this session what is asked for.
fn is_permission_worth_asking(error: &Error, service: &AtService) -> bool {
    match error.authorization_error() {
        // nobody but the service's own policy could make an organization another one
        Some(AuthorizationError::TenancyMismatch) => false,
        Some(_) => service.second_opinion,
        // no policy
        None => true,
    }
}

/// Asks the service. It takes one question at a time, so that each further one is a request.
pub(super) async fn ask<S: SessionModel>(
    client: Handle,
    proof: SessionProof<'_>,
    terms: &Terms<'_>,
    service: AtService,
) -> Result<Authenticated<S>, Error> {
    let mut questions = terms.questions().peekable();
    // one about the session's own organization can't be asked before that is known
    let first =
        questions.next_if(|question| !S::HAS_ORGANIZATION || question.organization_id.is_some());
    let timeout = service.timeout;
    let request =
        Request::new(proof, first).session(service.duration_minutes, service.custom_claims);
    let mut answer = authenticate::<S>(&client, &request, timeout).await?;
    let tenancy = terms.check_tenancy(&client, rights(&answer.session));
    tenancy.map_err(Error::authorization)?;
    let mut verdicts = Vec::new();
    if let Some(question) = first {
        verdicts.push(judge(&client, &mut answer, question).await?);
    }
    for question in questions {
        let question = in_own_organization(question, rights(&answer.session));
        let request = Request::new(proof, Some(&question));
        let mut further = authenticate::<S>(&client, &request, timeout).await?;
        verdicts.push(judge(&client, &mut further, &question).await?);
    }
    let source = Source::Service(Arc::new(answer));
    Ok(Authenticated::new(client, source, verdicts))
}

async fn authenticate<S: SessionModel>(
    client: &Handle,
    request: &Request<'_>,
    timeout: Option<Duration>,
) -> Result<Answer<S>, Error> {
    let call = client
        .prepare(&client.inner().endpoints.authenticate)
        .serialized(request);
    let mut call = call.into_call::<Answer<S>, AsProject>();
    if let Some(timeout) = timeout {
        call = call.timeout(timeout);
    }
    let answer = call.await?;
    // an answer that names nobody grants nothing
    if !answer.is_of_somebody() {
        return Err(missing_session());
    }
    Ok(answer)
}

/// Makes sure that an answer which should have been an authorization is one. The service refuses
/// with an error; an answer without a verdict is from something that does not know the question.
async fn judge<S: SessionModel>(
    client: &Handle,
    answer: &mut Answer<S>,
    question: &Question<'_>,
) -> Result<Verdict, Error> {
    let given = answer.verdict.take();
    let subject = rights(&answer.session);
    // each answer says anew whose session it is
    if question.organization_id != subject.organization_id {
        return Err(Error::authorization(AuthorizationError::TenancyMismatch));
    }
    match given {
        None => {
            let policies = &client.inner().tokens.policies;
            policies.check(client, subject, question).await
        }
        Some(given) if given.authorized => Ok(Verdict::of_service(true, given.granting_roles)),
        Some(_) => Err(Error::authorization(AuthorizationError::NotPermitted)),
    }
}

impl<S, T> fmt::Debug for SessionCheck<'_, S, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionCheck")
            .field("terms", &self.terms)
            .finish_non_exhaustive()
    }
}
