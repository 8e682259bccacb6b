//! The same verdicts, and no panic, whatever the app has made of jsonwebtoken.

use stytch_b2b::{
    Client, TokenError,
    testing::{Issuer, SigningKey},
};

#[tokio::test]
async fn verdicts_do_not_depend_on_the_provider() {
    let issuer = Issuer::new();
    let client: Client = issuer.client().build().unwrap();
    let token = issuer
        .member_session("member-test-1", "organization-test-1")
        .role("admin");
    let good = token.mint();
    let session = client
        .sessions()
        .authenticate_jwt_local(&good)
        .await
        .unwrap();
    assert_eq!(session.member_id, "member-test-1");
    for (jwt, reason) in [
        (token.clone().forged().mint(), TokenError::InvalidSignature),
        (
            token.clone().signed_with(&SigningKey::generate("k")).mint(),
            TokenError::InvalidSignature,
        ),
        (
            token.clone().header("alg", "HS256").mint(),
            TokenError::UnsupportedAlgorithm,
        ),
        (
            token.clone().header("alg", "ES256").mint(),
            TokenError::UnsupportedAlgorithm,
        ),
        (token.header("kid", "other").mint(), TokenError::UnknownKey),
    ] {
        let error = client
            .sessions()
            .authenticate_jwt_local(&jwt)
            .await
            .unwrap_err();
        assert_eq!(error.token_error(), Some(&reason));
    }
    let machine = issuer
        .machine_token("m2m-client-test-1")
        .scope("read:users")
        .mint();
    client
        .m2m()
        .authenticate_token(&machine)
        .require_scopes(["read:users"])
        .await
        .unwrap();
}

/// With exactly one feature on, the app's own use of jsonwebtoken works, too, and is not disturbed.
#[cfg(any(
    all(feature = "aws_lc_rs", not(feature = "rust_crypto")),
    all(feature = "rust_crypto", not(feature = "aws_lc_rs"))
))]
#[tokio::test]
async fn the_app_can_go_on_using_jsonwebtoken() {
    use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, jwk::JwkSet};

    let issuer = Issuer::new();
    let client: Client = issuer.client().build().unwrap();
    let jwt = issuer
        .member_session("member-test-1", "organization-test-1")
        .mint();
    client
        .sessions()
        .authenticate_jwt_local(&jwt)
        .await
        .unwrap();
    let keys: JwkSet = serde_json::from_value(issuer.jwks()).unwrap();
    let mut validation = Validation::new(Algorithm::RS256);
    validation.set_audience(&[issuer.project_id()]);
    let key = DecodingKey::from_jwk(&keys.keys[0]).unwrap();
    decode::<stytch_b2b::JsonObject>(&jwt, &key, &validation).unwrap();
}
