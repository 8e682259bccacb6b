//! What the fuzz targets and the randomized tests call: every reader of hostile text, without the
//! signature in between, which no random text would ever have.

use std::{sync::LazyLock, time::Duration};

use super::Issuer;
use crate::{
    Operation, Verb,
    introspection::fuzz_claims as app_claims,
    jwt::{Limits, Signed, Unverified},
    keys::KeySet,
    m2m::fuzz_claims as machine_claims,
    session::{SessionModel, fuzz_claims as session_claims},
    tokens::{Endpoints, Settings, Tokens},
};

const ENDPOINTS: Endpoints = Endpoints {
    keys: Operation::new("fuzz.keys", Verb::Get, "/"),
    policy: Operation::new("fuzz.policy", Verb::Get, "/"),
    organization_policy: Some(Operation::new("fuzz.organization_policy", Verb::Get, "/")),
    authenticate: Operation::new("fuzz.authenticate", Verb::Post, "/"),
};

#[expect(clippy::expect_used, reason = "default settings can't be refused")]
static TOKENS: LazyLock<Tokens> = LazyLock::new(|| {
    let issuer = Issuer::new();
    Tokens::new(
        Settings::default(),
        &ENDPOINTS,
        issuer.project_id(),
        "https://stytch.invalid",
    )
    .expect("the default settings work")
});

/// Reads a token up to its signature.
pub fn token(text: &str) {
    if let Ok(token) = Unverified::parse(text) {
        let named = token.with_key_id(|key_id| !key_id.is_empty());
        assert!(named.unwrap_or(true));
        let _ = token.peek();
    }
}

/// Reads claims as if their signature were good, as each kind of token.
pub fn claims<S: SessionModel>(payload: &[u8]) {
    let signed = Signed::unchecked(payload.to_vec());
    let lives = [
        session_claims::<S>(&signed, &TOKENS),
        machine_claims(&signed, &TOKENS),
        app_claims(&signed, &TOKENS),
    ];
    // no token is of two kinds
    assert!(lives.iter().flatten().count() <= 1);
    for life in lives.into_iter().flatten() {
        for now in [
            Duration::ZERO,
            Duration::from_secs(1_735_725_600),
            Duration::MAX,
        ] {
            for span in [Duration::ZERO, Duration::MAX] {
                let _ = life.check(
                    now,
                    Limits {
                        leeway: span,
                        max_age: Some(span),
                    },
                );
            }
        }
    }
}

/// Reads a key set.
pub fn keys(json: &[u8]) {
    if let Ok(keys) = KeySet::from_json(json) {
        assert!(keys.key_ids().next().is_some());
    }
}
