//! People who come, change and go by the directory of their organization.

use reqwest::Method;
use serde_json::json;
use stytch_b2b::organizations::{self, EmailImplicitRoleAssignment, MemberStatus, members};
use stytch_b2b::sessions;
use stytch_emulator::Emulator;

use super::directory::{Directory, ENTERPRISE, USER, denied, id, read};
use crate::common::{Office, refused};

#[tokio::test]
async fn whoever_is_provisioned_is_a_member() {
    let emulator = Emulator::start().await.unwrap();
    let assignment = EmailImplicitRoleAssignment::new("acme.com", "stytch_admin");
    let request = organizations::CreateRequest::new("Acme")
        .rbac_email_implicit_role_assignments([assignment]);
    let acme = Directory::with(&emulator, request).await;

    let (total, _) = acme.find("Users", r#"userName eq "ada@acme.com""#).await;
    assert_eq!(total, 0);
    let ada = acme.provision("ada@acme.com", ("Ada", "Lovelace")).await;
    assert_eq!(ada["active"], true);
    assert_eq!(ada["schemas"], json!([USER]));
    assert_eq!(ada["meta"]["resourceType"], "User");
    let place = ada["meta"]["location"].as_str().unwrap();
    let found = acme.http.get(place).bearer_auth(&acme.token).send();
    assert_eq!(read(found.await.unwrap()).await, (200, ada.clone()));
    let (total, found) = acme.find("Users", r#"userName eq "ADA@acme.com""#).await;
    assert_eq!((total, &found[0]), (1, &ada));
    let (_, found) = acme.find("Users", r#"externalId eq "00u-Ada""#).await;
    assert_eq!(found, std::slice::from_ref(&ada));

    let member = acme.member(&id(&ada)).await;
    assert_eq!(member.organization_id, acme.organization_id);
    assert_eq!(member.status, MemberStatus::Active);
    assert_eq!(member.email_address, "ada@acme.com");
    assert_eq!(member.name, "Ada Lovelace");
    assert!(member.email_address_verified && member.is_admin);
    let registration = member.scim_registration.unwrap();
    assert_eq!(registration.connection_id, acme.connection_id);
    assert_eq!(registration.external_id.as_deref(), Some("00u-Ada"));
    let attributes = registration.scim_attributes.unwrap();
    assert!(attributes.active);
    assert_eq!(attributes.id, member.member_id.as_str());
    assert_eq!(attributes.user_name, "ada@acme.com");
    assert_eq!(attributes.name.unwrap().family_name, "Lovelace");
    assert!(attributes.emails[0].primary);

    let again = json!({ "schemas": [USER], "userName": "Ada@acme.com" });
    denied(
        &acme.send(Method::POST, "Users", &again).await,
        409,
        "uniqueness",
    );
    let other = json!({ "userName": "lovelace", "emails": [{ "value": "ada@acme.com" }] });
    denied(
        &acme.send(Method::POST, "Users", &other).await,
        409,
        "uniqueness",
    );
}

#[tokio::test]
async fn the_answer_to_a_new_user_says_where_it_is() {
    let emulator = Emulator::start().await.unwrap();
    let acme = Directory::of(&emulator, "Acme").await;
    let body = json!({ "schemas": [USER], "userName": "ada@acme.com" });
    let request = acme.request(Method::POST, "Users").body(body.to_string());
    let response = request.send().await.unwrap();
    let place = response.headers()["location"].to_str().unwrap().to_owned();
    let (status, ada) = read(response).await;
    assert_eq!(
        (status, ada["meta"]["location"].as_str().unwrap()),
        (201, &*place)
    );
}

#[tokio::test]
async fn changes_of_a_person_arrive_in_the_shapes_of_okta_and_entra() {
    let emulator = Emulator::start().await.unwrap();
    let acme = Directory::of(&emulator, "Acme").await;
    let ada = acme.provision("ada@acme.com", ("Ada", "Byron")).await;
    let path = format!("Users/{}", id(&ada));

    // Okta sends the whole
    let whole = json!({
        "schemas": [USER, ENTERPRISE],
        "id": id(&ada),
        "userName": "lovelace@acme.com",
        "name": { "givenName": "Ada", "familyName": "Lovelace" },
        "emails": [{ "primary": true, "value": "lovelace@acme.com", "type": "work" }],
        "active": true,
        "password": "correct horse battery",
        ENTERPRISE: { "department": "Engines", "manager": { "value": "00u9" } },
        "urn:acme:custom": { "shoeSize": 37 },
    });
    let (status, replaced) = acme.send(Method::PUT, &path, &whole).await;
    assert_eq!(status, 200, "{replaced}");
    assert_eq!(replaced["schemas"], json!([USER, ENTERPRISE]));
    assert!(replaced.get("password").is_none() && replaced.get("urn:acme:custom").is_none());
    assert!(replaced.get("externalId").is_none());
    let member = acme.member(&id(&ada)).await;
    assert_eq!(member.email_address, "lovelace@acme.com");
    assert!(member.email_address_verified);
    assert_eq!(
        member.retired_email_addresses[0].email_address,
        "ada@acme.com"
    );
    assert_eq!(member.name, "Ada Lovelace");
    let registration = member.scim_registration.unwrap();
    assert_eq!(registration.external_id, None);
    let company = registration.scim_attributes.unwrap().enterprise_extension;
    assert_eq!(company.unwrap().manager.unwrap().value, "00u9");

    // Entra sends parts
    let (status, patched) = acme
        .patch(
            &path,
            json!([
                { "op": "Add", "path": "title", "value": "Countess" },
                { "op": "Replace", "path": "displayName", "value": "A. Lovelace" },
                { "op": "Replace", "path": "emails[type eq \"work\"].value", "value": "ada@acme.com" },
                { "op": "Add", "path": "phoneNumbers[type eq \"mobile\"].value", "value": "+1 555 0100" },
                { "op": "Replace", "path": "name.familyName", "value": "King" },
                { "op": "Add", "path": format!("{ENTERPRISE}:department"), "value": "Analysis" },
                { "op": "Replace", "path": format!("{ENTERPRISE}:manager"), "value": "00u8" },
            ]),
        )
        .await;
    assert_eq!(status, 200, "{patched}");
    assert_eq!(patched["title"], "Countess");
    assert_eq!(
        patched["name"],
        json!({ "givenName": "Ada", "familyName": "King" })
    );
    let phone = json!([{ "type": "mobile", "value": "+1 555 0100", "primary": false }]);
    assert_eq!(patched["phoneNumbers"], phone);
    let company = json!({ "department": "Analysis", "manager": { "value": "00u8" } });
    assert_eq!(patched[ENTERPRISE], company);
    let member = acme.member(&id(&ada)).await;
    assert_eq!(member.email_address, "ada@acme.com");
    assert_eq!(member.name, "A. Lovelace");

    // without a path the value says what it is about; and things can be taken away
    let (status, patched) = acme
        .patch(
            &path,
            json!([
                { "op": "replace", "value": { "nickName": "Ada", "name.givenName": "Augusta", "shoeSize": 37 } },
                { "op": "add", "value": { "emails": [{ "value": "ada@home.org", "type": "home", "primary": true }] } },
                { "op": "remove", "path": "title" },
                { "op": "remove", "path": "phoneNumbers[type eq \"mobile\"]" },
            ]),
        )
        .await;
    assert_eq!(status, 200, "{patched}");
    assert_eq!(patched["nickName"], "Ada");
    assert_eq!(patched["name"]["givenName"], "Augusta");
    assert!(patched.get("title").is_none() && patched.get("phoneNumbers").is_none());
    let primary: Vec<_> = patched["emails"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["primary"])
        .collect();
    assert_eq!(primary, [false, true]);
    assert_eq!(acme.member(&id(&ada)).await.email_address, "ada@home.org");
}

#[tokio::test]
async fn whoever_is_deactivated_is_out_at_once_and_may_come_back() {
    let office = Office::open().await;
    let member_id = office.hire("ada@acme.com", "correct horse battery").await;
    let request = members::UpdateRequest::new(&office.id, &member_id).roles(["stytch_admin"]);
    let updated = office.stytch.organizations().members().update(request);
    updated.await.unwrap();
    let session = office.log_in("ada@acme.com", "correct horse battery").await;
    let session = session.unwrap().session_token;
    let check = || {
        let request = sessions::AuthenticateRequest::new().session_token(session.clone());
        office.stytch.sessions().authenticate(request)
    };
    // somebody who is a member already is taken over by the directory
    let request = stytch_b2b::scim::connection::CreateRequest::new(&office.id);
    let made = office
        .stytch
        .scim()
        .connection()
        .create(request)
        .await
        .unwrap();
    let made = made.connection.unwrap();
    let acme = Directory {
        http: reqwest::Client::new(),
        base_url: made.base_url,
        token: made.bearer_token.expose().to_owned(),
        organization_id: office.id.clone(),
        connection_id: made.connection_id,
        stytch: office.stytch.clone(),
    };
    let ada = acme.provision("ada@acme.com", ("Ada", "Lovelace")).await;
    assert_eq!(id(&ada), member_id.as_str());
    assert!(acme.member(&id(&ada)).await.is_admin);
    check().await.unwrap();

    let path = format!("Users/{}", id(&ada));
    let off = json!([{ "op": "replace", "value": { "active": false } }]);
    let (status, patched) = acme.patch(&path, off).await;
    assert_eq!((status, &patched["active"]), (200, &json!(false)));
    refused(&check().await.unwrap_err(), 404, "session_not_found");
    let error = office.log_in("ada@acme.com", "correct horse battery").await;
    assert!(error.is_err());
    let member = acme.member(&id(&ada)).await;
    assert_eq!(member.status, MemberStatus::Deleted);
    assert!(member.roles.is_empty());
    let attributes = member.scim_registration.unwrap().scim_attributes.unwrap();
    assert!(!attributes.active);
    // the directory still knows the person
    assert_eq!(acme.get(&path).await, (200, patched.clone()));
    let (total, _) = acme.find("Users", "active eq false").await;
    assert_eq!(total, 1);

    // as Entra says it
    let on = json!([{ "op": "Replace", "path": "active", "value": "True" }]);
    let (status, patched) = acme.patch(&path, on).await;
    assert_eq!((status, &patched["active"]), (200, &json!(true)));
    let member = acme.member(&id(&ada)).await;
    assert_eq!(member.status, MemberStatus::Active);
    // roles that were given by hand are not given back
    assert!(!member.is_admin);
    assert_eq!(member.roles.len(), 1);
    refused(&check().await.unwrap_err(), 404, "session_not_found");
    let back = office.log_in("ada@acme.com", "correct horse battery").await;
    assert!(back.unwrap().member_authenticated);

    for odd in [json!("maybe"), json!(0), json!([false]), json!({})] {
        let odd = json!([{ "op": "Replace", "path": "active", "value": odd }]);
        denied(&acme.patch(&path, odd).await, 400, "invalidValue");
    }
    // what is not said does not change
    let unsaid = json!({ "userName": "ada@acme.com" });
    let off = json!([{ "op": "Replace", "path": "active", "value": "False" }]);
    acme.patch(&path, off).await;
    let (_, replaced) = acme.send(Method::PUT, &path, &unsaid).await;
    assert_eq!(replaced["active"], false);
}

#[tokio::test]
async fn whoever_has_the_address_meanwhile_is_not_pushed_out() {
    let emulator = Emulator::start().await.unwrap();
    let acme = Directory::of(&emulator, "Acme").await;
    let ada = acme.provision("ada@acme.com", ("Ada", "Lovelace")).await;
    let path = format!("Users/{}", id(&ada));
    let off = json!([{ "op": "replace", "value": { "active": false } }]);
    acme.patch(&path, off).await;
    let request = members::CreateRequest::new(&acme.organization_id, "ada@acme.com");
    let other = acme.stytch.organizations().members().create(request);
    let other = other.await.unwrap().member_id;
    let on = json!([{ "op": "replace", "value": { "active": true } }]);
    denied(&acme.patch(&path, on).await, 409, "uniqueness");
    assert_eq!(acme.member(&id(&ada)).await.status, MemberStatus::Deleted);
    assert_eq!(
        acme.member(other.as_str()).await.status,
        MemberStatus::Active
    );
}

#[tokio::test]
async fn whoever_comes_back_leaves_to_others_what_they_have_got_meanwhile() {
    let emulator = Emulator::start().await.unwrap();
    let acme = Directory::of(&emulator, "Acme").await;
    let members = acme.stytch.organizations().members();
    let ada = acme.provision("ada@acme.com", ("Ada", "Lovelace")).await;
    let path = format!("Users/{}", id(&ada));
    let request =
        members::UpdateRequest::new(&acme.organization_id, id(&ada)).external_id("the-first");
    members.update(request).await.unwrap();
    let off = json!([{ "op": "replace", "value": { "active": false } }]);
    acme.patch(&path, off).await;
    let request =
        members::CreateRequest::new(&acme.organization_id, "ada@acme.com").external_id("the-first");
    let other = members.create(request).await.unwrap().member_id;
    let emails = json!([{ "value": "countess@acme.com", "primary": true }]);
    let on = json!([{ "op": "replace", "value": { "active": true, "emails": emails } }]);
    assert_eq!(acme.patch(&path, on).await.0, 200);
    let back = acme.member(&id(&ada)).await;
    assert_eq!(back.email_address, "countess@acme.com");
    assert_eq!(back.external_id, None);
    assert_eq!(back.retired_email_addresses, []);
    let request = members::GetRequest::new(&acme.organization_id).member_id("the-first");
    assert_eq!(members.get(request).await.unwrap().member_id, other);
}

#[tokio::test]
async fn whoever_is_deleted_is_unknown_and_begins_anew() {
    let emulator = Emulator::start().await.unwrap();
    let acme = Directory::of(&emulator, "Acme").await;
    let ada = id(&acme.provision("ada@acme.com", ("Ada", "Lovelace")).await);
    let group = acme.group("Engineers", &[&ada]).await;
    let path = format!("Users/{ada}");
    let delete = || acme.send(Method::DELETE, &path, &serde_json::Value::Null);
    assert_eq!(delete().await.0, 204);
    denied(&delete().await, 404, "");
    denied(&acme.get(&path).await, 404, "");
    let (_, group) = acme.get(&format!("Groups/{group}")).await;
    assert_eq!(group["members"], json!([]));
    let member = acme.member(&ada).await;
    assert_eq!(member.status, MemberStatus::Deleted);
    assert_eq!(member.scim_registration, None);
    let again = acme.provision("ada@acme.com", ("Ada", "Lovelace")).await;
    assert_ne!(id(&again), ada);
}

#[tokio::test]
async fn a_directory_has_power_over_its_own_organization_alone() {
    let emulator = Emulator::start().await.unwrap();
    let acme = Directory::of(&emulator, "Acme").await;
    let request = organizations::CreateRequest::new("Evil").claimed_email_domains(["evil.com"]);
    let evil = Directory::with(&emulator, request).await;
    let ada = acme.provision("ada@acme.com", ("Ada", "Lovelace")).await;

    // the same address is another member there
    let theirs = evil.provision("ada@acme.com", ("Ada", "Lovelace")).await;
    assert_ne!(id(&theirs), id(&ada));
    let path = format!("Users/{}", id(&ada));
    let off = json!([{ "op": "replace", "value": { "active": false } }]);
    denied(&evil.get(&path).await, 404, "");
    denied(&evil.patch(&path, off).await, 404, "");
    denied(
        &evil
            .send(Method::DELETE, &path, &serde_json::Value::Null)
            .await,
        404,
        "",
    );
    let members = json!({ "displayName": "G", "members": [{ "value": id(&ada) }] });
    denied(
        &evil.send(Method::POST, "Groups", &members).await,
        400,
        "invalidValue",
    );
    let group = format!("Groups/{}", acme.group("G", &[]).await);
    denied(&evil.get(&group).await, 404, "");
    // nor does a token open another connection
    let url = format!("{}/{path}", acme.base_url);
    let stolen = evil
        .http
        .get(url)
        .bearer_auth(&evil.token)
        .send()
        .await
        .unwrap();
    denied(&read(stolen).await, 401, "");
    // a domain that somebody claims is theirs
    let claimed = json!({ "userName": "mallory@evil.com" });
    denied(
        &acme.send(Method::POST, "Users", &claimed).await,
        400,
        "invalidValue",
    );
    let moved =
        json!([{ "op": "replace", "value": { "userName": "mallory@evil.com", "emails": null } }]);
    denied(&acme.patch(&path, moved).await, 400, "invalidValue");
    assert_eq!(acme.member(&id(&ada)).await.email_address, "ada@acme.com");
}

#[tokio::test]
async fn what_is_no_user_is_refused_and_leaves_no_trace() {
    let emulator = Emulator::start().await.unwrap();
    let acme = Directory::of(&emulator, "Acme").await;
    let ada = acme.provision("ada@acme.com", ("Ada", "Lovelace")).await;
    let bob = acme.provision("bob@acme.com", ("Bob", "Babbage")).await;
    for body in [
        json!({}),
        json!({ "userName": "" }),
        json!({ "userName": "nobody" }),
        json!({ "userName": 7 }),
        json!({ "userName": "eve@acme.com", "USERNAME": "ada@acme.com" }),
        json!({ "userName": "eve@acme.com", "active": "maybe" }),
        json!({ "userName": "eve@acme.com", "name": "Eve" }),
        json!({ "userName": "eve@acme.com", "emails": [7] }),
        json!({ "userName": "eve@acme.com", "emails": [
            { "value": "eve@acme.com", "primary": true },
            { "value": "eve@home.org", "primary": true },
        ] }),
        json!({ "userName": "eve@acme.com", "title": "x".repeat(70_000) }),
    ] {
        let answer = acme.send(Method::POST, "Users", &body).await;
        denied(&answer, 400, "invalidValue");
    }
    let path = format!("Users/{}", id(&ada));
    let put = json!({ "userName": "bob@acme.com" });
    denied(
        &acme.send(Method::PUT, &path, &put).await,
        409,
        "uniqueness",
    );
    let email = json!({ "userName": "ada", "emails": [{ "value": "bob@acme.com" }] });
    denied(
        &acme.send(Method::PUT, &path, &email).await,
        409,
        "uniqueness",
    );
    for (operation, scim_type) in [
        (json!({ "op": "move", "path": "title" }), "invalidSyntax"),
        (
            json!({ "op": "replace", "path": 7, "value": "x" }),
            "invalidSyntax",
        ),
        (
            json!({ "op": "replace", "OP": "add", "value": {} }),
            "invalidSyntax",
        ),
        (json!({ "op": "remove" }), "noTarget"),
        (json!({ "op": "remove", "path": "userName" }), "mutability"),
        (
            json!({ "op": "replace", "path": "id", "value": "x" }),
            "mutability",
        ),
        (
            json!({ "op": "replace", "path": "shoeSize", "value": 37 }),
            "invalidPath",
        ),
        (
            json!({ "op": "replace", "path": "title[", "value": "x" }),
            "invalidPath",
        ),
        (
            json!({ "op": "replace", "path": "", "value": "x" }),
            "invalidPath",
        ),
        (
            json!({ "op": "replace", "path": "emails[type is \"work\"]", "value": "x" }),
            "invalidFilter",
        ),
        (
            json!({ "op": "replace", "path": "emails[type eq \"fax\"].value", "value": "x" }),
            "noTarget",
        ),
        (json!({ "op": "replace", "path": "title" }), "invalidValue"),
        (json!({ "op": "replace", "value": "x" }), "invalidValue"),
        (
            json!({ "op": "add", "path": "name", "value": 7 }),
            "invalidValue",
        ),
    ] {
        // nothing of a request is done if one part of it can't be
        let operations = json!([{ "op": "add", "path": "title", "value": "Queen" }, operation]);
        denied(&acme.patch(&path, operations).await, 400, scim_type);
    }
    for operations in [json!([]), json!({}), json!([7])] {
        denied(&acme.patch(&path, operations).await, 400, "invalidSyntax");
    }
    let other = json!({ "schemas": [USER], "Operations": [{ "op": "add", "value": {} }] });
    let answer = acme.send(Method::PATCH, &path, &other).await;
    denied(&answer, 400, "invalidSyntax");
    assert_eq!(acme.get(&path).await, (200, ada));
    assert_eq!(acme.find("Users", "userName pr").await.0, 2);
    assert_eq!(acme.get(&format!("Users/{}", id(&bob))).await, (200, bob));
}
