//! How the results of a search are paged, once the insides of its response are known.

use super::{Client, Field, Kind, Page, Type};
use crate::load::{self, Text};
use crate::problem::Problems;

/// The paging of `method`, if it declares one. `request` and `response` are its bound fields.
pub(super) fn resolve(
    client: &Client,
    method: &load::Method,
    request: &[Field],
    response: &[Field],
    problems: &mut Problems,
) -> Option<Page> {
    let page = method.page.as_ref()?;
    if !request.iter().any(|field| field.wire == "cursor" && field.ty == Type::String) {
        problems.push(
            &page.at,
            format!("`page` on `{}`, which takes no `cursor`", method.name.value),
            "a request field `cursor: string`",
        );
    }
    let items = find(response, &page.items, &page.items.value, problems)?;
    let Type::List(item) = &items.ty else {
        problems.push(
            &page.items.at,
            format!("`{}` for `items`", page.items.value),
            "a response field that is a list",
        );
        return None;
    };
    let mut fields = response;
    let mut cursor = Vec::new();
    let mut last = None;
    for step in page.cursor.split('.') {
        let field = find(fields, &page.cursor, step, problems)?;
        cursor.push((field.wire.clone(), field.optional));
        fields = match &field.ty {
            Type::Named(index) => match &client.ty(*index).kind {
                Kind::Model(fields) => fields,
                _ => &[],
            },
            _ => &[],
        };
        last = Some(&field.ty);
    }
    if last != Some(&Type::String) {
        problems.push(
            &page.cursor.at,
            format!("`{}` for `cursor`", page.cursor.value),
            "the way to a text in the response, with dots",
        );
    }
    Some(Page { cursor, items: page.items.value.clone(), item: item.as_ref().clone() })
}

fn find<'a>(fields: &'a [Field], at: &Text, name: &str, problems: &mut Problems) -> Option<&'a Field> {
    let found = fields.iter().find(|field| field.wire == name);
    if found.is_none() {
        problems.push_name(
            &at.at,
            format!("`{name}` in `page`"),
            "a field of the response",
            name,
            fields.iter().map(|field| field.wire.as_str()),
        );
    }
    found
}
