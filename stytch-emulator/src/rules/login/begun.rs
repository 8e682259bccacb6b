//! Logins that have begun and are none yet: the factors that were shown, under a token.

use std::sync::Arc;

use stytch_b2b::authentication_factors::AuthenticationFactor;
use stytch_core::{ErrorType, Secret};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::factors;
use crate::state::{Intermediate, Member, Organization, State};

/// How long factors wait for the ones that are missing, in minutes.
const INTERMEDIATE_MINUTES: u32 = 10;

/// Factors from earlier steps.
pub(crate) fn intermediate(call: &Call<'_>, token: &Secret) -> Result<Arc<Intermediate>, Refusal> {
    let found = call.state.intermediate_sessions.get(token.expose());
    found
        .filter(|found| found.expires_at > call.now)
        .cloned()
        .ok_or_else(|| ErrorType::IntermediateSessionNotFound.into())
}

/// Factors from earlier steps of a member's login to an organization.
pub(crate) fn earlier(
    call: &Call<'_>,
    organization: &Organization,
    member: &Member,
    token: &Secret,
) -> Result<Arc<Intermediate>, Refusal> {
    let found = intermediate(call, token)?;
    let here = organization.model.organization_id.as_str();
    if found
        .organization_id
        .as_deref()
        .is_some_and(|id| id != here)
    {
        let name = "invalid_intermediate_session_token_for_organization";
        return Err(Refusal::new(name));
    }
    let address = &member.model.email_address;
    if !found.email_address.eq_ignore_ascii_case(address) {
        return Err(Refusal::new("member_session_member_id_mismatch"));
    }
    let mut earlier = (*found).clone();
    earlier
        .factors
        .retain(|factor| factors::is_of(factor, member));
    Ok(Arc::new(earlier))
}

/// Keeps factors that are not enough yet. Those of an earlier step keep their token.
pub(super) fn keep(
    call: &mut Call<'_>,
    organization: &Organization,
    member: &Member,
    factors: Vec<AuthenticationFactor>,
    earlier: Option<&Intermediate>,
) -> Arc<Intermediate> {
    let (token, expires_at) = match earlier {
        Some(earlier) => (earlier.token.clone(), earlier.expires_at),
        None => {
            let token = call.random.token();
            (token, call.in_minutes(INTERMEDIATE_MINUTES))
        }
    };
    let serve_everywhere = call.state.settings.passwords.cross_organization;
    let mut all = factors.iter();
    let is_bound = all.any(|factor| factors::is_bound(factor, serve_everywhere));
    let organization_id = earlier
        .and_then(|earlier| earlier.organization_id.clone())
        .or_else(|| is_bound.then(|| organization.model.organization_id.as_str().to_owned()));
    call.state.intermediate_sessions.put(Intermediate {
        token,
        email_address: member.model.email_address.clone(),
        organization_id,
        factors,
        expires_at,
    })
}

/// Begins a login that belongs to no organization yet.
pub(crate) fn begin(
    call: &mut Call<'_>,
    email_address: &str,
    factor: AuthenticationFactor,
) -> Arc<Intermediate> {
    let token = call.random.token();
    let expires_at = call.in_minutes(INTERMEDIATE_MINUTES);
    call.state.intermediate_sessions.put(Intermediate {
        token,
        email_address: email_address.to_owned(),
        organization_id: None,
        factors: vec![factor],
        expires_at,
    })
}

/// Forgets the logins to an organization that somebody with an address has begun, and that count nowhere
/// else.
pub(crate) fn forget_begun(state: &mut State, organization_id: &str, email: &str) {
    let group = Intermediate::listed_by_organization(organization_id);
    let begun = state.intermediate_sessions.group(&group);
    let tokens: Vec<_> = begun
        .filter(|begun| begun.email_address.eq_ignore_ascii_case(email))
        .map(|begun| begun.token.clone())
        .collect();
    for token in tokens {
        state.intermediate_sessions.remove(&token);
    }
}
