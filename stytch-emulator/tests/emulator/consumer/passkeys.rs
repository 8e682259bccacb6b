//! Users who log in with passkeys and security keys, over HTTP, with real keys and signatures.

use std::time::Duration;

use crate::common::refused;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use stytch_consumer::authentication_factors::{DeliveryMethod, FactorType};
use stytch_consumer::users;
use stytch_consumer::webauthn::{
    self, AuthenticateRequest, AuthenticateStartRequest, AuthenticatorType, RegisterRequest,
    RegisterStartRequest,
};
use stytch_consumer::{Client, Error, UserId};
use stytch_emulator::Emulator;
use stytch_emulator::authenticator::{Algorithm, Authenticator, AuthenticatorError};

const DOMAIN: &str = "example.com";
const ORIGIN: &str = "https://app.example.com";

/// A user, and the device in their hands.
struct Desk {
    emulator: Emulator,
    stytch: Client,
    user_id: UserId,
    authenticator: Authenticator,
}

impl Desk {
    async fn new() -> Self {
        Self::with(Authenticator::new()).await
    }

    async fn with(authenticator: Authenticator) -> Self {
        let emulator = Emulator::start().await.unwrap();
        let stytch = emulator.consumer_client();
        let user_id = user(&stytch, "ada@example.com").await;
        Self {
            emulator,
            stytch,
            user_id,
            authenticator,
        }
    }

    async fn creation_options(&self) -> String {
        let request = RegisterStartRequest::new(&self.user_id, DOMAIN);
        let started = self.stytch.webauthn().register_start(request).await;
        started.unwrap().public_key_credential_creation_options
    }

    async fn request_options(&self) -> String {
        let request = AuthenticateStartRequest::new(DOMAIN).user_id(&self.user_id);
        let started = self.stytch.webauthn().authenticate_start(request).await;
        started.unwrap().public_key_credential_request_options
    }

    async fn register(&mut self) -> webauthn::RegisterResponse {
        let options = self.creation_options().await;
        let credential = self.authenticator.create(ORIGIN, &options).unwrap();
        let request = RegisterRequest::new(&self.user_id, credential);
        self.stytch.webauthn().register(request).await.unwrap()
    }

    async fn log_in(&mut self) -> Result<webauthn::AuthenticateResponse, Error> {
        let options = self.request_options().await;
        let credential = self.authenticator.get(ORIGIN, &options).unwrap();
        self.finish(credential).await
    }

    async fn finish(&self, credential: String) -> Result<webauthn::AuthenticateResponse, Error> {
        let request = AuthenticateRequest::new(credential).session_duration_minutes(60);
        self.stytch.webauthn().authenticate(request).await
    }
}

async fn user(stytch: &Client, email: &str) -> UserId {
    let request = users::CreateRequest::new().email(email);
    stytch.users().create(request).await.unwrap().user_id
}

/// The same credential with something else in its response; bytes are given as they are.
fn changed(credential: &str, field: &str, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> String {
    let mut credential: Value = serde_json::from_str(credential).unwrap();
    let text = credential["response"][field].as_str().unwrap();
    let bytes = change(BASE64_URL_SAFE_NO_PAD.decode(text).unwrap());
    credential["response"][field] = BASE64_URL_SAFE_NO_PAD.encode(bytes).into();
    credential.to_string()
}

/// The same credential without a part.
fn without(credential: &str, part: &str, field: &str) -> String {
    let mut credential: Value = serde_json::from_str(credential).unwrap();
    let object = credential
        .pointer_mut(part)
        .unwrap()
        .as_object_mut()
        .unwrap();
    object.remove(field).unwrap();
    credential.to_string()
}

/// Another bit in the byte at this place.
fn flipped(place: usize, bit: u8) -> impl FnOnce(Vec<u8>) -> Vec<u8> {
    move |mut bytes| {
        bytes[place] ^= bit;
        bytes
    }
}

#[tokio::test]
async fn a_user_registers_a_passkey_and_logs_in_with_it() {
    for algorithm in [Algorithm::Es256, Algorithm::Rs256, Algorithm::EdDsa] {
        let mut desk = Desk::with(Authenticator::with_algorithm(algorithm)).await;
        let registered = desk.register().await;
        assert_eq!(registered.user_id, desk.user_id);
        assert_eq!(registered.session, None, "nobody asked for one");
        let shown = &registered.user.webauthn_registrations[0];
        assert_eq!(
            shown.webauthn_registration_id,
            registered.webauthn_registration_id
        );
        assert_eq!((shown.domain.as_str(), shown.verified), (DOMAIN, false));

        let login = desk.log_in().await.unwrap();
        assert_eq!(login.user_id, desk.user_id);
        assert_eq!(
            login.webauthn_registration_id,
            registered.webauthn_registration_id
        );
        assert!(login.user.webauthn_registrations[0].verified);
        let factor = &login.session.unwrap().authentication_factors[0];
        assert_eq!(factor.r#type, FactorType::Webauthn);
        assert_eq!(factor.delivery_method, DeliveryMethod::WebauthnRegistration);
        let key = factor.webauthn_factor.as_ref().unwrap();
        assert_eq!(key.domain, DOMAIN);
        assert_eq!(
            key.webauthn_registration_id,
            registered.webauthn_registration_id
        );
        assert!(desk.log_in().await.is_ok(), "as often as they like");
    }
}

#[tokio::test]
async fn somebody_logs_in_without_saying_who_they_are() {
    let mut desk = Desk::new().await;
    desk.register().await;
    let request = AuthenticateStartRequest::new(DOMAIN)
        .return_passkey_credential_options(true)
        .use_base64_url_encoding(true);
    let started = desk
        .stytch
        .webauthn()
        .authenticate_start(request)
        .await
        .unwrap();
    assert_eq!(started.user_id, "");
    let options = started.public_key_credential_request_options;
    let credential = desk.authenticator.get(ORIGIN, &options).unwrap();
    assert_eq!(desk.finish(credential).await.unwrap().user_id, desk.user_id);
}

#[tokio::test]
async fn a_passkey_is_a_further_factor_of_a_session() {
    let mut desk = Desk::new().await;
    desk.register().await;
    let session = desk.log_in().await.unwrap().session_token;
    let mut second = Authenticator::new();
    let options = desk.creation_options().await;
    let credential = second.create(ORIGIN, &options).unwrap();
    let request = RegisterRequest::new(&desk.user_id, credential).session_token(&session);
    let registered = desk.stytch.webauthn().register(request).await.unwrap();
    let factors = registered.session.unwrap().authentication_factors;
    assert_eq!(factors.len(), 2);
    assert_eq!(registered.session_token, session);
}

#[tokio::test]
async fn browsers_can_read_the_options() {
    let mut desk = Desk::new().await;
    desk.register().await;
    let request = RegisterStartRequest::new(&desk.user_id, DOMAIN)
        .authenticator_type(AuthenticatorType::CrossPlatform)
        .override_id("ada-1")
        .override_name("ada")
        .override_display_name("Ada Lovelace")
        .return_passkey_credential_options(true)
        .use_base64_url_encoding(true);
    let started = desk
        .stytch
        .webauthn()
        .register_start(request)
        .await
        .unwrap();
    let text = started.public_key_credential_creation_options;
    let mut options: Value = serde_json::from_str(&text).unwrap();
    let mut bytes = |pointer: &str| {
        let text = options.pointer_mut(pointer).unwrap().take();
        BASE64_URL_SAFE_NO_PAD
            .decode(text.as_str().unwrap())
            .unwrap()
    };
    assert_eq!(bytes("/challenge").len(), 32);
    assert_eq!(bytes("/user/id"), b"ada-1");
    assert_eq!(bytes("/excludeCredentials/0/id").len(), 16);
    assert_eq!(
        options,
        json!({
            "attestation": "direct",
            "authenticatorSelection": {
                "authenticatorAttachment": "cross-platform",
                "requireResidentKey": true,
                "residentKey": "required",
                "userVerification": "preferred",
            },
            "challenge": null,
            "excludeCredentials": [{ "id": null, "type": "public-key" }],
            "pubKeyCredParams": [
                { "alg": -7, "type": "public-key" },
                { "alg": -257, "type": "public-key" },
                { "alg": -8, "type": "public-key" },
            ],
            "rp": { "id": DOMAIN, "name": DOMAIN },
            "timeout": 300_000,
            "user": { "displayName": "Ada Lovelace", "id": null, "name": "ada" },
        })
    );
    // the device knows the account already
    let refused = desk.authenticator.create(ORIGIN, &text);
    assert_eq!(refused, Err(AuthenticatorError::InvalidState));

    let request = AuthenticateStartRequest::new(DOMAIN)
        .user_id(&desk.user_id)
        .return_passkey_credential_options(true)
        .use_base64_url_encoding(true);
    let started = desk
        .stytch
        .webauthn()
        .authenticate_start(request)
        .await
        .unwrap();
    let text = started.public_key_credential_request_options;
    let options: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(options["rpId"], DOMAIN);
    assert_eq!(options["userVerification"], "preferred");
    assert_eq!(options["allowCredentials"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn both_alphabets_are_read() {
    let mut desk = Desk::new().await;
    let options = desk.creation_options().await;
    let mut credential: Value =
        serde_json::from_str(&desk.authenticator.create(ORIGIN, &options).unwrap()).unwrap();
    for field in ["attestationObject", "clientDataJSON"] {
        let text = credential["response"][field].as_str().unwrap();
        let mut text = text.replace('-', "+").replace('_', "/");
        text.push_str(["", "", "==", "="][text.len() % 4]);
        credential["response"][field] = text.into();
    }
    let request = RegisterRequest::new(&desk.user_id, credential.to_string());
    assert!(desk.stytch.webauthn().register(request).await.is_ok());
}

#[tokio::test]
async fn what_does_not_prove_a_registration_is_refused() {
    let mut desk = Desk::new().await;
    let none = RegisterRequest::new(&desk.user_id, "{}");
    let error = desk.stytch.webauthn().register(none).await.unwrap_err();
    refused(&error, 400, "invalid_public_key_credential");

    let options = desk.creation_options().await;
    let good = desk.authenticator.create(ORIGIN, &options).unwrap();
    let own = |text: &str, from: &str, to: &str| {
        changed(text, "clientDataJSON", |bytes| {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains(from));
            text.replace(from, to).into_bytes()
        })
    };
    let attestation = "attestationObject";
    // what stands in front of the authenticator data in this format
    let data = 36 - 6;
    let end = |bytes: Vec<u8>| [bytes, vec![0]].concat();
    let prefix = "invalid_public_key_credential";
    let malformed = format!("{prefix}_malformed_attestation_object");
    let unproven = "unable_to_register_webauthn_registration";
    let at = |credential: &str| {
        let credential: Value = serde_json::from_str(credential).unwrap();
        let text = credential["response"][attestation].as_str().unwrap();
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).unwrap();
        let hash = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, DOMAIN.as_bytes());
        bytes
            .windows(32)
            .position(|part| part == hash.as_ref())
            .unwrap()
    };
    assert_eq!(at(&good), data);
    for (name, credential, error_type) in [
        ("not JSON", "x".to_owned(), prefix.to_owned()),
        (
            "another kind",
            good.replace("\"public-key\"", "\"password\""),
            prefix.to_owned(),
        ),
        (
            "no id",
            without(&good, "", "id"),
            format!("{prefix}_missing_id_field"),
        ),
        (
            "no response",
            without(&good, "", "response"),
            format!("{prefix}_missing_response_field"),
        ),
        (
            "no client data",
            without(&good, "/response", "clientDataJSON"),
            format!("{prefix}_missing_client_data_json_field"),
        ),
        (
            "no attestation",
            without(&good, "/response", attestation),
            format!("{prefix}_missing_attestation_object_field"),
        ),
        (
            "client data cut off",
            changed(&good, "clientDataJSON", |bytes| bytes[..20].to_vec()),
            format!("{prefix}_malformed_client_data_json"),
        ),
        (
            "attestation cut off",
            changed(&good, attestation, |bytes| bytes[..40].to_vec()),
            malformed.clone(),
        ),
        (
            "something behind it",
            changed(&good, attestation, end),
            malformed,
        ),
        (
            "another ceremony",
            own(&good, "webauthn.create", "webauthn.get"),
            unproven.to_owned(),
        ),
        (
            "an unsafe page",
            own(&good, "https://app", "http://app"),
            unproven.to_owned(),
        ),
        (
            "a page elsewhere",
            own(&good, ORIGIN, "https://example.com.evil.test"),
            unproven.to_owned(),
        ),
        (
            "a page in a frame",
            own(&good, "\"crossOrigin\":false", "\"crossOrigin\":true"),
            unproven.to_owned(),
        ),
        (
            "another domain",
            changed(&good, attestation, flipped(data, 1)),
            unproven.to_owned(),
        ),
        (
            "nobody there",
            changed(&good, attestation, flipped(data + 32, 1)),
            unproven.to_owned(),
        ),
        (
            "another id",
            good.replace(
                &BASE64_URL_SAFE_NO_PAD.encode(id_of(&good)),
                &BASE64_URL_SAFE_NO_PAD.encode([7; 16]),
            ),
            unproven.to_owned(),
        ),
        (
            "backed up without being able to",
            changed(&good, attestation, flipped(data + 32, 0x10)),
            format!("{prefix}_invalid_authenticator_data"),
        ),
        (
            "another algorithm",
            // the COSE key begins behind model, length and id: {1: 2, 3: -7, …}
            changed(&good, attestation, flipped(data + 37 + 18 + 16 + 4, 1)),
            unproven.to_owned(),
        ),
    ] {
        let request = RegisterRequest::new(&desk.user_id, credential);
        let error = desk.stytch.webauthn().register(request).await.unwrap_err();
        assert!(error.is_type(&error_type), "{name}: {error}");
        assert_eq!(error.status().unwrap().as_u16(), 400, "{name}");
    }
    // none of that has changed anything
    let request = RegisterRequest::new(&desk.user_id, good.clone());
    desk.stytch
        .webauthn()
        .register(request.clone())
        .await
        .unwrap();
    let error = desk.stytch.webauthn().register(request).await.unwrap_err();
    refused(&error, 400, "no_pending_webauthn_registration");
}

fn id_of(credential: &str) -> Vec<u8> {
    let credential: Value = serde_json::from_str(credential).unwrap();
    BASE64_URL_SAFE_NO_PAD
        .decode(credential["id"].as_str().unwrap())
        .unwrap()
}

#[tokio::test]
async fn a_registration_belongs_to_its_user_and_its_time() {
    let mut desk = Desk::new().await;
    let eve = user(&desk.stytch, "eve@example.com").await;
    let unproven = "unable_to_register_webauthn_registration";
    let options = desk.creation_options().await;
    let credential = desk.authenticator.create(ORIGIN, &options).unwrap();
    let as_eve = RegisterRequest::new(&eve, credential.clone());
    let error = desk
        .stytch
        .webauthn()
        .register(as_eve.clone())
        .await
        .unwrap_err();
    refused(&error, 400, "no_pending_webauthn_registration");
    let start = RegisterStartRequest::new(&eve, DOMAIN);
    desk.stytch.webauthn().register_start(start).await.unwrap();
    let error = desk.stytch.webauthn().register(as_eve).await.unwrap_err();
    refused(&error, 400, unproven);

    // a newer registration of the same user takes the place of the older one
    desk.creation_options().await;
    let request = RegisterRequest::new(&desk.user_id, credential.clone());
    let error = desk
        .stytch
        .webauthn()
        .register(request.clone())
        .await
        .unwrap_err();
    refused(&error, 400, unproven);

    desk.emulator.clock().advance(Duration::from_secs(5 * 60));
    let error = desk.stytch.webauthn().register(request).await.unwrap_err();
    refused(&error, 400, "no_pending_webauthn_registration");

    // what somebody has registered is theirs, even in an answer to the right challenge
    let options = desk.creation_options().await;
    let credential = desk.authenticator.create(ORIGIN, &options).unwrap();
    let request = RegisterRequest::new(&desk.user_id, credential.clone());
    desk.stytch.webauthn().register(request).await.unwrap();
    let start = RegisterStartRequest::new(&eve, DOMAIN).use_base64_url_encoding(true);
    let started = desk.stytch.webauthn().register_start(start).await.unwrap();
    let options = started.public_key_credential_creation_options;
    let options: Value = serde_json::from_str(&options).unwrap();
    let stolen = changed(&credential, "clientDataJSON", |bytes| {
        let mut data: Value = serde_json::from_slice(&bytes).unwrap();
        data["challenge"] = options["challenge"].clone();
        data.to_string().into_bytes()
    });
    let request = RegisterRequest::new(&eve, stolen);
    let error = desk.stytch.webauthn().register(request).await.unwrap_err();
    refused(&error, 400, "duplicate_webauthn_registration");
}

#[tokio::test]
async fn passkeys_move_along_with_an_export() {
    let mut desk = Desk::new().await;
    desk.register().await;
    let export = format!("{}/_emulator/export", desk.emulator.url());
    let document = reqwest::get(export).await.unwrap().text().await.unwrap();
    let other = Emulator::start().await.unwrap();
    other.seed(&document).unwrap();
    desk.stytch = other.consumer_client();
    assert_eq!(desk.log_in().await.unwrap().user_id, desk.user_id);
}

#[tokio::test]
async fn what_does_not_prove_a_login_is_refused() {
    let mut desk = Desk::new().await;
    desk.register().await;
    let options = desk.request_options().await;
    let good = desk.authenticator.get(ORIGIN, &options).unwrap();
    let own = |text: &str, from: &str, to: &str| {
        changed(text, "clientDataJSON", |bytes| {
            String::from_utf8(bytes)
                .unwrap()
                .replace(from, to)
                .into_bytes()
        })
    };
    let data = "authenticatorData";
    let prefix = "invalid_public_key_credential";
    let unable = "unable_to_auth_webauthn_registration";
    for (name, credential, status, error_type) in [
        (
            "no signature",
            without(&good, "/response", "signature"),
            400,
            format!("{prefix}_missing_signature_field"),
        ),
        (
            "no data",
            without(&good, "/response", data),
            400,
            format!("{prefix}_missing_authenticator_data_field"),
        ),
        (
            "data cut off",
            changed(&good, data, |bytes| bytes[..36].to_vec()),
            400,
            format!("{prefix}_invalid_authenticator_data"),
        ),
        (
            "something behind it",
            changed(&good, data, |bytes| [bytes, vec![0]].concat()),
            400,
            format!("{prefix}_invalid_authenticator_data"),
        ),
        (
            "another signature",
            changed(&good, "signature", flipped(12, 1)),
            401,
            unable.to_owned(),
        ),
        (
            "another domain",
            changed(&good, data, flipped(0, 1)),
            401,
            unable.to_owned(),
        ),
        (
            "nobody there",
            changed(&good, data, flipped(32, 1)),
            401,
            unable.to_owned(),
        ),
        (
            "another count",
            changed(&good, data, flipped(36, 2)),
            401,
            unable.to_owned(),
        ),
        (
            "another ceremony",
            own(&good, "webauthn.get", "webauthn.create"),
            401,
            unable.to_owned(),
        ),
        (
            "a page elsewhere",
            own(&good, ORIGIN, "https://evil.test"),
            401,
            unable.to_owned(),
        ),
        (
            "somebody else",
            changed(&good, "userHandle", flipped(0, 1)),
            401,
            unable.to_owned(),
        ),
        (
            "an unknown one",
            good.replace(&BASE64_URL_SAFE_NO_PAD.encode(id_of(&good)), "AAAA"),
            401,
            unable.to_owned(),
        ),
    ] {
        let error = desk.finish(credential).await.unwrap_err();
        assert!(error.is_type(&error_type), "{name}: {error}");
        assert_eq!(error.status().unwrap().as_u16(), status, "{name}");
    }
    desk.finish(good.clone()).await.unwrap();
    let error = desk.finish(good).await.unwrap_err();
    refused(&error, 401, unable);
}

#[tokio::test]
async fn a_page_that_came_over_an_unsafe_way_is_refused() {
    let mut desk = Desk::new().await;
    desk.register().await;
    // signed as it is, by a browser that should not have
    let options = desk.request_options().await;
    let credential = desk
        .authenticator
        .get("http://app.example.com", &options)
        .unwrap();
    let error = desk.finish(credential).await.unwrap_err();
    refused(&error, 401, "unable_to_auth_webauthn_registration");
    // on a developer's own machine there is no other way
    let start = RegisterStartRequest::new(&desk.user_id, "localhost");
    let started = desk.stytch.webauthn().register_start(start).await.unwrap();
    let options = started.public_key_credential_creation_options;
    let credential = desk
        .authenticator
        .create("http://localhost:3000", &options)
        .unwrap();
    let request = RegisterRequest::new(&desk.user_id, credential);
    desk.stytch.webauthn().register(request).await.unwrap();
}

#[tokio::test]
async fn a_login_belongs_to_its_challenge() {
    let mut desk = Desk::new().await;
    desk.register().await;
    let unable = "unable_to_auth_webauthn_registration";

    // of a registration
    let options: Value = serde_json::from_str(&desk.creation_options().await).unwrap();
    let stolen = json!({ "challenge": options["challenge"], "rpId": DOMAIN }).to_string();
    let credential = desk.authenticator.get(ORIGIN, &stolen).unwrap();
    refused(&desk.finish(credential).await.unwrap_err(), 401, unable);

    // for another user
    let eve = user(&desk.stytch, "eve@example.com").await;
    let mut hers = Authenticator::new();
    let start = RegisterStartRequest::new(&eve, DOMAIN);
    let options = desk.stytch.webauthn().register_start(start).await.unwrap();
    let options = options.public_key_credential_creation_options;
    let request = RegisterRequest::new(&eve, hers.create(ORIGIN, &options).unwrap());
    desk.stytch.webauthn().register(request).await.unwrap();
    let options: Value = serde_json::from_str(&desk.request_options().await).unwrap();
    let stolen = json!({ "challenge": options["challenge"], "rpId": DOMAIN }).to_string();
    refused(
        &desk
            .finish(hers.get(ORIGIN, &stolen).unwrap())
            .await
            .unwrap_err(),
        401,
        unable,
    );

    // for another domain
    let start = AuthenticateStartRequest::new("app.example.com");
    let options = desk
        .stytch
        .webauthn()
        .authenticate_start(start)
        .await
        .unwrap();
    let options = options.public_key_credential_request_options;
    let options: Value = serde_json::from_str(&options).unwrap();
    let stolen = json!({ "challenge": options["challenge"], "rpId": DOMAIN }).to_string();
    let credential = desk.authenticator.get(ORIGIN, &stolen).unwrap();
    refused(&desk.finish(credential).await.unwrap_err(), 401, unable);

    // too late
    let options = desk.request_options().await;
    let credential = desk.authenticator.get(ORIGIN, &options).unwrap();
    desk.emulator.clock().advance(Duration::from_secs(5 * 60));
    refused(&desk.finish(credential).await.unwrap_err(), 401, unable);
}

#[tokio::test]
async fn a_copy_of_a_key_shows_by_its_count() {
    let mut desk = Desk::new().await;
    desk.register().await;
    let mut copy = desk.authenticator.clone();
    desk.log_in().await.unwrap();
    let options = desk.request_options().await;
    let credential = copy.get(ORIGIN, &options).unwrap();
    let error = desk.finish(credential).await.unwrap_err();
    refused(&error, 401, "unable_to_auth_webauthn_registration");
    desk.log_in().await.unwrap();
}

#[tokio::test]
async fn what_is_deleted_logs_nobody_in() {
    let mut desk = Desk::new().await;
    let registered = desk.register().await;
    let session = desk.log_in().await.unwrap().session_token;
    let options = desk.request_options().await;
    let credential = desk.authenticator.get(ORIGIN, &options).unwrap();
    let id = &registered.webauthn_registration_id;
    let request = users::DeleteWebauthnRegistrationRequest::new(id);
    let deleted = desk
        .stytch
        .users()
        .delete_webauthn_registration(request)
        .await;
    assert!(deleted.unwrap().user.webauthn_registrations.is_empty());
    let error = desk.finish(credential).await.unwrap_err();
    refused(&error, 401, "unable_to_auth_webauthn_registration");
    let request = stytch_consumer::sessions::AuthenticateRequest::new().session_token(session);
    let error = desk
        .stytch
        .sessions()
        .authenticate(request)
        .await
        .unwrap_err();
    refused(&error, 404, "session_not_found");
    let request = AuthenticateStartRequest::new(DOMAIN).user_id(&desk.user_id);
    let error = desk
        .stytch
        .webauthn()
        .authenticate_start(request)
        .await
        .unwrap_err();
    refused(&error, 400, "no_active_webauthn_registrations");

    // and a passkey goes with its user
    desk.register().await;
    let request = users::DeleteRequest::new(&desk.user_id);
    desk.stytch.users().delete(request).await.unwrap();
    let start = AuthenticateStartRequest::new(DOMAIN);
    let options = desk
        .stytch
        .webauthn()
        .authenticate_start(start)
        .await
        .unwrap();
    let options = options.public_key_credential_request_options;
    let credential = desk.authenticator.get(ORIGIN, &options).unwrap();
    let error = desk.finish(credential).await.unwrap_err();
    refused(&error, 401, "unable_to_auth_webauthn_registration");
}

#[tokio::test]
async fn passkeys_have_names_and_public_keys() {
    let mut desk = Desk::new().await;
    let id = desk.register().await.webauthn_registration_id;
    let request = webauthn::UpdateRequest::new(&id, "Work laptop");
    let updated = desk.stytch.webauthn().update(request).await.unwrap();
    assert_eq!(updated.webauthn_registration.unwrap().name, "Work laptop");
    let request = webauthn::UpdateRequest::new(&id, " ");
    let error = desk.stytch.webauthn().update(request).await.unwrap_err();
    refused(&error, 400, "empty_webauthn_registration_name");
    let request = webauthn::UpdateRequest::new("webauthn-registration-test-1", "Phone");
    let error = desk.stytch.webauthn().update(request).await.unwrap_err();
    refused(&error, 404, "webauthn_registration_not_found");

    let request = webauthn::ListCredentialsRequest::new(&desk.user_id, DOMAIN);
    let listed = desk
        .stytch
        .webauthn()
        .list_credentials(request)
        .await
        .unwrap();
    assert_eq!(listed.credentials.len(), 1);
    assert_eq!(listed.credentials[0].webauthn_registration_id, id);
    assert!(!listed.credentials[0].public_key.is_empty());
    let request = webauthn::ListCredentialsRequest::new(&desk.user_id, "other.example");
    let listed = desk
        .stytch
        .webauthn()
        .list_credentials(request)
        .await
        .unwrap();
    assert!(listed.credentials.is_empty());
}

#[tokio::test]
async fn who_and_where_has_to_be_right_from_the_start() {
    let desk = Desk::new().await;
    for domain in [
        "",
        "https://example.com",
        "example.com:443",
        "Example.com",
        "127.0.0.1",
        "example.com/x",
        "example.com.",
    ] {
        let request = RegisterStartRequest::new(&desk.user_id, domain);
        let error = desk
            .stytch
            .webauthn()
            .register_start(request)
            .await
            .unwrap_err();
        refused(&error, 400, "invalid_webauthn_registration_domain");
        let request = AuthenticateStartRequest::new(domain);
        let error = desk
            .stytch
            .webauthn()
            .authenticate_start(request)
            .await
            .unwrap_err();
        refused(&error, 400, "invalid_webauthn_registration_domain");
    }
    let request = RegisterStartRequest::new("user-test-1", DOMAIN);
    let error = desk
        .stytch
        .webauthn()
        .register_start(request)
        .await
        .unwrap_err();
    refused(&error, 404, "user_not_found");
    let request = users::CreateRequest::new()
        .email("new@example.com")
        .create_user_as_pending(true);
    let pending = desk.stytch.users().create(request).await.unwrap().user_id;
    let request = RegisterStartRequest::new(pending, DOMAIN);
    let error = desk
        .stytch
        .webauthn()
        .register_start(request)
        .await
        .unwrap_err();
    refused(&error, 400, "cannot_use_webauthn_with_pending_user");
}

#[tokio::test]
async fn a_page_is_at_its_domain_and_at_those_above() {
    let desk = Desk::new().await;
    for (origin, domain, is_inside) in [
        ("https://example.com", "example.com", true),
        ("https://app.example.com:8443", "example.com", true),
        ("http://localhost:3000", "localhost", true),
        ("https://badexample.com", "example.com", false),
        ("https://example.com.evil.test", "example.com", false),
        ("https://example.com", "app.example.com", false),
        ("http://example.com", "example.com", false),
        ("https://example.com/", "example.com", false),
        ("https://example.com@evil.test", "example.com", false),
        ("null", "example.com", false),
        ("", "example.com", false),
    ] {
        let request = RegisterStartRequest::new(&desk.user_id, domain);
        let started = desk.stytch.webauthn().register_start(request).await;
        let options = started.unwrap().public_key_credential_creation_options;
        // the browser says this of the page, whatever the device made of it
        let made = Authenticator::new().create(&format!("https://{domain}"), &options);
        let credential = changed(&made.unwrap(), "clientDataJSON", |bytes| {
            let mut data: Value = serde_json::from_slice(&bytes).unwrap();
            data["origin"] = origin.into();
            data.to_string().into_bytes()
        });
        let request = RegisterRequest::new(&desk.user_id, credential);
        match desk.stytch.webauthn().register(request).await {
            Ok(_) => assert!(is_inside, "{origin} {domain}"),
            Err(error) => {
                assert!(!is_inside, "{origin} {domain}: {error}");
                refused(&error, 400, "unable_to_register_webauthn_registration");
            }
        }
    }
}
