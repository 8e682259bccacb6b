//! Prints every operation of the spec as JSON: where it goes, what it takes and gives, and samples
//! of both.

#[path = "../tests/support/samples.rs"]
#[allow(dead_code, reason = "shared with the tests, which use all of it")]
mod samples;

use std::error::Error;
use std::io::{self, Write as _};
use std::path::Path;

use codegen::load::Verb;
use codegen::resolve::{Client, Field, Kind, Method, Place, Resource, Type};
use samples::Form;
use serde_json::{Map, Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let api = codegen::api(&root)?;
    let operations: Vec<Value> = api
        .clients()
        .into_iter()
        .flat_map(|client| {
            client.resources.iter().flat_map(move |resource| {
                resource
                    .methods
                    .iter()
                    .map(move |method| operation(client, resource, method))
            })
        })
        .collect();
    writeln!(io::stdout(), "{}", Value::Array(operations))?;
    Ok(())
}

fn operation(client: &Client, resource: &Resource, method: &Method) -> Value {
    let parameters: Map<String, Value> = method
        .request
        .iter()
        .map(|field| (field.wire.clone(), json!(place(field))))
        .collect();
    json!({
        "vertical": client.name,
        "resource": resource.name,
        "method": method.name,
        "verb": verb(method.verb),
        "path": method.path,
        "host": if method.fraud { "fraud" } else { "api" },
        "member_session": method.member_session,
        "parameters": parameters,
        "request": shape(client, &method.request, true),
        "response": shape(client, &method.response, false),
        "full": samples::params(client, method, Form::Full),
        "required": samples::params(client, method, Form::Required),
        "answer": samples::response(client, method, Form::Full),
    })
}

fn verb(verb: Verb) -> &'static str {
    match verb {
        Verb::Get => "GET",
        Verb::Post => "POST",
        Verb::Put => "PUT",
        Verb::Delete => "DELETE",
    }
}

fn place(field: &Field) -> &'static str {
    match field.place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Body => "body",
    }
}

/// The fields, those of models and lists included, under the ways that lead to them: `query.operands[]`.
fn shape(client: &Client, fields: &[Field], sent: bool) -> Map<String, Value> {
    let mut shape = Map::new();
    add_fields(&mut shape, client, "", fields, sent);
    shape
}

fn add_fields(
    shape: &mut Map<String, Value>,
    client: &Client,
    prefix: &str,
    fields: &[Field],
    sent: bool,
) {
    for field in fields {
        let required = if sent {
            field.required
        } else {
            !field.optional
        };
        let way = format!("{prefix}{}", field.wire);
        add(shape, client, &way, &field.ty, required, sent);
    }
}

fn add(
    shape: &mut Map<String, Value>,
    client: &Client,
    way: &str,
    ty: &Type,
    required: bool,
    sent: bool,
) {
    let mut leaf = |kind: &str, values: Option<Vec<&str>>| {
        let entry = json!({ "kind": kind, "required": required, "values": values });
        shape.insert(way.to_owned(), entry);
    };
    match ty {
        Type::String | Type::Secret => leaf("string", None),
        Type::Bool => leaf("bool", None),
        Type::Int32 | Type::Uint32 => leaf("number", None),
        Type::Timestamp => leaf("timestamp", None),
        Type::Json => leaf("json", None),
        Type::List(inner) => {
            leaf("list", None);
            add(shape, client, &format!("{way}[]"), inner, true, sent);
        }
        Type::Map(inner) => {
            leaf("map", None);
            add(shape, client, &format!("{way}{{}}"), inner, true, sent);
        }
        Type::Named(index) => match &client.ty(*index).kind {
            Kind::Id(_) => leaf("string", None),
            Kind::Enum(variants) => leaf(
                "string",
                Some(
                    variants
                        .iter()
                        .map(|variant| variant.wire.as_str())
                        .collect(),
                ),
            ),
            // An object of any form to some; to others, one with a value of this type for each name.
            Kind::Filter(conditions) => {
                leaf("map", None);
                add(
                    shape,
                    client,
                    &format!("{way}{{}}"),
                    &Type::Json,
                    true,
                    sent,
                );
                for condition in conditions {
                    let way = format!("{way}<{}>", condition.wire);
                    add(shape, client, &way, &condition.ty, true, sent);
                }
            }
            Kind::Model(fields) => {
                leaf("model", None);
                add_fields(shape, client, &format!("{way}."), fields, sent);
            }
        },
    }
}
