//! Machines that authenticate to each other: getting an access token with a client id and a secret,
//! and checking one that another machine has sent.

mod check;
mod exchange;
mod scope;
mod source;

pub use check::{MachineCheck, MachineToken};
pub use exchange::{TokenRequest, TokenResponse, exchange};
pub use scope::scopes_satisfy;
pub(crate) use scope::split_scopes;
pub use source::TokenSource;

/// When the machine's token is valid, if the claims are those of one.
#[cfg(feature = "testing")]
pub(crate) fn fuzz_claims(
    signed: &crate::jwt::Signed,
    tokens: &crate::tokens::Tokens,
) -> Option<crate::jwt::Life> {
    use crate::tokens::Kind as _;

    check::Machine::read(signed, tokens)
        .ok()
        .map(|token| token.life())
}
