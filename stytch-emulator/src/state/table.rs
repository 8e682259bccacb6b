//! Records by their ids, and by whatever else they are looked up by.
//!
//! A copy costs next to nothing and shares everything with the original: a transaction works on a copy,
//! which takes the original's place when all went well.

use std::fmt;
use std::sync::Arc;

use rpds::{RedBlackTreeMapSync, RedBlackTreeSetSync};

/// Something that stands in a table.
pub(crate) trait Record: Clone {
    /// Its id.
    fn id(&self) -> &str;

    /// Further names, of which each belongs to one record at most: `email:org:ada@example.com`.
    fn names(&self) -> Vec<String> {
        Vec::new()
    }

    /// What it is listed under, together with others: `organization:…`.
    fn groups(&self) -> Vec<String> {
        Vec::new()
    }
}

/// Records of one kind, in the order of their ids.
pub(crate) struct Table<R> {
    records: RedBlackTreeMapSync<Arc<str>, Arc<R>>,
    names: RedBlackTreeMapSync<String, Arc<str>>,
    groups: RedBlackTreeSetSync<(String, Arc<str>)>,
}

impl<R: Record> Table<R> {
    pub(crate) fn get(&self, id: &str) -> Option<&Arc<R>> {
        self.records.get(id)
    }

    /// The record with one of the further names.
    pub(crate) fn named(&self, name: &str) -> Option<&Arc<R>> {
        self.names.get(name).and_then(|id| self.records.get(id))
    }

    /// The records of a group, in the order of their ids.
    pub(crate) fn group(&self, group: &str) -> impl Iterator<Item = &Arc<R>> {
        let first = (group.to_owned(), Arc::<str>::from(""));
        self.groups
            .range(first..)
            .take_while(move |(name, _)| name == group)
            .filter_map(|(_, id)| self.records.get(id))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Arc<R>> {
        self.records.values()
    }

    pub(crate) fn len(&self) -> usize {
        self.records.size()
    }

    /// Adds a record, or takes it in place of the one with its id.
    pub(crate) fn put(&mut self, record: R) -> Arc<R> {
        self.remove(record.id());
        let id: Arc<str> = record.id().into();
        for name in record.names() {
            self.names.insert_mut(name, Arc::clone(&id));
        }
        for group in record.groups() {
            self.groups.insert_mut((group, Arc::clone(&id)));
        }
        let record = Arc::new(record);
        self.records.insert_mut(id, Arc::clone(&record));
        record
    }

    pub(crate) fn remove(&mut self, id: &str) -> Option<Arc<R>> {
        let (id, record) = self
            .records
            .get_key_value(id)
            .map(|(id, record)| (Arc::clone(id), Arc::clone(record)))?;
        for name in record.names() {
            // another record may have taken the name since
            if self.names.get(&name) == Some(&id) {
                self.names.remove_mut(&name);
            }
        }
        for group in record.groups() {
            self.groups.remove_mut(&(group, Arc::clone(&id)));
        }
        self.records.remove_mut(&id);
        Some(record)
    }
}

impl<R> Clone for Table<R> {
    fn clone(&self) -> Self {
        Self {
            records: self.records.clone(),
            names: self.names.clone(),
            groups: self.groups.clone(),
        }
    }
}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self {
            records: RedBlackTreeMapSync::new_sync(),
            names: RedBlackTreeMapSync::new_sync(),
            groups: RedBlackTreeSetSync::new_sync(),
        }
    }
}

impl<R> fmt::Debug for Table<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} records", self.records.size())
    }
}
