//! People who log in with codes from their mail.

use std::time::Duration;

use crate::common::{Office, refused};
use stytch_b2b::discovery as found;
use stytch_b2b::organizations::{
    self, AuthMethod, JitProvisioning, MemberStatus, MethodPolicy, members,
};
use stytch_b2b::otps::email::{self, discovery};

const EMAIL: &str = "ada@example.com";

/// Asks for a code and gives it.
async fn asked(office: &Office) -> String {
    let request = email::LoginOrSignupRequest::new(&office.id, EMAIL);
    office
        .stytch
        .otps()
        .email()
        .login_or_signup(request)
        .await
        .unwrap();
    office.code_to(EMAIL).await
}

async fn typed(
    office: &Office,
    code: &str,
) -> Result<email::AuthenticateResponse, stytch_b2b::Error> {
    let request = email::AuthenticateRequest::new(&office.id, EMAIL, code);
    office.stytch.otps().email().authenticate(request).await
}

/// An organization that lets its domain in.
async fn open() -> Office {
    let request = organizations::CreateRequest::new("Acme Co")
        .email_jit_provisioning(JitProvisioning::Restricted)
        .email_allowed_domains(["example.com"]);
    Office::of(request).await
}

#[tokio::test]
async fn somebody_of_the_domain_joins_by_code_and_is_active_from_then_on() {
    let office = open().await;
    let request = email::LoginOrSignupRequest::new(&office.id, EMAIL);
    let sent = office
        .stytch
        .otps()
        .email()
        .login_or_signup(request)
        .await
        .unwrap();
    assert!(sent.member_created);
    assert_eq!(sent.member.status, MemberStatus::Pending);
    let mail = office.emulator.messages().to(EMAIL).all().pop().unwrap();
    assert_eq!(mail.kind, "signup");
    let login = typed(&office, &mail.code.unwrap()).await.unwrap();
    assert_eq!(login.member.status, MemberStatus::Active);
    assert!(login.member.email_address_verified);
    assert!(login.member_authenticated);
    let jwt = login.session_jwt.expose();
    office
        .stytch
        .sessions()
        .authenticate_jwt_local(jwt)
        .await
        .unwrap();

    let stranger = email::LoginOrSignupRequest::new(&office.id, "eve@elsewhere.example");
    let error = office.stytch.otps().email().login_or_signup(stranger).await;
    refused(
        &error.unwrap_err(),
        400,
        "invalid_email_for_jit_provisioning",
    );
}

#[tokio::test]
async fn a_code_works_once_and_only_the_newest_and_for_ten_minutes() {
    let office = open().await;
    let first = asked(&office).await;
    let second = asked(&office).await;
    let error = typed(&office, &first).await.unwrap_err();
    refused(&error, 401, "unable_to_auth_otp_code");
    typed(&office, &second).await.unwrap();
    let error = typed(&office, &second).await.unwrap_err();
    refused(&error, 401, "unable_to_auth_otp_code");
    let error = typed(&office, "12 34").await.unwrap_err();
    refused(&error, 400, "invalid_code");

    let third = asked(&office).await;
    office
        .emulator
        .clock()
        .advance(Duration::from_secs(10 * 60));
    let error = typed(&office, &third).await.unwrap_err();
    refused(&error, 401, "unable_to_auth_otp_code");

    let request =
        email::LoginOrSignupRequest::new(&office.id, EMAIL).login_expiration_minutes(16_u32);
    let error = office.stytch.otps().email().login_or_signup(request).await;
    refused(&error.unwrap_err(), 400, "invalid_expiration_otp");
}

#[tokio::test]
async fn who_guesses_ten_times_has_to_ask_for_another_code() {
    let office = open().await;
    let code = asked(&office).await;
    let wrong = if code == "000000" { "111111" } else { "000000" };
    for _ in 0..10 {
        let error = typed(&office, wrong).await.unwrap_err();
        refused(&error, 404, "otp_code_not_found");
    }
    let error = typed(&office, &code).await.unwrap_err();
    refused(&error, 401, "unable_to_auth_otp_code");
    let code = asked(&office).await;
    typed(&office, &code).await.unwrap();
}

#[tokio::test]
async fn somebody_finds_the_organization_by_code_and_enters() {
    let office = open().await;
    let code = asked(&office).await;
    typed(&office, &code).await.unwrap();

    let codes = office.stytch.otps().email().discovery();
    codes
        .send(discovery::SendRequest::new(EMAIL))
        .await
        .unwrap();
    let code = office.code_to(EMAIL).await;
    let request = discovery::AuthenticateRequest::new(EMAIL, &*code);
    let begun = codes.authenticate(request.clone()).await.unwrap();
    assert_eq!(begun.discovered_organizations.len(), 1);
    let error = codes.authenticate(request).await.unwrap_err();
    refused(&error, 401, "unable_to_auth_otp_code");
    let request = found::intermediate_sessions::ExchangeRequest::new(
        begun.intermediate_session_token,
        &office.id,
    );
    let login = office
        .stytch
        .discovery()
        .intermediate_sessions()
        .exchange(request)
        .await
        .unwrap();
    assert!(login.member_authenticated);
}

#[tokio::test]
async fn a_login_by_one_method_waits_for_the_one_that_the_organization_wants() {
    let office = open().await;
    let code = asked(&office).await;
    typed(&office, &code).await.unwrap();
    let pending = asked(&office).await;
    let request = organizations::UpdateRequest::new(&office.id)
        .auth_methods(MethodPolicy::Restricted)
        .allowed_auth_methods([AuthMethod::MagicLink]);
    office.stytch.organizations().update(request).await.unwrap();
    let request = email::LoginOrSignupRequest::new(&office.id, EMAIL);
    let error = office.stytch.otps().email().login_or_signup(request).await;
    refused(
        &error.unwrap_err(),
        400,
        "operation_restricted_by_organization_auth_methods",
    );

    // A code from before the change proves the address, and no more.
    let login = typed(&office, &pending).await.unwrap();
    assert!(!login.member_authenticated);
    let required = login.primary_required.unwrap();
    assert_eq!(required.allowed_auth_methods, [AuthMethod::MagicLink]);
}

#[tokio::test]
async fn a_deleted_member_gets_in_by_no_code_that_was_sent_before() {
    let office = open().await;
    let code = asked(&office).await;
    let login = typed(&office, &code).await.unwrap();
    let code = asked(&office).await;
    let request = members::DeleteRequest::new(&office.id, login.member_id);
    office
        .stytch
        .organizations()
        .members()
        .delete(request)
        .await
        .unwrap();
    let error = typed(&office, &code).await.unwrap_err();
    refused(&error, 404, "otp_code_not_found");
}
