//! Devices, what is decided about them, and with whom they were seen.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use stytch_b2b::fraud::{
    Fingerprints, Metadata, Properties, Rule, RuleType, VerdictAction, VerdictReasonAction,
};
use stytch_b2b::{JsonObject, Timestamp};

use super::table::Record;
use crate::seed;

/// A device, as the fingerprinting script in the browser has found it, under the telemetry id that it has
/// got for that. What nobody says of it is made up, the same each time.
///
/// Where there is a script in production, a test adds one, or a seed (`devices`), or a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Device {
    /// What the app gets from the script and passes on.
    pub telemetry_id: String,
    /// Marks by which the device, its browser and its network can be recognized.
    pub fingerprints: Fingerprints,
    /// Where it is in the network, and what browser it runs.
    #[serde(default)]
    pub properties: Properties,
    /// What speaks against it, such as `VIRTUAL_MACHINE`.
    #[serde(default)]
    pub reasons: Vec<String>,
    /// The verdict, in place of the one that the reasons lead to. Rules go first all the same.
    #[serde(default)]
    pub action: Option<VerdictAction>,
    /// Operating system and architecture.
    pub detected_device_type: String,
    /// Whether it is what it claims to be.
    pub is_authentic_device: bool,
    /// The app's own marks, from its last look at it.
    #[serde(default)]
    pub external_metadata: Metadata,
    /// All that was measured; for projects that get that.
    #[serde(default)]
    pub raw_signals: JsonObject,
    /// When the fingerprint was taken.
    pub created_at: Timestamp,
    /// When it can be looked up no longer.
    pub expires_at: Timestamp,
}

impl Device {
    /// A device that nothing speaks against, on this machine, whose fingerprint was taken long ago.
    #[must_use]
    pub fn new(telemetry_id: impl Into<String>) -> Self {
        let telemetry_id = telemetry_id.into();
        let made_up =
            |prefix: &str| seed::id_of(prefix, &["device", &telemetry_id]).replace("-test-", "-");
        let mut fingerprints = Fingerprints::default();
        fingerprints.visitor_id = Some(made_up("visitor").into());
        fingerprints.browser_id = Some(made_up("browser-id").into());
        fingerprints.visitor_fingerprint = made_up("visitor-fingerprint");
        fingerprints.browser_fingerprint = made_up("browser-fingerprint");
        fingerprints.hardware_fingerprint = made_up("hardware-fingerprint");
        fingerprints.network_fingerprint = made_up("network-fingerprint");
        let mut properties = Properties::default();
        "127.0.0.1".clone_into(&mut properties.network_properties.ip_address);
        // the first days of 2020 and of 2120
        let [taken, end] = [1_577_836_800, 4_733_510_400]
            .map(|seconds| Timestamp::from_unix_seconds(seconds).unwrap_or_else(Timestamp::now));
        Self {
            telemetry_id,
            fingerprints,
            properties,
            reasons: Vec::new(),
            action: None,
            detected_device_type: "UNKNOWN".to_owned(),
            is_authentic_device: true,
            external_metadata: Metadata::default(),
            raw_signals: Map::new(),
            created_at: taken,
            expires_at: end,
        }
    }

    /// The cookie by which the device is recognized: two telemetry ids with the same one are two visits from
    /// one device.
    #[must_use]
    pub fn visitor_id(mut self, visitor_id: impl Into<String>) -> Self {
        self.fingerprints.visitor_id = Some(visitor_id.into().into());
        self
    }

    /// The address from which it comes.
    #[must_use]
    pub fn ip_address(mut self, ip_address: impl Into<String>) -> Self {
        self.properties.network_properties.ip_address = ip_address.into();
        self
    }

    /// The country that the address leads to, by its code.
    #[must_use]
    pub fn country(mut self, country_code: impl Into<String>) -> Self {
        let place = &mut self.properties.network_properties.ip_geolocation;
        place.country = country_code.into();
        self
    }

    /// Something that speaks against it, such as `VIRTUAL_MACHINE`.
    #[must_use]
    pub fn reason(mut self, reason: impl Into<String>) -> Self {
        self.reasons.push(reason.into());
        self
    }

    /// The verdict, in place of the one that the reasons lead to.
    #[must_use]
    pub fn action(mut self, action: VerdictAction) -> Self {
        self.action = Some(action);
        self
    }

    /// When it can be looked up no longer; in a hundred years unless set.
    #[must_use]
    pub fn expires_at(mut self, time: Timestamp) -> Self {
        self.expires_at = time;
        self
    }
}

impl Record for Device {
    fn id(&self) -> &str {
        &self.telemetry_id
    }

    fn complete(given: &mut Map<String, Value>) {
        let id = seed::text(given, "telemetry_id").to_owned();
        let usual = json!(Self::new(id));
        fill(given, &usual);
    }
}

/// Fills in what is missing, at any depth.
fn fill(given: &mut Map<String, Value>, usual: &Value) {
    for (name, usual) in usual.as_object().into_iter().flatten() {
        match given.get_mut(name) {
            None => drop(given.insert(name.clone(), usual.clone())),
            Some(Value::Object(given)) => fill(given, usual),
            Some(_) => {}
        }
    }
}

/// What somebody has decided about a device, a network or a country.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct FraudRule {
    /// What it goes by, and what it is about.
    pub(crate) id: String,
    #[serde(flatten)]
    pub(crate) model: Rule,
}

impl FraudRule {
    pub(crate) fn named(rule_type: &RuleType, about: &str) -> String {
        format!("{}:{about}", rule_type.as_str())
    }
}

impl Record for FraudRule {
    fn id(&self) -> &str {
        &self.id
    }

    fn complete(given: &mut Map<String, Value>) {
        let rule_type = seed::text(given, "rule_type").to_owned();
        let about = seed::text(given, &rule_type.to_lowercase());
        let id = Self::named(&rule_type.as_str().into(), about);
        given.entry("id").or_insert(id.into());
    }

    fn groups(&self) -> Vec<String> {
        vec![self.model.rule_type.as_str().to_owned()]
    }
}

/// What a reason leads to, by somebody's decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ReasonOverride {
    #[serde(flatten)]
    pub(crate) model: VerdictReasonAction,
}

impl Record for ReasonOverride {
    fn id(&self) -> &str {
        &self.model.verdict_reason
    }
}

/// A device, an address or a country with which somebody has logged in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sighting {
    /// The member or user, the kind of thing, and the thing.
    pub(crate) id: String,
    pub(crate) person: String,
    pub(crate) first_seen_at: Timestamp,
    pub(crate) last_seen_at: Timestamp,
}

impl Record for Sighting {
    fn id(&self) -> &str {
        &self.id
    }

    fn groups(&self) -> Vec<String> {
        vec![Self::listed_by_person(&self.person)]
    }
}

impl Sighting {
    pub(crate) fn listed_by_person(person: &str) -> String {
        format!("person:{person}")
    }
}

/// What is known of an email address, or of all addresses of a domain, in place of a guess.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EmailRisk {
    /// The address, or the domain.
    pub(crate) of: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) action: Option<VerdictAction>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) risk_score: Option<i32>,
    #[serde(default)]
    pub(crate) has_known_bounces: bool,
    #[serde(default)]
    pub(crate) is_disposable_domain: bool,
}

impl Record for EmailRisk {
    fn id(&self) -> &str {
        &self.of
    }
}
