//! Users of the consumer API: how a request names one, and what all of them have.

pub(crate) mod factors;
pub(crate) mod login;
pub(crate) mod roles;
pub(crate) mod sessions;

use std::sync::Arc;

use stytch_consumer::users::{self, UserStatus};
use stytch_core::{ErrorType, Secret};

use super::{sessions as common, spelling};
use crate::call::Call;
use crate::refusal::Refusal;
use crate::state::{Record as _, Token, User, UserSession};

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

/// How a request may name the user that it is about; by one of these at most.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chosen<'a> {
    pub(crate) user_id: Option<&'a str>,
    pub(crate) session_token: Option<&'a Secret>,
    pub(crate) session_jwt: Option<&'a Secret>,
}

impl Chosen<'_> {
    /// The user that is named; `None` if none is.
    pub(crate) fn find(self, call: &mut Call<'_>) -> Result<Option<Arc<User>>, Refusal> {
        let named = common::Named {
            token: self.session_token,
            jwt: self.session_jwt,
        };
        let session = named.find_in(call, &call.state.user_sessions)?;
        let user_id = self.user_id.filter(|id| !id.is_empty());
        match (user_id, session) {
            (None, None) => Ok(None),
            (Some(_), Some(_)) => Err(Refusal::new("too_many_user_selection_arguments")),
            (Some(id), None) => by_id(call, id).map(Some),
            (None, Some(session)) => by_id(call, &session.user_id).map(Some),
        }
    }
}

/// A user as the API shows it.
pub(crate) fn shown(user: &User) -> users::User {
    let mut model = user.model.clone();
    model.roles = roles::of(user);
    model
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

/// Deletes a user, with all sessions and links.
pub(crate) fn delete(call: &mut Call<'_>, user_id: &str) {
    let sessions = UserSession::listed_by_user(user_id);
    common::end_group(&mut call.state.user_sessions, &sessions, None);
    let tokens = Token::listed_by_user(user_id);
    common::end_group(&mut call.state.tokens, &tokens, None);
    call.state.users.remove(user_id);
}
