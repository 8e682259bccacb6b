//! The organizations of somebody who has proven an address, and new ones.

use stytch_b2b::discovery::organizations::{
    CreateRequest, CreateResponse, ListRequest, ListResponse,
};
use stytch_b2b::organizations::MemberStatus;
use stytch_core::ErrorType;

use super::discovered;
use crate::call::Call;
use crate::operations::b2b::organizations::{members, settings};
use crate::refusal::Refusal;
use crate::rules::login::{self, Wishes};
use crate::rules::{find, roles, sessions, spelling};

pub(crate) fn list(call: &mut Call<'_>, request: ListRequest) -> Result<ListResponse, Refusal> {
    let named = sessions::Named {
        token: request.session_token.as_ref(),
        jwt: request.session_jwt.as_ref(),
    };
    let session = named.find(call)?;
    let begun = request.intermediate_session_token.as_ref();
    let begun = begun.filter(|token| !token.is_empty());
    let (email, factors) = match (session, begun) {
        (None, None) => return Err(Refusal::new("no_session_arguments")),
        (Some(_), Some(_)) => return Err(Refusal::new("too_many_session_arguments")),
        (Some(session), None) => {
            let member = call.state.members.get(&session.member_id);
            let member = member.ok_or_else(|| Refusal::from(ErrorType::SessionNotFound))?;
            (member.model.email_address.clone(), session.factors.clone())
        }
        (None, Some(token)) => {
            let begun = login::intermediate(call, token)?;
            (begun.email_address.clone(), begun.factors.clone())
        }
    };
    let mut response = ListResponse::default();
    response.discovered_organizations = discovered(call.state, &email, &factors);
    response.email_address = email;
    Ok(response)
}

pub(crate) fn create(
    call: &mut Call<'_>,
    mut request: CreateRequest,
) -> Result<CreateResponse, Refusal> {
    let begun = login::intermediate(call, &request.intermediate_session_token)?;
    let email = begun.email_address.clone();
    let default = default_name(&email);
    let mut model = settings::found!(call, request, &default);
    model.organization_name = request.organization_name.take().unwrap_or(default);
    let model = settings::put(call, model)?;
    let organization = find::organization(call.state, model.organization_id.as_str())?;
    let mut member = members::fresh(call, &organization, &email)?;
    let is_proven = login::proof_required(&organization, None, &begun.factors).is_none();
    member.model.status = match is_proven {
        true => MemberStatus::Active,
        false => MemberStatus::Pending,
    };
    member.model.email_address_verified = is_proven;
    member.assigned_roles = vec![roles::ADMIN.to_owned()];
    let member = call.state.members.put(member);
    let wishes = Wishes {
        session_duration_minutes: request.session_duration_minutes,
        session_custom_claims: request.session_custom_claims,
        intermediate_session_token: Some(request.intermediate_session_token),
        ..Wishes::default()
    };
    let outcome = login::with(call, &organization, &member, Vec::new(), wishes)?;
    let mut response = CreateResponse::default();
    login::fill!(response, outcome);
    Ok(response)
}

/// What an organization is called that nobody has named: after the domain of its founder, or after the
/// founder if everybody can have an address there.
fn default_name(email: &str) -> String {
    let domain = spelling::domain(email);
    let local = email.rsplit_once('@').map_or(email, |(local, _)| local);
    let name = match settings::is_common(&domain) || domain.ends_with(".edu") {
        true => local,
        false => domain.split('.').next().unwrap_or_default(),
    };
    let mut name = name.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}
