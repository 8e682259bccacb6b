//! Fields, in lists and as entries of `fields`.

use super::node::{Node, Text, Value};
use super::object::{Object, some_entries, text, texts};
use super::syntax::*;
use crate::format::{ENTRY, FIELD, INCLUDE};
use crate::problem::Problems;

pub(super) fn entry(name: Text, node: Node, problems: &mut Problems) -> Option<Entry> {
    if !matches!(node.value, Value::Map(_)) {
        let line = text(
            node,
            &format!("the type and docs of the field `{}`", name.value),
            problems,
        );
        let (ty, docs) = type_and_docs(line, problems);
        let ty = unmarked(ty, problems);
        if docs.is_none() && !ty.is_empty() {
            problems.push(
                &ty.at,
                format!("only `{}` for an entry of `fields`", ty.value),
                "the type, then the docs",
            );
        }
        return Some(Entry {
            name,
            ty,
            sent: docs.clone(),
            received: docs,
            is_of_group: false,
        });
    }
    let mut object = Object::new(node, &ENTRY, problems)?;
    let (ty, more) = alone(object.required("type", problems), problems);
    let ty = unmarked(ty, problems);
    if more.is_some() {
        object.stands_elsewhere("docs");
    }
    let docs = object.text("docs", problems).or(more);
    let sent = object.text("sent", problems);
    let received = object.text("received", problems);
    object.finish(problems);
    let (sent, received) = if docs.is_some() {
        (docs.clone(), docs)
    } else {
        (sent, received)
    };
    Some(Entry {
        name,
        ty,
        sent,
        received,
        is_of_group: false,
    })
}

/// What a request or a response consists of: groups alone, or a list of fields.
pub(super) fn body(node: Node, what: &str, problems: &mut Problems) -> Vec<Item> {
    match &node.value {
        Value::List(items) if items.iter().any(|item| matches!(item.value, Value::Map(_))) => {
            problems.lose(&node.at.file);
            problems.push(
                &node.at,
                format!("a list of fields for {what}"),
                "a map: each field as `name: type docs` on a line of its own, without `-`",
            );
            Vec::new()
        }
        Value::Text(text) if text.contains(':') => {
            problems.lose(&node.at.file);
            problems.push(
                &node.at,
                format!("a text with a colon for {what}"),
                "a space behind the colon of each field: `name: type docs`",
            );
            Vec::new()
        }
        Value::Text(_) | Value::List(_) => includes(node, what, problems),
        _ => items(node, what, problems),
    }
}

fn includes(node: Node, what: &str, problems: &mut Problems) -> Vec<Item> {
    let names = texts(node, what, "names of groups", problems);
    names.into_iter().map(Item::Include).collect()
}

/// A list of fields and includes, in the order of the file.
pub(super) fn items(node: Node, what: &str, problems: &mut Problems) -> Vec<Item> {
    let what = format!("the fields of {what}");
    let mut items = Vec::new();
    for (name, node) in some_entries(node, &what, problems).unwrap_or_default() {
        if name.value == INCLUDE.name && !matches!(node.value, Value::Map(_)) {
            items.extend(includes(node, "`include`", problems));
        } else {
            items.extend(field(name, node, problems).map(|field| Item::Field(Box::new(field))));
        }
    }
    items
}

pub(super) fn field(name: Text, node: Node, problems: &mut Problems) -> Option<FieldDecl> {
    let name = tight(name, problems);
    if matches!(node.value, Value::Null) {
        return Some(bare(&name));
    }
    if split_mark(&name).1 != Mark::None {
        problems.push(
            &name.at,
            format!(
                "a mark on the name `{}`, and something behind it",
                name.value
            ),
            "the name with its mark alone, or the mark behind the type",
        );
    }
    let name = bare(&name).name;
    let (ty, docs, deprecated) = if matches!(node.value, Value::Map(_)) {
        let mut object = Object::new(node, &FIELD, problems)?;
        let (ty, more) = alone(object.required("type", problems), problems);
        let docs = object.text("docs", problems).or(more);
        let deprecated = object.text("deprecated", problems);
        object.finish(problems);
        (ty, docs, deprecated)
    } else {
        let line = text(
            node,
            &format!("the type of the field `{}`", name.value),
            problems,
        );
        let (ty, docs) = type_and_docs(line, problems);
        let (ty, docs) = mark_apart(ty, docs, problems);
        (ty, docs, None)
    };
    let (bare, mark) = split_mark(&ty);
    Some(FieldDecl {
        name,
        mark,
        ty: Text {
            value: bare.to_owned(),
            at: ty.at,
        },
        docs,
        deprecated,
    })
}

/// A field that is a name with a mark, and takes the rest from the entry of its name.
pub(super) fn bare(marked: &Text) -> FieldDecl {
    let (name, mark) = split_mark(marked);
    let text = |value: &str| Text {
        value: value.to_owned(),
        at: marked.at.clone(),
    };
    FieldDecl {
        name: text(name),
        ty: text(""),
        mark,
        docs: None,
        deprecated: None,
    }
}

/// What stands in front of a mark, and the mark.
fn split_mark(text: &str) -> (&str, Mark) {
    match (text.strip_suffix('!'), text.strip_suffix('?')) {
        (Some(bare), _) => (bare, Mark::Required),
        (_, Some(bare)) => (bare, Mark::Optional),
        _ => (text, Mark::None),
    }
}

/// An entry of `fields` speaks for fields with any mark.
fn unmarked(ty: Text, problems: &mut Problems) -> Text {
    let (bare, mark) = split_mark(&ty);
    if mark != Mark::None && !problems.is_reported(&ty.at) {
        problems.push(
            &ty.at,
            format!("the mark on `{}` in an entry of `fields`", ty.value),
            "the type without a mark: each field has its own",
        );
    }
    Text {
        value: bare.to_owned(),
        at: ty.at,
    }
}

/// In the long form, docs have a key of their own.
fn alone(ty: Text, problems: &mut Problems) -> (Text, Option<Text>) {
    let (ty, docs) = type_and_docs(ty, problems);
    let (ty, docs) = mark_apart(ty, docs, problems);
    if docs.is_some() {
        problems.push(
            &ty.at,
            format!("docs behind the type `{}` for `type`", ty.value),
            "the type alone; docs go under `docs`",
        );
    }
    (ty, docs)
}

const MARKS: [char; 2] = ['!', '?'];

/// A name with its mark, without spaces between them.
fn tight(name: Text, problems: &mut Problems) -> Text {
    let (bare, _) = split_mark(&name);
    let Some(mark) = name.value.strip_prefix(bare) else {
        return name;
    };
    let value = format!("{}{mark}", bare.trim_end());
    if value != name.value {
        problems.push(
            &name.at,
            format!("a space in front of the mark in `{}`", name.value),
            format!("`{value}`, with the mark right behind the name"),
        );
    }
    Text { value, at: name.at }
}

/// A mark that stands by itself where the docs begin goes with the type.
fn mark_apart(ty: Text, docs: Option<Text>, problems: &mut Problems) -> (Text, Option<Text>) {
    let begins = docs.as_ref().filter(|docs| docs.starts_with(MARKS));
    let Some(text) = begins.filter(|_| !ty.ends_with(MARKS)) else {
        return (ty, docs);
    };
    let (mark, rest) = text.split_at(1);
    let marked = Text {
        value: format!("{}{mark}", ty.value),
        at: ty.at,
    };
    problems.push(
        &marked.at,
        format!("a space in front of the mark in `{} {mark}`", ty.value),
        format!("`{}`, with the mark right behind the type", marked.value),
    );
    let docs = Text {
        value: rest.trim_start().to_owned(),
        at: text.at.clone(),
    };
    (marked, Some(docs).filter(|docs| !docs.is_empty()))
}

/// The short form of a field: its type, then, on the same line, its docs.
fn type_and_docs(line: Text, problems: &mut Problems) -> (Text, Option<Text>) {
    let (written, docs) = match loose(&line) {
        Some(end) => line.split_at(end),
        None => line.split_once(char::is_whitespace).unwrap_or((&line, "")),
    };
    let ty = compact(written);
    if ty != written {
        let expected = if written.contains(',') {
            format!("`{ty}`: the keys of a map are texts, and only its values have a type")
        } else {
            format!("`{ty}`, without spaces")
        };
        problems.push(&line.at, format!("the type `{written}`"), expected);
    }
    let text = |value: String| Text {
        value,
        at: line.at.clone(),
    };
    let docs = Some(docs.trim()).filter(|docs| !docs.is_empty());
    (text(ty), docs.map(|docs| text(docs.to_owned())))
}

/// Where a type ends that has spaces around its brackets or commas; `None` if it has none.
fn loose(line: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut end = line.len();
    for (place, letter) in line.char_indices() {
        let before = line.get(..place)?.trim_end();
        let after = line.get(place..)?.trim_start();
        match letter {
            '<' => depth += 1,
            '>' => depth = depth.checked_sub(1)?,
            _ if !letter.is_whitespace() => {}
            _ if depth == 0 && !(["list", "map"].contains(&before) && after.starts_with('<')) => {
                end = place;
                break;
            }
            // A space between two words belongs to docs, behind a bracket that was not closed.
            _ if !before.ends_with(['<', '>', ',']) && !after.starts_with(['<', '>', ',']) => {
                return None;
            }
            _ => {}
        }
    }
    (depth == 0).then_some(end)
}

/// The type without spaces, and without a type for the keys of a map.
fn compact(ty: &str) -> String {
    let mut compact: String = ty
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    while let Some(comma) = compact.find(',') {
        let Some(bracket) = compact.get(..comma).and_then(|keys| keys.rfind("map<")) else {
            break;
        };
        compact.replace_range(bracket + "map<".len()..=comma, "");
    }
    compact
}
