//! Tokens that work once.

use std::sync::Arc;

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use stytch_core::{ErrorType, Secret};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::state::{Pkce, SpentToken, State, Token, TokenKind};

/// The names of what can be wrong with a token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Names {
    pub(crate) unknown: ErrorTypeName,
    /// Used up, or past its time.
    pub(crate) dead: ErrorTypeName,
}

type ErrorTypeName = &'static str;

/// Of links in mails.
pub(crate) const MAGIC_LINK: Names = Names {
    unknown: "magic_link_not_found",
    dead: "unable_to_auth_magic_link",
};

/// Of links to set a password.
pub(crate) const PASSWORD_RESET: Names = Names {
    unknown: "magic_link_not_found",
    dead: "unable_to_auth_password_reset_token",
};

/// Of people who come from an OAuth provider.
pub(crate) const OAUTH: Names = Names {
    unknown: "oauth_token_not_found",
    dead: "oauth_token_not_found",
};

/// Of users who are about to go to one.
pub(crate) const OAUTH_ATTACH: Names = Names {
    unknown: "invalid_oauth_attach_token",
    dead: "invalid_oauth_attach_token",
};

/// Of members who come from their identity provider.
pub(crate) const SSO: Names = Names {
    unknown: "sso_token_not_found",
    dead: "sso_token_not_found",
};

/// Of people who act in place of others.
pub(crate) const IMPERSONATION: Names = Names {
    unknown: "unable_to_auth_impersonation_token",
    dead: "unable_to_auth_impersonation_token",
};

/// Takes the tokens out of use that a member or user was sent, or has come back with.
pub(crate) fn void_of(state: &mut State, id: &str) {
    void(state, id, |_| true);
}

/// Takes those among them out of use that are for something.
pub(crate) fn void(state: &mut State, id: &str, is_meant: impl Fn(&TokenKind) -> bool) {
    let group = Token::listed_by_owner(id);
    let tokens = state.tokens.group(&group);
    let tokens: Vec<_> = tokens
        .filter(|token| is_meant(&token.kind))
        .map(|token| (**token).clone())
        .collect();
    for mut token in tokens {
        token.spent = SpentToken(true);
        state.tokens.put(token);
    }
}

/// Finds a token, checks that it can still be used and that whoever uses it is the one who asked for it,
/// and uses it up.
pub(crate) fn spend(
    call: &mut Call<'_>,
    token: &Secret,
    verifier: Option<&Secret>,
    names: Names,
) -> Result<Arc<Token>, Refusal> {
    let found = call.state.tokens.get(token.expose());
    let found = found.cloned().ok_or_else(|| Refusal::new(names.unknown))?;
    if found.spent.0 || found.expires_at <= call.now {
        return Err(Refusal::new(names.dead));
    }
    check_pkce(found.pkce.as_ref(), verifier)?;
    let mut spent = (*found).clone();
    spent.spent = SpentToken(true);
    call.state.tokens.put(spent);
    Ok(found)
}

/// Holds a verifier against the challenge that came with the first request (RFC 7636, section 4.6).
pub(crate) fn check_pkce(
    challenge: Option<&Pkce>,
    verifier: Option<&Secret>,
) -> Result<(), Refusal> {
    match (challenge, verifier.filter(|verifier| !verifier.is_empty())) {
        (None, None) => Ok(()),
        (None, Some(_)) => Err(Refusal::new("pkce_did_not_expect_code_verifier")),
        (Some(_), None) => Err(ErrorType::PkceExpectedCodeVerifier.into()),
        (Some(Pkce(challenge)), Some(verifier)) => {
            let hash = digest(&SHA256, verifier.expose().as_bytes());
            match BASE64_URL_SAFE_NO_PAD.encode(hash) == *challenge {
                true => Ok(()),
                false => Err(ErrorType::PkceMismatch.into()),
            }
        }
    }
}
