//! Access tokens that become sessions.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use stytch_core::{ErrorType, Secret};

use super::authorization::check_organization;
use super::scopes::FULL_ACCESS;
use crate::call::Call;
use crate::operations::shared::connected_app::clients;
use crate::refusal::Refusal;
use crate::state::{AppConsent, AppToken, AppTokenKind, Record as _};

/// How old a token may be.
const MAX_AGE: Duration = Duration::from_secs(5 * 60);

/// Uses up the right to a session that an access token carries: it is fresh, was not exchanged before,
/// has the scope for it, and the app may still have that.
///
/// # Errors
/// `idp_access_token_not_found` for what is no access token of an app, or was taken back by the app;
/// `connected_app_consent_revoked` where the person has taken back the consent;
/// `idp_access_token_expired` for one that has ended, and so is too old as well;
/// `oauth_access_token_exchange_…` for one that cannot be exchanged, or not any more;
/// `idp_access_token_could_not_be_exchanged` where the authorization was not bound to a session.
pub(crate) fn spend(call: &mut Call<'_>, token: &Secret) -> Result<Spent, Refusal> {
    let claims = call.read_jwt(token.expose()).map_err(|_| unknown())?;
    let text = |name: &str| claims.get(name).and_then(Value::as_str).unwrap_or_default();
    let app = clients::find(call.state, text("client_id")).map_err(|_| unknown())?;
    let consent = AppConsent::named_by(app.id(), text("sub"));
    if call.state.app_consents.get(&consent).is_none() {
        return Err(ErrorType::ConnectedAppConsentRevoked.into());
    }
    let found = call.state.app_tokens.get(text("jti")).cloned();
    let found = found.ok_or_else(unknown)?;
    let AppTokenKind::Access { is_exchanged } = found.kind else {
        return Err(unknown());
    };
    let has_scope = found.scopes.iter().any(|scope| scope == FULL_ACCESS);
    if !has_scope || !app.is_first_party() || !app.model.full_access_allowed {
        let name = "oauth_access_token_exchange_missing_full_access";
        return Err(Refusal::new(name));
    }
    if is_exchanged {
        let name = "oauth_access_token_exchange_token_invalid_grant";
        return Err(Refusal::new(name));
    }
    if found.expires_at <= call.now {
        return Err(Refusal::new("idp_access_token_expired"));
    }
    let issued_at = claims.get("iat").and_then(Value::as_i64);
    let age = issued_at.map(|at| call.now.unix_seconds().saturating_sub(at));
    if age.is_none_or(|age| age > MAX_AGE.as_secs().cast_signed()) {
        return Err(Refusal::new("oauth_access_token_exchange_token_too_old"));
    }
    check_organization(call.state, &app, &found.subject)?;
    let session_id = found.session_id.clone().ok_or_else(unbound)?;
    let mut spent = (*found).clone();
    spent.kind = AppTokenKind::Access { is_exchanged: true };
    call.state.app_tokens.put(spent);
    Ok(Spent {
        token: found,
        session_id,
    })
}

/// What an access token was exchanged for.
pub(crate) struct Spent {
    pub(crate) token: Arc<AppToken>,
    /// The session in which the app was let in.
    pub(crate) session_id: String,
}

/// Nobody knows the token.
pub(crate) fn unknown() -> Refusal {
    Refusal::new("idp_access_token_not_found")
}

/// No session stands behind a token, or none any more.
pub(crate) fn unbound() -> Refusal {
    Refusal::new("idp_access_token_could_not_be_exchanged")
}
