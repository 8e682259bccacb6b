//! A user in the words of the standard, and what a member is made of.

use serde_json::{Map, Value, json};
use stytch_b2b::scim::ScimAttributes;

use super::{ENTERPRISE, USER, invalid_value, meta, schema, spelling};
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::scim::members;
use crate::rules::spelling as spelled;
use crate::state::{Member, Record as _, ScimConnection};

/// Longer ones are no people.
const MAX_BYTES: usize = 64 * 1024;

type Resource = Map<String, Value>;

/// A user as the provider sees it.
pub(super) fn shown(call: &Call<'_>, connection: &ScimConnection, member: &Member) -> Resource {
    let attributes = members::attributes(call.state, member).unwrap_or_default();
    let groups: Vec<_> = attributes
        .groups
        .iter()
        .map(|group| json!({ "value": group.value, "display": group.display }))
        .collect();
    let is_active = attributes.active;
    let known = json!(attributes);
    let known = known.as_object().cloned().unwrap_or_default();
    let mut user = spelling::renamed(schema::OF_USER, |one| one.field, |one| one.name, &known);
    let mut schemas = vec![USER];
    if user.contains_key(ENTERPRISE) {
        schemas.push(ENTERPRISE);
    }
    let path = format!("Users/{}", member.id());
    let times = [member.model.created_at, member.model.updated_at];
    let meta = meta(call, connection, "User", &path, times);
    user.insert("schemas".to_owned(), json!(schemas));
    user.insert("id".to_owned(), member.id().into());
    user.insert("active".to_owned(), is_active.into());
    user.insert("meta".to_owned(), meta);
    if !groups.is_empty() {
        user.insert("groups".to_owned(), groups.into());
    }
    user
}

/// What a provider says of somebody.
pub(super) struct User {
    pub(super) attributes: ScimAttributes,
    pub(super) email: String,
    /// Whether the person may log in; `None` if the provider does not say.
    pub(super) is_active: Option<bool>,
}

impl User {
    pub(super) fn read(resource: Resource) -> Result<Self, Refusal> {
        let is_active = resource.get("active").and_then(Value::as_bool);
        let known = spelling::renamed(schema::OF_USER, |one| one.name, |one| one.field, &resource);
        let known = Value::Object(known);
        if known.to_string().len() > MAX_BYTES {
            return Err(invalid_value("The user is too long."));
        }
        let attributes: ScimAttributes = serde_json::from_value(known)
            .map_err(|error| invalid_value(format!("The user can't be read: {error}.")))?;
        if attributes.user_name.trim().is_empty() {
            return Err(invalid_value("userName has to be there."));
        }
        let email = email(&attributes)?;
        Ok(Self {
            attributes,
            email,
            is_active,
        })
    }

    /// What the person is called; `None` if the provider does not say.
    pub(super) fn name(&self) -> Option<String> {
        let display = &self.attributes.display_name;
        let name = self.attributes.name.clone().unwrap_or_default();
        let both = format!("{} {}", name.given_name, name.family_name);
        [display, &name.formatted, &both]
            .into_iter()
            .map(|one| one.trim())
            .find(|one| !one.is_empty())
            .map(str::to_owned)
    }
}

/// The address of somebody: the main one, else that of work, else any, else the name if it is one.
fn email(attributes: &ScimAttributes) -> Result<String, Refusal> {
    let emails = || attributes.emails.iter().filter(|one| !one.value.is_empty());
    let email = emails()
        .find(|one| one.primary)
        .or_else(|| emails().find(|one| one.r#type.eq_ignore_ascii_case("work")))
        .or_else(|| emails().next())
        .map_or(&attributes.user_name, |one| &one.value);
    spelled::email(email)
        .map_err(|_| invalid_value(format!("{email} is no address to be a member with.")))?;
    Ok(email.clone())
}
