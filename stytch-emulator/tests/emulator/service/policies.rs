//! RBAC policies that a seed sets.

use stytch_b2b::organizations::members;

use stytch_consumer::users;
use stytch_emulator::Emulator;

const SEED: &str = "
settings:
  policy:
    resources:
      - resource_id: documents
        actions: [read, write]
    roles:
      - role_id: reader
        permissions: [{ resource_id: documents, actions: [read] }]
organizations:
  - organization_name: Acme
members:
  - organization_id: acme
    email_address: ada@acme.com
    assigned_roles: [stytch_admin]
  - organization_id: acme
    email_address: grace@acme.com
    assigned_roles: [reader]
";

#[tokio::test]
async fn roles_of_the_app_stand_beside_the_built_in_ones() {
    let emulator = Emulator::start().await.unwrap();
    emulator.seed(SEED).unwrap();
    let stytch = emulator.b2b_client();
    let member = async |address: &str| {
        let request = members::GetRequest::new("acme").email_address(address);
        let found = stytch.organizations().members().get(request).await;
        found.unwrap().member
    };
    assert!(member("ada@acme.com").await.is_admin);
    let grace = member("grace@acme.com").await;
    let roles: Vec<_> = grace.roles.iter().map(|role| &*role.role_id).collect();
    assert_eq!(roles, ["stytch_member", "reader"]);

    let policy = stytch.rbac().policy().await.unwrap().policy.unwrap();
    let ids: Vec<_> = policy.roles.iter().map(|role| &*role.role_id).collect();
    assert_eq!(ids, ["reader", "stytch_member", "stytch_admin"]);
    let known = |id: &str| policy.resources.iter().any(|one| one.resource_id == id);
    assert!(known("documents") && known("stytch.member"));
}

#[tokio::test]
async fn a_built_in_role_that_is_named_is_what_was_set() {
    let emulator = Emulator::start().await.unwrap();
    let own = "settings: { policy: { roles: [{ role_id: stytch_member, permissions: [] }] } }";
    emulator.seed(own).unwrap();
    let stytch = emulator.b2b_client();
    let policy = stytch.rbac().policy().await.unwrap().policy.unwrap();
    let of = |id: &str| policy.roles.iter().find(|role| role.role_id == id);
    assert!(of("stytch_member").unwrap().permissions.is_empty());
    assert!(!of("stytch_admin").unwrap().permissions.is_empty());
}

#[tokio::test]
async fn users_keep_the_role_that_all_of_them_have() {
    let emulator = Emulator::start().await.unwrap();
    emulator
        .seed("settings: { user_policy: { roles: [{ role_id: editor }] } }")
        .unwrap();
    let stytch = emulator.consumer_client();
    let request = users::CreateRequest::new()
        .email("ada@example.com")
        .roles(["editor"]);
    let ada = stytch.users().create(request).await.unwrap().user;
    assert_eq!(ada.roles, ["stytch_user", "editor"]);
    let policy = stytch.rbac().policy().await.unwrap().policy.unwrap();
    let ids: Vec<_> = policy.roles.iter().map(|role| &*role.role_id).collect();
    assert_eq!(ids, ["editor", "stytch_user"]);
}
