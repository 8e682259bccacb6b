//! Scopes of machines.

/// Stands for the resource of a scope that is a bare word.
const NO_RESOURCE: &str = "-";

/// Whether the scopes that a token has satisfy all that are required, by the default rule.
///
/// A scope is `action:resource`, split at the first colon, or a bare word, which is an action on no
/// resource. Each required scope must find its action among the token's scopes, with either its own
/// resource or `*`. So `read:*` satisfies `read:users` and `read`, while `read` does not satisfy
/// `read:users`. A `*` as an action is an ordinary word.
///
/// ```
/// # use stytch_core::m2m::scopes_satisfy;
/// assert!(scopes_satisfy(["read:*", "write:users"], ["read:users", "write:users"]));
/// assert!(!scopes_satisfy(["read:*"], ["write:users"]));
/// ```
pub fn scopes_satisfy(
    held: impl IntoIterator<Item: AsRef<str>, IntoIter: Clone>,
    required: impl IntoIterator<Item: AsRef<str>>,
) -> bool {
    let held = held.into_iter();
    required.into_iter().all(|required| {
        let (action, resource) = split(required.as_ref());
        held.clone().any(|held| {
            let (held_action, held_resource) = split(held.as_ref());
            held_action == action && (held_resource == resource || held_resource == "*")
        })
    })
}

fn split(scope: &str) -> (&str, &str) {
    scope.split_once(':').unwrap_or((scope, NO_RESOURCE))
}
