//! From a proven address into an organization.

use stytch_b2b::discovery::intermediate_sessions::{ExchangeRequest, ExchangeResponse};
use stytch_b2b::organizations::MemberStatus;

use crate::call::Call;
use crate::operations::b2b::organizations::members;
use crate::refusal::Refusal;
use crate::rules::find;
use crate::rules::login::{self, Wishes};
use crate::rules::oauth::members as accounts;

pub(crate) fn exchange(
    call: &mut Call<'_>,
    request: ExchangeRequest,
) -> Result<ExchangeResponse, Refusal> {
    let begun = login::intermediate(call, &request.intermediate_session_token)?;
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let email = &begun.email_address;
    let mut member = match find::member_by_email(call.state, &organization, email) {
        Some(member) => (*member).clone(),
        None => {
            let by_tenant = accounts::tenant_of_factors(call.state, &organization, &begun.factors);
            if by_tenant.is_none() && !super::may_join(call.state, &organization, email) {
                return Err(Refusal::new("email_jit_provisioning_not_allowed"));
            }
            let mut member = members::fresh(call, &organization, email)?;
            member.model.status = MemberStatus::Pending;
            if let Some((provider, account, _)) = by_tenant {
                let (subject, id) = (&account.provider_subject, account.id.as_str());
                accounts::register(call.state, &mut member, provider, subject, id);
            }
            member
        }
    };
    if login::proof_required(&organization, None, &begun.factors).is_none() {
        member.model.email_address_verified = true;
    }
    let member = call.state.members.put(member);
    let wishes = Wishes {
        session_duration_minutes: request.session_duration_minutes,
        session_custom_claims: request.session_custom_claims,
        intermediate_session_token: Some(request.intermediate_session_token),
        ..Wishes::default()
    };
    let outcome = login::with(call, &organization, &member, Vec::new(), wishes)?;
    let mut response = ExchangeResponse::default();
    login::fill!(response, outcome);
    Ok(response)
}
