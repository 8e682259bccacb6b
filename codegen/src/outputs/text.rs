//! Docs of the spec as plain text, for more than one output.

use crate::resolve::{Client, Target, split};

/// Up to the first full stop that ends a sentence; abbreviations and code spans don't.
pub(super) fn first_sentence(docs: &str) -> &str {
    let paragraph = docs.split("\n\n").next().unwrap_or(docs);
    let mut in_code = false;
    let bytes = paragraph.as_bytes();
    for (index, byte) in bytes.iter().enumerate() {
        match byte {
            b'`' => in_code = !in_code,
            b'.' if !in_code => {
                let next = bytes.get(index + 1);
                let abbreviation = paragraph.get(..=index).is_some_and(|text| {
                    ["e.g.", "i.e.", "etc."]
                        .iter()
                        .any(|ending| text.ends_with(ending))
                });
                if matches!(next, Some(b' ' | b'\n')) && !abbreviation {
                    return paragraph.get(..=index).unwrap_or(paragraph);
                }
            }
            _ => {}
        }
    }
    paragraph
}

/// Docs in one line without links, for where Markdown does not reach.
pub(super) fn plain(client: &Client, docs: &str) -> String {
    let mut out = String::new();
    for (text, target) in split(docs) {
        out.push_str(text);
        let Some(target) = target else { continue };
        let shown = client.target(target).map(shown);
        out.push_str(&format!("`{}`", shown.as_deref().unwrap_or(target)));
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The target of a link as an app writes it.
pub(super) fn shown(target: Target<'_>) -> String {
    match target {
        Target::Method(resource, method) => {
            let calls = resource.name.replace('.', "().");
            format!("{calls}().{}", method.name)
        }
        Target::Resource(resource) => resource.name.replace('.', "::"),
        Target::Type(ty) => match &ty.home {
            Some(home) => format!("{}::{}", home.replace('.', "::"), ty.name),
            None => ty.name.clone(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_ends_at_a_full_stop_outside_of_code() {
        assert_eq!(
            first_sentence("Ends at `a. b`, e.g. here. Not here."),
            "Ends at `a. b`, e.g. here."
        );
        assert_eq!(first_sentence("One line\n\nAnother."), "One line");
    }
}
