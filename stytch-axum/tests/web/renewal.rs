//! Sessions whose JWT has expired.

use std::time::Duration;

use crate::common::{Answer, Site, asked, bearer, cookies, found, send};
use axum::{
    Router,
    extract::{FromRef, State},
    response::IntoResponse,
    routing::{get, post},
};
use reqwest::header::{AUTHORIZATION, COOKIE};
use stytch_axum::b2b::{Auth, MemberSession};
use stytch_axum::consumer::{self, UserSession};
use stytch_axum::web::CookieSettings;
use stytch_axum::{Fresh, permission};
use stytch_b2b::discovery::organizations::CreateResponse;
use stytch_b2b::sessions::RevokeRequest;
use stytch_b2b::{AttemptRequest, Observer};
use stytch_consumer::passwords;
use stytch_emulator::{Emulator, Fault};

permission!(InviteMembers = "stytch.member", "create");

const PAST_JWT: Duration = Duration::from_secs(6 * 60);

async fn home(session: MemberSession) -> String {
    session.member_id.to_string()
}

async fn invite(_: MemberSession<InviteMembers>) {}

async fn fresh(session: Fresh<MemberSession>) -> String {
    let organization = session
        .organization()
        .map(|found| found.organization_name.clone());
    organization.unwrap_or_default()
}

async fn logout(State(auth): State<Auth>, session: MemberSession) -> impl IntoResponse {
    let (cookies, revoked) = auth.logout(&session).await;
    (cookies, revoked.is_ok().to_string())
}

/// Ada, logged in at an app.
struct Case {
    emulator: Emulator,
    site: Site,
    ada: CreateResponse,
}

impl Case {
    async fn open() -> Self {
        Self::with(|auth| auth).await
    }

    async fn with(settings: impl FnOnce(Auth) -> Auth) -> Self {
        let emulator = Emulator::start().await.unwrap();
        let ada = found(&emulator, "ada@example.com").await;
        let auth = settings(Auth::new(emulator.b2b_client()));
        let routes = Router::new()
            .route("/", get(home))
            .route("/invite", get(invite).layer(auth.guard()))
            .route("/fresh", get(fresh))
            .route("/logout", post(logout));
        let site = Site::open(auth, routes).await;
        Self {
            emulator,
            site,
            ada,
        }
    }

    fn cookies(&self) -> String {
        cookies(&self.ada.session_token, &self.ada.session_jwt)
    }

    async fn get(&self, path: &str, cookies: &str) -> Answer {
        send(self.site.get(path).header(COOKIE, cookies)).await
    }

    async fn revoke(&self) {
        let request = RevokeRequest::new().session_token(self.ada.session_token.clone());
        self.emulator
            .b2b_client()
            .sessions()
            .revoke(request)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn a_young_jwt_asks_nobody_and_sets_nothing() {
    let case = Case::open().await;
    let answer = case.get("/", &case.cookies()).await;
    assert_eq!(answer.body, case.ada.member_id.as_str());
    assert_eq!((answer.cookies.len(), asked(&case.emulator)), (0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_requests_at_once_renew_a_session_once() {
    let case = Case::open().await;
    case.emulator.clock().advance(PAST_JWT);
    // long enough that all of them wait for it
    let slow = Fault::new()
        .operation("b2b.sessions.authenticate")
        .delay(Duration::from_millis(300));
    case.emulator.add_fault(slow);
    let cookies = case.cookies();
    let requests: Vec<_> = (0..100)
        .map(|_| {
            let request = case.site.get("/").header(COOKIE, &cookies);
            tokio::spawn(send(request))
        })
        .collect();
    let mut jwts = Vec::new();
    for request in requests {
        let answer = request.await.unwrap();
        assert_eq!(answer.body, case.ada.member_id.as_str());
        jwts.push(answer.cookie("stytch_session_jwt").unwrap().to_owned());
    }
    assert_eq!(asked(&case.emulator), 1);
    jwts.dedup();
    assert_eq!(jwts.len(), 1);
    assert_ne!(jwts[0], case.ada.session_jwt.expose());

    // one that the browser sent before it had the new cookies
    assert_eq!(
        case.get("/", &cookies).await.cookie("stytch_session_jwt"),
        Some(&*jwts[0])
    );
    assert_eq!(asked(&case.emulator), 1);
    // and one with the new cookies
    let token = case.ada.session_token.expose();
    let renewed = format!("stytch_session={token}; stytch_session_jwt={}", jwts[0]);
    assert!(case.get("/", &renewed).await.cookies.is_empty());
    assert_eq!(asked(&case.emulator), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sessions_are_renewed_each_on_its_own() {
    let case = Case::open().await;
    let grace = found(&case.emulator, "grace@example.com").await;
    case.emulator.clock().advance(PAST_JWT);
    let graces = cookies(&grace.session_token, &grace.session_jwt);
    let adas = case.cookies();
    let (ada_answer, grace_answer) = tokio::join!(case.get("/", &adas), case.get("/", &graces));
    assert_eq!(ada_answer.body, case.ada.member_id.as_str());
    assert_eq!(grace_answer.body, grace.member_id.as_str());
    assert_eq!(asked(&case.emulator), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_leaves_stops_nobody_else() {
    let case = Case::open().await;
    case.emulator.clock().advance(PAST_JWT);
    let slow = Fault::new()
        .operation("b2b.sessions.authenticate")
        .delay(Duration::from_millis(400));
    case.emulator.add_fault(slow);
    let impatient = case.site.get("/").header(COOKIE, case.cookies());
    let impatient = impatient.timeout(Duration::from_millis(150)).send();
    assert!(impatient.await.is_err());
    assert_eq!(case.get("/", &case.cookies()).await.status, 200);
    assert_eq!(asked(&case.emulator), 1);
}

#[tokio::test]
async fn a_jwt_that_is_lost_or_spoilt_is_replaced() {
    let case = Case::open().await;
    let token = case.ada.session_token.expose();
    for cookies in [
        format!("stytch_session={token}"),
        format!("stytch_session={token}; stytch_session_jwt="),
        format!("stytch_session={token}; stytch_session_jwt=spoilt"),
    ] {
        let answer = case.get("/", &cookies).await;
        assert_eq!(answer.body, case.ada.member_id.as_str());
        assert_eq!(answer.cookie("stytch_session"), Some(token));
        assert!(
            answer
                .cookie("stytch_session_jwt")
                .is_some_and(|jwt| jwt.len() > 100)
        );
    }
}

#[tokio::test]
async fn the_cookies_live_as_long_as_the_session() {
    let case = Case::open().await;
    let session = case.ada.member_session.as_ref().unwrap();
    case.emulator.clock().freeze(session.started_at.unwrap());
    case.emulator.clock().advance(Duration::from_secs(20 * 60));
    let answer = case.get("/", &case.cookies()).await;
    assert_eq!(answer.cookies.len(), 2);
    for cookie in &answer.cookies {
        let end = "; Path=/; Max-Age=2400; HttpOnly; SameSite=Lax";
        assert!(
            cookie.ends_with(end),
            "not {}",
            cookie.split_once(';').unwrap().1
        );
    }
    assert_eq!(answer.header("cache-control"), Some("no-store"));
}

#[tokio::test]
async fn a_session_is_extended_where_the_app_says_so() {
    let case = Case::with(|auth| auth.extend_sessions(60)).await;
    for _ in 0..3 {
        case.emulator.clock().advance(Duration::from_secs(50 * 60));
        let answer = case.get("/", &case.cookies()).await;
        assert_eq!(answer.status, 200);
        assert!(
            answer
                .cookies
                .iter()
                .all(|cookie| cookie.contains("Max-Age=3600;"))
        );
    }
}

#[tokio::test]
async fn a_session_that_is_dead_is_forgotten() {
    let case = Case::open().await;
    case.revoke().await;
    case.emulator.clock().advance(PAST_JWT);
    for _ in 0..3 {
        let answer = case.get("/", &case.cookies()).await;
        assert_eq!((answer.status, &*answer.error()), (401, "invalid_token"));
        assert!(answer.forgets_session());
    }
    assert_eq!(asked(&case.emulator), 1, "what is dead stays dead");
}

#[tokio::test]
async fn a_session_is_kept_while_the_api_has_trouble() {
    let case = Case::open().await;
    case.emulator.clock().advance(PAST_JWT);
    for trouble in [
        Fault::new()
            .refuse(503, "server_unavailable")
            .retry_after(7),
        Fault::new().refuse(500, "internal_server_error"),
        Fault::new().refuse(429, "too_many_requests"),
        Fault::new().close(),
    ] {
        case.emulator
            .add_fault(trouble.operation("b2b.sessions.authenticate"));
        let answer = case.get("/", &case.cookies()).await;
        assert_eq!(
            (answer.status, &*answer.error()),
            (503, "temporarily_unavailable")
        );
        assert!(answer.header("retry-after").is_some());
        assert!(answer.cookies.is_empty());
        case.emulator.clear_faults();
    }
    assert_eq!(
        case.get("/", &case.cookies()).await.status,
        200,
        "as soon as it is over"
    );
}

#[tokio::test]
async fn nobody_is_logged_out_because_the_app_has_a_wrong_secret() {
    let case = Case::open().await;
    case.emulator.clock().advance(PAST_JWT);
    let refused = Fault::new().operation("b2b.sessions.authenticate");
    case.emulator
        .add_fault(refused.refuse(401, "unauthorized_credentials"));
    let answer = case.get("/", &case.cookies()).await;
    assert_eq!((answer.status, &*answer.error()), (500, "server_error"));
    assert!(answer.cookies.is_empty(), "the session is good");
    let page = case
        .site
        .get("/")
        .header(COOKIE, case.cookies())
        .header("accept", "text/html");
    assert_eq!(send(page).await.status, 500, "no login helps");
    case.emulator.clear_faults();
    assert_eq!(case.get("/", &case.cookies()).await.status, 200);
}

#[tokio::test]
async fn a_header_is_never_renewed() {
    let case = Case::open().await;
    case.emulator.clock().advance(PAST_JWT);
    let jwt = bearer(case.ada.session_jwt.expose());
    let request = case
        .site
        .get("/")
        .header(AUTHORIZATION, jwt)
        .header(COOKIE, case.cookies());
    let answer = send(request).await;
    assert_eq!((answer.status, answer.cookies.len()), (401, 0));
    assert_eq!(asked(&case.emulator), 0);
}

#[tokio::test]
async fn an_expired_jwt_alone_is_not_renewed() {
    let case = Case::open().await;
    case.emulator.clock().advance(PAST_JWT);
    let cookie = format!("stytch_session_jwt={}", case.ada.session_jwt.expose());
    let answer = case.get("/", &cookie).await;
    assert_eq!(answer.status, 401);
    assert!(answer.forgets_session());
    assert_eq!(asked(&case.emulator), 0);
}

#[tokio::test]
async fn a_jwt_alone_gets_no_token_by_being_asked_about() {
    let case = Case::open().await;
    let cookie = format!("stytch_session_jwt={}", case.ada.session_jwt.expose());
    let answer = case.get("/fresh", &cookie).await;
    assert_eq!((answer.status, asked(&case.emulator)), (200, 1));
    assert_eq!(
        answer.cookies.len(),
        0,
        "what ends in five minutes would live on"
    );
    case.revoke().await;
    let answer = case.get("/fresh", &cookie).await;
    assert_eq!(answer.status, 401);
    assert!(answer.forgets_session());
}

#[tokio::test]
async fn a_session_is_asked_about_more_often_where_the_app_says_so() {
    let case = Case::with(|auth| auth.max_token_age(Duration::from_secs(60))).await;
    assert_eq!(case.get("/", &case.cookies()).await.cookies.len(), 0);
    case.revoke().await;
    case.emulator.clock().advance(Duration::from_secs(61));
    assert_eq!(case.get("/", &case.cookies()).await.status, 401);
}

#[tokio::test]
async fn a_renewal_is_not_remembered_beyond_its_jwt() {
    let case = Case::open().await;
    case.emulator.clock().advance(PAST_JWT);
    assert_eq!(case.get("/", &case.cookies()).await.status, 200);
    case.revoke().await;
    case.emulator.clock().advance(PAST_JWT);
    assert_eq!(case.get("/", &case.cookies()).await.status, 401);
    assert_eq!(asked(&case.emulator), 2);
}

#[tokio::test]
async fn after_a_logout_a_renewal_is_forgotten() {
    let case = Case::open().await;
    case.emulator.clock().advance(PAST_JWT);
    assert_eq!(case.get("/", &case.cookies()).await.status, 200);
    let logout = case
        .site
        .post("/logout")
        .header("sec-fetch-site", "same-origin");
    let answer = send(logout.header(COOKIE, case.cookies())).await;
    assert_eq!(answer.body, "true");
    assert!(answer.forgets_session(), "{:?}", answer.cookies.len());
    assert_eq!(case.get("/", &case.cookies()).await.status, 401);
}

/// Tells when a call that ends a session is on its way.
struct Revoking(tokio::sync::mpsc::UnboundedSender<()>);

impl Observer for Revoking {
    fn started(&self, attempt: &mut AttemptRequest<'_>) {
        if attempt.operation().name() == "sessions.revoke" {
            self.0.send(()).unwrap();
        }
    }
}

#[tokio::test]
async fn a_renewal_during_a_logout_is_forgotten_with_it() {
    let emulator = Emulator::start().await.unwrap();
    let ada = found(&emulator, "ada@example.com").await;
    let (revoking, mut is_revoking) = tokio::sync::mpsc::unbounded_channel();
    let client = stytch_b2b::Client::builder(emulator.project_id(), emulator.secret())
        .base_url(emulator.url())
        .clock(emulator.clock().clone())
        .observer(Revoking(revoking))
        .build()
        .unwrap();
    let routes = Router::new()
        .route("/", get(home))
        .route("/logout", post(logout));
    let site = Site::open(Auth::new(client), routes).await;
    let slow = Fault::new().operation("b2b.sessions.revoke");
    emulator.add_fault(slow.delay(Duration::from_secs(1)));
    emulator.clock().advance(PAST_JWT);
    let cookies = cookies(&ada.session_token, &ada.session_jwt);
    let logout = site.post("/logout").header("sec-fetch-site", "same-origin");
    let logout = tokio::spawn(send(logout.header(COOKIE, &cookies)));
    is_revoking.recv().await.unwrap();
    send(site.get("/").header(COOKIE, &cookies)).await;
    assert_eq!(logout.await.unwrap().body, "true");
    let after = send(site.get("/").header(COOKIE, &cookies)).await;
    assert_eq!(after.status, 401);
    assert!(after.forgets_session());
}

#[tokio::test]
async fn a_fresh_session_is_alive() {
    let case = Case::open().await;
    let answer = case.get("/fresh", &case.cookies()).await;
    assert_eq!(answer.body, "Acme");
    assert!(answer.cookie("stytch_session_jwt").is_some());
    assert_eq!(asked(&case.emulator), 1);
    let by_header = case.site.get("/fresh");
    let by_header = by_header.header(AUTHORIZATION, bearer(case.ada.session_jwt.expose()));
    assert_eq!(send(by_header).await.body, "Acme");
    assert_eq!(asked(&case.emulator), 2);

    case.revoke().await;
    assert_eq!(
        case.get("/", &case.cookies()).await.status,
        200,
        "its JWT is young"
    );
    let answer = case.get("/fresh", &case.cookies()).await;
    assert_eq!(answer.status, 401);
    assert!(answer.forgets_session());
    let by_header = case.site.get("/fresh");
    let by_header = by_header.header(AUTHORIZATION, bearer(case.ada.session_jwt.expose()));
    assert_eq!(send(by_header).await.status, 401);
}

#[tokio::test]
async fn a_renewed_session_has_its_roles() {
    let case = Case::open().await;
    case.emulator.clock().advance(PAST_JWT);
    assert_eq!(case.get("/invite", &case.cookies()).await.status, 200);
    assert_eq!(
        asked(&case.emulator),
        1,
        "guard and handler share one check"
    );
}

/// An app with members of organizations, and users of its own.
#[derive(Clone)]
struct Both {
    members: Auth,
    users: consumer::Auth,
}

impl FromRef<Both> for Auth {
    fn from_ref(both: &Both) -> Self {
        both.members.clone()
    }
}

impl FromRef<Both> for consumer::Auth {
    fn from_ref(both: &Both) -> Self {
        both.users.clone()
    }
}

#[tokio::test]
async fn an_app_with_two_projects_renews_the_sessions_of_both() {
    let emulator = Emulator::start().await.unwrap();
    let ada = found(&emulator, "ada@example.com").await;
    let users = emulator.consumer_client();
    let request = passwords::CreateRequest::new("ada@example.com", "a long password for Ada");
    let user = request.session_duration_minutes(60);
    let user = users.passwords().create(user).await.unwrap();
    let names = CookieSettings::new().session_names("user", "user_jwt");
    let both = Both {
        members: Auth::new(emulator.b2b_client()),
        users: consumer::Auth::new(users.clone()).cookies(names),
    };
    let home = async |member: MemberSession, user: UserSession| {
        format!("{} {}", member.member_id, user.user_id)
    };
    let router = Router::new()
        .route("/", get(home))
        .layer(both.members.layer())
        .layer(both.users.layer())
        .with_state(both);
    let site = Site::bare(router).await;
    emulator.clock().advance(PAST_JWT);
    let (token, jwt) = (user.session_token.expose(), user.session_jwt.expose());
    let members = cookies(&ada.session_token, &ada.session_jwt);
    let jar = format!("{members}; user={token}; user_jwt={jwt}");
    let answer = send(site.get("/").header(COOKIE, &jar)).await;
    assert_eq!(answer.body, format!("{} {}", ada.member_id, user.user_id));
    for name in ["stytch_session", "stytch_session_jwt", "user", "user_jwt"] {
        assert!(
            answer.cookie(name).is_some_and(|value| !value.is_empty()),
            "{name}"
        );
    }
    assert_eq!(answer.cookies.len(), 4);
}
