//! What the service answers when it refuses.

use serde_json::{Value, json};
use stytch_core::ErrorType;

use crate::rules::attempts::Trace;

/// A refusal: nothing was changed, but for the traces that it leaves.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) error_type: ErrorType,
    pub(crate) message: String,
    words: Words,
    /// Whether it is one of the consumer API, whose error pages stand elsewhere.
    is_consumer: bool,
    pub(crate) traces: Vec<Trace>,
}

/// In whose words a refusal is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Words {
    Api,
    /// RFC 6749, section 5.2.
    Oauth,
    /// RFC 7644, section 3.12, with the kind of error; empty if none of the standard's fits.
    Scim(&'static str),
}

impl Refusal {
    /// A refusal of this type, with the status that goes with it.
    pub(crate) fn new(error_type: impl Into<ErrorType>) -> Self {
        let error_type = error_type.into();
        let name = error_type.as_str();
        Self {
            status: status(name),
            message: sentence(name),
            error_type,
            words: Words::Api,
            is_consumer: false,
            traces: Vec::new(),
        }
    }

    /// A refusal in the words of OAuth.
    pub(crate) fn oauth(error: &str, status: u16) -> Self {
        Self::new(error).with_status(status).in_words_of_oauth()
    }

    /// The same, told in the words of OAuth.
    pub(crate) fn in_words_of_oauth(mut self) -> Self {
        self.words = Words::Oauth;
        self
    }

    /// A refusal in the words of SCIM.
    pub(crate) fn scim(status: u16, kind: &'static str, detail: impl Into<String>) -> Self {
        let refusal = Self::bad_request(detail).with_status(status);
        Self {
            words: Words::Scim(kind),
            ..refusal
        }
    }

    /// The same, told in the words of SCIM.
    pub(crate) fn in_words_of_scim(mut self) -> Self {
        if self.words != Words::Api {
            return self;
        }
        let is_taken = matches!(
            self.error_type.as_str(),
            "duplicate_member_email" | "retired_member_email"
        );
        if is_taken {
            self.status = 409;
        }
        self.words = Words::Scim(match self.status {
            400 => "invalidValue",
            409 => "uniqueness",
            _ => "",
        });
        self
    }

    /// The same with another status than the type has elsewhere.
    pub(crate) fn with_status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// A request that can't be understood.
    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new("bad_request").because(message)
    }

    /// The same with a message of its own.
    pub(crate) fn because(mut self, message: impl Into<String>) -> Self {
        self.message = message.into();
        self
    }

    /// The same, leaving a trace.
    pub(crate) fn leaving(mut self, trace: Trace) -> Self {
        self.traces.push(trace);
        self
    }

    /// The same, as a refusal of this operation.
    pub(crate) fn of(mut self, operation: &str) -> Self {
        self.is_consumer = operation.starts_with("consumer.");
        self
    }

    /// The body of the answer.
    pub(crate) fn body(&self, request_id: &str) -> Value {
        let name = self.error_type.as_str();
        let docs = match self.is_consumer {
            true => "docs/api",
            false => "docs/b2b/api",
        };
        let url = format!("https://stytch.com/{docs}/errors/{}#{name}", self.status);
        match self.words {
            Words::Api => json!({
                "status_code": self.status,
                "request_id": request_id,
                "error_type": name,
                "error_message": self.message,
                "error_url": url,
            }),
            Words::Oauth => json!({
                "status_code": self.status,
                "request_id": request_id,
                "error": name,
                "error_description": self.message,
                "error_uri": url,
            }),
            Words::Scim(kind) => {
                let mut body = json!({
                    "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
                    "status": self.status.to_string(),
                    "detail": self.message,
                });
                if let (Some(body), false) = (body.as_object_mut(), kind.is_empty()) {
                    body.insert("scimType".to_owned(), kind.into());
                }
                body
            }
        }
    }
}

impl From<ErrorType> for Refusal {
    fn from(error_type: ErrorType) -> Self {
        Self::new(error_type)
    }
}

/// The status that goes with a type: the documented one, and a rule for those that the docs are silent
/// about.
fn status(name: &str) -> u16 {
    match name {
        "attribute_mismatch"
        | "connected_app_consent_revoked"
        | "connected_app_supplied_redirect_url_not_found_in_client"
        | "endpoint_not_authorized_for_sdk"
        | "enterprise_endpoint"
        | "insufficient_factors"
        | "totp_code_already_authenticated" => 401,
        "captcha_required"
        | "consumer_session_authorization_error"
        | "organization_suspended"
        | "session_authorization_error"
        | "session_authorization_tenancy_error"
        | "use_https" => 403,
        "default_provider_not_allowed"
        | "idp_access_token_could_not_be_exchanged"
        | "totps_not_found_for_user" => 404,
        "method_not_allowed" => 405,
        "captcha_failed"
        | "too_few_tokens_authenticated"
        | "too_many_requests"
        | "user_lock_limit_reached" => 429,
        "internal_server_error" => 500,
        "emulator_not_implemented" => 501,
        "server_unavailable" => 503,
        "apple_oauth_config_not_found" => 400,
        name if name.ends_with("_not_found") => 404,
        name if name.starts_with("unable_to_auth") || name.starts_with("unauthorized_") => 401,
        _ => 400,
    }
}

/// `member_not_found` as a sentence.
fn sentence(name: &str) -> String {
    let mut words = name.replace('_', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words + "."
}
