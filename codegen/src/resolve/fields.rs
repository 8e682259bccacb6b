//! Lists of fields: includes expanded, types bound.

use super::Place;
use super::Resolver;
use super::draft::Bound;
use super::scope::Home;
use crate::load::{FieldDecl, Group, Item, Text};

impl<'a> Resolver<'a, '_> {
    /// The fields of a list. One that is written out replaces an included one of the same name.
    pub(super) fn fields(&mut self, home: Home<'a>, items: &'a [Item]) -> Vec<Bound<'a>> {
        let mut expansion = Expansion::new(self);
        expansion.items(home, items, None);
        expansion.fields
    }

    /// The fields of a response: first those of the groups that every response has, unless it says
    /// itself where they stand.
    pub(super) fn response(&mut self, home: Home<'a>, items: &'a [Item]) -> Vec<Bound<'a>> {
        let common: Vec<_> = self
            .scope
            .vocabularies(home)
            .flat_map(|vocabulary| &vocabulary.response)
            .collect();
        let mut written = Expansion::new(self);
        written.items(home, items, None);
        let Expansion { fields, seen, .. } = written;
        let mut all = Expansion::new(self);
        for name in common {
            if all.resolver.scope.group(home, name).is_none() {
                all.group(home, name);
            } else if !seen.contains(&name.value.as_str()) {
                all.include(home, name, name);
            }
        }
        for field in fields {
            all.add(field);
        }
        all.fields
    }

    /// The request fields that stand in the path, as far as it takes no more than their names to say
    /// what they are; first, unless the request says itself where they stand.
    pub(super) fn request(
        &mut self,
        home: Home<'a>,
        method: &'a crate::load::Method,
    ) -> Vec<Bound<'a>> {
        let written = self.fields(home, &method.request);
        let mut fields = Vec::new();
        for decl in &method.in_path {
            let is_written = written.iter().any(|field| field.name() == decl.name.value);
            if !is_written && self.scope.entry(home, &decl.name).is_some() {
                fields.push(self.field(home, decl, None));
            }
        }
        fields.extend(written);
        fields
    }

    /// A field by itself.
    pub(super) fn field(
        &mut self,
        home: Home<'a>,
        decl: &'a FieldDecl,
        include: Option<&'a Text>,
    ) -> Bound<'a> {
        let (home, written) = self.written(home, decl);
        Bound {
            decl,
            include,
            written,
            ty: self.bind(home, written),
            place: Place::Body,
        }
    }

    /// The type of a field as it is written, and where: with the field, or in the entry of its name.
    fn written(&mut self, home: Home<'a>, decl: &'a FieldDecl) -> (Home<'a>, &'a Text) {
        let is_marked_twice = decl.name.ends_with(['!', '?']);
        if !decl.ty.is_empty() || is_marked_twice || self.problems.is_reported(&decl.ty.at) {
            return (home, &decl.ty);
        }
        let name = &decl.name;
        if let Some((home, entry)) = self.scope.entry(home, name) {
            self.usage.mark(&entry.name);
            return (home, &entry.ty);
        }
        if !self.scope.sees_all(home) {
            self.problems.excuse(&decl.ty.at);
            return (home, &decl.ty);
        }
        let known: Vec<_> = self
            .scope
            .lookup(home)
            .into_iter()
            .flat_map(|home| &home.declarations().fields)
            .map(|entry| entry.name.value.as_str())
            .collect();
        self.problems.push_name(
            &name.at,
            format!("the field `{}` without a type", name.value),
            "a type, or an entry under `fields` in this file or in a vocabulary",
            name,
            known,
        );
        (home, &decl.ty)
    }
}

struct Expansion<'r, 'a, 'p> {
    resolver: &'r mut Resolver<'a, 'p>,
    /// The groups that are being expanded, the outermost first.
    groups: Vec<&'a str>,
    /// All groups that were expanded.
    seen: Vec<&'a str>,
    fields: Vec<Bound<'a>>,
}

impl<'r, 'a, 'p> Expansion<'r, 'a, 'p> {
    fn new(resolver: &'r mut Resolver<'a, 'p>) -> Self {
        Self {
            resolver,
            groups: Vec::new(),
            seen: Vec::new(),
            fields: Vec::new(),
        }
    }

    fn items(&mut self, home: Home<'a>, items: &'a [Item], include: Option<&'a Text>) {
        for item in items {
            match item {
                Item::Field(decl) => {
                    let field = self.resolver.field(home, decl, include);
                    self.add(field);
                }
                Item::Include(name) => self.include(home, name, include.unwrap_or(name)),
            }
        }
    }

    fn add(&mut self, field: Bound<'a>) {
        let Some(other) = self
            .fields
            .iter_mut()
            .find(|other| other.name() == field.name())
        else {
            self.fields.push(field);
            return;
        };
        match (other.include, field.include) {
            // Written out after the include, or before it.
            (Some(_), None) => *other = field,
            (None, Some(_)) => {}
            _ => self.resolver.problems.push(
                field.name_at(),
                format!("the field `{}` for the second time", field.name()),
                format!("it once; the first is at {}", other.decl.name.at),
            ),
        }
    }

    fn include(&mut self, home: Home<'a>, name: &'a Text, outermost: &'a Text) {
        let Some((group_home, group)) = self.group(home, name) else {
            return;
        };
        self.resolver.usage.mark(&group.name);
        if self.groups.contains(&group.name.value.as_str()) {
            self.resolver.problems.push(
                &name.at,
                format!("the group `{}` inside itself", name.value),
                "groups that do not include each other in a circle",
            );
            return;
        }
        self.groups.push(&group.name.value);
        self.seen.push(&group.name.value);
        self.items(group_home, &group.fields, Some(outermost));
        self.groups.pop();
    }

    /// The group, or, if there is none, the nearest to it, so that one slip stays one problem.
    fn group(&mut self, home: Home<'a>, name: &Text) -> Option<(Home<'a>, &'a Group)> {
        let scope = &self.resolver.scope;
        let found = scope.group(home, name);
        if found.is_some() || !scope.sees_all(home) {
            return found;
        }
        let known: Vec<_> = scope
            .lookup(home)
            .into_iter()
            .flat_map(|home| &home.declarations().groups)
            .map(|group| group.name.value.as_str())
            .collect();
        let nearest = self.resolver.problems.push_unknown(
            &name.at,
            format!("unknown group `{}`", name.value),
            "the name of a group of this file or of a vocabulary",
            name,
            known,
        )?;
        self.resolver.scope.group(home, &nearest)
    }
}
