//! Users as an app keeps them: created, changed, found and deleted, over HTTP.

use std::time::Duration;

use crate::common::{for_users, refused};
use serde_json::json;
use stytch_consumer::users::{SearchUsersQuery, UserFilter, UserStatus};
use stytch_consumer::{Client, Error, SearchOperator, magic_links, passwords, sessions, users};

const PHONE: &str = "+12025550162";

async fn create(stytch: &Client, email: &str) -> users::User {
    let request = users::CreateRequest::new().email(email);
    stytch.users().create(request).await.unwrap().user
}

#[tokio::test]
async fn an_app_brings_its_users_along() {
    let (_emulator, stytch) = for_users().await;
    let request = users::CreateRequest::new()
        .email("Ada@Example.com")
        .phone_number(PHONE)
        .name(users::Name::new().first_name("Ada"))
        .trusted_metadata(json!({"plan": "pro"}))
        .external_id("customer-1815");
    let created = stytch.users().create(request).response().await.unwrap();
    assert_eq!(created.status().as_u16(), 201);
    assert_eq!(created.status_code, 201);
    let user = &created.user;
    assert_eq!(user.emails[0].email, "ada@example.com");
    assert_eq!(user.emails[0].email_id, created.email_id);
    assert_eq!(user.phone_numbers[0].phone_id, created.phone_id);
    assert!(!user.emails[0].verified && !user.phone_numbers[0].verified);
    assert_eq!(user.status, UserStatus::Active);

    // By the app's own id as by the service's.
    for id in ["customer-1815", user.user_id.as_str()] {
        let found = stytch
            .users()
            .get(users::GetRequest::new(id))
            .await
            .unwrap();
        assert_eq!(found.user_id, user.user_id);
    }
    let taken = [
        (
            users::CreateRequest::new().email("ada@EXAMPLE.com"),
            "duplicate_email",
        ),
        (
            users::CreateRequest::new().phone_number(PHONE),
            "duplicate_phone_number",
        ),
        (
            users::CreateRequest::new()
                .email("grace@example.com")
                .external_id("customer-1815"),
            "duplicate_user_external_id",
        ),
        (users::CreateRequest::new(), "invalid_create_user_request"),
        (users::CreateRequest::new().email("nobody"), "invalid_email"),
        (
            users::CreateRequest::new().phone_number("555"),
            "invalid_phone_number",
        ),
    ];
    for (request, error_type) in taken {
        let refusal = stytch.users().create(request).await.unwrap_err();
        refused(&refusal, 400, error_type);
    }
}

#[tokio::test]
async fn metadata_is_merged_and_names_are_changed_part_by_part() {
    let (_emulator, stytch) = for_users().await;
    let user = create(&stytch, "ada@example.com").await;
    let update = || users::UpdateRequest::new(&user.user_id);
    let request = update()
        .name(users::Name::new().first_name("Ada").last_name("Byron"))
        .trusted_metadata(json!({"plan": "pro", "seats": {"used": 3}}));
    stytch.users().update(request).await.unwrap();
    let request = update()
        .name(users::Name::new().last_name("Lovelace"))
        .trusted_metadata(json!({"plan": null, "seats": {"free": 2}}))
        .external_id("ada");
    let user = stytch.users().update(request).await.unwrap().user;
    let name = user.name.unwrap();
    assert_eq!(name.first_name.unwrap(), "Ada");
    assert_eq!(name.last_name.unwrap(), "Lovelace");
    assert_eq!(json!(user.trusted_metadata), json!({"seats": {"free": 2}}));

    let request = users::DeleteExternalIdRequest::new("ada");
    stytch.users().delete_external_id(request).await.unwrap();
    let gone = stytch
        .users()
        .get(users::GetRequest::new("ada"))
        .await
        .unwrap_err();
    refused(&gone, 404, "user_not_found");
    let docs = "https://stytch.com/docs/api/errors/404#user_not_found";
    assert_eq!(gone.error_url(), Some(docs));

    let many: serde_json::Map<_, _> = (0..21).map(|i| (i.to_string(), json!(i))).collect();
    let many = update().untrusted_metadata(json!(many));
    let many = stytch.users().update(many).await.unwrap_err();
    refused(&many, 400, "metadata_too_many_keys");
}

#[tokio::test]
async fn roles_that_the_policy_knows_decide_what_a_user_may() {
    let (emulator, stytch) = for_users().await;
    let policy = json!({"settings": {"user_policy": {
        "resources": [{"resource_id": "documents", "description": "", "actions": ["read", "edit"]}],
        "roles": [
            {"role_id": "stytch_user", "description": "", "permissions": []},
            {"role_id": "editor", "description": "", "permissions": [
                {"resource_id": "documents", "actions": ["*"]}
            ]},
        ],
        "scopes": [],
    }}});
    let seeded = reqwest::Client::new()
        .post(format!("{}/_emulator/seed", emulator.url()))
        .json(&policy)
        .send()
        .await
        .unwrap();
    assert_eq!(
        seeded.status().as_u16(),
        200,
        "{}",
        seeded.text().await.unwrap()
    );

    let request = passwords::CreateRequest::new("ada@example.com", "an engine made of brass")
        .session_duration_minutes(60);
    let login = stytch.passwords().create(request).await.unwrap();
    let check = || {
        sessions::AuthenticateRequest::new()
            .session_token(login.session_token.clone())
            .authorization_check(sessions::AuthorizationCheck::new("documents", "edit"))
    };
    let denied = stytch.sessions().authenticate(check()).await.unwrap_err();
    refused(&denied, 403, "consumer_session_authorization_error");

    let assign = |role: &str| users::UpdateRequest::new(&login.user_id).roles([role]);
    let unknown = stytch.users().update(assign("owner")).await.unwrap_err();
    refused(&unknown, 400, "invalid_rbac_role_id");
    let built_in = stytch
        .users()
        .update(assign("stytch_user"))
        .await
        .unwrap_err();
    refused(&built_in, 400, "cannot_assign_default_rbac_role_id");
    let editor = stytch.users().update(assign("editor")).await.unwrap().user;
    assert_eq!(editor.roles, ["stytch_user", "editor"]);

    let allowed = stytch.sessions().authenticate(check()).await.unwrap();
    assert_eq!(allowed.verdict.unwrap().granting_roles, ["editor"]);
    let jwt = allowed.session_jwt.expose();
    let session = stytch.sessions().authenticate_jwt_local(jwt).await.unwrap();
    session
        .require_permission("documents", "edit")
        .await
        .unwrap();
    let denied = session
        .require_permission("billing", "read")
        .await
        .unwrap_err();
    assert!(denied.is_forbidden(), "{denied}");
}

#[tokio::test]
async fn a_user_keeps_one_address_or_number() {
    let (_emulator, stytch) = for_users().await;
    let request = users::CreateRequest::new()
        .email("ada@example.com")
        .phone_number(PHONE);
    let user = stytch.users().create(request).await.unwrap();
    let email = || users::DeleteEmailRequest::new(&user.email_id);
    let without = stytch.users().delete_email(email()).await.unwrap();
    assert!(without.user.emails.is_empty());
    let again = stytch.users().delete_email(email()).await.unwrap_err();
    refused(&again, 404, "email_not_found");
    let last = users::DeletePhoneNumberRequest::new(&user.phone_id);
    let last = stytch.users().delete_phone_number(last).await.unwrap_err();
    refused(&last, 400, "cannot_delete_last_primary_factor");
    // The address is free.
    create(&stytch, "ada@example.com").await;

    let exchange = || users::ExchangePrimaryFactorRequest::new(&user.user_id);
    let taken = exchange().email_address("ada@example.com");
    let taken = stytch
        .users()
        .exchange_primary_factor(taken)
        .await
        .unwrap_err();
    refused(&taken, 400, "duplicate_email");
    let both = exchange()
        .email_address("a@example.com")
        .phone_number("+12025550163");
    let both = stytch
        .users()
        .exchange_primary_factor(both)
        .await
        .unwrap_err();
    refused(&both, 400, "invalid_exchange_primary_factor_fields");
    let request = exchange().email_address("ada@work.example");
    let exchanged = stytch
        .users()
        .exchange_primary_factor(request)
        .await
        .unwrap();
    assert!(exchanged.user.phone_numbers.is_empty());
    assert_eq!(exchanged.user.emails[0].email, "ada@work.example");
    assert!(!exchanged.user.emails[0].verified);
}

#[tokio::test]
async fn a_deleted_address_takes_its_logins_along() {
    let (emulator, stytch) = for_users().await;
    let request = users::CreateRequest::new()
        .email("ada@example.com")
        .phone_number(PHONE);
    let user = stytch.users().create(request).await.unwrap();
    let ask = magic_links::email::SendRequest::new("ada@example.com");
    stytch.magic_links().email().send(ask).await.unwrap();
    let token = emulator.messages().all().pop().unwrap().token.unwrap();
    let request = magic_links::AuthenticateRequest::new(token).session_duration_minutes(60);
    let login = stytch.magic_links().authenticate(request).await.unwrap();

    let request = users::DeleteEmailRequest::new(&user.email_id);
    stytch.users().delete_email(request).await.unwrap();
    let check = sessions::AuthenticateRequest::new().session_token(login.session_token);
    let gone = stytch.sessions().authenticate(check).await.unwrap_err();
    refused(&gone, 404, "session_not_found");
}

#[tokio::test]
async fn a_deleted_user_is_gone_with_all_sessions_and_may_come_back_as_another() {
    let (_emulator, stytch) = for_users().await;
    let request = passwords::CreateRequest::new("ada@example.com", "an engine made of brass")
        .session_duration_minutes(60);
    let signup = stytch.passwords().create(request).await.unwrap();
    let delete = || users::DeleteRequest::new(&signup.user_id);
    stytch.users().delete(delete()).await.unwrap();
    let again = stytch.users().delete(delete()).await.unwrap_err();
    refused(&again, 404, "user_not_found");
    let check = sessions::AuthenticateRequest::new().session_token(signup.session_token);
    let dead = stytch.sessions().authenticate(check).await.unwrap_err();
    refused(&dead, 404, "session_not_found");
    let other = create(&stytch, "ada@example.com").await;
    assert_ne!(other.user_id, signup.user_id);
    assert!(other.password.is_none());
}

#[tokio::test]
async fn an_office_finds_users_by_what_it_knows_of_them() {
    let (emulator, stytch) = for_users().await;
    let request = passwords::CreateRequest::new("ada@example.com", "an engine made of brass")
        .name(users::Name::new().first_name("Ada").last_name("Lovelace"));
    let ada = stytch.passwords().create(request).await.unwrap().user;
    emulator.clock().advance(Duration::from_secs(60));
    let request = users::CreateRequest::new()
        .phone_number(PHONE)
        .external_id("grace")
        .create_user_as_pending(true);
    let grace = stytch.users().create(request).await.unwrap().user;

    let search = |operator, filters: Vec<UserFilter>| async {
        let query = SearchUsersQuery::new(operator, filters);
        let request = users::SearchRequest::new().query(query);
        let found = stytch.users().search(request).await?;
        let ids = found.results.into_iter().map(|user| user.user_id);
        Ok::<Vec<_>, Error>(ids.collect())
    };
    let and = |filter| search(SearchOperator::And, vec![filter]);
    let later = ada.created_at.unwrap();
    for (filter, expected) in [
        (UserFilter::email_address(["ADA@example.com"]), &ada),
        (UserFilter::email_address_fuzzy("ada@ex"), &ada),
        (UserFilter::email_address_fuzzy("examp"), &ada),
        (UserFilter::email_id([&ada.emails[0].email_id]), &ada),
        (UserFilter::full_name_fuzzy("love"), &ada),
        (UserFilter::password_exists(true), &ada),
        (UserFilter::status(UserStatus::Active), &ada),
        (
            UserFilter::created_at_less_than(grace.created_at.unwrap()),
            &ada,
        ),
        (UserFilter::phone_number([PHONE]), &grace),
        (UserFilter::phone_number_fuzzy("0162"), &grace),
        (
            UserFilter::phone_id([&grace.phone_numbers[0].phone_id]),
            &grace,
        ),
        (UserFilter::user_id(["grace"]), &grace),
        (UserFilter::user_id([&grace.user_id]), &grace),
        (UserFilter::status(UserStatus::Pending), &grace),
        (UserFilter::created_at_greater_than(later), &grace),
    ] {
        let found = and(filter.clone()).await.unwrap();
        assert_eq!(found, std::slice::from_ref(&expected.user_id), "{filter:?}");
    }
    let none = search(
        SearchOperator::And,
        vec![
            UserFilter::password_exists(true),
            UserFilter::phone_number([PHONE]),
        ],
    );
    assert!(none.await.unwrap().is_empty());
    let both = search(
        SearchOperator::Or,
        vec![
            UserFilter::password_exists(true),
            UserFilter::phone_number([PHONE]),
        ],
    );
    assert_eq!(both.await.unwrap().len(), 2);

    for (filter, error_type) in [
        (
            UserFilter::full_name_fuzzy("lo"),
            "user_search_full_name_fuzzy_too_short",
        ),
        (
            UserFilter::user_id(["grace", ada.user_id.as_str()]),
            "user_search_cannot_mix_internal_and_external_user_ids",
        ),
    ] {
        let refusal = and(filter).await.unwrap_err();
        refused(&refusal, 400, error_type);
    }
}

#[tokio::test]
async fn names_are_found_by_how_they_begin_in_whatever_case() {
    for (text, part, is_begin) in [
        ("Ada@Acme.com", "ACME", false),
        ("Ada@Acme.com", "ada@", true),
        ("Ada", "Ada@", false),
        ("ÉMILE", "émi", true),
        ("Emile", "émi", false),
        ("", "ada", false),
    ] {
        let (_emulator, stytch) = for_users().await;
        let request = users::CreateRequest::new()
            .email("one@example.com")
            .name(users::Name::new().first_name(text));
        stytch.users().create(request).await.unwrap();
        let filter = UserFilter::full_name_fuzzy(part);
        let query = SearchUsersQuery::new(SearchOperator::And, [filter]);
        let request = users::SearchRequest::new().query(query);
        let found = stytch.users().search(request).await.unwrap();
        assert_eq!(!found.results.is_empty(), is_begin, "{text} {part}");
    }
}

#[tokio::test]
async fn ids_of_two_kinds_are_told_apart() {
    let (_emulator, stytch) = for_users().await;
    for (ids, are_of_one_kind) in [
        (&[][..], true),
        (&["user-1", "user-2"], true),
        (&["1", "2"], true),
        (&["user-1", "2"], false),
        (&["1", "user-2"], false),
    ] {
        let filter = UserFilter::user_id(ids.iter().copied());
        let query = SearchUsersQuery::new(SearchOperator::And, [filter]);
        let request = users::SearchRequest::new().query(query);
        match stytch.users().search(request).await {
            Ok(found) => assert!(are_of_one_kind && found.results.is_empty(), "{ids:?}"),
            Err(error) => {
                assert!(!are_of_one_kind, "{ids:?}: {error}");
                let mixed = "user_search_cannot_mix_internal_and_external_user_ids";
                refused(&error, 400, mixed);
            }
        }
    }
}

#[tokio::test]
async fn a_long_list_of_users_comes_page_by_page() {
    let (_emulator, stytch) = for_users().await;
    for number in 0..5 {
        create(&stytch, &format!("user{number}@example.com")).await;
    }
    let first = users::SearchRequest::new().limit(2);
    let first = stytch.users().search(first).await.unwrap();
    assert_eq!((first.results.len(), first.results_metadata.total), (2, 5));
    let mut all = stytch
        .users()
        .search(users::SearchRequest::new().limit(2))
        .stream();
    let mut seen = std::collections::BTreeSet::new();
    while let Some(user) = all.next().await {
        seen.insert(user.unwrap().user_id);
    }
    assert_eq!(seen.len(), 5);
    let odd = users::SearchRequest::new().limit(1001);
    let odd = stytch.users().search(odd).await.unwrap_err();
    refused(&odd, 400, "user_search_invalid_limit");
}

#[tokio::test]
async fn keys_devices_wallets_and_accounts_are_taken_off_their_users() {
    let (emulator, stytch) = for_users().await;
    let seed = json!({ "users": [{
        "user_id": "user-test-ada",
        "status": "active",
        "emails": [{ "email_id": "email-test-ada", "email": "ada@example.com", "verified": true }],
        "webauthn_registrations": [{ "webauthn_registration_id": "webauthn-registration-test-1" }],
        "biometric_registrations": [{ "biometric_registration_id": "biometric-registration-test-1" }],
        "crypto_wallets": [{ "crypto_wallet_id": "crypto-wallet-test-1", "crypto_wallet_type": "ethereum" }],
        "providers": [{
            "oauth_user_registration_id": "oauth-user-test-1",
            "provider_type": "Google",
            "provider_subject": "1",
        }],
    }]});
    emulator.seed(&seed.to_string()).unwrap();
    let users = stytch.users();
    let request = users::DeleteWebauthnRegistrationRequest::new("webauthn-registration-test-1");
    let left = users
        .delete_webauthn_registration(request)
        .await
        .unwrap()
        .user;
    assert!(left.webauthn_registrations.is_empty());
    let request = users::DeleteBiometricRegistrationRequest::new("biometric-registration-test-1");
    let left = users
        .delete_biometric_registration(request)
        .await
        .unwrap()
        .user;
    assert!(left.biometric_registrations.is_empty());
    let request = users::DeleteCryptoWalletRequest::new("crypto-wallet-test-1");
    let left = users.delete_crypto_wallet(request).await.unwrap().user;
    assert!(left.crypto_wallets.is_empty());

    // one of addresses, numbers and accounts at providers has to stay
    let request = users::DeleteEmailRequest::new("email-test-ada");
    let left = users.delete_email(request).await.unwrap().user;
    assert!(left.emails.is_empty());
    let request = users::DeleteOauthRegistrationRequest::new("oauth-user-test-1");
    let last = users.delete_oauth_registration(request).await.unwrap_err();
    refused(&last, 400, "cannot_delete_last_primary_factor");

    let request = users::DeleteWebauthnRegistrationRequest::new("webauthn-registration-test-1");
    let gone = users
        .delete_webauthn_registration(request)
        .await
        .unwrap_err();
    refused(&gone, 404, "webauthn_registration_not_found");
    let request = users::DeleteBiometricRegistrationRequest::new("biometric-registration-test-1");
    let gone = users
        .delete_biometric_registration(request)
        .await
        .unwrap_err();
    refused(&gone, 404, "biometric_registration_not_found");
    // an id of another kind names nothing
    let request = users::DeleteCryptoWalletRequest::new("oauth-user-test-1");
    let other = users.delete_crypto_wallet(request).await.unwrap_err();
    refused(&other, 404, "crypto_wallet_not_found");
    let request = users::GetRequest::new("user-test-ada");
    assert_eq!(users.get(request).await.unwrap().providers.len(), 1);
}
