//! The questions that apps ask of an error.

use http::StatusCode;

use super::{Error, ErrorKind, ErrorType, KeysError};

impl Error {
    /// Whether the service refused the credentials, or the session, token or code of the request
    /// (HTTP 401), or a local check refused a token.
    ///
    /// Troubleshooting: [`error_type`](Self::error_type) tells the two apart. Wrong credentials
    /// need the project id and secret of the same environment; a refused session or code needs a
    /// new login.
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.has_status(StatusCode::UNAUTHORIZED) || self.kind() == ErrorKind::Token
    }

    /// Whether the caller is not allowed to do this: HTTP 403, or a local check of permissions.
    ///
    /// Troubleshooting: check the member's roles and the policy, and that the session belongs to
    /// the organization of the request.
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.has_status(StatusCode::FORBIDDEN) || self.kind() == ErrorKind::Authorization
    }

    /// Whether the thing that the request names does not exist (HTTP 404).
    ///
    /// Troubleshooting: ids of the test environment don't exist in the live one. A 404 without an
    /// error type comes from a base URL with a wrong path.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.has_status(StatusCode::NOT_FOUND)
    }

    /// Whether the thing exists already, or its state does not allow the request (HTTP 409).
    ///
    /// Troubleshooting: fetch the thing and compare before trying again.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.has_status(StatusCode::CONFLICT)
    }

    /// Whether the service asks to slow down (HTTP 429).
    ///
    /// Troubleshooting: see [`retry_after`](Self::retry_after). Limits hold per project and per
    /// user; a login page without bot protection is a usual cause.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.has_status(StatusCode::TOO_MANY_REQUESTS)
    }

    /// Whether the service or a gateway before it failed (HTTP 5xx).
    ///
    /// Troubleshooting: nothing is wrong with the request; see the vendor's status page.
    #[must_use]
    pub fn is_server_error(&self) -> bool {
        self.status().is_some_and(|status| status.is_server_error())
    }

    /// Whether time ran out, while connecting or while waiting for the answer.
    ///
    /// Troubleshooting: the message says which limit it was. A slow first call is often DNS or a
    /// proxy; raise [`timeout`](crate::ClientBuilder::timeout) only after looking there.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout || self.timed_out()
    }

    /// Whether no connection could be made, so that the service never saw the request.
    ///
    /// Troubleshooting: follow the chain of sources: DNS, firewall, proxy, or a certificate that
    /// the system does not trust (see `ClientBuilder::root_certificate`).
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.kind() == ErrorKind::Connect
    }

    /// Whether the same call may succeed later without a change: no connection, no answer, a broken
    /// one, no keys to check a token with, or HTTP 429, 500, 502, 503 or 504.
    ///
    /// The client has already retried where that is safe. Before repeating a call by hand that
    /// changes something, ask [`may_have_acted`](Self::may_have_acted): a code or token that was
    /// spent is not accepted twice.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        matches!(
            self.kind(),
            ErrorKind::Timeout | ErrorKind::Connect | ErrorKind::Interrupted
        ) || self.keys_error() == Some(&KeysError::Unavailable)
            || self.status().is_some_and(|status| {
                matches!(
                    status,
                    StatusCode::TOO_MANY_REQUESTS
                        | StatusCode::INTERNAL_SERVER_ERROR
                        | StatusCode::BAD_GATEWAY
                        | StatusCode::SERVICE_UNAVAILABLE
                        | StatusCode::GATEWAY_TIMEOUT
                )
            })
    }

    /// Whether the service may have done what was asked although the call failed: in one of the
    /// attempts, no answer came back, or one that says nothing about it.
    ///
    /// Troubleshooting: look at the state of things (fetch the member, list the sessions) before
    /// doing it again.
    #[must_use]
    pub fn may_have_acted(&self) -> bool {
        if self.acted() {
            return true;
        }
        match self.kind() {
            ErrorKind::Timeout | ErrorKind::Interrupted | ErrorKind::Decode => self.attempts() > 0,
            ErrorKind::Api | ErrorKind::UnexpectedResponse => match self.status() {
                // without a reason, it may be of a proxy that has passed the request on
                Some(StatusCode::TOO_MANY_REQUESTS) => self.error_type().is_none(),
                Some(status) => status.is_success() || status.is_server_error(),
                None => true,
            },
            _ => false,
        }
    }

    /// Whether the service refused with this error type.
    ///
    /// ```
    /// # fn handle(error: stytch_core::Error) {
    /// if error.is_type("session_not_found") {
    ///     // log in again
    /// }
    /// # }
    /// ```
    #[must_use]
    pub fn is_type(&self, error_type: impl AsRef<str>) -> bool {
        self.error_type().map(ErrorType::as_str) == Some(error_type.as_ref())
    }

    fn has_status(&self, status: StatusCode) -> bool {
        self.status() == Some(status)
    }
}
