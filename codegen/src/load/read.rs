//! From the YAML tree to the syntax model.

use super::fields::{entry, field, items};
use super::method::{method, segments};
use super::node::{Node, Text, Value};
use super::object::{Object, text};
use super::syntax::*;
use crate::format;
use crate::problem::Problems;

/// Reads a `vocabulary.yaml`.
pub(super) fn vocabulary(
    folder: Folder,
    node: Node,
    problems: &mut Problems,
) -> Option<Vocabulary> {
    let mut object = Object::new(node, &format::VOCABULARY, problems)?;
    object.required("vocabulary", problems);
    let reference = beginning(&mut object, problems);
    let response = object.texts("response", problems).unwrap_or_default();
    let mut declarations = declarations(&mut object, problems);
    declarations.ids = object
        .entries("ids", problems)
        .into_iter()
        .filter_map(|(name, node)| id(name, node, problems))
        .collect();
    declarations.errors = object
        .entries("errors", problems)
        .into_iter()
        .map(|(name, node)| ErrorDecl {
            docs: text(node, "the docs of an error type", problems),
            name,
        })
        .collect();
    object.finish(problems);
    Some(Vocabulary {
        folder,
        reference,
        response,
        declarations,
    })
}

/// What addresses begin with.
fn beginning(object: &mut Object, problems: &mut Problems) -> Option<Text> {
    let text = object.text("reference", problems)?;
    let is_beginning =
        text.starts_with("https://") && text.ends_with('/') && !text.contains(char::is_whitespace);
    if !is_beginning && !text.is_empty() {
        problems.push(
            &text.at,
            format!("`{}` for `reference` in a vocabulary", text.value),
            "the beginning of addresses, from `https://` to a `/`",
        );
    }
    Some(text)
}

/// Reads the file of a resource, which must be called `stem`.
pub(super) fn resource(
    folder: Folder,
    stem: &str,
    node: Node,
    problems: &mut Problems,
) -> Option<Resource> {
    let mut object = Object::new(node, &format::RESOURCE, problems)?;
    let mut name = object.required("resource", problems);
    if !name.is_empty() && name.value != stem {
        problems.push(
            &name.at,
            format!("the resource `{}` in the file `{stem}.yaml`", name.value),
            format!("`{stem}`, the name of the file"),
        );
    }
    // Others refer to the resource by the one or the other; most likely by the file's name.
    stem.clone_into(&mut name.value);
    let docs = object.required("docs", problems);
    let path = object.text("path", problems);
    if let Some(path) = path.as_ref().filter(|path| !path.is_empty()) {
        if !path.starts_with('/') || path.ends_with('/') {
            problems.push(
                &path.at,
                format!("the path `{}`", path.value),
                "a path that begins with `/` and does not end with it",
            );
        } else {
            segments(path, path, problems);
        }
    }
    let declarations = declarations(&mut object, problems);
    let methods = object
        .entries("methods", problems)
        .into_iter()
        .filter_map(|(name, node)| method(name, node, path.as_ref(), problems))
        .collect();
    object.finish(problems);
    Some(Resource {
        folder,
        name,
        docs,
        path,
        declarations,
        methods,
    })
}

fn declarations(object: &mut Object, problems: &mut Problems) -> Declarations {
    Declarations {
        fields: object
            .entries("fields", problems)
            .into_iter()
            .filter_map(|(name, node)| entry(name, node, problems))
            .collect(),
        groups: object
            .entries("groups", problems)
            .into_iter()
            .map(|(name, node)| Group {
                fields: items(node, "a group", problems),
                name,
            })
            .collect(),
        enums: object
            .entries("enums", problems)
            .into_iter()
            .filter_map(|(name, node)| enumeration(name, node, problems))
            .collect(),
        models: object
            .entries("models", problems)
            .into_iter()
            .filter_map(|(name, node)| model(name, node, problems))
            .collect(),
        filters: object
            .entries("filters", problems)
            .into_iter()
            .filter_map(|(name, node)| filter(name, node, problems))
            .collect(),
        ..Declarations::default()
    }
}

fn id(name: Text, node: Node, problems: &mut Problems) -> Option<IdDecl> {
    if matches!(node.value, Value::Map(_)) {
        let mut object = Object::new(node, &format::ID, problems)?;
        let docs = object.required("docs", problems);
        let from = object.texts("from", problems).unwrap_or_default();
        object.finish(problems);
        Some(IdDecl { name, docs, from })
    } else {
        Some(IdDecl {
            docs: text(node, "the docs of an id", problems),
            name,
            from: Vec::new(),
        })
    }
}

fn enumeration(name: Text, node: Node, problems: &mut Problems) -> Option<EnumDecl> {
    let mut object = Object::new(node, &format::ENUM, problems)?;
    let docs = object.required("docs", problems);
    let values = object
        .entries("values", problems)
        .into_iter()
        .filter_map(|(wire, node)| value(wire, node, problems))
        .collect();
    object.finish(problems);
    Some(EnumDecl { name, docs, values })
}

fn value(wire: Text, node: Node, problems: &mut Problems) -> Option<ValueDecl> {
    if matches!(node.value, Value::Map(_)) {
        let mut object = Object::new(node, &format::VALUE, problems)?;
        let docs = object.required("docs", problems);
        let name = object.text("name", problems);
        let deprecated = object.text("deprecated", problems);
        object.finish(problems);
        Some(ValueDecl {
            wire,
            name,
            docs,
            deprecated,
        })
    } else {
        let docs = text(node, "the docs of a value", problems);
        Some(ValueDecl {
            wire,
            name: None,
            docs,
            deprecated: None,
        })
    }
}

fn model(name: Text, node: Node, problems: &mut Problems) -> Option<ModelDecl> {
    let mut object = Object::new(node, &format::MODEL, problems)?;
    let docs = object.required("docs", problems);
    let fields = object
        .take("fields", problems)
        .map(|node| items(node, "a model", problems))
        .unwrap_or_default();
    object.finish(problems);
    Some(ModelDecl { name, docs, fields })
}

fn filter(name: Text, node: Node, problems: &mut Problems) -> Option<FilterDecl> {
    let mut object = Object::new(node, &format::FILTER, problems)?;
    let docs = object.required("docs", problems);
    let values: Vec<_> = object
        .entries("values", problems)
        .into_iter()
        .filter_map(|(name, node)| field(name, node, problems))
        .collect();
    for value in &values {
        if value.mark != Mark::None {
            problems.push(
                &value.ty.at,
                "a mark on the type of a condition",
                "the type without a mark",
            );
        }
    }
    object.finish(problems);
    Some(FilterDecl { name, docs, values })
}
