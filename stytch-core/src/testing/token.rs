//! A token in the making.

use std::{fmt, marker::PhantomData, time::Duration};

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, Header};
use serde_json::json;

use super::SigningKey;
use crate::{Claim, JsonObject, Timestamp, Value};

/// How long the service lets the JWT of a session live.
const JWT_LIFE: Duration = Duration::from_secs(5 * 60);

/// Marks the JWT of a session.
#[derive(Clone, Copy, Debug)]
pub struct OfSession(());

/// Marks the token of a machine.
#[derive(Clone, Copy, Debug)]
pub struct OfMachine(());

/// Marks the access token of a connected app.
#[derive(Clone, Copy, Debug)]
pub struct OfAccess(());

/// A token in the making. It begins as a good one; anything about it can be changed, also for the
/// worse.
#[derive(Clone)]
#[must_use = "a token is made by `mint`"]
pub struct TokenBuilder<K> {
    header: JsonObject,
    claims: JsonObject,
    payload: Option<Vec<u8>>,
    key: SigningKey,
    issued: Timestamp,
    forged: bool,
    kind: PhantomData<fn() -> K>,
}

impl<K> TokenBuilder<K> {
    pub(super) fn new(key: &SigningKey, project_id: &str, subject: &str, now: Timestamp) -> Self {
        let mut header = Header::new(Algorithm::RS256);
        header.kid = Some(key.key_id().to_owned());
        let builder = Self {
            header: object(serde_json::to_value(header).unwrap_or_default()),
            claims: object(json!({
                "iss": format!("stytch.com/{project_id}"),
                "aud": [project_id],
                "sub": subject,
            })),
            payload: None,
            key: key.clone(),
            issued: now,
            forged: false,
            kind: PhantomData,
        };
        builder.issued_at(now)
    }

    /// When the token was made; it begins then, too, and ends five minutes later, unless that is
    /// changed afterwards.
    pub fn issued_at(mut self, time: Timestamp) -> Self {
        self.issued = time;
        let seconds = time.unix_seconds();
        self.claim("iat", seconds)
            .claim("nbf", seconds)
            .expires_in(JWT_LIFE)
    }

    /// When the token ends, counted from when it was made.
    pub fn expires_in(self, life: Duration) -> Self {
        let life = i64::try_from(life.as_secs()).unwrap_or(i64::MAX);
        let end = self.issued.unix_seconds().saturating_add(life);
        self.claim("exp", end)
    }

    /// Sets any claim: one of the app's own, or a registered one to something odd.
    pub fn claim(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.claims.insert(name.into(), value.into());
        self
    }

    /// Leaves a claim out.
    pub fn without_claim(mut self, name: &str) -> Self {
        self.claims.remove(name);
        self
    }

    /// Replaces all claims by this text, which need not even be JSON.
    pub fn payload(mut self, payload: impl Into<Vec<u8>>) -> Self {
        self.payload = Some(payload.into());
        self
    }

    /// Sets a field of the header.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.header.insert(name.into(), value.into());
        self
    }

    /// Leaves a field of the header out.
    pub fn without_header(mut self, name: &str) -> Self {
        self.header.remove(name);
        self
    }

    /// Signs with another key, without saying so in the header.
    pub fn signed_with(mut self, key: &SigningKey) -> Self {
        self.key = key.clone();
        self
    }

    /// Changes a bit of the signature.
    pub fn forged(mut self) -> Self {
        self.forged = true;
        self
    }

    /// The token as JSON, as it would be signed: for a test that signs by itself.
    #[must_use]
    pub fn claims(&self) -> &JsonObject {
        &self.claims
    }

    /// What the signature is made over (RFC 7515, section 5.1).
    #[must_use]
    pub fn signing_input(&self) -> String {
        let json = |object: &JsonObject| serde_json::to_vec(object).unwrap_or_default();
        let payload = self.payload.clone().unwrap_or_else(|| json(&self.claims));
        let encode = |bytes: Vec<u8>| BASE64_URL_SAFE_NO_PAD.encode(bytes);
        format!("{}.{}", encode(json(&self.header)), encode(payload))
    }

    /// The token in compact form (RFC 7515, section 7.1).
    #[must_use]
    pub fn mint(&self) -> String {
        let input = self.signing_input();
        let mut signature = self.key.sign(input.as_bytes());
        if self.forged
            && let Some(byte) = signature.last_mut()
        {
            *byte ^= 1;
        }
        format!("{input}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature))
    }

    fn member(mut self, claim: Claim, name: &str, value: Value) -> Self {
        let claim = self
            .claims
            .entry(claim.as_str())
            .or_insert_with(|| json!({}));
        if let Value::Object(members) = claim {
            members.insert(name.to_owned(), value);
        }
        self
    }

    fn push(mut self, claim: Claim, name: &str, value: Value) -> Self {
        let claim = self
            .claims
            .get_mut(claim.as_str())
            .and_then(|claim| claim.get_mut(name));
        if let Some(Value::Array(list)) = claim {
            list.push(value);
        }
        self
    }

    /// Begins without any scope.
    pub(super) fn scoped(self) -> Self {
        self.claim("scope", "")
    }

    fn add_scope(mut self, scope: &str) -> Self {
        if let Some(Value::String(scopes)) = self.claims.get_mut("scope") {
            if !scopes.is_empty() {
                scopes.push(' ');
            }
            scopes.push_str(scope);
        }
        self
    }

    fn of_organization(self, organization_id: &str, slug: &str) -> Self {
        self.member(
            Claim::Organization,
            "organization_id",
            organization_id.into(),
        )
        .member(Claim::Organization, "slug", slug.into())
    }
}

impl TokenBuilder<OfSession> {
    pub(super) fn session(self) -> Self {
        // the service writes whole seconds
        let now = Timestamp::from_unix_seconds(self.issued.unix_seconds());
        let now = now.unwrap_or(self.issued).to_string();
        let session = json!({
            "id": "session-test-00000000-0000-0000-0000-000000000000",
            "started_at": now,
            "last_accessed_at": now,
            "attributes": { "ip_address": "", "user_agent": "" },
            "authentication_factors": [],
            "roles": [],
        });
        self.claim(Claim::Session.as_str(), session)
            .session_expires_in(Duration::from_secs(60 * 60))
    }

    /// The organization that the session belongs to.
    pub fn organization(self, organization_id: &str, slug: &str) -> Self {
        self.of_organization(organization_id, slug)
    }

    /// The id of the session.
    pub fn session_id(self, id: &str) -> Self {
        self.member(Claim::Session, "id", id.into())
    }

    /// Adds a role.
    pub fn role(self, role_id: &str) -> Self {
        self.push(Claim::Session, "roles", role_id.into())
    }

    /// Adds an authentication factor, in the form of the API's responses.
    pub fn factor(self, factor: impl Into<Value>) -> Self {
        self.push(Claim::Session, "authentication_factors", factor.into())
    }

    /// The address and the browser of the user.
    pub fn attributes(self, ip_address: &str, user_agent: &str) -> Self {
        let attributes = json!({ "ip_address": ip_address, "user_agent": user_agent });
        self.member(Claim::Session, "attributes", attributes)
    }

    /// Leaves the address and the browser out, as in the session of a member.
    pub fn without_attributes(mut self) -> Self {
        if let Some(Value::Object(session)) = self.claims.get_mut(Claim::Session.as_str()) {
            session.remove("attributes");
        }
        self
    }

    /// When the session began.
    pub fn session_started_at(self, time: Timestamp) -> Self {
        self.member(Claim::Session, "started_at", time.to_string().into())
    }

    /// When the session was used last.
    pub fn session_last_accessed_at(self, time: Timestamp) -> Self {
        self.member(Claim::Session, "last_accessed_at", time.to_string().into())
    }

    /// When the session ends, counted from when the token was made.
    pub fn session_expires_in(self, life: Duration) -> Self {
        let life = i64::try_from(life.as_secs()).unwrap_or(i64::MAX);
        let end = self.issued.unix_seconds().saturating_add(life);
        let end = Timestamp::from_unix_seconds(end).map(|end| end.to_string());
        self.member(Claim::Session, "expires_at", end.unwrap_or_default().into())
    }

    /// Sets any member of the session claim.
    pub fn session_member(self, name: &str, value: impl Into<Value>) -> Self {
        self.member(Claim::Session, name, value.into())
    }
}

impl TokenBuilder<OfMachine> {
    /// Adds a scope.
    pub fn scope(self, scope: &str) -> Self {
        self.add_scope(scope)
    }
}

impl TokenBuilder<OfAccess> {
    /// Adds a scope.
    pub fn scope(self, scope: &str) -> Self {
        self.add_scope(scope)
    }

    /// The organization of the member that the app acts for.
    pub fn organization(self, organization_id: &str, slug: &str) -> Self {
        self.of_organization(organization_id, slug)
    }
}

fn object(value: Value) -> JsonObject {
    match value {
        Value::Object(object) => object,
        _ => JsonObject::new(),
    }
}

impl<K> fmt::Debug for TokenBuilder<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenBuilder")
            .field("header", &self.header)
            .field("claims", &self.claims)
            .finish_non_exhaustive()
    }
}
