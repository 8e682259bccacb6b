//! One change each, and what is said about it.

use super::{changed, compare, differences};

#[test]
fn a_new_endpoint() {
    let operation = "  /v1/b2b/rooms/{room_id}/clean:
    put: { operationId: rooms_v1_Clean, responses: {} }
components:
";
    assert_eq!(
        differences(&[("components:\n", operation)]),
        "spec/b2b/rooms.yaml: missing operation: PUT /v1/b2b/rooms/{room_id}/clean: spec nothing, \
         file `rooms_v1_Clean`"
    );
}

#[test]
fn a_new_endpoint_that_resembles_nothing_gets_a_file_of_its_own() {
    let operation = "  /v1/b2b/swimming-pools:\n    get: {}\ncomponents:\n";
    assert_eq!(
        differences(&[("components:\n", operation)]),
        "spec/b2b/swimming_pools.yaml: missing operation: GET /v1/b2b/swimming-pools: spec nothing, \
         file `an operation without a name`"
    );
}

#[test]
fn an_endpoint_that_is_gone() {
    assert_eq!(
        differences(&[("  /v1/links/authenticate:\n", "  x-links:\n")]),
        "spec/consumer/links.yaml: extra operation: consumer/links.authenticate: \
         spec `POST /v1/links/authenticate`, file nothing"
    );
}

#[test]
fn a_changed_path() {
    assert_eq!(
        differences(&[(
            "/v1/b2b/links/authenticate:",
            "/v1/b2b/staff_links/authenticate:"
        )]),
        "spec/b2b/links.yaml: changed path: b2b/links.authenticate: \
         spec `/v1/b2b/links/authenticate`, file `/v1/b2b/staff_links/authenticate`"
    );
}

#[test]
fn a_changed_path_parameter_is_one_difference() {
    assert_eq!(
        differences(&[
            ("  /v1/doors/{room_id}/open:", "  /v1/doors/{door_id}/open:"),
            (
                "doors_v1_Open\n      parameters:\n      - { name: room_id",
                "doors_v1_Open\n      parameters:\n      - { name: door_id"
            ),
        ]),
        "spec/shared/doors.yaml: changed path: shared/doors.open: spec `/v1/doors/{room_id}/open`, \
         file `/v1/doors/{door_id}/open`"
    );
}

#[test]
fn a_changed_verb() {
    assert_eq!(
        differences(&[(
            "post:\n      operationId: rooms_v1_Create",
            "put:\n      operationId: rooms_v1_Create"
        )]),
        "spec/b2b/rooms.yaml: changed verb: b2b/rooms.create: spec `POST`, file `PUT`"
    );
}

#[test]
fn another_server() {
    assert_eq!(
        differences(&[("    servers:\n    - url: https://doors.hotel.example\n", "")]),
        "spec/shared/doors.yaml: server: shared/doors.open: spec `fraud`, \
         file `the servers of the whole file`"
    );
}

#[test]
fn the_headers_of_a_member_session_no_longer_accepted() {
    let header = |name: &str| {
        format!(
            "      - {{ name: {name}, in: header, required: false, schema: {{ type: string }} }}\n"
        )
    };
    assert_eq!(
        differences(&[
            (&header("X-Stytch-Member-Session"), ""),
            (&header("X-Stytch-Member-SessionJWT"), ""),
        ]),
        "spec/b2b/rooms.yaml: member session: b2b/rooms.create: spec `accepted`, file `not accepted`"
    );
}

#[test]
fn a_new_field() {
    let quiet = "        quiet: { type: boolean }\n";
    assert_eq!(
        differences(&[(
            quiet,
            &format!("{quiet}        smoky: {{ type: boolean }}\n")
        )]),
        "spec/b2b/rooms.yaml: missing field: b2b/rooms.Room smoky (by b2b/rooms.get response.room): \
         spec nothing, file `bool?` in rooms_v1_Room"
    );
}

#[test]
fn a_new_field_that_is_required() {
    assert_eq!(
        differences(&[
            (
                "      required: [token, hotel]\n",
                "      required: [token, hotel, floor]\n"
            ),
            (
                "        hotel: { type: string }\n",
                "        hotel: { type: string }\n        floor: { type: integer }\n"
            ),
        ]),
        "spec/b2b/links.yaml: missing field: b2b/links.authenticate request.floor: spec nothing, \
         file `int32!` in b2b_links_v1_AuthenticateRequest"
    );
}

#[test]
fn a_removed_field() {
    assert_eq!(
        differences(&[("        quiet: { type: boolean }\n", "")]),
        "spec/b2b/rooms.yaml: extra field: b2b/rooms.Room quiet (by b2b/rooms.get response.room): \
         spec `bool`, file nothing in rooms_v1_Room"
    );
}

#[test]
fn a_changed_type() {
    for (file, said) in [
        ("{ type: string }", "string"),
        ("{ type: number }", "number"),
        ("{ type: integer, format: int64 }", "int64"),
        ("{ type: integer, minimum: 0 }", "uint32"),
        ("{ type: array, items: { type: integer } }", "list<int32>"),
        (
            "{ type: object, additionalProperties: { type: boolean } }",
            "map<bool>",
        ),
        (
            "{ type: object, properties: { a: { type: string }, b: {} } }",
            "object(a, b)",
        ),
        (
            "{ $ref: '#/components/schemas/rooms_v1_Bed' }",
            "rooms_v1_Bed",
        ),
        ("{ type: string, format: date-time }", "timestamp"),
        ("{ enum: [low, high] }", "enum(low, high)"),
        ("{}", "json"),
    ] {
        assert_eq!(
            differences(&[(
                "floor: { type: integer, format: int32 }",
                &format!("floor: {file}")
            )]),
            format!(
                "spec/b2b/rooms.yaml: type: b2b/rooms.Room floor (by b2b/rooms.get response.room): \
                 spec `int32`, file `{said}` in rooms_v1_Room"
            )
        );
    }
}

#[test]
fn the_same_in_other_words_is_no_change() {
    for (old, new) in [
        (
            "built_at: { type: string }",
            "built_at: { type: string, format: date-time }",
        ),
        (
            "built_at: { type: string }",
            "built_at: { type: [string, 'null'] }",
        ),
        (
            "built_at: { type: string }",
            "built_at: { oneOf: [{ type: string }, { type: 'null' }] }",
        ),
        (
            "name: room_id, in: path, required: true, schema: { type: string } }\n      - { name: with",
            "name: room_id, in: path, schema: { type: string } }\n      - { name: with",
        ),
        (
            "labels: { type: object, additionalProperties: true }",
            "labels: { type: object }",
        ),
        ("schema: { type: object, properties: {} }", "schema: {}"),
        (
            "rooms_v1_Colour:\n      type: string\n      enum: [red, blue, light-green]",
            "rooms_v1_Colour:\n      anyOf:\n      - { const: red }\n      - { type: string, enum: [blue, light-green] }",
        ),
        (
            "        floor: { type: integer, format: int32 }\n",
            "        floor: { allOf: [{ type: integer }], description: Which one. }\n",
        ),
    ] {
        assert_eq!(differences(&[(old, new)]), "", "{new}");
    }
}

#[test]
fn a_composed_object_has_the_fields_of_all_its_parts() {
    let plain = "    links_v1_AuthenticateResponse:
      type: object
      properties:
        request_id: { type: string }
        guest_id: { type: string }
      required: [request_id, guest_id]
";
    let composed = "    links_v1_AuthenticateResponse:
      allOf:
      - { $ref: '#/components/schemas/doors_v1_OpenResponse' }
      - { type: object, properties: { guest_id: { type: string } }, required: [guest_id] }
";
    assert_eq!(differences(&[(plain, composed)]), "");
    let either = composed.replace("allOf", "oneOf");
    assert_eq!(
        differences(&[(plain, &either)]),
        "spec/consumer/links.yaml: required: consumer/links.authenticate response.request_id: \
         spec `required`, file `optional` in links_v1_AuthenticateResponse\n\
         spec/consumer/links.yaml: required: consumer/links.authenticate response.guest_id: \
         spec `required`, file `optional` in links_v1_AuthenticateResponse"
    );
}

#[test]
fn a_field_that_became_required() {
    assert_eq!(
        differences(&[("required: [name]\n", "required: [name, colour]\n")]),
        "spec/b2b/rooms.yaml: required: b2b/rooms.create request.colour: spec `optional`, \
         file `required` in rooms_v1_CreateRequest"
    );
}

#[test]
fn a_field_that_may_be_missing_or_null_from_now_on() {
    let optional = "spec/b2b/links.yaml: required: b2b/links.authenticate response.staff_id: \
                    spec `required`, file `optional` in b2b_links_v1_AuthenticateResponse";
    assert_eq!(
        differences(&[("required: [request_id, staff_id]", "required: [request_id]")]),
        optional
    );
    assert_eq!(
        differences(&[(
            "staff_id: { type: string }",
            "staff_id: { type: string, nullable: true }"
        )]),
        optional
    );
}

#[test]
fn a_field_that_travels_elsewhere() {
    for (place, said) in [("header", "header"), ("cookie", "header"), ("path", "path")] {
        assert_eq!(
            differences(&[(
                "name: with_beds, in: query",
                &format!("name: with_beds, in: {place}")
            )]),
            format!(
                "spec/b2b/rooms.yaml: place: b2b/rooms.get request.with_beds: spec `query`, file `{said}`"
            )
        );
    }
}

#[test]
fn a_new_value_is_said_once_of_the_enum_that_lacks_it() {
    assert_eq!(
        differences(&[("[red, blue, light-green]", "[red, blue, light-green, grey]")]),
        "spec/vocabulary.yaml: missing value: Colour (by b2b/rooms.get response.room.colour): \
         spec nothing, file `grey` in rooms_v1_Colour"
    );
}

#[test]
fn a_removed_value_is_said_of_each_place_that_no_longer_lists_it() {
    assert_eq!(
        differences(&[("[red, blue, light-green]", "[blue, red]")]),
        "spec/b2b/rooms.yaml: extra values: b2b/rooms.Room colour (by b2b/rooms.get response.room): \
         spec `light-green`, file `blue, red` in rooms_v1_Room\n\
         spec/b2b/rooms.yaml: extra values: b2b/rooms.create request.colour: spec `light-green`, \
         file `blue, red` in rooms_v1_CreateRequest"
    );
}

#[test]
fn two_operations_under_one_schema_name_are_told_apart_by_their_paths() {
    assert_eq!(
        differences(&[
            (
                "$ref: '#/components/schemas/links_v1_AuthenticateRequest'",
                "$ref: '#/components/schemas/b2b_links_v1_AuthenticateRequest'"
            ),
            (
                "$ref: '#/components/schemas/links_v1_AuthenticateResponse'",
                "$ref: '#/components/schemas/b2b_links_v1_AuthenticateResponse'"
            ),
        ]),
        "spec/consumer/links.yaml: shared schema: consumer/links.authenticate request: \
         spec `has nights; lacks hotel`, file `the schema of b2b/links.authenticate` \
         in b2b_links_v1_AuthenticateRequest\n\
         spec/consumer/links.yaml: shared schema: consumer/links.authenticate response: \
         spec `has guest_id; lacks staff_id`, file `the schema of b2b/links.authenticate` \
         in b2b_links_v1_AuthenticateResponse"
    );
}

#[test]
fn a_new_field_in_a_schema_that_two_operations_share_is_missing_from_both() {
    let shared = changed(&[
        (
            "$ref: '#/components/schemas/rooms_v1_CreateResponse'",
            "$ref: '#/components/schemas/rooms_v1_GetResponse'",
        ),
        (
            "rooms_v1_GetResponse:\n      type: object\n      properties:\n",
            "rooms_v1_GetResponse:\n      type: object\n      properties:\n        price: { type: integer }\n",
        ),
    ]);
    let report = compare("deviations: []", &shared).unwrap();
    let found: Vec<_> = report.unexplained.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "spec/b2b/rooms.yaml: missing field: b2b/rooms.get response.price: spec nothing, \
             file `int32?` in rooms_v1_GetResponse",
            "spec/b2b/rooms.yaml: missing field: b2b/rooms.create response.price: spec nothing, \
             file `int32?` in rooms_v1_GetResponse",
        ]
    );
}
