//! Passwords that serve in all organizations of an address.

pub(crate) mod email;

use stytch_b2b::passwords::discovery::{AuthenticateRequest, AuthenticateResponse};

use super::kept;
use crate::call::Call;
use crate::operations::b2b::discovery;
use crate::refusal::Refusal;
use crate::rules::{attempts, factors, login};
use crate::state::Password;

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    kept::cross_organization(call)?;
    let email = &request.email_address;
    let owner = Password::owned_by_address(email);
    let kept = kept::of(call, &owner)?;
    attempts::prove(call, &owner, |_| kept::check(&kept, &request.password))?;
    kept::may_be_used(call, &kept, &request.password, email)?;
    attempts::forget(call, &owner);
    let begun = login::begin(call, email, factors::password(call.now));
    let mut response = AuthenticateResponse::default();
    discovery::fill!(response, call, email, begun);
    Ok(response)
}
