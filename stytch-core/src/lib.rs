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
//! | `client` (default) | calls, links and local checks; without it the crate has types alone, see below |
//! | `rustls` (default) | TLS by rustls, with the root certificates of the operating system |
//! | `native-tls` | TLS by the library of the operating system, when `rustls` is off |
//! | `webpki-roots` | adds `ClientBuilder::bundled_roots`, for systems without root certificates |
//! | `chrono`, `time`, `jiff` | conversions between [`Timestamp`] and the types of these crates |
//! | `serialize` | `Serialize` for what is received |
//! | `testing` | `stytch_core::testing`: tokens of a made-up project, for the tests of an app |
//! | `webhooks` | `stytch_core::webhooks`: messages about changes, checked |
//! | `saml-shield` | `stytch_core::saml_shield`: SAML responses, checked by SAML Shield |
//! | `js` | the clock of the JavaScript host, for `webhooks` on `wasm32-unknown-unknown` |
//!
//! # WebAssembly
//!
//! Without `client` there is no HTTP client, no runtime and no C in the tree, and the crate builds for
//! `wasm32-unknown-unknown`: errors, secrets, times, and the check of webhooks. Calls, and the checks of
//! tokens, are native.
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
// nearly everything has it
#![cfg_attr(docsrs, doc(auto_cfg(hide(feature = "client"))))]
#![cfg_attr(
    not(feature = "client"),
    allow(dead_code, reason = "the client makes nearly all errors")
)]

pub mod claims;
mod clock;
mod error;
mod id;
mod like_text;
mod open_enum;
mod secret;
mod timestamp;
#[cfg(feature = "webhooks")]
pub mod webhooks;
#[doc(hidden)]
pub mod wire;

pub use clock::{Clock, SystemClock};
pub use error::{AuthorizationError, Claim, Error, ErrorKind, ErrorType, TokenError};
pub use secret::Secret;
pub use serde_json::{Value, json};
pub use timestamp::{ParseTimestampError, Timestamp};

// Calls and local checks: what needs a network, a runtime or a crypto library.

#[cfg(feature = "client")]
mod call;
#[cfg(feature = "client")]
mod client;
#[cfg(feature = "client")]
pub mod introspection;
#[cfg(feature = "client")]
mod jwt;
#[cfg(feature = "client")]
mod keys;
#[cfg(feature = "client")]
mod link;
#[cfg(feature = "client")]
pub mod m2m;
#[cfg(feature = "client")]
mod observe;
#[cfg(feature = "client")]
mod operation;
#[cfg(feature = "client")]
mod paging;
#[cfg(feature = "client")]
mod pkce;
#[cfg(feature = "client")]
mod proof;
#[cfg(feature = "client")]
pub mod rbac;
#[cfg(feature = "client")]
mod refresh;
#[cfg(feature = "client")]
mod request;
#[cfg(feature = "client")]
mod response;
#[cfg(feature = "client")]
mod retry;
#[cfg(feature = "saml-shield")]
pub mod saml_shield;
#[cfg(feature = "client")]
pub mod session;
#[cfg(feature = "testing")]
pub mod testing;
#[cfg(feature = "client")]
mod tokens;
#[cfg(feature = "client")]
mod transport;
#[cfg(feature = "client")]
mod verified;

#[cfg(feature = "client")]
#[doc(hidden)]
pub use tokens::Endpoints;
#[cfg(feature = "client")]
pub use {
    call::{AsMember, AsProject, Call, CallFuture, Prepared, ResponseFuture},
    client::{Buildable, ClientBuilder, Environment, Handle, Vertical},
    keys::{KeySet, KeySettings},
    link::{Link, PreparedLink},
    observe::{AttemptOutcome, AttemptRequest, Observer},
    operation::{Operation, Verb},
    paging::{Items, Pages},
    pkce::Pkce,
    proof::Proof,
    rbac::PolicySettings,
    response::Response,
    retry::{RetryBudget, RetryPolicy},
    tokens::CheckFuture,
};

/// The types of HTTP in signatures: statuses, headers.
#[doc(no_inline)]
pub use http;
/// The HTTP client that [`ClientBuilder::http_client`] takes.
#[cfg(feature = "client")]
#[doc(no_inline)]
pub use reqwest;

/// A free-form JSON object, such as metadata or custom claims.
pub type JsonObject = serde_json::Map<String, Value>;

/// What the macros of this crate expand to; not for use by hand.
#[doc(hidden)]
pub mod __private {
    pub use serde;
}
