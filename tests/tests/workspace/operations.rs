//! Every operation of the spec, over HTTP: verb, path, query, headers and body, and the four answers
//! that must all decode.

use std::collections::BTreeMap;

use crate::support::samples::{self, Form};
use crate::support::{Answer, Recorded, Server};
use codegen::load::Verb;
use codegen::resolve::{Client, Kind, Method, Place, Resource, Type};
use serde_json::{Map, Value};
use tests::Invocation;

fn verb(method: &Method) -> &'static str {
    match method.verb {
        Verb::Get => "GET",
        Verb::Post => "POST",
        Verb::Put => "PUT",
        Verb::Delete => "DELETE",
    }
}

fn name(client: &Client, resource: &Resource, method: &Method) -> String {
    format!("{} {}.{}", client.name, resource.name, method.name)
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn check(what: &str, method: &Method, params: &Map<String, Value>, recorded: &Recorded) {
    assert_eq!(recorded.verb, verb(method), "{what}");
    let path = if method.traits.fraud {
        format!("/fraud{}", method.path)
    } else {
        method.path.clone()
    };
    let segments: Vec<String> = path
        .trim_start_matches('/')
        .split('/')
        .map(|segment| {
            match segment
                .strip_prefix('{')
                .and_then(|segment| segment.strip_suffix('}'))
            {
                Some(field) => text(&params[field]),
                None => segment.to_owned(),
            }
        })
        .collect();
    assert_eq!(recorded.segments(), segments, "{what}");

    let at = |place: Place| {
        method
            .request
            .iter()
            .filter(move |field| field.place == place)
            .filter_map(|field| Some((field.wire.clone(), params.get(&field.wire)?.clone())))
            .collect::<BTreeMap<_, _>>()
    };
    let query: BTreeMap<_, _> = recorded.query().into_iter().collect();
    let expected: BTreeMap<_, _> = at(Place::Query)
        .iter()
        .map(|(name, value)| (name.clone(), text(value)))
        .collect();
    assert_eq!(query, expected, "{what}");
    match method.verb {
        Verb::Get | Verb::Delete => {
            assert!(recorded.body.is_empty(), "{what} has a body");
            assert_eq!(recorded.header("content-type"), None, "{what}");
        }
        Verb::Post | Verb::Put => {
            let body: Map<_, _> = at(Place::Body).into_iter().collect();
            assert_eq!(recorded.json(), Some(Value::Object(body)), "{what}");
            assert_eq!(
                recorded.header("content-type"),
                Some("application/json"),
                "{what}"
            );
        }
    }
    assert_eq!(
        recorded.header("authorization"),
        Some(
            "Basic cHJvamVjdC10ZXN0LTAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMDpzZWNyZXQtdGVzdC0xMTExMTExMS0xMTExLTExMTEtMTExMS0xMTExMTExMTExMTE="
        ),
        "{what}"
    );
    assert!(
        recorded
            .header("user-agent")
            .unwrap()
            .starts_with("stytch-rs/"),
        "{what}"
    );
}

#[tokio::test]
async fn every_operation_sends_exactly_what_it_is_given() {
    let server = Server::start().await;
    let runner = server.runner();
    let mut count = 0;
    for (client, resource, method) in samples::operations() {
        server.answer(Answer::json(
            200,
            &samples::response(client, method, Form::Full),
        ));
        for form in [Form::Full, Form::Required] {
            let mut params = samples::params(client, method, form);
            if form == Form::Required {
                // What is in the path can't be left out.
                for field in method
                    .request
                    .iter()
                    .filter(|field| field.place == Place::Path)
                {
                    assert!(params.contains_key(&field.wire));
                }
            } else {
                // Empty values go onto the wire as they are.
                for field in method
                    .request
                    .iter()
                    .filter(|field| field.place == Place::Body)
                {
                    if matches!(field.ty, Type::List(_)) && field.wire.len() % 2 == 0 {
                        params.insert(field.wire.clone(), Value::Array(Vec::new()));
                    }
                }
            }
            let what = name(client, resource, method);
            let mut invocation = Invocation {
                params: params.clone(),
                ..Invocation::default()
            };
            let operation = format!("{}.{}", resource.name, method.name);
            if let Err(failure) = runner.call(client.name, &operation, &mut invocation).await {
                panic!("{what}: {failure:?}");
            }
            let recorded = server.recorded();
            assert_eq!(recorded.len(), 1, "{what}");
            check(&what, method, &params, &recorded[0]);
            assert_eq!(
                recorded[0].header("x-stytch-member-session"),
                None,
                "{what}"
            );
            count += 1;
        }
    }
    assert_eq!(count, 2 * (121 + 87));
}

#[tokio::test]
async fn member_sessions_are_sent_where_they_are_accepted_and_refused_elsewhere() {
    let server = Server::start().await;
    let runner = server.runner();
    let mut accepting = 0;
    for (client, resource, method) in samples::operations() {
        server.answer(Answer::json(
            200,
            &samples::response(client, method, Form::Full),
        ));
        let what = name(client, resource, method);
        let operation = format!("{}.{}", resource.name, method.name);
        let mut invocation = Invocation {
            params: samples::params(client, method, Form::Required),
            session_token: Some("the token".into()),
            session_jwt: Some("the.jwt.here".into()),
            ..Invocation::default()
        };
        let outcome = runner.call(client.name, &operation, &mut invocation).await;
        let recorded = server.recorded();
        if method.traits.member_session.is_some() {
            outcome.unwrap();
            assert_eq!(
                recorded[0].header("x-stytch-member-session"),
                Some("the token"),
                "{what}"
            );
            assert_eq!(
                recorded[0].header("x-stytch-member-sessionjwt"),
                Some("the.jwt.here"),
                "{what}"
            );
            accepting += 1;
        } else {
            assert_eq!(outcome.unwrap_err().kind, "invalid_params", "{what}");
            assert!(recorded.is_empty(), "{what}");
        }
    }
    assert_eq!(accepting, 40);
}

/// Whether everything that `sent` holds came back, but for what a type can't keep: fields that the
/// spec doesn't know, and null.
fn contains(received: &Value, sent: &Value, path: &str) {
    match (received, sent) {
        (Value::Object(received), Value::Object(sent)) => {
            for (name, value) in sent {
                if name == "a_field_of_next_year" || value.is_null() {
                    continue;
                }
                let Some(found) = received.get(name) else {
                    panic!("{path}.{name} is lost")
                };
                contains(found, value, &format!("{path}.{name}"));
            }
        }
        (Value::Array(received), Value::Array(sent)) => {
            let sent: Vec<_> = sent.iter().filter(|value| !value.is_null()).collect();
            assert_eq!(received.len(), sent.len(), "{path}");
            for (received, sent) in received.iter().zip(sent) {
                contains(received, sent, path);
            }
        }
        _ => assert_eq!(received, sent, "{path}"),
    }
}

/// What was missing is left out when an answer is passed on.
fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Object(fields) => fields.values().any(has_null),
        Value::Array(elements) => elements.iter().any(has_null),
        _ => false,
    }
}

#[tokio::test]
async fn full_answers_lose_nothing() {
    answers_decode(Form::Full).await;
}

#[tokio::test]
async fn answers_with_only_request_metadata_decode() {
    answers_decode(Form::Required).await;
}

#[tokio::test]
async fn answers_in_which_all_else_is_null_decode() {
    answers_decode(Form::Null).await;
}

#[tokio::test]
async fn answers_from_the_future_decode_and_unknown_enum_values_survive() {
    answers_decode(Form::Future).await;
}

async fn answers_decode(form: Form) {
    let server = Server::start().await;
    let runner = server.runner();
    for (client, resource, method) in samples::operations() {
        let what = name(client, resource, method);
        let operation = format!("{}.{}", resource.name, method.name);
        let body = samples::response(client, method, form);
        server.answer(Answer::json(200, &body));
        let mut invocation = Invocation {
            params: samples::params(client, method, Form::Required),
            ..Invocation::default()
        };
        // What logs in or hands out a token is no success without it; all else may be missing.
        let proves_nothing =
            method.traits.proof.is_some() && [Form::Required, Form::Null].contains(&form);
        match runner.call(client.name, &operation, &mut invocation).await {
            Ok(response) if !proves_nothing => {
                contains(&response, &body, &what);
                if [Form::Required, Form::Null].contains(&form) {
                    assert!(!has_null(&response), "{what}: {response}");
                }
            }
            Err(failure) if proves_nothing => assert_eq!(failure.kind, "missing_proof", "{what}"),
            outcome => panic!("{what}: {outcome:?}"),
        }
    }
}

#[test]
fn samples_cover_every_kind_of_type() {
    let kinds: Vec<_> = samples::api()
        .clients()
        .iter()
        .flat_map(|client| &client.types)
        .map(|ty| &ty.kind)
        .collect();
    assert!(kinds.iter().any(|kind| matches!(kind, Kind::Id(_))));
    assert!(kinds.iter().any(|kind| matches!(kind, Kind::Enum(_))));
    assert!(kinds.iter().any(|kind| matches!(kind, Kind::Model(_))));
    assert!(kinds.iter().any(|kind| matches!(kind, Kind::Filter(_))));
}
