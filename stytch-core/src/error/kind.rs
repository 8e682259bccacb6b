//! The kinds of failure.

use std::fmt;

/// What kind of failure an [`Error`](super::Error) is.
///
/// New kinds may come with any release; a `match` needs a `_` arm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The service understood the request and refused it, with a reason:
    /// [`error_type`](super::Error::error_type) and [`message`](super::Error::message).
    Api,
    /// An answer that is none of the service's: an HTML page of a proxy, an empty body, a redirect,
    /// a body over the size limit. Look at the status, the content type and what stands between the
    /// app and the service.
    UnexpectedResponse,
    /// The body of a successful answer does not fit the type.
    /// [`json_path`](super::Error::json_path) says where.
    Decode,
    /// No answer in time. The service may have acted on the request all the same.
    Timeout,
    /// No connection: DNS, network, proxy or TLS, or an HTTP/2 server that closed it, or refused
    /// the stream, before it took the request (RFC 9113, section 8.7). The service did not see the
    /// request.
    Connect,
    /// The connection broke after the request was at least partly sent, or what came back is not
    /// HTTP. The service may have acted on the request all the same.
    Interrupted,
    /// A value of the request can't be sent, and nothing was sent.
    /// [`field`](super::Error::field) names it.
    InvalidRequest,
    /// The client's settings are not usable: project id, secret, base URL, environment variables,
    /// TLS.
    Configuration,
    /// The answer lacks what the call is about: a session or token, or whose it is, or, of SAML Shield,
    /// that the check succeeded. Nobody is logged in by it, whatever its status says. Claims of a
    /// session that the answer does not carry fail in the same way: the login goes on with another
    /// step, or no session was requested.
    MissingProof,
    /// A token that was checked locally is refused.
    Token,
    /// The caller is known and is not allowed to do this, as found by a local check.
    Authorization,
    /// A local check could not be made: the project's keys or the policy can't be had. Nothing is
    /// known about the token. Status, request id and attempts are those of the failed fetch, whose
    /// own error is the [`source`](std::error::Error::source).
    CheckUnavailable,
}

impl ErrorKind {
    /// The kind as a short name for logs and metrics, such as `unexpected_response`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::UnexpectedResponse => "unexpected_response",
            Self::Decode => "decode",
            Self::Timeout => "timeout",
            Self::Connect => "connect",
            Self::Interrupted => "interrupted",
            Self::InvalidRequest => "invalid_request",
            Self::Configuration => "configuration",
            Self::MissingProof => "missing_proof",
            Self::Token => "token",
            Self::Authorization => "authorization",
            Self::CheckUnavailable => "check_unavailable",
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
