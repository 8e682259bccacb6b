//! Asking the service about a token of a connected app (RFC 7662).

use std::{fmt, future::IntoFuture, marker::PhantomData, sync::Arc};

use serde::{Deserialize, Deserializer};

use super::AccessToken;
use crate::{
    AsProject, Call, CheckFuture, Claim, Error, Handle, JsonObject, Operation, Secret, Timestamp,
    TokenError, Value, Verb,
    jwt::{Life, Limits},
    tokens::{AppClaims, Terms, TokenOrganization, Tokens, permissions, split_scopes},
};

/// What kind of token is asked about.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum TokenTypeHint {
    /// An access token.
    AccessToken,
    /// A refresh token.
    RefreshToken,
    /// A kind that is newer than this crate; it is sent as it is.
    Unknown(String),
}

impl TokenTypeHint {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::AccessToken => "access_token",
            Self::RefreshToken => "refresh_token",
            Self::Unknown(kind) => kind,
        }
    }
}

impl From<&str> for TokenTypeHint {
    fn from(kind: &str) -> Self {
        match kind {
            "access_token" => Self::AccessToken,
            "refresh_token" => Self::RefreshToken,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

crate::open_enum!(TokenTypeHint);

/// What the service is asked: a token, and the connected app that it belongs to.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[must_use]
pub struct IntrospectRequest {
    /// The token.
    pub token: Secret,
    /// The connected app.
    pub client_id: String,
    /// The app's secret, if it has one.
    pub client_secret: Option<Secret>,
    /// What kind of token it is; the service looks among all kinds if that is not said.
    pub token_type_hint: Option<TokenTypeHint>,
}

impl IntrospectRequest {
    /// Asks about a token of a connected app.
    pub fn new(token: impl Into<Secret>, client_id: impl Into<String>) -> Self {
        Self {
            token: token.into(),
            client_id: client_id.into(),
            client_secret: None,
            token_type_hint: None,
        }
    }

    /// The app's secret; public apps have none.
    pub fn client_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.client_secret = Some(secret.into());
        self
    }

    /// What kind of token it is.
    pub fn token_type_hint(mut self, hint: impl Into<TokenTypeHint>) -> Self {
        self.token_type_hint = Some(hint.into());
        self
    }
}

/// What the service says about a token. All but the first three fields are empty if the token is not
/// active.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
#[non_exhaustive]
pub struct IntrospectResponse {
    /// Whether the token is good: look here first.
    pub active: bool,
    /// Identifies this API call.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The user or member that the app acts for.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "String::is_empty"))]
    pub sub: String,
    /// What the app may do, separated by blanks.
    pub scope: String,
    /// For whom the token was made.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Vec::is_empty"))]
    pub aud: Vec<String>,
    /// When it ends, in seconds since the start of 1970.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub exp: Option<i64>,
    /// When it was made, in seconds since the start of 1970.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub iat: Option<i64>,
    /// When it begins, in seconds since the start of 1970.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub nbf: Option<i64>,
    /// Who made it.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "String::is_empty"))]
    pub iss: String,
    /// The connected app.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "String::is_empty"))]
    pub client_id: String,
    /// `access_token` or `refresh_token`; by RFC 7662, section 2.2, it may be `Bearer` as well.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "String::is_empty"))]
    pub token_type: String,
    /// The id of the token.
    pub jti: String,
    /// The organization of the member; `None` for users.
    #[cfg_attr(
        feature = "serialize",
        serde(
            rename = "https://stytch.com/organization",
            skip_serializing_if = "Option::is_none"
        )
    )]
    pub organization: Option<TokenOrganization>,
    /// The app's own claims.
    #[cfg_attr(feature = "serialize", serde(flatten))]
    pub custom_claims: JsonObject,
    /// A claim that is there and can't be read, so that nobody takes it for one that is missing.
    #[cfg_attr(feature = "serialize", serde(skip))]
    odd: Option<Claim>,
}

/// A value of the wrong type is as good as none, here; [`NetworkIntrospection`] refuses the token if
/// it is one that the token is judged by.
impl<'de> Deserialize<'de> for IntrospectResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut claims = Claims {
            unread: JsonObject::deserialize(deserializer)?,
            odd: None,
        };
        Ok(Self {
            active: claims.take("active", Value::as_bool),
            request_id: claims.take("request_id", text),
            status_code: claims.take("status_code", |code| code.as_i64()?.try_into().ok()),
            sub: claims.take("sub", text),
            scope: claims.take("scope", text),
            aud: claims.take("aud", |audience| match audience {
                Value::Array(list) if !list.is_empty() => list.iter().map(text).collect(),
                one => Some(vec![text(one)?]),
            }),
            exp: claims.take("exp", |time| time.as_i64().map(Some)),
            iat: claims.take("iat", |time| time.as_i64().map(Some)),
            nbf: claims.take("nbf", |time| time.as_i64().map(Some)),
            iss: claims.take("iss", text),
            client_id: claims.take("client_id", text),
            token_type: claims.take("token_type", text),
            jti: claims.take("jti", text),
            organization: claims.take(Claim::Organization.as_str(), |organization| {
                let members = organization.as_object()?;
                let member = |name| members.get(name).and_then(text).unwrap_or_default();
                Some(Some(TokenOrganization {
                    organization_id: member("organization_id"),
                    slug: member("slug"),
                }))
            }),
            odd: claims.odd,
            custom_claims: claims.unread,
        })
    }
}

/// Claims that are taken out one by one, so that the app's own are left.
struct Claims {
    unread: JsonObject,
    odd: Option<Claim>,
}

impl Claims {
    fn take<T: Default>(&mut self, name: &str, read: impl FnOnce(&Value) -> Option<T>) -> T {
        let value = self.unread.remove(name).unwrap_or_default();
        let read = read(&value);
        if read.is_none() && !value.is_null() {
            self.odd = self
                .odd
                .or_else(|| JUDGED.into_iter().find(|claim| claim.as_str() == name));
        }
        read.unwrap_or_default()
    }
}

fn text(value: &Value) -> Option<String> {
    value
        .as_str()
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// The claims that decide whether a token is good. What an app may do beyond that, it can only do
/// less if it can't be read.
const JUDGED: [Claim; 7] = [
    Claim::TokenType,
    Claim::Issuer,
    Claim::Audience,
    Claim::Subject,
    Claim::ClientId,
    Claim::Expiry,
    Claim::NotBefore,
];

impl IntrospectResponse {
    /// Judges what the service says by the rules of a check that is made here, as far as it says
    /// something: the service answers for refresh tokens, too, and does not know who asks.
    fn judge(self, tokens: &Tokens, asked_about: &str) -> Result<AppClaims, TokenError> {
        fn time(seconds: Option<i64>, claim: Claim) -> Result<Option<Timestamp>, TokenError> {
            let time = seconds.map(|seconds| {
                Timestamp::from_unix_seconds(seconds).ok_or(TokenError::InvalidClaim(claim))
            });
            time.transpose()
        }

        if !self.active {
            return Err(TokenError::Inactive);
        }
        if let Some(claim) = self.odd {
            return Err(TokenError::InvalidClaim(claim));
        }
        if !self.iss.is_empty() {
            tokens.expected.check_issuer(&self.iss)?;
        }
        if !self.aud.is_empty() {
            tokens
                .expected
                .check_audience(self.aud.iter().map(String::as_str))?;
        }
        // `bearer` is how an access token is used (RFC 6749, section 5.1); a refresh token is not
        let kinds = ["", "access_token", "bearer"];
        if !kinds
            .iter()
            .any(|kind| self.token_type.eq_ignore_ascii_case(kind))
        {
            return Err(TokenError::WrongKind);
        }
        if !self.client_id.is_empty() && self.client_id != asked_about {
            return Err(TokenError::WrongClient);
        }
        if self.sub.is_empty() {
            return Err(TokenError::MissingClaim(Claim::Subject));
        }
        let expires_at = time(self.exp, Claim::Expiry)?;
        let issued_at = time(self.iat, Claim::IssuedAt)?;
        let not_before = time(self.nbf, Claim::NotBefore)?;
        // when it was made is not held against the clock: the service has just said that it is good
        let life = Life::told(not_before, None, expires_at);
        life.check(tokens.now(), Limits::default())?;
        Ok(AppClaims {
            subject: self.sub,
            client_id: self.client_id,
            issuer: self.iss,
            audience: self.aud,
            scopes: split_scopes(&self.scope),
            expires_at,
            issued_at,
            not_before,
            jti: Some(self.jti).filter(|id| !id.is_empty()),
            organization: self.organization,
            custom_claims: self.custom_claims,
            life,
        })
    }
}

/// A question about a connected app's token that the service answers. It is asked when it is
/// awaited; a token that is not active is an error then ([`TokenError::Inactive`]).
///
/// So is an answer about a refresh token, or one that names another issuer, audience or app than it
/// should, or a time that is not now. [`into_call`](Self::into_call) gives the bare answer, for
/// refresh tokens, too.
#[must_use = "a question is asked when it is awaited"]
pub struct NetworkIntrospection<'a, T> {
    client: Handle,
    call: Call<IntrospectResponse>,
    client_id: String,
    terms: Terms<'a>,
    marker: PhantomData<fn() -> T>,
}

impl<T> NetworkIntrospection<'_, T> {
    /// Prepares the question. The app's own credentials are sent, not those of the project.
    ///
    /// `POST /v1/public/{project_id}/oauth2/introspect`
    #[doc(hidden)]
    pub fn new(client: &Handle, request: IntrospectRequest) -> Self {
        const OPERATION: Operation = Operation::new(
            "idp.introspect_token_network",
            Verb::Post,
            "/v1/public/{project_id}/oauth2/introspect",
        )
        .repeatable();

        let mut form = vec![
            ("token", request.token.expose()),
            ("client_id", &*request.client_id),
        ];
        if let Some(secret) = &request.client_secret {
            form.push(("client_secret", secret.expose()));
        }
        if let Some(hint) = &request.token_type_hint {
            form.push(("token_type_hint", hint.as_str()));
        }
        let call = client
            .prepare(&OPERATION)
            .path("project_id", client.project_id())
            .without_credentials()
            .form(&form)
            .into_call_of();
        Self {
            client: client.clone(),
            call,
            client_id: request.client_id,
            terms: Terms::default(),
            marker: PhantomData,
        }
    }

    /// The call by itself, with its options. Its response says in
    /// [`active`](IntrospectResponse::active) whether the token is good.
    ///
    /// After `authorize` or any other demand, the call fails: a bare response can't be refused.
    pub fn into_call(self) -> Call<IntrospectResponse, AsProject> {
        if self.terms.demands.is_empty() {
            return self.call;
        }
        self.call.refuse(Error::invalid_request(
            "authorize",
            "an authorization check can't be made on the bare response",
        ))
    }
}

permissions!(NetworkIntrospection);

impl<'a, T> IntoFuture for NetworkIntrospection<'a, T> {
    type Output = Result<AccessToken, Error>;
    type IntoFuture = CheckFuture<'a, AccessToken>;

    fn into_future(self) -> Self::IntoFuture {
        let Self {
            client,
            call,
            client_id,
            terms,
            ..
        } = self;
        CheckFuture::new(async move {
            let response = call.await?;
            let token = response.judge(&client.inner().tokens, &client_id);
            let token = Arc::new(token.map_err(Error::token)?);
            AccessToken::permit(&client, token, &terms).await
        })
    }
}

impl<T> fmt::Debug for NetworkIntrospection<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NetworkIntrospection")
            .field("terms", &self.terms)
            .finish_non_exhaustive()
    }
}
