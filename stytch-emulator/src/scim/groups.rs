//! Groups of an identity provider. Those who are in one have the roles that the connection gives to it.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::{
    GROUP, invalid_value, list, meta, not_found, patch as patches, schema, spelling, users,
};
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::providers::params::Params;
use crate::rules::scim::connections;
use crate::state::{Record as _, ScimConnection, ScimGroup};

/// Longer names are none.
const MAX_NAME_BYTES: usize = 1024;

type Resource = Map<String, Value>;

pub(super) fn create(
    call: &mut Call<'_>,
    connection: &ScimConnection,
    body: &Resource,
) -> Result<Value, Refusal> {
    let mut group = ScimGroup::default();
    group.model.group_id = call.random.id("scim-group").into();
    group.model.connection_id = connection.model.connection_id.clone();
    group.model.organization_id = connection.model.organization_id.clone();
    group.created_at = Some(call.now);
    let resource = spelling::normalized(schema::OF_GROUP, body)?;
    put(call, connection, group, &resource)
}

pub(super) fn get(
    call: &Call<'_>,
    connection: &ScimConnection,
    id: &str,
) -> Result<Value, Refusal> {
    let group = find(call, connection, id)?;
    Ok(shown(call, connection, &group).into())
}

pub(super) fn list(
    call: &Call<'_>,
    connection: &ScimConnection,
    query: &Params,
    shown_attributes: &list::Shown,
) -> Result<Value, Refusal> {
    let filter = list::sought(query, schema::OF_GROUP)?;
    let groups = connections::groups(call.state, connection.id()).into_iter();
    list::page(groups, filter.as_ref(), query, shown_attributes, |group| {
        shown(call, connection, group)
    })
}

pub(super) fn replace(
    call: &mut Call<'_>,
    connection: &ScimConnection,
    id: &str,
    body: &Resource,
) -> Result<Value, Refusal> {
    let group = (*find(call, connection, id)?).clone();
    let resource = spelling::normalized(schema::OF_GROUP, body)?;
    put(call, connection, group, &resource)
}

pub(super) fn patch(
    call: &mut Call<'_>,
    connection: &ScimConnection,
    id: &str,
    body: &Resource,
) -> Result<Value, Refusal> {
    let group = (*find(call, connection, id)?).clone();
    let known = shown(call, connection, &group);
    let mut resource = spelling::normalized(schema::OF_GROUP, &known)?;
    patches::apply(schema::OF_GROUP, &mut resource, body)?;
    put(call, connection, group, &resource)
}

/// Deletes a group, and with it the roles that it granted.
pub(super) fn delete(
    call: &mut Call<'_>,
    connection: &ScimConnection,
    id: &str,
) -> Result<(), Refusal> {
    let group = find(call, connection, id)?;
    call.state.scim_groups.remove(group.id());
    let mut connection = connection.clone();
    let assignments = &mut connection.model.scim_group_implicit_role_assignments;
    let before = assignments.len();
    assignments.retain(|assignment| assignment.group_id != group.model.group_id);
    if assignments.len() < before {
        connections::put(call.state, connection);
    }
    Ok(())
}

fn find(call: &Call<'_>, connection: &ScimConnection, id: &str) -> Result<Arc<ScimGroup>, Refusal> {
    let found = call.state.scim_groups.get(id);
    let found = found.filter(|group| group.model.connection_id.as_str() == connection.id());
    found.cloned().ok_or_else(|| not_found(id))
}

/// Takes over what the provider says of a group.
fn put(
    call: &mut Call<'_>,
    connection: &ScimConnection,
    mut group: ScimGroup,
    resource: &Resource,
) -> Result<Value, Refusal> {
    let text = |name: &str| {
        let text = resource.get(name).and_then(Value::as_str);
        text.unwrap_or_default().trim().to_owned()
    };
    let name = text("displayName");
    if name.is_empty() || name.len() > MAX_NAME_BYTES {
        return Err(invalid_value(
            "displayName has to be there, and no longer than a name.",
        ));
    }
    group.external_id = text("externalId");
    if group.external_id.len() > MAX_NAME_BYTES {
        return Err(invalid_value("externalId is too long."));
    }
    let members = resource.get("members").and_then(Value::as_array);
    let ids = members.into_iter().flatten().map(|member| {
        let id = member.get("value").and_then(Value::as_str);
        let id = id.ok_or_else(|| invalid_value("members: a value is missing."))?;
        users::find(call, connection, id)
            .map(|member| member.id().to_owned())
            .map_err(|_| invalid_value(format!("members: there is no user {id}.")))
    });
    group.members = ids.collect::<Result<BTreeSet<_>, _>>()?;
    let is_renamed = group.model.group_name != name;
    group.model.group_name = name;
    group.updated_at = Some(call.now);
    let group = call.state.scim_groups.put(group);
    if is_renamed {
        rename(call, connection, &group);
    }
    Ok(shown(call, connection, &group).into())
}

/// Gives the new name of a group to the roles that it grants.
fn rename(call: &mut Call<'_>, connection: &ScimConnection, group: &ScimGroup) {
    let mut connection = connection.clone();
    let assignments = &mut connection.model.scim_group_implicit_role_assignments;
    let mut is_changed = false;
    for assignment in assignments {
        if assignment.group_id == group.model.group_id {
            assignment.group_name.clone_from(&group.model.group_name);
            is_changed = true;
        }
    }
    if is_changed {
        connections::put(call.state, connection);
    }
}

/// A group as the provider sees it.
fn shown(call: &Call<'_>, connection: &ScimConnection, group: &ScimGroup) -> Resource {
    let base_url = connections::base_url(call.identity, connection.id());
    let member = |id: &String| {
        let member = call.state.members.get(id);
        let name = member.map(|member| member.model.name.as_str());
        json!({
            "value": id,
            "$ref": format!("{base_url}/Users/{id}"),
            "display": name.unwrap_or_default(),
            "type": "User",
        })
    };
    let path = format!("Groups/{}", group.id());
    let times = [group.created_at, group.updated_at];
    let mut shown = Resource::from_iter([
        ("schemas".to_owned(), json!([GROUP])),
        ("id".to_owned(), group.id().into()),
        (
            "displayName".to_owned(),
            group.model.group_name.as_str().into(),
        ),
        (
            "members".to_owned(),
            group.members.iter().map(member).collect(),
        ),
        (
            "meta".to_owned(),
            meta(call, connection, "Group", &path, times),
        ),
    ]);
    if !group.external_id.is_empty() {
        shown.insert("externalId".to_owned(), group.external_id.as_str().into());
    }
    shown
}
