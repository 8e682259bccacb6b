//! Permissions, organizations and scopes, demanded by types and by layers.

use crate::common::{ORGANIZATION, Site, bearer, offline, reader, send};
use axum::Router;
use axum::http::request::Parts;
use axum::routing::{MethodRouter, get};
use reqwest::header::AUTHORIZATION;
use stytch_axum::b2b::{Auth, ConnectedApp, Machine, MemberSession};
use stytch_axum::{InOrganization, Refusal, Requirement, Session, permission, scope};
use stytch_b2b::{Client, testing::Issuer};

permission!(ReadDocuments = "documents", "read");
permission!(WriteDocuments = "documents", "write");
scope!(ReadUsers = "read:users");
scope!(WriteUsers = "write:users");

/// For members of organizations that pay.
struct Paying;

impl Requirement<Client> for Paying {
    async fn check(session: &Session<Client>, _: &mut Parts) -> Result<(), Refusal> {
        match session.custom_claims.get("plan") {
            Some(plan) if plan == "enterprise" => Ok(()),
            _ => Err(Refusal::forbidden()),
        }
    }
}

async fn read(_: MemberSession<ReadDocuments>) {}

async fn both(_: MemberSession<(ReadDocuments, WriteDocuments)>) {}

async fn paid(_: MemberSession<Paying>) {}

async fn inside(session: MemberSession<(InOrganization, ReadDocuments)>) -> String {
    session.organization_id.to_string()
}

async fn machine(machine: Machine<ReadUsers>) -> String {
    machine.client_id().to_owned()
}

async fn machine_both(_: Machine<(ReadUsers, WriteUsers)>) {}

async fn any_machine(machine: Option<Machine>) -> String {
    machine.map_or_else(
        || "nobody".to_owned(),
        |machine| machine.client_id().to_owned(),
    )
}

async fn app(app: ConnectedApp<ReadUsers>) -> String {
    format!("{} for {}", app.client_id(), app.subject())
}

async fn nothing() {}

async fn site() -> (Site, Issuer) {
    let issuer = Issuer::new();
    let auth = offline(&issuer).resource_metadata("https://api.example.com/.well-known/x");
    let routes: Router<Auth> = Router::new()
        .route("/read", get(read))
        .route("/both", get(both))
        .route("/paid", get(paid))
        .route("/of/{organization_id}/documents", get(inside))
        .route("/at/{organization_slug}/documents", get(inside))
        .route("/nowhere/{id}", get(inside))
        .route("/machine", get(machine))
        .route("/machine/both", get(machine_both))
        .route("/machine/any", get(any_machine))
        .route("/app", get(app))
        .route("/layer", get(nothing).layer(auth.guard()))
        .route(
            "/layer/read",
            get(nothing).layer(auth.require("documents", "read")),
        )
        .route(
            "/layer/both",
            get(nothing).layer(
                auth.require("documents", "read")
                    .permission("documents", "write"),
            ),
        )
        .route(
            "/layer/of/{organization_id}",
            get(nothing).layer(auth.require("documents", "read").in_organization()),
        )
        .route(
            "/layer/machine",
            get(nothing).layer(auth.machines(["read:users", "write:users"])),
        )
        .route(
            "/layer/app",
            get(nothing).layer(auth.connected_apps(["read:users"])),
        );
    (Site::open(auth, routes).await, issuer)
}

async fn status(site: &Site, path: &str, token: &str) -> u16 {
    send(site.get(path).header(AUTHORIZATION, bearer(token)))
        .await
        .status
}

#[tokio::test]
async fn permissions_are_demanded() {
    let (site, issuer) = site().await;
    let session = issuer.member_session("member-test-1", ORGANIZATION);
    let nobody = session.clone().mint();
    let editor = session.clone().role("editor").mint();
    for path in ["/read", "/layer/read"] {
        assert_eq!(status(&site, path, &nobody).await, 403);
        assert_eq!(status(&site, path, &reader(&issuer)).await, 200);
        assert_eq!(send(site.get(path)).await.status, 401);
    }
    for path in ["/both", "/layer/both"] {
        assert_eq!(status(&site, path, &reader(&issuer)).await, 403);
        assert_eq!(status(&site, path, &editor).await, 200);
    }
    assert_eq!(status(&site, "/layer", &nobody).await, 200);
    assert_eq!(send(site.get("/layer")).await.status, 401);
}

#[tokio::test]
async fn an_app_demands_what_it_likes() {
    let (site, issuer) = site().await;
    let session = issuer.member_session("member-test-1", ORGANIZATION);
    assert_eq!(status(&site, "/paid", &session.clone().mint()).await, 403);
    let paying = session.claim("plan", "enterprise").mint();
    assert_eq!(status(&site, "/paid", &paying).await, 200);
}

#[tokio::test]
async fn the_path_names_the_organization_of_the_session_or_none() {
    let (site, issuer) = site().await;
    let jwt = reader(&issuer);
    for (path, expected) in [
        ("/of/organization-test-1/documents", 200),
        ("/of/organization-test-2/documents", 403),
        ("/of/organization-test-1%2F/documents", 403),
        ("/of/ORGANIZATION-TEST-1/documents", 403),
        ("/of/%20/documents", 403),
        ("/of/%FF/documents", 403),
        // a slug is no id, and an id no slug: either could be that of another organization
        ("/of/acme/documents", 403),
        ("/at/acme/documents", 200),
        ("/at/globex/documents", 403),
        ("/at/organization-test-1/documents", 403),
        ("/layer/of/organization-test-1", 200),
        ("/layer/of/organization-test-2", 403),
        // a mistake of the app lets nobody in
        ("/nowhere/organization-test-1", 500),
    ] {
        assert_eq!(status(&site, path, &jwt).await, expected, "{path}");
    }
    assert_eq!(
        send(site.get("/of/organization-test-1/documents"))
            .await
            .status,
        401
    );
    let without = issuer.member_session("member-test-1", ORGANIZATION).mint();
    assert_eq!(
        status(&site, "/of/organization-test-1/documents", &without).await,
        403
    );
}

#[tokio::test]
async fn machines_need_scopes() {
    let (site, issuer) = site().await;
    let token = issuer.machine_token("m2m-client-test-1");
    let reads = token.clone().scope("read:users").mint();
    let reads_all = token.clone().scope("read:*").mint();
    let both = token
        .clone()
        .scope("write:users")
        .scope("read:users")
        .mint();
    assert_eq!(status(&site, "/machine", &reads).await, 200);
    assert_eq!(status(&site, "/machine", &reads_all).await, 200);
    for path in ["/machine/both", "/layer/machine"] {
        assert_eq!(status(&site, path, &both).await, 200);
        let answer = send(site.get(path).header(AUTHORIZATION, bearer(&reads))).await;
        assert_eq!(
            (answer.status, &*answer.error()),
            (403, "insufficient_scope")
        );
        assert_eq!(
            answer.header("www-authenticate"),
            Some(
                "Bearer error=\"insufficient_scope\",scope=\"read:users write:users\",\
                 resource_metadata=\"https://api.example.com/.well-known/x\""
            )
        );
    }
    assert_eq!(status(&site, "/machine/both", &token.mint()).await, 403);
    assert_eq!(send(site.get("/machine/any")).await.body, "nobody");
    let request = site
        .get("/machine/any")
        .header(AUTHORIZATION, bearer(&reads));
    assert_eq!(send(request).await.body, "m2m-client-test-1");
    assert_eq!(status(&site, "/machine/any", "bad").await, 401);
}

#[tokio::test]
async fn connected_apps_need_scopes() {
    let (site, issuer) = site().await;
    let token = issuer.access_token("member-test-1", "connected-app-test-1");
    let token = token.organization(ORGANIZATION, "acme");
    let reads = token.clone().scope("read:users").mint();
    let request = site.get("/app").header(AUTHORIZATION, bearer(&reads));
    assert_eq!(
        send(request).await.body,
        "connected-app-test-1 for member-test-1"
    );
    assert_eq!(status(&site, "/layer/app", &reads).await, 200);
    // what a user grants is taken at its word
    let all = token.scope("read:*").mint();
    assert_eq!(status(&site, "/app", &all).await, 403);
    assert_eq!(status(&site, "/layer/app", &all).await, 403);
}

#[tokio::test]
async fn no_kind_of_token_passes_for_another() {
    let (site, issuer) = site().await;
    let machine = issuer
        .machine_token("m2m-client-test-1")
        .scope("read:users")
        .mint();
    let app = issuer.access_token("member-test-1", "connected-app-test-1");
    let app = app
        .organization(ORGANIZATION, "acme")
        .scope("read:users")
        .mint();
    let session = reader(&issuer);
    for (path, others) in [
        ("/machine", [&app, &session]),
        ("/layer/machine", [&app, &session]),
        ("/app", [&machine, &session]),
        ("/layer/app", [&machine, &session]),
        ("/read", [&machine, &app]),
        ("/layer/read", [&machine, &app]),
    ] {
        for token in others {
            assert_eq!(status(&site, path, token).await, 401, "{path}");
        }
    }
}

#[tokio::test]
async fn who_has_no_token_is_told_where_to_get_one() {
    let (site, _) = site().await;
    let metadata = "Bearer resource_metadata=\"https://api.example.com/.well-known/x\"";
    for path in ["/machine", "/app", "/layer/machine", "/layer/app"] {
        let answer = send(site.get(path).header("accept", "application/json")).await;
        assert_eq!(
            (answer.status, answer.header("www-authenticate")),
            (401, Some(metadata))
        );
    }
}

#[tokio::test]
async fn a_jwt_is_verified_once_a_request() {
    // if it were verified again behind the first check, it would have expired
    let issuer = Issuer::new();
    let clock = stytch_b2b::testing::TestClock::at(stytch_b2b::Timestamp::now());
    let issuer = issuer.with_clock(clock.clone());
    let auth = offline(&issuer);
    let late = axum::middleware::from_fn(
        move |request: axum::extract::Request, next: axum::middleware::Next| {
            clock.advance(std::time::Duration::from_secs(3600));
            next.run(request)
        },
    );
    let handler = get(
        async |session: MemberSession<(ReadDocuments, WriteDocuments)>| {
            session
                .require_permission("documents", "read")
                .await
                .is_ok()
                .to_string()
        },
    );
    let jwt = issuer
        .member_session("member-test-1", ORGANIZATION)
        .role("editor")
        .mint();
    let inner: MethodRouter<Auth> = handler.layer(auth.require("documents", "write"));
    let guarded: MethodRouter<Auth> = inner.layer(late);
    let routes = Router::new().route("/", guarded.layer(auth.guard()));
    let site = Site::open(auth, routes).await;
    let answer = send(site.get("/").header(AUTHORIZATION, bearer(&jwt))).await;
    assert_eq!((answer.status, &*answer.body), (200, "true"));
}
