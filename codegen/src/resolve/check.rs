//! Names: shape, repetition, collision after conversion, and the resource tree.

use std::collections::HashMap;

use super::Client;
use super::scope::Scope;
use crate::load::{Declarations, Folder, Item, Method, Resource, Spec, Text};
use crate::naming;
use crate::problem::Problems;

/// Names that the generated crates give to something else at their root.
const ROOT: [&str; 12] = [
    "Call", "Client", "ClientBuilder", "Environment", "Error", "ErrorKind", "JsonObject", "Response",
    "Result", "Secret", "Timestamp", "Value",
];

/// Checks what does not depend on a client.
pub(super) fn spec(spec: &Spec, problems: &mut Problems) {
    for vocabulary in &spec.vocabularies {
        declarations(&vocabulary.declarations, problems);
        let mut types = Names::new("type");
        types.extend(&vocabulary.declarations, problems);
        for name in types.names() {
            if ROOT.contains(&name.value.as_str()) {
                problems.push(
                    &name.at,
                    format!("the type `{}`", name.value),
                    "a name that the crates do not use at their root already",
                );
            }
        }
    }
    for resource in &spec.resources {
        declarations(&resource.declarations, problems);
        self::resource(resource, problems);
    }
}

/// Checks the client tree: each resource once, and each with its parent.
pub(super) fn tree(scope: &Scope<'_>, problems: &mut Problems) {
    let mut names: HashMap<&str, &Text> = HashMap::new();
    for resource in &scope.resources {
        if let Some(first) = names.insert(&resource.name.value, &resource.name) {
            problems.push(
                &resource.name.at,
                format!("the resource `{}` for the second time", resource.name.value),
                format!("it once for each client; the first is at {}", first.at),
            );
        }
    }
    for resource in &scope.resources {
        let Some((parent, child)) = resource.name.value.rsplit_once('.') else { continue };
        let Some(parent) = scope.resource(parent) else {
            // A shared resource is looked at from both clients, and its parent must be shared too.
            problems.push_name(
                &resource.name.at,
                format!("the resource `{}` without its parent", resource.name.value),
                format!("a file `{parent}.yaml`, if only with docs"),
                parent,
                scope.resources.iter().map(|resource| resource.name.value.as_str()),
            );
            continue;
        };
        if resource.folder == Folder::Shared && parent.folder != Folder::Shared {
            problems.push(
                &resource.name.at,
                format!("the shared resource `{}` below one of a single client", resource.name.value),
                "a parent in `shared/`",
            );
        }
        if let Some(method) = parent.methods.iter().find(|method| method.name.value == child) {
            problems.push(
                &method.name.at,
                format!("the method `{child}` beside a resource `{child}`"),
                format!("another name; the resource is at {}", resource.name.at),
            );
        }
    }
    let mut root = Names::new("type");
    for vocabulary in &scope.vocabularies {
        root.extend(&vocabulary.declarations, problems);
    }
}

/// Checks the lists of fields after their includes are expanded.
pub(super) fn client(client: &Client, scope: &Scope<'_>, problems: &mut Problems) {
    for (resource, written) in client.resources.iter().zip(&scope.resources) {
        for (method, written) in resource.methods.iter().zip(&written.methods) {
            for fields in [&method.request, &method.response] {
                let mut seen: HashMap<String, &str> = HashMap::new();
                for field in fields {
                    let converted = naming::snake(&field.wire);
                    if let Some(first) = seen.insert(converted.clone(), &field.wire) {
                        problems.push(
                            &written.name.at,
                            format!("the fields `{first}` and `{}`, which both become `{converted}`", field.wire),
                            "another name for one of them",
                        );
                    }
                }
            }
        }
    }
}

fn resource(resource: &Resource, problems: &mut Problems) {
    for segment in resource.name.value.split('.') {
        if !resource.name.is_empty() && !naming::is_identifier(segment) {
            not_a_name(&resource.name, segment, problems);
        }
    }
    let mut methods = Names::new("method");
    let mut types = Names::new("type");
    types.extend(&resource.declarations, problems);
    types.reserve(naming::handle(&resource.name.value), &resource.name, problems);
    for method in &resource.methods {
        if !naming::is_identifier(&method.name) || method.name.value == "new" {
            not_a_name(&method.name, &method.name, problems);
        }
        methods.add(naming::snake(&method.name), &method.name, problems);
        types.reserve(naming::request(&method.name), &method.name, problems);
        types.reserve(naming::response(&method.name), &method.name, problems);
        fields(method, problems);
    }
}

fn fields(method: &Method, problems: &mut Problems) {
    items(&method.request, problems);
    items(&method.response, problems);
}

fn declarations(all: &Declarations, problems: &mut Problems) {
    for model in &all.models {
        items(&model.fields, problems);
    }
    for group in &all.groups {
        items(&group.fields, problems);
    }
    for set in &all.enums {
        let mut variants = Names::new("variant");
        for value in &set.values {
            let name = value.name.as_ref().unwrap_or(&value.wire);
            let variant = naming::camel(name);
            if !naming::is_identifier(&variant) {
                not_a_name(name, name, problems);
            }
            if variant == "Unknown" {
                problems.push(
                    &name.at,
                    format!("the variant `Unknown` for the value `{}`", value.wire.value),
                    "another `name`: `Unknown` holds the values that the spec does not know",
                );
            }
            variants.add(variant, name, problems);
        }
    }
    for filter in &all.filters {
        let mut variants = Names::new("condition");
        for value in &filter.values {
            if naming::camel(&value.name) == "Other" {
                problems.push(
                    &value.name.at,
                    "the condition `other`",
                    "another name: `Other` holds the conditions that the spec does not know",
                );
            }
            variants.add(naming::camel(&value.name), &value.name, problems);
        }
    }
    for name in all
        .ids
        .iter()
        .map(|id| &id.name)
        .chain(all.enums.iter().map(|set| &set.name))
        .chain(all.models.iter().map(|model| &model.name))
        .chain(all.filters.iter().map(|filter| &filter.name))
    {
        if naming::camel(name) != name.value || !naming::is_identifier(name) {
            problems.push_name(
                &name.at,
                format!("the type name `{}`", name.value),
                "words with a capital each, acronyms like words: `ScimConnection`",
                name,
                [naming::camel(name).as_str()],
            );
        }
    }
}

/// Fields of one list that become one name; included ones are looked at after expansion.
fn items(items: &[Item], problems: &mut Problems) {
    let mut names = Names::new("field");
    for item in items {
        let Item::Field(field) = item else { continue };
        if !naming::is_identifier(&field.name) {
            not_a_name(&field.name, &field.name, problems);
        }
        names.add(naming::snake(&field.name), &field.name, problems);
    }
}

fn not_a_name(text: &Text, name: &str, problems: &mut Problems) {
    problems.push(
        &text.at,
        format!("`{name}` for a name"),
        "letters, digits and `_`, beginning with a letter, and no word that Rust can't use",
    );
}

/// Names of one kind in one place, after conversion.
struct Names<'a> {
    what: &'static str,
    seen: HashMap<String, &'a Text>,
}

impl<'a> Names<'a> {
    fn new(what: &'static str) -> Self {
        Self { what, seen: HashMap::new() }
    }

    fn add(&mut self, converted: String, name: &'a Text, problems: &mut Problems) {
        let what = self.what;
        if let Some(first) = self.seen.get(&converted) {
            problems.push(
                &name.at,
                format!("the {what} `{}`, which becomes `{converted}` in Rust", name.value),
                format!("another name; `{}` at {} becomes the same", first.value, first.at),
            );
        } else {
            self.seen.insert(converted, name);
        }
    }

    /// Adds a name that is derived from `name`.
    fn reserve(&mut self, derived: String, name: &'a Text, problems: &mut Problems) {
        self.add(derived, name, problems);
    }

    fn extend(&mut self, declarations: &'a Declarations, problems: &mut Problems) {
        for name in declarations
            .ids
            .iter()
            .map(|id| &id.name)
            .chain(declarations.enums.iter().map(|set| &set.name))
            .chain(declarations.models.iter().map(|model| &model.name))
            .chain(declarations.filters.iter().map(|filter| &filter.name))
        {
            self.add(name.value.clone(), name, problems);
        }
    }

    fn names(&self) -> impl Iterator<Item = &'a Text> {
        self.seen.values().copied()
    }
}
