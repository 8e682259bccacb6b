//! Links.

use super::fields::body;
use super::method::{address, example, in_path, is_plain, segments, whole_path};
use super::node::{Node, Text, Value};
use super::object::Object;
use super::syntax::{Link, Method, Verb};
use super::traits::Traits;
use crate::format::LINK;
use crate::problem::Problems;

pub(super) fn link(
    name: Text,
    node: Node,
    base: Option<&Text>,
    problems: &mut Problems,
) -> Option<Link> {
    let mut object = Object::new(node, &LINK, problems)?;
    let written = object.required("address", problems);
    let (front, query) = match written.split_once('?') {
        Some((front, query)) => (front, Some(query)),
        None => (&*written.value, None),
    };
    let is_page = front.starts_with('{') && !front.contains('/');
    let path = if is_page {
        let path = Text {
            value: format!("/{front}"),
            at: written.at.clone(),
        };
        segments(&path, &path, problems);
        path
    } else if written.is_empty() {
        written.clone()
    } else {
        whole_path(front, &written.at, base, problems)
    };
    let fixed = query.map(|query| pairs(query, &written, problems));
    let prefixes = prefixes(&mut object, problems);
    let method = Method {
        name,
        verb: Verb::Get,
        in_path: in_path(&path),
        path,
        reference: address(&mut object, problems),
        docs: object.required("docs", problems),
        traits: Traits::default(),
        errors: Vec::new(),
        request: object
            .take("request", problems)
            .map(|node| body(node, "a request", problems))
            .unwrap_or_default(),
        response: Vec::new(),
        example: example(&mut object, problems),
        deprecated: object.text("deprecated", problems),
    };
    object.finish(problems);
    Some(Link {
        method,
        is_page,
        fixed: fixed.unwrap_or_default(),
        prefixes,
    })
}

/// What every such link carries.
fn pairs(query: &str, written: &Text, problems: &mut Problems) -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for part in query.split('&') {
        let pair = part.split_once('=');
        let pair = pair.filter(|(name, value)| {
            let fits = |text: &str| !text.is_empty() && text.chars().all(is_plain);
            fits(name) && fits(value)
        });
        match pair {
            Some((name, _)) if pairs.iter().any(|(known, _)| known == name) => problems.push(
                &written.at,
                format!("`{name}` for the second time in the query of the address"),
                "each name once",
            ),
            Some((name, value)) => pairs.push((name.to_owned(), value.to_owned())),
            None => problems.push(
                &written.at,
                format!("`{part}` in the query of the address `{}`", written.value),
                "`name=value` in plain text; what varies is a field of `request`",
            ),
        }
    }
    pairs
}

/// What the names of the parameters begin with that are made of maps.
fn prefixes(object: &mut Object, problems: &mut Problems) -> Vec<(Text, String)> {
    let entries = object.entries("prefixed", problems);
    let mut prefixes = Vec::new();
    for (field, node) in entries {
        let prefix = match node.value {
            Value::Text(prefix) if !prefix.is_empty() && prefix.chars().all(is_plain) => prefix,
            _ => {
                problems.push(
                    &node.at,
                    format!("{} for a field of `prefixed`", node.kind()),
                    "the text that the names of its parameters begin with",
                );
                // so that one slip stays one problem
                String::new()
            }
        };
        prefixes.push((field, prefix));
    }
    prefixes
}
