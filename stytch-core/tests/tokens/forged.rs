//! Tokens that somebody else made.

use aws_lc_rs::{
    hmac,
    rand::SystemRandom,
    signature::{
        ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, RSA_PKCS1_SHA384, RSA_PKCS1_SHA512,
        RSA_PSS_SHA256, RsaEncoding, RsaKeyPair,
    },
};
use base64::{Engine as _, prelude::*};
use serde_json::json;
use stytch_core::{
    KeySet, TokenError,
    testing::{OfSession, SigningKey, TokenBuilder},
};

use crate::support::World;

/// The token with a signature of the test's own.
fn with_signature(token: &TokenBuilder<OfSession>, sign: impl Fn(&[u8]) -> Vec<u8>) -> String {
    let input = token.signing_input();
    let signature = sign(input.as_bytes());
    format!("{input}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature))
}

#[tokio::test]
async fn none_is_no_algorithm_in_any_spelling() {
    let world = World::new();
    for name in [
        "none", "None", "NONE", "nOnE", "NonE", " none", "none ", "", "null",
    ] {
        let token = world.member().header("alg", name);
        for signature in [Vec::new(), vec![0; 256]] {
            let jwt = with_signature(&token, |_| signature.clone());
            assert_eq!(
                world.refusal(&jwt).await,
                TokenError::UnsupportedAlgorithm,
                "{name:?}"
            );
        }
        // not even with a good signature
        assert_eq!(
            world.refusal(&token.mint()).await,
            TokenError::UnsupportedAlgorithm
        );
    }
    for odd in [
        json!(null),
        json!(["RS256"]),
        json!({"RS256": 1}),
        json!(256),
        json!(false),
    ] {
        let jwt = world.member().header("alg", odd.clone()).mint();
        assert_eq!(
            world.refusal(&jwt).await,
            TokenError::MalformedHeader,
            "{odd}"
        );
    }
    let jwt = world.member().without_header("alg").mint();
    assert_eq!(world.refusal(&jwt).await, TokenError::MalformedHeader);
}

#[tokio::test]
async fn the_public_key_is_no_shared_secret() {
    let world = World::new();
    let der = world.issuer.key().to_public_der();
    // with the header of RFC 5280 in front, as tools print it
    let mut spki = b"\x30\x82\x01\x22\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01\x05\x00\x03\x82\x01\x0f\x00".to_vec();
    spki.extend(&der);
    let pem = |name: &str, der: &[u8]| {
        let text = BASE64_STANDARD.encode(der);
        let lines: Vec<_> = text
            .as_bytes()
            .chunks(64)
            .map(|line| str::from_utf8(line).unwrap())
            .collect();
        format!(
            "-----BEGIN {name}-----\n{}\n-----END {name}-----\n",
            lines.join("\n")
        )
    };
    let jwk = world.issuer.key().to_jwk();
    let modulus = jwk["n"].as_str().unwrap();
    for secret in [
        der.clone(),
        spki.clone(),
        pem("PUBLIC KEY", &spki).into_bytes(),
        pem("PUBLIC KEY", &spki).trim_end().to_owned().into_bytes(),
        pem("RSA PUBLIC KEY", &der).into_bytes(),
        modulus.as_bytes().to_vec(),
        BASE64_URL_SAFE_NO_PAD.decode(modulus).unwrap(),
        jwk.to_string().into_bytes(),
        Vec::new(),
    ] {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &secret);
        let sign = |message: &[u8]| hmac::sign(&key, message).as_ref().to_vec();
        let jwt = with_signature(&world.member().header("alg", "HS256"), sign);
        assert_eq!(world.refusal(&jwt).await, TokenError::UnsupportedAlgorithm);
        let jwt = with_signature(&world.member(), sign);
        assert_eq!(world.refusal(&jwt).await, TokenError::InvalidSignature);
    }
}

/// A key whose signatures of any kind the test can make, and its key set.
fn other_algorithms() -> (RsaKeyPair, KeySet) {
    use aws_lc_rs::{rsa::KeySize, signature::KeyPair as _};

    let pair = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
    let public = pair.public_key();
    let number = |bytes: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(bytes);
    let set = json!({"keys": [{
        "kty": "RSA", "use": "sig", "alg": "RS256", "kid": "k",
        "n": number(public.modulus().big_endian_without_leading_zero()),
        "e": number(public.exponent().big_endian_without_leading_zero()),
    }]});
    let set = KeySet::from_json(set.to_string().as_bytes()).unwrap();
    (pair, set)
}

#[tokio::test]
async fn other_algorithms_of_the_same_key_are_refused() {
    let world = World::new();
    let (pair, keys) = other_algorithms();
    let stytch: stytch_b2b::Client = world.issuer.client().key_set(keys).build().unwrap();
    let algorithms: [(&str, &'static dyn RsaEncoding); 3] = [
        ("RS384", &RSA_PKCS1_SHA384),
        ("RS512", &RSA_PKCS1_SHA512),
        ("PS256", &RSA_PSS_SHA256),
    ];
    for (name, algorithm) in algorithms {
        let sign = |message: &[u8]| {
            let mut signature = vec![0; pair.public_modulus_len()];
            pair.sign(algorithm, &SystemRandom::new(), message, &mut signature)
                .unwrap();
            signature
        };
        for (header, reason) in [
            (name, TokenError::UnsupportedAlgorithm),
            ("RS256", TokenError::InvalidSignature),
        ] {
            let token = world.member().header("kid", "k").header("alg", header);
            let jwt = with_signature(&token, sign);
            let error = stytch
                .sessions()
                .authenticate_jwt_local(&jwt)
                .await
                .unwrap_err();
            assert_eq!(error.token_error(), Some(&reason), "{name} as {header}");
        }
    }
}

#[tokio::test]
async fn an_elliptic_key_in_the_set_is_never_chosen() {
    let world = World::new();
    let random = SystemRandom::new();
    let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
    let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8.as_ref()).unwrap();
    let point = aws_lc_rs::signature::KeyPair::public_key(&pair)
        .as_ref()
        .to_vec();
    let number = |bytes: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(bytes);
    let elliptic = json!({
        "kty": "EC", "use": "sig", "alg": "ES256", "kid": "ec", "crv": "P-256",
        "x": number(&point[1..33]), "y": number(&point[33..]),
    });
    let set = json!({"keys": [elliptic, world.issuer.key().to_jwk()]});
    let keys = KeySet::from_json(set.to_string().as_bytes()).unwrap();
    let stytch: stytch_b2b::Client = world.issuer.client().key_set(keys).build().unwrap();
    let sign = |message: &[u8]| pair.sign(&random, message).unwrap().as_ref().to_vec();
    for (header, reason) in [
        ("ES256", TokenError::UnsupportedAlgorithm),
        ("RS256", TokenError::UnusableKey),
    ] {
        let token = world.member().header("kid", "ec").header("alg", header);
        let jwt = with_signature(&token, sign);
        let error = stytch
            .sessions()
            .authenticate_jwt_local(&jwt)
            .await
            .unwrap_err();
        assert_eq!(error.token_error(), Some(&reason));
    }
    // and it does not get in the way of the other
    assert!(
        stytch
            .sessions()
            .authenticate_jwt_local(&world.member().mint())
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn a_key_for_another_algorithm_is_refused() {
    let world = World::new();
    for algorithm in ["RS512", "PS256", "HS256", "RSA-OAEP", "none", "new"] {
        let mut jwk = world.issuer.key().to_jwk();
        jwk["alg"] = algorithm.into();
        let good = world.issuer.key().named("good").to_jwk();
        let set = json!({"keys": [jwk, good]});
        let keys = KeySet::from_json(set.to_string().as_bytes()).unwrap();
        let stytch: stytch_b2b::Client = world.issuer.client().key_set(keys).build().unwrap();
        let jwt = world.member().mint();
        let error = stytch
            .sessions()
            .authenticate_jwt_local(&jwt)
            .await
            .unwrap_err();
        assert_eq!(
            error.token_error(),
            Some(&TokenError::UnusableKey),
            "{algorithm}"
        );
    }
}

#[tokio::test]
async fn another_key_does_not_fit_whatever_its_name() {
    let world = World::new();
    let other = SigningKey::generate("other");
    let jwt = world.member().signed_with(&other).mint();
    assert_eq!(world.refusal(&jwt).await, TokenError::InvalidSignature);
    let jwt = world
        .member()
        .signed_with(&other)
        .header("kid", "other")
        .mint();
    assert_eq!(world.refusal(&jwt).await, TokenError::UnknownKey);
    let jwt = world.member().forged().mint();
    assert_eq!(world.refusal(&jwt).await, TokenError::InvalidSignature);

    // two keys of one name: neither is the one that is meant
    let twin = other.named(world.issuer.key().key_id());
    let set = json!({"keys": [world.issuer.key().to_jwk(), twin.to_jwk(), other.to_jwk()]});
    let keys = KeySet::from_json(set.to_string().as_bytes()).unwrap();
    let stytch: stytch_b2b::Client = world.issuer.client().key_set(keys).build().unwrap();
    for jwt in [
        world.member().mint(),
        world.member().signed_with(&twin).mint(),
    ] {
        let error = stytch
            .sessions()
            .authenticate_jwt_local(&jwt)
            .await
            .unwrap_err();
        assert_eq!(error.token_error(), Some(&TokenError::UnusableKey));
    }
}

#[tokio::test]
async fn the_name_of_the_key_is_needed_and_taken_as_it_is() {
    let world = World::new();
    let name = world.issuer.key().key_id().to_owned();
    let jwt = world.member().without_header("kid").mint();
    assert_eq!(world.refusal(&jwt).await, TokenError::MissingKeyId);
    for (odd, reason) in [
        (json!(""), TokenError::InvalidKeyId),
        (json!("k".repeat(257)), TokenError::InvalidKeyId),
        (json!("k".repeat(20_000)), TokenError::InvalidKeyId),
        (json!("k".repeat(40_000)), TokenError::TooLarge),
        (json!("k".repeat(256)), TokenError::UnknownKey),
        (json!(null), TokenError::MalformedHeader),
        (json!(0), TokenError::MalformedHeader),
        (json!([name]), TokenError::MalformedHeader),
        (json!(name.to_uppercase()), TokenError::UnknownKey),
        (json!(format!("{name} ")), TokenError::UnknownKey),
        (json!(format!("{name}\u{0}")), TokenError::UnknownKey),
        (json!("../../../../etc/passwd"), TokenError::UnknownKey),
        (json!("' or 1=1 --"), TokenError::UnknownKey),
    ] {
        let jwt = world.member().header("kid", odd).mint();
        assert_eq!(world.refusal(&jwt).await, reason);
    }
}

#[tokio::test]
async fn a_key_that_comes_along_is_not_trusted() {
    let world = World::new();
    let attacker = SigningKey::generate(world.issuer.key().key_id());
    for (field, value) in [
        ("jwk", attacker.to_jwk()),
        ("jku", json!("https://evil.example/keys")),
        (
            "jku",
            json!("https://test.stytch.com/v1/b2b/sessions/jwks/project-test-1"),
        ),
        ("x5u", json!("https://evil.example/certificate")),
        ("x5c", json!(["MIIB"])),
        ("crit", json!(["exp"])),
        ("crit", json!(["b64"])),
        ("crit", json!([])),
        ("crit", json!("exp")),
    ] {
        for key in [&attacker, world.issuer.key()] {
            let jwt = world
                .member()
                .header(field, value.clone())
                .signed_with(key)
                .mint();
            assert_eq!(
                world.refusal(&jwt).await,
                TokenError::UntrustedHeader,
                "{field}"
            );
        }
    }
    // what says nothing about keys does no harm
    for (field, value) in [
        ("typ", json!("at+jwt")),
        ("cty", json!("JWT")),
        ("x5t", json!("x")),
        ("new", json!({})),
    ] {
        let jwt = world.member().header(field, value).mint();
        assert!(world.check(&jwt).await.is_ok(), "{field}");
    }
    assert!(
        world
            .check(&world.member().without_header("typ").mint())
            .await
            .is_ok()
    );
}
