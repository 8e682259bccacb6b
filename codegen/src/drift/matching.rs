//! Which operation of an OpenAPI file is which method of the spec.

use std::collections::{HashMap, HashSet};

use super::openapi::Operation;
use crate::resolve::{Api, Client, Method, Resource};

/// How alike two operations have to be, from 0 to 1, to be one that has moved.
const LIKENESS: f64 = 0.7;

/// A method and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Site<'s> {
    pub(super) client: &'s Client,
    pub(super) resource: &'s Resource,
    pub(super) method: &'s Method,
}

impl Site<'_> {
    /// Its name in findings: `b2b/organizations.create`.
    pub(super) fn name(self) -> String {
        format!(
            "{}{}.{}",
            folder(&self.resource.file),
            self.resource.name,
            self.method.name
        )
    }

    /// Verb and path.
    pub(super) fn http(self) -> String {
        format!("{} {}", self.method.verb.as_str(), self.method.path)
    }
}

/// The folder of a spec file with a slash behind it; empty for the files beside the folders.
pub(super) fn folder(file: &str) -> &str {
    let inner = file.strip_prefix("spec/").unwrap_or(file);
    inner
        .find('/')
        .and_then(|slash| inner.get(..=slash))
        .unwrap_or_default()
}

/// All methods, those of shared resources once.
pub(super) fn sites(api: &Api) -> Vec<Site<'_>> {
    let mut seen = HashSet::new();
    let mut sites = Vec::new();
    for client in api.clients() {
        for resource in &client.resources {
            if seen.insert(&resource.file) {
                sites.extend(resource.methods.iter().map(|method| Site {
                    client,
                    resource,
                    method,
                }));
            }
        }
    }
    sites
}

/// Methods and operations, matched by position.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// For each method its operation.
    pub(super) of_site: Vec<Option<usize>>,
    /// The operations without a method.
    pub(super) rest: Vec<usize>,
}

/// Matches by verb and path; what is left over by path alone, then by likeness.
pub(super) fn pair(sites: &[Site<'_>], operations: &[Operation<'_>]) -> Pairs {
    let mut of_site = vec![None; sites.len()];
    let mut by_key: HashMap<(&str, String), usize> = HashMap::new();
    for (index, operation) in operations.iter().enumerate() {
        by_key
            .entry((operation.verb.as_str(), shape(operation.path)))
            .or_insert(index);
    }
    let mut rest: Vec<usize> = (0..operations.len()).collect();
    for (site, slot) in sites.iter().zip(&mut of_site) {
        *slot = by_key.remove(&(site.method.verb.as_str(), shape(&site.method.path)));
        if let Some(found) = *slot {
            rest.retain(|index| *index != found);
        }
    }
    for (site, slot) in sites
        .iter()
        .zip(&mut of_site)
        .filter(|(_, slot)| slot.is_none())
    {
        let path = shape(&site.method.path);
        let same_path = rest.iter().position(|index| {
            operations
                .get(*index)
                .is_some_and(|other| shape(other.path) == path)
        });
        *slot = same_path.map(|position| rest.remove(position));
    }
    pair_by_likeness(sites, operations, &mut of_site, &mut rest);
    Pairs { of_site, rest }
}

fn pair_by_likeness(
    sites: &[Site<'_>],
    operations: &[Operation<'_>],
    of_site: &mut [Option<usize>],
    rest: &mut Vec<usize>,
) {
    let mut candidates = Vec::new();
    for (site_index, site) in sites.iter().enumerate() {
        if of_site.get(site_index).is_some_and(Option::is_some) {
            continue;
        }
        for index in rest.iter() {
            let Some(operation) = operations.get(*index) else {
                continue;
            };
            if operation.verb == site.method.verb.as_str() {
                candidates.push((likeness(*site, operation), site_index, *index));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    for (likeness, site, operation) in candidates {
        let Some(slot) = of_site.get_mut(site) else {
            continue;
        };
        if likeness >= LIKENESS && slot.is_none() && rest.contains(&operation) {
            *slot = Some(operation);
            rest.retain(|index| *index != operation);
        }
    }
}

/// How much of the fields and of the path two operations have in common, from 0 to 1.
fn likeness(site: Site<'_>, operation: &Operation<'_>) -> f64 {
    let of_spec: HashSet<(bool, &str)> = site
        .method
        .request
        .iter()
        .map(|field| (true, field.wire.as_str()))
        .chain(
            site.method
                .response
                .iter()
                .map(|field| (false, field.wire.as_str())),
        )
        .collect();
    let of_file: HashSet<(bool, &str)> = operation
        .parameters
        .iter()
        .map(|parameter| (true, parameter.property.name))
        .chain(
            operation
                .request
                .fields
                .iter()
                .map(|field| (true, field.name)),
        )
        .chain(
            operation
                .response
                .fields
                .iter()
                .map(|field| (false, field.name)),
        )
        .collect();
    let common = of_spec.intersection(&of_file).count() as f64;
    let all = of_spec.union(&of_file).count().max(1) as f64;
    let path = strsim::normalized_levenshtein(&shape(&site.method.path), &shape(operation.path));
    0.5 * common / all + 0.5 * path
}

/// The path without the names of its parameters, which do not travel.
pub(super) fn shape(path: &str) -> String {
    path.split('/')
        .map(|segment| {
            if parameter(segment).is_some() {
                "{}"
            } else {
                segment
            }
        })
        .collect::<Vec<_>>()
        .join("/")
}

/// The name in a `{name}` segment.
pub(super) fn parameter(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}
