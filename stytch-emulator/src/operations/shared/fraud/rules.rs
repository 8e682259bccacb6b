//! What is decided in advance about devices, networks and countries.

use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use stytch_b2b::fraud::rules::{ListRequest, ListResponse, SetRequest, SetResponse};
use stytch_b2b::fraud::{Rule, RuleAction};

use crate::call::Call;
use crate::clock;
use crate::refusal::Refusal;
use crate::rules::fraud::rules::{self, Subjects};
use crate::state::FraudRule;

/// How many rules a page may have.
const LIMITS: std::ops::RangeInclusive<i32> = 1..=100;

/// How many it has unless the request says so.
const USUAL_LIMIT: i32 = 10;

pub(crate) fn set(call: &mut Call<'_>, request: SetRequest) -> Result<SetResponse, Refusal> {
    let subjects = Subjects {
        visitor_id: request.visitor_id.map(|id| id.as_str().to_owned()),
        browser_id: request.browser_id.map(|id| id.as_str().to_owned()),
        visitor_fingerprint: request.visitor_fingerprint,
        browser_fingerprint: request.browser_fingerprint,
        hardware_fingerprint: request.hardware_fingerprint,
        network_fingerprint: request.network_fingerprint,
        cidr_block: request.cidr_block,
        asn: request.asn,
        country_code: request.country_code,
    };
    let (rule_type, about) = subjects.one(&request.action)?;
    let expires_at = match request.expires_in_minutes.map(u64::try_from) {
        None => None,
        Some(Ok(minutes)) if minutes > 0 => {
            Some(clock::after(call.now, Duration::from_secs(minutes * 60)))
        }
        Some(_) => {
            let message = "expires_in_minutes: expected a number of minutes, 1 or more";
            return Err(Refusal::bad_request(message));
        }
    };
    let id = FraudRule::named(&rule_type, &about);
    let mut response = SetResponse::default();
    response.action = request.action.clone();
    rules::name!(response, rule_type, &about);
    if request.action == RuleAction::None {
        call.state.fraud_rules.remove(&id);
        return Ok(response);
    }
    response.expires_at = expires_at;
    let known = call.state.fraud_rules.get(&id);
    let known = known.filter(|known| rules::living(known, call.now).is_some());
    let mut rule = Rule::default();
    rules::name!(rule, rule_type, &about);
    rule.rule_type = rule_type;
    rule.action = request.action;
    rule.description = request.description;
    rule.expires_at = expires_at;
    rule.created_at = match known {
        None => Some(call.now),
        Some(known) => known.model.created_at,
    };
    rule.last_updated_at = known.map(|_| call.now);
    call.state.fraud_rules.put(FraudRule { id, model: rule });
    Ok(response)
}

pub(crate) fn list(call: &mut Call<'_>, request: ListRequest) -> Result<ListResponse, Refusal> {
    let limit = request.limit.unwrap_or(USUAL_LIMIT);
    if !LIMITS.contains(&limit) {
        let message = "limit: expected a number from 1 to 100";
        return Err(Refusal::new("invalid_limit").because(message));
    }
    let limit = usize::try_from(limit).unwrap_or_default();
    let last = match request.cursor.filter(|cursor| !cursor.is_empty()) {
        None => String::new(),
        Some(cursor) => read(&cursor)?,
    };
    let rules = call.state.fraud_rules.iter();
    let rules = rules.filter(|rule| rule.id > last && rules::living(rule, call.now).is_some());
    let mut page: Vec<_> = rules.take(limit + 1).collect();
    let is_last = page.len() <= limit;
    page.truncate(limit);
    let mut response = ListResponse::default();
    if let Some(rule) = page.last().filter(|_| !is_last) {
        response.next_cursor = BASE64_URL_SAFE_NO_PAD.encode(&rule.id);
    }
    response.rules = page.into_iter().map(|rule| rule.model.clone()).collect();
    Ok(response)
}

/// The id of the last rule on the page before.
fn read(cursor: &str) -> Result<String, Refusal> {
    let id = BASE64_URL_SAFE_NO_PAD.decode(cursor).ok();
    let id = id.and_then(|id| String::from_utf8(id).ok());
    let id = id.filter(|id| id.contains(':'));
    id.ok_or_else(|| Refusal::new("dfp_rule_invalid_cursor"))
}
