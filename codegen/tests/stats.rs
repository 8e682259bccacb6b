//! What the crates hold is kept in a file, so that a change of the spec shows what it adds or takes away.
//! Whether that is the whole API is what `cargo xtask drift` compares with the vendor's OpenAPI file.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use std::fs;
use std::path::Path;

use codegen::load;
use codegen::problem::Problems;
use codegen::stats::{PATH, Size, Stats, Table};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

#[test]
fn the_counts_that_are_kept_are_those_of_the_spec() {
    let (files, _) = codegen::generate_anew(root()).unwrap();
    let kept = fs::read_to_string(root().join(PATH)).unwrap();
    assert_eq!(files[PATH], kept, "run `cargo xtask generate`");
    assert!(
        kept.lines().count() == 3 && kept.contains("stytch-b2b"),
        "{kept}"
    );
}

#[test]
fn each_byte_of_the_spec_is_docs_or_an_example_or_structure() {
    let mut problems = Problems::default();
    let spec = load::load(&root().join("codegen/tests/golden/spec"), &mut problems).unwrap();
    let size = Size::of(&spec);
    let lines = spec.sources.values().flat_map(|text| text.lines());
    let lines = lines.map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("# "));
    let all: usize = lines.map(|line| line.len() + 1).sum();
    assert_eq!(size.structure + size.docs + size.examples, all);
    assert!(
        size.docs > 0 && size.examples > 0 && size.structure > 0,
        "{size}"
    );
}

#[test]
fn the_table_has_a_line_for_each_crate() {
    let stats = |client, operations| Stats {
        client,
        operations,
        links: 1,
        models: 2,
        enums: 3,
        ids: 4,
        filters: 5,
        request_fields: 6,
        response_fields: 7,
        model_fields: 8,
    };
    assert_eq!(
        Table(vec![stats("b2b", 100), stats("consumer", 1)]).to_string(),
        "\
crate            operations  links  models  enums   ids  filters   fields:  request  response   model
stytch-b2b              100      1       2      3     4        5                  6         7       8
stytch-consumer           1      1       2      3     4        5                  6         7       8"
    );
}
