//! Tokens that were checked before.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use stytch_b2b::Client;
use stytch_core::{
    AuthorizationError, TokenError,
    rbac::CompiledPolicy,
    testing::{Issuer, SigningKey, TestClock},
};

use crate::{
    server::{Reply, Server},
    support::{World, authorization_error, seconds, start, token_error},
};

/// A world whose clients remember tokens.
fn remembering() -> World {
    let mut world = World::new();
    let policy = CompiledPolicy::builder()
        .role("admin", "documents", ["delete"])
        .build();
    world.b2b = world
        .issuer
        .client()
        .remember_tokens(16)
        .policy(policy)
        .build()
        .unwrap();
    world.consumer = world.issuer.client().remember_tokens(16).build().unwrap();
    world
}

#[tokio::test]
async fn the_same_session_comes_out_again() {
    let world = remembering();
    let jwt = world.member().role("admin").claim("plan", "pro").mint();
    let first = world.check(&jwt).await.unwrap();
    let second = world.check(&jwt).await.unwrap();
    // it really is the one that was read before
    assert!(std::ptr::eq(first.session(), second.session()));
    world.b2b.forget_tokens();
    let third = world.check(&jwt).await.unwrap();
    assert!(!std::ptr::eq(first.session(), third.session()));
    assert_eq!(first.session(), third.session());
    drop((first, second));
    assert_eq!(third.into_session().custom_claims["plan"], "pro");
}

#[tokio::test]
async fn time_goes_on() {
    let world = remembering();
    let jwt = world.member().mint();
    let short = world.member().session_expires_in(seconds(60)).mint();
    let with_leeway = async |leeway| {
        world
            .b2b
            .sessions()
            .authenticate_jwt_local(&jwt)
            .leeway(seconds(leeway))
            .await
    };
    for jwt in [&jwt, &short] {
        world.check(jwt).await.unwrap();
    }
    world.clock.advance(seconds(60));
    world.check(&jwt).await.unwrap();
    assert_eq!(world.refusal(&short).await, TokenError::SessionExpired);
    world.clock.advance(seconds(240));
    assert_eq!(world.refusal(&jwt).await, TokenError::Expired);
    assert!(with_leeway(1).await.is_ok());
    assert!(with_leeway(0).await.is_err());
    world.clock.set(start());
    world.check(&jwt).await.unwrap();
    world.clock.set("2025-01-01T09:59:59Z".parse().unwrap());
    assert_eq!(world.refusal(&jwt).await, TokenError::NotYetValid);
    assert!(with_leeway(1).await.is_ok());
}

#[tokio::test]
async fn the_age_rule_is_that_of_the_call() {
    let world = remembering();
    let jwt = world.member().mint();
    world.check(&jwt).await.unwrap();
    world.clock.advance(seconds(30));
    for (age, passes) in [(31, true), (30, false), (0, false), (300, true)] {
        let check = world
            .b2b
            .sessions()
            .authenticate_jwt_local(&jwt)
            .max_token_age(seconds(age));
        match check.await {
            Ok(_) => assert!(passes, "{age}"),
            Err(error) => {
                assert!(!passes, "{age}");
                assert_eq!(token_error(&error), TokenError::TooOld);
            }
        }
    }
}

#[tokio::test]
async fn permissions_are_asked_each_time() {
    let world = remembering();
    let jwt = world.member().role("editor").mint();
    world.check(&jwt).await.unwrap();
    for (organization, reason) in [
        ("organization-test-1", AuthorizationError::NotPermitted),
        ("organization-test-2", AuthorizationError::TenancyMismatch),
    ] {
        let check = world.b2b.sessions().authenticate_jwt_local(&jwt);
        let error = check
            .authorize(organization, "documents", "delete")
            .await
            .unwrap_err();
        assert_eq!(authorization_error(&error), reason);
    }
    let token = world
        .issuer
        .machine_token("m2m-client-test-1")
        .scope("read:users")
        .mint();
    world.b2b.m2m().authenticate_token(&token).await.unwrap();
    let check = world
        .b2b
        .m2m()
        .authenticate_token(&token)
        .require_scopes(["write:users"]);
    let error = check.await.unwrap_err();
    assert_eq!(
        authorization_error(&error),
        AuthorizationError::MissingScopes
    );
}

#[tokio::test]
async fn refused_tokens_and_other_kinds_are_not_remembered() {
    let world = remembering();
    let jwt = world.member().mint();
    let forged = world.member().forged().mint();
    for _ in 0..2 {
        world.check(&jwt).await.unwrap();
        assert_eq!(world.refusal(&forged).await, TokenError::InvalidSignature);
        let error = world.b2b.m2m().authenticate_token(&jwt).await.unwrap_err();
        assert_eq!(token_error(&error), TokenError::WrongKind);
        let error = world.check_user(&jwt).await.unwrap_err();
        assert_eq!(token_error(&error), TokenError::WrongVertical);
    }
    // a letter more or less is another token
    for other in [
        format!("{jwt}A"),
        jwt[..jwt.len() - 1].to_owned(),
        format!(" {jwt}"),
    ] {
        world.check(&other).await.unwrap_err();
    }
}

#[tokio::test]
async fn a_change_of_keys_is_a_change_of_mind() {
    let old = Issuer::new().key().named("old");
    let new = SigningKey::generate("new");
    let stage = Arc::new(AtomicUsize::new(0));
    let state = Arc::clone(&stage);
    let both = serde_json::json!({"keys": [old.to_jwk(), new.to_jwk()]});
    let one = serde_json::json!({"keys": [new.to_jwk()]});
    let server = Server::start(move |_, _| {
        let set = if state.load(Ordering::SeqCst) == 0 {
            both.clone()
        } else {
            one.clone()
        };
        async move { Reply::Json(200, set) }
    })
    .await;
    let clock = TestClock::at(start());
    let issuer = Issuer::new().with_key(old).with_clock(clock.clone());
    let ticking = clock.clone();
    let client = Client::builder(issuer.project_id(), "secret-test")
        .base_url(&server.url)
        .clock(move || stytch_core::Clock::now(&ticking))
        .remember_tokens(16)
        .build()
        .unwrap();
    let token = issuer.member_session("member-test-1", "organization-test-1");
    let jwt = token
        .expires_in(seconds(100_000))
        .session_expires_in(seconds(100_000))
        .mint();
    let check = || async {
        client
            .sessions()
            .authenticate_jwt_local(&jwt)
            .await
            .unwrap()
    };
    let first = check().await;
    // it was remembered although keys had to be fetched for it
    assert!(std::ptr::eq(first.session(), check().await.session()));

    // the same keys again: nothing changes
    clock.advance(seconds(3600));
    client
        .sessions()
        .authenticate_jwt_local(&jwt)
        .await
        .unwrap();
    while server.requests().len() < 2 {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    let again = client
        .sessions()
        .authenticate_jwt_local(&jwt)
        .await
        .unwrap();
    let first_again = client
        .sessions()
        .authenticate_jwt_local(&jwt)
        .await
        .unwrap();
    assert!(std::ptr::eq(again.session(), first_again.session()));
    drop(first);

    // the key is withdrawn, and nothing it has signed is remembered
    stage.store(1, Ordering::SeqCst);
    clock.advance(seconds(3600));
    client
        .sessions()
        .authenticate_jwt_local(&jwt)
        .await
        .unwrap();
    while server.requests().len() < 3 {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    let error = client
        .sessions()
        .authenticate_jwt_local(&jwt)
        .await
        .unwrap_err();
    assert_eq!(token_error(&error), TokenError::UnknownKey);
}

#[tokio::test]
async fn what_is_remembered_has_no_spare_room() {
    let world = remembering();
    let factor = serde_json::json!({"type": "otp", "delivery_method": "sms"});
    let token = (0..5).fold(world.member(), |token, _| token.factor(factor.clone()));
    let session = world.check(&token.mint()).await.unwrap();
    assert_eq!(session.authentication_factors.len(), 5);
    assert_eq!(session.authentication_factors.capacity(), 5);
}

#[tokio::test]
async fn a_fetch_that_brings_the_same_keys_forgets_nothing() {
    let clock = TestClock::at(start());
    let issuer = Issuer::new().with_clock(clock.clone());
    let keys = issuer.jwks();
    let server = Server::start(move |_, _| {
        let keys = keys.clone();
        async move { Reply::Json(200, keys) }
    })
    .await;
    let ticking = clock.clone();
    let client = Client::builder(issuer.project_id(), "secret-test")
        .base_url(&server.url)
        .clock(move || stytch_core::Clock::now(&ticking))
        .remember_tokens(16)
        .build()
        .unwrap();
    let token = issuer.member_session("member-test-1", "organization-test-1");
    let (day, hours) = (seconds(24 * 3600), seconds(4 * 3600));
    let jwt = token.session_expires_in(day).expires_in(hours).mint();
    let check = async || {
        let check = client.sessions().authenticate_jwt_local(&jwt);
        check.await.unwrap()
    };
    let first = check().await;
    // fetched anew in the background
    clock.advance(seconds(3600));
    assert!(std::ptr::eq(first.session(), check().await.session()));
    while server.requests().len() < 2 {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    assert!(std::ptr::eq(first.session(), check().await.session()));
}
