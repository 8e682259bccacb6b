//! Logins at OAuth providers of people whose organization is not known yet.

use stytch_b2b::oauth::discovery::{AuthenticateRequest, AuthenticateResponse};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::operations::b2b::discovery;
use crate::refusal::Refusal;
use crate::rules::oauth::members as accounts;
use crate::rules::providers::grants;
use crate::rules::{login, tokens};
use crate::state::TokenKind;

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    let verifier = request.pkce_code_verifier.as_ref();
    let token = &request.discovery_oauth_token;
    let token = tokens::spend(call, token, verifier, tokens::OAUTH)?;
    let TokenKind::DiscoveryOauth { answer } = &token.kind else {
        return Err(ErrorType::OauthTokenNotFound.into());
    };
    grants::of_login(call, answer);
    let identity = &answer.identity;
    let factor = accounts::factor(call, answer, None);
    let begun = login::begin(call, &identity.email_address, factor);
    let mut response = AuthenticateResponse::default();
    response.provider_type = answer.provider.name().to_owned();
    response.provider_tenant_ids.clone_from(&identity.tenants);
    if let [only] = &*identity.tenants {
        response.provider_tenant_id.clone_from(only);
    }
    response.full_name.clone_from(&identity.name);
    discovery::fill!(response, call, &identity.email_address, begun);
    Ok(response)
}
