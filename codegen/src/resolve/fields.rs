//! Lists of fields: includes expanded, docs looked up, marks checked.

use super::scope::{Home, Scope, Usage};
use super::types::Table;
use super::{Direction, Field, Place};
use crate::load::{FieldDecl, Item, Mark};
use crate::problem::Problems;

/// The way that a list of fields travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Sent,
    Received,
    Both,
}

impl Side {
    pub(super) fn of(direction: Direction) -> Self {
        match (direction.sent, direction.received) {
            (true, true) => Self::Both,
            (true, false) => Self::Sent,
            (false, _) => Self::Received,
        }
    }
}

/// A field after the includes are expanded, and the file that its type name belongs to.
#[derive(Clone, Copy)]
pub(super) struct Expanded<'a> {
    pub(super) decl: &'a FieldDecl,
    home: Home<'a>,
}

/// Expands the includes. A field that is written out replaces an included one of the same name.
pub(super) fn expand<'a>(
    scope: &Scope<'a>,
    home: Home<'a>,
    items: &'a [Item],
    usage: &mut Usage,
    problems: &mut Problems,
) -> Vec<Expanded<'a>> {
    let mut fields: Vec<(Expanded<'a>, bool)> = Vec::new();
    let mut groups = Vec::new();
    collect(scope, home, items, false, &mut groups, &mut fields, usage, problems);
    fields.into_iter().map(|(field, _)| field).collect()
}

#[allow(clippy::too_many_arguments, reason = "one recursion over what the caller owns")]
fn collect<'a>(
    scope: &Scope<'a>,
    home: Home<'a>,
    items: &'a [Item],
    included: bool,
    groups: &mut Vec<&'a str>,
    fields: &mut Vec<(Expanded<'a>, bool)>,
    usage: &mut Usage,
    problems: &mut Problems,
) {
    for item in items {
        match item {
            Item::Field(decl) => {
                let field = (Expanded { decl, home }, included);
                match fields.iter_mut().find(|(other, _)| other.decl.name.value == decl.name.value) {
                    // An override: written out after the include, or before it.
                    Some(other) if other.1 && !included => *other = field,
                    Some(other) if !other.1 && included => {}
                    Some((other, _)) => problems.push(
                        &decl.name.at,
                        format!("the field `{}` for the second time", decl.name.value),
                        format!("it once; the first is at {}", other.decl.name.at),
                    ),
                    None => fields.push(field),
                }
            }
            Item::Include(name) => match scope.group(home, name) {
                Some((group_home, group)) => {
                    usage.mark(&group.name);
                    if groups.contains(&group.name.value.as_str()) {
                        problems.push(
                            &name.at,
                            format!("the group `{}` inside itself", name.value),
                            "groups that do not include each other in a circle",
                        );
                        continue;
                    }
                    groups.push(&group.name.value);
                    collect(scope, group_home, &group.fields, true, groups, fields, usage, problems);
                    groups.pop();
                }
                None => {
                    let known: Vec<_> = scope
                        .lookup(home)
                        .into_iter()
                        .flat_map(|home| &home.declarations().groups)
                        .map(|group| group.name.value.as_str())
                        .collect();
                    problems.push_name(
                        &name.at,
                        format!("unknown group `{}`", name.value),
                        "the name of a group of this file or of a vocabulary",
                        name,
                        known,
                    );
                }
            },
        }
    }
}

/// Binds the types; docs and marks come with [`finish`].
pub(super) fn bind_types<'a>(
    scope: &Scope<'a>,
    expanded: &[Expanded<'a>],
    table: &mut Table<'a>,
    usage: &mut Usage,
    problems: &mut Problems,
) -> Vec<Field> {
    let mut fields = Vec::new();
    for Expanded { decl, home } in expanded {
        fields.push(Field {
            wire: decl.name.value.clone(),
            ty: table.bind(scope, *home, &decl.ty, usage, problems),
            required: decl.mark == Mark::Required,
            optional: decl.mark == Mark::Optional,
            docs: String::new(),
            deprecated: decl.deprecated.as_ref().map(|text| text.value.clone()),
            place: Place::Body,
        });
    }
    fields
}

/// Adds the docs and checks the marks, now that the direction is known.
pub(super) fn finish<'a>(
    scope: &Scope<'a>,
    home: Home<'a>,
    expanded: &[Expanded<'a>],
    fields: &mut [Field],
    side: Side,
    usage: &mut Usage,
    problems: &mut Problems,
) {
    for (Expanded { decl, .. }, field) in expanded.iter().zip(fields) {
        check_mark(decl, side, problems);
        field.docs = docs(scope, home, decl, side, usage, problems);
    }
}

fn check_mark(decl: &FieldDecl, side: Side, problems: &mut Problems) {
    let name = &decl.name.value;
    match (side, decl.mark) {
        (Side::Sent, Mark::Optional) => problems.push(
            &decl.ty.at,
            format!("the mark `?` on `{name}`, which is only sent"),
            "`!` for a required field, no mark for an optional one",
        ),
        (Side::Received, Mark::Required) => problems.push(
            &decl.ty.at,
            format!("the mark `!` on `{name}`, which is only received"),
            "`?` for a field that may be missing, no mark for one that is expected",
        ),
        (Side::Both, Mark::None) => problems.push(
            &decl.ty.at,
            format!("no mark on `{name}`, which is sent and received"),
            "`!` if it is needed when sent, `?` if it may be left out",
        ),
        _ => {}
    }
}

/// The docs of a field: its own, or those of the nearest entry under its name.
pub(super) fn docs<'a>(
    scope: &Scope<'a>,
    home: Home<'a>,
    decl: &FieldDecl,
    side: Side,
    usage: &mut Usage,
    problems: &mut Problems,
) -> String {
    if let Some(docs) = &decl.docs {
        return docs.value.clone();
    }
    let name = &decl.name.value;
    let Some(entry) = scope.entry(home, name) else {
        problems.push(
            &decl.name.at,
            format!("the field `{name}` without docs"),
            "`docs` here, or an entry under `fields` in this file or in a vocabulary",
        );
        return String::new();
    };
    usage.mark(&entry.name);
    if entry.ty.value != decl.ty.value {
        problems.push(
            &decl.ty.at,
            format!("`{name}` as `{}`, with docs written for `{}`", decl.ty.value, entry.ty.value),
            format!("the type of the entry at {}, or docs of its own", entry.name.at),
        );
    }
    let (docs, key) = match side {
        Side::Sent => (&entry.sent, "sent"),
        Side::Received | Side::Both => (&entry.received, "received"),
    };
    match docs {
        Some(docs) => docs.value.clone(),
        None => {
            problems.push(
                &decl.name.at,
                format!("docs of `{name}` for the other direction only"),
                format!("`{key}` in the entry at {}, or docs here", entry.name.at),
            );
            String::new()
        }
    }
}
