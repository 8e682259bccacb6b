//! Devices and addresses: verdicts, rules, overrides, and who was seen with what.

use std::time::Duration;

use crate::common::raw::Raw;
use crate::common::{Office, refused};
use serde_json::{Value, json};
use stytch_b2b::fraud::fingerprint::{LookupRequest, LookupResponse};
use stytch_b2b::fraud::{Metadata, RuleAction, VerdictAction, email, rules, verdict_reasons};
use stytch_b2b::{Error, passwords};
use stytch_emulator::{Device, Emulator};

const VISIT: &str = "026ac93b-8cdf-4fcb-bfa6-36a31cfecac1";
const ADA: &str = "ada@acme.com";
const PASSWORD: &str = "correct horse battery";

/// An emulator whose verdicts are asked for.
struct Gate(Emulator);

impl Gate {
    async fn open() -> Self {
        Self(Emulator::start().await.unwrap())
    }

    async fn lookup(&self, telemetry_id: &str) -> Result<LookupResponse, Error> {
        let fingerprint = self.0.b2b_client().fraud().fingerprint();
        fingerprint.lookup(LookupRequest::new(telemetry_id)).await
    }

    /// The verdict on a device, and what it rests on.
    async fn verdict(&self, telemetry_id: &str) -> (VerdictAction, String) {
        let verdict = self.lookup(telemetry_id).await.unwrap().verdict;
        (verdict.action, verdict.reasons.join(" "))
    }

    async fn set(&self, rule: rules::SetRequest) -> Result<rules::SetResponse, Error> {
        self.0.b2b_client().fraud().rules().set(rule).await
    }
}

#[tokio::test]
async fn a_verdict_follows_from_the_strictest_reason_unless_it_is_scripted() {
    let gate = Gate::open().await;
    let device = |id: &str| Device::new(id).ip_address("203.0.113.7").country("DE");
    for device in [
        device("plain"),
        device("virtual").reason("VIRTUAL_MACHINE"),
        device("robot")
            .reason("VIRTUAL_MACHINE")
            .reason("HEADLESS_BROWSER_AUTOMATION"),
        device("odd").reason("NEVER_HEARD_OF"),
        device("trusted")
            .reason("USER_AGENT_DECEPTION")
            .action(VerdictAction::Allow),
        device("barred").action(VerdictAction::Block),
    ] {
        gate.0.add_device(device);
    }
    for (id, action) in [
        ("plain", VerdictAction::Allow),
        ("virtual", VerdictAction::Challenge),
        ("robot", VerdictAction::Block),
        ("odd", VerdictAction::Challenge),
        ("trusted", VerdictAction::Allow),
        ("barred", VerdictAction::Block),
    ] {
        assert_eq!(gate.verdict(id).await.0, action, "{id}");
    }
    let found = gate.lookup("virtual").await.unwrap();
    assert_eq!(found.telemetry_id, "virtual");
    assert_eq!(found.verdict.reasons, ["VIRTUAL_MACHINE"]);
    assert!(
        found
            .fingerprints
            .visitor_id
            .unwrap()
            .as_str()
            .starts_with("visitor-")
    );
    let network = found.properties.unwrap().network_properties;
    assert_eq!(network.ip_address, "203.0.113.7");
    assert_eq!(network.ip_geolocation.country, "DE");
    assert!(found.created_at < found.expires_at);
}

#[tokio::test]
async fn an_id_that_nobody_has_given_out_or_that_has_ended_is_refused() {
    let gate = Gate::open().await;
    for odd in ["nobody", ""] {
        let error = gate.lookup(odd).await.unwrap_err();
        refused(&error, 404, "telemetry_id_not_found");
    }
    let clock = gate.0.clock();
    clock.freeze("2031-05-01T12:00:00Z".parse().unwrap());
    let end = "2031-05-01T12:05:00Z".parse().unwrap();
    gate.0.add_device(Device::new(VISIT).expires_at(end));
    gate.lookup(VISIT).await.unwrap();
    clock.advance(Duration::from_secs(300));
    let error = gate.lookup(VISIT).await.unwrap_err();
    refused(&error, 404, "telemetry_id_not_found");
}

#[tokio::test]
async fn marks_of_the_app_stay_on_a_device() {
    let gate = Gate::open().await;
    gate.0.add_device(Device::new(VISIT));
    let stytch = gate.0.b2b_client();
    let look = async |metadata: Metadata| {
        let request = LookupRequest::new(VISIT).external_metadata(metadata);
        stytch.fraud().fingerprint().lookup(request).await
    };
    let mut marks = Metadata::default();
    marks.external_id = Some("user_1-a+b.c@d".to_owned());
    look(marks).await.unwrap();
    let mut marks = Metadata::default();
    marks.user_action = Some("login".to_owned());
    let found = look(marks).await.unwrap().external_metadata;
    assert_eq!(found.external_id.as_deref(), Some("user_1-a+b.c@d"));
    assert_eq!(found.user_action.as_deref(), Some("login"));
    for odd in ["a b", "a/b", "ä", &"a".repeat(66)] {
        let mut marks = Metadata::default();
        marks.organization_id = Some(odd.to_owned());
        let error = look(marks).await.unwrap_err();
        refused(&error, 400, "invalid_external_metadata");
    }
}

#[tokio::test]
async fn the_most_exact_rule_decides() {
    let gate = Gate::open().await;
    let device = Device::new(VISIT)
        .visitor_id("visitor-1")
        .ip_address("203.0.113.7")
        .country("DE");
    gate.0.add_device(device);
    let rule = |action| rules::SetRequest::new(action);
    let by_rule = |action| (action, "RULE_MATCH".to_owned());

    let country = rule(RuleAction::Challenge).country_code("DE");
    gate.set(country.clone()).await.unwrap();
    assert_eq!(gate.verdict(VISIT).await, by_rule(VerdictAction::Challenge));
    let wide = rule(RuleAction::Block).cidr_block("203.0.0.0/16");
    gate.set(wide).await.unwrap();
    assert_eq!(gate.verdict(VISIT).await, by_rule(VerdictAction::Block));
    // of two blocks of the same size, the strict one
    let narrow = rule(RuleAction::Allow).cidr_block("203.0.113.0/24");
    gate.set(narrow).await.unwrap();
    assert_eq!(gate.verdict(VISIT).await, by_rule(VerdictAction::Allow));
    let same = rule(RuleAction::Challenge).cidr_block("203.0.113.1/24");
    gate.set(same).await.unwrap();
    assert_eq!(gate.verdict(VISIT).await, by_rule(VerdictAction::Challenge));
    let visitor = rule(RuleAction::Allow).visitor_id("visitor-1");
    gate.set(visitor.clone().expires_in_minutes(5))
        .await
        .unwrap();
    let found = gate.lookup(VISIT).await.unwrap().verdict;
    assert_eq!(found.action, VerdictAction::Allow);
    assert_eq!(found.rule_match_type.unwrap().as_str(), "VISITOR_ID");
    assert_eq!(found.rule_match_identifier.as_deref(), Some("visitor-1"));

    // rules end, and are taken away
    gate.0.clock().advance(Duration::from_secs(300));
    assert_eq!(gate.verdict(VISIT).await, by_rule(VerdictAction::Challenge));
    for block in ["203.0.0.0/16", "203.0.113.0/24", "203.0.113.1/24"] {
        let none = rule(RuleAction::None).cidr_block(block);
        assert_eq!(gate.set(none).await.unwrap().action, RuleAction::None);
    }
    let none = rule(RuleAction::None).country_code("DE");
    gate.set(none).await.unwrap();
    assert_eq!(
        gate.verdict(VISIT).await,
        (VerdictAction::Allow, String::new())
    );
}

#[tokio::test]
async fn rules_are_listed_by_the_page_and_remember_when_they_were_changed() {
    let gate = Gate::open().await;
    let rule = rules::SetRequest::new(RuleAction::Block).visitor_id("visitor-1");
    gate.set(rule.clone()).await.unwrap();
    gate.0.clock().advance(Duration::from_secs(60));
    gate.set(rule.description("again")).await.unwrap();
    for number in 0..12 {
        let rule = rules::SetRequest::new(RuleAction::Block).asn(number.to_string());
        gate.set(rule).await.unwrap();
    }
    let listing = gate.0.b2b_client().fraud().rules();
    let page = listing.list(rules::ListRequest::new()).await.unwrap();
    assert_eq!(page.rules.len(), 10);
    let next = rules::ListRequest::new().cursor(page.next_cursor);
    let rest = listing.list(next).await.unwrap();
    assert!(rest.next_cursor.is_empty());
    assert_eq!(rest.rules.len(), 3);
    let visitor = rest.rules.last().unwrap();
    assert_eq!(visitor.rule_type.as_str(), "VISITOR_ID");
    assert_eq!(visitor.description.as_deref(), Some("again"));
    assert!(visitor.created_at < visitor.last_updated_at);
}

#[tokio::test]
async fn a_rule_that_is_none_is_refused() {
    let raw = Raw::start().await;
    for (body, error_type) in [
        (json!({ "action": "BLOCK" }), "invalid_fingerprint_or_id"),
        (
            json!({ "action": "BLOCK", "visitor_id": "" }),
            "invalid_fingerprint_or_id",
        ),
        (
            json!({ "action": "BLOCK", "visitor_id": "a", "asn": "1" }),
            "invalid_fingerprint_or_id",
        ),
        (
            json!({ "action": "SHRUG", "asn": "1" }),
            "invalid_action_for_rules",
        ),
        (json!({ "action": "BLOCK", "asn": "-1" }), "invalid_asn"),
        (
            json!({ "action": "BLOCK", "asn": "4294967296" }),
            "invalid_asn",
        ),
        (
            json!({ "action": "BLOCK", "cidr_block": "203.0.113" }),
            "invalid_cidr_block",
        ),
        (
            json!({ "action": "BLOCK", "cidr_block": "203.0.113.0/+24" }),
            "invalid_cidr_block",
        ),
        (
            json!({ "action": "BLOCK", "cidr_block": "::1/128" }),
            "invalid_cidr_block",
        ),
        (
            json!({ "action": "BLOCK", "cidr_block": "203.0.0.0/15" }),
            "cidr_block_invalid_prefix",
        ),
        (
            json!({ "action": "BLOCK", "cidr_block": "203.0.0.0/33" }),
            "cidr_block_invalid_prefix",
        ),
        (
            json!({ "action": "BLOCK", "country_code": "Germany" }),
            "invalid_country_code",
        ),
        (
            json!({ "action": "ALLOW", "country_code": "DE" }),
            "invalid_country_code_allow_rule",
        ),
        (
            json!({ "action": "BLOCK", "asn": "1", "expires_in_minutes": 0 }),
            "bad_request",
        ),
    ] {
        raw.refuses("/v1/rules/set", &body, 400, error_type).await;
    }
    let list = "/v1/rules/list";
    let name = "dfp_rule_invalid_cursor";
    raw.refuses(list, &json!({ "cursor": "nonsense" }), 400, name)
        .await;
    raw.refuses(list, &json!({ "limit": 101 }), 400, "invalid_limit")
        .await;
    assert_eq!(raw.post(list, &json!({})).await.1["rules"], json!([]));
}

#[tokio::test]
async fn an_override_replaces_what_a_reason_leads_to() {
    let gate = Gate::open().await;
    gate.0
        .add_device(Device::new(VISIT).reason("VIRTUAL_MACHINE"));
    let reasons = gate.0.b2b_client().fraud().verdict_reasons();
    let request = |action| verdict_reasons::OverrideRequest::new("VIRTUAL_MACHINE", action);
    let set = reasons.r#override(request(RuleAction::Allow).override_description("desktops"));
    let set = set.await.unwrap().verdict_reason_action;
    assert_eq!(set.default_action, VerdictAction::Challenge);
    assert_eq!(set.override_action, Some(VerdictAction::Allow));
    let verdict = gate.lookup(VISIT).await.unwrap().verdict;
    assert_eq!(verdict.action, VerdictAction::Allow);
    assert_eq!(verdict.reasons, ["VIRTUAL_MACHINE"]);
    assert_eq!(verdict.verdict_reason_overrides.len(), 1);

    let list = |only| reasons.list(verdict_reasons::ListRequest::new().overrides_only(only));
    let all = list(false).await.unwrap().verdict_reason_actions;
    assert!(all.len() > 1);
    let own = list(true).await.unwrap().verdict_reason_actions;
    assert_eq!(own.len(), 1);
    assert_eq!(own[0].override_description.as_deref(), Some("desktops"));
    reasons.r#override(request(RuleAction::None)).await.unwrap();
    assert_eq!(gate.verdict(VISIT).await.0, VerdictAction::Challenge);
    for odd in ["RULE_MATCH", "NEVER_HEARD_OF", ""] {
        let request = verdict_reasons::OverrideRequest::new(odd, RuleAction::Allow);
        let error = reasons.r#override(request).await.unwrap_err();
        refused(&error, 400, "bad_request");
    }
}

#[tokio::test]
async fn a_login_tells_whether_the_device_is_new_and_is_kept_out_by_no_verdict() {
    let office = Office::open().await;
    office.hire(ADA, PASSWORD).await;
    let emulator = &office.emulator;
    let barred = |id: &str| {
        Device::new(id)
            .visitor_id("visitor-1")
            .action(VerdictAction::Block)
    };
    emulator.add_device(barred("first").ip_address("203.0.113.7").country("DE"));
    emulator.add_device(barred("second").ip_address("203.0.113.8").country("DE"));
    let log_in = async |telemetry_id: &str| {
        let request = passwords::AuthenticateRequest::new(&office.id, ADA, PASSWORD);
        let request = request.telemetry_id(telemetry_id);
        let login = office.stytch.passwords().authenticate(request).await;
        let login = login.unwrap();
        assert!(!login.session_token.is_empty() || !login.member_authenticated);
        login.member_device
    };
    let first = log_in("first").await.unwrap();
    assert_eq!(first.visitor_id, "visitor-1");
    assert_eq!(first.ip_address.as_deref(), Some("203.0.113.7"));
    assert!(first.visitor_id_details.unwrap().is_new);
    assert!(first.ip_geo_country_details.unwrap().is_new);
    emulator.clock().advance(Duration::from_secs(60));
    let second = log_in("second").await.unwrap();
    let visitor = second.visitor_id_details.unwrap();
    assert!(!visitor.is_new && visitor.first_seen_at < visitor.last_seen_at);
    assert!(second.ip_address_details.unwrap().is_new);
    assert!(!second.ip_geo_country_details.unwrap().is_new);
    // what nobody knows is not told
    assert!(log_in("nobody").await.is_none());

    // somebody with the password alone makes no device known
    office.enroll_app(ADA, PASSWORD).await;
    emulator.add_device(Device::new("thief").visitor_id("visitor-2"));
    assert!(
        log_in("thief")
            .await
            .unwrap()
            .visitor_id_details
            .unwrap()
            .is_new
    );
    assert!(
        log_in("thief")
            .await
            .unwrap()
            .visitor_id_details
            .unwrap()
            .is_new
    );

    // nobody's device is known to somebody else
    office.hire("grace@acme.com", PASSWORD).await;
    let request = passwords::AuthenticateRequest::new(&office.id, "grace@acme.com", PASSWORD);
    let request = request.telemetry_id("first");
    let login = office.stytch.passwords().authenticate(request).await;
    let device = login.unwrap().member_device.unwrap();
    assert!(device.visitor_id_details.unwrap().is_new);
}

#[tokio::test]
async fn users_have_devices_too() {
    use stytch_consumer::passwords;

    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.consumer_client();
    emulator.add_device(Device::new(VISIT).country("FR"));
    let request = passwords::CreateRequest::new(ADA, PASSWORD);
    stytch.passwords().create(request).await.unwrap();
    let request = passwords::AuthenticateRequest::new(ADA, PASSWORD).telemetry_id(VISIT);
    for is_new in [true, false] {
        let login = stytch.passwords().authenticate(request.clone()).await;
        let device = login.unwrap().user_device.unwrap();
        assert_eq!(device.ip_geo_country.as_deref(), Some("FR"));
        assert_eq!(device.visitor_id_details.unwrap().is_new, is_new);
    }
}

#[tokio::test]
async fn addresses_are_rated_by_what_can_be_seen_or_is_seeded() {
    let emulator = Emulator::start().await.unwrap();
    let seed = "
email_risks:
  - of: thief@example.com
    action: BLOCK
    has_known_bounces: true
  - of: burner.example
    is_disposable_domain: true
";
    emulator.seed(seed).unwrap();
    let stytch = emulator.b2b_client();
    let risk = async |address: &str| {
        let request = email::RiskRequest::new(address);
        stytch.fraud().email().risk(request).await.unwrap()
    };
    let plain = risk("Ada.Lovelace+news@Example.com").await;
    assert_eq!(plain.action, VerdictAction::Allow);
    let address = plain.address_information;
    assert_eq!(address.normalized_email, "adalovelace@example.com");
    assert_eq!(address.tumbling_character_count, 2);
    assert!(address.has_valid_syntax && !address.is_suspected_role_address);
    let role = risk("info@example.com").await;
    assert!(role.address_information.is_suspected_role_address);
    assert_eq!(role.action, VerdictAction::Challenge);
    for (odd, score) in [
        ("nonsense", 100),
        ("", 100),
        ("a@b.invalid", 100),
        ("a@burner.example", 80),
    ] {
        let risk = risk(odd).await;
        assert_eq!(
            (risk.action, risk.risk_score),
            (VerdictAction::Block, score),
            "{odd}"
        );
    }
    let known = risk("thief@example.com").await;
    assert_eq!(known.action, VerdictAction::Block);
    assert!(known.address_information.has_known_bounces);
}

#[tokio::test]
async fn devices_come_from_seeds_the_control_api_and_a_page() {
    let emulator = Emulator::start().await.unwrap();
    let seed = "
devices:
  - telemetry_id: seeded
    reasons: [VIRTUAL_MACHINE]
    fingerprints: { visitor_id: visitor-1 }
fraud_rules:
  - rule_type: VISITOR_ID
    visitor_id: visitor-1
    action: ALLOW
";
    emulator.seed(seed).unwrap();
    let gate = Gate(emulator);
    let verdict = gate.lookup("seeded").await.unwrap().verdict;
    assert_eq!(verdict.action, VerdictAction::Allow);
    assert_eq!(verdict.reasons, ["VIRTUAL_MACHINE", "RULE_MATCH"]);

    let http = reqwest::Client::new();
    let url = format!("{}/_emulator/devices", gate.0.url());
    let device = json!({ "reasons": ["HEADLESS_BROWSER_AUTOMATION"] });
    let answer = http.post(&url).json(&device).send().await.unwrap();
    let answer: Value = answer.json().await.unwrap();
    let id = answer["telemetry_id"].as_str().unwrap();
    assert_eq!(gate.verdict(id).await.0, VerdictAction::Block);
    let odd = http.post(&url).json(&json!({ "raisins": [] })).send().await;
    assert_eq!(odd.unwrap().status(), 400);

    let url = format!("{}/devices", gate.0.url());
    let post = || {
        let form = "telemetry_id=by-hand&action=BLOCK&reasons=&ip_address=&country=&visitor_id=";
        let request = http.post(&url).body(form);
        request.header("content-type", "application/x-www-form-urlencoded")
    };
    let foreign = post().header("sec-fetch-site", "cross-site").send().await;
    assert_eq!(foreign.unwrap().status(), 403);
    let page = post().send().await.unwrap();
    assert_eq!(page.status(), 200);
    let page = page.text().await.unwrap();
    assert!(
        page.contains("by-hand") && page.contains("seeded"),
        "{page}"
    );
    assert_eq!(gate.verdict("by-hand").await.0, VerdictAction::Block);
}
