//! Documents that people write.

use serde_json::{Value, json};
use stytch_b2b::connected_app::{ClientType, clients};
use stytch_b2b::organizations::{self, members};
use stytch_b2b::tokens::TokenRequest;
use stytch_emulator::Emulator;

use crate::common::invariants::check;

const SEED: &str = "
settings:
  default_redirect_url: http://localhost:8080/login
organizations:
  - organization_name: Acme Co
    mfa_policy: REQUIRED_FOR_ALL
  - organization_id: organization-test-11111111-1111-4111-8111-111111111111
    organization_name: Other
    organization_slug: other
members:
  - organization_id: acme-co
    email_address: ada@acme.com
    assigned_roles: [stytch_admin]
  - organization_id: other
    email_address: grace@other.com
    status: invited
    email_address_verified: false
m2m_clients:
  - client_id: m2m-client-test-1
    client_secret: a secret that is long
    scopes: [read:documents]
    status: active
";

#[tokio::test]
async fn what_people_leave_out_is_filled_in_and_the_same_each_time() {
    let mut exports = Vec::new();
    for _ in 0..2 {
        let emulator = Emulator::start().await.unwrap();
        emulator.seed(SEED).unwrap();
        let stytch = emulator.b2b_client();
        let request = organizations::GetRequest::new("acme-co");
        let acme = stytch
            .organizations()
            .get(request)
            .await
            .unwrap()
            .organization;
        assert_eq!(acme.mfa_policy, organizations::MfaPolicy::RequiredForAll);
        assert_eq!(acme.email_invites, organizations::AccessPolicy::AllAllowed);
        let request = members::GetRequest::new("other").email_address("grace@other.com");
        let grace = stytch.organizations().members().get(request).await.unwrap();
        assert_eq!(grace.member.status, organizations::MemberStatus::Invited);
        let id = grace.organization.organization_id;
        assert_eq!(
            id.as_str(),
            "organization-test-11111111-1111-4111-8111-111111111111"
        );
        let request = TokenRequest::new("m2m-client-test-1", "a secret that is long");
        let token = stytch.m2m().token(request);
        assert!(!token.await.unwrap().access_token.is_empty());
        exports.push(acme.organization_id);
    }
    assert_eq!(exports.first(), exports.last());
}

#[tokio::test]
async fn everything_that_is_wrong_is_told_with_its_place_and_nothing_is_added() {
    let emulator = Emulator::start().await.unwrap();
    let seed = "\
organizations:
  - organization_name: Acme
    organization_slugg: acme
  - organization_name: 7
member: []
members:
  - organization_id: acme
    email_address: [ada@acme.com]
  - just a text
";
    let error = emulator.seed(seed).unwrap_err();
    let places: Vec<_> = error
        .problems()
        .iter()
        .map(|problem| (problem.line, problem.column))
        .collect();
    assert_eq!(
        places,
        [(3, 5), (4, 24), (5, 1), (8, 20), (9, 5)],
        "{error}"
    );
    assert!(
        error
            .to_string()
            .contains("3:5: unknown key `organization_slugg`"),
        "{error}"
    );
    assert!(
        error.to_string().contains("5:1: unknown key `member`"),
        "{error}"
    );

    for (seed, message) in [
        ("organizations: [", "1:"),
        ("- 1", "1:1: expected a map"),
        ("organizations: 1", "1:16: expected a list"),
        (&format!("settings: {}", "[".repeat(10_000)), "1:"),
        (
            "members:\n  - organization_id: nowhere\n    email_address: a@b.c",
            "no organization nowhere",
        ),
        (
            "organizations:\n  - organization_name: Acme\n    sso_jit_provisioning_allowed_connections: [nowhere]",
            "has no connection nowhere",
        ),
        (
            "organizations:\n  - organization_name: Acme\nmembers:\n  - organization_id: acme\n    email_address: a@b.c\n    assigned_roles: [editor]",
            "acme: there is no role editor",
        ),
        (
            "users:\n  - user_id: user-test-ada\n    assigned_roles: [editor]",
            "users: there is no role editor",
        ),
        (
            "passwords:\n  - owner: user-test-nobody\n    password: secret",
            "passwords: there is no user-test-nobody",
        ),
        (
            "totps:\n  - owner: member-test-nobody\n    secret: GEZDGNBVGY3TQOJQ",
            "totps: there is no member-test-nobody",
        ),
        (
            "organizations:\n  - organization_name: Acme\nsso_connections:\n  - organization_id: acme\n    kind: external\n    external_connection_id: nowhere",
            "sso_connections: there is no nowhere",
        ),
        (
            "organizations:\n  - organization_name: Acme\n  - organization_name: ACME\n    organization_id: other",
            "slug:acme is taken",
        ),
    ] {
        let error = emulator.seed(seed).unwrap_err().to_string();
        assert!(error.contains(message), "{seed}: {error}");
    }
    let request = organizations::SearchRequest::new();
    let found = emulator
        .b2b_client()
        .organizations()
        .search(request)
        .await
        .unwrap();
    assert_eq!(found.organizations, []);
}

#[tokio::test]
async fn whoever_comes_anew_by_a_seed_has_what_is_kept_elsewhere_and_is_in_no_old_group() {
    let emulator = Emulator::start().await.unwrap();
    let people = "\
organizations:
  - organization_name: Acme
members:
  - { organization_id: acme, email_address: ada@acme.com, member_id: member-test-ada";
    let all = "
scim_connections:
  - { organization_id: acme }
scim_groups:
  - { organization_id: acme, group_name: Engineers, members: [ada@acme.com] }
totps:
  - { owner: member-test-ada, id: member-totp-test-ada, secret: GEZDGNBVGY3TQOJQ }
";
    for seed in [
        format!("{people}, scim_registration: {{}} }}{all}"),
        format!("{people} }}"),
    ] {
        emulator.seed(&seed).unwrap();
        let url = format!("{}/_emulator/export", emulator.url());
        let export: Value = reqwest::get(url).await.unwrap().json().await.unwrap();
        check(&export);
        let ada = &export["members"][0];
        assert_eq!(ada["totp_registration_id"], "member-totp-test-ada");
    }

    let stytch = emulator.b2b_client();
    let session = json!({ "sessions": [{
        "id": "member-session-test-1", "token": "token", "member_id": "member-test-ada",
        "organization_id": "acme", "factors": [], "started_at": "2030-01-01T00:00:00Z",
        "last_accessed_at": "2030-01-01T00:00:00Z", "expires_at": "2090-01-01T00:00:00Z",
    }]});
    let error = emulator.seed(&session.to_string()).unwrap_err().to_string();
    assert!(error.contains("who is not in acme"), "{error}");
    let request = members::DeleteRequest::new("acme", "member-test-ada");
    stytch
        .organizations()
        .members()
        .delete(request)
        .await
        .unwrap();
    let error = emulator.seed(&session.to_string()).unwrap_err().to_string();
    assert!(
        error.contains("sessions: there is no member-test-ada"),
        "{error}"
    );
}

#[tokio::test]
async fn values_and_keys_that_nobody_knows_are_refused_wherever_they_stand() {
    let emulator = Emulator::start().await.unwrap();
    let seed = "\
organizations:
  - organization_name: Acme
    mfa_policy: REQUIRED
    allowed_auth_methods: [password, passwords]
members:
  - organization_id: acme
    email_address: ada@acme.com
    status: asleep
    nicknames: []
sso_connections:
  - organization_id: acme
    identity_provider: oktopus
users:
  - emails: [{ email: eve@acme.com, verfied: false }]
    crypto_wallets: [{ crypto_wallet_type: gold, crypto_wallet_address: a }]
sessions:
  - factors: [{ type: otp }, { type: hope }]
m2m_clients:
  - client_id: nightly
    client_secret: a secret that is long
    status: tired
settings:
  passwords: { judge: luds }
";
    let error = emulator.seed(seed).unwrap_err();
    let text = error.to_string();
    for told in [
        "3:17: mfa_policy: expected one of REQUIRED_FOR_ALL, OPTIONAL, found `REQUIRED`",
        "4:38: allowed_auth_methods: expected one of sso, magic_link,",
        "8:13: status: expected one of pending, invited, active, deleted, found `asleep`",
        "9:5: unknown key `nicknames`",
        "12:24: identity_provider: expected one of ",
        "14:37: unknown key `verfied`",
        "15:44: crypto_wallets.crypto_wallet_type: expected one of ethereum, solana, found `gold`",
        "17:38: type: expected one of ",
        "21:13: status: expected one of ",
        "23:14: passwords: unknown field `judge`",
    ] {
        assert!(text.contains(told), "{told}\n\n{text}");
    }
    // whoever says nothing says nothing wrong
    emulator
        .seed("members: []\norganizations: [{ organization_name: Acme, trusted_metadata: {}, mfa_policy: '' }]")
        .unwrap();
}

#[tokio::test]
async fn a_large_project_goes_out_and_in_again() {
    let emulator = Emulator::start().await.unwrap();
    let mut seed = "organizations:\n  - organization_name: Acme\nmembers:\n".to_owned();
    for number in 0..1000 {
        seed += "  - organization_id: acme\n    email_address: ";
        seed += &format!("member-{number}@acme.com\n");
    }
    emulator.seed(&seed).unwrap();
    let http = reqwest::Client::new();
    let export = async || {
        let url = format!("{}/_emulator/export", emulator.url());
        let answer = http.get(url).send().await.unwrap();
        answer.json::<Value>().await.unwrap()
    };
    let mut document = export().await;
    // more than readers of YAML take unless told otherwise
    document["organizations"][0]["trusted_metadata"] = json!({ "all": vec![0; 250_001] });
    let import = format!("{}/_emulator/import", emulator.url());
    let request = http.post(import).json(&document);
    assert_eq!(request.send().await.unwrap().status(), 200);
    assert!(export().await == document);
}

#[tokio::test]
async fn machines_and_apps_work_by_an_id_and_a_secret() {
    let emulator = Emulator::start().await.unwrap();
    let seed = "
m2m_clients:
  - client_id: m2m-client-test-worker
    client_secret: any-secret
    scopes: [read:documents]
connected_apps:
  - client_id: connected-app-test-1
    client_secret: another-secret
  - client_id: connected-app-test-2
";
    emulator.seed(seed).unwrap();
    let stytch = emulator.b2b_client();
    let request = TokenRequest::new("m2m-client-test-worker", "any-secret");
    let token = stytch.m2m().token(request).await.unwrap().access_token;
    let check = stytch.m2m().authenticate_token(token.expose());
    check.require_scopes(["read:documents"]).await.unwrap();

    let app = async |id: &str| {
        let request = clients::GetRequest::new(id);
        let found = stytch.connected_app().clients().get(request).await;
        found.unwrap().connected_app
    };
    let confidential = app("connected-app-test-1").await;
    assert_eq!(confidential.client_type, ClientType::ThirdParty);
    assert_eq!(confidential.client_secret_last_four.unwrap(), "cret");
    assert_eq!(confidential.status, "active");
    assert_eq!(confidential.access_token_expiry_minutes, 60);
    let public = app("connected-app-test-2").await;
    assert_eq!(public.client_type, ClientType::ThirdPartyPublic);
    assert_eq!(public.client_secret_last_four, None);
}
