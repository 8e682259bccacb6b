//! Differences that are kept on purpose.

use super::{changed, compare};

/// One removed field and one changed type.
fn text() -> String {
    changed(&[
        ("        quiet: { type: boolean }\n", ""),
        (
            "floor: { type: integer, format: int32 }",
            "floor: { type: string }",
        ),
    ])
}

const BOTH: &str = "
deviations:
  - reason: The file is older.
    difference: extra field
    in: b2b/rooms.Room
    field: quiet
    spec: bool
  - reason: >-
      Floors are numbers,
      whatever they say.
    difference: type
    in: [b2b/rooms.Room]
    field: [floor]
    spec: int32
    file: string
";

#[test]
fn what_is_kept_on_purpose_is_no_news() {
    let report = compare(BOTH, &text()).unwrap();
    assert!(report.is_clean());
    assert_eq!(
        report.text(),
        "nothing unexplained; 2 explained by spec/deviations.yaml, 0 stale there\n"
    );
    let reasons: Vec<_> = report
        .explained
        .iter()
        .map(|explained| explained.reason.as_str())
        .collect();
    assert_eq!(
        reasons,
        [
            "Floors are numbers, whatever they say.",
            "The file is older."
        ]
    );
}

#[test]
fn the_same_difference_elsewhere_is_news() {
    let deviations = BOTH.replace("in: b2b/rooms.Room", "in: b2b/rooms.Bed");
    let report = compare(&deviations, &text()).unwrap();
    assert_eq!(
        report.text(),
        "\
spec/b2b/rooms.yaml: extra field: b2b/rooms.Room quiet (by b2b/rooms.get response.room): spec `bool`, file nothing in rooms_v1_Room

spec/deviations.yaml:3:5: stale deviation: extra field: b2b/rooms.Bed quiet: no such difference, or an entry further up explains it

1 difference unexplained; 1 explained by spec/deviations.yaml, 1 stale there
"
    );
}

#[test]
fn another_difference_in_the_same_place_is_news() {
    let deviations = BOTH.replace("file: string", "file: number");
    let report = compare(&deviations, &text()).unwrap();
    assert_eq!(
        report.text(),
        "\
spec/b2b/rooms.yaml: type: b2b/rooms.Room floor (by b2b/rooms.get response.room): spec `int32`, file `string` in rooms_v1_Room

spec/deviations.yaml:8:5: stale deviation: type: b2b/rooms.Room floor: now spec `int32`, file `string`

1 difference unexplained; 1 explained by spec/deviations.yaml, 1 stale there
"
    );
}

#[test]
fn an_entry_that_explains_nothing_any_more_is_reported() {
    let report = compare(BOTH, &changed(&[])).unwrap();
    assert!(!report.is_clean());
    assert_eq!(
        report.text(),
        "\
spec/deviations.yaml:3:5: stale deviation: extra field: b2b/rooms.Room quiet: no such difference, or an entry further up explains it
spec/deviations.yaml:8:5: stale deviation: type: b2b/rooms.Room floor: no such difference, or an entry further up explains it

nothing unexplained; 0 explained by spec/deviations.yaml, 2 stale there
"
    );
}

#[test]
fn a_difference_is_explained_by_one_entry_only() {
    let twice = BOTH.replace(
        "  - reason: The file is older.",
        "  - { reason: Again., difference: extra field, in: b2b/rooms.Room, field: quiet, spec: bool }\n  - reason: The file is older.",
    );
    let report = compare(&twice, &text()).unwrap();
    assert_eq!(
        report.text(),
        "\
spec/deviations.yaml:4:5: stale deviation: extra field: b2b/rooms.Room quiet: no such difference, or an entry further up explains it

nothing unexplained; 2 explained by spec/deviations.yaml, 1 stale there
"
    );
}

#[test]
fn one_entry_covers_each_value_that_it_lists() {
    let text = changed(&[(
        "[red, blue, light-green]",
        "[red, blue, light-green, grey, pink]",
    )]);
    let deviations = "
deviations:
  - reason: Out of fashion.
    difference: missing value
    in: Colour
    file: [grey, beige]
";
    assert_eq!(
        compare(deviations, &text).unwrap().text(),
        "\
spec/vocabulary.yaml: missing value: Colour (by b2b/rooms.get response.room.colour): spec nothing, file `pink` in rooms_v1_Colour

spec/deviations.yaml:3:5: stale deviation: missing value: Colour `beige`: no such difference, or an entry further up explains it

1 difference unexplained; 1 explained by spec/deviations.yaml, 1 stale there
"
    );
}

#[test]
fn the_order_of_values_does_not_matter_but_each_value_does() {
    let deviations = "
deviations:
  - reason: Walls are not painted at once.
    difference: extra values
    in: [b2b/rooms.Room, b2b/rooms.create]
    field: [colour, request.colour]
    spec: [light-green, blue]
    file: red
";
    let text = changed(&[("[red, blue, light-green]", "[red]")]);
    let report = compare(deviations, &text).unwrap();
    assert_eq!(report.unexplained, []);
    // A field of each owner is expected in the other, too, where it does not exist.
    assert_eq!((report.explained.len(), report.stale.len()), (2, 2));
    let text = changed(&[("[red, blue, light-green]", "[red, blue]")]);
    let report = compare(deviations, &text).unwrap();
    assert_eq!((report.unexplained.len(), report.explained.len()), (2, 0));
}

#[test]
fn a_clash_of_schema_names_is_explained_as_long_as_it_lasts() {
    let clash = [(
        "$ref: '#/components/schemas/links_v1_AuthenticateRequest'",
        "$ref: '#/components/schemas/b2b_links_v1_AuthenticateRequest'",
    )];
    let deviations = "
deviations:
  - reason: Two operations under one name.
    difference: shared schema
    in: consumer/links.authenticate
    field: request
    file: the schema of b2b/links.authenticate
";
    assert!(compare(deviations, &changed(&clash)).unwrap().is_clean());
    assert_eq!(
        compare(deviations, &changed(&[])).unwrap().stale.len(),
        1,
        "the vendor has mended it"
    );
}

#[test]
fn an_entry_that_could_not_match_is_refused() {
    for (deviations, message) in [
        (
            "deviations:\n  - { reason: Why, difference: typ, in: a, field: b, spec: c, file: d }\n",
            "spec/deviations.yaml:2:32: `typ` for `difference`\n  \
             expected one of `unreadable`, `missing operation`, `changed verb`, `changed path`, \
             `extra operation`, `server`, `shared schema`, `missing field`, `type`, `place`, \
             `required`, `deprecated operation`, `deprecated field`, `member session`, `missing value`, `extra field`, `extra values`\n  \
             did you mean `type`?\n1 problem in the spec",
        ),
        (
            "deviations:\n  - { reason: ' ', difference: type, in: [], field: b, spec: c }\n",
            "spec/deviations.yaml:2:5: the difference `type` without `file`\n  \
             expected `file`, as the report has it\n\
             spec/deviations.yaml:2:15: an empty text for `reason`\n  \
             expected a text; quote it if need be\n\
             spec/deviations.yaml:2:42: an empty list for `in`\n  \
             expected what the report of `cargo xtask drift` says there\n3 problems in the spec",
        ),
        (
            "deviations:\n  - { reason: Why, difference: extra operation, in: a, field: b }\n",
            "spec/deviations.yaml:2:63: the difference `extra operation` with `field`\n  \
             expected no `field`, which differs with nothing there\n1 problem in the spec",
        ),
    ] {
        let error = compare(deviations, &text()).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
    for (deviations, start) in [
        (
            "deviations:\n  - { reason: Why, diff: type, in: a }\n",
            "spec/deviations.yaml:2:5: a deviation without `difference`",
        ),
        (
            "deviations:\n  - { reason: Why, difference: type }\n",
            "spec/deviations.yaml:2:5: a deviation without `in`",
        ),
        ("deviations: [\n", "spec/deviations.yaml:"),
        ("", "spec/deviations.yaml:1:1: "),
    ] {
        let message = compare(deviations, &text()).unwrap_err().to_string();
        assert!(message.starts_with(start), "{message}");
    }
}
