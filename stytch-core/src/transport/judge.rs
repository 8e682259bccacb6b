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
use crate::{Error, ErrorKind, error::ApiBody, retry::retry_after};

/// The largest body of a refusal that is read. Those of the service are far smaller, and reading one
/// into JSON values takes many times its size.
pub(super) const MAX_REFUSAL_BYTES: usize = 256 * 1024;

/// Lets an answer pass whose body can be decoded as a response; says what any other one is.
pub(super) fn judge(status: StatusCode, headers: &HeaderMap, body: &Bytes) -> Result<(), Error> {
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
        return hidden_error(status, headers, body).map_or(Ok(()), Err);
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
    .with_request_id(request_id::in_debris(body))
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

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn headers(content_type: Option<&'static str>) -> HeaderMap {
        content_type
            .map(|value| (CONTENT_TYPE, HeaderValue::from_static(value)))
            .into_iter()
            .collect()
    }

    #[test]
    fn json_goes_by_several_names() {
        for name in [
            None,
            Some("application/json"),
            Some("Application/JSON; charset=utf-8"),
            Some("text/json"),
            Some("application/problem+json"),
        ] {
            assert!(is_json(&headers(name)), "{name:?}");
        }
        for name in [
            "text/html",
            "text/plain; charset=json",
            "application/jsonp",
            "",
            "json",
        ] {
            assert!(!is_json(&headers(Some(name))), "{name}");
        }
    }

    fn verdict(status: u16, content_type: Option<&'static str>, body: &'static str) -> Error {
        let status = StatusCode::from_u16(status).unwrap();
        judge(
            status,
            &headers(content_type),
            &Bytes::from_static(body.as_bytes()),
        )
        .unwrap_err()
    }

    #[test]
    fn identity_is_no_compression() {
        for (encoding, passes) in [("identity", true), ("gzip", false), ("br", false)] {
            let headers = [(CONTENT_ENCODING, HeaderValue::from_static(encoding))];
            let headers = HeaderMap::from_iter(headers);
            let result = judge(StatusCode::OK, &headers, &Bytes::from_static(b"{}"));
            assert_eq!(result.is_ok(), passes, "{encoding}");
        }
    }

    #[test]
    fn an_html_page_is_not_an_error_of_the_service() {
        let error = verdict(502, Some("text/html"), "<html>Bad Gateway</html>");
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
        assert_eq!(error.content_type(), Some("text/html"));
        assert_eq!(
            error.to_string(),
            "unexpected_response: the body is not an error of the service \
             (content type text/html, 24 bytes) (HTTP 502, no request id)"
        );
    }

    #[test]
    fn an_error_inside_a_success_counts() {
        let error = verdict(
            200,
            Some("application/json"),
            r#"{"status_code":404,"error_type":"member_not_found","error_message":"m","request_id":"r"}"#,
        );
        assert_eq!(error.kind(), ErrorKind::Api);
        assert!(error.is_not_found() && error.is_type("member_not_found"));
        let fine = Bytes::from_static(br#"{"status_code":400,"error_count":0,"error":0}"#);
        assert!(judge(StatusCode::OK, &headers(None), &fine).is_ok());
    }

    #[test]
    fn an_error_inside_a_success_is_not_taken_in_either_when_it_is_huge() {
        let body = |middle: &str| {
            let padding = "0,".repeat(MAX_REFUSAL_BYTES / 2);
            Bytes::from(format!("{{{middle}\"a\":[{padding}0]}}"))
        };
        let error = body(r#""status_code":404,"request_id":"r","error_type":"x","#);
        let error = judge(StatusCode::OK, &headers(None), &error).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
        assert_eq!(error.request_id(), Some("r"));
        for fine in [
            r#""results":[{"status_code":404,"error_type":"x"}],"#,
            r#""status_code":404,"#,
            r#""status_code":404,"error_type":"","#,
        ] {
            assert!(judge(StatusCode::OK, &headers(None), &body(fine)).is_ok());
        }
    }

    #[test]
    fn an_error_of_the_largest_size_is_read() {
        let mut body = br#"{"status_code":404,"error_type":"x","error_message":""#.to_vec();
        body.resize(256 * 1024 - 2, b'm');
        body.extend(b"\"}");
        for status in [StatusCode::OK, StatusCode::NOT_FOUND] {
            let body = Bytes::from(body.clone());
            let error = judge(status, &headers(None), &body).unwrap_err();
            assert_eq!(
                (error.kind(), error.status().unwrap().as_u16()),
                (ErrorKind::Api, 404)
            );
        }
    }

    #[test]
    fn a_body_that_breaks_off_still_gives_its_request_id() {
        let error = verdict(
            503,
            Some("application/json"),
            r#"{"status_code":503,"request_id":"r1","err"#,
        );
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
        assert_eq!(error.request_id(), Some("r1"));
    }

    #[test]
    fn error_bodies_are_read_whatever_their_content_type() {
        let error = verdict(
            401,
            Some("text/plain"),
            r#"{"error_type":"unauthorized_credentials"}"#,
        );
        assert_eq!(error.kind(), ErrorKind::Api);
        assert!(error.is_bad_credentials());
        let empty = verdict(401, None, "");
        assert!(empty.message().starts_with("the answer has no body"));
        for body in ["{}", "[]", "\"no\"", "Unauthorized"] {
            assert_eq!(
                verdict(401, None, body).kind(),
                ErrorKind::UnexpectedResponse,
                "{body}"
            );
        }
        assert_eq!(
            verdict(403, None, r#"{"message":"Forbidden"}"#).message(),
            "Forbidden"
        );
    }
}
