//! What a response holds that generated code makes use of: pages, and a session with custom claims.
//! Both lead into the insides of types, so they come after those are bound.

use super::{Claims, Client, Field, Kind, Method, Page, Type};
use crate::load::{self, PageDecl, Text};
use crate::problem::Problems;

/// The paging of a method, if it declares one. `written` is what the file says about it.
pub(super) fn page(
    client: &Client,
    method: &Method,
    written: &load::Method,
    problems: &mut Problems,
) -> Option<Page> {
    let page = written.page.as_ref()?;
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
    let item = item(page, &method.response, problems);
    let cursor = cursor(client, page, &method.response, problems);
    Some(Page {
        cursor: cursor?,
        items: page.items.value.clone(),
        item: item?,
    })
}

/// The type of one result.
fn item(page: &PageDecl, response: &[Field], problems: &mut Problems) -> Option<Type> {
    match &find(response, &page.items, &page.items, "items", problems)?.ty {
        Type::List(item) => Some(item.as_ref().clone()),
        _ => {
            problems.push(
                &page.items.at,
                format!("`{}` for `items`", page.items.value),
                "a response field that is a list",
            );
            None
        }
    }
}

/// The way to the next cursor, step by step.
fn cursor(
    client: &Client,
    page: &PageDecl,
    response: &[Field],
    problems: &mut Problems,
) -> Option<Vec<(String, bool)>> {
    let mut fields = response;
    let mut way = Vec::new();
    let mut last = None;
    for step in page.cursor.split('.') {
        let field = find(fields, &page.cursor, step, "cursor", problems)?;
        way.push((field.wire.clone(), field.optional));
        fields = inside(client, &field.ty);
        last = Some(&field.ty);
    }
    if last != Some(&Type::String) {
        problems.push(
            &page.cursor.at,
            format!("`{}` for `cursor`", page.cursor.value),
            "the way to a text in the response, with dots",
        );
        return None;
    }
    Some(way)
}

/// Where the custom claims are in what a method gives, if it says so.
pub(super) fn claims(
    client: &Client,
    method: &Method,
    written: &load::Method,
    problems: &mut Problems,
) -> Option<Claims> {
    let name = written.claims.as_ref()?;
    let field = find(&method.response, name, name, "claims", problems)?;
    let is_session = inside(client, &field.ty).iter().any(|field| {
        field.wire == "custom_claims"
            && matches!(&field.ty, Type::Map(inner) if **inner == Type::Json)
    });
    if !is_session {
        problems.push(
            &name.at,
            format!("`{}` for `claims`", name.value),
            "a response field whose model has a field `custom_claims: map<json>`",
        );
        return None;
    }
    Some(Claims {
        field: field.wire.clone(),
        optional: field.optional,
    })
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

/// The field `name`, which `text` stands for or a part of it.
fn find<'a>(
    fields: &'a [Field],
    text: &Text,
    name: &str,
    key: &str,
    problems: &mut Problems,
) -> Option<&'a Field> {
    let found = fields.iter().find(|field| field.wire == name);
    if found.is_none() && !text.is_empty() {
        problems.push_name(
            &text.at,
            format!("`{name}` for `{key}`"),
            "a field of the response",
            name,
            fields.iter().map(|field| field.wire.as_str()),
        );
    }
    found
}
