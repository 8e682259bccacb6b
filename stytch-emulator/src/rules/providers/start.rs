//! How a login at a provider begins, and how it ends once it is known who came.

use std::sync::Arc;

use stytch_core::ErrorType;

use super::Provider;
use super::identity::{self, ProviderIdentity};
use super::params::Params;
use crate::call::Call;
use crate::operations::b2b::organizations::admission::Admitted;
use crate::refusal::Refusal;
use crate::rules::redirect::UrlType;
use crate::rules::sso::connections;
use crate::rules::{find, links, oauth, redirect, sso, tokens};
use crate::state::{Pkce, ProviderAim, ProviderAnswer, ProviderLogin, Record as _, TokenKind};

/// How long somebody may take at a provider, in minutes.
const MINUTES: u32 = 10;
/// How long the token lives with which somebody comes back, in minutes.
const TOKEN_MINUTES: u32 = 5;

/// What happens next in the browser.
#[derive(Debug)]
pub(crate) enum Next {
    /// Somebody has to say who it is. This names the login that waits for it.
    Choose(String),
    /// The app goes on, at this address.
    Return(String),
}

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

/// How a start address calls what all of them have, and how it refuses.
#[derive(Debug)]
pub(super) struct Names {
    pub(super) login: (&'static str, UrlType),
    pub(super) signup: (&'static str, UrlType),
    pub(super) challenge: &'static str,
    pub(super) unregistered: &'static str,
}

/// Begins a login. It ends at once if the app knows who it will be.
pub(super) fn begin(
    call: &mut Call<'_>,
    aim: ProviderAim,
    params: &Params,
    names: &Names,
) -> Result<Next, Refusal> {
    let settings = Arc::clone(&call.state.settings);
    let url = |(name, leads_from)| {
        let asked = params.one(name)?;
        redirect::target(&settings, asked, leads_from, names.unregistered)
    };
    let (login_redirect_url, signup_redirect_url) = (url(names.login)?, url(names.signup)?);
    let pkce = params.one(names.challenge)?.map(str::to_owned);
    links::check_challenge(pkce.as_deref())?;
    let scopes = params.one("custom_scopes")?.unwrap_or_default();
    let login = ProviderLogin {
        state: call.random.token(),
        aim,
        login_redirect_url,
        signup_redirect_url,
        pkce: pkce.map(Pkce),
        custom_scopes: scopes.split_whitespace().map(str::to_owned).collect(),
        asks_consent: params.one("provider_prompt")? == Some("consent"),
        expires_at: call.in_minutes(MINUTES),
    };
    let hint = params.login_hint()?;
    if let Some(identity) = hint.and_then(|hint| identity::hinted(call.state, hint)) {
        return end(call, &login, &identity).map(Next::Return);
    }
    forget_late(call);
    let login = call.state.provider_logins.put(login);
    Ok(Next::Choose(login.state.clone()))
}

/// Forgets the logins that nobody has ended in time.
fn forget_late(call: &mut Call<'_>) {
    let logins = call.state.provider_logins.iter();
    let late: Vec<_> = logins
        .filter(|login| login.expires_at <= call.now)
        .map(|login| login.state.clone())
        .collect();
    for state in late {
        call.state.provider_logins.remove(&state);
    }
}

/// A login that waits for somebody to say who it is.
pub(crate) fn waiting(call: &Call<'_>, state: &str) -> Result<Arc<ProviderLogin>, Refusal> {
    let login = call.state.provider_logins.get(state);
    login
        .filter(|login| login.expires_at > call.now)
        .cloned()
        .ok_or_else(|| {
            let message = "This login is over, or was never begun: start it again in the app.";
            Refusal::from(ErrorType::ExpiredOauthResponse).because(message)
        })
}

/// Ends a login that waits, as whoever it turns out to be. Where the app goes on.
pub(crate) fn choose(
    call: &mut Call<'_>,
    state: &str,
    identity: ProviderIdentity,
) -> Result<String, Refusal> {
    let login = waiting(call, state)?;
    identity.check()?;
    call.state.provider_logins.remove(state);
    let identity = call.state.identities.put(identity);
    end(call, &login, &identity)
}

fn end(
    call: &mut Call<'_>,
    login: &ProviderLogin,
    identity: &ProviderIdentity,
) -> Result<String, Refusal> {
    match &login.aim {
        ProviderAim::Sso { connection_id } => {
            let connection = connections::active(call.state, connection_id)?;
            let admitted = sso::admit(call, &connection, identity)?;
            let kind = TokenKind::Sso {
                member_id: admitted.member.model.member_id.as_str().to_owned(),
                connection_id: connection_id.clone(),
                identity: identity.clone(),
            };
            back_as_member(call, login, &admitted, "sso", kind)
        }
        ProviderAim::Oauth {
            provider,
            organization_id,
        } => {
            let organization = find::organization(call.state, organization_id)?;
            let admitted = oauth::members::admit(call, &organization, *provider, identity)?;
            let kind = TokenKind::Oauth {
                member_id: admitted.member.model.member_id.as_str().to_owned(),
                answer: answer(login, *provider, identity),
            };
            back_as_member(call, login, &admitted, "oauth", kind)
        }
        ProviderAim::DiscoveryOauth { provider } => {
            let kind = TokenKind::DiscoveryOauth {
                answer: answer(login, *provider, identity),
            };
            let url = &login.login_redirect_url;
            back(call, login, url, &[], "discovery_oauth", kind)
        }
        ProviderAim::UserOauth {
            provider,
            attach_to,
        } => {
            let answer = answer(login, *provider, identity);
            let admitted = oauth::users::admit(call, &answer, attach_to.as_deref())?;
            let url = match admitted.is_new {
                false => &login.login_redirect_url,
                true => &login.signup_redirect_url,
            };
            let kind = TokenKind::UserOauth {
                user_id: admitted.user.id().to_owned(),
                answer,
            };
            back(call, login, url, &[], "oauth", kind)
        }
    }
}

fn answer(
    login: &ProviderLogin,
    provider: Provider,
    identity: &ProviderIdentity,
) -> ProviderAnswer {
    ProviderAnswer {
        provider,
        identity: identity.clone(),
        custom_scopes: login.custom_scopes.clone(),
        asks_consent: login.asks_consent,
    }
}

/// Back to the app with a member, and with a token.
fn back_as_member(
    call: &mut Call<'_>,
    login: &ProviderLogin,
    admitted: &Admitted,
    token_type: &str,
    kind: TokenKind,
) -> Result<String, Refusal> {
    let id = admitted.member.model.organization_id.as_str();
    let organization = find::organization(call.state, id)?;
    let slug = organization.model.organization_slug.as_str();
    let url = match admitted.is_login() {
        true => &login.login_redirect_url,
        false => &login.signup_redirect_url,
    };
    back(call, login, url, &[("slug", slug)], token_type, kind)
}

/// Back to the app, with a token.
fn back(
    call: &mut Call<'_>,
    login: &ProviderLogin,
    url: &str,
    more: &[(&str, &str)],
    token_type: &str,
    kind: TokenKind,
) -> Result<String, Refusal> {
    let pkce = login.pkce.clone().map(|Pkce(challenge)| challenge);
    let token = links::token(call, kind, TOKEN_MINUTES, pkce)?;
    let mut pairs = more.to_vec();
    pairs.extend([("stytch_token_type", token_type), ("token", &token.token)]);
    Ok(redirect::with_query(url, &pairs))
}
