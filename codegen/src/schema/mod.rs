//! The JSON Schema of the spec's files, with which editors complete, explain and check them.
//!
//! It says what can be said about one file by itself; what takes the whole spec, such as whether a
//! name exists, only the generator knows. Draft 7, because that is what the YAML language server
//! supports best.

mod parts;

use serde_json::{Map, Value, json};

use parts::*;

use crate::drift::Kind;

/// Where the schema stands, relative to the root of the repository.
pub const PATH: &str = "spec/schema.json";

/// The schema as it stands in its file.
#[must_use]
pub fn file() -> String {
    format!("{:#}\n", schema())
}

/// The schema.
#[must_use]
pub fn schema() -> Value {
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": "Written by `cargo xtask schema`. Do not edit.",
        "title": "A file of the spec",
        "description": "A resource, or a vocabulary. spec/README.md explains the format on an example.",
        // One branch at a time, so that an editor complains about the kind of file that was meant.
        "if": { "required": ["vocabulary"] },
        "then": { "$ref": "#/definitions/vocabulary" },
        "else": {
            "if": { "anyOf": [{ "not": { "type": "object" } }, { "required": ["deviations"] }] },
            "then": { "$ref": "#/definitions/deviations" },
            "else": { "$ref": "#/definitions/resource" },
        },
        "definitions": definitions(),
    })
}

fn definitions() -> Value {
    json!({
        "vocabulary": vocabulary(),
        "resource": resource(),
        "deviations": deviations(),
        "entries": entries(),
        "entry": entry(),
        "groups": groups(),
        "enums": enums(),
        "enum": enumeration(),
        "value": value(),
        "models": models(),
        "filters": filters(),
        "ids": ids(),
        "errors": errors(),
        "method": method(),
        "page": page(),
        "memberSession": member_session(),
        "permission": permission(),
        "builtIn": built_in(),
        "sentFields": body("!?", "sentField", "Fields of a request, in the order of the arguments of `new`."),
        "receivedFields": body("\\??", "receivedField", "Fields of a response."),
        "anyFields": fields("[!?]?", "anyField", "Fields that may travel both ways."),
        "sentField": field("!?", "`!` behind the type: the caller must give it; no mark: optional."),
        "receivedField": field("\\??", "`?` behind the type: may be missing or null; no mark: expected."),
        "anyField": field(
            "[!?]?",
            "`!` behind the type: needed when sent; `?`: optional when sent, may be missing when received. \
             No mark where the model travels one way only: optional when sent, expected when received.",
        ),
        "bareField": field("", "No mark: the type alone."),
        "text": { "type": "string", "pattern": "\\S" },
        "texts": {
            "anyOf": [
                { "$ref": "#/definitions/text" },
                { "type": "array", "items": { "$ref": "#/definitions/text" }, "uniqueItems": true },
            ],
        },
    })
}

fn vocabulary() -> Value {
    let mut properties = declarations();
    properties.extend(object(json!({
        "vocabulary": text("Who shares it, in one sentence."),
        "reference": {
            "description": "What the addresses of the vendor's pages begin with.",
            "type": "string",
            "pattern": r"^https://\S*/$",
        },
        "response": described("Groups with which every response begins, unless it includes them itself.", reference("texts")),
        "ids": reference("ids"),
        "errors": reference("errors"),
    })));
    closed(
        "What the files of its folder share; at the root of `spec/`, what all files share.",
        &["vocabulary"],
        properties,
    )
}

fn resource() -> Value {
    let mut properties = object(json!({
        "resource": {
            "description": "The place in the client tree, such as `organizations.members`; equals the name of the file.",
            "type": "string",
            "pattern": r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$",
        },
        "docs": text("What the resource is for. Markdown; the first sentence stands alone in overviews."),
        "path": {
            "description": "What `.` stands for at the beginning of the paths of its methods.",
            "type": "string",
            "pattern": r"^(/([^/{}?#%\s.][^/{}?#%\s]*|\{[A-Za-z][A-Za-z0-9_]*\}))+$",
        },
    }));
    properties.extend(declarations());
    properties.extend(object(json!({
        "methods": names(
            "What the resource can do; an app calls a method by its name.",
            r"^[A-Za-z][A-Za-z0-9_]*$",
            reference("method"),
        ),
    })));
    closed(
        "A resource of the client, or a home for types.",
        &["resource", "docs"],
        properties,
    )
}

fn deviations() -> Value {
    let kinds = Kind::ALL.into_iter().filter(|kind| !kind.is_kept());
    let entry = closed(
        "A difference that is kept, in the words of the report of `cargo xtask drift`.",
        &["reason", "difference", "in"],
        object(json!({
            "reason": text("Why the spec is right, or why it says something else on purpose."),
            "difference": {
                "description": "The kind of difference.",
                "enum": kinds.map(Kind::name).collect::<Vec<_>>(),
            },
            "in": described("The methods or types that have it.", reference("texts")),
            "field": described("The fields that have it, each in each of the methods or types.", reference("texts")),
            "spec": described("What the spec says, exactly; values in any order.", reference("texts")),
            "file": described("What the OpenAPI file says, exactly; values in any order.", reference("texts")),
        })),
    );
    closed(
        "Known differences from the vendor's OpenAPI file.",
        &["deviations"],
        object(json!({
            "deviations": {
                "description": "The entries; an empty list for none.",
                "type": "array",
                "items": entry,
            },
        })),
    )
}

/// What both a resource and a vocabulary may declare.
fn declarations() -> Map<String, Value> {
    object(json!({
        "fields": reference("entries"),
        "groups": reference("groups"),
        "enums": reference("enums"),
        "models": reference("models"),
        "filters": reference("filters"),
    }))
}

fn ids() -> Value {
    let long = closed(
        "An id that others can stand in for.",
        &["docs"],
        object(json!({
            "docs": text("What it identifies."),
            "from": described("The ids that can stand in for it.", reference("texts")),
        })),
    );
    names(
        "Id types: each is a Rust type of its own, so that ids can't be mixed up.",
        TYPE_NAME,
        short_or(text("What it identifies."), long),
    )
}

fn errors() -> Value {
    names(
        "Error types of the API, for the `errors` of methods.",
        r"^\S+$",
        text("When the API answers with it, and what to do."),
    )
}

fn entries() -> Value {
    names(
        "Type and docs of field names that occur more than once.",
        FIELD_NAME,
        reference("entry"),
    )
}

fn entry() -> Value {
    let mut long = closed(
        "Docs that differ with the direction.",
        &["type"],
        object(json!({
            "type": ty("", "Type of the field; a field that takes its docs from here must have the same."),
            "docs": text("Docs for both directions."),
            "sent": text("Docs where the field is part of a request."),
            "received": text("Docs where the field is part of a response or model."),
        })),
    );
    if let Value::Object(long) = &mut long {
        long.insert(
            "oneOf".to_owned(),
            json!([
                { "required": ["docs"] },
                { "anyOf": [{ "required": ["sent"] }, { "required": ["received"] }] },
            ]),
        );
    }
    let short = json!({
        "description": "The type without a mark, then the docs: `string What it means.`",
        "type": "string",
        "pattern": format!(r"^{}\s+\S", type_pattern()),
    });
    short_or(short, long)
}

fn groups() -> Value {
    names(
        "Lists of fields for `include`.",
        r"^\S+$",
        reference("anyFields"),
    )
}

fn enums() -> Value {
    names(
        "Sets of values. The generated enums are open: unknown values are kept.",
        TYPE_NAME,
        reference("enum"),
    )
}

fn enumeration() -> Value {
    closed(
        "A set of values.",
        &["docs", "values"],
        object(json!({
            "docs": text("What the values are about. Markdown; the first sentence stands alone in overviews."),
            "values": {
                "description": "The values on the wire, each with its docs.",
                "type": "object",
                "minProperties": 1,
                "additionalProperties": reference("value"),
            },
        })),
    )
}

fn value() -> Value {
    let long = closed(
        "A value with a name of its own, or one that is deprecated.",
        &["docs"],
        object(json!({
            "docs": text("What the value means."),
            "name": text("Name of the variant, where the one derived from the value reads badly."),
            "deprecated": text("What to use instead."),
        })),
    );
    short_or(text("What the value means."), long)
}

fn models() -> Value {
    let model = closed(
        "An object inside requests or responses.",
        &["docs", "fields"],
        object(json!({
            "docs": text("What it is. Markdown; the first sentence stands alone in overviews."),
            "fields": reference("anyFields"),
        })),
    );
    names("Objects inside requests and responses.", TYPE_NAME, model)
}

fn filters() -> Value {
    let filter = closed(
        "The conditions that a search knows.",
        &["docs", "values"],
        object(json!({
            "docs": text("What it filters. Markdown; the first sentence stands alone in overviews."),
            "values": names("The conditions: name on the wire, type of the value, docs.", FIELD_NAME, reference("bareField")),
        })),
    );
    names(
        "Typed operands of a search: each becomes `filter_name` and `filter_value` on the wire.",
        TYPE_NAME,
        filter,
    )
}

fn method() -> Value {
    closed(
        "A call of the API.",
        &["http", "docs"],
        object(json!({
            "http": {
                "description": "Verb and path. A segment `{field}` stands for a request field, which must be marked `!`.",
                "type": "string",
                "pattern": r"^(GET|POST|PUT|DELETE) +(\.|\.?(/([^/{}?#%\s.][^/{}?#%\s]*|\{[A-Za-z][A-Za-z0-9_]*\}))+)$",
                "examples": ["POST /v1/b2b/organizations/{organization_id}/members"],
            },
            "reference": {
                "description": "Address of the vendor's page about it; what a vocabulary has for `reference` stays out.",
                "type": "string",
                "pattern": r"^(https://)?[^\s/]+(/[^\s/]+)*/?$",
            },
            "docs": text("What it does. Markdown; the first sentence stands alone in overviews."),
            "deprecated": text("What to use instead."),
            "member_session": reference("memberSession"),
            "base": word("fraud", "The call goes to the fraud base URL instead of the API's."),
            "retry": word("safe", "A POST that only reads, so that it can be repeated without harm."),
            "claims": text("The response field that holds the session whose custom claims can be typed."),
            "proof": text("What the answer must carry to be a success: `login`, `login_if_asked`, `discovery`, or the way to the secret that it hands out."),
            "page": reference("page"),
            "errors": described("Error types to expect; each is described in a vocabulary.", reference("texts")),
            "request": reference("sentFields"),
            "response": reference("receivedFields"),
            "example": text("Rust, compiled as a doctest; `stytch` is the client. Lines that start with `# ` are not shown."),
        })),
    )
}

fn member_session() -> Value {
    let mut long = closed(
        "What a role of the member has to allow: `action` for every such call, `fields` for those that are set.",
        &["resource"],
        object(json!({
            "resource": described(RESOURCE, reference("builtIn")),
            "action": text("Action of the RBAC policy, such as `update.info.name`."),
            "fields": names(
                "By the name of a request field: the action that is needed to set it, on `resource` or one of its own, or `refused`.",
                FIELD_NAME,
                reference("permission"),
            ),
        })),
    );
    if let Value::Object(long) = &mut long {
        let either = json!([{ "required": ["action"] }, { "required": ["fields"] }]);
        long.insert("anyOf".to_owned(), either);
    }
    described(
        "The call accepts the member-session headers, and then runs with that member's permissions: which ones it takes, or `optional` if none are documented. B2B only.",
        short_or(json!({ "enum": ["optional"] }), long),
    )
}

fn built_in() -> Value {
    let resource = json!({ "type": "string", "pattern": r"^stytch\." });
    json!({ "anyOf": [resource, { "type": "array", "uniqueItems": true, "items": resource }] })
}

fn permission() -> Value {
    let long = closed(
        "An action on another resource than that of the call.",
        &["resource", "action"],
        object(json!({
            "resource": described(RESOURCE, reference("builtIn")),
            "action": text("Action of the RBAC policy."),
        })),
    );
    short_or(reference("text"), long)
}

const RESOURCE: &str = "Built-in resource of the RBAC policy, or several of which one is enough; `stytch.self` counts for the member's own account only.";

fn page() -> Value {
    closed(
        "Results come in pages. The request needs a field `cursor: string`.",
        &["cursor", "items"],
        object(json!({
            "cursor": text("The way to the next cursor in the response, with dots: `results_metadata.next_cursor`."),
            "items": text("The response field with the results, a list."),
        })),
    )
}
