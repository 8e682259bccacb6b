//! Links in mails.

pub(crate) mod discovery;
pub(crate) mod email;

use stytch_b2b::authentication_factors::{AuthenticationFactor, FactorType};
use stytch_b2b::magic_links::{AuthenticateRequest, AuthenticateResponse};
use stytch_core::{ErrorType, Timestamp};

use crate::call::Call;
use crate::operations::b2b::organizations::members::email_update;
use crate::refusal::Refusal;
use crate::rules::login::{self, Wishes};
use crate::rules::{factors, find, tokens};
use crate::state::TokenKind;

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    let verifier = request.pkce_code_verifier.as_ref();
    let token = tokens::spend(
        call,
        &request.magic_links_token,
        verifier,
        tokens::MAGIC_LINK,
    )?;
    let (TokenKind::MagicLink { member_id } | TokenKind::EmailUpdate { member_id, .. }) =
        &token.kind
    else {
        return Err(ErrorType::MagicLinkNotFound.into());
    };
    let found = call.state.members.get(member_id);
    let found = found
        .filter(|member| !member.is_deleted())
        .cloned()
        .ok_or_else(|| Refusal::new("magic_link_not_found"))?;
    let organization = find::organization(call.state, found.model.organization_id.as_str())?;
    let mut member = (*found).clone();
    if let TokenKind::EmailUpdate { email_address, .. } = &token.kind {
        email_update::complete(call, &organization, &mut member, email_address)?;
    }
    member.model.email_address_verified = true;
    let member = call.state.members.put(member);
    let factor = factor(&member.email_id, &member.model.email_address, call.now);
    let wishes = Wishes {
        session_token: request.session_token,
        session_jwt: request.session_jwt,
        session_duration_minutes: request.session_duration_minutes,
        session_custom_claims: request.session_custom_claims,
        intermediate_session_token: request.intermediate_session_token,
        ends_sessions: false,
    };
    let outcome = login::with(call, &organization, &member, vec![factor], wishes)?;
    let mut response = AuthenticateResponse::default();
    response.method_id = member.email_id.as_str().into();
    response.organization_id = organization.model.organization_id.clone();
    login::fill!(response, outcome);
    Ok(response)
}

/// The factor of somebody who has followed a link.
pub(crate) fn factor(email_id: &str, email_address: &str, now: Timestamp) -> AuthenticationFactor {
    factors::email(FactorType::MagicLink, email_id, email_address, now)
}
