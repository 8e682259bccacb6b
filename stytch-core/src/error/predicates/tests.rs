use std::collections::BTreeMap;

use super::*;
use crate::error::{ApiBody, AuthorizationError, TokenError};

/// Each name, the status that it comes with, and the predicates that hold.
const TABLE: &str = include_str!("table.txt");

type Predicate = fn(&Error) -> bool;

const PREDICATES: [(&str, Predicate); 12] = [
    ("needs_login", Error::needs_login),
    ("is_bad_credentials", Error::is_bad_credentials),
    ("is_forbidden", Error::is_forbidden),
    ("is_not_found", Error::is_not_found),
    ("is_conflict", Error::is_conflict),
    ("is_rate_limited", Error::is_rate_limited),
    ("is_server_error", Error::is_server_error),
    ("is_timeout", Error::is_timeout),
    ("is_connect", Error::is_connect),
    ("is_retryable", Error::is_retryable),
    ("may_have_acted", Error::may_have_acted),
    ("is_type", |error| error.is_type("session_not_found")),
];

fn what_holds(error: &Error) -> Vec<&'static str> {
    let holding = PREDICATES.iter().filter(|(_, holds)| holds(error));
    holding.map(|(name, _)| *name).collect()
}

fn refusal(status: u16, error_type: Option<&str>) -> Error {
    let body = ApiBody {
        error_type: error_type.map(ErrorType::from),
        ..ApiBody::default()
    };
    Error::api(StatusCode::from_u16(status).unwrap(), body).with_attempts(1)
}

#[test]
fn every_error_type_is_decided() {
    let mut table: BTreeMap<_, _> = TABLE
        .lines()
        .map(|line| {
            let mut words = line.split_whitespace();
            let name = words.next().unwrap();
            let status = words.next().unwrap().parse().unwrap();
            (name, (status, words.collect::<Vec<_>>()))
        })
        .collect();
    for listed in ErrorType::LISTED {
        let name = listed.as_str();
        let (status, mut expected) = table.remove(name).unwrap_or_else(|| panic!("{name}"));
        let error = refusal(status, Some(name));
        if name == "session_not_found" {
            expected.push("is_type");
        }
        let mut found = what_holds(&error);
        expected.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, expected, "{name}");
        let guard = [
            error.needs_login(),
            error.is_forbidden(),
            error.is_bad_credentials(),
        ];
        assert!(guard.iter().filter(|holds| **holds).count() <= 1, "{name}");
        // the name decides, not the status that it comes with today
        for status in [400, 401, 403, 404, 429] {
            let other = refusal(status, Some(name));
            assert_eq!(
                [
                    other.needs_login(),
                    other.is_forbidden(),
                    other.is_bad_credentials()
                ],
                guard,
                "{name} {status}"
            );
        }
    }
    assert_eq!(
        table.into_keys().collect::<Vec<_>>(),
        [""; 0],
        "no such types"
    );
}

#[test]
fn a_name_that_is_not_known_is_nobodys_login() {
    for name in [None, Some("brand_new")] {
        assert_eq!(what_holds(&refusal(400, name)), [""; 0]);
        assert_eq!(what_holds(&refusal(401, name)), [""; 0]);
        assert_eq!(what_holds(&refusal(403, name)), ["is_forbidden"]);
        assert_eq!(what_holds(&refusal(404, name)), ["is_not_found"]);
        assert_eq!(what_holds(&refusal(409, name)), ["is_conflict"]);
        let mut throttled = vec!["is_rate_limited", "is_retryable"];
        // without a reason it may be of something on the way
        throttled.extend(name.is_none().then_some("may_have_acted"));
        assert_eq!(what_holds(&refusal(429, name)), throttled);
        assert_eq!(
            what_holds(&refusal(503, name)),
            ["is_server_error", "is_retryable", "may_have_acted"]
        );
    }
}

#[test]
fn where_a_password_is_checked_the_one_name_means_the_password() {
    let error = || refusal(401, Some("unauthorized_credentials"));
    for operation in [
        "passwords.authenticate",
        "passwords.existing_password.reset",
    ] {
        let error = error().with_operation(operation);
        assert_eq!(what_holds(&error), ["needs_login"], "{operation}");
    }
    for operation in [
        "sessions.authenticate",
        "magic_links.authenticate",
        "users.get",
    ] {
        let error = error().with_operation(operation);
        assert_eq!(what_holds(&error), ["is_bad_credentials"], "{operation}");
    }
}

#[test]
fn local_refusals_are_told_apart() {
    let token = Error::token(TokenError::InvalidSignature);
    assert_eq!(what_holds(&token), ["needs_login"]);
    let right = Error::authorization(AuthorizationError::NotPermitted);
    assert_eq!(what_holds(&right), ["is_forbidden"]);
}

#[test]
fn a_check_that_can_not_be_made_is_never_the_persons_failure() {
    let connect = || Error::new(ErrorKind::Connect, "no");
    for (fetch, expected) in [
        (
            refusal(401, Some("unauthorized_credentials")),
            &["is_bad_credentials"][..],
        ),
        (refusal(403, Some("session_authorization_error")), &[]),
        (refusal(403, None), &[]),
        (refusal(404, Some("session_not_found")), &["is_type"]),
        (
            refusal(404, Some("project_not_found")),
            &["is_bad_credentials"],
        ),
        (refusal(404, None), &[]),
        (refusal(409, None), &[]),
        (refusal(429, None), &["is_rate_limited", "is_retryable"]),
        (refusal(503, None), &["is_server_error", "is_retryable"]),
        (connect(), &["is_retryable"]),
        (
            connect().with_timed_out(true),
            &["is_timeout", "is_retryable"],
        ),
        (connect().with_untrusted(true), &[]),
        (
            Error::new(ErrorKind::Timeout, "no"),
            &["is_timeout", "is_retryable"],
        ),
        (Error::new(ErrorKind::Decode, "no"), &[]),
    ] {
        let error = Error::check_unavailable("the policy", fetch);
        assert_eq!(what_holds(&error), expected, "{error}");
    }
}

#[test]
fn what_failed_a_check_stands_in_its_one_line() {
    let body = ApiBody {
        error_type: Some(ErrorType::ProjectNotFound),
        message: "No such project.".to_owned(),
        request_id: Some("req-1".into()),
        ..ApiBody::default()
    };
    let fetch = |body| Error::api(StatusCode::NOT_FOUND, body).with_operation("rbac.policy");
    let error = Error::check_unavailable("the policy", fetch(body).with_attempts(2));
    assert_eq!(
        error.to_string(),
        "check_unavailable: the policy could not be fetched \
         (rbac.policy, HTTP 404, request id req-1, 2 attempts): project_not_found: No such project."
    );
    let broken = std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
    let fetch = Error::new(ErrorKind::Connect, "no connection could be made").with_source(broken);
    let error = Error::check_unavailable("the key set", fetch.with_attempts(1));
    assert_eq!(
        error.to_string(),
        "check_unavailable: the key set could not be fetched: \
         connect: no connection could be made: connection refused"
    );
}
