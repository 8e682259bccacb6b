//! Docs that would not say what they say here once rustdoc has read them: what it takes for HTML, for a
//! link or for code of Rust.

use super::node::Text;
use super::syntax::locate;
use crate::problem::Problems;

/// Something in docs that rustdoc would take for something else.
struct Slip<'d> {
    found: String,
    expected: &'static str,
    /// Where it is.
    part: &'d str,
}

/// Checks docs in a file, whose text is `source`.
pub(super) fn check(docs: &Text, source: &str, problems: &mut Problems) {
    // Most docs are plain sentences.
    if !docs.contains(['[', '<', '`', '/', '\n']) {
        return;
    }
    let mut slips = Vec::new();
    blocks(docs, &mut slips);
    for slip in slips {
        // The same may stand in front of it, where it is fine.
        let begin = (slip.part.as_ptr() as usize).saturating_sub(docs.as_ptr() as usize);
        let before = docs.get(..begin).unwrap_or_default();
        let mut at = locate(source, &docs.at, slip.part);
        for _ in before.matches(slip.part) {
            at.column += 1;
            at = locate(source, &at, slip.part);
        }
        problems.push(&at, slip.found, slip.expected);
    }
}

/// Goes through the lines: code in fences is nobody's business, all other is text.
fn blocks<'d>(docs: &'d str, slips: &mut Vec<Slip<'d>>) {
    let mut fence: Option<&str> = None;
    let (mut start, mut place) = (0, 0);
    let mut before = "";
    for line in docs.split_inclusive('\n') {
        let text = line.trim();
        let end = place + line.len();
        if text.starts_with("```") || text.starts_with("~~~") {
            if fence.is_some() {
                fence = None;
            } else {
                inline(docs.get(start..place).unwrap_or_default(), slips);
                fence = Some(text);
                let wrong = if text.starts_with('~') {
                    Some("a fence of tildes, whose lines would be run together")
                } else if text.trim_matches('`').is_empty() {
                    Some("a fence without a language, whose code rustdoc takes for Rust")
                } else {
                    None
                };
                slips.extend(wrong.map(|found| Slip {
                    found: found.to_owned(),
                    expected: "three backticks and a word behind them, such as `json` or `text`",
                    part: text,
                }));
            }
            start = end;
        } else if fence.is_some() {
            start = end;
        } else if text.is_empty() {
            inline(docs.get(start..place).unwrap_or_default(), slips);
            start = end;
        } else if before.is_empty() && line.starts_with("    ") {
            slips.push(Slip {
                found: "a paragraph that is indented, which Markdown takes for code".to_owned(),
                expected: "no indentation, or a fence with a language around code",
                part: text,
            });
        }
        before = text;
        place = end;
    }
    match fence {
        Some(part) => slips.push(Slip {
            found: "a fence that is not closed".to_owned(),
            expected: "three backticks on a line of their own behind the code",
            part,
        }),
        None => inline(docs.get(start..).unwrap_or_default(), slips),
    }
}

/// Goes through the text of a paragraph.
fn inline<'d>(paragraph: &'d str, slips: &mut Vec<Slip<'d>>) {
    let mut rest = paragraph;
    let mut is_start = true;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\\' => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
            '`' => span(rest, slips),
            '[' => link(rest, slips),
            '<' => tag(rest, slips),
            'h' if is_start => address(rest, slips),
            _ => first.len_utf8(),
        };
        is_start = !first.is_alphanumeric();
        rest = rest.get(length..).unwrap_or_default();
    }
}

/// The length of a span of code.
fn span<'d>(text: &'d str, slips: &mut Vec<Slip<'d>>) -> usize {
    let count = text.len() - text.trim_start_matches('`').len();
    let mut end = count;
    while let Some(inner) = text.get(end..) {
        let Some(next) = inner.find('`') else { break };
        let ticks = inner.get(next..).unwrap_or_default();
        let ticks = ticks.len() - ticks.trim_start_matches('`').len();
        end += next + ticks;
        if ticks == count {
            return end;
        }
    }
    slips.push(Slip {
        found: "a backtick without another to close the code".to_owned(),
        expected: "one on each side of the code",
        part: until_space(text),
    });
    count
}

/// The length of what stands in brackets, with its address.
fn link<'d>(text: &'d str, slips: &mut Vec<Slip<'d>>) -> usize {
    let is_code = text.starts_with("[`") && !text.starts_with("[`]");
    let close = text.find(if is_code { "`]" } else { "]" });
    let Some(close) = close.map(|close| close + if is_code { 2 } else { 1 }) else {
        return 1;
    };
    let behind = text.get(close..).unwrap_or_default();
    let whole = text.get(..close).unwrap_or_default();
    if let Some(address) = behind.strip_prefix('(') {
        let end = address.find(')').unwrap_or(address.len());
        if !["https://", "crate::"]
            .iter()
            .any(|start| address.starts_with(start))
        {
            let address = address.get(..end).unwrap_or_default();
            slips.push(Slip {
                found: format!("a link to `{address}`"),
                expected: "`https://…`, or `crate::…` for what is not of the spec; the rest is linked by its name, as in [`sessions.get`]",
                part: whole,
            });
        }
        return close + end + 2;
    }
    if !is_code {
        slips.push(Slip {
            found: format!("`{whole}`, which rustdoc takes for a link"),
            expected: "backticks inside of the brackets for a link, or around them for code",
            part: whole,
        });
    }
    close
}

/// The length of what stands in angle brackets.
fn tag<'d>(text: &'d str, slips: &mut Vec<Slip<'d>>) -> usize {
    let inner = text.get(1..).unwrap_or_default();
    if inner.starts_with("https://") {
        return text.find('>').map_or(1, |end| end + 1);
    }
    if inner.starts_with(|first: char| first.is_ascii_alphabetic() || "/!?".contains(first)) {
        let part = text.split_inclusive('>').next().unwrap_or(text);
        let part = until_space(part);
        slips.push(Slip {
            found: format!("`{part}`, which rustdoc takes for HTML"),
            expected: "backticks around it",
            part,
        });
    }
    1
}

/// The length of an address that stands by itself; of a letter, if it is none.
fn address<'d>(text: &'d str, slips: &mut Vec<Slip<'d>>) -> usize {
    if !text.starts_with("https://") && !text.starts_with("http://") {
        return 1;
    }
    let part = until_space(text);
    slips.push(Slip {
        found: "an address by itself, which rustdoc does not make a link of".to_owned(),
        expected: "`<https://…>`, `[words](https://…)`, or backticks around it",
        part,
    });
    part.len()
}

fn until_space(text: &str) -> &str {
    text.split(char::is_whitespace).next().unwrap_or(text)
}
