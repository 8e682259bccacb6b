//! What a header must say, and what it must not.

use base64::{Engine as _, prelude::*};
use serde_json::json;
use stytch_core::{
    KeySet, TokenError,
    testing::{Issuer, SigningKey},
};

use crate::support::{World, token_error};

/// Why a token with this header and no signature is refused, where the project has a key `k`: for
/// its signature, if the header is good.
async fn refusal(header: impl AsRef<[u8]>) -> TokenError {
    let issuer = Issuer::new();
    let key = issuer.key().named("k");
    let client: stytch_b2b::Client = issuer.with_key(key).client().build().unwrap();
    let jwt = format!("{}.e30.AA", BASE64_URL_SAFE_NO_PAD.encode(header));
    let check = client.sessions().authenticate_jwt_local(&jwt).await;
    token_error(&check.unwrap_err())
}

#[tokio::test]
async fn the_order_of_fields_and_unknown_ones_do_not_matter() {
    for json in [
        r#"{"alg":"RS256","kid":"k","typ":"JWT"}"#,
        r#"{"typ":"JWT","kid":"k","alg":"RS256"}"#,
        r#" { "\u0061lg" : "RS256" , "kid" : "\u006b", "x5t":"t", "new":{"a":[1]} } "#,
    ] {
        assert_eq!(refusal(json).await, TokenError::InvalidSignature);
    }
}

#[tokio::test]
async fn one_algorithm_is_accepted_in_one_spelling() {
    for name in [
        "none",
        "None",
        "NONE",
        "nOnE",
        "",
        "rs256",
        "RS256 ",
        "RS 256",
        "HS256",
        "HS384",
        "HS512",
        "RS384",
        "RS512",
        "PS256",
        "PS384",
        "PS512",
        "ES256",
        "ES384",
        "ES256K",
        "EdDSA",
        "RS256\\u0000",
    ] {
        let json = format!(r#"{{"alg":"{name}","kid":"k"}}"#);
        assert_eq!(
            refusal(&json).await,
            TokenError::UnsupportedAlgorithm,
            "{name}"
        );
    }
    for json in [
        r#"{"kid":"k"}"#,
        r#"{"alg":null,"kid":"k"}"#,
        r#"{"alg":["RS256"],"kid":"k"}"#,
    ] {
        assert_eq!(refusal(json).await, TokenError::MalformedHeader, "{json}");
    }
}

#[tokio::test]
async fn keys_and_extensions_that_come_along_are_refused() {
    for field in [
        r#""jwk":{"kty":"RSA"}"#,
        r#""jku":"https://evil.example/keys""#,
        r#""x5u":"https://evil.example/cert""#,
        r#""x5c":["AA=="]"#,
        r#""crit":["b64"],"b64":false"#,
        r#""crit":[]"#,
        r#""jwk":null"#,
    ] {
        let json = format!(r#"{{"alg":"RS256","kid":"k",{field}}}"#);
        assert_eq!(refusal(&json).await, TokenError::UntrustedHeader, "{field}");
    }
}

#[tokio::test]
async fn a_key_must_be_named() {
    assert_eq!(
        refusal(r#"{"alg":"RS256"}"#).await,
        TokenError::MissingKeyId
    );
    assert_eq!(
        refusal(r#"{"alg":"RS256","kid":""}"#).await,
        TokenError::InvalidKeyId
    );
    for id in ["null", "7", "-7", "7.5", "true", "[\"k\"]", "{\"k\":\"k\"}"] {
        let json = format!(r#"{{"alg":"RS256","kid":{id}}}"#);
        assert_eq!(refusal(&json).await, TokenError::MalformedHeader, "{id}");
    }
    let long = |length| format!(r#"{{"alg":"RS256","kid":"{}"}}"#, "k".repeat(length));
    assert_eq!(refusal(long(256)).await, TokenError::UnknownKey);
    assert_eq!(refusal(long(257)).await, TokenError::InvalidKeyId);
}

#[tokio::test]
async fn what_is_no_clear_object_is_refused() {
    for json in [
        "null",
        "[]",
        "\"RS256\"",
        r#"{"alg":"RS256","kid":"k""#,
        r#"{"alg":"RS256","kid":"k"}{}"#,
        r#"{"alg":"RS256","kid":"k",}"#,
        r#"{"alg":"none","alg":"RS256","kid":"k"}"#,
        r#"{"alg":"RS256","kid":"k","kid":"k"}"#,
        r#"{"alg":"RS256","kid":"k","a":1,"a":1}"#,
        "{\"alg\":\"RS256\",\"kid\":\"\u{0}\"}",
    ] {
        assert_eq!(refusal(json).await, TokenError::MalformedHeader, "{json}");
    }
    for invalid in [
        b"{\"alg\":\"RS256\",\"kid\":\"\xff\"}".as_slice(),
        b"{\"alg\":\"RS256\",\"kid\":\"k\",\"typ\":\"\xff\"}",
        b"{\"alg\":\"RS256\",\"kid\":\"k\",\"a\":{\"\xc0\xaf\":[\"\xed\xa0\x80\"]}}",
    ] {
        assert_eq!(
            refusal(invalid).await,
            TokenError::MalformedHeader,
            "{invalid:?}"
        );
    }
    let deep = format!(r#"{{"a":{}"#, "[".repeat(10_000));
    assert_eq!(refusal(deep).await, TokenError::MalformedHeader);
    let many: String = (0..1000).map(|i| format!(r#""n{i}":0,"#)).collect();
    assert_eq!(
        refusal(format!(r#"{{{many}"alg":"RS256","kid":"k"}}"#)).await,
        TokenError::MalformedHeader
    );
}

#[tokio::test]
async fn a_header_that_was_good_before_vouches_for_nothing_else() {
    let world = World::new();
    world.check(&world.member().mint()).await.unwrap();
    for (token, reason) in [
        (world.member().forged(), TokenError::InvalidSignature),
        (
            world.member().signed_with(&SigningKey::generate("other")),
            TokenError::InvalidSignature,
        ),
        (
            world.member().header("alg", "HS256"),
            TokenError::UnsupportedAlgorithm,
        ),
        (
            world.member().header("jwk", json!({})),
            TokenError::UntrustedHeader,
        ),
        (
            world.member().header("kid", "other"),
            TokenError::UnknownKey,
        ),
    ] {
        assert_eq!(world.refusal(&token.mint()).await, reason);
    }
    // nor for the same name in another set
    let other = SigningKey::generate(world.issuer.key().key_id());
    let keys = json!({ "keys": [other.to_jwk()] }).to_string();
    let keys = KeySet::from_json(keys.as_bytes()).unwrap();
    let client: stytch_b2b::Client = world.issuer.client().key_set(keys).build().unwrap();
    let jwt = world.member().mint();
    let check = client.sessions().authenticate_jwt_local(&jwt).await;
    assert_eq!(
        token_error(&check.unwrap_err()),
        TokenError::InvalidSignature
    );
}
