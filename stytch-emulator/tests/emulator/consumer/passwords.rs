//! Users who log in by passwords, over HTTP.

use std::time::Duration;

use crate::common::{for_users, refused};
use stytch_consumer::authentication_factors::FactorType;
use stytch_consumer::password_hashes::{
    Argon2Config, HashType, Md5Config, Pbkdf2Algorithm, Pbkdf2Config, ScryptConfig, Sha1Config,
    Sha512Config,
};
use stytch_consumer::passwords::{self, email, existing_password, sessions as of_session};
use stytch_consumer::{Client, Error, magic_links, sessions, users};
use stytch_emulator::Emulator;

const MINUTE: Duration = Duration::from_secs(60);
const EMAIL: &str = "ada@example.com";
const PASSWORD: &str = "an analytical engine of brass";
const BETTER: &str = "the engine weaves algebraic patterns";

async fn sign_up(stytch: &Client) -> passwords::CreateResponse {
    let request = passwords::CreateRequest::new(EMAIL, PASSWORD).session_duration_minutes(60);
    stytch.passwords().create(request).await.unwrap()
}

async fn log_in(stytch: &Client, password: &str) -> Result<passwords::AuthenticateResponse, Error> {
    let request = passwords::AuthenticateRequest::new(EMAIL, password).session_duration_minutes(60);
    stytch.passwords().authenticate(request).await
}

/// The token of the last mail of a kind.
fn token_of(emulator: &Emulator, kind: &str) -> String {
    let mails = emulator.messages().to(EMAIL).all();
    let mail = mails.into_iter().rev().find(|mail| mail.kind == kind);
    mail.unwrap().token.unwrap()
}

/// The token by which the last mail about a password logs in without one.
fn login_token(emulator: &Emulator) -> String {
    let mails = emulator.messages().to(EMAIL).all();
    let mut tokens = mails.into_iter().rev().map(|mail| mail.login_token);
    tokens.next().flatten().unwrap()
}

async fn is_alive(stytch: &Client, token: &stytch_consumer::Secret) -> bool {
    let request = sessions::AuthenticateRequest::new().session_token(token.clone());
    stytch.sessions().authenticate(request).await.is_ok()
}

#[tokio::test]
async fn a_user_signs_up_with_a_password_and_logs_in_by_it() {
    let (_emulator, stytch) = for_users().await;
    let signup = sign_up(&stytch).await;
    assert_eq!(signup.user.emails[0].email_id, signup.email_id);
    assert!(!signup.user.emails[0].verified);
    let factor = &signup.session.unwrap().authentication_factors[0];
    assert_eq!(factor.r#type, FactorType::Password);

    let login = log_in(&stytch, PASSWORD).await.unwrap();
    assert_eq!(login.user_id, signup.user_id);
    assert!(!login.user.password.unwrap().requires_reset);

    let wrong = log_in(&stytch, BETTER).await.unwrap_err();
    refused(&wrong, 401, "unauthorized_credentials");
    let nobody = passwords::AuthenticateRequest::new("grace@example.com", PASSWORD);
    let nobody = stytch.passwords().authenticate(nobody).await.unwrap_err();
    refused(&nobody, 404, "email_not_found");
    let again = passwords::CreateRequest::new("Ada@Example.com", PASSWORD);
    let again = stytch.passwords().create(again).await.unwrap_err();
    refused(&again, 400, "duplicate_email");
    let request = users::CreateRequest::new().email("grace@example.com");
    stytch.users().create(request).await.unwrap();
    let without = passwords::AuthenticateRequest::new("grace@example.com", PASSWORD);
    let without = stytch.passwords().authenticate(without).await.unwrap_err();
    refused(&without, 400, "no_user_password");
}

#[tokio::test]
async fn weak_and_leaked_passwords_are_told_beforehand_and_refused() {
    let (_emulator, stytch) = for_users().await;
    for (password, error_type) in [("qwe", "weak_password"), ("password1", "breached_password")] {
        let request = passwords::StrengthCheckRequest::new(password).email(EMAIL);
        let check = stytch.passwords().strength_check(request).await.unwrap();
        assert!(!check.valid_password, "{password}");
        assert!(check.score < 3);
        assert!(!check.feedback.unwrap().suggestions.is_empty());
        let request = passwords::CreateRequest::new(EMAIL, password);
        let refusal = stytch.passwords().create(request).await.unwrap_err();
        refused(&refusal, 400, error_type);
    }
    let request = passwords::StrengthCheckRequest::new(PASSWORD).email(EMAIL);
    let check = stytch.passwords().strength_check(request).await.unwrap();
    assert!(check.valid_password && !check.breached_password);
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_by_mail_and_all_sessions_end() {
    let (emulator, stytch) = for_users().await;
    let signup = sign_up(&stytch).await;
    let request = email::ResetStartRequest::new(EMAIL);
    let started = stytch
        .passwords()
        .email()
        .reset_start(request)
        .await
        .unwrap();
    assert_eq!(started.user_id, signup.user_id);
    let token = token_of(&emulator, "reset_password");

    let weak = email::ResetRequest::new(&*token, "qwe");
    let weak = stytch.passwords().email().reset(weak).await.unwrap_err();
    refused(&weak, 400, "weak_password");
    let reset = || email::ResetRequest::new(&*token, BETTER).session_duration_minutes(60);
    let login = stytch.passwords().email().reset(reset()).await.unwrap();
    assert!(login.user.emails[0].verified);
    assert!(is_alive(&stytch, &login.session_token).await);
    assert!(!is_alive(&stytch, &signup.session_token).await);
    log_in(&stytch, BETTER).await.unwrap();
    let old = log_in(&stytch, PASSWORD).await.unwrap_err();
    refused(&old, 401, "unauthorized_credentials");

    let again = stytch.passwords().email().reset(reset()).await.unwrap_err();
    refused(&again, 401, "unable_to_auth_password_reset_token");
    // The tokens of links to log in and to reset are not each other's.
    let request = email::ResetStartRequest::new(EMAIL);
    stytch
        .passwords()
        .email()
        .reset_start(request)
        .await
        .unwrap();
    let other = email::ResetRequest::new(login_token(&emulator), BETTER);
    let other = stytch.passwords().email().reset(other).await.unwrap_err();
    refused(&other, 401, "unable_to_auth_password_reset_token");
    let token = token_of(&emulator, "reset_password");
    let link = magic_links::AuthenticateRequest::new(&*token);
    let link = stytch.magic_links().authenticate(link).await.unwrap_err();
    refused(&link, 404, "magic_link_not_found");
    emulator.clock().advance(30 * MINUTE);
    let late = email::ResetRequest::new(token, BETTER);
    let late = stytch.passwords().email().reset(late).await.unwrap_err();
    refused(&late, 401, "unable_to_auth_password_reset_token");
}

#[tokio::test]
async fn the_mail_to_reset_a_password_also_logs_in_without_one() {
    let (emulator, stytch) = for_users().await;
    let request = users::CreateRequest::new().email(EMAIL);
    let user = stytch.users().create(request).await.unwrap();
    let request = email::ResetStartRequest::new(EMAIL);
    stytch
        .passwords()
        .email()
        .reset_start(request)
        .await
        .unwrap();
    let request = magic_links::AuthenticateRequest::new(login_token(&emulator));
    let login = stytch.magic_links().authenticate(request).await.unwrap();
    assert_eq!(login.user_id, user.user_id);

    let nobody = email::ResetStartRequest::new("grace@example.com");
    let nobody = stytch.passwords().email().reset_start(nobody).await;
    refused(&nobody.unwrap_err(), 404, "email_not_found");
}

#[tokio::test]
async fn a_known_password_is_replaced_and_all_sessions_end() {
    let (_emulator, stytch) = for_users().await;
    let signup = sign_up(&stytch).await;
    let wrong = existing_password::ResetRequest::new(EMAIL, BETTER, BETTER);
    let wrong = stytch.passwords().existing_password().reset(wrong).await;
    refused(&wrong.unwrap_err(), 401, "unauthorized_credentials");
    let request =
        existing_password::ResetRequest::new(EMAIL, PASSWORD, BETTER).session_duration_minutes(60);
    let reset = stytch
        .passwords()
        .existing_password()
        .reset(request)
        .await
        .unwrap();
    assert!(is_alive(&stytch, &reset.session_token).await);
    assert!(!is_alive(&stytch, &signup.session_token).await);
    log_in(&stytch, BETTER).await.unwrap();
}

#[tokio::test]
async fn a_fresh_session_replaces_the_password_and_an_old_one_does_not() {
    let (emulator, stytch) = for_users().await;
    sign_up(&stytch).await;
    let other = log_in(&stytch, PASSWORD).await.unwrap();
    let login = log_in(&stytch, PASSWORD).await.unwrap();
    let request =
        || of_session::ResetRequest::new(BETTER).session_token(login.session_token.clone());
    emulator.clock().advance(5 * MINUTE);
    let old = stytch
        .passwords()
        .sessions()
        .reset(request())
        .await
        .unwrap_err();
    refused(&old, 400, "session_too_old_to_reset_password");

    let fresh = passwords::AuthenticateRequest::new(EMAIL, PASSWORD)
        .session_token(login.session_token.clone());
    stytch.passwords().authenticate(fresh).await.unwrap();
    let reset = stytch
        .passwords()
        .sessions()
        .reset(request())
        .await
        .unwrap();
    assert_eq!(reset.session_token, login.session_token);
    assert!(is_alive(&stytch, &login.session_token).await);
    assert!(!is_alive(&stytch, &other.session_token).await);
    log_in(&stytch, BETTER).await.unwrap();

    let none = of_session::ResetRequest::new(BETTER);
    let none = stytch.passwords().sessions().reset(none).await.unwrap_err();
    refused(&none, 400, "no_session_arguments");
}

#[tokio::test]
async fn a_password_of_a_stranger_is_out_of_use_once_the_owner_has_proven_the_address() {
    let (emulator, stytch) = for_users().await;
    let stranger = sign_up(&stytch).await;
    let ask = || magic_links::email::SendRequest::new(EMAIL);
    stytch.magic_links().email().send(ask()).await.unwrap();
    let request = magic_links::AuthenticateRequest::new(token_of(&emulator, "login"))
        .session_duration_minutes(60);
    let owner = stytch.magic_links().authenticate(request).await.unwrap();
    assert_eq!(owner.user_id, stranger.user_id);
    assert!(owner.reset_sessions);
    assert!(owner.user.password.unwrap().requires_reset);
    assert!(!is_alive(&stytch, &stranger.session_token).await);
    assert!(is_alive(&stytch, &owner.session_token).await);
    let refusal = log_in(&stytch, PASSWORD).await.unwrap_err();
    refused(&refusal, 400, "reset_password");

    let request = email::ResetStartRequest::new(EMAIL);
    stytch
        .passwords()
        .email()
        .reset_start(request)
        .await
        .unwrap();
    let request = email::ResetRequest::new(token_of(&emulator, "reset_password"), BETTER);
    stytch.passwords().email().reset(request).await.unwrap();
    log_in(&stytch, BETTER).await.unwrap();
}

#[tokio::test]
async fn whoever_verifies_the_address_in_the_session_of_the_password_keeps_it() {
    let (emulator, stytch) = for_users().await;
    let signup = sign_up(&stytch).await;
    let ask = magic_links::email::SendRequest::new(EMAIL);
    stytch.magic_links().email().send(ask).await.unwrap();
    let request = magic_links::AuthenticateRequest::new(token_of(&emulator, "login"))
        .session_token(signup.session_token.clone());
    let verified = stytch.magic_links().authenticate(request).await.unwrap();
    assert!(!verified.reset_sessions);
    assert!(verified.user.emails[0].verified);
    assert_eq!(verified.session.unwrap().authentication_factors.len(), 2);
    log_in(&stytch, PASSWORD).await.unwrap();
}

#[tokio::test]
async fn a_user_without_a_password_logs_in_no_more_by_it() {
    let (_emulator, stytch) = for_users().await;
    let signup = sign_up(&stytch).await;
    let password_id = signup.user.password.unwrap().password_id;
    let request = || users::DeletePasswordRequest::new(&password_id);
    let without = stytch.users().delete_password(request()).await.unwrap();
    assert!(without.user.password.is_none());
    assert!(!is_alive(&stytch, &signup.session_token).await);
    let refusal = log_in(&stytch, PASSWORD).await.unwrap_err();
    refused(&refusal, 400, "no_user_password");
    let again = stytch.users().delete_password(request()).await.unwrap_err();
    refused(&again, 404, "password_not_found");
}

/// A password that was set in another system.
const MOVED: &str = "hunter2 and then some";

/// Its hashes, made by Python's hashlib, argon2-cffi, crypt(3) and the algorithm of phpass.
fn migrations() -> Vec<(&'static str, passwords::MigrateRequest)> {
    let request = |hash: &str, hash_type| passwords::MigrateRequest::new(EMAIL, hash, hash_type);
    let pbkdf =
        |length, algorithm| Pbkdf2Config::new("YSBzYWx0IG9mIDE2IGJ5dGU=", 1000, length, algorithm);
    vec![
        (
            "bcrypt",
            request(
                "$2b$04$abcdefghijklmnopqrstuuSblgRaDjWgD2vzkNuYjBqq5SWrkIHJW",
                HashType::Bcrypt,
            ),
        ),
        (
            "argon2i, as text",
            request(
                "$argon2i$v=19$m=1024,t=2,p=1$YSBzYWx0IG9mIDE2IGJ5dGU$XOa+9izu4ONgzGpM0/UK9jCHSuih0xHHlC7py0F/p5w",
                HashType::Argon2i,
            ),
        ),
        (
            "argon2id, as text",
            request(
                "$argon2id$v=19$m=1024,t=2,p=1$YSBzYWx0IG9mIDE2IGJ5dGU$eUwSsJTUq5eedSVVNlrYMBL5TpbP/CBSWj5m0kBRA+c",
                HashType::Argon2id,
            ),
        ),
        (
            "argon2id, with parameters",
            request(
                "794c12b094d4ab979e752555365ad83012f94e96cffc20525a3e66d2405103e7",
                HashType::Argon2id,
            )
            .argon_2_config(Argon2Config::new("a salt of 16 byte", 2, 1024, 1, 32)),
        ),
        (
            "scrypt",
            request("YqegeDyXoFZkHkw/6mT/8arcCnU3GzU020gcOvX3x+g=", HashType::Scrypt)
                .scrypt_config(ScryptConfig::new("YSBzYWx0IG9mIDE2IGJ5dGU=", 1024, 8, 1, 32)),
        ),
        (
            "pbkdf2 with SHA-256",
            request("8jxUaNW2jmLLVrJdZEmWrAJ/G76OiUUH7iySglO2kJI=", HashType::Pbkdf2)
                .pbkdf_2_config(pbkdf(32, Pbkdf2Algorithm::Sha256)),
        ),
        (
            "pbkdf2 with SHA-512",
            request(
                "bltvMkm9XFgbe7Cea3HgBN1VZ5yE0r+pb12WwRruTEd8FXPGy2wd6vS6Vr6Ypdtfgvw5RzLzm8ysqJmGUSbc1A==",
                HashType::Pbkdf2,
            )
            .pbkdf_2_config(pbkdf(64, Pbkdf2Algorithm::Sha512)),
        ),
        (
            "phpass",
            request("$P$5saltsalt6MB25lCtdTwbi6l2X7jqg1", HashType::Phpass),
        ),
        (
            "MD5",
            request("3f031e1d85df2eb3335cadfbb551e781", HashType::Md5)
                .md_5_config(Md5Config::new("pre", "post")),
        ),
        (
            "SHA-1",
            request("8f53ad087be4aa34043ab69e170d59788e29b0ea", HashType::Sha1)
                .sha_1_config(Sha1Config::new("pre", "post")),
        ),
        (
            "SHA-512",
            request(
                "f9bfdc6a927bfcd3d09a2c8ede55474115fa4c30ffb672f006cc9b14de4344e1633c53c74b2ad84925e89ba55c15199be6a42148c1fdd0d51bfcd31562b5ee64",
                HashType::Sha512,
            )
            .sha_512_config(Sha512Config::new("pre", "post")),
        ),
    ]
}

#[tokio::test]
async fn users_keep_their_passwords_when_they_move_in() {
    for (name, request) in migrations() {
        let (_emulator, stytch) = for_users().await;
        let moved = stytch.passwords().migrate(request.clone()).await;
        let moved = moved.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(moved.user_created, "{name}");
        assert!(!moved.user.password.unwrap().requires_reset, "{name}");
        let wrong = log_in(&stytch, "hunter2").await.unwrap_err();
        refused(&wrong, 401, "unauthorized_credentials");
        let login = log_in(&stytch, MOVED).await;
        assert!(login.is_ok(), "{name}: {:?}", login.err());
        let again = stytch.passwords().migrate(request).await.unwrap_err();
        refused(&again, 400, "password_already_exists");
    }
}

#[tokio::test]
async fn a_user_moves_in_with_all_that_is_known() {
    let (_emulator, stytch) = for_users().await;
    let (_, request) = migrations().remove(0);
    let request = request
        .name(users::Name::new().first_name("Ada"))
        .external_id("ada")
        .phone_number("+12025550162")
        .set_phone_number_verified(true)
        .set_email_verified(true);
    let moved = stytch.passwords().migrate(request).await.unwrap();
    let user = stytch
        .users()
        .get(users::GetRequest::new("ada"))
        .await
        .unwrap();
    assert_eq!(user.user_id, moved.user_id);
    assert!(user.emails[0].verified && user.phone_numbers[0].verified);

    let odd = passwords::MigrateRequest::new("grace@example.com", "no hash", HashType::Bcrypt);
    let odd = stytch.passwords().migrate(odd).await.unwrap_err();
    refused(&odd, 400, "invalid_bcrypt_hash");
    // Nothing of what was refused is there.
    let nobody = magic_links::email::SendRequest::new("grace@example.com");
    let nobody = stytch.magic_links().email().send(nobody).await.unwrap_err();
    refused(&nobody, 404, "email_not_found");
}

#[tokio::test]
async fn whoever_guesses_passwords_is_locked_out_for_an_hour() {
    let (emulator, stytch) = for_users().await;
    let seed = serde_json::json!({"settings": {"user_locks": {"is_on": true, "threshold": 3}}});
    let seeded = reqwest::Client::new()
        .post(format!("{}/_emulator/seed", emulator.url()))
        .json(&seed)
        .send()
        .await
        .unwrap();
    assert_eq!(seeded.status().as_u16(), 200);
    let signup = sign_up(&stytch).await;
    // A login in between starts the count anew.
    for wrong_ones in [2, 3] {
        for _ in 0..wrong_ones {
            let wrong = log_in(&stytch, BETTER).await.unwrap_err();
            refused(&wrong, 401, "unauthorized_credentials");
        }
        if wrong_ones == 2 {
            log_in(&stytch, PASSWORD).await.unwrap();
        }
    }
    let locked = log_in(&stytch, PASSWORD).await.unwrap_err();
    refused(&locked, 429, "user_lock_limit_reached");
    let get = || users::GetRequest::new(&signup.user_id);
    let user = stytch.users().get(get()).await.unwrap();
    assert!(user.is_locked && user.lock_created_at.is_some());

    emulator.clock().advance(60 * MINUTE);
    log_in(&stytch, PASSWORD).await.unwrap();
    assert!(!stytch.users().get(get()).await.unwrap().is_locked);
}
