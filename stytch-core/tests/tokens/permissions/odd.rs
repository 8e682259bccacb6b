//! Policies when their endpoint does not answer as it should.

use stytch_core::rbac::CompiledPolicy;

use super::*;

/// Answers with status 200 that hold no policy of a project, or an unreadable one.
fn odd_answers() -> Vec<Value> {
    let (good, star) = (project_policy(), permission(&["*"]));
    let role = json!({"role_id": "viewer", "permissions": star});
    vec![
        // lists in the places of objects, with what an object would have in the order of its fields
        json!([]),
        json!([good]),
        json!([{"keys": 7}]),
        json!([{"policy": good}]),
        json!({"policy": []}),
        json!({"policy": [good]}),
        json!({"policy": [[role], [], []]}),
        json!({"policy": {"roles": [["viewer", star]]}}),
        json!({"policy": {"roles": [{"role_id": "viewer", "permissions": [["documents", ["*"]]]}]}}),
        json!({"policy": {"roles": [role], "scopes": [["s", star]]}}),
        json!({"policy": {"roles": [role], "resources": [["documents", ["read"]]]}}),
        // and the other way round
        json!({"policy": {"roles": {"viewer": role}}}),
        json!({"policy": {"roles": [{"role_id": "viewer", "permissions": {"documents": ["*"]}}]}}),
        json!({"policy": {"roles": [{"role_id": "viewer",
            "permissions": [{"resource_id": "documents", "actions": {"*": true}}]}]}}),
        json!({"policy": {"roles": "viewer"}}),
        json!({"policy": {"roles": ["viewer"]}}),
        // nothing in it that could be read
        json!(null),
        json!({}),
        good.clone(),
        json!({"org_policy": good}),
        json!({"policy": null}),
        json!({"policy": {}}),
        json!({"policy": {"unrelated": 1}}),
        json!({"policy": {"policy": good}}),
        json!({"policy": {"roles": null, "scopes": null, "resources": null}}),
        json!({"policy": {"roles": [], "scopes": [], "resources": []}}),
        json!({"policy": {"roles": [{"permissions": star}], "resources": [{"actions": ["read"]}]}}),
    ]
}

/// A service whose answers about the project and its organization can be changed.
async fn world_with(
    project: (u16, Value),
    organization: (u16, Value),
) -> (World, Arc<Mutex<[(u16, Value); 2]>>) {
    let answers = Arc::new(Mutex::new([project, organization]));
    let current = Arc::clone(&answers);
    let world = World::serving(move |request| {
        let [project, organization] = current.lock().unwrap().clone();
        let (status, body) = match request.line.contains("/policy") {
            true => project,
            false => organization,
        };
        Some(Reply::Json(status, body))
    })
    .await;
    (world, answers)
}

fn good_project() -> (u16, Value) {
    (200, json!({"policy": project_policy()}))
}

fn good_organization() -> (u16, Value) {
    let roles = json!([{"role_id": "auditor", "permissions": permission(&["audit"])}]);
    (200, json!({"org_policy": {"roles": roles}}))
}

/// The policy is as good as not there: that is nobody's refusal, and allows nothing.
fn assert_unavailable(error: &Error, what: &impl std::fmt::Display) {
    assert_eq!(
        error.kind(),
        ErrorKind::CheckUnavailable,
        "{what}: {error:?}"
    );
    assert!(!error.needs_login() && !error.is_forbidden(), "{what}");
}

#[tokio::test]
async fn an_odd_answer_does_not_replace_the_policy_of_the_project() {
    for odd in odd_answers() {
        let (world, answers) = world_with(good_project(), good_organization()).await;
        world.may("viewer", "read").await.unwrap();
        answers.lock().unwrap()[0].1 = odd.clone();
        world.clock.advance(seconds(600));
        // the last one serves on, and what it does not allow is not allowed now
        let verdict = world.may("viewer", "read").await;
        assert_eq!(verdict.unwrap(), ["viewer"], "{odd}");
        let error = world.may("viewer", "delete").await.unwrap_err();
        let reason = authorization_error(&error);
        assert_eq!(reason, AuthorizationError::NotPermitted, "{odd}");
        assert_eq!(world.server.count("/policy"), 2, "{odd}");
    }
}

#[tokio::test]
async fn an_odd_answer_is_no_policy_to_start_with() {
    for odd in odd_answers() {
        let (world, answers) = world_with((200, odd.clone()), good_organization()).await;
        assert_unavailable(&world.may("viewer", "read").await.unwrap_err(), &odd);
        answers.lock().unwrap()[0] = good_project();
        world.clock.advance(seconds(1));
        world.may("viewer", "read").await.unwrap();
    }
}

#[tokio::test]
async fn an_odd_answer_does_not_replace_the_policy_of_an_organization() {
    let (good, star) = (good_organization().1, permission(&["*"]));
    for odd in [
        json!([good]),
        json!([{"keys": 7}]),
        json!(null),
        json!({"org_policy": []}),
        json!({"org_policy": [[{"role_id": "auditor", "permissions": star}]]}),
        json!({"org_policy": {"roles": {}}}),
        json!({"org_policy": {"roles": [["auditor", star]]}}),
        json!({"org_policy": {"roles": "auditor"}}),
    ] {
        let (world, answers) = world_with(good_project(), good_organization()).await;
        world.may("auditor", "audit").await.unwrap();
        answers.lock().unwrap()[1].1 = odd.clone();
        world.clock.advance(seconds(600));
        world.may("auditor", "audit").await.unwrap();
        assert_eq!(world.server.count("/organizations/"), 2, "{odd}");

        let (world, _) = world_with(good_project(), (200, odd.clone())).await;
        assert_unavailable(&world.may("auditor", "audit").await.unwrap_err(), &odd);
        world.may("viewer", "read").await.unwrap();
    }
}

#[tokio::test]
async fn an_organization_may_have_no_roles_of_its_own() {
    for none in [
        json!({}),
        json!({"org_policy": null}),
        json!({"org_policy": {}}),
        json!({"org_policy": {"roles": null}}),
        json!({"org_policy": {"roles": []}}),
    ] {
        let (world, _) = world_with(good_project(), (200, none)).await;
        let reason = world.refusal("auditor", "audit").await;
        assert_eq!(reason, AuthorizationError::NotPermitted);
    }
}

#[tokio::test]
async fn the_service_may_say_that_an_organization_has_no_policy() {
    for (status, is_said) in [
        (404, true),
        (403, true),
        (400, true),
        (401, false),
        (429, false),
        (500, false),
    ] {
        let body = json!({"error_type": "x", "error_message": "x"});
        let (world, _) = world_with(good_project(), (status, body)).await;
        let error = world.may("auditor", "audit").await.unwrap_err();
        if is_said {
            let reason = authorization_error(&error);
            assert_eq!(reason, AuthorizationError::NotPermitted, "{status}");
        } else {
            assert_unavailable(&error, &status);
            assert_eq!(error.status().unwrap().as_u16(), status);
        }
        // what the project allows does not depend on it
        world.may("viewer", "read").await.unwrap();
    }
}

#[tokio::test]
async fn a_project_without_a_policy_is_a_failed_fetch() {
    for status in [400, 401, 403, 404, 429, 500] {
        let body = json!({"error_type": "x", "error_message": "x"});
        let (world, answers) = world_with((status, body.clone()), good_organization()).await;
        let error = world.may("viewer", "read").await.unwrap_err();
        assert_unavailable(&error, &status);
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert_eq!(error.operation(), Some("rbac.policy"), "{status}");
        assert_eq!(error.is_retryable(), status >= 429, "{status}");

        answers.lock().unwrap()[0] = good_project();
        world.clock.advance(seconds(1));
        world.may("viewer", "read").await.unwrap();
        answers.lock().unwrap()[0] = (status, body);
        world.clock.advance(seconds(600));
        world.may("viewer", "read").await.unwrap();
        // up to a limit
        world.clock.advance(seconds(3000));
        assert_unavailable(&world.may("viewer", "read").await.unwrap_err(), &status);
    }
}

#[test]
fn what_an_app_hands_over_is_read_as_strictly() {
    let read = |json: &Value| CompiledPolicy::from_json(json.to_string().as_bytes());
    for json in odd_answers() {
        let lists = json.get("policy").unwrap_or(&json);
        match read(&json) {
            Err(error) => assert_eq!(error.kind(), ErrorKind::Decode, "{json}"),
            // an app may have the policy alone, and one that permits nothing
            Ok(policy) if lists["roles"].is_array() => {
                let is_good = *lists == project_policy();
                let verdict = policy.check_roles(["viewer", ""], "documents", "read");
                assert_eq!(verdict.is_allowed(), is_good, "{json}");
            }
            Ok(_) => panic!("{json}"),
        }
    }
    let none = CompiledPolicy::default();
    let again = CompiledPolicy::from_json(none.to_json().as_bytes()).unwrap();
    assert_eq!(again.to_json(), none.to_json());
}
