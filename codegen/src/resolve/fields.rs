//! Lists of fields: includes expanded, docs looked up, marks checked.

use std::collections::HashMap;

use super::scope::{Home, Scope, Usage};
use super::types::Table;
use super::{Direction, Field, Place};
use crate::load::{FieldDecl, Group, Item, Mark, Text};
use crate::naming;
use crate::problem::{At, Problems};

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
    /// The outermost include that brought it in.
    include: Option<&'a Text>,
}

impl<'a> Expanded<'a> {
    /// Where to point when the field is wrong in this place, though it may be right in others.
    pub(super) fn at(&self) -> &'a At {
        self.include.map_or(&self.decl.ty.at, |include| &include.at)
    }

    /// The same, for what is wrong with the name.
    fn name_at(&self) -> &'a At {
        self.include
            .map_or(&self.decl.name.at, |include| &include.at)
    }
}

/// Expands the includes. A field that is written out replaces an included one of the same name.
pub(super) fn expand<'a>(
    scope: &Scope<'a>,
    home: Home<'a>,
    items: &'a [Item],
    usage: &mut Usage,
    problems: &mut Problems,
) -> Vec<Expanded<'a>> {
    let mut expansion = Expansion {
        scope,
        groups: Vec::new(),
        fields: Vec::new(),
        usage,
        problems,
    };
    expansion.items(home, items, None);
    let Expansion { fields, .. } = expansion;
    let mut names: HashMap<String, Expanded<'a>> = HashMap::new();
    for field in &fields {
        let converted = naming::snake(&field.decl.name);
        match names.get(&converted) {
            Some(first) => problems.push(
                field.name_at(),
                format!(
                    "the field `{}`, which becomes `{converted}` in Rust",
                    field.decl.name.value
                ),
                format!(
                    "another name; the field `{}` at {} becomes the same",
                    first.decl.name.value, first.decl.name.at
                ),
            ),
            None => drop(names.insert(converted, *field)),
        }
    }
    fields
}

struct Expansion<'s, 'a> {
    scope: &'s Scope<'a>,
    /// The groups that are being expanded, the outermost first.
    groups: Vec<&'a str>,
    fields: Vec<Expanded<'a>>,
    usage: &'s mut Usage,
    problems: &'s mut Problems,
}

impl<'a> Expansion<'_, 'a> {
    fn items(&mut self, home: Home<'a>, items: &'a [Item], include: Option<&'a Text>) {
        for item in items {
            match item {
                Item::Field(decl) => self.field(Expanded {
                    decl,
                    home,
                    include,
                }),
                Item::Include(name) => self.include(home, name, include.unwrap_or(name)),
            }
        }
    }

    fn field(&mut self, field: Expanded<'a>) {
        let name = &field.decl.name;
        let Some(other) = self
            .fields
            .iter_mut()
            .find(|other| other.decl.name.value == name.value)
        else {
            self.fields.push(field);
            return;
        };
        match (other.include, field.include) {
            // Written out after the include, or before it.
            (Some(_), None) => *other = field,
            (None, Some(_)) => {}
            _ => self.problems.push(
                field.name_at(),
                format!("the field `{}` for the second time", name.value),
                format!("it once; the first is at {}", other.decl.name.at),
            ),
        }
    }

    fn include(&mut self, home: Home<'a>, name: &'a Text, outermost: &'a Text) {
        let Some((group_home, group)) = self.group(home, name) else {
            return;
        };
        self.usage.mark(&group.name);
        if self.groups.contains(&group.name.value.as_str()) {
            self.problems.push(
                &name.at,
                format!("the group `{}` inside itself", name.value),
                "groups that do not include each other in a circle",
            );
            return;
        }
        self.groups.push(&group.name.value);
        self.items(group_home, &group.fields, Some(outermost));
        self.groups.pop();
    }

    /// The group, or, if there is none, the nearest to it, so that one slip stays one problem.
    fn group(&mut self, home: Home<'a>, name: &Text) -> Option<(Home<'a>, &'a Group)> {
        let found = self.scope.group(home, name);
        if found.is_some() {
            return found;
        }
        let known: Vec<_> = self
            .scope
            .lookup(home)
            .into_iter()
            .flat_map(|home| &home.declarations().groups)
            .map(|group| group.name.value.as_str())
            .collect();
        let nearest = self.problems.push_name(
            &name.at,
            format!("unknown group `{}`", name.value),
            "the name of a group of this file or of a vocabulary",
            name,
            known,
        )?;
        self.scope.group(home, &nearest)
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
    for Expanded { decl, home, .. } in expanded {
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
    for (expanded, field) in expanded.iter().zip(fields) {
        check_mark(expanded, side, problems);
        check_name(expanded, side, problems);
        field.docs = docs(scope, home, expanded.decl, side, usage, problems);
    }
}

fn check_mark(field: &Expanded<'_>, side: Side, problems: &mut Problems) {
    let name = &field.decl.name.value;
    if field.decl.ty.is_empty() || field.decl.ty.ends_with(['!', '?']) {
        // Reported already.
        return;
    }
    match (side, field.decl.mark) {
        (Side::Sent, Mark::Optional) => problems.push(
            field.at(),
            format!("the mark `?` on `{name}`, which is only sent"),
            "`!` for a required field, no mark for an optional one",
        ),
        (Side::Received, Mark::Required) => problems.push(
            field.at(),
            format!("the mark `!` on `{name}`, which is only received"),
            "`?` for a field that may be missing, no mark for one that is expected",
        ),
        (Side::Both, Mark::None) => problems.push(
            field.at(),
            format!("no mark on `{name}`, which is sent and received"),
            "`!` if it is needed when sent, `?` if it may be left out",
        ),
        _ => {}
    }
}

/// An optional field that is sent becomes a setter, beside what a request has anyway.
fn check_name(field: &Expanded<'_>, side: Side, problems: &mut Problems) {
    let name = naming::snake(&field.decl.name);
    if side != Side::Received
        && field.decl.mark != Mark::Required
        && ["default", "new"].contains(&name.as_str())
    {
        problems.push(
            field.name_at(),
            format!(
                "the optional field `{}` in what is sent",
                field.decl.name.value
            ),
            "a name that generated code does not use itself",
        );
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
    if decl.ty.is_empty() {
        return String::new();
    }
    let Some(entry) = scope.entry(home, name) else {
        problems.push(
            &decl.name.at,
            format!("the field `{name}` without docs"),
            "`docs` here, or an entry under `fields` in this file or in a vocabulary",
        );
        return String::new();
    };
    usage.mark(&entry.name);
    if entry.ty.value != decl.ty.value && !entry.ty.is_empty() && !problems.is_reported(&decl.ty.at)
    {
        problems.push(
            &decl.ty.at,
            format!(
                "the type `{}` for `{name}`, with docs written for `{}`",
                decl.ty.value, entry.ty.value
            ),
            format!("the type of the entry at {}, or docs here", entry.name.at),
        );
    }
    if entry.sent.is_none() && entry.received.is_none() {
        return String::new();
    }
    let (docs, key) = match side {
        Side::Sent => (&entry.sent, "sent"),
        Side::Received | Side::Both => (&entry.received, "received"),
    };
    match docs {
        Some(docs) => {
            usage.mark(docs);
            docs.value.clone()
        }
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
