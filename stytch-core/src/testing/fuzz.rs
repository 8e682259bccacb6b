//! What the fuzz targets and the randomized tests call: every reader of hostile text, without the
//! signature in between, which no random text would ever have.

use std::{sync::LazyLock, time::Duration};

use super::Issuer;
use crate::{
    Operation, Verb,
    jwt::{Life, Limits, Signed, Unverified},
    keys::KeySet,
    session::{SessionModel, SessionToken},
    tokens::{AppClaims, Endpoints, Kind, MachineClaims, Settings, Tokens},
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
    fn life<K: Kind>(signed: &Signed) -> Option<Life> {
        K::read(signed, &TOKENS).ok().map(|token| token.life())
    }

    let signed = Signed::unchecked(payload.to_vec());
    if let Ok(SessionToken::<S> { session, .. }) = Kind::read(&signed, &TOKENS) {
        assert!(!session.session_id().is_empty() && session.expires_at().is_some());
        assert!(session.organization_id() != Some(""));
    }
    let lives = [
        life::<SessionToken<S>>(&signed),
        life::<MachineClaims>(&signed),
        life::<AppClaims>(&signed),
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
