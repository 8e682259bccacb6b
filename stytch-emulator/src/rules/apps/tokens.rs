//! The tokens themselves: what they say, and how long they live.

use std::time::Duration;

use serde_json::{Map, Value, json};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::clock;
use crate::keys;
use crate::refusal::Refusal;
use crate::rules::find;
use crate::state::{AppSubject, AppToken, AppTokenKind, ConnectedApp, Record as _};

/// How long a refresh token lives from its last use.
pub(super) const REFRESH_LIFE: Duration = Duration::from_secs(90 * 24 * 60 * 60);
/// How long an id token lives.
const ID_LIFE: Duration = Duration::from_secs(60 * 60);

/// An access token, and what the app is told of it (RFC 6749, section 5.1).
pub(super) fn access(
    call: &mut Call<'_>,
    app: &ConnectedApp,
    from: &AppToken,
) -> Result<Map<String, Value>, Refusal> {
    let minutes = u32::try_from(app.model.access_token_expiry_minutes).unwrap_or_default();
    let expires_at = call.in_minutes(minutes);
    let id = call.random.token();
    call.state.app_tokens.put(AppToken {
        token: id.clone(),
        kind: AppTokenKind::Access {
            is_exchanged: false,
        },
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

/// A new refresh token.
pub(super) fn refresh(call: &mut Call<'_>, from: &AppToken) -> String {
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
pub(super) fn id_token(
    call: &Call<'_>,
    app: &ConnectedApp,
    from: &AppToken,
    nonce: Option<&str>,
) -> String {
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
