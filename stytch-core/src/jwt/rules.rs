//! What the claims of a token are held against: who made it, for whom, and when.

use std::time::Duration;

use super::Claims;
use crate::{Timestamp, TokenError, clock::since_epoch};

/// Who makes tokens for a project, and for whom.
#[derive(Debug)]
pub(crate) struct Expected {
    project_id: String,
    /// The project by its id, the base URL, and those that the app accepts.
    issuers: Vec<String>,
}

impl Expected {
    /// Tokens that are made through a domain of the project name it as their issuer, without a
    /// slash at its end.
    pub(crate) fn new(project_id: &str, base_url: &str, accepted: Vec<String>) -> Self {
        let mut issuers = accepted;
        issuers.push(base_url.to_owned());
        for issuer in &mut issuers {
            issuer.truncate(issuer.trim_end_matches('/').len());
        }
        issuers.retain(|issuer| !issuer.is_empty());
        issuers.insert(0, format!("stytch.com/{project_id}"));
        Self {
            project_id: project_id.to_owned(),
            issuers,
        }
    }

    /// Whether a token was made by the project.
    pub(crate) fn check_issuer(&self, issuer: &str) -> Result<(), TokenError> {
        if self.issuers.iter().any(|accepted| *accepted == issuer) {
            Ok(())
        } else {
            Err(TokenError::WrongIssuer)
        }
    }

    /// Whether it was made for the project.
    pub(crate) fn check_audience<'t>(
        &self,
        mut audience: impl Iterator<Item = &'t str>,
    ) -> Result<(), TokenError> {
        if audience.any(|audience| audience == self.project_id) {
            Ok(())
        } else {
            Err(TokenError::WrongAudience)
        }
    }
}

/// What one call allows.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Limits {
    /// How far the clock of this machine may be off.
    pub(crate) leeway: Duration,
    /// How old a token may be, counted from when it was made. At this age it is too old; zero means
    /// that every token is.
    pub(crate) max_age: Option<Duration>,
}

/// When a token, and what it stands for, is valid. All times count from the start of 1970.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Life {
    not_before: Duration,
    issued: Duration,
    expires: Duration,
    /// When the session ends, if the token says so.
    session_expires: Option<Duration>,
}

impl Life {
    /// The life of a token, and of the session that it stands for.
    pub(crate) fn new(claims: &Claims<'_>, session_expires: Option<Timestamp>) -> Self {
        Self {
            not_before: claims.not_before,
            issued: claims.issued,
            expires: claims.expires,
            session_expires: session_expires.map(since_epoch),
        }
    }

    /// The life of a token as far as somebody else tells it.
    pub(crate) fn told(
        not_before: Option<Timestamp>,
        issued: Option<Timestamp>,
        expires: Option<Timestamp>,
    ) -> Self {
        Self {
            not_before: not_before.map_or(Duration::ZERO, since_epoch),
            issued: issued.map_or(Duration::ZERO, since_epoch),
            expires: expires.map_or(Duration::MAX, since_epoch),
            session_expires: None,
        }
    }

    /// Whether the token is valid `now`. It begins with the second of `nbf` and ends before the
    /// second of `exp` (RFC 7519, sections 4.1.4 and 4.1.5).
    ///
    /// The leeway does not concern the age rule, which is the caller's own.
    pub(crate) fn check(&self, now: Duration, limits: Limits) -> Result<(), TokenError> {
        let Limits { leeway, max_age } = limits;
        let later = now.saturating_add(leeway);
        if later < self.not_before || later < self.issued {
            return Err(TokenError::NotYetValid);
        }
        if now >= self.expires.saturating_add(leeway) {
            return Err(TokenError::Expired);
        }
        if self
            .session_expires
            .is_some_and(|end| now >= end.saturating_add(leeway))
        {
            return Err(TokenError::SessionExpired);
        }
        if max_age.is_some_and(|max| now.saturating_sub(self.issued) >= max) {
            return Err(TokenError::TooOld);
        }
        Ok(())
    }
}
