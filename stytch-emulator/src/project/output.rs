//! What comes of a request.

use axum::body::Bytes;
use serde_json::Value;

use crate::refusal::Refusal;

/// What goes out: a status and a body.
#[derive(Debug)]
pub(crate) struct Output {
    pub(crate) status: u16,
    /// JSON. It is shared with whoever wants to look at it later.
    pub(crate) body: Bytes,
}

impl Output {
    pub(crate) fn from(refusal: &Refusal, request_id: &str) -> Self {
        Self {
            status: refusal.status,
            body: refusal.body(request_id).to_string().into(),
        }
    }

    /// The body, to look into.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// Where a browser is to go, if that is the answer.
    pub(crate) fn redirect_url(&self) -> Option<String> {
        if !(300..400).contains(&self.status) {
            return None;
        }
        let body = self.json();
        let url = body.get("redirect_url").and_then(Value::as_str);
        url.map(str::to_owned)
    }
}
