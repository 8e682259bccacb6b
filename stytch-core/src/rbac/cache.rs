//! The policies that a client has fetched.

use std::{
    collections::HashMap,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use http::StatusCode;
use serde::Deserialize;

use super::{Policy, Verdict};
use crate::{
    AsProject, AuthorizationError, Clock, Error, ErrorKind, Handle, Operation,
    refresh::{Fetch, Plan, Refresh, Source},
};

/// Policies of so many organizations are kept; the one that was not asked for longest goes first.
const MAX_ORGANIZATIONS: usize = 1000;

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

/// The policy of the project, and those of the organizations that were asked about.
pub(crate) enum Policies {
    Given(Box<Policy>),
    Fetched(Fetched),
}

pub(crate) struct Fetched {
    project: Refresh<Endpoint>,
    /// `None` where organizations have no policies of their own.
    organizations: Option<Organizations>,
}

struct Organizations {
    operation: &'static Operation,
    refresh_after: Duration,
    clock: Arc<dyn Clock>,
    known: RwLock<HashMap<Box<str>, Arc<Organization>>>,
}

struct Organization {
    policy: Refresh<Endpoint>,
    /// When it was last asked for, in milliseconds.
    used: AtomicU64,
}

impl Question<'_> {
    /// Compares organizations. Comes first, so that a stranger can't make the client fetch.
    pub(crate) fn check_tenancy(&self, subject: Subject<'_>) -> Result<(), AuthorizationError> {
        // a subject without an organization is in none, even if the question names the empty one
        if self.organization_id.is_some()
            && (self.organization_id != subject.organization_id || self.organization_id == Some(""))
        {
            return Err(AuthorizationError::TenancyMismatch);
        }
        Ok(())
    }

    fn ask(&self, policy: &Policy, rights: Rights<'_>) -> Verdict {
        match rights {
            Rights::Roles(roles) => policy.check_roles(roles, self.resource_id, self.action),
            Rights::Scopes(scopes) => policy.check_scopes(scopes, self.resource_id, self.action),
        }
    }
}

impl Policies {
    pub(crate) fn new(
        given: Option<Policy>,
        refresh_after: Duration,
        project: &'static Operation,
        organizations: Option<&'static Operation>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        if let Some(policy) = given {
            return Self::Given(Box::new(policy));
        }
        let endpoint = Endpoint {
            operation: project,
            organization_id: None,
            refresh_after,
        };
        Self::Fetched(Fetched {
            project: Refresh::new(endpoint, Arc::clone(&clock)),
            organizations: organizations.map(|operation| Organizations {
                operation,
                refresh_after,
                clock,
                known: RwLock::default(),
            }),
        })
    }

    /// Answers, after fetching what it takes.
    pub(crate) async fn check(
        &self,
        client: &Handle,
        subject: Subject<'_>,
        question: &Question<'_>,
    ) -> Result<Verdict, Error> {
        question
            .check_tenancy(subject)
            .map_err(Error::authorization)?;
        let verdict = match self {
            Self::Given(policy) => question.ask(policy, subject.rights),
            Self::Fetched(fetched) => fetched.ask(client, subject, question).await?,
        };
        allowed(verdict).map_err(Error::authorization)
    }
}

fn allowed(verdict: Verdict) -> Result<Verdict, AuthorizationError> {
    if verdict.is_allowed() {
        Ok(verdict)
    } else {
        Err(AuthorizationError::NotPermitted)
    }
}

impl Fetched {
    async fn ask(
        &self,
        client: &Handle,
        subject: Subject<'_>,
        question: &Question<'_>,
    ) -> Result<Verdict, Error> {
        let policy = self.project.get(client).await.map_err(unavailable)?;
        let verdict = question.ask(&policy.value, subject.rights);
        match self.organization(&verdict, subject, question) {
            None => Ok(verdict),
            Some((organizations, id)) => {
                let organization = organizations.get(id, client.inner().tokens.now());
                let policy = organization.policy.get(client).await.map_err(unavailable)?;
                Ok(question.ask(&policy.value, subject.rights))
            }
        }
    }

    /// The organization whose policy has to be asked, too. It can only add rights, so there is no
    /// need of it where the project's policy allows the action. Scopes are the project's alone.
    fn organization<'a>(
        &self,
        verdict: &Verdict,
        subject: Subject<'_>,
        question: &Question<'a>,
    ) -> Option<(&Organizations, &'a str)> {
        match subject.rights {
            Rights::Roles(roles) if !verdict.is_allowed() && !roles.is_empty() => {
                Some((self.organizations.as_ref()?, question.organization_id?))
            }
            _ => None,
        }
    }
}

impl Organizations {
    fn find(&self, id: &str) -> Option<Arc<Organization>> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.get(id).map(Arc::clone)
    }

    fn get(&self, id: &str, now: Duration) -> Arc<Organization> {
        if let Some(organization) = self.find(id) {
            organization.used.store(millis(now), Ordering::Relaxed);
            return organization;
        }
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MAX_ORGANIZATIONS && !known.contains_key(id) {
            let oldest = known
                .iter()
                .min_by_key(|(_, organization)| organization.used.load(Ordering::Relaxed))
                .map(|(id, _)| id.clone());
            if let Some(oldest) = oldest {
                known.remove(&oldest);
            }
        }
        let organization = known.entry(Box::from(id)).or_insert_with(|| {
            let endpoint = Endpoint {
                operation: self.operation,
                organization_id: Some(Box::from(id)),
                refresh_after: self.refresh_after,
            };
            Arc::new(Organization {
                policy: Refresh::new(endpoint, Arc::clone(&self.clock)),
                used: AtomicU64::new(millis(now)),
            })
        });
        Arc::clone(organization)
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// Where a policy comes from.
struct Endpoint {
    operation: &'static Operation,
    organization_id: Option<Box<str>>,
    refresh_after: Duration,
}

/// The response of either operation.
#[derive(Deserialize)]
struct Response {
    #[serde(alias = "org_policy")]
    policy: Option<Policy>,
}

impl Source for Endpoint {
    type Value = Policy;
    type Context = Handle;

    fn fetch(&self, client: Handle) -> Fetch<'_, Policy> {
        let mut request = client.prepare(self.operation);
        if let Some(id) = &self.organization_id {
            request = request.path("organization_id", id);
        }
        let call = request.into_call::<Response, AsProject>();
        Box::pin(async move {
            match call.await {
                Ok(Response {
                    policy: Some(policy),
                }) => Ok(policy),
                Ok(_) if self.organization_id.is_some() => Ok(Policy::default()),
                // better the last one, if there is one, than one that permits nothing
                Ok(_) => Err(Error::new(
                    ErrorKind::Decode,
                    "the response holds no policy",
                )),
                // not every project has them; without one, the project's policy is all there is
                Err(error) if self.organization_id.is_some() && is_absent(&error) => {
                    Ok(Policy::default())
                }
                Err(error) => Err(error),
            }
        })
    }

    fn plan(&self, _: &Policy) -> Plan {
        // a right that was taken away must not live on for long just because nobody asked meanwhile
        Plan {
            refresh_after: self.refresh_after,
            wait_after: self.refresh_after.saturating_mul(2),
            fail_after: self.refresh_after.saturating_mul(12),
        }
    }
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
