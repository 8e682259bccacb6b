//! Logins of an earlier system that go on as sessions.

use stytch_consumer::authentication_factors::{DeliveryMethod, FactorType};
use stytch_consumer::sessions::{MigrateRequest, MigrateResponse};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::users::login::Wishes;
use crate::rules::users::{self, factors, login};
use crate::rules::{attempts, user_info};
use crate::state::Record as _;

pub(crate) fn migrate(
    call: &mut Call<'_>,
    request: MigrateRequest,
) -> Result<MigrateResponse, Refusal> {
    let email = user_info::email(call, &request.session_token)?;
    let user = users::by_email(call, &email)
        .ok_or_else(|| Refusal::from(ErrorType::MigrateFromExternalEmailDoesNotExist))?;
    attempts::check(call, user.id())?;
    let factor = factors::shown(
        FactorType::Imported,
        DeliveryMethod::ImportedAuth0,
        call.now,
    );
    let wishes = Wishes {
        session_duration_minutes: request.session_duration_minutes,
        session_custom_claims: request.session_custom_claims,
        ..Wishes::default()
    };
    let mut response = MigrateResponse::default();
    login::fill!(
        response,
        login::with(call, (*user).clone(), factor, wishes)?
    );
    Ok(response)
}
