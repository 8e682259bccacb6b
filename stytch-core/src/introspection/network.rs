//! Asking the service about a token of a connected app (RFC 7662).

use std::{fmt, future::IntoFuture, marker::PhantomData, sync::Arc};

use serde::{Deserialize, Deserializer};

use super::{AccessToken, TokenOrganization, local::authorize, token::Content};
use crate::{
    AsProject, Call, CheckFuture, Claim, Error, Handle, JsonObject, Operation, Secret, Timestamp,
    TokenError, Value, Verb,
    m2m::split_scopes,
    rbac::Question,
    session::{OfOrganization, OfProject},
};

/// What kind of token is asked about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
    pub sub: String,
    /// What the app may do, separated by blanks.
    pub scope: String,
    /// For whom the token was made.
    pub aud: Vec<String>,
    /// When it ends, in seconds since the start of 1970.
    pub exp: Option<i64>,
    /// When it was made, in seconds since the start of 1970.
    pub iat: Option<i64>,
    /// When it begins, in seconds since the start of 1970.
    pub nbf: Option<i64>,
    /// Who made it.
    pub iss: String,
    /// The connected app.
    pub client_id: String,
    /// `access_token` or `refresh_token`.
    pub token_type: String,
    /// The organization of the member; `None` for users.
    #[cfg_attr(
        feature = "serialize",
        serde(rename = "https://stytch.com/organization")
    )]
    pub organization: Option<TokenOrganization>,
    /// The app's own claims.
    #[cfg_attr(feature = "serialize", serde(flatten))]
    pub custom_claims: JsonObject,
}

/// A value of the wrong type is as good as none: it can only make the token say less.
impl<'de> Deserialize<'de> for IntrospectResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        fn text(value: Option<Value>) -> String {
            match value {
                Some(Value::String(text)) => text,
                _ => String::new(),
            }
        }
        fn number(value: Option<Value>) -> Option<i64> {
            value.as_ref().and_then(Value::as_i64)
        }

        let mut claims = JsonObject::deserialize(deserializer)?;
        let mut take = |name: &str| claims.remove(name);
        // neither one of its own nor one of the app's
        take("jti");
        let organization = take(Claim::Organization.as_str());
        let response = Self {
            active: matches!(take("active"), Some(Value::Bool(true))),
            request_id: text(take("request_id")),
            status_code: number(take("status_code"))
                .and_then(|code| code.try_into().ok())
                .unwrap_or_default(),
            sub: text(take("sub")),
            scope: text(take("scope")),
            aud: match take("aud") {
                Some(Value::Array(list)) => list
                    .into_iter()
                    .map(|audience| text(Some(audience)))
                    .collect(),
                Some(Value::String(audience)) => vec![audience],
                _ => Vec::new(),
            },
            exp: number(take("exp")),
            iat: number(take("iat")),
            nbf: number(take("nbf")),
            iss: text(take("iss")),
            client_id: text(take("client_id")),
            token_type: text(take("token_type")),
            organization: match organization {
                Some(Value::Object(mut organization)) => Some(TokenOrganization {
                    organization_id: text(organization.remove("organization_id")),
                    slug: text(organization.remove("slug")),
                }),
                _ => None,
            },
            custom_claims: JsonObject::new(),
        };
        Ok(Self {
            custom_claims: claims,
            ..response
        })
    }
}

/// A question about a connected app's token that the service answers. It is asked when it is
/// awaited; a token that is not active is an error then ([`TokenError::Inactive`]).
#[must_use = "a question is asked when it is awaited"]
pub struct NetworkIntrospection<'a, T> {
    client: Handle,
    call: Call<IntrospectResponse>,
    question: Option<Question<'a>>,
    marker: PhantomData<fn() -> T>,
}

impl<T> NetworkIntrospection<'_, T> {
    /// Prepares the question. The app's own credentials are sent, not those of the project.
    ///
    /// `POST /v1/public/{project_id}/oauth2/introspect`
    #[doc(hidden)]
    #[expect(clippy::needless_pass_by_value, reason = "as all requests are taken")]
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
            .into_call();
        Self {
            client: client.clone(),
            call,
            question: None,
            marker: PhantomData,
        }
    }

    /// The call by itself, with its options. Its response says in
    /// [`active`](IntrospectResponse::active) whether the token is good.
    ///
    /// After `authorize`, the call fails: a bare response can't be refused.
    pub fn into_call(self) -> Call<IntrospectResponse, AsProject> {
        match self.question {
            None => self.call,
            Some(_) => self.call.refuse(Error::invalid_request(
                "authorize",
                "an authorization check can't be made on the bare response",
            )),
        }
    }
}

authorize!(NetworkIntrospection, question);

async fn ask(
    client: Handle,
    call: Call<IntrospectResponse>,
    question: Option<Question<'_>>,
) -> Result<AccessToken, Error> {
    let response = call.await?;
    if !response.active {
        return Err(Error::token(TokenError::Inactive));
    }
    let time = |seconds: Option<i64>| seconds.and_then(Timestamp::from_unix_seconds);
    let content = Content {
        subject: response.sub,
        client_id: response.client_id,
        issuer: response.iss,
        audience: response.aud,
        scopes: split_scopes(&response.scope),
        expires_at: time(response.exp),
        issued_at: time(response.iat),
        not_before: time(response.nbf),
        token_type: response.token_type,
        organization: response.organization,
        custom_claims: response.custom_claims,
    };
    let verdict = match &question {
        None => None,
        Some(question) => {
            let policies = &client.inner().tokens.policies;
            Some(policies.check(&client, content.subject(), question).await?)
        }
    };
    Ok(AccessToken::new(Arc::new(content), verdict))
}

impl<'a, T> IntoFuture for NetworkIntrospection<'a, T> {
    type Output = Result<AccessToken, Error>;
    type IntoFuture = CheckFuture<'a, AccessToken>;

    fn into_future(self) -> Self::IntoFuture {
        let Self {
            client,
            call,
            question,
            ..
        } = self;
        CheckFuture::waiting(ask(client, call, question))
    }
}

impl<T> fmt::Debug for NetworkIntrospection<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NetworkIntrospection")
            .field("authorize", &self.question)
            .finish_non_exhaustive()
    }
}
