//! Access tokens that connected apps have for users and members: asking the service about one, or
//! checking it here.

mod local;
mod network;
mod token;

pub use local::LocalIntrospection;
pub use network::{IntrospectRequest, IntrospectResponse, NetworkIntrospection, TokenTypeHint};
pub use token::AccessToken;

pub use crate::tokens::TokenOrganization;
