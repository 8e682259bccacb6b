//! The traits of a method: where they may stand, and what they lead to. Ways into a response lead into
//! the insides of types, so they come after those are bound.

use super::{Client, Field, Kind, Method, Step, Type, Way};
use crate::load::{self, Page, Text, Traits, Verb};
use crate::problem::Problems;

/// Binds the traits of a method. `written` is what the file says about it.
pub(super) fn bind(
    client: &Client,
    method: &Method,
    written: &load::Method,
    problems: &mut Problems,
) -> Traits<Way> {
    let Traits {
        member_session,
        fraud,
        repeatable,
        claims,
        page,
    } = &written.traits;
    if *repeatable && method.verb != Verb::Post {
        problems.push(
            &written.name.at,
            format!("`retry: safe` on `{}`, which is not a POST", method.name),
            "no `retry`: a GET can be repeated anyway, a PUT or DELETE never is",
        );
    }
    if *member_session && client.name != "b2b" {
        problems.push(
            &written.name.at,
            format!(
                "`member_session` on `{}`, a method of the {} client",
                method.name, client.name
            ),
            "no `member_session`: only B2B has members",
        );
    }
    Traits {
        member_session: *member_session,
        fraud: *fraud,
        repeatable: *repeatable,
        claims: claims
            .as_ref()
            .and_then(|way| self::claims(client, method, way, problems)),
        page: page
            .as_ref()
            .and_then(|page| self::page(client, method, page, problems)),
    }
}

fn page(
    client: &Client,
    method: &Method,
    page: &Page,
    problems: &mut Problems,
) -> Option<Page<Way>> {
    if !method
        .request
        .iter()
        .any(|field| field.wire == "cursor" && field.ty == Type::String && !field.required)
    {
        problems.push(
            &page.at,
            format!("`page` on `{}`, which takes no `cursor`", method.name),
            "an optional request field `cursor: string`",
        );
    }
    let items = way(
        client,
        method,
        &page.items,
        [&*page.items.value],
        "items",
        problems,
    );
    if items
        .as_ref()
        .is_some_and(|way| !leads_to(way, |ty| matches!(ty, Type::List(_))))
    {
        problems.push(
            &page.items.at,
            format!("`{}` for `items`", page.items.value),
            "a response field that is a list",
        );
    }
    let cursor = way(
        client,
        method,
        &page.cursor,
        page.cursor.split('.'),
        "cursor",
        problems,
    );
    if cursor
        .as_ref()
        .is_some_and(|way| !leads_to(way, |ty| *ty == Type::String))
    {
        problems.push(
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
    client: &Client,
    method: &Method,
    written: &Text,
    problems: &mut Problems,
) -> Option<Way> {
    let way = way(
        client,
        method,
        written,
        [&*written.value],
        "claims",
        problems,
    )?;
    let is_session = |ty: &Type| {
        inside(client, ty).iter().any(|field| {
            field.wire == "custom_claims"
                && matches!(&field.ty, Type::Map(inner) if **inner == Type::Json)
        })
    };
    if !leads_to(&way, is_session) {
        problems.push(
            &written.at,
            format!("`{}` for `claims`", written.value),
            "a response field whose model has a field `custom_claims: map<json>`",
        );
        return None;
    }
    Some(way)
}

/// Follows `written`, the value of `key`, into the response.
fn way<'a>(
    client: &Client,
    method: &Method,
    written: &'a Text,
    steps: impl IntoIterator<Item = &'a str>,
    key: &str,
    problems: &mut Problems,
) -> Option<Way> {
    let mut fields = &method.response[..];
    let mut way = Way::new();
    for name in steps {
        let Some(field) = fields.iter().find(|field| field.wire == name) else {
            if !written.is_empty() {
                problems.push_name(
                    &written.at,
                    format!("`{name}` for `{key}`"),
                    "a field of the response",
                    name,
                    fields.iter().map(|field| field.wire.as_str()),
                );
            }
            return None;
        };
        way.push(Step {
            wire: field.wire.clone(),
            ty: field.ty.clone(),
            optional: field.optional,
        });
        fields = inside(client, &field.ty);
    }
    Some(way)
}

fn leads_to(way: &Way, test: impl FnOnce(&Type) -> bool) -> bool {
    way.last().is_some_and(|step| test(&step.ty))
}

fn inside<'a>(client: &'a Client, ty: &Type) -> &'a [Field] {
    match ty {
        Type::Named(index) => match &client.ty(*index).kind {
            Kind::Model(fields) => fields,
            _ => &[],
        },
        _ => &[],
    }
}
