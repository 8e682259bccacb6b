//! Webhooks: messages by which the service tells that an organization, a member, a user or a connection
//! was created, changed or deleted.
//!
//! Svix delivers them, and signs them as [Standard Webhooks] has it. A [`Verifier`] holds a message
//! against the endpoint's secrets and makes an event of it; `stytch_b2b::webhooks` and
//! `stytch_consumer::webhooks` know which events there are. Nothing here needs a client, or a network.
//!
//! [Standard Webhooks]: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md

mod error;
mod event;
mod headers;
mod secret;
mod verifier;

pub use error::{Error, InvalidSecret};
pub use event::{Action, Change, Delivery, Envelope, FromDelivery, Source, Unknown};
#[doc(hidden)]
pub use secret::SigningSecret;
pub use verifier::Verifier;
