//! The addresses where logins at providers begin: what each takes.

use super::Provider;
use super::login::{Names, Next, begin};
use super::params::Params;
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::redirect::{self, UrlType};
use crate::rules::sso::connections;
use crate::rules::{find, oauth, tokens};
use crate::state::{ProviderAim, Record as _, TokenKind};

/// Begins a login with SSO: `GET /v1/public/sso/start`.
pub(crate) fn sso(call: &mut Call<'_>, params: &Params) -> Result<Next, Refusal> {
    let connection_id = match (params.one("connection_id")?, params.one("organization_id")?) {
        (None, None) => return Err(Refusal::new("missing_sso_connection_locator")),
        (Some(_), Some(_)) => return Err(Refusal::new("too_many_sso_connection_locators")),
        (Some(id), None) => id.to_owned(),
        (None, Some(name)) => {
            let organization = find::organization(call.state, name)?;
            connections::usual(call.state, &organization)?
        }
    };
    connections::active(call.state, &connection_id)?;
    let aim = ProviderAim::Sso { connection_id };
    let names = Names {
        login: ("login_redirect_url", UrlType::Login),
        signup: ("signup_redirect_url", UrlType::Signup),
        challenge: "pkce_code_challenge",
        unregistered: redirect::SSO,
    };
    begin(call, aim, params, &names)
}

/// Begins a login of a member at a provider: `GET /v1/b2b/public/oauth/{provider}/start`.
pub(crate) fn member_oauth(
    call: &mut Call<'_>,
    slug: &str,
    params: &Params,
) -> Result<Next, Refusal> {
    let provider = for_members(slug)?;
    let name = match (params.one("organization_id")?, params.one("slug")?) {
        (None, None) => return Err(Refusal::new("missing_oauth_organization_locator")),
        (Some(_), Some(_)) => return Err(Refusal::new("too_many_oauth_organization_locators")),
        (one, other) => one.or(other).unwrap_or_default(),
    };
    let organization = find::organization(call.state, name)?;
    let aim = ProviderAim::Oauth {
        provider,
        organization_id: organization.id().to_owned(),
    };
    let names = Names {
        login: ("login_redirect_url", UrlType::Login),
        signup: ("signup_redirect_url", UrlType::Signup),
        challenge: "pkce_code_challenge",
        unregistered: redirect::OAUTH,
    };
    begin(call, aim, params, &names)
}

/// Begins a login of somebody whose organization is not known yet:
/// `GET /v1/b2b/public/oauth/{provider}/discovery/start`.
pub(crate) fn discovery_oauth(
    call: &mut Call<'_>,
    slug: &str,
    params: &Params,
) -> Result<Next, Refusal> {
    let aim = ProviderAim::DiscoveryOauth {
        provider: for_members(slug)?,
    };
    let names = Names {
        login: ("discovery_redirect_url", UrlType::Discovery),
        signup: ("discovery_redirect_url", UrlType::Discovery),
        challenge: "pkce_code_challenge",
        unregistered: redirect::OAUTH,
    };
    begin(call, aim, params, &names)
}

/// Begins a login of a user: `GET /v1/public/oauth/{provider}/start`.
pub(crate) fn user_oauth(
    call: &mut Call<'_>,
    slug: &str,
    params: &Params,
) -> Result<Next, Refusal> {
    let provider = oauth::users::provider(slug)?;
    let attach_to = match params.one("oauth_attach_token")? {
        None => None,
        Some(token) => Some(attach_to(call, provider, token)?),
    };
    let aim = ProviderAim::UserOauth {
        provider,
        attach_to,
    };
    let names = Names {
        login: ("login_redirect_url", UrlType::Login),
        signup: ("signup_redirect_url", UrlType::Signup),
        challenge: "code_challenge",
        unregistered: redirect::OAUTH,
    };
    begin(call, aim, params, &names)
}

fn for_members(slug: &str) -> Result<Provider, Refusal> {
    let provider = Provider::find(slug)?;
    match provider.is_for_members() {
        true => Ok(provider),
        false => Err(Refusal::new("invalid_oauth_provider")),
    }
}

/// The user to whom an account is to belong, by a token for this provider.
fn attach_to(call: &mut Call<'_>, provider: Provider, token: &str) -> Result<String, Refusal> {
    let token = tokens::spend(call, &token.into(), None, tokens::OAUTH_ATTACH)?;
    match &token.kind {
        TokenKind::OauthAttach {
            user_id,
            provider: meant,
        } if *meant == provider => Ok(user_id.clone()),
        _ => Err(Refusal::new(tokens::OAUTH_ATTACH.unknown)),
    }
}
