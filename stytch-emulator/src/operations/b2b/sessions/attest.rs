//! Logins with the token of an issuer that the project trusts.

use stytch_b2b::authentication_factors::{DeliveryMethod, FactorType, TrustedAuthTokenFactor};
use stytch_b2b::organizations::MemberStatus;
use stytch_b2b::sessions::{AttestRequest, AttestResponse};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::operations::b2b::organizations::members;
use crate::refusal::Refusal;
use crate::rules::login::{self, Wishes};
use crate::rules::{attestation, factors, find};

pub(crate) fn attest(
    call: &mut Call<'_>,
    request: AttestRequest,
) -> Result<AttestResponse, Refusal> {
    let attested = attestation::check(call, request.profile_id.as_str(), &request.token)?;
    let claimed = attested.organization_id.as_deref();
    let invalid = || Refusal::from(ErrorType::InvalidTokenOrganizationIdClaim);
    let organization = match (claimed, &request.organization_id) {
        (None, None) => return Err(ErrorType::TokenMissingOrganizationIdClaim.into()),
        (Some(claimed), Some(asked)) if asked.as_str() != claimed => return Err(invalid()),
        (Some(claimed), _) => find::organization(call.state, claimed).map_err(|_| invalid())?,
        (None, Some(asked)) => find::organization(call.state, asked.as_str())?,
    };
    let mut member = match find::member_by_email(call.state, &organization, &attested.email) {
        Some(member) => (*member).clone(),
        None if attested.can_jit_provision && claimed.is_some() => {
            let mut member = members::fresh(call, &organization, &attested.email)?;
            member.model.status = MemberStatus::Active;
            member
        }
        None => return Err(ErrorType::MemberNotFound.into()),
    };
    // the issuer vouches for the address
    member.model.email_address_verified = true;
    let member = call.state.members.put(member);
    let mut token = TrustedAuthTokenFactor::default();
    token.token_id = attested.token_id;
    let way = DeliveryMethod::TrustedTokenExchange;
    let mut factor = factors::fresh(FactorType::TrustedAuthToken, way, call.now);
    factor.trusted_auth_token_factor = Some(token);
    let wishes = Wishes {
        session_token: request.session_token,
        session_jwt: request.session_jwt,
        session_duration_minutes: request.session_duration_minutes,
        session_custom_claims: request.session_custom_claims,
        ..Wishes::default()
    };
    let outcome = login::with(call, &organization, &member, vec![factor], wishes)?;
    let mut response = AttestResponse::default();
    // an answer without a session could not say which factor is missing
    response.member_session = outcome
        .member_session
        .ok_or_else(|| Refusal::from(ErrorType::InsufficientFactors))?;
    response.member_id = outcome.member.member_id.clone();
    response.member = outcome.member;
    response.organization = outcome.organization;
    response.session_token = outcome.session_token;
    response.session_jwt = outcome.session_jwt;
    Ok(response)
}
