//! The questions that apps ask of an error.

use http::StatusCode;

use super::{Error, ErrorKind, ErrorType, Meaning};

impl Error {
    /// Whether the person has to log in, again or with one more factor: a local check refused the
    /// token, or the service does not, or no longer, accept the session, token, link, code or SAML
    /// response. Send the person to the login page; an API answers 401.
    ///
    /// Decided by [`error_type`](Self::error_type), since the service uses several statuses for it:
    /// a session that was revoked is a 404, `session_not_found`. Wrong credentials of the project are
    /// a 401, too, and no login cures them: see [`is_bad_credentials`](Self::is_bad_credentials).
    ///
    /// Troubleshooting: if people have to log in all the time, look at the reason:
    /// [`token_error`](Self::token_error) or [`error_type`](Self::error_type).
    #[must_use]
    pub fn needs_login(&self) -> bool {
        match self.kind() {
            ErrorKind::Token => true,
            ErrorKind::Api => self.meaning() == Meaning::Login,
            _ => false,
        }
    }

    /// Whether the service refused the app itself: its project id, its secret, or the environment
    /// that it talks to; for the token of a machine, its client id and secret; for SAML Shield, its
    /// public token. Nobody can log in until an operator corrects the settings, so this is worth an
    /// alarm, and a 500 for the caller.
    ///
    /// It holds for a check that could not be made for this reason, too.
    ///
    /// Troubleshooting: project id and secret must be of the same environment, and not be rotated
    /// away. Where a password is checked, the service says the same of a wrong password and a wrong
    /// secret; that counts as [`needs_login`](Self::needs_login), and other calls of the client tell.
    #[must_use]
    pub fn is_bad_credentials(&self) -> bool {
        matches!(self.kind(), ErrorKind::Api | ErrorKind::CheckUnavailable)
            && self.meaning() == Meaning::Credentials
    }

    /// Whether the caller is known and not allowed to do this: a local check of permissions said so,
    /// or the service, by its error type or, if that says nothing, with HTTP 403.
    ///
    /// Troubleshooting: check the member's roles and the policy, and that the session belongs to
    /// the organization of the request.
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        match (self.kind(), self.meaning()) {
            (ErrorKind::Authorization, _) | (ErrorKind::Api, Meaning::Permission) => true,
            (ErrorKind::Api, Meaning::Unknown) => self.has_status(StatusCode::FORBIDDEN),
            _ => false,
        }
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

    /// Whether the service asks to slow down: HTTP 429, unless the error type says that it is not
    /// about rates. A user who is locked (`user_lock_limit_reached`) and a captcha that was not
    /// solved (`captcha_failed`) are 429s that no waiting of the app cures.
    ///
    /// Troubleshooting: see [`retry_after`](Self::retry_after). Limits hold per project and per
    /// user; a login page without bot protection is a usual cause.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        match self.meaning() {
            Meaning::Throttle => true,
            Meaning::Unknown => self.status() == Some(StatusCode::TOO_MANY_REQUESTS),
            _ => false,
        }
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
    /// one, a rate limit, or HTTP 500, 502, 503 or 504. A check that could not be made is retryable
    /// if the fetch that failed is. An API answers 503.
    ///
    /// The client has already retried where that is safe. Before repeating a call by hand that
    /// changes something, ask [`may_have_acted`](Self::may_have_acted): a code or token that was
    /// spent is not accepted twice.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.kind() {
            ErrorKind::Timeout | ErrorKind::Interrupted => true,
            ErrorKind::Connect => !self.untrusted(),
            ErrorKind::CheckUnavailable => self.fetch_error().is_some_and(Self::is_retryable),
            _ => {
                self.is_rate_limited()
                    || matches!(
                        self.status(),
                        Some(
                            StatusCode::INTERNAL_SERVER_ERROR
                                | StatusCode::BAD_GATEWAY
                                | StatusCode::SERVICE_UNAVAILABLE
                                | StatusCode::GATEWAY_TIMEOUT
                        )
                    )
            }
        }
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
            ErrorKind::Timeout
            | ErrorKind::Interrupted
            | ErrorKind::Decode
            | ErrorKind::MissingProof => self.attempts() > 0,
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

    /// Whether the call itself was answered with this status.
    fn has_status(&self, status: StatusCode) -> bool {
        self.status() == Some(status) && self.kind() != ErrorKind::CheckUnavailable
    }

    /// SAML Shield publishes no names for what it refuses, so that the status tells whose move it is,
    /// unless a name says that it is the operator's or a matter of time.
    #[cfg(feature = "saml-shield")]
    fn meaning_of_saml_shield(&self, named: Meaning) -> Meaning {
        if matches!(named, Meaning::Credentials | Meaning::Throttle) {
            return named;
        }
        match self.status() {
            Some(StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) => Meaning::Credentials,
            Some(
                StatusCode::BAD_REQUEST
                | StatusCode::CONFLICT
                | StatusCode::PAYLOAD_TOO_LARGE
                | StatusCode::UNPROCESSABLE_ENTITY,
            ) => Meaning::Login,
            // whatever a name means to the API, nobody can log in or be let in by this
            _ => Meaning::Unknown,
        }
    }

    /// Whose move it is.
    fn meaning(&self) -> Meaning {
        let meaning = self
            .error_type()
            .map_or(Meaning::Unknown, ErrorType::meaning);
        let of_password = self
            .operation()
            .is_some_and(|operation| operation.starts_with("passwords."));
        // the one name that the service gives to a wrong password and to a wrong secret
        if of_password && self.is_type(ErrorType::UnauthorizedCredentials) {
            return Meaning::Login;
        }
        #[cfg(feature = "saml-shield")]
        if self.operation() == Some(crate::saml_shield::VALIDATE.name()) {
            return self.meaning_of_saml_shield(meaning);
        }
        meaning
    }
}
