//! What a check demands beside a good token: organizations and permissions, one or several.

use stytch_b2b::Client;
use stytch_core::{
    AuthorizationError, Error,
    rbac::{CompiledPolicy, Verdict},
    session::{Authenticated, CheckSession},
};

use crate::support::{ORGANIZATION, World, authorization_error, seconds};

fn policy() -> CompiledPolicy {
    CompiledPolicy::builder()
        .role("viewer", "documents", ["read"])
        .role("editor", "documents", ["read", "write"])
        .scope("documents:read", "documents", ["read"])
        .scope("logs", "logs", ["*"])
        .build()
}

/// A world whose clients have a policy.
fn world() -> World {
    let mut world = World::new();
    world.b2b = world.issuer.client().policy(policy()).build().unwrap();
    world.consumer = world.issuer.client().policy(policy()).build().unwrap();
    world
}

fn grants(verdicts: &[Verdict]) -> Vec<Vec<&str>> {
    verdicts
        .iter()
        .map(|verdict| verdict.granted_by().collect())
        .collect()
}

fn refused<T: std::fmt::Debug>(result: Result<T, Error>, reason: AuthorizationError) {
    assert_eq!(authorization_error(&result.unwrap_err()), reason);
}

#[tokio::test]
async fn several_permissions_must_all_hold() {
    let world = world();
    let jwt = world.member().role("viewer").role("editor").mint();
    let (local, either) = (
        || world.b2b.sessions().authenticate_jwt_local(&jwt),
        || world.b2b.sessions().authenticate_jwt(&jwt),
    );
    for (first, second, allowed) in [
        ("read", "write", true),
        ("write", "read", true),
        ("delete", "read", false),
        ("read", "delete", false),
    ] {
        let local = local()
            .authorize(ORGANIZATION, "documents", first)
            .authorize(ORGANIZATION, "documents", second)
            .await;
        let either = either()
            .authorize(ORGANIZATION, "documents", first)
            .authorize(ORGANIZATION, "documents", second)
            .await;
        for result in [local, either] {
            if allowed {
                let session = result.unwrap();
                let of = |action| match action {
                    "read" => vec!["viewer", "editor"],
                    _ => vec!["editor"],
                };
                assert_eq!(grants(session.verdicts()), [of(first), of(second)]);
                assert_eq!(session.verdict(), session.verdicts().first());
            } else {
                refused(result, AuthorizationError::NotPermitted);
            }
        }
    }
    let check = local().authorize("organization-test-2", "documents", "read");
    let check = check.authorize(ORGANIZATION, "documents", "read");
    refused(check.await, AuthorizationError::TenancyMismatch);
}

#[tokio::test]
async fn several_permissions_of_users_and_apps_must_all_hold() {
    let world = world();
    let jwt = world.user().role("viewer").mint();
    let check = || world.consumer.sessions().authenticate_jwt_local(&jwt);
    let session = check()
        .authorize("documents", "read")
        .require_permission("documents", "read");
    assert_eq!(session.await.unwrap().verdicts().len(), 2);
    let check = check()
        .authorize("documents", "write")
        .authorize("documents", "read");
    refused(check.await, AuthorizationError::NotPermitted);

    let token = world
        .issuer
        .access_token("member-test-1", "connected-app-test-1");
    let token = token
        .organization(ORGANIZATION, "acme")
        .scope("documents:read")
        .scope("logs");
    let token = token.mint();
    let check = || world.b2b.idp().introspect_token_local(&token);
    let checked = check()
        .authorize(ORGANIZATION, "logs", "export")
        .require_permission("documents", "read")
        .await
        .unwrap();
    assert_eq!(grants(checked.verdicts()), [["logs"], ["documents:read"]]);
    let refusal = check()
        .authorize(ORGANIZATION, "documents", "write")
        .require_permission("logs", "x");
    refused(refusal.await, AuthorizationError::NotPermitted);
    refused(
        check().organization("o").await,
        AuthorizationError::TenancyMismatch,
    );
    assert!(check().organization(ORGANIZATION).await.is_ok());
}

#[tokio::test]
async fn tenancy_is_checked_without_a_policy() {
    // no policy, and no network to fetch one from
    let world = World::new();
    let jwt = world.member().mint();
    let check = || world.b2b.sessions().authenticate_jwt_local(&jwt);
    let session = check().organization(ORGANIZATION).await.unwrap();
    assert!(session.verdicts().is_empty());
    assert!(check().organization(&session.organization_id).await.is_ok());
    for other in ["organization-test-2", "", "Organization-test-1"] {
        refused(
            check().organization(other).await,
            AuthorizationError::TenancyMismatch,
        );
        let both = check().organization(ORGANIZATION).organization(other);
        refused(both.await, AuthorizationError::TenancyMismatch);
    }
}

#[tokio::test]
async fn a_session_that_was_checked_can_be_asked_more() {
    let world = world();
    let jwt = world.member().role("editor").mint();
    let check = world.b2b.sessions().authenticate_jwt_local(&jwt);
    let session = check.require_permission("documents", "read").await.unwrap();
    assert_eq!(grants(session.verdicts()), [["editor"]]);
    // it is the session as it was checked that is asked
    world.clock.advance(seconds(3600));
    let verdict = session
        .require_permission("documents", "write")
        .await
        .unwrap();
    assert!(verdict.is_allowed());
    let refusal = session.require_permission("documents", "delete").await;
    refused(refusal, AuthorizationError::NotPermitted);
    // without a policy nothing is permitted
    let client: Client = world.issuer.client().build().unwrap();
    let jwt = world.member().role("editor").mint();
    let session = client
        .sessions()
        .authenticate_jwt_local(&jwt)
        .await
        .unwrap();
    assert!(
        session
            .require_permission("documents", "read")
            .await
            .is_err()
    );
}

/// A guard that is written once for members and users, and for both ways to check.
async fn guard<'a, C: CheckSession<'a>>(check: C) -> Result<Authenticated<C::Session>, Error> {
    check
        .max_token_age(seconds(60))
        .leeway(seconds(1))
        .require_permission("documents", "write")
        .await
}

#[tokio::test]
async fn a_guard_needs_to_be_written_only_once() {
    let world = world();
    let (editor, viewer) = (
        world.member().role("editor").mint(),
        world.member().role("viewer").mint(),
    );
    let sessions = world.b2b.sessions();
    assert!(
        guard(sessions.authenticate_jwt_local(&editor))
            .await
            .is_ok()
    );
    assert!(guard(sessions.authenticate_jwt(&editor)).await.is_ok());
    refused(
        guard(sessions.authenticate_jwt_local(&viewer)).await,
        AuthorizationError::NotPermitted,
    );
    refused(
        guard(sessions.authenticate_jwt(&viewer)).await,
        AuthorizationError::NotPermitted,
    );
    let (editor, viewer) = (
        world.user().role("editor").mint(),
        world.user().role("viewer").mint(),
    );
    let sessions = world.consumer.sessions();
    assert!(
        guard(sessions.authenticate_jwt_local(&editor))
            .await
            .is_ok()
    );
    assert!(guard(sessions.authenticate_jwt(&editor)).await.is_ok());
    refused(
        guard(sessions.authenticate_jwt_local(&viewer)).await,
        AuthorizationError::NotPermitted,
    );
    world.clock.advance(seconds(60));
    assert!(
        guard(sessions.authenticate_jwt_local(&editor))
            .await
            .is_err()
    );
}
