//! The last requests, for whoever wonders what an app has sent.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use serde_json::Value;
use stytch_core::Timestamp;
use tokio::sync::watch;

use crate::generated;

/// So many are kept for each project.
const KEPT: usize = 1000;

/// One request and its answer, without anything secret.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Entry {
    /// When it came, by the emulator's clock.
    pub at: Timestamp,
    /// The operation.
    pub operation: &'static str,
    /// Its verb.
    pub verb: String,
    /// Its path.
    pub path: String,
    /// The program that sent it, as it calls itself.
    pub caller: String,
    /// The status of the answer; 0 if the connection was closed without one.
    pub status: u16,
    /// What was sent.
    pub body: Value,
    /// What was answered.
    pub answer: Value,
    /// What was odd about it.
    pub notes: Vec<String>,
}

/// The last requests of a project, oldest first.
#[derive(Debug)]
pub(crate) struct Ledger {
    entries: Mutex<VecDeque<Arc<Entry>>>,
    count: watch::Sender<u64>,
}

impl Default for Ledger {
    fn default() -> Self {
        Self {
            entries: Mutex::default(),
            count: watch::Sender::new(0),
        }
    }
}

impl Ledger {
    pub(crate) fn add(&self, entry: Entry) {
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        entries.push_back(Arc::new(entry));
        if entries.len() > KEPT {
            entries.pop_front();
        }
        drop(entries);
        self.count.send_modify(|count| *count += 1);
    }

    pub(crate) fn all(&self) -> Vec<Arc<Entry>> {
        let entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        entries.iter().cloned().collect()
    }

    pub(crate) fn watch(&self) -> watch::Receiver<u64> {
        self.count.subscribe()
    }
}

/// JSON with the values of all fields taken out that are secret anywhere in the API.
pub(crate) fn redacted(value: &Value) -> Value {
    match value {
        Value::Object(object) => object
            .iter()
            .map(|(name, value)| {
                let is_secret = generated::SECRETS.binary_search(&name.as_str()).is_ok();
                let value = match value {
                    Value::String(text) if is_secret && !text.is_empty() => "***".into(),
                    Value::Array(list) if is_secret && !list.is_empty() => "***".into(),
                    value => redacted(value),
                };
                (name.clone(), value)
            })
            .collect(),
        Value::Array(list) => list.iter().map(redacted).collect(),
        value => value.clone(),
    }
}
