//! What all requests share, whichever project they are for.

use std::collections::HashMap;
use std::fmt;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::Notify;

use crate::clock::Clock;
use crate::project::{Identity, Project};
use crate::random::Random;
use crate::refusal::Refusal;
use crate::server::Routes;
use crate::state::State;
use crate::store::Store;

/// The project of clients that name no other, and of requests that name none.
pub(crate) const PROJECT_ID: &str = "project-test-00000000-0000-4000-8000-000000000000";

/// What all requests share.
pub(crate) struct Shared {
    pub(crate) routes: Routes,
    pub(crate) clock: Clock,
    base_url: String,
    seed: [u8; 32],
    store: Option<Arc<Store>>,
    projects: RwLock<HashMap<String, Arc<Project>>>,
    strangers: AtomicU64,
    /// Wakes whoever delivers webhooks.
    pub(crate) outbox: Arc<Notify>,
    /// Names by which it may be called, beside those that are nobody else's.
    pub(crate) hosts: Vec<String>,
}

impl Shared {
    /// An emulator that is reached at an address, with the projects of the store.
    pub(crate) fn open(
        base_url: String,
        clock: Clock,
        seed: [u8; 32],
        store: Option<Store>,
        hosts: Vec<String>,
    ) -> io::Result<Self> {
        let shared = Self {
            routes: Routes::new(),
            clock,
            base_url,
            seed,
            store: store.map(Arc::new),
            projects: RwLock::default(),
            strangers: AtomicU64::new(0),
            outbox: Arc::default(),
            hosts,
        };
        shared.load()?;
        Ok(shared)
    }

    /// All projects that were asked for.
    pub(crate) fn projects(&self) -> Vec<Arc<Project>> {
        let projects = self.projects.read().unwrap_or_else(PoisonError::into_inner);
        projects.values().cloned().collect()
    }

    /// A project, made when it is first asked for.
    pub(crate) fn project(&self, id: &str) -> Result<Arc<Project>, Refusal> {
        if !id.starts_with("project-test-") {
            let message =
                "The emulator has test projects alone: their ids begin with project-test-.";
            let error_type = match id.starts_with("project-live-") {
                true => "unauthorized_project_id_live",
                false => "unauthorized_credentials",
            };
            return Err(Refusal::new(error_type).because(message));
        }
        if let Some(project) = self.known(id) {
            return Ok(project);
        }
        Ok(self.make_once(id))
    }

    /// Where it is reached.
    pub(crate) fn base_url(&self) -> &str {
        &self.base_url
    }

    /// The project that a public token names. Unlike an id, it makes none: whoever has one has got it
    /// from a project that is there.
    pub(crate) fn project_of(&self, public_token: Option<&str>) -> Result<Arc<Project>, Refusal> {
        let token = public_token.ok_or_else(|| Refusal::new("public_token_required"))?;
        let project_id = Identity::of_public_token(token);
        let known = match project_id.as_deref() {
            Some(PROJECT_ID) => Some(self.own_project()),
            Some(id) => self.known(id),
            None => None,
        };
        known.ok_or_else(|| Refusal::new("public_token_not_found"))
    }

    /// The project that clients have which name no other.
    pub(crate) fn own_project(&self) -> Arc<Project> {
        let known = self.known(PROJECT_ID);
        known.unwrap_or_else(|| self.make_once(PROJECT_ID))
    }

    fn known(&self, id: &str) -> Option<Arc<Project>> {
        let projects = self.projects.read().unwrap_or_else(PoisonError::into_inner);
        projects.get(id).cloned()
    }

    fn make_once(&self, id: &str) -> Arc<Project> {
        let mut projects = self
            .projects
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        let project = projects
            .entry(id.to_owned())
            .or_insert_with(|| self.make(id, State::default()));
        Arc::clone(project)
    }

    /// Takes up the projects of the store.
    fn load(&self) -> io::Result<()> {
        let Some(store) = &self.store else {
            return Ok(());
        };
        let found = store.load().map_err(io::Error::other)?;
        let mut projects = self
            .projects
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        for (id, state) in found {
            let project = self.make(&id, state);
            projects.insert(id, project);
        }
        Ok(())
    }

    fn make(&self, id: &str, state: State) -> Arc<Project> {
        let identity = Identity {
            project_id: id.to_owned(),
            base_url: self.base_url.clone(),
        };
        let store = self.store.clone();
        let clock = self.clock.clone();
        let outbox = Arc::clone(&self.outbox);
        Arc::new(Project::new(
            identity, self.seed, store, clock, outbox, state,
        ))
    }

    /// The id of a request that belongs to no project.
    pub(crate) fn request_id(&self) -> String {
        let number = self.strangers.fetch_add(1, Ordering::Relaxed);
        // far from those of the projects
        Random::of_request(self.seed, u64::MAX - number).id("request-id")
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared")
            .field("base_url", &self.base_url)
            .finish_non_exhaustive()
    }
}
