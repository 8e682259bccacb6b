// Generated from codegen/src/outputs/entry/webhooks.rs.in by `cargo xtask generate`. Do not edit.

//! Webhooks: the service tells this app that something has changed, by whatever way.
//!
//! Svix delivers them in the service's name. A [`Verifier`] looks whether a message is genuine, new and
//! whole, and makes an [`Event`] of it. It needs the endpoint's secret from the dashboard (`whsec_…`), and
//! neither a client nor a network.
//!
//! ```
//! use stytch_b2b::webhooks::{Event, Verifier};
//! # use axum::http::HeaderMap;
//!
//! // once; several secrets while one is replaced by another
//! # let [old, new] = ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"];
//! let verifier = Verifier::new([old, new])?;
//!
//! // for each request: its headers, and its body byte by byte
//! # let (headers, body) = (HeaderMap::new(), b"{}");
//! match verifier.verify(&headers, body) {
//!     Ok(Event::Member(change)) => match change.object {
//!         Some(member) => println!("{} is called {}", change.id, member.name),
//!         None => println!("{} is gone", change.id),
//!     },
//!     Ok(event) => println!("{}: nothing to do", event.envelope().event_type()),
//!     Err(error) => println!("{error}; answer {}", error.status()),
//! }
//! # Ok::<(), stytch_b2b::webhooks::InvalidSecret>(())
//! ```
//!
//! # What to answer
//!
//! 204 to an event, once it is kept somewhere; 400 to what is refused. Whatever is not 2xx within seconds is
//! delivered again later, for more than a day. So do the work elsewhere if there is much of it.
//!
//! # What to do with an event
//!
//! It comes at least once, and in no certain order: an update may arrive after the deletion. So remember which
//! [`event_id`](Envelope::event_id)s were dealt with, and take an event as the occasion to look at the object
//! anew, not as the truth about it.
//!
//! This is a handler that keeps the members of a client up to date. It is for a client that
//! [remembers tokens](crate::ClientBuilder::remember_tokens): when a member has changed, the client forgets them,
//! and looks at each from the start when it comes again.
//!
//! ```
//! use axum::http::{HeaderMap, StatusCode};
//! use std::collections::HashSet;
//! use std::sync::Mutex;
//! use stytch_b2b::{Client, webhooks::{Event, Verifier}};
//!
//! struct Webhooks {
//!     stytch: Client,
//!     verifier: Verifier,
//!     /// In an app of several instances, a table with a unique key, and with an end to what is kept.
//!     seen: Mutex<HashSet<String>>,
//! }
//!
//! impl Webhooks {
//!     fn receive(&self, headers: &HeaderMap, body: &[u8]) -> StatusCode {
//!         let event = match self.verifier.verify(headers, body) {
//!             Ok(event) => event,
//!             Err(error) => {
//!                 eprintln!("{error}");
//!                 return error.status();
//!             }
//!         };
//!         let Ok(mut seen) = self.seen.lock() else {
//!             return StatusCode::SERVICE_UNAVAILABLE; // it comes again
//!         };
//!         if seen.insert(event.envelope().event_id.clone()) {
//!             if let Event::Member(_) | Event::Organization(_) = event {
//!                 self.stytch.forget_tokens();
//!             }
//!         }
//!         StatusCode::NO_CONTENT
//!     }
//! }
//! # #[cfg(feature = "testing")] {
//! # use stytch_b2b::testing::{Issuer, WebhookSigner};
//! # let signer = WebhookSigner::new();
//! # let webhooks = Webhooks {
//! #     stytch: Issuer::new().client::<Client>().build().unwrap(),
//! #     verifier: Verifier::new([signer.secret()]).unwrap(),
//! #     seen: Mutex::default(),
//! # };
//! # let (headers, body) = signer.event("scim.member.update", "member-test-1", None);
//! # assert_eq!(webhooks.receive(&headers, &body), 204);
//! # assert_eq!(webhooks.receive(&headers, &body), 204);
//! # assert_eq!(webhooks.receive(&headers, b"{}"), 400);
//! # assert_eq!(webhooks.seen.lock().unwrap().len(), 1);
//! # }
//! ```
//!
//! Forgetting does not end a JWT: that of a member who was deleted passes local checks until it ends, five
//! minutes after it was made. Where that is too long,
//! [`authenticate_jwt`](crate::sessions::Sessions::authenticate_jwt) with a
//! [`max_token_age`](crate::tokens::SessionCheck::max_token_age) of zero asks the API each time.

pub use stytch_core::webhooks::{Action, Change, Envelope, Error, InvalidSecret, Source, Unknown};

pub use crate::generated::events::Event;

/// Makes an [`Event`] of a message; see [`stytch_core::webhooks::Verifier`].
pub type Verifier = stytch_core::webhooks::Verifier<Event>;
