//! The JSON Schema says of a single file what the loader says of it, as far as a schema can.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

mod validator;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use codegen::schema;
use serde_json::Value;

/// The beginnings of the names of broken specs that only the whole spec, a conversion of names or a look
/// behind the YAML shows to be broken.
const ONLY_THE_GENERATOR: [&str; 60] = [
    "deviations/of_what_is_not_in_the_spec",
    "deviations/with_what_can_not_differ",
    "docs/a_field_without_docs",
    "docs/a_link_in_an_error_type",
    "docs/a_link_that_leads_nowhere",
    "docs/a_link_to_what_only_one_client_has",
    "docs/cut_by_a_comment",
    "docs/examples_that_are_no_code",
    "docs/for_another_type",
    "docs/for_the_other_direction_only",
    "docs/that_rustdoc_takes_for_something_else",
    "files/a_file_whose_name_only_ends_like_a_vocabulary",
    "files/a_resource_in_the_place_of_a_vocabulary",
    "files/a_resource_with_the_name_of_another_file",
    "files/a_vocabulary_for_shared_resources",
    "http/a_field_twice_in_the_path",
    "http/a_path_parameter_without_a_field",
    "http/a_path_parameter_without_a_request",
    "http/a_permission_for_a_field_without_a_resource",
    "http/a_permission_for_an_unknown_field",
    "http/a_reference_that_is_no_address",
    "http/a_reference_with_its_beginning_twice",
    "http/a_short_path_without_a_base",
    "http/an_optional_field_in_the_path",
    "http/member_session_outside_of_b2b",
    "http/retry_on_what_is_no_post",
    "http/the_same_call_twice",
    "http/types_that_can_not_stand_in_a_path",
    "http/types_that_can_not_stand_in_a_query",
    "links/a_field_that_the_address_has_already",
    "links/a_page_without_its_field",
    "links/names_that_are_taken",
    "links/types_that_can_not_stand_in_a_link",
    "marks/in_a_group_that_goes_the_other_way",
    "names/a_field_that_every_response_has",
    "names/a_field_that_two_groups_bring_in",
    "names/a_field_that_would_hide_a_function",
    "names/a_method_that_becomes_the_resource_below_it",
    "names/a_value_that_is_unknown",
    "names/events_that_can_not_be_named_in_rust",
    "names/fields_of_a_model_that_become_one",
    "names/fields_that_become_one",
    "names/methods_that_become_one",
    "names/resources_that_the_crates_use_themselves",
    "names/types_that_become_one",
    "names/types_that_the_crates_use_themselves",
    "names/values_that_become_one",
    "results/",
    "tree/",
    "types/an_id_that_stands_in_for_itself",
    "types/a_filter_in_a_response",
    "types/a_model_inside_itself",
    "types/an_id_that_stands_in_for_what_is_no_id",
    "types/of_",
    "types/unknown_in_many_places",
    "vocabulary/",
    "yaml/a_colon_without_a_space",
    "yaml/a_control_character_in_a_text",
    "yaml/a_merged_map",
    "yaml/an_alias",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(yaml_files(&path));
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// What the schema has to say about a text, or `None` if that is no YAML.
fn complaints(text: &str) -> Option<Vec<String>> {
    let value: Value = serde_yaml::from_str(text).ok()?;
    Some(validator::check(&schema::schema(), &value))
}

#[test]
fn every_file_of_the_spec_fits() {
    let mut files = yaml_files(&root().join("spec"));
    files.extend(yaml_files(&root().join("codegen/tests/golden/spec")));
    assert!(files.len() > 70);
    for path in files {
        let complaints = complaints(&fs::read_to_string(&path).unwrap()).expect("valid YAML");
        assert!(complaints.is_empty(), "{}: {complaints:#?}", path.display());
    }
}

#[test]
fn what_the_readme_shows_fits() {
    let readme = fs::read_to_string(root().join("spec/README.md")).unwrap();
    let mut count = 0;
    for block in readme.split("```yaml\n").skip(1) {
        let (block, _) = block.split_once("```\n").unwrap();
        // Blocks of a few lines show a part of a file.
        if block.contains("\nresource: ") || block.contains("vocabulary: ") {
            count += 1;
            assert_eq!(
                complaints(block).expect("valid YAML"),
                Vec::<String>::new(),
                "{block}"
            );
        }
    }
    assert_eq!(count, 2);
}

#[test]
fn every_file_of_the_spec_points_at_the_schema() {
    for path in yaml_files(&root().join("spec")) {
        let text = fs::read_to_string(&path).unwrap();
        let pointer = text
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("# yaml-language-server: $schema="));
        let schema = path
            .parent()
            .unwrap()
            .join(pointer.unwrap_or_else(|| panic!("{}", path.display())));
        let schema = schema.canonicalize().unwrap();
        assert_eq!(
            schema,
            root().join(schema::PATH).canonicalize().unwrap(),
            "{}",
            path.display()
        );
    }
}

#[test]
fn what_is_wrong_in_one_file_is_rejected() {
    let cases = root().join("codegen/tests/problems/cases");
    let mut wrong = Vec::new();
    let mut rejected = 0;
    for area in fs::read_dir(&cases).unwrap() {
        for case in fs::read_dir(area.unwrap().path()).unwrap() {
            let path = case.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let (files, _) = text.split_once("=== the message\n").unwrap();
            let all: Vec<_> = files
                .split("--- ")
                .skip(1)
                .map(|file| complaints(file.split_once('\n').unwrap().1))
                .collect();
            if all.iter().any(Option::is_none) {
                // An editor says of itself that this is no YAML.
                continue;
            }
            let is_rejected = all.into_iter().flatten().flatten().next().is_some();
            rejected += usize::from(is_rejected);
            let name = path
                .strip_prefix(&cases)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            if is_rejected
                == ONLY_THE_GENERATOR
                    .iter()
                    .any(|start| name.starts_with(start))
            {
                wrong.push((name, is_rejected));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(rejected > 50, "{rejected}");
}

/// What the loader calls a thing, and where the schema has it.
const THINGS: [(&str, &str); 13] = [
    ("a resource", "/definitions/resource"),
    ("a vocabulary", "/definitions/vocabulary"),
    ("a method", "/definitions/method"),
    ("a link", "/definitions/link"),
    ("`page`", "/definitions/page"),
    ("a model", "/definitions/model"),
    ("an enum", "/definitions/enum"),
    ("a value", "/definitions/value/then"),
    ("a filter", "/definitions/filter"),
    ("an event", "/definitions/event"),
    ("a field", "/definitions/anyField/then"),
    ("an entry of `fields`", "/definitions/entry/then"),
    ("an id", "/definitions/id/then"),
];

#[test]
fn the_schema_knows_the_keys_that_the_loader_knows() {
    // The messages about unknown keys list those that are known.
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for case in fs::read_dir(root().join("codegen/tests/problems/cases/keys")).unwrap() {
        let text = fs::read_to_string(case.unwrap().path()).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for pair in lines.windows(2) {
            let Some((_, what)) = pair[0].split_once(": unknown key ") else {
                continue;
            };
            let Some((_, what)) = what.split_once(" in ") else {
                continue;
            };
            let keys = pair[1]
                .strip_prefix("  expected one of ")
                .unwrap()
                .split(", ");
            known.insert(
                what.to_owned(),
                keys.map(|key| key.trim_matches('`').to_owned()).collect(),
            );
        }
    }
    assert_eq!(known.len(), THINGS.len(), "{:?}", known.keys());
    let schema = schema::schema();
    for (what, pointer) in THINGS {
        let properties = schema
            .pointer(&format!("{pointer}/properties"))
            .unwrap_or_else(|| panic!("{what}"));
        let properties: BTreeSet<String> =
            properties.as_object().unwrap().keys().cloned().collect();
        assert_eq!(properties, known[what], "{what}");
    }
}

#[test]
fn an_editor_can_explain_every_key() {
    fn walk(schema: &Value, root: &Value, at: &str) {
        let Value::Object(map) = schema else { return };
        if let Some(Value::Object(properties)) = map.get("properties") {
            for (key, property) in properties {
                let target = property.get("$ref").map_or(property, |reference| {
                    root.pointer(reference.as_str().unwrap().strip_prefix('#').unwrap())
                        .unwrap()
                });
                // Of a short and a long form each explains itself.
                let explained = target
                    .get("description")
                    .or_else(|| target.pointer("/else/description"));
                let text = explained.and_then(Value::as_str).unwrap_or_default();
                assert!(text.ends_with('.'), "{at}/{key}: `{text}`");
            }
        }
        for (key, inner) in map {
            walk(inner, root, &format!("{at}/{key}"));
        }
    }
    let schema = schema::schema();
    walk(&schema, &schema, "#");
}
