//! Whatever is sent to the emulator, for every operation of the spec: what makes no sense is refused in the
//! API's own words, and leaves no trace.

mod bodies;
mod tried;

use crate::support::samples::{self, Form};
use codegen::resolve::{Place, Type};
use serde_json::{Value, json};
use tried::{ORGANIZATION, SECRET, USER, for_all};

#[tokio::test]
async fn what_is_missing_is_named() {
    for_all(async |tried| {
        let before = tried.export().await;
        for field in tried.fields() {
            if !field.required || field.place == Place::Path {
                continue;
            }
            let mut params = tried.required();
            params.remove(&field.wire);
            tried.is_misread(&params, field).await;
            params.insert(field.wire.clone(), Value::Null);
            if field.place == Place::Body {
                tried.is_misread(&params, field).await;
            }
        }
        assert_eq!(tried.export().await, before, "{}", tried.name);
    })
    .await;
}

/// Something that is not of a type; `None` if there is nothing.
fn other_than(ty: &Type) -> Option<Value> {
    Some(match ty {
        Type::String | Type::Secret | Type::Timestamp | Type::Named(_) => json!(7),
        Type::Bool => json!("maybe"),
        Type::Int32 | Type::Uint32 => json!("seven"),
        // what an app may put there as it likes is judged by the operation
        Type::Json => return None,
        ty if ty.is_object() => return None,
        Type::List(_) | Type::Map(_) => json!(true),
    })
}

#[tokio::test]
async fn what_is_of_the_wrong_type_is_named() {
    for_all(async |tried| {
        let before = tried.export().await;
        for field in tried.fields() {
            let is_text = field.place != Place::Body
                && !matches!(field.ty, Type::Bool | Type::Int32 | Type::Uint32);
            let Some(wrong) = other_than(&field.ty).filter(|_| !is_text) else {
                continue;
            };
            let mut params = tried.required();
            params.insert(field.wire.clone(), wrong);
            tried.is_misread(&params, field).await;
            if let Type::List(inner) = &field.ty
                && let Some(wrong) = other_than(inner)
            {
                params.insert(field.wire.clone(), json!([wrong]));
                tried.is_misread(&params, field).await;
            }
        }
        assert_eq!(tried.export().await, before, "{}", tried.name);
    })
    .await;
}

#[tokio::test]
async fn ids_of_nothing_and_of_other_things_are_refused() {
    for_all(async |tried| {
        let ids: Vec<_> = tried
            .fields()
            .filter(|field| field.required && tried.is_id(field))
            .collect();
        for field in ids {
            let other = match field.wire.as_str() {
                "organization_id" => USER,
                _ => ORGANIZATION,
            };
            for id in [
                "",
                "nothing",
                "../../organizations",
                other,
                "member-test-ada\0",
            ] {
                let mut params = tried.required();
                for name in ["organization_id", "member_id", "user_id"] {
                    let real = match name {
                        "organization_id" => ORGANIZATION,
                        "member_id" => "member-test-ada",
                        _ => USER,
                    };
                    if params.contains_key(name) {
                        params.insert(name.to_owned(), json!(real));
                    }
                }
                params.insert(field.wire.clone(), json!(id));
                let answer = tried.sends(&params).await;
                let what = format!("{} {params:?}: {}", tried.name, answer.body);
                assert!(answer.status >= 400, "{what}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn odd_values_are_taken_or_refused_and_nothing_in_between() {
    for_all(async |tried| {
        tried.sends(&tried.required()).await;
        for form in [Form::Full, Form::Null, Form::Future] {
            let params = samples::params(tried.client, tried.method, form);
            let mut all = tried.required();
            all.extend(params);
            tried.sends(&all).await;
        }
        // each field on its own, as strange and as long as it gets
        for field in tried.fields() {
            let strange = "\u{202e}\0'\"<x>";
            let odd = match field.place {
                Place::Body => strange.repeat(1_000),
                _ => strange.to_owned(),
            };
            for odd in [String::new(), odd] {
                let mut params = tried.required();
                params.insert(field.wire.clone(), json!(odd));
                tried.sends(&params).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_gets_in_without_the_credentials_of_a_test_project() {
    for_all(async |tried| {
        if tried.name.ends_with(".get_jwks") {
            return;
        }
        let params = tried.required();
        let ask = || tried.request(&params);
        for (request, status, error_type) in [
            (ask(), 401, "unauthorized_credentials"),
            (ask().bearer_auth("any"), 401, "unauthorized_credentials"),
            (
                ask().header("authorization", "Basic ???"),
                400,
                "invalid_authorization_header",
            ),
            (
                ask().basic_auth("", Some(SECRET)),
                401,
                "unauthorized_credentials",
            ),
            (
                ask().basic_auth(&tried.project, Some("")),
                401,
                "unauthorized_credentials",
            ),
            (
                ask().basic_auth("project-live-acme", Some(SECRET)),
                401,
                "unauthorized_project_id_live",
            ),
        ] {
            let answer = tried.answer(request, &params).await;
            let what = format!("{}: {}", tried.name, answer.body);
            assert_eq!(
                (answer.status, answer.error_type()),
                (status, error_type),
                "{what}"
            );
        }
    })
    .await;
}
