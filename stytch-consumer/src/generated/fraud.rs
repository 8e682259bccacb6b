// Generated from spec/shared/fraud.yaml by `cargo xtask generate`. Do not edit.

//! Judge devices and email addresses before they get to do harm.
//!
//! The fingerprinting script in the browser hands your app a telemetry id;
//! [`fraud().fingerprint().lookup`](crate::fraud::fingerprint::Fingerprint::lookup) turns it into a
//! verdict: let pass, challenge or block. What leads to which verdict can be changed for one
//! visitor or network with [`fraud().rules().set`](crate::fraud::rules::Rules::set), and for a
//! whole kind of suspicion with
//! [`fraud().verdict_reasons().override`](crate::fraud::verdict_reasons::VerdictReasons::override).

pub mod email;
pub mod fingerprint;
pub mod rules;
pub mod verdict_reasons;

use stytch_core::Timestamp;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot};

use crate::{BrowserId, VisitorId};

#[cfg(feature = "client")]
use stytch_core::Handle;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.fraud()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Fraud {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Fraud {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`fraud::email`](email): [`risk`](email::Email::risk).
    #[must_use]
    pub fn email(&self) -> email::Email {
        email::Email::new(self.client.clone())
    }

    /// The calls of [`fraud::fingerprint`](fingerprint): [`lookup`](fingerprint::Fingerprint::lookup).
    #[must_use]
    pub fn fingerprint(&self) -> fingerprint::Fingerprint {
        fingerprint::Fingerprint::new(self.client.clone())
    }

    /// The calls of [`fraud::rules`](rules): [`list`](rules::Rules::list), [`set`](rules::Rules::set).
    #[must_use]
    pub fn rules(&self) -> rules::Rules {
        rules::Rules::new(self.client.clone())
    }

    /// The calls of [`fraud::verdict_reasons`](verdict_reasons):
    /// [`list`](verdict_reasons::VerdictReasons::list),
    /// [`override`](verdict_reasons::VerdictReasons::override).
    #[must_use]
    pub fn verdict_reasons(&self) -> verdict_reasons::VerdictReasons {
        verdict_reasons::VerdictReasons::new(self.client.clone())
    }
}

/// What an email address itself gives away.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AddressInformation {
    /// Whether mail to the address is known to have come back.
    pub has_known_bounces: bool,
    /// Whether it is an email address at all.
    pub has_valid_syntax: bool,
    /// Whether it looks like a role or group, such as `info@`, and not like a person.
    pub is_suspected_role_address: bool,
    /// The address without dots and without everything behind a `+`. Compare it with those of other
    /// users to find one person with many addresses.
    pub normalized_email: String,
    /// How many `.` and `+` the address has; the more, the likelier it is a variation to get a further
    /// account.
    pub tumbling_character_count: i32,
}

#[doc(hidden)]
impl Object for AddressInformation {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "has_known_bounces" => self.has_known_bounces.slot(),
            "has_valid_syntax" => self.has_valid_syntax.slot(),
            "is_suspected_role_address" => self.is_suspected_role_address.slot(),
            "normalized_email" => self.normalized_email.slot(),
            "tumbling_character_count" => self.tumbling_character_count.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AddressInformation);

/// An autonomous system, the network of one operator.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AsnProperties {
    /// Number of the autonomous system.
    pub asn: String,
    /// Name by which the operator is publicly known.
    pub name: String,
    /// The operator's block of addresses, in CIDR notation.
    pub network: String,
}

#[doc(hidden)]
impl Object for AsnProperties {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "asn" => self.asn.slot(),
            "name" => self.name.slot(),
            "network" => self.network.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AsnProperties);

/// What a browser says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct BrowserProperties {
    /// The browser's `User-Agent` header.
    pub user_agent: String,
}

#[doc(hidden)]
impl Object for BrowserProperties {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "user_agent" => self.user_agent.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(BrowserProperties);

/// What is known of the domain of an email address.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DomainInformation {
    /// Whether DNS says that the domain can receive mail.
    pub has_mx_or_a_record: bool,
    /// Whether the domain is known for throwaway addresses.
    pub is_disposable_domain: bool,
}

#[doc(hidden)]
impl Object for DomainInformation {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "has_mx_or_a_record" => self.has_mx_or_a_record.slot(),
            "is_disposable_domain" => self.is_disposable_domain.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DomainInformation);

/// Marks by which a device, its browser and its network can be recognized.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Fingerprints {
    /// The visitor, recognized without a cookie.
    pub visitor_fingerprint: String,
    /// Kind of browser and its exact version; many people can share it.
    pub browser_fingerprint: String,
    /// Operating system and processor architecture; many people can share it.
    pub hardware_fingerprint: String,
    /// How the device speaks over the network, as its TLS handshake shows; many people can share it.
    pub network_fingerprint: String,
    /// The visitor, recognized by a cookie on the device.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub visitor_id: Option<VisitorId>,
    /// The browser, recognized by its visitor id and network fingerprint together.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub browser_id: Option<BrowserId>,
}

#[doc(hidden)]
impl Object for Fingerprints {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "visitor_fingerprint" => self.visitor_fingerprint.slot(),
            "browser_fingerprint" => self.browser_fingerprint.slot(),
            "hardware_fingerprint" => self.hardware_fingerprint.slot(),
            "network_fingerprint" => self.network_fingerprint.slot(),
            "visitor_id" => self.visitor_id.slot(),
            "browser_id" => self.browser_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Fingerprints);

/// Where in the world an IP address is.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct IpGeoProperties {
    /// City to which the address leads.
    pub city: String,
    /// Region or state to which the address leads.
    pub region: String,
    /// Country to which the address leads.
    pub country: String,
}

#[doc(hidden)]
impl Object for IpGeoProperties {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "city" => self.city.slot(),
            "region" => self.region.slot(),
            "country" => self.country.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(IpGeoProperties);

/// Marks of your own on a fingerprint, by which you find it in the vendor's dashboard.
///
/// Each has at most 65 characters: letters, digits and `_`, `-`, `+`, `.`, `@`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Metadata {
    /// Who it was, in your terms, such as a user id.
    pub external_id: Option<String>,
    /// Organization or tenant on whose behalf it was.
    pub organization_id: Option<String>,
    /// What was being done, such as `login`.
    pub user_action: Option<String>,
}

impl Metadata {
    /// A value that leaves everything to the defaults; the methods below add to it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Who it was, in your terms, such as a user id.
    #[must_use]
    pub fn external_id(mut self, external_id: impl Into<String>) -> Self {
        self.external_id = Some(external_id.into());
        self
    }

    /// Organization or tenant on whose behalf it was.
    #[must_use]
    pub fn organization_id(mut self, organization_id: impl Into<String>) -> Self {
        self.organization_id = Some(organization_id.into());
        self
    }

    /// What was being done, such as `login`.
    #[must_use]
    pub fn user_action(mut self, user_action: impl Into<String>) -> Self {
        self.user_action = Some(user_action.into());
        self
    }
}

#[doc(hidden)]
impl Body for Metadata {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("external_id", &self.external_id);
        fields.add("organization_id", &self.organization_id);
        fields.add("user_action", &self.user_action);
    }
}

#[doc(hidden)]
impl Object for Metadata {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "external_id" => self.external_id.slot(),
            "organization_id" => self.organization_id.slot(),
            "user_action" => self.user_action.slot(),
            _ => return None,
        })
    }
}

stytch_core::sent!(Metadata);

stytch_core::received!(Metadata);

/// Address and network of a device.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct NetworkProperties {
    /// Address from which the device came.
    pub ip_address: String,
    /// Operator of the network.
    pub asn: AsnProperties,
    /// Where in the world the IP address is.
    pub ip_geolocation: IpGeoProperties,
    /// Whether the device comes through a proxy.
    pub is_proxy: bool,
    /// Whether the device comes through a VPN.
    pub is_vpn: bool,
}

#[doc(hidden)]
impl Object for NetworkProperties {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "ip_address" => self.ip_address.slot(),
            "asn" => self.asn.slot(),
            "ip_geolocation" => self.ip_geolocation.slot(),
            "is_proxy" => self.is_proxy.slot(),
            "is_vpn" => self.is_vpn.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(NetworkProperties);

/// Where a device is in the network, and what browser it runs.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Properties {
    /// Address and network of the device.
    pub network_properties: NetworkProperties,
    /// What the browser says of itself.
    pub browser_properties: BrowserProperties,
}

#[doc(hidden)]
impl Object for Properties {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "network_properties" => self.network_properties.slot(),
            "browser_properties" => self.browser_properties.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Properties);

/// A decision of yours about one visitor, fingerprint, network or country.
///
/// Of the fields that name a subject, the one that belongs to `rule_type` is set.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Rule {
    /// What the rule goes by.
    pub rule_type: RuleType,
    /// Verdict that a lookup gives when the rule fits.
    pub action: RuleAction,
    /// When the rule was made.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub created_at: Option<Timestamp>,
    /// The visitor, recognized by a cookie on the device.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub visitor_id: Option<VisitorId>,
    /// The browser, recognized by its visitor id and network fingerprint together.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub browser_id: Option<BrowserId>,
    /// The visitor, recognized without a cookie.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub visitor_fingerprint: Option<String>,
    /// Kind of browser and its exact version; many people can share it.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub browser_fingerprint: Option<String>,
    /// Operating system and processor architecture; many people can share it.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub hardware_fingerprint: Option<String>,
    /// How the device speaks over the network, as its TLS handshake shows; many people can share it.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub network_fingerprint: Option<String>,
    /// Block of IP addresses in CIDR notation.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub cidr_block: Option<String>,
    /// Country as an ISO 3166-1 code of two letters.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub country_code: Option<String>,
    /// Number of the autonomous system, the network of one operator, as decimal text: `0` to
    /// `4294967295`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub asn: Option<String>,
    /// Your note on the rule.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub description: Option<String>,
    /// When the rule ends; missing if it is kept until removed.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub expires_at: Option<Timestamp>,
    /// When the rule last changed; missing if it never did.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub last_updated_at: Option<Timestamp>,
}

#[doc(hidden)]
impl Object for Rule {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "rule_type" => self.rule_type.slot(),
            "action" => self.action.slot(),
            "created_at" => self.created_at.slot(),
            "visitor_id" => self.visitor_id.slot(),
            "browser_id" => self.browser_id.slot(),
            "visitor_fingerprint" => self.visitor_fingerprint.slot(),
            "browser_fingerprint" => self.browser_fingerprint.slot(),
            "hardware_fingerprint" => self.hardware_fingerprint.slot(),
            "network_fingerprint" => self.network_fingerprint.slot(),
            "cidr_block" => self.cidr_block.slot(),
            "country_code" => self.country_code.slot(),
            "asn" => self.asn.slot(),
            "description" => self.description.slot(),
            "expires_at" => self.expires_at.slot(),
            "last_updated_at" => self.last_updated_at.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Rule);

/// What a rule or override makes of its subject.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum RuleAction {
    /// `ALLOW`: Let it pass.
    Allow,
    /// `CHALLENGE`: Ask for more, such as a second factor, before going on.
    Challenge,
    /// `BLOCK`: Refuse it.
    Block,
    /// `NONE`: No action of its own; sent for a rule, it removes the rule.
    None,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl RuleAction {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Allow => "ALLOW",
            Self::Challenge => "CHALLENGE",
            Self::Block => "BLOCK",
            Self::None => "NONE",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for RuleAction {
    fn from(value: &str) -> Self {
        match value {
            "ALLOW" => Self::Allow,
            "CHALLENGE" => Self::Challenge,
            "BLOCK" => Self::Block,
            "NONE" => Self::None,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(RuleAction);

/// What a rule goes by.
///
/// Where several rules fit a device, the type that comes first here decides.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum RuleType {
    /// `VISITOR_ID`: The visitor, recognized by a cookie.
    VisitorId,
    /// `BROWSER_ID`: The browser, recognized by cookie and network fingerprint.
    BrowserId,
    /// `VISITOR_FINGERPRINT`: The visitor, recognized without a cookie.
    VisitorFingerprint,
    /// `BROWSER_FINGERPRINT`: The kind of browser and its version.
    BrowserFingerprint,
    /// `HARDWARE_FINGERPRINT`: The operating system and architecture.
    HardwareFingerprint,
    /// `NETWORK_FINGERPRINT`: The way in which the device speaks over the network.
    NetworkFingerprint,
    /// `CIDR_BLOCK`: A block of IP addresses.
    CidrBlock,
    /// `ASN`: The network of one operator.
    Asn,
    /// `COUNTRY_CODE`: A country.
    CountryCode,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl RuleType {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::VisitorId => "VISITOR_ID",
            Self::BrowserId => "BROWSER_ID",
            Self::VisitorFingerprint => "VISITOR_FINGERPRINT",
            Self::BrowserFingerprint => "BROWSER_FINGERPRINT",
            Self::HardwareFingerprint => "HARDWARE_FINGERPRINT",
            Self::NetworkFingerprint => "NETWORK_FINGERPRINT",
            Self::CidrBlock => "CIDR_BLOCK",
            Self::Asn => "ASN",
            Self::CountryCode => "COUNTRY_CODE",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for RuleType {
    fn from(value: &str) -> Self {
        match value {
            "VISITOR_ID" => Self::VisitorId,
            "BROWSER_ID" => Self::BrowserId,
            "VISITOR_FINGERPRINT" => Self::VisitorFingerprint,
            "BROWSER_FINGERPRINT" => Self::BrowserFingerprint,
            "HARDWARE_FINGERPRINT" => Self::HardwareFingerprint,
            "NETWORK_FINGERPRINT" => Self::NetworkFingerprint,
            "CIDR_BLOCK" => Self::CidrBlock,
            "ASN" => Self::Asn,
            "COUNTRY_CODE" => Self::CountryCode,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(RuleType);

/// What the fingerprint says about a device, and what to do about it.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Verdict {
    /// What to do, with your rules and overrides taken into account.
    pub action: VerdictAction,
    /// What spoke against letting the device pass, such as `VIRTUAL_MACHINE`. `RULE_MATCH` says that
    /// one of your rules decided.
    pub reasons: Vec<String>,
    /// Operating system and architecture that the device turned out to have.
    pub detected_device_type: String,
    /// Whether the device is what it claims to be; false when it fakes its hardware or browser.
    pub is_authentic_device: bool,
    /// Overrides of yours that had a part in the verdict.
    pub verdict_reason_overrides: Vec<VerdictReasonOverride>,
    /// What the rule that decided goes by; set only if `reasons` has `RULE_MATCH`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub rule_match_type: Option<RuleType>,
    /// The visitor, fingerprint, network or country that the deciding rule is about; set only if
    /// `reasons` has `RULE_MATCH`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub rule_match_identifier: Option<String>,
}

#[doc(hidden)]
impl Object for Verdict {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "action" => self.action.slot(),
            "reasons" => self.reasons.slot(),
            "detected_device_type" => self.detected_device_type.slot(),
            "is_authentic_device" => self.is_authentic_device.slot(),
            "verdict_reason_overrides" => self.verdict_reason_overrides.slot(),
            "rule_match_type" => self.rule_match_type.slot(),
            "rule_match_identifier" => self.rule_match_identifier.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Verdict);

/// What to do about a device or an email address.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum VerdictAction {
    /// `ALLOW`: Known to be good, or nothing speaks against it; let it pass.
    Allow,
    /// `CHALLENGE`: Unknown or dubious; ask for more, such as a second factor or a captcha, before
    /// going on.
    Challenge,
    /// `BLOCK`: Known to be bad, or plainly deceptive; refuse what it asks for.
    Block,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl VerdictAction {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Allow => "ALLOW",
            Self::Challenge => "CHALLENGE",
            Self::Block => "BLOCK",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for VerdictAction {
    fn from(value: &str) -> Self {
        match value {
            "ALLOW" => Self::Allow,
            "CHALLENGE" => Self::Challenge,
            "BLOCK" => Self::Block,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(VerdictAction);

/// What a reason leads to, by default and by your override.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct VerdictReasonAction {
    /// Name of the reason, such as `VIRTUAL_MACHINE`.
    pub verdict_reason: String,
    /// Verdict to which the reason leads unless overridden.
    pub default_action: VerdictAction,
    /// Verdict to which the reason leads by your override; missing if there is none.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub override_action: Option<VerdictAction>,
    /// When the override was set; missing if there is none.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub override_created_at: Option<Timestamp>,
    /// Your note on the override.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub override_description: Option<String>,
}

#[doc(hidden)]
impl Object for VerdictReasonAction {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "verdict_reason" => self.verdict_reason.slot(),
            "default_action" => self.default_action.slot(),
            "override_action" => self.override_action.slot(),
            "override_created_at" => self.override_created_at.slot(),
            "override_description" => self.override_description.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(VerdictReasonAction);

/// An override that had a part in a verdict.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct VerdictReasonOverride {
    /// Name of the reason, such as `VIRTUAL_MACHINE`.
    pub verdict_reason: String,
    /// What the override made of the reason.
    pub override_action: VerdictAction,
}

#[doc(hidden)]
impl Object for VerdictReasonOverride {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "verdict_reason" => self.verdict_reason.slot(),
            "override_action" => self.override_action.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(VerdictReasonOverride);
