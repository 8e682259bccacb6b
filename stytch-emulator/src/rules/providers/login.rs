//! A login at a provider, from its beginning until it is known who came.

use std::sync::Arc;

use stytch_core::ErrorType;

use super::ending;
use super::identity::{self, ProviderIdentity};
use super::params::Params;
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::links;
use crate::rules::redirect::{self, UrlType};
use crate::state::{Pkce, ProviderAim, ProviderLogin};

/// How long somebody may take at a provider, in minutes.
const MINUTES: u32 = 10;

/// What happens next in the browser.
#[derive(Debug)]
pub(crate) enum Next {
    /// Somebody has to say who it is. This names the login that waits for it.
    Choose(String),
    /// The app goes on, at this address.
    Return(String),
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
        return ending::end(call, &login, &identity).map(Next::Return);
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
    ending::end(call, &login, &identity)
}
