//! What a call with a member session takes, as the vendor documents it.
//!
//! The list was made without the spec: from the descriptions of the vendor's OpenAPI file and from the
//! tags in its browser package that say what a method needs.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::collections::BTreeMap;
use std::path::Path;

use codegen::load::{FieldRule, Permission};
use codegen::resolve::Method;

/// The operations for which nothing is documented.
const UNDOCUMENTED: [&str; 5] = [
    "organizations.connected_apps",
    "organizations.delete_external_id",
    "organizations.get_connected_app",
    "organizations.members.delete_external_id",
    "passwords.email.require_reset",
];

/// The operations that need an action whatever they set.
const CALLS: [(&str, &str); 33] = [
    ("magic_links.email.invite", "create stytch.member"),
    ("organizations.delete", "delete stytch.organization"),
    (
        "organizations.members.connected_apps.revoke",
        "revoke.connected-app stytch.member stytch.self",
    ),
    ("organizations.members.create", "create stytch.member"),
    (
        "organizations.members.delete",
        "delete stytch.member stytch.self",
    ),
    (
        "organizations.members.delete_mfa_phone_number",
        "update.info.delete.mfa-phone stytch.member stytch.self",
    ),
    (
        "organizations.members.delete_password",
        "update.info.delete.password stytch.member stytch.self",
    ),
    (
        "organizations.members.delete_totp",
        "update.info.delete.mfa-totp stytch.member stytch.self",
    ),
    (
        "organizations.members.get_connected_apps",
        "get.connected-apps stytch.member stytch.self",
    ),
    ("organizations.members.reactivate", "create stytch.member"),
    ("organizations.members.search", "search stytch.member"),
    (
        "organizations.members.start_email_update",
        "update.info.email stytch.member stytch.self",
    ),
    (
        "organizations.members.unlink_retired_email",
        "update.info.unlink.retired-email stytch.member stytch.self",
    ),
    ("scim.connection.create", "create stytch.scim"),
    ("scim.connection.delete", "delete stytch.scim"),
    ("scim.connection.get", "get stytch.scim"),
    ("scim.connection.get_groups", "get stytch.scim"),
    ("scim.connection.rotate_cancel", "update stytch.scim"),
    ("scim.connection.rotate_complete", "update stytch.scim"),
    ("scim.connection.rotate_start", "update stytch.scim"),
    ("scim.connection.update", "update stytch.scim"),
    (
        "sessions.revoke",
        "revoke-sessions stytch.member stytch.self",
    ),
    ("sso.delete_connection", "delete stytch.sso"),
    ("sso.external.create_connection", "create stytch.sso"),
    ("sso.external.update_connection", "update stytch.sso"),
    ("sso.get_connections", "get stytch.sso"),
    ("sso.oidc.create_connection", "create stytch.sso"),
    ("sso.oidc.update_connection", "update stytch.sso"),
    ("sso.saml.create_connection", "create stytch.sso"),
    (
        "sso.saml.delete_encryption_private_key",
        "update stytch.sso",
    ),
    (
        "sso.saml.delete_verification_certificate",
        "update stytch.sso",
    ),
    ("sso.saml.update_by_url", "update stytch.sso"),
    ("sso.saml.update_connection", "update stytch.sso"),
];

/// The operations whose fields need actions, and those fields for which none is documented.
const FIELDS: [(&str, usize, &[&str]); 5] = [
    (
        "organizations.members.update",
        9,
        &["external_id", "preserve_existing_sessions", "unlink_email"],
    ),
    (
        "organizations.update",
        18,
        &[
            "allowed_first_party_connected_apps",
            "allowed_third_party_connected_apps",
            "claimed_email_domains",
            "first_party_connected_apps_allowed_type",
            "organization_external_id",
            "third_party_connected_apps_allowed_type",
        ],
    ),
    ("scim.connection.update", 1, &[]),
    ("sso.external.update_connection", 2, &[]),
    ("sso.saml.update_connection", 2, &[]),
];

fn methods() -> BTreeMap<String, Method> {
    let api = codegen::api(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()).unwrap();
    api.b2b
        .resources
        .iter()
        .flat_map(|resource| {
            resource
                .methods
                .iter()
                .map(move |method| (format!("{}.{}", resource.name, method.name), method.clone()))
        })
        .collect()
}

fn text(permission: &Permission) -> String {
    format!("{} {}", permission.action, permission.resources.join(" "))
}

#[test]
fn each_call_that_takes_a_member_session_says_what_it_needs() {
    let methods = methods();
    let session = |name| {
        let method = methods.get(name).unwrap_or_else(|| panic!("{name}"));
        method
            .traits
            .member_session
            .as_ref()
            .unwrap_or_else(|| panic!("{name}"))
    };
    for (name, needed) in CALLS {
        let permission = session(name).permission.as_ref().map(text);
        assert_eq!(permission.as_deref(), Some(needed), "{name}");
    }
    for name in UNDOCUMENTED {
        let session = session(name);
        assert!(
            session.permission.is_none() && session.fields.is_empty(),
            "{name}"
        );
    }
}

#[test]
fn updates_say_what_each_field_needs() {
    let methods = methods();
    let found: Vec<_> = methods
        .iter()
        .filter_map(|(name, method)| Some((name, method, method.traits.member_session.as_ref()?)))
        .filter(|(_, _, session)| !session.fields.is_empty())
        .map(|(name, method, session)| {
            let mut silent: Vec<_> = match session.permission {
                // The action of the call covers them.
                Some(_) => Vec::new(),
                None => method
                    .request
                    .iter()
                    .map(|field| field.wire.as_str())
                    .filter(|field| !method.path.contains(&format!("{{{field}}}")))
                    .filter(|field| {
                        !session
                            .fields
                            .iter()
                            .any(|(known, _)| known.value == **field)
                    })
                    .collect(),
            };
            silent.sort_unstable();
            (name.as_str(), session.fields.len(), silent)
        })
        .collect();
    let found: Vec<_> = found
        .iter()
        .map(|(name, count, silent)| (*name, *count, silent.as_slice()))
        .collect();
    assert_eq!(found, FIELDS);
    for name in ["organizations.update", "organizations.members.update"] {
        let session = methods
            .get(name)
            .unwrap()
            .traits
            .member_session
            .as_ref()
            .unwrap();
        let refused: Vec<_> = session
            .fields
            .iter()
            .filter(|(_, rule)| matches!(rule, FieldRule::Refused))
            .map(|(field, _)| field.value.as_str())
            .collect();
        assert_eq!(refused, ["trusted_metadata"], "{name}");
    }
}

#[test]
fn each_of_them_names_the_error_of_a_missing_permission() {
    for (name, method) in methods() {
        let named = method
            .errors
            .iter()
            .any(|(error, _)| error == "session_authorization_error");
        let asks = method.traits.member_session.is_some() || name == "sessions.authenticate";
        assert_eq!(named, asks, "{name}");
    }
}
