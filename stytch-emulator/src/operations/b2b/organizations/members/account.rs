//! What the account of a member has to keep to: the address, the number, the roles and the app's own id.

use stytch_b2b::organizations::{Member as Model, MemberStatus, RetiredEmail};

use super::factors::take_number;
use crate::call::Call;
use crate::operations::b2b::otps;
use crate::refusal::Refusal;
use crate::rules::apps::consents;
use crate::rules::roles::gone;
use crate::rules::{codes, find, login, roles, sessions, spelling, tokens};
use crate::state::{Member, Organization, Password, Record as _, Sighting, Totp};

/// A new member with an address that is free in the organization.
pub(crate) fn fresh(
    call: &mut Call<'_>,
    organization: &Organization,
    email: &str,
) -> Result<Member, Refusal> {
    spelling::email(email)?;
    check_email(call, organization, email, None)?;
    let mut model = Model::default();
    model.organization_id = organization.model.organization_id.clone();
    model.member_id = call.random.id("member").into();
    model.email_address = email.to_owned();
    model.created_at = Some(call.now);
    model.updated_at = Some(call.now);
    Ok(Member {
        model,
        email_id: call.random.id("email"),
        ..Member::default()
    })
}

/// Makes sure that nobody else in the organization has an address, or has had it.
pub(crate) fn check_email(
    call: &Call<'_>,
    organization: &Organization,
    email: &str,
    own: Option<&Member>,
) -> Result<(), Refusal> {
    let own = own.map(|member| &member.model.member_id);
    let taken = find::member_by_email(call.state, organization, email);
    if taken.is_some_and(|taken| Some(&taken.model.member_id) != own) {
        return Err(Refusal::new("duplicate_member_email"));
    }
    let group = Member::listed_by_organization(organization.model.organization_id.as_str());
    let is_retired = call.state.members.group(&group).any(|member| {
        let mut retired = member.model.retired_email_addresses.iter();
        !member.is_deleted()
            && Some(&member.model.member_id) != own
            && retired.any(|retired| retired.email_address.eq_ignore_ascii_case(email))
    });
    match is_retired {
        true => Err(Refusal::new("retired_member_email")),
        false => Ok(()),
    }
}

/// Makes sure that a text can be a phone number, and that nobody else in the organization has it.
pub(crate) fn check_number(
    call: &Call<'_>,
    organization: &Organization,
    number: &str,
    own: Option<&Member>,
) -> Result<(), Refusal> {
    spelling::phone_number(number)?;
    let own = own.map(|member| &member.model.member_id);
    let group = Member::listed_by_organization(organization.model.organization_id.as_str());
    let is_taken = call.state.members.group(&group).any(|other| {
        !other.is_deleted()
            && Some(&other.model.member_id) != own
            && other.model.mfa_phone_number == number
    });
    match is_taken {
        true => Err(Refusal::new("duplicate_member_phone_number")),
        false => Ok(()),
    }
}

/// Gives a member a phone number. One that there is has to be taken off first.
pub(crate) fn set_number(
    call: &Call<'_>,
    organization: &Organization,
    member: &mut Member,
    number: Option<String>,
) -> Result<(), Refusal> {
    let Some(number) = number.filter(|number| !number.is_empty()) else {
        return Ok(());
    };
    check_number(call, organization, &number, Some(member))?;
    let own = &member.model.mfa_phone_number;
    if !own.is_empty() && *own != number {
        return Err(Refusal::new("duplicate_member_phone_number_for_member"));
    }
    member.model.mfa_phone_number = number;
    Ok(())
}

/// Ends whatever a member is logged in with or is about to be, what is on its way to the member, and what
/// apps may do in the member's name. Whoever comes back begins anew.
pub(crate) fn shut_out(call: &mut Call<'_>, member: &mut Member) {
    let member_id = member.id().to_owned();
    let organization_id = member.model.organization_id.as_str().to_owned();
    sessions::end_all(call.state, &member_id, None);
    tokens::void_of(call.state, &member_id);
    consents::forget_of_subject(call.state, &member_id);
    let update = member.email_update.take();
    let wanted = update.map(|update| update.email_address);
    for email in [Some(member.model.email_address.clone()), wanted] {
        let email = email.unwrap_or_default();
        login::forget_begun(call.state, &organization_id, &email);
        let opens = otps::email::opens(&organization_id, &email);
        call.state.codes.remove(&opens);
    }
    forget_text(call, member);
}

/// Makes a deleted member one again. What others have got meanwhile stays theirs: the number, the app's own
/// id, addresses that the member had before.
///
/// # Errors
/// Somebody else has the address, or has had it.
pub(crate) fn bring_back(
    call: &mut Call<'_>,
    organization: &Organization,
    member: &mut Member,
    email: &str,
) -> Result<(), Refusal> {
    check_email(call, organization, email, Some(member))?;
    let number = &member.model.mfa_phone_number;
    if !number.is_empty() && check_number(call, organization, number, Some(member)).is_err() {
        take_number(call, member);
    }
    let id = member.model.external_id.take();
    if set_external_id(call, organization, member, id).is_err() {
        member.model.external_id = None;
    }
    let mut retired = std::mem::take(&mut member.model.retired_email_addresses);
    retired.retain(|one| check_email(call, organization, &one.email_address, Some(member)).is_ok());
    member.model.retired_email_addresses = retired;
    member.model.status = MemberStatus::Active;
    Ok(())
}

/// Takes the code out of use that was texted to a member.
pub(super) fn forget_text(call: &mut Call<'_>, member: &Member) {
    let opens = codes::text_opens(member.id(), &member.model.mfa_phone_number);
    call.state.codes.remove(&opens);
}

/// Forgets what belongs to a member who is gone for good.
pub(crate) fn forget(call: &mut Call<'_>, member: &Member) {
    let member_id = member.model.member_id.as_str();
    shut_out(call, &mut member.clone());
    forget_password(call, member);
    let sightings = Sighting::listed_by_person(member_id);
    sessions::end_group(&mut call.state.sightings, &sightings, None);
    let totp = call.state.totps.named(&Totp::named_by_owner(member_id));
    if let Some(id) = totp.map(|totp| totp.id.clone()) {
        call.state.totps.remove(&id);
    }
    call.state.locks.remove(member_id);
    call.state.members.remove(member_id);
}

/// Takes the password off a member, who has to set another one.
pub(super) fn forget_password(call: &mut Call<'_>, member: &Member) {
    let owner = Password::named_by_owner(member.model.member_id.as_str());
    let password = call.state.passwords.named(&owner);
    if let Some(id) = password.map(|password| password.id.clone()) {
        call.state.passwords.remove(&id);
    }
}

/// Gives a member another address. The old one is retired, unless it is to be forgotten.
pub(crate) fn change_email(
    call: &mut Call<'_>,
    organization: &Organization,
    member: &mut Member,
    email: String,
    unlink: Option<bool>,
) -> Result<(), Refusal> {
    if email.eq_ignore_ascii_case(&member.model.email_address) {
        return Ok(());
    }
    spelling::email(&email)?;
    check_email(call, organization, &email, Some(member))?;
    let email_id = call.random.id("email");
    let old_id = std::mem::replace(&mut member.email_id, email_id);
    let old = std::mem::replace(&mut member.model.email_address, email);
    // while the member was deleted, somebody else may have got it
    let is_own = check_email(call, organization, &old, Some(member)).is_ok();
    if is_own && unlink != Some(true) {
        let mut retired = RetiredEmail::default();
        retired.email_id = old_id.into();
        retired.email_address.clone_from(&old);
        member.model.retired_email_addresses.push(retired);
    }
    let now = member.model.email_address.clone();
    member
        .model
        .retired_email_addresses
        .retain(|retired| !retired.email_address.eq_ignore_ascii_case(&now));
    member.model.email_address_verified = false;
    // what is on its way to the old address must not prove the new one, nor what was shown for it log in
    // whoever gets it next
    tokens::void_of(call.state, member.id());
    login::forget_begun(call.state, organization.id(), &old);
    Ok(())
}

/// Roles that can be given to a member of an organization.
pub(crate) fn assignable(
    call: &Call<'_>,
    organization: &Organization,
    wanted: Vec<String>,
) -> Result<Vec<String>, Refusal> {
    for role_id in &wanted {
        if role_id == roles::MEMBER {
            return Err(Refusal::new("cannot_assign_default_rbac_role_id"));
        }
        if !gone::is_known(&call.state.settings, &organization.model, role_id) {
            return Err(Refusal::new("invalid_rbac_role_id"));
        }
    }
    Ok(wanted)
}

pub(crate) fn set_external_id(
    call: &Call<'_>,
    organization: &Organization,
    member: &mut Member,
    id: Option<String>,
) -> Result<(), Refusal> {
    let Some(id) = id.filter(|id| !id.is_empty()) else {
        return Ok(());
    };
    spelling::external_id(&id, "invalid_member_external_id")?;
    let organization_id = organization.model.organization_id.as_str();
    let name = Member::named_by_external_id(organization_id, &id);
    let taken = call.state.members.named(&name);
    if taken.is_some_and(|taken| taken.model.member_id != member.model.member_id) {
        return Err(Refusal::new("duplicate_member_external_id"));
    }
    member.model.external_id = Some(id);
    Ok(())
}
