//! Moves of members to another address, which they have to prove first.

use stytch_b2b::organizations::members::{
    EmailUpdateMethod, StartEmailUpdateRequest, StartEmailUpdateResponse,
    UnlinkRetiredEmailRequest, UnlinkRetiredEmailResponse,
};
use stytch_b2b::organizations::{MemberStatus, RetiredEmail};
use stytch_core::ErrorType;

use super::{change_email, check_email};
use crate::call::Call;
use crate::message::Channel;
use crate::operations::b2b::magic_links::email::TOKEN_TYPE;
use crate::operations::b2b::otps;
use crate::refusal::Refusal;
use crate::rules::links::{self, Link, Mail};
use crate::rules::redirect::UrlType;
use crate::rules::{codes, find, roles, spelling};
use crate::state::{EmailUpdate, Member, Organization, Record as _, TokenKind};

/// How long a member has to prove the new address, in minutes.
const MINUTES: u32 = 5;

pub(crate) fn start_email_update(
    call: &mut Call<'_>,
    request: StartEmailUpdateRequest,
) -> Result<StartEmailUpdateResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let found = find::member(call.state, &organization, request.member_id.as_str())?;
    if found.model.status != MemberStatus::Active {
        return Err(ErrorType::EmailUpdatesAvailableOnlyForActiveMembers.into());
    }
    if !found.model.email_address_verified {
        return Err(ErrorType::MemberHasNoActiveVerifiedEmail.into());
    }
    let email = &request.email_address;
    spelling::email(email)?;
    if email.eq_ignore_ascii_case(&found.model.email_address) {
        return Err(ErrorType::DuplicateMemberEmail.into());
    }
    check_email(call, &organization, email, Some(&found))?;
    let group = Member::listed_by_organization(organization.model.organization_id.as_str());
    let is_wanted = call.state.members.group(&group).any(|member| {
        member.model.member_id != found.model.member_id && wants(call, member, email)
    });
    if is_wanted {
        return Err(ErrorType::DesiredEmailUpdatingForDifferentMember.into());
    }
    let member_id = found.model.member_id.as_str().to_owned();
    match request.delivery_method {
        None | Some(EmailUpdateMethod::EmailMagicLink) => {
            let link = Link {
                opens: TokenKind::EmailUpdate {
                    member_id,
                    email_address: email.clone(),
                },
                token_type: TOKEN_TYPE,
                url: request.login_redirect_url,
                leads_from: UrlType::Login,
                minutes: MINUTES,
                pkce: None,
            };
            let mail = Mail {
                to: email,
                kind: "email_update",
                subject: "Confirm your new address".to_owned(),
                organization: Some(&organization),
                link,
                login: None,
            };
            links::send(call, mail)?;
        }
        Some(EmailUpdateMethod::EmailOtp) => {
            let sending = codes::Sending {
                opens: otps::email::opens(organization.id(), email),
                minutes: MINUTES,
                channel: Channel::Email,
                to: email,
                kind: "email_update",
                subject: Some("Confirm your new address".to_owned()),
            };
            codes::send(call, sending);
        }
        Some(other) => {
            let message = format!("delivery_method: {} is none", other.as_str());
            return Err(Refusal::new("invalid_request_value").because(message));
        }
    }
    let mut member = (*found).clone();
    member.email_update = Some(EmailUpdate {
        email_address: email.clone(),
        expires_at: call.in_minutes(MINUTES),
    });
    let member = call.state.members.put(member);
    super::shown!(StartEmailUpdateResponse, call, organization, &member)
}

/// Whether a member is about to move to an address.
pub(crate) fn wants(call: &Call<'_>, member: &Member, email: &str) -> bool {
    !member.is_deleted()
        && member.email_update.as_ref().is_some_and(|update| {
            update.expires_at > call.now && update.email_address.eq_ignore_ascii_case(email)
        })
}

/// Moves a member to an address that has been proven just now.
pub(crate) fn complete(
    call: &mut Call<'_>,
    organization: &Organization,
    member: &mut Member,
    email: &str,
) -> Result<(), Refusal> {
    if !wants(call, member, email) {
        return Err(Refusal::new("unable_to_verify_member_email_update"));
    }
    member.email_update = None;
    change_email(call, organization, member, email.to_owned(), None)?;
    member.model.updated_at = Some(call.now);
    Ok(())
}

pub(crate) fn unlink_retired_email(
    call: &mut Call<'_>,
    request: UnlinkRetiredEmailRequest,
) -> Result<UnlinkRetiredEmailResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let found = find::member(call.state, &organization, request.member_id.as_str())?;
    if request.email_id.is_none() && request.email_address.is_none() {
        return Err(Refusal::new("retired_email_missing_email_identifiers"));
    }
    let is_meant = |retired: &RetiredEmail| {
        let address = request.email_address.as_ref();
        request
            .email_id
            .as_ref()
            .is_none_or(|id| *id == retired.email_id)
            && address.is_none_or(|email| email.eq_ignore_ascii_case(&retired.email_address))
    };
    let mut member = (*found).clone();
    let retired = &mut member.model.retired_email_addresses;
    let place = retired.iter().position(is_meant);
    retired.remove(place.ok_or_else(|| Refusal::new("email_not_found"))?);
    member.model.updated_at = Some(call.now);
    let member = call.state.members.put(member);
    let mut response = UnlinkRetiredEmailResponse::default();
    response.member = roles::shown(call.state, &member);
    response.member_id = response.member.member_id.clone();
    response.organization_id = organization.model.organization_id.clone();
    response.organization = organization.model.clone();
    Ok(response)
}
