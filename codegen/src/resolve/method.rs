//! Methods: where each field travels, and which errors are usual.

use super::fields::{self, Expanded, Side};
use super::scope::{Home, Scope, Usage};
use super::types::Table;
use super::{Field, Method, Place, Type};
use crate::load;
use crate::load::{ErrorDecl, Text, Traits};
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
        (expanded, bound)
    };
    let (written, mut request) = side(&method.request, Side::Sent);
    let (_, response) = side(&method.response, Side::Received);
    in_path(method, &written, &mut request, table, problems);
    in_query(method, &written, &mut request, table, problems);
    let errors = method
        .errors
        .iter()
        .filter_map(|name| {
            let error = error(scope, home, name, problems)?;
            usage.mark(&error.name);
            Some((error.name.value.clone(), error.docs.value.clone()))
        })
        .collect();
    Method {
        name: method.name.value.clone(),
        verb: method.verb,
        path: method.path.value.clone(),
        docs: method.docs.value.clone(),
        reference: method.reference.as_ref().map(|text| text.value.clone()),
        // The ways need the insides of types; see `traits`.
        traits: Traits::default(),
        errors,
        request,
        response,
        example: method.example.as_ref().map(|text| text.value.clone()),
        deprecated: method.deprecated.as_ref().map(|text| text.value.clone()),
    }
}

/// Finds the fields that stand in the path.
fn in_path<'a>(
    method: &load::Method,
    written: &[Expanded<'a>],
    request: &mut [Field],
    table: &Table<'a>,
    problems: &mut Problems,
) {
    let path = &method.path;
    if problems.is_reported(&path.at) {
        return;
    }
    for segment in path.split('/').skip(1) {
        let Some(name) = segment
            .strip_prefix('{')
            .and_then(|segment| segment.strip_suffix('}'))
        else {
            if segment.contains(['{', '}', '?', '#', '%']) || segment.contains(char::is_whitespace)
            {
                problems.push(
                    &path.at,
                    format!("the path segment `{segment}`"),
                    "plain text, or `{field}` for the whole segment",
                );
            } else if segment.is_empty() {
                problems.push(
                    &path.at,
                    format!("an empty segment in the path `{}`", path.value),
                    "one `/` between segments, and none at the end",
                );
            } else if segment == "." || segment == ".." {
                problems.push(
                    &path.at,
                    format!("the segment `{segment}` in the path `{}`", path.value),
                    "the path that it leads to",
                );
            }
            continue;
        };
        let found = request
            .iter_mut()
            .zip(written)
            .find(|(field, _)| field.wire == name);
        let Some((field, decl)) = found else {
            problems.push_name(
                &path.at,
                format!("`{{{name}}}` in the path of `{}`", method.name.value),
                "a request field of that name",
                name,
                request.iter().map(|field| field.wire.as_str()),
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
        if !field.required {
            problems.push(
                decl.at(),
                format!(
                    "the optional field `{name}`, which stands in the path of `{}`",
                    method.name.value
                ),
                "the mark `!`: a path has no gaps",
            );
        }
        if !table.is_text(&field.ty) && !problems.is_reported(&decl.decl.ty.at) {
            problems.push(
                decl.at(),
                format!(
                    "the type `{}` for `{name}`, which stands in the path of `{}`",
                    decl.decl.ty.value, method.name.value
                ),
                "string, an id or an enum",
            );
        }
    }
}

/// Finds the fields that stand in the query: all others of a request without a body.
fn in_query<'a>(
    method: &load::Method,
    written: &[Expanded<'a>],
    request: &mut [Field],
    table: &Table<'a>,
    problems: &mut Problems,
) {
    if method.verb.has_body() {
        return;
    }
    for (field, decl) in request
        .iter_mut()
        .zip(written)
        .filter(|(field, _)| field.place == Place::Body)
    {
        field.place = Place::Query;
        let is_single = match &field.ty {
            Type::Bool | Type::Int32 | Type::Uint32 | Type::Timestamp => true,
            Type::Secret | Type::Json | Type::List(_) | Type::Map(_) => false,
            Type::String | Type::Named(_) => table.is_text(&field.ty),
        };
        if !is_single && !problems.is_reported(&decl.decl.ty.at) {
            problems.push(
                decl.at(),
                format!(
                    "the type `{}` for `{}`, which stands in the query of `{}`",
                    decl.decl.ty.value, field.wire, method.name.value
                ),
                "a single value that may be logged: string, bool, int32, uint32, timestamp, an id or an enum",
            );
        }
    }
}

fn error<'a>(
    scope: &Scope<'a>,
    home: Home<'a>,
    name: &Text,
    problems: &mut Problems,
) -> Option<&'a ErrorDecl> {
    let known: Vec<_> = scope
        .lookup(home)
        .into_iter()
        .flat_map(|home| &home.declarations().errors)
        .collect();
    let find = |name: &str| known.iter().find(|error| error.name.value == name).copied();
    find(name).or_else(|| {
        let nearest = problems.push_name(
            &name.at,
            format!("unknown error type `{}`", name.value),
            "an error type of a vocabulary",
            name,
            known.iter().map(|error| error.name.value.as_str()),
        )?;
        find(&nearest)
    })
}
