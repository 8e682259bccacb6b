//! Project id and secret, and the header they make.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use http::HeaderValue;
use zeroize::Zeroizing;

use super::Environment;
use crate::{Error, Secret};

/// Checks the credentials and makes the value of the `Authorization` header, which prints as
/// `Sensitive`.
///
/// What is refused here would otherwise show up as a refused login: a line break from a file, a
/// stray blank, an environment variable that is set but empty, the two halves in one text.
pub(super) fn basic(project_id: &str, secret: &Secret) -> Result<HeaderValue, Error> {
    check("project_id", "the project id", project_id)?;
    check("secret", "the secret", secret.expose())?;
    if project_id.contains(':') {
        return Err(Error::configuration(
            "project_id",
            "the project id holds a colon, which would cut it off from the secret",
        ));
    }
    let pair = Zeroizing::new(format!("{project_id}:{}", secret.expose()));
    let header = Zeroizing::new(format!("Basic {}", BASE64_STANDARD.encode(pair.as_bytes())));
    let mut value = HeaderValue::from_str(&header)
        .map_err(|_| Error::configuration("secret", "the credentials don't fit into a header"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// Checks the token that a service beside the API knows the app by, and makes the value of the
/// `Authorization` header (RFC 6750, section 2.1), which prints as `Sensitive`.
#[cfg(feature = "saml-shield")]
pub(crate) fn bearer(
    setting: &'static str,
    name: &str,
    token: &Secret,
) -> Result<HeaderValue, Error> {
    check(setting, name, token.expose())?;
    let header = Zeroizing::new(format!("Bearer {}", token.expose()));
    // a header would take letters beyond ASCII, which no token has
    let mut value = HeaderValue::from_str(&header)
        .ok()
        .filter(|_| token.expose().is_ascii())
        .ok_or_else(|| {
            let why = format!("{name} holds a character that tokens don't have");
            Error::configuration(setting, why)
        })?;
    value.set_sensitive(true);
    Ok(value)
}

/// Checks the token that stands in links. A secret in its place would be shown to every browser, and
/// one of the other environment opens nothing.
pub(super) fn check_public_token(token: &str, environment: Environment) -> Result<(), Error> {
    let refuse = |why| Err(Error::configuration("public_token", why));
    check("public_token", "the public token", token)?;
    let Some(rest) = token.strip_prefix("public-token-") else {
        return refuse("the public token must begin with `public-token-`");
    };
    let other = match environment {
        Environment::Live => "test-",
        Environment::Test => "live-",
    };
    if rest.starts_with(other) {
        return refuse("the public token belongs to the other environment than the project id");
    }
    Ok(())
}

fn check(setting: &'static str, name: &str, text: &str) -> Result<(), Error> {
    let why = if text.is_empty() {
        "is empty"
    } else if text.contains(['\r', '\n']) {
        "holds a line break"
    } else if text.contains(char::is_whitespace) {
        "holds white space"
    } else if text.contains(char::is_control) {
        "holds a control character"
    } else {
        return Ok(());
    };
    Err(Error::configuration(setting, format!("{name} {why}")))
}
