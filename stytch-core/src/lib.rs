//! The handwritten core of the Stytch client crates `stytch-b2b` and `stytch-consumer`.
//!
//! An app depends on one of those two; they re-export what an app needs from here. This crate knows
//! no endpoint. It holds what every call has in common:
//!
//! - [`ClientBuilder`] and [`Handle`]: settings, credentials and the connection pool;
//! - [`Call`]: a prepared request with its options, sent by awaiting it;
//! - [`RetryPolicy`] and [`RetryBudget`]: what is sent again, when, and how often at most;
//! - [`Error`]: one type for everything that can go wrong;
//! - [`Secret`], [`Timestamp`] and the macros for ids and open enums;
//! - [`Items`] and [`Pages`]: results that come in pages;
//! - [`Observer`]: a hook that sees every attempt;
//! - [`Link`] and [`Pkce`]: addresses with which a login begins in the browser;
//! - [`session`], [`m2m`] and [`introspection`]: checks of tokens that are made here, with the
//!   project's public keys, and [`rbac`]: what the holder of a token may do.
//!
//! # Features
//!
//! | feature | effect |
//! |---|---|
//! | `rustls` (default) | TLS by rustls, with the root certificates of the operating system |
//! | `native-tls` | TLS by the library of the operating system, when `rustls` is off |
//! | `webpki-roots` | adds `ClientBuilder::bundled_roots`, for systems without root certificates |
//! | `chrono`, `time`, `jiff` | conversions between [`Timestamp`] and the types of these crates |
//! | `serialize` | `Serialize` for what is received |
//! | `testing` | `stytch_core::testing`: tokens of a made-up project, for the tests of an app |
//! | `webhooks` | `stytch_core::webhooks`: messages about changes, checked |
//!
//! # What is logged
//!
//! Through [`tracing`](https://docs.rs/tracing), under the target `stytch`, by OpenTelemetry's
//! [conventions for HTTP clients](https://opentelemetry.io/docs/specs/semconv/http/http-spans/) where
//! there is a name in them. None of it holds a value of a request or a response other than the request
//! id, which is not secret; so there is no `url.full`.
//!
//! | what | level | fields |
//! |---|---|---|
//! | span `stytch.call`, around a call with all its attempts | info | `operation`, `http.request.method`, `url.template`, `server.address`, `server.port`, `otel.kind` (`client`), `otel.name` (verb and template); at its end `http.response.status_code`, `http.request.resend_count` if there was more than one attempt, `request_id`, `elapsed_ms`, and if it failed `error.type` (the kind) and `otel.status_code` (`ERROR`) |
//! | event `attempt finished` | debug | `http.request.resend_count` (from the second on), `http.response.status_code`, `error.type`, `request_id` (of a refusal), `elapsed_ms`, `retry_in_ms` if another follows |
//! | event `the token store is of no use` | warn | `failure`: whether a [`TokenStore`](m2m::TokenStore) failed, panicked or did not answer |
//!
//! Metrics, trace propagation and other middleware hook in with an [`Observer`].

#![cfg_attr(docsrs, feature(doc_cfg))]

mod call;
pub mod claims;
mod client;
mod clock;
mod error;
mod id;
pub mod introspection;
mod jwt;
mod keys;
mod like_text;
mod link;
pub mod m2m;
mod observe;
mod open_enum;
mod operation;
mod paging;
mod pkce;
mod proof;
pub mod rbac;
mod refresh;
mod request;
mod response;
mod retry;
mod secret;
pub mod session;
#[cfg(feature = "testing")]
pub mod testing;
mod timestamp;
mod tokens;
mod transport;
mod verified;
#[cfg(feature = "webhooks")]
pub mod webhooks;
#[doc(hidden)]
pub mod wire;

pub use call::{AsMember, AsProject, Call, CallFuture, Prepared, ResponseFuture};
pub use client::{ClientBuilder, Environment, Handle, Vertical};
pub use clock::{Clock, SystemClock};
pub use error::{AuthorizationError, Claim, Error, ErrorKind, ErrorType, TokenError};
pub use keys::{KeySet, KeySettings};
pub use link::{Link, PreparedLink};
pub use observe::{AttemptOutcome, AttemptRequest, Observer};
pub use operation::{Operation, Verb};
pub use paging::{Items, Pages};
pub use pkce::Pkce;
pub use proof::Proof;
pub use rbac::PolicySettings;
pub use response::Response;
pub use retry::{RetryBudget, RetryPolicy};
pub use secret::Secret;
pub use serde_json::{Value, json};
pub use timestamp::{ParseTimestampError, Timestamp};
pub use tokens::CheckFuture;
#[doc(hidden)]
pub use tokens::Endpoints;

/// The types of HTTP in signatures: statuses, headers.
#[doc(no_inline)]
pub use http;
/// The HTTP client that [`ClientBuilder::http_client`] takes.
#[doc(no_inline)]
pub use reqwest;

/// A free-form JSON object, such as metadata or custom claims.
pub type JsonObject = serde_json::Map<String, Value>;

/// What the macros of this crate expand to; not for use by hand.
#[doc(hidden)]
pub mod __private {
    pub use serde;
}
