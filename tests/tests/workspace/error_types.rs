//! The error types that the spec's methods name are known to the library by name.

use std::collections::BTreeSet;

use crate::support::samples;
use stytch_core::ErrorType;

#[test]
fn every_error_type_of_the_spec_is_a_variant() {
    let names: BTreeSet<&str> = samples::operations()
        .flat_map(|(_, _, method)| &method.errors)
        .map(|(name, _)| name.as_str())
        .collect();
    assert!(names.len() > 80, "{} names", names.len());
    let unknown: Vec<_> = names
        .into_iter()
        .filter(|name| matches!(ErrorType::from(*name), ErrorType::Unknown(_)))
        .collect();
    assert!(unknown.is_empty(), "add to `ErrorType`: {unknown:?}");
}

/// Each name, with the predicates that hold: `stytch-core/tests/errors` goes by it.
const DECIDED: &str = include_str!("../../../stytch-core/tests/errors/table.txt");

#[test]
fn it_is_decided_of_every_error_type_what_a_guard_does() {
    let decided: BTreeSet<_> = DECIDED
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let known: BTreeSet<_> = samples::api().errors.iter().map(|it| &*it.wire).collect();
    assert_eq!(decided, known);
}
