//! Reading the body of a refusal.

use serde_json::Value;

use super::ErrorType;
use crate::JsonObject;

/// What an error body says. Both forms of the API end up here: the ordinary one and that of its
/// OAuth endpoints.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct ApiBody {
    pub(crate) error_type: Option<ErrorType>,
    /// Empty if the body has none.
    pub(crate) message: String,
    pub(crate) url: Option<Box<str>>,
    pub(crate) details: Option<JsonObject>,
    pub(crate) request_id: Option<Box<str>>,
    /// The status that the body claims.
    pub(crate) status_code: Option<u16>,
}

impl ApiBody {
    /// Reads as much as can be made sense of. An odd value of one field never hides the others, and
    /// anything that is a JSON object counts as an answer of the service.
    pub(crate) fn read(body: &[u8]) -> Option<Self> {
        let mut body: JsonObject = serde_json::from_slice(body).ok()?;
        let text = |body: &mut JsonObject, names: &[&str]| {
            names.iter().find_map(|name| match body.remove(*name) {
                Some(Value::String(text)) if !text.is_empty() => Some(text),
                _ => None,
            })
        };
        Some(Self {
            error_type: text(&mut body, &["error_type", "error"]).map(ErrorType::from),
            message: text(
                &mut body,
                &["error_message", "error_description", "message"],
            )
            .unwrap_or_default(),
            url: text(&mut body, &["error_url", "error_uri"]).map(Into::into),
            details: match body.remove("error_details") {
                Some(Value::Object(details)) if !details.is_empty() => Some(details),
                _ => None,
            },
            request_id: text(&mut body, &["request_id"]).map(Into::into),
            status_code: body
                .get("status_code")
                .and_then(Value::as_u64)
                .and_then(|code| u16::try_from(code).ok()),
        })
    }

    /// Whether the body says anything that errors of the service say.
    pub(crate) fn is_refusal(&self) -> bool {
        self.error_type.is_some() || !self.message.is_empty() || self.request_id.is_some()
    }
}
