//! Methods: path parameters, pages, claims, error types.

use super::fields::{self, Side};
use super::scope::{Home, Scope, Usage};
use super::types::Table;
use super::{Claims, Field, Method, Place, Type};
use crate::load;
use crate::load::{ErrorDecl, Text, Verb};
use crate::problem::Problems;

pub(super) fn resolve<'a>(
    scope: &Scope<'a>,
    resource: &'a load::Resource,
    method: &'a load::Method,
    table: &mut Table<'a>,
    usage: &mut Usage,
    problems: &mut Problems,
) -> Method {
    let home = Home::Resource(resource);
    let mut side = |items, side| {
        let expanded = fields::expand(scope, home, items, usage, problems);
        let mut bound = fields::bind_types(scope, &expanded, table, usage, problems);
        fields::finish(scope, home, &expanded, &mut bound, side, usage, problems);
        bound
    };
    let mut request = side(&method.request, Side::Sent);
    let response = side(&method.response, Side::Received);
    place(method, &mut request, problems);
    if method.repeatable && method.verb != Verb::Post {
        problems.push(
            &method.name.at,
            format!("`retry: safe` on `{}`, which is not a POST", method.name.value),
            "no `retry`: a GET can be repeated anyway, a PUT or DELETE never is",
        );
    }
    let errors = method
        .errors
        .iter()
        .filter_map(|name| {
            let error = error(scope, home, name, problems)?;
            usage.mark(&error.name);
            Some((name.value.clone(), error.docs.value.clone()))
        })
        .collect();
    Method {
        name: method.name.value.clone(),
        verb: method.verb,
        path: method.path.value.clone(),
        docs: method.docs.value.clone(),
        reference: method.reference.as_ref().map(|text| text.value.clone()),
        member_session: method.member_session,
        fraud: method.fraud,
        repeatable: method.repeatable,
        claims: method.claims.as_ref().and_then(|field| claims(field, &response, problems)),
        // Needs the insides of types; see `check`.
        page: None,
        errors,
        request,
        response,
        example: method.example.as_ref().map(|text| text.value.clone()),
        deprecated: method.deprecated.as_ref().map(|text| text.value.clone()),
    }
}

/// Finds out where each request field travels.
fn place(method: &load::Method, request: &mut [Field], problems: &mut Problems) {
    let mut in_path = Vec::new();
    for part in method.path.split('/') {
        if let Some(name) = part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            in_path.push(name);
        } else if part.contains(['{', '}', '?', '#', ' ']) {
            problems.push(
                &method.path.at,
                format!("the path segment `{part}`"),
                "plain text, or `{field}` for the whole segment",
            );
        }
    }
    for name in &in_path {
        match request.iter_mut().find(|field| field.wire == *name) {
            Some(field) => {
                field.place = Place::Path;
                if !field.required {
                    problems.push(
                        &method.path.at,
                        format!("the optional field `{name}` in the path"),
                        format!("`{name}` with the mark `!`"),
                    );
                }
            }
            None => problems.push_name(
                &method.path.at,
                format!("`{{{name}}}` in the path of `{}`", method.name.value),
                "a request field of that name",
                name,
                request.iter().map(|field| field.wire.as_str()),
            ),
        }
    }
    if matches!(method.verb, Verb::Get | Verb::Delete) {
        for field in request.iter_mut().filter(|field| field.place == Place::Body) {
            field.place = Place::Query;
            if matches!(field.ty, Type::List(_) | Type::Map(_) | Type::Json) {
                problems.push(
                    &method.name.at,
                    format!("`{}`, a list, map or JSON value, in the query of `{}`", field.wire, method.name.value),
                    "a single value: the query can't hold more",
                );
            }
        }
    }
}

fn claims(field: &Text, response: &[Field], problems: &mut Problems) -> Option<Claims> {
    let found = response.iter().find(|candidate| candidate.wire == field.value);
    if found.is_none() {
        problems.push_name(
            &field.at,
            format!("`{}` for `claims`", field.value),
            "the response field that holds the session",
            field,
            response.iter().map(|field| field.wire.as_str()),
        );
    }
    found.map(|found| Claims { field: field.value.clone(), optional: found.optional })
}

fn error<'a>(scope: &Scope<'a>, home: Home<'a>, name: &Text, problems: &mut Problems) -> Option<&'a ErrorDecl> {
    let known: Vec<_> =
        scope.lookup(home).into_iter().flat_map(|home| &home.declarations().errors).collect();
    let found = known.iter().find(|error| error.name.value == name.value).copied();
    if found.is_none() {
        problems.push_name(
            &name.at,
            format!("unknown error type `{}`", name.value),
            "an error type of a vocabulary",
            name,
            known.iter().map(|error| error.name.value.as_str()),
        );
    }
    found
}
