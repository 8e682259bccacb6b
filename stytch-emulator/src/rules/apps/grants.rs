//! What apps get for a code or a refresh token.

use std::sync::Arc;

use serde_json::Value;
use stytch_core::Secret;

use super::authorization::check_organization;
use super::scopes::OFFLINE;
use super::tokens::{REFRESH_LIFE, access, id_token, refresh};
use crate::call::Call;
use crate::clock;
use crate::refusal::Refusal;
use crate::rules::attempts::Trace;
use crate::rules::tokens as single_use;
use crate::state::{AppConsent, AppSubject, AppToken, AppTokenKind, ConnectedApp, Record as _};

/// The app that shows its credentials: a secret, where it can keep one (RFC 6749, section 2.3).
pub(crate) fn client(
    call: &Call<'_>,
    id: Option<&str>,
    secret: Option<&Secret>,
) -> Result<Arc<ConnectedApp>, Refusal> {
    let invalid = || Refusal::oauth("invalid_client", 401);
    let app = id.and_then(|id| call.state.connected_apps.get(id)).cloned();
    let app = app.ok_or_else(invalid)?;
    if app.is_public() {
        return Ok(app);
    }
    let secret = secret.ok_or_else(invalid)?;
    let mut known = app.secret.iter().chain(&app.next_secret);
    match known.any(|known| Secret::from(known.as_str()) == *secret) {
        true => Ok(app),
        false => Err(invalid()),
    }
}

/// Hands out tokens for a code (RFC 6749, section 4.1.3). One that comes a second time was seen by somebody
/// else, too: what came of it the first time is taken back (section 4.1.2).
pub(crate) fn for_code(
    call: &mut Call<'_>,
    app: &ConnectedApp,
    code: &str,
    redirect_uri: Option<&str>,
    verifier: Option<&Secret>,
) -> Result<Value, Refusal> {
    let invalid = || Refusal::oauth("invalid_grant", 400);
    let found = call
        .state
        .app_tokens
        .get(code)
        .cloned()
        .ok_or_else(invalid)?;
    let AppTokenKind::Code {
        redirect_uri: meant,
        pkce,
        nonce,
    } = &found.kind
    else {
        return Err(invalid());
    };
    let is_own = found.client_id == app.id();
    if is_own && found.is_spent {
        return Err(invalid().leaving(Trace::Replay {
            authorization: found.authorization.clone(),
        }));
    }
    let is_good = is_own && found.expires_at > call.now && redirect_uri == Some(meant.as_str());
    if !is_good {
        return Err(invalid());
    }
    single_use::check_pkce(pkce.as_ref(), verifier).map_err(|_| invalid())?;
    check_still_taken(call, app, &found)?;
    let mut spent = (*found).clone();
    spent.is_spent = true;
    call.state.app_tokens.put(spent);
    let mut answer = access(call, app, &found)?;
    if found.scopes.iter().any(|scope| scope == OFFLINE) {
        let token = refresh(call, &found);
        answer.insert("refresh_token".to_owned(), token.into());
    }
    if found.scopes.iter().any(|scope| scope == "openid") {
        let token = id_token(call, app, &found, nonce.as_deref());
        answer.insert("id_token".to_owned(), token.into());
    }
    Ok(Value::Object(answer))
}

/// Hands out tokens for a refresh token (RFC 6749, section 6). One that cannot be kept with a secret works
/// once.
pub(crate) fn for_refresh_token(
    call: &mut Call<'_>,
    app: &ConnectedApp,
    token: &str,
    scope: Option<&str>,
) -> Result<Value, Refusal> {
    let invalid = || Refusal::oauth("invalid_grant", 400);
    let found = call
        .state
        .app_tokens
        .get(token)
        .cloned()
        .ok_or_else(invalid)?;
    let is_good = found.kind == AppTokenKind::Refresh
        && found.client_id == app.id()
        && !found.is_spent
        && found.expires_at > call.now;
    if !is_good {
        return Err(invalid());
    }
    check_still_taken(call, app, &found)?;
    let mut granted = (*found).clone();
    if let Some(scope) = scope.filter(|scope| !scope.is_empty()) {
        let asked: Vec<_> = scope.split_ascii_whitespace().map(str::to_owned).collect();
        if !asked.iter().all(|scope| found.scopes.contains(scope)) {
            return Err(Refusal::oauth("invalid_scope", 400));
        }
        granted.scopes = asked;
    }
    let mut answer = access(call, app, &granted)?;
    let mut used = (*found).clone();
    if app.is_public() {
        used.is_spent = true;
        let token = refresh(call, &found);
        answer.insert("refresh_token".to_owned(), token.into());
    } else {
        used.expires_at = clock::after(call.now, REFRESH_LIFE);
    }
    call.state.app_tokens.put(used);
    if granted.scopes.iter().any(|scope| scope == "openid") {
        let token = id_token(call, app, &found, None);
        answer.insert("id_token".to_owned(), token.into());
    }
    Ok(Value::Object(answer))
}

/// Makes sure that neither the person nor the organization has taken back what was granted.
pub(super) fn check_still_taken(
    call: &Call<'_>,
    app: &ConnectedApp,
    token: &AppToken,
) -> Result<(), Refusal> {
    let consent = AppConsent::named(app.id(), &token.subject);
    let is_there = match &token.subject {
        AppSubject::MemberId(id) => call
            .state
            .members
            .get(id)
            .is_some_and(|member| !member.is_deleted()),
        AppSubject::UserId(id) => call.state.users.get(id).is_some(),
    };
    let is_taken = is_there
        && call.state.app_consents.get(&consent).is_some()
        && check_organization(call.state, app, &token.subject).is_ok();
    match is_taken {
        true => Ok(()),
        false => Err(Refusal::oauth("invalid_grant", 400)),
    }
}
