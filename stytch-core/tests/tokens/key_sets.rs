//! Which keys of a set can check a token.

use base64::{Engine as _, prelude::*};
use serde_json::{Value, json};
use stytch_core::{Error, ErrorKind, KeySet};

/// A modulus of so many bytes; no key behind it.
fn modulus(bytes: usize, last: u8) -> String {
    let mut number = vec![0xc5; bytes];
    if let Some(end) = number.last_mut() {
        *end = last;
    }
    BASE64_URL_SAFE_NO_PAD.encode(number)
}

fn key(changes: Value) -> Value {
    let mut key = json!({
        "kty": "RSA", "use": "sig", "key_ops": ["verify"], "alg": "RS256", "kid": "k",
        "n": modulus(256, 1), "e": "AQAB", "x5c": [], "x5tS256": "",
    });
    for (name, value) in changes.as_object().unwrap() {
        match value {
            Value::Null => drop(key.as_object_mut().unwrap().remove(name)),
            value => key[name] = value.clone(),
        }
    }
    key
}

fn set(keys: &[Value]) -> Result<KeySet, Error> {
    KeySet::from_json(&serde_json::to_vec(&json!({ "keys": keys })).unwrap())
}

fn names(set: &KeySet) -> Vec<&str> {
    set.key_ids().collect()
}

fn usable(changes: Value) -> bool {
    set(&[key(changes)]).is_ok()
}

#[test]
fn rsa_keys_for_signatures_are_usable() {
    assert!(usable(json!({})));
    for changes in [
        json!({"use": null, "key_ops": null, "alg": null}),
        json!({"key_ops": []}),
        json!({"key_ops": ["sign", "verify", "new"]}),
        json!({"x5c": 7, "x5t": {}, "x5u": null, "x5t#S256": 1, "new": "x"}),
        json!({"n": modulus(512, 1)}),
        json!({"n": modulus(1024, 1)}),
        json!({"e": "Aw"}),
        // a zero in front
        json!({"e": "AAEAAQ"}),
    ] {
        assert!(usable(changes.clone()), "{changes}");
    }
}

#[test]
fn others_are_never_chosen() {
    for changes in [
        json!({"kid": null}),
        json!({"kid": ""}),
        json!({"kid": 1}),
        json!({"kty": "oct", "k": "AQAB"}),
        json!({"kty": "EC", "crv": "P-256", "x": "AQAB", "y": "AQAB"}),
        json!({"kty": "new"}),
        json!({"use": "enc"}),
        json!({"use": ""}),
        json!({"key_ops": ["encrypt"]}),
        json!({"alg": "RS512"}),
        json!({"alg": "PS256"}),
        json!({"alg": "HS256"}),
        json!({"alg": ""}),
        json!({"n": modulus(128, 1)}),
        json!({"n": modulus(255, 1)}),
        json!({"n": modulus(1025, 1)}),
        json!({"n": modulus(256, 2)}),
        json!({"n": ""}),
        json!({"n": "AAAA"}),
        json!({"n": "not base64!"}),
        json!({"n": modulus(256, 1) + "=="}),
        json!({"e": "AQ"}),
        json!({"e": "Ag"}),
        json!({"e": ""}),
        json!({"e": "AAAA"}),
        json!({"n": null}),
        json!({"e": null}),
    ] {
        let error = set(&[key(changes.clone())]).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{changes}");
        // and they do not take a good key along
        let good = key(json!({"kid": "good"}));
        let keys = set(&[key(changes.clone()), good]).unwrap();
        assert_eq!(names(&keys), ["good"], "{changes}");
    }
    for odd in [json!(null), json!([]), json!("k"), json!(1)] {
        assert!(set(&[odd, key(json!({}))]).is_ok());
    }
}

#[test]
fn a_name_that_several_keys_share_names_none() {
    let other = json!({"n": modulus(256, 3)});
    for order in [
        [key(json!({})), key(other.clone())],
        [key(other), key(json!({}))],
    ] {
        let mut keys = order.to_vec();
        assert!(set(&keys).is_err());
        // not even when one of them comes again
        keys.push(key(json!({})));
        assert!(set(&keys).is_err());
        keys.push(key(json!({"kid": "good"})));
        assert_eq!(names(&set(&keys).unwrap()), ["good"]);
    }
}

#[test]
fn the_same_key_twice_or_beside_an_encryption_key_is_clear() {
    for other in [
        json!({}),
        json!({"e": "AAEAAQ"}),
        json!({"use": "enc"}),
        json!({"kty": "EC"}),
    ] {
        for keys in [
            [key(json!({})), key(other.clone())],
            [key(other), key(json!({}))],
        ] {
            assert_eq!(names(&set(&keys).unwrap()), ["k"]);
        }
    }
}

#[test]
fn other_texts_are_no_key_sets() {
    for json in [
        "",
        "null",
        "[]",
        "{}",
        "[[]]",
        r#"{"keys":null}"#,
        r#"{"keys":{}}"#,
        "<html>",
    ] {
        assert!(KeySet::from_json(json.as_bytes()).is_err(), "{json}");
    }
    assert!(set(&[]).is_err());
    for set in [
        json!([[key(json!({}))]]),
        json!([{ "keys": [key(json!({}))] }]),
    ] {
        assert!(KeySet::from_json(set.to_string().as_bytes()).is_err());
    }
}

#[test]
fn a_set_is_printed_by_its_names_and_not_by_its_numbers() {
    let set = set(&[key(json!({}))]).unwrap();
    assert_eq!(format!("{set:?}"), r#"KeySet { key_ids: ["k"] }"#);
}
