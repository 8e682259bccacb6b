//! Changes of a project by other means than an operation: seeds, snapshots, the control API, pages.

use std::sync::Arc;

use stytch_core::webhooks::Source;

use super::{Project, unsaved};
use crate::refusal::Refusal;
use crate::seed::{self, SeedError};
use crate::state::State;

impl Project {
    /// Takes another state in place of the present one.
    pub(crate) fn replace(&self, mut state: State) -> Result<(), Refusal> {
        let inner = self.lock();
        if let Some(store) = &self.store {
            let replaced = store.replace(&self.identity.project_id, &mut state);
            replaced.map_err(|error| unsaved(&*error))?;
        }
        state.settle();
        self.take_over(inner, state);
        self.wake_sender();
        Ok(())
    }

    /// Keeps the state under a name.
    pub(crate) fn take_snapshot(&self, name: &str) {
        let mut inner = self.lock();
        let state = inner.state.clone();
        inner.snapshots.insert(name.to_owned(), state);
    }

    /// Goes back to the state that was kept under a name. Whether there is one.
    pub(crate) fn restore_snapshot(&self, name: &str) -> Result<bool, Refusal> {
        let state = self.lock().snapshots.get(name).cloned();
        match state {
            None => Ok(false),
            Some(state) => self.replace(state).map(|()| true),
        }
    }

    /// Adds what a document holds that somebody has written.
    pub(crate) fn seed(&self, text: &str) -> Result<(), SeedError> {
        let inner = self.lock();
        let mut next = inner.state.clone();
        seed::add(text, &mut next)?;
        let saved = self.commit(inner, next, Source::Dashboard, self.clock.now());
        saved.map_err(|refusal| SeedError::whole(refusal.message))
    }

    /// Changes the state by other means than an operation, or not at all.
    pub(crate) fn change(
        &self,
        change: impl FnOnce(&mut State) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let inner = self.lock();
        let mut next = inner.state.clone();
        change(&mut next)?;
        self.commit(inner, next, Source::Dashboard, self.clock.now())
    }

    /// Signs with a new key from now on; those before still check.
    pub(crate) fn rotate_keys(&self) -> Result<(), Refusal> {
        self.change(|state| {
            Arc::make_mut(&mut state.keys).rotate();
            Ok(())
        })
    }

    /// Signs with a new key from now on, and withdraws those before.
    pub(crate) fn revoke_keys(&self) -> Result<(), Refusal> {
        self.change(|state| {
            let keys = Arc::make_mut(&mut state.keys);
            keys.rotate();
            keys.revoke();
            Ok(())
        })
    }
}
