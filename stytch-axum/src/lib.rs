#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    not(feature = "b2b"),
    allow(
        dead_code,
        unused_imports,
        reason = "some steps of a login are known to members alone"
    )
)]
#![cfg_attr(
    not(any(feature = "b2b", feature = "consumer")),
    allow(
        unused_macros,
        reason = "what the two have in common is left, and the webhooks"
    )
)]

mod auth;
#[cfg(feature = "b2b")]
pub mod b2b;
pub mod callbacks;
mod check;
#[cfg(feature = "consumer")]
pub mod consumer;
mod guard;
mod layer;
mod login;
mod requirement;
mod resource;
mod response;
mod session;
mod token;
mod vertical;
pub mod web;
#[cfg(feature = "webhooks")]
mod webhook;

pub use auth::Auth;
pub use guard::{Guard, Guarded, TokenGuard};
pub use layer::{SessionLayer, SessionService};
pub use login::{Granted, Login, SameOrigin};
pub use requirement::{InOrganization, Permission, Requirement, Scope, Scopes};
pub use resource::ProtectedResource;
pub use session::{Fresh, Session};
pub use token::Bearer;
pub use vertical::Vertical;
pub use web::{Next, Refusal, Source};
#[cfg(feature = "webhooks")]
pub use webhook::{Webhook, WebhookRejection};
