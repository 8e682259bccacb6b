//! Projects on disk, for those who want to find them again.
//!
//! Each transaction is written before it is answered, so that what was answered survives whatever ends
//! the process. It is handed to the operating system, not forced onto the disk: a power cut may take the
//! last changes, and leaves the file whole.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, Transaction};

use crate::state::{Change, State};

/// The form in which records are written. A file of another one is refused, not lost.
const VERSION: i64 = 1;

/// The file in its folder.
const FILE: &str = "emulator.sqlite";

/// How long another emulator may take to end.
const PATIENCE: Duration = Duration::from_secs(1);

/// Records by project, table and id.
const SCHEMA: &str = "
    CREATE TABLE records (
        project TEXT NOT NULL,
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        record TEXT NOT NULL,
        PRIMARY KEY (project, kind, id)
    ) STRICT, WITHOUT ROWID";

/// What a store can fail with.
pub(crate) type Error = Box<dyn std::error::Error + Send + Sync>;

/// Projects on disk.
pub(crate) struct Store(Mutex<Connection>);

impl Store {
    /// Opens the store in a folder, which is made if need be.
    pub(crate) fn open(folder: &Path) -> Result<Self, Error> {
        fs::create_dir_all(folder)?;
        let file = folder.join(FILE);
        let mut connection = Connection::open(&file)?;
        match prepare(&mut connection) {
            Ok(None) => Ok(Self(Mutex::new(connection))),
            Ok(Some(other)) => Err(format!(
                "{} is of version {other}, and this program writes version {VERSION}",
                file.display()
            )
            .into()),
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
                Err(format!("{} is in use by another emulator", file.display()).into())
            }
            Err(error) => Err(format!("{}: {error}", file.display()).into()),
        }
    }

    /// All projects.
    pub(crate) fn load(&self) -> Result<BTreeMap<String, State>, Error> {
        let connection = self.lock();
        let query = "SELECT project, kind, id, record FROM records ORDER BY project, kind, id";
        let mut statement = connection.prepare(query)?;
        let mut rows = statement.query([])?;
        let mut projects: BTreeMap<String, State> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (project, kind): (String, String) = (row.get(0)?, row.get(1)?);
            let state = projects.entry(project.clone()).or_default();
            let restored = state.restore(&kind, row.get_ref(3)?.as_str()?);
            restored.map_err(|error| {
                let id = row.get(2).unwrap_or_else(|_| String::new());
                format!("{project}, {kind} {id}: {error}")
            })?;
        }
        Ok(projects)
    }

    /// Writes what has changed in a project.
    pub(crate) fn save(&self, project: &str, changes: &[Change]) -> Result<(), Error> {
        if changes.is_empty() {
            return Ok(());
        }
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        write(&transaction, project, changes)?;
        Ok(transaction.commit()?)
    }

    /// Writes a project anew, in place of whatever was there.
    pub(crate) fn replace(&self, project: &str, state: &mut State) -> Result<(), Error> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        transaction.execute("DELETE FROM records WHERE project = ?1", [project])?;
        write(&transaction, project, &state.everything())?;
        Ok(transaction.commit()?)
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Makes a file ready. The version that it has, if that is another one; nothing was changed then.
fn prepare(connection: &mut Connection) -> rusqlite::Result<Option<i64>> {
    connection.busy_timeout(PATIENCE)?;
    // one emulator at a time, and no file of shared memory for others
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    let version = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version != 0 && version != VERSION {
        return Ok(Some(version));
    }
    // a commit is a write to the log, which the system keeps whatever becomes of the process
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    if version == 0 {
        let transaction = connection.transaction()?;
        transaction.execute(SCHEMA, [])?;
        transaction.pragma_update(None, "user_version", VERSION)?;
        transaction.commit()?;
    }
    Ok(None)
}

fn write(transaction: &Transaction<'_>, project: &str, changes: &[Change]) -> rusqlite::Result<()> {
    let mut put =
        transaction.prepare_cached("INSERT OR REPLACE INTO records VALUES (?1, ?2, ?3, ?4)")?;
    let mut remove = transaction
        .prepare_cached("DELETE FROM records WHERE project = ?1 AND kind = ?2 AND id = ?3")?;
    for Change { table, id, record } in changes {
        match record {
            Some(json) => put.execute((project, table, &**id, json))?,
            None => remove.execute((project, table, &**id))?,
        };
    }
    Ok(())
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").finish_non_exhaustive()
    }
}
