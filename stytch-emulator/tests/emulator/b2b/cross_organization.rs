//! Passwords that serve in all organizations of an address, over HTTP.

use std::time::Duration;

use crate::common::{Office, refused};
use stytch_b2b::organizations::members;
use stytch_b2b::passwords::{discovery, email};
use stytch_b2b::{discovery as found, magic_links, organizations, sessions};

const EMAIL: &str = "ada@example.com";
const PASSWORD: &str = "correct horse battery staple";
const BETTER: &str = "a much better one than before";

#[tokio::test]
async fn one_password_serves_in_all_organizations_where_the_project_says_so() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    let request = discovery::AuthenticateRequest::new(EMAIL, PASSWORD);
    let error = stytch
        .passwords()
        .discovery()
        .authenticate(request.clone())
        .await;
    refused(&error.unwrap_err(), 400, "cross_org_passwords_not_enabled");

    office
        .set(|settings| {
            settings["passwords"]["cross_organization"] = true.into();
        })
        .await;
    office.hire(EMAIL, PASSWORD).await;
    let other = organizations::CreateRequest::new("Other Co");
    let other = stytch
        .organizations()
        .create(other)
        .await
        .unwrap()
        .organization
        .organization_id;
    let member = members::CreateRequest::new(&other, EMAIL);
    stytch
        .organizations()
        .members()
        .create(member)
        .await
        .unwrap();
    let login = stytch
        .passwords()
        .discovery()
        .authenticate(request)
        .await
        .unwrap();
    assert_eq!(login.discovered_organizations.len(), 2);
    let exchange = found::intermediate_sessions::ExchangeRequest::new(
        login.intermediate_session_token,
        &other,
    );
    let login = stytch
        .discovery()
        .intermediate_sessions()
        .exchange(exchange)
        .await
        .unwrap();
    assert!(login.member_authenticated);

    let request = email::RequireResetRequest::new(EMAIL);
    stytch
        .passwords()
        .email()
        .require_reset(request)
        .await
        .unwrap();
    let error = office.log_in(EMAIL, PASSWORD).await.unwrap_err();
    refused(&error, 400, "member_reset_password");
}

#[tokio::test]
async fn a_forgotten_password_of_all_organizations_is_set_anew_before_one_is_chosen() {
    let office = Office::open().await;
    let resets = office.stytch.passwords().discovery().email();
    let start = || discovery::email::ResetStartRequest::new(EMAIL);
    let refusal = resets.reset_start(start()).await.unwrap_err();
    refused(&refusal, 400, "cross_org_passwords_not_enabled");
    serve_everywhere(&office).await;
    office.hire(EMAIL, PASSWORD).await;
    let session = office.log_in(EMAIL, PASSWORD).await.unwrap();

    let request = start()
        .reset_password_redirect_url("http://localhost:9000/new-password")
        .discovery_redirect_url("http://localhost:9000/in");
    resets.reset_start(request).await.unwrap();
    let mail = office.emulator.messages().to(EMAIL).all().pop().unwrap();
    let link = mail.link.unwrap();
    let query = "?stytch_redirect_type=reset_password&stytch_token_type=discovery&token=";
    assert!(
        link.starts_with(&format!("http://localhost:9000/new-password{query}")),
        "{link}"
    );
    let login_link = mail.login_link.unwrap();
    assert!(
        login_link.starts_with("http://localhost:9000/in?"),
        "{login_link}"
    );

    let token = mail.token.unwrap();
    let weak = discovery::email::ResetRequest::new(&*token, "qwe");
    refused(&resets.reset(weak).await.unwrap_err(), 400, "weak_password");
    let reset = || discovery::email::ResetRequest::new(&*token, BETTER);
    let found = resets.reset(reset()).await.unwrap();
    assert_eq!(found.email_address, EMAIL);
    assert_eq!(found.discovered_organizations.len(), 1);
    refused(
        &resets.reset(reset()).await.unwrap_err(),
        401,
        "unable_to_auth_password_reset_token",
    );
    let request = sessions::AuthenticateRequest::new().session_token(session.session_token);
    let ended = office.stytch.sessions().authenticate(request).await;
    refused(&ended.unwrap_err(), 404, "session_not_found");
    let token = found.intermediate_session_token;
    let request = found::intermediate_sessions::ExchangeRequest::new(token, &office.id);
    let intermediate = office.stytch.discovery().intermediate_sessions();
    assert!(
        intermediate
            .exchange(request)
            .await
            .unwrap()
            .member_authenticated
    );
    office.log_in(EMAIL, BETTER).await.unwrap();

    // the other link of a mail logs in without the password
    resets.reset_start(start()).await.unwrap();
    let mail = office.emulator.messages().to(EMAIL).all().pop().unwrap();
    let request = magic_links::discovery::AuthenticateRequest::new(mail.login_token.unwrap());
    let links = office.stytch.magic_links();
    let found = links.discovery().authenticate(request).await.unwrap();
    assert_eq!(found.email_address, EMAIL);
    // half an hour, as it is everywhere
    let late = discovery::email::ResetRequest::new(mail.token.unwrap(), PASSWORD);
    office
        .emulator
        .clock()
        .advance(Duration::from_secs(30 * 60));
    let late = resets.reset(late).await.unwrap_err();
    refused(&late, 401, "unable_to_auth_password_reset_token");
}

#[tokio::test]
async fn a_password_that_must_be_reset_is_deleted_where_nobody_else_has_the_address() {
    let office = Office::open().await;
    let require = || email::RequireResetRequest::new(EMAIL);
    let resets = office.stytch.passwords().email();
    let refusal = resets.require_reset(require()).await.unwrap_err();
    refused(&refusal, 400, "cross_org_passwords_not_enabled");
    serve_everywhere(&office).await;
    let nobody = resets.require_reset(require()).await.unwrap_err();
    refused(&nobody, 404, "member_not_found");
    let member_id = office.hire(EMAIL, PASSWORD).await;
    let stranger = office.hire("grace@example.com", PASSWORD).await;
    let wrong = require().organization_id(&office.id).member_id(&stranger);
    let wrong = resets.require_reset(wrong).await.unwrap_err();
    refused(&wrong, 404, "member_not_found");
    office.log_in(EMAIL, PASSWORD).await.unwrap();

    let request = require().organization_id(&office.id).member_id(&member_id);
    let required = resets.require_reset(request).await.unwrap();
    assert_eq!(required.member_id.unwrap(), member_id);
    assert_eq!(required.organization.unwrap().organization_id, office.id);
    let gone = office.log_in(EMAIL, PASSWORD).await.unwrap_err();
    refused(&gone, 404, "member_password_not_found");
}

/// Has passwords serve in all organizations of an address.
async fn serve_everywhere(office: &Office) {
    office
        .set(|settings| settings["passwords"]["cross_organization"] = true.into())
        .await;
}
