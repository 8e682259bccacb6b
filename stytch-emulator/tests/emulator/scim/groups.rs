//! Groups that a directory pushes, and the roles that follow from them.

use reqwest::Method;
use serde_json::{Value, json};
use stytch_b2b::organizations::RoleSourceType;
use stytch_b2b::scim::ScimGroupImplicitRoleAssignment;
use stytch_b2b::scim::connection::{GetGroupsRequest, GetRequest, UpdateRequest};
use stytch_emulator::Emulator;

use super::directory::{Directory, denied, id};

async fn assignments(acme: &Directory) -> Vec<ScimGroupImplicitRoleAssignment> {
    let request = GetRequest::new(&acme.organization_id);
    let found = acme.stytch.scim().connection().get(request).await.unwrap();
    found
        .connection
        .unwrap()
        .scim_group_implicit_role_assignments
}

#[tokio::test]
async fn roles_follow_whoever_joins_and_leaves_a_group() {
    let emulator = Emulator::start().await.unwrap();
    let acme = Directory::of(&emulator, "Acme").await;
    let ada = id(&acme.provision("ada@acme.com", ("Ada", "Lovelace")).await);
    let bob = id(&acme.provision("bob@acme.com", ("Bob", "Babbage")).await);
    let group = acme.group("Admins", &[&ada]).await;
    let path = format!("Groups/{group}");

    // the app sees the group, and gives it a role
    let request = GetGroupsRequest::new(&acme.organization_id, &acme.connection_id);
    let groups = acme.stytch.scim().connection().get_groups(request);
    let groups = groups.await.unwrap().scim_groups;
    assert_eq!(groups[0].group_id.as_str(), group);
    assert_eq!(groups[0].group_name, "Admins");
    assert_eq!(groups[0].organization_id, acme.organization_id);
    let role = ScimGroupImplicitRoleAssignment::new("stytch_admin", &*group, "Admins");
    let request = UpdateRequest::new(&acme.organization_id, &acme.connection_id)
        .scim_group_implicit_role_assignments([role]);
    acme.stytch
        .scim()
        .connection()
        .update(request)
        .await
        .unwrap();

    let admins = async || {
        let (ada, bob) = (acme.member(&ada).await, acme.member(&bob).await);
        (ada.is_admin, bob.is_admin)
    };
    assert_eq!(admins().await, (true, false));
    // as Entra adds somebody
    let add = json!([{ "op": "Add", "path": "members", "value": [{ "value": bob }] }]);
    let (status, patched) = acme.patch(&path, add.clone()).await;
    assert_eq!(status, 200, "{patched}");
    assert_eq!(patched["members"].as_array().unwrap().len(), 2);
    assert_eq!(admins().await, (true, true));
    let (_, same) = acme.patch(&path, add).await;
    assert_eq!(same["members"].as_array().unwrap().len(), 2);
    let (_, user) = acme.get(&format!("Users/{bob}")).await;
    assert_eq!(
        user["groups"],
        json!([{ "value": group, "display": "Admins" }])
    );
    // as Okta takes somebody away
    let one = format!("members[value eq \"{ada}\"]");
    let remove = json!([{ "op": "remove", "path": one }]);
    assert_eq!(acme.patch(&path, remove).await.0, 200);
    assert_eq!(admins().await, (false, true));
    // as Entra does; nobody else goes
    let remove = json!([{ "op": "Remove", "path": "members", "value": [{ "value": ada }] }]);
    acme.patch(&path, remove).await;
    assert_eq!(admins().await, (false, true));
    let remove = json!([{ "op": "Remove", "path": "members", "value": [{ "value": bob }] }]);
    acme.patch(&path, remove).await;
    assert_eq!(admins().await, (false, false));
    // the whole list at once
    let all = json!([{ "op": "replace", "path": "members", "value": [{ "value": ada }, { "value": bob }] }]);
    acme.patch(&path, all).await;
    assert_eq!(admins().await, (true, true));
    let source = acme.member(&ada).await.roles.remove(1).sources.remove(0);
    assert_eq!(source.r#type, RoleSourceType::ScimConnectionGroup);

    // a new name keeps the id, and the role
    let rename = json!([{ "op": "replace", "value": { "id": group, "displayName": "Owners" } }]);
    let (_, renamed) = acme.patch(&path, rename).await;
    assert_eq!(
        (&renamed["id"], &renamed["displayName"]),
        (&json!(group), &json!("Owners"))
    );
    assert_eq!(assignments(&acme).await[0].group_name, "Owners");
    assert_eq!(admins().await, (true, true));

    // whoever is deactivated has no roles, and has them again afterwards
    let user = format!("Users/{ada}");
    let active = |is: bool| json!([{ "op": "replace", "value": { "active": is } }]);
    acme.patch(&user, active(false)).await;
    assert_eq!(admins().await, (false, true));
    acme.patch(&user, active(true)).await;
    assert_eq!(admins().await, (true, true));

    assert_eq!(acme.send(Method::DELETE, &path, &Value::Null).await.0, 204);
    assert_eq!(admins().await, (false, false));
    assert!(assignments(&acme).await.is_empty());
    denied(&acme.get(&path).await, 404, "");
}

#[tokio::test]
async fn groups_are_found_and_shown_as_asked() {
    let emulator = Emulator::start().await.unwrap();
    let acme = Directory::of(&emulator, "Acme").await;
    let ada = id(&acme.provision("ada@acme.com", ("Ada", "Lovelace")).await);
    let engineers = acme.group("Engineers", &[&ada]).await;
    acme.group("Sales", &[]).await;
    let (total, found) = acme.find("Groups", r#"displayName eq "engineers""#).await;
    assert_eq!((total, id(&found[0])), (1, engineers.clone()));
    let mine = format!(r#"members.value eq "{ada}""#);
    assert_eq!(acme.find("Groups", &mine).await.0, 1);
    let path = format!("Groups/{engineers}");
    // as Entra asks for it
    let (_, short) = acme
        .get(&format!("{path}?excludedAttributes=members"))
        .await;
    assert!(short.get("members").is_none() && short["displayName"] == "Engineers");
    let (_, whole) = acme.get(&path).await;
    assert_eq!(whole["members"][0]["display"], "Ada Lovelace");
}

#[tokio::test]
async fn what_is_no_group_is_refused() {
    let emulator = Emulator::start().await.unwrap();
    let acme = Directory::of(&emulator, "Acme").await;
    let group = acme.group("Engineers", &[]).await;
    let path = format!("Groups/{group}");
    for body in [
        json!({}),
        json!({ "displayName": " " }),
        json!({ "displayName": 7 }),
        json!({ "displayName": "x".repeat(2000) }),
        json!({ "displayName": "G", "members": [{ "value": group }] }),
        json!({ "displayName": "G", "members": [{ "value": "nobody" }] }),
        json!({ "displayName": "G", "members": [{}] }),
        json!({ "displayName": "G", "members": 7 }),
    ] {
        let answer = acme.send(Method::POST, "Groups", &body).await;
        denied(&answer, 400, "invalidValue");
        let answer = acme.send(Method::PUT, &path, &body).await;
        denied(&answer, 400, "invalidValue");
    }
    let nameless = json!([{ "op": "remove", "path": "displayName" }]);
    denied(&acme.patch(&path, nameless).await, 400, "mutability");
    let unknown = "Groups/scim-group-test-1";
    denied(&acme.get(unknown).await, 404, "");
    denied(
        &acme.send(Method::DELETE, unknown, &Value::Null).await,
        404,
        "",
    );
    let (total, _) = acme.find("Groups", "displayName pr").await;
    assert_eq!(total, 1);
}
