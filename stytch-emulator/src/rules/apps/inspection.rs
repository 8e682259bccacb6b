//! What a token is good for, and how it is taken back.

use serde_json::{Value, json};

use super::grants::check_still_taken;
use super::tokens::issuer;
use crate::call::Call;
use crate::rules::sessions;
use crate::state::{AppToken, AppTokenKind, ConnectedApp, Record as _};

/// What a token of an app is good for now (RFC 7662).
pub(crate) fn introspect(call: &Call<'_>, app: &ConnectedApp, token: &str) -> Value {
    let claims = call.read_jwt(token).ok();
    let id = claims
        .as_ref()
        .and_then(|claims| claims.get("jti")?.as_str());
    let found = call.state.app_tokens.get(id.unwrap_or(token));
    let found = found.filter(|found| {
        let is_kind = match found.kind {
            AppTokenKind::Access { .. } => claims.is_some(),
            AppTokenKind::Refresh => claims.is_none(),
            AppTokenKind::Code { .. } => false,
        };
        is_kind && found.client_id == app.id() && !found.is_spent && found.expires_at > call.now
    });
    let Some(found) = found.filter(|found| check_still_taken(call, app, found).is_ok()) else {
        return json!({ "active": false });
    };
    match claims {
        Some(mut claims) => {
            claims.remove("jti");
            claims.insert("active".to_owned(), true.into());
            claims.insert("token_type".to_owned(), "access_token".into());
            Value::Object(claims)
        }
        None => json!({
            "active": true,
            "iss": issuer(call),
            "aud": [call.identity.project_id],
            "sub": found.subject.id(),
            "client_id": app.id(),
            "scope": found.scopes.join(" "),
            "exp": found.expires_at.unix_seconds(),
            "token_type": "refresh_token",
        }),
    }
}

/// Takes back a token of an app (RFC 7009). With a refresh token goes all that came from the same
/// authorization; whatever is no token of the app is left alone.
pub(crate) fn revoke(call: &mut Call<'_>, app: &ConnectedApp, token: &str) {
    let claims = call.read_jwt(token).ok();
    let id = claims
        .as_ref()
        .and_then(|claims| claims.get("jti")?.as_str());
    let found = call.state.app_tokens.get(id.unwrap_or(token)).cloned();
    let Some(found) = found.filter(|found| found.client_id == app.id()) else {
        return;
    };
    match found.kind {
        AppTokenKind::Access { .. } if claims.is_some() => {
            drop(call.state.app_tokens.remove(found.id()));
        }
        AppTokenKind::Refresh => {
            let group = AppToken::listed_by_authorization(&found.authorization);
            sessions::end_group(&mut call.state.app_tokens, &group, None);
        }
        _ => {}
    }
}
