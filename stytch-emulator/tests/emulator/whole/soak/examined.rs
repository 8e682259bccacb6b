//! A project that nobody uses for the moment.

use fastrand::Rng;
use reqwest::Method;
use serde_json::{Value, json};

use super::same;
use crate::common::invariants::{check, list, text};
use crate::whole::api::operation;
use crate::whole::caller::{Caller, Outcome};

/// So many of each kind are looked up.
const LOOKED_UP: usize = 4;

/// Makes sure of what holds of a project, and gives everything that is in it.
pub(super) async fn examine(caller: &Caller, random: &mut Rng) -> Value {
    let export = caller.export().await.unwrap();
    check(&export);
    names_lead_there(caller, &export, random).await;
    if random.u8(0..4) == 0 {
        // what comes out goes in again
        let other = caller.of("project-test-copy");
        let imported = other
            .control(Method::POST, "import", &export.to_string())
            .await;
        imported.unwrap();
        let copy = other.export().await.unwrap();
        same("the copy", &export, &copy);
    }
    export
}

/// Everybody is found by every name.
async fn names_lead_there(caller: &Caller, export: &Value, random: &mut Rng) {
    for one in some(export, "organizations", random) {
        let id = text(one, "organization_id");
        for field in ["organization_slug", "organization_external_id"] {
            let name = text(one, field);
            if !name.is_empty() {
                let found = look_up(
                    caller,
                    "b2b.organizations.get",
                    json!({ "organization_id": name }),
                );
                assert_eq!(found.await["organization"]["organization_id"], id, "{one}");
            }
        }
    }
    for one in some(export, "members", random) {
        let (id, home) = (text(one, "member_id"), text(one, "organization_id"));
        if text(one, "status") == "deleted" {
            continue;
        }
        let email = text(one, "email_address");
        let asked = json!({ "organization_id": home, "email_address": email });
        let found = look_up(caller, "b2b.organizations.members.get", asked).await;
        assert_eq!(found["member"]["member_id"], id, "{one}");
        let external = text(one, "external_id");
        if !external.is_empty() {
            let asked = json!({ "organization_id": home, "member_id": external });
            let found = look_up(caller, "b2b.organizations.members.get", asked).await;
            assert_eq!(found["member"]["member_id"], id, "{one}");
        }
        let asked = json!({ "organization_ids": [home], "query": { "operator": "AND", "operands": [
            { "filter_name": "member_emails", "filter_value": [email] },
        ]}});
        let found = look_up(caller, "b2b.organizations.members.search", asked).await;
        let mut members = list(&found, "members").iter();
        assert!(
            members.any(|member| text(member, "member_id") == id),
            "{one}"
        );
    }
    // whoever asks for a user takes off all of them what was not proven in time, which nobody else expects
    let waits = |user: &Value| user.get("kept_until").is_some();
    if list(export, "users").iter().any(waits) {
        return;
    }
    for one in some(export, "users", random) {
        let id = text(one, "user_id");
        let external = text(one, "external_id");
        if !external.is_empty() {
            let found = look_up(caller, "consumer.users.get", json!({ "user_id": external })).await;
            assert_eq!(found["user_id"], id, "{one}");
        }
        for email in list(one, "emails") {
            let asked = json!({ "query": { "operator": "AND", "operands": [
                { "filter_name": "email_address", "filter_value": [text(email, "email")] },
            ]}});
            let found = look_up(caller, "consumer.users.search", asked).await;
            let ids: Vec<_> = list(&found, "results")
                .iter()
                .map(|user| text(user, "user_id"))
                .collect();
            assert_eq!(ids, [id], "{one}");
        }
    }
}

fn some<'v>(export: &'v Value, table: &str, random: &mut Rng) -> Vec<&'v Value> {
    random.choose_multiple(list(export, table), LOOKED_UP)
}

async fn look_up(caller: &Caller, name: &str, params: Value) -> Value {
    match caller
        .call(operation(name), params.as_object().unwrap(), None)
        .await
    {
        Outcome::Answer(200, body) => body,
        other => panic!("{name} {params}: {other:?}"),
    }
}
