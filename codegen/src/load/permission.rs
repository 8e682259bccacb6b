//! What a call that is made with a member session needs.

use super::node::{Node, Text, Value};
use super::object::{self, Object};
use crate::format::{BUILT_IN, MEMBER_SESSION, PERMISSION};
use crate::problem::Problems;

/// What a call that is made with a member session needs, as far as the vendor documents it.
#[derive(Clone, Debug, Default)]
pub struct MemberSession {
    /// What a role of the member has to allow, whatever the call sets.
    pub permission: Option<Permission>,
    /// What holds for a field that is set, by the field's name.
    pub fields: Vec<(Text, FieldRule)>,
}

/// What a member session means for a field of the request.
#[derive(Clone, Debug)]
pub enum FieldRule {
    /// A role of the member has to allow this.
    Needs(Permission),
    /// It must not be set.
    Refused,
}

/// An action on one of several resources.
#[derive(Clone, Debug)]
pub struct Permission {
    /// The action of the RBAC policy.
    pub action: String,
    /// The resources; to be allowed on one of them is enough. `stytch.self` counts only for a member
    /// whom the call is about.
    pub resources: Vec<String>,
}

impl MemberSession {
    pub(super) fn read(method: &mut Object, problems: &mut Problems) -> Option<Self> {
        let node = method.take("member_session", problems)?;
        match &node.value {
            Value::Map(_) => read(node, problems),
            Value::Text(word) if word == "optional" => Some(Self::default()),
            _ => {
                problems.push(
                    &node.at,
                    format!("{} for `member_session`", node.kind()),
                    "a map with the `resource` and `action` that a member needs, or `optional` if \
                     none are documented",
                );
                None
            }
        }
    }
}

fn read(node: Node, problems: &mut Problems) -> Option<MemberSession> {
    let mut object = Object::new(node, &MEMBER_SESSION, problems)?;
    let at = object.at.clone();
    let resources = resources(&mut object, problems);
    let action = object.text("action", problems);
    let fields = object.entries("fields", problems);
    object.finish(problems);
    if action.is_none() && fields.is_empty() {
        problems.push(
            &at,
            "`member_session` without `action` and `fields`",
            "the action that the call needs, or those that its `fields` need",
        );
    }
    Some(MemberSession {
        permission: action.map(|action| Permission {
            action: action.value,
            resources: resources.clone(),
        }),
        fields: fields
            .into_iter()
            .filter_map(|(name, node)| Some((name, rule(node, &resources, problems)?)))
            .collect(),
    })
}

/// What holds for one field: an action on the resources of the call or of its own, or a refusal.
fn rule(node: Node, resources: &[String], problems: &mut Problems) -> Option<FieldRule> {
    if !matches!(node.value, Value::Map(_)) {
        let text = object::text(node, PERMISSION.what, problems);
        return Some(match &*text {
            "refused" => FieldRule::Refused,
            action => FieldRule::Needs(Permission {
                action: action.to_owned(),
                resources: resources.to_vec(),
            }),
        });
    }
    let mut object = Object::new(node, &PERMISSION, problems)?;
    let permission = Permission {
        resources: self::resources(&mut object, problems),
        action: object.required("action", problems).value,
    };
    object.finish(problems);
    Some(FieldRule::Needs(permission))
}

fn resources(object: &mut Object, problems: &mut Problems) -> Vec<String> {
    let resources = object.texts("resource", problems).unwrap_or_default();
    for resource in &resources {
        if !resource.starts_with(BUILT_IN) {
            problems.push(
                &resource.at,
                format!("the resource `{}` for `member_session`", resource.value),
                format!("a built-in one, which begins with `{BUILT_IN}`"),
            );
        }
    }
    resources
        .into_iter()
        .map(|resource| resource.value)
        .collect()
}
