//! Which operations the emulator has: those with a function of their name in the file of their resource.
//!
//! Nobody keeps a list. The compiler makes sure of both sides: a route leads to a function that has the
//! right types, and a function to which no route leads is dead code.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

/// The folder below which a handler of `b2b.sessions.get` stands in `b2b/sessions.rs` or
/// `b2b/sessions/mod.rs`, as the function `get`.
const OPERATIONS: &str = "stytch-emulator/src/operations";

/// The handlers below `root`, such as `b2b.sessions.get`; none if there is no emulator.
///
/// # Errors
/// An I/O error, with the path, if a folder or file can't be read.
pub(crate) fn handlers(root: &Path) -> io::Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let folder = root.join(OPERATIONS);
    if folder.is_dir() {
        read(&folder, "", &mut found)?;
    }
    Ok(found)
}

fn read(folder: &Path, module: &str, found: &mut BTreeSet<String>) -> io::Result<()> {
    for name in super::names(folder)? {
        let path = folder.join(&name);
        let below = |name: &str| match module {
            "" => name.to_owned(),
            module => format!("{module}.{name}"),
        };
        if path.is_dir() {
            read(&path, &below(&name), found)?;
        } else if let Some(stem) = name.strip_suffix(".rs") {
            let text = fs::read_to_string(&path).map_err(|error| super::about(&path, &error))?;
            let module = match stem {
                "mod" => module.to_owned(),
                stem => below(stem),
            };
            let functions = functions(&text).into_iter();
            found.extend(functions.map(|name| format!("{module}.{name}")));
        }
    }
    Ok(())
}

/// The functions that a file offers to the rest of the crate, its own and those of its parts.
fn functions(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for item in text.split("\npub(crate) ").skip(1) {
        if let Some(function) = item.strip_prefix("fn ") {
            let name = function.split(['(', '<']).next();
            // a name that is a keyword of Rust
            found.extend(name.map(|name| name.strip_prefix("r#").unwrap_or(name)));
        } else if let Some(parts) = item.strip_prefix("use ") {
            let parts = parts.split(';').next().unwrap_or_default();
            let names = parts.rsplit("::").next().unwrap_or_default();
            let names = names.trim_matches(['{', '}']).split(',');
            found.extend(names.map(str::trim).filter(|name| !name.is_empty()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_found_where_they_are_or_come_from() {
        let text = "use a::b;\npub(crate) use search::search;\npub(crate) use self::factors::{\n    \
                    delete_email, delete_totp,\n};\nfn own() {}\n\
                    pub(crate) fn get(call: &mut Call<'_>) {}\n    pub(crate) fn inner() {}\n\
                    pub(crate) fn r#override(call: &mut Call<'_>) {}\n";
        let expected = ["search", "delete_email", "delete_totp", "get", "override"];
        assert_eq!(functions(text), expected);
    }
}
