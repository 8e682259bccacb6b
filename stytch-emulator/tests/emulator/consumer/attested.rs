//! Users of another system, who come with its tokens, over HTTP.

use crate::common::issuer::{Issuer, PROFILE};
use crate::common::refused;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use stytch_consumer::authentication_factors::FactorType;
use stytch_consumer::{Client, sessions, users};
use stytch_emulator::Emulator;

/// An emulator that trusts an issuer, whether or not those whom it names have to be known.
async fn trusting(issuer: &Issuer, can_jit_provision: bool) -> (Emulator, Client) {
    let emulator = Emulator::start().await.unwrap();
    let mut profile = issuer.profile();
    profile["can_jit_provision"] = can_jit_provision.into();
    let seed = json!({ "settings": { "trusted_auth_tokens": [profile] } });
    let seeded = reqwest::Client::new()
        .post(format!("{}/_emulator/seed", emulator.url()))
        .json(&seed)
        .send()
        .await
        .unwrap();
    let (status, body) = (seeded.status(), seeded.text().await.unwrap());
    assert_eq!(status.as_u16(), 200, "{body}");
    let stytch = emulator.consumer_client();
    (emulator, stytch)
}

fn claims(emulator: &Emulator) -> Value {
    json!({
        "iss": "https://old.example",
        "aud": ["new"],
        "exp": emulator.clock().now().unix_seconds() + 60,
        "email": "ada@example.com",
        "jti": "token-1",
    })
}

#[tokio::test]
async fn a_user_comes_with_the_token_of_an_issuer_that_is_trusted() {
    let issuer = Issuer::new();
    let (emulator, stytch) = trusting(&issuer, false).await;
    let attest = || {
        let token = issuer.token(&claims(&emulator));
        sessions::AttestRequest::new(PROFILE, token).session_duration_minutes(60)
    };
    let unknown = stytch.sessions().attest(attest()).await.unwrap_err();
    refused(&unknown, 404, "user_not_found");

    let request = users::CreateRequest::new().email("ada@example.com");
    let user = stytch.users().create(request).await.unwrap();
    let login = stytch.sessions().attest(attest()).await.unwrap();
    assert_eq!(login.user_id, user.user_id);
    assert!(login.user.emails[0].verified);
    let factor = &login.session.unwrap().authentication_factors[0];
    assert_eq!(factor.r#type, FactorType::TrustedAuthToken);
    let token = factor.trusted_auth_token_factor.as_ref().unwrap();
    assert_eq!(token.token_id, "token-1");

    let other = sessions::AttestRequest::new("no such profile", "token");
    let other = stytch.sessions().attest(other).await.unwrap_err();
    refused(&other, 404, "trusted_token_profile_not_found");
}

#[tokio::test]
async fn a_stranger_comes_into_being_where_the_profile_says_so() {
    let issuer = Issuer::new();
    let (emulator, stytch) = trusting(&issuer, true).await;
    let request = sessions::AttestRequest::new(PROFILE, issuer.token(&claims(&emulator)));
    let login = stytch.sessions().attest(request).await.unwrap();
    assert!(login.session.is_none());
    assert_eq!(login.user.emails[0].email, "ada@example.com");
    assert!(login.user.emails[0].verified);
}

#[tokio::test]
async fn a_token_that_is_not_right_in_every_part_lets_nobody_in() {
    let trusted = Issuer::new();
    let (emulator, stytch) = trusting(&trusted, true).await;
    let now = emulator.clock().now().unix_seconds();
    let mut wrong = vec![
        Issuer::new().token(&claims(&emulator)),
        "no token".to_owned(),
        trusted.token(&json!(["a", "list"])),
    ];
    for (name, value) in [
        ("iss", json!("https://other.example")),
        ("aud", json!("other")),
        ("aud", Value::Null),
        ("exp", json!(now)),
        ("exp", Value::Null),
        ("nbf", json!(now + 30)),
        ("nbf", json!("soon")),
        ("email", json!("")),
        ("jti", Value::Null),
    ] {
        let mut claims = claims(&emulator);
        claims[name] = value;
        wrong.push(trusted.token(&claims));
    }
    // A signature of another algorithm, and none.
    let good = trusted.token(&claims(&emulator));
    let (signed, signature) = good.rsplit_once('.').unwrap();
    let (_, payload) = signed.split_once('.').unwrap();
    for header in [json!({"alg": "none"}), json!({"alg": "RS256"})] {
        let header = BASE64_URL_SAFE_NO_PAD.encode(header.to_string());
        wrong.push(format!("{header}.{payload}.{signature}"));
        wrong.push(format!("{header}.{payload}."));
    }
    for token in wrong {
        let request = sessions::AttestRequest::new(PROFILE, token);
        let refusal = stytch.sessions().attest(request).await.unwrap_err();
        refused(&refusal, 400, "invalid_trusted_auth_token");
    }
}
