//! The way into a client crate: the client itself, and the checks that need no call of their own.
//!
//! Both are Rust by hand, written once for both clients. The templates lie beside this file. A line
//! that begins with `@b2b` or `@consumer` is for that client alone, and `@{name}` stands for one of the
//! `words` in which the clients differ.

use super::Output;
use super::draft::Draft;

/// The way into the client crates.
pub const OUTPUT: Output = Output {
    check: |_, _, _| {},
    folder: |client| folder(client.name),
    drafts: |client| drafts(client.name),
};

/// Each file that is made, and its template.
const TEMPLATES: [(&str, &str); 12] = [
    ("mod.rs", include_str!("entry/mod.rs.in")),
    ("client.rs", include_str!("entry/client.rs.in")),
    ("saml_shield.rs", include_str!("entry/saml_shield.rs.in")),
    ("tokens.rs", include_str!("entry/tokens.rs.in")),
    ("webhooks.rs", include_str!("entry/webhooks.rs.in")),
    ("guides/mod.rs", include_str!("entry/guides/mod.rs.in")),
    (
        "guides/authorization.rs",
        include_str!("entry/guides/authorization.rs.in"),
    ),
    (DISCOVERY, include_str!("entry/guides/discovery.rs.in")),
    (
        "guides/many_instances.rs",
        include_str!("entry/guides/many_instances.rs.in"),
    ),
    (
        "guides/migration.rs",
        include_str!("entry/guides/migration.rs.in"),
    ),
    (
        "guides/sessions.rs",
        include_str!("entry/guides/sessions.rs.in"),
    ),
    (
        "guides/testing.rs",
        include_str!("entry/guides/testing.rs.in"),
    ),
];

/// For the client alone that has organizations to be discovered.
const DISCOVERY: &str = "guides/discovery.rs";

fn folder(client: &str) -> String {
    format!("stytch-{client}/src/entry")
}

fn drafts(client: &str) -> Result<Vec<Draft<'static>>, String> {
    let folder = folder(client);
    let is_for = |name: &str| name != DISCOVERY || client == "b2b";
    let templates = TEMPLATES.into_iter();
    templates
        .filter(|(name, _)| is_for(name))
        .map(|(name, template)| {
            let text = fill(client, name, template)?;
            let path = format!("{folder}/{name}");
            Ok(Draft::new(path, text, |text| Ok(text.clone())))
        })
        .collect()
}

/// What stands for `@{name}`.
fn words(client: &str) -> Result<[(&'static str, &'static str); 11], String> {
    match client {
        "b2b" => Ok([
            ("name", "b2b"),
            ("crate", "stytch_b2b"),
            ("package", "stytch-b2b"),
            ("API", "B2B"),
            ("prefix", "/v1/b2b"),
            ("session", "member_session"),
            ("Session", "MemberSession"),
            ("holder", "member"),
            ("Tenant", "OfOrganization"),
            ("in", "\"organization-test-1\", "),
            ("acme", "\"acme\", "),
        ]),
        "consumer" => Ok([
            ("name", "consumer"),
            ("crate", "stytch_consumer"),
            ("package", "stytch-consumer"),
            ("API", "consumer"),
            ("prefix", "/v1"),
            ("session", "session"),
            ("Session", "Session"),
            ("holder", "user"),
            ("Tenant", "OfProject"),
            ("in", ""),
            ("acme", ""),
        ]),
        other => Err(format!("no words for the client `{other}`")),
    }
}

/// The text of a file for a client.
fn fill(client: &str, name: &str, template: &str) -> Result<String, String> {
    let source = format!("codegen/src/outputs/entry/{name}.in");
    let mut text =
        format!("// Generated from {source} by `cargo xtask generate`. Do not edit.\n\n");
    for line in template.lines() {
        let line = match line.strip_prefix('@').filter(|rest| !rest.starts_with('{')) {
            None => line,
            Some(marked) => match marked.split_once(' ').unwrap_or((marked, "")) {
                (whose, line) if whose == client => line,
                ("b2b" | "consumer", _) => continue,
                (whose, _) => return Err(format!("{source}: `@{whose}` is no client")),
            },
        };
        text.push_str(line);
        text.push('\n');
    }
    // a part for the other client may have stood last
    text.truncate(text.trim_end().len());
    text.push('\n');
    for (word, meaning) in words(client)? {
        text = text.replace(&format!("@{{{word}}}"), meaning);
    }
    match text.split_once("@{") {
        None => Ok(text),
        Some((_, rest)) => Err(format!(
            "{source}: no such word: {}",
            rest.chars().take(20).collect::<String>()
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_words_are_those_of_the_client() {
        let template = "the @{holder}\n@b2b  one\n@consumer two\n@b2b\nend";
        let lines = |client| {
            let text = fill(client, "x.rs", template).unwrap_or_default();
            text.lines().skip(2).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(lines("b2b"), ["the member", " one", "", "end"]);
        assert_eq!(lines("consumer"), ["the user", "two", "end"]);
    }

    #[test]
    fn what_is_not_known_is_a_mistake() {
        for (client, template) in [("b2b", "@{other}"), ("b2b", "@other line"), ("other", "")] {
            assert!(fill(client, "x.rs", template).is_err(), "{template}");
        }
    }
}
