//! People who log in, from the first mail to the last session, over HTTP.

use std::time::Duration;

use stytch_b2b::discovery::{self, MembershipType, intermediate_sessions};
use stytch_b2b::magic_links::{self, email};
use stytch_b2b::{Client, ErrorType, Secret, organizations, sessions};
use stytch_emulator::Emulator;

/// Asks for a mail, follows its link and gives the token of the intermediate session.
async fn discover(emulator: &Emulator, stytch: &Client, address: &str) -> Secret {
    let request = email::discovery::SendRequest::new(address);
    stytch
        .magic_links()
        .email()
        .discovery()
        .send(request)
        .await
        .unwrap();
    let token = token_to(emulator, address).await;
    let request = magic_links::discovery::AuthenticateRequest::new(token);
    let found = stytch
        .magic_links()
        .discovery()
        .authenticate(request)
        .await
        .unwrap();
    assert_eq!(found.email_address, address);
    found.intermediate_session_token
}

async fn token_to(emulator: &Emulator, address: &str) -> String {
    let inbox = emulator.messages().to(address);
    let mail = inbox.next_within(Duration::from_secs(5)).await.unwrap();
    let token = mail.token.unwrap();
    assert!(mail.link.unwrap().contains("token="));
    token
}

#[tokio::test]
async fn a_founder_signs_up_by_mail_and_is_the_admin() {
    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.b2b_client();
    let begun = discover(&emulator, &stytch, "ada@example.com").await;

    let request = discovery::organizations::CreateRequest::new(begun.clone())
        .organization_name("Acme Co")
        .organization_slug("acme-co")
        .session_duration_minutes(30);
    let login = stytch
        .discovery()
        .organizations()
        .create(request)
        .await
        .unwrap();
    assert!(login.member_authenticated);
    assert!(login.member.is_admin);
    assert_eq!(login.organization.unwrap().organization_slug, "acme-co");

    // The JWT is real: it is checked here, with the keys that the emulator publishes.
    let jwt = login.session_jwt.expose();
    let session = stytch.sessions().authenticate_jwt_local(jwt).await.unwrap();
    assert_eq!(session.member_id, login.member_id);
    assert!(session.is_local());
    let verdict = session.require_permission("stytch.member", "search").await;
    assert!(verdict.unwrap().granted_by().eq(["stytch_admin"]));
    let denied = session
        .require_permission("documents", "read")
        .await
        .unwrap_err();
    assert!(denied.is_forbidden(), "{denied}");

    // Neither the link nor the intermediate session works again.
    let again = discovery::organizations::CreateRequest::new(begun);
    let refused = stytch
        .discovery()
        .organizations()
        .create(again)
        .await
        .unwrap_err();
    assert!(
        refused.is_type("intermediate_session_not_found"),
        "{refused}"
    );
    let used = emulator.messages().all().pop().unwrap().token.unwrap();
    let again = magic_links::discovery::AuthenticateRequest::new(used);
    let refused = stytch
        .magic_links()
        .discovery()
        .authenticate(again)
        .await
        .unwrap_err();
    assert_eq!(refused.status().unwrap().as_u16(), 401);
    assert!(refused.is_type("unable_to_auth_magic_link"), "{refused}");
}

#[tokio::test]
async fn an_invited_colleague_accepts_and_is_found_by_discovery_from_then_on() {
    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.b2b_client();
    let request = organizations::CreateRequest::new("Acme Co");
    let organization = stytch
        .organizations()
        .create(request)
        .await
        .unwrap()
        .organization;
    let id = &organization.organization_id;

    let request = email::InviteRequest::new(id, "grace@example.com").name("Grace");
    let invited = stytch.magic_links().email().invite(request).await.unwrap();
    assert_eq!(invited.member.status, organizations::MemberStatus::Invited);

    let token = token_to(&emulator, "grace@example.com").await;
    let request = magic_links::AuthenticateRequest::new(token);
    let login = stytch.magic_links().authenticate(request).await.unwrap();
    assert_eq!(login.member.status, organizations::MemberStatus::Active);
    assert!(login.member.email_address_verified);
    assert_eq!(login.member_session.unwrap().roles, ["stytch_member"]);

    let begun = discover(&emulator, &stytch, "grace@example.com").await;
    let request =
        discovery::organizations::ListRequest::new().intermediate_session_token(begun.clone());
    let list = stytch
        .discovery()
        .organizations()
        .list(request)
        .await
        .unwrap();
    let membership = list.discovered_organizations[0]
        .membership
        .as_ref()
        .unwrap();
    assert_eq!(membership.r#type, MembershipType::ActiveMember);

    let request = intermediate_sessions::ExchangeRequest::new(begun, id);
    let login = stytch
        .discovery()
        .intermediate_sessions()
        .exchange(request)
        .await
        .unwrap();
    assert!(login.member_authenticated);
}

#[tokio::test]
async fn a_link_that_is_too_old_logs_nobody_in() {
    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.b2b_client();
    let request = email::discovery::SendRequest::new("ada@example.com");
    stytch
        .magic_links()
        .email()
        .discovery()
        .send(request)
        .await
        .unwrap();
    let token = token_to(&emulator, "ada@example.com").await;

    emulator.clock().advance(Duration::from_secs(60 * 60));
    let request = magic_links::discovery::AuthenticateRequest::new(token);
    let refused = stytch
        .magic_links()
        .discovery()
        .authenticate(request)
        .await
        .unwrap_err();
    assert!(refused.is_type("unable_to_auth_magic_link"), "{refused}");
}

#[tokio::test]
async fn a_session_ends_by_its_time_and_by_logging_out() {
    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.b2b_client();
    let begun = discover(&emulator, &stytch, "ada@example.com").await;
    let request = discovery::organizations::CreateRequest::new(begun).session_duration_minutes(30);
    let login = stytch
        .discovery()
        .organizations()
        .create(request)
        .await
        .unwrap();
    let token = &login.session_token;

    // A JWT that has ended is taken to the service, which gives a new one.
    emulator.clock().advance(Duration::from_secs(6 * 60));
    let jwt = login.session_jwt.expose();
    let stale = stytch
        .sessions()
        .authenticate_jwt_local(jwt)
        .await
        .unwrap_err();
    assert!(stale.needs_login());
    let renewed = stytch.sessions().authenticate_jwt(jwt).await.unwrap();
    assert!(!renewed.is_local());
    let jwt = renewed.session_jwt().unwrap().expose();
    stytch.sessions().authenticate_jwt_local(jwt).await.unwrap();

    // Extended, it lives on.
    emulator.clock().advance(Duration::from_secs(20 * 60));
    let request = sessions::AuthenticateRequest::new()
        .session_token(token.clone())
        .session_duration_minutes(60);
    stytch.sessions().authenticate(request).await.unwrap();
    emulator.clock().advance(Duration::from_secs(50 * 60));
    let check = || sessions::AuthenticateRequest::new().session_token(token.clone());
    stytch.sessions().authenticate(check()).await.unwrap();

    let request = sessions::RevokeRequest::new().session_token(token.clone());
    stytch.sessions().revoke(request).await.unwrap();
    let refused = stytch.sessions().authenticate(check()).await.unwrap_err();
    assert_eq!(refused.error_type(), Some(&ErrorType::SessionNotFound));
    assert!(refused.needs_login());
}
