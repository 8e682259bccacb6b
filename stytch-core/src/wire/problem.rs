//! What went wrong when decoding, without the values of the body.

use std::borrow::Cow;

use serde_json::error::Category;

/// Why a body could not be decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// Where, as a JSON path.
    pub(crate) path: String,
    /// What was expected and what was found.
    pub(crate) what: String,
}

/// Says what was expected and what kind of value was found.
///
/// serde and `serde_json` quote the value in their messages, so only the parts whose form is known
/// are taken over.
pub(crate) fn describe(error: &serde_json::Error) -> String {
    let message = error.to_string();
    // the position is of no use without the body, and an error made from a `Value` has none
    let message = message
        .rsplit_once(" at line ")
        .map_or(message.as_str(), |(text, _)| text);
    match error.classify() {
        Category::Eof => "the body breaks off".to_owned(),
        // these messages are constants of serde_json
        Category::Syntax => format!("not JSON: {message}"),
        Category::Io => "the body could not be read".to_owned(),
        Category::Data => mismatch(message).into_owned(),
    }
}

fn mismatch(message: &str) -> Cow<'static, str> {
    let Some((problem, rest)) = message.split_once(": ") else {
        return missing(message);
    };
    // a text value may contain ", expected " too, but it stands before the real one
    let Some((found, expected)) = rest.rsplit_once(", expected ") else {
        return Cow::Borrowed("a value that does not fit");
    };
    match problem {
        "invalid type" => format!("expected {expected}, found {}", kind(found)).into(),
        "invalid value" => format!(
            "expected {expected}, found {} that does not fit",
            kind(found)
        )
        .into(),
        "invalid length" => format!("expected {expected}, found another length").into(),
        _ => Cow::Borrowed("a value that does not fit"),
    }
}

/// Messages without a colon.
fn missing(message: &str) -> Cow<'static, str> {
    if message.starts_with("missing field `") {
        // the name comes from the type, not from the body
        message.to_owned().into()
    } else if message.starts_with("unknown variant `") {
        "a value that is none of the known ones".into()
    } else if message.starts_with("unknown field `") {
        "a field that is not known".into()
    } else {
        "a value that does not fit".into()
    }
}

/// The JSON kind behind serde's words for an unexpected value.
fn kind(found: &str) -> &'static str {
    const KINDS: [(&str, &str); 9] = [
        ("boolean ", "a boolean"),
        ("integer ", "a number"),
        ("floating point ", "a number"),
        ("number", "a number"),
        ("string ", "a string"),
        ("character ", "a string"),
        ("null", "null"),
        ("sequence", "a list"),
        ("map", "an object"),
    ];
    KINDS
        .iter()
        .find(|(start, _)| found.starts_with(start))
        .map_or("another kind", |(_, kind)| kind)
}
