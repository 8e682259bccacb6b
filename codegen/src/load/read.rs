//! From the YAML tree to the syntax model.

use super::fields::{entry, field, items};
use super::link::link;
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
    let path = path(&mut object, problems);
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
        .filter_map(|(name, node)| error(name, node, problems))
        .collect();
    declarations.events = object
        .entries("events", problems)
        .into_iter()
        .filter_map(|(name, node)| event(name, node, problems))
        .collect();
    object.finish(problems);
    Some(Vocabulary {
        folder,
        reference,
        path,
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

/// What paths begin with.
fn path(object: &mut Object, problems: &mut Problems) -> Option<Text> {
    let path = object.text("path", problems)?;
    if !path.is_empty() {
        if !path.starts_with('/') || path.ends_with('/') {
            problems.push(
                &path.at,
                format!("the path `{}`", path.value),
                "a path that begins with `/` and does not end with it",
            );
        } else {
            segments(&path, &path, problems);
        }
    }
    let value = path.trim_end_matches('/').to_owned();
    Some(Text { value, ..path })
}

/// Reads the file of a resource, which must be called `stem`; its paths begin with `prefix`, then its
/// name, unless it says something else.
pub(super) fn resource(
    folder: Folder,
    stem: &str,
    prefix: Option<&Text>,
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
    let path = path(&mut object, problems);
    let base = path.clone().or_else(|| {
        let Text { value, at } = prefix?.clone();
        let value = format!("{value}/{}", stem.replace('.', "/"));
        Some(Text { value, at })
    });
    let declarations = declarations(&mut object, problems);
    let methods = object
        .entries("methods", problems)
        .into_iter()
        .filter_map(|(name, node)| method(name, node, base.as_ref(), problems))
        .collect();
    let links = object
        .entries("links", problems)
        .into_iter()
        .filter_map(|(name, node)| link(name, node, base.as_ref(), problems))
        .collect();
    object.finish(problems);
    Some(Resource {
        folder,
        name,
        docs,
        path,
        declarations,
        methods,
        links,
    })
}

fn declarations(object: &mut Object, problems: &mut Problems) -> Declarations {
    let mut fields: Vec<_> = object
        .entries("fields", problems)
        .into_iter()
        .filter_map(|(name, node)| entry(name, node, problems))
        .collect();
    let groups: Vec<_> = object
        .entries("groups", problems)
        .into_iter()
        .map(|(name, node)| Group {
            fields: items(node, "a group", problems),
            name,
        })
        .collect();
    let of_groups = entries_of(&groups, &fields);
    fields.extend(of_groups);
    Declarations {
        fields,
        groups,
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

/// The fields that one of the groups writes out, as entries; `written` are those under `fields`.
fn entries_of(groups: &[Group], written: &[Entry]) -> Vec<Entry> {
    let items = || groups.iter().flat_map(|group| &group.fields);
    let fields = || {
        items().filter_map(|item| match item {
            Item::Field(field) if !field.ty.is_empty() && field.docs.is_some() => Some(field),
            _ => None,
        })
    };
    let alone = |name: &Text| {
        fields()
            .filter(|field| field.name.value == name.value)
            .count()
            == 1
    };
    fields()
        .filter(|field| {
            !written
                .iter()
                .any(|entry| entry.name.value == field.name.value)
        })
        .filter(|field| alone(&field.name))
        .map(|field| Entry {
            name: field.name.clone(),
            ty: field.ty.clone(),
            sent: field.docs.clone(),
            received: field.docs.clone(),
            is_of_group: true,
        })
        .collect()
}

fn error(name: Text, node: Node, problems: &mut Problems) -> Option<ErrorDecl> {
    if !matches!(node.value, Value::Map(_)) {
        let docs = text(node, "the docs of an error type", problems);
        let with = Vec::new();
        return Some(ErrorDecl { name, docs, with });
    }
    let mut object = Object::new(node, &format::ERROR, problems)?;
    let docs = object.required("docs", problems);
    let with = object.texts("with", problems).unwrap_or_default();
    object.finish(problems);
    Some(ErrorDecl { name, docs, with })
}

fn event(name: Text, node: Node, problems: &mut Problems) -> Option<EventDecl> {
    let mut object = Object::new(node, &format::EVENT, problems)?;
    let docs = object.required("docs", problems);
    let id = object.required("identified_by", problems);
    let model = object.required("object", problems);
    object.finish(problems);
    Some(EventDecl {
        name,
        docs,
        id,
        model,
    })
}

fn id(name: Text, node: Node, problems: &mut Problems) -> Option<IdDecl> {
    if matches!(node.value, Value::Map(_)) {
        let mut object = Object::new(node, &format::ID, problems)?;
        let docs = object.required("docs", problems);
        let from = object.texts("from", problems).unwrap_or_default();
        let sample = object.text("sample", problems);
        object.finish(problems);
        Some(IdDecl {
            name,
            docs,
            from,
            sample,
        })
    } else {
        Some(IdDecl {
            docs: text(node, "the docs of an id", problems),
            name,
            from: Vec::new(),
            sample: None,
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
    if wire.trim() != wire.value && !problems.is_reported(&wire.at) {
        problems.push(
            &wire.at,
            format!("spaces around the value `{}`", wire.value),
            format!("`{}`", wire.trim()),
        );
    }
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
