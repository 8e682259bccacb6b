//! Who leaves takes everything along that somebody could still use, and comes back without it.

use std::time::Duration;

use serde_json::{Value, json};
use stytch_b2b::organizations::members::{self, EmailUpdateMethod};
use stytch_b2b::organizations::{self, MemberStatus, MfaMethod};
use stytch_b2b::otps::{email, sms};
use stytch_b2b::rbac::organizations::SetOrgPolicyRequest;
use stytch_b2b::rbac::{OrgPolicy, PolicyRole};
use stytch_b2b::{Error, MemberId, Secret, passwords, totps};
use stytch_emulator::Device;

use crate::common::{Office, refused};

const ADA: &str = "ada@acme.com";
const ELSEWHERE: &str = "ada@elsewhere.example";
const PHONE: &str = "+12025550162";
const PASSWORD: &str = "correct horse battery staple";

impl Office {
    async fn create(&self, request: members::CreateRequest) -> members::CreateResponse {
        let made = self.stytch.organizations().members().create(request);
        made.await.unwrap()
    }

    async fn update(&self, request: members::UpdateRequest) -> organizations::Member {
        let updated = self.stytch.organizations().members().update(request);
        updated.await.unwrap().member
    }

    async fn delete(&self, id: &MemberId) {
        let request = members::DeleteRequest::new(&self.id, id);
        let deleted = self.stytch.organizations().members().delete(request);
        deleted.await.unwrap();
    }

    async fn reactivate(&self, id: &MemberId) -> Result<organizations::Member, Error> {
        let request = members::ReactivateRequest::new(&self.id, id);
        let members = self.stytch.organizations().members();
        Ok(members.reactivate(request).await?.member)
    }

    async fn leave_and_come_back(&self, id: &MemberId) {
        self.delete(id).await;
        self.reactivate(id).await.unwrap();
    }

    /// A login that owes the second factor.
    async fn begin(&self) -> Secret {
        let login = self.log_in(ADA, PASSWORD).await.unwrap();
        assert!(!login.member_authenticated);
        login.intermediate_session_token
    }

    async fn end(&self, id: &MemberId, begun: Secret, key: &str) -> Error {
        let code = self.emulator.totp_code(key).unwrap();
        let request =
            totps::AuthenticateRequest::new(&self.id, id, code).intermediate_session_token(begun);
        self.stytch.totps().authenticate(request).await.unwrap_err()
    }

    async fn come_with_code(&self, address: &str, code: String) -> Error {
        let request = email::AuthenticateRequest::new(&self.id, address, code);
        let login = self.stytch.otps().email().authenticate(request).await;
        login.unwrap_err()
    }

    async fn export(&self) -> Value {
        let url = format!("{}/_emulator/export", self.emulator.url());
        reqwest::get(url).await.unwrap().json().await.unwrap()
    }
}

#[tokio::test]
async fn what_others_have_got_meanwhile_stays_theirs_when_a_member_comes_back() {
    let office = Office::open().await;
    let request = members::CreateRequest::new(&office.id, "countess@acme.com")
        .external_id("the-first")
        .mfa_phone_number(PHONE);
    let ada = office.create(request).await.member_id;
    let request = members::UpdateRequest::new(&office.id, &ada).email_address(ADA);
    let moved = office.update(request).await;
    assert_eq!(moved.retired_email_addresses.len(), 1);
    let token = office.stytch.magic_links().email();
    let invited = stytch_b2b::magic_links::email::LoginOrSignupRequest::new(&office.id, ADA);
    token.login_or_signup(invited).await.unwrap();
    let token = office.token_to(ADA).await;
    let request = stytch_b2b::magic_links::AuthenticateRequest::new(token);
    office
        .stytch
        .magic_links()
        .authenticate(request)
        .await
        .unwrap();
    office.delete(&ada).await;
    let request = members::CreateRequest::new(&office.id, "countess@acme.com")
        .external_id("the-first")
        .mfa_phone_number(PHONE);
    let grace = office.create(request).await.member_id;

    let back = office.reactivate(&ada).await.unwrap();
    assert_eq!(back.status, MemberStatus::Active);
    assert_eq!(back.external_id, None);
    assert_eq!(back.mfa_phone_number, "");
    assert_eq!(back.retired_email_addresses, []);
    let request = members::GetRequest::new(&office.id).member_id("the-first");
    let found = office.stytch.organizations().members().get(request);
    assert_eq!(found.await.unwrap().member_id, grace);
}

#[tokio::test]
async fn nobody_comes_back_with_an_address_that_somebody_else_has_had_since() {
    let office = Office::open().await;
    let ada = office.hire(ADA, PASSWORD).await;
    office.delete(&ada).await;
    let next = office.create(members::CreateRequest::new(&office.id, ADA));
    let next = next.await.member_id;
    let request = members::UpdateRequest::new(&office.id, &next).email_address(ELSEWHERE);
    office.update(request).await;
    let error = office.reactivate(&ada).await.unwrap_err();
    refused(&error, 400, "reactivation_email_belongs_to_another_member");
}

#[tokio::test]
async fn a_login_that_was_begun_before_a_member_was_deleted_is_never_ended() {
    let office = Office::open().await;
    let ada = office.hire(ADA, PASSWORD).await;
    let key = office.enroll_app(ADA, PASSWORD).await;
    let begun = office.begin().await;
    office.leave_and_come_back(&ada).await;
    let error = office.end(&ada, begun, &key).await;
    refused(&error, 404, "intermediate_session_not_found");
}

#[tokio::test]
async fn a_password_that_was_shown_is_no_proof_of_whoever_gets_the_address_next() {
    let office = Office::open().await;
    let ada = office.hire(ADA, PASSWORD).await;
    office.enroll_app(ADA, PASSWORD).await;
    let begun = office.begin().await;
    let request = members::UpdateRequest::new(&office.id, &ada)
        .email_address(ELSEWHERE)
        .unlink_email(true);
    office.update(request).await;
    let grace = office.create(members::CreateRequest::new(&office.id, ADA));
    let grace = grace.await.member_id;
    let request = sms::SendRequest::new(&office.id, grace)
        .mfa_phone_number(PHONE)
        .intermediate_session_token(begun);
    let error = office.stytch.otps().sms().send(request).await.unwrap_err();
    refused(&error, 404, "intermediate_session_not_found");
}

#[tokio::test]
async fn a_login_that_was_begun_with_the_old_password_is_never_ended() {
    let office = Office::open().await;
    let ada = office.hire(ADA, PASSWORD).await;
    let key = office.enroll_app(ADA, PASSWORD).await;
    let begun = office.begin().await;
    let next = "violet umbrella 88 rocks";
    let request = passwords::existing_password::ResetRequest::new(ADA, PASSWORD, next, &office.id);
    let reset = office.stytch.passwords().existing_password().reset(request);
    let own = reset.await.unwrap().intermediate_session_token;
    let error = office.end(&ada, begun, &key).await;
    refused(&error, 404, "intermediate_session_not_found");
    // the one that has come of it is
    office.emulator.clock().advance(Duration::from_secs(60));
    let code = office.emulator.totp_code(&key).unwrap();
    let request =
        totps::AuthenticateRequest::new(&office.id, &ada, code).intermediate_session_token(own);
    office.stytch.totps().authenticate(request).await.unwrap();
}

#[tokio::test]
async fn codes_to_a_member_who_was_deleted_are_void_even_after_the_return() {
    let office = Office::open().await;
    let ada = office.hire(ADA, PASSWORD).await;
    let request = email::LoginOrSignupRequest::new(&office.id, ADA);
    let sent = office.stytch.otps().email().login_or_signup(request);
    sent.await.unwrap();
    let code = office.code_to(ADA).await;
    office.leave_and_come_back(&ada).await;
    let error = office.come_with_code(ADA, code).await;
    refused(&error, 404, "otp_code_not_found");
}

#[tokio::test]
async fn a_move_to_another_address_ends_with_the_membership() {
    let office = Office::open().await;
    let ada = office.hire(ADA, PASSWORD).await;
    let request = members::StartEmailUpdateRequest::new(&office.id, &ada, ELSEWHERE)
        .delivery_method(EmailUpdateMethod::EmailOtp);
    let members = office.stytch.organizations().members();
    members.start_email_update(request).await.unwrap();
    let code = office.code_to(ELSEWHERE).await;
    office.leave_and_come_back(&ada).await;
    let error = office.come_with_code(ELSEWHERE, code).await;
    refused(&error, 404, "otp_code_not_found");
}

#[tokio::test]
async fn a_code_that_was_texted_is_void_once_the_number_is_taken_off() {
    let office = Office::open().await;
    let ada = office.hire(ADA, PASSWORD).await;
    let login = office.log_in(ADA, PASSWORD).await.unwrap();
    let request = members::UpdateRequest::new(&office.id, &ada)
        .mfa_phone_number(PHONE)
        .default_mfa_method(MfaMethod::SmsOtp);
    office.update(request).await;
    let text = || sms::SendRequest::new(&office.id, &ada).session_token(&login.session_token);
    office.stytch.otps().sms().send(text()).await.unwrap();
    let code = office.code_to(PHONE).await;
    let request = members::DeleteMfaPhoneNumberRequest::new(&office.id, &ada);
    let members = office.stytch.organizations().members();
    let without = members.delete_mfa_phone_number(request).await.unwrap();
    assert_eq!(without.member.default_mfa_method, MfaMethod::default());
    let request = members::UpdateRequest::new(&office.id, &ada).mfa_phone_number(PHONE);
    office.update(request).await;
    let request =
        sms::AuthenticateRequest::new(&office.id, &ada, code).session_token(&login.session_token);
    let login = office.stytch.otps().sms().authenticate(request).await;
    refused(&login.unwrap_err(), 404, "otp_code_not_found");
}

#[tokio::test]
async fn what_was_on_its_way_goes_with_an_organization() {
    let office = Office::open().await;
    office.emulator.add_device(Device::new("visit"));
    let ada = office.hire(ADA, PASSWORD).await;
    let request = stytch_b2b::passwords::AuthenticateRequest::new(&office.id, ADA, PASSWORD)
        .telemetry_id("visit");
    office
        .stytch
        .passwords()
        .authenticate(request)
        .await
        .unwrap();
    let request = members::UpdateRequest::new(&office.id, ada).mfa_enrolled(true);
    office.update(request).await;
    office.begin().await;
    let request = email::LoginOrSignupRequest::new(&office.id, ADA);
    let sent = office.stytch.otps().email().login_or_signup(request);
    sent.await.unwrap();
    let tables = ["codes", "intermediate_sessions", "sightings"];
    let before = office.export().await;
    for table in tables {
        assert_ne!(before.get(table), None, "{table}");
    }
    let request = organizations::DeleteRequest::new(&office.id);
    office.stytch.organizations().delete(request).await.unwrap();
    let after = office.export().await;
    for table in tables {
        assert_eq!(after.get(table), None, "{table}");
    }
}

#[tokio::test]
async fn a_role_that_an_organization_takes_back_is_nobodys_when_it_comes_again() {
    let office = Office::open().await;
    let policy = |names: &[&str]| {
        let mut policy = OrgPolicy::default();
        let role = |name: &&str| {
            let mut role = PolicyRole::default();
            role.role_id = (*name).to_owned();
            role
        };
        policy.roles = names.iter().map(role).collect();
        let request = SetOrgPolicyRequest::new(&office.id, policy);
        let organizations = office.stytch.rbac().organizations();
        async move { organizations.set_org_policy(request).await.unwrap() }
    };
    policy(&["editor", "reader"]).await;
    let rule = organizations::EmailImplicitRoleAssignment::new("acme.com", "editor");
    let request =
        organizations::UpdateRequest::new(&office.id).rbac_email_implicit_role_assignments([rule]);
    office.stytch.organizations().update(request).await.unwrap();
    let ada = office.hire(ADA, PASSWORD).await;
    let request = members::UpdateRequest::new(&office.id, &ada).roles(["editor", "reader"]);
    let roles = |member: organizations::Member| -> Vec<String> {
        let roles = member.roles.into_iter();
        roles.map(|role| role.role_id).collect()
    };
    let all = ["stytch_member", "editor", "reader"];
    assert_eq!(roles(office.update(request).await), all);
    policy(&["reader"]).await;
    let request = organizations::UpdateRequest::new(&office.id).organization_name("Acme");
    office.stytch.organizations().update(request).await.unwrap();
    policy(&["editor", "reader"]).await;
    let request = members::GetRequest::new(&office.id).member_id(&ada);
    let found = office.stytch.organizations().members().get(request);
    let found = found.await.unwrap().member;
    assert_eq!(roles(found), ["stytch_member", "reader"]);
}

#[tokio::test]
async fn a_role_that_the_project_takes_back_is_nobodys_when_it_comes_again() {
    let office = Office::open().await;
    let with = |settings: &mut Value| {
        let roles = settings["policy"]["roles"].as_array_mut().unwrap();
        roles.push(json!({ "role_id": "editor", "description": "", "permissions": [] }));
    };
    office.set(with).await;
    let request = members::CreateRequest::new(&office.id, ADA).roles(["editor"]);
    let ada = office.create(request).await.member_id;
    office
        .set(|settings| drop(settings["policy"]["roles"].as_array_mut().unwrap().pop()))
        .await;
    office.set(with).await;
    let request = members::GetRequest::new(&office.id).member_id(&ada);
    let found = office.stytch.organizations().members().get(request);
    let roles = found.await.unwrap().member.roles;
    assert_eq!(roles.len(), 1, "{roles:?}");
}
