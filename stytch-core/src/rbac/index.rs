//! What answers a check: a few hash look-ups, however large the policy is.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use foldhash::fast::RandomState;

use super::raw::RawPermission;

// Names from the policy alone become keys, so nobody can make them collide from outside.
type Map<K, V> = HashMap<K, V, RandomState>;
type Names = HashSet<Arc<str>, RandomState>;

/// Which of a list of holders (roles, or scopes) may do what.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    holders: Names,
    resources: Map<Box<str>, Resource>,
}

/// Who may do what with a resource.
#[derive(Clone, Debug, Default)]
struct Resource {
    anything: Names,
    actions: Map<Box<str>, Names>,
}

impl Index {
    /// Takes over what a holder may do. A holder that comes again may do both.
    pub(super) fn add(&mut self, holder: &str, permissions: &[RawPermission]) {
        if holder.is_empty() {
            // a name that was left out must not become one that a subject can have
            return;
        }
        let holder: Arc<str> = match self.holders.get(holder) {
            Some(known) => Arc::clone(known),
            None => Arc::from(holder),
        };
        self.holders.insert(Arc::clone(&holder));
        // a resource that was left out is none that an app can ask about
        let named = permissions
            .iter()
            .filter(|permission| !permission.resource_id.is_empty());
        for permission in named {
            let resource = Box::from(&*permission.resource_id);
            let resource = self.resources.entry(resource).or_default();
            for action in &permission.actions {
                let may = match &**action {
                    "*" => &mut resource.anything,
                    action => resource.actions.entry(Box::from(action)).or_default(),
                };
                may.insert(Arc::clone(&holder));
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.holders.is_empty()
    }

    pub(super) fn contains(&self, holder: &str) -> bool {
        self.holders.contains(holder)
    }

    /// The ones of `held` that permit the action, in their order.
    pub(super) fn permitting(
        &self,
        held: impl IntoIterator<Item: AsRef<str>>,
        resource: &str,
        action: &str,
    ) -> Vec<Arc<str>> {
        let Some(resource) = self.resources.get(resource) else {
            return Vec::new();
        };
        let named = resource.actions.get(action);
        if named.is_none() && resource.anything.is_empty() {
            return Vec::new();
        }
        let mut permitting = Vec::new();
        for holder in held {
            let holder = holder.as_ref();
            let known = resource.anything.get(holder);
            if let Some(name) = known.or_else(|| named?.get(holder)) {
                permitting.push(Arc::clone(name));
            }
        }
        permitting
    }
}
