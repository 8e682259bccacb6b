//! Signatures that are almost right.
//!
//! The cases are those of the JSON Web Signature vectors of Project Wycheproof that concern RS256:
//! shapes of the token, and encodings of the signed digest (RFC 8017, section 9.2) in which one
//! element of the ASN.1 structure or of the padding is changed. The data was made anew for a key that
//! no longer exists and the claims of a machine token, so that the whole check is run. A 1024-bit key
//! is there, too, with a good signature.

use serde::Deserialize;
use std::collections::BTreeMap;
use stytch_core::{Error, KeySet, TokenError, testing::Issuer};

use crate::support::{start, token_error};

#[derive(Deserialize)]
struct Data {
    /// Header and payload.
    signed: String,
    valid: String,
    invalid: BTreeMap<String, String>,
    /// A token with a good signature by a key of 1024 bits.
    weak: String,
}

struct Vectors {
    data: Data,
    client: stytch_b2b::Client,
}

impl Vectors {
    fn load() -> Self {
        let text = include_str!("data/signatures.json");
        let keys = KeySet::from_json(text.as_bytes()).unwrap();
        let issuer = Issuer::new().with_clock(start);
        let client = issuer.client().key_set(keys).build().unwrap();
        Self {
            data: serde_json::from_str(text).unwrap(),
            client,
        }
    }

    async fn check(&self, token: &str) -> Result<(), Error> {
        self.client
            .m2m()
            .authenticate_token(token)
            .await
            .map(|_| ())
    }

    async fn refusal(&self, token: &str) -> TokenError {
        token_error(&self.check(token).await.unwrap_err())
    }
}

#[tokio::test]
async fn only_the_exact_encoding_of_the_digest_is_a_signature() {
    let vectors = Vectors::load();
    let Data {
        signed,
        valid,
        invalid,
        ..
    } = &vectors.data;
    vectors.check(&format!("{signed}.{valid}")).await.unwrap();
    assert!(invalid.len() > 180, "{}", invalid.len());
    for (name, signature) in invalid {
        let refusal = vectors.refusal(&format!("{signed}.{signature}")).await;
        assert_eq!(refusal, TokenError::InvalidSignature, "{name}");
    }
}

#[tokio::test]
async fn parts_can_be_neither_missing_nor_added_nor_changed() {
    let vectors = Vectors::load();
    let Data { signed, valid, .. } = &vectors.data;
    let (header, payload) = signed.split_once('.').unwrap();
    for token in [
        signed.clone(),
        format!("{header}..{valid}"),
        format!("{header}.{valid}"),
        format!(".{payload}.{valid}"),
        format!("{payload}.{valid}"),
        format!(".{payload}."),
        payload.to_owned(),
        String::new(),
        format!("{signed}.{valid}."),
        format!("{signed}.{valid}.Zm9v"),
        format!(".{signed}.{valid}"),
        format!(r#"{{"protected":"{header}","payload":"{payload}","signature":"{valid}"}}"#),
        format!(
            r#"{{"payload":"{payload}","signatures":[{{"protected":"{header}","signature":"{valid}"}}]}}"#
        ),
        format!("Bearer {signed}.{valid}"),
    ] {
        assert_eq!(
            vectors.refusal(&token).await,
            TokenError::Malformed,
            "{token}"
        );
    }
    let refusal = vectors.refusal(&format!("{signed}.")).await;
    assert_eq!(refusal, TokenError::InvalidSignature);
    // every letter of the payload counts
    for place in (0..payload.len()).step_by(7) {
        let mut changed = payload.to_owned();
        let letter = if changed.as_bytes()[place] == b'A' {
            "B"
        } else {
            "A"
        };
        changed.replace_range(place..=place, letter);
        let refusal = vectors
            .refusal(&format!("{header}.{changed}.{valid}"))
            .await;
        assert!(
            matches!(
                refusal,
                TokenError::InvalidSignature | TokenError::Malformed
            ),
            "{refusal}"
        );
    }
}

#[tokio::test]
async fn a_weak_key_is_not_used() {
    let vectors = Vectors::load();
    assert_eq!(
        vectors.refusal(&vectors.data.weak).await,
        TokenError::UnusableKey
    );
}
