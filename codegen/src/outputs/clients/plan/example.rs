//! Examples become doctests: what a reader needs is shown, what the compiler needs besides is hidden.

use std::collections::{BTreeMap, BTreeSet};

use super::docs;
use crate::naming;
use crate::resolve::{Client, Resource};

/// What the roots of the crates take over from the core, as far as examples use it.
const OF_THE_CORE: [&str; 13] = [
    "AuthorizationError",
    "Client",
    "Environment",
    "Error",
    "ErrorKind",
    "ErrorType",
    "JsonObject",
    "RetryPolicy",
    "Secret",
    "Timestamp",
    "TokenError",
    "Value",
    "json",
];

/// The lines of the section.
pub(super) fn lines(client: &Client, resource: &Resource, example: &str) -> Vec<String> {
    let library = format!("stytch_{}", client.name);
    let mut lines = vec![
        String::new(),
        "# Example".to_owned(),
        String::new(),
        "```no_run".to_owned(),
        "# #![allow(unused)]".to_owned(),
    ];
    let imports = imports(client, resource, &library, example);
    if !imports.is_empty() {
        lines.extend(uses(&imports));
        lines.push(String::new());
    }
    lines.push(format!(
        "# async fn example(stytch: {library}::Client) -> Result<(), Box<dyn std::error::Error>> {{"
    ));
    lines.extend(example.lines().map(|line| line.trim_end().to_owned()));
    lines.extend(["# Ok(())".to_owned(), "# }".to_owned(), "```".to_owned()]);
    lines
}

/// `use a::{b, c};` for imports of one parent; few enough to fit into a line.
fn uses(imports: &BTreeSet<String>) -> impl Iterator<Item = String> {
    let mut parents: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (parent, name) in imports.iter().filter_map(|path| path.rsplit_once("::")) {
        parents.entry(parent).or_default().push(name);
    }
    parents
        .into_iter()
        .map(|(parent, names)| match names.as_slice() {
            [name] => format!("use {parent}::{name};"),
            _ => format!("use {parent}::{{{}}};", names.join(", ")),
        })
}

/// The paths of all that the example names.
fn imports(client: &Client, resource: &Resource, library: &str, example: &str) -> BTreeSet<String> {
    let mut imports = BTreeSet::new();
    for (name, is_module) in names(example) {
        let found = if is_module && name == naming::snake(naming::last(&resource.name)) {
            Some(docs::module(&resource.name).replacen("crate", library, 1))
        } else if is_module {
            let mut tops = client.resources.iter().map(|top| naming::snake(&top.name));
            tops.any(|top| top == name)
                .then(|| format!("{library}::{name}"))
        } else {
            let mut roots = client.types.iter().filter(|ty| ty.home.is_none());
            (OF_THE_CORE.contains(&name) || roots.any(|ty| ty.name == name))
                .then(|| format!("{library}::{name}"))
        };
        imports.extend(found);
    }
    imports
}

/// The names in a piece of Rust that do not stand behind `.` or `::`, each with whether it can only be
/// a module: a small letter first, and `::` behind.
fn names(code: &str) -> Vec<(&str, bool)> {
    let mut names = Vec::new();
    let mut rest = code;
    let mut before = "";
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => text(rest),
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            first if first.is_alphanumeric() || first == '_' => rest
                .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
                .unwrap_or(rest.len()),
            ':' if rest.starts_with("::") => 2,
            first => first.len_utf8(),
        };
        let (token, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        if (first.is_alphabetic() || first == '_') && !["::", "."].contains(&before) {
            let small = first.is_lowercase();
            if !small || behind.starts_with("::") || behind.starts_with('!') {
                names.push((token, small && behind.starts_with("::")));
            }
        }
        if !token.trim().is_empty() {
            before = token;
        }
        rest = behind;
    }
    names
}

/// The length of a text literal with its quotes.
fn text(code: &str) -> usize {
    let mut escaped = false;
    for (index, letter) in code.char_indices().skip(1) {
        match letter {
            '"' if !escaped => return index + 1,
            _ => escaped = letter == '\\' && !escaped,
        }
    }
    code.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_that_need_an_import() {
        let code = r#"
            // Robots::build("Secret")
            let request = robots::CreateRequest::new("Value \" sso::X", json!({}));
            let made = stytch.robots().create(request).await?;
            assert_eq!(made.mood, Mood::Happy);
        "#;
        let found = [
            ("robots", true),
            ("json", false),
            ("assert_eq", false),
            ("Mood", false),
        ];
        assert_eq!(names(code), found);
    }
}
