//! Authorization requests of connected apps, for members.

use std::sync::Arc;

use stytch_b2b::idp::oauth::{
    AuthorizeRequest, AuthorizeResponse, AuthorizeStartRequest, AuthorizeStartResponse, ScopeResult,
};
use stytch_b2b::organizations::MemberStatus;
use stytch_b2b::{MemberId, OrganizationId};
use stytch_core::{ErrorType, Secret};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::apps::authorization::{self, Decision, Person, asked};
use crate::rules::apps::consents;
use crate::rules::{find, roles, sessions};
use crate::state::{AppSubject, Member, Record as _};

macro_rules! chosen {
    ($call:ident, $request:ident) => {
        member(
            $call,
            $request.organization_id.as_ref(),
            $request.member_id.as_ref(),
            $request.session_token.as_ref(),
            $request.session_jwt.as_ref(),
        )?
    };
}

pub(crate) fn authorize_start(
    call: &mut Call<'_>,
    request: AuthorizeStartRequest,
) -> Result<AuthorizeStartResponse, Refusal> {
    let (member, person) = chosen!(call, request);
    let looked = authorization::look(call, &asked!(request, person))?;
    let organization = find::organization(call.state, member.model.organization_id.as_str())?;
    let mut response = AuthorizeStartResponse::default();
    response.member_id = member.model.member_id.clone();
    response.member = roles::shown(call.state, &member);
    response.organization = organization.model.clone();
    response.client = consents::public(&looked.app);
    response.consent_required = looked.consent_required;
    response.scope_results = looked
        .scopes
        .into_iter()
        .map(|scope| {
            let mut result = ScopeResult::default();
            result.scope = scope.scope;
            result.description = scope.description;
            result.is_grantable = scope.is_grantable;
            result
        })
        .collect();
    Ok(response)
}

pub(crate) fn authorize(
    call: &mut Call<'_>,
    request: AuthorizeRequest,
) -> Result<AuthorizeResponse, Refusal> {
    let (_, person) = chosen!(call, request);
    let asked = asked!(request, person);
    let decision = Decision {
        consent_granted: request.consent_granted,
        state: request.state.as_deref(),
        nonce: request.nonce,
        code_challenge: request.code_challenge,
    };
    let decided = authorization::decide(call, &asked, decision)?;
    let mut response = AuthorizeResponse::default();
    response.redirect_uri = decided.redirect_uri.into();
    response.authorization_code = decided.code.map(Into::into);
    Ok(response)
}

/// The member who is asked, named in one way.
fn member(
    call: &Call<'_>,
    organization_id: Option<&OrganizationId>,
    member_id: Option<&MemberId>,
    token: Option<&Secret>,
    jwt: Option<&Secret>,
) -> Result<(Arc<Member>, Person), Refusal> {
    let session = sessions::Named { token, jwt }.find(call)?;
    let session_id = session.as_ref().map(|session| session.id.clone());
    let member = match (session, organization_id, member_id) {
        (None, Some(organization), Some(member)) => {
            let organization = find::organization(call.state, organization.as_str())?;
            find::member(call.state, &organization, member.as_str())?
        }
        (Some(session), None, None) => {
            let member = call.state.members.get(&session.member_id).cloned();
            member.ok_or_else(|| Refusal::from(ErrorType::SessionNotFound))?
        }
        (Some(_), _, _) => return Err(Refusal::new("too_many_user_selection_arguments")),
        (None, _, _) => return Err(Refusal::new("no_oauth_authorize_member_selector")),
    };
    if member.model.status != MemberStatus::Active {
        return Err(ErrorType::MemberNotFound.into());
    }
    let person = Person {
        subject: AppSubject::MemberId(member.id().to_owned()),
        session_id,
    };
    Ok((member, person))
}
