//! Whom a request to the emulator itself is about.

use std::sync::Arc;

use stytch_core::ErrorType;

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::find;
use crate::state::{Member, User};

/// A member, by id; or by external id or address, with the organization; or a user, by id.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Whom<'a> {
    pub(crate) member_id: Option<&'a str>,
    pub(crate) organization_id: Option<&'a str>,
    pub(crate) email_address: Option<&'a str>,
    pub(crate) user_id: Option<&'a str>,
}

/// Who that is.
pub(crate) enum Found {
    Member(Arc<Member>),
    User(Arc<User>),
}

impl<'a> Whom<'a> {
    /// Somebody by id.
    pub(crate) fn by_id(id: &'a str) -> Self {
        match id.starts_with("user-") {
            true => Self {
                user_id: Some(id),
                ..Self::default()
            },
            false => Self {
                member_id: Some(id),
                ..Self::default()
            },
        }
    }

    pub(crate) fn find(self, call: &Call<'_>) -> Result<Found, Refusal> {
        match (self.member_id, self.email_address, self.user_id) {
            (None, None, Some(id)) if self.organization_id.is_none() => {
                let user = call.state.users.get(id).cloned();
                let user = user.ok_or_else(|| Refusal::from(ErrorType::UserNotFound))?;
                Ok(Found::User(user))
            }
            (Some(_), None, None) | (None, Some(_), None) => self.member(call).map(Found::Member),
            _ => Err(Refusal::bad_request(
                "expected one of member_id, user_id, or email_address with organization_id",
            )),
        }
    }

    fn member(self, call: &Call<'_>) -> Result<Arc<Member>, Refusal> {
        let id = self.member_id.unwrap_or_default();
        let member = match self.organization_id {
            None => {
                let member = call.state.members.get(id);
                member.filter(|member| !member.is_deleted()).cloned()
            }
            Some(organization) => {
                let organization = find::organization(call.state, organization)?;
                match self.email_address {
                    Some(email) => find::member_by_email(call.state, &organization, email),
                    None => Some(find::member(call.state, &organization, id)?),
                }
            }
        };
        member.ok_or_else(|| ErrorType::MemberNotFound.into())
    }
}
