//! The tokens of machines (RFC 6749, section 4.4).

use std::time::Duration;

use serde_json::{Value, json};
use stytch_b2b::m2m::ClientStatus;
use stytch_core::Secret;

use crate::call::Call;
use crate::clock;
use crate::keys;
use crate::operations::shared::oauth2::Oauth2Request;
use crate::refusal::Refusal;

/// How long a token lives.
const LIFE: Duration = Duration::from_secs(60 * 60);

/// Hands out the token of a machine.
pub(crate) fn token(call: &mut Call<'_>, request: Oauth2Request) -> Result<Value, Refusal> {
    let invalid = || Refusal::oauth("invalid_client", 401);
    let id = request.client_id.ok_or_else(invalid)?;
    let secret = request.client_secret.ok_or_else(invalid)?;
    let client = call
        .state
        .m2m_clients
        .get(&id)
        .cloned()
        .ok_or_else(invalid)?;
    let is_known = |known: &String| Secret::from(known.as_str()) == secret;
    if !is_known(&client.secret) && !client.next_secret.as_ref().is_some_and(is_known) {
        return Err(invalid());
    }
    if client.model.status != ClientStatus::Active {
        return Err(Refusal::oauth("unauthorized_client", 401));
    }
    let asked = request.scope.unwrap_or_default();
    let asked: Vec<&str> = asked.split_ascii_whitespace().collect();
    let has = |scope: &&str| client.model.scopes.iter().any(|known| known == scope);
    if !asked.iter().all(has) {
        return Err(Refusal::oauth("invalid_scope", 400));
    }
    let scope = match asked.is_empty() {
        true => client.model.scopes.join(" "),
        false => asked.join(" "),
    };
    let project_id = &call.identity.project_id;
    let now = call.now.unix_seconds();
    let claims = json!({
        "iss": format!("stytch.com/{project_id}"),
        "aud": [project_id],
        "sub": id,
        "iat": now,
        "nbf": now,
        "exp": clock::after(call.now, LIFE).unix_seconds(),
        "scope": scope,
    });
    let (key_id, key) = call.signing_key();
    Ok(json!({
        "access_token": keys::jwt(key, &key_id, &claims),
        "token_type": "bearer",
        "expires_in": LIFE.as_secs(),
    }))
}
