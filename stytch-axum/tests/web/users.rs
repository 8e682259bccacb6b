//! The same for users, as far as it is not the same code.

use crate::common::{Site, bearer, cookies, send};
use axum::{
    Router,
    extract::State,
    response::IntoResponse,
    routing::{get, post},
};
use reqwest::header::{AUTHORIZATION, COOKIE};
use stytch_axum::consumer::{Auth, ConnectedApp, Machine, UserSession};
use stytch_axum::{Fresh, InOrganization};
use stytch_consumer::{Client, passwords, testing::Issuer};
use stytch_emulator::Emulator;

async fn home(session: UserSession) -> String {
    session.user_id.to_string()
}

async fn fresh(session: Fresh<UserSession>) -> String {
    session
        .subject()
        .map_or_else(String::new, |user| user.user_id.to_string())
}

async fn log_out(State(auth): State<Auth>, session: UserSession) -> impl IntoResponse {
    let (cookies, revoked) = auth.logout(&session).await;
    (cookies, revoked.is_ok().to_string())
}

async fn log_in(State(auth): State<Auth>) -> impl IntoResponse {
    let request = passwords::CreateRequest::new("ada@example.com", "a long password for Ada");
    let request = request.session_duration_minutes(60);
    match auth.client().passwords().create(request).await {
        Ok(login) => (auth.login(&login), login.user_id.to_string()).into_response(),
        Err(error) => error.to_string().into_response(),
    }
}

fn routes() -> Router<Auth> {
    Router::new()
        .route("/", get(home))
        .route("/fresh", get(fresh))
        .route("/login", post(log_in))
        .route("/logout", post(log_out))
        .route("/machine", get(async |_: Machine| {}))
        .route("/app", get(async |_: ConnectedApp| {}))
        .route(
            "/of/{organization_id}",
            get(async |_: UserSession<InOrganization>| {}),
        )
}

async fn open(client: Client) -> Site {
    let auth = Auth::new(client);
    Site::bare(routes().layer(auth.layer()).with_state(auth)).await
}

#[tokio::test]
async fn a_user_logs_in_is_renewed_and_logs_out() {
    let emulator = Emulator::start().await.unwrap();
    let site = open(emulator.consumer_client()).await;
    let login = send(site.post("/login")).await;
    let (token, jwt) = (
        login.cookie("stytch_session"),
        login.cookie("stytch_session_jwt"),
    );
    let jar = cookies(&token.unwrap().into(), &jwt.unwrap().into());
    assert_eq!(
        send(site.get("/").header(COOKIE, &jar)).await.body,
        login.body
    );

    emulator
        .clock()
        .advance(std::time::Duration::from_secs(6 * 60));
    let renewed = send(site.get("/").header(COOKIE, &jar)).await;
    assert_eq!(renewed.body, login.body);
    assert!(
        renewed
            .cookie("stytch_session_jwt")
            .is_some_and(|renewed| Some(renewed) != jwt)
    );
    assert_eq!(
        send(site.get("/fresh").header(COOKIE, &jar)).await.body,
        login.body
    );

    let logout = site.post("/logout").header("sec-fetch-site", "same-origin");
    let logout = send(logout.header(COOKIE, &jar)).await;
    assert_eq!(logout.body, "true");
    assert!(logout.forgets_session());
    assert_eq!(
        send(site.get("/fresh").header(COOKIE, &jar)).await.status,
        401
    );
}

#[tokio::test]
async fn members_are_no_users() {
    let issuer = Issuer::new();
    let site = open(issuer.client().build().unwrap()).await;
    let status = async |path: &str, token: String| {
        send(site.get(path).header(AUTHORIZATION, bearer(&token)))
            .await
            .status
    };
    let user = issuer.user_session("user-test-1");
    let member = issuer.member_session("member-test-1", "organization-test-1");
    assert_eq!(status("/", user.mint()).await, 200);
    assert_eq!(status("/", member.mint()).await, 401);
    // users are in no organization, not even in one without a name
    assert_eq!(status("/of/organization-test-1", user.mint()).await, 403);
    assert_eq!(status("/of/%20", user.mint()).await, 403);

    assert_eq!(
        status("/machine", issuer.machine_token("m2m-client-test-1").mint()).await,
        200
    );
    let app = issuer.access_token("user-test-1", "connected-app-test-1");
    assert_eq!(status("/app", app.clone().mint()).await, 200);
    assert_eq!(status("/machine", app.mint()).await, 401);
}
