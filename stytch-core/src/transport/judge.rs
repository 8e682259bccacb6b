//! What an answer means.

use std::sync::LazyLock;

use bytes::Bytes;
use http::{
    HeaderMap, StatusCode,
    header::{CONTENT_ENCODING, CONTENT_TYPE},
};
use memchr::memmem::Finder;
use serde::Deserialize;

use super::request_id;
use crate::{Error, ErrorKind, Operation, error::ApiBody, retry::retry_after};

/// The largest body of a refusal that is read. Those of the service are far smaller, and reading one
/// into JSON values takes many times its size.
pub(super) const MAX_REFUSAL_BYTES: usize = 256 * 1024;

/// Lets an answer pass whose body can be decoded as a response; says what any other one is.
pub(super) fn judge(
    operation: &Operation,
    status: StatusCode,
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<(), Error> {
    if !status.is_success() {
        return Err(refusal(status, headers, body));
    }
    let why = if body.is_empty() {
        "the answer has no body"
    } else if headers
        .get(CONTENT_ENCODING)
        .is_some_and(|encoding| encoding != "identity")
    {
        "the body of the answer is compressed, although the client does not ask for that"
    } else if !is_json(headers) {
        "the body of the answer is not JSON"
    } else {
        return match hidden_error(status, headers, body) {
            Some(error) => Err(error),
            None if operation.must_state_success() => stated(status, headers, body),
            None => Ok(()),
        };
    };
    Err(unexpected(status, headers, body, why))
}

fn refusal(status: StatusCode, headers: &HeaderMap, body: &Bytes) -> Error {
    if status.is_redirection() {
        return unexpected(
            status,
            headers,
            body,
            "the answer is a redirect, which is not followed",
        );
    }
    match ApiBody::read(body) {
        Some(api) if api.is_refusal() => {
            Error::api(status, api).with_retry_after(retry_after(headers))
        }
        _ if body.is_empty() => unexpected(status, headers, body, "the answer has no body"),
        _ => unexpected(
            status,
            headers,
            body,
            "the body is not an error of the service",
        ),
    }
}

/// An error that comes with a success status, as gateways and test doubles do. The body is read for
/// it only when the status that it names, which stands near its beginning as a rule, is none of a
/// success.
fn hidden_error(status: StatusCode, headers: &HeaderMap, body: &Bytes) -> Option<Error> {
    static KEY: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new("\"status_code\""));

    /// What tells an error from an answer, without a copy of the rest.
    #[derive(Deserialize)]
    struct Claim {
        status_code: u16,
        #[serde(alias = "error")]
        error_type: String,
    }

    let value = body.get(KEY.find(body)? + KEY.needle().len()..)?;
    let digit = value
        .iter()
        .find(|byte| !matches!(byte, b':' | b' ' | b'\t' | b'\r' | b'\n'))?;
    if !matches!(digit, b'4' | b'5') {
        return None;
    }
    if body.len() > MAX_REFUSAL_BYTES {
        let claim: Claim = serde_json::from_slice(body).ok()?;
        let is_error = (400..600).contains(&claim.status_code) && !claim.error_type.is_empty();
        return is_error.then(|| {
            let why = "the body is an error of the service, and too large for one";
            unexpected(status, headers, body, why)
        });
    }
    let api = ApiBody::read(body)?;
    let claimed = StatusCode::from_u16(api.status_code?).ok()?;
    let is_error = claimed.is_client_error() || claimed.is_server_error();
    (is_error && api.error_type.is_some())
        .then(|| Error::api(claimed, api).with_retry_after(retry_after(headers)))
}

/// Lets an answer pass that says of itself that it is a success, once and beyond doubt.
fn stated(status: StatusCode, headers: &HeaderMap, body: &Bytes) -> Result<(), Error> {
    /// A key that comes twice is refused.
    #[derive(Deserialize)]
    struct Statement {
        status_code: u16,
    }

    // serde takes a list for a struct, too
    let is_object = body.trim_ascii_start().starts_with(b"{");
    let statement = serde_json::from_slice::<Statement>(body).ok();
    let claimed = statement
        .filter(|_| is_object)
        .and_then(|statement| StatusCode::from_u16(statement.status_code).ok());
    if status == StatusCode::OK && claimed == Some(StatusCode::OK) {
        return Ok(());
    }
    let refused = claimed.filter(|code| code.is_client_error() || code.is_server_error());
    if let (Some(claimed), Some(api)) = (refused, ApiBody::read(body)) {
        return Err(Error::api(claimed, api).with_retry_after(retry_after(headers)));
    }
    let why = "the answer does not say that the check succeeded, although it claims success";
    Err(Error::new(ErrorKind::MissingProof, why)
        .with_status(status)
        .with_request_id(request_id::in_body(body)))
}

#[cold]
fn unexpected(status: StatusCode, headers: &HeaderMap, body: &Bytes, why: &'static str) -> Error {
    let content_type = content_type(headers);
    Error::new(
        ErrorKind::UnexpectedResponse,
        format!(
            "{why} (content type {}, {} bytes)",
            content_type.unwrap_or("not given"),
            body.len()
        ),
    )
    .with_status(status)
    .with_content_type(content_type)
    .with_request_id(request_id::in_body(body))
    .with_retry_after(retry_after(headers))
}

/// The content type as errors name it.
pub(super) fn content_type(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(CONTENT_TYPE)?;
    Some(value.to_str().unwrap_or("?"))
}

/// A missing content type is let through: the body will tell.
fn is_json(headers: &HeaderMap) -> bool {
    let Some(value) = headers.get(CONTENT_TYPE) else {
        return true;
    };
    let essence = value
        .to_str()
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default()
        .trim();
    let Some((_, subtype)) = essence.split_once('/') else {
        return false;
    };
    subtype.eq_ignore_ascii_case("json") || subtype.to_ascii_lowercase().ends_with("+json")
}
