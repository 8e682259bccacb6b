//! The spec against an OpenAPI file of the vendor: what has the API got that we lack, or lost?
//!
//! Operations are matched by verb and path and from there on by the names of fields, since the names
//! of schemas are not to be relied on: the vendor's file has two operations under one of them.
//! Differences that are kept on purpose stand in `spec/deviations.yaml`, each with its reason.

mod compare;
mod describe;
mod deviations;
mod finding;
mod home;
mod lock;
mod matching;
mod notes;
mod openapi;
mod owner;
mod report;
mod schema;
mod shared;
mod skeleton;
mod tree;

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

pub(crate) use deviations::check_all as check;
pub use deviations::{Explained, Stale};
pub use finding::{Finding, Kind};
pub use lock::PATH as LOCK;
pub use report::Report;

use crate::load::DEVIATIONS;
use crate::problem::Problems;
use crate::resolve::Api;

/// Why nothing was compared.
#[derive(Debug)]
pub enum Error {
    /// The spec could not be read or has problems.
    Spec(crate::Error),
    /// `spec/deviations.yaml` has problems.
    Deviations(Problems),
    /// `spec/openapi.lock` is not as it was written.
    Lock(String),
    /// A file that the repository keeps could not be read.
    Io(io::Error),
    /// The OpenAPI file is none: messages with the name of the file and the place in it.
    File(Vec<String>),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Spec(error) => error.fmt(f),
            Self::Deviations(problems) => problems.fmt(f),
            Self::Lock(message) => f.write_str(message),
            Self::Io(error) => error.fmt(f),
            Self::File(messages) => f.write_str(&messages.join("\n")),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Spec(error) => Some(error),
            Self::Deviations(problems) => Some(problems),
            Self::Io(error) => Some(error),
            Self::Lock(_) | Self::File(_) => None,
        }
    }
}

/// What a repository keeps beside the spec.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'k> {
    /// The content of `spec/deviations.yaml`.
    pub deviations: &'k str,
    /// The content of `spec/openapi.lock`. Without it, what the spec has no place for is not compared.
    pub lock: Option<&'k str>,
}

/// Compares the spec below `root` with the OpenAPI file whose content is `text`, YAML or JSON. `file`
/// is its name in messages.
///
/// # Errors
/// All problems of the spec, of what is kept beside it or of the OpenAPI file, or an I/O error.
pub fn drift(root: &Path, file: &str, text: &str) -> Result<Report, Error> {
    let api = crate::api(root).map_err(Error::Spec)?;
    let deviations = read(root, DEVIATIONS)?;
    let lock = read(root, LOCK)?;
    let kept = Kept {
        deviations: deviations.as_deref().unwrap_or("deviations: []"),
        lock: lock.as_deref(),
    };
    let mut report = compare(&api, kept, file, text)?;
    if lock.is_none() {
        report.unexplained.push(lock::missing());
    }
    Ok(report)
}

fn read(root: &Path, path: &str) -> Result<Option<String>, Error> {
    match fs::read_to_string(root.join(path)) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::Io(io::Error::new(
            error.kind(),
            format!("{path}: {error}"),
        ))),
    }
}

/// Compares `api` with an OpenAPI file; for the rest see [`drift()`].
///
/// # Errors
/// All problems of what is `kept` or of the OpenAPI file.
pub fn compare(api: &Api, kept: Kept<'_>, file: &str, text: &str) -> Result<Report, Error> {
    let deviations = deviations::Deviations::read(kept.deviations).map_err(Error::Deviations)?;
    let lock = kept.lock.map(lock::read).transpose().map_err(Error::Lock)?;
    let root = tree::parse(file, text).map_err(Error::File)?;
    let document = openapi::read(file, &root).map_err(Error::File)?;
    let mut outcome = compare::compare(api, &document);
    if let Some(lock) = lock {
        let now = notes::read(&document, outcome.matched());
        let all = notes::read(&document, document.operations.iter());
        lock::compare(&lock, &now, &all, &mut outcome);
    }
    let found = std::mem::take(&mut outcome.found);
    let (mut unexplained, explained, stale) = deviations.apply(found);
    sort(&mut unexplained);
    let gaps = unexplained.iter().map(|(_, gap)| gap);
    let skeleton = skeleton::skeleton(api, &outcome, gaps);
    let unexplained = unexplained
        .into_iter()
        .map(|(finding, _)| finding)
        .collect();
    Ok(Report {
        unexplained,
        explained,
        stale,
        skeleton,
    })
}

/// The content of `spec/openapi.lock` for an OpenAPI file.
///
/// # Errors
/// All problems of the file.
pub fn lock(file: &str, text: &str) -> Result<String, Error> {
    let root = tree::parse(file, text).map_err(Error::File)?;
    let document = openapi::read(file, &root).map_err(Error::File)?;
    let notes = notes::read(&document, document.operations.iter());
    Ok(lock::write(&notes))
}

/// Groups by spec file. The worst comes first, among the files as within each.
fn sort<T>(found: &mut [(Finding, T)]) {
    let mut worst: HashMap<String, (Kind, bool)> = HashMap::new();
    for (finding, _) in found.iter() {
        let weight = finding.weight();
        let entry = worst.entry(finding.file.clone()).or_insert(weight);
        *entry = weight.min(*entry);
    }
    found.sort_by(|(a, _), (b, _)| {
        let file = |finding: &Finding| worst.get(&finding.file).copied();
        (file(a), &a.file, a.weight()).cmp(&(file(b), &b.file, b.weight()))
    });
}
