//! Docs that are not what somebody wrote: a sign of YAML's has cut them, or a mark stands in them.

use super::markdown;
use super::node::Text;
use crate::problem::Problems;

/// Checks the docs in a file, whose text is `source`.
pub(super) fn check(docs: Vec<&Text>, source: &str, problems: &mut Problems) {
    let lines: Vec<&str> = source.lines().collect();
    let has_sign = source.contains(" #");
    for text in docs {
        if let Some(mark) = text.chars().next().filter(|first| "!?".contains(*first)) {
            problems.push(
                &text.at,
                format!("docs that begin with `{mark}`"),
                "a word at the beginning; a mark stands right behind the type, or the name",
            );
        }
        markdown::check(text, source, problems);
        let lost = has_sign.then(|| cut(text, &lines)).flatten();
        if let Some(lost) = lost {
            problems.push(
                &text.at,
                format!("docs that YAML cuts at ` #`, so that `{lost}` is lost"),
                "quotes around the text, or `|-` behind the key and the text on a line of its own; \
                 a comment stands two spaces off",
            );
        }
    }
}

/// What a `#` behind a single space has cut off: a slip, while a comment stands two spaces off.
fn cut<'a>(text: &Text, lines: &[&'a str]) -> Option<&'a str> {
    let index = usize::try_from(text.at.line).ok()?.checked_sub(1)?;
    let first = *lines.get(index)?;
    let starts_line = indent(first) + 1 >= usize::try_from(text.at.column).ok()?;
    let more = lines.get(index + 1..)?.iter().copied().take_while(|line| {
        !line.trim_start().starts_with('#')
            && (indent(line) > indent(first) || starts_line && indent(line) == indent(first))
    });
    let mut lines_of_text = std::iter::once(first).chain(more);
    let (line, place) = lines_of_text.find_map(|line| Some((line, line.find(" #")?)))?;
    let (kept, lost) = line.split_at_checked(place)?;
    let is_comment = kept.is_empty() || kept.ends_with([' ', '\t']);
    (!is_comment && !is_quoted(text, lines, index)).then(|| lost.trim())
}

/// Whether the text stands in quotes or in a block, where a `#` is a letter like any other.
fn is_quoted(text: &Text, lines: &[&str], index: usize) -> bool {
    let first = lines.get(index).copied().unwrap_or_default();
    let column = usize::try_from(text.at.column).unwrap_or(1);
    if first
        .chars()
        .nth(column.saturating_sub(1))
        .is_some_and(|first| "\"'|>".contains(first))
    {
        return true;
    }
    let mut above = lines.get(..index).unwrap_or_default().iter().rev();
    let head = above.find(|line| !line.trim().is_empty() && indent(line) < indent(first));
    indent(first) + 1 >= column
        && head.is_some_and(|head| {
            let (_, header) = head.split_once(": ").unwrap_or_default();
            header.trim_start().starts_with(['|', '>'])
        })
}

fn indent(line: &str) -> usize {
    line.bytes().take_while(|byte| *byte == b' ').count()
}
