//! What tokens say about who made them, for whom and when.

use std::future::IntoFuture as _;

use serde_json::{Value, json};
use stytch_core::{Claim, TokenError};

use crate::support::{World, seconds, start, token_error};

#[tokio::test]
async fn every_registered_claim_is_needed() {
    let world = World::new();
    for (name, claim) in [
        ("iss", Claim::Issuer),
        ("aud", Claim::Audience),
        ("sub", Claim::Subject),
        ("exp", Claim::Expiry),
        ("nbf", Claim::NotBefore),
        ("iat", Claim::IssuedAt),
    ] {
        let refusal = world
            .refusal(&world.member().without_claim(name).mint())
            .await;
        assert_eq!(refusal, TokenError::MissingClaim(claim));
        for odd in [
            json!(null),
            json!(true),
            json!({}),
            json!(1.5),
            json!(-1),
            json!([1]),
        ] {
            let refusal = world
                .refusal(&world.member().claim(name, odd.clone()).mint())
                .await;
            assert_eq!(refusal, TokenError::InvalidClaim(claim), "{name}: {odd}");
        }
    }
    let refusal = world.refusal(&world.member().claim("sub", "").mint()).await;
    assert_eq!(refusal, TokenError::InvalidClaim(Claim::Subject));
    assert!(
        world
            .check(&world.member().without_claim("jti").mint())
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn the_issuer_is_the_project_or_the_base_url() {
    let world = World::new();
    let project = world.issuer.project_id().to_owned();
    let custom: stytch_b2b::Client = world
        .issuer
        .client()
        .base_url("https://login.example.com/")
        // nothing is fetched; an https address needs a client that speaks TLS or is the app's
        .http_client(reqwest::Client::new())
        .build()
        .unwrap();
    for (issuer, accepted) in [
        (format!("stytch.com/{project}"), true),
        ("https://login.example.com".to_owned(), true),
        ("https://login.example.com/".to_owned(), false),
        ("http://login.example.com".to_owned(), false),
        ("https://login.example.com.evil.example".to_owned(), false),
        ("https://test.stytch.com".to_owned(), false),
        (format!("stytch.com/{project}0"), false),
        (format!("https://stytch.com/{project}"), false),
        ("stytch.com/project-test-2".to_owned(), false),
        ("stytch.com/".to_owned(), false),
        (String::new(), false),
    ] {
        let jwt = world.member().claim("iss", issuer.clone()).mint();
        let result = custom.sessions().authenticate_jwt_local(&jwt).await;
        match result {
            Ok(_) => assert!(accepted, "{issuer}"),
            Err(error) => {
                assert!(!accepted, "{issuer}");
                assert_eq!(token_error(&error), TokenError::WrongIssuer);
            }
        }
    }
}

#[tokio::test]
async fn several_domains_of_the_project_are_accepted_at_once() {
    let world = World::new();
    let client: stytch_b2b::Client = world
        .issuer
        .client()
        .accept_issuer("https://one.example.com")
        .accept_issuer("https://two.example.com/")
        .accept_issuer("")
        .build()
        .unwrap();
    for (issuer, accepted) in [
        ("https://one.example.com", true),
        ("https://two.example.com", true),
        (&*format!("stytch.com/{}", world.issuer.project_id()), true),
        ("https://two.example.com/", false),
        ("https://one.example.com.evil.example", false),
        ("https://three.example.com", false),
        ("", false),
    ] {
        let jwt = world.member().claim("iss", issuer).mint();
        let session = client.sessions().authenticate_jwt_local(&jwt).await;
        assert_eq!(session.is_ok(), accepted, "{issuer}");
        let token = world
            .issuer
            .access_token("member-test-1", "connected-app-test-1");
        let token = token
            .organization("organization-test-1", "acme")
            .claim("iss", issuer)
            .mint();
        let token = client.idp().introspect_token_local(&token).await;
        assert_eq!(token.is_ok(), accepted, "{issuer}");
        assert!(world.check(&jwt).await.is_ok() == issuer.starts_with("stytch.com/"));
    }
}

#[tokio::test]
async fn a_check_that_is_kept_judges_by_the_time_at_which_it_is_awaited() {
    let world = World::new();
    let jwt = world.member().mint();
    let machine = world.issuer.machine_token("m2m-client-test-1").mint();
    let app = world
        .issuer
        .access_token("member-test-1", "connected-app-test-1");
    let app = app.organization("organization-test-1", "acme").mint();
    let local = world
        .b2b
        .sessions()
        .authenticate_jwt_local(&jwt)
        .into_future();
    let machine = world.b2b.m2m().authenticate_token(&machine).into_future();
    let app = world.b2b.idp().introspect_token_local(&app).into_future();
    world.clock.advance(seconds(3600));
    for error in [
        local.await.unwrap_err(),
        machine.await.unwrap_err(),
        app.await.unwrap_err(),
    ] {
        assert_eq!(token_error(&error), TokenError::Expired);
    }
}

#[tokio::test]
async fn the_audience_holds_the_project() {
    let world = World::new();
    let project = world.issuer.project_id();
    for audience in [
        json!(project),
        json!([project]),
        json!(["other", project, "another"]),
    ] {
        let jwt = world.member().claim("aud", audience.clone()).mint();
        assert!(world.check(&jwt).await.is_ok(), "{audience}");
    }
    for audience in [
        json!("other"),
        json!([]),
        json!(["other"]),
        json!(""),
        json!([""]),
    ] {
        let refusal = world
            .refusal(&world.member().claim("aud", audience.clone()).mint())
            .await;
        assert_eq!(refusal, TokenError::WrongAudience, "{audience}");
    }
    for odd in [
        json!([project, 1]),
        json!([[project]]),
        json!([null]),
        json!({ project: 1 }),
    ] {
        let refusal = world
            .refusal(&world.member().claim("aud", odd.clone()).mint())
            .await;
        assert_eq!(refusal, TokenError::InvalidClaim(Claim::Audience), "{odd}");
    }
}

#[tokio::test]
async fn issuer_and_audience_come_before_all_other_claims() {
    let world = World::new();
    let odd = || world.member().claim("exp", "odd").claim("sub", 7);
    for (token, reason) in [
        (
            odd().claim("iss", "stytch.com/other"),
            TokenError::WrongIssuer,
        ),
        (odd().claim("aud", "other"), TokenError::WrongAudience),
        (odd(), TokenError::InvalidClaim(Claim::Subject)),
        (odd().payload("{}"), TokenError::MissingClaim(Claim::Issuer)),
    ] {
        assert_eq!(world.refusal(&token.mint()).await, reason);
    }
}

#[tokio::test]
async fn numbers_that_are_no_times_are_refused() {
    let world = World::new();
    let now = start().unix_seconds();
    let huge: Value = serde_json::from_str("123456789012345678901234567890").unwrap();
    for (name, claim) in [
        ("exp", Claim::Expiry),
        ("nbf", Claim::NotBefore),
        ("iat", Claim::IssuedAt),
    ] {
        for odd in [
            json!(f64::from(i32::try_from(now).unwrap()) + 300.5),
            json!(f64::from(i32::try_from(now).unwrap())),
            json!(now.to_string()),
            json!(-now),
            json!(i64::MIN),
            json!(u64::MAX),
            json!(i64::MAX),
            json!(253_402_300_800_u64),
            huge.clone(),
            json!(1e300),
            json!(1.7e9),
            json!(-0.0),
        ] {
            let refusal = world
                .refusal(&world.member().claim(name, odd.clone()).mint())
                .await;
            assert_eq!(refusal, TokenError::InvalidClaim(claim), "{name}: {odd}");
        }
    }
    // far away, but a time
    let jwt = world.member().claim("exp", 253_402_300_799_u64).mint();
    assert!(world.check(&jwt).await.is_ok());
    let jwt = world.member().claim("iat", 0).claim("nbf", 0).mint();
    assert!(world.check(&jwt).await.is_ok());
}

#[tokio::test]
async fn a_token_lives_from_its_first_second_to_before_its_last() {
    let world = World::new();
    let jwt = world.member().issued_at(start()).mint();
    let at = async |offset: i64, leeway: u64| {
        let time = start().unix_seconds() + offset;
        world
            .clock
            .set(stytch_core::Timestamp::from_unix_seconds(time).unwrap());
        let check = world
            .b2b
            .sessions()
            .authenticate_jwt_local(&jwt)
            .leeway(seconds(leeway));
        check.await.map(|_| ()).map_err(|error| token_error(&error))
    };
    assert_eq!(at(-1, 0).await, Err(TokenError::NotYetValid));
    assert_eq!(at(0, 0).await, Ok(()));
    assert_eq!(at(299, 0).await, Ok(()));
    assert_eq!(at(300, 0).await, Err(TokenError::Expired));
    assert_eq!(at(-10, 10).await, Ok(()));
    assert_eq!(at(-11, 10).await, Err(TokenError::NotYetValid));
    assert_eq!(at(309, 10).await, Ok(()));
    assert_eq!(at(310, 10).await, Err(TokenError::Expired));

    // the two beginnings count on their own
    world.clock.set(start());
    let later = start().unix_seconds() + 1;
    for name in ["nbf", "iat"] {
        let refusal = world
            .refusal(&world.member().claim(name, later).mint())
            .await;
        assert_eq!(refusal, TokenError::NotYetValid, "{name}");
    }
}

#[tokio::test]
async fn fractions_of_seconds_count_on_the_side_of_the_clock() {
    let world = World::new();
    let jwt = world.member().mint();
    world
        .clock
        .advance(seconds(299) + std::time::Duration::from_millis(999));
    assert!(world.check(&jwt).await.is_ok());
    world.clock.advance(std::time::Duration::from_millis(1));
    assert_eq!(world.refusal(&jwt).await, TokenError::Expired);
}

#[tokio::test]
async fn a_token_can_be_too_old_before_it_ends() {
    let world = World::new();
    let jwt = world.member().mint();
    let check = async |age: u64| {
        let check = world
            .b2b
            .sessions()
            .authenticate_jwt_local(&jwt)
            .max_token_age(seconds(age));
        check.await.map(|_| ()).map_err(|error| token_error(&error))
    };
    // made this very second, and yet
    assert_eq!(check(0).await, Err(TokenError::TooOld));
    assert_eq!(check(1).await, Ok(()));
    world.clock.advance(seconds(59));
    assert_eq!(check(60).await, Ok(()));
    assert_eq!(check(59).await, Err(TokenError::TooOld));
    world.clock.advance(seconds(1));
    assert_eq!(check(60).await, Err(TokenError::TooOld));
    assert_eq!(check(u64::MAX).await, Ok(()));
    world.clock.advance(seconds(240));
    assert_eq!(check(u64::MAX).await, Err(TokenError::Expired));

    // leeway does not count for it, not even for a token that was made in the future
    world.clock.set(start());
    let check = async |jwt: &str, age: u64, leeway: u64| {
        let check = world.b2b.sessions().authenticate_jwt_local(jwt);
        let check = check.max_token_age(seconds(age)).leeway(seconds(leeway));
        check.await.map(|_| ()).map_err(|error| token_error(&error))
    };
    let later = start().unix_seconds() + 5;
    let early = world
        .member()
        .claim("iat", later)
        .claim("nbf", later)
        .mint();
    assert_eq!(check(&early, 1, 10).await, Ok(()));
    assert_eq!(check(&early, 0, 10).await, Err(TokenError::TooOld));
    assert_eq!(check(&early, 1, u64::MAX).await, Ok(()));
    world.clock.advance(seconds(60));
    assert_eq!(check(&jwt, 60, 30).await, Err(TokenError::TooOld));
}

#[tokio::test]
async fn a_session_that_has_ended_takes_its_token_along() {
    let world = World::new();
    let jwt = world.member().session_expires_in(seconds(60)).mint();
    world.clock.advance(seconds(59));
    assert!(world.check(&jwt).await.is_ok());
    world.clock.advance(seconds(1));
    assert_eq!(world.refusal(&jwt).await, TokenError::SessionExpired);
    let check = world
        .b2b
        .sessions()
        .authenticate_jwt_local(&jwt)
        .leeway(seconds(1));
    assert!(check.await.is_ok());
}
