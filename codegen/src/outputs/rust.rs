//! Rust: names and paths as tokens, and tokens as text.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};

/// A name, raw if it says so.
pub(super) fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(keyword) => Ident::new_raw(keyword, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// A path such as `crate::organizations::Member`.
pub(super) fn path(path: &str) -> TokenStream {
    let segments = path.split("::").map(|segment| match segment {
        "crate" => quote!(crate),
        name => ident(name).to_token_stream(),
    });
    quote!(#(#segments)::*)
}

/// One file: header, inner docs, items with a blank line between them.
pub(super) fn file(source: &str, docs: &[String], items: &[TokenStream]) -> Result<String, String> {
    let mut text =
        format!("// Generated from {source} by `cargo xtask generate`. Do not edit.\n\n");
    for line in docs {
        text.push_str(if line.is_empty() { "//!" } else { "//! " });
        text.push_str(line);
        text.push('\n');
    }
    if !docs.is_empty() {
        text.push('\n');
    }
    let mut previous = Line::None;
    for (index, item) in items.iter().enumerate() {
        let parsed: syn::File = syn::parse2(item.clone()).map_err(|error| {
            format!("generated code for {source} does not parse: {error}\n{item}")
        })?;
        let printed = prettyplease::unparse(&parsed);
        let line = Line::of(&printed);
        if index > 0 && (line == Line::None || line != previous) {
            text.push('\n');
        }
        previous = line;
        push_spaced(&mut text, &printed);
    }
    Ok(text)
}

/// Items that stand together without a blank line between them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Use,
    Reexport,
    Module,
    None,
}

impl Line {
    fn of(item: &str) -> Self {
        let item = item
            .lines()
            .find(|line| !line.starts_with("#["))
            .unwrap_or_default();
        if item.starts_with("use ") {
            Self::Use
        } else if item.starts_with("pub use ") {
            Self::Reexport
        } else if item.starts_with("pub mod ") || item.starts_with("mod ") {
            Self::Module
        } else {
            Self::None
        }
    }
}

/// Adds a blank line in front of each function of a block that is not the first: prettyplease puts
/// none.
fn push_spaced(text: &mut String, printed: &str) {
    let mut previous = "";
    for line in printed.lines() {
        let indent = |line: &str| line.len() - line.trim_start().len();
        let starts = line.trim_start().starts_with("///")
            || line.trim_start().starts_with("#[")
            || line.trim_start().starts_with("pub fn")
            || line.trim_start().starts_with("fn ");
        if indent(line) == 4 && starts && previous == "    }" {
            text.push('\n');
        }
        text.push_str(line);
        text.push('\n');
        previous = line;
    }
}

/// A paragraph in lines, where a code span with spaces counts as one word.
pub(super) fn wrap(text: &str) -> Vec<String> {
    const WIDTH: usize = 90;
    let mut lines: Vec<String> = Vec::new();
    let mut open = false;
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if open || line.len() + 1 + word.len() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
        open ^= word.matches('`').count() % 2 == 1;
    }
    lines
}
