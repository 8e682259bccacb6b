//! Another password for somebody who is logged in.

use std::time::Duration;

use stytch_consumer::authentication_factors::{DeliveryMethod, FactorType};
use stytch_consumer::passwords::sessions::{ResetRequest, ResetResponse};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::clock;
use crate::refusal::Refusal;
use crate::rules::users::{self, login, sessions};
use crate::state::Record as _;

/// How old a factor may be that proves who is there.
const RECENT: Duration = Duration::from_secs(5 * 60);

pub(crate) fn reset(call: &mut Call<'_>, request: ResetRequest) -> Result<ResetResponse, Refusal> {
    let token = request.session_token.as_ref();
    let session = sessions::named(call, token, request.session_jwt.as_ref())?;
    let user = users::by_id(call, &session.user_id)?;
    let is_recent = session.factors.iter().any(|factor| {
        let is_of_owner = factor.r#type == FactorType::Password
            || (factor.delivery_method == DeliveryMethod::Email
                && matches!(factor.r#type, FactorType::MagicLink | FactorType::Otp));
        let shown_at = factor.last_authenticated_at;
        is_of_owner && shown_at.is_some_and(|at| clock::after(at, RECENT) > call.now)
    });
    if !is_recent {
        return Err(ErrorType::SessionTooOldToResetPassword.into());
    }
    let email = user.model.emails.first();
    let email = email.map(|email| email.email.clone()).unwrap_or_default();
    super::set(call, user.id(), &request.password, &email)?;
    sessions::end_all(call.state, user.id(), Some(session.id()));
    let mut response = ResetResponse::default();
    let wishes = login::wishes!(request);
    login::fill!(response, super::log_in(call, (*user).clone(), wishes)?);
    Ok(response)
}
