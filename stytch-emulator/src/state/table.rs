//! Records by their ids, and by whatever else they are looked up by.
//!
//! A copy costs next to nothing and shares everything with the original: a transaction works on a copy,
//! which takes the original's place when all went well.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use immutable_chunkmap::map::Map as Tree;
use rpds::RedBlackTreeMapSync;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Something that stands in a table.
pub(crate) trait Record: Clone + Serialize + DeserializeOwned {
    /// Its id.
    fn id(&self) -> &str;

    /// Further names, of which each belongs to one record at most: `email:org:ada@example.com`.
    fn names(&self) -> Vec<String> {
        Vec::new()
    }

    /// Fills in what people leave out when they write one down.
    fn complete(_given: &mut Map<String, Value>) {}

    /// The models of the spec in it, each by the field that holds it (the record itself if that is empty) and by
    /// its name: they have no other values than the spec knows.
    fn models(_given: &Map<String, Value>) -> &'static [(&'static str, &'static str)] {
        &[]
    }

    /// What it is listed under, together with others: `organization:…`.
    fn groups(&self) -> Vec<String> {
        Vec::new()
    }
}

impl Change {
    /// Something of which a project has one.
    pub(super) fn whole<T: Serialize>(table: &'static str, value: &T) -> Self {
        Self {
            table,
            id: "".into(),
            record: serde_json::to_string(value).ok(),
        }
    }

    /// Something that stands in a row.
    pub(super) fn numbered<T: Serialize>(table: &'static str, number: usize, value: &T) -> Self {
        Self {
            // in the order of the numbers
            id: format!("{number:020}").into(),
            ..Self::whole(table, value)
        }
    }
}

/// Records of one kind, in the order of their ids.
pub(crate) struct Table<R> {
    records: Records<R>,
    /// Ids by names.
    names: RedBlackTreeMapSync<String, Arc<str>>,
    /// The records of each group.
    groups: RedBlackTreeMapSync<String, Records<R>>,
    /// The ids of what was put in or taken out since the last time that somebody asked.
    changed: Vec<Arc<str>>,
}

/// Records by their ids. They lie in chunks of so many: a walk through all of them is a matter of memory,
/// and one that jumps for each takes several times as long; a change copies a chunk.
type Records<R> = Tree<Arc<str>, Arc<R>, 16>;

/// A record that was put in or taken out.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) table: &'static str,
    pub(crate) id: Arc<str>,
    /// As JSON; `None`: it is gone.
    pub(crate) record: Option<String>,
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
    pub(crate) fn group(&self, group: &str) -> impl Iterator<Item = &Arc<R>> + use<'_, R> {
        let records = self.groups.get(group).into_iter().flatten();
        records.map(|(_, record)| record)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Arc<R>> {
        self.records.into_iter().map(|(_, record)| record)
    }

    pub(crate) fn len(&self) -> usize {
        self.records.len()
    }

    /// Adds a record, or takes it in place of the one with its id.
    pub(crate) fn put(&mut self, record: R) -> Arc<R> {
        self.remove(record.id());
        let id: Arc<str> = record.id().into();
        self.changed.push(Arc::clone(&id));
        let record = Arc::new(record);
        for name in record.names() {
            self.names.insert_mut(name, Arc::clone(&id));
        }
        for group in record.groups() {
            if !self.groups.contains_key(&group) {
                self.groups.insert_mut(group.clone(), Records::new());
            }
            if let Some(records) = self.groups.get_mut(&group) {
                records.insert_cow(Arc::clone(&id), Arc::clone(&record));
            }
        }
        self.records.insert_cow(id, Arc::clone(&record));
        record
    }

    /// Puts in several, each with an id and with names that no other one has.
    pub(super) fn put_all(&mut self, table: &str, records: Vec<R>) -> Result<(), String> {
        for (number, record) in records.into_iter().enumerate() {
            if record.id().is_empty() {
                return Err(format!("{table}[{number}]: no id"));
            }
            for name in record.names() {
                let taken = self.named(&name);
                if taken.is_some_and(|taken| taken.id() != record.id()) {
                    return Err(format!("{table}[{number}]: {name} is taken"));
                }
            }
            self.put(record);
        }
        Ok(())
    }

    /// The ids of what was put in or taken out since the last time that somebody asked, each once.
    pub(crate) fn changed(&self) -> impl Iterator<Item = &str> {
        let ids: BTreeSet<_> = self.changed.iter().map(|id| &**id).collect();
        ids.into_iter()
    }

    /// What has changed since this was asked last.
    pub(super) fn changes(&mut self, table: &'static str, changes: &mut Vec<Change>) {
        for id in std::mem::take(&mut self.changed) {
            let record = self.records.get(&id);
            changes.push(Change {
                table,
                record: record.and_then(|record| serde_json::to_string(&**record).ok()),
                id,
            });
        }
    }

    /// All records, as if they had come just now.
    pub(super) fn everything(&mut self, table: &'static str, changes: &mut Vec<Change>) {
        self.changed = self
            .records
            .into_iter()
            .map(|(id, _)| Arc::clone(id))
            .collect();
        self.changes(table, changes);
    }

    /// Forgets what has changed.
    pub(super) fn settle(&mut self) {
        self.changed.clear();
    }

    /// Takes over a record that was written down.
    pub(super) fn restore(&mut self, json: &str) -> Result<(), String> {
        let record = serde_json::from_str(json).map_err(|error| error.to_string())?;
        self.put(record);
        self.changed.clear();
        Ok(())
    }

    pub(crate) fn remove(&mut self, id: &str) -> Option<Arc<R>> {
        let (id, record) = self
            .records
            .get_full(id)
            .map(|(id, record)| (Arc::clone(id), Arc::clone(record)))?;
        for name in record.names() {
            // another record may have taken the name since
            if self.names.get(&name) == Some(&id) {
                self.names.remove_mut(&name);
            }
        }
        for group in record.groups() {
            let Some(records) = self.groups.get_mut(&group) else {
                continue;
            };
            records.remove_cow(&id);
            if records.len() == 0 {
                self.groups.remove_mut(&group);
            }
        }
        self.records.remove_cow(&id);
        self.changed.push(id);
        Some(record)
    }
}

impl<R> Clone for Table<R> {
    fn clone(&self) -> Self {
        Self {
            records: self.records.clone(),
            names: self.names.clone(),
            groups: self.groups.clone(),
            changed: self.changed.clone(),
        }
    }
}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self {
            records: Records::new(),
            names: RedBlackTreeMapSync::new_sync(),
            groups: RedBlackTreeMapSync::new_sync(),
            changed: Vec::new(),
        }
    }
}

impl<R> fmt::Debug for Table<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} records", self.records.len())
    }
}
