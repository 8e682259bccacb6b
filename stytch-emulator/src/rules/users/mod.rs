//! Users of the consumer API: how a request names one, and what all of them have.

pub(crate) mod factors;
pub(crate) mod login;
pub(crate) mod roles;
pub(crate) mod sandbox;
pub(crate) mod sessions;

use std::sync::Arc;

use stytch_consumer::users::{self, UserStatus};
use stytch_core::{ErrorType, Secret};

use super::apps::consents;
use super::{sessions as common, spelling, totp};
use crate::call::Call;
use crate::refusal::Refusal;
use crate::state::{
    Password, Record as _, Sighting, Token, Totp, User, UserSession, WebauthnCeremony,
    WebauthnCredential,
};

/// A user by id or external id.
pub(crate) fn by_id(call: &mut Call<'_>, id: &str) -> Result<Arc<User>, Refusal> {
    factors::forget_unproven(call);
    let all = &call.state.users;
    all.get(id)
        .or_else(|| all.named(&User::named_by_external_id(id)))
        .cloned()
        .ok_or_else(|| ErrorType::UserNotFound.into())
}

/// The user with an address.
pub(crate) fn by_email(call: &mut Call<'_>, email: &str) -> Option<Arc<User>> {
    factors::forget_unproven(call);
    let name = User::named_by_email(email);
    call.state.users.named(&name).cloned()
}

/// The user with a phone number.
pub(crate) fn by_phone_number(call: &mut Call<'_>, number: &str) -> Option<Arc<User>> {
    factors::forget_unproven(call);
    let name = User::named_by_phone_number(number);
    call.state.users.named(&name).cloned()
}

/// The user who has an address, a number, an app and so on, by its id.
pub(crate) fn by_factor(call: &mut Call<'_>, id: &str) -> Option<Arc<User>> {
    factors::forget_unproven(call);
    let name = User::named_by_factor(id);
    call.state.users.named(&name).cloned()
}

/// A user with what something is sent to.
#[derive(Debug)]
pub(crate) struct Found<T> {
    pub(crate) user: Arc<User>,
    /// The address or number.
    pub(crate) factor: T,
    /// Whether the user has come into being for it.
    pub(crate) is_new: bool,
}

/// The user with an address, who comes into being if there is none.
pub(crate) fn by_email_or_new(
    call: &mut Call<'_>,
    email: &str,
    as_pending: Option<bool>,
) -> Result<Found<users::Email>, Refusal> {
    spelling::email(email)?;
    let found = by_email(call, email);
    let is_new = found.is_none();
    let (user, factor) = match found {
        Some(user) => {
            let mut user = (*user).clone();
            let factor = factors::email_to_prove(call, &mut user, email)?;
            (user, factor)
        }
        None => {
            let mut user = fresh(call, as_pending);
            let factor = factors::add_email(call, &mut user, email)?;
            (user, factor)
        }
    };
    Ok(Found {
        user: call.state.users.put(user),
        factor,
        is_new,
    })
}

/// The user with a phone number, who comes into being if there is none.
pub(crate) fn by_phone_number_or_new(
    call: &mut Call<'_>,
    number: &str,
    as_pending: Option<bool>,
) -> Result<Found<users::PhoneNumber>, Refusal> {
    spelling::phone_number(number)?;
    let found = by_phone_number(call, number);
    let is_new = found.is_none();
    let (user, factor) = match found {
        Some(user) => {
            let mut user = (*user).clone();
            let factor = factors::phone_number_to_prove(call, &mut user, number)?;
            (user, factor)
        }
        None => {
            let mut user = fresh(call, as_pending);
            let factor = factors::add_phone_number(call, &mut user, number)?;
            (user, factor)
        }
    };
    Ok(Found {
        user: call.state.users.put(user),
        factor,
        is_new,
    })
}

/// How a request may name the user that it is about; by one of these at most.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chosen<'a> {
    pub(crate) user_id: Option<&'a str>,
    pub(crate) session_token: Option<&'a Secret>,
    pub(crate) session_jwt: Option<&'a Secret>,
}

impl Chosen<'_> {
    /// The session by which the user is named, if one is.
    pub(crate) fn session(self, call: &Call<'_>) -> Result<Option<Arc<UserSession>>, Refusal> {
        let named = common::Named {
            token: self.session_token,
            jwt: self.session_jwt,
        };
        named.find_in(call, &call.state.user_sessions)
    }

    /// The user that is named; `None` if none is.
    pub(crate) fn find(self, call: &mut Call<'_>) -> Result<Option<Arc<User>>, Refusal> {
        let session = self.session(call)?;
        let user_id = self.user_id.filter(|id| !id.is_empty());
        match (user_id, session) {
            (None, None) => Ok(None),
            (Some(_), Some(_)) => Err(Refusal::new("too_many_user_selection_arguments")),
            (Some(id), None) => by_id(call, id).map(Some),
            (None, Some(session)) => by_id(call, &session.user_id).map(Some),
        }
    }
}

/// A user as the API shows it: with all that stands elsewhere.
pub(crate) fn shown(call: &Call<'_>, user: &User) -> users::User {
    let mut model = user.model.clone();
    model.roles = roles::of(user);
    model.password = password(call, user.id()).map(|password| {
        let mut shown = users::Password::default();
        shown.password_id = password.id.as_str().into();
        shown.requires_reset = password.requires_reset;
        shown
    });
    let totp = totp::of(call, user.id()).map(|totp| {
        let mut shown = users::Totp::default();
        shown.totp_id = totp.id.as_str().into();
        shown.verified = totp.is_verified;
        shown
    });
    model.totps = totp.into_iter().collect();
    let lock = call.state.locks.get(user.id());
    if let Some(lock) = lock.filter(|lock| lock.created_at.is_some()) {
        model.is_locked = true;
        model.lock_created_at = lock.created_at;
        model.lock_expires_at = lock.expires_at;
    }
    model
}

/// The password of a user.
pub(crate) fn password(call: &Call<'_>, user_id: &str) -> Option<Arc<Password>> {
    let name = Password::named_by_owner(user_id);
    call.state.passwords.named(&name).cloned()
}

/// A new user, without anything to log in with.
pub(crate) fn fresh(call: &mut Call<'_>, as_pending: Option<bool>) -> User {
    let mut model = users::User::default();
    model.user_id = call.random.id("user").into();
    model.status = match as_pending {
        Some(true) => UserStatus::Pending,
        _ => UserStatus::Active,
    };
    model.created_at = Some(common::whole(call.now));
    User {
        model,
        assigned_roles: Vec::new(),
        kept_until: Default::default(),
    }
}

/// Gives a user an id of the app's own, which nobody else has.
pub(crate) fn set_external_id(
    call: &Call<'_>,
    user: &mut User,
    id: Option<String>,
) -> Result<(), Refusal> {
    let Some(id) = id.filter(|id| !id.is_empty()) else {
        return Ok(());
    };
    spelling::external_id(&id, "invalid_user_external_id")?;
    let taken = call.state.users.named(&User::named_by_external_id(&id));
    if taken.is_some_and(|taken| taken.id() != user.id()) {
        return Err(Refusal::new("duplicate_user_external_id"));
    }
    user.model.external_id = Some(id);
    Ok(())
}

/// Sets the parts of a name that were sent.
pub(crate) fn set_name(user: &mut User, sent: Option<users::Name>) {
    let Some(sent) = sent else { return };
    let name = user.model.name.get_or_insert_default();
    for (part, sent) in [
        (&mut name.first_name, sent.first_name),
        (&mut name.middle_name, sent.middle_name),
        (&mut name.last_name, sent.last_name),
    ] {
        if sent.is_some() {
            *part = sent;
        }
    }
}

/// Deletes a user, with all that is theirs.
pub(crate) fn delete(call: &mut Call<'_>, user_id: &str) {
    let sessions = UserSession::listed_by_user(user_id);
    common::end_group(&mut call.state.user_sessions, &sessions, None);
    let tokens = Token::listed_by_owner(user_id);
    common::end_group(&mut call.state.tokens, &tokens, None);
    if let Some(password) = password(call, user_id) {
        call.state.passwords.remove(&password.id);
    }
    let totp = call.state.totps.named(&Totp::named_by_owner(user_id));
    if let Some(id) = totp.map(|totp| totp.id.clone()) {
        call.state.totps.remove(&id);
    }
    let credentials = WebauthnCredential::listed_by_user(user_id);
    common::end_group(&mut call.state.webauthn_credentials, &credentials, None);
    let ceremonies = WebauthnCeremony::listed_by_user(user_id);
    common::end_group(&mut call.state.webauthn_ceremonies, &ceremonies, None);
    consents::forget_of_subject(call.state, user_id);
    let sightings = Sighting::listed_by_person(user_id);
    common::end_group(&mut call.state.sightings, &sightings, None);
    call.state.locks.remove(user_id);
    if let Some(user) = call.state.users.remove(user_id) {
        factors::forget_gone(call, &user, None);
    }
}
