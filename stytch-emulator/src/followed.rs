//! The way of a browser through what leads to an app with a token, for tests.

use std::fmt;

use http::Uri;
use serde_json::Value;
use stytch_core::{ErrorType, Secret};

use crate::pages;
use crate::project::Output;
use crate::server;
use crate::shared::Shared;

/// Where a login at a provider has ended, or an impersonation begun: an address of the app, with a token in
/// its query.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Redirect {
    /// The whole address, as a browser would open it.
    pub url: String,
    /// What the token is for: `sso`, `oauth` or `discovery_oauth`; `multi_tenant_impersonation` of members
    /// and `impersonation` of users.
    pub token_type: String,
    /// The token, for the operation that ends the login.
    pub token: Secret,
}

impl Redirect {
    /// What an answer leads to, if it does not refuse.
    pub(crate) fn of(output: &Output) -> Result<Self, RedirectError> {
        let url = output.redirect_url().ok_or_else(|| refused(output))?;
        Ok(Self::to(url))
    }

    fn to(url: String) -> Self {
        let (_, query) = url.split_once('?').unwrap_or_default();
        let value = |name: &str| {
            let mut pairs = form_urlencoded::parse(query.as_bytes());
            let found = pairs.find(|(key, _)| key == name);
            found
                .map(|(_, value)| value.into_owned())
                .unwrap_or_default()
        };
        let (token_type, token) = (value("stytch_token_type"), value("token").into());
        Self {
            token_type,
            token,
            url,
        }
    }
}

/// Why a browser was not led to the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedirectError {
    status: u16,
    error_type: ErrorType,
    message: String,
}

impl RedirectError {
    /// The status of the answer that refused.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// What was refused.
    #[must_use]
    pub fn error_type(&self) -> &ErrorType {
        &self.error_type
    }

    pub(crate) fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for RedirectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            status,
            error_type,
            message,
        } = self;
        write!(f, "{status} {error_type}: {message}")
    }
}

impl std::error::Error for RedirectError {}

/// What says in such an address who is about to log in.
const HINTS: [&str; 2] = ["login_hint", "provider_login_hint"];

/// Opens an address where a login begins, as somebody.
pub(crate) fn follow(
    shared: &Shared,
    start_url: &str,
    login_hint: &str,
) -> Result<Redirect, RedirectError> {
    let odd = |message: String| RedirectError {
        status: 400,
        error_type: "bad_request".into(),
        message,
    };
    let uri: Uri = start_url
        .parse()
        .map_err(|error| odd(format!("{start_url}: {error}")))?;
    // whoever calls this decides who comes, whatever the app believes
    let pairs = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs.filter(|(name, _)| !HINTS.contains(&&**name)))
        .append_pair("login_hint", login_hint)
        .finish();
    let output = server::begin(shared, uri.path(), &query);
    let back = Redirect::of(&output)?;
    if back.url.starts_with(pages::CHOOSER) {
        return Err(odd(format!(
            "nobody is known as {login_hint}, and it is no address"
        )));
    }
    Ok(back)
}

fn refused(output: &Output) -> RedirectError {
    let body = output.json();
    let text = |name: &str| {
        let text = body.get(name).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    RedirectError {
        status: output.status,
        error_type: text("error_type").into(),
        message: text("error_message"),
    }
}
