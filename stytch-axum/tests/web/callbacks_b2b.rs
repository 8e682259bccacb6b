//! Redirects and forms that log members in, over HTTP, against the emulator.

use std::time::Duration;

use crate::common::browser::{Browser, Page, with_form};
use crate::common::serve;
use axum::Router;
use axum::extract::{OriginalUri, State};
use axum::http::Uri;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use reqwest::{Method, StatusCode};
use stytch_axum::Next;
use stytch_axum::b2b::{Auth, Intermediate, MemberSession, Outcome};
use stytch_axum::callbacks::{Callbacks, Flow};
use stytch_axum::web::{Reason, Refusal};
use stytch_b2b::magic_links::email as links;
use stytch_b2b::organizations::{self, AuthMethod, MethodPolicy, MfaPolicy};
use stytch_b2b::sso::StartDefaultLink;
use stytch_b2b::{Client, OrganizationId, Pkce, oauth, passwords};
use stytch_emulator::{Emulator, Fault};

const ADA: &str = "ada@example.com";
const PASSWORD: &str = "correct horse battery staple";

/// An app at a port of its own.
struct App {
    emulator: Emulator,
    stytch: Client,
    browser: Browser,
    base: String,
}

impl App {
    async fn start() -> Self {
        Self::with(|callbacks| callbacks).await
    }

    async fn with(change: impl FnOnce(Callbacks<Client>) -> Callbacks<Client>) -> Self {
        let emulator = Emulator::start().await.unwrap();
        let stytch = emulator.b2b_client();
        let auth = Auth::new(stytch.clone()).login_page("/login");
        let app = Router::new()
            .route("/", get(home))
            .route("/second-factor", get(second_factor))
            .route("/login", get(login))
            .route("/sso", get(sso))
            .route("/app", get(add_app))
            .merge(change(Callbacks::new(&auth)).router("/authenticate", finish))
            .layer(auth.layer())
            .with_state(auth);
        let base = serve(app).await;
        Self {
            browser: Browser::at(&base),
            base,
            emulator,
            stytch,
        }
    }

    /// An organization, and Ada in it.
    async fn organization(
        &self,
        change: impl FnOnce(organizations::CreateRequest) -> organizations::CreateRequest,
    ) -> OrganizationId {
        let request = organizations::CreateRequest::new("Acme").organization_slug("acme");
        let made = self
            .stytch
            .organizations()
            .create(change(request))
            .await
            .unwrap();
        let id = made.organization.organization_id;
        let request = organizations::members::CreateRequest::new(&id, ADA);
        self.stytch
            .organizations()
            .members()
            .create(request)
            .await
            .unwrap();
        id
    }

    /// The link of the newest mail to Ada.
    fn link(&self) -> String {
        self.emulator
            .messages()
            .to(ADA)
            .all()
            .pop()
            .unwrap()
            .link
            .unwrap()
    }

    async fn login_link(&self, id: &OrganizationId) -> String {
        let request = links::LoginOrSignupRequest::new(id, ADA);
        self.stytch
            .magic_links()
            .email()
            .login_or_signup(request)
            .await
            .unwrap();
        self.link()
    }

    async fn discovery_link(&self) -> String {
        let request = links::discovery::SendRequest::new(ADA);
        self.stytch
            .magic_links()
            .email()
            .discovery()
            .send(request)
            .await
            .unwrap();
        self.link()
    }

    /// What was asked of the service.
    fn calls(&self) -> Vec<&'static str> {
        self.emulator
            .requests()
            .into_iter()
            .map(|entry| entry.operation)
            .collect()
    }
}

async fn finish(
    outcome: Outcome,
    next: Next,
    uri: Uri,
    OriginalUri(original): OriginalUri,
) -> Response {
    assert!(!uri.to_string().contains("token="), "{uri}");
    assert!(!original.to_string().contains("token="), "{original}");
    assert!(!format!("{outcome:?}").contains("Secret(\""));
    match outcome {
        Outcome::LoggedIn(login) => {
            let member = login.member.email_address;
            let organization = login.organization.organization_name;
            format!("{member} is in {organization}; on to {}", next.as_str()).into_response()
        }
        Outcome::Discovered(found) => {
            format!("{} of {}", found.organizations.len(), found.email_address).into_response()
        }
        Outcome::MfaRequired(pending) => format!(
            "second factor; enroll {}, app {}, phone {:?}, sent {}",
            pending.must_enroll(),
            pending.has_authenticator_app(),
            pending.phone_ending(),
            pending.code_sent(),
        )
        .into_response(),
        Outcome::PrimaryRequired(pending) => {
            format!("first factor: {:?}", pending.allowed_auth_methods()).into_response()
        }
        Outcome::PasswordReset(reset) => {
            format!("{} {}", reset.flow_name(), reset.token().expose()).into_response()
        }
        Outcome::Failed(failure) => {
            let text = format!("{:?} {:?}", failure.cause(), failure.organization_slug());
            (failure.status(), text).into_response()
        }
        _ => StatusCode::NOT_IMPLEMENTED.into_response(),
    }
}

async fn home(session: MemberSession) -> String {
    session.member_id.to_string()
}

async fn login(State(auth): State<Auth>, next: Next) -> impl IntoResponse {
    (auth.start().next(&next), "login")
}

/// Sends people to the single sign-on of the organization.
async fn sso(State(auth): State<Auth>, next: Next) -> impl IntoResponse {
    let pkce = Pkce::new();
    let link = StartDefaultLink::new("acme").pkce_code_challenge(pkce.challenge());
    let link = auth.client().sso().start_default(link).unwrap();
    let start = auth.start().pkce(Flow::Sso, &pkce).next(&next);
    (start, Redirect::to(link.as_str()))
}

/// The secret of a new authenticator app of somebody who is logged in.
async fn add_app(State(auth): State<Auth>, session: MemberSession) -> String {
    let totp = auth.create_totp(&session).await.unwrap();
    totp.secret.expose().to_owned()
}

/// The secret of a new authenticator app, and a recovery code.
async fn second_factor(login: Intermediate) -> String {
    let totp = login.create_totp().unwrap().await.unwrap();
    let code = totp.recovery_codes[0].expose();
    format!("{} {code}", totp.secret.expose())
}

fn assert_failed(page: &Page, status: u16, cause: &str) {
    assert_eq!(
        (page.status.as_u16(), page.text.split(' ').next()),
        (status, Some(cause)),
        "{page:?}"
    );
}

#[tokio::test]
async fn who_proves_an_address_founds_an_organization_and_is_logged_in() {
    let mut app = App::start().await;
    let link = app.discovery_link().await;
    let found = app.browser.follow(&link).await;
    assert_eq!(found.text, "0 of ada@example.com");
    assert_eq!(found.headers["referrer-policy"], "no-referrer");
    assert_eq!(found.headers["cache-control"], "no-store");
    let cookie = found
        .set_cookie("stytch_intermediate_session_token")
        .unwrap();
    assert!(
        cookie.ends_with("; Path=/; Max-Age=600; HttpOnly; SameSite=Lax"),
        "{cookie}"
    );

    let form = [("organization_name", "Acme & Söhne")];
    let founded = app
        .browser
        .post("/authenticate/organization/new", &form)
        .await;
    assert_eq!(founded.text, "ada@example.com is in Acme & Söhne; on to /");
    for name in ["stytch_session", "stytch_session_jwt"] {
        let cookie = founded.set_cookie(name).unwrap();
        assert!(
            cookie.ends_with("; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax"),
            "{cookie}"
        );
    }
    let names: Vec<_> = app.browser.cookies.keys().map(String::as_str).collect();
    assert_eq!(names, ["stytch_session", "stytch_session_jwt"]);
    assert!(app.browser.get("/").await.text.starts_with("member-test-"));
}

#[tokio::test]
async fn who_is_a_member_somewhere_enters_and_goes_over_to_another_organization() {
    let mut app = App::start().await;
    let acme = app.organization(|request| request).await;
    let request = organizations::CreateRequest::new("Other").organization_slug("other");
    let other = app.stytch.organizations().create(request).await.unwrap();
    let other = other.organization.organization_id;
    let request = organizations::members::CreateRequest::new(&other, ADA);
    app.stytch
        .organizations()
        .members()
        .create(request)
        .await
        .unwrap();

    let link = app.discovery_link().await;
    assert_eq!(app.browser.follow(&link).await.text, "2 of ada@example.com");
    for (id, name) in [(&acme, "Acme"), (&other, "Other")] {
        let form = [("organization_id", id.as_str())];
        let page = app.browser.post("/authenticate/organization", &form).await;
        assert_eq!(page.text, format!("ada@example.com is in {name}; on to /"));
    }
    assert_eq!(app.calls().pop(), Some("b2b.sessions.exchange"));

    // Nobody without a login enters anything.
    app.browser.cookies.clear();
    let form = [("organization_id", acme.as_str())];
    let page = app.browser.post("/authenticate/organization", &form).await;
    assert_failed(&page, 410, "Expired");
}

#[tokio::test]
async fn links_of_logins_and_invitations_log_in_once() {
    let mut app = App::start().await;
    let id = app.organization(|request| request).await;
    let link = app.login_link(&id).await;
    let page = app.browser.follow(&link).await;
    assert_eq!(page.text, "ada@example.com is in Acme; on to /");

    // A link that was used logs nobody in, and nobody out.
    let page = app.browser.follow(&link).await;
    assert_failed(&page, 410, "Spent");
    assert!(page.text.ends_with("Some(\"acme\")"), "{page:?}");
    assert_eq!(app.browser.get("/").await.status, 200);
    let mut stranger = app.browser.clone();
    stranger.cookies.clear();
    assert_failed(&stranger.follow(&link).await, 410, "Spent");
    assert!(stranger.cookies.is_empty());

    let request = links::InviteRequest::new(&id, "grace@example.com");
    app.stytch
        .magic_links()
        .email()
        .invite(request)
        .await
        .unwrap();
    let mail = app
        .emulator
        .messages()
        .to("grace@example.com")
        .all()
        .pop()
        .unwrap();
    let page = stranger.follow(&mail.link.unwrap()).await;
    assert_eq!(page.text, "grace@example.com is in Acme; on to /");
}

#[tokio::test]
async fn a_link_that_is_too_old_is_spent() {
    let mut app = App::start().await;
    let link = app.discovery_link().await;
    app.emulator.clock().advance(Duration::from_secs(61 * 60));
    assert_failed(&app.browser.follow(&link).await, 410, "Spent");
}

#[tokio::test]
async fn a_member_without_a_second_factor_sets_up_an_app_and_comes_in_by_it() {
    let mut app = App::start().await;
    let id = app
        .organization(|request| request.mfa_policy(MfaPolicy::RequiredForAll))
        .await;
    let link = app.login_link(&id).await;
    let page = app.browser.follow(&link).await;
    assert_eq!(
        page.text,
        "second factor; enroll true, app false, phone None, sent false"
    );
    assert!(page.set_cookie("stytch_session").is_none());
    let shown = app.browser.get("/second-factor").await.text;
    let (secret, recovery_code) = shown.split_once(' ').unwrap();

    // A wrong code leaves the login where it is.
    let page = app
        .browser
        .post("/authenticate/totp", &[("code", "000 000")])
        .await;
    assert_failed(&page, 422, "WrongCode");
    let code = app.emulator.totp_code(secret).unwrap();
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let page = app
        .browser
        .post("/authenticate/totp", &[("code", &spaced)])
        .await;
    assert_eq!(page.text, "ada@example.com is in Acme; on to /");
    let names: Vec<_> = app.browser.cookies.keys().map(String::as_str).collect();
    assert_eq!(names, ["stytch_session", "stytch_session_jwt"]);

    // The next time the app is asked for, and a recovery code stands in for it.
    app.browser.cookies.clear();
    let link = app.login_link(&id).await;
    let page = app.browser.follow(&link).await;
    assert_eq!(
        page.text,
        "second factor; enroll false, app true, phone None, sent false"
    );
    let form = [("code", recovery_code)];
    let page = app.browser.post("/authenticate/recovery_code", &form).await;
    assert_eq!(page.text, "ada@example.com is in Acme; on to /");
}

#[tokio::test]
async fn a_member_sets_up_a_phone_and_comes_in_by_its_codes() {
    let mut app = App::start().await;
    let id = app
        .organization(|request| request.mfa_policy(MfaPolicy::RequiredForAll))
        .await;
    let link = app.login_link(&id).await;
    app.browser.follow(&link).await;
    let number = "+12025550123";
    let page = app
        .browser
        .post("/authenticate/sms/send", &[("phone_number", number)])
        .await;
    assert_eq!(
        page.text,
        "second factor; enroll false, app false, phone Some(\"0123\"), sent true"
    );
    let code = app
        .emulator
        .messages()
        .to(number)
        .all()
        .pop()
        .unwrap()
        .code
        .unwrap();
    let page = app
        .browser
        .post("/authenticate/sms", &[("code", &code)])
        .await;
    assert_eq!(page.text, "ada@example.com is in Acme; on to /");

    // The next login sends a code by itself.
    app.browser.cookies.clear();
    let link = app.login_link(&id).await;
    let page = app.browser.follow(&link).await;
    assert_eq!(
        page.text,
        "second factor; enroll false, app false, phone Some(\"0123\"), sent true"
    );
    let code = app
        .emulator
        .messages()
        .to(number)
        .all()
        .pop()
        .unwrap()
        .code
        .unwrap();
    let page = app
        .browser
        .post("/authenticate/sms", &[("code", &code)])
        .await;
    assert_eq!(page.status, StatusCode::OK);
}

#[tokio::test]
async fn a_login_that_waits_for_longer_than_ten_minutes_begins_anew() {
    let mut app = App::start().await;
    let id = app
        .organization(|request| request.mfa_policy(MfaPolicy::RequiredForAll))
        .await;
    let link = app.login_link(&id).await;
    app.browser.follow(&link).await;
    app.emulator.clock().advance(Duration::from_secs(11 * 60));
    let page = app
        .browser
        .post("/authenticate/totp", &[("code", "123456")])
        .await;
    assert_failed(&page, 410, "Expired");
    assert!(app.browser.cookies.is_empty());
}

#[tokio::test]
async fn a_forgotten_password_is_set_by_a_form_and_its_link_is_not_used_before() {
    let mut app = App::start().await;
    let id = app.organization(|request| request).await;
    let request = passwords::email::ResetStartRequest::new(&id, ADA);
    app.stytch
        .passwords()
        .email()
        .reset_start(request)
        .await
        .unwrap();
    let link = app.link();
    let before = app.calls().len();
    let page = app.browser.follow(&link).await;
    assert_eq!(app.browser.follow(&link).await.text, page.text);
    assert_eq!(app.calls().len(), before);
    let (flow, token) = page.text.split_once(' ').unwrap();
    assert_eq!(flow, "password_reset");

    let form = |password| [("flow", flow), ("token", token), ("password", password)];
    let refused = app
        .browser
        .post("/authenticate/password", &form("hunter2"))
        .await;
    assert_failed(&refused, 422, "Password");
    let page = app
        .browser
        .post("/authenticate/password", &form(PASSWORD))
        .await;
    assert_eq!(page.text, "ada@example.com is in Acme; on to /");
    let page = app
        .browser
        .post("/authenticate/password", &form(PASSWORD))
        .await;
    assert_failed(&page, 410, "Spent");
}

#[tokio::test]
async fn a_password_for_all_organizations_is_set_by_a_form_and_an_organization_is_chosen() {
    let mut app = App::start().await;
    let seed = "settings: { passwords: { cross_organization: true } }";
    app.emulator.seed(seed).unwrap();
    let id = app.organization(|request| request).await;
    let request = passwords::discovery::email::ResetStartRequest::new(ADA);
    let passwords = app.stytch.passwords().discovery();
    passwords.email().reset_start(request).await.unwrap();
    let link = app.link();
    let before = app.calls().len();
    let page = app.browser.follow(&link).await;
    assert_eq!(app.calls().len(), before);
    let (flow, token) = page.text.split_once(' ').unwrap();
    assert_eq!(flow, "discovery_password_reset");
    let form = |password| [("flow", flow), ("token", token), ("password", password)];
    let path = "/authenticate/password";
    let refused = app.browser.post(path, &form("hunter2")).await;
    assert_failed(&refused, 422, "Password");
    let page = app.browser.post(path, &form(PASSWORD)).await;
    assert_eq!(page.text, "1 of ada@example.com");
    let form = [("organization_id", id.as_str())];
    let page = app.browser.post("/authenticate/organization", &form).await;
    assert_eq!(page.text, "ada@example.com is in Acme; on to /");
}

#[tokio::test]
async fn who_acts_in_place_of_a_member_is_logged_in_once() {
    let mut app = App::start().await;
    app.organization(|request| request.mfa_policy(MfaPolicy::RequiredForAll))
        .await;
    let request = organizations::members::GetRequest::new("acme").email_address(ADA);
    let members = app.stytch.organizations().members();
    let ada = members.get(request).await.unwrap().member.member_id;
    let begun = app.emulator.impersonate(ada.as_str(), "grace@example.com");
    let begun = begun.unwrap();
    let page = app.browser.follow(&begun.url).await;
    assert_eq!(page.text, "ada@example.com is in Acme; on to /");
    assert_eq!(app.browser.get("/").await.text, ada.as_str());
    let mut other = Browser::at(&app.base);
    assert_failed(&other.follow(&begun.url).await, 410, "Spent");
    assert!(other.cookies.is_empty());
}

#[tokio::test]
async fn an_organization_asks_for_another_first_factor() {
    let mut app = App::start().await;
    let id = app
        .organization(|request| {
            request
                .auth_methods(MethodPolicy::Restricted)
                .allowed_auth_methods([AuthMethod::Password])
        })
        .await;
    let link = app.discovery_link().await;
    app.browser.follow(&link).await;
    let form = [("organization_id", id.as_str())];
    let page = app.browser.post("/authenticate/organization", &form).await;
    assert_eq!(page.text, "first factor: [Password]");
    assert!(app.browser.cookies.contains_key("stytch_pending"));
    assert_eq!(app.browser.get("/").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn who_comes_from_the_identity_provider_of_an_organization_is_logged_in() {
    let mut app = App::start().await;
    let id = app
        .organization(|request| {
            request
                .auth_methods(MethodPolicy::Restricted)
                .allowed_auth_methods([AuthMethod::Sso])
        })
        .await;
    let seed = "sso_connections: [{organization_id: acme, display_name: Okta}]";
    app.emulator.seed(seed).unwrap();

    // An address is not enough, and what it has proven is added to.
    let link = app.discovery_link().await;
    app.browser.follow(&link).await;
    let form = [("organization_id", id.as_str())];
    let page = app.browser.post("/authenticate/organization", &form).await;
    assert_eq!(page.text, "first factor: [Sso]");
    let begun = app.browser.get("/sso?next=%2Fbilling").await;
    let back = app.emulator.follow(begun.location(), ADA).unwrap();
    let page = app.browser.follow(&back.url).await;
    assert_eq!(page.text, "ada@example.com is in Acme; on to /billing");
    let names: Vec<_> = app.browser.cookies.keys().map(String::as_str).collect();
    assert_eq!(names, ["stytch_session", "stytch_session_jwt"]);

    // Somebody else's way back logs nobody in.
    let mut stranger = Browser::at(&app.base);
    let begun = app.browser.get("/sso").await;
    let back = app.emulator.follow(begun.location(), ADA).unwrap();
    assert_failed(&stranger.follow(&back.url).await, 410, "OtherBrowser");
    assert!(stranger.cookies.is_empty());
}

#[tokio::test]
async fn who_comes_from_another_provider_is_logged_in_or_chooses_an_organization() {
    let mut app = App::start().await;
    let id = app.organization(|request| request).await;
    let link = oauth::StartLink::new("microsoft", &id);
    let link = app.stytch.oauth().start(link).unwrap();
    let back = app.emulator.follow(link.as_str(), ADA).unwrap();
    let page = app.browser.follow(&back.url).await;
    assert_eq!(page.text, "ada@example.com is in Acme; on to /");
    assert_failed(&app.browser.follow(&back.url).await, 410, "Spent");

    let pkce = Pkce::new();
    let link = oauth::discovery::StartLink::new("google").pkce_code_challenge(pkce.challenge());
    let link = app.stytch.oauth().discovery().start(link).unwrap();
    let back = app.emulator.follow(link.as_str(), ADA).unwrap();
    let verifier = pkce.verifier().expose().to_owned();
    let name = "stytch_pkce_discovery_oauth".to_owned();
    app.browser.cookies.insert(name, verifier);
    let page = app.browser.follow(&back.url).await;
    assert_eq!(page.text, "1 of ada@example.com");
}

#[tokio::test]
async fn who_is_logged_in_adds_a_second_factor_and_is_asked_for_it_from_then_on() {
    let mut app = App::start().await;
    let id = app.organization(|request| request).await;
    let link = app.login_link(&id).await;
    app.browser.follow(&link).await;
    let secret = app.browser.get("/app").await.text;
    let page = app
        .browser
        .post("/authenticate/totp", &[("code", "000000")])
        .await;
    assert_failed(&page, 422, "WrongCode");
    let code = app.emulator.totp_code(&secret).unwrap();
    let page = app
        .browser
        .post("/authenticate/totp", &[("code", &code)])
        .await;
    assert_eq!(page.text, "ada@example.com is in Acme; on to /");
    let link = app.login_link(&id).await;
    let page = app.browser.follow(&link).await;
    assert_eq!(
        page.text,
        "second factor; enroll false, app true, phone None, sent false"
    );

    // Without a login there is nobody to add it to.
    app.browser.cookies.clear();
    let page = app
        .browser
        .post("/authenticate/totp", &[("code", &code)])
        .await;
    assert_failed(&page, 410, "Expired");
}

#[tokio::test]
async fn what_the_identity_provider_of_one_organization_says_counts_in_no_other() {
    let mut app = App::start().await;
    app.organization(|request| request).await;
    let seed = "sso_connections: [{organization_id: acme, display_name: Okta}]";
    app.emulator.seed(seed).unwrap();
    let request = organizations::CreateRequest::new("Other").organization_slug("other");
    let other = app.stytch.organizations().create(request).await.unwrap();
    let other = other.organization.organization_id;
    let request = organizations::members::CreateRequest::new(&other, ADA);
    app.stytch
        .organizations()
        .members()
        .create(request)
        .await
        .unwrap();

    let begun = app.browser.get("/sso").await;
    let back = app.emulator.follow(begun.location(), ADA).unwrap();
    app.browser.follow(&back.url).await;
    let cookies = app.browser.cookies.clone();
    let form = [("organization_id", other.as_str())];
    let page = app.browser.post("/authenticate/organization", &form).await;
    assert_failed(&page, 403, "InsufficientFactors");
    assert_eq!(app.browser.cookies, cookies);
}

#[tokio::test]
async fn a_login_with_pkce_ends_in_the_browser_where_it_began() {
    let pkce = Pkce::new();
    let mut app = App::start().await;
    let request = links::discovery::SendRequest::new(ADA).pkce_code_challenge(pkce.challenge());
    app.stytch
        .magic_links()
        .email()
        .discovery()
        .send(request)
        .await
        .unwrap();
    let link = app.link();
    assert_failed(&app.browser.follow(&link).await, 410, "OtherBrowser");

    for name in ["stytch_pkce_discovery", "stytch_pkce_sso"] {
        let verifier = pkce.verifier().expose().to_owned();
        app.browser.cookies.insert(name.to_owned(), verifier);
    }
    assert_eq!(app.browser.follow(&link).await.text, "0 of ada@example.com");
    // Each flow has one of its own, which serves once.
    assert!(!app.browser.cookies.contains_key("stytch_pkce_discovery"));
    assert!(app.browser.cookies.contains_key("stytch_pkce_sso"));
    let link = app.discovery_link().await;
    assert_eq!(app.browser.follow(&link).await.text, "0 of ada@example.com");
}

/// One that has ended may have been seen by many.
#[tokio::test]
async fn a_jwt_alone_leads_into_no_organization() {
    let mut app = App::start().await;
    let id = app.organization(|request| request).await;
    let link = app.login_link(&id).await;
    app.browser.follow(&link).await;
    app.browser.cookies.remove("stytch_session").unwrap();
    let cookies = app.browser.cookies.clone();
    let form = [("organization_id", id.as_str())];
    for pause in [0, 6 * 60] {
        app.emulator.clock().advance(Duration::from_secs(pause));
        let page = app.browser.post("/authenticate/organization", &form).await;
        assert_failed(&page, 410, "Expired");
        assert_eq!(app.browser.cookies, cookies);
    }
}

/// Whoever finishes it would be logged in as the one who began it.
#[tokio::test]
async fn what_somebody_else_began_without_pkce_ends_nowhere_if_it_is_required() {
    let required = [Flow::OAuth, Flow::PasswordReset];
    let mut app = App::with(|callbacks| callbacks.require_pkce(required)).await;
    let id = app.organization(|request| request).await;
    let link = oauth::StartLink::new("microsoft", &id);
    let begun = app.stytch.oauth().start(link).unwrap();
    let back = app.emulator.follow(begun.as_str(), ADA).unwrap();
    let before = app.calls().len();
    assert_failed(&app.browser.follow(&back.url).await, 410, "OtherBrowser");
    let form = [
        ("flow", "password_reset"),
        ("token", "abc"),
        ("password", PASSWORD),
    ];
    let page = app.browser.post("/authenticate/password", &form).await;
    assert_failed(&page, 410, "OtherBrowser");
    assert_eq!(app.calls().len(), before, "nothing was spent");

    // nor while the person has a login of their own under way
    let pkce = Pkce::new();
    let keep = |browser: &mut Browser| {
        let verifier = pkce.verifier().expose().to_owned();
        browser
            .cookies
            .insert("stytch_pkce_oauth".to_owned(), verifier);
    };
    keep(&mut app.browser);
    assert_failed(&app.browser.follow(&back.url).await, 410, "Spent");
    assert!(!app.browser.cookies.contains_key("stytch_session"));

    let link = oauth::StartLink::new("microsoft", &id).pkce_code_challenge(pkce.challenge());
    let begun = app.stytch.oauth().start(link).unwrap();
    let back = app.emulator.follow(begun.as_str(), ADA).unwrap();
    keep(&mut app.browser);
    let page = app.browser.follow(&back.url).await;
    assert_eq!(page.text, "ada@example.com is in Acme; on to /");
    // a mail may be opened anywhere
    let link = app.login_link(&id).await;
    let page = app.browser.follow(&link).await;
    assert_eq!(page.text, "ada@example.com is in Acme; on to /");
}

#[tokio::test]
async fn a_verifier_is_kept_as_the_other_cookies_are() {
    let auth = Auth::new(Client::new("project-test-1", "secret-test-1").unwrap());
    let pkce = Pkce::new();
    let response = (auth.start().pkce(Flow::Sso, &pkce), "see you").into_response();
    let verifier = pkce.verifier().expose();
    assert_eq!(
        response.headers()["set-cookie"].to_str().unwrap(),
        format!("stytch_pkce_sso={verifier}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure")
    );
}

/// A handler may find that it needs a session, or that something is forbidden.
#[tokio::test]
async fn a_refusal_of_the_handler_leads_nowhere_with_the_token() {
    let emulator = Emulator::start().await.unwrap();
    let auth = Auth::new(emulator.b2b_client()).login_page("/login");
    for (reason, status) in [(Reason::LoginRequired, 303), (Reason::Forbidden, 403)] {
        let refuse = async move |_: Outcome| Refusal::new(reason);
        let app = Router::new()
            .merge(Callbacks::new(&auth).router("/authenticate", refuse))
            .layer(auth.layer())
            .with_state(auth.clone());
        let mut browser = Browser::at(&serve(app).await);
        for (more, next) in [
            ("", "/login?next=%2F"),
            ("&next=%2Fhome", "/login?next=%2Fhome"),
        ] {
            let address = "/authenticate?stytch_token_type=multi_tenant_passwords&token=abc";
            let request = browser.request(Method::GET, &format!("{address}{more}"));
            let page = browser.send(request.header("accept", "text/html")).await;
            assert_eq!(page.status.as_u16(), status);
            assert_eq!(page.headers["referrer-policy"], "no-referrer");
            if status == 303 {
                assert_eq!(page.location(), next);
            }
        }
    }
}

#[tokio::test]
async fn no_other_method_takes_a_step() {
    let mut app = App::start().await;
    let link = app.discovery_link().await;
    let (_, query) = link.split_once('?').unwrap();
    let address = format!("/authenticate?{query}");
    let before = app.calls().len();
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS] {
        let request = app.browser.request(method, &address);
        let page = app.browser.send(request).await;
        assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED);
        assert!(app.browser.cookies.is_empty());
    }
    assert_eq!(app.calls().len(), before, "the token is as good as new");
    assert_eq!(app.browser.follow(&link).await.text, "0 of ada@example.com");
    let page = app.browser.get("/authenticate/organization/new").await;
    assert_eq!(
        (page.status, &*page.text),
        (StatusCode::METHOD_NOT_ALLOWED, "")
    );
}

#[tokio::test]
async fn what_is_odd_about_an_address_is_refused_without_a_call() {
    let mut app = App::start().await;
    let link = app.discovery_link().await;
    let (_, query) = link.split_once('?').unwrap();
    let before = app.calls().len();
    for query in [
        String::new(),
        "token=abc".to_owned(),
        "stytch_token_type=discovery".to_owned(),
        "stytch_token_type=discovery&token=".to_owned(),
        "stytch_token_type=magic_links&token=abc".to_owned(),
        "stytch_token_type=Discovery&token=abc".to_owned(),
        format!("{query}&token=abc"),
        format!("{query}&%74oken=abc"),
        format!("{query}&stytch_token_type=sso"),
        format!("{query}&stytch_redirect_type=reset_password"),
        format!("{query}&error=access_denied"),
        "stytch_token_type=discovery&token=%FF".to_owned(),
    ] {
        let page = app.browser.get(&format!("/authenticate?{query}")).await;
        assert_failed(&page, 400, "Malformed");
    }
    assert_eq!(app.calls().len(), before);

    let page = app
        .browser
        .get("/authenticate?error=access_denied&slug=acme")
        .await;
    assert_failed(&page, 400, "Provider");
    assert_eq!(app.calls().len(), before);

    // A cookie that comes twice could be anybody's.
    let request = app
        .browser
        .request(Method::GET, &format!("/authenticate?{query}"));
    let twice = "stytch_pkce_discovery=one; stytch_pkce_discovery=two";
    let page = app.browser.send(request.header("cookie", twice)).await;
    assert_failed(&page, 400, "Malformed");
    assert_eq!(app.calls().len(), before);
    assert_eq!(app.browser.follow(&link).await.status, StatusCode::OK);
}

#[tokio::test]
async fn programs_that_look_at_links_before_people_do_spend_none() {
    let mut app = App::start().await;
    let link = app.discovery_link().await;
    let (_, query) = link.split_once('?').unwrap();
    let path = format!("/authenticate?{query}");
    let request = app.browser.request(Method::HEAD, &path);
    assert_eq!(app.browser.send(request).await.status, StatusCode::OK);
    for (name, value) in [
        ("sec-purpose", "prefetch;prerender"),
        ("purpose", "prefetch"),
    ] {
        let request = app.browser.request(Method::GET, &path).header(name, value);
        let page = app.browser.send(request).await;
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    }
    assert!(app.browser.cookies.is_empty());
    assert_eq!(app.browser.follow(&link).await.text, "0 of ada@example.com");
}

#[tokio::test]
async fn a_person_ends_where_they_wanted_to_go_and_nowhere_else() {
    let mut app = App::start().await;
    let id = app.organization(|request| request).await;
    app.browser
        .get("/login?next=%2Fsettings%3Ftab%3D2%2C3")
        .await;
    let link = app.login_link(&id).await;
    let page = app.browser.follow(&link).await;
    assert_eq!(
        page.text,
        "ada@example.com is in Acme; on to /settings?tab=2,3"
    );
    assert!(!app.browser.cookies.contains_key("stytch_next"));

    // By the address itself, through a step in between.
    let link = app.discovery_link().await;
    app.browser.follow(&format!("{link}&next=%2Fbilling")).await;
    let form = [("organization_id", id.as_str())];
    let page = app.browser.post("/authenticate/organization", &form).await;
    assert_eq!(page.text, "ada@example.com is in Acme; on to /billing");

    for next in [
        "https%3A%2F%2Fevil.example",
        "%2F%2Fevil.example",
        "%2F%5Cevil.example",
        "%2F%09%2Fevil.example",
        "javascript:alert(1)",
        "%2Fa&next=%2Fb",
    ] {
        app.browser.get(&format!("/login?next={next}")).await;
        let link = app.login_link(&id).await;
        let page = app.browser.follow(&format!("{link}&next={next}")).await;
        assert_eq!(page.text, "ada@example.com is in Acme; on to /", "{next}");
    }
    app.browser
        .cookies
        .insert("stytch_next".into(), "%2F%2Fevil.example".into());
    let link = app.login_link(&id).await;
    assert!(app.browser.follow(&link).await.text.ends_with("on to /"));
}

#[tokio::test]
async fn forms_are_taken_from_own_pages_alone() {
    let mut app = App::start().await;
    let id = app.organization(|request| request).await;
    let link = app.discovery_link().await;
    app.browser.follow(&link).await;
    let before = app.calls().len();
    let form = [("organization_id", id.as_str())];
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("sec-fetch-site", "none"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("x-none", "of both"),
    ] {
        let request = app
            .browser
            .request(Method::POST, "/authenticate/organization");
        let page = app
            .browser
            .send(with_form(request.header(name, value), &form))
            .await;
        assert_failed(&page, 403, "CrossSite");
    }
    let own = app
        .browser
        .request(Method::POST, "/authenticate/organization");
    let own = own.header("sec-fetch-site", "same-origin");
    let json = own
        .try_clone()
        .unwrap()
        .header("content-type", "application/json")
        .body("{}");
    assert_failed(&app.browser.send(json).await, 400, "Malformed");
    let twice = [form[0], ("organization_id", "organization-test-other")];
    assert_failed(
        &app.browser
            .send(with_form(own.try_clone().unwrap(), &twice))
            .await,
        400,
        "Malformed",
    );
    let huge = "x".repeat(20_000);
    let huge = [("organization_id", huge.as_str())];
    assert_failed(
        &app.browser.send(with_form(own, &huge)).await,
        400,
        "Malformed",
    );
    assert_eq!(app.calls().len(), before);
    let page = app.browser.post("/authenticate/organization", &form).await;
    assert_eq!(page.status, StatusCode::OK);
}

#[tokio::test]
async fn an_outage_or_a_fault_of_the_app_costs_nobody_the_login() {
    let mut app = App::start().await;
    let id = app.organization(|request| request).await;
    let link = app.login_link(&id).await;
    app.browser.follow(&link).await;
    let cookies = app.browser.cookies.clone();
    let link = app.login_link(&id).await;
    let operation = "b2b.magic_links.authenticate";
    for (status, name, answer, cause) in [
        (503, "server_unavailable", 503, "Unavailable"),
        (429, "too_many_requests", 429, "TooMany"),
        (401, "unauthorized_credentials", 500, "Broken"),
    ] {
        app.emulator
            .add_fault(Fault::new().operation(operation).refuse(status, name));
        assert_failed(&app.browser.follow(&link).await, answer, cause);
        assert_eq!(app.browser.cookies, cookies);
        app.emulator.clear_faults();
    }
    assert_eq!(
        app.browser.follow(&link).await.text,
        "ada@example.com is in Acme; on to /"
    );
}

#[tokio::test]
async fn who_is_not_let_in_is_told_so() {
    let mut app = App::start().await;
    let link = app.discovery_link().await;
    app.browser.follow(&link).await;
    let request = organizations::CreateRequest::new("Closed").organization_slug("closed");
    let made = app.stytch.organizations().create(request).await.unwrap();
    let form = [(
        "organization_id",
        made.organization.organization_id.as_str(),
    )];
    let page = app.browser.post("/authenticate/organization", &form).await;
    assert_failed(&page, 403, "NotAllowed");
    // The login goes on: the person may found an organization.
    let form = [("organization_name", "Open")];
    let page = app
        .browser
        .post("/authenticate/organization/new", &form)
        .await;
    assert_eq!(page.status, StatusCode::OK);
}
