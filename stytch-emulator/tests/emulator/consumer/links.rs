//! Users who log in by links, and their sessions, over HTTP.

use std::time::Duration;

use crate::common::{for_users, refused};
use serde_json::json;
use stytch_consumer::magic_links::{self, email};
use stytch_consumer::users::UserStatus;
use stytch_consumer::{Attributes, Client, Secret, sessions, users};
use stytch_emulator::Emulator;

const MINUTE: Duration = Duration::from_secs(60);

/// The token of the last mail to an address.
fn token_to(emulator: &Emulator, address: &str) -> String {
    let mail = emulator.messages().to(address).all().pop().unwrap();
    let token = mail.token.unwrap();
    let link = mail.link.unwrap();
    assert!(link.contains("stytch_token_type=magic_links"), "{link}");
    token
}

async fn sign_up(stytch: &Client, address: &str) -> email::LoginOrCreateResponse {
    let request = email::LoginOrCreateRequest::new(address);
    let mails = stytch.magic_links();
    mails.email().login_or_create(request).await.unwrap()
}

/// Signs up by mail, with a session of an hour.
async fn log_in(
    emulator: &Emulator,
    stytch: &Client,
    address: &str,
) -> magic_links::AuthenticateResponse {
    sign_up(stytch, address).await;
    let request = magic_links::AuthenticateRequest::new(token_to(emulator, address))
        .session_duration_minutes(60);
    stytch.magic_links().authenticate(request).await.unwrap()
}

#[tokio::test]
async fn a_new_user_signs_up_by_mail_and_is_checked_without_the_api() {
    let (emulator, stytch) = for_users().await;
    let sent = sign_up(&stytch, "Ada@Example.com").await;
    assert!(sent.user_created);
    let mail = emulator
        .messages()
        .to("ada@example.com")
        .all()
        .pop()
        .unwrap();
    assert_eq!(mail.kind, "signup");

    let request = magic_links::AuthenticateRequest::new(token_to(&emulator, "ada@example.com"))
        .session_duration_minutes(60)
        .session_custom_claims(json!({"plan": "pro"}));
    let login = stytch.magic_links().authenticate(request).await.unwrap();
    assert_eq!(login.user_id, sent.user_id);
    assert!(login.user.emails[0].verified);
    assert_eq!(login.user.roles, ["stytch_user"]);
    let session = login.session.unwrap();
    assert_eq!(session.authentication_factors.len(), 1);

    let jwt = login.session_jwt.expose();
    let checked = stytch.sessions().authenticate_jwt_local(jwt).await.unwrap();
    assert_eq!(checked.user_id, login.user_id);
    assert_eq!(checked.session_id, session.session_id);
    assert_eq!(checked.custom_claims["plan"], "pro");

    // It is an account now: the next mail is one to log in.
    assert!(!sign_up(&stytch, "ada@example.com").await.user_created);
    let mail = emulator
        .messages()
        .to("ada@example.com")
        .all()
        .pop()
        .unwrap();
    assert_eq!(mail.kind, "login");
}

#[tokio::test]
async fn without_a_duration_a_login_starts_no_session() {
    let (emulator, stytch) = for_users().await;
    sign_up(&stytch, "ada@example.com").await;
    let request = magic_links::AuthenticateRequest::new(token_to(&emulator, "ada@example.com"));
    let login = stytch.magic_links().authenticate(request).await.unwrap();
    assert!(login.session.is_none());
    assert!(login.session_token.is_empty() && login.session_jwt.is_empty());

    sign_up(&stytch, "ada@example.com").await;
    let request = magic_links::AuthenticateRequest::new(token_to(&emulator, "ada@example.com"))
        .session_duration_minutes(4);
    let short = stytch
        .magic_links()
        .authenticate(request)
        .await
        .unwrap_err();
    refused(&short, 400, "invalid_session_duration_minutes");
    // What was refused has changed nothing: the link still works.
    let request = magic_links::AuthenticateRequest::new(token_to(&emulator, "ada@example.com"))
        .session_duration_minutes(5);
    let login = stytch.magic_links().authenticate(request).await.unwrap();
    assert!(login.session.is_some());
}

#[tokio::test]
async fn a_link_works_once_and_for_an_hour() {
    let (emulator, stytch) = for_users().await;
    log_in(&emulator, &stytch, "ada@example.com").await;
    let used = token_to(&emulator, "ada@example.com");
    let again = magic_links::AuthenticateRequest::new(used);
    let again = stytch.magic_links().authenticate(again).await.unwrap_err();
    refused(&again, 401, "unable_to_auth_magic_link");

    sign_up(&stytch, "ada@example.com").await;
    let late = token_to(&emulator, "ada@example.com");
    emulator.clock().advance(60 * MINUTE);
    let late = magic_links::AuthenticateRequest::new(late);
    let late = stytch.magic_links().authenticate(late).await.unwrap_err();
    refused(&late, 401, "unable_to_auth_magic_link");

    let unknown = magic_links::AuthenticateRequest::new("no such token");
    let unknown = stytch
        .magic_links()
        .authenticate(unknown)
        .await
        .unwrap_err();
    refused(&unknown, 404, "magic_link_not_found");

    let stranger = email::SendRequest::new("nobody@example.com");
    let stranger = stytch.magic_links().email().send(stranger).await;
    refused(&stranger.unwrap_err(), 404, "email_not_found");
    let long = email::LoginOrCreateRequest::new("ada@example.com").login_expiration_minutes(10_081);
    let long = stytch.magic_links().email().login_or_create(long).await;
    refused(&long.unwrap_err(), 400, "invalid_expiration");
}

#[tokio::test]
async fn a_link_that_was_asked_for_with_a_challenge_needs_the_verifier() {
    let (emulator, stytch) = for_users().await;
    // The example of RFC 7636, appendix B.
    let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    let request = email::LoginOrCreateRequest::new("ada@example.com").code_challenge(challenge);
    let mails = stytch.magic_links();
    mails.email().login_or_create(request).await.unwrap();
    let token = token_to(&emulator, "ada@example.com");

    let bare = magic_links::AuthenticateRequest::new(&*token);
    let bare = stytch.magic_links().authenticate(bare).await.unwrap_err();
    refused(&bare, 400, "pkce_expected_code_verifier");
    let wrong = magic_links::AuthenticateRequest::new(&*token).code_verifier("something else");
    let wrong = stytch.magic_links().authenticate(wrong).await.unwrap_err();
    refused(&wrong, 400, "pkce_mismatch");
    let right = magic_links::AuthenticateRequest::new(&*token).code_verifier(verifier);
    stytch.magic_links().authenticate(right).await.unwrap();

    let request = email::LoginOrCreateRequest::new("ada@example.com").code_challenge("plain");
    let plain = mails.email().login_or_create(request).await.unwrap_err();
    refused(&plain, 400, "invalid_pkce_code_challenge");
}

#[tokio::test]
async fn a_link_that_is_bound_to_a_browser_works_in_no_other() {
    let (emulator, stytch) = for_users().await;
    let here = || {
        Attributes::new()
            .ip_address("192.0.2.1")
            .user_agent("Firefox")
    };
    let request = email::LoginOrCreateRequest::new("ada@example.com").attributes(here());
    let mails = stytch.magic_links();
    mails.email().login_or_create(request).await.unwrap();
    let token = token_to(&emulator, "ada@example.com");
    let options = || magic_links::Options::new(true, true);

    let elsewhere = Attributes::new()
        .ip_address("192.0.2.2")
        .user_agent("Firefox");
    for attributes in [Some(elsewhere), None] {
        let mut request = magic_links::AuthenticateRequest::new(&*token).options(options());
        request.attributes = attributes;
        let refusal = stytch
            .magic_links()
            .authenticate(request)
            .await
            .unwrap_err();
        refused(&refusal, 401, "attribute_mismatch");
    }
    let request = magic_links::AuthenticateRequest::new(&*token)
        .options(options())
        .attributes(here())
        .session_duration_minutes(60);
    let login = stytch.magic_links().authenticate(request).await.unwrap();
    assert_eq!(login.session.unwrap().attributes, Some(here()));
}

#[tokio::test]
async fn an_invited_user_accepts_and_one_who_is_uninvited_cannot() {
    let (emulator, stytch) = for_users().await;
    let mails = stytch.magic_links();
    let request = email::InviteRequest::new("ada@example.com")
        .name(users::Name::new().first_name("Ada"))
        .trusted_metadata(json!({"plan": "pro"}));
    let invited = mails.email().invite(request).await.unwrap();
    let user = users::GetRequest::new(&invited.user_id);
    let user = stytch.users().get(user).await.unwrap();
    assert_eq!(user.status, UserStatus::Pending);
    assert_eq!(user.name.unwrap().first_name.unwrap(), "Ada");
    assert_eq!(user.trusted_metadata["plan"], "pro");

    let request = magic_links::AuthenticateRequest::new(token_to(&emulator, "ada@example.com"));
    let login = stytch.magic_links().authenticate(request).await.unwrap();
    assert_eq!(login.user_id, invited.user_id);
    assert_eq!(login.user.status, UserStatus::Active);
    let again = mails
        .email()
        .invite(email::InviteRequest::new("ada@example.com"))
        .await;
    refused(&again.unwrap_err(), 400, "duplicate_email");

    let request = email::InviteRequest::new("grace@example.com");
    let invited = mails.email().invite(request).await.unwrap();
    let token = token_to(&emulator, "grace@example.com");
    let request = email::RevokeInviteRequest::new("grace@example.com");
    mails.email().revoke_invite(request).await.unwrap();
    let gone = magic_links::AuthenticateRequest::new(token);
    let gone = stytch.magic_links().authenticate(gone).await.unwrap_err();
    refused(&gone, 404, "magic_link_not_found");
    let gone = users::GetRequest::new(&invited.user_id);
    let gone = stytch.users().get(gone).await.unwrap_err();
    refused(&gone, 404, "user_not_found");
    let accepted = email::RevokeInviteRequest::new("ada@example.com");
    let accepted = mails.email().revoke_invite(accepted).await.unwrap_err();
    refused(&accepted, 404, "email_not_found");
}

#[tokio::test]
async fn an_app_delivers_a_link_itself_and_it_proves_no_address() {
    let (_emulator, stytch) = for_users().await;
    let request = users::CreateRequest::new()
        .email("ada@example.com")
        .external_id("ada");
    let user = stytch.users().create(request).await.unwrap();
    let link = magic_links::CreateRequest::new("ada").expiration_minutes(15);
    let link = stytch.magic_links().create(link).await.unwrap();
    assert_eq!(link.user_id, user.user_id);

    let request = magic_links::AuthenticateRequest::new(link.token);
    let login = stytch.magic_links().authenticate(request).await.unwrap();
    assert_eq!(login.user_id, user.user_id);
    assert!(!login.user.emails[0].verified);

    let nobody = magic_links::CreateRequest::new("grace");
    let nobody = stytch.magic_links().create(nobody).await.unwrap_err();
    refused(&nobody, 404, "user_not_found");
}

#[tokio::test]
async fn a_second_address_stays_if_it_is_proven_in_time() {
    let (emulator, stytch) = for_users().await;
    let login = log_in(&emulator, &stytch, "ada@example.com").await;
    let mails = stytch.magic_links();
    let add = |address: &'static str| {
        email::SendRequest::new(address).session_token(login.session_token.clone())
    };
    let sent = mails.email().send(add("ada@work.example")).await.unwrap();
    assert_eq!(sent.user_id, login.user_id);
    // It is there at once, but not proven, and no further one may wait.
    let get = || users::GetRequest::new(&login.user_id);
    let user = stytch.users().get(get()).await.unwrap();
    assert_eq!(user.emails.len(), 2);
    let third = mails
        .email()
        .send(add("ada@third.example"))
        .await
        .unwrap_err();
    refused(&third, 400, "too_many_unverified_factors");

    // Too late, it is gone, and somebody else may have it.
    emulator.clock().advance(5 * MINUTE);
    let user = stytch.users().get(get()).await.unwrap();
    assert_eq!(user.emails.len(), 1);
    let late = magic_links::AuthenticateRequest::new(token_to(&emulator, "ada@work.example"));
    let late = stytch.magic_links().authenticate(late).await.unwrap_err();
    refused(&late, 401, "unable_to_auth_magic_link");

    // In time, it stays, and the session has both.
    mails.email().send(add("ada@work.example")).await.unwrap();
    let request = magic_links::AuthenticateRequest::new(token_to(&emulator, "ada@work.example"))
        .session_token(login.session_token.clone());
    let both = stytch.magic_links().authenticate(request).await.unwrap();
    assert_eq!(both.session_token, login.session_token);
    assert_eq!(both.session.unwrap().authentication_factors.len(), 2);
    emulator.clock().advance(5 * MINUTE);
    let user = stytch.users().get(get()).await.unwrap();
    assert_eq!(user.emails.len(), 2);

    let other = log_in(&emulator, &stytch, "grace@example.com").await;
    let taken = email::SendRequest::new("ada@work.example").user_id(&other.user_id);
    let taken = mails.email().send(taken).await.unwrap_err();
    refused(&taken, 400, "duplicate_email");
}

#[tokio::test]
async fn the_session_of_somebody_else_is_ignored_and_a_dead_one_refused() {
    let (emulator, stytch) = for_users().await;
    let ada = log_in(&emulator, &stytch, "ada@example.com").await;
    sign_up(&stytch, "grace@example.com").await;
    let request = magic_links::AuthenticateRequest::new(token_to(&emulator, "grace@example.com"))
        .session_token(ada.session_token.clone());
    let grace = stytch.magic_links().authenticate(request).await.unwrap();
    assert!(grace.session.is_none());

    sign_up(&stytch, "grace@example.com").await;
    let token = token_to(&emulator, "grace@example.com");
    let dead = magic_links::AuthenticateRequest::new(&*token).session_token("dead");
    let dead = stytch.magic_links().authenticate(dead).await.unwrap_err();
    refused(&dead, 404, "session_not_found");
    let both = magic_links::AuthenticateRequest::new(&*token)
        .session_token(ada.session_token)
        .session_jwt(ada.session_jwt);
    let both = stytch.magic_links().authenticate(both).await.unwrap_err();
    refused(&both, 400, "too_many_session_arguments");
}

#[tokio::test]
async fn a_session_ends_by_its_time_and_by_logging_out() {
    let (emulator, stytch) = for_users().await;
    let login = log_in(&emulator, &stytch, "ada@example.com").await;
    let check = |token: &Secret| sessions::AuthenticateRequest::new().session_token(token.clone());

    // A JWT that has ended is taken to the service, which gives a new one.
    emulator.clock().advance(6 * MINUTE);
    let jwt = login.session_jwt.expose();
    let stale = stytch
        .sessions()
        .authenticate_jwt_local(jwt)
        .await
        .unwrap_err();
    assert!(stale.needs_login());
    let renewed = stytch.sessions().authenticate_jwt(jwt).await.unwrap();
    let jwt = renewed.session_jwt().unwrap().expose();
    stytch.sessions().authenticate_jwt_local(jwt).await.unwrap();

    let request = check(&login.session_token).session_duration_minutes(120);
    stytch.sessions().authenticate(request).await.unwrap();
    emulator.clock().advance(119 * MINUTE);
    let alive = check(&login.session_token);
    stytch.sessions().authenticate(alive).await.unwrap();
    emulator.clock().advance(MINUTE);
    let over = check(&login.session_token);
    let over = stytch.sessions().authenticate(over).await.unwrap_err();
    refused(&over, 404, "session_not_found");

    let login = log_in(&emulator, &stytch, "ada@example.com").await;
    let list = sessions::GetRequest::new(&login.user_id);
    assert_eq!(stytch.sessions().get(list).await.unwrap().sessions.len(), 1);
    let revoke = || sessions::RevokeRequest::new().session_token(login.session_token.clone());
    stytch.sessions().revoke(revoke()).await.unwrap();
    let gone = stytch.sessions().revoke(revoke()).await.unwrap_err();
    refused(&gone, 404, "session_not_found");
    let none = stytch
        .sessions()
        .revoke(sessions::RevokeRequest::new())
        .await;
    refused(&none.unwrap_err(), 400, "no_session_revoke_arguments");
    let nobody = sessions::GetRequest::new("user-test-of-nobody");
    let nobody = stytch.sessions().get(nobody).await.unwrap_err();
    refused(&nobody, 404, "user_not_found");
}
