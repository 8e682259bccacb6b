//! The tokens of connected apps: handed out for a code or a refresh token, looked at, taken back.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Map, Value, json};
use stytch_core::{ErrorType, Secret};

use super::{OFFLINE, check_organization};
use crate::call::Call;
use crate::clock;
use crate::keys;
use crate::refusal::Refusal;
use crate::rules::{find, sessions, tokens};
use crate::state::{AppConsent, AppSubject, AppToken, AppTokenKind, ConnectedApp, Record as _};

/// How long a refresh token lives from its last use.
const REFRESH_LIFE: Duration = Duration::from_secs(90 * 24 * 60 * 60);
/// How long an id token lives.
const ID_LIFE: Duration = Duration::from_secs(60 * 60);

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

/// Hands out tokens for a code (RFC 6749, section 4.1.3).
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
    let is_good = found.client_id == app.id()
        && !found.is_spent
        && found.expires_at > call.now
        && redirect_uri == Some(meant.as_str());
    if !is_good {
        return Err(invalid());
    }
    tokens::check_pkce(pkce.as_ref(), verifier).map_err(|_| invalid())?;
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
fn check_still_taken(call: &Call<'_>, app: &ConnectedApp, token: &AppToken) -> Result<(), Refusal> {
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

fn access(
    call: &mut Call<'_>,
    app: &ConnectedApp,
    from: &AppToken,
) -> Result<Map<String, Value>, Refusal> {
    let minutes = u32::try_from(app.model.access_token_expiry_minutes).unwrap_or_default();
    let expires_at = call.in_minutes(minutes);
    let id = call.random.token();
    call.state.app_tokens.put(AppToken {
        token: id.clone(),
        kind: AppTokenKind::Access,
        expires_at,
        is_spent: false,
        ..from.clone()
    });
    let project_id = &call.identity.project_id;
    let mut audience = vec![project_id.clone()];
    audience.extend(app.model.access_token_custom_audience.clone());
    let now = call.now.unix_seconds();
    let scope = from.scopes.join(" ");
    let mut claims = object(json!({
        "iss": issuer(call),
        "aud": audience,
        "sub": from.subject.id(),
        "client_id": app.id(),
        "scope": scope,
        "jti": id,
        "iat": now,
        "nbf": now,
        "exp": expires_at.unix_seconds(),
    }));
    if let AppSubject::MemberId(member_id) = &from.subject {
        let member = call.state.members.get(member_id);
        let member = member.ok_or_else(|| Refusal::from(ErrorType::MemberNotFound))?;
        let organization_id = member.model.organization_id.as_str();
        let organization = find::organization(call.state, organization_id)?;
        let of = json!({
            "organization_id": organization_id,
            "slug": organization.model.organization_slug,
        });
        claims.insert("https://stytch.com/organization".to_owned(), of);
    }
    Ok(object(json!({
        "access_token": signed(call, &claims.into()),
        "token_type": "bearer",
        "expires_in": u64::from(minutes) * 60,
        "scope": scope,
    })))
}

fn refresh(call: &mut Call<'_>, from: &AppToken) -> String {
    let token = call.random.token();
    call.state.app_tokens.put(AppToken {
        token: token.clone(),
        kind: AppTokenKind::Refresh,
        expires_at: clock::after(call.now, REFRESH_LIFE),
        is_spent: false,
        ..from.clone()
    });
    token
}

/// What the app learns of the person (OpenID Connect Core 1.0, section 2).
fn id_token(call: &Call<'_>, app: &ConnectedApp, from: &AppToken, nonce: Option<&str>) -> String {
    let now = call.now.unix_seconds();
    let mut claims = about(call, &from.subject, &from.scopes);
    claims.extend(object(json!({
        "iss": issuer(call),
        "aud": [app.id()],
        "sub": from.subject.id(),
        "iat": now,
        "nbf": now,
        "exp": clock::after(call.now, ID_LIFE).unix_seconds(),
    })));
    if let Some(nonce) = nonce {
        claims.insert("nonce".to_owned(), nonce.into());
    }
    signed(call, &Value::Object(claims))
}

/// What the scopes let an app know of a person (OpenID Connect Core 1.0, section 5.4).
fn about(call: &Call<'_>, subject: &AppSubject, scopes: &[String]) -> Map<String, Value> {
    let (name, email, phone) = match subject {
        AppSubject::MemberId(id) => match call.state.members.get(id) {
            None => return Map::new(),
            Some(member) => {
                let model = &member.model;
                (
                    model.name.clone(),
                    Some((model.email_address.clone(), model.email_address_verified)),
                    Some((
                        model.mfa_phone_number.clone(),
                        model.mfa_phone_number_verified,
                    )),
                )
            }
        },
        AppSubject::UserId(id) => match call.state.users.get(id) {
            None => return Map::new(),
            Some(user) => {
                let model = &user.model;
                let name = model.name.clone().unwrap_or_default();
                let parts = [name.first_name, name.middle_name, name.last_name];
                let parts: Vec<_> = parts.into_iter().flatten().collect();
                let email = model.emails.first();
                let phone = model.phone_numbers.first();
                (
                    parts.join(" "),
                    email.map(|email| (email.email.clone(), email.verified)),
                    phone.map(|phone| (phone.phone_number.clone(), phone.verified)),
                )
            }
        },
    };
    let has = |scope: &str| scopes.iter().any(|one| one == scope);
    let mut known = Map::new();
    if has("profile") && !name.is_empty() {
        known.insert("name".to_owned(), name.into());
    }
    if let Some((email, is_verified)) = email.filter(|_| has("email")) {
        known.insert("email".to_owned(), email.into());
        known.insert("email_verified".to_owned(), is_verified.into());
    }
    let phone = phone.filter(|(number, _)| !number.is_empty());
    if let Some((number, is_verified)) = phone.filter(|_| has("phone")) {
        known.insert("phone_number".to_owned(), number.into());
        known.insert("phone_number_verified".to_owned(), is_verified.into());
    }
    known
}

/// What a token of an app is good for now (RFC 7662).
pub(crate) fn introspect(call: &Call<'_>, app: &ConnectedApp, token: &str) -> Value {
    let claims = call.read_jwt(token).ok();
    let id = claims
        .as_ref()
        .and_then(|claims| claims.get("jti")?.as_str());
    let found = call.state.app_tokens.get(id.unwrap_or(token));
    let found = found.filter(|found| {
        let is_kind = match found.kind {
            AppTokenKind::Access => claims.is_some(),
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
        AppTokenKind::Access if claims.is_some() => drop(call.state.app_tokens.remove(found.id())),
        AppTokenKind::Refresh => {
            let group = AppToken::listed_by_authorization(&found.authorization);
            sessions::end_group(&mut call.state.app_tokens, &group, None);
        }
        _ => {}
    }
}

pub(crate) fn issuer(call: &Call<'_>) -> String {
    format!("stytch.com/{}", call.identity.project_id)
}

fn signed(call: &Call<'_>, claims: &Value) -> String {
    let (key_id, key) = call.signing_key();
    keys::jwt(key, &key_id, claims)
}

/// What is written as an object.
fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}
