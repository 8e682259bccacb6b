//! Project id and secret, and the header they make.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use http::HeaderValue;
use zeroize::Zeroizing;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_a_header_that_does_not_print() {
        let header = basic("project-test-1", &"secret-test-2".into()).unwrap();
        assert_eq!(header, "Basic cHJvamVjdC10ZXN0LTE6c2VjcmV0LXRlc3QtMg==");
        assert_eq!(format!("{header:?}"), "Sensitive");
    }

    #[test]
    fn refuses_credentials_that_can_not_be_meant() {
        for (id, secret, field, message) in [
            ("", "s", "project_id", "the project id is empty"),
            ("p", "", "secret", "the secret is empty"),
            (" ", "s", "project_id", "the project id holds white space"),
            (
                "p\n",
                "s",
                "project_id",
                "the project id holds a line break",
            ),
            ("p", "s\r\n", "secret", "the secret holds a line break"),
            ("p", "s t", "secret", "the secret holds white space"),
            ("p", "s\0", "secret", "the secret holds a control character"),
            ("p:s", "s", "project_id", "the project id holds a colon"),
        ] {
            let error = basic(id, &secret.into()).unwrap_err();
            assert_eq!(error.field(), Some(field));
            assert!(error.message().starts_with(message), "{error}");
        }
    }

    #[test]
    fn a_secret_may_hold_a_colon_and_any_letter() {
        assert!(basic("p", &"a:b-é".into()).is_ok());
    }
}
