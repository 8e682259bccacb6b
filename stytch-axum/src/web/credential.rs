//! Where a request carries its credential.

use http::{HeaderMap, header::AUTHORIZATION, header::COOKIE};

use super::CookieSettings;

/// Where the credential of a request was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// In `Authorization: Bearer …`. No browser sends it by itself, so that another site can't have
    /// made the request.
    Header,
    /// In cookies, which a browser sends along whoever made the request: such a session may write only
    /// if the request comes from the app's own pages.
    Cookie,
}

/// The credential that a request presents.
///
/// A header decides alone: if there is one, cookies are not looked at, be the header good or bad.
#[derive(Clone, Copy, Debug)]
pub enum Presented<'r> {
    /// None.
    Nothing,
    /// `Authorization: Bearer …` (RFC 6750, section 2.1).
    Bearer(&'r str),
    /// One of the session's cookies, or both.
    Cookies(SessionCookies<'r>),
}

/// The cookies of a session; at least one is there.
#[derive(Clone, Copy, Debug)]
pub struct SessionCookies<'r> {
    /// The session token, which the API alone can check.
    pub token: Option<&'r str>,
    /// The session JWT, which is checked here.
    pub jwt: Option<&'r str>,
}

/// Why the credential of a request can't be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Malformed {
    /// There is more than one `Authorization` header, or one that is not
    /// `Bearer` and a token (RFC 6750, section 2.1).
    Header,
    /// A cookie of the session comes twice, as when a neighbouring subdomain has set one of the same
    /// name, or its value has characters that none can have (RFC 6265, section 4.1.1).
    Cookie,
}

/// The credential that a request for a session presents.
///
/// # Errors
/// When there are several, or what is there is no credential.
pub fn presented<'r>(
    headers: &'r HeaderMap,
    cookies: &CookieSettings,
) -> Result<Presented<'r>, Malformed> {
    if let Some(token) = bearer(headers)? {
        return Ok(Presented::Bearer(token));
    }
    let token = cookie(headers, cookies.session_token_name())?;
    let jwt = cookie(headers, cookies.session_jwt_name())?;
    Ok(if token.is_some() || jwt.is_some() {
        Presented::Cookies(SessionCookies { token, jwt })
    } else {
        Presented::Nothing
    })
}

/// The token of `Authorization: Bearer …`. Other schemes are none of this crate's business.
///
/// # Errors
/// [`Malformed::Header`].
pub fn bearer(headers: &HeaderMap) -> Result<Option<&str>, Malformed> {
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let Some(value) = values.next() else {
        return Ok(None);
    };
    if values.next().is_some() {
        return Err(Malformed::Header);
    }
    let value = value.to_str().map_err(|_| Malformed::Header)?;
    let (scheme, token) = value.split_once(' ').unwrap_or((value, ""));
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Ok(None);
    }
    let token = token.trim_matches(' ');
    if is_token68(token) {
        Ok(Some(token))
    } else {
        Err(Malformed::Header)
    }
}

/// The value of a cookie; one that is empty, as deleted cookies are for some clients, is none.
///
/// HTTP/2 allows several `Cookie` headers (RFC 9113, section 8.2.3), and cookies of others may have
/// any bytes, so that neither is a reason to refuse.
///
/// # Errors
/// [`Malformed::Cookie`].
pub fn cookie<'r>(headers: &'r HeaderMap, name: &str) -> Result<Option<&'r str>, Malformed> {
    let mut found = None;
    for header in headers.get_all(COOKIE) {
        for pair in header.as_bytes().split(|byte| *byte == b';') {
            let pair = pair.trim_ascii();
            let Some(rest) = pair.strip_prefix(name.as_bytes()) else {
                continue;
            };
            let Some(value) = rest.strip_prefix(b"=") else {
                continue;
            };
            if found.replace(value).is_some() {
                return Err(Malformed::Cookie);
            }
        }
    }
    let Some(value) = found.filter(|value| !value.is_empty()) else {
        return Ok(None);
    };
    match str::from_utf8(value) {
        Ok(value) if is_cookie_value(value) => Ok(Some(value)),
        _ => Err(Malformed::Cookie),
    }
}

/// Whether a text can be the value of a cookie as it is (`cookie-octet`, RFC 6265, section 4.1.1).
pub(crate) fn is_cookie_value(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b',' | b';' | b'\\'))
}

/// Whether a text can be a credential (`token68`, RFC 9110, section 11.2).
fn is_token68(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    let is_of_token = |byte: u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'+' | b'/')
    };
    !body.is_empty() && body.bytes().all(is_of_token)
}
