//! Methods.

use super::fields::{bare, body};
use super::node::{Node, Text};
use super::object::Object;
use super::syntax::*;
use super::traits::Traits;
use crate::format::METHOD;
use crate::problem::{At, Problems};

pub(super) fn method(
    name: Text,
    node: Node,
    base: Option<&Text>,
    problems: &mut Problems,
) -> Option<Method> {
    let mut object = Object::new(node, &METHOD, problems)?;
    let http = object.required("http", problems);
    let (verb, path) = http_line(&http, base, problems);
    let method = Method {
        name,
        verb,
        in_path: in_path(&path),
        path,
        reference: address(&mut object, problems),
        docs: object.required("docs", problems),
        traits: Traits::read(&mut object, problems),
        errors: object.texts("errors", problems).unwrap_or_default(),
        request: object
            .take("request", problems)
            .map(|node| body(node, "a request", problems))
            .unwrap_or_default(),
        response: object
            .take("response", problems)
            .map(|node| body(node, "a response", problems))
            .unwrap_or_default(),
        example: example(&mut object, problems),
        deprecated: object.text("deprecated", problems),
    };
    object.finish(problems);
    Some(method)
}

/// The verb and the whole path; `base` is what `./` stands for. A verb that is none is reported, and
/// taken for one that goes with everything else.
fn http_line(http: &Text, base: Option<&Text>, problems: &mut Problems) -> (Verb, Text) {
    let (verb, own) = http.split_once(char::is_whitespace).unwrap_or((http, ""));
    let own = own.trim();
    let path = || joined(own, &http.at, base);
    let known = Verb::ALL.into_iter().find(|known| known.as_str() == verb);
    let verb_or_post = known.unwrap_or(Verb::Post);
    if http.is_empty() {
        return (verb_or_post, path());
    }
    if known.is_none() {
        problems.push_name(
            &http.at,
            format!("the verb `{verb}`"),
            "GET, POST, PUT or DELETE, then the path",
            verb,
            Verb::ALL.map(Verb::as_str),
        );
    } else if path().is_empty() {
        problems.push(
            &http.at,
            format!("only `{verb}` for `http`"),
            "the verb, then the path",
        );
    } else {
        return (verb_or_post, whole_path(own, &http.at, base, problems));
    }
    (verb_or_post, path())
}

/// What stands behind `.` at the beginning of a path.
fn behind_base(own: &str) -> Option<&str> {
    let rest = own.strip_prefix('.');
    rest.filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A path with what `.` stands for.
fn joined(own: &str, at: &At, base: Option<&Text>) -> Text {
    Text {
        value: match (behind_base(own), base) {
            (Some(rest), Some(base)) => format!("{}{rest}", base.value),
            _ => own.to_owned(),
        },
        at: at.clone(),
    }
}

/// A path that is not empty, with what `.` stands for; reports what is wrong with it.
pub(super) fn whole_path(own: &str, at: &At, base: Option<&Text>, problems: &mut Problems) -> Text {
    let path = joined(own, at, base);
    let rest = behind_base(own);
    if rest.is_some() && base.is_none() {
        if problems
            .lost()
            .any(|file| file.ends_with("/vocabulary.yaml"))
        {
            problems.excuse(at);
            return path;
        }
        problems.push(
            at,
            format!("the path `{}` in a resource without `path`", path.value),
            "the whole path, or `path` in the resource for what `.` stands for",
        );
    } else if !path.starts_with('/') {
        problems.push(
            at,
            format!("the path `{}`", path.value),
            "a path that begins with `/`",
        );
    } else {
        // What stands in `path` is looked at there, once for all methods.
        segments(rest.unwrap_or(own), &path, problems);
    }
    path
}

/// Reports segments of `part` that can't stand in a path; `path` is the whole one.
pub(super) fn segments(part: &str, path: &Text, problems: &mut Problems) {
    for segment in part.split('/').skip(1) {
        let inner = segment
            .strip_prefix('{')
            .and_then(|segment| segment.strip_suffix('}'));
        let other = segment
            .strip_prefix(':')
            .or_else(|| segment.strip_prefix('<')?.strip_suffix('>'));
        let plain = inner.unwrap_or(segment);
        if let Some(name) = other {
            problems.push(
                &path.at,
                format!("the path segment `{segment}`"),
                format!("`{{{name}}}`, the name of a request field in braces"),
            );
        } else if !plain.chars().all(is_plain) {
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
    }
}

/// Whether the letter stands in an address as it is, whoever reads it.
pub(super) fn is_plain(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "-._~".contains(letter)
}

/// A field for each `{field}` in the path.
pub(super) fn in_path(path: &Text) -> Vec<FieldDecl> {
    path.split('/')
        .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| {
            bare(&Text {
                value: format!("{name}!"),
                at: path.at.clone(),
            })
        })
        .collect()
}

/// An example, which becomes code in docs.
pub(super) fn example(object: &mut Object, problems: &mut Problems) -> Option<Text> {
    let text = object.text("example", problems)?;
    if text
        .lines()
        .any(|line| line.trim_start().starts_with("```"))
    {
        problems.push(
            &text.at,
            "a fence in an example",
            "the code alone: the fence around it is made",
        );
    }
    Some(text)
}

/// An address that a browser can open, or the end of one.
pub(super) fn address(object: &mut Object, problems: &mut Problems) -> Option<Text> {
    let text = object.text("reference", problems)?;
    let end = text.strip_prefix("https://").unwrap_or(&text);
    let is_end = !end.is_empty()
        && !end.starts_with('/')
        && !end.contains("//")
        && !end.contains(|letter: char| letter.is_whitespace() || "<>()\"`\\".contains(letter));
    if !is_end && !text.is_empty() {
        problems.push(
            &text.at,
            format!("`{}` for `reference`", text.value),
            "an address that begins with `https://`, or its end if a vocabulary has the beginning",
        );
    }
    Some(text)
}
