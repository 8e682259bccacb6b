//! Users who come from Google, Apple and the others.

use std::time::Duration;

use crate::common::refused;
use stytch_consumer::authentication_factors::DeliveryMethod;
use stytch_consumer::{Client, Error, Pkce, Secret, oauth, passwords, sessions, users};
use stytch_emulator::{Emulator, ProviderIdentity, Redirect, RedirectError};

struct App {
    emulator: Emulator,
    stytch: Client,
}

impl App {
    async fn open() -> Self {
        let emulator = Emulator::start().await.unwrap();
        Self {
            stytch: emulator.consumer_client(),
            emulator,
        }
    }

    fn come(&self, link: oauth::StartLink, email: &str) -> Result<Redirect, RedirectError> {
        let link = self.stytch.oauth().start(link).unwrap();
        self.emulator.follow(link.as_str(), email)
    }

    async fn end(&self, token: Secret) -> Result<oauth::AuthenticateResponse, Error> {
        let request = oauth::AuthenticateRequest::new(token).session_duration_minutes(60);
        self.stytch.oauth().authenticate(request).await
    }

    async fn log_in(&self, provider: &str, email: &str) -> oauth::AuthenticateResponse {
        let back = self.come(oauth::StartLink::new(provider), email).unwrap();
        assert_eq!(back.token_type, "oauth");
        self.end(back.token).await.unwrap()
    }

    async fn user(&self, id: &stytch_consumer::UserId) -> users::User {
        let found = self.stytch.users().get(users::GetRequest::new(id)).await;
        let mut user = users::User::default();
        let found = found.unwrap();
        user.emails = found.emails;
        user.providers = found.providers;
        user
    }
}

#[track_caller]
fn denied(result: Result<Redirect, RedirectError>, status: u16, error_type: &str) {
    let error = result.unwrap_err();
    assert_eq!(error.status(), status, "{error}");
    assert_eq!(error.error_type().as_str(), error_type, "{error}");
}

#[tokio::test]
async fn somebody_new_signs_up_and_logs_in_later() {
    let app = App::open().await;
    let ada = ProviderIdentity::new("Ada@example.com")
        .name("Ada Lovelace")
        .subject("1815");
    app.emulator.add_identity(ada);
    let link = || {
        oauth::StartLink::new("google")
            .login_redirect_url("http://localhost:3000/in")
            .signup_redirect_url("http://localhost:3000/new")
    };
    let back = app.come(link(), "ada@example.com").unwrap();
    assert!(
        back.url
            .starts_with("http://localhost:3000/new?stytch_token_type=oauth&")
    );
    let login = app.end(back.token.clone()).await.unwrap();
    assert_eq!(login.provider_type, "Google");
    assert_eq!(login.provider_subject, "1815");
    let name = login.user.name.clone().unwrap();
    assert_eq!(name.first_name.as_deref(), Some("Ada"));
    assert_eq!(name.last_name.as_deref(), Some("Lovelace"));
    assert_eq!(login.user.emails[0].email, "ada@example.com");
    assert!(login.user.emails[0].verified);
    assert_eq!(
        login.user.providers[0].oauth_user_registration_id,
        login.oauth_user_registration_id
    );
    assert!(!login.provider_values.access_token.is_empty());
    assert!(!login.provider_values.id_token.is_empty());
    let session = login.user_session.unwrap();
    let factor = &session.authentication_factors[0];
    assert_eq!(factor.delivery_method, DeliveryMethod::OauthGoogle);
    let account = factor.google_oauth_factor.as_ref().unwrap();
    assert_eq!(
        account.email_id.as_ref(),
        Some(&login.user.emails[0].email_id)
    );

    let error = app.end(back.token).await.unwrap_err();
    refused(&error, 400, "oauth_token_not_found");
    let back = app.come(link(), "1815").unwrap();
    assert!(
        back.url.starts_with("http://localhost:3000/in?"),
        "{}",
        back.url
    );
    assert_eq!(app.end(back.token).await.unwrap().user_id, login.user_id);
}

#[tokio::test]
async fn providers_that_vouch_for_an_address_meet_in_one_user() {
    let app = App::open().await;
    let google = app.log_in("google", "ada@example.com").await;
    let apple = app.log_in("apple", "ada@example.com").await;
    assert_eq!(apple.user_id, google.user_id);
    assert_eq!(apple.user.providers.len(), 2);
    // one that does not gives no address, and so meets nobody
    let amazon = app.log_in("amazon", "ada@example.com").await;
    assert_ne!(amazon.user_id, google.user_id);
    assert!(amazon.user.emails.is_empty());
    let unverified = ProviderIdentity::new("ada@example.com")
        .subject("x")
        .unverified();
    app.emulator.add_identity(unverified);
    let github = app.log_in("github", "x").await;
    assert_ne!(github.user_id, google.user_id);
    assert!(github.user.emails.is_empty());
    // a changed address is one more
    let moved = ProviderIdentity::new("lovelace@example.com").subject("moved");
    let before = ProviderIdentity::new("countess@example.com").subject("moved");
    app.emulator.add_identity(before);
    let before = app.log_in("google", "moved").await;
    app.emulator.add_identity(moved);
    let after = app.log_in("google", "moved").await;
    assert_eq!(after.user_id, before.user_id);
    assert_eq!(after.user.emails.len(), 2);
}

#[tokio::test]
async fn a_password_of_somebody_who_never_proved_the_address_is_put_out_of_use() {
    let app = App::open().await;
    let request = passwords::CreateRequest::new("ada@example.com", "correct horse battery")
        .session_duration_minutes(60);
    let squatter = app.stytch.passwords().create(request).await.unwrap();
    let owner = app.log_in("google", "ada@example.com").await;
    assert_eq!(owner.user_id, squatter.user_id);
    assert!(owner.reset_sessions);
    let request = sessions::AuthenticateRequest::new().session_token(squatter.session_token);
    let error = app
        .stytch
        .sessions()
        .authenticate(request)
        .await
        .unwrap_err();
    refused(&error, 404, "session_not_found");
}

#[tokio::test]
async fn an_account_is_attached_to_somebody_who_is_known() {
    let app = App::open().await;
    let ada = app.log_in("google", "ada@example.com").await;
    let attach = |provider: &'static str| {
        let request = oauth::AttachRequest::new(provider).session_token(ada.session_token.clone());
        app.stytch.oauth().attach(request)
    };
    let token = attach("amazon").await.unwrap().oauth_attach_token;
    let link = |provider: &'static str, token: &Secret| {
        oauth::StartLink::new(provider).oauth_attach_token(token.clone())
    };
    denied(
        app.come(link("github", &token), "ada@work.example"),
        400,
        "invalid_oauth_attach_token",
    );
    let back = app
        .come(link("amazon", &token), "ada@work.example")
        .unwrap();
    let login = app.end(back.token).await.unwrap();
    assert_eq!(login.user_id, ada.user_id);
    assert_eq!(app.user(&ada.user_id).await.providers.len(), 2);
    // it works once
    denied(
        app.come(link("amazon", &token), "ada@work.example"),
        400,
        "invalid_oauth_attach_token",
    );
    // for five minutes
    let late = attach("amazon").await.unwrap().oauth_attach_token;
    app.emulator.clock().advance(Duration::from_secs(5 * 60));
    denied(
        app.come(link("amazon", &late), "ada@work.example"),
        400,
        "invalid_oauth_attach_token",
    );
    // and makes no two users one
    app.log_in("amazon", "bob@example.com").await;
    let token = attach("amazon").await.unwrap().oauth_attach_token;
    denied(
        app.come(link("amazon", &token), "bob@example.com"),
        400,
        "invalid_oauth_attach_token",
    );
    let nobody = app
        .stytch
        .oauth()
        .attach(oauth::AttachRequest::new("amazon"));
    refused(
        &nobody.await.unwrap_err(),
        400,
        "no_user_selection_arguments",
    );
    let both = oauth::AttachRequest::new("amazon")
        .user_id(ada.user_id.clone())
        .session_token(ada.session_token.clone());
    let error = app.stytch.oauth().attach(both).await.unwrap_err();
    refused(&error, 400, "too_many_user_selection_arguments");
    let unknown = oauth::AttachRequest::new("nobody").user_id(ada.user_id.clone());
    let error = app.stytch.oauth().attach(unknown).await.unwrap_err();
    refused(&error, 400, "invalid_oauth_provider");
}

#[tokio::test]
async fn a_login_is_ended_by_whoever_began_it() {
    let app = App::open().await;
    let pkce = Pkce::new();
    let link = oauth::StartLink::new("google").code_challenge(pkce.challenge());
    let token = app.come(link, "ada@example.com").unwrap().token;
    let error = app.end(token.clone()).await.unwrap_err();
    refused(&error, 400, "pkce_expected_code_verifier");
    let request = oauth::AuthenticateRequest::new(token).code_verifier(pkce.verifier().clone());
    let login = app.stytch.oauth().authenticate(request).await.unwrap();
    // nobody has asked for a session
    assert!(login.user_session.is_none());
    assert!(login.session_token.is_empty());
    let link = oauth::StartLink::new("google").login_redirect_url("https://evil.example.com");
    denied(
        app.come(link, "ada@example.com"),
        400,
        "no_match_for_provided_oauth_url",
    );
    let link = oauth::StartLink::new("hubspot");
    denied(
        app.come(link, "ada@example.com"),
        400,
        "invalid_oauth_provider",
    );
    let late = app.come(oauth::StartLink::new("google"), "ada@example.com");
    app.emulator.clock().advance(Duration::from_secs(5 * 60));
    let error = app.end(late.unwrap().token).await.unwrap_err();
    refused(&error, 400, "oauth_token_not_found");
}

#[tokio::test]
async fn an_account_that_is_deleted_leaves_the_sessions() {
    let app = App::open().await;
    let login = app.log_in("google", "ada@example.com").await;
    let request = users::DeleteOauthRegistrationRequest::new(&login.oauth_user_registration_id);
    let deleted = app.stytch.users().delete_oauth_registration(request).await;
    assert!(deleted.unwrap().user.providers.is_empty());
    let request = sessions::AuthenticateRequest::new().session_token(login.session_token);
    let error = app
        .stytch
        .sessions()
        .authenticate(request)
        .await
        .unwrap_err();
    refused(&error, 404, "session_not_found");
    // whoever has nothing else keeps it
    let amazon = app.log_in("amazon", "bob@example.com").await;
    let request = users::DeleteOauthRegistrationRequest::new(&amazon.oauth_user_registration_id);
    let error = app.stytch.users().delete_oauth_registration(request).await;
    refused(
        &error.unwrap_err(),
        400,
        "cannot_delete_last_primary_factor",
    );
}

#[tokio::test]
async fn every_provider_lets_somebody_in() {
    let app = App::open().await;
    for provider in [
        "amazon",
        "apple",
        "bitbucket",
        "coinbase",
        "discord",
        "facebook",
        "figma",
        "github",
        "gitlab",
        "google",
        "linkedin",
        "microsoft",
        "salesforce",
        "slack",
        "snapchat",
        "tiktok",
        "twitch",
        "twitter",
        "yahoo",
    ] {
        let login = app.log_in(provider, "ada@example.com").await;
        assert_eq!(login.provider_type.to_lowercase(), provider);
        let session = login.user_session.unwrap();
        let factor = &session.authentication_factors[0];
        assert_eq!(factor.delivery_method.as_str(), format!("oauth_{provider}"));
    }
}

#[tokio::test]
async fn the_sandbox_has_a_token_that_works_and_one_that_does_not() {
    let app = App::open().await;
    let good = app
        .end("hdPVZHHX0UoRa7hJTuuPHi1vlddffSnoweRbVFf5-H8g".into())
        .await;
    assert_eq!(good.unwrap().user.emails[0].email, "sandbox@stytch.com");
    let bad = app
        .end("59cnLELtq5cFVS6uYK9f-pAWzBkhqZl8AvLhbhOvKNWw".into())
        .await;
    refused(&bad.unwrap_err(), 400, "oauth_token_not_found");
}
