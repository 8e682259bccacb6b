//! Machines that authenticate to each other: getting an access token with a client id and a secret,
//! and checking one that another machine has sent.

mod check;
mod entry;
mod exchange;
mod scope;
mod shared;
mod source;
mod store;

pub use check::{MachineCheck, MachineToken};
pub use exchange::{TokenRequest, TokenResponse, exchange};
pub use scope::scopes_satisfy;
pub use source::TokenSource;
pub use store::{StoreError, StoreFuture, TokenStore};
