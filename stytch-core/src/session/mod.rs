//! Checking sessions without asking the service, or only when that is needed.

mod answer;
mod guard;
mod local;
mod model;
mod remote;
mod result;
mod token;

pub use guard::CheckSession;
pub use local::LocalCheck;
pub use model::{NoOrganization, OfOrganization, OfProject, SessionModel};
pub use remote::SessionCheck;
pub use result::Authenticated;

/// When the session's token is valid, if the claims are those of one.
#[cfg(feature = "testing")]
pub(crate) fn fuzz_claims<S: SessionModel>(
    signed: &crate::jwt::Signed,
    tokens: &crate::tokens::Tokens,
) -> Option<crate::jwt::Life> {
    use crate::tokens::Kind as _;

    let token = token::SessionToken::<S>::read(signed, tokens).ok()?;
    assert!(!token.session.session_id().is_empty() && token.session.expires_at().is_some());
    assert!(token.session.organization_id() != Some(""));
    Some(token.life())
}
