//! What answers a check: a few hash look-ups, however large the policy is.

use std::{collections::HashMap, sync::Arc};

use foldhash::fast::RandomState;

use super::raw::RawPermission;

/// Names from the policy alone become keys, so nobody can make them collide from outside.
type Map<K, V> = HashMap<K, V, RandomState>;

/// Which of a list of holders (roles, or scopes) may do what.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    holders: Map<Arc<str>, u32>,
    resources: Map<Box<str>, Resource>,
}

#[derive(Clone, Debug, Default)]
struct Resource {
    /// Who may do anything with it.
    any: Set,
    actions: Map<Box<str>, Set>,
}

/// A set of holders, one bit each.
#[derive(Clone, Debug, Default)]
struct Set(Vec<u64>);

impl Set {
    fn insert(&mut self, number: u32) {
        let (word, bit) = (number as usize / 64, number % 64);
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        if let Some(word) = self.0.get_mut(word) {
            *word |= 1 << bit;
        }
    }

    fn contains(&self, number: u32) -> bool {
        let (word, bit) = (number as usize / 64, number % 64);
        self.0.get(word).is_some_and(|word| word >> bit & 1 == 1)
    }
}

impl Index {
    /// Takes over what a holder may do. A holder that comes again may do both.
    pub(super) fn add(&mut self, holder: &str, permissions: &[RawPermission]) {
        if holder.is_empty() {
            // a name that was left out must not become one that a subject can have
            return;
        }
        let next = u32::try_from(self.holders.len()).unwrap_or(u32::MAX);
        let number = match self.holders.get(holder) {
            Some(number) => *number,
            None => *self.holders.entry(Arc::from(holder)).or_insert(next),
        };
        for permission in permissions {
            let resource = self
                .resources
                .entry(Box::from(&*permission.resource_id))
                .or_default();
            for action in &permission.actions {
                match &**action {
                    "*" => resource.any.insert(number),
                    action => resource
                        .actions
                        .entry(Box::from(action))
                        .or_default()
                        .insert(number),
                }
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.holders.is_empty()
    }

    pub(super) fn contains(&self, holder: &str) -> bool {
        self.holders.contains_key(holder)
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
        if named.is_none() && resource.any.0.is_empty() {
            return Vec::new();
        }
        let mut permitting = Vec::new();
        for holder in held {
            if let Some((name, number)) = self.holders.get_key_value(holder.as_ref())
                && (resource.any.contains(*number)
                    || named.is_some_and(|named| named.contains(*number)))
            {
                permitting.push(Arc::clone(name));
            }
        }
        permitting
    }
}
