//! How likely an email address is a fraudster's. Nobody is asked: what can be seen of it counts, and what
//! the project's `email_risks` say.

use stytch_b2b::fraud::VerdictAction;
use stytch_b2b::fraud::email::RiskResponse;

use crate::rules::spelling;
use crate::state::{EmailRisk, State};

/// Domains for throwaway addresses.
const DISPOSABLE: [&str; 6] = [
    "10minutemail.com",
    "guerrillamail.com",
    "mailinator.com",
    "temp-mail.org",
    "trashmail.com",
    "yopmail.com",
];

/// What roles are called, and no person.
const ROLES: [&str; 12] = [
    "admin",
    "billing",
    "contact",
    "hello",
    "help",
    "info",
    "noreply",
    "no-reply",
    "office",
    "postmaster",
    "sales",
    "support",
];

/// Rates an address.
pub(crate) fn risk(state: &State, address: &str) -> RiskResponse {
    let address = address.trim().to_lowercase();
    let is_valid = spelling::email(&address).is_ok();
    let (local, domain) = address.rsplit_once('@').unwrap_or((&address, ""));
    let known = state.email_risks.get(&address);
    let known = known.or_else(|| state.email_risks.get(domain));
    let known = known
        .map(|known| EmailRisk::clone(known))
        .unwrap_or_default();
    let tumbling = local.matches(['.', '+']).count();
    let (bare, _) = local.split_once('+').unwrap_or((local, ""));
    let mut response = RiskResponse::default();
    let of_address = &mut response.address_information;
    of_address.has_known_bounces = known.has_known_bounces;
    of_address.has_valid_syntax = is_valid;
    of_address.is_suspected_role_address = ROLES.contains(&bare);
    of_address.tumbling_character_count = i32::try_from(tumbling).unwrap_or(i32::MAX);
    of_address.normalized_email = match is_valid {
        true => format!("{}@{domain}", bare.replace('.', "")),
        false => address.clone(),
    };
    let is_disposable = known.is_disposable_domain || DISPOSABLE.contains(&domain);
    let of_domain = &mut response.domain_information;
    // a domain that is kept for addresses of nobody (RFC 2606, section 2)
    of_domain.has_mx_or_a_record = is_valid && !domain.ends_with(".invalid");
    of_domain.is_disposable_domain = is_disposable;
    let guessed = match () {
        () if !is_valid || !of_domain.has_mx_or_a_record => 100,
        () if is_disposable || known.has_known_bounces => 80,
        () if of_address.is_suspected_role_address || tumbling > 3 => 50,
        () => 10,
    };
    let score = known.risk_score.unwrap_or(guessed);
    response.risk_score = score;
    response.action = known.action.unwrap_or(match score {
        ..40 => VerdictAction::Allow,
        40..70 => VerdictAction::Challenge,
        70.. => VerdictAction::Block,
    });
    response
}
