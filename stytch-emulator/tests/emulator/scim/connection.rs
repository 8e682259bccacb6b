//! The connection of an organization, as its app sets it up.

use std::time::Duration;

use stytch_b2b::organizations::{self, MemberRole, RoleSourceType, members};
use stytch_b2b::scim::connection::{self, UpdateRequest};
use stytch_b2b::scim::{
    ConnectionStatus, IdentityProvider, ScimConnectionWithToken, ScimGroupImplicitRoleAssignment,
};
use stytch_emulator::Emulator;

use crate::common::{Office, refused};

/// Two people and a group who came over SCIM.
const SEED: &str = "
organizations:
  - organization_name: Acme
scim_connections:
  - organization_id: acme
    display_name: Okta
members:
  - organization_id: acme
    email_address: ada@acme.com
    name: Ada
    scim_registration: { external_id: 00u1 }
  - organization_id: acme
    email_address: bob@acme.com
    scim_registration: {}
scim_groups:
  - organization_id: acme
    group_name: Engineers
    members: [ada@acme.com]
  - organization_id: acme
    group_name: Sales
";

fn connections(office: &Office) -> connection::Connection {
    office.stytch.scim().connection()
}

async fn connect(office: &Office) -> ScimConnectionWithToken {
    let request = connection::CreateRequest::new(&office.id).display_name("Okta");
    let made = connections(office).create(request).await.unwrap();
    made.connection.unwrap()
}

async fn organization(office: &Office) -> organizations::Organization {
    let request = organizations::GetRequest::new(&office.id);
    let found = office.stytch.organizations().get(request);
    found.await.unwrap().organization
}

async fn seeded() -> (Emulator, stytch_b2b::Client) {
    let emulator = Emulator::start().await.unwrap();
    emulator.seed(SEED).unwrap();
    let stytch = emulator.b2b_client();
    (emulator, stytch)
}

async fn member(stytch: &stytch_b2b::Client, email: &str) -> organizations::Member {
    let request = members::GetRequest::new("acme").email_address(email);
    let found = stytch.organizations().members().get(request);
    found.await.unwrap().member
}

fn role<'m>(member: &'m organizations::Member, id: &str) -> Option<&'m MemberRole> {
    member.roles.iter().find(|role| role.role_id == id)
}

#[tokio::test]
async fn an_organization_has_one_connection_and_shows_it() {
    let office = Office::open().await;
    let error = connections(&office).get(connection::GetRequest::new(&office.id));
    refused(&error.await.unwrap_err(), 400, "no_active_scim_connection");
    assert_eq!(organization(&office).await.scim_active_connection, None);

    let made = connect(&office).await;
    assert_eq!(made.status, ConnectionStatus::Active);
    assert_eq!(made.identity_provider, IdentityProvider::Generic);
    let url = office.emulator.url();
    assert_eq!(
        made.base_url,
        format!("{url}/v1/b2b/scim/{}", made.connection_id)
    );
    let token = made.bearer_token.expose();
    assert!(token.len() == 48 && token.chars().all(|c| c.is_ascii_alphanumeric()));

    let found = connections(&office).get(connection::GetRequest::new(&office.id));
    let found = found.await.unwrap();
    assert!(!format!("{found:?}").contains(token));
    let found = found.connection.unwrap();
    assert!(token.ends_with(&found.bearer_token_last_four));
    assert_eq!(found.bearer_token_last_four.len(), 4);
    let shown = organization(&office).await.scim_active_connection.unwrap();
    assert_eq!(shown.connection_id, made.connection_id);
    assert_eq!(shown.display_name, "Okta");
    assert_eq!(shown.bearer_token_last_four, found.bearer_token_last_four);
    assert_eq!(shown.bearer_token_expires_at, found.bearer_token_expires_at);

    let again = connection::CreateRequest::new(&office.id);
    let error = connections(&office).create(again).await.unwrap_err();
    refused(&error, 400, "active_scim_connection_exists");

    let delete = || connection::DeleteRequest::new(&office.id, &made.connection_id);
    let deleted = connections(&office).delete(delete()).await.unwrap();
    assert_eq!(deleted.connection_id, made.connection_id);
    let error = connections(&office).delete(delete()).await.unwrap_err();
    refused(&error, 400, "no_active_scim_connection");
    assert_eq!(organization(&office).await.scim_active_connection, None);
    assert_ne!(connect(&office).await.connection_id, made.connection_id);
}

#[tokio::test]
async fn entra_gets_an_address_that_makes_it_keep_to_the_standard() {
    let office = Office::open().await;
    let id = connect(&office).await.connection_id;
    let request = UpdateRequest::new(&office.id, &id)
        .display_name("Entra")
        .identity_provider(IdentityProvider::MicrosoftEntra);
    let updated = connections(&office).update(request).await.unwrap();
    let updated = updated.connection.unwrap();
    assert!(
        updated
            .base_url
            .ends_with(&format!("{id}?aadOptscim062020"))
    );
    assert_eq!(updated.display_name, "Entra");
    let request = UpdateRequest::new(&office.id, &id).identity_provider("acme-idp");
    let error = connections(&office).update(request).await.unwrap_err();
    refused(&error, 400, "invalid_scim_idp");
}

#[tokio::test]
async fn a_connection_is_that_of_its_organization_alone() {
    let office = Office::open().await;
    let id = connect(&office).await.connection_id;
    let request = organizations::CreateRequest::new("Other");
    let other = office.stytch.organizations().create(request).await.unwrap();
    let other = other.organization.organization_id;
    let connections = connections(&office);
    let none = "no_active_scim_connection";
    let error = connections.update(UpdateRequest::new(&other, &id));
    refused(&error.await.unwrap_err(), 400, none);
    let error = connections.rotate_start(connection::RotateStartRequest::new(&other, &id));
    refused(&error.await.unwrap_err(), 400, none);
    let error = connections.get_groups(connection::GetGroupsRequest::new(&other, &id));
    refused(&error.await.unwrap_err(), 400, none);
    let error = connections.delete(connection::DeleteRequest::new(&other, &id));
    refused(&error.await.unwrap_err(), 400, none);
}

#[tokio::test]
async fn the_token_is_replaced_in_two_steps_or_not_at_all() {
    let office = Office::open().await;
    let made = connect(&office).await;
    let id = &made.connection_id;
    let connections = connections(&office);
    let start = || connections.rotate_start(connection::RotateStartRequest::new(&office.id, id));
    let complete =
        || connections.rotate_complete(connection::RotateCompleteRequest::new(&office.id, id));
    let cancel = || connections.rotate_cancel(connection::RotateCancelRequest::new(&office.id, id));
    let not_rotating = "scim_connection_not_rotating_token";
    refused(&complete().await.unwrap_err(), 400, not_rotating);
    refused(&cancel().await.unwrap_err(), 400, not_rotating);

    let lost = start().await.unwrap().connection.unwrap();
    office.emulator.clock().advance(Duration::from_secs(60));
    let started = start().await.unwrap().connection.unwrap();
    assert_ne!(started.next_bearer_token, lost.next_bearer_token);
    assert!(started.next_bearer_token_expires_at > lost.next_bearer_token_expires_at);
    let last_four = &started.bearer_token_last_four;
    assert!(made.bearer_token.expose().ends_with(last_four));

    let cancelled = cancel().await.unwrap().connection.unwrap();
    assert_eq!(cancelled.bearer_token_last_four, *last_four);
    assert_eq!(cancelled.next_bearer_token_last_four, "");
    assert_eq!(cancelled.next_bearer_token_expires_at, None);

    let started = start().await.unwrap().connection.unwrap();
    let completed = complete().await.unwrap().connection.unwrap();
    let token = started.next_bearer_token.expose();
    assert!(token.ends_with(&completed.bearer_token_last_four));
    assert_eq!(
        completed.bearer_token_expires_at,
        started.next_bearer_token_expires_at
    );
    assert_eq!(completed.next_bearer_token_last_four, "");
    refused(&complete().await.unwrap_err(), 400, not_rotating);
}

#[tokio::test]
async fn groups_come_in_pages() {
    let (_emulator, stytch) = seeded().await;
    let connection = stytch.scim().connection();
    let found = connection.get(connection::GetRequest::new("acme"));
    let id = found.await.unwrap().connection.unwrap().connection_id;
    let request = || connection::GetGroupsRequest::new("acme", &id);
    let first = connection.get_groups(request().limit(1_u32)).await.unwrap();
    assert_eq!(first.scim_groups.len(), 1);
    assert_eq!(first.scim_groups[0].connection_id, id);
    let cursor = first.next_cursor.unwrap();
    let second = connection.get_groups(request().limit(1_u32).cursor(cursor));
    let second = second.await.unwrap();
    assert_eq!(second.next_cursor, None);
    let mut names = [&first.scim_groups[0], &second.scim_groups[0]].map(|one| &one.group_name);
    names.sort_unstable();
    assert_eq!(names, ["Engineers", "Sales"]);
    let error = connection.get_groups(request().limit(1001_u32)).await;
    refused(&error.unwrap_err(), 400, "invalid_limit");
}

#[tokio::test]
async fn a_group_grants_roles_to_those_who_are_in_it() {
    let (_emulator, stytch) = seeded().await;
    let connection = stytch.scim().connection();
    let found = connection.get(connection::GetRequest::new("acme"));
    let id = found.await.unwrap().connection.unwrap().connection_id;
    let groups = connection.get_groups(connection::GetGroupsRequest::new("acme", &id));
    let groups = groups.await.unwrap().scim_groups;
    let engineers = groups.iter().find(|one| one.group_name == "Engineers");
    let group_id = &engineers.unwrap().group_id;
    let assign = |role_id: &str, group_id: &str| {
        let assignment =
            ScimGroupImplicitRoleAssignment::new(role_id, group_id, "whatever it is called");
        let request = UpdateRequest::new("acme", &id);
        connection.update(request.scim_group_implicit_role_assignments([assignment]))
    };
    let unknown = "scim-group-test-1";
    let error = assign("stytch_admin", unknown).await.unwrap_err();
    let refusal = "scim_group_role_assignment_group_does_not_exist";
    refused(&error, 400, refusal);
    let error = assign("stytch_admin", "").await.unwrap_err();
    let refusal = "scim_group_role_assignment_does_not_contain_group_id";
    refused(&error, 400, refusal);
    let error = assign("no_such_role", group_id.as_str()).await;
    refused(&error.unwrap_err(), 400, "invalid_rbac_role_id");
    let error = assign("stytch_member", group_id.as_str()).await;
    refused(
        &error.unwrap_err(),
        400,
        "cannot_assign_default_rbac_role_id",
    );
    assert!(!member(&stytch, "ada@acme.com").await.is_admin);

    let updated = assign("stytch_admin", group_id.as_str()).await.unwrap();
    let assignments = updated
        .connection
        .unwrap()
        .scim_group_implicit_role_assignments;
    assert_eq!(assignments[0].group_name, "Engineers");
    let ada = member(&stytch, "ada@acme.com").await;
    assert!(ada.is_admin);
    let source = &role(&ada, "stytch_admin").unwrap().sources[0];
    assert_eq!(source.r#type, RoleSourceType::ScimConnectionGroup);
    assert_eq!(source.details["connection_id"], id.as_str());
    assert_eq!(source.details["group_id"], group_id.as_str());
    let registration = ada.scim_registration.unwrap();
    assert_eq!(registration.external_id.as_deref(), Some("00u1"));
    let attributes = registration.scim_attributes.unwrap();
    assert_eq!(attributes.groups[0].value, group_id.as_str());
    assert_eq!(attributes.groups[0].display, "Engineers");
    assert!(!member(&stytch, "bob@acme.com").await.is_admin);

    // the roles and the record of the provider go with the connection; the people stay
    let request = connection::DeleteRequest::new("acme", &id);
    connection.delete(request).await.unwrap();
    let ada = member(&stytch, "ada@acme.com").await;
    assert!(!ada.is_admin && ada.scim_registration.is_none());
}

#[tokio::test]
async fn an_admin_of_the_organization_may_manage_its_connection_and_others_may_not() {
    let office = Office::open().await;
    let admin = office.hire("ada@acme.com", "correct horse battery").await;
    let request = members::UpdateRequest::new(&office.id, &admin).roles(["stytch_admin"]);
    let updated = office.stytch.organizations().members().update(request);
    updated.await.unwrap();
    office.hire("bob@acme.com", "correct horse battery").await;
    let log_in = async |email: &str| {
        let login = office.log_in(email, "correct horse battery").await;
        login.unwrap().session_token
    };
    let (ada, bob) = (log_in("ada@acme.com").await, log_in("bob@acme.com").await);
    let connections = connections(&office);
    let create = || connections.create(connection::CreateRequest::new(&office.id));
    let error = create().session_token(&bob).await.unwrap_err();
    refused(&error, 403, "session_authorization_error");
    let made = create().session_token(&ada).await.unwrap();
    let id = made.connection.unwrap().connection_id;
    let rotate = || connections.rotate_start(connection::RotateStartRequest::new(&office.id, &id));
    let error = rotate().session_token(&bob).await.unwrap_err();
    refused(&error, 403, "session_authorization_error");
    rotate().session_token(&ada).await.unwrap();
}

#[tokio::test]
async fn seeds_are_told_what_does_not_fit() {
    let emulator = Emulator::start().await.unwrap();
    let acme = "organizations: [{ organization_name: Acme }]\n";
    for (text, expected) in [
        (
            "scim_connections: [{ organization_id: other }]",
            "no organization other",
        ),
        (
            "scim_groups: [{ organization_id: acme, group_name: G }]",
            "no SCIM connection of G",
        ),
        (
            "members: [{ organization_id: acme, email_address: a@acme.com, scim_registration: {} }]",
            "no such SCIM connection",
        ),
        (
            "scim_connections: [{ organization_id: acme }]\nscim_groups: [{ organization_id: acme, group_name: G, members: [a@acme.com] }]",
            "a@acme.com of G is no member",
        ),
        (
            "scim_connections: [{ organization_id: acme }, { organization_id: acme, connection_id: scim-connection-test-2 }]",
            "is taken",
        ),
    ] {
        let error = emulator
            .seed(&format!("{acme}{text}"))
            .unwrap_err()
            .to_string();
        assert!(error.contains(expected), "{text}: {error}");
    }
    // what is exported can be taken in again
    emulator.seed(SEED).unwrap();
    let http = reqwest::Client::new();
    let url = |path: &str| format!("{}/_emulator/{path}", emulator.url());
    let export = http
        .get(url("export"))
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    let imported = http
        .post(url("import"))
        .body(export.clone())
        .send()
        .await
        .unwrap();
    assert_eq!(imported.status(), 200);
    let again = http
        .get(url("export"))
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    assert_eq!(again, export);
}
