//! What providers have handed out for members.

use std::sync::Arc;

use stytch_b2b::organizations::members::oauth_providers::{
    GithubProviderInfo, GithubRequest, GithubResponse, GoogleRequest, GoogleResponse,
    HubspotProviderInfo, HubspotRequest, HubspotResponse, MicrosoftRequest, MicrosoftResponse,
    SlackProviderInfo, SlackRequest, SlackResponse,
};
use stytch_b2b::organizations::members::{
    OidcProviderInfo, OidcProvidersRequest, OidcProvidersResponse,
};
use stytch_core::{ErrorType, Secret};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::find;
use crate::rules::providers::{Provider, grants};
use crate::state::{Member, ProviderGrant};

pub(crate) fn google(
    call: &mut Call<'_>,
    request: GoogleRequest,
) -> Result<GoogleResponse, Refusal> {
    let (organization_id, member_id) = (&request.organization_id, &request.member_id);
    let member = member(call, organization_id.as_str(), member_id.as_str())?;
    let grant = newest(call, &member, Provider::Google)?;
    let mut response = GoogleResponse::default();
    response.provider_type = Provider::Google.name().to_owned();
    response
        .provider_subject
        .clone_from(&grant.identity.subject);
    response.scopes.clone_from(&grant.scopes);
    response.refresh_token = refresh_token(&grant, request.include_refresh_token);
    response.id_token = grant.id_token.as_str().into();
    response.access_token = Some(grant.access_token.as_str().into());
    response.access_token_expires_in = Some(grants::expires_in(call, &grant));
    Ok(response)
}

pub(crate) fn microsoft(
    call: &mut Call<'_>,
    request: MicrosoftRequest,
) -> Result<MicrosoftResponse, Refusal> {
    let (organization_id, member_id) = (&request.organization_id, &request.member_id);
    let member = member(call, organization_id.as_str(), member_id.as_str())?;
    let grant = newest(call, &member, Provider::Microsoft)?;
    let mut response = MicrosoftResponse::default();
    response.provider_type = Provider::Microsoft.name().to_owned();
    response
        .provider_subject
        .clone_from(&grant.identity.subject);
    response.scopes.clone_from(&grant.scopes);
    response.refresh_token = refresh_token(&grant, request.include_refresh_token);
    response.id_token = grant.id_token.as_str().into();
    response.access_token = grant.access_token.as_str().into();
    response.access_token_expires_in = grants::expires_in(call, &grant);
    Ok(response)
}

pub(crate) fn slack(call: &mut Call<'_>, request: SlackRequest) -> Result<SlackResponse, Refusal> {
    let (organization_id, member_id) = (&request.organization_id, &request.member_id);
    let member = member(call, organization_id.as_str(), member_id.as_str())?;
    let mut response = SlackResponse::default();
    response.provider_type = Provider::Slack.name().to_owned();
    for grant in all(call, &member, Provider::Slack)? {
        let mut info = SlackProviderInfo::default();
        info.provider_subject.clone_from(&grant.identity.subject);
        info.provider_tenant_id = only_tenant(&grant);
        info.access_token = grant.access_token.as_str().into();
        info.scopes.clone_from(&grant.scopes);
        info.bot_access_token = format!("bot-{}", grant.access_token).into();
        response.registrations.push(info);
    }
    Ok(response)
}

pub(crate) fn hubspot(
    call: &mut Call<'_>,
    request: HubspotRequest,
) -> Result<HubspotResponse, Refusal> {
    let (organization_id, member_id) = (&request.organization_id, &request.member_id);
    let member = member(call, organization_id.as_str(), member_id.as_str())?;
    let mut response = HubspotResponse::default();
    response.provider_type = Provider::Hubspot.name().to_owned();
    for grant in all(call, &member, Provider::Hubspot)? {
        let mut info = HubspotProviderInfo::default();
        info.provider_subject.clone_from(&grant.identity.subject);
        info.provider_tenant_id = only_tenant(&grant);
        info.scopes.clone_from(&grant.scopes);
        info.refresh_token = refresh_token(&grant, request.include_refresh_token);
        info.access_token = grant.access_token.as_str().into();
        info.access_token_expires_in = grants::expires_in(call, &grant);
        response.registrations.push(info);
    }
    Ok(response)
}

pub(crate) fn github(
    call: &mut Call<'_>,
    request: GithubRequest,
) -> Result<GithubResponse, Refusal> {
    let (organization_id, member_id) = (&request.organization_id, &request.member_id);
    let member = member(call, organization_id.as_str(), member_id.as_str())?;
    let mut response = GithubResponse::default();
    response.provider_type = Provider::Github.name().to_owned();
    for grant in all(call, &member, Provider::Github)? {
        let mut info = GithubProviderInfo::default();
        info.provider_subject.clone_from(&grant.identity.subject);
        info.provider_tenant_ids.clone_from(&grant.identity.tenants);
        info.access_token = grant.access_token.as_str().into();
        info.scopes.clone_from(&grant.scopes);
        response.registrations.push(info);
    }
    Ok(response)
}

pub(crate) fn oidc_providers(
    call: &mut Call<'_>,
    request: OidcProvidersRequest,
) -> Result<OidcProvidersResponse, Refusal> {
    let (organization_id, member_id) = (&request.organization_id, &request.member_id);
    let member = member(call, organization_id.as_str(), member_id.as_str())?;
    let mut response = OidcProvidersResponse::default();
    for registration in &member.model.sso_registrations {
        let id = &registration.connection_id;
        let account = ProviderGrant::over_connection(id.as_str(), &registration.external_id);
        let Some(grant) = grants::current(call, &account)? else {
            continue;
        };
        let mut info = OidcProviderInfo::default();
        info.provider_subject.clone_from(&grant.identity.subject);
        info.id_token = grant.id_token.as_str().into();
        info.access_token = grant.access_token.as_str().into();
        info.access_token_expires_in = grants::expires_in(call, &grant);
        info.scopes.clone_from(&grant.scopes);
        info.connection_id = id.clone();
        info.refresh_token = refresh_token(&grant, request.include_refresh_token);
        response.registrations.push(info);
    }
    match response.registrations.is_empty() {
        true => Err(ErrorType::MemberOidcTokenNotFound.into()),
        false => Ok(response),
    }
}

fn member(call: &Call<'_>, organization_id: &str, member_id: &str) -> Result<Arc<Member>, Refusal> {
    let organization = find::organization(call.state, organization_id)?;
    find::member(call.state, &organization, member_id)
}

/// What a provider has handed out for the accounts that a member has logged in with.
fn all(
    call: &mut Call<'_>,
    member: &Member,
    provider: Provider,
) -> Result<Vec<Arc<ProviderGrant>>, Refusal> {
    let mut found = Vec::new();
    for registration in &member.model.oauth_registrations {
        if registration.provider_type == provider.name() {
            let account = ProviderGrant::at_provider(provider, &registration.provider_subject);
            found.extend(grants::current(call, &account)?);
        }
    }
    match found.is_empty() {
        true => Err(ErrorType::MemberOauthTokenNotFound.into()),
        false => Ok(found),
    }
}

/// The same for the account that came last.
fn newest(
    call: &mut Call<'_>,
    member: &Member,
    provider: Provider,
) -> Result<Arc<ProviderGrant>, Refusal> {
    let newest = all(call, member, provider)?.pop();
    newest.ok_or_else(|| ErrorType::MemberOauthTokenNotFound.into())
}

fn refresh_token(grant: &ProviderGrant, is_wanted: Option<bool>) -> Option<Secret> {
    let token = grant.refresh_token.as_deref().map(Secret::from);
    token.filter(|_| is_wanted == Some(true))
}

/// The tenant of an account, if it has one and no more.
fn only_tenant(grant: &ProviderGrant) -> String {
    match &*grant.identity.tenants {
        [only] => only.clone(),
        _ => String::new(),
    }
}
