//! Links for people whose organization is not known yet.

use stytch_b2b::magic_links::discovery::{AuthenticateRequest, AuthenticateResponse};
use stytch_core::ErrorType;

use super::factor;
use crate::call::Call;
use crate::operations::b2b::discovery;
use crate::refusal::Refusal;
use crate::rules::{login, tokens};
use crate::state::TokenKind;

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    let token = &request.discovery_magic_links_token;
    let verifier = request.pkce_code_verifier.as_ref();
    let token = tokens::spend(call, token, verifier, tokens::MAGIC_LINK)?;
    let TokenKind::DiscoveryMagicLink { email_address } = &token.kind else {
        return Err(ErrorType::MagicLinkNotFound.into());
    };
    let email_id = call.random.id("email");
    let factor = factor(&email_id, email_address, call.now);
    let begun = login::begin(call, email_address, factor);
    let mut response = AuthenticateResponse::default();
    discovery::fill!(response, call, email_address, begun);
    Ok(response)
}
