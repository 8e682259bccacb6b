//! Rules: what they are about, and which of them fits a device.

use std::net::Ipv4Addr;

use stytch_b2b::fraud::{Rule, RuleAction, RuleType};
use stytch_b2b::{BrowserId, VisitorId};
use stytch_core::Timestamp;

use super::cidr::Block;
use super::verdict::strictness;
use crate::refusal::Refusal;
use crate::state::{Device, FraudRule, State};

/// What a rule is about, by the fields that a request may name it with.
#[derive(Debug, Default)]
pub(crate) struct Subjects {
    pub(crate) visitor_id: Option<String>,
    pub(crate) browser_id: Option<String>,
    pub(crate) visitor_fingerprint: Option<String>,
    pub(crate) browser_fingerprint: Option<String>,
    pub(crate) hardware_fingerprint: Option<String>,
    pub(crate) network_fingerprint: Option<String>,
    pub(crate) cidr_block: Option<String>,
    pub(crate) asn: Option<String>,
    pub(crate) country_code: Option<String>,
}

impl Subjects {
    /// The one that is named, in the way in which rules name it.
    pub(crate) fn one(self, action: &RuleAction) -> Result<(RuleType, String), Refusal> {
        let named = [
            (RuleType::VisitorId, self.visitor_id),
            (RuleType::BrowserId, self.browser_id),
            (RuleType::VisitorFingerprint, self.visitor_fingerprint),
            (RuleType::BrowserFingerprint, self.browser_fingerprint),
            (RuleType::HardwareFingerprint, self.hardware_fingerprint),
            (RuleType::NetworkFingerprint, self.network_fingerprint),
            (RuleType::CidrBlock, self.cidr_block),
            (RuleType::Asn, self.asn),
            (RuleType::CountryCode, self.country_code),
        ];
        let mut named = named
            .into_iter()
            .filter_map(|(rule_type, about)| Some((rule_type, about?)));
        let invalid = || Refusal::new("invalid_fingerprint_or_id");
        let (rule_type, about) = named.next().ok_or_else(invalid)?;
        if named.next().is_some() {
            let message = "Name one identifier, not several.";
            return Err(invalid().because(message));
        }
        match rule_type {
            RuleType::CidrBlock => drop(Block::read(&about)?),
            RuleType::Asn => drop(asn(&about).ok_or_else(|| Refusal::new("invalid_asn"))?),
            RuleType::CountryCode => {
                if about.len() != 2 || !about.bytes().all(|byte| byte.is_ascii_uppercase()) {
                    return Err(Refusal::new("invalid_country_code"));
                }
                if *action == RuleAction::Allow {
                    return Err(Refusal::new("invalid_country_code_allow_rule"));
                }
            }
            _ if about.is_empty() => return Err(invalid()),
            _ => {}
        }
        Ok((rule_type, about))
    }
}

/// The number of a network.
fn asn(text: &str) -> Option<u32> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

/// Says in a rule, or in the answer about one, what it is about.
macro_rules! name {
    ($shown:ident, $rule_type:expr, $about:expr) => {{
        use stytch_b2b::fraud::RuleType;

        let about: &str = $about;
        match $rule_type {
            RuleType::VisitorId => $shown.visitor_id = Some(about.into()),
            RuleType::BrowserId => $shown.browser_id = Some(about.into()),
            RuleType::VisitorFingerprint => $shown.visitor_fingerprint = Some(about.into()),
            RuleType::BrowserFingerprint => $shown.browser_fingerprint = Some(about.into()),
            RuleType::HardwareFingerprint => $shown.hardware_fingerprint = Some(about.into()),
            RuleType::NetworkFingerprint => $shown.network_fingerprint = Some(about.into()),
            RuleType::CidrBlock => $shown.cidr_block = Some(about.into()),
            RuleType::Asn => $shown.asn = Some(about.into()),
            RuleType::CountryCode => $shown.country_code = Some(about.into()),
            _ => {}
        }
    }};
}

pub(crate) use name;

/// The rule that decides about a device, and what it is about: the most exact that fits.
pub(super) fn fitting<'s>(
    state: &'s State,
    device: &Device,
    now: Timestamp,
) -> Option<(&'s Rule, &'s str)> {
    let marks = &device.fingerprints;
    let network = &device.properties.network_properties;
    let visitor_id = marks.visitor_id.as_ref().map(VisitorId::as_str);
    let browser_id = marks.browser_id.as_ref().map(BrowserId::as_str);
    let number = network.asn.asn.trim_start_matches("AS");
    let named = |rule_type: RuleType, about: Option<&str>| {
        let found = state
            .fraud_rules
            .get(&FraudRule::named(&rule_type, about?))?;
        living(found, now)
    };
    named(RuleType::VisitorId, visitor_id)
        .or_else(|| named(RuleType::BrowserId, browser_id))
        .or_else(|| {
            named(
                RuleType::VisitorFingerprint,
                Some(&marks.visitor_fingerprint),
            )
        })
        .or_else(|| {
            named(
                RuleType::BrowserFingerprint,
                Some(&marks.browser_fingerprint),
            )
        })
        .or_else(|| {
            named(
                RuleType::HardwareFingerprint,
                Some(&marks.hardware_fingerprint),
            )
        })
        .or_else(|| {
            named(
                RuleType::NetworkFingerprint,
                Some(&marks.network_fingerprint),
            )
        })
        .or_else(|| around(state, &network.ip_address, now))
        .or_else(|| named(RuleType::Asn, Some(number)))
        .or_else(|| named(RuleType::CountryCode, Some(&network.ip_geolocation.country)))
}

/// A rule that has not ended, and what it is about.
pub(crate) fn living(rule: &FraudRule, now: Timestamp) -> Option<(&Rule, &str)> {
    let (_, about) = rule.id.split_once(':')?;
    let is_living = rule.model.expires_at.is_none_or(|end| end > now);
    is_living.then_some((&rule.model, about))
}

/// The rule about the smallest block that has an address in it, and of those the strictest.
fn around<'s>(state: &'s State, address: &str, now: Timestamp) -> Option<(&'s Rule, &'s str)> {
    let address: Ipv4Addr = address.parse().ok()?;
    let rules = state.fraud_rules.group(RuleType::CidrBlock.as_str());
    let rules = rules.filter_map(|rule| {
        let (rule, about) = living(rule, now)?;
        let block = Block::read(about).ok().filter(|block| block.has(address))?;
        Some((
            block.prefix,
            strictness(&rule.action.as_str().into()),
            (rule, about),
        ))
    });
    let decides = rules.max_by_key(|(prefix, strictness, _)| (*prefix, *strictness));
    decides.map(|(_, _, rule)| rule)
}
