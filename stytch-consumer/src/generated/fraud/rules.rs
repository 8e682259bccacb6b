// Generated from spec/shared/fraud.rules.yaml by `cargo xtask generate`. Do not edit.

//! Decide in advance what the verdict on certain visitors, networks or countries is.
//!
//! A lookup that meets a rule gives the rule's action, with `RULE_MATCH` among the reasons.

use stytch_core::Timestamp;
use stytch_core::wire::{Body, Fields, Object, Page, Receive, Slot};

use crate::fraud::{Rule, RuleAction};
use crate::{BrowserId, VisitorId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.fraud().rules()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Rules {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Rules {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Lists the rules of the project.
    ///
    /// They come in pages of 10 unless `limit` asks for more.
    ///
    /// Await the call for one page, or go through all of them with `.stream()` and `.pages()`.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::fraud::rules;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut rules = stytch.fraud().rules().list(rules::ListRequest::new().limit(100)).stream();
    /// while let Some(rule) = rules.next().await {
    ///     let rule = rule?;
    ///     println!("{}: {}", rule.rule_type, rule.action);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/rules/list`
    pub fn list(&self, request: ListRequest) -> Call<ListResponse> {
        const OPERATION: Operation =
            Operation::new("fraud.rules.list", Verb::Post, "/v1/rules/list")
                .fraud()
                .repeatable()
                .paged_by("cursor");
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Sets, changes or removes the rule for one subject.
    ///
    /// Name exactly one subject: a visitor, a browser, a fingerprint, a block of addresses, a network
    /// or a country. Browser, hardware and network fingerprints are shared by many devices, so a rule
    /// for one may hit more people than you mean.
    ///
    /// Where several rules fit a device, the most exact decides, in the order of
    /// [`fraud::RuleType`](crate::fraud::RuleType): a rule for a visitor id beats one for a country. Of
    /// several blocks of addresses the smallest decides, and among those of equal size `BLOCK` goes
    /// before `CHALLENGE` and `CHALLENGE` before `ALLOW`.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::fraud;
    /// use stytch_consumer::fraud::rules;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// // Keep one visitor out for a day.
    /// let rule = rules::SetRequest::new(fraud::RuleAction::Block)
    ///     .visitor_id("visitor-1a6f4c8d-93e7-4b02-ad5c-0f28e7b6c941")
    ///     .expires_in_minutes(24 * 60)
    ///     .description("signed up forty times this morning");
    /// let set = stytch.fraud().rules().set(rule).await?;
    /// if let Some(end) = set.expires_at {
    ///     println!("out until {end}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/rules/set`
    pub fn set(&self, request: SetRequest) -> Call<SetResponse> {
        const OPERATION: Operation =
            Operation::new("fraud.rules.set", Verb::Post, "/v1/rules/set").fraud();
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`Rules::list`] takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ListRequest {
    /// Where to go on: `next_cursor` of the page before. Leave it out for the first page.
    pub cursor: Option<String>,
    /// Most rules on one page, at most 100; 10 unless set.
    pub limit: Option<i32>,
}

impl ListRequest {
    /// A request that leaves everything to the defaults; the methods below add to it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Where to go on: `next_cursor` of the page before.
    #[must_use]
    pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
        self.cursor = Some(cursor.into());
        self
    }

    /// Most rules on one page, at most 100; 10 unless set.
    #[must_use]
    pub fn limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }
}

#[doc(hidden)]
impl Body for ListRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("cursor", &self.cursor);
        fields.add("limit", &self.limit);
    }
}

stytch_core::sent!(ListRequest);

/// What [`Rules::list`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ListResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Pass it as `cursor` to get the next page; empty on the last one.
    pub next_cursor: String,
    /// Rules on this page.
    pub rules: Vec<Rule>,
}

#[doc(hidden)]
impl Object for ListResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "next_cursor" => self.next_cursor.slot(),
            "rules" => self.rules.slot(),
            _ => return None,
        })
    }
}

#[doc(hidden)]
impl Page for ListResponse {
    type Item = Rule;
    fn next_cursor(&self) -> Option<&str> {
        Some(self.next_cursor.as_str())
    }

    fn into_items(self) -> Vec<Rule> {
        self.rules
    }
}

stytch_core::received!(ListResponse);

/// What [`Rules::set`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SetRequest {
    /// Verdict that a lookup gives from now on; `NONE` removes the rule. A country cannot be given
    /// `ALLOW`.
    pub action: RuleAction,
    /// The visitor, recognized by a cookie on the device.
    pub visitor_id: Option<VisitorId>,
    /// The browser, recognized by its visitor id and network fingerprint together.
    pub browser_id: Option<BrowserId>,
    /// The visitor, recognized without a cookie.
    pub visitor_fingerprint: Option<String>,
    /// Kind of browser and its exact version; many people can share it.
    pub browser_fingerprint: Option<String>,
    /// Operating system and processor architecture; many people can share it.
    pub hardware_fingerprint: Option<String>,
    /// How the device speaks over the network, as its TLS handshake shows; many people can share it.
    pub network_fingerprint: Option<String>,
    /// Minutes after which the rule ends; without it, the rule stays until removed.
    pub expires_in_minutes: Option<i32>,
    /// A note on the rule for those who read the list later.
    pub description: Option<String>,
    /// IP addresses in CIDR notation, with a prefix length of 16 to 32, or a single address.
    pub cidr_block: Option<String>,
    /// Country as an ISO 3166-1 code of two letters.
    pub country_code: Option<String>,
    /// Number of the autonomous system, the network of one operator, as decimal text: `0` to
    /// `4294967295`.
    pub asn: Option<String>,
}

impl SetRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(action: impl Into<RuleAction>) -> Self {
        Self {
            action: action.into(),
            visitor_id: None,
            browser_id: None,
            visitor_fingerprint: None,
            browser_fingerprint: None,
            hardware_fingerprint: None,
            network_fingerprint: None,
            expires_in_minutes: None,
            description: None,
            cidr_block: None,
            country_code: None,
            asn: None,
        }
    }

    /// The visitor, recognized by a cookie on the device.
    #[must_use]
    pub fn visitor_id(mut self, visitor_id: impl Into<VisitorId>) -> Self {
        self.visitor_id = Some(visitor_id.into());
        self
    }

    /// The browser, recognized by its visitor id and network fingerprint together.
    #[must_use]
    pub fn browser_id(mut self, browser_id: impl Into<BrowserId>) -> Self {
        self.browser_id = Some(browser_id.into());
        self
    }

    /// The visitor, recognized without a cookie.
    #[must_use]
    pub fn visitor_fingerprint(mut self, visitor_fingerprint: impl Into<String>) -> Self {
        self.visitor_fingerprint = Some(visitor_fingerprint.into());
        self
    }

    /// Kind of browser and its exact version; many people can share it.
    #[must_use]
    pub fn browser_fingerprint(mut self, browser_fingerprint: impl Into<String>) -> Self {
        self.browser_fingerprint = Some(browser_fingerprint.into());
        self
    }

    /// Operating system and processor architecture; many people can share it.
    #[must_use]
    pub fn hardware_fingerprint(mut self, hardware_fingerprint: impl Into<String>) -> Self {
        self.hardware_fingerprint = Some(hardware_fingerprint.into());
        self
    }

    /// How the device speaks over the network, as its TLS handshake shows; many people can share it.
    #[must_use]
    pub fn network_fingerprint(mut self, network_fingerprint: impl Into<String>) -> Self {
        self.network_fingerprint = Some(network_fingerprint.into());
        self
    }

    /// Minutes after which the rule ends; without it, the rule stays until removed.
    #[must_use]
    pub fn expires_in_minutes(mut self, expires_in_minutes: i32) -> Self {
        self.expires_in_minutes = Some(expires_in_minutes);
        self
    }

    /// A note on the rule for those who read the list later.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// IP addresses in CIDR notation, with a prefix length of 16 to 32, or a single address.
    #[must_use]
    pub fn cidr_block(mut self, cidr_block: impl Into<String>) -> Self {
        self.cidr_block = Some(cidr_block.into());
        self
    }

    /// Country as an ISO 3166-1 code of two letters.
    #[must_use]
    pub fn country_code(mut self, country_code: impl Into<String>) -> Self {
        self.country_code = Some(country_code.into());
        self
    }

    /// Number of the autonomous system, the network of one operator, as decimal text: `0` to
    /// `4294967295`.
    #[must_use]
    pub fn asn(mut self, asn: impl Into<String>) -> Self {
        self.asn = Some(asn.into());
        self
    }
}

#[doc(hidden)]
impl Body for SetRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("action", &self.action);
        fields.add("visitor_id", &self.visitor_id);
        fields.add("browser_id", &self.browser_id);
        fields.add("visitor_fingerprint", &self.visitor_fingerprint);
        fields.add("browser_fingerprint", &self.browser_fingerprint);
        fields.add("hardware_fingerprint", &self.hardware_fingerprint);
        fields.add("network_fingerprint", &self.network_fingerprint);
        fields.add("expires_in_minutes", &self.expires_in_minutes);
        fields.add("description", &self.description);
        fields.add("cidr_block", &self.cidr_block);
        fields.add("country_code", &self.country_code);
        fields.add("asn", &self.asn);
    }
}

stytch_core::sent!(SetRequest);

/// What [`Rules::set`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct SetResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Verdict that a lookup gives from now on; `NONE` removes the rule. A country cannot be given
    /// `ALLOW`.
    pub action: RuleAction,
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
    /// When the rule ends; missing if it stays until removed.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub expires_at: Option<Timestamp>,
}

#[doc(hidden)]
impl Object for SetResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "action" => self.action.slot(),
            "visitor_id" => self.visitor_id.slot(),
            "browser_id" => self.browser_id.slot(),
            "visitor_fingerprint" => self.visitor_fingerprint.slot(),
            "browser_fingerprint" => self.browser_fingerprint.slot(),
            "hardware_fingerprint" => self.hardware_fingerprint.slot(),
            "network_fingerprint" => self.network_fingerprint.slot(),
            "cidr_block" => self.cidr_block.slot(),
            "country_code" => self.country_code.slot(),
            "asn" => self.asn.slot(),
            "expires_at" => self.expires_at.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(SetResponse);
