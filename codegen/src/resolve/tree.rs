//! The client tree: each resource once and with its parent, each call once, and vocabularies that do
//! not contradict each other.

use std::collections::HashMap;

use super::scope::Scope;
use crate::load::{Folder, Resource, Text};
use crate::problem::Problems;
use crate::unique::Names;

/// Checks what one client sees.
pub(super) fn check(scope: &Scope<'_>, problems: &mut Problems) {
    let mut types = Names::default();
    let mut errors = Names::default();
    for vocabulary in &scope.vocabularies {
        let all = &vocabulary.declarations;
        types.add_types(all, problems);
        for error in &all.errors {
            let what = format!("the error type `{}`", error.name.value);
            errors.add(error.name.value.clone(), what, &error.name, problems);
        }
    }
    let mut names: HashMap<&str, &Text> = HashMap::new();
    for resource in &scope.resources {
        let name = &resource.name;
        if let Some(first) = names.insert(&name.value, name) {
            problems.push(
                &name.at,
                format!("the resource `{}` for the second time", name.value),
                format!("it once for each client; the first is at {}", first.at),
            );
        }
    }
    for resource in &scope.resources {
        parent(scope, resource, problems);
        let file = &resource.name.at.file;
        if is_empty(scope, resource) && !problems.iter().any(|problem| problem.at.file == *file) {
            problems.push(
                &resource.name.at,
                format!("nothing in the resource `{}`", resource.name.value),
                "methods, types, or a resource below it",
            );
        }
    }
    calls(scope, problems);
}

fn parent(scope: &Scope<'_>, resource: &Resource, problems: &mut Problems) {
    let Some((parent, child)) = resource.name.value.rsplit_once('.') else {
        return;
    };
    if scope.lost_resources().any(|lost| lost == parent) {
        return;
    }
    let Some(parent) = scope.resource(parent) else {
        let file = &resource.name.at.file;
        let folder = file.rsplit_once('/').map_or("spec", |(folder, _)| folder);
        // A shared resource is looked at from both clients, and its parent must be shared too.
        problems.push_name(
            &resource.name.at,
            format!("the resource `{}` without its parent", resource.name.value),
            format!("a file `{folder}/{parent}.yaml`, if only with docs"),
            parent,
            scope
                .resources
                .iter()
                .map(|resource| resource.name.value.as_str())
                .filter(|name| *name != resource.name.value),
        );
        return;
    };
    if resource.folder == Folder::Shared && parent.folder != Folder::Shared {
        problems.push(
            &resource.name.at,
            format!(
                "the shared resource `{}` below one of a single client",
                resource.name.value
            ),
            format!("its parent, {}, in `shared/`", parent.name.at.file),
        );
    }
    let methods = parent.methods.iter();
    let methods = methods.map(|method| ("method", &method.name));
    let links = parent.links.iter();
    let links = links.map(|link| ("link", &link.method.name));
    if let Some((what, name)) = methods.chain(links).find(|(_, name)| name.value == child) {
        problems.push(
            &name.at,
            format!("the {what} `{}` beside a resource `{child}`", name.value),
            format!("another name; the resource is at {}", resource.name.at),
        );
    }
}

fn is_empty(scope: &Scope<'_>, resource: &Resource) -> bool {
    let below = format!("{}.", resource.name.value);
    resource.named().next().is_none()
        && resource.declarations.types().next().is_none()
        && !scope
            .resources
            .iter()
            .map(|other| other.name.value.as_str())
            .chain(scope.lost_resources())
            .any(|other| other.starts_with(&below))
}

/// Two methods that make the same call differ in name only; most likely one of them is a copy that was
/// not finished.
fn calls(scope: &Scope<'_>, problems: &mut Problems) {
    let mut calls = HashMap::new();
    for method in scope
        .resources
        .iter()
        .flat_map(|resource| &resource.methods)
    {
        if problems.is_reported(&method.path.at) || method.path.is_empty() {
            continue;
        }
        if let Some(first) = calls.insert((method.verb, &method.path.value), &method.path) {
            problems.push(
                &method.path.at,
                format!(
                    "the path `{}` for the second time with this verb",
                    method.path.value
                ),
                format!("each call once; the first is at {}", first.at),
            );
        }
    }
}
