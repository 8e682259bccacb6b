//! Where a new operation belongs.

use super::matching::{self, Site};
use crate::naming;

/// The spec file in which an operation of this path belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Home {
    /// The file, `spec/b2b/organizations.yaml`.
    pub(super) file: String,
    /// The resource.
    pub(super) resource: String,
}

/// Finds the file whose methods have the longest beginning in common with `path`. What resembles
/// nothing gets a file of its own, named after the path.
pub(super) fn home(sites: &[Site<'_>], path: &str) -> Home {
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
    let folder = if segments.iter().any(|segment| segment == "b2b") {
        "b2b"
    } else {
        "consumer"
    };
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
