//! People with passwords: set, used, changed, forgotten, brought along.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

mod common;

use std::time::Duration;

use common::{Office, refused};
use serde_json::{Value, json};
use stytch_b2b::organizations::{AuthMethod, MethodPolicy, members};
use stytch_b2b::password_hashes::{
    Argon2Config, HashType, Md5Config, Pbkdf2Algorithm, Pbkdf2Config, ScryptConfig, Sha512Config,
};
use stytch_b2b::passwords::{self, discovery, email, existing_password, sessions};
use stytch_b2b::{discovery as found, organizations};

const EMAIL: &str = "ada@example.com";
const PASSWORD: &str = "correct horse battery staple";
const BETTER: &str = "a much better one than before";

#[tokio::test]
async fn a_member_who_forgot_the_password_sets_another_by_mail_and_is_logged_out_elsewhere() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    office.hire(EMAIL, PASSWORD).await;
    let elsewhere = office.log_in(EMAIL, PASSWORD).await.unwrap().session_token;

    let request = email::ResetStartRequest::new(&office.id, EMAIL);
    stytch
        .passwords()
        .email()
        .reset_start(request)
        .await
        .unwrap();
    let token = office.token_to(EMAIL).await;
    let mail = office.emulator.messages().to(EMAIL).all().pop().unwrap();
    let query = "?slug=acme-co&stytch_redirect_type=reset_password&stytch_token_type=multi_tenant_passwords&token=";
    assert!(mail.link.unwrap().contains(query));

    // What is too easy or known from a leak is refused, and the link still works.
    for (password, error_type) in [
        ("hunter2", "weak_password"),
        ("qwertyuiop", "breached_password"),
    ] {
        let request = email::ResetRequest::new(&*token, password);
        let error = stytch.passwords().email().reset(request).await.unwrap_err();
        refused(&error, 400, error_type);
    }
    let request = email::ResetRequest::new(&*token, BETTER);
    let reset = stytch.passwords().email().reset(request).await.unwrap();
    assert!(reset.member_authenticated);
    let request = email::ResetRequest::new(token, PASSWORD);
    let error = stytch.passwords().email().reset(request).await.unwrap_err();
    refused(&error, 401, "unable_to_auth_password_reset_token");

    let request = stytch_b2b::sessions::AuthenticateRequest::new().session_token(elsewhere);
    let error = stytch.sessions().authenticate(request).await.unwrap_err();
    refused(&error, 404, "session_not_found");
    let error = office.log_in(EMAIL, PASSWORD).await.unwrap_err();
    refused(&error, 401, "unauthorized_credentials");
    office.log_in(EMAIL, BETTER).await.unwrap();
}

#[tokio::test]
async fn a_reset_link_is_good_for_half_an_hour() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    office.hire(EMAIL, PASSWORD).await;
    let request = email::ResetStartRequest::new(&office.id, EMAIL);
    stytch
        .passwords()
        .email()
        .reset_start(request)
        .await
        .unwrap();
    let token = office.token_to(EMAIL).await;
    office
        .emulator
        .clock()
        .advance(Duration::from_secs(30 * 60));
    let request = email::ResetRequest::new(token, BETTER);
    let error = stytch.passwords().email().reset(request).await.unwrap_err();
    refused(&error, 401, "unable_to_auth_password_reset_token");

    let request = email::ResetStartRequest::new(&office.id, "nobody@example.com");
    let error = stytch
        .passwords()
        .email()
        .reset_start(request)
        .await
        .unwrap_err();
    refused(&error, 404, "member_not_found");
    let error = office
        .log_in("nobody@example.com", PASSWORD)
        .await
        .unwrap_err();
    refused(&error, 404, "member_not_found");
    let request = members::CreateRequest::new(&office.id, "new@example.com");
    stytch
        .organizations()
        .members()
        .create(request)
        .await
        .unwrap();
    let error = office
        .log_in("new@example.com", PASSWORD)
        .await
        .unwrap_err();
    refused(&error, 404, "member_password_not_found");
}

#[tokio::test]
async fn a_member_changes_the_password_by_the_old_one_and_by_a_session() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    office.hire(EMAIL, PASSWORD).await;
    let change = |old: &str| existing_password::ResetRequest::new(EMAIL, old, BETTER, &office.id);
    let passwords = stytch.passwords();
    let error = passwords
        .existing_password()
        .reset(change("not this"))
        .await;
    refused(&error.unwrap_err(), 401, "unauthorized_credentials");
    let login = passwords
        .existing_password()
        .reset(change(PASSWORD))
        .await
        .unwrap();
    office.log_in(EMAIL, BETTER).await.unwrap();

    // By a session, as long as its last proof is fresh.
    let token = login.session_token;
    let by_session =
        || sessions::ResetRequest::new(&office.id, PASSWORD).session_token(token.clone());
    passwords.sessions().reset(by_session()).await.unwrap();
    office.emulator.clock().advance(Duration::from_secs(6 * 60));
    let error = passwords.sessions().reset(by_session()).await.unwrap_err();
    refused(&error, 400, "session_too_old_to_reset_password");
}

#[tokio::test]
async fn a_form_is_told_how_good_a_password_is() {
    let office = Office::open().await;
    let passwords = office.stytch.passwords();
    let request = passwords::StrengthCheckRequest::new("p@ssword1").email_address(EMAIL);
    let check = passwords.strength_check(request).await.unwrap();
    assert!(!check.valid_password);
    assert!(check.breached_password);
    assert!(check.score < 3);
    let feedback = check.zxcvbn_feedback.unwrap();
    assert!(!feedback.warning.is_empty());
    let request = passwords::StrengthCheckRequest::new(PASSWORD).email_address(EMAIL);
    let check = passwords.strength_check(request).await.unwrap();
    assert!(check.valid_password);

    // Under the other policy it says what is missing.
    settings(&office, |settings| {
        settings["passwords"]["policy"] = "luds".into();
    })
    .await;
    let request = passwords::StrengthCheckRequest::new("abc1");
    let check = passwords.strength_check(request).await.unwrap();
    assert_eq!(check.strength_policy.as_str(), "luds");
    let feedback = check.luds_feedback.unwrap();
    assert!(feedback.has_lower_case && feedback.has_digit && !feedback.has_symbol);
    assert_eq!(
        (feedback.missing_complexity, feedback.missing_characters),
        (1, 4)
    );
    assert!(!check.valid_password);
}

/// Changes the settings of the project.
async fn settings(office: &Office, change: impl FnOnce(&mut Value)) {
    let url = format!("{}/_emulator/settings", office.emulator.url());
    let http = reqwest::Client::new();
    let answer = http.get(&url).send().await.unwrap();
    let mut settings: Value = serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap();
    change(&mut settings);
    let answer = http
        .put(&url)
        .body(settings.to_string())
        .send()
        .await
        .unwrap();
    assert!(
        answer.status().is_success(),
        "{}",
        answer.text().await.unwrap()
    );
}

#[tokio::test]
async fn a_team_moves_over_with_the_hashes_that_it_has() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    let request = |email: &str, hash: &str, hash_type: HashType| {
        passwords::MigrateRequest::new(email, hash, hash_type, &office.id)
    };
    // Made by other programs.
    let argon =
        "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA";
    let argon_hex = "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7";
    let phpass = "$P$984478476IagS59wHZvyQMArzfx58u.";
    let hashes = [
        request(
            "bcrypt@example.com",
            "$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW",
            HashType::Bcrypt,
        ),
        request(
            "md5@example.com",
            "5f4dcc3b5aa765d61d8327deb882cf99",
            HashType::Md5,
        ),
        request(
            "sha1@example.com",
            "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8",
            HashType::Sha1,
        ),
        request("phpass@example.com", phpass, HashType::Phpass),
        request("argon@example.com", argon, HashType::Argon2i),
        request("hex@example.com", argon_hex, HashType::Argon2id)
            .argon_2_config(Argon2Config::new("somesalt", 2, 65536, 1, 32)),
    ];
    for migration in hashes {
        let moved = stytch.passwords().migrate(migration).await.unwrap();
        assert!(moved.member_created);
        assert!(moved.member.email_address_verified);
    }
    settings(&office, |settings| {
        settings["passwords"]["check_breach_on_authentication"] = false.into();
    })
    .await;
    for (email, password) in [
        ("bcrypt@example.com", "secret"),
        ("argon@example.com", "password"),
        ("hex@example.com", "password"),
        ("md5@example.com", "password"),
        ("sha1@example.com", "password"),
        ("phpass@example.com", "hashcat"),
    ] {
        let login = office.log_in(email, password).await;
        assert!(login.is_ok(), "{email}: {login:?}");
        let error = office.log_in(email, "something else").await.unwrap_err();
        refused(&error, 401, "unauthorized_credentials");
    }

    // RFC 7914, section 12.
    let scrypt =
        "/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWIurzDZLiKjiG/xCSedmDDaxyevuUqD7m2DYMvfoswGQA==";
    let migration = request("scrypt@example.com", scrypt, HashType::Scrypt)
        .scrypt_config(ScryptConfig::new("TmFDbA==", 1024, 8, 16, 64));
    stytch.passwords().migrate(migration).await.unwrap();
    office
        .log_in("scrypt@example.com", "password")
        .await
        .unwrap();
    let pbkdf = "YywoEuRtRgQQK6dhjp1tfS+BKPYma0oDJk0qBGC33LM=";
    let config = |length| Pbkdf2Config::new("c2FsdA==", 1000, length, Pbkdf2Algorithm::Sha256);
    let migration = || request("pbkdf@example.com", pbkdf, HashType::Pbkdf2);
    stytch
        .passwords()
        .migrate(migration().pbkdf_2_config(config(32)))
        .await
        .unwrap();
    office
        .log_in("pbkdf@example.com", "password")
        .await
        .unwrap();
    let migration = migration().pbkdf_2_config(config(20));
    let error = stytch.passwords().migrate(migration).await.unwrap_err();
    refused(&error, 400, "pbkdf_2_key_length_mismatch");
    let peppered = "7542291488234e03d5c2cc832aaf77449b65fd92d6021ded11bdfaa51b565f47acf7dd28a6138ad7d6ed4a2ed57ffc4719db0423cc43a9311f7c08ef2ee95e54";
    let migration = request("pepper@example.com", peppered, HashType::Sha512)
        .sha_512_config(Sha512Config::new("", "pepper"));
    stytch.passwords().migrate(migration).await.unwrap();
    office
        .log_in("pepper@example.com", "password")
        .await
        .unwrap();
    let salted = request(
        "salted@example.com",
        "67a1e09bb1f83f5007dc119c14d663aa",
        HashType::Md5,
    )
    .md_5_config(Md5Config::new("salt", ""));
    stytch.passwords().migrate(salted).await.unwrap();
    office
        .log_in("salted@example.com", "password")
        .await
        .unwrap();

    // Nobody gets a second password this way, and what is no hash is refused.
    for (migration, error_type) in [
        (
            request(
                "md5@example.com",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                HashType::Md5,
            ),
            "password_already_exists",
        ),
        (
            request("a@example.com", "5f4dcc", HashType::Md5),
            "invalid_md_5_hash",
        ),
        (
            request("b@example.com", "$2b$nothing", HashType::Bcrypt),
            "invalid_bcrypt_hash",
        ),
        (
            request("c@example.com", "text", HashType::Phpass),
            "invalid_phpass_hash_prefix",
        ),
        (
            request("d@example.com", "text", HashType::Scrypt),
            "invalid_scrypt_parameters",
        ),
        (
            request("e@example.com", "text", HashType::from("rot13")),
            "invalid_hash_type",
        ),
    ] {
        let error = stytch.passwords().migrate(migration).await.unwrap_err();
        refused(&error, 400, error_type);
    }
}

#[tokio::test]
async fn a_guesser_is_locked_out_for_an_hour_and_so_is_the_member() {
    let office = Office::open().await;
    let member_id = office.hire(EMAIL, PASSWORD).await;
    settings(&office, |settings| {
        settings["user_locks"] = json!({ "is_on": true, "threshold": 3, "minutes": 60 });
    })
    .await;
    for _ in 0..3 {
        let error = office.log_in(EMAIL, "a guess").await.unwrap_err();
        refused(&error, 401, "unauthorized_credentials");
    }
    let error = office.log_in(EMAIL, PASSWORD).await.unwrap_err();
    refused(&error, 429, "user_lock_limit_reached");
    let request = members::GetRequest::new(&office.id).member_id(&member_id);
    let members = office.stytch.organizations().members();
    let member = members.get(request.clone()).await.unwrap().member;
    assert!(member.is_locked);
    assert!(member.lock_expires_at > member.lock_created_at);

    office
        .emulator
        .clock()
        .advance(Duration::from_secs(60 * 60));
    office.log_in(EMAIL, PASSWORD).await.unwrap();
    assert!(!members.get(request).await.unwrap().member.is_locked);
    // A login in between starts the count anew.
    for _ in 0..2 {
        office.log_in(EMAIL, "a guess").await.unwrap_err();
        office.log_in(EMAIL, "a guess").await.unwrap_err();
        office.log_in(EMAIL, PASSWORD).await.unwrap();
    }
}

#[tokio::test]
async fn an_organization_without_passwords_takes_none_and_deleted_ones_are_gone() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    let member_id = office.hire(EMAIL, PASSWORD).await;
    let request = members::GetRequest::new(&office.id).member_id(&member_id);
    let member = stytch
        .organizations()
        .members()
        .get(request)
        .await
        .unwrap()
        .member;
    let request = members::DeletePasswordRequest::new(&office.id, &member.member_password_id);
    // Members may delete their own.
    let login = office.log_in(EMAIL, PASSWORD).await.unwrap();
    let members = stytch.organizations().members();
    let gone = members
        .delete_password(request.clone())
        .session_token(login.session_token.expose())
        .await
        .unwrap();
    assert!(gone.member.member_password_id.as_str().is_empty());
    let error = members.delete_password(request).await.unwrap_err();
    refused(&error, 404, "member_password_not_found");

    let request = organizations::UpdateRequest::new(&office.id)
        .auth_methods(MethodPolicy::Restricted)
        .allowed_auth_methods([AuthMethod::MagicLink]);
    stytch.organizations().update(request).await.unwrap();
    let error = office.log_in(EMAIL, PASSWORD).await.unwrap_err();
    refused(
        &error,
        400,
        "operation_restricted_by_organization_auth_methods",
    );
}

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

    settings(&office, |settings| {
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
async fn people_of_a_seed_have_passwords_and_apps_and_keep_them_through_an_export() {
    const SEED: &str = "
organizations:
  - organization_name: Acme Co
members:
  - organization_id: acme-co
    member_id: member-test-1
    email_address: ada@example.com
    mfa_enrolled: true
    totp_registration_id: member-totp-test-1
passwords:
  - owner: member-test-1
    password: correct horse battery staple
totps:
  - id: member-totp-test-1
    owner: member-test-1
    secret: JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP
    recovery_codes:
      - { id: totp-recovery-code-test-1, code: abcd-efgh-ijkl }
";
    let emulator = stytch_emulator::Emulator::start().await.unwrap();
    emulator.seed(SEED).unwrap();
    let http = reqwest::Client::new();
    let export = || async {
        let url = format!("{}/_emulator/export", emulator.url());
        http.get(url).send().await.unwrap().text().await.unwrap()
    };
    let before = export().await;
    let import = format!("{}/_emulator/import", emulator.url());
    let answer = http.post(import).body(before.clone()).send().await.unwrap();
    assert!(
        answer.status().is_success(),
        "{}",
        answer.text().await.unwrap()
    );
    assert_eq!(export().await, before);

    let stytch = emulator.b2b_client();
    let request = passwords::AuthenticateRequest::new("acme-co", EMAIL, PASSWORD);
    let login = stytch.passwords().authenticate(request).await.unwrap();
    let options = login.mfa_required.unwrap().member_options.unwrap();
    assert_eq!(options.totp_registration_id.as_str(), "member-totp-test-1");
    let request = stytch_b2b::recovery_codes::RecoverRequest::new(
        "acme-co",
        "member-test-1",
        "abcd-efgh-ijkl",
    )
    .intermediate_session_token(login.intermediate_session_token);
    let saved = stytch.recovery_codes().recover(request).await.unwrap();
    assert_eq!(saved.recovery_codes_remaining, 0);
}
