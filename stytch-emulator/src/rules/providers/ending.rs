//! How a login at a provider ends: back in the app, with a token.

use super::Provider;
use super::identity::ProviderIdentity;
use crate::call::Call;
use crate::operations::b2b::organizations::admission::Admitted;
use crate::refusal::Refusal;
use crate::rules::sso::connections;
use crate::rules::{find, links, oauth, redirect, sso};
use crate::state::{Pkce, ProviderAim, ProviderAnswer, ProviderLogin, Record as _, TokenKind};

/// How long the token lives with which somebody comes back, in minutes.
const TOKEN_MINUTES: u32 = 5;

/// Ends a login, as whoever it has turned out to be. Where the app goes on.
pub(super) fn end(
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
