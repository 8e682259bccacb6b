//! Checking a session here first, and at the service where that can't decide.

use std::{fmt, future::IntoFuture, marker::PhantomData, time::Duration};

use serde::{Deserialize, Deserializer, Serialize};

use super::{
    Authenticated, OfOrganization, OfProject, SessionModel,
    local::{Terms, check_session, check_session_now, subject, terms},
    read::SessionToken,
    result::Fresh,
};
use crate::{
    AsProject, AuthorizationError, CheckFuture, Error, ErrorKind, Handle, JsonObject, Secret,
    TokenError,
    claims::missing_session,
    jwt::{Limits, Unverified},
    rbac::{Question, Verdict},
    tokens::Content as _,
    wire::{self, Object, Receive as _, Slot},
};

/// A check of a session's JWT that is made here, and at the service if that can't decide: when the
/// token has expired or is older than the call allows, when its key is not known, or when keys or
/// policy can't be had. It is made when it is awaited.
///
/// A forged, foreign or malformed token is refused without asking, and so is one whose session is
/// not allowed to do what [`authorize`](Self::authorize) asks about, unless
/// [`second_opinion`](Self::second_opinion) is set.
#[must_use = "a check is made when it is awaited"]
pub struct SessionCheck<'a, S, T> {
    client: Handle,
    terms: Terms<'a>,
    service: AtService,
    marker: PhantomData<fn() -> (S, T)>,
}

/// What concerns the service alone.
#[derive(Clone, Default)]
struct AtService {
    second_opinion: bool,
    duration_minutes: Option<i32>,
    custom_claims: Option<JsonObject>,
    timeout: Option<Duration>,
}

terms!(SessionCheck);

impl<'a, S: SessionModel, T> SessionCheck<'a, S, T> {
    /// Begins a check.
    #[doc(hidden)]
    pub fn new(client: &Handle, jwt: &'a str) -> Self {
        Self {
            client: client.clone(),
            terms: Terms {
                jwt,
                limits: Limits::default(),
                question: None,
            },
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

    /// If the service is asked, extends the session to so many minutes from now. A check that is
    /// made here extends nothing.
    pub fn session_duration_minutes(mut self, minutes: i32) -> Self {
        self.service.duration_minutes = Some(minutes);
        self
    }

    /// If the service is asked, sets custom claims of the session. A check that is made here sets
    /// none.
    pub fn session_custom_claims(mut self, claims: JsonObject) -> Self {
        self.service.custom_claims = Some(claims);
        self
    }

    /// How long the service may take, if it is asked.
    ///
    /// Default: [`ClientBuilder::timeout`](crate::ClientBuilder::timeout).
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.service.timeout = Some(timeout);
        self
    }
}

/// Whether the service may see it differently.
fn is_worth_asking(error: &Error, second_opinion: bool) -> bool {
    match (error.token_error(), error.authorization_error()) {
        (Some(reason), _) => reason.is_worth_asking(),
        // nobody but the service's own policy could make an organization another one
        (_, Some(AuthorizationError::TenancyMismatch)) => false,
        (_, Some(_)) => second_opinion,
        // no keys, no policy
        _ => true,
    }
}

/// Whether the service has to be asked after a check that was made here.
fn is_for_service<S: SessionModel>(
    client: &Handle,
    result: &Result<Authenticated<S>, Error>,
    terms: &Terms<'_>,
    service: &AtService,
) -> bool {
    result.as_ref().is_err_and(|error| {
        is_worth_asking(error, service.second_opinion) && may_be_ours::<S>(client, error, terms.jwt)
    })
}

/// Whether a token whose key is not known says at least that it is one of the project's sessions. A
/// token of another project is signed with a key that is not known here, either.
fn may_be_ours<S: SessionModel>(client: &Handle, error: &Error, jwt: &str) -> bool {
    let key_is_missing = error.kind() == ErrorKind::CheckUnavailable
        || matches!(
            error.token_error(),
            Some(TokenError::UnknownKey | TokenError::UnusableKey)
        );
    !key_is_missing
        || Unverified::parse(jwt)
            .and_then(|token| token.peek())
            .and_then(|claims| SessionToken::<S>::read(&claims, &client.inner().tokens))
            .is_ok()
}

async fn check_anywhere<S: SessionModel>(
    client: Handle,
    terms: Terms<'_>,
    service: AtService,
) -> Result<Authenticated<S>, Error> {
    let result = check_session(&client, &terms).await;
    if is_for_service(&client, &result, &terms, &service) {
        return ask(&client, &terms, service).await;
    }
    result
}

async fn ask<S: SessionModel>(
    client: &Handle,
    terms: &Terms<'_>,
    service: AtService,
) -> Result<Authenticated<S>, Error> {
    let request = Request {
        session_jwt: terms.jwt,
        session_duration_minutes: service.duration_minutes,
        session_custom_claims: service.custom_claims,
        authorization_check: terms.question.as_ref().map(|question| AuthorizationCheck {
            organization_id: question.organization_id,
            resource_id: question.resource_id,
            action: question.action,
        }),
    };
    let call = client
        .prepare(&client.inner().endpoints.authenticate)
        .json(&request);
    let mut call = call.into_call::<Response<S>, AsProject>();
    if let Some(timeout) = service.timeout {
        call = call.timeout(timeout);
    }
    let Response {
        session,
        session_token,
        session_jwt,
        verdict,
    } = call.await?;
    let session = session.ok_or_else(missing_session)?;
    let verdict = match &terms.question {
        None => None,
        Some(question) => Some(judge(client, &session, verdict, question).await?),
    };
    Ok(Authenticated::by_service(
        session,
        verdict,
        Fresh {
            session_token,
            session_jwt,
        },
    ))
}

/// Makes sure that an answer which should have been an authorization is one. The service refuses
/// with an error; an answer without a verdict is from something that does not know the question.
async fn judge<S: SessionModel>(
    client: &Handle,
    session: &S,
    verdict: Option<GivenVerdict>,
    question: &Question<'_>,
) -> Result<Verdict, Error> {
    let subject = subject(session);
    question
        .check_tenancy(subject)
        .map_err(Error::authorization)?;
    match verdict {
        None => {
            client
                .inner()
                .tokens
                .policies
                .check(client, subject, question)
                .await
        }
        Some(GivenVerdict {
            authorized: true,
            granting_roles,
        }) => Ok(Verdict::of_service(true, granting_roles)),
        Some(_) => Err(Error::authorization(AuthorizationError::NotPermitted)),
    }
}

#[derive(Serialize)]
struct Request<'a> {
    session_jwt: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_duration_minutes: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_custom_claims: Option<JsonObject>,
    #[serde(skip_serializing_if = "Option::is_none")]
    authorization_check: Option<AuthorizationCheck<'a>>,
}

#[derive(Serialize)]
struct AuthorizationCheck<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    organization_id: Option<&'a str>,
    resource_id: &'a str,
    action: &'a str,
}

#[derive(Default)]
struct Response<S> {
    session: Option<S>,
    session_token: Secret,
    session_jwt: Secret,
    verdict: Option<GivenVerdict>,
}

#[derive(Default)]
struct GivenVerdict {
    authorized: bool,
    granting_roles: Vec<String>,
}

impl<S: SessionModel> Object for Response<S> {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            name if name == S::IN_RESPONSES => self.session.slot(),
            "session_token" => self.session_token.slot(),
            "session_jwt" => self.session_jwt.slot(),
            "verdict" => self.verdict.slot(),
            _ => return None,
        })
    }
}

impl Object for GivenVerdict {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "authorized" => self.authorized.slot(),
            "granting_roles" => self.granting_roles.slot(),
            _ => return None,
        })
    }
}

impl<'de, S: SessionModel> Deserialize<'de> for Response<S> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut response = Self::default();
        wire::read(&mut response, deserializer)?;
        Ok(response)
    }
}

impl<'a, S: SessionModel, T> IntoFuture for SessionCheck<'a, S, T> {
    type Output = Result<Authenticated<S>, Error>;
    type IntoFuture = CheckFuture<'a, Authenticated<S>>;

    fn into_future(self) -> Self::IntoFuture {
        let Self {
            client,
            terms,
            service,
            ..
        } = self;
        match check_session_now(&client, &terms) {
            Some(result) if !is_for_service::<S>(&client, &result, &terms, &service) => {
                CheckFuture::ready(result)
            }
            _ => CheckFuture::waiting(check_anywhere(client, terms, service)),
        }
    }
}
