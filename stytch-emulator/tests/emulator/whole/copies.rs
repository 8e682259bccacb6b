//! What comes out of a project goes in again, and is there after a start: every table.

use std::collections::BTreeSet;
use std::sync::Arc;

use fastrand::Rng;
use reqwest::Method;
use serde_json::Value;
use stytch_b2b::m2m;
use stytch_emulator::Emulator;

use super::actor::{Actor, Desk};
use super::caller::Caller;
use super::context::Context;
use super::flows::flows;
use super::soak::same;
use super::values::Style;
use crate::common::invariants::check;

/// What no flow leaves behind.
const RARE: &str = "
organizations:
  - organization_name: Acme
members:
  - { organization_id: acme, email_address: ada@acme.com, scim_registration: {} }
scim_connections:
  - { organization_id: acme, display_name: Directory }
scim_groups:
  - { organization_id: acme, group_name: Engineers, members: [ada@acme.com] }
identities:
  - { email_address: ada@acme.com, name: Ada, subject: 00u1 }
provider_logins:
  - state: at-the-chooser
    aim: discovery_oauth
    provider: google
    login_redirect_url: http://localhost:3000/in
    signup_redirect_url: http://localhost:3000/up
    expires_at: 2026-01-01T00:00:00Z
app_requests:
  - name: at-the-consent-page
    client_id: connected-app-test-1
    redirect_uri: http://localhost:3000/back
    scopes: [openid]
    expires_at: 2026-01-01T00:00:00Z
users:
  - { user_id: user-test-ada, emails: [{ email_id: email-test-ada, email: ada@example.com, verified: true }] }
locks:
  - { account: user-test-ada, failures: 3 }
sightings:
  - id: user-test-ada:ip:127.0.0.1
    person: user-test-ada
    first_seen_at: 2026-01-01T00:00:00Z
    last_seen_at: 2026-01-02T00:00:00Z
email_risks:
  - { of: example.com, risk_score: 90 }
webhook_endpoints:
  - { url: 'http://localhost:9/webhooks' }
";

/// The names of all tables, as somebody is told who writes another one.
fn tables(emulator: &Emulator) -> BTreeSet<String> {
    let told = emulator.seed("nothing: []").unwrap_err().to_string();
    let (_, names) = told.rsplit_once("expected one of ").unwrap();
    names.trim().split(", ").map(str::to_owned).collect()
}

/// The names of those in which something is.
fn filled(export: &Value) -> impl Iterator<Item = String> {
    export.as_object().unwrap().keys().cloned()
}

/// Copies a project, and makes sure that the copy is the same.
async fn copy(caller: &Caller) -> Value {
    let export = caller.export().await.unwrap();
    check(&export);
    let other = caller.of("project-test-copy");
    let imported = other
        .control(Method::POST, "import", &export.to_string())
        .await;
    imported.unwrap();
    same(&caller.project, &export, &other.export().await.unwrap());
    export
}

#[tokio::test]
async fn every_table_survives_a_copy_and_a_start() {
    let folder = tempfile::tempdir().unwrap();
    let start = || Emulator::builder().data(folder.path()).start();
    let emulator = start().await.unwrap();
    let all = tables(&emulator);
    let mut seen = BTreeSet::new();
    let mut random = Rng::with_seed(1);
    let mut desk = Desk::new(&Arc::new(Emulator::start().await.unwrap()));
    let rare = Caller::new(emulator.url(), "project-test-rare");
    rare.control(Method::POST, "seed", RARE).await.unwrap();
    seen.extend(filled(&copy(&rare).await));
    let mut callers = vec![rare];
    for (number, flow) in flows().iter().enumerate() {
        let mut actor = Actor {
            caller: Caller::new(emulator.url(), &format!("project-test-flow-{number}")),
            context: Context::default(),
            desk,
        };
        for step in &flow.steps {
            actor.step(step, &mut random, Style::Careful).await;
            let export = actor.caller.export().await.unwrap();
            // what is there for a moment only is copied in that moment
            if filled(&export).any(|table| !seen.contains(&table)) {
                seen.extend(filled(&copy(&actor.caller).await));
            }
        }
        copy(&actor.caller).await;
        callers.push(actor.caller);
        desk = actor.desk;
    }
    let missing: Vec<_> = all.difference(&seen).collect();
    assert!(missing.is_empty(), "nothing is ever in {missing:?}");

    let mut before = Vec::new();
    for caller in &callers {
        before.push(caller.export().await.unwrap());
    }
    emulator.stop().await.unwrap();
    let emulator = start().await.unwrap();
    for (caller, before) in callers.iter().zip(before) {
        let after = caller.at(emulator.url()).export().await.unwrap();
        same(&caller.project, &before, &after);
    }
}

#[tokio::test]
async fn an_id_that_is_left_empty_is_made_up() {
    let emulator = Emulator::start().await.unwrap();
    let request = m2m::clients::CreateRequest::new(["read:users"]).client_id("");
    let made = emulator.b2b_client().m2m().clients().create(request).await;
    let id = made.unwrap().m2m_client.client_id;
    assert!(id.as_str().starts_with("m2m-client-test-"), "{id}");
    let caller = Caller::new(emulator.url(), emulator.project_id());
    copy(&caller).await;
}
