//! Docs that are not what somebody wrote: a sign of YAML's has cut them, or a mark stands in them.

use super::node::Text;
use crate::problem::Problems;

/// Checks the docs in a file, whose text is `source`.
pub(super) fn check(docs: Vec<&Text>, source: &str, problems: &mut Problems) {
    let lines: Vec<&str> = source.lines().collect();
    for text in docs {
        if let Some(mark) = text.chars().next().filter(|first| "!?".contains(*first)) {
            problems.push(
                &text.at,
                format!("docs that begin with `{mark}`"),
                "a word at the beginning; a mark stands right behind the type, or the name",
            );
        }
        if let Some(lost) = cut(text, &lines) {
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
    let column = usize::try_from(text.at.column).ok()?.checked_sub(1)?;
    let first = *lines.get(index)?;
    let start = first.char_indices().nth(column)?.0;
    let (before, value) = first.split_at_checked(start)?;
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let starts_line = before.trim().is_empty();
    let mut above = lines.get(..index)?.iter().rev();
    let head = above.find(|line| !line.trim().is_empty() && indent(line) < indent(first));
    let is_block = starts_line
        && head.is_some_and(|head| {
            let (_, header) = head.split_once(": ").unwrap_or_default();
            header.trim_start().starts_with(['|', '>'])
        });
    // Within quotes and blocks, a `#` is a letter like any other.
    if is_block || value.starts_with(['"', '\'']) {
        return None;
    }
    let more = lines.get(index + 1..)?.iter().copied().take_while(|line| {
        !line.trim_start().starts_with('#')
            && (indent(line) > indent(first) || starts_line && indent(line) == indent(first))
    });
    let mut lines = std::iter::once(value).chain(more);
    let (line, place) = lines.find_map(|line| Some((line, line.find(" #")?)))?;
    let (kept, lost) = line.split_at_checked(place)?;
    (!kept.ends_with([' ', '\t'])).then(|| lost.trim())
}
