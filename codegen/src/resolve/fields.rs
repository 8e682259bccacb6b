//! Lists of fields: includes expanded, types bound.

use super::Place;
use super::Resolver;
use super::draft::Bound;
use super::scope::Home;
use crate::load::{FieldDecl, Group, Item, Text};

impl<'a> Resolver<'a, '_> {
    /// The fields of a list. One that is written out replaces an included one of the same name.
    pub(super) fn fields(&mut self, home: Home<'a>, items: &'a [Item]) -> Vec<Bound<'a>> {
        let mut expansion = Expansion {
            resolver: self,
            groups: Vec::new(),
            fields: Vec::new(),
        };
        expansion.items(home, items, None);
        expansion.fields
    }

    /// A field by itself.
    pub(super) fn field(
        &mut self,
        home: Home<'a>,
        decl: &'a FieldDecl,
        include: Option<&'a Text>,
    ) -> Bound<'a> {
        Bound {
            decl,
            include,
            ty: self.bind(home, &decl.ty),
            place: Place::Body,
        }
    }
}

struct Expansion<'r, 'a, 'p> {
    resolver: &'r mut Resolver<'a, 'p>,
    /// The groups that are being expanded, the outermost first.
    groups: Vec<&'a str>,
    fields: Vec<Bound<'a>>,
}

impl<'a> Expansion<'_, 'a, '_> {
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
        self.items(group_home, &group.fields, Some(outermost));
        self.groups.pop();
    }

    /// The group, or, if there is none, the nearest to it, so that one slip stays one problem.
    fn group(&mut self, home: Home<'a>, name: &Text) -> Option<(Home<'a>, &'a Group)> {
        let scope = &self.resolver.scope;
        let found = scope.group(home, name);
        if found.is_some() {
            return found;
        }
        let known: Vec<_> = scope
            .lookup(home)
            .into_iter()
            .flat_map(|home| &home.declarations().groups)
            .map(|group| group.name.value.as_str())
            .collect();
        let nearest = self.resolver.problems.push_name(
            &name.at,
            format!("unknown group `{}`", name.value),
            "the name of a group of this file or of a vocabulary",
            name,
            known,
        )?;
        self.resolver.scope.group(home, &nearest)
    }
}
