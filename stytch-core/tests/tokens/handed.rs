//! Keys and policies that an app hands over, and those that it takes out again.

use serde_json::json;
use stytch_b2b::{Client, tokens::CompiledPolicy};
use stytch_core::{
    AuthorizationError, ClientBuilder, Clock, ErrorKind, KeySet, KeySettings, PolicySettings,
    Vertical,
    rbac::OrganizationPolicy,
    testing::{Issuer, SigningKey, TestClock},
};

use crate::{
    server::{Reply, Server},
    support::{authorization_error, seconds, start},
};

const KEYS: &str = "/sessions/jwks/";
const POLICY: &str = "/rbac/policy";

fn policy() -> CompiledPolicy {
    CompiledPolicy::builder()
        .role("admin", "documents", ["delete"])
        .empty_role("guest")
        .scope("documents:read", "documents", ["read"])
        .resource("documents", ["read", "delete"])
        .build()
}

struct World {
    clock: TestClock,
    issuer: Issuer,
    server: Server,
}

impl World {
    /// A service with the issuer's keys and a policy, or one that is down.
    async fn new(is_up: bool) -> Self {
        let clock = TestClock::at(start());
        let issuer = Issuer::new().with_clock(clock.clone());
        let keys = issuer.jwks();
        let server = Server::start(move |_, request| {
            let keys = keys.clone();
            async move {
                if !is_up {
                    Reply::Close
                } else if request.line.contains(KEYS) {
                    Reply::Json(200, keys)
                } else {
                    let policy: serde_json::Value =
                        serde_json::from_str(&policy().to_json()).unwrap();
                    Reply::Json(200, json!({ "policy": policy }))
                }
            }
        })
        .await;
        Self {
            clock,
            issuer,
            server,
        }
    }

    fn builder<C: Vertical>(&self) -> ClientBuilder<C> {
        let clock = self.clock.clone();
        ClientBuilder::new(self.issuer.project_id(), "secret-test")
            .base_url(&self.server.url)
            .no_retries()
            .clock(move || clock.now())
    }

    async fn may(&self, client: &Client, role: &str) -> Result<(), stytch_core::Error> {
        let jwt = self
            .issuer
            .member_session("member-test-1", "organization-test-1")
            .role(role)
            .mint();
        let check = client.sessions().authenticate_jwt_local(&jwt);
        let check = check.authorize("organization-test-1", "documents", "delete");
        check.await.map(|_| ())
    }

    /// Waits until the server has seen so many requests, and their answers are known.
    async fn requests(&self, path: &str, count: usize) {
        while self.server.count(path) < count {
            tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        assert_eq!(self.server.count(path), count, "{path}");
    }
}

#[tokio::test]
async fn initial_keys_and_policy_serve_from_the_start_and_are_refreshed() {
    let world = World::new(true).await;
    let none = CompiledPolicy::builder().empty_role("admin").build();
    let client: Client = world
        .builder()
        .initial_keys(world.issuer.key_set())
        .initial_policy(none)
        .build()
        .unwrap();
    assert!(world.server.requests().is_empty());
    // by the policy that was handed over, for the first time
    let error = world.may(&client, "admin").await.unwrap_err();
    assert_eq!(
        authorization_error(&error),
        AuthorizationError::NotPermitted
    );
    world.requests(KEYS, 1).await;
    world.requests(POLICY, 1).await;
    world.may(&client, "admin").await.unwrap();
    world.clock.advance(seconds(60));
    world.may(&client, "admin").await.unwrap();
    world.requests(KEYS, 1).await;
}

#[tokio::test]
async fn a_client_with_initial_keys_and_policy_needs_no_network_for_a_while() {
    let world = World::new(false).await;
    let client: Client = world
        .builder()
        .initial_keys(world.issuer.key_set())
        .initial_policy(policy())
        .build()
        .unwrap();
    for _ in 0..59 {
        world.may(&client, "admin").await.unwrap();
        world.clock.advance(seconds(60));
    }
    // a policy is not trusted for ever
    world.clock.advance(seconds(60));
    assert!(world.may(&client, "admin").await.is_err());
}

#[tokio::test]
async fn a_new_key_is_found_although_keys_were_handed_over() {
    let world = World::new(true).await;
    let old = SigningKey::generate("old");
    let set = json!({ "keys": [old.to_jwk()] }).to_string();
    let client: Client = world
        .builder()
        .initial_keys(KeySet::from_json(set.as_bytes()).unwrap())
        .policy(policy())
        .build()
        .unwrap();
    world.may(&client, "admin").await.unwrap();
}

#[tokio::test]
async fn what_a_client_has_can_be_kept_for_the_next_start() {
    let world = World::new(true).await;
    let client: Client = world.builder().build().unwrap();
    assert!(client.keys().is_none() && client.policy().is_none());
    client.warm_up().await.unwrap();
    assert_eq!(world.server.requests().len(), 2);
    world.may(&client, "admin").await.unwrap();
    client.warm_up().await.unwrap();
    assert_eq!(world.server.requests().len(), 2);

    let (keys, kept) = (
        client.keys().unwrap().to_json(),
        client.policy().unwrap().to_json(),
    );
    let offline = World::new(false).await;
    let next: Client = offline
        .builder()
        .key_set(KeySet::from_json(keys.as_bytes()).unwrap())
        .policy(CompiledPolicy::from_json(kept.as_bytes()).unwrap())
        .build()
        .unwrap();
    offline.may(&next, "admin").await.unwrap();
    next.warm_up().await.unwrap();
    assert_eq!(next.policy().unwrap().to_json(), kept);
    assert_eq!(next.keys().unwrap().to_json(), keys);
    assert!(offline.server.requests().is_empty());

    // what is of no use is not handed out
    world.clock.advance(seconds(24 * 60 * 60));
    assert!(client.keys().is_none() && client.policy().is_none());
}

#[tokio::test]
async fn a_warm_up_that_fails_says_so_for_users_too() {
    let world = World::new(false).await;
    let client: stytch_consumer::Client = world.builder().build().unwrap();
    let error = client.warm_up().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::CheckUnavailable);
}

#[tokio::test]
async fn organizations_have_roles_of_their_own_offline() {
    let world = World::new(false).await;
    let roles = OrganizationPolicy::default().permit("janitor", "documents", ["delete"]);
    let client: Client = world
        .builder()
        .key_set(world.issuer.key_set())
        .policy(policy())
        .organization_policy("organization-test-1", &roles)
        .organization_policy("organization-test-2", &OrganizationPolicy::default())
        .build()
        .unwrap();
    world.may(&client, "janitor").await.unwrap();
    for role in ["guest", "stranger"] {
        let error = world.may(&client, role).await.unwrap_err();
        assert_eq!(
            authorization_error(&error),
            AuthorizationError::NotPermitted
        );
    }
    // they add, and don't replace
    let permissive = OrganizationPolicy::default().permit("guest", "documents", ["delete"]);
    let client: Client = world
        .builder()
        .key_set(world.issuer.key_set())
        .policy(policy())
        .organization_policy("organization-test-1", &permissive)
        .build()
        .unwrap();
    assert!(world.may(&client, "guest").await.is_err());
    assert!(world.server.requests().is_empty());
}

#[tokio::test]
async fn settings_that_cannot_work_are_refused() {
    type Change = fn(ClientBuilder<Client>) -> ClientBuilder<Client>;

    let cases: [(Change, &str); 10] = [
        (
            |b| b.key_settings(KeySettings::default().refresh_after(seconds(0))),
            "key_settings.refresh_after",
        ),
        (
            |b| b.key_settings(KeySettings::default().cooldown(seconds(0))),
            "key_settings.cooldown",
        ),
        (
            |b| b.key_settings(KeySettings::default().fetch_timeout(seconds(0))),
            "key_settings.fetch_timeout",
        ),
        (
            |b| b.policy_settings(PolicySettings::default().refresh_after(seconds(0))),
            "policy_settings.refresh_after",
        ),
        (
            |b| b.policy_settings(PolicySettings::default().fetch_timeout(seconds(0))),
            "policy_settings.fetch_timeout",
        ),
        (
            |b| b.policy_settings(PolicySettings::default().max_organizations(0)),
            "policy_settings.max_organizations",
        ),
        (
            |b| {
                let keys = Issuer::new().key_set();
                b.key_set(keys.clone()).initial_keys(keys)
            },
            "initial_keys",
        ),
        (
            |b| b.policy(policy()).initial_policy(policy()),
            "initial_policy",
        ),
        (
            |b| b.organization_policy("organization-test-1", &OrganizationPolicy::default()),
            "organization_policy",
        ),
        (
            |b| {
                b.policy(policy())
                    .organization_policy("", &OrganizationPolicy::default())
            },
            "organization_policy",
        ),
    ];
    // an address that takes no TLS, which may be off
    let builder = || Client::builder("project-test-1", "secret").base_url("http://127.0.0.1:9");
    for (change, field) in cases {
        let error = change(builder()).build().unwrap_err();
        assert_eq!(
            (error.kind(), error.field()),
            (ErrorKind::Configuration, Some(field))
        );
    }
    // no use of a value beyond its time is a setting like any other
    let strict = builder()
        .key_settings(KeySettings::default().max_stale(seconds(0)))
        .policy_settings(PolicySettings::default().max_stale(seconds(0)));
    assert!(strict.build().is_ok());
    let of_users = stytch_consumer::Client::builder("project-test-1", "secret")
        .base_url("http://127.0.0.1:9")
        .policy(policy())
        .organization_policy("organization-test-1", &OrganizationPolicy::default());
    assert_eq!(
        of_users.build().unwrap_err().field(),
        Some("organization_policy")
    );
}

#[test]
fn roles_and_scopes_without_permissions_stay_in_a_policy() {
    let json = json!({
        "roles": [{"role_id": "guest", "permissions": []}],
        "scopes": [{"scope": "openid", "permissions": []}],
        "resources": [{"resource_id": "documents", "actions": ["read"]}],
    });
    let organization = OrganizationPolicy::default().permit("guest", "documents", ["read"]);
    let text = json.to_string();
    let b2b: stytch_b2b::rbac::Policy = serde_json::from_str(&text).unwrap();
    let consumer: stytch_consumer::rbac::Policy = serde_json::from_str(&text).unwrap();
    for policy in [
        stytch_b2b::tokens::CompiledPolicy::from(&b2b),
        stytch_consumer::tokens::CompiledPolicy::from(&consumer),
        CompiledPolicy::from_json(text.as_bytes()).unwrap(),
    ] {
        let violations = policy.validate_org_policy(&organization);
        let violations: Vec<_> = violations.iter().map(ToString::to_string).collect();
        assert_eq!(violations, ["the project has a role `guest` already"]);
        assert!(policy.to_json().contains("openid"));
    }
}

#[test]
fn an_envelope_is_unwrapped_and_what_holds_no_policy_is_refused() {
    let roles = json!([{"role_id": "guest", "permissions": [
        {"resource_id": "documents", "actions": ["read"]}]}]);
    let read = |json: serde_json::Value| OrganizationPolicy::from_json(json.to_string().as_bytes());
    let plain = read(json!({ "roles": roles })).unwrap();
    assert_ne!(plain, OrganizationPolicy::default());
    let answer = json!({"request_id": "r", "status_code": 200, "org_policy": {"roles": roles}});
    assert_eq!(read(answer).unwrap(), plain);
    assert_eq!(
        read(json!({"roles": []})).unwrap(),
        OrganizationPolicy::default()
    );
    for odd in [
        json!({}),
        json!({"org_policy": {}}),
        json!({"org_policy": null}),
        json!({"org_policy": {"org_policy": {"roles": roles}}}),
        json!({"org_policy": {"roles": []}, "roles": roles}),
        json!({"policy": {"roles": roles}}),
        json!({"role": roles}),
    ] {
        assert_eq!(
            read(odd.clone()).unwrap_err().kind(),
            ErrorKind::Decode,
            "{odd}"
        );
    }

    let read = |json: serde_json::Value| CompiledPolicy::from_json(json.to_string().as_bytes());
    for policy in [
        json!({ "roles": roles }),
        json!({"policy": {"roles": roles}}),
    ] {
        let policy = read(policy).unwrap();
        let verdict = policy.check_roles(["guest"], "documents", "read");
        assert!(verdict.is_allowed());
    }
    let odd = json!({"policy": {"roles": []}, "roles": roles});
    assert_eq!(read(odd).unwrap_err().kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn stale_keys_and_policies_are_used_for_as_long_as_the_settings_say() {
    let world = World::new(false).await;
    let (age, stale) = (seconds(60), seconds(60));
    let keys = KeySettings::default().refresh_after(age).max_stale(stale);
    let of_keys = world
        .builder()
        .initial_keys(world.issuer.key_set())
        .key_settings(keys)
        .policy(policy())
        .build()
        .unwrap();
    let settings = PolicySettings::default()
        .refresh_after(age)
        .max_stale(stale);
    let of_policy = world
        .builder()
        .key_set(world.issuer.key_set())
        .initial_policy(policy())
        .policy_settings(settings)
        .build()
        .unwrap();
    let clients: [Client; 2] = [of_keys, of_policy];
    for wait in [0, 119] {
        world.clock.advance(seconds(wait));
        for client in &clients {
            world.may(client, "admin").await.unwrap();
        }
    }
    world.clock.advance(seconds(1));
    for client in &clients {
        let error = world.may(client, "admin").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::CheckUnavailable);
    }
}
