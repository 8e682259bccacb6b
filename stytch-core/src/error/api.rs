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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_ordinary_form() {
        let body = ApiBody::read(
            br#"{"status_code":404,"request_id":"r","error_type":"session_not_found",
                "error_message":"Session could not be found.","error_url":"https://u",
                "error_details":{"a":1}}"#,
        )
        .unwrap();
        assert_eq!(body.error_type.unwrap(), "session_not_found");
        assert_eq!(body.message, "Session could not be found.");
        assert_eq!(body.url.as_deref(), Some("https://u"));
        assert_eq!(body.details.unwrap()["a"], 1);
        assert_eq!(body.request_id.as_deref(), Some("r"));
        assert_eq!(body.status_code, Some(404));
    }

    #[test]
    fn reads_the_oauth_form() {
        let body = ApiBody::read(
            br#"{"error":"invalid_client","error_description":"No.","error_uri":"https://u"}"#,
        )
        .unwrap();
        assert_eq!(body.error_type.unwrap(), "invalid_client");
        assert_eq!(body.message, "No.");
        assert_eq!(body.url.as_deref(), Some("https://u"));
    }

    #[test]
    fn odd_values_hide_nothing_else() {
        let body = ApiBody::read(
            br#"{"status_code":"404","request_id":7,"error_type":["x"],"error":"e",
                "error_message":null,"message":"m","error_details":"d"}"#,
        )
        .unwrap();
        assert_eq!(body.error_type.unwrap(), "e");
        assert_eq!(body.message, "m");
        assert_eq!(
            (body.details, body.request_id, body.status_code),
            (None, None, None)
        );
        assert!(!ApiBody::read(b"{}").unwrap().is_refusal());
        for not_an_object in ["", "[]", "null", "<html>", "{\"error_type\":\"x\""] {
            assert_eq!(ApiBody::read(not_an_object.as_bytes()), None);
        }
    }
}
