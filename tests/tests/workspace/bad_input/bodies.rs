//! Bodies that are no bodies, and fields that do not go together.

use codegen::resolve::{Field, Place};
use serde_json::{Map, Value, json};

use super::tried::{Answer, SECRET, Tried, for_all};
use crate::support::samples::{self, Form};

/// Whether credentials do not matter, nor a body: the keys are anybody's to read.
fn is_public(tried: &Tried<'_>) -> bool {
    tried.name.ends_with(".get_jwks")
}

/// Sends this as the body, and makes sure that a refusal leaves no trace.
async fn sent(tried: &Tried<'_>, content_type: &str, body: impl Into<reqwest::Body>) -> Answer {
    let params = tried.required();
    let (request, _) = tried.head(&params);
    let request = request
        .header("content-type", content_type)
        .basic_auth(&tried.project, Some(SECRET))
        .body(body);
    tried
        .left_no_trace(tried.answer(request, &params).await, &params)
        .await
}

#[tokio::test]
async fn bodies_that_are_no_json_are_refused() {
    let deep = "[".repeat(100_000);
    for_all(async |tried| {
        if is_public(tried) {
            return;
        }
        for body in [
            "{",
            "{\"email\": ",
            "[]",
            "7",
            "\"text\"",
            "{\"a\": 1} {}",
            "{'a': 1}",
            "\u{feff}{}",
            &deep,
            "organization_id=acme&email_address=ada%40acme.com",
        ] {
            let answer = sent(tried, "application/json", body.to_owned()).await;
            assert_eq!(
                answer.said(),
                (400, "bad_request"),
                "{} {body:.40}",
                tried.name
            );
        }
        let answer = sent(tried, "application/json", &b"{\"a\": \"\xff\"}"[..]).await;
        assert_eq!(answer.said(), (400, "bad_request"), "{}", tried.name);
    })
    .await;
}

#[tokio::test]
async fn bodies_over_the_limit_are_refused() {
    let long = json!({ "padding": "x".repeat(1024 * 1024) }).to_string();
    for_all(async |tried| {
        if is_public(tried) {
            return;
        }
        let answer = sent(tried, "application/json", long.clone()).await;
        assert_eq!(answer.said(), (400, "bad_request"), "{}", tried.name);
    })
    .await;
}

#[tokio::test]
async fn a_form_is_no_body_and_json_is_one_under_any_name() {
    for_all(async |tried| {
        if is_public(tried) {
            return;
        }
        let form = "application/x-www-form-urlencoded";
        let answer = sent(tried, form, "organization_id=acme").await;
        assert_eq!(answer.said(), (400, "bad_request"), "{}", tried.name);
        // clients of the vendor that forget the type are served
        let params = tried.required();
        let (_, body) = tried.head(&params);
        let body = Value::Object(body).to_string();
        let one = sent(tried, "application/json", body.clone()).await;
        let other = sent(tried, "text/plain", body).await;
        let is_same = one.said() == other.said() || one.status < 300;
        assert!(
            is_same,
            "{}: {:?} {:?}",
            tried.name,
            one.said(),
            other.said()
        );
    })
    .await;
}

/// The field that must not be there beside this one, by what the spec says of it.
fn rival(field: &Field) -> Option<&str> {
    let (_, rest) = field.docs.split_once("Give this or `")?;
    let (name, rest) = rest.split_once('`')?;
    rest.trim_start().starts_with(", not both").then_some(name)
}

#[tokio::test]
async fn of_fields_that_exclude_each_other_both_are_refused() {
    let mut pairs = 0;
    let count = std::cell::RefCell::new(&mut pairs);
    for_all(async |tried| {
        for field in tried.fields().filter(|field| field.place == Place::Body) {
            let Some(rival) = rival(field) else {
                continue;
            };
            let all = samples::params(tried.client, tried.method, Form::Full);
            let mut params: Map<String, Value> = tried.required();
            for name in [field.wire.as_str(), rival] {
                params.insert(name.to_owned(), all[name].clone());
            }
            let answer = tried.sends(&params).await;
            let is_refused = (400..500).contains(&answer.status) || answer.is_missing();
            assert!(is_refused, "{} {params:?}: {}", tried.name, answer.body);
            **count.borrow_mut() += 1;
        }
    })
    .await;
    assert!(pairs > 20, "{pairs}");
}
