//! Rust: names and paths as tokens, and tokens as text.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{self, Command};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, io};

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};

use super::Files;

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
    for item in items {
        if item.is_empty() {
            previous = Line::None;
            push_blank(&mut text);
            continue;
        }
        let parsed: syn::File = syn::parse2(item.clone()).map_err(|error| {
            format!("generated code for {source} does not parse: {error}\n{item}")
        })?;
        let printed = prettyplease::unparse(&parsed);
        let line = Line::of(&printed);
        if line == Line::None || line != previous {
            push_blank(&mut text);
        }
        previous = line;
        push_spaced(&mut text, &printed);
    }
    Ok(text)
}

/// In a list of items, a blank line between those that would stand together.
pub(super) fn blank() -> TokenStream {
    TokenStream::new()
}

fn push_blank(text: &mut String) {
    if !text.ends_with("\n\n") {
        text.push('\n');
    }
}

/// The files as rustfmt lays them out, so that nothing tells them from what is written by hand, and
/// `cargo fmt --check` looks at them as well. prettyplease comes close, but breaks lines where nobody
/// would.
///
/// # Errors
/// A message if rustfmt is not there or refuses the code, or if there is no room for it to work in.
pub(super) fn format(files: Files) -> Result<Files, String> {
    if files.is_empty() {
        return Ok(files);
    }
    static RUN: AtomicUsize = AtomicUsize::new(0);
    let run = RUN.fetch_add(1, Ordering::Relaxed);
    let folder = env::temp_dir().join(format!("stytch-codegen-{}-{run}", process::id()));
    let formatted = format_in(&folder, &files);
    // What stays behind is small, and in a folder for such things.
    let _ = fs::remove_dir_all(&folder);
    formatted
}

fn format_in(folder: &Path, files: &Files) -> Result<Files, String> {
    let about = |error: io::Error| format!("formatting below {}: {error}", folder.display());
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder)).map_err(about)?;
        fs::write(path, text).map_err(about)?;
    }
    // rustfmt follows the modules that a file declares, so those that are fine already are there as well,
    // with nothing in them.
    let mut follows = BTreeSet::new();
    for (path, text) in files {
        for module in text.lines().filter_map(declared) {
            let [file, folder_file] = places(path, module);
            if files.contains_key(&file) || files.contains_key(&folder_file) {
                follows.extend([file, folder_file]);
            } else {
                let path = folder.join(file);
                fs::create_dir_all(path.parent().unwrap_or(folder)).map_err(about)?;
                fs::write(path, "").map_err(about)?;
            }
        }
    }
    let roots = files.keys().filter(|path| !follows.contains(*path));
    let outcome = Command::new("rustfmt")
        .args(["--edition", "2024", "--config", "style_edition=2024"])
        .args(roots.map(|path| folder.join(path)))
        .output()
        .map_err(|error| format!("rustfmt: {error}; `rustup component add rustfmt` installs it"))?;
    if !outcome.status.success() {
        return Err(String::from_utf8_lossy(&outcome.stderr).into_owned());
    }
    files
        .keys()
        .map(|path| {
            let text = fs::read_to_string(folder.join(path)).map_err(about)?;
            Ok((path.clone(), text))
        })
        .collect()
}

/// The module that a line declares.
fn declared(line: &str) -> Option<&str> {
    let seen_from = ["pub ", "pub(crate) "];
    let line = seen_from
        .iter()
        .find_map(|seen| line.strip_prefix(seen))
        .unwrap_or(line);
    let name = line.strip_prefix("mod ")?.strip_suffix(';')?;
    Some(name.trim_start_matches("r#"))
}

/// Where the file of a module that `parent` declares can stand.
fn places(parent: &str, module: &str) -> [String; 2] {
    let stem = parent.strip_suffix(".rs").unwrap_or(parent);
    let folder = stem.strip_suffix("/mod").unwrap_or(stem);
    [
        format!("{folder}/{module}.rs"),
        format!("{folder}/{module}/mod.rs"),
    ]
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
