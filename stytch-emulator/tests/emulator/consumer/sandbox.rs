//! The vendor's sandbox values of the consumer API, over HTTP.

use crate::common::{for_users, refused};
use stytch_consumer::authentication_factors::FactorType;
use stytch_consumer::magic_links::{self, email};
use stytch_consumer::otps::{self, sms};
use stytch_consumer::{passwords, sessions, totps, users};

const EMAIL: &str = "sandbox@stytch.com";
const PHONE: &str = "+10000000000";
const USER_ID: &str = "user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd";

#[tokio::test]
async fn links_and_sessions_of_the_sandbox_answer_time_and_again() {
    let (_emulator, stytch) = for_users().await;
    let nobody = users::GetRequest::new(USER_ID);
    let nobody = stytch.users().get(nobody).await.unwrap_err();
    refused(&nobody, 404, "user_not_found");
    for _ in 0..2 {
        let token = "DOYoip3rvIMMW5lgItikFK-Ak1CfMsgjuiCyI7uuU94=";
        let request = magic_links::AuthenticateRequest::new(token).session_duration_minutes(60);
        let login = stytch.magic_links().authenticate(request).await.unwrap();
        assert_eq!(login.user_id.as_str(), USER_ID);
        let factors = login.session.unwrap().authentication_factors;
        assert_eq!(
            factors[0].email_factor.as_ref().unwrap().email_address,
            EMAIL
        );

        let token = "WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY";
        let request = sessions::AuthenticateRequest::new().session_token(token);
        let session = stytch.sessions().authenticate(request).await.unwrap();
        assert_eq!(session.session_token.expose(), token);
    }
    for (token, status, error_type) in [
        (
            "3pzjQpgksDlGKWEwUq2Up--hCHC_0oamfLHyfspKDFU=",
            401,
            "unable_to_auth_magic_link",
        ),
        (
            "CprTtwhnRNiMBiUS2jSLcWYrfuO2POeBNdo5HhW6qTM=",
            404,
            "magic_link_not_found",
        ),
    ] {
        let request = magic_links::AuthenticateRequest::new(token);
        let refusal = stytch
            .magic_links()
            .authenticate(request)
            .await
            .unwrap_err();
        refused(&refusal, status, error_type);
    }
    let token = "59cnLELtq5cFVS6uYK9f-pAWzBkhqZl8AvLhbhOvKNWw";
    let request = sessions::AuthenticateRequest::new().session_token(token);
    let refusal = stytch.sessions().authenticate(request).await.unwrap_err();
    refused(&refusal, 404, "session_not_found");
}

#[tokio::test]
async fn mails_codes_and_passwords_of_the_sandbox_answer_time_and_again() {
    let (emulator, stytch) = for_users().await;
    let mails = stytch.magic_links();
    for _ in 0..2 {
        mails
            .email()
            .send(email::SendRequest::new(EMAIL))
            .await
            .unwrap();
        let request = email::LoginOrCreateRequest::new(EMAIL);
        mails.email().login_or_create(request).await.unwrap();
        mails
            .email()
            .invite(email::InviteRequest::new(EMAIL))
            .await
            .unwrap();
        let request = email::RevokeInviteRequest::new(EMAIL);
        mails.email().revoke_invite(request).await.unwrap();

        let sent = stytch
            .otps()
            .sms()
            .send(sms::SendRequest::new(PHONE))
            .await
            .unwrap();
        let request = otps::AuthenticateRequest::new(&sent.phone_id, "000000");
        stytch.otps().authenticate(request).await.unwrap();
        let request = otps::email::LoginOrCreateRequest::new(EMAIL);
        let sent = stytch
            .otps()
            .email()
            .login_or_create(request)
            .await
            .unwrap();
        let request = otps::AuthenticateRequest::new(&sent.email_id, "000000");
        stytch.otps().authenticate(request).await.unwrap();

        let request = passwords::CreateRequest::new(EMAIL, "an engine made of brass");
        stytch.passwords().create(request).await.unwrap();
        let request = passwords::AuthenticateRequest::new(EMAIL, "another one than before");
        stytch.passwords().authenticate(request).await.unwrap();
    }
    assert!(emulator.messages().all().is_empty());
    // The code of the sandbox opens nothing else.
    let request = sms::LoginOrCreateRequest::new("+12025550162");
    let sent = stytch.otps().sms().login_or_create(request).await.unwrap();
    let code = emulator
        .messages()
        .to("+12025550162")
        .all()
        .pop()
        .unwrap()
        .code
        .unwrap();
    if code != "000000" {
        let request = otps::AuthenticateRequest::new(&sent.phone_id, "000000");
        let refusal = stytch.otps().authenticate(request).await.unwrap_err();
        refused(&refusal, 404, "otp_code_not_found");
    }
}

#[tokio::test]
async fn the_authenticator_app_of_the_sandbox_and_its_recovery_code_are_always_right() {
    let (_emulator, stytch) = for_users().await;
    for _ in 0..2 {
        let request = totps::CreateRequest::new(USER_ID);
        let made = stytch.totps().create(request).await.unwrap();
        assert!(made.qr_code.expose().starts_with("data:image/png;base64,"));
        let request =
            totps::AuthenticateRequest::new(USER_ID, "000000").session_duration_minutes(60);
        let login = stytch.totps().authenticate(request).await.unwrap();
        assert_eq!(login.totp_id, made.totp_id);
        let factors = login.session.unwrap().authentication_factors;
        assert_eq!(factors[0].r#type, FactorType::Totp);
        let request = totps::RecoverRequest::new(USER_ID, "a1b2-c3d4-e5f6");
        stytch.totps().recover(request).await.unwrap();
    }
    let request = totps::RecoveryCodesRequest::new(USER_ID);
    let kept = stytch.totps().recovery_codes(request).await.unwrap();
    assert!(kept.totps[0].verified);
    let wrong = totps::AuthenticateRequest::new(USER_ID, "000001");
    let wrong = stytch.totps().authenticate(wrong).await.unwrap_err();
    refused(&wrong, 401, "unable_to_authenticate_totp");
}
