//! Members who come from Google, Microsoft, GitHub, Slack or HubSpot.

use std::time::Duration;

use crate::common::{Office, refused};
use serde_json::json;
use stytch_b2b::authentication_factors::{DeliveryMethod, FactorType};
use stytch_b2b::discovery::{MembershipType, intermediate_sessions, organizations as founding};
use stytch_b2b::magic_links::email;
use stytch_b2b::oauth::{self, Provider};
use stytch_b2b::organizations::members::{self, oauth_providers};
use stytch_b2b::organizations::{AuthMethod, JitProvisioning, MemberStatus, MethodPolicy};
use stytch_b2b::{Error, Pkce, magic_links, organizations, sessions, sso};
use stytch_emulator::{ProviderIdentity, Redirect, RedirectError};

/// Comes from a provider as somebody.
fn come(office: &Office, provider: &str, email: &str) -> Result<Redirect, RedirectError> {
    let link = oauth::StartLink::new(provider, &office.id);
    let link = office.stytch.oauth().start(link).unwrap();
    office.emulator.follow(link.as_str(), email)
}

async fn log_in(
    office: &Office,
    provider: &str,
    email: &str,
) -> Result<oauth::AuthenticateResponse, Error> {
    let token = come(office, provider, email).unwrap().token;
    let request = oauth::AuthenticateRequest::new(token);
    office.stytch.oauth().authenticate(request).await
}

async fn discover(
    office: &Office,
    provider: &str,
    email: &str,
) -> oauth::discovery::AuthenticateResponse {
    let discovery = office.stytch.oauth().discovery();
    let link = discovery.start(oauth::discovery::StartLink::new(provider));
    let back = office.emulator.follow(link.unwrap().as_str(), email);
    let back = back.unwrap();
    assert_eq!(back.token_type, "discovery_oauth");
    let request = oauth::discovery::AuthenticateRequest::new(back.token);
    discovery.authenticate(request).await.unwrap()
}

/// An organization with members of its own domain.
async fn office() -> Office {
    let request = organizations::CreateRequest::new("Acme Co")
        .email_jit_provisioning(JitProvisioning::Restricted)
        .email_allowed_domains(["acme.com"]);
    let office = Office::of(request).await;
    office.hire("ada@acme.com", "correct horse battery").await;
    office
}

#[track_caller]
fn denied(result: Result<Redirect, RedirectError>, status: u16, error_type: &str) {
    let error = result.unwrap_err();
    assert_eq!(error.status(), status, "{error}");
    assert_eq!(error.error_type().as_str(), error_type, "{error}");
}

#[tokio::test]
async fn a_member_logs_in_by_a_provider_that_vouches_for_the_address() {
    let office = office().await;
    let ada = ProviderIdentity::new("ada@acme.com")
        .name("Ada Lovelace")
        .subject("1815")
        .attribute("picture", "https://example.com/ada.png");
    office.emulator.add_identity(ada);
    let back = come(&office, "google", "ada@acme.com").unwrap();
    assert_eq!(back.token_type, "oauth");
    assert!(back.url.contains("slug=acme-co"), "{}", back.url);
    let request = oauth::AuthenticateRequest::new(back.token.clone());
    let login = office.stytch.oauth().authenticate(request).await.unwrap();
    assert!(login.member_authenticated);
    assert_eq!(login.provider_type, "Google");
    assert_eq!(login.provider_subject, "1815");
    let registration = &login.member.oauth_registrations[0];
    assert_eq!(registration.provider_type, "Google");
    assert_eq!(
        registration.profile_picture_url.as_deref(),
        Some("https://example.com/ada.png")
    );
    let factor = &login.member_session.unwrap().authentication_factors[0];
    assert_eq!(factor.r#type, FactorType::Oauth);
    assert_eq!(factor.delivery_method, DeliveryMethod::OauthGoogle);
    let account = factor.google_oauth_factor.as_ref().unwrap();
    assert_eq!(account.id, registration.member_oauth_registration_id);
    assert!(account.email_id.is_some());
    let values = login.provider_values.unwrap();
    assert!(!values.access_token.unwrap().is_empty());
    assert!(values.id_token.is_none());

    let again = oauth::AuthenticateRequest::new(back.token);
    let error = office.stytch.oauth().authenticate(again).await.unwrap_err();
    refused(&error, 404, "oauth_token_not_found");
    let again = log_in(&office, "google", "1815").await.unwrap();
    assert_eq!(again.member_id, login.member_id);
    assert_eq!(again.member.oauth_registrations.len(), 1);
}

#[tokio::test]
async fn what_a_member_came_back_with_is_void_once_the_member_was_deleted() {
    let office = office().await;
    let token = come(&office, "google", "ada@acme.com").unwrap().token;
    let members = || office.stytch.organizations().members();
    let search = members::SearchRequest::new([&office.id]);
    let ada = members().search(search).await.unwrap().members.remove(0);
    let request = members::DeleteRequest::new(&office.id, &ada.member_id);
    members().delete(request).await.unwrap();
    let request = members::ReactivateRequest::new(&office.id, &ada.member_id);
    members().reactivate(request).await.unwrap();
    let request = oauth::AuthenticateRequest::new(token);
    let error = office.stytch.oauth().authenticate(request).await;
    refused(&error.unwrap_err(), 404, "oauth_token_not_found");
}

#[tokio::test]
async fn a_newcomer_joins_by_the_domain() {
    let office = office().await;
    let link = oauth::StartBySlugLink::new(Provider::Microsoft, "acme-co")
        .login_redirect_url("http://localhost:3000/in")
        .signup_redirect_url("http://localhost:3000/new");
    let link = office.stytch.oauth().start_by_slug(link).unwrap();
    let back = office
        .emulator
        .follow(link.as_str(), "bob@acme.com")
        .unwrap();
    assert!(
        back.url.starts_with("http://localhost:3000/new?"),
        "{}",
        back.url
    );
    let request = oauth::AuthenticateRequest::new(back.token);
    let login = office.stytch.oauth().authenticate(request).await.unwrap();
    assert_eq!(login.member.status, MemberStatus::Active);
    assert!(login.member.email_address_verified);
    // Microsoft tells who it is in a token of its own
    let id_token = login.provider_values.unwrap().id_token.unwrap();
    assert_eq!(id_token.expose().split('.').count(), 3);
    let eve = come(&office, "microsoft", "eve@elsewhere.com");
    denied(eve, 400, "invalid_email_for_jit_provisioning");
}

#[tokio::test]
async fn who_comes_from_a_provider_that_vouches_for_nobody_proves_the_address_first() {
    let office = office().await;
    // whoever claims to be ada at GitHub may be anybody
    let login = log_in(&office, "github", "ada@acme.com").await.unwrap();
    assert!(!login.member_authenticated);
    assert!(login.session_token.is_empty());
    let required = login.primary_required.unwrap();
    assert!(
        required
            .allowed_auth_methods
            .contains(&AuthMethod::MagicLink)
    );
    assert!(
        !required
            .allowed_auth_methods
            .contains(&AuthMethod::GithubOauth)
    );
    let providers = || {
        let request = oauth_providers::GithubRequest::new(&office.id, &login.member_id);
        office
            .stytch
            .organizations()
            .members()
            .oauth_providers()
            .github(request)
    };
    let error = providers().await.unwrap_err();
    refused(&error, 404, "member_oauth_token_not_found");

    let request = email::LoginOrSignupRequest::new(&office.id, "ada@acme.com");
    let mail = office.stytch.magic_links().email().login_or_signup(request);
    mail.await.unwrap();
    let request = magic_links::AuthenticateRequest::new(office.token_to("ada@acme.com").await)
        .intermediate_session_token(login.intermediate_session_token.clone());
    let done = office
        .stytch
        .magic_links()
        .authenticate(request)
        .await
        .unwrap();
    assert!(done.member_authenticated);
    assert_eq!(done.member_session.unwrap().authentication_factors.len(), 2);
    assert_eq!(done.member.oauth_registrations[0].provider_type, "Github");
    assert_eq!(providers().await.unwrap().registrations.len(), 1);

    // from then on the account is known
    let again = log_in(&office, "github", "ada@acme.com").await.unwrap();
    assert!(again.member_authenticated);
    // and Google vouches for addresses of its own domains alone
    let request = members::CreateRequest::new(&office.id, "cid@gmail.com");
    office
        .stytch
        .organizations()
        .members()
        .create(request)
        .await
        .unwrap();
    let login = log_in(&office, "google", "cid@gmail.com").await.unwrap();
    assert!(login.primary_required.is_some());
    // nor for those that it has not verified
    let dan = ProviderIdentity::new("dan@acme.com").unverified();
    office.emulator.add_identity(dan);
    let login = log_in(&office, "microsoft", "dan@acme.com").await.unwrap();
    assert!(login.primary_required.is_some());
    assert_eq!(login.member.status, MemberStatus::Pending);
}

#[tokio::test]
async fn a_workspace_that_the_organization_knows_lets_its_people_in() {
    let request = organizations::CreateRequest::new("Acme Co")
        .oauth_tenant_jit_provisioning(JitProvisioning::Restricted)
        .allowed_oauth_tenants(json!({ "slack": ["T1"] }));
    let office = Office::of(request).await;
    office
        .emulator
        .add_identity(ProviderIdentity::new("ada@example.com").tenant("T1"));
    office
        .emulator
        .add_identity(ProviderIdentity::new("eve@example.com").tenant("T2"));
    let login = log_in(&office, "slack", "ada@example.com").await.unwrap();
    assert!(login.member_authenticated);
    let eve = come(&office, "slack", "eve@example.com");
    denied(eve, 400, "invalid_oauth_tenant_for_jit_provisioning");
    let hub = come(&office, "hubspot", "ada2@example.com");
    denied(hub, 400, "email_jit_provisioning_not_allowed");

    // by discovery, too
    office
        .emulator
        .add_identity(ProviderIdentity::new("bob@example.com").tenant("T1"));
    let found = discover(&office, "slack", "bob@example.com").await;
    assert_eq!(found.provider_tenant_id, "T1");
    let membership = found.discovered_organizations[0]
        .membership
        .clone()
        .unwrap();
    assert_eq!(
        membership.r#type,
        MembershipType::EligibleToJoinByOauthTenant
    );
    assert_eq!(membership.details["tenant"], "T1");
    let request =
        intermediate_sessions::ExchangeRequest::new(found.intermediate_session_token, &office.id);
    let login = office
        .stytch
        .discovery()
        .intermediate_sessions()
        .exchange(request);
    assert!(login.await.unwrap().member_authenticated);
    let none = organizations::UpdateRequest::new(&office.id).allowed_oauth_tenants(json!({}));
    let error = office
        .stytch
        .organizations()
        .update(none)
        .await
        .unwrap_err();
    refused(&error, 400, "invalid_restricted_oauth_tenants_setting");
}

#[tokio::test]
async fn an_organization_says_which_providers_it_takes() {
    let office = office().await;
    let token = come(&office, "google", "ada@acme.com").unwrap().token;
    let request = organizations::UpdateRequest::new(&office.id)
        .auth_methods(MethodPolicy::Restricted)
        .allowed_auth_methods([AuthMethod::MicrosoftOauth]);
    office.stytch.organizations().update(request).await.unwrap();
    let error_type = "operation_restricted_by_organization_auth_methods";
    denied(come(&office, "google", "ada@acme.com"), 400, error_type);
    let request = oauth::AuthenticateRequest::new(token);
    let error = office
        .stytch
        .oauth()
        .authenticate(request)
        .await
        .unwrap_err();
    refused(&error, 400, error_type);
    let login = log_in(&office, "microsoft", "ada@acme.com").await.unwrap();
    assert!(login.member_authenticated);
    // by discovery, the same
    let found = discover(&office, "google", "ada@acme.com").await;
    let required = found.discovered_organizations[0].primary_required.clone();
    assert_eq!(
        required.unwrap().allowed_auth_methods,
        [AuthMethod::MicrosoftOauth]
    );
}

#[tokio::test]
async fn somebody_without_an_organization_founds_one() {
    let office = office().await;
    let found = discover(&office, "google", "grace@navy.example").await;
    assert_eq!(found.provider_type, "Google");
    assert!(found.discovered_organizations.is_empty());
    let request = founding::CreateRequest::new(found.intermediate_session_token);
    let login = office.stytch.discovery().organizations().create(request);
    let login = login.await.unwrap();
    assert!(login.member_authenticated);
    let providers = office.stytch.organizations().members().oauth_providers();
    let id = &login.organization.unwrap().organization_id;
    let request = oauth_providers::GoogleRequest::new(id, &login.member_id);
    let google = providers.google(request).await.unwrap();
    assert!(google.access_token.is_some());
    assert!(google.refresh_token.is_none(), "nobody has asked for it");

    // a stranger founds one and stays outside until the address is proven
    let found = discover(&office, "github", "eve@navy.example").await;
    let request =
        founding::CreateRequest::new(found.intermediate_session_token).organization_name("Pirates");
    let login = office.stytch.discovery().organizations().create(request);
    let login = login.await.unwrap();
    assert!(!login.member_authenticated);
    assert!(!login.member.email_address_verified);
    assert!(login.primary_required.is_some());
}

#[tokio::test]
async fn a_stranger_enters_no_organization_by_discovery() {
    let office = office().await;
    let found = discover(&office, "github", "ada@acme.com").await;
    let choice = &found.discovered_organizations[0];
    assert!(!choice.member_authenticated);
    assert!(choice.primary_required.is_some());
    let request =
        intermediate_sessions::ExchangeRequest::new(found.intermediate_session_token, &office.id);
    let exchange = office
        .stytch
        .discovery()
        .intermediate_sessions()
        .exchange(request);
    let login = exchange.await.unwrap();
    assert!(!login.member_authenticated);
    assert!(login.member.oauth_registrations.is_empty());

    // nor does one join by the domain
    let found = discover(&office, "github", "eve@acme.com").await;
    assert!(found.discovered_organizations[0].primary_required.is_some());
    let request =
        intermediate_sessions::ExchangeRequest::new(found.intermediate_session_token, &office.id);
    let exchange = office
        .stytch
        .discovery()
        .intermediate_sessions()
        .exchange(request);
    let login = exchange.await.unwrap();
    assert!(!login.member_authenticated);
    assert!(!login.member.email_address_verified);
}

#[tokio::test]
async fn a_session_by_a_provider_is_exchanged_for_one_elsewhere() {
    let office = office().await;
    let request = organizations::CreateRequest::new("Other");
    let made = office.stytch.organizations().create(request).await.unwrap();
    let other = made.organization.organization_id;
    let request = members::CreateRequest::new(&other, "ada@acme.com");
    office
        .stytch
        .organizations()
        .members()
        .create(request)
        .await
        .unwrap();
    let login = log_in(&office, "microsoft", "ada@acme.com").await.unwrap();
    let request = sessions::ExchangeRequest::new(&other).session_token(login.session_token);
    let there = office.stytch.sessions().exchange(request).await.unwrap();
    assert!(there.member_authenticated);
    let factor = &there.member_session.unwrap().authentication_factors[0];
    assert_eq!(factor.delivery_method, DeliveryMethod::OauthMicrosoft);
}

#[tokio::test]
async fn what_a_tenant_vouches_for_in_one_organization_opens_no_other() {
    let office = office().await;
    let request = organizations::CreateRequest::new("Pirates")
        .oauth_tenant_jit_provisioning(JitProvisioning::Restricted)
        .allowed_oauth_tenants(json!({ "slack": ["T-pirates"] }));
    let made = office.stytch.organizations().create(request).await.unwrap();
    let pirates = made.organization.organization_id;
    let claim = ProviderIdentity::new("ada@acme.com").tenant("T-pirates");
    office.emulator.add_identity(claim);
    let link = oauth::StartLink::new("slack", &pirates);
    let link = office.stytch.oauth().start(link).unwrap();
    let back = office
        .emulator
        .follow(link.as_str(), "ada@acme.com")
        .unwrap();
    let request = oauth::AuthenticateRequest::new(back.token);
    let there = office.stytch.oauth().authenticate(request).await.unwrap();
    assert!(there.member_authenticated);
    let request = sessions::ExchangeRequest::new(&office.id).session_token(there.session_token);
    let here = office.stytch.sessions().exchange(request).await.unwrap();
    assert!(!here.member_authenticated);
    assert!(here.session_token.is_empty());
    assert!(here.primary_required.is_some());

    // whoever proves the address after all has both factors
    let request = email::LoginOrSignupRequest::new(&office.id, "ada@acme.com");
    let mail = office.stytch.magic_links().email().login_or_signup(request);
    mail.await.unwrap();
    let request = magic_links::AuthenticateRequest::new(office.token_to("ada@acme.com").await)
        .intermediate_session_token(here.intermediate_session_token);
    let done = office
        .stytch
        .magic_links()
        .authenticate(request)
        .await
        .unwrap();
    let session = done.member_session.unwrap();
    let methods = session.authentication_factors.iter();
    let methods: Vec<_> = methods
        .map(|factor| factor.delivery_method.as_str())
        .collect();
    assert_eq!(methods, ["oauth_exchange_slack", "email"]);
}

#[tokio::test]
async fn access_tokens_are_renewed_where_the_provider_has_them_renewed() {
    let office = office().await;
    let login = log_in(&office, "microsoft", "ada@acme.com").await.unwrap();
    let first = login.provider_values.unwrap();
    let providers = office.stytch.organizations().members().oauth_providers();
    let request = || {
        oauth_providers::MicrosoftRequest::new(&office.id, &login.member_id)
            .include_refresh_token(true)
    };
    let now = providers.microsoft(request()).await.unwrap();
    assert_eq!(Some(&now.access_token), first.access_token.as_ref());
    assert_eq!(now.refresh_token, first.refresh_token);
    assert!((1..=3600).contains(&now.access_token_expires_in));
    office
        .emulator
        .clock()
        .advance(Duration::from_secs(2 * 60 * 60));
    let later = providers.microsoft(request()).await.unwrap();
    assert_ne!(later.access_token, now.access_token);
    assert_eq!(later.refresh_token, now.refresh_token);

    // somebody who is asked again gets another one
    let link = oauth::StartLink::new("microsoft", &office.id)
        .custom_scopes(["Calendars.Read", "email"])
        .provider_parameters([("prompt", "consent")]);
    let link = office.stytch.oauth().start(link).unwrap();
    let back = office
        .emulator
        .follow(link.as_str(), "ada@acme.com")
        .unwrap();
    let again = oauth::AuthenticateRequest::new(back.token);
    let again = office.stytch.oauth().authenticate(again).await.unwrap();
    let values = again.provider_values.unwrap();
    assert_ne!(values.refresh_token, first.refresh_token);
    assert_eq!(
        values.scopes,
        ["openid", "email", "profile", "Calendars.Read"]
    );
    let request = oauth_providers::GoogleRequest::new(&office.id, &login.member_id);
    let error = providers.google(request).await.unwrap_err();
    refused(&error, 404, "member_oauth_token_not_found");
}

#[tokio::test]
async fn tokens_of_oidc_connections_are_read() {
    let office = office().await;
    let oidc = office.stytch.sso().oidc();
    let made = oidc.create_connection(sso::oidc::CreateConnectionRequest::new(&office.id));
    let id = made.await.unwrap().connection.unwrap().connection_id;
    let request = sso::oidc::UpdateConnectionRequest::new(&office.id, &id)
        .issuer("https://idp.example.com")
        .client_id("acme")
        .client_secret("secret")
        .custom_scopes("openid email offline_access");
    oidc.update_connection(request).await.unwrap();
    let member = members::GetRequest::new(&office.id).email_address("ada@acme.com");
    let member = office.stytch.organizations().members().get(member).await;
    let member_id = member.unwrap().member_id;
    let tokens = || {
        let request = members::OidcProvidersRequest::new(&office.id, &member_id);
        office
            .stytch
            .organizations()
            .members()
            .oidc_providers(request)
    };
    let error = tokens().await.unwrap_err();
    refused(&error, 404, "member_oidc_token_not_found");
    let link = sso::StartLink::new(&id);
    let link = office.stytch.sso().start(link).unwrap();
    let back = office
        .emulator
        .follow(link.as_str(), "ada@acme.com")
        .unwrap();
    let request = sso::AuthenticateRequest::new(back.token);
    office.stytch.sso().authenticate(request).await.unwrap();
    let found = tokens().await.unwrap();
    assert_eq!(found.registrations[0].connection_id, id);
    assert!(!found.registrations[0].access_token.is_empty());
}

#[tokio::test]
async fn an_address_that_begins_a_login_names_one_organization_and_a_provider_of_members() {
    let office = office().await;
    let (url, token) = (office.emulator.url(), office.emulator.public_token());
    let follow = |path: &str, more: &str| {
        let start = format!("{url}/v1/b2b/public/oauth/{path}start?public_token={token}{more}");
        office.emulator.follow(&start, "ada@acme.com")
    };
    let id = format!("&organization_id={}", office.id);
    denied(
        follow("google/", ""),
        400,
        "missing_oauth_organization_locator",
    );
    let both = format!("{id}&slug=acme-co");
    denied(
        follow("google/", &both),
        400,
        "too_many_oauth_organization_locators",
    );
    denied(
        follow("google/", "&slug=nobody"),
        404,
        "organization_not_found",
    );
    for provider in ["apple/", "nobody/", "apple/discovery/"] {
        denied(follow(provider, &id), 400, "invalid_oauth_provider");
    }
    let evil = format!("{id}&login_redirect_url=https://evil.example.com");
    denied(
        follow("google/", &evil),
        400,
        "no_match_for_provided_oauth_url",
    );
    let evil = "&discovery_redirect_url=https://evil.example.com";
    denied(
        follow("google/discovery/", evil),
        400,
        "no_match_for_provided_oauth_url",
    );
}

#[tokio::test]
async fn a_token_serves_the_app_that_asked_for_it_and_nothing_else() {
    let office = office().await;
    let pkce = Pkce::new();
    let discovery = office.stytch.oauth().discovery();
    let link = oauth::discovery::StartLink::new("google").pkce_code_challenge(pkce.challenge());
    let link = discovery.start(link).unwrap();
    let token = office
        .emulator
        .follow(link.as_str(), "ada@acme.com")
        .unwrap()
        .token;
    let request =
        oauth::AuthenticateRequest::new(token.clone()).pkce_code_verifier(pkce.verifier().clone());
    let error = office
        .stytch
        .oauth()
        .authenticate(request)
        .await
        .unwrap_err();
    refused(&error, 404, "oauth_token_not_found");
    let request = || oauth::discovery::AuthenticateRequest::new(token.clone());
    let error = discovery.authenticate(request()).await.unwrap_err();
    refused(&error, 400, "pkce_expected_code_verifier");
    let right = request().pkce_code_verifier(pkce.verifier().clone());
    discovery.authenticate(right).await.unwrap();
    let token = come(&office, "google", "ada@acme.com").unwrap().token;
    let request = sso::AuthenticateRequest::new(token);
    let error = office.stytch.sso().authenticate(request).await.unwrap_err();
    refused(&error, 404, "sso_token_not_found");
}

#[tokio::test]
async fn the_sandbox_has_a_token_that_works_and_one_that_does_not() {
    let office = office().await;
    let good = "hdPVZHHX0UoRa7hJTuuPHi1vlddffSnoweRbVFf5-H8g";
    let oauth = office.stytch.oauth();
    let login = oauth
        .authenticate(oauth::AuthenticateRequest::new(good))
        .await;
    assert!(login.unwrap().member_authenticated);
    let request = oauth::discovery::AuthenticateRequest::new(good);
    let found = oauth.discovery().authenticate(request).await.unwrap();
    assert_eq!(found.email_address, "sandbox@stytch.com");
    let bad = oauth::AuthenticateRequest::new("59cnLELtq5cFVS6uYK9f-pAWzBkhqZl8AvLhbhOvKNWw");
    let error = oauth.authenticate(bad).await.unwrap_err();
    refused(&error, 404, "oauth_token_not_found");
}
