//! People of the project's own team who act in place of members and users.

use std::time::Duration;

use crate::common::{Office, refused};
use reqwest::Client;
use serde_json::{Value, json};
use stytch_b2b::impersonation::AuthenticateRequest;
use stytch_b2b::magic_links;
use stytch_b2b::organizations::{self, MethodPolicy, MfaPolicy};
use stytch_b2b::sessions;
use stytch_emulator::Emulator;

const ADA: &str = "ada@acme.com";
const HELPER: &str = "grace@support.example.com";
const PASSWORD: &str = "correct horse battery";

#[tokio::test]
async fn a_session_in_place_of_a_member_names_who_is_behind_it_and_is_not_changed() {
    // whatever the organization asks its members for
    let request = organizations::CreateRequest::new("Acme Co")
        .mfa_policy(MfaPolicy::RequiredForAll)
        .auth_methods(MethodPolicy::Restricted)
        .allowed_auth_methods(["sso", "magic_link"]);
    let office = Office::of(request).await;
    let request = organizations::members::CreateRequest::new(&office.id, ADA);
    let made = office.stytch.organizations().members().create(request);
    let ada = made.await.unwrap().member_id;
    let pending = office.emulator.impersonate(ada.as_str(), HELPER).unwrap();
    let authenticate = async |token| {
        let request = AuthenticateRequest::new(token);
        office.stytch.impersonation().authenticate(request).await
    };
    let login = authenticate(pending.token.clone()).await.unwrap();
    assert_eq!(pending.token_type, "multi_tenant_impersonation");
    assert!(login.member_authenticated && login.mfa_required.is_none());
    assert!(login.intermediate_session_token.is_empty());
    let session = login.member_session.unwrap();
    assert_eq!(session.authentication_factors.len(), 1);
    let factor = &session.authentication_factors[0];
    assert_eq!(factor.r#type.as_str(), "impersonated");
    let behind = factor.impersonated_factor.as_ref().unwrap();
    assert_eq!(behind.impersonator_email_address, HELPER);
    assert!(!behind.impersonator_id.is_empty());

    // the token works once
    let error = authenticate(pending.token).await.unwrap_err();
    refused(&error, 401, "unable_to_auth_impersonation_token");

    // the session does not become more or longer
    let token = login.session_token;
    let request = sessions::AuthenticateRequest::new().session_token(token.clone());
    let sessions = office.stytch.sessions();
    sessions.authenticate(request.clone()).await.unwrap();
    let longer = sessions.authenticate(request.session_duration_minutes(120));
    let name = "session_not_mutable_impersonated";
    refused(&longer.await.unwrap_err(), 400, name);
    let start = magic_links::email::LoginOrSignupRequest::new(&office.id, ADA);
    let links = office.stytch.magic_links();
    links.email().login_or_signup(start).await.unwrap();
    let request = magic_links::AuthenticateRequest::new(office.token_to(ADA).await);
    let error = links
        .authenticate(request.session_token(token.clone()))
        .await;
    refused(&error.unwrap_err(), 400, name);
    let elsewhere = organizations::CreateRequest::new("Other");
    let other = office.stytch.organizations().create(elsewhere).await;
    let other = other.unwrap().organization.organization_id;
    let request = organizations::members::CreateRequest::new(&other, ADA);
    let members = office.stytch.organizations().members();
    members.create(request).await.unwrap();
    let request = sessions::ExchangeRequest::new(&other).session_token(token.clone());
    let error = sessions.exchange(request).await.unwrap_err();
    refused(&error, 400, "insufficient_factors_for_session_exchange");

    // it ends after an hour
    office.emulator.clock().advance(Duration::from_secs(3600));
    let request = sessions::AuthenticateRequest::new().session_token(token);
    let error = sessions.authenticate(request).await.unwrap_err();
    refused(&error, 404, "session_not_found");
}

#[tokio::test]
async fn a_token_that_is_not_good_starts_no_session() {
    let office = Office::open().await;
    let ada = office.hire(ADA, PASSWORD).await;
    let emulator = &office.emulator;
    let authenticate = async |token: &str| {
        let request = AuthenticateRequest::new(token);
        let answer = office.stytch.impersonation().authenticate(request);
        answer.await.unwrap_err()
    };
    let unable = "unable_to_auth_impersonation_token";
    for odd in ["", "nonsense"] {
        refused(&authenticate(odd).await, 401, unable);
    }
    let late = emulator.impersonate(ada.as_str(), HELPER).unwrap().token;
    emulator.clock().advance(Duration::from_secs(5 * 60));
    refused(&authenticate(late.expose()).await, 401, unable);

    // a token of a mail is none of these
    let request = magic_links::email::LoginOrSignupRequest::new(&office.id, ADA);
    let links = office.stytch.magic_links().email();
    links.login_or_signup(request).await.unwrap();
    refused(
        &authenticate(&office.token_to(ADA).await).await,
        401,
        unable,
    );

    for (id, by, name) in [
        ("member-test-nobody", HELPER, "member_not_found"),
        ("user-test-nobody", HELPER, "user_not_found"),
        (ada.as_str(), "somebody", "invalid_email"),
    ] {
        let error = emulator.impersonate(id, by).unwrap_err();
        assert_eq!(error.error_type().as_str(), name);
    }

    let before = emulator.impersonate(ada.as_str(), HELPER).unwrap().token;
    let of_deleted = emulator.impersonate(ada.as_str(), HELPER).unwrap().token;
    office
        .set(|all| all["impersonation_allowed"] = json!(false))
        .await;
    let forbidden = "member_impersonation_not_allowed";
    refused(&authenticate(before.expose()).await, 400, forbidden);
    let error = emulator.impersonate(ada.as_str(), HELPER).unwrap_err();
    assert_eq!(error.error_type().as_str(), forbidden);

    office
        .set(|all| all["impersonation_allowed"] = json!(true))
        .await;
    let request = organizations::members::DeleteRequest::new(&office.id, &ada);
    let members = office.stytch.organizations().members();
    members.delete(request).await.unwrap();
    let error = authenticate(of_deleted.expose()).await;
    refused(&error, 401, "unable_to_auth_impersonation_token");
}

#[tokio::test]
async fn users_are_acted_for_in_the_same_way() {
    use stytch_consumer::impersonation::AuthenticateRequest;
    use stytch_consumer::{passwords, sessions};

    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.consumer_client();
    let request = passwords::CreateRequest::new(ADA, PASSWORD);
    let ada = stytch.passwords().create(request).await.unwrap().user_id;
    let begun = emulator.impersonate(ada.as_str(), HELPER).unwrap();
    assert_eq!(begun.token_type, "impersonation");
    assert_eq!(
        begun.url,
        format!(
            "http://localhost:3000/authenticate?stytch_token_type=impersonation&token={}",
            begun.token.expose()
        )
    );
    let request = AuthenticateRequest::new(begun.token.clone());
    let login = stytch.impersonation().authenticate(request.clone()).await;
    let login = login.unwrap();
    assert_eq!(login.user_id, ada);
    let session = login.session.unwrap();
    let factors = &session.authentication_factors;
    assert_eq!(factors.len(), 1);
    let behind = factors[0].impersonated_factor.as_ref().unwrap();
    assert_eq!(behind.impersonator_email_address, HELPER);
    let error = stytch.impersonation().authenticate(request).await;
    let error = error.unwrap_err();
    assert!(
        error.is_type("unable_to_auth_impersonation_token"),
        "{error}"
    );
    let token = login.session_token;
    let request = sessions::AuthenticateRequest::new().session_token(token.clone());
    let longer = request.clone().session_duration_minutes(120);
    let error = stytch.sessions().authenticate(longer).await.unwrap_err();
    assert!(error.is_type("session_not_mutable_impersonated"), "{error}");
    let more = passwords::AuthenticateRequest::new(ADA, PASSWORD).session_token(token);
    let error = stytch.passwords().authenticate(more).await.unwrap_err();
    assert!(error.is_type("session_not_mutable_impersonated"), "{error}");
    stytch.sessions().authenticate(request).await.unwrap();

    // a member's token is no user's
    let seed = "
organizations:
  - organization_name: Acme
members:
  - organization_id: acme
    email_address: ada@acme.com
";
    emulator.seed(seed).unwrap();
    let ada = stytch_b2b::organizations::members::GetRequest::new("acme").email_address(ADA);
    let ada = emulator.b2b_client().organizations().members().get(ada);
    let ada = ada.await.unwrap().member.member_id;
    let begun = emulator.impersonate(ada.as_str(), HELPER).unwrap();
    let request = AuthenticateRequest::new(begun.token);
    let error = stytch.impersonation().authenticate(request).await;
    let error = error.unwrap_err();
    assert!(
        error.is_type("unable_to_auth_impersonation_token"),
        "{error}"
    );
}

#[tokio::test]
async fn the_control_api_and_a_button_begin_it() {
    let office = Office::open().await;
    let ada = office.hire(ADA, PASSWORD).await;
    let (url, http) = (office.emulator.url(), Client::new());
    let wanted = json!({ "organization_id": &office.id, "email_address": ADA });
    let answer = http
        .post(format!("{url}/_emulator/impersonation"))
        .body(wanted.to_string());
    let answer: Value = answer.send().await.unwrap().json().await.unwrap();
    let request = AuthenticateRequest::new(answer["token"].as_str().unwrap());
    let login = office.stytch.impersonation().authenticate(request).await;
    assert_eq!(login.unwrap().member_id, ada);
    let link = answer["url"].as_str().unwrap();
    assert!(link.contains("stytch_token_type=multi_tenant_impersonation&token="));
    for odd in [
        "{}",
        r#"{"user_id": "user-test-nobody"}"#,
        r#"{"name": "Ada"}"#,
    ] {
        let request = http.post(format!("{url}/_emulator/impersonation"));
        let answer = request.body(odd).send().await.unwrap();
        assert!(answer.status().is_client_error(), "{odd}");
    }

    let page = http
        .get(format!("{url}/members/{ada}"))
        .send()
        .await
        .unwrap();
    let action = format!("/members/{ada}/impersonation");
    assert!(page.text().await.unwrap().contains(&action));
    let press = || {
        let request = http.post(format!("{url}{action}"));
        request.header("content-type", "application/x-www-form-urlencoded")
    };
    let page = press().send().await.unwrap().text().await.unwrap();
    let (_, token) = page.split_once("&amp;token=").unwrap();
    let (token, _) = token.split_once('"').unwrap();
    let request = AuthenticateRequest::new(token);
    let login = office.stytch.impersonation().authenticate(request).await;
    assert_eq!(login.unwrap().member_id, ada);
    let foreign = press().header("origin", "https://evil.example.com");
    assert_eq!(foreign.send().await.unwrap().status(), 403);
}
