//! Passwords as they are kept: looked up, checked, replaced.

use std::sync::Arc;

use stytch_core::{ErrorType, Secret};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::password::{self, Hash};
use crate::state::{Member, Password};

/// Makes sure that passwords belong to addresses in this project.
pub(super) fn cross_organization(call: &Call<'_>) -> Result<(), Refusal> {
    match call.state.settings.passwords.cross_organization {
        true => Ok(()),
        false => Err(ErrorType::CrossOrgPasswordsNotEnabled.into()),
    }
}

/// The password that a member logs in with.
pub(super) fn of_member(call: &Call<'_>, member: &Member) -> Result<Arc<Password>, Refusal> {
    of(call, &owner(call, member))
}

/// Whose password a member logs in with.
pub(super) fn owner(call: &Call<'_>, member: &Member) -> String {
    member.password_owner(call.state.settings.passwords.cross_organization)
}

pub(super) fn of(call: &Call<'_>, owner: &str) -> Result<Arc<Password>, Refusal> {
    let found = call.state.passwords.named(&Password::named_by_owner(owner));
    found
        .cloned()
        .ok_or_else(|| ErrorType::MemberPasswordNotFound.into())
}

/// Makes sure that a password is the right one.
pub(super) fn check(kept: &Password, password: &Secret) -> Result<(), Refusal> {
    match kept.hash.is_of(password) {
        true => Ok(()),
        false => Err(ErrorType::UnauthorizedCredentials.into()),
    }
}

/// Makes sure that the right password is still good enough to log in with.
pub(super) fn may_be_used(
    call: &Call<'_>,
    kept: &Password,
    password: &Secret,
    email: &str,
) -> Result<(), Refusal> {
    let policy = &call.state.settings.passwords;
    let is_leaked = policy.check_breach_on_authentication && password::is_breached(password);
    let is_weak = policy.validate_on_authentication
        && !password::check(policy, password, Some(email)).is_valid;
    match kept.requires_reset || is_leaked || is_weak {
        true => Err(ErrorType::MemberResetPassword.into()),
        false => Ok(()),
    }
}

/// Sets a password that somebody has chosen, if it is good enough.
pub(super) fn choose(
    call: &mut Call<'_>,
    owner: &str,
    password: &Secret,
    email: &str,
) -> Result<(), Refusal> {
    password::accept(&call.state.settings.passwords, password, email)?;
    let hash = Hash::new(&mut call.random, password);
    put(call, owner, hash);
    Ok(())
}

/// Sets a password by its hash. One that is replaced leaves its id.
pub(super) fn put(call: &mut Call<'_>, owner: &str, hash: Hash) {
    let id = match of(call, owner) {
        Ok(old) => old.id.clone(),
        Err(_) => call.random.id("member-password"),
    };
    call.state.passwords.put(Password {
        id,
        owner: owner.to_owned(),
        hash,
        requires_reset: false,
    });
}
