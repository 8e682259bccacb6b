//! Apps of others, that act for members and users.

use std::time::Duration;

use crate::common::{Office, refused};
use serde_json::{Value, json};
use stytch_b2b::connected_app::{
    ClientType, ConnectedAppClient, ConnectedAppWithClientSecret, clients,
};
use stytch_b2b::idp::oauth;
use stytch_b2b::organizations::members;
use stytch_b2b::tokens::IntrospectRequest;
use stytch_b2b::{ConnectedAppId, Error, MemberId, OauthResponseType, Pkce, organizations};
use stytch_emulator::Emulator;

const CALLBACK: &str = "https://crm.example.com/callback";
const PASSWORD: &str = "correct horse battery";

/// An office, somebody in it, and an app of others.
struct Desk {
    office: Office,
    ada: MemberId,
    app: ConnectedAppWithClientSecret,
}

impl Desk {
    async fn set_up(client_type: ClientType) -> Self {
        let office = Office::open().await;
        let ada = office.hire("ada@acme.com", PASSWORD).await;
        let request = clients::CreateRequest::new(client_type)
            .client_name("Example CRM")
            .redirect_urls([CALLBACK]);
        let app = office.stytch.connected_app().clients().create(request);
        let app = app.await.unwrap().connected_app;
        Self { office, ada, app }
    }

    /// Asks for scopes, as somebody who agrees.
    async fn authorize(&self, scopes: &[&str], challenge: Option<&str>) -> Result<String, Error> {
        let mut request = oauth::AuthorizeRequest::new(
            true,
            scopes.to_vec(),
            &self.app.client_id,
            CALLBACK,
            OauthResponseType::Code,
        )
        .organization_id(&self.office.id)
        .member_id(&self.ada)
        .state("xyz")
        .nonce("n-1");
        if let Some(challenge) = challenge {
            request = request.code_challenge(challenge);
        }
        let answer = self.office.stytch.idp().oauth().authorize(request).await?;
        let code = answer.authorization_code.unwrap().expose().to_owned();
        let url = answer.redirect_uri.expose();
        assert_eq!(url, format!("{CALLBACK}?code={code}&state=xyz"));
        Ok(code)
    }

    async fn post(&self, endpoint: &str, form: &[(&str, &str)]) -> (u16, Value) {
        let secret = self.app.client_secret.as_ref();
        let secret = secret.map(|secret| ("client_secret", secret.expose()));
        let form: Vec<_> = [("client_id", self.app.client_id.as_str())]
            .into_iter()
            .chain(secret)
            .chain(form.iter().copied())
            .collect();
        post(&self.office.emulator, endpoint, &form).await
    }

    async fn redeem(&self, code: &str) -> (u16, Value) {
        let form = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", CALLBACK),
        ];
        self.post("oauth2/token", &form).await
    }

    async fn renew(&self, token: &str) -> (u16, Value) {
        let form = [("grant_type", "refresh_token"), ("refresh_token", token)];
        self.post("oauth2/token", &form).await
    }

    async fn look(&self) -> Result<oauth::AuthorizeStartResponse, Error> {
        let request = oauth::AuthorizeStartRequest::new(
            &self.app.client_id,
            CALLBACK,
            OauthResponseType::Code,
            ["openid", "documents:read", "nonsense"],
        )
        .organization_id(&self.office.id)
        .member_id(&self.ada);
        self.office
            .stytch
            .idp()
            .oauth()
            .authorize_start(request)
            .await
    }
}

async fn post(emulator: &Emulator, endpoint: &str, form: &[(&str, &str)]) -> (u16, Value) {
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(form)
        .finish();
    let url = format!(
        "{}/v1/public/{}/{endpoint}",
        emulator.url(),
        emulator.project_id()
    );
    let response = reqwest::Client::new()
        .post(url)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body)
        .send()
        .await
        .unwrap();
    (response.status().as_u16(), response.json().await.unwrap())
}

fn text<'v>(answer: &'v Value, name: &str) -> &'v str {
    answer[name].as_str().unwrap()
}

#[track_caller]
fn denied((status, answer): (u16, Value), expected: u16, error: &str) {
    assert_eq!(
        (status, &answer["error"]),
        (expected, &json!(error)),
        "{answer}"
    );
}

#[tokio::test]
async fn an_app_is_registered_changed_and_deleted() {
    let office = Office::open().await;
    let apps = office.stytch.connected_app().clients();
    let request = clients::CreateRequest::new(ClientType::ThirdParty).client_name("Example CRM");
    let made = apps.create(request).await.unwrap().connected_app;
    let secret = made.client_secret.unwrap();
    assert!(
        secret
            .expose()
            .ends_with(made.client_secret_last_four.as_deref().unwrap())
    );
    let request = clients::UpdateRequest::new(&made.client_id).client_name("CRM");
    let updated: ConnectedAppClient = apps.update(request).await.unwrap().connected_app;
    assert_eq!(updated.client_name, "CRM");
    let found = apps.search(clients::SearchRequest::new()).await.unwrap();
    assert_eq!(found.connected_apps, [updated]);
    for request in [
        clients::CreateRequest::new(ClientType::ThirdParty)
            .redirect_urls(["http://evil.example.com"]),
        clients::CreateRequest::new(ClientType::ThirdParty).redirect_urls(["javascript:alert(1)"]),
        clients::CreateRequest::new(ClientType::ThirdParty).redirect_urls(["nowhere"]),
    ] {
        refused(&apps.create(request).await.unwrap_err(), 400, "bad_request");
    }
    let request = clients::CreateRequest::new(ClientType::ThirdParty).full_access_allowed(true);
    let error = apps.create(request).await.unwrap_err();
    refused(&error, 400, "third_party_clients_cannot_use_full_access");
    let request = clients::CreateRequest::new(ClientType::ThirdPartyPublic);
    let public = apps.create(request).await.unwrap().connected_app;
    assert!(public.client_secret.is_none());
    let request = clients::secrets::RotateStartRequest::new(&public.client_id);
    let error = apps.secrets().rotate_start(request).await.unwrap_err();
    refused(&error, 400, "public_connected_apps_do_not_have_secrets");
    apps.delete(clients::DeleteRequest::new(&made.client_id))
        .await
        .unwrap();
    let error = apps
        .get(clients::GetRequest::new(&made.client_id))
        .await
        .unwrap_err();
    refused(&error, 404, "connected_app_not_found");
}

#[tokio::test]
async fn a_secret_is_replaced_while_both_work() {
    let mut desk = Desk::set_up(ClientType::ThirdParty).await;
    let stytch = desk.office.stytch.clone();
    let id: ConnectedAppId = desk.app.client_id.clone();
    let secrets = stytch.connected_app().clients().secrets();
    let error = secrets
        .rotate(clients::secrets::RotateRequest::new(&id))
        .await
        .unwrap_err();
    refused(&error, 400, "connected_app_not_rotating_secret");
    let start = || secrets.rotate_start(clients::secrets::RotateStartRequest::new(&id));
    let next = start().await.unwrap().connected_app.next_client_secret;
    let error = start().await.unwrap_err();
    refused(&error, 400, "connected_app_already_rotating_secret");
    let old = desk.app.client_secret.clone();
    let look = [("token", "none")];
    assert_eq!(desk.post("oauth2/introspect", &look).await.0, 200);
    desk.app.client_secret = Some(next);
    assert_eq!(desk.post("oauth2/introspect", &look).await.0, 200);
    secrets
        .rotate(clients::secrets::RotateRequest::new(&id))
        .await
        .unwrap();
    assert_eq!(desk.post("oauth2/introspect", &look).await.0, 200);
    desk.app.client_secret = old;
    denied(
        desk.post("oauth2/introspect", &look).await,
        401,
        "invalid_client",
    );
    desk.app.client_secret = None;
    denied(
        desk.post("oauth2/introspect", &look).await,
        401,
        "invalid_client",
    );
}

#[tokio::test]
async fn a_member_lets_an_app_in_and_the_app_acts_for_her() {
    let desk = Desk::set_up(ClientType::ThirdParty).await;
    let asked = desk.look().await.unwrap();
    assert!(asked.consent_required);
    assert_eq!(asked.client.client_name, "Example CRM");
    let grantable: Vec<_> = asked
        .scope_results
        .iter()
        .map(|one| one.is_grantable)
        .collect();
    assert_eq!(grantable, [true, false, false]);

    let code = desk
        .authorize(&["openid", "email", "offline_access"], None)
        .await
        .unwrap();
    let (status, tokens) = desk.redeem(&code).await;
    assert_eq!(status, 200, "{tokens}");
    assert_eq!(tokens["expires_in"], 3600);
    assert_eq!(tokens["scope"], "openid email offline_access");
    // what the clients check is good, and says for whom the app acts
    let idp = desk.office.stytch.idp();
    let access = text(&tokens, "access_token");
    let local = idp.introspect_token_local(access).await.unwrap();
    assert_eq!(local.subject(), desk.ada.as_str());
    assert_eq!(local.client_id(), desk.app.client_id.as_str());
    assert_eq!(
        local.organization().unwrap().organization_id,
        desk.office.id.as_str()
    );
    let secret = desk.app.client_secret.clone().unwrap();
    let request = || {
        IntrospectRequest::new(access, desk.app.client_id.as_str()).client_secret(secret.clone())
    };
    let network = idp.introspect_token_network(request()).await.unwrap();
    assert_eq!(network.subject(), desk.ada.as_str());
    let id_token = text(&tokens, "id_token").split('.').nth(1).unwrap();
    let claims = base64::Engine::decode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, id_token);
    let claims: Value = serde_json::from_slice(&claims.unwrap()).unwrap();
    assert_eq!(claims["email"], "ada@acme.com");
    assert_eq!(claims["nonce"], "n-1");
    assert_eq!(claims["aud"], json!([desk.app.client_id.as_str()]));

    // an app with a secret keeps its refresh token
    let refresh = text(&tokens, "refresh_token");
    let (status, renewed) = desk.renew(refresh).await;
    assert_eq!(status, 200);
    assert!(renewed.get("refresh_token").is_none());
    assert_eq!(desk.renew(refresh).await.0, 200);

    // who takes it back takes back everything
    let listed = members::GetConnectedAppsRequest::new(&desk.office.id, &desk.ada);
    let members = desk.office.stytch.organizations().members();
    let listed = members.get_connected_apps(listed).await.unwrap();
    assert_eq!(
        listed.connected_apps[0].scopes_granted,
        "openid email offline_access"
    );
    let request = members::connected_apps::RevokeRequest::new(
        &desk.office.id,
        &desk.ada,
        &desk.app.client_id,
    );
    members
        .connected_apps()
        .revoke(request.clone())
        .await
        .unwrap();
    denied(desk.renew(refresh).await, 400, "invalid_grant");
    let (_, looked) = desk.post("oauth2/introspect", &[("token", access)]).await;
    assert_eq!(looked["active"], false);
    let error = members.connected_apps().revoke(request).await.unwrap_err();
    refused(&error, 404, "connected_app_not_found");
}

#[tokio::test]
async fn no_app_acts_for_a_member_who_was_deleted_even_if_she_comes_back() {
    let desk = Desk::set_up(ClientType::ThirdParty).await;
    let scopes = ["openid", "offline_access"];
    let code = desk.authorize(&scopes, None).await.unwrap();
    let (_, tokens) = desk.redeem(&code).await;
    let refresh = text(&tokens, "refresh_token");
    assert_eq!(desk.renew(refresh).await.0, 200);
    let members = desk.office.stytch.organizations().members();
    let request = members::DeleteRequest::new(&desk.office.id, &desk.ada);
    members.delete(request).await.unwrap();
    denied(desk.renew(refresh).await, 400, "invalid_grant");
    let request = members::ReactivateRequest::new(&desk.office.id, &desk.ada);
    members.reactivate(request).await.unwrap();
    denied(desk.renew(refresh).await, 400, "invalid_grant");
    assert!(desk.look().await.unwrap().consent_required);
}

#[tokio::test]
async fn an_app_without_a_secret_shows_that_it_is_the_one_that_asked() {
    let desk = Desk::set_up(ClientType::ThirdPartyPublic).await;
    let scopes = ["openid", "offline_access"];
    let error = desk.authorize(&scopes, None).await.unwrap_err();
    refused(&error, 400, "pkce_required_for_idp_authorization_flow");
    let pkce = Pkce::new();
    let code = desk
        .authorize(&scopes, Some(pkce.challenge()))
        .await
        .unwrap();
    denied(desk.redeem(&code).await, 400, "invalid_grant");
    let form = [
        ("grant_type", "authorization_code"),
        ("code", &code),
        ("redirect_uri", CALLBACK),
        ("code_verifier", pkce.verifier().expose()),
    ];
    let elsewhere = form.map(|(name, value)| match name {
        "redirect_uri" => (name, "https://crm.example.com/other"),
        _ => (name, value),
    });
    denied(
        desk.post("oauth2/token", &elsewhere).await,
        400,
        "invalid_grant",
    );
    let (status, tokens) = desk.post("oauth2/token", &form).await;
    assert_eq!(status, 200, "{tokens}");
    // each refresh token works once
    let first = text(&tokens, "refresh_token");
    let (_, renewed) = desk.renew(first).await;
    denied(desk.renew(first).await, 400, "invalid_grant");
    let second = text(&renewed, "refresh_token");
    assert_ne!(first, second);
    // one that is taken back takes the access token along
    let access = text(&renewed, "access_token");
    let (_, looked) = desk.post("oauth2/introspect", &[("token", access)]).await;
    assert_eq!(looked["active"], true);
    assert_eq!(
        desk.post("oauth2/revoke", &[("token", second)]).await.0,
        200
    );
    denied(desk.renew(second).await, 400, "invalid_grant");
    let (_, looked) = desk.post("oauth2/introspect", &[("token", access)]).await;
    assert_eq!(looked["active"], false);
    assert_eq!(
        desk.post("oauth2/revoke", &[("token", "none")]).await.0,
        200
    );
}

#[tokio::test]
async fn codes_and_tokens_end() {
    let desk = Desk::set_up(ClientType::ThirdParty).await;
    let code = desk
        .authorize(&["openid", "offline_access"], None)
        .await
        .unwrap();
    desk.office
        .emulator
        .clock()
        .advance(Duration::from_secs(10 * 60));
    denied(desk.redeem(&code).await, 400, "invalid_grant");
    let code = desk
        .authorize(&["openid", "offline_access"], None)
        .await
        .unwrap();
    let (_, tokens) = desk.redeem(&code).await;
    desk.office
        .emulator
        .clock()
        .advance(Duration::from_secs(60 * 60));
    let access = [("token", text(&tokens, "access_token"))];
    let (_, looked) = desk.post("oauth2/introspect", &access).await;
    assert_eq!(looked["active"], false);
    desk.office
        .emulator
        .clock()
        .advance(Duration::from_secs(90 * 24 * 60 * 60));
    denied(
        desk.renew(text(&tokens, "refresh_token")).await,
        400,
        "invalid_grant",
    );
}

#[tokio::test]
async fn a_request_that_is_not_in_order_is_refused() {
    let desk = Desk::set_up(ClientType::ThirdParty).await;
    let idp = desk.office.stytch.idp().oauth();
    let request = |redirect_uri: &str| {
        oauth::AuthorizeStartRequest::new(
            &desk.app.client_id,
            redirect_uri,
            OauthResponseType::Code,
            ["openid"],
        )
    };
    let named = |redirect_uri: &str| {
        request(redirect_uri)
            .organization_id(&desk.office.id)
            .member_id(&desk.ada)
    };
    let error = idp
        .authorize_start(named("https://evil.example.com/"))
        .await
        .unwrap_err();
    refused(
        &error,
        401,
        "connected_app_supplied_redirect_url_not_found_in_client",
    );
    let error = idp.authorize_start(request(CALLBACK)).await.unwrap_err();
    refused(&error, 400, "no_oauth_authorize_member_selector");
    let error = desk.authorize(&["documents:read"], None).await.unwrap_err();
    refused(&error, 400, "oauth_invalid_scope_requested");
    let error = desk.authorize(&["full_access"], None).await.unwrap_err();
    refused(&error, 400, "oauth_invalid_scope_requested");
    denied(
        desk.post("oauth2/token", &[("grant_type", "password")])
            .await,
        400,
        "unsupported_grant_type",
    );
    let twice = [
        ("grant_type", "refresh_token"),
        ("grant_type", "client_credentials"),
    ];
    denied(
        desk.post("oauth2/token", &twice).await,
        400,
        "invalid_request",
    );

    // whoever says no sends the app away
    let no = oauth::AuthorizeRequest::new(
        false,
        ["openid"],
        &desk.app.client_id,
        CALLBACK,
        OauthResponseType::Code,
    )
    .organization_id(&desk.office.id)
    .member_id(&desk.ada)
    .state("xyz");
    let answer = idp.authorize(no).await.unwrap();
    assert_eq!(
        answer.redirect_uri.expose(),
        format!("{CALLBACK}?error=access_denied&state=xyz")
    );
    assert!(answer.authorization_code.is_none());

    // and an organization may take no apps of others
    let code = desk.authorize(&["openid"], None).await.unwrap();
    let update = organizations::UpdateRequest::new(&desk.office.id)
        .third_party_connected_apps_allowed_type("NOT_ALLOWED");
    desk.office
        .stytch
        .organizations()
        .update(update)
        .await
        .unwrap();
    let error = desk.look().await.unwrap_err();
    refused(&error, 400, "connected_app_not_allowed_for_org");
    denied(desk.redeem(&code).await, 400, "invalid_grant");
}

#[tokio::test]
async fn consent_is_asked_for_once_unless_more_is_wanted() {
    let desk = Desk::set_up(ClientType::ThirdParty).await;
    desk.authorize(&["openid"], None).await.unwrap();
    let start = |scopes: &[&str]| {
        let request = oauth::AuthorizeStartRequest::new(
            &desk.app.client_id,
            CALLBACK,
            OauthResponseType::Code,
            scopes.to_vec(),
        )
        .organization_id(&desk.office.id)
        .member_id(&desk.ada);
        desk.office.stytch.idp().oauth().authorize_start(request)
    };
    assert!(!start(&["openid"]).await.unwrap().consent_required);
    assert!(start(&["openid", "email"]).await.unwrap().consent_required);
    assert!(
        start(&["openid", "offline_access"])
            .await
            .unwrap()
            .consent_required
    );
    let own = Desk::set_up(ClientType::FirstParty).await;
    assert!(!own.look().await.unwrap().consent_required);
}

#[tokio::test]
async fn users_of_the_consumer_api_let_apps_in_too() {
    use stytch_consumer::connected_app::{ClientType, clients};
    use stytch_consumer::idp::oauth;
    use stytch_consumer::{OauthResponseType, users};

    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.consumer_client();
    let request = users::CreateRequest::new().email("ada@example.com");
    let ada = stytch.users().create(request).await.unwrap().user_id;
    let request = clients::CreateRequest::new(ClientType::ThirdParty).redirect_urls([CALLBACK]);
    let app = stytch
        .connected_app()
        .clients()
        .create(request)
        .await
        .unwrap();
    let app = app.connected_app;
    let request = oauth::AuthorizeRequest::new(
        true,
        ["openid"],
        &app.client_id,
        CALLBACK,
        OauthResponseType::Code,
    );
    let error = stytch
        .idp()
        .oauth()
        .authorize(request.clone())
        .await
        .unwrap_err();
    assert!(error.is_type("no_oauth_authorize_user_selector"), "{error}");
    let answer = stytch
        .idp()
        .oauth()
        .authorize(request.user_id(&ada))
        .await
        .unwrap();
    let code = answer.authorization_code.unwrap();
    let form = [
        ("grant_type", "authorization_code"),
        ("client_id", app.client_id.as_str()),
        (
            "client_secret",
            app.client_secret.as_ref().unwrap().expose(),
        ),
        ("code", code.expose()),
        ("redirect_uri", CALLBACK),
    ];
    let (status, tokens) = post(&emulator, "oauth2/token", &form).await;
    assert_eq!(status, 200, "{tokens}");
    let token = stytch
        .idp()
        .introspect_token_local(text(&tokens, "access_token"));
    assert_eq!(token.await.unwrap().subject(), ada.as_str());
    let request = users::ConnectedAppsRequest::new(&ada);
    let listed = stytch.users().connected_apps(request).await.unwrap();
    assert_eq!(listed.connected_apps[0].scopes_granted, "openid");
    let request = users::RevokeRequest::new(&ada, &app.client_id);
    stytch.users().revoke(request).await.unwrap();
    let request = users::ConnectedAppsRequest::new(&ada);
    let listed = stytch.users().connected_apps(request).await.unwrap();
    assert!(listed.connected_apps.is_empty());
}

#[tokio::test]
async fn the_project_describes_itself_as_a_provider() {
    let emulator = Emulator::start().await.unwrap();
    let url = |document: &str| {
        let (url, project) = (emulator.url(), emulator.project_id());
        format!("{url}/v1/public/{project}/.well-known/{document}")
    };
    let get = async |document: &str| {
        let response = reqwest::get(url(document)).await.unwrap();
        (
            response.status().as_u16(),
            response.json::<Value>().await.unwrap(),
        )
    };
    let (status, answer) = get("openid-configuration").await;
    assert_eq!(status, 200);
    let own = format!("{}/authorize", emulator.url());
    assert_eq!(answer["authorization_endpoint"], own);
    let page = "http://localhost:3000/authorize";
    emulator
        .seed(&format!("settings:\n  authorization_endpoint: {page}\n"))
        .unwrap();
    for document in ["openid-configuration", "oauth-authorization-server"] {
        let (status, answer) = get(document).await;
        assert_eq!(status, 200);
        assert_eq!(answer["authorization_endpoint"], page);
        assert_eq!(
            answer["issuer"],
            format!("stytch.com/{}", emulator.project_id())
        );
        assert_eq!(answer["jwks_uri"], url("jwks.json"));
    }
    let (_, keys) = get("jwks.json").await;
    assert_eq!(keys["keys"][0]["alg"], "RS256");
}
