//! Members who come from the identity provider of their organization.

use std::time::Duration;

use crate::common::{Office, refused};
use serde_json::json;
use stytch_b2b::authentication_factors::{DeliveryMethod, FactorType};
use stytch_b2b::organizations::{
    AccessPolicy, AuthMethod, MemberStatus, MethodPolicy, MfaPolicy, RoleSourceType, members,
};
use stytch_b2b::otps::sms;
use stytch_b2b::sso::{self, ConnectionStatus, external, oidc, saml};
use stytch_b2b::{ConnectionId, OrganizationId, discovery, organizations, sessions};
use stytch_emulator::{ProviderIdentity, Redirect, RedirectError};

const CERTIFICATE: &str = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----";

/// A SAML connection that nobody has set up.
async fn draft(office: &Office, organization_id: &OrganizationId) -> ConnectionId {
    let request = saml::CreateConnectionRequest::new(organization_id).display_name("Okta");
    let made = office.stytch.sso().saml().create_connection(request);
    made.await.unwrap().connection.unwrap().connection_id
}

/// A SAML connection over which people can log in.
async fn connect(office: &Office) -> ConnectionId {
    let sso = office.stytch.sso();
    let id = draft(office, &office.id).await;
    let request = saml::UpdateConnectionRequest::new(&office.id, &id)
        .idp_entity_id("https://idp.example.com/acme")
        .idp_sso_url("https://idp.example.com/acme/sso")
        .x509_certificate(CERTIFICATE)
        .attribute_mapping(json!({
            "email": "NameID", "full_name": "displayName", "groups": "memberOf"
        }));
    let updated = sso.saml().update_connection(request).await.unwrap();
    assert_eq!(updated.connection.unwrap().status, ConnectionStatus::Active);
    id
}

async fn disconnect(office: &Office, id: &ConnectionId) {
    let request = sso::DeleteConnectionRequest::new(&office.id, id);
    let deleted = office.stytch.sso().delete_connection(request);
    deleted.await.unwrap();
}

/// The address where logins begin, with more in its query.
fn start(office: &Office, more: &str) -> String {
    let (url, token) = (office.emulator.url(), office.emulator.public_token());
    format!("{url}/v1/public/sso/start?public_token={token}{more}")
}

/// Comes from the identity provider as somebody.
fn come(office: &Office, id: &ConnectionId, email: &str) -> Result<Redirect, RedirectError> {
    let start = start(office, &format!("&connection_id={id}"));
    office.emulator.follow(&start, email)
}

#[track_caller]
fn denied(result: Result<Redirect, RedirectError>, status: u16, error_type: &str) {
    let error = result.unwrap_err();
    assert_eq!(error.status(), status, "{error}");
    assert_eq!(error.error_type().as_str(), error_type, "{error}");
}

async fn log_in(office: &Office, id: &ConnectionId, email: &str) -> sso::AuthenticateResponse {
    let token = come(office, id, email).unwrap().token;
    let request = sso::AuthenticateRequest::new(token);
    office.stytch.sso().authenticate(request).await.unwrap()
}

async fn organization(office: &Office) -> organizations::Organization {
    let request = organizations::GetRequest::new(&office.id);
    let found = office.stytch.organizations().get(request);
    found.await.unwrap().organization
}

async fn update(office: &Office, request: organizations::UpdateRequest) {
    let updated = office.stytch.organizations().update(request);
    updated.await.unwrap();
}

#[tokio::test]
async fn a_newcomer_signs_up_by_the_identity_provider_and_logs_in_by_it_later() {
    let office = Office::open().await;
    let id = connect(&office).await;
    let ada = ProviderIdentity::new("ada@acme.com")
        .name("Ada Lovelace")
        .subject("00u1")
        .group("engineers");
    office.emulator.add_identity(ada);
    let urls = "&login_redirect_url=http://localhost:3000/in&signup_redirect_url=http://localhost:3000/new";
    let start = start(&office, &format!("&connection_id={id}{urls}"));

    let back = office.emulator.follow(&start, "ada@acme.com").unwrap();
    assert_eq!(back.token_type, "sso");
    assert!(
        back.url.starts_with("http://localhost:3000/new?"),
        "{}",
        back.url
    );
    let request = sso::AuthenticateRequest::new(back.token.clone()).session_duration_minutes(30);
    let login = office.stytch.sso().authenticate(request).await.unwrap();
    assert!(login.member_authenticated);
    assert_eq!(login.member.status, MemberStatus::Active);
    assert_eq!(login.member.name, "Ada Lovelace");
    let registration = &login.member.sso_registrations[0];
    assert_eq!(registration.connection_id, id);
    assert_eq!(registration.external_id, "00u1");
    assert_eq!(
        registration.sso_attributes["memberOf"],
        json!(["engineers"])
    );
    let session = login.member_session.unwrap();
    let factor = &session.authentication_factors[0];
    assert_eq!(factor.r#type, FactorType::Sso);
    assert_eq!(factor.delivery_method, DeliveryMethod::SsoSaml);
    let saml = factor.saml_sso_factor.as_ref().unwrap();
    assert_eq!(saml.provider_id, id);
    assert_eq!(saml.external_id, "00u1");

    // the token has been used
    let again = sso::AuthenticateRequest::new(back.token);
    let error = office.stytch.sso().authenticate(again).await.unwrap_err();
    refused(&error, 404, "sso_token_not_found");

    // the account is known now, by its subject as well as by its address
    let back = office.emulator.follow(&start, "00u1").unwrap();
    assert!(
        back.url.starts_with("http://localhost:3000/in?"),
        "{}",
        back.url
    );
    let request = sso::AuthenticateRequest::new(back.token);
    let again = office.stytch.sso().authenticate(request).await.unwrap();
    assert_eq!(again.member_id, login.member_id);
    assert_eq!(again.member.sso_registrations.len(), 1);
}

#[tokio::test]
async fn the_address_of_an_account_moves_with_it() {
    let office = Office::open().await;
    let id = connect(&office).await;
    let ada = ProviderIdentity::new("ada@acme.com").subject("00u1");
    office.emulator.add_identity(ada);
    let first = log_in(&office, &id, "ada@acme.com").await;
    let ada = ProviderIdentity::new("lovelace@acme.com").subject("00u1");
    office.emulator.add_identity(ada);
    let second = log_in(&office, &id, "00u1").await;
    assert_eq!(second.member_id, first.member_id);
    assert_eq!(second.member.email_address, "lovelace@acme.com");
    assert!(second.member.email_address_verified);
    let retired = &second.member.retired_email_addresses;
    assert_eq!(retired[0].email_address, "ada@acme.com");

    // nobody else's address can be taken that way
    office.hire("bob@acme.com", "correct horse battery").await;
    let thief = ProviderIdentity::new("bob@acme.com").subject("00u1");
    office.emulator.add_identity(thief);
    let token = come(&office, &id, "00u1").unwrap().token;
    let request = sso::AuthenticateRequest::new(token);
    let error = office.stytch.sso().authenticate(request).await.unwrap_err();
    refused(&error, 400, "duplicate_member_email");
}

#[tokio::test]
async fn an_address_that_begins_a_login_has_to_say_where_and_for_whom() {
    let office = Office::open().await;
    let ada = "ada@acme.com";
    let follow = |more: &str| office.emulator.follow(&start(&office, more), ada);
    denied(follow(""), 400, "missing_sso_connection_locator");
    let id = &office.id;
    let nobody = format!("&organization_id={id}");
    denied(
        follow(&nobody),
        400,
        "no_sso_connection_exists_for_organization",
    );
    denied(
        follow("&connection_id=saml-connection-test-1"),
        404,
        "sso_connection_not_found",
    );
    let connection = connect(&office).await;
    let by_connection = format!("&connection_id={connection}");
    let both = format!("{by_connection}&organization_id={id}");
    denied(follow(&both), 400, "too_many_sso_connection_locators");
    let twice = format!("{by_connection}{by_connection}");
    denied(follow(&twice), 400, "bad_request");
    // the default connection of an organization, by id or slug
    assert!(follow(&nobody).is_ok());
    assert!(follow("&organization_id=acme-co").is_ok());

    let url = office.emulator.url();
    let strangers = [
        ("", 400, "public_token_required"),
        ("&public_token=", 400, "public_token_required"),
        (
            "&public_token=public-token-test-unknown",
            404,
            "public_token_not_found",
        ),
        (
            "&public_token=public-token-live-1",
            404,
            "public_token_not_found",
        ),
        (
            "&public_token=project-test-1",
            404,
            "public_token_not_found",
        ),
    ];
    for (token, status, error_type) in strangers {
        let start = format!("{url}/v1/public/sso/start?organization_id={id}{token}");
        denied(office.emulator.follow(&start, ada), status, error_type);
    }
    let token = office.emulator.public_token();
    let twice = start(&office, &format!("{by_connection}&public_token={token}"));
    denied(office.emulator.follow(&twice, ada), 400, "bad_request");
}

#[tokio::test]
async fn a_login_leads_to_addresses_on_this_machine_alone() {
    let office = Office::open().await;
    let id = connect(&office).await;
    let follow = |name: &str, url: &str| {
        let more = format!("&connection_id={id}&{name}={url}");
        office
            .emulator
            .follow(&start(&office, &more), "ada@acme.com")
    };
    for url in [
        "https://evil.example.com/",
        "http://localhost.evil.example.com/",
        "http://localhost@evil.example.com/",
        "javascript:alert(1)",
    ] {
        for name in ["login_redirect_url", "signup_redirect_url"] {
            denied(follow(name, url), 400, "no_match_for_provided_sso_url");
        }
    }
    for url in ["//evil.example.com", "/relative"] {
        denied(
            follow("login_redirect_url", url),
            400,
            "invalid_login_redirect_url",
        );
        denied(
            follow("signup_redirect_url", url),
            400,
            "invalid_signup_redirect_url",
        );
    }
}

#[tokio::test]
async fn a_connection_works_once_nothing_is_missing() {
    let office = Office::open().await;
    let sso = office.stytch.sso();
    let request = saml::CreateConnectionRequest::new(&office.id).display_name("Okta");
    let made = sso.saml().create_connection(request).await.unwrap();
    let made = made.connection.unwrap();
    let id = made.connection_id;
    assert_eq!(made.status, ConnectionStatus::Pending);
    assert!(made.acs_url.ends_with(id.as_str()));
    assert_eq!(made.signing_certificates[0].issuer, "Stytch");
    denied(
        come(&office, &id, "ada@acme.com"),
        400,
        "requires_active_sso_connection",
    );
    let request = saml::CreateConnectionRequest::new(&office.id).identity_provider("acme-idp");
    let error = sso.saml().create_connection(request).await.unwrap_err();
    refused(&error, 400, "invalid_sso_idp");
    assert!(
        organization(&office)
            .await
            .sso_active_connections
            .is_empty()
    );

    let request = saml::UpdateByUrlRequest::new(&office.id, &id, "https://idp.example.com/meta");
    let updated = sso.saml().update_by_url(request).await.unwrap();
    let updated = updated.connection.unwrap();
    assert_eq!(updated.status, ConnectionStatus::Pending);
    assert_eq!(updated.idp_entity_id, "https://idp.example.com/meta");
    let mapping = json!({ "email": "NameID" });
    let request = saml::UpdateConnectionRequest::new(&office.id, &id).attribute_mapping(mapping);
    let error = sso.saml().update_connection(request).await.unwrap_err();
    refused(&error, 400, "saml_connection_name_mapping_required");
    let mapping = json!({ "email": "NameID", "first_name": "first", "last_name": "last" });
    let request = saml::UpdateConnectionRequest::new(&office.id, &id).attribute_mapping(mapping);
    let updated = sso.saml().update_connection(request).await.unwrap();
    assert_eq!(updated.connection.unwrap().status, ConnectionStatus::Active);
    let acme = organization(&office).await;
    assert_eq!(acme.sso_active_connections[0].display_name, "Okta");
    assert_eq!(acme.sso_default_connection_id.as_ref(), Some(&id));
    assert!(
        log_in(&office, &id, "ada@acme.com")
            .await
            .member_authenticated
    );

    // what it needs can't be taken away again
    let request = saml::UpdateConnectionRequest::new(&office.id, &id).idp_sso_url("");
    let error = sso.saml().update_connection(request).await.unwrap_err();
    refused(&error, 400, "saml_connection_idp_sso_url_required");
    let found = sso.get_connections(sso::GetConnectionsRequest::new(&office.id));
    let found = found.await.unwrap();
    assert_eq!(found.saml_connections[0].connection_id, id);
    let certificate = &found.saml_connections[0].verification_certificates[0];
    let request = saml::DeleteVerificationCertificateRequest::new(
        &office.id,
        &id,
        certificate.certificate_id.clone(),
    );
    let error = sso.saml().delete_verification_certificate(request);
    refused(
        &error.await.unwrap_err(),
        400,
        "cannot_delete_last_sso_verification_key",
    );
}

#[tokio::test]
async fn certificates_come_and_go() {
    let office = Office::open().await;
    let id = connect(&office).await;
    let sso = office.stytch.sso();
    let request =
        |text: &str| saml::UpdateConnectionRequest::new(&office.id, &id).x509_certificate(text);
    for text in [
        "",
        "no certificate",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
    ] {
        let error = sso
            .saml()
            .update_connection(request(text))
            .await
            .unwrap_err();
        refused(&error, 400, "invalid_x509_certificate");
    }
    let numbered = |number: usize| CERTIFICATE.replace("MAA=", &format!("MAE{number}"));
    for number in 1..5 {
        let text = numbered(number);
        sso.saml().update_connection(request(&text)).await.unwrap();
    }
    let error = sso.saml().update_connection(request(&numbered(5)));
    refused(
        &error.await.unwrap_err(),
        400,
        "too_many_sso_verification_certificates",
    );
    let found = sso.get_connections(sso::GetConnectionsRequest::new(&office.id));
    let certificates = found.await.unwrap().saml_connections[0]
        .verification_certificates
        .clone();
    assert_eq!(certificates.len(), 5);
    let gone = certificates[0].certificate_id.clone();
    let request = saml::DeleteVerificationCertificateRequest::new(&office.id, &id, gone.clone());
    let answer = sso
        .saml()
        .delete_verification_certificate(request.clone())
        .await;
    assert_eq!(answer.unwrap().certificate_id, gone);
    let error = sso.saml().delete_verification_certificate(request).await;
    refused(&error.unwrap_err(), 404, "sso_verification_key_not_found");

    let request = |key: &str| {
        saml::UpdateConnectionRequest::new(&office.id, &id).saml_encryption_private_key(key)
    };
    let error = sso
        .saml()
        .update_connection(request("-----BEGIN PRIVATE KEY-----"))
        .await;
    refused(
        &error.unwrap_err(),
        400,
        "saml_signing_private_key_format_not_supported",
    );
    let request =
        saml::DeleteEncryptionPrivateKeyRequest::new(&office.id, &id, "saml-encryption-key-test-1");
    let error = sso.saml().delete_encryption_private_key(request).await;
    refused(
        &error.unwrap_err(),
        404,
        "sso_encryption_private_key_not_found",
    );
}

#[tokio::test]
async fn a_login_over_a_connection_that_is_gone_is_never_ended() {
    let office = Office::open().await;
    let id = connect(&office).await;
    let ada = log_in(&office, &id, "ada@acme.com").await.member_id;
    let members = office.stytch.organizations().members();
    let request = members::UpdateRequest::new(&office.id, &ada).mfa_enrolled(true);
    members.update(request).await.unwrap();
    let login = log_in(&office, &id, "ada@acme.com").await;
    assert!(!login.member_authenticated);
    disconnect(&office, &id).await;
    let request = sms::SendRequest::new(&office.id, &ada)
        .mfa_phone_number("+12025550162")
        .intermediate_session_token(login.intermediate_session_token);
    let error = office.stytch.otps().sms().send(request).await.unwrap_err();
    refused(&error, 404, "intermediate_session_not_found");
}

#[tokio::test]
async fn an_oidc_connection_maps_into_the_metadata() {
    let office = Office::open().await;
    let oidc = office.stytch.sso().oidc();
    let made = oidc.create_connection(oidc::CreateConnectionRequest::new(&office.id));
    let id = made.await.unwrap().connection.unwrap().connection_id;
    let request = oidc::UpdateConnectionRequest::new(&office.id, &id)
        .issuer("https://idp.example.com")
        .client_id("acme");
    let updated = oidc
        .update_connection(request)
        .await
        .unwrap()
        .connection
        .unwrap();
    assert_eq!(updated.status, ConnectionStatus::Pending);
    assert_eq!(updated.token_url, "https://idp.example.com/token");
    let request = oidc::UpdateConnectionRequest::new(&office.id, &id)
        .client_secret("secret")
        .attribute_mapping(json!({ "department": "dept" }));
    let updated = oidc
        .update_connection(request)
        .await
        .unwrap()
        .connection
        .unwrap();
    assert_eq!(updated.status, ConnectionStatus::Active);
    let request = oidc::UpdateConnectionRequest::new(&office.id, &id).client_id("");
    let error = oidc.update_connection(request).await.unwrap_err();
    refused(&error, 400, "oidc_connection_client_id_required");
    let request = oidc::UpdateConnectionRequest::new(&office.id, &id).jwks_url("nowhere");
    let error = oidc.update_connection(request).await.unwrap_err();
    refused(&error, 400, "oidc_connection_jwks_url_invalid_format");
    let request = saml::UpdateConnectionRequest::new(&office.id, &id).display_name("Okta");
    let error = office.stytch.sso().saml().update_connection(request).await;
    refused(&error.unwrap_err(), 404, "saml_connection_not_found");

    let ada = ProviderIdentity::new("ada@acme.com").attribute("dept", "engines");
    office.emulator.add_identity(ada);
    let login = log_in(&office, &id, "ada@acme.com").await;
    assert_eq!(login.member.trusted_metadata["department"], "engines");
    let session = login.member_session.unwrap();
    let factor = &session.authentication_factors[0];
    assert_eq!(factor.delivery_method, DeliveryMethod::SsoOidc);
    assert_eq!(factor.oidc_sso_factor.as_ref().unwrap().provider_id, id);
}

#[tokio::test]
async fn newcomers_join_only_over_connections_that_the_organization_lets_them() {
    let office = Office::open().await;
    let id = connect(&office).await;
    office.hire("bob@acme.com", "correct horse battery").await;
    let request = organizations::UpdateRequest::new(&office.id)
        .sso_jit_provisioning(AccessPolicy::NotAllowed);
    update(&office, request).await;
    let ada = || come(&office, &id, "ada@acme.com");
    denied(ada(), 400, "invalid_connection_for_jit_provisioning");
    // whoever is there already may log in
    assert!(
        log_in(&office, &id, "bob@acme.com")
            .await
            .member_authenticated
    );
    let request = organizations::UpdateRequest::new(&office.id)
        .sso_jit_provisioning(AccessPolicy::Restricted);
    let error = office
        .stytch
        .organizations()
        .update(request)
        .await
        .unwrap_err();
    refused(&error, 400, "invalid_restricted_sso_setting");
    let other = draft(&office, &office.id).await;
    let request = organizations::UpdateRequest::new(&office.id)
        .sso_jit_provisioning(AccessPolicy::Restricted)
        .sso_jit_provisioning_allowed_connections([other]);
    update(&office, request).await;
    denied(ada(), 400, "invalid_connection_for_jit_provisioning");
    let request = organizations::UpdateRequest::new(&office.id)
        .sso_jit_provisioning_allowed_connections([id.clone()]);
    update(&office, request).await;
    assert!(ada().is_ok());
}

#[tokio::test]
async fn only_connections_that_an_organization_has_are_listed_for_newcomers() {
    let office = Office::open().await;
    let own = connect(&office).await;
    let request = organizations::CreateRequest::new("Elsewhere");
    let elsewhere = office.stytch.organizations().create(request);
    let elsewhere = elsewhere.await.unwrap().organization.organization_id;
    let foreign = draft(&office, &elsewhere).await;
    for listed in [
        vec![ConnectionId::from("saml-connection-test-nowhere")],
        vec![own.clone(), foreign],
    ] {
        let request = organizations::UpdateRequest::new(&office.id)
            .sso_jit_provisioning_allowed_connections(listed);
        let update = office.stytch.organizations().update(request);
        refused(&update.await.unwrap_err(), 404, "sso_connection_not_found");
    }
    let request = organizations::UpdateRequest::new(&office.id)
        .sso_jit_provisioning_allowed_connections([own]);
    update(&office, request).await;
}

#[tokio::test]
async fn an_organization_is_changed_after_the_last_connection_for_newcomers_was_deleted() {
    let office = Office::open().await;
    let id = draft(&office, &office.id).await;
    let request = organizations::UpdateRequest::new(&office.id)
        .sso_jit_provisioning(AccessPolicy::Restricted)
        .sso_jit_provisioning_allowed_connections([&id]);
    update(&office, request).await;
    disconnect(&office, &id).await;
    let request = organizations::UpdateRequest::new(&office.id).organization_name("Acme");
    update(&office, request).await;
    let found = organization(&office).await;
    assert_eq!(found.sso_jit_provisioning, AccessPolicy::Restricted);
    assert!(found.sso_jit_provisioning_allowed_connections.is_empty());
}

#[tokio::test]
async fn an_organization_without_sso_among_its_methods_takes_nobody_by_it() {
    let office = Office::open().await;
    let id = connect(&office).await;
    let token = come(&office, &id, "ada@acme.com").unwrap().token;
    let request = organizations::UpdateRequest::new(&office.id)
        .auth_methods(MethodPolicy::Restricted)
        .allowed_auth_methods([AuthMethod::Password]);
    update(&office, request).await;
    let error_type = "operation_restricted_by_organization_auth_methods";
    denied(come(&office, &id, "ada@acme.com"), 400, error_type);
    // nor whoever was on the way
    let request = sso::AuthenticateRequest::new(token);
    let error = office.stytch.sso().authenticate(request).await.unwrap_err();
    refused(&error, 400, error_type);
}

#[tokio::test]
async fn the_app_that_began_a_login_ends_it() {
    let office = Office::open().await;
    let id = connect(&office).await;
    // the pair of RFC 7636, appendix B
    let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    let pkce = format!("&connection_id={id}&pkce_code_challenge={challenge}");
    let start = start(&office, &pkce);
    let back = office.emulator.follow(&start, "ada@acme.com").unwrap();
    let request = || sso::AuthenticateRequest::new(back.token.clone());
    let sso = office.stytch.sso();
    let error = sso.authenticate(request()).await.unwrap_err();
    refused(&error, 400, "pkce_expected_code_verifier");
    let wrong = request().pkce_code_verifier("some other verifier");
    let error = sso.authenticate(wrong).await.unwrap_err();
    refused(&error, 400, "pkce_mismatch");
    let right = request().pkce_code_verifier(verifier);
    assert!(sso.authenticate(right).await.unwrap().member_authenticated);
    let plain = start.replace(challenge, "plain");
    let result = office.emulator.follow(&plain, "ada@acme.com");
    denied(result, 400, "invalid_pkce_code_challenge");
}

#[tokio::test]
async fn a_token_lives_for_five_minutes() {
    let office = Office::open().await;
    let id = connect(&office).await;
    let token = come(&office, &id, "ada@acme.com").unwrap().token;
    office.emulator.clock().advance(Duration::from_secs(5 * 60));
    let request = sso::AuthenticateRequest::new(token);
    let error = office.stytch.sso().authenticate(request).await.unwrap_err();
    refused(&error, 404, "sso_token_not_found");
}

#[tokio::test]
async fn roles_follow_from_connection_and_group_where_that_is_how_one_logged_in() {
    let office = Office::open().await;
    let id = connect(&office).await;
    let sso = office.stytch.sso();
    let to_group = |group: &str| {
        let assignment = sso::SamlGroupImplicitRoleAssignment::new("stytch_admin", group);
        saml::UpdateConnectionRequest::new(&office.id, &id)
            .saml_group_implicit_role_assignments([assignment])
    };
    let request = to_group("admins");
    sso.saml().update_connection(request).await.unwrap();
    let unknown = sso::SamlConnectionImplicitRoleAssignment::new("nobody");
    let request = saml::UpdateConnectionRequest::new(&office.id, &id)
        .saml_connection_implicit_role_assignments([unknown]);
    let error = sso.saml().update_connection(request).await.unwrap_err();
    refused(&error, 400, "invalid_rbac_role_id");

    let password = "correct horse battery";
    office.hire("ada@acme.com", password).await;
    let ada = ProviderIdentity::new("ada@acme.com").group("admins");
    office.emulator.add_identity(ada);
    office
        .emulator
        .add_identity(ProviderIdentity::new("bob@acme.com"));
    let by_sso = log_in(&office, &id, "ada@acme.com").await;
    let session = by_sso.member_session.unwrap();
    assert_eq!(session.roles, ["stytch_member", "stytch_admin"]);
    let role = &by_sso.member.roles[1];
    assert_eq!(role.sources[0].r#type, RoleSourceType::SsoConnectionGroup);
    assert_eq!(role.sources[0].details["connection_id"], id.as_str());
    assert_eq!(role.sources[0].details["group"], "admins");

    // the same person by password has no more than anybody: neither in the session nor in calls with it
    let by_password = office.log_in("ada@acme.com", password).await.unwrap();
    assert_eq!(by_password.member_session.unwrap().roles, ["stytch_member"]);
    assert!(by_password.member.is_admin);
    let rename = || organizations::UpdateRequest::new(&office.id).organization_name("Acme Inc");
    let organizations = office.stytch.organizations();
    let call = organizations
        .update(rename())
        .session_token(by_password.session_token);
    refused(&call.await.unwrap_err(), 403, "session_authorization_error");
    let call = organizations
        .update(rename())
        .session_token(by_sso.session_token);
    call.await.unwrap();

    let bob = log_in(&office, &id, "bob@acme.com").await;
    assert_eq!(bob.member_session.unwrap().roles, ["stytch_member"]);
    let mapping = json!({ "email": "NameID", "full_name": "displayName" });
    let request = to_group("admins").attribute_mapping(mapping);
    let error = sso.saml().update_connection(request).await.unwrap_err();
    refused(
        &error,
        400,
        "saml_connection_attribute_mapping_missing_groups_key",
    );
}

#[tokio::test]
async fn a_role_that_is_taken_away_goes_with_the_sessions_that_would_keep_it() {
    let office = Office::open().await;
    let id = connect(&office).await;
    let assignment = sso::SamlConnectionImplicitRoleAssignment::new("stytch_admin");
    let request = saml::UpdateConnectionRequest::new(&office.id, &id)
        .saml_connection_implicit_role_assignments([assignment]);
    let saml = office.stytch.sso().saml();
    saml.update_connection(request).await.unwrap();
    let login = log_in(&office, &id, "ada@acme.com").await;
    let roles = |roles: &[&str], preserve: bool| {
        let request = organizations::members::UpdateRequest::new(&office.id, &login.member_id)
            .roles(roles.to_vec())
            .preserve_existing_sessions(preserve);
        office.stytch.organizations().members().update(request)
    };
    let session = || {
        let token = login.session_token.clone();
        let request = sessions::AuthenticateRequest::new().session_token(token);
        office.stytch.sessions().authenticate(request)
    };
    roles(&["stytch_admin"], false).await.unwrap();
    roles(&[], true).await.unwrap();
    session().await.unwrap();
    roles(&["stytch_admin"], false).await.unwrap();
    session().await.unwrap();
    roles(&[], false).await.unwrap();
    refused(&session().await.unwrap_err(), 404, "session_not_found");
}

#[tokio::test]
async fn a_subsidiary_logs_in_by_the_connection_of_its_parent() {
    let office = Office::open().await;
    let lent = connect(&office).await;
    let request = organizations::CreateRequest::new("Subsidiary");
    let made = office.stytch.organizations().create(request).await.unwrap();
    let other = made.organization.organization_id;
    let external = office.stytch.sso().external();
    let request = |lent: &ConnectionId| {
        let role = sso::SamlConnectionImplicitRoleAssignment::new("stytch_admin");
        external::CreateConnectionRequest::new(&other, &office.id, lent)
            .display_name("Parent")
            .connection_implicit_role_assignments([role])
    };
    let unknown = external.create_connection(request(&"saml-connection-test-1".into()));
    refused(
        &unknown.await.unwrap_err(),
        404,
        "external_connection_id_not_found",
    );
    let made = external.create_connection(request(&lent)).await.unwrap();
    let id = made.connection.unwrap().connection_id;
    let twice = external
        .create_connection(request(&lent))
        .await
        .unwrap_err();
    refused(&twice, 400, "duplicate_external_sso_connection");

    let login = log_in(&office, &id, "ada@acme.com").await;
    assert_eq!(login.organization_id, other);
    let session = login.member_session.unwrap();
    assert_eq!(session.roles, ["stytch_member", "stytch_admin"]);
    let factor = session.authentication_factors[0].saml_sso_factor.clone();
    assert_eq!(factor.unwrap().provider_id, id);

    // what is lent goes away with what it was lent from, and whoever came over it with both
    disconnect(&office, &lent).await;
    denied(
        come(&office, &id, "ada@acme.com"),
        404,
        "sso_connection_not_found",
    );
    let request = sessions::AuthenticateRequest::new().session_token(login.session_token);
    let error = office
        .stytch
        .sessions()
        .authenticate(request)
        .await
        .unwrap_err();
    refused(&error, 404, "session_not_found");
}

#[tokio::test]
async fn the_default_connection_goes_last() {
    let office = Office::open().await;
    let first = connect(&office).await;
    let oidc = office.stytch.sso().oidc();
    let made = oidc.create_connection(oidc::CreateConnectionRequest::new(&office.id));
    let second = made.await.unwrap().connection.unwrap().connection_id;
    let request = oidc::UpdateConnectionRequest::new(&office.id, &second)
        .issuer("https://idp.example.com")
        .client_id("acme")
        .client_secret("secret");
    oidc.update_connection(request).await.unwrap();
    let sso = office.stytch.sso();
    let delete = |id: &ConnectionId| {
        let request = sso::DeleteConnectionRequest::new(&office.id, id);
        sso.delete_connection(request)
    };
    let error = delete(&first).await.unwrap_err();
    refused(&error, 400, "cannot_delete_default_sso_connection");
    let request =
        organizations::UpdateRequest::new(&office.id).sso_default_connection_id(second.clone());
    update(&office, request).await;
    let login = log_in(&office, &first, "ada@acme.com").await;
    delete(&first).await.unwrap();
    let acme = organization(&office).await;
    assert_eq!(acme.sso_default_connection_id, Some(second.clone()));
    assert_eq!(acme.sso_active_connections.len(), 1);
    let request = sessions::AuthenticateRequest::new().session_token(login.session_token);
    let error = office
        .stytch
        .sessions()
        .authenticate(request)
        .await
        .unwrap_err();
    refused(&error, 404, "session_not_found");
    let error = delete(&first).await.unwrap_err();
    refused(&error, 404, "sso_connection_not_found");
    delete(&second).await.unwrap();
    assert_eq!(organization(&office).await.sso_default_connection_id, None);
}

#[tokio::test]
async fn a_second_factor_is_due_after_sso_too_and_the_login_stays_in_its_organization() {
    let request =
        organizations::CreateRequest::new("Acme Co").mfa_policy(MfaPolicy::RequiredForAll);
    let office = Office::of(request).await;
    let id = connect(&office).await;
    let login = log_in(&office, &id, "ada@acme.com").await;
    assert!(!login.member_authenticated);
    assert!(login.mfa_required.is_some());
    assert!(login.session_token.is_empty());
    let token = login.intermediate_session_token;
    let request = organizations::CreateRequest::new("Other");
    let made = office.stytch.organizations().create(request).await.unwrap();
    let other = made.organization.organization_id;
    let member = organizations::members::CreateRequest::new(&other, "ada@acme.com");
    office
        .stytch
        .organizations()
        .members()
        .create(member)
        .await
        .unwrap();
    let request = discovery::intermediate_sessions::ExchangeRequest::new(token, &other);
    let exchange = office.stytch.discovery().intermediate_sessions();
    let error = exchange.exchange(request).await.unwrap_err();
    refused(
        &error,
        400,
        "invalid_intermediate_session_token_for_organization",
    );
}

#[tokio::test]
async fn members_set_connections_up_if_their_roles_let_them() {
    let office = Office::open().await;
    let password = "correct horse battery";
    office.hire("ada@acme.com", password).await;
    let login = office.log_in("ada@acme.com", password).await.unwrap();
    let request = saml::CreateConnectionRequest::new(&office.id);
    let call = office.stytch.sso().saml().create_connection(request);
    let error = call.session_token(login.session_token).await.unwrap_err();
    refused(&error, 403, "session_authorization_error");
}

#[tokio::test]
async fn connections_and_identities_are_seeded_and_exported() {
    let office = Office::open().await;
    office
        .emulator
        .seed(
            "
organizations:
  - organization_name: Umbrella
sso_connections:
  - organization_id: umbrella
    display_name: Okta
    saml_group_implicit_role_assignments:
      - role_id: stytch_admin
        group: admins
identities:
  - email_address: ada@umbrella.com
    name: Ada Lovelace
    groups: [admins]
",
        )
        .unwrap();
    let start = start(&office, "&organization_id=umbrella");
    let back = office.emulator.follow(&start, "ada@umbrella.com").unwrap();
    let request = sso::AuthenticateRequest::new(back.token);
    let login = office.stytch.sso().authenticate(request).await.unwrap();
    assert!(login.member.is_admin);
    assert_eq!(login.member.name, "Ada Lovelace");
    // a login that waits is there after an import, too
    let http = reqwest::Client::builder();
    let http = http
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    let waiting = http.get(&start).send().await.unwrap();
    let chooser = waiting.headers()["location"].to_str().unwrap().to_owned();
    let url = office.emulator.url();
    let export = http
        .get(format!("{url}/_emulator/export"))
        .send()
        .await
        .unwrap();
    let export = export.text().await.unwrap();
    for table in ["sso_connections", "identities", "provider_logins"] {
        assert!(export.contains(&format!("\"{table}\":[{{")), "{table}");
    }
    let import = http
        .post(format!("{url}/_emulator/import"))
        .body(export.clone());
    assert_eq!(import.send().await.unwrap().status(), 200);
    let again = http
        .get(format!("{url}/_emulator/export"))
        .send()
        .await
        .unwrap();
    assert_eq!(again.text().await.unwrap(), export);
    let page = http.get(format!("{url}{chooser}")).send().await.unwrap();
    assert_eq!(page.status(), 200);

    let mistake = "
sso_connections:
  - organization_id: nobody
";
    let error = office.emulator.seed(mistake).unwrap_err();
    assert!(
        error.to_string().contains("no organization nobody"),
        "{error}"
    );
}
