//! Which questions about an error say yes.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use stytch_core::{
    AuthorizationError, Claim, Error, ErrorKind, ErrorType, TokenError,
    testing::{self, ErrorBuilder},
};

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

fn holds(error: ErrorBuilder) -> Vec<&'static str> {
    what_holds(&error.build())
}

fn refusal(status: u16, error_type: Option<&str>) -> ErrorBuilder {
    let error = testing::error().status(status);
    match error_type {
        Some(error_type) => error.error_type(error_type),
        None => error,
    }
}

#[test]
fn every_error_type_is_decided() {
    for line in TABLE.lines() {
        let mut words = line.split_whitespace();
        let name = words.next().unwrap();
        let status = words.next().unwrap().parse().unwrap();
        let mut expected: Vec<_> = words.collect();
        let known = ErrorType::from(name);
        assert!(
            !matches!(known, ErrorType::Unknown(_)),
            "no such type: {name}"
        );
        let error = refusal(status, Some(name)).build();
        if name == "session_not_found" {
            expected.push("is_type");
        }
        let mut found = what_holds(&error);
        expected.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, expected, "{name}");
        let guard = |error: &Error| {
            [
                error.needs_login(),
                error.is_forbidden(),
                error.is_bad_credentials(),
            ]
        };
        let moves = guard(&error);
        assert!(moves.iter().filter(|holds| **holds).count() <= 1, "{name}");
        // the name decides, not the status that it comes with today
        for status in [400, 401, 403, 404, 429] {
            let other = refusal(status, Some(name)).build();
            assert_eq!(guard(&other), moves, "{name} {status}");
        }
    }
}

#[test]
fn a_name_that_is_not_known_is_nobodys_login() {
    for name in [None, Some("brand_new")] {
        assert_eq!(holds(refusal(400, name)), [""; 0]);
        assert_eq!(holds(refusal(401, name)), [""; 0]);
        assert_eq!(holds(refusal(403, name)), ["is_forbidden"]);
        assert_eq!(holds(refusal(404, name)), ["is_not_found"]);
        assert_eq!(holds(refusal(409, name)), ["is_conflict"]);
        let mut throttled = vec!["is_rate_limited", "is_retryable"];
        // without a reason it may be of something on the way
        throttled.extend(name.is_none().then_some("may_have_acted"));
        assert_eq!(holds(refusal(429, name)), throttled);
        assert_eq!(
            holds(refusal(503, name)),
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
        let error = error().operation(operation);
        assert_eq!(holds(error), ["needs_login"], "{operation}");
    }
    for operation in [
        "sessions.authenticate",
        "magic_links.authenticate",
        "users.get",
    ] {
        let error = error().operation(operation);
        assert_eq!(holds(error), ["is_bad_credentials"], "{operation}");
    }
}

#[test]
fn of_saml_shield_the_status_tells_whose_move_it_is() {
    let told = |status, name| {
        let error = refusal(status, name).operation("saml_shield.validate");
        holds(error)
    };
    // names of the API say nothing here, whatever they mean there
    for name in [
        None,
        Some("brand_new"),
        Some("session_not_found"),
        Some("session_authorization_error"),
    ] {
        for (status, expected) in [
            (400, &["needs_login"][..]),
            (401, &["is_bad_credentials"]),
            (402, &[]),
            (403, &["is_bad_credentials"]),
            (404, &["is_not_found"]),
            (405, &[]),
            (409, &["needs_login", "is_conflict"]),
            (413, &["needs_login"]),
            (415, &[]),
            (422, &["needs_login"]),
            (500, &["is_server_error", "is_retryable", "may_have_acted"]),
            (503, &["is_server_error", "is_retryable", "may_have_acted"]),
        ] {
            let mut found = told(status, name);
            found.retain(|predicate| *predicate != "is_type");
            assert_eq!(found, expected, "{status} {name:?}");
        }
    }
    let wrong = Some("unauthorized_credentials");
    assert_eq!(told(400, wrong), ["is_bad_credentials"]);
    let busy = Some("too_many_requests");
    assert_eq!(told(400, busy), ["is_rate_limited", "is_retryable"]);
    assert_eq!(told(429, busy), ["is_rate_limited", "is_retryable"]);
}

#[test]
fn local_refusals_are_told_apart() {
    let error = testing::error;
    let token = error().token(TokenError::InvalidSignature);
    assert_eq!(holds(token), ["needs_login"]);
    let right = error().authorization(AuthorizationError::NotPermitted);
    assert_eq!(holds(right), ["is_forbidden"]);
}

#[test]
fn a_check_that_can_not_be_made_is_never_the_persons_failure() {
    let failure = |kind| testing::error().kind(kind);
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
        (failure(ErrorKind::Connect), &["is_retryable"]),
        (failure(ErrorKind::Timeout), &["is_timeout", "is_retryable"]),
        (failure(ErrorKind::Decode), &[]),
    ] {
        let error = fetch.check_unavailable().build();
        assert_eq!(what_holds(&error), expected, "{error}");
    }
}

#[test]
fn what_failed_a_check_stands_in_its_one_line() {
    let error = refusal(404, Some("project_not_found"))
        .message("No such project.")
        .request_id("req-1")
        .operation("rbac.policy")
        .attempts(2)
        .check_unavailable()
        .build();
    assert_eq!(
        error.to_string(),
        "check_unavailable: the key set could not be fetched \
         (rbac.policy, HTTP 404, request id req-1, 2 attempts): project_not_found: No such project."
    );
}

#[test]
fn a_refusal_of_a_token_reads_as_a_sentence() {
    let error = TokenError::MissingClaim(Claim::Expiry);
    assert_eq!(error.to_string(), "the token has no claim `exp`");
    assert_eq!(error.as_str(), "missing_claim");
}
