//! Access tokens of connected apps that become sessions, and what becomes of codes that come twice.

use std::time::Duration;

use crate::common::{Office, refused};
use serde_json::{Value, json};
use stytch_b2b::connected_app::{ClientType, ConnectedAppWithClientSecret, clients};
use stytch_b2b::idp::oauth::AuthorizeRequest;
use stytch_b2b::organizations::members::connected_apps::RevokeRequest;
use stytch_b2b::sessions::{ExchangeAccessTokenRequest, ExchangeAccessTokenResponse};
use stytch_b2b::{Error, OauthResponseType, organizations, passwords, sessions};
use stytch_emulator::Emulator;

const CALLBACK: &str = "https://app.example.com/callback";
const ADA: &str = "ada@acme.com";
const PASSWORD: &str = "correct horse battery";

/// An office, somebody who is logged in, and the project's own app.
struct Desk {
    office: Office,
    login: passwords::AuthenticateResponse,
    app: ConnectedAppWithClientSecret,
}

impl Desk {
    async fn set_up() -> Self {
        let office = Office::open().await;
        office.hire(ADA, PASSWORD).await;
        let login = office.log_in(ADA, PASSWORD).await.unwrap();
        let request = clients::CreateRequest::new(ClientType::FirstParty)
            .redirect_urls([CALLBACK])
            .full_access_allowed(true);
        let app = office.stytch.connected_app().clients().create(request);
        let app = app.await.unwrap().connected_app;
        Self { office, login, app }
    }

    fn request(&self, scope: &str) -> AuthorizeRequest {
        AuthorizeRequest::new(
            true,
            [scope],
            &self.app.client_id,
            CALLBACK,
            OauthResponseType::Code,
        )
    }

    /// An access token that the app has got by way of the session.
    async fn access_token(&self, scope: &str) -> String {
        let request = self.request(scope);
        let request = request.session_token(self.login.session_token.clone());
        self.redeemed(request).await
    }

    async fn redeemed(&self, request: AuthorizeRequest) -> String {
        let answer = self.office.stytch.idp().oauth().authorize(request);
        let code = answer.await.unwrap().authorization_code.unwrap();
        let (_, tokens) = self.redeem(code.expose()).await;
        tokens["access_token"].as_str().unwrap().to_owned()
    }

    async fn redeem(&self, code: &str) -> (u16, Value) {
        let form = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", CALLBACK),
        ];
        self.post("token", &form).await
    }

    async fn post(&self, endpoint: &str, form: &[(&str, &str)]) -> (u16, Value) {
        let secret = self.app.client_secret.as_ref().unwrap().expose();
        let own = [
            ("client_id", self.app.client_id.as_str()),
            ("client_secret", secret),
        ];
        post(&self.office.emulator, endpoint, &[&own, form].concat()).await
    }

    async fn exchange(&self, token: &str) -> Result<ExchangeAccessTokenResponse, Error> {
        let request = ExchangeAccessTokenRequest::new(token);
        let sessions = self.office.stytch.sessions();
        sessions.exchange_access_token(request).await
    }
}

async fn post(emulator: &Emulator, endpoint: &str, form: &[(&str, &str)]) -> (u16, Value) {
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(form)
        .finish();
    let (url, project) = (emulator.url(), emulator.project_id());
    let response = reqwest::Client::new()
        .post(format!("{url}/v1/public/{project}/oauth2/{endpoint}"))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body)
        .send()
        .await
        .unwrap();
    (response.status().as_u16(), response.json().await.unwrap())
}

#[tokio::test]
async fn a_token_with_full_access_becomes_the_session_in_which_it_was_granted() {
    let desk = Desk::set_up().await;
    let token = desk.access_token("full_access").await;
    let request = ExchangeAccessTokenRequest::new(token.as_str())
        .session_duration_minutes(30)
        .session_custom_claims(json!({ "app": "mobile" }));
    let sessions = desk.office.stytch.sessions();
    let login = sessions.exchange_access_token(request).await.unwrap();
    assert_eq!(login.member.email_address, ADA);
    assert_eq!(login.session_token, desk.login.session_token);
    let session = login.member_session.unwrap();
    let minutes = session
        .expires_at
        .unwrap()
        .to_system_time()
        .duration_since(session.last_accessed_at.unwrap().to_system_time());
    assert_eq!(minutes.unwrap(), Duration::from_secs(30 * 60));
    assert_eq!(session.custom_claims["app"], "mobile");
    let app = session.authentication_factors.last().unwrap();
    assert_eq!(app.r#type.as_str(), "oauth");
    assert_eq!(app.delivery_method.as_str(), "oauth_access_token_exchange");
    let app = app.oauth_access_token_exchange_factor.as_ref().unwrap();
    assert_eq!(app.client_id, desk.app.client_id);
    let jwt = login.session_jwt.expose();
    let local = sessions.authenticate_jwt_local(jwt).await.unwrap();
    assert_eq!(local.member_id, desk.login.member_id);

    // it is good for that once, and still an access token
    let error = desk.exchange(&token).await.unwrap_err();
    let name = "oauth_access_token_exchange_token_invalid_grant";
    refused(&error, 400, name);
    let (_, looked) = desk.post("introspect", &[("token", &token)]).await;
    assert_eq!(looked["active"], true);
}

#[tokio::test]
async fn a_token_becomes_no_session_if_anything_is_wrong_with_it() {
    let desk = Desk::set_up().await;
    for odd in ["", "nonsense", desk.login.session_jwt.expose()] {
        let error = desk.exchange(odd).await.unwrap_err();
        refused(&error, 404, "idp_access_token_not_found");
    }
    let narrow = desk.access_token("openid").await;
    let error = desk.exchange(&narrow).await.unwrap_err();
    let name = "oauth_access_token_exchange_missing_full_access";
    refused(&error, 400, name);

    // whom nobody saw log in gets no session
    let named = desk
        .request("full_access")
        .organization_id(&desk.office.id)
        .member_id(&desk.login.member_id);
    let error = desk.exchange(&desk.redeemed(named).await).await;
    let unbound = "idp_access_token_could_not_be_exchanged";
    refused(&error.unwrap_err(), 404, unbound);

    let late = desk.access_token("full_access").await;
    desk.office
        .emulator
        .clock()
        .advance(Duration::from_secs(301));
    let error = desk.exchange(&late).await.unwrap_err();
    refused(&error, 400, "oauth_access_token_exchange_token_too_old");

    let taken_back = desk.access_token("full_access").await;
    let form = [("token", taken_back.as_str())];
    assert_eq!(desk.post("revoke", &form).await.0, 200);
    let error = desk.exchange(&taken_back).await.unwrap_err();
    refused(&error, 404, "idp_access_token_not_found");

    let token = desk.access_token("full_access").await;
    let set = |policy: &'static str| {
        let request = organizations::UpdateRequest::new(&desk.office.id)
            .first_party_connected_apps_allowed_type(policy);
        desk.office.stytch.organizations().update(request)
    };
    set("NOT_ALLOWED").await.unwrap();
    let error = desk.exchange(&token).await.unwrap_err();
    refused(&error, 400, "connected_app_not_allowed_for_org");
    set("ALL_ALLOWED").await.unwrap();

    let apps = desk.office.stytch.connected_app().clients();
    let update = |allowed| {
        let request = clients::UpdateRequest::new(&desk.app.client_id).full_access_allowed(allowed);
        apps.update(request)
    };
    update(false).await.unwrap();
    let error = desk.exchange(&token).await.unwrap_err();
    refused(&error, 400, name);
    update(true).await.unwrap();

    let request = sessions::RevokeRequest::new().session_token(desk.login.session_token.clone());
    let sessions = desk.office.stytch.sessions();
    sessions.revoke(request).await.unwrap();
    let error = desk.exchange(&token).await.unwrap_err();
    refused(&error, 404, unbound);

    let request = RevokeRequest::new(&desk.office.id, &desk.login.member_id, &desk.app.client_id);
    let members = desk.office.stytch.organizations().members();
    members.connected_apps().revoke(request).await.unwrap();
    let error = desk.exchange(&token).await.unwrap_err();
    refused(&error, 401, "connected_app_consent_revoked");
}

#[tokio::test]
async fn a_token_that_has_ended_is_told_from_one_that_is_too_old() {
    let desk = Desk::set_up().await;
    let apps = desk.office.stytch.connected_app().clients();
    let request = clients::UpdateRequest::new(&desk.app.client_id).access_token_expiry_minutes(10);
    apps.update(request).await.unwrap();
    let clock = desk.office.emulator.clock();
    clock.freeze("2030-01-01T00:00:00Z".parse().unwrap());
    let login = desk.office.log_in(ADA, PASSWORD).await.unwrap();
    let request = desk.request("full_access");
    let request = request.session_token(login.session_token);
    let token = desk.redeemed(request).await;
    for (seconds, error_type) in [
        (10 * 60 - 1, "oauth_access_token_exchange_token_too_old"),
        (1, "idp_access_token_expired"),
    ] {
        clock.advance(Duration::from_secs(seconds));
        let error = desk.exchange(&token).await.unwrap_err();
        assert!(error.is_type(error_type), "{error}");
    }
}

#[tokio::test]
async fn a_code_that_comes_again_costs_the_app_its_tokens() {
    let desk = Desk::set_up().await;
    let request = AuthorizeRequest::new(
        true,
        ["openid", "offline_access"],
        &desk.app.client_id,
        CALLBACK,
        OauthResponseType::Code,
    )
    .session_token(desk.login.session_token.clone());
    let answer = desk.office.stytch.idp().oauth().authorize(request);
    let code = answer.await.unwrap().authorization_code.unwrap();
    let (_, tokens) = desk.redeem(code.expose()).await;
    let other = desk.access_token("openid").await;
    let active = async |token: &Value| {
        let form = [("token", token.as_str().unwrap())];
        desk.post("introspect", &form).await.1["active"] == true
    };
    assert!(active(&tokens["access_token"]).await);
    // with a wrong secret nobody takes anything back
    let form = [
        ("grant_type", "authorization_code"),
        ("code", code.expose()),
        ("redirect_uri", CALLBACK),
        ("client_id", desk.app.client_id.as_str()),
        ("client_secret", "guessed"),
    ];
    assert_eq!(post(&desk.office.emulator, "token", &form).await.0, 401);
    assert!(active(&tokens["refresh_token"]).await);

    let (status, answer) = desk.redeem(code.expose()).await;
    assert_eq!((status, &answer["error"]), (400, &json!("invalid_grant")));
    assert!(!active(&tokens["access_token"]).await);
    assert!(!active(&tokens["refresh_token"]).await);
    assert!(active(&json!(other)).await);
}

#[tokio::test]
async fn users_of_the_consumer_api_get_their_sessions_back_too() {
    use stytch_consumer::connected_app::{ClientType, clients};
    use stytch_consumer::idp::oauth::AuthorizeRequest;
    use stytch_consumer::sessions::ExchangeAccessTokenRequest;
    use stytch_consumer::{OauthResponseType, passwords};

    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.consumer_client();
    let request = passwords::CreateRequest::new(ADA, PASSWORD).session_duration_minutes(60);
    let login = stytch.passwords().create(request).await.unwrap();
    let request = clients::CreateRequest::new(ClientType::FirstParty)
        .redirect_urls([CALLBACK])
        .full_access_allowed(true);
    let app = stytch.connected_app().clients().create(request);
    let app = app.await.unwrap().connected_app;
    let access_token = async || {
        let request = AuthorizeRequest::new(
            true,
            ["full_access"],
            &app.client_id,
            CALLBACK,
            OauthResponseType::Code,
        )
        .session_token(login.session_token.clone());
        let answer = stytch.idp().oauth().authorize(request).await.unwrap();
        let code = answer.authorization_code.unwrap();
        let secret = app.client_secret.as_ref().unwrap().expose();
        let form = [
            ("grant_type", "authorization_code"),
            ("client_id", app.client_id.as_str()),
            ("client_secret", secret),
            ("code", code.expose()),
            ("redirect_uri", CALLBACK),
        ];
        let (_, tokens) = post(&emulator, "token", &form).await;
        tokens["access_token"].as_str().unwrap().to_owned()
    };
    let exchange = |request| stytch.sessions().exchange_access_token(request);

    let token = access_token().await;
    let request = ExchangeAccessTokenRequest::new(token.as_str()).session_duration_minutes(30);
    let exchanged = exchange(request.clone()).await.unwrap();
    assert_eq!(exchanged.session_token, login.session_token);
    let session = exchanged.session.unwrap();
    let factor = session.authentication_factors.last().unwrap();
    let factor = factor.oauth_access_token_exchange_factor.as_ref().unwrap();
    assert_eq!(factor.client_id, app.client_id);
    let error = exchange(request).await.unwrap_err();
    let name = "oauth_access_token_exchange_token_invalid_grant";
    assert!(error.is_type(name), "{error}");

    // no session is asked for, and none comes
    let request = ExchangeAccessTokenRequest::new(access_token().await);
    let exchanged = exchange(request).await.unwrap();
    assert_eq!(exchanged.user_id, login.user_id);
    assert!(exchanged.session.is_none());
    assert!(exchanged.session_token.is_empty());

    // what is a user's is no member's
    let request = sessions::ExchangeAccessTokenRequest::new(access_token().await);
    let members = emulator.b2b_client().sessions();
    let error = members.exchange_access_token(request).await.unwrap_err();
    refused(&error, 404, "idp_access_token_not_found");
}
