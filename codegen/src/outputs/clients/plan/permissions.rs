//! What the docs say about calls that are made with a member session.

use crate::load::{FieldRule, MemberSession, Permission};

/// What the member has to be allowed for the call.
pub(super) fn of_call(session: &MemberSession) -> String {
    match (&session.permission, session.fields.is_empty()) {
        (None, true) => "What the member has to be allowed then is not documented.".to_owned(),
        (None, false) => "A role of the member must then allow what each field that is set calls \
                          for; nothing is documented for fields that do not say."
            .to_owned(),
        (Some(permission), true) => {
            format!(
                "A role of the member must then allow {}.",
                named(permission)
            )
        }
        (Some(permission), false) => format!(
            "A role of the member must then allow {}, and what some of the fields call for.",
            named(permission)
        ),
    }
}

/// What the member has to be allowed for a field, if that is special.
pub(super) fn of_field(session: &MemberSession, field: &str) -> Option<String> {
    let (_, rule) = session
        .fields
        .iter()
        .find(|(name, _)| name.value == field)?;
    Some(match rule {
        FieldRule::Refused => {
            "Must not be set when the call runs with a member session.".to_owned()
        }
        FieldRule::Needs(permission) => {
            format!("A member session needs {}.", named(permission))
        }
    })
}

fn named(Permission { action, resources }: &Permission) -> String {
    let places: Vec<_> = resources
        .iter()
        .map(|resource| match resource.as_str() {
            "stytch.self" => "on `stytch.self` for the member's own account".to_owned(),
            _ => format!("on `{resource}`"),
        })
        .collect();
    format!("`{action}` {}", places.join(", or "))
}
