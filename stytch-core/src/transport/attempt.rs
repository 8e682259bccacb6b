//! One attempt: a request goes out, an answer comes in.

use std::error::Error as StdError;

use bytes::Bytes;
use http::{
    HeaderMap, HeaderValue,
    header::{AUTHORIZATION, CONTENT_TYPE, Entry, SET_COOKIE},
};
use reqwest::{Request, Url};

use super::{
    judge::{MAX_REFUSAL_BYTES, content_type, judge},
    limits::Limits,
    request_id,
};
use crate::{
    AttemptRequest, Error, ErrorKind, request::Draft, response::Parts, retry::retry_after,
};

/// Sends the request once and reads the answer.
pub(super) async fn attempt(
    draft: &Draft,
    number: u32,
    limits: &Limits,
) -> Result<(Parts, Bytes), Error> {
    let service = &*draft.service;
    let url = draft.url()?;
    let asked = service.foreign_http.then(|| url.clone());
    let request = request(draft, url, number);
    let mut response = match limits.answer(service.http.execute(request)).await? {
        Ok(response) => response,
        Err(error) => return Err(unsent_or_broken(error)),
    };
    if asked.is_some_and(|asked| *response.url() != asked) {
        return Err(redirected(response.status()));
    }
    let status = response.status();
    let mut headers = std::mem::take(response.headers_mut());
    hide_cookies(&mut headers);
    let request_id = request_id::in_headers(&headers);
    let largest = if status.is_success() {
        draft.max_response_bytes
    } else {
        draft.max_response_bytes.min(MAX_REFUSAL_BYTES)
    };
    let body = read(&mut response, largest, limits)
        .await
        .map_err(|error| {
            let error = if status.is_success() {
                error
            } else {
                unread(error, &headers)
            };
            error
                .with_status(status)
                .with_request_id(request_id.clone())
        })?;
    judge(draft.operation, status, &headers, &body).map_err(|error| match &request_id {
        Some(id) if error.request_id().is_none() => error.with_request_id(Some(&**id)),
        _ => error,
    })?;
    Ok((
        Parts {
            status,
            headers,
            request_id,
            attempts: number,
        },
        body,
    ))
}

/// Keeps cookies of gateways from being printed with the headers of a response.
fn hide_cookies(headers: &mut HeaderMap) {
    // `entry` alone would make room for one
    if headers.contains_key(SET_COOKIE)
        && let Entry::Occupied(mut cookies) = headers.entry(SET_COOKIE)
    {
        cookies
            .iter_mut()
            .for_each(|cookie| cookie.set_sensitive(true));
    }
}

fn request(draft: &Draft, url: Url, number: u32) -> Request {
    let service = &*draft.service;
    let mut request = Request::new(draft.operation.verb().method(), url);
    let mut headers = service.headers.clone();
    if draft.anonymous {
        headers.remove(AUTHORIZATION);
    }
    if let Some(body) = &draft.body {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(draft.content_type));
        *request.body_mut() = Some(body.clone().into());
    }
    merge(&mut headers, &draft.headers);
    if let Some(observer) = &service.observer {
        let operation = draft.operation;
        observer.started(&mut AttemptRequest {
            operation,
            number,
            headers: &mut headers,
        });
    }
    *request.headers_mut() = headers;
    request
}

/// Headers of the call replace those of the client; a header that is given twice is sent twice.
fn merge(headers: &mut HeaderMap, others: &HeaderMap) {
    for name in others.keys() {
        headers.remove(name);
        for value in others.get_all(name) {
            headers.append(name, value.clone());
        }
    }
}

/// Reads the body up to the limit. A body that arrives in one piece, as most do, is not copied.
async fn read(
    response: &mut reqwest::Response,
    limit: usize,
    limits: &Limits,
) -> Result<Bytes, Error> {
    let announced = response.content_length().unwrap_or_default();
    if announced > limit as u64 {
        return Err(too_large(limit));
    }
    let mut body = Bytes::new();
    let mut pieces = Vec::new();
    while let Some(piece) = limits.piece(response.chunk()).await?.map_err(broken)? {
        if piece.len() > limit - body.len().max(pieces.len()) {
            return Err(too_large(limit));
        }
        if !pieces.is_empty() {
            pieces.extend_from_slice(&piece);
        } else if body.is_empty() {
            body = piece;
        } else {
            let size = usize::try_from(announced).unwrap_or_default();
            pieces.reserve(size.max(body.len() + piece.len()));
            pieces.extend_from_slice(&body);
            pieces.extend_from_slice(&piece);
        }
    }
    Ok(if pieces.is_empty() {
        body
    } else {
        pieces.into()
    })
}

/// A refusal stays one when its body is too large or breaks off.
#[cold]
fn unread(error: Error, headers: &HeaderMap) -> Error {
    let error = if error.kind() == ErrorKind::UnexpectedResponse {
        error
    } else {
        Error::new(
            ErrorKind::UnexpectedResponse,
            "the body of the answer could not be read",
        )
        .with_source(error)
    };
    error
        .with_content_type(content_type(headers))
        .with_retry_after(retry_after(headers))
}

#[cold]
fn too_large(limit: usize) -> Error {
    Error::new(
        ErrorKind::UnexpectedResponse,
        format!("the body of the answer is larger than {limit} bytes"),
    )
}

#[cold]
fn redirected(status: http::StatusCode) -> Error {
    Error::configuration(
        "http_client",
        "the HTTP client of the app followed a redirect; \
         build it with `redirect(reqwest::redirect::Policy::none())`",
    )
    .with_status(status)
    .with_acted()
}

#[cold]
fn unsent_or_broken(error: reqwest::Error) -> Error {
    let (connect, timed_out) = (error.is_connect(), error.is_timeout());
    if !connect && given_back(&error) {
        return Error::new(
            ErrorKind::Connect,
            "the server closed the connection, or refused the stream, before it took the request",
        )
        .with_source(error.without_url());
    }
    if !connect && (error.is_builder() || error.is_redirect()) {
        return Error::new(
            ErrorKind::InvalidRequest,
            "the HTTP client refused the request",
        )
        .with_source(error.without_url());
    }
    if !connect {
        return broken(error);
    }
    let untrusted = names_certificate(&error);
    let message = if timed_out {
        "connecting took too long"
    } else if untrusted {
        "the certificate of the server, or of a proxy, is not trusted"
    } else {
        "no connection could be made"
    };
    Error::new(ErrorKind::Connect, message)
        .with_timed_out(timed_out)
        .with_untrusted(untrusted)
        .with_source(error.without_url())
}

/// Whether an HTTP/2 server says that it did not process the request: it refused the stream, or
/// left it behind when it closed the connection (RFC 9113, section 8.7). Streams that a `GOAWAY`
/// covers end with an error of another kind.
fn given_back(error: &reqwest::Error) -> bool {
    causes(error)
        .find_map(|cause| cause.downcast_ref::<h2::Error>())
        .is_some_and(|error| {
            let refused = error.is_reset() && error.reason() == Some(h2::Reason::REFUSED_STREAM);
            error.is_remote() && (refused || error.is_go_away())
        })
}

/// The TLS libraries have no error type in common; all of them say this word.
fn names_certificate(error: &reqwest::Error) -> bool {
    causes(error).any(|cause| cause.to_string().contains("certificate"))
}

fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    std::iter::successors(error.source(), |cause| (*cause).source())
}

#[cold]
fn broken(error: reqwest::Error) -> Error {
    let (kind, message) = if error.is_timeout() {
        (ErrorKind::Timeout, "the HTTP client gave up waiting")
    } else {
        (
            ErrorKind::Interrupted,
            "the connection broke before the answer was complete",
        )
    };
    Error::new(kind, message).with_source(error.without_url())
}
