//! People with second factors: set up, asked for, lost, recovered.

use std::time::Duration;

use crate::common::{Office, refused};
use stytch_b2b::mfa::SecondaryAuth;
use stytch_b2b::organizations::{self, MfaMethod, MfaPolicy, members};
use stytch_b2b::otps::sms;
use stytch_b2b::{MfaEnrollment, magic_links, passwords, recovery_codes, totps};

const PHONE: &str = "+12025550162";
const PASSWORD: &str = "correct horse battery staple";

#[tokio::test]
async fn invited_member_accepts_sets_a_password_turns_on_totp_loses_the_phone_and_recovers() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    let id = &office.id;

    // The invitation is accepted.
    let request = magic_links::email::InviteRequest::new(id, "grace@example.com");
    stytch.magic_links().email().invite(request).await.unwrap();
    let token = office.token_to("grace@example.com").await;
    let request = magic_links::AuthenticateRequest::new(token);
    let login = stytch.magic_links().authenticate(request).await.unwrap();
    let member_id = login.member_id.clone();
    let session = login.session_token;

    // A password, from within the session.
    let request =
        passwords::sessions::ResetRequest::new(id, PASSWORD).session_token(session.clone());
    let reset = stytch.passwords().sessions().reset(request).await.unwrap();
    assert!(reset.member_authenticated);
    assert!(!reset.member.member_password_id.as_str().is_empty());

    // An authenticator app.
    let request = totps::CreateRequest::new(id, &member_id);
    let app = stytch.totps().create(request).await.unwrap();
    assert!(app.qr_code.expose().starts_with("data:image/png;base64,"));
    assert_eq!(app.secret.expose().len(), 32);
    assert_eq!(app.recovery_codes.len(), 10);
    let code = office.emulator.totp_code(app.secret.expose()).unwrap();
    let request = totps::AuthenticateRequest::new(id, &member_id, code.clone())
        .session_token(session.clone())
        .set_mfa_enrollment(MfaEnrollment::Enroll);
    let confirmed = stytch.totps().authenticate(request).await.unwrap();
    assert!(confirmed.member.mfa_enrolled);
    assert_eq!(
        confirmed.member.totp_registration_id,
        app.totp_registration_id
    );
    assert_eq!(confirmed.member.default_mfa_method, MfaMethod::Totp);
    let factors = confirmed.member_session.unwrap().authentication_factors;
    assert_eq!(factors.len(), 3, "{factors:?}");

    // The next login owes the second factor, and the code that was used is used up.
    let login = office.log_in("grace@example.com", PASSWORD).await.unwrap();
    assert!(!login.member_authenticated);
    assert!(login.session_token.is_empty());
    let required = login.mfa_required.unwrap();
    assert_eq!(required.secondary_auth_initiated, None);
    let options = required.member_options.unwrap();
    assert_eq!(options.totp_registration_id, app.totp_registration_id);
    let waiting = login.intermediate_session_token;
    let attempt = |code: &str| {
        totps::AuthenticateRequest::new(id, &member_id, code)
            .intermediate_session_token(waiting.clone())
    };
    let error = stytch
        .totps()
        .authenticate(attempt(&code))
        .await
        .unwrap_err();
    refused(&error, 401, "totp_code_already_authenticated");
    let error = stytch
        .totps()
        .authenticate(attempt("123"))
        .await
        .unwrap_err();
    refused(&error, 400, "invalid_totp_code");

    // The phone is gone: a recovery code works once.
    let lifeline = app.recovery_codes[0].expose();
    let recover = |code: &str| {
        recovery_codes::RecoverRequest::new(id, &member_id, code)
            .intermediate_session_token(waiting.clone())
    };
    let error = stytch
        .totps()
        .authenticate(attempt(lifeline))
        .await
        .unwrap_err();
    refused(&error, 400, "recovery_code_used_as_totp_code");
    let error = stytch
        .recovery_codes()
        .recover(recover("aaaa-bbbb-cccc"))
        .await
        .unwrap_err();
    refused(&error, 401, "unable_to_authenticate_recovery_code");
    let saved = stytch
        .recovery_codes()
        .recover(recover(lifeline))
        .await
        .unwrap();
    assert_eq!(saved.recovery_codes_remaining, 9);
    assert!(!saved.session_token.is_empty());
    let error = stytch
        .recovery_codes()
        .recover(recover(lifeline))
        .await
        .unwrap_err();
    refused(&error, 404, "intermediate_session_not_found");

    // A new phone: the old registration goes, and with it what the next login asks for.
    let request = members::DeleteTotpRequest::new(id, &member_id);
    let without = stytch
        .organizations()
        .members()
        .delete_totp(request)
        .await
        .unwrap();
    assert!(without.member.totp_registration_id.as_str().is_empty());
    let request = recovery_codes::GetRequest::new(id, &member_id);
    let error = stytch.recovery_codes().get(request).await.unwrap_err();
    refused(&error, 404, "recovery_codes_not_found");
    let login = office.log_in("grace@example.com", PASSWORD).await.unwrap();
    assert!(login.mfa_required.unwrap().member_options.is_none());
}

#[tokio::test]
async fn a_member_must_enroll_where_everybody_has_to_and_gets_a_code_by_text_from_then_on() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    let id = &office.id;
    let member_id = office.hire("ada@example.com", PASSWORD).await;
    let request = organizations::UpdateRequest::new(id).mfa_policy(MfaPolicy::RequiredForAll);
    stytch.organizations().update(request).await.unwrap();

    let login = office.log_in("ada@example.com", PASSWORD).await.unwrap();
    let waiting = login.intermediate_session_token;
    assert!(login.mfa_required.unwrap().member_options.is_none());

    // The first number comes with the first text.
    let request = sms::SendRequest::new(id, &member_id).mfa_phone_number("12025550162");
    let error = stytch.otps().sms().send(request).await.unwrap_err();
    refused(&error, 400, "invalid_phone_number");
    let request = sms::SendRequest::new(id, &member_id)
        .mfa_phone_number(PHONE)
        .intermediate_session_token(waiting.clone());
    let sent = stytch.otps().sms().send(request).await.unwrap();
    assert_eq!(sent.member.mfa_phone_number, PHONE);
    assert!(!sent.member.mfa_phone_number_verified);
    let first = office.code_to(PHONE).await;
    let attempt = |code: String| {
        sms::AuthenticateRequest::new(id, &member_id, code)
            .intermediate_session_token(waiting.clone())
    };
    // Wrong, voided by a newer one, too late: none of them will do.
    let error = stytch
        .otps()
        .sms()
        .authenticate(attempt(wrong(&first)))
        .await;
    refused(&error.unwrap_err(), 404, "otp_code_not_found");
    let request = sms::SendRequest::new(id, &member_id);
    stytch.otps().sms().send(request).await.unwrap();
    let second = office.code_to(PHONE).await;
    let error = stytch.otps().sms().authenticate(attempt(first)).await;
    refused(&error.unwrap_err(), 401, "unable_to_auth_otp_code");
    office.emulator.clock().advance(Duration::from_secs(120));
    let error = stytch.otps().sms().authenticate(attempt(second)).await;
    refused(&error.unwrap_err(), 401, "unable_to_auth_otp_code");

    let request = sms::SendRequest::new(id, &member_id);
    stytch.otps().sms().send(request).await.unwrap();
    let code = office.code_to(PHONE).await;
    let done = stytch
        .otps()
        .sms()
        .authenticate(attempt(code))
        .await
        .unwrap();
    assert!(done.member.mfa_phone_number_verified);
    assert!(done.member.mfa_enrolled);
    assert_eq!(done.member.default_mfa_method, MfaMethod::SmsOtp);
    assert_eq!(done.member_session.unwrap().authentication_factors.len(), 2);

    // From now on the code is on its way before anybody asks.
    let before = office.emulator.messages().to(PHONE).all().len();
    let login = office.log_in("ada@example.com", PASSWORD).await.unwrap();
    let required = login.mfa_required.unwrap();
    assert_eq!(
        required.secondary_auth_initiated,
        Some(SecondaryAuth::SmsOtp)
    );
    let texts = office.emulator.messages().to(PHONE).all();
    assert_eq!(texts.len(), before + 1);
    let code = texts.last().unwrap().code.clone().unwrap();
    let request = sms::AuthenticateRequest::new(id, &member_id, code)
        .intermediate_session_token(login.intermediate_session_token);
    stytch.otps().sms().authenticate(request).await.unwrap();

    // Another number needs the old one gone, and a code that went to it proves nothing then.
    let request = sms::SendRequest::new(id, &member_id).mfa_phone_number("+12025550199");
    let error = stytch.otps().sms().send(request).await.unwrap_err();
    refused(&error, 400, "duplicate_member_phone_number_for_member");
    let request = members::DeleteMfaPhoneNumberRequest::new(id, &member_id);
    let without = stytch
        .organizations()
        .members()
        .delete_mfa_phone_number(request)
        .await
        .unwrap();
    assert!(without.member.mfa_phone_number.is_empty());
    assert!(!without.member.mfa_phone_number_verified);
    let login = office.log_in("ada@example.com", PASSWORD).await.unwrap();
    let waiting = login.intermediate_session_token;
    let send = |number| sms::SendRequest::new(id, &member_id).mfa_phone_number(number);
    stytch.otps().sms().send(send(PHONE)).await.unwrap();
    let old = office.code_to(PHONE).await;
    let request = members::DeleteMfaPhoneNumberRequest::new(id, &member_id);
    let members = stytch.organizations().members();
    members.delete_mfa_phone_number(request).await.unwrap();
    let request = members::UpdateRequest::new(id, &member_id).mfa_phone_number("+12025550199");
    members.update(request).await.unwrap();
    let request =
        sms::AuthenticateRequest::new(id, &member_id, old).intermediate_session_token(waiting);
    let error = stytch.otps().sms().authenticate(request).await.unwrap_err();
    refused(&error, 404, "otp_code_not_found");
}

/// Another code.
fn wrong(code: &str) -> String {
    match code {
        "000000" => "111111".to_owned(),
        _ => "000000".to_owned(),
    }
}

#[tokio::test]
async fn a_thief_with_the_password_alone_sets_up_no_second_factor_of_his_own() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    let id = &office.id;
    let member_id = office.hire("ada@example.com", PASSWORD).await;
    let other = office.hire("mallory@example.com", PASSWORD).await;
    let app = office.enroll_app("ada@example.com", PASSWORD).await;

    let login = office.log_in("ada@example.com", PASSWORD).await.unwrap();
    let waiting = login.intermediate_session_token;
    let request = sms::SendRequest::new(id, &member_id)
        .mfa_phone_number(PHONE)
        .intermediate_session_token(waiting.clone());
    let error = stytch.otps().sms().send(request).await.unwrap_err();
    refused(&error, 401, "insufficient_factors");
    let request =
        totps::CreateRequest::new(id, &member_id).intermediate_session_token(waiting.clone());
    let error = stytch.totps().create(request).await.unwrap_err();
    refused(&error, 400, "active_totp_exists");

    // His own session opens nothing of hers.
    let his = office
        .log_in("mallory@example.com", PASSWORD)
        .await
        .unwrap();
    let code = office.emulator.totp_code(&app).unwrap();
    let request = totps::AuthenticateRequest::new(id, &member_id, code.clone())
        .session_token(his.session_token.clone());
    let error = stytch.totps().authenticate(request).await.unwrap_err();
    refused(&error, 400, "member_session_member_id_mismatch");
    let request =
        totps::AuthenticateRequest::new(id, &other, code).intermediate_session_token(waiting);
    let error = stytch.totps().authenticate(request).await.unwrap_err();
    refused(&error, 400, "member_session_member_id_mismatch");
}

#[tokio::test]
async fn a_code_without_a_login_before_it_opens_nothing() {
    let office = Office::open().await;
    let member_id = office.hire("ada@example.com", PASSWORD).await;
    let app = office.enroll_app("ada@example.com", PASSWORD).await;
    let code = office.emulator.totp_code(&app).unwrap();
    let request = totps::AuthenticateRequest::new(&office.id, &member_id, code);
    let error = office
        .stytch
        .totps()
        .authenticate(request)
        .await
        .unwrap_err();
    refused(&error, 400, "no_session_arguments");
}

#[tokio::test]
async fn a_registration_that_is_not_confirmed_in_time_is_lost() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    let member_id = office.hire("ada@example.com", PASSWORD).await;
    let login = office.log_in("ada@example.com", PASSWORD).await.unwrap();
    let request = totps::CreateRequest::new(&office.id, &member_id).expiration_minutes(5);
    let app = stytch.totps().create(request).await.unwrap();
    office.emulator.clock().advance(Duration::from_secs(5 * 60));
    let code = office.emulator.totp_code(app.secret.expose()).unwrap();
    let request = totps::AuthenticateRequest::new(&office.id, &member_id, code)
        .session_token(login.session_token);
    let error = stytch.totps().authenticate(request).await.unwrap_err();
    refused(&error, 400, "expired_totp");
    let request = totps::CreateRequest::new(&office.id, &member_id);
    stytch.totps().create(request).await.unwrap();
}

#[tokio::test]
async fn a_clock_that_is_half_a_minute_off_is_forgiven_and_more_is_not() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    let member_id = office.hire("ada@example.com", PASSWORD).await;
    let app = office.enroll_app("ada@example.com", PASSWORD).await;
    let clock = office.emulator.clock();
    for (behind, is_taken) in [(30, true), (60, false)] {
        clock.advance(Duration::from_secs(300));
        let code = office.emulator.totp_code(&app).unwrap();
        clock.advance(Duration::from_secs(behind));
        let login = office.log_in("ada@example.com", PASSWORD).await.unwrap();
        let request = totps::AuthenticateRequest::new(&office.id, &member_id, code)
            .intermediate_session_token(login.intermediate_session_token);
        let answer = stytch.totps().authenticate(request).await;
        match is_taken {
            true => assert!(answer.is_ok(), "{answer:?}"),
            false => refused(&answer.unwrap_err(), 401, "unable_to_authenticate_totp"),
        }
    }
}

#[tokio::test]
async fn a_team_brings_its_authenticator_apps_along_and_gets_new_recovery_codes() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    let id = &office.id;
    let member_id = office.hire("ada@example.com", PASSWORD).await;
    let key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    let none: [&str; 0] = [];
    let request = totps::MigrateRequest::new(id, &member_id, "no key!", none);
    let error = stytch.totps().migrate(request).await.unwrap_err();
    refused(&error, 400, "bad_request");
    let request = totps::MigrateRequest::new(id, &member_id, key, none);
    let moved = stytch.totps().migrate(request).await.unwrap();
    assert_eq!(moved.recovery_codes.len(), 10);

    let login = office.log_in("ada@example.com", PASSWORD).await.unwrap();
    assert!(login.member_authenticated, "not enrolled yet");
    let code = office.emulator.totp_code(key).unwrap();
    let request =
        totps::AuthenticateRequest::new(id, &member_id, code).session_token(login.session_token);
    stytch.totps().authenticate(request).await.unwrap();

    let request = recovery_codes::RotateRequest::new(id, &member_id);
    let rotated = stytch.recovery_codes().rotate(request).await.unwrap();
    let request = recovery_codes::GetRequest::new(id, &member_id);
    let left = stytch.recovery_codes().get(request).await.unwrap();
    assert_eq!(left.recovery_codes, rotated.recovery_codes);
    assert_ne!(left.recovery_codes, moved.recovery_codes);
}

#[tokio::test]
async fn an_organization_that_takes_apps_alone_sends_no_texts() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    let member_id = office.hire("ada@example.com", PASSWORD).await;
    let request = organizations::UpdateRequest::new(&office.id)
        .mfa_methods(organizations::MethodPolicy::Restricted)
        .allowed_mfa_methods([MfaMethod::Totp]);
    stytch.organizations().update(request).await.unwrap();
    let request = sms::SendRequest::new(&office.id, &member_id).mfa_phone_number(PHONE);
    let error = stytch.otps().sms().send(request).await.unwrap_err();
    refused(
        &error,
        400,
        "operation_restricted_by_organization_mfa_methods",
    );
}
