//! The whole spec against an OpenAPI file that is written from it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use codegen::drift::{self, Kept, Kind, Report};
use codegen::resolve::{Api, Client, Field, Kind as TypeKind, Method, Place, Type};
use serde_json::{Map, Value, json};

fn api() -> Api {
    codegen::api(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()).unwrap()
}

fn compare(api: &Api, text: &str) -> Report {
    let kept = Kept {
        deviations: "deviations: []",
        lock: None,
    };
    drift::compare(api, kept, "openapi.json", text).unwrap()
}

/// The spec as OpenAPI, with `change` applied to the fields of each response.
fn openapi(api: &Api, change: impl Fn(&mut Map<String, Value>)) -> String {
    let mut paths: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    let mut schemas = Map::new();
    for client in api.clients() {
        for ty in &client.types {
            let TypeKind::Model(fields) = &ty.kind else {
                continue;
            };
            let received = ty.direction.received && !ty.direction.sent;
            let name = schema_name(client, &ty.file, ty.home.as_deref(), &ty.name);
            schemas.insert(name, object(client, fields.iter(), received));
        }
        for method in client
            .resources
            .iter()
            .flat_map(|resource| &resource.methods)
        {
            let verb = format!("{:?}", method.verb).to_lowercase();
            paths
                .entry(&method.path)
                .or_default()
                .insert(verb, operation(client, method, &change));
        }
    }
    json!({ "openapi": "3.1.0", "paths": paths, "components": { "schemas": schemas } }).to_string()
}

fn operation(client: &Client, method: &Method, change: impl Fn(&mut Map<String, Value>)) -> Value {
    let mut parameters = Vec::new();
    for field in &method.request {
        let place = match field.place {
            Place::Path => "path",
            Place::Query => "query",
            Place::Body => continue,
        };
        parameters.push(json!({
            "name": field.wire, "in": place, "required": field.required, "schema": schema(client, &field.ty),
        }));
    }
    if method.traits.member_session.is_some() {
        for name in ["X-Stytch-Member-Session", "X-Stytch-Member-SessionJWT"] {
            parameters.push(json!({ "name": name, "in": "header", "schema": {} }));
        }
    }
    let body = object(
        client,
        method
            .request
            .iter()
            .filter(|field| field.place == Place::Body),
        false,
    );
    let mut response = object(client, method.response.iter(), true);
    change(response["properties"].as_object_mut().unwrap());
    let json = |schema: Value| json!({ "content": { "application/json": { "schema": schema } } });
    let mut operation = json!({
        "parameters": parameters, "requestBody": json(body), "responses": { "200": json(response) },
    });
    if method.traits.fraud {
        operation["servers"] = json!([{ "url": "https://fraud.example" }]);
    }
    operation
}

fn object<'a>(client: &Client, fields: impl Iterator<Item = &'a Field>, received: bool) -> Value {
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for field in fields {
        let mut schema = schema(client, &field.ty);
        if field.deprecated.is_some() {
            schema = json!({ "allOf": [schema], "deprecated": true });
        }
        properties.insert(field.wire.clone(), schema);
        if field.required || (received && !field.optional) {
            required.push(field.wire.as_str());
        }
    }
    json!({ "type": "object", "properties": properties, "required": required })
}

fn schema(client: &Client, ty: &Type) -> Value {
    match ty {
        Type::String | Type::Secret => json!({ "type": "string" }),
        Type::Timestamp => json!({ "type": "string", "format": "date-time" }),
        Type::Bool => json!({ "type": "boolean" }),
        Type::Int32 => json!({ "type": "integer", "format": "int32" }),
        Type::Uint32 => json!({ "type": "integer", "format": "int32", "minimum": 0 }),
        Type::Json => json!({}),
        Type::List(inner) => json!({ "type": "array", "items": schema(client, inner) }),
        Type::Map(inner) if **inner == Type::Json => json!({ "type": "object" }),
        Type::Map(inner) => {
            json!({ "type": "object", "additionalProperties": schema(client, inner) })
        }
        Type::Named(index) => {
            let ty = client.ty(*index);
            match &ty.kind {
                TypeKind::Id(_) => json!({ "type": "string" }),
                TypeKind::Filter(_) => json!({ "type": "object", "additionalProperties": true }),
                TypeKind::Enum(variants) => {
                    json!({ "enum": variants.iter().map(|variant| &variant.wire).collect::<Vec<_>>() })
                }
                TypeKind::Model(_) => {
                    let name = schema_name(client, &ty.file, ty.home.as_deref(), &ty.name);
                    json!({ "$ref": format!("#/components/schemas/{name}") })
                }
            }
        }
    }
}

fn schema_name(client: &Client, file: &str, home: Option<&str>, name: &str) -> String {
    format!("{}_{}_{name}", client.name, home.unwrap_or(file)).replace(['/', '.'], "_")
}

#[test]
fn every_part_of_the_spec_is_found_again_in_openapi() {
    let api = api();
    let report = compare(&api, &openapi(&api, |_| ()));
    assert_eq!(
        report.text(),
        "nothing unexplained; 0 explained by spec/deviations.yaml, 0 stale there\n"
    );
}

/// How many operations there are; what is shared counts once.
fn operations(api: &Api) -> usize {
    let mut calls: Vec<_> = api
        .clients()
        .into_iter()
        .flat_map(|client| &client.resources)
        .flat_map(|resource| &resource.methods)
        .map(|method| (method.verb.as_str(), &method.path))
        .collect();
    calls.sort_unstable();
    calls.dedup();
    calls.len()
}

#[test]
fn every_operation_is_looked_at() {
    let api = api();
    let with_news = openapi(&api, |fields| {
        fields.insert("news".to_owned(), json!({ "type": "string" }));
    });
    let report = compare(&api, &with_news);
    let news = |finding: &&drift::Finding| {
        finding.kind == Kind::MissingField
            && finding.field == "response.news"
            && finding.openapi == "string?"
    };
    let all = operations(&api);
    assert_eq!(report.unexplained.iter().filter(news).count(), all);
    assert_eq!(report.unexplained.len(), all);
}

#[test]
fn what_the_repository_keeps_can_be_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap();
    let api = api();
    let text = openapi(&api, |_| ());
    let (deviations, lock) = (read("spec/deviations.yaml"), read(drift::LOCK));
    let kept = Kept {
        deviations: &deviations,
        lock: None,
    };
    let report = drift::compare(&api, kept, "openapi.json", &text).unwrap();
    // The file says what the spec says, so that no entry has anything to explain.
    assert_eq!(report.unexplained, []);
    assert_eq!(report.explained, []);
    assert!(report.stale.iter().all(|stale| stale.instead.is_none()));
    assert!(!report.stale.is_empty());
    // It has no texts, so that all that is kept of them is gone.
    let kept = Kept {
        lock: Some(&lock),
        ..kept
    };
    let report = drift::compare(&api, kept, "openapi.json", &text).unwrap();
    assert!(report.unexplained.len() > operations(&api));
    assert!(
        report
            .unexplained
            .iter()
            .all(|finding| finding.kind.is_kept())
    );
}

#[test]
fn nothing_of_the_vendors_words_is_kept() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let lock = fs::read_to_string(root.join(drift::LOCK)).unwrap();
    let hash = |word: &&str| word.chars().all(|it| it.is_ascii_hexdigit());
    for line in lock.lines().filter(|line| !line.starts_with('#')) {
        let words: Vec<&str> = line.split_whitespace().collect();
        if let Some(fact) = line.strip_prefix("  ") {
            assert!(
                words.len() == 2 && words[1].contains('=') && fact.len() < 120,
                "{line}"
            );
        } else {
            assert!(words.len() <= 2 && words.iter().all(hash), "{line}");
        }
    }
    assert!(lock.len() < 25_000, "{} bytes", lock.len());
}
