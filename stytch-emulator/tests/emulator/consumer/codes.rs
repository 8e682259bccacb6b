//! Users who log in by codes: those that are sent, and those of an authenticator app, over HTTP.

use std::time::Duration;

use crate::common::{for_users, refused};
use aws_lc_rs::hmac;
use stytch_consumer::authentication_factors::{DeliveryMethod, FactorType};
use stytch_consumer::otps::{self, email, sms, whatsapp};
use stytch_consumer::{Attributes, Client, Secret, magic_links, totps, users};
use stytch_emulator::{Channel, Emulator};

const MINUTE: Duration = Duration::from_secs(60);
const PHONE: &str = "+12025550162";

/// The code in the last message to somebody.
fn code_to(emulator: &Emulator, recipient: &str) -> String {
    let message = emulator.messages().to(recipient).all().pop().unwrap();
    message.code.unwrap()
}

/// Six digits that are not these.
fn another(code: &str) -> &'static str {
    if code == "123456" { "654321" } else { "123456" }
}

/// What an app shows at a time (RFC 6238): of the emulator, so many seconds from now.
fn shown_by_app(emulator: &Emulator, secret: &Secret, ahead: i64) -> String {
    let now = emulator.clock().now().unix_seconds() + ahead;
    let mut bits = String::new();
    for letter in secret.expose().bytes() {
        let value = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
            .iter()
            .position(|one| *one == letter);
        bits += &format!("{:05b}", value.unwrap());
    }
    let bytes = bits.as_bytes().chunks_exact(8).map(|byte| {
        let byte = std::str::from_utf8(byte).unwrap();
        u8::from_str_radix(byte, 2).unwrap()
    });
    let key: Vec<u8> = bytes.collect();
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &key);
    let tag = hmac::sign(&key, &(now / 30).to_be_bytes());
    let tag = tag.as_ref();
    let offset = usize::from(tag[19] & 0xf);
    let part: [u8; 4] = tag[offset..offset + 4].try_into().unwrap();
    format!(
        "{:06}",
        (u32::from_be_bytes(part) & 0x7fff_ffff) % 1_000_000
    )
}

#[tokio::test]
async fn a_new_user_signs_up_by_text_message() {
    let (emulator, stytch) = for_users().await;
    let request = sms::LoginOrCreateRequest::new(PHONE).create_user_as_pending(true);
    let sent = stytch.otps().sms().login_or_create(request).await.unwrap();
    assert!(sent.user_created);
    let text = emulator.messages().to(PHONE).all().pop().unwrap();
    assert_eq!(text.channel, Channel::Sms);
    assert!(text.text.contains(text.code.as_ref().unwrap()));

    let code = code_to(&emulator, PHONE);
    let request = otps::AuthenticateRequest::new(&sent.phone_id, code).session_duration_minutes(60);
    let login = stytch.otps().authenticate(request).await.unwrap();
    assert_eq!(login.user_id, sent.user_id);
    assert_eq!(login.user.status, users::UserStatus::Active);
    assert!(login.user.phone_numbers[0].verified);
    let factor = &login.session.unwrap().authentication_factors[0];
    assert_eq!(factor.r#type, FactorType::Otp);
    assert_eq!(factor.delivery_method, DeliveryMethod::Sms);
    let phone = factor.phone_number_factor.as_ref().unwrap();
    assert_eq!(phone.phone_id, sent.phone_id);

    let request = sms::LoginOrCreateRequest::new("555-0162");
    let refusal = stytch.otps().sms().login_or_create(request).await;
    refused(&refusal.unwrap_err(), 400, "invalid_phone_number");
    let request = sms::SendRequest::new("+12025550163");
    let refusal = stytch.otps().sms().send(request).await.unwrap_err();
    refused(&refusal, 404, "phone_number_not_found");
}

#[tokio::test]
async fn a_code_works_once_for_two_minutes_and_only_the_newest() {
    let (emulator, stytch) = for_users().await;
    let send = || async {
        let request = email::LoginOrCreateRequest::new("ada@example.com");
        stytch
            .otps()
            .email()
            .login_or_create(request)
            .await
            .unwrap()
    };
    let email_id = send().await.email_id;
    let authenticate = |code: String| async {
        let request = otps::AuthenticateRequest::new(&email_id, code);
        stytch.otps().authenticate(request).await
    };
    let first = code_to(&emulator, "ada@example.com");
    let wrong = authenticate(another(&first).to_owned()).await.unwrap_err();
    refused(&wrong, 404, "otp_code_not_found");
    let odd = authenticate("12345".to_owned()).await.unwrap_err();
    refused(&odd, 400, "invalid_code");

    send().await;
    let second = code_to(&emulator, "ada@example.com");
    if first != second {
        let replaced = authenticate(first).await.unwrap_err();
        refused(&replaced, 401, "unable_to_auth_otp_code");
    }
    let login = authenticate(second.clone()).await.unwrap();
    assert!(login.user.emails[0].verified);
    let again = authenticate(second).await.unwrap_err();
    refused(&again, 401, "unable_to_auth_otp_code");

    send().await;
    emulator.clock().advance(2 * MINUTE);
    let late = authenticate(code_to(&emulator, "ada@example.com"))
        .await
        .unwrap_err();
    refused(&late, 401, "unable_to_auth_otp_code");

    let request = email::LoginOrCreateRequest::new("ada@example.com").expiration_minutes(11);
    let long = stytch.otps().email().login_or_create(request).await;
    refused(&long.unwrap_err(), 400, "invalid_expiration_otp");
    let odd = otps::AuthenticateRequest::new("no id", "123456");
    let odd = stytch.otps().authenticate(odd).await.unwrap_err();
    refused(&odd, 400, "invalid_method_id");
    let nobody = otps::AuthenticateRequest::new("email-test-of-nobody", "123456");
    let nobody = stytch.otps().authenticate(nobody).await.unwrap_err();
    refused(&nobody, 404, "otp_code_not_found");
}

#[tokio::test]
async fn whoever_guesses_codes_has_ten_tries() {
    let (emulator, stytch) = for_users().await;
    let request = email::LoginOrCreateRequest::new("ada@example.com");
    let sent = stytch
        .otps()
        .email()
        .login_or_create(request)
        .await
        .unwrap();
    let right = code_to(&emulator, "ada@example.com");
    for _ in 0..10 {
        let request = otps::AuthenticateRequest::new(&sent.email_id, another(&right));
        let wrong = stytch.otps().authenticate(request).await.unwrap_err();
        refused(&wrong, 404, "otp_code_not_found");
    }
    let request = otps::AuthenticateRequest::new(&sent.email_id, right);
    let locked = stytch.otps().authenticate(request).await.unwrap_err();
    refused(&locked, 401, "unable_to_auth_otp_code");
}

#[tokio::test]
async fn a_code_that_is_bound_to_a_browser_works_in_no_other() {
    let (emulator, stytch) = for_users().await;
    let here = || {
        Attributes::new()
            .ip_address("192.0.2.1")
            .user_agent("Firefox")
    };
    let request = whatsapp::LoginOrCreateRequest::new(PHONE).attributes(here());
    let sent = stytch
        .otps()
        .whatsapp()
        .login_or_create(request)
        .await
        .unwrap();
    let text = emulator.messages().to(PHONE).all().pop().unwrap();
    assert_eq!(text.channel, Channel::Whatsapp);
    let request = || {
        otps::AuthenticateRequest::new(&sent.phone_id, text.code.clone().unwrap())
            .options(magic_links::Options::new(true, false))
            .session_duration_minutes(60)
    };
    let elsewhere = request().attributes(Attributes::new().ip_address("192.0.2.2"));
    let elsewhere = stytch.otps().authenticate(elsewhere).await.unwrap_err();
    refused(&elsewhere, 401, "attribute_mismatch");
    let login = stytch
        .otps()
        .authenticate(request().attributes(here()))
        .await
        .unwrap();
    let factor = &login.session.unwrap().authentication_factors[0];
    assert_eq!(factor.delivery_method, DeliveryMethod::Whatsapp);
}

#[tokio::test]
async fn a_phone_that_is_added_to_a_session_becomes_its_second_factor() {
    let (emulator, stytch) = for_users().await;
    let request = email::LoginOrCreateRequest::new("ada@example.com");
    let sent = stytch
        .otps()
        .email()
        .login_or_create(request)
        .await
        .unwrap();
    let code = code_to(&emulator, "ada@example.com");
    let request = otps::AuthenticateRequest::new(&sent.email_id, code).session_duration_minutes(60);
    let login = stytch.otps().authenticate(request).await.unwrap();

    let request = sms::SendRequest::new(PHONE).session_token(login.session_token.clone());
    let added = stytch.otps().sms().send(request).await.unwrap();
    assert_eq!(added.user_id, login.user_id);
    let request = otps::AuthenticateRequest::new(&added.phone_id, code_to(&emulator, PHONE))
        .session_token(login.session_token.clone());
    let both = stytch.otps().authenticate(request).await.unwrap();
    let session = both.session.unwrap();
    assert_eq!(session.authentication_factors.len(), 2);
    assert_eq!(both.session_token, login.session_token);

    // The same phone again is the same factor again.
    emulator.clock().advance(MINUTE);
    let request = sms::SendRequest::new(PHONE);
    stytch.otps().sms().send(request).await.unwrap();
    let request = otps::AuthenticateRequest::new(&added.phone_id, code_to(&emulator, PHONE))
        .session_token(login.session_token);
    let again = stytch.otps().authenticate(request).await.unwrap();
    let again = again.session.unwrap().authentication_factors;
    assert_eq!(again.len(), 2);
    let (before, after) = (&session.authentication_factors[1], &again[1]);
    assert_eq!(after.created_at, before.created_at);
    assert!(after.last_authenticated_at > before.last_authenticated_at);
}

/// Somebody with a number, and an app whose first code was taken.
async fn with_app(emulator: &Emulator, stytch: &Client) -> totps::CreateResponse {
    let request = users::CreateRequest::new().phone_number(PHONE);
    let user = stytch.users().create(request).await.unwrap();
    let request = totps::CreateRequest::new(&user.user_id);
    let app = stytch.totps().create(request).await.unwrap();
    let code = shown_by_app(emulator, &app.secret, 0);
    let request = totps::AuthenticateRequest::new(&user.user_id, code);
    stytch.totps().authenticate(request).await.unwrap();
    app
}

#[tokio::test]
async fn an_app_is_confirmed_by_its_first_code_and_takes_each_code_once() {
    let (emulator, stytch) = for_users().await;
    let app = with_app(&emulator, &stytch).await;
    assert!(app.qr_code.expose().starts_with("data:image/png;base64,"));
    assert_eq!(app.recovery_codes.len(), 10);
    let user = stytch
        .users()
        .get(users::GetRequest::new(&app.user_id))
        .await
        .unwrap();
    assert!(user.totps[0].verified);

    let authenticate = |code: String| async {
        let request =
            totps::AuthenticateRequest::new(&app.user_id, code).session_duration_minutes(60);
        stytch.totps().authenticate(request).await
    };
    let again = authenticate(shown_by_app(&emulator, &app.secret, 0))
        .await
        .unwrap_err();
    refused(&again, 401, "totp_code_already_authenticated");
    // One step ahead is close enough, three are not.
    let far = authenticate(shown_by_app(&emulator, &app.secret, 90))
        .await
        .unwrap_err();
    refused(&far, 401, "unable_to_authenticate_totp");
    let login = authenticate(shown_by_app(&emulator, &app.secret, 30))
        .await
        .unwrap();
    let factor = &login.session.unwrap().authentication_factors[0];
    assert_eq!(factor.r#type, FactorType::Totp);

    let second = totps::CreateRequest::new(&app.user_id);
    let second = stytch.totps().create(second).await.unwrap_err();
    refused(&second, 400, "active_totp_exists");
    let recovery = authenticate(app.recovery_codes[0].expose().to_owned())
        .await
        .unwrap_err();
    refused(&recovery, 400, "recovery_code_used_as_totp_code");
}

#[tokio::test]
async fn an_app_that_is_not_confirmed_in_time_is_of_no_use() {
    let (emulator, stytch) = for_users().await;
    let request = users::CreateRequest::new().email("ada@example.com");
    let user = stytch.users().create(request).await.unwrap();
    let create = || totps::CreateRequest::new(&user.user_id).expiration_minutes(5);
    let app = stytch.totps().create(create()).await.unwrap();
    let early = stytch.totps().create(create()).await.unwrap_err();
    refused(&early, 400, "pending_totp_exists");

    emulator.clock().advance(5 * MINUTE);
    let code = shown_by_app(&emulator, &app.secret, 0);
    let late = totps::AuthenticateRequest::new(&user.user_id, code);
    let late = stytch.totps().authenticate(late).await.unwrap_err();
    refused(&late, 400, "expired_totp");
    stytch.totps().create(create()).await.unwrap();

    let long = totps::CreateRequest::new(&user.user_id).expiration_minutes(1441);
    assert!(stytch.totps().create(long).await.is_err());
    let nobody = totps::CreateRequest::new("user-test-of-nobody");
    let nobody = stytch.totps().create(nobody).await.unwrap_err();
    refused(&nobody, 404, "user_not_found");
}

#[tokio::test]
async fn a_user_who_has_lost_the_app_recovers_and_registers_another() {
    let (emulator, stytch) = for_users().await;
    let app = with_app(&emulator, &stytch).await;
    let recover = |code: Secret| async {
        let request = totps::RecoverRequest::new(&app.user_id, code).session_duration_minutes(60);
        stytch.totps().recover(request).await
    };
    let wrong = recover("aaaa-bbbb-cccc".into()).await.unwrap_err();
    refused(&wrong, 401, "unable_to_authenticate_recovery_code");
    let app_code = recover("123456".into()).await.unwrap_err();
    refused(&app_code, 400, "totp_code_used_as_recovery_code");
    let login = recover(app.recovery_codes[3].clone()).await.unwrap();
    let factor = &login.session.unwrap().authentication_factors[0];
    assert_eq!(factor.r#type, FactorType::RecoveryCodes);
    let again = recover(app.recovery_codes[3].clone()).await.unwrap_err();
    refused(&again, 401, "unable_to_authenticate_recovery_code");

    let left = totps::RecoveryCodesRequest::new(&app.user_id);
    let left = stytch.totps().recovery_codes(left).await.unwrap();
    assert_eq!(left.totps[0].recovery_codes.len(), 9);

    let request = users::DeleteTotpRequest::new(&app.totp_id);
    let without = stytch.users().delete_totp(request).await.unwrap();
    assert!(without.user.totps.is_empty());
    let code = shown_by_app(&emulator, &app.secret, 30);
    let request = totps::AuthenticateRequest::new(&app.user_id, code);
    let gone = stytch.totps().authenticate(request).await.unwrap_err();
    refused(&gone, 404, "totps_not_found_for_user");
    let another = totps::CreateRequest::new(&app.user_id);
    stytch.totps().create(another).await.unwrap();
}
