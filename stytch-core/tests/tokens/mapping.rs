//! From claims to the types of the API.

use serde::Deserialize;
use serde_json::{Value, json};
use stytch_core::Timestamp;

use crate::support::{MEMBER, ORGANIZATION, USER, World, start};

fn time(text: &str) -> Option<Timestamp> {
    Some(text.parse().unwrap())
}

fn email_factor() -> Value {
    json!({
        "type": "magic_link",
        "delivery_method": "email",
        "last_authenticated_at": "2025-01-01T09:30:00Z",
        "created_at": "2024-01-01T09:30:00Z",
        "email_factor": { "email_id": "email-test-1", "email_address": "ada@example.com" },
    })
}

#[tokio::test]
async fn a_members_session_has_every_claim() {
    let world = World::new();
    let jwt = world
        .member()
        .organization("organization-test-7", "acme-co")
        .session_id("member-session-test-1")
        .session_started_at("2025-01-01T09:30:00Z".parse().unwrap())
        .session_last_accessed_at("2025-01-01T09:59:00.25+00:00".parse().unwrap())
        .session_member("expires_at", "2025-01-08T11:00:00+01:00")
        .attributes("203.0.113.7", "Mozilla")
        .factor(email_factor())
        .factor(json!({"type": "new", "delivery_method": "newer", "new_factor": {"a": 1}}))
        .role("stytch_member")
        .role("editor")
        .claim("plan", "pro")
        .claim("limits", json!({"seats": 5}))
        .claim("jti", "token-1")
        .claim("https://stytch.com/new", json!({"a": 1}))
        .mint();
    let session = world.check(&jwt).await.unwrap();
    assert_eq!(session.member_session_id, "member-session-test-1");
    assert_eq!(session.member_id, MEMBER);
    assert_eq!(session.organization_id, "organization-test-7");
    assert_eq!(session.organization_slug, "acme-co");
    assert_eq!(session.started_at, time("2025-01-01T09:30:00Z"));
    assert_eq!(session.last_accessed_at, time("2025-01-01T09:59:00.25Z"));
    assert_eq!(session.expires_at, time("2025-01-08T10:00:00Z"));
    assert_eq!(session.roles, ["stytch_member", "editor"]);
    assert_eq!(session.authentication_factors.len(), 2);
    let factor = &session.authentication_factors[0];
    assert_eq!(factor.r#type.as_str(), "magic_link");
    assert_eq!(factor.delivery_method.as_str(), "email");
    assert_eq!(factor.last_authenticated_at, time("2025-01-01T09:30:00Z"));
    assert_eq!(
        factor.email_factor.as_ref().unwrap().email_address,
        "ada@example.com"
    );
    assert_eq!(session.authentication_factors[1].r#type.as_str(), "new");
    assert_eq!(
        Value::Object(session.custom_claims.clone()),
        json!({"plan": "pro", "limits": {"seats": 5}})
    );
    assert!(session.is_local());
    assert!(session.session_jwt().is_none() && session.verdict().is_none());
    assert!(session.subject().is_none() && session.organization().is_none());
    assert_eq!(session.jti(), Some("token-1"));

    #[derive(Debug, Deserialize, PartialEq)]
    struct Own {
        plan: String,
    }
    let own: Own = session.custom_claims_as().unwrap();
    assert_eq!(
        own,
        Own {
            plan: "pro".to_owned()
        }
    );
    let session = session.into_session();
    assert_eq!(session.custom_claims_as::<Own>().unwrap(), own);
}

#[tokio::test]
async fn a_users_session_has_every_claim() {
    let world = World::new();
    let jwt = world
        .user()
        .session_id("session-test-1")
        .attributes("203.0.113.7", "Mozilla")
        .factor(email_factor())
        .role("editor")
        .claim("plan", "pro")
        .mint();
    let session = world.check_user(&jwt).await.unwrap();
    assert_eq!(session.session_id, "session-test-1");
    assert_eq!(session.user_id, USER);
    assert_eq!(session.started_at, Some(start()));
    assert_eq!(session.last_accessed_at, Some(start()));
    assert_eq!(session.expires_at, time("2025-01-01T11:00:00Z"));
    assert_eq!(session.roles, ["editor"]);
    let attributes = session.attributes.as_ref().unwrap();
    assert_eq!(attributes.ip_address.as_deref(), Some("203.0.113.7"));
    assert_eq!(attributes.user_agent.as_deref(), Some("Mozilla"));
    assert_eq!(session.authentication_factors.len(), 1);
    assert_eq!(
        Value::Object(session.custom_claims.clone()),
        json!({"plan": "pro"})
    );
}

#[tokio::test]
async fn what_no_check_needs_is_left_out_if_it_is_odd() {
    let world = World::new();
    let odd = json!({
        "type": "otp", "delivery_method": ["sms"], "sequence_order": 7, "email_factor": "none",
        "phone_number_factor": {"phone_id": 7, "phone_number": "+1"},
        "last_authenticated_at": "yesterday",
    });
    let jwt = world
        .member()
        .factor(email_factor())
        .factor(odd)
        .factor(json!("a text"))
        .factor(json!([[{"a": 1}]]))
        .factor(email_factor())
        .session_member("started_at", "yesterday")
        .session_member("last_accessed_at", json!({"at": [1, {"b": null}]}))
        .session_member("attributes", json!([1]))
        .role("editor")
        .mint();
    let session = world.check(&jwt).await.unwrap();
    assert_eq!(session.roles, ["editor"]);
    assert_eq!((session.started_at, session.last_accessed_at), (None, None));
    let [first, odd, last] = &session.authentication_factors[..] else {
        panic!("{session:?}")
    };
    assert_eq!(first, last);
    assert_eq!(
        first.email_factor.as_ref().unwrap().email_address,
        "ada@example.com"
    );
    assert_eq!(odd.r#type.as_str(), "otp");
    // what is odd in it is not there, rather than there and empty
    assert!(odd.delivery_method.as_str().is_empty() && odd.email_factor.is_none());
    assert!(odd.last_authenticated_at.is_none());
    let phone = odd.phone_number_factor.as_ref().unwrap();
    assert!(phone.phone_id.as_str().is_empty() && phone.phone_number == "+1");
    // the list as a whole
    let jwt = world
        .member()
        .session_member("authentication_factors", "none")
        .mint();
    assert!(
        world
            .check(&jwt)
            .await
            .unwrap()
            .authentication_factors
            .is_empty()
    );
    let jwt = world.user().session_member("attributes", "none").mint();
    assert!(world.check_user(&jwt).await.unwrap().attributes.is_none());
}

#[cfg(feature = "serialize")]
#[tokio::test]
async fn tokens_serialize_with_what_they_say() {
    let world = World::new();
    let token = world
        .issuer
        .machine_token("m2m-client-test-1")
        .scope("read:users")
        .mint();
    let machine = world.b2b.m2m().authenticate_token(&token).await.unwrap();
    let project = world.issuer.project_id();
    let mut expected = json!({
        "subject": "m2m-client-test-1", "client_id": "m2m-client-test-1",
        "issuer": format!("stytch.com/{project}"), "audience": [project],
        "scopes": ["read:users"], "expires_at": "2025-01-01T10:05:00Z",
        "issued_at": "2025-01-01T10:00:00Z", "not_before": "2025-01-01T10:00:00Z",
        "custom_claims": {},
    });
    assert_eq!(serde_json::to_value(machine).unwrap(), expected);
    let token = world
        .issuer
        .access_token("member-test-1", "connected-app-test-1");
    let token = token
        .organization(ORGANIZATION, "acme")
        .scope("read:users")
        .mint();
    let token = world
        .b2b
        .idp()
        .introspect_token_local(&token)
        .await
        .unwrap();
    expected["subject"] = "member-test-1".into();
    expected["client_id"] = "connected-app-test-1".into();
    expected["organization"] = json!({"organization_id": ORGANIZATION, "slug": "acme"});
    expected["verdicts"] = json!([]);
    assert_eq!(serde_json::to_value(token).unwrap(), expected);
}

#[tokio::test]
async fn the_end_of_the_token_stands_in_for_that_of_the_session() {
    let world = World::new();
    for odd in [json!(null), json!("")] {
        let jwt = world.member().session_member("expires_at", odd).mint();
        let session = world.check(&jwt).await.unwrap();
        assert_eq!(session.expires_at, time("2025-01-01T10:05:00Z"));
    }
}

#[tokio::test]
async fn claims_of_the_app_cannot_pose_as_the_services() {
    let world = World::new();
    let jwt = world
        .member()
        .claim("member_id", "member-test-evil")
        .claim("organization_id", "organization-test-evil")
        .claim("roles", json!(["admin"]))
        .claim("custom_claims", json!({"a": 1}))
        .claim("session", json!({"id": "evil"}))
        .claim("https://stytch.com/session/", json!({"id": "evil"}))
        .claim("http://stytch.com/session", json!({"id": "own"}))
        .session_member("member_id", "member-test-evil")
        .session_member("user_id", "evil")
        .session_member("organization_id", "organization-test-evil")
        .session_member("member_session_id", "evil")
        .session_member("custom_claims", json!({"evil": true}))
        .mint();
    let session = world.check(&jwt).await.unwrap();
    assert_eq!(session.member_id, MEMBER);
    assert_eq!(session.organization_id, ORGANIZATION);
    assert!(
        session
            .member_session_id
            .as_str()
            .starts_with("session-test-")
    );
    assert!(session.roles.is_empty());
    let mut names: Vec<_> = session.custom_claims.keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "custom_claims",
            "http://stytch.com/session",
            "member_id",
            "organization_id",
            "roles",
            "session"
        ]
    );
}

#[tokio::test]
async fn a_machines_token_has_every_claim() {
    let world = World::new();
    let token = world
        .issuer
        .machine_token("m2m-client-test-1")
        .scope("read:users")
        .scope("write:*")
        .claim("tier", 3)
        .claim("jti", "token-1")
        .mint();
    let machine = world.b2b.m2m().authenticate_token(&token).await.unwrap();
    assert_eq!(machine.client_id(), "m2m-client-test-1");
    assert_eq!(machine.scopes(), ["read:users", "write:*"]);
    assert_eq!(machine.jti(), Some("token-1"));
    assert_eq!(
        machine.issuer(),
        format!("stytch.com/{}", world.issuer.project_id())
    );
    assert_eq!(machine.audience(), [world.issuer.project_id()]);
    assert_eq!(
        (machine.issued_at(), machine.not_before()),
        (Some(start()), Some(start()))
    );
    assert_eq!(machine.expires_at(), time("2025-01-01T10:05:00Z"));
    assert_eq!(
        Value::Object(machine.custom_claims().clone()),
        json!({"tier": 3})
    );
}

#[tokio::test]
async fn an_apps_token_has_every_claim() {
    let world = World::new();
    let token = world
        .issuer
        .access_token("member-test-1", "connected-app-test-1")
        .organization(ORGANIZATION, "acme")
        .scope("openid")
        .scope("documents:read")
        .claim("tier", 3)
        .mint();
    let token = world
        .b2b
        .idp()
        .introspect_token_local(&token)
        .await
        .unwrap();
    assert_eq!(token.subject(), MEMBER);
    assert_eq!(token.client_id(), "connected-app-test-1");
    assert_eq!(token.scopes(), ["openid", "documents:read"]);
    assert_eq!(token.audience(), [world.issuer.project_id()]);
    assert_eq!(
        token.issuer(),
        format!("stytch.com/{}", world.issuer.project_id())
    );
    assert_eq!(token.token_type(), "access_token");
    assert_eq!(
        (token.issued_at(), token.not_before()),
        (Some(start()), Some(start()))
    );
    assert_eq!(token.expires_at(), time("2025-01-01T10:05:00Z"));
    let organization = token.organization().unwrap();
    assert_eq!(
        (&*organization.organization_id, &*organization.slug),
        (ORGANIZATION, "acme")
    );
    assert_eq!(
        Value::Object(token.custom_claims().clone()),
        json!({"tier": 3})
    );
}

#[tokio::test]
async fn scope_and_client_id_of_a_session_are_the_apps_own() {
    let world = World::new();
    let claims = json!({"scope": ["a", 7], "client_id": {"of": "the app"}});
    let token = world.member().claim("scope", claims["scope"].clone());
    let jwt = token.claim("client_id", claims["client_id"].clone()).mint();
    let session = world.check(&jwt).await.unwrap();
    assert_eq!(Value::Object(session.custom_claims.clone()), claims);
}
