//! What a request to the emulator itself asks for.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::request::Parts;
use serde::de::DeserializeOwned;
use serde_json::json;
use stytch_core::Timestamp;

use crate::followed::RedirectError;
use crate::project::Project;
use crate::refusal::Refusal;
use crate::server::credentials;
use crate::shared::{PROJECT_ID, Shared};

/// A request that makes no sense: 400 and a message.
#[derive(Debug)]
pub(crate) struct Mistake {
    pub(crate) status: StatusCode,
    pub(crate) message: String,
}

impl Mistake {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            message: message.into(),
        }
    }

    /// A page of another site wants to change something.
    pub(crate) fn foreign() -> Self {
        Self {
            status: StatusCode::FORBIDDEN,
            message: "pages of other sites may not change anything here".to_owned(),
        }
    }

    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self {
            status: StatusCode::NOT_FOUND,
            message: message.into(),
        }
    }
}

impl From<Refusal> for Mistake {
    fn from(refusal: Refusal) -> Self {
        let status = StatusCode::from_u16(refusal.status);
        Self {
            status: status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            message: refusal.message,
        }
    }
}

impl From<RedirectError> for Mistake {
    fn from(error: RedirectError) -> Self {
        let status = StatusCode::from_u16(error.status());
        Self {
            status: status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            message: error.message().to_owned(),
        }
    }
}

impl IntoResponse for Mistake {
    fn into_response(self) -> Response {
        let body = json!({ "error": self.message });
        (self.status, axum::Json(body)).into_response()
    }
}

/// The project that a request is about: the one of its credentials, else that of `?project=`, else the
/// one that was printed at the start.
pub(crate) struct Of(pub(crate) Arc<Project>);

impl FromRequestParts<Arc<Shared>> for Of {
    type Rejection = Mistake;

    async fn from_request_parts(
        parts: &mut Parts,
        shared: &Arc<Shared>,
    ) -> Result<Self, Self::Rejection> {
        let id = match credentials(&parts.headers) {
            Ok((id, _)) => id,
            Err(_) => Query::of(parts)
                .text("project")
                .unwrap_or_else(|| PROJECT_ID.to_owned()),
        };
        let project = shared.project(&id);
        project
            .map(Self)
            .map_err(|refusal| Mistake::new(refusal.message))
    }
}

/// The pairs of a query.
pub(crate) struct Query(Vec<(String, String)>);

impl Query {
    fn of(parts: &Parts) -> Self {
        let query = parts.uri.query().unwrap_or_default();
        Self(
            form_urlencoded::parse(query.as_bytes())
                .into_owned()
                .collect(),
        )
    }

    pub(crate) fn text(&self, name: &str) -> Option<String> {
        let mut pairs = self.0.iter();
        let (_, value) = pairs.find(|(key, value)| key == name && !value.is_empty())?;
        Some(value.clone())
    }

    /// An instant in RFC 3339.
    pub(crate) fn time(&self, name: &str) -> Result<Option<Timestamp>, Mistake> {
        let text = self.text(name);
        text.map(|text| text.parse()).transpose().map_err(|_| {
            Mistake::new(format!(
                "{name}: expected a time such as 2026-01-31T12:00:00Z"
            ))
        })
    }

    /// How long to wait: real seconds, a minute at most.
    pub(crate) fn wait(&self) -> Result<Duration, Mistake> {
        match self.text("wait").map(|text| text.parse::<f64>()) {
            None => Ok(Duration::ZERO),
            Some(Ok(seconds)) if (0.0..=60.0).contains(&seconds) => {
                Ok(Duration::from_secs_f64(seconds))
            }
            Some(_) => Err(Mistake::new(
                "wait: expected a number of seconds from 0 to 60",
            )),
        }
    }
}

impl FromRequestParts<Arc<Shared>> for Query {
    type Rejection = Mistake;

    async fn from_request_parts(
        parts: &mut Parts,
        _: &Arc<Shared>,
    ) -> Result<Self, Self::Rejection> {
        Ok(Self::of(parts))
    }
}

/// A body as text.
pub(crate) struct Text(pub(crate) String);

impl FromRequest<Arc<Shared>> for Text {
    type Rejection = Mistake;

    async fn from_request(request: Request, _: &Arc<Shared>) -> Result<Self, Self::Rejection> {
        let bytes = axum::body::to_bytes(request.into_body(), MAX_BYTES)
            .await
            .map_err(|error| Mistake::new(format!("the body could not be read: {error}")))?;
        let text = String::from_utf8(bytes.into());
        text.map(Self)
            .map_err(|_| Mistake::new("the body is no text in UTF-8"))
    }
}

/// A JSON body, whatever its content type says.
pub(crate) struct Body<T>(pub(crate) T);

/// Exports of large projects go in again.
const MAX_BYTES: usize = 256 * 1024 * 1024;

impl<T: DeserializeOwned> FromRequest<Arc<Shared>> for Body<T> {
    type Rejection = Mistake;

    async fn from_request(request: Request, _: &Arc<Shared>) -> Result<Self, Self::Rejection> {
        let bytes = axum::body::to_bytes(request.into_body(), MAX_BYTES)
            .await
            .map_err(|error| Mistake::new(format!("the body could not be read: {error}")))?;
        let mut json = serde_json::Deserializer::from_slice(&bytes);
        serde_path_to_error::deserialize(&mut json)
            .map(Self)
            .map_err(|error| {
                let place = match error.path().to_string() {
                    path if path == "." => String::new(),
                    path => format!("{path}: "),
                };
                Mistake::new(format!("{place}{}", error.inner()))
            })
    }
}
