//! Another password in place of one that is known.

use stytch_consumer::passwords::existing_password::{ResetRequest, ResetResponse};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::spelling;
use crate::rules::users::{login, sessions};
use crate::state::Record as _;

pub(crate) fn reset(call: &mut Call<'_>, request: ResetRequest) -> Result<ResetResponse, Refusal> {
    spelling::email(&request.email)?;
    let user = super::owner(call, &request.email)?;
    super::prove(call, &user, &request.existing_password)?;
    super::set(call, user.id(), &request.new_password, &request.email)?;
    let wishes = login::wishes!(request);
    // a dead session is refused, and the one that is passed in ends with the others
    wishes.session_of(call, &user)?;
    sessions::end_all(call.state, user.id(), None);
    let mut response = ResetResponse::default();
    login::fill!(response, super::log_in(call, user, wishes.anew())?);
    Ok(response)
}
