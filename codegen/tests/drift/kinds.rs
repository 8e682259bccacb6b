//! Every kind of change that an OpenAPI file can go through, one at a time: each is seen, or is known
//! not to matter.

mod fields;
mod operations;

use std::fs;

use super::{AGREEING, Folder, changed, report_with_lock, root};

/// The lines of the report on the changed file, against the spec and what was kept of the file.
fn news(changes: &[(&str, &str)]) -> Vec<String> {
    let report = report_with_lock(&root(), AGREEING, &changed(changes));
    report.unexplained.iter().map(ToString::to_string).collect()
}

/// A change of the file, and the end of the line that reports it.
pub(super) type Case = (&'static str, &'static str, &'static str);

const SESSION: &str = "      - { name: X-Stytch-Member-Session, in: header, required: false, schema: { type: string } }\n";
const JWT: &str = "      - { name: X-Stytch-Member-SessionJWT, in: header, required: false, schema: { type: string } }\n";
const LAST: &str = "components:\n  schemas:\n";
const FLOOR: &str = "floor: { type: integer, format: int32 }";
const LABELS: &str = "labels: { type: object, additionalProperties: true }";
const QUIET: &str = "quiet: { type: boolean }";
const HOTEL: &str = "hotel: { type: string }";
const STAFF: &str = "staff_id: { type: string }";
const NIGHTS: &str = "nights: { type: integer, format: int32 }";
const WIDTH: &str = "width: { type: integer, format: int32, minimum: 0, description: 'In centimetres, mostly `90` or `140`.' }";
const COLOUR: &str = "      type: string\n      enum: [red, blue, light-green]\n";
const CREATE: &str = "      operationId: rooms_v1_Create\n";
const GET: &str = "      operationId: rooms_v1_Get\n";
const CREATE_BODY: &str = "required: true\n        content: { application/json: { schema: { $ref: '#/components/schemas/rooms_v1_CreateRequest' } } }";
const CREATED: &str = "'200':\n          content: { application/json: { schema: { $ref: '#/components/schemas/rooms_v1_CreateResponse' } } }";

#[test]
fn each_change_of_the_file_is_seen() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (old, new, said) in [
        operations::FILE,
        operations::OPERATIONS,
        operations::PARAMETERS,
        operations::BODIES,
        fields::FIELDS,
    ]
    .concat()
    {
        count += 1;
        let news = news(&[(old, new)]);
        if !news
            .iter()
            .any(|line| line.ends_with(said) || (said.ends_with('#') && line.contains(said)))
        {
            wrong.push(format!(
                "{old} -> {new}\n  expected …{said}\n  found {news:#?}"
            ));
        }
    }
    assert!(count >= 65, "only {count} kinds");
    assert!(
        wrong.is_empty(),
        "{} of {count}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn what_does_not_travel_is_no_change() {
    for (old, new) in [
        // Names that only the file uses.
        (GET, "      operationId: rooms_v1_LookUp\n"),
        ("tags: [Rooms]", "tags: [All, Rooms]"),
        (
            "title: Hotel",
            "title: Grand Hotel, contact: { name: Desk }",
        ),
        (LAST, "tags: [{ name: Rooms }]\ncomponents:\n  schemas:\n"),
        // Refusals, and programs in other languages.
        (
            CREATED,
            "'409': { description: Taken. }\n        '200':\n          content: { application/json: { schema: { $ref: '#/components/schemas/rooms_v1_CreateResponse' } } }",
        ),
        (
            CREATE,
            "      operationId: rooms_v1_Create\n      x-codeSamples: [{ lang: curl }]\n",
        ),
        // What nothing refers to.
        (
            LAST,
            "components:\n  schemas:\n    unused: { type: string }\n",
        ),
        // The same in other words.
        (LABELS, "labels: { type: object }"),
        (
            "enum: [red, blue, light-green]",
            "enum: [blue, red, light-green]",
        ),
        (
            "required: [request_id, staff_id]",
            "required: [staff_id, request_id]",
        ),
        (
            "Gives a room, or `room_not_found`.",
            "Gives a room,\n        or `room_not_found`.",
        ),
    ] {
        assert_eq!(news(&[(old, new)]), [""; 0], "{new}");
    }
}

#[test]
fn a_schema_with_another_name_is_the_same() {
    let text = AGREEING.replace("rooms_v1_Bed", "beds_v1_Bed");
    let report = report_with_lock(&root(), AGREEING, &text);
    assert_eq!(report.unexplained, []);
}

/// A change of the spec, and the end of the line that reports it; nothing for what the file can't know.
const SPEC: &[(&str, &str, &str, &str)] = &[
    (
        "b2b/rooms",
        "floor: int32",
        "floor: uint32",
        "spec `uint32`, file `int32` in rooms_v1_Room",
    ),
    (
        "b2b/rooms",
        "floor: int32",
        "floor: int32?",
        "required: b2b/rooms.Room floor (by b2b/rooms.get response.room): spec `optional`, file `required` in rooms_v1_Room",
    ),
    (
        "b2b/rooms",
        "name: string! What",
        "name: string What",
        "required: b2b/rooms.create request.name: spec `optional`, file `required` in rooms_v1_CreateRequest",
    ),
    (
        "b2b/rooms",
        "labels: map<json>",
        "labels: map<string>",
        "type: b2b/rooms.Room labels (by b2b/rooms.get response.room): spec `map<string>`, file `map<json>` in rooms_v1_Room",
    ),
    (
        "b2b/rooms",
        "quiet: bool",
        "quite: bool",
        "extra field: b2b/rooms.Room quite (by b2b/rooms.get response.room): spec `bool`, file nothing in rooms_v1_Room",
    ),
    (
        "b2b/rooms",
        "    member_session: optional\n",
        "",
        "member session: b2b/rooms.create: spec `not accepted`, file `accepted`",
    ),
    (
        "b2b/rooms",
        "http: POST /v1/b2b/rooms",
        "http: PUT /v1/b2b/rooms",
        "changed verb: b2b/rooms.create: spec `PUT`, file `POST`",
    ),
    (
        "b2b/rooms",
        "    docs: Adds a room.\n",
        "    docs: Adds a room.\n    deprecated: Build one.\n",
        "deprecated operation: b2b/rooms.create: spec `deprecated`, file `in use`",
    ),
    (
        "shared/doors",
        "    base: fraud\n",
        "",
        "server: shared/doors.open: spec `api`, file `https://doors.hotel.example`",
    ),
    (
        "vocabulary",
        "light-green:",
        "green:",
        "missing value: Colour (by b2b/rooms.get response.room.colour): spec nothing, file `light-green` in rooms_v1_Colour",
    ),
    // The file has one word, `string`, for all of these.
    ("consumer/links", "guest_id: string", "guest_id: secret", ""),
    ("b2b/links", "staff_id: string", "staff_id: RoomId", ""),
    ("b2b/links", "hotel: string!", "hotel: Colour!", ""),
    ("b2b/rooms", "built_at: timestamp?", "built_at: string?", ""),
    // It does not say what may be repeated.
    (
        "b2b/rooms",
        "    docs: Adds a room.\n",
        "    docs: Adds a room.\n    retry: safe\n",
        "",
    ),
];

#[test]
fn each_change_of_the_spec_is_seen_unless_the_file_can_not_know() {
    for (index, (file, old, new, said)) in SPEC.iter().enumerate() {
        let folder = Folder::new(&format!("spec-{index}"));
        folder.copy_spec();
        let path = folder.0.join(format!("spec/{file}.yaml"));
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(old).count(), 1, "`{old}` in {file}");
        fs::write(&path, text.replace(old, new)).unwrap();
        let report = report_with_lock(&folder.0, AGREEING, AGREEING);
        let news: Vec<_> = report.unexplained.iter().map(ToString::to_string).collect();
        if said.is_empty() {
            assert_eq!(news, [""; 0], "{new}");
        } else {
            assert!(
                news.iter().any(|line| line.ends_with(said)),
                "{new}: {news:#?}"
            );
        }
    }
}
