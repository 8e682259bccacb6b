//! What is taken off users, and what goes with it.

use std::sync::Arc;

use stytch_consumer::authentication_factors::{AuthenticationFactor, FactorType};

use super::opened_by_code;
use crate::call::Call;
use crate::rules::providers::of_user;
use crate::rules::{tokens, users};
use crate::state::{Record as _, TokenKind, User, UserSession};

/// Takes what was not proven in time off its users.
pub(crate) fn forget_unproven(call: &mut Call<'_>) {
    let due: Vec<Arc<User>> = call
        .state
        .users
        .group(User::TO_PROVE)
        .filter(|user| user.kept_until.values().any(|until| *until <= call.now))
        .cloned()
        .collect();
    for found in due {
        let mut user = (*found).clone();
        let gone: Vec<String> = user
            .kept_until
            .iter()
            .filter(|(_, until)| **until <= call.now)
            .map(|(id, _)| id.clone())
            .collect();
        for id in &gone {
            user.kept_until.remove(id);
        }
        let is_kept = |id: &str| !gone.iter().any(|gone| gone == id);
        user.model
            .emails
            .retain(|email| is_kept(email.email_id.as_str()));
        user.model
            .phone_numbers
            .retain(|number| is_kept(number.phone_id.as_str()));
        let kept = call.state.users.put(user);
        forget_gone(call, &found, Some(&kept));
    }
}

/// Forgets what goes with what a user has no longer: the code that was sent there, what the wallet was to
/// sign, the token of whoever comes back with the account, and the logins. A password goes with the last
/// address.
pub(crate) fn forget_gone(call: &mut Call<'_>, before: &User, now: Option<&User>) {
    let user_id = before.id();
    let kept = now.map(User::factor_ids).unwrap_or_default();
    let mut gone = before.factor_ids();
    gone.retain(|id| !kept.contains(id));
    for id in &gone {
        call.state.codes.remove(&opened_by_code(id));
        call.state.webauthn_credentials.remove(id);
    }
    take_off_sessions(call, user_id, |factor| {
        gone.iter().any(|id| is_about(factor, id))
    });
    let kept: Vec<_> = now.into_iter().flat_map(User::wallet_names).collect();
    for wallet in before.wallet_names().filter(|name| !kept.contains(name)) {
        call.state.wallet_challenges.remove(&wallet);
    }
    for account in &before.model.providers {
        let id = account.oauth_user_registration_id.as_str();
        if gone.contains(&id) {
            tokens::void(call.state, user_id, |kind| {
                matches!(kind, TokenKind::UserOauth { answer, .. }
                    if answer.provider.name() == account.provider_type
                        && answer.identity.subject == account.provider_subject)
            });
        }
    }
    let has_none = now.is_none_or(|user| user.model.emails.is_empty());
    if has_none && !before.model.emails.is_empty() {
        delete_password(call, user_id);
    }
}

/// Takes factors off a user's sessions. A session that has none left has ended.
pub(crate) fn take_off_sessions(
    call: &mut Call<'_>,
    user_id: &str,
    is_gone: impl Fn(&AuthenticationFactor) -> bool,
) {
    let group = UserSession::listed_by_user(user_id);
    let sessions: Vec<_> = call.state.user_sessions.group(&group).cloned().collect();
    for session in sessions {
        let mut session = (*session).clone();
        let before = session.factors.len();
        session.factors.retain(|factor| !is_gone(factor));
        if session.factors.is_empty() {
            call.state.user_sessions.remove(session.id());
        } else if session.factors.len() < before {
            call.state.user_sessions.put(session);
        }
    }
}

/// Deletes the password of a user, who is not logged in by it any more.
pub(crate) fn delete_password(call: &mut Call<'_>, user_id: &str) {
    if let Some(password) = users::password(call, user_id) {
        call.state.passwords.remove(&password.id);
        take_off_sessions(call, user_id, |factor| {
            factor.r#type == FactorType::Password
        });
    }
}

/// Whether a factor of a session is about something, by its id.
pub(crate) fn is_about(factor: &AuthenticationFactor, id: &str) -> bool {
    let email = factor.email_factor.as_ref();
    let phone = factor.phone_number_factor.as_ref();
    let app = factor.authenticator_app_factor.as_ref();
    let key = factor.webauthn_factor.as_ref();
    let device = factor.biometric_factor.as_ref();
    let wallet = factor.crypto_wallet_factor.as_ref();
    [
        email.map(|one| one.email_id.as_str()),
        phone.map(|one| one.phone_id.as_str()),
        app.map(|one| one.totp_id.as_str()),
        key.map(|one| one.webauthn_registration_id.as_str()),
        device.map(|one| one.biometric_registration_id.as_str()),
        wallet.map(|one| one.crypto_wallet_id.as_str()),
        of_user::found(factor).map(|(_, account)| account.id.as_str()),
    ]
    .contains(&Some(id))
}
