//! Methods: where each field travels, and which errors are usual.

use super::draft::{Bound, MethodDraft, TypeDraft};
use super::scope::Home;
use super::types::Table;
use super::{Method, Place, Resolver, Role, Type};
use crate::load::{self, ErrorDecl, Mark, Text};
use crate::problem::Problems;

impl<'a> Resolver<'a, '_> {
    /// Binds what a method takes and gives.
    pub(super) fn method(
        &mut self,
        resource: &'a load::Resource,
        written: &'a load::Method,
    ) -> MethodDraft<'a> {
        let home = Home::Resource(resource);
        let mut request = self.request(home, written);
        let response = self.response(home, &written.response);
        // A slip in the verb or the path says nothing about where the fields travel.
        if !self.problems.is_reported(&written.path.at) {
            let sees_all = self.scope.sees_all(home);
            in_path(written, &mut request, sees_all, &self.table, self.problems);
            in_query(written, &mut request, &self.table, self.problems);
        }
        MethodDraft {
            resource,
            written,
            request,
            response,
        }
    }

    /// The method, complete.
    pub(super) fn finish_method(
        &mut self,
        method: MethodDraft<'a>,
        types: &[TypeDraft<'a>],
    ) -> Method {
        let traits = self.traits(&method, types);
        let MethodDraft {
            resource,
            written,
            request,
            response,
        } = method;
        let home = Home::Resource(resource);
        Method {
            name: written.name.value.clone(),
            at: written.name.at.clone(),
            verb: written.verb,
            path: written.path.value.clone(),
            docs: written.docs.value.clone(),
            reference: written
                .reference
                .as_ref()
                .map(|text| self.reference(home, text)),
            traits,
            errors: self.errors(home, written, &request),
            request: self.finish(home, request, Role::Sent, true),
            response: self.finish(home, response, Role::Received, true),
            example: written.example.as_ref().map(|text| text.value.clone()),
            deprecated: written.deprecated.as_ref().map(|text| text.value.clone()),
        }
    }

    /// The whole address of the vendor's page.
    fn reference(&mut self, home: Home<'a>, written: &Text) -> String {
        let mut vocabularies = self.scope.vocabularies(home);
        let base = vocabularies.find_map(|vocabulary| vocabulary.reference.as_ref());
        let is_whole = written.starts_with("https://");
        match base {
            Some(base) if is_whole => {
                let end = written.strip_prefix(&base.value);
                if let Some(end) = end.filter(|_| self.scope.sees_all(home)) {
                    self.problems.push(
                        &written.at,
                        format!("`{}` for `reference`", written.value),
                        format!("`{end}`: the vocabulary at {} has the beginning", base.at),
                    );
                }
                written.value.clone()
            }
            Some(base) => format!("{}{}", base.value, written.value),
            None => {
                let may_have_base = !self.scope.sees_all(home);
                if !is_whole && !may_have_base && !self.problems.is_reported(&written.at) {
                    self.problems.push(
                        &written.at,
                        format!("`{}` for `reference`", written.value),
                        "the whole address, or `reference` in a vocabulary for its beginning",
                    );
                }
                written.value.clone()
            }
        }
    }

    /// The usual error types: those that follow from what the method takes, then its own.
    fn errors(
        &mut self,
        home: Home<'a>,
        written: &'a load::Method,
        request: &[Bound<'_>],
    ) -> Vec<(String, String)> {
        let known = self.scope.lookup(home);
        let known = known.iter().flat_map(|home| &home.declarations().errors);
        let mut errors: Vec<&ErrorDecl> = Vec::new();
        for error in known {
            let causes = error.with.iter();
            let causes = causes.filter(|cause| takes(written, request, &self.table, cause));
            let causes: Vec<_> = causes.collect();
            causes.iter().for_each(|cause| self.usage.mark(cause));
            if !causes.is_empty() {
                errors.push(error);
            }
        }
        for name in &written.errors {
            let Some(error) = self.error(home, name) else {
                continue;
            };
            if errors.iter().any(|other| other.name.at == error.name.at) {
                self.problems.push(
                    &name.at,
                    format!("`{}`, which follows from what the method takes", name.value),
                    format!("no mention of it; see the entry at {}", error.name.at),
                );
            }
            errors.push(error);
        }
        let texts = |error: &ErrorDecl| (error.name.value.clone(), error.docs.value.clone());
        errors.into_iter().map(texts).collect()
    }

    fn error(&mut self, home: Home<'a>, name: &Text) -> Option<&'a ErrorDecl> {
        let known: Vec<_> = self
            .scope
            .lookup(home)
            .into_iter()
            .flat_map(|home| &home.declarations().errors)
            .collect();
        let find = |name: &str| known.iter().find(|error| error.name.value == name).copied();
        find(name).or_else(|| {
            if !self.scope.sees_all(home) {
                return None;
            }
            let nearest = self.problems.push_unknown(
                &name.at,
                format!("unknown error type `{}`", name.value),
                "an error type of a vocabulary",
                name,
                known.iter().map(|error| error.name.value.as_str()),
            )?;
            find(&nearest)
        })
    }
}

/// Whether a method takes a member session, has to be given an id, or can be given a field.
fn takes(method: &load::Method, request: &[Bound<'_>], table: &Table<'_>, cause: &Text) -> bool {
    if cause.value == ErrorDecl::MEMBER_SESSION {
        return method.traits.member_session.is_some();
    }
    request.iter().any(|field| {
        let id = table.id(&field.ty).map(|id| &id.name.value);
        let is_due = field.decl.mark == Mark::Required;
        field.name() == cause.value || is_due && id == Some(&cause.value)
    })
}

/// Finds the fields that stand in the path.
pub(super) fn in_path(
    method: &load::Method,
    request: &mut [Bound<'_>],
    sees_all: bool,
    table: &Table<'_>,
    problems: &mut Problems,
) {
    let path = &method.path;
    for segment in path.split('/').skip(1) {
        let Some(name) = segment
            .strip_prefix('{')
            .and_then(|segment| segment.strip_suffix('}'))
        else {
            continue;
        };
        let Some(field) = request.iter_mut().find(|field| field.name() == name) else {
            if !sees_all {
                continue;
            }
            problems.push_name(
                &path.at,
                format!("`{{{name}}}` in the path of `{}`", method.name.value),
                "a request field of that name",
                name,
                request.iter().map(Bound::name),
            );
            continue;
        };
        if field.place == Place::Path {
            problems.push(
                &path.at,
                format!("`{{{name}}}` for the second time in the path"),
                "each field once",
            );
        }
        field.place = Place::Path;
        if field.decl.mark != Mark::Required {
            problems.push(
                field.at(),
                format!(
                    "the optional field `{name}`, which stands in the path of `{}`",
                    method.name.value
                ),
                "the mark `!`: a path has no gaps",
            );
        }
        if !table.is_text(&field.ty) && !problems.is_reported(&field.written.at) {
            problems.push(
                field.at(),
                format!(
                    "the type `{}` for `{name}`, which stands in the path of `{}`",
                    field.written.value, method.name.value
                ),
                "string, an id or an enum",
            );
        }
    }
}

/// Finds the fields that stand in the query: all others of a request without a body.
fn in_query(
    method: &load::Method,
    request: &mut [Bound<'_>],
    table: &Table<'_>,
    problems: &mut Problems,
) {
    if method.verb.has_body() {
        return;
    }
    for field in request
        .iter_mut()
        .filter(|field| field.place == Place::Body)
    {
        field.place = Place::Query;
        let is_single = match &field.ty {
            Type::Bool | Type::Int32 | Type::Uint32 | Type::Timestamp => true,
            Type::Secret | Type::Json | Type::List(_) | Type::Map(_) => false,
            Type::String | Type::Named(_) => table.is_text(&field.ty),
        };
        if !is_single && !problems.is_reported(&field.written.at) {
            problems.push(
                field.at(),
                format!(
                    "the type `{}` for `{}`, which stands in the query of `{}`",
                    field.written.value, field.name(), method.name.value
                ),
                "a single value that may be logged: string, bool, int32, uint32, timestamp, an id or an enum",
            );
        }
    }
}
