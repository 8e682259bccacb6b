//! Users of an identity provider, who are members of the connection's organization.

use std::sync::Arc;

use serde_json::{Map, Value};
use stytch_b2b::organizations::{MemberStatus, ScimRegistration};

use super::user::{User, shown};
use super::{list, not_found, patch as patches, schema, spelling, taken};
use crate::call::Call;
use crate::operations::b2b::organizations::{admission, members};
use crate::refusal::Refusal;
use crate::rules::find;
use crate::rules::providers::params::Params;
use crate::rules::scim::connections;
use crate::state::{Member, Organization, Record as _, ScimConnection};

type Resource = Map<String, Value>;

/// Makes a member of somebody. Whoever is one already, and did not come over SCIM, is taken over: the
/// organization's own directory speaks for its people.
pub(super) fn create(
    call: &mut Call<'_>,
    connection: &ScimConnection,
    body: &Resource,
) -> Result<Value, Refusal> {
    let user = User::read(spelling::normalized(schema::OF_USER, body)?)?;
    check_name(call, connection, &user, None)?;
    let organization = find::organization(call.state, connection.model.organization_id.as_str())?;
    let found = find::member_by_email(call.state, &organization, &user.email);
    let mut member = match found {
        Some(found) if found.model.scim_registration.is_some() => {
            return Err(taken(format!(
                "Another user has the address {}.",
                user.email
            )));
        }
        Some(found) => (*found).clone(),
        None => {
            admission::check_claim(call, &organization, &user.email)?;
            let mut member = members::fresh(call, &organization, &user.email)?;
            member.model.status = MemberStatus::Active;
            member
        }
    };
    let mut registration = ScimRegistration::default();
    registration.connection_id = connection.model.connection_id.clone();
    registration.registration_id = call.random.id("scim-registration").into();
    member.model.scim_registration = Some(registration);
    let is_active = user.is_active.unwrap_or(true);
    put(call, connection, &organization, member, user, is_active)
}

pub(super) fn get(
    call: &Call<'_>,
    connection: &ScimConnection,
    id: &str,
) -> Result<Value, Refusal> {
    let member = find(call, connection, id)?;
    Ok(shown(call, connection, &member).into())
}

pub(super) fn list(
    call: &Call<'_>,
    connection: &ScimConnection,
    query: &Params,
    shown_attributes: &list::Shown,
) -> Result<Value, Refusal> {
    let filter = list::sought(query, schema::OF_USER)?;
    let all: Vec<_> = match filter.as_ref().and_then(|filter| filter.only("userName")) {
        // what providers ask before they create somebody
        Some(name) => {
            let name = Member::named_by_scim_user(connection.id(), name);
            call.state.members.named(&name).into_iter().collect()
        }
        None => {
            let group = Member::listed_by_scim_connection(connection.id());
            call.state.members.group(&group).collect()
        }
    };
    let all = all.into_iter();
    list::page(all, filter.as_ref(), query, shown_attributes, |member| {
        shown(call, connection, member)
    })
}

/// Takes a whole user in place of what was known. Whether somebody may log in stays as it is if it is not
/// said.
pub(super) fn replace(
    call: &mut Call<'_>,
    connection: &ScimConnection,
    id: &str,
    body: &Resource,
) -> Result<Value, Refusal> {
    let member = find(call, connection, id)?;
    let resource = spelling::normalized(schema::OF_USER, body)?;
    update(call, connection, &member, resource)
}

pub(super) fn patch(
    call: &mut Call<'_>,
    connection: &ScimConnection,
    id: &str,
    body: &Resource,
) -> Result<Value, Refusal> {
    let member = find(call, connection, id)?;
    let known = shown(call, connection, &member);
    let mut resource = spelling::normalized(schema::OF_USER, &known)?;
    patches::apply(schema::OF_USER, &mut resource, body)?;
    update(call, connection, &member, resource)
}

/// Deletes a user. The member is deleted, too, and known to no provider any more.
pub(super) fn delete(
    call: &mut Call<'_>,
    connection: &ScimConnection,
    id: &str,
) -> Result<(), Refusal> {
    let mut member = (*find(call, connection, id)?).clone();
    if !member.is_deleted() {
        deactivate(call, &mut member);
    }
    member.model.scim_registration = None;
    member.model.updated_at = Some(call.now);
    for group in connections::groups(call.state, connection.id()) {
        if group.members.contains(member.id()) {
            let mut group = (*group).clone();
            group.members.remove(member.id());
            group.updated_at = Some(call.now);
            call.state.scim_groups.put(group);
        }
    }
    call.state.members.put(member);
    Ok(())
}

/// The member whom the provider knows by an id.
pub(super) fn find(
    call: &Call<'_>,
    connection: &ScimConnection,
    id: &str,
) -> Result<Arc<Member>, Refusal> {
    let found = call.state.members.get(id);
    let found = found.filter(|member| member.scim_connection_id() == Some(connection.id()));
    found.cloned().ok_or_else(|| not_found(id))
}

fn update(
    call: &mut Call<'_>,
    connection: &ScimConnection,
    member: &Member,
    resource: Resource,
) -> Result<Value, Refusal> {
    let user = User::read(resource)?;
    check_name(call, connection, &user, Some(member))?;
    let organization = find::organization(call.state, connection.model.organization_id.as_str())?;
    let is_active = user.is_active.unwrap_or(!member.is_deleted());
    put(
        call,
        connection,
        &organization,
        member.clone(),
        user,
        is_active,
    )
}

/// Takes over what the provider says of a member.
fn put(
    call: &mut Call<'_>,
    connection: &ScimConnection,
    organization: &Organization,
    mut member: Member,
    user: User,
    is_active: bool,
) -> Result<Value, Refusal> {
    let is_other = !user.email.eq_ignore_ascii_case(&member.model.email_address);
    if is_other {
        admission::check_claim(call, organization, &user.email)?;
    }
    match (is_active, member.is_deleted()) {
        (true, true) => members::bring_back(call, organization, &mut member, &user.email)?,
        // whoever was invited has come
        (true, false) => member.model.status = MemberStatus::Active,
        (false, false) => deactivate(call, &mut member),
        (false, true) => {}
    }
    members::change_email(call, organization, &mut member, user.email.clone(), None)?;
    let name = user.name();
    let model = &mut member.model;
    // the organization answers for its own directory
    model.email_address_verified = true;
    if let Some(name) = name {
        model.name = name;
    }
    model.updated_at = Some(call.now);
    if let Some(registration) = &mut model.scim_registration {
        let external_id = &user.attributes.external_id;
        registration.external_id = (!external_id.is_empty()).then(|| external_id.clone());
        let mut attributes = user.attributes;
        attributes.active = is_active;
        registration.scim_attributes = Some(attributes);
    }
    let member = call.state.members.put(member);
    Ok(shown(call, connection, &member).into())
}

/// Takes the organization away from a member: the roles that were given, and whatever is logged in.
fn deactivate(call: &mut Call<'_>, member: &mut Member) {
    member.model.status = MemberStatus::Deleted;
    member.assigned_roles.clear();
    members::shut_out(call, member);
}

/// Makes sure that no other user of the connection has a name.
fn check_name(
    call: &Call<'_>,
    connection: &ScimConnection,
    user: &User,
    own: Option<&Member>,
) -> Result<(), Refusal> {
    let name = &user.attributes.user_name;
    let named = Member::named_by_scim_user(connection.id(), name);
    let other = call.state.members.named(&named);
    match other.is_some_and(|other| own.is_none_or(|own| own.id() != other.id())) {
        true => Err(taken(format!("Another user has the name {name}."))),
        false => Ok(()),
    }
}
