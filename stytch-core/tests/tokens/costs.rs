//! What checks allocate. Times are the benchmark's matter; this is the same on every machine.

use std::future::IntoFuture as _;

use allocation_counter::measure;
use serde_json::json;
use stytch_b2b::Client;
use stytch_core::testing::{Issuer, OfSession, TokenBuilder};

/// As in the benchmark: a B2B session of 1.8 KB with five authentication factors.
fn token(issuer: &Issuer) -> TokenBuilder<OfSession> {
    issuer
        .member_session("member-test-2222", "organization-test-1")
        .session_id("session-test-1")
        .without_attributes()
        .role("editor")
        .factor(json!({"type": "magic_link", "delivery_method": "email",
            "email_factor": {"email_id": "email-test-81bf", "email_address": "ada@example.com"}}))
        .factor(json!({"type": "otp", "delivery_method": "sms",
            "phone_number_factor": {"phone_id": "phone-test-d5a3"}}))
        .factor(json!({"type": "sso", "delivery_method": "sso_saml",
            "saml_sso_factor": {"id": "saml-1"}}))
        .factor(json!({"type": "password", "delivery_method": "knowledge"}))
        .factor(json!({"type": "totp", "delivery_method": "authenticator_app"}))
        .claim("plan", "pro")
}

/// The allocations of a check, after a first one: the least of a few, since what a thread sets up for
/// itself once is not the check's.
fn allocations(client: &Client, jwt: &str) -> u64 {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let check = || runtime.block_on(client.sessions().authenticate_jwt_local(jwt).into_future());
    let _ = check();
    let counts = (0..5).map(|_| measure(|| drop(check())).count_total);
    counts.min().unwrap()
}

#[test]
fn a_check_allocates_little_beyond_what_it_gives_back() {
    let issuer = Issuer::new();
    let client: Client = issuer.client().build().unwrap();
    let remembering: Client = issuer.client().remember_tokens(16).build().unwrap();
    let jwt = token(&issuer).mint();
    // one more where some crate of the build has maps of JSON keep their order
    assert!(allocations(&client, &jwt) <= 18);
    // its future, and nothing for looking it up
    assert_eq!(allocations(&remembering, &jwt), 1);
    // its future, its payload and its error
    assert!(allocations(&client, &token(&issuer).forged().mint()) <= 4);
    assert!(allocations(&client, &token(&issuer).header("kid", "made-up").mint()) <= 3);
}
