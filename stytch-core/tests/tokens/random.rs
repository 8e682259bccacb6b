//! Hostile text by the thousand: nothing panics, and nothing passes that should not. The fuzz targets
//! in `fuzz/` run the same readers for as long as one likes.

use std::collections::BTreeSet;

use fastrand::Rng;
use serde_json::{Value, json};
use stytch_b2b::sessions::MemberSession;
use stytch_core::{rbac::CompiledPolicy, testing::fuzz};

use crate::support::World;

/// What turns up in tokens, and what breaks readers.
const PIECES: &[&str] = &[
    "\"iss\"",
    "\"aud\"",
    "\"sub\"",
    "\"exp\"",
    "\"scope\"",
    "\"client_id\"",
    "\"alg\"",
    "\"kid\"",
    "\"https://stytch.com/session\"",
    "\"https://stytch.com/organization\"",
    "\"id\"",
    "\"roles\"",
    "\"expires_at\"",
    "\"organization_id\"",
    "\"2025-01-01T10:00:00Z\"",
    "\"RS256\"",
    "null",
    "true",
    "{}",
    "[]",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\\u0000",
    "\\ud800",
    "\\\"",
    "-1",
    "1e999",
    "18446744073709551616",
    "0.5",
    ".",
    "..",
    "=",
    " ",
    "\u{feff}",
    "\u{1f980}",
];

/// Changes a text in a few places.
fn mutate(random: &mut Rng, text: &[u8]) -> Vec<u8> {
    let mut text = text.to_vec();
    for _ in 0..random.usize(1..6) {
        let place = random.usize(0..=text.len());
        let end = (place + random.usize(0..8)).min(text.len());
        let piece = match random.u8(0..5) {
            0 => Vec::new(),
            1 => vec![random.u8(..)],
            2 => {
                let from = random.usize(0..=text.len());
                text[from..(from + random.usize(0..64)).min(text.len())].to_vec()
            }
            _ => random.choice(PIECES).unwrap().as_bytes().to_vec(),
        };
        text.splice(place..end, piece);
    }
    text
}

#[test]
fn readers_of_tokens_stand_anything() {
    let world = World::new();
    let member = world
        .member()
        .role("admin")
        .claim("plan", "pro")
        .claim("scope", "read:users");
    let machine = world
        .issuer
        .machine_token("m2m-client-test-1")
        .scope("read:users");
    let app = world
        .issuer
        .access_token("member-test-1", "connected-app-test-1")
        .organization("organization-test-1", "acme");
    let jwts = [member.mint(), machine.mint(), app.mint()];
    let payloads = [member.claims(), machine.claims(), app.claims()]
        .map(|claims| serde_json::to_vec(claims).unwrap());
    let keys = serde_json::to_vec(&world.issuer.jwks()).unwrap();
    let mut random = Rng::with_seed(7);
    for _ in 0..30_000 {
        let jwt = random.choice(&jwts).unwrap();
        fuzz::token(&String::from_utf8_lossy(&mutate(
            &mut random,
            jwt.as_bytes(),
        )));
        let payload = random.choice(&payloads).unwrap();
        fuzz::claims::<MemberSession>(&mutate(&mut random, payload));
        if random.u8(..) < 16 {
            fuzz::keys(&mutate(&mut random, &keys));
        }
    }
}

/// One of a few names, so that they meet.
fn name(random: &mut Rng) -> Value {
    (*random.choice(["a", "b", "c", "*", "", "d:e"]).unwrap()).into()
}

fn list(random: &mut Rng, item: impl Fn(&mut Rng) -> Value) -> Value {
    let length = random.usize(0..5);
    (0..length).map(|_| item(random)).collect()
}

fn permissions(random: &mut Rng) -> Value {
    list(
        random,
        |random| json!({"resource_id": name(random), "actions": list(random, name)}),
    )
}

/// The rule as it is written down, read straight off the JSON.
fn allowed(policy: &Value, held: &[String], resource: &str, action: &str) -> BTreeSet<String> {
    let mut allowed = BTreeSet::new();
    for role in policy["roles"].as_array().unwrap() {
        let id = role["role_id"].as_str().unwrap();
        if id.is_empty() || !held.iter().any(|held| held == id) {
            continue;
        }
        for permission in role["permissions"].as_array().unwrap() {
            let actions = permission["actions"].as_array().unwrap();
            let is_named = permission["resource_id"] != "";
            if is_named
                && permission["resource_id"] == resource
                && actions.iter().any(|known| known == action || known == "*")
            {
                allowed.insert(id.to_owned());
            }
        }
    }
    allowed
}

#[test]
fn the_index_says_what_the_policy_says() {
    let mut random = Rng::with_seed(7);
    for _ in 0..3000 {
        let random = &mut random;
        let roles = list(
            random,
            |random| json!({"role_id": name(random), "permissions": permissions(random)}),
        );
        let policy = json!({ "roles": roles });
        let index = CompiledPolicy::from_json(policy.to_string().as_bytes()).unwrap();
        for _ in 0..10 {
            let text = |value: Value| value.as_str().unwrap().to_owned();
            let held: Vec<_> = (0..random.usize(0..4))
                .map(|_| text(name(random)))
                .collect();
            let (resource, action) = (text(name(random)), text(name(random)));
            let verdict = index.check_roles(held.iter().map(String::as_str), &resource, &action);
            let by: BTreeSet<_> = verdict.granted_by().map(str::to_owned).collect();
            let expected = allowed(&policy, &held, &resource, &action);
            assert_eq!(by, expected, "{policy} {held:?} {resource} {action}");
            assert_eq!(verdict.is_allowed(), !expected.is_empty());
        }
    }
}

#[test]
fn readers_of_policies_stand_anything() {
    let policy = json!({
        "roles": [{"role_id": "admin", "permissions": [{"resource_id": "a", "actions": ["*"]}]}],
        "scopes": [{"scope": "s", "permissions": [{"resource_id": "a", "actions": ["x"]}]}],
        "resources": [{"resource_id": "a", "actions": ["x", "y"]}],
    });
    let text = serde_json::to_vec(&policy).unwrap();
    let mut random = Rng::with_seed(7);
    for _ in 0..30_000 {
        let text = mutate(&mut random, &text);
        if let Ok(policy) = CompiledPolicy::from_json(&text) {
            assert!(!policy.check_roles([""], "a", "x").is_allowed());
            if let Ok(organization) = stytch_core::rbac::OrganizationPolicy::from_json(&text) {
                let _ = policy.validate_org_policy(&organization);
            }
        }
    }
}
