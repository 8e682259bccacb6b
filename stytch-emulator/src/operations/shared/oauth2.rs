//! The OAuth 2.0 endpoints, at which machines and apps speak for themselves. They are no operations of the
//! spec.

use serde::Deserialize;
use serde_json::{Value, json};
use stytch_core::Secret;

use super::m2m;
use crate::call::Call;
use crate::pages;
use crate::refusal::Refusal;
use crate::rules::apps::{grants, inspection, tokens};

/// What the endpoints take, as a form or as JSON; the credentials may come by HTTP Basic instead.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Oauth2Request {
    pub(crate) grant_type: Option<String>,
    pub(crate) client_id: Option<String>,
    pub(crate) client_secret: Option<Secret>,
    pub(crate) scope: Option<String>,
    code: Option<String>,
    redirect_uri: Option<String>,
    code_verifier: Option<Secret>,
    refresh_token: Option<String>,
    token: Option<String>,
}

/// Hands out tokens (RFC 6749, section 3.2).
pub(crate) fn token(call: &mut Call<'_>, request: Oauth2Request) -> Result<Value, Refusal> {
    let missing = || Refusal::oauth("invalid_request", 400);
    let client = |call: &Call<'_>| {
        let id = request.client_id.as_deref();
        grants::client(call, id, request.client_secret.as_ref())
    };
    match request.grant_type.as_deref() {
        Some("client_credentials") => m2m::token::token(call, request),
        Some("authorization_code") => {
            let app = client(call)?;
            let code = request.code.as_deref().ok_or_else(missing)?;
            let redirect_uri = request.redirect_uri.as_deref();
            let verifier = request.code_verifier.as_ref();
            grants::for_code(call, &app, code, redirect_uri, verifier)
        }
        Some("refresh_token") => {
            let app = client(call)?;
            let token = request.refresh_token.as_deref().ok_or_else(missing)?;
            grants::for_refresh_token(call, &app, token, request.scope.as_deref())
        }
        _ => Err(Refusal::oauth("unsupported_grant_type", 400)),
    }
}

/// Tells an app what a token of its own is good for (RFC 7662).
pub(crate) fn introspect(call: &mut Call<'_>, request: Oauth2Request) -> Result<Value, Refusal> {
    let id = request.client_id.as_deref();
    let app = grants::client(call, id, request.client_secret.as_ref())?;
    let token = request.token.as_deref();
    let token = token.ok_or_else(|| Refusal::oauth("invalid_request", 400))?;
    Ok(inspection::introspect(call, &app, token))
}

/// Takes a token back (RFC 7009). One that is none is taken back already.
pub(crate) fn revoke(call: &mut Call<'_>, request: Oauth2Request) -> Result<Value, Refusal> {
    let id = request.client_id.as_deref();
    let app = grants::client(call, id, request.client_secret.as_ref())?;
    let token = request.token.as_deref();
    let token = token.ok_or_else(|| Refusal::oauth("invalid_request", 400))?;
    inspection::revoke(call, &app, token);
    Ok(json!({}))
}

/// What the project is as a provider (OpenID Connect Discovery 1.0, section 3; RFC 8414).
pub(crate) fn configuration(call: &mut Call<'_>, base_url: &str) -> Result<Value, Refusal> {
    let project_id = &call.identity.project_id;
    let page = call.state.settings.authorization_endpoint.clone();
    let page = page.unwrap_or_else(|| format!("{base_url}{}", pages::authorize_path(project_id)));
    let here = format!("{base_url}/v1/public/{project_id}");
    Ok(json!({
        "issuer": tokens::issuer(call),
        "authorization_endpoint": page,
        "token_endpoint": format!("{here}/oauth2/token"),
        "introspection_endpoint": format!("{here}/oauth2/introspect"),
        "revocation_endpoint": format!("{here}/oauth2/revoke"),
        "jwks_uri": format!("{here}/.well-known/jwks.json"),
        "grant_types_supported": ["authorization_code", "refresh_token", "client_credentials"],
        "response_types_supported": ["code"],
        "code_challenge_methods_supported": ["S256"],
        "scopes_supported": ["openid", "profile", "email", "phone", "offline_access", "full_access"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported":
            ["client_secret_basic", "client_secret_post", "none"],
    }))
}

/// The keys that all tokens are signed with.
pub(crate) fn keys(call: &mut Call<'_>) -> Result<Value, Refusal> {
    Ok(json!({ "keys": call.state.keys.to_jwks(call.identity) }))
}
