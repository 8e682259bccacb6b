//! Tokens of one kind where another is expected.

use serde_json::json;
use stytch_core::{Claim, TokenError};

use crate::support::{ORGANIZATION, World, token_error};

#[tokio::test]
async fn a_session_belongs_to_its_vertical() {
    let world = World::new();
    let (member, user) = (world.member().mint(), world.user().mint());
    assert!(world.check(&member).await.is_ok());
    assert!(world.check_user(&user).await.is_ok());
    assert_eq!(world.refusal(&user).await, TokenError::WrongVertical);
    let error = world.check_user(&member).await.unwrap_err();
    assert_eq!(token_error(&error), TokenError::WrongVertical);
}

#[tokio::test]
async fn machines_and_apps_have_no_session() {
    let world = World::new();
    for token in [
        world
            .issuer
            .machine_token("m2m-client-test-1")
            .scope("read:users")
            .mint(),
        world
            .issuer
            .access_token("member-test-1", "connected-app-test-1")
            .mint(),
        world
            .issuer
            .access_token("m", "c")
            .organization(ORGANIZATION, "acme")
            .mint(),
    ] {
        assert_eq!(world.refusal(&token).await, TokenError::WrongKind);
        let error = world.check_user(&token).await.unwrap_err();
        assert_eq!(token_error(&error), TokenError::WrongKind);
    }
}

#[tokio::test]
async fn a_session_is_no_machine_and_no_app() {
    let world = World::new();
    // not even with claims of the app's own that look like it
    for token in [
        world.member().mint(),
        world.member().claim("scope", "read:users").mint(),
        world
            .member()
            .claim("scope", "read:users")
            .claim("client_id", "member-test-1")
            .mint(),
    ] {
        let error = world
            .b2b
            .m2m()
            .authenticate_token(&token)
            .await
            .unwrap_err();
        assert_eq!(token_error(&error), TokenError::WrongKind);
        let error = world
            .b2b
            .idp()
            .introspect_token_local(&token)
            .await
            .unwrap_err();
        assert_eq!(token_error(&error), TokenError::WrongKind);
    }
}

#[tokio::test]
async fn machines_and_apps_are_told_apart() {
    let world = World::new();
    let machine = world
        .issuer
        .machine_token("m2m-client-test-1")
        .scope("read:users");
    let app = world
        .issuer
        .access_token("member-test-1", "connected-app-test-1")
        .organization(ORGANIZATION, "acme")
        .scope("read:users");
    assert!(
        world
            .b2b
            .m2m()
            .authenticate_token(&machine.mint())
            .await
            .is_ok()
    );
    assert!(
        world
            .b2b
            .idp()
            .introspect_token_local(&app.mint())
            .await
            .is_ok()
    );
    let error = world
        .b2b
        .m2m()
        .authenticate_token(&app.mint())
        .await
        .unwrap_err();
    assert_eq!(token_error(&error), TokenError::WrongKind);
    let error = world
        .b2b
        .idp()
        .introspect_token_local(&machine.mint())
        .await
        .unwrap_err();
    assert_eq!(token_error(&error), TokenError::WrongKind);
    // a machine that names itself is still one
    let named = machine.claim("client_id", "m2m-client-test-1").mint();
    assert!(world.b2b.m2m().authenticate_token(&named).await.is_ok());
    let error = world
        .b2b
        .idp()
        .introspect_token_local(&named)
        .await
        .unwrap_err();
    assert_eq!(token_error(&error), TokenError::WrongKind);
}

#[tokio::test]
async fn an_app_acts_in_its_vertical() {
    let world = World::new();
    let token = world
        .issuer
        .access_token("user-test-1", "connected-app-test-1")
        .mint();
    assert!(
        world
            .consumer
            .idp()
            .introspect_token_local(&token)
            .await
            .is_ok()
    );
    let error = world
        .b2b
        .idp()
        .introspect_token_local(&token)
        .await
        .unwrap_err();
    assert_eq!(token_error(&error), TokenError::WrongVertical);
    let token = world
        .issuer
        .access_token("member-test-1", "connected-app-test-1")
        .organization(ORGANIZATION, "acme")
        .mint();
    let error = world
        .consumer
        .idp()
        .introspect_token_local(&token)
        .await
        .unwrap_err();
    assert_eq!(token_error(&error), TokenError::WrongVertical);
}

#[tokio::test]
async fn the_claims_of_a_kind_must_be_well_formed() {
    let world = World::new();
    let session = Claim::Session.as_str();
    let organization = Claim::Organization.as_str();
    for odd in [
        json!(null),
        json!([]),
        json!("s"),
        json!({}),
        json!({"id": ""}),
        json!({"id": 1}),
    ] {
        let refusal = world
            .refusal(&world.member().claim(session, odd.clone()).mint())
            .await;
        assert_eq!(refusal, TokenError::InvalidClaim(Claim::Session), "{odd}");
    }
    for (member, odd) in [
        ("id", json!(null)),
        ("expires_at", json!(1)),
        ("expires_at", json!("2025-13-01T00:00:00Z")),
        ("roles", json!("admin")),
        ("roles", json!([1])),
        ("roles", json!({"admin": true})),
    ] {
        let refusal = world
            .refusal(&world.member().session_member(member, odd.clone()).mint())
            .await;
        assert_eq!(
            refusal,
            TokenError::InvalidClaim(Claim::Session),
            "{member}: {odd}"
        );
    }
    for odd in [
        json!(null),
        json!("o"),
        json!({}),
        json!({"slug": "acme"}),
        json!({"organization_id": ""}),
        json!({"organization_id": null}),
        json!({"organization_id": ["o"]}),
    ] {
        let refusal = world
            .refusal(&world.member().claim(organization, odd.clone()).mint())
            .await;
        assert_eq!(
            refusal,
            TokenError::InvalidClaim(Claim::Organization),
            "{odd}"
        );
    }

    let machine = world.issuer.machine_token("m2m-client-test-1");
    for (token, reason) in [
        (
            machine.clone().without_claim("scope"),
            TokenError::MissingClaim(Claim::Scope),
        ),
        (
            machine.clone().claim("scope", json!(null)),
            TokenError::InvalidClaim(Claim::Scope),
        ),
        (
            machine.clone().claim("scope", json!(["a"])),
            TokenError::InvalidClaim(Claim::Scope),
        ),
        (machine.claim("client_id", 7), TokenError::WrongKind),
    ] {
        let error = world
            .b2b
            .m2m()
            .authenticate_token(&token.mint())
            .await
            .unwrap_err();
        assert_eq!(token_error(&error), reason);
    }
    let app = world
        .issuer
        .access_token("user-test-1", "connected-app-test-1");
    for (token, reason) in [
        (
            app.clone().without_claim("scope"),
            TokenError::MissingClaim(Claim::Scope),
        ),
        (
            app.clone().claim("client_id", 7),
            TokenError::InvalidClaim(Claim::ClientId),
        ),
        (app.clone().claim("client_id", ""), TokenError::WrongKind),
        (app.without_claim("client_id"), TokenError::WrongKind),
    ] {
        let error = world
            .consumer
            .idp()
            .introspect_token_local(&token.mint())
            .await
            .unwrap_err();
        assert_eq!(token_error(&error), reason);
    }
}
