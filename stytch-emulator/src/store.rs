//! Projects on disk, for those who want to find them again.
//!
//! Each transaction is written before it is answered, so that what was answered survives whatever ends
//! the process.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use redb::{Database, ReadableDatabase as _, ReadableTable as _, TableDefinition};

use crate::state::{Change, State};

/// Records by project, table and id.
const RECORDS: TableDefinition<'_, (&str, &str, &str), &[u8]> = TableDefinition::new("records");
/// What is known of the file itself.
const META: TableDefinition<'_, &str, u64> = TableDefinition::new("meta");

/// The form in which records are written. A file of another one is refused, not lost.
const VERSION: u64 = 1;

/// The file in its folder.
const FILE: &str = "emulator.redb";

/// What a store can fail with.
pub(crate) type Error = Box<dyn std::error::Error + Send + Sync>;

/// Projects on disk.
pub(crate) struct Store(Database);

impl Store {
    /// Opens the store in a folder, which is made if need be.
    pub(crate) fn open(folder: &Path) -> Result<Self, Error> {
        fs::create_dir_all(folder)?;
        let database = Database::create(folder.join(FILE))?;
        let transaction = database.begin_write()?;
        {
            transaction.open_table(RECORDS)?;
            let mut meta = transaction.open_table(META)?;
            let version = meta.get("version")?.map(|version| version.value());
            match version {
                Some(VERSION) => {}
                None => drop(meta.insert("version", VERSION)?),
                Some(other) => {
                    let file = folder.join(FILE);
                    return Err(format!(
                        "{} is of version {other}, and this program writes version {VERSION}",
                        file.display()
                    )
                    .into());
                }
            }
        }
        transaction.commit()?;
        Ok(Self(database))
    }

    /// All projects.
    pub(crate) fn load(&self) -> Result<BTreeMap<String, State>, Error> {
        let transaction = self.0.begin_read()?;
        let mut projects: BTreeMap<String, State> = BTreeMap::new();
        for entry in transaction.open_table(RECORDS)?.iter()? {
            let (key, record) = entry?;
            let (project, table, id) = key.value();
            let state = projects.entry(project.to_owned()).or_default();
            state
                .restore(table, record.value())
                .map_err(|error| format!("{project}, {table} {id}: {error}"))?;
        }
        Ok(projects)
    }

    /// Writes what has changed in a project.
    pub(crate) fn save(&self, project: &str, changes: &[Change]) -> Result<(), Error> {
        if changes.is_empty() {
            return Ok(());
        }
        let transaction = self.0.begin_write()?;
        {
            let mut records = transaction.open_table(RECORDS)?;
            for Change { table, id, record } in changes {
                let key = (project, *table, &**id);
                match record {
                    Some(json) => drop(records.insert(key, json.as_slice())?),
                    None => drop(records.remove(key)?),
                }
            }
        }
        transaction.commit()?;
        Ok(())
    }

    /// Writes a project anew, in place of whatever was there.
    pub(crate) fn replace(&self, project: &str, state: &mut State) -> Result<(), Error> {
        let transaction = self.0.begin_write()?;
        {
            let mut records = transaction.open_table(RECORDS)?;
            let range = (project, "", "")..=(project, "\u{10ffff}", "");
            let mut old = Vec::new();
            for entry in records.range(range)? {
                let (key, _) = entry?;
                let (_, table, id) = key.value();
                old.push((table.to_owned(), id.to_owned()));
            }
            for (table, id) in &old {
                records.remove((project, table.as_str(), id.as_str()))?;
            }
            for Change { table, id, record } in state.everything() {
                if let Some(json) = record {
                    records.insert((project, table, &*id), json.as_slice())?;
                }
            }
        }
        transaction.commit()?;
        Ok(())
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").finish_non_exhaustive()
    }
}
