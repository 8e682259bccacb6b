//! What can't be a name in Rust: words that are taken, and names that become the same.

use std::collections::HashMap;

use crate::load::{self, Declarations, EnumDecl, FilterDecl, Folder, Item, Spec, Text};
use crate::naming;
use crate::problem::Problems;
use crate::resolve::{Api, Field, Kind, Resource, Role};
use crate::unique::Names;

/// Checks the names that each file declares, and those that come together in lists of fields.
pub(super) fn check(spec: &Spec, api: &Api, problems: &mut Problems) {
    for vocabulary in &spec.vocabularies {
        declarations(&vocabulary.declarations, problems);
        let mut types = Names::default();
        types.add_types(&vocabulary.declarations, problems);
    }
    for resource in &spec.resources {
        declarations(&resource.declarations, problems);
        self::resource(resource, problems);
        accessors(resource, spec, problems);
    }
    events(spec, Folder::B2b, problems);
    events(spec, Folder::Consumer, problems);
    for client in api.clients() {
        for method in client.resources.iter().flat_map(Resource::named) {
            fields(&method.request, Role::Sent, problems);
            fields(&method.response, Role::Received, problems);
        }
        for ty in &client.types {
            if let (Kind::Model(list), Some(role)) = (&ty.kind, ty.direction.role()) {
                fields(list, role, problems);
            }
        }
    }
}

/// The fields of one struct.
fn fields(list: &[Field], role: Role, problems: &mut Problems) {
    let mut names: HashMap<String, &Field> = HashMap::new();
    for field in list {
        let converted = naming::snake(&field.wire);
        // An optional field that is sent becomes a setter, beside what a request has anyway.
        let is_setter = role != Role::Received && !field.required;
        let hides = ["default", "new"].contains(&converted.as_str())
            || role == Role::Both && converted == "slot";
        if is_setter && hides {
            problems.push(
                &field.at,
                format!("the optional field `{}` in what is sent", field.wire),
                "a name that generated code does not use itself",
            );
        }
        match names.get(&converted) {
            Some(first) => problems.push(
                &field.at,
                format!(
                    "the field `{}`, which becomes `{converted}` in Rust",
                    field.wire
                ),
                format!(
                    "another name; the field `{}` at {} becomes the same",
                    first.wire, first.declared_at
                ),
            ),
            None => drop(names.insert(converted, field)),
        }
    }
}

fn resource(resource: &load::Resource, problems: &mut Problems) {
    let name = &resource.name;
    for (depth, segment) in name.value.split('.').enumerate() {
        let is_free =
            naming::is_identifier(segment) && !naming::is_reserved_module(segment, depth == 0);
        if !is_free && !problems.is_reported(&name.at) {
            problems.push(
                &name.at,
                format!("`{segment}` in the name of a resource"),
                "a word that the crates do not use themselves",
            );
        }
    }
    let mut types = Names::default();
    types.add_types(&resource.declarations, problems);
    let handle = naming::handle(name);
    if naming::is_reserved_type(&handle) && !problems.is_reported(&name.at) {
        taken(
            name,
            &format!(
                "the resource `{}`, which becomes `{handle}` in Rust",
                name.value
            ),
            problems,
        );
    }
    types.add(
        handle,
        format!("the resource `{}`", name.value),
        name,
        problems,
    );
    let mut named = Names::default();
    for method in &resource.methods {
        let name = &method.name;
        if call("method", name, &mut named, problems) {
            types.add(
                naming::request(name),
                format!("the request of `{}`", name.value),
                name,
                problems,
            );
            types.add(
                naming::response(name),
                format!("the response of `{}`", name.value),
                name,
                problems,
            );
        }
        items(&method.request, problems);
        items(&method.response, problems);
    }
    for link in &resource.links {
        let name = &link.method.name;
        if call("link", name, &mut named, problems) {
            let what = format!("what the link `{}` takes", name.value);
            types.add(naming::link(name), what, name, problems);
        }
        items(&link.method.request, problems);
    }
}

/// The name of what an app calls: a method or a link. False if it is taken.
fn call<'a>(what: &str, name: &'a Text, named: &mut Names<'a>, problems: &mut Problems) -> bool {
    if !naming::is_identifier(name) {
        not_a_name(name, problems);
    }
    let what = format!("the {what} `{}`", name.value);
    if naming::snake(name) == "new" {
        taken(name, &what, problems);
    }
    named.add(naming::snake(name), what, name, problems)
}

/// Methods of a resource whose names become those of the resources below it.
fn accessors(resource: &load::Resource, spec: &Spec, problems: &mut Problems) {
    let below = spec.resources.iter().filter_map(|below| {
        let (parent, child) = below.name.rsplit_once('.')?;
        let is_seen = [below.folder, Folder::Shared].contains(&resource.folder);
        (parent == resource.name.value && is_seen).then_some((child, below))
    });
    for (child, below) in below {
        for method in resource.named() {
            let name = &method.name;
            let converted = naming::snake(name);
            // Names that are the same as they stand are no matter of Rust.
            if name.value != child && converted == naming::snake(child) {
                problems.push(
                    &name.at,
                    format!(
                        "the method `{}`, which becomes `{converted}` in Rust",
                        name.value
                    ),
                    format!(
                        "another name; the resource `{}` at {} becomes the same",
                        below.name.value, below.name.at
                    ),
                );
            }
        }
    }
}

fn declarations(all: &Declarations, problems: &mut Problems) {
    for (_, name) in all.types() {
        if naming::is_reserved_type(name) {
            taken(name, &format!("the type name `{}`", name.value), problems);
        }
    }
    for model in &all.models {
        items(&model.fields, problems);
    }
    for group in &all.groups {
        items(&group.fields, problems);
    }
    for set in &all.enums {
        variants(set, problems);
    }
    for filter in &all.filters {
        conditions(filter, problems);
    }
}

/// The kinds of objects of a client's events, which become the variants of one enum.
fn events(spec: &Spec, folder: Folder, problems: &mut Problems) {
    let mut variants = Names::default();
    let seen = [Folder::Root, folder];
    let vocabularies = spec.vocabularies.iter();
    let vocabularies = vocabularies.filter(|vocabulary| seen.contains(&vocabulary.folder));
    for event in vocabularies.flat_map(|vocabulary| &vocabulary.declarations.events) {
        let name = &event.name;
        let variant = naming::camel(name);
        if !naming::is_identifier(name) {
            if !problems.is_reported(&name.at) {
                not_a_name(name, problems);
            }
        } else if variant == "Unknown" {
            if !problems.is_reported(&name.at) {
                problems.push(
                    &name.at,
                    format!(
                        "the event `{}`, which becomes `Unknown` in Rust",
                        name.value
                    ),
                    "another name: `Unknown` holds the events that the spec does not know",
                );
            }
        } else if !problems.is_reported(&name.at) {
            let what = format!("the event `{}`", name.value);
            variants.add(variant, what, name, problems);
        }
    }
}

fn variants(set: &EnumDecl, problems: &mut Problems) {
    let mut variants = Names::default();
    for value in &set.values {
        let name = value
            .name
            .as_ref()
            .filter(|name| !name.is_empty())
            .unwrap_or(&value.wire);
        let variant = naming::camel(name);
        let what = format!("the value `{}`", value.wire.value);
        if !naming::is_identifier(&variant) {
            problems.push(
                &name.at,
                format!("{what}, which can't become a name in Rust"),
                "a `name` of letters and digits for it",
            );
        } else if variant == "Unknown" {
            problems.push(
                &name.at,
                format!("{what}, which becomes `Unknown` in Rust"),
                "another `name` for it: `Unknown` holds the values that the spec does not know",
            );
        } else {
            variants.add(variant, what, name, problems);
        }
    }
}

fn conditions(filter: &FilterDecl, problems: &mut Problems) {
    let mut variants = Names::default();
    for value in &filter.values {
        if !naming::is_identifier(&value.name) {
            not_a_name(&value.name, problems);
        }
        let variant = naming::camel(&value.name);
        let what = format!("the condition `{}`", value.name.value);
        if variant == "Other" {
            problems.push(
                &value.name.at,
                format!("{what}, which becomes `Other` in Rust"),
                "another name: `Other` holds the conditions that the spec does not know",
            );
        } else {
            variants.add(variant, what, &value.name, problems);
        }
    }
}

fn items(items: &[Item], problems: &mut Problems) {
    for item in items {
        let Item::Field(field) = item else { continue };
        if !naming::is_identifier(&field.name) {
            not_a_name(&field.name, problems);
        }
    }
}

fn not_a_name(name: &Text, problems: &mut Problems) {
    problems.push(
        &name.at,
        format!("`{}` for a name", name.value),
        "letters, digits and `_`, beginning with a letter, and no word that Rust can't use",
    );
}

fn taken(name: &Text, what: &str, problems: &mut Problems) {
    problems.push(
        &name.at,
        what,
        "a name that generated code does not use itself",
    );
}
