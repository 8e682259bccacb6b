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
mod matching;
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

pub use deviations::{Explained, Stale};
pub use finding::{Finding, Kind};
pub use report::Report;

use crate::problem::Problems;
use crate::resolve::Api;

/// Why nothing was compared.
#[derive(Debug)]
pub enum Error {
    /// The spec could not be read or has problems.
    Spec(crate::Error),
    /// `spec/deviations.yaml` has problems.
    Deviations(Problems),
    /// `spec/deviations.yaml` could not be read.
    Io(io::Error),
    /// The OpenAPI file is none: messages with the name of the file and the place in it.
    File(Vec<String>),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Spec(error) => error.fmt(f),
            Self::Deviations(problems) => problems.fmt(f),
            Self::Io(error) => write!(f, "{}: {error}", deviations::FILE),
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
            Self::File(_) => None,
        }
    }
}

/// Compares the spec below `root` with the OpenAPI file whose content is `text`, YAML or JSON. `file`
/// is its name in messages.
///
/// # Errors
/// All problems of the spec, of `spec/deviations.yaml` or of the OpenAPI file, or an I/O error.
pub fn drift(root: &Path, file: &str, text: &str) -> Result<Report, Error> {
    let api = crate::api(root).map_err(Error::Spec)?;
    let deviations = match fs::read_to_string(root.join(deviations::FILE)) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => "deviations: []".to_owned(),
        Err(error) => return Err(Error::Io(error)),
    };
    compare(&api, &deviations, file, text)
}

/// Compares `api` with an OpenAPI file. `deviations` is the content of `spec/deviations.yaml`; for the
/// rest see [`drift()`].
///
/// # Errors
/// All problems of `deviations` or of the OpenAPI file.
pub fn compare(api: &Api, deviations: &str, file: &str, text: &str) -> Result<Report, Error> {
    let deviations = deviations::Deviations::read(deviations).map_err(Error::Deviations)?;
    let root = tree::parse(file, text).map_err(|message| Error::File(vec![message]))?;
    let document = openapi::read(file, &root).map_err(Error::File)?;
    let mut outcome = compare::compare(api, &document);
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
