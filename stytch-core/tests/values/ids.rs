//! Ids, as generated code declares them.

use std::collections::HashMap;

#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct OrganizationId(String);
stytch_core::id!(OrganizationId);

#[test]
fn prints_its_text() {
    let id = OrganizationId::from("organization-test-1");
    assert_eq!(id.to_string(), "organization-test-1");
    assert_eq!(format!("{id:?}"), "OrganizationId(\"organization-test-1\")");
    assert_eq!(format!("{id:>22}|"), "   organization-test-1|");
}

#[test]
fn comes_from_and_compares_with_text() {
    let id: OrganizationId = "a".parse().unwrap();
    assert_eq!(id, OrganizationId::from(&id));
    assert_eq!(id, OrganizationId::from(String::from("a")));
    assert_eq!(id, OrganizationId::from(&String::from("a")));
    assert_eq!(id, "a");
    assert_eq!(id, *"a");
    assert_eq!(id, String::from("a"));
    let owned = String::from("a");
    assert_eq!((*"a" == id, "a" == id, owned == id), (true, true, true));
    assert_eq!((id.as_ref(), id.as_str()), ("a", "a"));
    assert_eq!(HashMap::from([(id.clone(), 1)]).get("a"), Some(&1));
    assert_eq!(String::from(id.clone()), "a");
    assert_eq!(id.into_string(), "a");
}

#[test]
fn travels_as_text_of_any_form() {
    let id: OrganizationId = serde_json::from_str("\"\\u00fcber#1\"").unwrap();
    assert_eq!(id, "über#1");
    assert_eq!(serde_json::to_string(&id).unwrap(), "\"über#1\"");
}
