//! The check of a session's JWT, good and bad.

use std::{hint::black_box, time::Duration};

use aws_lc_rs::signature::{ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use stytch_b2b::Client;
use stytch_core::testing::{Issuer, OfSession, TokenBuilder};
use tokio::runtime::Runtime;

use crate::{Side, allocations, measure, ratio};

/// The token of all rows.
pub(crate) fn token(issuer: &Issuer) -> TokenBuilder<OfSession> {
    let at = "2025-01-01T10:00:00Z";
    let factor = |kind: &str, method: &str, name: &str, value: Value| json!({"type": kind, "delivery_method": method, "last_authenticated_at": at, name: value});
    issuer
        .member_session("member-test-2222", "organization-test-1")
        .session_id("session-test-1")
        .without_attributes()
        .role("editor")
        .factor(factor(
            "magic_link",
            "email",
            "email_factor",
            json!({"email_id": "email-test-81bf", "email_address": "ada@example.com"}),
        ))
        .factor(factor(
            "otp",
            "sms",
            "phone_number_factor",
            json!({"phone_id": "phone-test-d5a3"}),
        ))
        .factor(factor(
            "sso",
            "sso_saml",
            "saml_sso_factor",
            json!({"id": "saml-1"}),
        ))
        .factor(json!({"type": "password", "delivery_method": "knowledge"}))
        .factor(json!({"type": "totp", "delivery_method": "authenticator_app"}))
        .claim("plan", "pro")
}

pub(crate) fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
}

/// One bare verification, over and over.
pub(crate) struct Bare {
    key: ParsedPublicKey,
    signed: Vec<u8>,
    signature: Vec<u8>,
}

impl Bare {
    pub(crate) fn new(issuer: &Issuer, jwt: &str) -> Self {
        let der = issuer.key().to_public_der();
        let (signed, signature) = jwt.rsplit_once('.').unwrap();
        Self {
            key: ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, der).unwrap(),
            signed: signed.as_bytes().to_vec(),
            signature: BASE64_URL_SAFE_NO_PAD.decode(signature).unwrap(),
        }
    }

    pub(crate) fn verify(&self) -> bool {
        self.key
            .verify_sig(black_box(&self.signed), &self.signature)
            .is_ok()
    }
}

/// Checks a token so many times.
fn run(runtime: &Runtime, client: &Client, jwt: &str, good: bool, runs: usize) {
    runtime.block_on(async {
        for _ in 0..runs {
            let check = client.sessions().authenticate_jwt_local(black_box(jwt));
            assert_eq!(black_box(check.await).is_ok(), good);
        }
    });
}

pub(crate) fn report() {
    let issuer = Issuer::new();
    let runtime = runtime();
    let client: Client = issuer.client().build().unwrap();
    let remembering: Client = issuer.client().remember_tokens(1024).build().unwrap();
    let token = token(&issuer);
    let jwt = token.mint();
    println!("a token of {} bytes", jwt.len());
    let bare = Bare::new(&issuer, &jwt);
    let forged = token.clone().forged().mint();
    let unknown = token.clone().header("kid", "jwk-test-unknown").mint();
    let foreign = token.clone().header("alg", "ES256").mint();
    let malformed = jwt.replacen('.', "..", 1);
    let authorized = issuer_policy_client(&issuer);
    let check = |client: &'_ Client, jwt: &str, good| {
        let (client, jwt) = (client.clone(), jwt.to_owned());
        let runtime = &runtime;
        move |runs| run(runtime, &client, &jwt, good, runs)
    };
    let mut sides = [
        Side::new("bare", |runs| {
            for _ in 0..runs {
                assert!(black_box(bare.verify()));
            }
        }),
        Side::new("a good token", check(&client, &jwt, true)),
        Side::new("with all options", |runs| {
            runtime.block_on(async {
                for _ in 0..runs {
                    let check = authorized
                        .sessions()
                        .authenticate_jwt_local(black_box(&jwt))
                        .max_token_age(Duration::from_secs(3600))
                        .authorize("organization-test-1", "documents", "read");
                    assert!(black_box(check.await).is_ok());
                }
            });
        }),
        Side::new("a bad signature", check(&client, &forged, false)),
        Side::new("an unknown key", check(&client, &unknown, false)),
        Side::new("a foreign algorithm", check(&client, &foreign, false)),
        Side::new("a malformed token", check(&client, &malformed, false)),
        Side::new("a remembered token", check(&remembering, &jwt, true)),
    ];
    measure(&mut sides, 50);
    println!("\nlocal check of a session             time     x bare   allocations");
    for (number, side) in sides.iter().enumerate() {
        let allocations = allocations(|| (side.run)(1));
        println!(
            "  {:28} {:>8.2} µs {:>8.3} {:>12}",
            side.name,
            side.time() / 1000.0,
            ratio(side, &sides[0]),
            if number == 0 { 0 } else { allocations },
        );
    }
}

fn issuer_policy_client(issuer: &Issuer) -> Client {
    let policy = stytch_core::rbac::CompiledPolicy::builder()
        .role("editor", "documents", ["read"])
        .build();
    issuer.client().policy(policy).build().unwrap()
}
