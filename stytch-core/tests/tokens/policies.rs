//! Policies on their own: what they permit, and what an organization may add.

use stytch_core::{
    ErrorKind,
    rbac::{CompiledPolicy, OrganizationPolicy, Verdict},
};

fn policy() -> CompiledPolicy {
    CompiledPolicy::builder()
        .resource("documents", ["read", "write", "delete"])
        .role("viewer", "documents", ["read"])
        .role("editor", "documents", ["read", "write"])
        .role("admin", "documents", ["*"])
        .role("admin", "users", ["list"])
        .scope("docs:read", "documents", ["read"])
        .scope("docs:all", "documents", ["*"])
        .build()
}

fn roles(roles: &[&'static str], resource: &str, action: &str) -> Vec<String> {
    let verdict = policy().check_roles(roles.iter().copied(), resource, action);
    assert_eq!(verdict.is_allowed(), verdict.granted_by().next().is_some());
    verdict.granted_by().map(str::to_owned).collect()
}

#[test]
fn a_role_permits_its_actions_on_its_resources() {
    assert_eq!(roles(&["viewer"], "documents", "read"), ["viewer"]);
    assert_eq!(
        roles(&["viewer", "editor"], "documents", "read"),
        ["viewer", "editor"]
    );
    assert!(roles(&["viewer"], "documents", "write").is_empty());
    assert!(roles(&["viewer"], "users", "read").is_empty());
    assert!(roles(&["unknown", ""], "documents", "read").is_empty());
    assert!(roles(&[], "documents", "read").is_empty());
    assert!(roles(&["docs:all"], "documents", "read").is_empty());
}

#[test]
fn a_star_stands_for_every_action_but_for_no_resource() {
    for action in ["read", "delete", "never heard of", "*", ""] {
        assert_eq!(
            roles(&["admin"], "documents", action),
            ["admin"],
            "{action}"
        );
    }
    assert!(roles(&["viewer"], "documents", "*").is_empty());
    for resource in ["*", "", "Documents", "documents ", "nothing"] {
        assert!(roles(&["admin"], resource, "read").is_empty(), "{resource}");
    }
}

#[test]
fn scopes_are_apart_from_roles() {
    let check = |scopes: &[&'static str], action| {
        let verdict = policy().check_scopes(scopes.iter().copied(), "documents", action);
        verdict.granted_by().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(check(&["openid", "docs:read"], "read"), ["docs:read"]);
    assert_eq!(check(&["docs:read", "docs:all"], "write"), ["docs:all"]);
    assert!(check(&["docs:read"], "write").is_empty());
    assert!(check(&["admin"], "write").is_empty());
}

#[test]
fn more_roles_than_fit_into_a_word_keep_apart() {
    let policy = (0..200).fold(CompiledPolicy::builder(), |builder, i| {
        builder.role(&format!("r{i}"), "x", [format!("a{i}")])
    });
    let policy = policy.build();
    for i in 0..200 {
        for j in 0..200 {
            let verdict = policy.check_roles([&*format!("r{i}")], "x", &format!("a{j}"));
            assert_eq!(verdict.is_allowed(), i == j);
        }
    }
}

#[test]
fn what_is_missing_or_null_permits_nothing() {
    for json in [
        r#"{"roles":[],"scopes":null}"#,
        r#"{"roles":[{"permissions":[{"resource_id":"documents","actions":["*"]}]}]}"#,
        r#"{"roles":[null,{"role_id":"admin"},{"role_id":"admin","permissions":null}]}"#,
        r#"{"roles":[{"role_id":"admin","permissions":[null,{"resource_id":"documents"}]}]}"#,
        r#"{"roles":[{"role_id":"admin","permissions":[{"resource_id":"documents","actions":[null]}]}]}"#,
        r#"{"roles":[{"role_id":"admin","permissions":[{"actions":["*"]},{"resource_id":null,"actions":["read"]}]}]}"#,
        r#"{"new":1,"roles":[{"role_id":"other","permissions":[{"resource_id":"documents","actions":["*"],"new":1}]}]}"#,
    ] {
        let policy = CompiledPolicy::from_json(json.as_bytes()).unwrap();
        for resource in ["documents", ""] {
            let verdict = policy.check_roles(["admin", ""], resource, "read");
            assert_eq!(verdict, Verdict::default(), "{json} {resource}");
        }
    }
}

#[test]
fn what_is_no_policy_is_refused_with_its_place() {
    for (json, path) in [
        ("", "$"),
        ("[]", "$"),
        ("null", "$"),
        (r#"[{"roles":[]}]"#, "$"),
        (r#"{"policy":[[]]}"#, "$.policy"),
        (r#"{"roles":[["a",[]]]}"#, "$.roles[0]"),
        (r#"{"roles":1}"#, "$.roles"),
        (
            r#"{"roles":[{"role_id":"a"},{"role_id":["b"]}]}"#,
            "$.roles[1].role_id",
        ),
    ] {
        let error = CompiledPolicy::from_json(json.as_bytes()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{json}");
        assert_eq!(error.json_path(), Some(path), "{json}");
    }
}

#[test]
fn names_may_be_texts_of_any_kind() {
    let roles = vec!["viewer".to_owned()];
    assert!(
        policy()
            .check_roles(&roles, "documents", "read")
            .is_allowed()
    );
    assert!(
        policy()
            .check_roles(roles, "documents", "read")
            .is_allowed()
    );
    assert!(
        policy()
            .check_scopes(["docs:read"], "documents", "read")
            .is_allowed()
    );
}

#[cfg(feature = "serialize")]
#[test]
fn a_verdict_serializes_with_its_grounds() {
    let verdict = policy().check_roles(["viewer", "editor"], "documents", "read");
    let expected = serde_json::json!({"allowed": true, "granted_by": ["viewer", "editor"]});
    assert_eq!(serde_json::to_value(verdict).unwrap(), expected);
}

#[test]
fn a_role_that_comes_twice_may_do_both() {
    let policy = CompiledPolicy::from_json(
        br#"{"roles":[
            {"role_id":"r","permissions":[{"resource_id":"a","actions":["x"]}]},
            {"role_id":"r","permissions":[{"resource_id":"a","actions":["y"]}]}]}"#,
    )
    .unwrap();
    for action in ["x", "y"] {
        let verdict = policy.check_roles(["r", "r"], "a", action);
        assert!(verdict.is_allowed());
    }
}

fn violations(json: &str) -> Vec<String> {
    let project = CompiledPolicy::builder()
        .resource("documents", ["read", "write"])
        .role("member", "documents", ["read"])
        .build();
    let organization = OrganizationPolicy::from_json(json.as_bytes()).unwrap();
    project
        .validate_org_policy(&organization)
        .iter()
        .map(ToString::to_string)
        .collect()
}

fn of_actions(actions: &str) -> Vec<String> {
    violations(&format!(
        r#"{{"roles":[{{"role_id":"r","permissions":[
            {{"resource_id":"documents","actions":{actions}}}]}}]}}"#
    ))
}

#[test]
fn a_fitting_policy_has_no_violations() {
    assert!(violations(r#"{"roles":[]}"#).is_empty());
    assert!(violations(r#"{"roles":[{"role_id":"r"},{"role_id":"s"}]}"#).is_empty());
    for actions in [r#"["read"]"#, r#"["read","write"]"#, r#"["*"]"#] {
        assert!(of_actions(actions).is_empty(), "{actions}");
    }
}

#[test]
fn each_rule_is_checked() {
    let roles = r#"{"roles":[{"role_id":"r"},{"role_id":"r"},{"role_id":"r"}]}"#;
    assert_eq!(violations(roles), ["several roles are called `r`"]);
    assert_eq!(
        violations(r#"{"roles":[{"role_id":"member"}]}"#),
        ["the project has a role `member` already"]
    );
    assert_eq!(
        violations(
            r#"{"roles":[{"role_id":"r","permissions":[
                {"resource_id":"logs","actions":["anything"]}]}]}"#
        ),
        ["role `r`: the project has no resource `logs`"]
    );
    assert_eq!(
        of_actions("[]"),
        ["role `r`: no action on `documents` is given"]
    );
    assert_eq!(
        of_actions(r#"["*","read"]"#),
        ["role `r`: `*` on `documents` stands beside other actions"]
    );
    for blank in [r#"[""]"#, r#"[" \t"]"#] {
        assert_eq!(
            of_actions(blank),
            ["role `r`: an action on `documents` is blank"]
        );
    }
    for unknown in ["list", "Read", "read "] {
        let expected = format!("role `r`: `documents` has no action `{unknown}`");
        assert_eq!(of_actions(&format!(r#"["{unknown}"]"#)), [expected]);
    }
}

#[test]
fn all_violations_are_reported_in_order() {
    let found = violations(
        r#"{"roles":[
            {"role_id":"member","permissions":[
                {"resource_id":"logs","actions":[]},
                {"resource_id":"documents","actions":["*","list",""]}]},
            {"role_id":"r"},
            {"role_id":"member"}]}"#,
    );
    assert_eq!(
        found,
        [
            "the project has a role `member` already",
            "role `member`: the project has no resource `logs`",
            "role `member`: no action on `logs` is given",
            "role `member`: `*` on `documents` stands beside other actions",
            "role `member`: `documents` has no action `list`",
            "role `member`: an action on `documents` is blank",
            "several roles are called `member`",
        ]
    );
}
