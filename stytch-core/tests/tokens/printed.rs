//! What `Debug` shows of checks, and of what they found.

use std::future::IntoFuture as _;

use stytch_core::{introspection::IntrospectRequest, m2m::TokenRequest, rbac::CompiledPolicy};

use crate::support::{MEMBER, ORGANIZATION, World};

#[tokio::test]
async fn checks_are_printed_with_what_they_demand_and_without_their_tokens() {
    let world = World::new();
    let (sessions, idp, m2m) = (world.b2b.sessions(), world.b2b.idp(), world.b2b.m2m());
    let request = || IntrospectRequest::new("marker", "connected-app-test-1");
    for (name, text) in [
        (
            "LocalCheck",
            format!(
                "{:?}",
                sessions
                    .authenticate_jwt_local("marker")
                    .require_permission("documents", "read")
            ),
        ),
        (
            "SessionCheck",
            format!(
                "{:?}",
                sessions
                    .authenticate_jwt("marker")
                    .require_permission("documents", "read")
            ),
        ),
        (
            "LocalIntrospection",
            format!(
                "{:?}",
                idp.introspect_token_local("marker")
                    .require_permission("documents", "read")
            ),
        ),
        (
            "NetworkIntrospection",
            format!(
                "{:?}",
                idp.introspect_token_network(request())
                    .require_permission("documents", "read")
            ),
        ),
        (
            "MachineCheck",
            format!(
                "{:?}",
                m2m.authenticate_token("marker")
                    .require_scopes(["documents"])
            ),
        ),
    ] {
        assert!(text.starts_with(name), "{text}");
        assert!(
            text.contains("documents") && !text.contains("marker"),
            "{text}"
        );
    }
    let check = sessions.authenticate_jwt("marker").into_future();
    assert_eq!(format!("{check:?}"), "CheckFuture { .. }");
    let source = m2m.token_source(TokenRequest::new("m2m-client-test-1", "marker"));
    assert_eq!(format!("{source:?}"), "TokenSource { .. }");
}

#[tokio::test]
async fn what_was_checked_is_printed_with_whom_it_is_about() {
    let world = World::new();
    let session = world.check(&world.member().mint()).await.unwrap();
    let text = format!("{session:?}");
    assert!(text.starts_with("Authenticated") && text.contains(MEMBER));
    assert!(text.contains("is_local: true"), "{text}");

    let machine = world.issuer.machine_token("m2m-client-test-1").mint();
    let machine = world.b2b.m2m().authenticate_token(&machine).await.unwrap();
    let text = format!("{machine:?}");
    assert!(text.starts_with("MachineToken") && text.contains("m2m-client-test-1"));

    let token = world
        .issuer
        .access_token(MEMBER, "connected-app-test-1")
        .organization(ORGANIZATION, "acme")
        .mint();
    let check = world.b2b.idp().introspect_token_local(&token);
    let text = format!("{:?}", check.await.unwrap());
    assert!(text.starts_with("AccessToken") && text.contains("connected-app-test-1"));

    let policy = CompiledPolicy::builder()
        .resource("documents", ["read"])
        .build();
    assert_eq!(format!("{policy:?}"), "CompiledPolicy { resources: 1, .. }");
    let keys = format!("{:?}", world.issuer.key_set());
    assert!(keys.contains(world.issuer.key().key_id()), "{keys}");
}
