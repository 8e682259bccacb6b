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
        let item = trimmed.starts_with("- ") || trimmed.starts_with("* ");
        if fence
            || in_code
            || trimmed.is_empty()
            || item
            || trimmed.starts_with('#')
            || trimmed.starts_with('|')
        {
            flush(&mut paragraph, &mut lines);
        }
        if fence {
            in_code = !in_code;
        }
        if fence
            || in_code
            || trimmed.is_empty()
            || trimmed.starts_with('#')
            || trimmed.starts_with('|')
        {
            lines.push(line.to_owned());
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

fn flush(paragraph: &mut String, lines: &mut Vec<String>) {
    let text = std::mem::take(paragraph);
    let is_item = text.starts_with("- ") || text.starts_with("* ");
    let indent = if is_item { "  " } else { "" };
    let mut line = String::new();
    // Of the line, and of the words in it, which are counted once.
    let (mut width, mut count, mut is_first) = (0, 0, true);
    for word in words(&text) {
        let length = word.chars().count();
        // The mark of a list item never stands alone.
        let may_break = count > usize::from(is_item && is_first);
        if may_break && width + 1 + length > WIDTH {
            lines.push(std::mem::replace(&mut line, indent.to_owned()));
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
