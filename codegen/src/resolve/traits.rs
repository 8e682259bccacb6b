//! The traits of a method: where they may stand, and what they lead to.

use super::direction::model;
use super::draft::{Bound, MethodDraft, TypeDraft};
use super::{CUSTOM_CLAIMS, Proof, Resolver, Step, Type, Way};
use crate::load::{Folder, Mark, Page, Text, Traits, Verb};

impl<'a> Resolver<'a, '_> {
    /// The traits of a method, bound.
    pub(super) fn traits(
        &mut self,
        method: &MethodDraft<'a>,
        types: &[TypeDraft<'a>],
    ) -> Traits<Way, Proof> {
        let name = &method.written.name;
        let Traits {
            member_session,
            fraud,
            repeatable,
            claims,
            proof,
            page,
        } = &method.written.traits;
        if *repeatable && method.written.verb != Verb::Post {
            self.problems.push(
                &name.at,
                format!("`retry: safe` on `{}`, which is not a POST", name.value),
                "no `retry`: a GET can be repeated anyway, a PUT or DELETE never is",
            );
        }
        if member_session.is_some() && self.scope.folder != Folder::B2b {
            self.problems.push(
                &name.at,
                format!(
                    "`member_session` on `{}`, a method of the {} client",
                    name.value, self.scope.client
                ),
                "no `member_session`: only B2B has members",
            );
        }
        for (field, _) in member_session.iter().flat_map(|session| &session.fields) {
            if !method
                .request
                .iter()
                .any(|known| known.name() == field.value)
            {
                self.problems.push_name(
                    &field.at,
                    format!("`{}` among the `fields` of `member_session`", field.value),
                    "a field of the request",
                    field,
                    method.request.iter().map(Bound::name),
                );
            }
        }
        Traits {
            member_session: member_session.clone(),
            fraud: *fraud,
            repeatable: *repeatable,
            claims: claims
                .as_ref()
                .and_then(|way| self.claims(method, types, way)),
            proof: proof
                .as_ref()
                .and_then(|written| self.proof(method, types, written)),
            page: page
                .as_ref()
                .and_then(|page| self.page(method, types, page)),
        }
    }

    fn page(
        &mut self,
        method: &MethodDraft<'a>,
        types: &[TypeDraft<'a>],
        page: &Page,
    ) -> Option<Page<Way>> {
        let takes_cursor = method.request.iter().any(|field| {
            field.name() == Page::<Way>::PARAMETER
                && field.ty == Type::String
                && field.decl.mark != Mark::Required
        });
        if !takes_cursor {
            self.problems.push(
                &page.at,
                format!(
                    "`page` on `{}`, which takes no `cursor`",
                    method.written.name.value
                ),
                "an optional request field `cursor: string`",
            );
        }
        let items = self.way(method, types, &page.items, [&*page.items.value], "items");
        if !ends_with(items.as_ref(), |ty| matches!(ty, Type::List(_))) {
            self.problems.push(
                &page.items.at,
                format!("`{}` for `items`", page.items.value),
                "a response field that is a list",
            );
        }
        let cursor = self.way(
            method,
            types,
            &page.cursor,
            page.cursor.split('.'),
            "cursor",
        );
        if !ends_with(cursor.as_ref(), |ty| *ty == Type::String) {
            self.problems.push(
                &page.cursor.at,
                format!("`{}` for `cursor`", page.cursor.value),
                "the way to a text in the response, with dots",
            );
        }
        Some(Page {
            cursor: cursor?,
            items: items?,
            at: page.at.clone(),
        })
    }

    fn claims(
        &mut self,
        method: &MethodDraft<'a>,
        types: &[TypeDraft<'a>],
        written: &Text,
    ) -> Option<Way> {
        let way = self.way(method, types, written, [&*written.value], "claims")?;
        let is_session = |ty: &Type| {
            inside(types, ty).iter().any(|field| {
                field.name() == CUSTOM_CLAIMS
                    && matches!(&field.ty, Type::Map(inner) if **inner == Type::Json)
            })
        };
        if !ends_with(Some(&way), is_session) {
            self.problems.push(
                &written.at,
                format!("`{}` for `claims`", written.value),
                "a response field whose model has a field `custom_claims: map<json>`",
            );
            return None;
        }
        Some(way)
    }

    /// Follows `written`, the value of `key`, into the response.
    pub(super) fn way<'t>(
        &mut self,
        method: &MethodDraft<'a>,
        types: &[TypeDraft<'a>],
        written: &'t Text,
        steps: impl IntoIterator<Item = &'t str>,
        key: &str,
    ) -> Option<Way> {
        let mut fields = &method.response[..];
        let mut way = Way::new();
        for name in steps {
            let Some(field) = fields.iter().find(|field| field.name() == name) else {
                if !written.is_empty() {
                    self.problems.push_name(
                        &written.at,
                        format!("`{name}` for `{key}`"),
                        "a field of the response",
                        name,
                        fields.iter().map(Bound::name),
                    );
                }
                return None;
            };
            way.push(Step {
                wire: field.name().to_owned(),
                ty: field.ty.clone(),
                optional: field.decl.mark == Mark::Optional,
            });
            fields = inside(types, &field.ty);
        }
        Some(way)
    }
}

/// Whether a way ends as it should; one that leads nowhere has been reported.
pub(super) fn ends_with(way: Option<&Way>, test: impl FnOnce(&Type) -> bool) -> bool {
    way.and_then(|way| way.last())
        .is_none_or(|step| test(&step.ty))
}

pub(super) fn inside<'t, 'a>(types: &'t [TypeDraft<'a>], ty: &Type) -> &'t [Bound<'a>] {
    match ty {
        Type::Named(index) => model(types, *index),
        _ => &[],
    }
}
