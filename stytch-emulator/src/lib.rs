//! The Stytch API on your own machine: log in for real, without an account, a network or a mailbox.
//!
//! In a test, [`Emulator::start`] serves at a port of its own and ends with the test; the program
//! `stytch-emulator` does the same for an app in any language.

pub mod authenticator;
mod call;
mod clock;
mod control;
mod emulator;
mod fault;
mod followed;
mod generated;
mod keys;
mod ledger;
mod message;
mod operations;
mod origin;
mod pages;
mod project;
mod random;
mod reading;
mod refusal;
mod route;
mod rules;
mod scim;
mod seed;
mod server;
mod shape;
mod shared;
mod state;
mod store;
mod wallet;
mod webhooks;

pub use clock::Clock;
pub use emulator::{Builder, Emulator, Messages};
pub use fault::Fault;
pub use followed::{Redirect, RedirectError};
pub use ledger::Entry;
pub use message::{Channel, Message};
pub use rules::providers::identity::ProviderIdentity;
pub use seed::{Problem, SeedError};
pub use state::{
    Device, WebhookAttempt, WebhookDelivery, WebhookEndpoint, WebhookSecret, WebhookStatus,
    WebhookTarget,
};
pub use wallet::Wallet;
pub use webhooks::Webhooks;
