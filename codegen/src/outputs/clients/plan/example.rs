//! Examples become doctests: what a reader needs is shown, what the compiler needs besides is hidden.

use std::collections::{BTreeMap, BTreeSet};

use super::docs;
use crate::naming;
use crate::resolve::{Client, Resource};

/// What the roots of the crates take over from the core, as far as examples use it.
const OF_THE_CORE: [&str; 14] = [
    "AuthorizationError",
    "Client",
    "Environment",
    "Error",
    "ErrorKind",
    "ErrorType",
    "JsonObject",
    "Pkce",
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
    lines.extend(samples(client, example));
    lines.extend(example.lines().map(|line| line.trim_end().to_owned()));
    lines.extend(["# Ok(())".to_owned(), "# }".to_owned(), "```".to_owned()]);
    lines
}

/// A `let` for each id of which the example uses the variable without having one.
fn samples(client: &Client, example: &str) -> Vec<String> {
    let tokens = tokens(example);
    let lacks = |variable: &str| {
        let uses = |token: &Token<'_>| token.text == variable && token.before != ".";
        let has = |token: &Token<'_>| token.text == variable && token.before == "let";
        tokens.iter().any(uses) && !tokens.iter().any(has)
    };
    let samples = client.samples.iter();
    let samples = samples.map(|(id, value)| (naming::snake(id), value));
    samples
        .filter(|(variable, _)| lacks(variable))
        .map(|(variable, value)| format!("let {variable} = {value:?};"))
        .collect()
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
    tokens(code)
        .into_iter()
        .filter(|token| {
            token
                .text
                .starts_with(|first: char| first.is_alphabetic() || first == '_')
        })
        .filter(|token| !["::", "."].contains(&token.before))
        .filter_map(|Token { text, behind, .. }| {
            let small = text.starts_with(char::is_lowercase);
            let is_path = behind.starts_with("::");
            (!small || is_path || behind.starts_with('!')).then_some((text, small && is_path))
        })
        .collect()
}

/// A name, a sign or a text literal in a piece of Rust.
struct Token<'c> {
    /// The token in front.
    before: &'c str,
    text: &'c str,
    /// All the code that follows.
    behind: &'c str,
}

/// The tokens of a piece of Rust, without comments.
fn tokens(code: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
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
        let (text, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        if !text.trim().is_empty() && !text.starts_with("//") {
            tokens.push(Token {
                before,
                text,
                behind,
            });
            before = text;
        }
        rest = behind;
    }
    tokens
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
    fn an_id_without_a_let_gets_its_sample() {
        let samples_of = |example| {
            let client = Client {
                name: "b2b",
                types: Vec::new(),
                resources: Vec::new(),
                events: Vec::new(),
                samples: vec![("RobotId".to_owned(), "robot-test-1".to_owned())],
            };
            samples(&client, example)
        };
        let lines = ["let robot_id = \"robot-test-1\";"];
        assert_eq!(samples_of("robots::GetRequest::new(robot_id)"), lines);
        assert!(samples_of("let robot_id = \"mine\"; get(robot_id)").is_empty());
        assert!(samples_of("println!(\"robot_id\", robot.robot_id); // robot_id").is_empty());
    }

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
