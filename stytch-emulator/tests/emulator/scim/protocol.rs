//! The SCIM server itself: who may use it, what it says of itself, lists, faults and what is told of it.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use stytch_b2b::scim::connection;
use stytch_emulator::{Emulator, Fault};

use super::directory::{Directory, ENTERPRISE, GROUP, USER, denied, id, read};

#[tokio::test]
async fn only_the_token_of_the_connection_opens_its_server() {
    let emulator = Emulator::start().await.unwrap();
    let acme = Directory::of(&emulator, "Acme").await;
    let url = |path: &str| format!("{}/{path}", acme.base_url);
    let token = &acme.token;
    for header in [
        None,
        Some(String::new()),
        Some("Bearer".to_owned()),
        Some("Bearer ".to_owned()),
        Some(token.clone()),
        Some(format!("Basic {token}")),
        Some(format!("Bearer {}", &token[1..])),
        Some(format!("Bearer {token}x")),
        Some(format!("Bearer {}", token.to_uppercase())),
    ] {
        for path in ["Users", "Groups/g", "ServiceProviderConfig", "Schemas"] {
            let mut request = acme.http.get(url(path));
            if let Some(header) = &header {
                request = request.header("authorization", header);
            }
            let response = request.send().await.unwrap();
            assert_eq!(response.headers()["www-authenticate"], "Bearer");
            denied(&read(response).await, 401, "");
        }
    }
    let twice = acme
        .request(Method::GET, "Users")
        .bearer_auth("other")
        .send();
    denied(&read(twice.await.unwrap()).await, 401, "");
    let (api, secret) = (emulator.project_id(), emulator.secret());
    let basic = acme
        .http
        .get(url("Users"))
        .basic_auth(api, Some(secret))
        .send();
    denied(&read(basic.await.unwrap()).await, 401, "");
    let unknown = format!(
        "{}/v1/b2b/scim/scim-connection-test-1/Users",
        emulator.url()
    );
    let unknown = acme.http.get(unknown).bearer_auth(token).send();
    denied(&read(unknown.await.unwrap()).await, 401, "");
    let lower = acme.http.get(url("Users"));
    let lower = lower
        .header("authorization", format!("bearer {token}"))
        .send();
    assert_eq!(lower.await.unwrap().status(), 200);
}

#[tokio::test]
async fn both_tokens_work_while_one_replaces_the_other() {
    let emulator = Emulator::start().await.unwrap();
    let mut acme = Directory::of(&emulator, "Acme").await;
    let stytch = acme.stytch.clone();
    let api = stytch.scim().connection();
    let (organization_id, connection_id) =
        (&acme.organization_id.clone(), &acme.connection_id.clone());
    let start = async || {
        let request = connection::RotateStartRequest::new(organization_id, connection_id);
        let started = api.rotate_start(request).await.unwrap().connection.unwrap();
        started.next_bearer_token.expose().to_owned()
    };
    let old = acme.token.clone();
    let status = async |acme: &mut Directory, token: &str| {
        token.clone_into(&mut acme.token);
        acme.get("Users").await.0
    };
    let lost = start().await;
    let next = start().await;
    assert_eq!(status(&mut acme, &lost).await, 401);
    assert_eq!(status(&mut acme, &next).await, 200);
    assert_eq!(status(&mut acme, &old).await, 200);
    let request = connection::RotateCancelRequest::new(organization_id, connection_id);
    api.rotate_cancel(request).await.unwrap();
    assert_eq!(status(&mut acme, &next).await, 401);
    assert_eq!(status(&mut acme, &old).await, 200);
    let next = start().await;
    let request = connection::RotateCompleteRequest::new(organization_id, connection_id);
    api.rotate_complete(request).await.unwrap();
    assert_eq!(status(&mut acme, &old).await, 401);
    assert_eq!(status(&mut acme, &next).await, 200);

    let found = api.get(connection::GetRequest::new(organization_id));
    let end = found
        .await
        .unwrap()
        .connection
        .unwrap()
        .bearer_token_expires_at;
    let life = end.unwrap().unix_seconds() - emulator.clock().now().unix_seconds();
    let life = Duration::from_secs(life.unsigned_abs());
    emulator
        .clock()
        .advance(life.saturating_sub(Duration::from_secs(60)));
    assert_eq!(status(&mut acme, &next).await, 200);
    emulator.clock().advance(Duration::from_secs(120));
    assert_eq!(status(&mut acme, &next).await, 401);
    // a lost or dead token is replaced as any other
    let fresh = start().await;
    assert_eq!(status(&mut acme, &fresh).await, 200);
    let request = connection::DeleteRequest::new(organization_id, connection_id);
    api.delete(request).await.unwrap();
    assert_eq!(status(&mut acme, &fresh).await, 401);
}

#[tokio::test]
async fn the_server_says_what_it_can_do() {
    let emulator = Emulator::start().await.unwrap();
    let acme = Directory::of(&emulator, "Acme").await;
    let (status, config) = acme.get("ServiceProviderConfig").await;
    assert_eq!(status, 200);
    assert_eq!(config["patch"]["supported"], true);
    assert_eq!(
        config["filter"],
        json!({ "supported": true, "maxResults": 1000 })
    );
    for no in ["bulk", "sort", "etag", "changePassword"] {
        assert_eq!(config[no]["supported"], false);
    }
    assert_eq!(
        config["authenticationSchemes"][0]["type"],
        "oauthbearertoken"
    );
    let (_, types) = acme.get("ResourceTypes").await;
    assert_eq!(types["totalResults"], 2);
    let (_, user) = acme.get("ResourceTypes/User").await;
    assert_eq!(user, types["Resources"][0]);
    assert_eq!(
        (&user["endpoint"], &user["schema"]),
        (&json!("/Users"), &json!(USER))
    );
    let (_, schemas) = acme.get("Schemas").await;
    assert_eq!(schemas["totalResults"], 3);
    for schema in [USER, GROUP, ENTERPRISE] {
        let (status, found) = acme.get(&format!("Schemas/{schema}")).await;
        assert_eq!((status, &found["id"]), (200, &json!(schema)));
        assert!(!found["attributes"].as_array().unwrap().is_empty());
        // where it says that it is, it is
        let place = found["meta"]["location"].as_str().unwrap();
        let there = acme.http.get(place).bearer_auth(&acme.token).send();
        assert_eq!(read(there.await.unwrap()).await, (200, found));
    }
    denied(&acme.get("Schemas/urn:unknown").await, 404, "");
    denied(&acme.get("Schemas?filter=id%20pr").await, 403, "");
    denied(
        &acme.send(Method::DELETE, "Users", &Value::Null).await,
        405,
        "",
    );
    denied(
        &acme.send(Method::POST, "Schemas", &json!({})).await,
        405,
        "",
    );
}

#[tokio::test]
async fn lists_come_in_pages_and_as_much_of_each_as_is_asked_for() {
    let emulator = Emulator::start().await.unwrap();
    let acme = Directory::of(&emulator, "Acme").await;
    for number in 0..5 {
        let email = format!("p{number}@acme.com");
        acme.provision(&email, ("P", "Q")).await;
    }
    let page = async |query: &str| acme.get(&format!("Users?{query}")).await.1;
    let mut seen = Vec::new();
    for start in [1, 3, 5] {
        let page = page(&format!("startIndex={start}&count=2")).await;
        assert_eq!(
            (&page["totalResults"], &page["startIndex"]),
            (&json!(5), &json!(start))
        );
        let resources = page["Resources"].as_array().unwrap();
        assert_eq!(page["itemsPerPage"], resources.len());
        seen.extend(resources.iter().map(id));
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 5);
    for (query, start, items) in [
        ("count=0", 1, 0),
        ("count=-1", 1, 0),
        ("startIndex=0&count=100000", 1, 5),
        ("startIndex=-7", 1, 5),
        ("startIndex=6", 6, 0),
        ("sortBy=userName&unknown=1", 1, 5),
        ("aadOptscim062020", 1, 5),
    ] {
        let page = page(query).await;
        assert_eq!(page["totalResults"], 5, "{query}");
        assert_eq!(
            (&page["startIndex"], &page["itemsPerPage"]),
            (&json!(start), &json!(items)),
            "{query}"
        );
    }
    for query in [
        "count=x",
        "startIndex=1.5",
        "count=1&count=2",
        "attributes=id&excludedAttributes=id",
    ] {
        denied(
            &acme.get(&format!("Users?{query}")).await,
            400,
            "invalidValue",
        );
    }
    for filter in ["userName", "shoeSize eq 37", "userName eq \"a\" or"] {
        denied(&acme.filtered("Users", filter).await, 400, "invalidFilter");
    }
    let page = page("count=1&attributes=userName,emails.value").await;
    let one = &page["Resources"][0];
    let mut names: Vec<_> = one.as_object().unwrap().keys().collect();
    names.sort_unstable();
    assert_eq!(names, ["emails", "id", "schemas", "userName"]);
    assert_eq!(one["emails"][0].as_object().unwrap().len(), 1);
    let path = format!(
        "Users/{}?excludedAttributes=emails,name.familyName,id",
        id(one)
    );
    let (_, one) = acme.get(&path).await;
    assert!(one.get("emails").is_none() && one.get("id").is_some());
    assert_eq!(one["name"], json!({ "givenName": "P" }));
}

#[tokio::test]
async fn what_is_no_request_is_refused() {
    let emulator = Emulator::start().await.unwrap();
    let acme = Directory::of(&emulator, "Acme").await;
    for body in ["", "{", "[]", "7", "\"text\"", "null"] {
        for path in ["Users", "Groups"] {
            let request = acme.request(Method::POST, path).body(body);
            let answer = read(request.send().await.unwrap()).await;
            denied(&answer, 400, "invalidSyntax");
        }
    }
    let long = format!("{{\"userName\": \"{}\"}}", "x".repeat(1024 * 1024));
    let request = acme.request(Method::POST, "Users").body(long);
    denied(&read(request.send().await.unwrap()).await, 413, "");
    let many = vec![json!({ "op": "add", "value": {} }); 1001];
    let ada = id(&acme.provision("ada@acme.com", ("Ada", "L")).await);
    let answer = acme.patch(&format!("Users/{ada}"), json!(many)).await;
    denied(&answer, 400, "invalidSyntax");
}

#[tokio::test]
async fn requests_of_a_directory_are_listed_and_fail_as_they_are_told_to() {
    let emulator = Emulator::start().await.unwrap();
    let acme = Directory::of(&emulator, "Acme").await;
    let body = json!({ "userName": "ada@acme.com", "password": "correct horse" });
    let (_, ada) = acme.send(Method::POST, "Users", &body).await;
    acme.get("Groups/unknown").await;
    let path = format!("Users/{}", id(&ada));
    let secret = json!([{ "op": "replace", "path": "password", "value": "correct horse" }]);
    denied(&acme.patch(&path, secret).await, 400, "invalidPath");
    let mut stranger = Directory::of(&emulator, "Other").await;
    "wrong".clone_into(&mut stranger.token);
    stranger.get("Users").await;
    let requests = emulator.requests();
    let names: Vec<_> = requests
        .iter()
        .map(|one| (one.operation, one.status))
        .collect();
    assert!(names.contains(&("b2b.scim.users.create", 201)), "{names:?}");
    assert!(names.contains(&("b2b.scim.groups.get", 404)));
    assert!(names.contains(&("b2b.scim.users.list", 401)));
    let shown = serde_json::to_string(&requests).unwrap();
    assert!(!shown.contains(&acme.token) && !shown.contains("correct horse"));

    let busy = Fault::new().operation("b2b.scim.users.patch");
    emulator.add_fault(
        busy.refuse(429, "too_many_requests")
            .retry_after(7)
            .times(1),
    );
    let off = json!([{ "op": "replace", "value": { "active": false } }]);
    denied(&acme.patch(&path, off.clone()).await, 429, "");
    assert_eq!(acme.get(&path).await.1["active"], true);
    assert_eq!(acme.patch(&path, off).await.0, 200);
}

#[tokio::test]
async fn the_app_is_told_what_the_directory_does() {
    let emulator = Emulator::start().await.unwrap();
    // what is told is looked at here before it is delivered: nobody listens
    emulator.webhooks().to("http://localhost:1/webhooks");
    let told = || -> Vec<String> {
        let deliveries = emulator.webhooks().deliveries();
        deliveries.into_iter().map(|one| one.event_type).collect()
    };
    let acme = Directory::of(&emulator, "Acme").await;
    let mut expected = vec![
        "direct.organization.create",
        "direct.organization.update",
        "direct.scim_connection.create",
    ];
    assert_eq!(told(), expected);
    let ada = id(&acme.provision("ada@acme.com", ("Ada", "Lovelace")).await);
    expected.push("scim.member.create");
    assert_eq!(told(), expected);
    let path = format!("Users/{ada}");
    let active = |is: bool| json!([{ "op": "replace", "value": { "active": is } }]);
    acme.patch(
        &path,
        json!([{ "op": "replace", "path": "title", "value": "Countess" }]),
    )
    .await;
    acme.patch(&path, active(false)).await;
    acme.patch(&path, active(true)).await;
    expected.extend([
        "scim.member.update",
        "scim.member.delete",
        "scim.member.update",
    ]);
    assert_eq!(told(), expected);
    let group = acme.group("Engineers", &[&ada]).await;
    let leave = json!([{ "op": "remove", "path": "members" }]);
    acme.patch(&format!("Groups/{group}"), leave).await;
    acme.send(Method::DELETE, &path, &Value::Null).await;
    expected.extend([
        "scim.member.update",
        "scim.member.update",
        "scim.member.delete",
    ]);
    assert_eq!(told(), expected);
    // what is refused is not told
    acme.get("Users/unknown").await;
    acme.send(Method::POST, "Users", &json!({})).await;
    assert_eq!(told(), expected);
    let last = emulator.webhooks().deliveries().pop().unwrap();
    let body: Value = serde_json::from_str(&last.body).unwrap();
    assert_eq!(
        (&body["source"], &body["id"]),
        (&json!("SCIM"), &json!(ada))
    );
    let request = connection::DeleteRequest::new(&acme.organization_id, &acme.connection_id);
    acme.stytch
        .scim()
        .connection()
        .delete(request)
        .await
        .unwrap();
    assert_eq!(told().last().unwrap(), "direct.scim_connection.delete");
}

#[tokio::test]
async fn projects_with_the_same_seed_do_not_meet() {
    let emulator = Emulator::start().await.unwrap();
    let seed = "
organizations: [{ organization_name: Acme }]
scim_connections: [{ organization_id: acme, connection_id: scim-connection-test-1, bearer_token: secret-of-all }]
";
    let http = reqwest::Client::new();
    for project in ["project-test-a", "project-test-b"] {
        let url = format!("{}/_emulator/seed", emulator.url());
        let request = http
            .post(url)
            .basic_auth(project, Some("secret"))
            .body(seed);
        assert_eq!(request.send().await.unwrap().status(), 200);
    }
    let url = format!(
        "{}/v1/b2b/scim/scim-connection-test-1/Users",
        emulator.url()
    );
    let request = |query: &str| {
        let request = http.get(format!("{url}{query}"));
        request.bearer_auth("secret-of-all").send()
    };
    denied(&read(request("").await.unwrap()).await, 401, "");
    assert_eq!(
        request("?project=project-test-b").await.unwrap().status(),
        200
    );
    denied(
        &read(request("?project=project-test-c").await.unwrap()).await,
        401,
        "",
    );
}
