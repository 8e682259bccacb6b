//! Names: their shape, words that are taken, and collisions after conversion. Nothing here depends on
//! a client or on what is bound.

use std::collections::HashMap;

use crate::load::{Declarations, EnumDecl, FilterDecl, Item, Resource, Spec, Text};
use crate::naming;
use crate::problem::Problems;

/// Checks the names of each file by itself.
pub(super) fn check(spec: &Spec, problems: &mut Problems) {
    for vocabulary in &spec.vocabularies {
        declarations(&vocabulary.declarations, problems);
        let mut types = Names::default();
        types.add_types(&vocabulary.declarations, problems);
    }
    for resource in &spec.resources {
        declarations(&resource.declarations, problems);
        self::resource(resource, problems);
    }
}

fn resource(resource: &Resource, problems: &mut Problems) {
    let name = &resource.name;
    for (depth, segment) in name.value.split('.').enumerate() {
        if !naming::is_identifier(segment) || !naming::is_snake(segment) {
            problems.push(
                &name.at,
                format!("`{segment}` in the name of a resource"),
                "lower-case words with `_` between them",
            );
        } else if naming::is_reserved_module(segment, depth == 0) {
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
    let mut methods = Names::default();
    for method in &resource.methods {
        let name = &method.name;
        if !naming::is_identifier(name) {
            not_a_name(name, problems);
        }
        if naming::snake(name) == "new" {
            taken(name, "the method `new`", problems);
        }
        if methods.add(
            naming::snake(name),
            format!("the method `{}`", name.value),
            name,
            problems,
        ) {
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
}

fn declarations(all: &Declarations, problems: &mut Problems) {
    for (_, name) in all.types() {
        if naming::camel(name) != name.value || !naming::is_identifier(name) {
            problems.push_name(
                &name.at,
                format!("the type name `{}`", name.value),
                "words of plain letters and digits, with a capital each and acronyms like words: `ScimConnection`",
                name,
                [naming::camel(name).as_str()].into_iter().filter(|better| *better != name.value),
            );
        } else if naming::is_reserved_type(name) {
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

/// Names of one kind in one place, after conversion.
#[derive(Default)]
pub(super) struct Names<'a>(HashMap<String, (String, &'a Text)>);

impl<'a> Names<'a> {
    /// Adds what becomes `converted`; `what` says what that is. False if the name is taken.
    pub(super) fn add(
        &mut self,
        converted: String,
        what: String,
        name: &'a Text,
        problems: &mut Problems,
    ) -> bool {
        if let Some((first_what, first)) = self.0.get(&converted) {
            if name.value == converted && first.value == converted {
                problems.push(
                    &name.at,
                    format!("{what}, whose name is taken"),
                    format!("another name; {first_what} stands at {}", first.at),
                );
            } else {
                problems.push(
                    &name.at,
                    format!("{what}, which becomes `{converted}` in Rust"),
                    format!(
                        "another name; {first_what} at {} becomes the same",
                        first.at
                    ),
                );
            }
            false
        } else {
            self.0.insert(converted, (what, name));
            true
        }
    }

    /// Adds the types that a file declares.
    pub(super) fn add_types(&mut self, declarations: &'a Declarations, problems: &mut Problems) {
        for (kind, name) in declarations.types() {
            self.add(
                name.value.clone(),
                format!("the {kind} `{}`", name.value),
                name,
                problems,
            );
        }
    }
}
