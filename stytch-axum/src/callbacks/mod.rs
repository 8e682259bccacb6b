//! The ends of redirects: links of mails, logins at providers, and the steps that follow them.
//!
//! A person who follows a link of a mail, or comes back from Google or the single sign-on of their
//! company, arrives at one address of the app, with a token in the query that has to be traded for a
//! session. [`Callbacks`] is the router for that address. It makes the calls, keeps what has been
//! proven in cookies while a step is missing, and hands the app's handler an outcome, which says what
//! page to show:
//!
//! ```
//! use axum::{Router, response::{Html, IntoResponse, Redirect, Response}};
//! use stytch_axum::{Next, b2b::{Auth, Outcome}, callbacks::Callbacks};
//!
//! async fn finish(outcome: Outcome, next: Next) -> Response {
//!     match outcome {
//!         Outcome::LoggedIn(_) => next.into_response(),
//!         Outcome::Discovered(_) => Redirect::to("/organizations").into_response(),
//!         Outcome::MfaRequired(_) => Redirect::to("/second-factor").into_response(),
//!         Outcome::Failed(failure) => failure.into_response(),
//!         _ => Html("…").into_response(),
//!     }
//! }
//!
//! # fn app(stytch: stytch_b2b::Client) -> Router {
//! let auth = Auth::new(stytch).login_page("/login");
//! Router::new()
//!     .merge(Callbacks::new(&auth).router("/authenticate", finish))
//!     .layer(auth.layer())
//!     .with_state(auth)
//! # }
//! ```
//!
//! `GET /authenticate` finishes redirects: register it in the dashboard for all kinds of redirect URLs.
//! The steps that follow are forms, which end in the same handler:
//!
//! | `POST /authenticate/…` | field | does |
//! |---|---|---|
//! | `organization` | `organization_id` | enters an organization that was discovered; who is logged in goes over to it |
//! | `organization/new` | `organization_name` | founds one |
//! | `totp`, `sms` | `code` | gives the second factor; who is logged in adds it to the session |
//! | `recovery_code` | `code` | gives a recovery code in its place |
//! | `sms/send` | `phone_number`, if it is a new one | sends a code |
//! | `password` | `password`, and two hidden ones, see [`PasswordReset`] | sets a password and logs in |
//!
//! Users of consumer projects have the last of them.
//!
//! # What it takes care of
//!
//! - A token is spent by a `GET` that a person makes: `HEAD` requests, as some scanners of mail make
//!   them, and prefetches spend none.
//! - A parameter that comes twice is refused: which one was meant, an attacker would know best.
//! - Forms are taken from the app's own pages alone.
//! - No token is in the address that the handler sees, in `Referer`, in a cache or in a log of this
//!   crate. A layer around the router that logs addresses, as `tower_http`'s `TraceLayer` does, sees
//!   them all the same: let it log paths.
//! - Somebody can be logged in as the attacker by a link that the attacker has sent. PKCE prevents it:
//!   [`Start`] keeps the verifier in a cookie of the browser where the login began, and no other browser
//!   can finish it. An attacker who begins at the service needs no PKCE, though: name the flows that always
//!   have it in [`Callbacks::require_pkce`].

mod browser;
mod failure;
mod finish;
mod outcome;
mod request;
mod reset;
mod router;
mod start;

pub(crate) use browser::{Browser, PENDING, PENDING_LIFE};
pub(crate) use failure::Step;
pub use failure::{Cause, Failure};
pub(crate) use finish::{Finish, Judged, SessionOptions, keep};
pub(crate) use outcome::{Slot, argument};
pub use reset::PasswordReset;
pub use router::Callbacks;
pub use start::Start;

pub use crate::web::callback::Flow;
