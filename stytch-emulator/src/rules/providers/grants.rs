//! What providers hand out: tokens for their own APIs.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use stytch_core::{ErrorType, Timestamp};

use super::identity::ProviderIdentity;
use crate::call::Call;
use crate::clock;
use crate::keys;
use crate::refusal::Refusal;
use crate::state::{ProviderAnswer, ProviderGrant, SsoConnection, State};

/// How long an access token lives.
const LIFE: Duration = Duration::from_secs(60 * 60);

/// What somebody comes back with.
struct Handout<'a> {
    account: String,
    issuer: String,
    identity: &'a ProviderIdentity,
    scopes: Vec<String>,
    has_refresh_token: bool,
    runs_out: bool,
    has_id_token: bool,
    /// Whether the person was asked for consent, though the account was known.
    asks_consent: bool,
}

/// Hands out the tokens of a login at a provider.
pub(crate) fn of_login(call: &mut Call<'_>, answer: &ProviderAnswer) -> Arc<ProviderGrant> {
    let provider = answer.provider;
    let usual = provider
        .usual_scopes()
        .iter()
        .map(|scope| (*scope).to_owned());
    let mut scopes: Vec<_> = usual.chain(answer.custom_scopes.iter().cloned()).collect();
    let mut seen = std::collections::BTreeSet::new();
    scopes.retain(|scope| seen.insert(scope.clone()));
    issue(
        call,
        Handout {
            account: ProviderGrant::at_provider(provider, &answer.identity.subject),
            issuer: format!("https://{}.example", provider.slug()),
            identity: &answer.identity,
            scopes,
            has_refresh_token: provider.has_refresh_tokens(),
            // what can't be renewed would be of no use an hour later
            runs_out: provider.has_refresh_tokens(),
            has_id_token: provider.has_id_tokens(),
            asks_consent: answer.asks_consent,
        },
    )
}

/// Hands out the tokens of a login over a connection, if it is one of OIDC.
pub(crate) fn of_connection(
    call: &mut Call<'_>,
    connection_id: &str,
    source: &SsoConnection,
    identity: &ProviderIdentity,
) {
    let SsoConnection::Oidc(oidc) = source else {
        return;
    };
    let scopes = oidc.custom_scopes.split_whitespace().map(str::to_owned);
    let scopes: Vec<_> = scopes.collect();
    let handout = Handout {
        account: ProviderGrant::over_connection(connection_id, &identity.subject),
        issuer: oidc.issuer.clone(),
        identity,
        has_refresh_token: scopes.iter().any(|scope| scope == "offline_access"),
        scopes,
        runs_out: true,
        has_id_token: true,
        asks_consent: false,
    };
    issue(call, handout);
}

/// A provider hands out a token to renew with when somebody comes for the first time, or is asked again.
fn issue(call: &mut Call<'_>, handout: Handout<'_>) -> Arc<ProviderGrant> {
    let Handout {
        account,
        issuer,
        identity,
        scopes,
        ..
    } = handout;
    let known = call.state.provider_grants.get(&account);
    let known = known.and_then(|known| known.refresh_token.clone());
    let refresh_token = match known {
        Some(known) if !handout.asks_consent => Some(known),
        _ => handout.has_refresh_token.then(|| call.random.token()),
    };
    let id_token = match handout.has_id_token {
        true => id_token(call, &issuer, identity),
        false => String::new(),
    };
    let access_token = call.random.token();
    call.state.provider_grants.put(ProviderGrant {
        account,
        access_token,
        expires_at: handout.runs_out.then(|| clock::after(call.now, LIFE)),
        refresh_token,
        id_token,
        scopes,
        identity: identity.clone(),
    })
}

/// What a provider says of somebody, signed. With a key of the project: providers have none here.
fn id_token(call: &Call<'_>, issuer: &str, identity: &ProviderIdentity) -> String {
    let mut claims = identity.attributes.clone();
    let now = call.now.unix_seconds();
    let own = json!({
        "iss": issuer,
        "aud": call.identity.project_id,
        "sub": identity.subject,
        "email": identity.email_address,
        "email_verified": identity.email_verified,
        "name": identity.name,
        "iat": now,
        "exp": clock::after(call.now, LIFE).unix_seconds(),
    });
    if let serde_json::Value::Object(own) = own {
        claims.extend(own);
    }
    let (key_id, key) = call.signing_key();
    keys::jwt(key, &key_id, &claims.into())
}

/// What was handed out for an account, with an access token that works: one that has run out is renewed,
/// if the provider has handed out something to do so with. Over a connection it may not have.
pub(crate) fn current(
    call: &mut Call<'_>,
    account: &str,
) -> Result<Option<Arc<ProviderGrant>>, Refusal> {
    let Some(grant) = call.state.provider_grants.get(account).cloned() else {
        return Ok(None);
    };
    if grant.expires_at.is_none_or(|end| end > call.now) {
        return Ok(Some(grant));
    }
    if grant.refresh_token.is_none() {
        return Err(ErrorType::MissingOidcRefreshToken.into());
    }
    let mut grant = (*grant).clone();
    grant.access_token = call.random.token();
    grant.expires_at = Some(clock::after(call.now, LIFE));
    Ok(Some(call.state.provider_grants.put(grant)))
}

/// Forgets what was handed out over a connection.
pub(crate) fn forget_of_connection(state: &mut State, connection_id: &str) {
    let prefix = ProviderGrant::over_connection(connection_id, "");
    let grants = state.provider_grants.iter();
    let accounts: Vec<_> = grants
        .filter(|grant| grant.account.starts_with(&prefix))
        .map(|grant| grant.account.clone())
        .collect();
    for account in accounts {
        state.provider_grants.remove(&account);
    }
}

/// How many seconds an access token lives on.
pub(crate) fn expires_in(call: &Call<'_>, grant: &ProviderGrant) -> i32 {
    let end = grant.expires_at.map(Timestamp::unix_seconds);
    let seconds = end.map_or(0, |end| end - call.now.unix_seconds());
    i32::try_from(seconds.max(0)).unwrap_or(i32::MAX)
}
