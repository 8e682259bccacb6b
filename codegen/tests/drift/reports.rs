//! What a report looks like, and what kinds of file it is made of.

use super::{AGREEING, changed, compare, report};

#[test]
fn a_file_that_agrees_leaves_nothing_to_say() {
    let report = report(&[]);
    assert!(report.is_clean());
    assert_eq!(
        report.text(),
        "nothing unexplained; 0 explained by spec/deviations.yaml, 0 stale there\n"
    );
    assert_eq!(report.skeleton, "");
}

#[test]
fn json_is_read_like_yaml() {
    let value: serde_json::Value = serde_yaml::from_str(AGREEING).unwrap();
    for text in [
        value.to_string(),
        serde_json::to_string_pretty(&value)
            .unwrap()
            .replace("  ", "\t"),
    ] {
        assert!(compare("deviations: []", &text).unwrap().is_clean());
        let text = text.replace("light-green", "d\\u00e9j\\u00e0 \\ud83d\\udfe2");
        let report = compare("deviations: []", &text).unwrap();
        assert_eq!(
            report.unexplained.first().unwrap().to_string(),
            "spec/vocabulary.yaml: missing value: Colour (by b2b/rooms.get response.room.colour): \
             spec nothing, file `déjà 🟢` in rooms_v1_Colour"
        );
    }
}

#[test]
fn differences_are_grouped_by_file_with_the_worst_first() {
    let report = report(&[
        ("[red, blue, light-green]", "[red, blue, light-green, grey]"),
        (
            "        quiet: { type: boolean }\n",
            "        smoky: { type: boolean }\n",
        ),
        ("required: [request_id, staff_id]", "required: [request_id]"),
        ("        guest_id: { type: string }\n", ""),
        (
            "components:\n",
            "  /v1/links/revoke:\n    post: { operationId: links_v1_Revoke }\ncomponents:\n",
        ),
        ("required: [name]\n", "required: [name, owner]\n"),
        (
            "        name: { type: string }\n        colour: { $ref: '#/components/schemas/rooms_v1_Colour' }\n        beds",
            "        name: { type: string }\n        owner: { type: string }\n        colour: { $ref: '#/components/schemas/rooms_v1_Colour' }\n        beds",
        ),
    ]);
    assert_eq!(
        report.text(),
        "\
spec/consumer/links.yaml: missing operation: POST /v1/links/revoke: spec nothing, file `links_v1_Revoke`
spec/consumer/links.yaml: extra field: consumer/links.authenticate response.guest_id: spec `string`, file nothing in links_v1_AuthenticateResponse

spec/b2b/rooms.yaml: missing field: b2b/rooms.create request.owner: spec nothing, file `string!` in rooms_v1_CreateRequest
spec/b2b/rooms.yaml: missing field: b2b/rooms.Room smoky (by b2b/rooms.get response.room): spec nothing, file `bool?` in rooms_v1_Room
spec/b2b/rooms.yaml: extra field: b2b/rooms.Room quiet (by b2b/rooms.get response.room): spec `bool`, file nothing in rooms_v1_Room

spec/b2b/links.yaml: required: b2b/links.authenticate response.staff_id: spec `required`, file `optional` in b2b_links_v1_AuthenticateResponse

spec/vocabulary.yaml: missing value: Colour (by b2b/rooms.get response.room.colour): spec nothing, file `grey` in rooms_v1_Colour

7 differences unexplained; 0 explained by spec/deviations.yaml, 0 stale there
"
    );
}

#[test]
fn machines_get_the_same_as_people() {
    let text = changed(&[
        ("required: [request_id, staff_id]", "required: [request_id]"),
        ("        quiet: { type: boolean }\n", ""),
    ]);
    let deviations = "
deviations:
  - reason: We know better.
    difference: extra field
    in: [b2b/rooms.Room, b2b/rooms.Bed]
    field: quiet
    spec: bool
";
    assert_eq!(
        compare(deviations, &text).unwrap().json(),
        serde_json::json!({
            "clean": false,
            "unexplained": [{
                "file": "spec/b2b/links.yaml",
                "difference": "required",
                "in": "b2b/links.authenticate",
                "field": "response.staff_id",
                "by": null,
                "spec": "required",
                "openapi": "optional",
                "schema": "b2b_links_v1_AuthenticateResponse",
            }],
            "explained": [{
                "file": "spec/b2b/rooms.yaml",
                "difference": "extra field",
                "in": "b2b/rooms.Room",
                "field": "quiet",
                "by": "b2b/rooms.get response.room",
                "spec": "bool",
                "openapi": null,
                "schema": "rooms_v1_Room",
                "reason": "We know better.",
            }],
            "stale": [{
                "file": "spec/deviations.yaml",
                "line": 3,
                "column": 5,
                "difference": "extra field",
                "in": "b2b/rooms.Bed",
                "field": "quiet",
                "value": null,
                "instead": null,
            }],
        })
    );
}
