//! Examples have to be Rust: what is wrong with one would else come up in a generated file.

use crate::load::{Resource, Spec};
use crate::problem::Problems;

/// Reports examples that do not parse.
pub(super) fn check(spec: &Spec, problems: &mut Problems) {
    for method in spec.resources.iter().flat_map(Resource::named) {
        let Some(example) = &method.example else {
            continue;
        };
        let shown = |line: &str| line.strip_prefix("# ").unwrap_or(line).to_owned();
        let lines: Vec<_> = example.lines().map(shown).collect();
        let parsed = syn::parse_str::<syn::Block>(&format!("{{{}\n}}", lines.join("\n")));
        if let Err(error) = parsed
            && !problems.is_reported(&example.at)
        {
            problems.push(
                &example.at,
                format!("an example that is no Rust: {error}"),
                "statements, as they stand in a function",
            );
        }
    }
}
