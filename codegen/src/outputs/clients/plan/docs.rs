//! Docs: links become Rust paths, long lines are wrapped.

use crate::naming;
use crate::outputs::text::{first_sentence, shown};
use crate::resolve::{Client, Target, split};

const WIDTH: usize = 96;

/// Docs as lines of Markdown, with links that rustdoc understands.
pub(super) fn lines(client: &Client, docs: &str) -> Vec<String> {
    wrap(&link(client, docs))
}

/// The first sentence of the docs, as lines.
pub(super) fn summary(client: &Client, docs: &str) -> Vec<String> {
    lines(client, first_sentence(docs))
}

fn link(client: &Client, docs: &str) -> String {
    let mut out = String::new();
    for (text, target) in split(docs) {
        out.push_str(text);
        let Some(target) = target else { continue };
        match client.target(target) {
            Some(found) => out.push_str(&linked(&shown(found), &path(found))),
            None => out.push_str(&format!("`{target}`")),
        }
    }
    out
}

/// A link. For rustdoc, `r#` would begin a fragment.
pub(super) fn linked(text: &str, path: &str) -> String {
    let path = path.replace("r#", "");
    if text == path {
        return format!("[`{text}`]");
    }
    format!("[`{text}`]({path})")
}

/// The Rust path of a link's target.
pub(super) fn path(target: Target<'_>) -> String {
    match target {
        Target::Method(resource, method) => format!(
            "{}::{}::{}",
            module(&resource.name),
            naming::handle(&resource.name),
            naming::snake(&method.name)
        ),
        Target::Resource(resource) => module(&resource.name),
        Target::Type(ty) => match &ty.home {
            Some(home) => format!("{}::{}", module(home), ty.name),
            None => format!("crate::{}", ty.name),
        },
    }
}

/// The Rust path of a resource's module.
pub(super) fn module(resource: &str) -> String {
    let segments: Vec<_> = resource.split('.').map(naming::snake).collect();
    format!("crate::{}", segments.join("::"))
}

/// Wraps paragraphs and list items; code blocks stay as they are.
fn wrap(docs: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut paragraph = String::new();
    let mut in_code = false;
    for line in docs.trim().lines() {
        let trimmed = line.trim_start();
        let fence = trimmed.starts_with("```");
        let is_item = mark(trimmed) > 0;
        if fence || in_code || trimmed.is_empty() || is_item || is_whole(trimmed) {
            flush(&mut paragraph, &mut lines);
        }
        if fence {
            in_code = !in_code;
        }
        if fence || in_code || trimmed.is_empty() || is_whole(trimmed) {
            lines.push(line.to_owned());
        } else if is_item {
            // An item of a list in a list stands further in.
            paragraph.push_str(line);
        } else {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(trimmed);
        }
    }
    flush(&mut paragraph, &mut lines);
    lines
}

/// Whether a line stays as it is: a heading, a row of a table, a quotation.
fn is_whole(line: &str) -> bool {
    line.starts_with(['#', '|', '>'])
}

/// The length of the mark of a list item, with the space behind it; 0 if there is none.
fn mark(line: &str) -> usize {
    let digits = line.len()
        - line
            .trim_start_matches(|first: char| first.is_ascii_digit())
            .len();
    let sign = line.get(digits..).unwrap_or_default();
    let is_mark = match digits {
        0 => sign.starts_with("- ") || sign.starts_with("* "),
        _ => sign.starts_with(". "),
    };
    if is_mark { digits + 2 } else { 0 }
}

/// Whether a word at the start of a line would begin something else than a line of text.
fn begins_block(word: &str) -> bool {
    ["-", "*", "+", "=", "---"].contains(&word) || is_whole(word) || mark(&format!("{word} ")) > 0
}

fn flush(paragraph: &mut String, lines: &mut Vec<String>) {
    let text = std::mem::take(paragraph);
    let inside = text.len() - text.trim_start().len();
    let mark = mark(text.trim_start());
    let is_item = mark > 0;
    let indent = " ".repeat(inside + mark);
    let mut line = " ".repeat(inside);
    // Of the line, and of the words in it, which are counted once.
    let (mut width, mut count, mut is_first) = (inside, 0, true);
    for word in words(&text) {
        let length = word.chars().count();
        // The mark of a list item never stands alone.
        let may_break = count > usize::from(is_item && is_first);
        if may_break && width + 1 + length > WIDTH && !begins_block(word) {
            lines.push(std::mem::replace(&mut line, indent.clone()));
            (width, count, is_first) = (indent.len(), 0, false);
        }
        if count > 0 {
            line.push(' ');
            width += 1;
        }
        line.push_str(word);
        width += length;
        count += 1;
    }
    if count > 0 {
        lines.push(line);
    }
}

/// Words, where a code span with spaces counts as one: a break inside it would show.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = None;
    let mut open = false;
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            b'`' => open = !open,
            b' ' | b'\n' if !open => {
                words.extend(start.take().and_then(|start| text.get(start..place)));
                continue;
            }
            _ => {}
        }
        start.get_or_insert(place);
    }
    words.extend(start.and_then(|start| text.get(start..)));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_plain_paragraph_stays_what_it_is() {
        let docs = "In this order:\n\n1. one\n2. two,\n   and more\n   - inside\n     of two\n\n> quoted\n> twice";
        let expected = [
            "In this order:",
            "",
            "1. one",
            "2. two, and more",
            "   - inside of two",
            "",
            "> quoted",
            "> twice",
        ];
        assert_eq!(wrap(docs), expected);
    }

    #[test]
    fn no_line_begins_with_what_would_be_a_list_or_a_heading() {
        for sign in ["-", "+", "*", "#", "1.", ">", "|"] {
            let docs = format!("{} {sign} one", "x".repeat(WIDTH));
            assert_eq!(wrap(&docs).len(), 2, "{sign}");
            assert_eq!(wrap(&docs).last().map(String::as_str), Some("one"));
        }
    }

    #[test]
    fn long_lines_wrap_and_lists_hang() {
        let docs = format!("- {}\n- short\n\nA `code span` stays.", "word ".repeat(30));
        let lines = wrap(&docs);
        assert!(lines.iter().all(|line| line.len() <= WIDTH), "{lines:?}");
        let long = format!("- {} and more", "x".repeat(WIDTH));
        assert_eq!(wrap(&long).len(), 2, "the mark stays with the first word");
        assert_eq!(
            lines.get(1).map(|line| line.starts_with("  word")),
            Some(true)
        );
        assert_eq!(
            lines.last().map(String::as_str),
            Some("A `code span` stays.")
        );
    }
}
