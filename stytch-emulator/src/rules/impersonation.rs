//! People of the project's own team who act in place of somebody, as they begin it in the vendor's
//! dashboard.

use super::redirect::{self, UrlType};
use super::{links, spelling};
use crate::call::Call;
use crate::refusal::Refusal;
use crate::seed;
use crate::state::{Impersonator, Member, Record as _, TokenKind, User};

/// How long the token lives, in minutes.
const TOKEN_MINUTES: u32 = 5;

/// How long the session lives, in minutes. It is not extended.
pub(crate) const SESSION_MINUTES: u32 = 60;

/// What refuses where a project does not allow it.
pub(crate) const OF_MEMBERS: &str = "member_impersonation_not_allowed";
/// The same for users.
pub(crate) const OF_USERS: &str = "user_impersonation_not_allowed";

/// Somebody, by address. The dashboard's id of them follows from it.
pub(crate) fn by(email_address: &str) -> Result<Impersonator, Refusal> {
    spelling::email(email_address)?;
    Ok(Impersonator {
        id: seed::id_of("member", &["dashboard", email_address]),
        email_address: email_address.to_owned(),
    })
}

/// Makes sure that the project allows it.
pub(crate) fn check_allowed(call: &Call<'_>, refusal: &str) -> Result<(), Refusal> {
    match call.state.settings.impersonation_allowed {
        true => Ok(()),
        false => Err(Refusal::new(refusal)),
    }
}

/// Begins to act in place of a member. The address at which the app goes on, with a token.
pub(crate) fn of_member(
    call: &mut Call<'_>,
    member: &Member,
    impersonator: Impersonator,
) -> Result<String, Refusal> {
    check_allowed(call, OF_MEMBERS)?;
    let kind = TokenKind::Impersonation {
        member_id: member.id().to_owned(),
        impersonator,
    };
    leading(call, kind, "multi_tenant_impersonation")
}

/// Begins to act in place of a user. The address at which the app goes on, with a token.
pub(crate) fn of_user(
    call: &mut Call<'_>,
    user: &User,
    impersonator: Impersonator,
) -> Result<String, Refusal> {
    check_allowed(call, OF_USERS)?;
    let kind = TokenKind::UserImpersonation {
        user_id: user.id().to_owned(),
        impersonator,
    };
    leading(call, kind, "impersonation")
}

fn leading(call: &mut Call<'_>, kind: TokenKind, token_type: &str) -> Result<String, Refusal> {
    let settings = &call.state.settings;
    let url = redirect::target(settings, None, UrlType::Login, redirect::MAGIC_LINK)?;
    let token = links::token(call, kind, TOKEN_MINUTES, None)?;
    let pairs = [("stytch_token_type", token_type), ("token", &token.token)];
    Ok(redirect::with_query(&url, &pairs))
}
