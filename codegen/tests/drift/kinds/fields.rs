//! Changes of fields and types.

use super::*;

pub(super) const FIELDS: &[Case] = &[
    (
        QUIET,
        "quiet: { type: boolean }\n        smoky: { type: boolean }",
        "missing field: b2b/rooms.Room smoky (by b2b/rooms.get response.room): spec nothing, file `bool?` in rooms_v1_Room",
    ),
    (
        "        quiet: { type: boolean }\n",
        "",
        "extra field: b2b/rooms.Room quiet (by b2b/rooms.get response.room): spec `bool`, file nothing in rooms_v1_Room",
    ),
    (
        "        quiet: {",
        "        silent: {",
        "missing field: b2b/rooms.Room silent (by b2b/rooms.get response.room): spec nothing, file `bool?` in rooms_v1_Room",
    ),
    (
        FLOOR,
        "floor: { type: string }",
        "type: b2b/rooms.Room floor (by b2b/rooms.get response.room): spec `int32`, file `string` in rooms_v1_Room",
    ),
    (
        FLOOR,
        "floor: { type: number }",
        "spec `int32`, file `number` in rooms_v1_Room",
    ),
    (
        FLOOR,
        "floor: { type: integer, format: int64 }",
        "spec `int32`, file `int64` in rooms_v1_Room",
    ),
    (
        FLOOR,
        "floor: { type: integer }",
        "fact: b2b/rooms.Room floor (by b2b/rooms.get response.room): kept nothing, file `format=none`",
    ),
    (
        FLOOR,
        "floor: { type: integer, format: int32, minimum: 0 }",
        "spec `int32`, file `uint32` in rooms_v1_Room",
    ),
    (
        FLOOR,
        "floor: { type: integer, format: int32, minimum: -3 }",
        "file `minimum=-3`",
    ),
    (
        FLOOR,
        "floor: { type: integer, format: int32, maximum: 9 }",
        "file `maximum=9`",
    ),
    (
        FLOOR,
        "floor: { type: integer, format: int32, multipleOf: 2 }",
        "file `multipleOf=2`",
    ),
    (
        FLOOR,
        "floor: { type: integer, format: int32, enum: [1, 2] }",
        "fact: b2b/rooms.Room floor (by b2b/rooms.get response.room): kept nothing, file `enum=[1,2]`",
    ),
    (
        WIDTH,
        "width: { type: integer, format: int32, description: 'In centimetres, mostly `90` or `140`.' }",
        "type: b2b/rooms.Bed width (by b2b/rooms.get response.room.beds): spec `uint32`, file `int32` in rooms_v1_Bed",
    ),
    (
        WIDTH,
        "width: { type: integer, format: int32, minimum: 10, description: 'In centimetres, mostly `90` or `140`.' }",
        "file `minimum=10`",
    ),
    (
        "mostly `90` or `140`",
        "mostly `90` or `180`",
        "text: b2b/rooms.Bed width (by b2b/rooms.get response.room.beds): it has changed, and quotes `180`, `90`",
    ),
    (
        "In centimetres",
        "In inches",
        "text: b2b/rooms.Bed width (by b2b/rooms.get response.room.beds): it has changed, and quotes `140`, `90`",
    ),
    (
        ", description: Which room it is. }",
        " }",
        "text: b2b/rooms.Room (by b2b/rooms.get response.room): a text is no longer there",
    ),
    (
        FLOOR,
        "floor: { type: integer, format: int32, description: From 0. }",
        "text: b2b/rooms.Room floor (by b2b/rooms.get response.room): it is new",
    ),
    (
        FLOOR,
        "floor: { type: integer, format: int32, title: Floor }",
        "text: b2b/rooms.Room floor (by b2b/rooms.get response.room): it is new",
    ),
    (
        "required: [request_id, staff_id]",
        "required: [request_id]",
        "required: b2b/links.authenticate response.staff_id: spec `required`, file `optional` in b2b_links_v1_AuthenticateResponse",
    ),
    (
        "required: [name]\n",
        "required: [name, colour]\n",
        "required: b2b/rooms.create request.colour: spec `optional`, file `required` in rooms_v1_CreateRequest",
    ),
    (
        STAFF,
        "staff_id: { type: string, nullable: true }",
        "spec `required`, file `optional` in b2b_links_v1_AuthenticateResponse",
    ),
    (
        HOTEL,
        "hotel: { type: string, nullable: true }",
        "fact: b2b/links.authenticate request.hotel: kept nothing, file `nullable=true`",
    ),
    (
        HOTEL,
        "hotel: { type: [string, 'null'] }",
        "file `nullable=true`",
    ),
    (
        HOTEL,
        "hotel: { type: string, deprecated: true }",
        "deprecated field: b2b/links.authenticate request.hotel: spec `in use`, file `deprecated` in b2b_links_v1_AuthenticateRequest",
    ),
    (
        HOTEL,
        "hotel: { type: string, readOnly: true }",
        "file `readOnly=true`",
    ),
    (
        HOTEL,
        "hotel: { type: string, writeOnly: true }",
        "file `writeOnly=true`",
    ),
    (
        HOTEL,
        "hotel: { type: string, maxLength: 128 }",
        "fact: b2b/links.authenticate request.hotel: kept nothing, file `maxLength=128`",
    ),
    (
        HOTEL,
        "hotel: { type: string, minLength: 1 }",
        "file `minLength=1`",
    ),
    (
        HOTEL,
        "hotel: { type: string, pattern: '^[a-z]+$' }",
        "file `pattern=^[a-z]+$`",
    ),
    (
        HOTEL,
        "hotel: { type: string, format: uuid }",
        "file `format=uuid`",
    ),
    (
        HOTEL,
        "hotel: { type: string, format: date-time }",
        "type: b2b/links.authenticate request.hotel: spec `string`, file `timestamp` in b2b_links_v1_AuthenticateRequest",
    ),
    (
        HOTEL,
        "hotel: { type: string, default: Ritz }",
        "file `default=Ritz`",
    ),
    (
        HOTEL,
        "hotel: { type: string, example: 'The Ritz, London' }",
        "file `example=#",
    ),
    (
        HOTEL,
        "hotel: { type: string, x-internal: true }",
        "file `x-internal=true`",
    ),
    (
        HOTEL,
        "hotel: { type: string, enum: [ritz, savoy] }",
        "file `enum(ritz, savoy)` in b2b_links_v1_AuthenticateRequest",
    ),
    (
        HOTEL,
        "hotel: { oneOf: [{ type: string }, { type: integer }] }",
        "type: b2b/links.authenticate request.hotel: spec `string`, file `json` in b2b_links_v1_AuthenticateRequest",
    ),
    (
        NIGHTS,
        "nights: { type: array, items: { type: integer, format: int32 } }",
        "spec `int32`, file `list<int32>` in links_v1_AuthenticateRequest",
    ),
    (
        QUIET,
        "quiet: { type: boolean, enum: [true] }",
        "fact: b2b/rooms.Room quiet (by b2b/rooms.get response.room): kept nothing, file `enum=[true]`",
    ),
    (
        "built_at: { type: string }",
        "built_at: { type: string, format: date-time }",
        "file `format=date-time`",
    ),
    (
        LABELS,
        "labels: { type: object, additionalProperties: false }",
        "fact: b2b/rooms.Room labels (by b2b/rooms.get response.room): kept nothing, file `additionalProperties=false`",
    ),
    (
        LABELS,
        "labels: { type: object, additionalProperties: { type: string } }",
        "type: b2b/rooms.Room labels (by b2b/rooms.get response.room): spec `map<json>`, file `map<string>` in rooms_v1_Room",
    ),
    (
        LABELS,
        "labels: { type: object, additionalProperties: true, maxProperties: 9 }",
        "file `maxProperties=9`",
    ),
    (
        "    rooms_v1_Bed:\n      type: object\n",
        "    rooms_v1_Bed:\n      type: object\n      additionalProperties: false\n",
        "fact: b2b/rooms.Bed (by b2b/rooms.get response.room.beds): kept nothing, file `additionalProperties=false`",
    ),
    (
        "    rooms_v1_Bed:\n      type: object\n",
        "    rooms_v1_Bed:\n      type: object\n      additionalProperties: { type: string }\n",
        "file `additionalProperties=given`",
    ),
    (
        "    rooms_v1_Bed:\n      type: object\n",
        "    rooms_v1_Bed:\n      type: object\n      discriminator: { propertyName: kind }\n",
        "file `discriminator=#",
    ),
    (
        "    rooms_v1_Bed:\n      type: object\n",
        "    rooms_v1_Bed:\n      type: object\n      description: To sleep in.\n",
        "text: b2b/rooms.Bed (by b2b/rooms.get response.room.beds): it is new",
    ),
    (
        COLOUR,
        "      type: string\n      enum: [red, blue, light-green, grey]\n",
        "missing value: Colour (by b2b/rooms.get response.room.colour): spec nothing, file `grey` in rooms_v1_Colour",
    ),
    (
        COLOUR,
        "      type: string\n      enum: [red, blue]\n",
        "extra values: b2b/rooms.create request.colour: spec `light-green`, file `red, blue` in rooms_v1_CreateRequest",
    ),
    (
        COLOUR,
        "      type: string\n",
        "fact: Colour (by b2b/rooms.get response.room.colour): kept `enum=listed`, file nothing",
    ),
    (
        COLOUR,
        "      type: string\n      enum: [red, blue, light-green, null]\n",
        "file `nullable=true`",
    ),
    (
        COLOUR,
        "      type: string\n      description: Of walls.\n      enum: [red, blue, light-green]\n",
        "text: Colour (by b2b/rooms.get response.room.colour): it is new",
    ),
];
