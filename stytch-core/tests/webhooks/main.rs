//! Webhooks: which messages are genuine, and what they say.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

mod events;
mod headers;
mod secrets;
mod signatures;

use http::{HeaderMap, HeaderValue};
use stytch_core::testing::{TestClock, WebhookSigner};
use stytch_core::webhooks::{Error, Unknown, Verifier};

/// The public test vector of Svix and Standard Webhooks.
const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const ID: &str = "msg_p5jXN8AQM9LWM0D4loKWxJek";
const TIMESTAMP: &str = "1614265330";
const BODY: &[u8] = br#"{"test": 2432232314}"#;
const SIGNATURE: &str = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

/// Another secret than that of the vector.
const OTHER: &str = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

/// The time of the vector.
fn then() -> TestClock {
    TestClock::at("2021-02-25T15:02:10Z".parse().unwrap())
}

/// A verifier with the secret of the vector, at its time.
fn verifier() -> Verifier<Unknown> {
    Verifier::new([SECRET]).unwrap().clock(then())
}

/// A signer with the secret of the vector, at its time.
fn signer() -> WebhookSigner {
    WebhookSigner::with_secret(SECRET).with_clock(then())
}

/// The headers of the vector, under the names that begin with `prefix`.
fn vector(prefix: &str) -> HeaderMap {
    headers(&[
        (&format!("{prefix}-id"), ID),
        (&format!("{prefix}-timestamp"), TIMESTAMP),
        (&format!("{prefix}-signature"), SIGNATURE),
    ])
}

fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
    let mut map = HeaderMap::new();
    for (name, value) in pairs {
        let name: http::HeaderName = name.parse().unwrap();
        map.append(name, HeaderValue::from_str(value).unwrap());
    }
    map
}

/// The vector with another value of a header.
fn with(name: &'static str, value: &str) -> HeaderMap {
    let mut headers = vector("svix");
    headers.insert(name, HeaderValue::from_str(value).unwrap());
    headers
}

/// What the verifier of the vector says about headers, with the vector's body.
fn refusal(headers: &HeaderMap) -> Option<Error> {
    verifier().verify(headers, BODY).err()
}
