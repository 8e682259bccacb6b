//! Custom claims as a type of the app.

use std::collections::BTreeMap;

use stytch_core::{ErrorKind, JsonObject, claims::custom_claims_as};

fn claims(value: serde_json::Value) -> JsonObject {
    serde_json::from_value(value).unwrap()
}

#[test]
fn reads_structs_and_maps() {
    #[derive(serde::Deserialize)]
    struct Claims {
        plan: String,
    }
    let claims = claims(serde_json::json!({"plan": "pro", "seats": "5"}));
    assert_eq!(custom_claims_as::<Claims>(&claims).unwrap().plan, "pro");
    let map: BTreeMap<String, String> = custom_claims_as(&claims).unwrap();
    assert_eq!(map["seats"], "5");
}

#[test]
fn a_misfit_does_not_repeat_the_value() {
    let claims = claims(serde_json::json!({"plan": "s3cret"}));
    let error = custom_claims_as::<BTreeMap<String, u8>>(&claims).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.json_path(), Some("$.custom_claims"));
    assert_eq!(error.message(), "expected u8, found a string");
}
