//! What email addresses are worth.

use stytch_b2b::fraud::email::{RiskRequest, RiskResponse};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::fraud::email;

pub(crate) fn risk(call: &mut Call<'_>, request: RiskRequest) -> Result<RiskResponse, Refusal> {
    Ok(email::risk(call.state, &request.email_address))
}
