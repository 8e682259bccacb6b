//! Methods that make links.

use super::{Form, Link, Parameter, Start, place, whole_docs};
use crate::naming;
use crate::outputs::text;
use crate::resolve::{self, Client, Place, Resource, Type};

pub(super) fn plan(client: &Client, resource: &Resource, link: &resolve::Link) -> Link {
    let method = &link.method;
    let in_path = method.request.iter();
    let in_path = in_path.filter(|field| field.place == Place::Path);
    let mut in_path: Vec<_> = in_path.map(place).collect();
    let page = link.is_page.then(|| in_path.pop()).flatten();
    let in_query = method.request.iter();
    let in_query = in_query.filter(|field| field.place == Place::Query);
    Link {
        name: naming::snake(&method.name),
        docs: about(client, resource, link),
        start: match page {
            Some(page) => Start::Page(page),
            None => Start::Api(method.path.clone()),
        },
        deprecated: (method.deprecated.as_ref()).map(|instead| text::plain(client, instead)),
        request: (!method.request.is_empty()).then(|| naming::link(&method.name)),
        in_path,
        fixed: link.fixed.clone(),
        in_query: in_query
            .map(|field| Parameter {
                place: place(field),
                form: form(link, field),
            })
            .collect(),
    }
}

fn form(link: &resolve::Link, field: &resolve::Field) -> Form {
    let mut prefixes = link.prefixes.iter();
    match &field.ty {
        Type::Secret => Form::Secret,
        Type::List(_) => Form::List,
        Type::Map(_) => {
            let prefix = prefixes.find(|(name, _)| *name == field.wire);
            Form::Map(prefix.map(|(_, prefix)| prefix.clone()).unwrap_or_default())
        }
        _ => Form::Value,
    }
}

fn about(client: &Client, resource: &Resource, link: &resolve::Link) -> Vec<String> {
    let mut text = link.method.docs.clone();
    text.push_str("\n\n# Errors\n");
    if !link.is_page {
        text.push_str(
            "[`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if the client has no \
             [`public_token`](crate::ClientBuilder::public_token), ",
        );
    }
    text.push_str(
        "[`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) for a value that is set, \
         but empty or not fit for the address.",
    );
    let mut path = link.method.path.clone();
    if link.is_page {
        path = path.trim_start_matches('/').to_owned();
    }
    for (index, (name, value)) in link.fixed.iter().enumerate() {
        let sign = if index == 0 { '?' } else { '&' };
        path.push_str(&format!("{sign}{name}={value}"));
    }
    whole_docs(client, resource, &link.method, &text, &path)
}
