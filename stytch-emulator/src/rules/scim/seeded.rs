//! What people leave out when they write down who came over SCIM.

use std::collections::BTreeSet;

use stytch_b2b::organizations::{MemberStatus, ScimRegistration};
use stytch_b2b::scim::{ScimAttributes, ScimValue};

use crate::rules::find;
use crate::seed;
use crate::state::{Member, Organization, Record as _, ScimConnection, ScimGroup, State};

/// Ties members and groups of a document to the connection of their organization, and adds the groups.
pub(crate) fn settle(state: &mut State, groups: Vec<ScimGroup>) -> Result<(), String> {
    let members: Vec<_> = state.members.iter().cloned().collect();
    let registered = members
        .iter()
        .filter(|member| member.model.scim_registration.is_some());
    for member in registered {
        let mut member = (**member).clone();
        let organization_id = member.model.organization_id.as_str();
        let connection_id = connection_of(state, organization_id)
            .filter(|id| {
                let named = member.scim_connection_id().unwrap_or_default();
                named.is_empty() || named == id
            })
            .ok_or_else(|| {
                let email = &member.model.email_address;
                format!("members: the organization of {email} has no such SCIM connection")
            })?;
        complete(&mut member, connection_id);
        state.members.put(member);
    }
    // who has come anew, without what the directory knew, is in no group any more
    let before: Vec<_> = state.scim_groups.iter().cloned().collect();
    for group in before {
        let mut kept = (*group).clone();
        let connection_id = group.model.connection_id.as_str();
        kept.members.retain(|id| {
            let member = state.members.get(id);
            member.and_then(|member| member.scim_connection_id()) == Some(connection_id)
        });
        if kept.members.len() < group.members.len() {
            state.scim_groups.put(kept);
        }
    }
    for mut group in groups {
        let name = group.model.group_name.clone();
        let organization = find::organization(state, group.model.organization_id.as_str());
        let organization =
            organization.map_err(|_| format!("scim_groups: no organization of {name}"))?;
        let connection_id = connection_of(state, organization.id())
            .filter(|id| {
                let named = group.model.connection_id.as_str();
                named.is_empty() || named == id
            })
            .ok_or_else(|| format!("scim_groups: no SCIM connection of {name}"))?;
        group.model.organization_id = organization.model.organization_id.clone();
        group.model.connection_id = connection_id.as_str().into();
        group.members = members_of(state, &organization, &group)?;
        state.scim_groups.put(group);
    }
    Ok(())
}

fn connection_of(state: &State, organization_id: &str) -> Option<String> {
    let name = ScimConnection::named_by_organization(organization_id);
    let connection = state.scim_connections.named(&name)?;
    Some(connection.id().to_owned())
}

/// The ids of those who are in a group: people write their addresses.
fn members_of(
    state: &State,
    organization: &Organization,
    group: &ScimGroup,
) -> Result<BTreeSet<String>, String> {
    let id = |name: &String| {
        let by_id = state.members.get(name).cloned();
        let member = by_id.or_else(|| find::member_by_email(state, organization, name));
        let connection_id = group.model.connection_id.as_str();
        let member = member.filter(|member| member.scim_connection_id() == Some(connection_id));
        member.map(|member| member.id().to_owned()).ok_or_else(|| {
            let group = &group.model.group_name;
            format!("scim_groups: {name} of {group} is no member with a scim_registration")
        })
    };
    group.members.iter().map(id).collect()
}

/// Fills in what a registration lacks, from what is known of the member.
fn complete(member: &mut Member, connection_id: String) {
    let model = &mut member.model;
    let Some(ScimRegistration {
        connection_id: own_connection_id,
        registration_id,
        scim_attributes,
        ..
    }) = &mut model.scim_registration
    else {
        return;
    };
    if registration_id.as_str().is_empty() {
        let parts = [connection_id.as_str(), model.member_id.as_str()];
        *registration_id = seed::id_of("scim-registration", &parts).into();
    }
    *own_connection_id = connection_id.into();
    let attributes = scim_attributes.get_or_insert_with(ScimAttributes::default);
    attributes.active = model.status != MemberStatus::Deleted;
    if attributes.user_name.is_empty() {
        attributes.user_name.clone_from(&model.email_address);
    }
    if attributes.display_name.is_empty() {
        attributes.display_name.clone_from(&model.name);
    }
    if attributes.emails.is_empty() {
        let mut email = ScimValue::default();
        email.value.clone_from(&model.email_address);
        "work".clone_into(&mut email.r#type);
        email.primary = true;
        attributes.emails.push(email);
    }
}
