//! The traits of a method: where they may stand, and what they lead to.

use super::direction::model;
use super::draft::{Bound, MethodDraft, TypeDraft};
use super::scope::Home;
use super::{CUSTOM_CLAIMS, Proof, Resolver, Step, Type, Way};
use crate::load::{Folder, Mark, Page, Text, Traits, Verb};
use crate::problem::nearest;

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
            let mut known = method.request.iter();
            let sees_all = self.scope.sees_all(Home::Resource(method.resource));
            if sees_all && !known.any(|known| known.name() == field.value) {
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
        if !takes_cursor && self.scope.sees_all(Home::Resource(method.resource)) {
            self.problems.push(
                &page.at,
                format!(
                    "`page` on `{}`, which takes no `cursor`",
                    method.written.name.value
                ),
                "an optional request field `cursor: string`",
            );
        }
        let items = End {
            key: "items",
            is_deep: false,
            fits: &|ty| matches!(ty, Type::List(_)),
            expected: "a response field that is a list",
        };
        let cursor = End {
            key: "cursor",
            is_deep: true,
            fits: &|ty| *ty == Type::String,
            expected: "the way to a text in the response, with dots",
        };
        let items = self.way(method, types, &page.items, &items);
        let cursor = self.way(method, types, &page.cursor, &cursor);
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
        let is_session = |ty: &Type| {
            let fields = inside(types, ty);
            let claims = fields.iter().find(|field| field.name() == CUSTOM_CLAIMS);
            claims.is_some_and(|claims| claims.ty.is_object())
        };
        let session = End {
            key: "claims",
            is_deep: false,
            fits: &is_session,
            expected: "a response field whose model has a field `custom_claims: map<json>`",
        };
        self.way(method, types, written, &session)
    }

    /// Follows `written`, the value of a key, into the response. Where it goes on in what could not be
    /// read, nothing is reported.
    pub(super) fn way(
        &mut self,
        method: &MethodDraft<'a>,
        types: &[TypeDraft<'a>],
        written: &Text,
        end: &End<'_>,
    ) -> Option<Way> {
        let mut fields = &method.response[..];
        let mut home = Home::Resource(method.resource);
        let mut way = Way::new();
        let steps = written.splitn(if end.is_deep { usize::MAX } else { 1 }, '.');
        for name in steps {
            let Some(field) = fields.iter().find(|field| field.name() == name) else {
                if self.scope.sees_all(home) && !written.is_empty() {
                    self.leads_elsewhere(method, types, written, "a field of the response", end);
                }
                return None;
            };
            way.push(Step {
                wire: field.name().to_owned(),
                ty: field.ty.clone(),
                optional: field.decl.mark == Mark::Optional,
            });
            if self.problems.is_reported(&field.written.at) {
                return None;
            }
            fields = inside(types, &field.ty);
            let ty = field.ty.named().and_then(|index| types.get(index.0));
            home = ty.map_or(home, |ty| ty.home);
        }
        if way.last().is_some_and(|step| !(end.fits)(&step.ty)) {
            if self.scope.sees_all(home) {
                self.leads_elsewhere(method, types, written, end.expected, end);
            }
            return None;
        }
        Some(way)
    }

    /// Reports a way to something else, with the one that was meant most likely.
    fn leads_elsewhere(
        &mut self,
        method: &MethodDraft<'a>,
        types: &[TypeDraft<'a>],
        written: &Text,
        expected: &str,
        end: &End<'_>,
    ) {
        let ways = ways(&method.response, types, end);
        let meant = meant(written, &ways);
        self.problems.push_name(
            &written.at,
            format!("`{}` for `{}`", written.value, end.key),
            expected,
            meant.unwrap_or(written),
            meant,
        );
    }
}

/// What a way has to lead to.
pub(super) struct End<'e> {
    /// The key behind which the way stands.
    pub(super) key: &'e str,
    /// Whether it may lead into models, with dots.
    pub(super) is_deep: bool,
    /// Whether a type can stand at its end.
    pub(super) fits: &'e dyn Fn(&Type) -> bool,
    pub(super) expected: &'e str,
}

/// The ways that end as they should, down to the fields of a field.
fn ways(fields: &[Bound<'_>], types: &[TypeDraft<'_>], end: &End<'_>) -> Vec<String> {
    let mut ways = Vec::new();
    for field in fields {
        if (end.fits)(&field.ty) {
            ways.push(field.name().to_owned());
        }
        let inner = inside(types, &field.ty).iter();
        let inner = inner.filter(|inner| end.is_deep && (end.fits)(&inner.ty));
        ways.extend(inner.map(|inner| format!("{}.{}", field.name(), inner.name())));
    }
    ways
}

/// The way that was meant most likely: one with almost the same letters, or one that ends with the same
/// word, or goes on.
fn meant<'w>(written: &str, ways: &'w [String]) -> Option<&'w str> {
    let last = |way: &str| way.rsplit('.').next().unwrap_or_default().to_owned();
    let wanted = last(written);
    let begins = format!("{written}.");
    let tests: [&dyn Fn(&str) -> bool; 3] = [
        &|way| nearest(written, [way]).is_some(),
        &|way| nearest(&wanted, [last(way).as_str()]).is_some(),
        &|way| last(way).ends_with(&format!("_{wanted}")) || way.starts_with(&begins),
    ];
    let mut ways = ways.iter().map(String::as_str);
    tests
        .into_iter()
        .find_map(|test| ways.clone().find(|way| test(way)))
        .or_else(|| {
            let only = ways.next();
            only.filter(|_| ways.next().is_none())
        })
}

pub(super) fn inside<'t, 'a>(types: &'t [TypeDraft<'a>], ty: &Type) -> &'t [Bound<'a>] {
    match ty {
        Type::Named(index) => model(types, *index),
        _ => &[],
    }
}
