//! Files that are no OpenAPI files, and files that are only in part.

use codegen::drift::{Error, Kept, Report};
use codegen::resolve::Api;

use super::{AGREEING, changed, compare, differences};

fn error(text: &str) -> String {
    compare("deviations: []", text).unwrap_err().to_string()
}

#[test]
fn what_is_no_openapi_file_is_refused_with_the_place() {
    for (text, message) in [
        ("", "openapi.yaml#: nothing in place of an OpenAPI file"),
        ("- a\n", "openapi.yaml#: a list in place of an OpenAPI file"),
        (
            "paths: {}\n",
            "openapi.yaml#: no `openapi` with the version; is it an OpenAPI file?",
        ),
        (
            "swagger: '2.0'\n",
            "openapi.yaml#: no `openapi` with the version; is it an OpenAPI file?",
        ),
        (
            "openapi: 2.0.0\n",
            "openapi.yaml#/openapi: version `2.0.0` of OpenAPI; 3.x is understood",
        ),
        (
            "openapi: 3.1\n",
            "openapi.yaml#/openapi: a number for the version of OpenAPI; a text such as \"3.0.3\" is",
        ),
        ("openapi: 3.0.3\n", "openapi.yaml#: no `paths`"),
        (
            "openapi: 3.0.3\npaths: []\n",
            "openapi.yaml#/paths: a list in place of a map of paths",
        ),
        (
            "openapi: 3.0.3\npaths: { /a/b: 1, /c: { get: x }, /d: { $ref: '#/e' } }\n",
            "openapi.yaml#/paths/~1a~1b: a number in place of a map of verbs\n\
             openapi.yaml#/paths/~1c/get: a text in place of an operation\n\
             openapi.yaml#/paths/~1d: the reference `#/e`, which leads nowhere",
        ),
    ] {
        assert_eq!(error(text), message);
    }
}

#[test]
fn a_syntax_error_is_reported_with_line_and_column() {
    let yaml = changed(&[(
        "        quiet: { type: boolean }\n",
        "        quiet: { type: boolean\n",
    )]);
    let line = yaml
        .lines()
        .position(|line| line.contains("quiet"))
        .unwrap()
        + 2;
    assert_eq!(
        error(&yaml),
        format!(
            "openapi.yaml:{line}:15: while parsing a flow mapping, did not find expected ',' or '}}'; expected valid YAML"
        )
    );
    assert_eq!(
        error("{ \"openapi\": \"3.0.3\",\n  \"paths\": { } ]\n"),
        "openapi.yaml:2:16: expected `,` or `}`"
    );
    assert_eq!(
        error("{ \"openapi\": \"3.0.3\",\n"),
        "openapi.yaml:2:1: EOF while parsing a value"
    );
}

#[test]
fn a_name_that_stands_twice_is_refused() {
    let twice = changed(&[(
        "    rooms_v1_Bed:\n",
        "    rooms_v1_Room: {}\n    rooms_v1_Bed:\n",
    )]);
    let at = |text: &str| twice.lines().position(|line| line == text).unwrap() + 1;
    let (first, line) = (at("    rooms_v1_Room:"), at("    rooms_v1_Room: {}"));
    assert_eq!(
        error(&twice),
        format!(
            "openapi.yaml:{line}:5: the key `rooms_v1_Room` for the second time; \
             expected each key once; the first is at openapi.yaml:{first}:5"
        )
    );
    assert_eq!(
        error("{ \"openapi\": \"3.0.3\",\n  \"paths\": {}, \"paths\": {} }"),
        "openapi.yaml:2:22: the key `paths` stands twice"
    );
}

#[test]
fn a_part_that_makes_no_sense_is_reported_and_the_rest_compared() {
    let quiet = "quiet: { type: boolean }";
    let in_room =
        "spec/b2b/rooms.yaml: unreadable: b2b/rooms.Room quiet (by b2b/rooms.get response.room): ";
    for (schema, said) in [
        (
            "quiet: { $ref: '#/components/schemas/gone' }",
            "the reference `#/components/schemas/gone`, which leads nowhere",
        ),
        (
            "quiet: { $ref: 'other.yaml#/a' }",
            "the reference `other.yaml#/a`, which leads nowhere",
        ),
        ("quiet: { $ref: 1 }", "a `$ref` that is no text"),
        (
            "quiet: { $ref: '#/components/schemas/rooms_v1_Room/properties/quiet' }",
            "references that go round in a circle",
        ),
        (
            "quiet: { allOf: [{ type: object, properties: { a: {} } }, { type: string }] }",
            "a composition of things that can't be one",
        ),
        (
            "quiet: { oneOf: [{ $ref: '#/components/schemas/rooms_v1_Room/properties/quiet' }, {}] }",
            "compositions that go round in a circle",
        ),
        ("quiet: { type: array }", "a list without `items`"),
        (
            "quiet: { type: bool }",
            "the type `bool`, which OpenAPI does not have",
        ),
        ("quiet: { type: { a: b } }", "a map for `type`"),
        (
            "quiet: { type: object, properties: [] }",
            "a list for `properties`",
        ),
        ("quiet: yes", "a text in place of a schema"),
    ] {
        assert_eq!(
            differences(&[(quiet, schema)]),
            format!("{in_room}{said} in rooms_v1_Room").replace(" in rooms_v1_Room", "")
        );
    }
    assert_eq!(
        differences(&[
            ("$ref: '#/components/schemas/links_v1_AuthenticateRequest'", "$ref: '#/gone'"),
            ("'200':\n          content: { application/json: { schema: { $ref: '#/components/schemas/links_v1_AuthenticateResponse' } } }", "'200':\n          content: { text/html: {} }"),
            ("{ name: with_beds, in: query,", "{ in: query,"),
        ]),
        "\
spec/b2b/rooms.yaml: unreadable: b2b/rooms.get request: a parameter without a `name`

spec/consumer/links.yaml: unreadable: consumer/links.authenticate request: the reference `#/gone`, which leads nowhere
spec/consumer/links.yaml: unreadable: consumer/links.authenticate response: a body as text/html in place of JSON"
    );
}

#[test]
fn hostile_files_neither_crash_nor_hang() {
    let deep = |open: &str, close: &str| open.repeat(100_000) + &close.repeat(100_000);
    for text in [
        deep("[", "]"),
        deep("{\"a\":", "}"),
        format!("a: {}", deep("[", "]")),
        deep("- ", ""),
        "a: &a [*a]\n".to_owned(),
        format!(
            "a: &a [x]\n{}",
            (0..60)
                .map(|n| format!("k{n}: &k{n} [*a, *a]\n"))
                .collect::<String>()
        ),
    ] {
        assert!(error(&text).starts_with("openapi.yaml"), "{}", error(&text));
    }
    // Each composition has the next one twice: 2^30 parts, if nobody counted.
    let mut doubling = "    rooms_v1_Bed0: { type: object }\n".to_owned();
    for n in 1..31 {
        let part = format!("{{ $ref: '#/components/schemas/rooms_v1_Bed{}' }}", n - 1);
        doubling += &format!("    rooms_v1_Bed{n}: {{ allOf: [{part}, {part}] }}\n");
    }
    assert_eq!(
        differences(&[
            (
                "    rooms_v1_Bed:\n",
                &format!("{doubling}    rooms_v1_Bed:\n")
            ),
            (
                "labels: { type: object, additionalProperties: true }",
                "labels: { $ref: '#/components/schemas/rooms_v1_Bed30' }"
            ),
        ]),
        "spec/b2b/rooms.yaml: unreadable: b2b/rooms.Room labels (by b2b/rooms.get response.room): \
         compositions that go round in a circle"
    );
}

/// A generator of numbers that gives the same ones at every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

fn compare_with_lock(api: &Api, lock: &str, text: &str) -> Result<Report, Error> {
    let kept = Kept {
        deviations: "deviations: []",
        lock: Some(lock),
    };
    codegen::drift::compare(api, kept, "openapi.yaml", text)
}

#[test]
fn files_changed_at_random_never_make_it_panic() {
    let api = codegen::api(&super::root()).unwrap();
    let json = serde_yaml::from_str::<serde_json::Value>(AGREEING).unwrap();
    let json = serde_json::to_string_pretty(&json).unwrap();
    let tokens = [
        "$ref",
        "type",
        "allOf",
        "[",
        "]",
        "{",
        "}",
        ":",
        "- ",
        "\n",
        "  ",
        "'",
        "null",
        "object",
        "array",
        "é",
        "#/components/schemas/rooms_v1_Room",
        "properties",
        "enum",
        "items",
        "~",
        "1e999",
        "{room_id}",
    ];
    let lock = codegen::drift::lock("openapi.yaml", AGREEING).unwrap();
    let mut numbers = Numbers(7);
    let (mut read, mut refused) = (0, 0);
    for round in 0..600 {
        let mut lines: Vec<String> = if round % 2 == 0 { AGREEING } else { &json }
            .lines()
            .map(str::to_owned)
            .collect();
        for _ in 0..=numbers.below(2) {
            let index = numbers.below(lines.len());
            match numbers.below(4) {
                0 => drop(lines.remove(index)),
                1 => lines.insert(index, lines[numbers.below(lines.len())].clone()),
                2 => {
                    let other = (index + 1).min(lines.len() - 1);
                    lines.swap(index, other);
                }
                _ => {
                    let line = &mut lines[index];
                    let places: Vec<usize> = line.char_indices().map(|(place, _)| place).collect();
                    let place = places
                        .get(numbers.below(places.len()))
                        .copied()
                        .unwrap_or(0);
                    line.insert_str(place, tokens[numbers.below(tokens.len())]);
                }
            }
        }
        match compare_with_lock(&api, &lock, &lines.join("\n")) {
            Ok(report) => {
                read += 1;
                assert_eq!(report.is_clean(), report.unexplained.is_empty());
                assert!(report.text().ends_with("0 stale there\n"));
            }
            Err(error) => {
                refused += 1;
                assert!(error.to_string().starts_with("openapi.yaml"), "{error}");
            }
        }
    }
    assert!(
        read > 100 && refused > 100,
        "{read} read, {refused} refused"
    );
}
