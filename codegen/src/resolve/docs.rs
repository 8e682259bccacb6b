//! Docs of fields, and whether their marks fit, now that it is known which way each travels.

use super::draft::Bound;
use super::scope::Home;
use super::{Field, Resolver, Role};
use crate::load::Mark;

impl<'a> Resolver<'a, '_> {
    /// The fields of a list in `home`, complete. If it is not certain that `role` is all, nothing is
    /// said about what another direction would change.
    pub(super) fn finish(
        &mut self,
        home: Home<'a>,
        fields: Vec<Bound<'a>>,
        role: Role,
        is_certain: bool,
    ) -> Vec<Field> {
        let mut finished = Vec::with_capacity(fields.len());
        for field in fields {
            if is_certain {
                self.check_mark(&field, role);
            }
            finished.push(Field {
                wire: field.decl.name.value.clone(),
                docs: self.docs(home, &field, role, is_certain),
                required: field.decl.mark == Mark::Required,
                optional: field.decl.mark == Mark::Optional,
                deprecated: field
                    .decl
                    .deprecated
                    .as_ref()
                    .map(|text| text.value.clone()),
                place: field.place,
                at: field.name_at().clone(),
                declared_at: field.decl.name.at.clone(),
                ty: field.ty,
            });
        }
        finished
    }

    fn check_mark(&mut self, field: &Bound<'_>, role: Role) {
        let name = field.name();
        if field.written.is_empty() || field.written.ends_with(['!', '?']) {
            // Reported already.
            return;
        }
        match (role, field.decl.mark) {
            (Role::Sent, Mark::Optional) => self.problems.push(
                field.at(),
                format!("the mark `?` on `{name}`, which is only sent"),
                "`!` for a required field, no mark for an optional one",
            ),
            (Role::Received, Mark::Required) => self.problems.push(
                field.at(),
                format!("the mark `!` on `{name}`, which is only received"),
                "`?` for a field that may be missing, no mark for one that is expected",
            ),
            (Role::Both, Mark::None) => self.problems.push(
                field.at(),
                format!("no mark on `{name}`, which is sent and received"),
                "`!` if it is needed when sent, `?` if it may be left out",
            ),
            _ => {}
        }
    }

    /// The docs of a field: its own, or those of the nearest entry under its name.
    pub(super) fn docs(
        &mut self,
        home: Home<'a>,
        field: &Bound<'a>,
        role: Role,
        is_certain: bool,
    ) -> String {
        let decl = field.decl;
        if let Some(docs) = &decl.docs {
            return docs.value.clone();
        }
        let name = &decl.name.value;
        if field.written.is_empty() || !self.scope.sees_all(home) {
            return String::new();
        }
        let Some((_, entry)) = self.scope.entry(home, name) else {
            self.problems.push(
                &decl.name.at,
                format!("the field `{name}` without docs"),
                "`docs` here, or an entry under `fields` in this file or in a vocabulary",
            );
            return String::new();
        };
        self.usage.mark(&entry.name);
        if entry.ty.value != field.written.value
            && !entry.ty.is_empty()
            && !self.problems.is_reported(&decl.ty.at)
        {
            self.problems.push(
                &decl.ty.at,
                format!(
                    "the type `{}` for `{name}`, with docs written for `{}`",
                    field.written.value, entry.ty.value
                ),
                format!("the type of the entry at {}, or docs here", entry.name.at),
            );
        }
        if entry.sent.is_none() && entry.received.is_none() {
            return String::new();
        }
        let (docs, key) = match role {
            Role::Sent => (&entry.sent, "sent"),
            Role::Received | Role::Both => (&entry.received, "received"),
        };
        let Some(docs) = docs else {
            if role == Role::Sent && !is_certain {
                return String::new();
            }
            self.problems.push(
                &decl.name.at,
                format!("docs of `{name}` for the other direction only"),
                format!("`{key}` in the entry at {}, or docs here", entry.name.at),
            );
            return String::new();
        };
        self.usage.mark(docs);
        docs.value.clone()
    }
}
