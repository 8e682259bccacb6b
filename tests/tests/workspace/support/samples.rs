//! Values for every type of the spec, made from the spec itself.

use std::path::Path;
use std::sync::OnceLock;

use codegen::resolve::{Api, Client, Field, Kind, Method, Resource, Type};
use serde_json::{Map, Value, json};

/// The spec of this repository.
pub(crate) fn api() -> &'static Api {
    static API: OnceLock<Api> = OnceLock::new();
    API.get_or_init(|| {
        codegen::api(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()).unwrap()
    })
}

/// All operations of both clients.
pub(crate) fn operations()
-> impl Iterator<Item = (&'static Client, &'static Resource, &'static Method)> {
    api().clients().into_iter().flat_map(|client| {
        client.resources.iter().flat_map(move |resource| {
            resource
                .methods
                .iter()
                .map(move |method| (client, resource, method))
        })
    })
}

/// How values are made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Every field, each with a value of its own.
    Full,
    /// Only what is required.
    Required,
    /// Every field null but the metadata.
    Null,
    /// As from an API that has grown: fields and enum values that nobody knows.
    Future,
}

pub(crate) const MARKER: &str = "s3cr3t-m4rk3r";

/// The parameters of a request.
pub(crate) fn params(client: &Client, method: &Method, form: Form) -> Map<String, Value> {
    fields(client, &method.request, form, true)
}

/// The body of an answer.
pub(crate) fn response(client: &Client, method: &Method, form: Form) -> Value {
    let mut body = match form {
        Form::Null => method
            .response
            .iter()
            .map(|field| (field.wire.clone(), Value::Null))
            .collect(),
        Form::Required => Map::new(),
        _ => fields(client, &method.response, form, false),
    };
    body.insert("status_code".to_owned(), json!(200));
    if method
        .response
        .iter()
        .any(|field| field.wire == "request_id")
    {
        body.insert("request_id".to_owned(), json!("request-id-test-1"));
    }
    Value::Object(body)
}

fn fields(client: &Client, fields: &[Field], form: Form, sent: bool) -> Map<String, Value> {
    let mut object: Map<String, Value> = fields
        .iter()
        .filter(|field| form != Form::Required || field.required)
        .map(|field| {
            (
                field.wire.clone(),
                value(client, &field.wire, &field.ty, form, sent),
            )
        })
        .collect();
    if form == Form::Future {
        object.insert(
            "a_field_of_next_year".to_owned(),
            json!({ "nested": [1, null, "x"] }),
        );
    }
    object
}

fn value(client: &Client, name: &str, ty: &Type, form: Form, sent: bool) -> Value {
    match ty {
        Type::String => json!(format!("{name} of 'ours' & \"theirs\" é")),
        Type::Bool => json!(true),
        Type::Int32 => json!(-7),
        Type::Uint32 => json!(4_000_000_000_u32),
        Type::Timestamp => json!("2024-05-06T07:08:09Z"),
        Type::Secret => json!(format!("{MARKER}-{name}")),
        Type::Json => json!([{ "any": null }, 1.5, "thing"]),
        Type::List(inner) => match form {
            // A list with an element that is null.
            Form::Future => json!([value(client, name, inner, form, sent), null]),
            _ => json!([
                value(client, name, inner, form, sent),
                value(client, name, inner, form, sent)
            ]),
        },
        Type::Map(inner) => json!({ "key of ours": value(client, name, inner, form, sent) }),
        Type::Named(index) => {
            let ty = client.ty(*index);
            match &ty.kind {
                Kind::Id(_) => json!(format!("{name}-test-6f1b")),
                Kind::Enum(_) if form == Form::Future => json!("a value of next year"),
                Kind::Enum(variants) => json!(variants.last().unwrap().wire),
                Kind::Model(inner) => Value::Object(fields(client, inner, form, sent)),
                Kind::Filter(conditions) => {
                    let condition = &conditions[name.len() % conditions.len()];
                    json!({
                        "filter_name": condition.wire,
                        "filter_value": value(client, &condition.wire, &condition.ty, form, sent),
                    })
                }
            }
        }
    }
}
