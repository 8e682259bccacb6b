//! What a call that is made with a member session needs.

use super::node::{Node, Text, Value};
use super::object::{self, Object};
use crate::format::{BUILT_IN, MEMBER_SESSION};
use crate::problem::{At, Problems};

/// What a call that is made with a member session needs, as far as the vendor documents it.
#[derive(Clone, Debug, Default, Hash)]
pub struct MemberSession {
    /// What a role of the member has to allow, whatever the call sets.
    pub permission: Option<Permission>,
    /// What holds for a field that is set, by the field's name.
    pub fields: Vec<(Text, FieldRule)>,
}

/// What a member session means for a field of the request.
#[derive(Clone, Debug, Hash)]
pub enum FieldRule {
    /// A role of the member has to allow this.
    Needs(Permission),
    /// It must not be set.
    Refused,
}

/// An action on one of several resources.
#[derive(Clone, Debug, Hash)]
pub struct Permission {
    /// The action of the RBAC policy.
    pub action: String,
    /// The resources; to be allowed on one of them is enough. `stytch.self` counts only for a member
    /// whom the call is about.
    pub resources: Vec<String>,
}

/// What a permission looks like.
const FORM: &str = "the action and its resource, such as `delete on stytch.member or stytch.self`; \
                    for a call of which nothing is documented, `member_session: optional`";

impl MemberSession {
    pub(super) fn read(method: &mut Object, problems: &mut Problems) -> Option<Self> {
        let node = method.take("member_session", problems)?;
        if matches!(node.value, Value::Map(_)) {
            return read(node, problems);
        }
        let text = object::text(node, "`member_session`", problems);
        match &*text {
            "" => None,
            "optional" => Some(Self::default()),
            _ => Some(Self {
                permission: Some(permission(&text, None, problems)?),
                fields: Vec::new(),
            }),
        }
    }
}

fn read(node: Node, problems: &mut Problems) -> Option<MemberSession> {
    let mut object = Object::new(node, &MEMBER_SESSION, problems)?;
    let resource = object.text("resource", problems);
    let resource = resource.filter(|text| !text.is_empty());
    let common = resource.map(|text| resources(&text, &text.at, problems));
    let common = common.as_deref();
    let action = object.text("action", problems);
    let fields = object.entries("fields", problems);
    object.finish(problems);
    Some(MemberSession {
        permission: action.and_then(|action| permission(&action, common, problems)),
        fields: fields
            .into_iter()
            .filter_map(|(name, node)| {
                let Value::Text(value) = node.value else {
                    let found = format!("{} for a field of `member_session`", node.kind());
                    problems.push(&node.at, found, FORM);
                    return None;
                };
                let text = Text { value, at: node.at };
                let rule = match &*text {
                    "refused" => FieldRule::Refused,
                    _ => FieldRule::Needs(permission(&text, common, problems)?),
                };
                Some((name, rule))
            })
            .collect(),
    })
}

/// An action and the resources that it is on; without them, those that are `common` to the whole call.
fn permission(
    text: &Text,
    common: Option<&[String]>,
    problems: &mut Problems,
) -> Option<Permission> {
    let (action, resources) = match (text.split_once(" on "), common) {
        (Some((action, on)), _) => (action, resources(on, &text.at, problems)),
        (None, Some(common)) => (&*text.value, common.to_vec()),
        (None, None) => (&*text.value, Vec::new()),
    };
    if resources.is_empty() || action.contains(char::is_whitespace) {
        problems.push(
            &text.at,
            format!("`{}` for what a member session needs", text.value),
            FORM,
        );
        return None;
    }
    Some(Permission {
        action: action.to_owned(),
        resources,
    })
}

/// Resources with `or` between them.
fn resources(text: &str, at: &At, problems: &mut Problems) -> Vec<String> {
    let resources: Vec<_> = text.split(" or ").map(str::to_owned).collect();
    for resource in &resources {
        if !resource.starts_with(BUILT_IN) || resource.contains(char::is_whitespace) {
            problems.push(
                at,
                format!("the resource `{resource}` for `member_session`"),
                format!("a built-in one, which begins with `{BUILT_IN}`"),
            );
        }
    }
    resources
}
