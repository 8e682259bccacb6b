//! Logins of members at OAuth providers.

pub(crate) mod discovery;

use stytch_b2b::oauth::{AuthenticateRequest, AuthenticateResponse, ProviderValues};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::operations::b2b::organizations::members;
use crate::refusal::Refusal;
use crate::rules::login::{self, Wishes};
use crate::rules::oauth::members as accounts;
use crate::rules::providers::Provider;
use crate::rules::providers::grants;
use crate::rules::{find, tokens};
use crate::state::{ProviderGrant, TokenKind};

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    let verifier = request.pkce_code_verifier.as_ref();
    let token = tokens::spend(call, &request.oauth_token, verifier, tokens::OAUTH)?;
    let TokenKind::Oauth { member_id, answer } = &token.kind else {
        return Err(ErrorType::OauthTokenNotFound.into());
    };
    let found = call.state.members.get(member_id);
    let found = found
        .filter(|member| !member.is_deleted())
        .cloned()
        .ok_or_else(|| Refusal::from(ErrorType::OauthTokenNotFound))?;
    let organization = find::organization(call.state, found.model.organization_id.as_str())?;
    accounts::check_method(&organization, Some(&found), answer.provider)?;
    let grant = grants::of_login(call, answer);
    let mut member = (*found).clone();
    if answer.provider.vouches_to_organizations(&answer.identity) {
        let email = answer.identity.email_address.clone();
        members::change_email(call, &organization, &mut member, email, None)?;
        member.model.email_address_verified = true;
    }
    if member.model.name.is_empty() {
        member.model.name.clone_from(&answer.identity.name);
    }
    let member = call.state.members.put(member);
    let factor = accounts::factor(call, answer, Some(&member));
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
    response.organization_id = organization.model.organization_id.clone();
    response.provider_type = answer.provider.name().to_owned();
    response
        .provider_subject
        .clone_from(&answer.identity.subject);
    response.provider_values = Some(values(answer.provider, &grant));
    login::fill!(response, outcome);
    Ok(response)
}

/// What the app gets to call the provider with. Members get an id token from Microsoft alone.
fn values(provider: Provider, grant: &ProviderGrant) -> ProviderValues {
    let mut values = ProviderValues::default();
    values.scopes.clone_from(&grant.scopes);
    values.access_token = Some(grant.access_token.as_str().into());
    values.refresh_token = grant.refresh_token.as_deref().map(Into::into);
    values.expires_at = grant.expires_at;
    if provider == Provider::Microsoft {
        values.id_token = Some(grant.id_token.as_str().into());
    }
    values
}
