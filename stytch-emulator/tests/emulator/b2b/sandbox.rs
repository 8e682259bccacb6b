//! The vendor's sandbox values of the B2B API, over HTTP.

use crate::common::{Office, refused};
use stytch_b2b::authentication_factors::FactorType;
use stytch_b2b::organizations::{self, members};
use stytch_b2b::otps::{email as codes, sms};
use stytch_b2b::{magic_links, recovery_codes, sessions, totps};

const EMAIL: &str = "sandbox@stytch.com";
const PHONE: &str = "+10000000000";
const ORGANIZATION: &str = "organization-test-007d9d4a-deac-4a87-ba0a-e6e8afba4d4b";
const MEMBER: &str = "member-test-007d9d4a-deac-4a87-ba0a-e6e8afba4d4b";
const SESSION: &str = "WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY";
const GOOD: &str = "DOYoip3rvIMMW5lgItikFK-Ak1CfMsgjuiCyI7uuU94=";
const SPENT: &str = "3pzjQpgksDlGKWEwUq2Up--hCHC_0oamfLHyfspKDFU=";
const UNKNOWN: &str = "CprTtwhnRNiMBiUS2jSLcWYrfuO2POeBNdo5HhW6qTM=";

#[tokio::test]
async fn the_address_gets_no_mail_and_links_answer_time_and_again() {
    let office = Office::open().await;
    let links = office.stytch.magic_links();
    let request = magic_links::email::LoginOrSignupRequest::new(ORGANIZATION, EMAIL);
    links.email().login_or_signup(request).await.unwrap();
    let request = magic_links::email::discovery::SendRequest::new(EMAIL);
    links.email().discovery().send(request).await.unwrap();
    assert!(office.emulator.messages().all().is_empty());

    let log_in = |token| links.authenticate(magic_links::AuthenticateRequest::new(token));
    let discover = |token| {
        links
            .discovery()
            .authenticate(magic_links::discovery::AuthenticateRequest::new(token))
    };
    for _ in 0..2 {
        assert_eq!(log_in(GOOD).await.unwrap().member_id, MEMBER);
        assert_eq!(discover(GOOD).await.unwrap().email_address, EMAIL);
    }
    for (token, status, error_type) in [
        (SPENT, 401, "unable_to_auth_magic_link"),
        (UNKNOWN, 404, "magic_link_not_found"),
    ] {
        refused(&log_in(token).await.unwrap_err(), status, error_type);
        refused(&discover(token).await.unwrap_err(), status, error_type);
    }
    let authenticate = |token| {
        let request = sessions::AuthenticateRequest::new().session_token(token);
        office.stytch.sessions().authenticate(request)
    };
    assert_eq!(
        authenticate(SESSION).await.unwrap().member.member_id,
        MEMBER
    );
    let dead = "59cnLELtq5cFVS6uYK9f-pAWzBkhqZl8AvLhbhOvKNWw";
    let dead = authenticate(dead).await.unwrap_err();
    refused(&dead, 404, "session_not_found");
}

#[tokio::test]
async fn the_authenticator_app_and_its_recovery_code_are_right_time_and_again() {
    let office = Office::open().await;
    for _ in 0..2 {
        let request =
            totps::AuthenticateRequest::new(ORGANIZATION, MEMBER, "000000").session_token(SESSION);
        let login = office.stytch.totps().authenticate(request).await.unwrap();
        let factors = login.member_session.unwrap().authentication_factors;
        assert!(
            factors
                .iter()
                .any(|factor| factor.r#type == FactorType::Totp)
        );
        let request = recovery_codes::RecoverRequest::new(ORGANIZATION, MEMBER, "a1b2-c3d4-e5f6")
            .session_token(SESSION);
        let recovered = office.stytch.recovery_codes().recover(request).await;
        assert_eq!(recovered.unwrap().recovery_codes_remaining, 9);
    }
    // it is the sandbox's alone
    let key = office
        .hire("ada@acme.com", "an analytical engine of brass")
        .await;
    let app = totps::CreateRequest::new(&office.id, &key);
    office.stytch.totps().create(app).await.unwrap();
    let login = office.log_in("ada@acme.com", "an analytical engine of brass");
    let token = login.await.unwrap().session_token;
    let request = totps::AuthenticateRequest::new(&office.id, &key, "000000").session_token(token);
    let refusal = office.stytch.totps().authenticate(request).await;
    refused(&refusal.unwrap_err(), 401, "unable_to_authenticate_totp");
}

#[tokio::test]
async fn codes_to_the_address_and_the_number_are_always_the_same() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    let request = members::CreateRequest::new(&office.id, EMAIL);
    let member = stytch
        .organizations()
        .members()
        .create(request)
        .await
        .unwrap();
    let request = codes::LoginOrSignupRequest::new(&office.id, EMAIL);
    stytch
        .otps()
        .email()
        .login_or_signup(request)
        .await
        .unwrap();
    let request = codes::AuthenticateRequest::new(&office.id, EMAIL, "000000");
    let login = stytch.otps().email().authenticate(request).await.unwrap();
    assert_eq!(login.member_id, member.member_id);
    let request = codes::discovery::AuthenticateRequest::new(EMAIL, "000000");
    let found = stytch
        .otps()
        .email()
        .discovery()
        .authenticate(request)
        .await;
    let found = found.unwrap().discovered_organizations;
    assert!(
        found
            .iter()
            .flat_map(|one| &one.organization)
            .any(|one| one.organization_id == office.id)
    );

    let request = sms::SendRequest::new(&office.id, &member.member_id).mfa_phone_number(PHONE);
    stytch.otps().sms().send(request).await.unwrap();
    assert!(office.emulator.messages().all().is_empty());
    let authenticate = |code: &str| {
        let request = sms::AuthenticateRequest::new(&office.id, &member.member_id, code)
            .session_token(login.session_token.clone());
        stytch.otps().sms().authenticate(request)
    };
    let wrong = authenticate("000001").await.unwrap_err();
    refused(&wrong, 404, "otp_code_not_found");
    assert!(
        authenticate("000000")
            .await
            .unwrap()
            .member
            .mfa_phone_number_verified
    );
}

#[tokio::test]
async fn a_member_who_was_deleted_is_logged_in_by_no_value() {
    let office = Office::open().await;
    let request = members::DeleteRequest::new(ORGANIZATION, MEMBER);
    let members = office.stytch.organizations().members();
    members.delete(request).await.unwrap();
    let request = sessions::AuthenticateRequest::new().session_token(SESSION);
    let error = office.stytch.sessions().authenticate(request).await;
    refused(&error.unwrap_err(), 404, "session_not_found");
    let request = magic_links::AuthenticateRequest::new(GOOD);
    let error = office.stytch.magic_links().authenticate(request).await;
    refused(&error.unwrap_err(), 404, "magic_link_not_found");
}

#[tokio::test]
async fn the_organization_takes_no_slug_that_another_one_has() {
    let office = Office::of(organizations::CreateRequest::new("Sandbox")).await;
    let request = magic_links::AuthenticateRequest::new(GOOD);
    office
        .stytch
        .magic_links()
        .authenticate(request)
        .await
        .unwrap();
    let request = organizations::GetRequest::new("sandbox");
    let found = office.stytch.organizations().get(request).await.unwrap();
    assert_eq!(found.organization.organization_id, office.id);
}
