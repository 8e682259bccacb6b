//! Access tokens that connected apps have for users and members: asking the service about one, or
//! checking it here.

mod local;
mod network;
mod token;

pub use local::LocalIntrospection;
pub use network::{IntrospectRequest, IntrospectResponse, NetworkIntrospection, TokenTypeHint};
pub use token::{AccessToken, TokenOrganization};

/// When the app's token is valid, if the claims are those of one.
#[cfg(feature = "testing")]
pub(crate) fn fuzz_claims(
    signed: &crate::jwt::Signed,
    tokens: &crate::tokens::Tokens,
) -> Option<crate::jwt::Life> {
    use crate::tokens::Kind as _;

    token::Access::read(signed, tokens)
        .ok()
        .map(|token| token.life())
}
