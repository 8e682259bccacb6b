//! What the service says about a SAML response that it found nothing wrong with.

use crate::wire::{Object, Receive as _, Slot};

/// What the service says about a SAML response that it found nothing wrong with. There is none about
/// any other: a call fails then.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ValidateResponse {
    /// Identifies this API call.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body: 200.
    pub status_code: i32,
    /// The same in words, for a developer.
    pub message: String,
}

impl Object for ValidateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "message" => self.message.slot(),
            _ => return None,
        })
    }
}

crate::received!(ValidateResponse);
