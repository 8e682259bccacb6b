//! Logins of an earlier system that go on as sessions.

use stytch_b2b::authentication_factors::{DeliveryMethod, FactorType};
use stytch_b2b::sessions::{MigrateRequest, MigrateResponse};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::login::{self, Wishes};
use crate::rules::{factors, find, second_factor, user_info};

pub(crate) fn migrate(
    call: &mut Call<'_>,
    request: MigrateRequest,
) -> Result<MigrateResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let email = user_info::email(call, &request.session_token)?;
    let member = find::member_by_email(call.state, &organization, &email)
        .ok_or_else(|| Refusal::from(ErrorType::MigrateFromExternalEmailDoesNotExist))?;
    let factor = factors::fresh(
        FactorType::Imported,
        DeliveryMethod::ImportedAuth0,
        call.now,
    );
    let wishes = Wishes {
        session_duration_minutes: request.session_duration_minutes,
        session_custom_claims: request.session_custom_claims,
        ..Wishes::default()
    };
    let outcome = login::with(call, &organization, &member, vec![factor], wishes)?;
    if outcome.member_session.is_none() {
        // an answer without a session could not say which factor is missing
        return Err(ErrorType::InsufficientFactors.into());
    }
    let mut response = MigrateResponse::default();
    second_factor::fill!(response, outcome);
    Ok(response)
}
