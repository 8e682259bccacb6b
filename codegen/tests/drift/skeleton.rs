//! What is missing, in the format of the spec.

use codegen::problem::Problems;

use super::{Folder, changed, report};

const SWIMMING_POOL: &str = "  /v1/b2b/pools/{room_id}:
    put:
      operationId: pools_v1_FillUp
      parameters:
      - { name: room_id, in: path, required: true, schema: { type: string } }
      - { name: X-Stytch-Member-Session, in: header, schema: { type: string } }
      - { name: X-Stytch-Member-SessionJWT, in: header, schema: { type: string } }
      requestBody:
        content: { application/json: { schema: { $ref: '#/components/schemas/pools_v1_FillUpRequest' } } }
      responses:
        '200':
          content: { application/json: { schema: { $ref: '#/components/schemas/pools_v1_FillUpResponse' } } }
components:
  schemas:
    pools_v1_FillUpRequest:
      type: object
      properties:
        depth: { type: integer, minimum: 0 }
        water: { type: string, enum: ['no', sweet, 'salt: much'] }
        walls: { type: string, enum: [red, blue] }
        filter: { $ref: '#/components/schemas/pools_v1_Filter' }
        token: { type: string }
      required: [depth, filter]
    pools_v1_FillUpResponse:
      type: object
      properties:
        request_id: { type: string }
        filled_at: { type: string, format: date-time }
        rooms: { type: array, items: { $ref: '#/components/schemas/rooms_v1_Room' } }
        filters: { type: object, additionalProperties: { $ref: '#/components/schemas/pools_v1_Filter' } }
        slide: { type: object, properties: { length: { type: number }, wet: { type: boolean } }, required: [length, wet] }
      required: [request_id, rooms, filters]
    pools_v1_Filter:
      type: object
      properties:
        sand: { type: boolean }
        room_id: { type: string }
        inner: { type: array, items: { $ref: '#/components/schemas/pools_v1_Filter' } }
      required: [sand]
";

const ITS_SKELETON: &str = r#"# spec/b2b/pools.yaml
resource: pools

enums:
  Water:
    values:
      "no":
      sweet:
      "salt: much":

models:
  Filter:
    fields:
      sand: bool!
      room_id: RoomId?
      inner: list<Filter>?

  Slide:
    fields:
      # length: `number`, for which the spec has no type
      wet: bool

methods:
  fill_up:
    http: PUT /v1/b2b/pools/{room_id}
    member_session: optional
    request:
      room_id: RoomId!
      depth: uint32!
      water: Water
      walls: Colour
      filter: Filter!
      token: secret
    response:
      request_id: string
      filled_at: timestamp?
      rooms: list<rooms.Room>
      filters: map<Filter>
      slide: Slide?
"#;

/// The documents of a skeleton and the files that they name.
fn documents(skeleton: &str) -> Vec<(&str, &str)> {
    let file = |text| str::lines(text).next().unwrap().strip_prefix("# ").unwrap();
    skeleton
        .split("---\n")
        .map(|text| (file(text), text))
        .collect()
}

/// What the loader finds wrong with the documents of a skeleton.
fn loaded(name: &str, skeleton: &str) -> Vec<String> {
    let folder = Folder::new(name);
    for (file, text) in documents(skeleton) {
        folder.write(file, text);
    }
    let mut problems = Problems::default();
    codegen::load::load(&folder.0.join("spec"), &mut problems).unwrap();
    problems
        .iter()
        .map(|problem| problem.found.clone())
        .collect()
}

/// Adds docs wherever the format asks for some.
fn with_docs(document: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in document.lines() {
        match line.len() - line.trim_start().len() {
            4 if line == "    fields:" || line == "    values:" => {
                lines.extend(["    docs: Something.".to_owned(), line.to_owned()]);
            }
            6 => lines.push(format!("{line} Something.")),
            _ => lines.push(line.to_owned()),
        }
        if line.starts_with("resource: ") {
            lines.push("docs: Something.".to_owned());
        }
        if line.starts_with("    http: ") {
            lines.push("    docs: Something.".to_owned());
        }
    }
    lines.join("\n")
}

#[test]
fn a_new_endpoint_comes_with_its_types_and_with_known_ones_where_they_fit() {
    assert_eq!(
        report(&[("components:\n  schemas:\n", SWIMMING_POOL)]).skeleton,
        ITS_SKELETON
    );
}

#[test]
fn nothing_but_the_docs_is_missing_from_a_new_endpoint() {
    assert_eq!(
        loaded("endpoint", ITS_SKELETON),
        [
            "a resource without `docs`",
            "an enum without `docs`",
            "nothing for the docs of a value",
            "nothing for the docs of a value",
            "nothing for the docs of a value",
            "a model without `docs`",
            "a model without `docs`",
            "a method without `docs`",
        ]
    );
}

#[test]
fn a_skeleton_with_docs_settles_the_difference() {
    let folder = Folder::new("settled");
    folder.copy_spec();
    folder.write("spec/b2b/pools.yaml", &with_docs(ITS_SKELETON));
    let text = changed(&[("components:\n  schemas:\n", SWIMMING_POOL)])
        // A number with a fraction is the one thing for which the spec has no type.
        .replace("length: { type: number }, ", "");
    let lock = codegen::drift::lock("openapi.yaml", &text).unwrap();
    folder.write(codegen::drift::LOCK, &lock);
    let report = codegen::drift::drift(&folder.0, "openapi.yaml", &text).unwrap();
    assert_eq!(
        report.text(),
        "\
spec/b2b/pools.yaml: extra values: b2b/pools.fill_up request.walls: spec `light-green`, file `red, blue` in pools_v1_FillUpRequest

1 difference unexplained; 0 explained by spec/deviations.yaml, 0 stale there
"
    );
}

#[test]
fn missing_fields_and_values_come_as_parts_of_the_files_that_lack_them() {
    let skeleton = report(&[
        ("[red, blue, light-green]", "[red, blue, light-green, grey, 'on']"),
        ("        width: { type: integer", "        length: { type: integer }\n        width: { type: integer"),
        ("        quiet: { type: boolean }\n", "        quiet: { type: boolean }\n        door: { type: object, properties: { token: { type: string } } }\n"),
        ("        nights: {", "        room_id: { type: string }\n        nights: {"),
        ("        guest_id: {", "        host: { type: string, nullable: true }\n        guest_id: {"),
    ])
    .skeleton;
    assert_eq!(
        skeleton,
        r#"# spec/b2b/rooms.yaml
resource: rooms

models:
  Bed:
    fields:
      length: int32?

  Door:
    fields:
      token: secret?

  Room:
    fields:
      door: Door?
---
# spec/consumer/links.yaml
resource: links

methods:
  authenticate:
    http: POST /v1/links/authenticate
    request:
      room_id: RoomId
    response:
      host: string?
---
# spec/vocabulary.yaml

enums:
  Colour:
    values:
      grey:
      "on":
"#
    );
    assert_eq!(
        loaded("fields", &skeleton),
        [
            "a vocabulary without `vocabulary`",
            "an enum without `docs`",
            "nothing for the docs of a value",
            "nothing for the docs of a value",
            "a resource without `docs`",
            "a model without `docs`",
            "a model without `docs`",
            "a model without `docs`",
            "a resource without `docs`",
            "a method without `docs`",
        ]
    );
}

#[test]
fn what_is_explained_is_not_in_the_skeleton() {
    let text = changed(&[
        (
            "        nights: {",
            "        room_id: { type: string }\n        nights: {",
        ),
        (
            "        guest_id: {",
            "        host: { type: string }\n        guest_id: {",
        ),
    ]);
    let deviations = "
deviations:
  - reason: Not for our guests.
    difference: missing field
    in: consumer/links.authenticate
    field: response.host
    file: string?
";
    assert_eq!(
        super::compare(deviations, &text).unwrap().skeleton,
        "# spec/consumer/links.yaml
resource: links

methods:
  authenticate:
    http: POST /v1/links/authenticate
    request:
      room_id: RoomId
"
    );
}

#[test]
fn a_new_method_gets_a_name_that_is_free() {
    let operation = |id: &str, last: &str| {
        format!("  /v1/b2b/rooms/{{room_id}}/{last}:\n    post: {{ operationId: {id} }}\n")
    };
    let several = [
        operation("rooms_v1_Get", "paint"),
        operation("rooms_v1_Get", "create"),
        operation("sweepFloor", "x"),
        operation("'?'", "{floor}"),
    ]
    .concat();
    let skeleton = report(&[("components:\n", &format!("{several}components:\n"))]).skeleton;
    let names: Vec<_> = skeleton
        .lines()
        .filter(|line| line.starts_with("  ") && line.ends_with(':'))
        .collect();
    assert_eq!(
        names,
        ["  paint:", "  get_2:", "  sweep_floor:", "  rooms:"]
    );
}

#[test]
fn a_new_endpoint_lands_where_its_name_says() {
    let operation =
        |id: &str, path: &str| format!("  {path}:\n    post: {{ operationId: {id} }}\n");
    let places = |id: &str, path: &str| {
        let text = operation(id, path) + "components:\n";
        let skeleton = report(&[("components:\n", &text)]).skeleton;
        let lines: Vec<&str> = skeleton.lines().collect();
        let method = lines.iter().rev().find(|line| line.ends_with(':'));
        (lines[0].to_owned(), (*method.unwrap()).to_owned())
    };
    for (id, path, file, method) in [
        // Beside the operations whose names begin alike, whatever the path.
        (
            "rooms_v1_SweepFloor",
            "/v1/b2b/brooms",
            "b2b/rooms",
            "sweep_floor",
        ),
        (
            "links_v1_Revoke",
            "/v1/revocations",
            "consumer/links",
            "revoke",
        ),
        // A B2B operation is never one of the consumer's.
        (
            "links_v1_Revoke",
            "/v1/b2b/revocations",
            "b2b/revocations",
            "revoke",
        ),
        // A new resource below one that is known.
        (
            "api_rooms_v1_b2b_rooms_spare_keys_Issue",
            "/v1/b2b/keys",
            "b2b/rooms.spare_keys",
            "issue",
        ),
        (
            "doors_v1_doors_locks_Oil",
            "/v1/oil",
            "shared/doors.locks",
            "oil",
        ),
        // Nothing is known by that name.
        (
            "pools_v1_pools_Fill",
            "/v1/b2b/rooms/{room_id}/pool",
            "b2b/rooms",
            "fill",
        ),
        ("pools_v1_Fill", "/v1/b2b/pools", "b2b/pools", "fill"),
    ] {
        assert_eq!(
            places(id, path),
            (format!("# spec/{file}.yaml"), format!("  {method}:")),
            "{id}"
        );
    }
}
