//! What `spec/README.md` shows works.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The code block of a language that follows a heading.
fn block(heading: &str, language: &str) -> String {
    let readme = fs::read_to_string(root().join("spec/README.md")).unwrap();
    let (_, section) = readme.split_once(&format!("\n## {heading}\n")).unwrap();
    let (_, block) = section.split_once(&format!("\n```{language}\n")).unwrap();
    block.split_once("\n```\n").unwrap().0.to_owned() + "\n"
}

/// A copy of the spec that vanishes with the test.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let to = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("readme-{name}-{}", std::process::id()));
        for folder in ["spec", "spec/b2b", "spec/consumer", "spec/shared"] {
            fs::create_dir_all(to.join(folder)).unwrap();
            for entry in fs::read_dir(root().join(folder)).unwrap() {
                let entry = entry.unwrap();
                if entry.file_type().unwrap().is_file() {
                    fs::copy(entry.path(), to.join(folder).join(entry.file_name())).unwrap();
                }
            }
        }
        Self(to)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // What stays behind lies in the target folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_annotated_resource_is_one_file_more_and_nothing_else() {
    let copy = Copy::new("resource");
    let example = block("One resource, annotated", "yaml");
    let name = "b2b/organizations.invitations.yaml";
    fs::write(copy.0.join("spec").join(name), &example).unwrap();
    let (before, _) = codegen::generate_anew(&root()).unwrap_or_else(|error| panic!("{error}"));
    let (after, _) = codegen::generate_anew(&copy.0).unwrap_or_else(|error| panic!("{error}"));
    let new: Vec<_> = after
        .keys()
        .filter(|path| !before.contains_key(*path))
        .collect();
    assert_eq!(
        new,
        ["stytch-b2b/src/generated/organizations/invitations.rs"]
    );
    let code = &after["stytch-b2b/src/generated/organizations/invitations.rs"];
    assert!(code.starts_with(&format!("// Generated from spec/{name} ")));
    for part in [
        "pub fn create(&self, request: CreateRequest) -> Call<CreateResponse, AsMember>",
        "/// `POST /v1/b2b/organizations/{organization_id}/invitations/accept`",
        "/// let created = stytch.organizations().invitations().create(request).await?;",
        "impl Page for SearchResponse",
        "TakenBack",
    ] {
        assert!(code.contains(part), "{part}");
    }
}

#[test]
fn the_examples_show_every_key() {
    let examples = [
        "One resource, annotated",
        "Fields",
        "Vocabularies",
        "Deviations",
    ];
    let examples = examples.map(|heading| block(heading, "yaml")).concat();
    for key in codegen::format::keys() {
        let shown = examples.lines().any(|line| {
            let line = line.trim_start().trim_start_matches("- ");
            line.starts_with(&format!("{key}:"))
        });
        assert!(shown, "`{key}` is not shown");
    }
}

#[test]
fn the_vocabulary_loads() {
    let copy = Copy::new("vocabulary");
    let text = block("Vocabularies", "yaml");
    for folder in ["b2b", "consumer", "shared"] {
        fs::remove_dir_all(copy.0.join("spec").join(folder)).unwrap();
    }
    fs::remove_file(copy.0.join("spec/errors.yaml")).unwrap();
    fs::write(copy.0.join("spec/vocabulary.yaml"), text).unwrap();
    let message = codegen::generate_anew(&copy.0).unwrap_err().to_string();
    let unused = message
        .lines()
        .filter(|line| line.contains("that nothing uses"))
        .count();
    assert!(
        message.ends_with(&format!("{unused} problems in the spec")),
        "{message}"
    );
}

#[test]
fn the_list_of_problems_is_what_the_generator_prints() {
    let copy = Copy::new("problems");
    let example = block("One resource, annotated", "yaml");
    let broken = example
        .replace("status: InvitationStatus", "status: InvitationStats")
        .replacen("    response:", "    respons:", 1);
    fs::write(
        copy.0.join("spec/b2b/organizations.invitations.yaml"),
        broken,
    )
    .unwrap();
    let message = codegen::generate_anew(&copy.0).unwrap_err().to_string();
    assert_eq!(message, block("When something is wrong", "text").trim_end());
}
