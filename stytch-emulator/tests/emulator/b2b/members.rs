//! Members who change what belongs to them, and those who may not.

use std::time::Duration;

use crate::common::{Office, refused};
use stytch_b2b::organizations::members::{self, EmailUpdateMethod};
use stytch_b2b::otps::email;
use stytch_b2b::{MemberId, OrganizationId, magic_links, organizations};

const OLD: &str = "ada@example.com";
const NEW: &str = "ada@new.example";
const PASSWORD: &str = "correct horse battery staple";

#[tokio::test]
async fn a_member_moves_to_another_address_by_code_and_the_old_one_is_kept_for_her() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    let members = stytch.organizations().members();
    let member_id = office.hire(OLD, PASSWORD).await;
    office.hire("grace@example.com", PASSWORD).await;
    let login = office.log_in(OLD, PASSWORD).await.unwrap();

    let request = members::StartEmailUpdateRequest::new(&office.id, &member_id, NEW)
        .delivery_method(EmailUpdateMethod::EmailOtp);
    members
        .start_email_update(request)
        .session_token(login.session_token.expose())
        .await
        .unwrap();
    let code = office.code_to(NEW).await;
    let request = email::AuthenticateRequest::new(&office.id, NEW, code);
    let moved = stytch.otps().email().authenticate(request).await.unwrap();
    assert_eq!(moved.member.email_address, NEW);
    assert!(moved.member.email_address_verified);
    let retired = &moved.member.retired_email_addresses[0];
    assert_eq!(retired.email_address, OLD);

    // Nobody else gets the old one before it is set free.
    let request = members::CreateRequest::new(&office.id, OLD);
    let error = members.create(request.clone()).await.unwrap_err();
    refused(&error, 400, "retired_member_email");
    let none = members::UnlinkRetiredEmailRequest::new(&office.id, &member_id);
    let error = members
        .unlink_retired_email(none.clone())
        .await
        .unwrap_err();
    refused(&error, 400, "retired_email_missing_email_identifiers");
    let wrong = none
        .clone()
        .email_id(&retired.email_id)
        .email_address("x@example.com");
    let error = members.unlink_retired_email(wrong).await.unwrap_err();
    refused(&error, 404, "email_not_found");
    let right = none.email_id(&retired.email_id);
    let free = members.unlink_retired_email(right).await.unwrap();
    assert!(free.member.retired_email_addresses.is_empty());
    members.create(request).await.unwrap();
}

#[tokio::test]
async fn a_move_takes_a_link_within_five_minutes_and_an_address_that_nobody_else_wants() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    let members = stytch.organizations().members();
    let ada = office.hire(OLD, PASSWORD).await;
    let grace = office.hire("grace@example.com", PASSWORD).await;
    let start = |who, address| members::StartEmailUpdateRequest::new(&office.id, who, address);

    let error = members
        .start_email_update(start(&ada, "grace@example.com"))
        .await;
    refused(&error.unwrap_err(), 400, "duplicate_member_email");
    members.start_email_update(start(&ada, NEW)).await.unwrap();
    let error = members
        .start_email_update(start(&grace, NEW))
        .await
        .unwrap_err();
    refused(&error, 400, "desired_email_updating_for_different_member");
    let token = office.token_to(NEW).await;
    office.emulator.clock().advance(Duration::from_secs(5 * 60));
    let request = magic_links::AuthenticateRequest::new(token);
    let error = stytch
        .magic_links()
        .authenticate(request)
        .await
        .unwrap_err();
    refused(&error, 401, "unable_to_auth_magic_link");

    members
        .start_email_update(start(&grace, NEW))
        .await
        .unwrap();
    let request = magic_links::AuthenticateRequest::new(office.token_to(NEW).await);
    let moved = stytch.magic_links().authenticate(request).await.unwrap();
    assert_eq!(moved.member_id, grace);
    assert_eq!(moved.member.email_address, NEW);
}

#[tokio::test]
async fn a_link_to_the_old_address_is_dead_after_the_move() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    let member_id = office.hire(OLD, PASSWORD).await;
    let request = magic_links::email::LoginOrSignupRequest::new(&office.id, OLD);
    stytch
        .magic_links()
        .email()
        .login_or_signup(request)
        .await
        .unwrap();
    let token = office.token_to(OLD).await;
    let request = members::UpdateRequest::new(&office.id, &member_id).email_address(NEW);
    let moved = stytch
        .organizations()
        .members()
        .update(request)
        .await
        .unwrap();
    assert!(!moved.member.email_address_verified);
    assert!(moved.member.member_password_id.as_str().is_empty());

    let request = magic_links::AuthenticateRequest::new(token);
    let error = stytch
        .magic_links()
        .authenticate(request)
        .await
        .unwrap_err();
    refused(&error, 401, "unable_to_auth_magic_link");
    let error = office.log_in(NEW, PASSWORD).await.unwrap_err();
    refused(&error, 404, "member_password_not_found");
}

#[tokio::test]
async fn a_member_touches_nobody_elses_factors() {
    let office = Office::open().await;
    let members = office.stytch.organizations().members();
    office.hire(OLD, PASSWORD).await;
    let grace = office.hire("grace@example.com", PASSWORD).await;
    let login = office.log_in(OLD, PASSWORD).await.unwrap();
    let token = login.session_token.expose();
    let request = members::GetRequest::new(&office.id).member_id(&grace);
    let hers = members.get(request).await.unwrap().member;

    let request = members::DeletePasswordRequest::new(&office.id, &hers.member_password_id);
    let error = members
        .delete_password(request)
        .session_token(token)
        .await
        .unwrap_err();
    refused(&error, 403, "session_authorization_error");
    let request = members::DeleteTotpRequest::new(&office.id, &grace);
    let error = members
        .delete_totp(request)
        .session_token(token)
        .await
        .unwrap_err();
    refused(&error, 403, "session_authorization_error");
    let request = members::StartEmailUpdateRequest::new(&office.id, &grace, NEW);
    let error = members
        .start_email_update(request)
        .session_token(token)
        .await
        .unwrap_err();
    refused(&error, 403, "session_authorization_error");
    office.log_in("grace@example.com", PASSWORD).await.unwrap();

    // Without a session the app is trusted, and is told what is not there.
    let request = members::DeleteTotpRequest::new(&office.id, &grace);
    let error = members.delete_totp(request).await.unwrap_err();
    refused(&error, 404, "totp_not_found");
    let request = members::DeleteMfaPhoneNumberRequest::new(&office.id, &grace);
    let error = members.delete_mfa_phone_number(request).await.unwrap_err();
    refused(&error, 404, "member_phone_number_not_found");
}

#[tokio::test]
async fn a_phone_number_is_a_real_one_and_nobody_elses() {
    let office = Office::open().await;
    let organizations = office.stytch.organizations();
    let create = |email: &str, number: &str| {
        let request = members::CreateRequest::new(&office.id, email).mfa_phone_number(number);
        organizations.members().create(request)
    };
    let update = |id: &MemberId, number: &str| {
        let request = members::UpdateRequest::new(&office.id, id).mfa_phone_number(number);
        organizations.members().update(request)
    };
    for number in ["12", "2025550123", "+0123456789", "+1202555012x"] {
        let refusal = create("ada@acme.com", number).await.unwrap_err();
        refused(&refusal, 400, "invalid_phone_number");
    }
    let ada = create("ada@acme.com", "+12025550123").await.unwrap();
    assert!(!ada.member.mfa_phone_number_verified);
    let taken = create("grace@acme.com", "+12025550123").await.unwrap_err();
    refused(&taken, 400, "duplicate_member_phone_number");
    let grace = members::CreateRequest::new(&office.id, "grace@acme.com");
    let grace = organizations
        .members()
        .create(grace)
        .await
        .unwrap()
        .member_id;
    for (number, error_type) in [
        ("+12025550123", "duplicate_member_phone_number"),
        ("by pigeon", "invalid_phone_number"),
    ] {
        let refusal = update(&grace, number).await.unwrap_err();
        refused(&refusal, 400, error_type);
    }
    let second = update(&ada.member_id, "+12025550124").await.unwrap_err();
    refused(&second, 400, "duplicate_member_phone_number_for_member");
    let same = update(&ada.member_id, "+12025550123").await.unwrap();
    assert_eq!(same.member.mfa_phone_number, "+12025550123");
}

#[tokio::test]
async fn links_to_a_member_who_was_deleted_are_void_even_after_the_return() {
    let office = Office::open().await;
    let id = office.hire("ada@acme.com", PASSWORD).await;
    let request = magic_links::email::LoginOrSignupRequest::new(&office.id, "ada@acme.com");
    let links = office.stytch.magic_links();
    links.email().login_or_signup(request).await.unwrap();
    let token = office.token_to("ada@acme.com").await;
    let follow = || links.authenticate(magic_links::AuthenticateRequest::new(&*token));
    let everybody = office.stytch.organizations().members();
    let request = members::DeleteRequest::new(&office.id, &id);
    everybody.delete(request).await.unwrap();
    refused(
        &follow().await.unwrap_err(),
        401,
        "unable_to_auth_magic_link",
    );
    let request = members::ReactivateRequest::new(&office.id, &id);
    everybody.reactivate(request).await.unwrap();
    refused(
        &follow().await.unwrap_err(),
        401,
        "unable_to_auth_magic_link",
    );
    office.log_in("ada@acme.com", PASSWORD).await.unwrap();
}

#[tokio::test]
async fn an_admin_searches_the_own_organization_alone() {
    let office = Office::open().await;
    office.hire("ada@acme.com", PASSWORD).await;
    let other = organizations::CreateRequest::new("Other");
    let other = office.stytch.organizations().create(other).await.unwrap();
    let other = other.organization.organization_id;
    let login = office.log_in("ada@acme.com", PASSWORD);
    let login = login.await.unwrap();
    let request = members::UpdateRequest::new(&office.id, &login.member_id).roles(["stytch_admin"]);
    let everybody = office.stytch.organizations().members();
    everybody.update(request).await.unwrap();
    let search = |ids: Vec<OrganizationId>| {
        let call = everybody.search(members::SearchRequest::new(ids));
        call.session_token(login.session_token.clone())
    };
    let found = search(vec![office.id.clone()]).await.unwrap();
    assert_eq!(found.members.len(), 1);
    for ids in [vec![other.clone()], vec![office.id.clone(), other]] {
        let refusal = search(ids).await.unwrap_err();
        refused(&refusal, 403, "session_authorization_tenancy_error");
    }
}

#[tokio::test]
async fn nothing_is_left_of_the_members_of_an_organization_that_is_gone() {
    let office = Office::open().await;
    office.hire("ada@acme.com", PASSWORD).await;
    office.enroll_app("ada@acme.com", PASSWORD).await;
    let metrics = || async {
        let metrics = office.stytch.project().metrics().await.unwrap().metrics;
        metrics.iter().map(|metric| metric.count).sum::<u32>()
    };
    assert_eq!(metrics().await, 2);
    let request = organizations::DeleteRequest::new(&office.id);
    office.stytch.organizations().delete(request).await.unwrap();
    assert_eq!(metrics().await, 0);
    let url = format!("{}/_emulator/export", office.emulator.url());
    let export: serde_json::Value = reqwest::get(url).await.unwrap().json().await.unwrap();
    for table in ["members", "sessions", "passwords", "totps", "locks"] {
        assert_eq!(export.get(table), None, "{table}");
    }
}
