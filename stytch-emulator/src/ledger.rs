//! The last requests, for whoever wonders what an app has sent.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use http::Uri;
use serde::Serialize;
use serde_json::Value;
use stytch_core::Timestamp;
use tokio::sync::watch;

use crate::generated;
use crate::reading::{self, Input};
use crate::route::{Endpoint, Route};
use crate::rules::providers::params::Params;

/// So many are kept for each project.
const KEPT: usize = 1000;
/// Fewer, if they are longer than this together.
const KEPT_BYTES: usize = 32 * 1024 * 1024;

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

/// A request and its answer as they went over the wire. What is to be seen of them is worked out when
/// somebody looks, which is seldom.
#[derive(Debug)]
pub(crate) struct Exchange {
    pub(crate) at: Timestamp,
    pub(crate) endpoint: Endpoint,
    pub(crate) uri: Uri,
    pub(crate) caller: String,
    pub(crate) sent: Sent,
    /// The status of the answer; 0 if the connection was closed without one.
    pub(crate) status: u16,
    pub(crate) answer: Bytes,
    /// What a fault did to it.
    pub(crate) fault: Option<&'static str>,
}

/// How a request says what it wants.
#[derive(Debug)]
pub(crate) enum Sent {
    /// To an operation of the spec: in path, query and body, as the operation reads them. `None` if the
    /// body could not be read.
    Operation(&'static Route, Option<Bytes>),
    /// In the query of an address that a browser opens.
    Query,
    /// As a form, or as JSON.
    Body(Bytes),
}

impl Exchange {
    fn entry(&self) -> Entry {
        let (sent, mut notes) = self.sent();
        notes.extend(self.fault.map(str::to_owned));
        let mut answer = serde_json::from_slice(&self.answer).unwrap_or_default();
        if let Value::Object(answer) = &mut answer
            && (300..400).contains(&self.status)
            && answer.contains_key("redirect_url")
        {
            // where it leads has a token in it
            answer.insert("redirect_url".to_owned(), "***".into());
        }
        Entry {
            at: self.at,
            operation: self.endpoint.operation,
            verb: self.endpoint.verb.to_string(),
            path: self.uri.path().to_owned(),
            caller: self.caller.clone(),
            status: self.status,
            body: redacted(&sent),
            answer: redacted(&answer),
            notes,
        }
    }

    /// What was sent, and what was odd about it.
    fn sent(&self) -> (Value, Vec<String>) {
        let (path, query) = (self.uri.path(), self.uri.query().unwrap_or_default());
        let pairs = |pairs: &str| Params::read(pairs).to_json();
        match &self.sent {
            Sent::Operation(_, None) => (Value::Null, Vec::new()),
            Sent::Operation(route, Some(body)) => match reading::read(route, path, query, body) {
                Ok(mut sent) => {
                    let notes = std::mem::take(&mut sent.notes);
                    (Input::into_json(sent), notes)
                }
                Err(_) => (Value::Null, Vec::new()),
            },
            Sent::Query => (pairs(query), Vec::new()),
            Sent::Body(body) => {
                let json = serde_json::from_slice(body);
                let json = json.unwrap_or_else(|_| pairs(&String::from_utf8_lossy(body)));
                (json, Vec::new())
            }
        }
    }

    fn bytes(&self) -> usize {
        let sent = match &self.sent {
            Sent::Operation(_, body) => body.as_ref().map_or(0, Bytes::len),
            Sent::Query => 0,
            Sent::Body(body) => body.len(),
        };
        self.answer.len() + sent
    }
}

/// The last requests of a project, oldest first.
pub(crate) struct Ledger {
    kept: Mutex<Kept>,
    count: watch::Sender<u64>,
}

#[derive(Default)]
struct Kept {
    items: VecDeque<(u64, Arc<Exchange>)>,
    /// How many there were before.
    count: u64,
    bytes: usize,
}

impl Default for Ledger {
    fn default() -> Self {
        Self {
            kept: Mutex::default(),
            count: watch::Sender::new(0),
        }
    }
}

impl Ledger {
    pub(crate) fn add(&self, item: Exchange) {
        let mut kept = self.lock();
        kept.bytes += item.bytes();
        kept.count += 1;
        let number = kept.count;
        kept.items.push_back((number, Arc::new(item)));
        while kept.items.len() > KEPT || (kept.bytes > KEPT_BYTES && kept.items.len() > 1) {
            let oldest = kept.items.pop_front();
            kept.bytes -= oldest.map_or(0, |(_, oldest)| oldest.bytes());
        }
        drop(kept);
        self.count.send_modify(|count| *count += 1);
    }

    /// All that are kept.
    pub(crate) fn all(&self) -> Vec<Entry> {
        // worked out when the lock is free again: others wait for it
        let items: Vec<_> = self.lock().items.iter().cloned().collect();
        items.iter().map(|(_, item)| item.entry()).collect()
    }

    /// All that are kept, with their numbers.
    pub(crate) fn numbered(&self) -> Vec<(u64, Entry)> {
        let items: Vec<_> = self.lock().items.iter().cloned().collect();
        let entries = items.iter().map(|(number, item)| (*number, item.entry()));
        entries.collect()
    }

    /// The one of a number, as long as it is kept.
    pub(crate) fn one(&self, number: u64) -> Option<Entry> {
        let kept = self.lock();
        let mut items = kept.items.iter();
        let (_, item) = items.find(|(kept, _)| *kept == number)?;
        let item = Arc::clone(item);
        drop(kept);
        Some(item.entry())
    }

    pub(crate) fn watch(&self) -> watch::Receiver<u64> {
        self.count.subscribe()
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Ledger {
    /// Says nothing of the requests: there are secrets among them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ledger").finish_non_exhaustive()
    }
}

/// JSON with the values of all fields taken out that are secret anywhere in the API.
pub(crate) fn redacted(value: &Value) -> Value {
    let is_named_secret = |name: &str| generated::SECRETS.binary_search(&name).is_ok();
    // a change of one attribute names it beside the value
    let path = value.get("path").and_then(Value::as_str);
    let is_of_secret = path.is_some_and(|path| is_named_secret(&path.to_lowercase()));
    match value {
        Value::Object(object) => object
            .iter()
            .map(|(name, value)| {
                let is_secret = is_named_secret(name) || is_of_secret && name == "value";
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
