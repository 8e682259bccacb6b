//! Where a new operation belongs.

use super::matching::{self, Site};
use super::openapi::Operation;
use crate::naming;

/// The spec file in which an operation of this path belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Home {
    /// The file, `spec/b2b/organizations.yaml`.
    pub(super) file: String,
    /// The resource.
    pub(super) resource: String,
}

/// Finds the file of the operations whose names begin like its name; `named` are those with a method.
/// `rooms_v1_rooms_keys_Issue` belongs beside `rooms_v1_rooms_keys_List`, and if there is none, into
/// a new resource `rooms.keys` below `rooms`. Without such a name, the path decides.
pub(super) fn home(
    sites: &[Site<'_>],
    named: &[(&str, Site<'_>)],
    operation: &Operation<'_>,
) -> Home {
    let path = operation.path;
    let prefix = operation.id.and_then(|id| id.rsplit_once('_'));
    let Some((prefix, _)) = prefix else {
        return by_path(sites, path);
    };
    let same_client = |site: &Site<'_>| is_b2b(&site.method.path) == is_b2b(path);
    let siblings = named.iter().filter(|(id, site)| {
        let other = id.rsplit_once('_');
        other.is_some_and(|(other, _)| other == prefix) && same_client(site)
    });
    let nearest = siblings.max_by_key(|(_, site)| common(path, &site.method.path));
    if let Some((_, site)) = nearest {
        return Home {
            file: site.resource.file.clone(),
            resource: site.resource.name.clone(),
        };
    }
    child(sites.iter().filter(|site| same_client(site)), prefix)
        .unwrap_or_else(|| by_path(sites, path))
}

/// A new resource below the one whose name its own begins with.
fn child<'a>(sites: impl Iterator<Item = &'a Site<'a>>, prefix: &str) -> Option<Home> {
    let (_, words) = prefix.split_once("_v1_")?;
    let words = words.strip_prefix("b2b_").unwrap_or(words);
    let below = |site: &'a Site<'a>| {
        let parent = site.resource.name.replace('.', "_");
        let rest = words.strip_prefix(&parent)?.strip_prefix('_')?;
        Some((parent.len(), site, rest))
    };
    let (_, site, rest) = sites.filter_map(below).max_by_key(|(length, ..)| *length)?;
    let rest = naming::snake(rest).trim_start_matches("r#").to_owned();
    let resource = format!("{}.{rest}", site.resource.name);
    let folder = matching::folder(&site.resource.file);
    Some(Home {
        file: format!("spec/{folder}{resource}.yaml"),
        resource,
    })
}

fn is_b2b(path: &str) -> bool {
    path.split('/').any(|segment| segment == "b2b")
}

/// How many segments two paths have in common at their beginning.
fn common(path: &str, other: &str) -> usize {
    let (path, other) = (segments(path), segments(other));
    path.iter().zip(&other).take_while(|(a, b)| a == b).count()
}

/// Finds the file whose methods have the longest beginning in common with `path`. What resembles
/// nothing gets a file of its own, named after the path.
fn by_path(sites: &[Site<'_>], path: &str) -> Home {
    let segments = segments(path);
    let plain = |segment: &&str| !matches!(*segment, "" | "v1" | "b2b" | "{}");
    let mut best: Option<(usize, usize, Site<'_>)> = None;
    for site in sites {
        let other = self::segments(&site.method.path);
        let common = segments
            .iter()
            .zip(&other)
            .take_while(|(a, b)| a == b)
            .count();
        if !segments
            .iter()
            .take(common)
            .any(|segment| plain(&segment.as_str()))
        {
            continue;
        }
        let rest = other.len() - common;
        if best.is_none_or(|(most, least, _)| common > most || (common == most && rest < least)) {
            best = Some((common, rest, *site));
        }
    }
    if let Some((_, _, site)) = best {
        return Home {
            file: site.resource.file.clone(),
            resource: site.resource.name.clone(),
        };
    }
    let folder = if is_b2b(path) { "b2b" } else { "consumer" };
    let name = segments
        .iter()
        .map(String::as_str)
        .find(plain)
        .unwrap_or("root");
    let name = naming::snake(name).trim_start_matches("r#").to_owned();
    Home {
        file: format!("spec/{folder}/{name}.yaml"),
        resource: name,
    }
}

fn segments(path: &str) -> Vec<String> {
    matching::shape(path)
        .split('/')
        .map(str::to_owned)
        .collect()
}
