//! What is wrong with a YAML file, in the words of whoever has to mend it.

/// What was found and what would have been right. `message` is what the YAML library says about the
/// line of the text.
pub(super) fn explain(message: &str, text: &str, line: u64) -> (String, String) {
    let lines: Vec<&str> = text.lines().collect();
    let index = (line as usize).saturating_sub(1);
    let here = lines.get(index).copied().unwrap_or_default();
    let above = lines.get(..index).unwrap_or_default();
    let above = above.iter().rev().find(|line| !line.trim().is_empty());
    let (found, expected) = by_quote(here)
        .or_else(|| by_message(message))
        .or_else(|| by_text(message, here, above.copied().unwrap_or_default()))
        .unwrap_or((message, "valid YAML"));
    (found.to_owned(), expected.to_owned())
}

const QUOTES: &str =
    "quotes around the text, or `>-` behind the key and the text on a line of its own";

type Words<'a> = (&'a str, &'a str);

fn by_message(message: &str) -> Option<Words<'static>> {
    let says = |part: &str| message.contains(part);
    Some(match message {
        _ if says("multiple YAML documents") => ("a second document", "one document in each file"),
        _ if says("expected string scalar") || says("null into string") => {
            ("a key that is no text", "a text for each key")
        }
        _ if says("merge keys") => (
            "the entries of another map, by `<<`",
            "the entries themselves",
        ),
        _ if says("recursion limit") || says("budget breached: Depth") => (
            "lists and maps in each other without end",
            "a file as the README shows it",
        ),
        _ if says("budget breached") => (
            "more than a file of the spec can hold",
            "a file as the README shows it",
        ),
        _ if says("tabs disallowed") || says("found a tab") => {
            ("a tab", "spaces, two for each level")
        }
        _ if says("unclosed bracket") => (
            "a bracket that is not closed",
            "the closing bracket, or quotes around a text that begins with one",
        ),
        _ if says("quoted scalar") => (
            "a quote that is not closed",
            "the closing quote; a quote inside of a text stands twice, or the other kind is around it",
        ),
        _ => return None,
    })
}

/// What stands behind the key in a line.
fn value(line: &str) -> Option<&str> {
    let (_, value) = line.trim().split_once(':')?;
    Some(value.trim())
}

/// A word in quotes at the start of a text, which YAML takes for the whole of it.
fn by_quote(here: &str) -> Option<Words<'static>> {
    let value = value(here)?;
    let quote = value
        .chars()
        .next()
        .filter(|first| "\"'".contains(*first))?;
    let (_, rest) = value.get(1..)?.split_once(quote)?;
    let goes_on = rest.starts_with(' ') && !rest.trim_start().starts_with('#');
    goes_on.then_some((
        "a text that begins with a quote and goes on behind it",
        QUOTES,
    ))
}

/// Slips that the library has many words for, but which one sees in the line, or in the one `above`.
fn by_text(message: &str, here: &str, above: &str) -> Option<Words<'static>> {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    for line in [here, above] {
        if line.contains('\u{a0}') {
            return Some((
                "a no-break space, which looks like a space and is none",
                "an ordinary space",
            ));
        }
    }
    if value(above).is_some_and(|value| value.starts_with(['|', '>']))
        && indent(here) <= indent(above)
    {
        return Some((
            "a text below `|` or `>` that is not indented",
            "two spaces more than the key in front of each of its lines",
        ));
    }
    let value_here = value(here).unwrap_or_default();
    if value_here.starts_with("!!") {
        return Some((
            "a tag of YAML's, which does not go with the value",
            "the value alone",
        ));
    }
    if value_here.starts_with(['`', '@', '%']) {
        return Some(("a text that begins with a sign of YAML's", QUOTES));
    }
    // No key has a space in it.
    let is_prose = here
        .trim()
        .split(": ")
        .next()
        .is_some_and(|key| key.contains(' '));
    if message.contains("mapping values are not allowed") && (is_prose || value_here.contains(": "))
    {
        return Some(("a colon in a text", QUOTES));
    }
    if here.trim_start().starts_with(['`', '@', '%']) {
        return Some(("a text that begins with a sign of YAML's", QUOTES));
    }
    if message.contains("simple key expected") && here.contains(':') {
        return Some((
            "a key without a space behind its colon",
            "a space there: `key: value`",
        ));
    }
    if message.contains("mapping keys are not allowed") && value_here.starts_with('?') {
        return Some((
            "a mark by itself",
            "the mark right behind the type, or behind the name of a field that has both from an entry",
        ));
    }
    if message.contains("did not find expected key") {
        if here.trim_start().starts_with("- ") {
            return Some((
                "an entry of a list among keys",
                "`key: value`, as in the lines beside it",
            ));
        }
        if value_here.starts_with(['[', '{']) {
            return Some((
                "a text that begins with a bracket and goes on behind it",
                "quotes around a text; a list of values has the type `list<…>`",
            ));
        }
    }
    let closed = |line: &str| value(line).is_some_and(|value| !value.is_empty());
    if indent(here) > indent(above) && closed(above) && value(here).is_some() {
        return Some((
            "a key that is indented further than the one above it",
            "the same indentation; only what belongs to a key is indented below it",
        ));
    }
    if !above.is_empty() && value(here).is_some() && indent(here) % 2 == 1 {
        return Some((
            "a key with an odd number of spaces in front",
            "the indentation of the keys beside it: two spaces for each level",
        ));
    }
    None
}
