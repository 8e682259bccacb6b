//! Changes of the file as a whole, of operations, parameters and bodies.

use super::*;

pub(super) const FILE: &[Case] = &[
    (
        "version: 1.0.0",
        "version: 1.1.0",
        "fact: the whole file: kept `info.version=1.0.0`, file `info.version=1.1.0`",
    ),
    ("openapi: 3.0.3", "openapi: 3.1.0", "file `openapi=3.1.0`"),
    (
        "- url: https://hotel.example\n",
        "- url: https://inn.example\n",
        "file `servers=[https://inn.example]`",
    ),
    (
        "- url: https://hotel.example\n",
        "- url: https://hotel.example\n- url: https://test.example\n",
        "file `servers=[https://hotel.example,https://test.example]`",
    ),
    ("security:\n- basicAuth: []\n", "", "kept `security=#"),
    (
        "basicAuth: { type: http, scheme: basic }",
        "basicAuth: { type: http, scheme: bearer }",
        "kept `components.securitySchemes=#",
    ),
    (
        "paths:\n",
        "webhooks: { room_freed: { post: {} } }\npaths:\n",
        "file `webhooks=#",
    ),
    (
        "paths:\n",
        "x-limit: 10\npaths:\n",
        "fact: the whole file: kept nothing, file `x-limit=10`",
    ),
];

pub(super) const OPERATIONS: &[Case] = &[
    (
        LAST,
        "  /v1/b2b/rooms/{room_id}/clean:\n    put: { operationId: rooms_v1_Clean }\ncomponents:\n  schemas:\n",
        "missing operation: PUT /v1/b2b/rooms/{room_id}/clean: spec nothing, file `rooms_v1_Clean`",
    ),
    (
        "  /v1/links/authenticate:\n",
        "  x-links:\n",
        "extra operation: consumer/links.authenticate: spec `POST /v1/links/authenticate`, file nothing",
    ),
    (
        "/v1/b2b/links/authenticate:",
        "/v1/b2b/staff_links/authenticate:",
        "file `/v1/b2b/staff_links/authenticate`",
    ),
    (
        "post:\n      operationId: rooms_v1_Create",
        "put:\n      operationId: rooms_v1_Create",
        "changed verb: b2b/rooms.create: spec `POST`, file `PUT`",
    ),
    (
        "    servers:\n    - url: https://doors.hotel.example\n",
        "",
        "server: shared/doors.open: spec `fraud`, file `the servers of the whole file`",
    ),
    (
        "https://doors.hotel.example",
        "https://gates.hotel.example",
        "fact: shared/doors.open: kept `servers=[https://doors.hotel.example]`, file `servers=[https://gates.hotel.example]`",
    ),
    (
        CREATE,
        "      operationId: rooms_v1_Create\n      servers: [{ url: https://x.example }]\n",
        "server: b2b/rooms.create: spec `api`, file `https://x.example`",
    ),
    (
        CREATE,
        "      operationId: rooms_v1_Create\n      security: []\n",
        "fact: b2b/rooms.create: kept nothing, file `security=[]`",
    ),
    (
        CREATE,
        "      operationId: rooms_v1_Create\n      deprecated: true\n",
        "deprecated operation: b2b/rooms.create: spec `in use`, file `deprecated`",
    ),
    (
        "or `room_not_found`.",
        "or `no_such_room`.",
        "text: b2b/rooms.get: it has changed, and quotes `no_such_room`",
    ),
    (
        "      description: Gives a room, or `room_not_found`.\n",
        "",
        "text: b2b/rooms.get: it has changed",
    ),
    (
        "summary: Look a room up",
        "summary: Look up",
        "text: b2b/rooms.get: it has changed, and quotes `room_not_found`",
    ),
    (
        CREATE,
        "      operationId: rooms_v1_Create\n      description: Makes one.\n",
        "text: b2b/rooms.create: it is new",
    ),
    (
        CREATE,
        "      operationId: rooms_v1_Create\n      callbacks: { done: {} }\n",
        "fact: b2b/rooms.create: kept nothing, file `callbacks=#",
    ),
    (
        CREATE,
        "      operationId: rooms_v1_Create\n      x-beta: true\n",
        "fact: b2b/rooms.create: kept nothing, file `x-beta=true`",
    ),
    (
        "  /v1/b2b/rooms:\n",
        "  /v1/b2b/rooms:\n    description: Many.\n",
        "text: b2b/rooms.create: it is new",
    ),
    (
        SESSION,
        "",
        "member session: b2b/rooms.create: spec `accepted`, file `only x-stytch-member-sessionjwt`",
    ),
    (
        JWT,
        "",
        "member session: b2b/rooms.create: spec `accepted`, file `only x-stytch-member-session`",
    ),
    (
        GET,
        "      operationId: rooms_v1_Get\n      x-ignored: 1\n",
        "file `x-ignored=1`",
    ),
    (
        SESSION,
        "      - { name: X-Stytch-Member-Session, in: header, required: true, schema: { type: string } }\n",
        "fact: b2b/rooms.create header.X-Stytch-Member-Session: kept nothing, file `required=true`",
    ),
    (
        SESSION,
        "      - { name: X-Stytch-Member-Session, in: header, required: false, description: It., schema: { type: string } }\n",
        "text: b2b/rooms.create header.X-Stytch-Member-Session: it is new",
    ),
];

pub(super) const PARAMETERS: &[Case] = &[
    (
        "      - { name: with_beds,",
        "      - { name: page, in: query, schema: { type: integer } }\n      - { name: with_beds,",
        "missing field: b2b/rooms.get request.page: spec nothing, file `int32`",
    ),
    (
        "      - { name: with_beds,",
        "      - { name: X-Trace, in: header, schema: { type: string } }\n      - { name: with_beds,",
        "missing field: b2b/rooms.get request.X-Trace: spec nothing, file `string, a header`",
    ),
    (
        "{ name: with_beds,",
        "{ name: beds,",
        "extra field: b2b/rooms.get request.with_beds: spec `bool`, file nothing",
    ),
    (
        "with_beds, in: query, required: false",
        "with_beds, in: query, required: true",
        "required: b2b/rooms.get request.with_beds: spec `optional`, file `required`",
    ),
    (
        "with_beds, in: query",
        "with_beds, in: header",
        "place: b2b/rooms.get request.with_beds: spec `query`, file `header`",
    ),
    (
        "required: false, schema: { type: boolean }",
        "required: false, schema: { type: string }",
        "type: b2b/rooms.get request.with_beds: spec `bool`, file `string`",
    ),
    (
        "Whether to list beds.",
        "Whether to list all beds.",
        "text: b2b/rooms.get request.with_beds: it has changed",
    ),
    (
        ", description: Whether to list beds. }",
        " }",
        "text: b2b/rooms.get: a text is no longer there",
    ),
    (
        "in: query, required: false",
        "in: query, deprecated: true, required: false",
        "deprecated field: b2b/rooms.get request.with_beds: spec `in use`, file `deprecated`",
    ),
    (
        "in: query, required: false",
        "in: query, explode: true, required: false",
        "fact: b2b/rooms.get request.with_beds: kept nothing, file `explode=true`",
    ),
    (
        "schema: { type: boolean }",
        "schema: { type: boolean, default: true }",
        "fact: b2b/rooms.get request.with_beds: kept nothing, file `default=true`",
    ),
    (
        "schema: { type: boolean }",
        "schema: { type: boolean, nullable: true }",
        "fact: b2b/rooms.get request.with_beds: kept nothing, file `nullable=true`",
    ),
];

pub(super) const BODIES: &[Case] = &[
    (
        CREATE_BODY,
        "required: false\n        content: { application/json: { schema: { $ref: '#/components/schemas/rooms_v1_CreateRequest' } } }",
        "fact: b2b/rooms.create: kept nothing, file `request.required=false`",
    ),
    (
        CREATE_BODY,
        "required: true\n        description: It.\n        content: { application/json: { schema: { $ref: '#/components/schemas/rooms_v1_CreateRequest' } } }",
        "text: b2b/rooms.create: it is new",
    ),
    (
        CREATE_BODY,
        "required: true\n        content: { text/csv: {}, application/json: { schema: { $ref: '#/components/schemas/rooms_v1_CreateRequest' } } }",
        "file `request.content=[text/csv,application/json]`",
    ),
    (
        CREATE_BODY,
        "required: true\n        content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/rooms_v1_CreateRequest' } } }",
        "unreadable: b2b/rooms.create request: a body as application/x-www-form-urlencoded in place of JSON",
    ),
    (
        CREATE_BODY,
        "required: true\n        content: { application/json: { schema: { type: object } } }",
        "extra field: b2b/rooms.create request.name: spec `string!`, file nothing",
    ),
    (
        CREATE_BODY,
        "required: true\n        content: { application/json: { example: x, schema: { $ref: '#/components/schemas/rooms_v1_CreateRequest' } } }",
        "fact: b2b/rooms.create: kept nothing, file `request.example=x`",
    ),
    (
        CREATED,
        "'201':\n          content: { application/json: { schema: { $ref: '#/components/schemas/rooms_v1_CreateResponse' } } }",
        "fact: b2b/rooms.create: kept nothing, file `response.status=[201]`",
    ),
    (
        CREATED,
        "'202': {}\n        '200':\n          content: { application/json: { schema: { $ref: '#/components/schemas/rooms_v1_CreateResponse' } } }",
        "file `response.status=[202,200]`",
    ),
    (
        CREATED,
        "'200':\n          headers: { Location: {} }\n          content: { application/json: { schema: { $ref: '#/components/schemas/rooms_v1_CreateResponse' } } }",
        "file `response.headers=#",
    ),
    (
        CREATED,
        "'200':\n          content: { text/html: {}, application/json: { schema: { $ref: '#/components/schemas/rooms_v1_CreateResponse' } } }",
        "file `response.content=[text/html,application/json]`",
    ),
    (
        "description: A room.",
        "description: A room with a view.",
        "text: b2b/rooms.get: it has changed, and quotes `room_not_found`",
    ),
];
