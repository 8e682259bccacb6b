//! Members of another system, who come with its tokens.

use crate::common::issuer::{Issuer, PROFILE};
use crate::common::{Office, refused};
use serde_json::json;
use stytch_b2b::authentication_factors::FactorType;
use stytch_b2b::organizations::{self, MfaPolicy};
use stytch_b2b::sessions;

#[tokio::test]
async fn a_member_comes_with_the_token_of_an_issuer_that_is_trusted() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    let issuer = Issuer::new();
    let mut profile = issuer.profile();
    profile["attribute_mapping"] =
        json!({ "email": "email", "token_id": "jti", "organization_id": "org" });
    let seed = json!({ "settings": { "trusted_auth_tokens": [profile] } });
    office.emulator.seed(&seed.to_string()).unwrap();
    let claims = |organization: Option<&str>| {
        json!({
            "iss": "https://old.example",
            "aud": "new",
            "exp": office.emulator.clock().now().unix_seconds() + 60,
            "email": "ada@example.com",
            "jti": "token-1",
            "org": organization,
        })
    };
    let id = office.id.as_str();
    let attest =
        |organization| sessions::AttestRequest::new(PROFILE, issuer.token(&claims(organization)));

    // Only a token that names the organization makes a member.
    let error = stytch.sessions().attest(attest(None)).await.unwrap_err();
    refused(&error, 400, "token_missing_organization_id_claim");
    let error = stytch
        .sessions()
        .attest(attest(None).organization_id(id))
        .await;
    refused(&error.unwrap_err(), 404, "member_not_found");
    let error = stytch.sessions().attest(attest(Some("elsewhere"))).await;
    refused(
        &error.unwrap_err(),
        400,
        "invalid_token_organization_id_claim",
    );
    let error = stytch
        .sessions()
        .attest(attest(Some(id)).organization_id("elsewhere"))
        .await;
    refused(
        &error.unwrap_err(),
        400,
        "invalid_token_organization_id_claim",
    );
    let login = stytch.sessions().attest(attest(Some(id))).await.unwrap();
    assert!(login.member.email_address_verified);
    let factor = &login.member_session.authentication_factors[0];
    assert_eq!(factor.r#type, FactorType::TrustedAuthToken);
    let again = stytch
        .sessions()
        .attest(attest(None).organization_id(id))
        .await
        .unwrap();
    assert_eq!(again.member_id, login.member_id);

    // Where a second factor is due, the token alone makes no session.
    let request = organizations::UpdateRequest::new(id).mfa_policy(MfaPolicy::RequiredForAll);
    stytch.organizations().update(request).await.unwrap();
    let error = stytch
        .sessions()
        .attest(attest(Some(id)))
        .await
        .unwrap_err();
    refused(&error, 401, "insufficient_factors");
}
