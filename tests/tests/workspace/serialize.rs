//! What was received is passed on as it came: what was missing in it is left out, and what was there is
//! there, empty values too.

use std::fmt::Debug;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

/// Reads an answer, writes it, and reads it again.
fn passed_on<T: Serialize + DeserializeOwned + PartialEq + Debug>(answer: &Value) -> Value {
    let read = T::deserialize(answer).unwrap();
    let written = serde_json::to_value(&read).unwrap();
    assert_eq!(T::deserialize(&written).unwrap(), read);
    // a second time around nothing is left to lose
    let again = T::deserialize(&written).unwrap();
    assert_eq!(serde_json::to_value(again).unwrap(), written);
    written
}

fn nulls(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Null => found.push(path.to_owned()),
        Value::Object(fields) => fields
            .iter()
            .for_each(|(name, value)| nulls(value, &format!("{path}.{name}"), found)),
        Value::Array(elements) => elements.iter().for_each(|value| nulls(value, path, found)),
        _ => {}
    }
}

fn assert_no_null(value: &Value) {
    let mut found = Vec::new();
    nulls(value, "$", &mut found);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn missing_values_of_a_b2b_answer_are_left_out() {
    use stytch_b2b::{organizations::Member, sessions::AuthenticateResponse};

    let answer = json!({
        "request_id": "r",
        "member_session": {
            "member_session_id": "s",
            "started_at": "2024-03-01T12:00:00Z",
            "expires_at": null,
            "authentication_factors": [{"type": "email_otp"}, {"type": "oauth"}],
        },
        "member": {"member_id": "m", "roles": [], "mfa_enrolled": false, "name": ""},
    });
    let written = passed_on::<AuthenticateResponse>(&answer);
    assert_no_null(&written);
    let session = &written["member_session"];
    assert_eq!(session["started_at"], "2024-03-01T12:00:00Z");
    assert_eq!(session.get("expires_at"), None);
    assert_eq!(session.get("last_accessed_at"), None);

    let member = passed_on::<Member>(&answer["member"]);
    assert_no_null(&member);
    assert_eq!(member.get("created_at"), None);
    // an empty value that came is no missing one
    for name in ["member_id", "roles", "mfa_enrolled", "name"] {
        assert_eq!(member.get(name), answer["member"].get(name), "{name}");
    }
    for nothing in [json!({}), json!({"member": null, "member_session": null})] {
        assert_no_null(&passed_on::<AuthenticateResponse>(&nothing));
    }
}

#[test]
fn missing_values_of_a_consumer_answer_are_left_out() {
    use stytch_consumer::{sessions::AuthenticateResponse, users::GetResponse};

    let answer = json!({
        "request_id": "r",
        "user_id": "u",
        "emails": [],
        "phone_numbers": [{"phone_id": "p", "verified": false}],
        "created_at": null,
        "trusted_metadata": {"cleared": null},
    });
    let mut written = passed_on::<GetResponse>(&answer);
    for name in ["user_id", "emails", "phone_numbers", "trusted_metadata"] {
        assert!(written.get(name).is_some(), "{name}");
    }
    assert_eq!(written.get("created_at"), None);
    // what is in the app's own data is data
    let metadata = written.as_object_mut().unwrap().remove("trusted_metadata");
    assert_eq!(metadata.as_ref(), answer.get("trusted_metadata"));
    assert_no_null(&written);

    for answer in [
        json!({}),
        json!({"session": {"session_id": "s"}, "user": answer}),
    ] {
        let mut written = passed_on::<AuthenticateResponse>(&answer);
        if let Some(user) = written["user"].as_object_mut() {
            user.remove("trusted_metadata");
        }
        assert_no_null(&written);
    }
}

#[test]
fn missing_values_of_tokens_and_of_what_is_said_about_them_are_left_out() {
    use stytch_core::{introspection::IntrospectResponse, m2m::TokenResponse};

    for answer in [
        json!({"active": false}),
        json!({"active": true, "aud": ["a"], "exp": 1_700_000_000, "color": "red"}),
    ] {
        let written = passed_on::<IntrospectResponse>(&answer);
        assert_no_null(&written);
        for name in ["active", "exp", "color"] {
            assert_eq!(written.get(name), answer.get(name), "{name}");
        }
        let organization = written.get("https://stytch.com/organization");
        assert_eq!(organization, None);
    }
    let written = passed_on::<TokenResponse>(&json!({"access_token": "t", "expires_in": null}));
    assert_no_null(&written);
    assert_eq!(written.get("access_token"), Some(&json!("t")));
}
