//! The policies that a client was given or has fetched.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

use http::StatusCode;
use indexmap::IndexMap;

use super::{CompiledPolicy, PolicySettings, Verdict, raw::Document};
use crate::{
    AsProject, AuthorizationError, Clock, Error, ErrorKind, Handle, Operation,
    refresh::{Fetch, Plan, Refresh, Source},
};

/// What somebody wants to do.
#[derive(Clone, Debug)]
pub(crate) struct Question<'a> {
    /// The organization that it is about, for B2B.
    pub(crate) organization_id: Option<&'a str>,
    pub(crate) resource_id: &'a str,
    pub(crate) action: &'a str,
}

/// Who wants to do it, and by what right.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'a> {
    /// The organization that the session or token belongs to, for B2B.
    pub(crate) organization_id: Option<&'a str>,
    pub(crate) rights: Rights<'a>,
}

#[derive(Clone, Copy)]
pub(crate) enum Rights<'a> {
    Roles(&'a [String]),
    Scopes(&'a [String]),
}

/// The policy of the project, and those of its organizations.
pub(crate) enum Policies {
    Given(Given),
    Fetched(Fetched),
}

/// Policies that an app has handed over, and that are all there is.
#[derive(Default)]
pub(crate) struct Given {
    pub(crate) project: Box<CompiledPolicy>,
    pub(crate) organizations: HashMap<String, CompiledPolicy>,
}

pub(crate) struct Fetched {
    project: Refresh<Endpoint>,
    /// `None` where organizations have no policies of their own.
    organizations: Option<Organizations>,
}

struct Organizations {
    operation: &'static Operation,
    settings: PolicySettings,
    clock: Arc<dyn Clock>,
    known: RwLock<IndexMap<Box<str>, Arc<Refresh<Endpoint>>>>,
}

impl Question<'_> {
    fn ask(&self, policy: &CompiledPolicy, rights: Rights<'_>) -> Verdict {
        match rights {
            Rights::Roles(roles) => policy.check_roles(roles, self.resource_id, self.action),
            Rights::Scopes(scopes) => policy.check_scopes(scopes, self.resource_id, self.action),
        }
    }
}

impl Policies {
    pub(crate) fn fetched(
        initial: Option<CompiledPolicy>,
        settings: PolicySettings,
        project: &'static Operation,
        organizations: Option<&'static Operation>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        let endpoint = Endpoint {
            operation: project,
            organization_id: None,
            settings,
        };
        Self::Fetched(Fetched {
            project: Refresh::new(endpoint, Arc::clone(&clock), initial),
            organizations: organizations.map(|operation| Organizations {
                operation,
                settings,
                clock,
                known: RwLock::default(),
            }),
        })
    }

    /// Answers, after fetching what it takes. Where all is at hand, nothing is waited for. The
    /// organizations were compared before (`Terms::check_tenancy`).
    pub(crate) async fn check(
        &self,
        client: &Handle,
        subject: Subject<'_>,
        question: &Question<'_>,
    ) -> Result<Verdict, Error> {
        let verdict = match self {
            Self::Given(given) => given.ask(subject, question),
            Self::Fetched(fetched) => fetched.ask(client, subject, question).await?,
        };
        allowed(verdict).map_err(Error::authorization)
    }

    /// Fetches the policy of the project if there is none that is of use.
    pub(crate) async fn warm_up(&self, client: &Handle) -> Result<(), Error> {
        match self {
            Self::Given(_) => Ok(()),
            Self::Fetched(fetched) => {
                let held = fetched.project.get(client).await;
                held.map(|_| ()).map_err(unavailable)
            }
        }
    }

    /// The policy of the project as it is, if there is one.
    pub(crate) fn current(&self) -> Option<CompiledPolicy> {
        match self {
            Self::Given(given) => Some(CompiledPolicy::clone(&given.project)),
            Self::Fetched(fetched) => fetched.project.peek().map(|held| held.value.clone()),
        }
    }
}

fn allowed(verdict: Verdict) -> Result<Verdict, AuthorizationError> {
    if verdict.is_allowed() {
        Ok(verdict)
    } else {
        Err(AuthorizationError::NotPermitted)
    }
}

/// What the policy of the project says.
struct Answer {
    verdict: Verdict,
    /// No policy of an organization could add to it: those have roles of their own, but can't change
    /// the roles of the project. Scopes are the project's alone.
    is_final: bool,
}

impl Answer {
    fn of(policy: &CompiledPolicy, subject: Subject<'_>, question: &Question<'_>) -> Self {
        let verdict = question.ask(policy, subject.rights);
        let is_final = verdict.is_allowed()
            || match subject.rights {
                Rights::Roles(roles) => roles.iter().all(|role| policy.has_role(role)),
                Rights::Scopes(_) => true,
            };
        Self { verdict, is_final }
    }
}

impl Given {
    fn ask(&self, subject: Subject<'_>, question: &Question<'_>) -> Verdict {
        let answer = Answer::of(&self.project, subject, question);
        let organization = question
            .organization_id
            .and_then(|id| self.organizations.get(id));
        match organization {
            Some(policy) if !answer.is_final => question.ask(policy, subject.rights),
            _ => answer.verdict,
        }
    }
}

impl Fetched {
    async fn ask(
        &self,
        client: &Handle,
        subject: Subject<'_>,
        question: &Question<'_>,
    ) -> Result<Verdict, Error> {
        let answer = ask(&self.project, client, |policy| {
            Answer::of(policy, subject, question)
        })
        .await?;
        match (&self.organizations, question.organization_id) {
            (Some(organizations), Some(id)) if !answer.is_final => {
                let policy = organizations.get(id);
                ask(&policy, client, |policy| {
                    question.ask(policy, subject.rights)
                })
                .await
            }
            _ => Ok(answer.verdict),
        }
    }
}

/// Asks a policy, without waiting if it is at hand.
async fn ask<R>(
    policy: &Refresh<Endpoint>,
    client: &Handle,
    ask: impl Fn(&CompiledPolicy) -> R,
) -> Result<R, Error> {
    let now = client.inner().tokens.now();
    match policy.with(client, now, &ask) {
        Some(answer) => Ok(answer),
        None => {
            // it is rare, and would make the future of each check larger
            let held = Box::pin(policy.get(client)).await.map_err(unavailable)?;
            Ok(ask(&held.value))
        }
    }
}

impl Organizations {
    fn get(&self, id: &str) -> Arc<Refresh<Endpoint>> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(policy) = known.get(id) {
            return Arc::clone(policy);
        }
        drop(known);
        let endpoint = Endpoint {
            operation: self.operation,
            organization_id: Some(Box::from(id)),
            settings: self.settings,
        };
        let policy = Arc::new(Refresh::new(endpoint, Arc::clone(&self.clock), None));
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(policy) = known.get(id) {
            return Arc::clone(policy);
        }
        // any one goes: if the one that was not used for longest did, visiting one more in turn than
        // there is room for would miss each time
        let count = known.len();
        let gone = (count >= self.settings.max_organizations)
            .then(|| known.swap_remove_index(fastrand::usize(..count)));
        known.insert(Box::from(id), Arc::clone(&policy));
        drop(known);
        drop(gone);
        policy
    }
}

/// Where a policy comes from.
struct Endpoint {
    operation: &'static Operation,
    organization_id: Option<Box<str>>,
    settings: PolicySettings,
}

impl Source for Endpoint {
    type Value = CompiledPolicy;
    type Context = Handle;

    fn fetch(&self, client: Handle, timeout: Duration) -> Fetch<'_, CompiledPolicy> {
        let mut request = client.prepare(self.operation);
        if let Some(id) = &self.organization_id {
            request = request.path("organization_id", id);
        }
        let call = request
            .into_call_of::<Document, AsProject>()
            .timeout(timeout)
            .no_retries();
        Box::pin(async move {
            if self.organization_id.is_none() {
                return project_policy(call.await?);
            }
            match call.await {
                Ok(answer) => Ok(organization_policy(answer)),
                // not every project has them; without one, the project's policy is all there is
                Err(error) if is_absent(&error) => Ok(CompiledPolicy::default()),
                Err(error) => Err(error),
            }
        })
    }

    fn time_limit(&self, _: &Handle) -> Duration {
        self.settings.fetch_timeout
    }

    fn plan(&self, _: &CompiledPolicy) -> Plan {
        let refresh_after = self.settings.refresh_after;
        Plan {
            refresh_after,
            wait_after: refresh_after.saturating_mul(2),
            fail_after: refresh_after.saturating_add(self.settings.max_stale),
        }
    }
}

/// A project has roles and resources from the start. Where an answer has none, something is wrong at
/// the other end; better the last policy, if there is one, than one that permits nothing.
fn project_policy(answer: Document) -> Result<CompiledPolicy, Error> {
    let policy = CompiledPolicy::new(answer.policy.unwrap_or_default());
    if policy.is_empty() {
        return Err(Error::new(
            ErrorKind::Decode,
            "the response holds no policy",
        ));
    }
    Ok(policy)
}

/// Most organizations have no roles of their own.
fn organization_policy(answer: Document) -> CompiledPolicy {
    CompiledPolicy::new(answer.org_policy.unwrap_or_default())
}

fn unavailable(source: Error) -> Error {
    Error::check_unavailable("the policy", source)
}

/// Whether the service answered that there is no such policy.
fn is_absent(error: &Error) -> bool {
    error.kind() == ErrorKind::Api
        && matches!(
            error.status(),
            Some(StatusCode::BAD_REQUEST | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND)
        )
}
