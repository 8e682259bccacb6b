//! Nothing is left of users who are deleted, nor of what is taken off them.

use std::time::Duration;

use stytch_consumer::otps::{self, sms};
use stytch_consumer::{
    Client, CryptoWalletType, UserId, crypto_wallets, magic_links, oauth, passwords, users,
    webauthn,
};
use stytch_emulator::authenticator::Authenticator;
use stytch_emulator::{Device, Emulator};

use crate::common::{for_users, refused};

const ADA: &str = "ada@example.com";
const PHONE: &str = "+12025550162";
const WALLET: &str = "0x1f9090aaE28b8a3dCeaDf281B0F12828e676c326";
const PASSWORD: &str = "correct horse battery staple";

async fn create(stytch: &Client, request: users::CreateRequest) -> UserId {
    stytch.users().create(request).await.unwrap().user_id
}

/// Texts a code to a user, which waits from then on.
async fn text(emulator: &Emulator, stytch: &Client) -> (stytch_consumer::MethodId, String) {
    let request = sms::SendRequest::new(PHONE);
    let sent = stytch.otps().sms().send(request).await.unwrap();
    let inbox = emulator.messages().to(PHONE);
    let message = inbox.next_within(Duration::from_secs(5)).await.unwrap();
    (sent.phone_id.as_str().into(), message.code.unwrap())
}

#[tokio::test]
async fn nothing_is_left_of_a_user_who_was_deleted() {
    let (emulator, stytch) = for_users().await;
    emulator.add_device(Device::new("visit"));
    let request = passwords::CreateRequest::new(ADA, PASSWORD);
    let ada = stytch.passwords().create(request).await.unwrap().user_id;
    let request = passwords::AuthenticateRequest::new(ADA, PASSWORD).telemetry_id("visit");
    stytch.passwords().authenticate(request).await.unwrap();
    let request = otps::email::SendRequest::new(ADA);
    stytch.otps().email().send(request).await.unwrap();
    let request = crypto_wallets::AuthenticateStartRequest::new(CryptoWalletType::Ethereum, WALLET)
        .user_id(&ada);
    let wallets = stytch.crypto_wallets();
    wallets.authenticate_start(request).await.unwrap();
    let request = webauthn::RegisterStartRequest::new(&ada, "example.com");
    let options = stytch.webauthn().register_start(request).await.unwrap();
    let options = options.public_key_credential_creation_options;
    let mut key = Authenticator::new();
    let credential = key.create("https://example.com", &options).unwrap();
    let request = webauthn::RegisterRequest::new(&ada, credential);
    stytch.webauthn().register(request).await.unwrap();
    let request = webauthn::AuthenticateStartRequest::new("example.com").user_id(&ada);
    stytch.webauthn().authenticate_start(request).await.unwrap();

    let request = users::DeleteRequest::new(&ada);
    stytch.users().delete(request).await.unwrap();
    let url = format!("{}/_emulator/export", emulator.url());
    let export: serde_json::Value = reqwest::get(url).await.unwrap().json().await.unwrap();
    let tables = export.as_object().unwrap().keys();
    let tables: Vec<_> = tables.map(String::as_str).collect();
    assert_eq!(tables, ["settings", "keys", "devices", "messages"]);
}

#[tokio::test]
async fn a_code_is_void_once_the_number_is_taken_off() {
    let (emulator, stytch) = for_users().await;
    let request = users::CreateRequest::new().email(ADA).phone_number(PHONE);
    create(&stytch, request).await;
    let (method_id, code) = text(&emulator, &stytch).await;
    let request = users::DeletePhoneNumberRequest::new(method_id.as_str());
    stytch.users().delete_phone_number(request).await.unwrap();
    let request = otps::AuthenticateRequest::new(method_id, code);
    let error = stytch.otps().authenticate(request).await.unwrap_err();
    refused(&error, 404, "otp_code_not_found");
    let url = format!("{}/_emulator/export", emulator.url());
    let export: serde_json::Value = reqwest::get(url).await.unwrap().json().await.unwrap();
    assert_eq!(export.get("codes"), None);
}

#[tokio::test]
async fn who_comes_back_with_an_account_does_not_bring_it_back_after_it_was_taken_off() {
    let (emulator, stytch) = for_users().await;
    let come = || {
        let link = oauth::StartLink::new("google");
        let link = stytch.oauth().start(link).unwrap();
        emulator.follow(link.as_str(), ADA).unwrap().token
    };
    let login = stytch
        .oauth()
        .authenticate(oauth::AuthenticateRequest::new(come()));
    let registration = login.await.unwrap().oauth_user_registration_id;
    let waiting = come();
    let request = users::DeleteOauthRegistrationRequest::new(registration);
    stytch
        .users()
        .delete_oauth_registration(request)
        .await
        .unwrap();
    let request = oauth::AuthenticateRequest::new(waiting);
    let error = stytch.oauth().authenticate(request).await.unwrap_err();
    refused(&error, 400, "oauth_token_not_found");
}

#[tokio::test]
async fn with_the_address_go_the_password_and_the_links_that_were_made_for_the_user() {
    let (emulator, stytch) = for_users().await;
    let request = passwords::CreateRequest::new(ADA, PASSWORD);
    let ada = stytch.passwords().create(request).await.unwrap().user_id;
    let request = magic_links::CreateRequest::new(&ada);
    let link = stytch.magic_links().create(request).await.unwrap().token;
    let request = users::ExchangePrimaryFactorRequest::new(&ada).phone_number(PHONE);
    let users = stytch.users();
    let exchanged = users.exchange_primary_factor(request).await.unwrap();
    assert_eq!(exchanged.user.password, None);
    let request = magic_links::AuthenticateRequest::new(link);
    let error = stytch
        .magic_links()
        .authenticate(request)
        .await
        .unwrap_err();
    refused(&error, 401, "unable_to_auth_magic_link");
    drop(emulator);
}
