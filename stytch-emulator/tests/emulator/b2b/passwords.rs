//! People with passwords: set, used, changed, forgotten, brought along.

use std::time::Duration;

use crate::common::{Office, refused};
use serde_json::json;
use stytch_b2b::organizations;
use stytch_b2b::organizations::{AuthMethod, MethodPolicy, members};
use stytch_b2b::passwords::{self, email, existing_password, sessions};

const EMAIL: &str = "ada@example.com";
const PASSWORD: &str = "correct horse battery staple";
const BETTER: &str = "a much better one than before";

#[tokio::test]
async fn a_member_who_forgot_the_password_sets_another_by_mail_and_is_logged_out_elsewhere() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    office.hire(EMAIL, PASSWORD).await;
    let elsewhere = office.log_in(EMAIL, PASSWORD).await.unwrap().session_token;

    let request = email::ResetStartRequest::new(&office.id, EMAIL);
    stytch
        .passwords()
        .email()
        .reset_start(request)
        .await
        .unwrap();
    let token = office.token_to(EMAIL).await;
    let mail = office.emulator.messages().to(EMAIL).all().pop().unwrap();
    let query = "?slug=acme-co&stytch_redirect_type=reset_password&stytch_token_type=multi_tenant_passwords&token=";
    assert!(mail.link.unwrap().contains(query));

    // What is too easy or known from a leak is refused, and the link still works.
    for (password, error_type) in [
        ("hunter2", "weak_password"),
        ("qwertyuiop", "breached_password"),
    ] {
        let request = email::ResetRequest::new(&*token, password);
        let error = stytch.passwords().email().reset(request).await.unwrap_err();
        refused(&error, 400, error_type);
    }
    let request = email::ResetRequest::new(&*token, BETTER);
    let reset = stytch.passwords().email().reset(request).await.unwrap();
    assert!(reset.member_authenticated);
    let request = email::ResetRequest::new(token, PASSWORD);
    let error = stytch.passwords().email().reset(request).await.unwrap_err();
    refused(&error, 401, "unable_to_auth_password_reset_token");

    let request = stytch_b2b::sessions::AuthenticateRequest::new().session_token(elsewhere);
    let error = stytch.sessions().authenticate(request).await.unwrap_err();
    refused(&error, 404, "session_not_found");
    let error = office.log_in(EMAIL, PASSWORD).await.unwrap_err();
    refused(&error, 401, "unauthorized_credentials");
    office.log_in(EMAIL, BETTER).await.unwrap();
}

#[tokio::test]
async fn a_reset_link_is_good_for_half_an_hour() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    office.hire(EMAIL, PASSWORD).await;
    let request = email::ResetStartRequest::new(&office.id, EMAIL);
    stytch
        .passwords()
        .email()
        .reset_start(request)
        .await
        .unwrap();
    let token = office.token_to(EMAIL).await;
    office
        .emulator
        .clock()
        .advance(Duration::from_secs(30 * 60));
    let request = email::ResetRequest::new(token, BETTER);
    let error = stytch.passwords().email().reset(request).await.unwrap_err();
    refused(&error, 401, "unable_to_auth_password_reset_token");

    let request = email::ResetStartRequest::new(&office.id, "nobody@example.com");
    let error = stytch
        .passwords()
        .email()
        .reset_start(request)
        .await
        .unwrap_err();
    refused(&error, 404, "member_not_found");
    let error = office
        .log_in("nobody@example.com", PASSWORD)
        .await
        .unwrap_err();
    refused(&error, 404, "member_not_found");
    let request = members::CreateRequest::new(&office.id, "new@example.com");
    stytch
        .organizations()
        .members()
        .create(request)
        .await
        .unwrap();
    let error = office
        .log_in("new@example.com", PASSWORD)
        .await
        .unwrap_err();
    refused(&error, 404, "member_password_not_found");
}

#[tokio::test]
async fn a_member_changes_the_password_by_the_old_one_and_by_a_session() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    office.hire(EMAIL, PASSWORD).await;
    let change = |old: &str| existing_password::ResetRequest::new(EMAIL, old, BETTER, &office.id);
    let passwords = stytch.passwords();
    let error = passwords
        .existing_password()
        .reset(change("not this"))
        .await;
    refused(&error.unwrap_err(), 401, "unauthorized_credentials");
    let login = passwords
        .existing_password()
        .reset(change(PASSWORD))
        .await
        .unwrap();
    office.log_in(EMAIL, BETTER).await.unwrap();

    // By a session, as long as its last proof is fresh.
    let token = login.session_token;
    let by_session =
        || sessions::ResetRequest::new(&office.id, PASSWORD).session_token(token.clone());
    passwords.sessions().reset(by_session()).await.unwrap();
    office.emulator.clock().advance(Duration::from_secs(6 * 60));
    let error = passwords.sessions().reset(by_session()).await.unwrap_err();
    refused(&error, 400, "session_too_old_to_reset_password");
}

#[tokio::test]
async fn a_form_is_told_how_good_a_password_is() {
    let office = Office::open().await;
    let passwords = office.stytch.passwords();
    let request = passwords::StrengthCheckRequest::new("p@ssword1").email_address(EMAIL);
    let check = passwords.strength_check(request).await.unwrap();
    assert!(!check.valid_password);
    assert!(check.breached_password);
    assert!(check.score < 3);
    let feedback = check.zxcvbn_feedback.unwrap();
    assert!(!feedback.warning.is_empty());
    let request = passwords::StrengthCheckRequest::new(PASSWORD).email_address(EMAIL);
    let check = passwords.strength_check(request).await.unwrap();
    assert!(check.valid_password);

    // Under the other policy it says what is missing.
    office
        .set(|settings| {
            settings["passwords"]["policy"] = "luds".into();
        })
        .await;
    let request = passwords::StrengthCheckRequest::new("abc1");
    let check = passwords.strength_check(request).await.unwrap();
    assert_eq!(check.strength_policy.as_str(), "luds");
    let feedback = check.luds_feedback.unwrap();
    assert!(feedback.has_lower_case && feedback.has_digit && !feedback.has_symbol);
    assert_eq!(
        (feedback.missing_complexity, feedback.missing_characters),
        (1, 4)
    );
    assert!(!check.valid_password);
}

#[tokio::test]
async fn a_guesser_is_locked_out_for_an_hour_and_so_is_the_member() {
    let office = Office::open().await;
    let member_id = office.hire(EMAIL, PASSWORD).await;
    office
        .set(|settings| {
            settings["user_locks"] = json!({ "is_on": true, "threshold": 3, "minutes": 60 });
        })
        .await;
    for _ in 0..3 {
        let error = office.log_in(EMAIL, "a guess").await.unwrap_err();
        refused(&error, 401, "unauthorized_credentials");
    }
    let error = office.log_in(EMAIL, PASSWORD).await.unwrap_err();
    refused(&error, 429, "user_lock_limit_reached");
    let request = members::GetRequest::new(&office.id).member_id(&member_id);
    let members = office.stytch.organizations().members();
    let member = members.get(request.clone()).await.unwrap().member;
    assert!(member.is_locked);
    assert!(member.lock_expires_at > member.lock_created_at);

    office
        .emulator
        .clock()
        .advance(Duration::from_secs(60 * 60));
    office.log_in(EMAIL, PASSWORD).await.unwrap();
    assert!(!members.get(request).await.unwrap().member.is_locked);
    // A login in between starts the count anew.
    for _ in 0..2 {
        office.log_in(EMAIL, "a guess").await.unwrap_err();
        office.log_in(EMAIL, "a guess").await.unwrap_err();
        office.log_in(EMAIL, PASSWORD).await.unwrap();
    }
}

#[tokio::test]
async fn an_organization_without_passwords_takes_none_and_deleted_ones_are_gone() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    let member_id = office.hire(EMAIL, PASSWORD).await;
    let request = members::GetRequest::new(&office.id).member_id(&member_id);
    let member = stytch
        .organizations()
        .members()
        .get(request)
        .await
        .unwrap()
        .member;
    let request = members::DeletePasswordRequest::new(&office.id, &member.member_password_id);
    // Members may delete their own.
    let login = office.log_in(EMAIL, PASSWORD).await.unwrap();
    let members = stytch.organizations().members();
    let gone = members
        .delete_password(request.clone())
        .session_token(login.session_token.expose())
        .await
        .unwrap();
    assert!(gone.member.member_password_id.as_str().is_empty());
    let error = members.delete_password(request).await.unwrap_err();
    refused(&error, 404, "member_password_not_found");

    let request = organizations::UpdateRequest::new(&office.id)
        .auth_methods(MethodPolicy::Restricted)
        .allowed_auth_methods([AuthMethod::MagicLink]);
    stytch.organizations().update(request).await.unwrap();
    let error = office.log_in(EMAIL, PASSWORD).await.unwrap_err();
    refused(
        &error,
        400,
        "operation_restricted_by_organization_auth_methods",
    );
}

#[tokio::test]
async fn people_of_a_seed_have_passwords_and_apps_and_keep_them_through_an_export() {
    const SEED: &str = "
organizations:
  - organization_name: Acme Co
members:
  - organization_id: acme-co
    member_id: member-test-1
    email_address: ada@example.com
    mfa_enrolled: true
    totp_registration_id: member-totp-test-1
passwords:
  - owner: member-test-1
    password: correct horse battery staple
totps:
  - id: member-totp-test-1
    owner: member-test-1
    secret: JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP
    recovery_codes:
      - { id: totp-recovery-code-test-1, code: abcd-efgh-ijkl }
";
    let emulator = stytch_emulator::Emulator::start().await.unwrap();
    emulator.seed(SEED).unwrap();
    let http = reqwest::Client::new();
    let export = || async {
        let url = format!("{}/_emulator/export", emulator.url());
        http.get(url).send().await.unwrap().text().await.unwrap()
    };
    let before = export().await;
    let import = format!("{}/_emulator/import", emulator.url());
    let answer = http.post(import).body(before.clone()).send().await.unwrap();
    assert!(
        answer.status().is_success(),
        "{}",
        answer.text().await.unwrap()
    );
    assert_eq!(export().await, before);

    let stytch = emulator.b2b_client();
    let request = passwords::AuthenticateRequest::new("acme-co", EMAIL, PASSWORD);
    let login = stytch.passwords().authenticate(request).await.unwrap();
    let options = login.mfa_required.unwrap().member_options.unwrap();
    assert_eq!(options.totp_registration_id.as_str(), "member-totp-test-1");
    let request = stytch_b2b::recovery_codes::RecoverRequest::new(
        "acme-co",
        "member-test-1",
        "abcd-efgh-ijkl",
    )
    .intermediate_session_token(login.intermediate_session_token);
    let saved = stytch.recovery_codes().recover(request).await.unwrap();
    assert_eq!(saved.recovery_codes_remaining, 0);
}
