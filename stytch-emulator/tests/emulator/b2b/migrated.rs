//! People who are logged in to an earlier system, and go on here with its tokens.

use crate::common::{Office, refused};
use stytch_b2b::authentication_factors::{DeliveryMethod, FactorType};
use stytch_b2b::organizations::{self, MfaPolicy, members};
use stytch_b2b::sessions;
use stytch_consumer::users;
use stytch_emulator::Emulator;

const SETTINGS: &str = r"
settings:
  user_info:
    ada's: { sub: auth0|1, email: ada@acme.com, email_verified: true }
    grace's: { email: grace@acme.com }
    eve's: { email: ada@acme.com, email_verified: false }
    nobody's: { sub: auth0|2 }
";

#[tokio::test]
async fn a_member_goes_on_with_the_token_of_the_earlier_system() {
    let office = Office::open().await;
    let request = members::CreateRequest::new(&office.id, "ada@acme.com");
    let ada = office.stytch.organizations().members().create(request);
    let ada = ada.await.unwrap().member_id;
    let migrate = |token: &str| {
        let request = sessions::MigrateRequest::new(token, &office.id)
            .session_duration_minutes(30)
            .session_custom_claims(serde_json::json!({ "from": "before" }));
        office.stytch.sessions().migrate(request)
    };
    let none = migrate("ada's").await.unwrap_err();
    refused(&none, 400, "migrate_from_external_missing_userinfo");
    office.emulator.seed(SETTINGS).unwrap();

    let login = migrate("ada's").await.unwrap();
    assert_eq!(login.member_id, ada);
    let session = login.member_session.unwrap();
    let factor = &session.authentication_factors[0];
    assert_eq!(factor.r#type, FactorType::Imported);
    assert_eq!(factor.delivery_method, DeliveryMethod::ImportedAuth0);
    assert_eq!(session.custom_claims["from"], "before");
    let request = sessions::AuthenticateRequest::new().session_jwt(login.session_jwt);
    office
        .stytch
        .sessions()
        .authenticate(request)
        .await
        .unwrap();

    for (token, error_type) in [
        ("grace's", "migrate_from_external_email_does_not_exist"),
        ("eve's", "migrate_from_external_unexpected_response"),
        ("nobody's", "migrate_from_external_unexpected_response"),
        (
            "of another system",
            "migrate_from_external_unexpected_response",
        ),
        ("", "migrate_from_external_unexpected_response"),
    ] {
        let refusal = migrate(token).await.unwrap_err();
        refused(&refusal, 400, error_type);
    }
}

#[tokio::test]
async fn a_token_of_the_earlier_system_is_no_second_factor() {
    let request = organizations::CreateRequest::new("Acme").mfa_policy(MfaPolicy::RequiredForAll);
    let office = Office::of(request).await;
    office.emulator.seed(SETTINGS).unwrap();
    let request = members::CreateRequest::new(&office.id, "ada@acme.com");
    let members = office.stytch.organizations().members();
    members.create(request).await.unwrap();
    let request = sessions::MigrateRequest::new("ada's", &office.id);
    let refusal = office.stytch.sessions().migrate(request).await.unwrap_err();
    refused(&refusal, 401, "insufficient_factors");
}

#[tokio::test]
async fn a_user_goes_on_with_the_token_of_the_earlier_system() {
    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.consumer_client();
    let request = users::CreateRequest::new().email("ada@acme.com");
    let ada = stytch.users().create(request).await.unwrap().user_id;
    let migrate = |token: &str, minutes: Option<i32>| {
        let mut request = stytch_consumer::sessions::MigrateRequest::new(token);
        request.session_duration_minutes = minutes;
        stytch.sessions().migrate(request)
    };
    let none = migrate("ada's", None).await.unwrap_err();
    refused_user(&none, "migrate_from_external_missing_userinfo");
    emulator.seed(SETTINGS).unwrap();

    let login = migrate("ada's", Some(30)).await.unwrap();
    assert_eq!(login.user_id, ada);
    let factors = login.session.unwrap().authentication_factors;
    assert_eq!(
        factors[0].r#type,
        stytch_consumer::authentication_factors::FactorType::Imported
    );
    let without = migrate("ada's", None).await.unwrap();
    assert!(without.session.is_none() && without.session_token.is_empty());
    for (token, error_type) in [
        ("grace's", "migrate_from_external_email_does_not_exist"),
        ("eve's", "migrate_from_external_unexpected_response"),
        (
            "of another system",
            "migrate_from_external_unexpected_response",
        ),
    ] {
        let refusal = migrate(token, Some(30)).await.unwrap_err();
        refused_user(&refusal, error_type);
    }
}

#[track_caller]
fn refused_user(error: &stytch_consumer::Error, error_type: &str) {
    assert!(error.is_type(error_type), "{error}");
}
