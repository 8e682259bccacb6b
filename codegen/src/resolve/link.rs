//! Links: where each field of an address goes.

use super::draft::{Bound, MethodDraft, TypeDraft};
use super::method::in_path;
use super::scope::Home;
use super::types::Table;
use super::{Link, Place, Resolver, Type};
use crate::load;
use crate::problem::Problems;

/// A link whose fields are bound.
pub(super) struct LinkDraft<'a> {
    pub(super) written: &'a load::Link,
    pub(super) method: MethodDraft<'a>,
}

impl<'a> Resolver<'a, '_> {
    /// Binds what a link takes.
    pub(super) fn link(
        &mut self,
        resource: &'a load::Resource,
        written: &'a load::Link,
    ) -> LinkDraft<'a> {
        let home = Home::Resource(resource);
        let method = &written.method;
        let mut request = self.request(home, method);
        if !self.problems.is_reported(&method.path.at) {
            let sees_all = self.scope.sees_all(home);
            in_path(method, &mut request, sees_all, &self.table, self.problems);
            in_query(written, &mut request, &self.table, self.problems);
            if sees_all {
                prefixes(written, &request, self.problems);
            }
        }
        LinkDraft {
            written,
            method: MethodDraft {
                resource,
                written: method,
                request,
                response: Vec::new(),
            },
        }
    }

    /// The link, complete.
    pub(super) fn finish_link(&mut self, link: LinkDraft<'a>, types: &[TypeDraft<'a>]) -> Link {
        let LinkDraft { written, method } = link;
        Link {
            method: self.finish_method(method, types),
            is_page: written.is_page,
            fixed: written.fixed.clone(),
            prefixes: written
                .prefixes
                .iter()
                .map(|(field, prefix)| (field.value.clone(), prefix.clone()))
                .collect(),
        }
    }
}

/// Sends all fields that do not stand in the path to the query.
fn in_query(
    link: &load::Link,
    request: &mut [Bound<'_>],
    table: &Table<'_>,
    problems: &mut Problems,
) {
    let name = &link.method.name.value;
    for field in request
        .iter_mut()
        .filter(|field| field.place == Place::Body)
    {
        field.place = Place::Query;
        if problems.is_reported(&field.written.at) {
            continue;
        }
        if link.fixed.iter().any(|(fixed, _)| fixed == field.name()) {
            problems.push(
                field.name_at(),
                format!(
                    "the field `{}`, which the address of `{name}` has already",
                    field.name()
                ),
                "it in one of the two places",
            );
        }
        let is_prefixed = || {
            let mut prefixes = link.prefixes.iter();
            prefixes.any(|(known, _)| known.value == field.name())
        };
        let expected = match &field.ty {
            Type::Bool | Type::Int32 | Type::Uint32 | Type::Timestamp | Type::Secret => continue,
            Type::String | Type::Named(_) if table.is_text(&field.ty) => continue,
            Type::List(inner) if **inner == Type::String => continue,
            Type::Map(inner) if **inner == Type::String && is_prefixed() => continue,
            Type::Map(inner) if **inner == Type::String => {
                "an entry under `prefixed` for what the names of its parameters begin with"
            }
            _ => "a single value, `list<string>` or `map<string>`",
        };
        problems.push(
            field.at(),
            format!(
                "the type `{}` for `{}`, which stands in the query of the link `{name}`",
                field.written.value,
                field.name()
            ),
            expected,
        );
    }
}

/// Reports prefixes for what is no map.
fn prefixes(link: &load::Link, request: &[Bound<'_>], problems: &mut Problems) {
    for (name, _) in &link.prefixes {
        let is_map = |field: &Bound<'_>| {
            let is_known = !problems.is_reported(&field.written.at);
            field.name() == name.value && (matches!(field.ty, Type::Map(_)) || !is_known)
        };
        if !request.iter().any(is_map) {
            let maps = request.iter();
            let maps = maps.filter(|field| matches!(field.ty, Type::Map(_)));
            problems.push_name(
                &name.at,
                format!("`{}` among the `prefixed` of a link", name.value),
                "a field of the request that is a map",
                name,
                maps.map(Bound::name),
            );
        }
    }
}
