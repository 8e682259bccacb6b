//! Authorization by policies that are fetched when they are needed.

mod odd;

use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use stytch_b2b::Client;
use stytch_core::{
    AuthorizationError, ClientBuilder, Clock, Error, ErrorKind, PolicySettings,
    testing::{Issuer, TestClock},
};

use crate::{
    server::{Reply, Request, Server},
    support::{authorization_error, seconds, start},
};

fn permission(actions: &[&str]) -> Value {
    json!([{"resource_id": "documents", "actions": actions}])
}

fn project_policy() -> Value {
    json!({
        "roles": [
            {"role_id": "admin", "permissions": permission(&["*"])},
            {"role_id": "viewer", "permissions": permission(&["read"])},
        ],
        "scopes": [{"scope": "documents:read", "permissions": permission(&["read"])}],
        "resources": [],
    })
}

fn builder(issuer: &Issuer, clock: &TestClock, server: &Server) -> ClientBuilder<Client> {
    let ticking = clock.clone();
    Client::builder(issuer.project_id(), "secret-test")
        .base_url(&server.url)
        .no_retries()
        .key_set(issuer.key_set())
        .clock(move || ticking.now())
}

/// A service that serves policies, and counts.
struct World {
    clock: TestClock,
    issuer: Issuer,
    client: Client,
    server: Server,
}

impl World {
    async fn new() -> Self {
        let organization = json!({"org_policy": {
            "roles": [{"role_id": "auditor", "permissions": permission(&["audit"])}]
        }});
        Self::serving(move |request: &Request| {
            Some(if request.line.contains("/policy") {
                Reply::Json(200, json!({"policy": project_policy()}))
            } else if request.line.contains("organization-test-1 ") {
                Reply::Json(200, organization.clone())
            } else {
                Reply::Json(200, json!({"org_policy": {"roles": []}}))
            })
        })
        .await
    }

    async fn serving(answer: impl Fn(&Request) -> Option<Reply> + Send + Sync + 'static) -> Self {
        let server = Server::start(move |_, request| {
            let reply = answer(&request).unwrap_or(Reply::Close);
            async move { reply }
        })
        .await;
        let clock = TestClock::at(start());
        let issuer = Issuer::new().with_clock(clock.clone());
        let client = builder(&issuer, &clock, &server).build().unwrap();
        Self {
            clock,
            issuer,
            client,
            server,
        }
    }

    fn builder(&self) -> ClientBuilder<Client> {
        builder(&self.issuer, &self.clock, &self.server)
    }

    /// Whether a member of organization 1 with this role may do something.
    async fn may(&self, role: &str, action: &str) -> Result<Vec<String>, Error> {
        self.may_in("organization-test-1", role, action).await
    }

    async fn may_in(
        &self,
        organization: &str,
        role: &str,
        action: &str,
    ) -> Result<Vec<String>, Error> {
        let jwt = self
            .issuer
            .member_session("member-test-1", "organization-test-1")
            .role(role)
            .mint();
        let check = self.client.sessions().authenticate_jwt_local(&jwt);
        let session = check.authorize(organization, "documents", action).await?;
        Ok(session
            .verdict()
            .unwrap()
            .granted_by()
            .map(str::to_owned)
            .collect())
    }

    async fn refusal(&self, role: &str, action: &str) -> AuthorizationError {
        authorization_error(&self.may(role, action).await.unwrap_err())
    }
}

#[tokio::test]
async fn nothing_is_fetched_before_it_is_needed() {
    let world = World::new().await;
    let jwt = world
        .issuer
        .member_session("m", "organization-test-1")
        .role("admin")
        .mint();
    world
        .client
        .sessions()
        .authenticate_jwt_local(&jwt)
        .await
        .unwrap();
    assert!(world.server.requests().is_empty());
    // tenancy first
    let error = world
        .may_in("organization-test-2", "admin", "read")
        .await
        .unwrap_err();
    assert_eq!(
        authorization_error(&error),
        AuthorizationError::TenancyMismatch
    );
    let error = world.may_in("", "admin", "read").await.unwrap_err();
    assert_eq!(
        authorization_error(&error),
        AuthorizationError::TenancyMismatch
    );
    assert!(world.server.requests().is_empty());

    assert_eq!(world.may("admin", "delete").await.unwrap(), ["admin"]);
    assert_eq!(world.may("viewer", "read").await.unwrap(), ["viewer"]);
    // the project's policy said yes, so the organization's was not asked
    let requests = world.server.requests();
    assert_eq!(requests.len(), 1);
    assert_eq!(requests[0].line, "GET /v1/b2b/rbac/policy HTTP/1.1");
    assert!(requests[0].headers["authorization"].starts_with("Basic "));
}

#[tokio::test]
async fn an_organization_adds_roles_of_its_own() {
    let world = World::new().await;
    assert_eq!(world.may("auditor", "audit").await.unwrap(), ["auditor"]);
    assert_eq!(
        world.refusal("auditor", "delete").await,
        AuthorizationError::NotPermitted
    );
    assert_eq!(
        world.refusal("viewer", "audit").await,
        AuthorizationError::NotPermitted
    );
    let line = "GET /v1/b2b/rbac/organizations/organization-test-1 HTTP/1.1";
    assert_eq!(world.server.count(line), 1);
    assert_eq!(world.server.requests().len(), 2);

    // and nobody else has them
    let jwt = world
        .issuer
        .member_session("m", "organization-test-2")
        .role("auditor")
        .mint();
    let check = world.client.sessions().authenticate_jwt_local(&jwt);
    let error = check
        .authorize("organization-test-2", "documents", "audit")
        .await
        .unwrap_err();
    assert_eq!(
        authorization_error(&error),
        AuthorizationError::NotPermitted
    );
    assert_eq!(world.server.count("organization-test-2"), 1);
}

#[tokio::test]
async fn a_permission_without_an_organization_is_asked_of_the_sessions_own() {
    let world = World::new().await;
    for (organization, is_permitted) in [
        ("organization-test-1", true),
        ("organization-test-2", false),
    ] {
        let jwt = world
            .issuer
            .member_session("m", organization)
            .role("auditor")
            .mint();
        let check = world.client.sessions().authenticate_jwt_local(&jwt);
        let result = check.require_permission("documents", "audit").await;
        assert_eq!(result.is_ok(), is_permitted, "{organization}");
    }
}

#[tokio::test]
async fn a_thousand_callers_make_one_request_each_for_project_and_organization() {
    let world = World::new().await;
    let jwt: Arc<str> = world
        .issuer
        .member_session("m", "organization-test-1")
        .role("auditor")
        .mint()
        .into();
    let callers: Vec<_> = (0..1000)
        .map(|_| {
            let (client, jwt) = (world.client.clone(), Arc::clone(&jwt));
            tokio::spawn(async move {
                let check = client.sessions().authenticate_jwt_local(&jwt);
                check
                    .authorize("organization-test-1", "documents", "audit")
                    .await
                    .map(|_| ())
            })
        })
        .collect();
    for caller in callers {
        caller.await.unwrap().unwrap();
    }
    assert_eq!(world.server.requests().len(), 2);
}

#[tokio::test]
async fn a_policy_is_refreshed_and_does_not_outlive_its_time() {
    let policy = Arc::new(Mutex::new(Some(project_policy())));
    let current = Arc::clone(&policy);
    let world = World::serving(move |request| {
        if !request.line.contains("/policy") {
            return Some(Reply::Json(200, json!({"org_policy": {"roles": []}})));
        }
        let policy = current.lock().unwrap().clone();
        policy.map(|policy| Reply::Json(200, json!({ "policy": policy })))
    })
    .await;
    let count = || world.server.count("/policy");
    world.may("viewer", "read").await.unwrap();
    // a tenth earlier at most
    world.clock.advance(seconds(269));
    world.may("viewer", "read").await.unwrap();
    assert_eq!(count(), 1);

    // the right is taken away; from five minutes on at the latest the client finds out behind the
    // callers' backs
    *policy.lock().unwrap() = Some(json!({"roles": [{"role_id": "viewer"}]}));
    world.clock.advance(seconds(31));
    world.may("viewer", "read").await.unwrap();
    while count() < 2 {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    assert_eq!(
        world.refusal("viewer", "read").await,
        AuthorizationError::NotPermitted
    );

    // after ten minutes of silence, callers wait for the new one
    *policy.lock().unwrap() = Some(project_policy());
    world.clock.advance(seconds(600));
    world.may("viewer", "read").await.unwrap();
    assert_eq!(count(), 3);

    // if that can't be had, the last one serves on
    *policy.lock().unwrap() = None;
    world.clock.advance(seconds(600));
    world.may("viewer", "read").await.unwrap();
    assert_eq!(count(), 4);
    // for an hour at most
    world.clock.advance(seconds(3000));
    let error = world.may("viewer", "read").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::CheckUnavailable);
    assert_eq!(error.operation(), Some("rbac.policy"));
}

#[tokio::test]
async fn policies_of_organizations_are_bounded_and_visiting_one_too_many_does_not_miss_each_time() {
    let mut world = World::new().await;
    let settings = PolicySettings::default().max_organizations(100);
    world.client = world.builder().policy_settings(settings).build().unwrap();
    let visit = async |number: usize| {
        let organization = format!("organization-test-many-{number}");
        let jwt = world
            .issuer
            .member_session("m", &organization)
            .role("auditor")
            .mint();
        let check = world.client.sessions().authenticate_jwt_local(&jwt);
        let error = check
            .authorize(&organization, "documents", "audit")
            .await
            .unwrap_err();
        assert_eq!(
            authorization_error(&error),
            AuthorizationError::NotPermitted
        );
    };
    let count = || world.server.count("/organizations/");
    for round in 0..5 {
        for number in 0..101 {
            visit(number).await;
        }
        // one that keeps strictly what was used last would have missed each of them again
        let missed = count() - 101;
        assert!(missed <= round * 40, "{missed} in {round}");
    }
    let before = count();
    for number in 1000..1500 {
        visit(number).await;
    }
    for number in 1000..1500 {
        visit(number).await;
    }
    assert!(count() - before >= 900, "{}", count() - before);
}

#[tokio::test]
async fn the_policy_of_an_organization_is_not_fetched_where_the_projects_decides() {
    let world = World::new().await;
    // it has roles of its own, but can't change those of the project
    for action in ["write", "audit", "delete"] {
        assert_eq!(
            world.refusal("viewer", action).await,
            AuthorizationError::NotPermitted
        );
    }
    assert_eq!(world.server.count("/organizations/"), 0);
    assert_eq!(
        world.refusal("stranger", "read").await,
        AuthorizationError::NotPermitted
    );
    assert_eq!(world.server.count("/organizations/"), 1);
}

#[tokio::test]
async fn apps_are_judged_by_their_scopes_and_the_projects_policy_alone() {
    let world = World::new().await;
    let token = |scope: &str| {
        world
            .issuer
            .access_token("member-test-1", "connected-app-test-1")
            .organization("organization-test-1", "acme")
            .scope("openid")
            .scope(scope)
            .mint()
    };
    let check = async |token: &str, organization: &str, action: &str| {
        let check = world.client.idp().introspect_token_local(token);
        check.authorize(organization, "documents", action).await
    };
    let good = token("documents:read");
    let error = check(&good, "organization-test-2", "read")
        .await
        .unwrap_err();
    assert_eq!(
        authorization_error(&error),
        AuthorizationError::TenancyMismatch
    );
    assert!(world.server.requests().is_empty());
    let token_of_app = check(&good, "organization-test-1", "read").await.unwrap();
    let verdict = token_of_app.verdict().unwrap();
    assert_eq!(verdict.granted_by().collect::<Vec<_>>(), ["documents:read"]);
    for (scope, action) in [
        ("documents:read", "write"),
        ("admin", "read"),
        ("auditor", "audit"),
    ] {
        let error = check(&token(scope), "organization-test-1", action)
            .await
            .unwrap_err();
        assert_eq!(
            authorization_error(&error),
            AuthorizationError::NotPermitted,
            "{scope}"
        );
    }
    assert_eq!(world.server.requests().len(), 1);
}

#[tokio::test]
async fn the_policy_of_the_api_can_be_asked_offline() {
    let world = World::new().await;
    let policy = world.client.rbac().policy().await.unwrap().policy.unwrap();
    let policy = stytch_b2b::tokens::CompiledPolicy::from(&policy);
    assert!(
        policy
            .check_roles(["viewer"], "documents", "read")
            .is_allowed()
    );
    assert!(
        policy
            .check_scopes(["documents:read"], "documents", "read")
            .is_allowed()
    );
    let organizations = world.client.rbac().organizations();
    let request = stytch_b2b::rbac::organizations::GetOrgPolicyRequest::new("organization-test-1");
    let organization = organizations
        .get_org_policy(request)
        .await
        .unwrap()
        .org_policy;
    let organization = stytch_b2b::tokens::OrganizationPolicy::from(&organization);
    let violations = policy.validate_org_policy(&organization);
    assert_eq!(
        violations
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        ["role `auditor`: the project has no resource `documents`"]
    );
}
