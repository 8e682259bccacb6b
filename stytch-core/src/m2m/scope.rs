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
/// use stytch_core::m2m::scopes_satisfy;
///
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

/// The scopes in the `scope` of a token (RFC 6749, section 3.3).
pub(crate) fn split_scopes(text: &str) -> Vec<String> {
    text.split_ascii_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_rule() {
        for (held, required, verdict) in [
            ("", "", true),
            ("read:users", "", true),
            ("", "read:users", false),
            ("read:users", "read:users", true),
            ("read:users", "read:orgs", false),
            ("read:users", "write:users", false),
            ("read:*", "read:users", true),
            ("read:*", "read", true),
            ("read:*", "read:*", true),
            ("read:users", "read:*", false),
            ("read", "read", true),
            ("read", "read:users", false),
            ("read:-", "read", true),
            ("read", "read:-", true),
            ("*", "read", false),
            ("*:*", "read:users", false),
            ("*:users", "*:users", true),
            ("read:a:b", "read:a:b", true),
            ("read:a:b", "read:a", false),
            ("read:a", "read:a:b", false),
            ("read:*", "read:a:b", true),
            ("read:users write:orgs", "read:users write:orgs", true),
            ("read:users write:orgs", "read:users write:users", false),
            (
                "read:users read:orgs",
                "read:orgs read:users read:users",
                true,
            ),
            ("Read:users", "read:users", false),
        ] {
            let held: Vec<_> = held.split(' ').filter(|scope| !scope.is_empty()).collect();
            let required: Vec<_> = required
                .split(' ')
                .filter(|scope| !scope.is_empty())
                .collect();
            assert_eq!(
                scopes_satisfy(&held, &required),
                verdict,
                "{held:?} {required:?}"
            );
        }
    }

    #[test]
    fn scopes_are_split_at_white_space() {
        assert_eq!(split_scopes("  a:b\tc \n"), ["a:b", "c"]);
        assert!(split_scopes("").is_empty());
    }
}
