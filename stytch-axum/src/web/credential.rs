//! Where a request carries its credential.

use std::{fmt, ops::Range};

use http::{HeaderMap, HeaderValue, header::AUTHORIZATION, header::COOKIE};
use memchr::memchr_iter;

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
/// An `Authorization: Bearer` header decides alone: if there is one, cookies are not looked at, be it good or
/// bad. One of another scheme is as good as none.
#[derive(Clone, Copy, Debug)]
pub enum Presented<'r> {
    /// None.
    Nothing,
    /// `Authorization: Bearer …` (RFC 6750, section 2.1).
    Bearer(Credential<'r>),
    /// One of the session's cookies, or both.
    Cookies(SessionCookies<'r>),
}

/// The cookies of a session; at least one is there.
#[derive(Clone, Copy, Debug)]
pub struct SessionCookies<'r> {
    /// The session token, which the API alone can check.
    pub token: Option<Credential<'r>>,
    /// The session JWT, which is checked here.
    pub jwt: Option<Credential<'r>>,
}

/// A credential where it stands in a header. `Debug` does not show it.
#[derive(Clone, Copy)]
pub struct Credential<'r> {
    header: &'r HeaderValue,
    start: usize,
    text: &'r str,
}

impl<'r> Credential<'r> {
    /// The credential itself. Pass it on; don't log it.
    #[must_use]
    pub fn expose(self) -> &'r str {
        self.text
    }

    pub(crate) fn keep(self) -> Kept {
        Kept {
            header: self.header.clone(),
            place: self.start..self.start + self.text.len(),
        }
    }
}

impl fmt::Debug for Credential<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credential(***)")
    }
}

/// A credential that outlives its request. The bytes are those of the header: a copy would be one more to
/// make and to overwrite, and the header itself is never overwritten.
pub(crate) struct Kept {
    header: HeaderValue,
    place: Range<usize>,
}

impl Kept {
    pub(crate) fn expose(&self) -> &str {
        let bytes = self.header.as_bytes().get(self.place.clone());
        bytes
            .and_then(|bytes| str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }
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
    if let Some(token) = in_authorization(headers)? {
        return Ok(Presented::Bearer(token));
    }
    let token = in_cookies(headers, cookies.session_token_name())?;
    let jwt = in_cookies(headers, cookies.session_jwt_name())?;
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
    Ok(in_authorization(headers)?.map(Credential::expose))
}

fn in_authorization(headers: &HeaderMap) -> Result<Option<Credential<'_>>, Malformed> {
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let Some(header) = values.next() else {
        return Ok(None);
    };
    if values.next().is_some() {
        return Err(Malformed::Header);
    }
    let value = header.to_str().map_err(|_| Malformed::Header)?;
    let (scheme, token) = value.split_once(' ').unwrap_or((value, ""));
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Ok(None);
    }
    let text = token.trim_matches(' ');
    if is_token68(text) {
        // nothing stands behind the token but blanks
        let start = value.trim_end_matches(' ').len() - text.len();
        Ok(Some(Credential {
            header,
            start,
            text,
        }))
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
    Ok(in_cookies(headers, name)?.map(Credential::expose))
}

fn in_cookies<'r>(headers: &'r HeaderMap, name: &str) -> Result<Option<Credential<'r>>, Malformed> {
    let mut found = None;
    for header in headers.get_all(COOKIE) {
        let bytes = header.as_bytes();
        let mut start = 0;
        for end in memchr_iter(b';', bytes).chain([bytes.len()]) {
            let pair = bytes.get(start..end).unwrap_or_default().trim_ascii_end();
            let pair_end = start + pair.len();
            start = end + 1;
            let value = pair.trim_ascii_start().strip_prefix(name.as_bytes());
            let Some(value) = value.and_then(|rest| rest.strip_prefix(b"=")) else {
                continue;
            };
            let start = pair_end - value.len();
            if found.replace((header, start, value)).is_some() {
                return Err(Malformed::Cookie);
            }
        }
    }
    let Some((header, start, value)) = found.filter(|(_, _, value)| !value.is_empty()) else {
        return Ok(None);
    };
    match str::from_utf8(value) {
        Ok(text) if is_cookie_value(text) => Ok(Some(Credential {
            header,
            start,
            text,
        })),
        _ => Err(Malformed::Cookie),
    }
}

/// Whether a text can be the value of a cookie as it is (`cookie-octet`, RFC 6265, section 4.1.1).
pub(crate) fn is_cookie_value(text: &str) -> bool {
    each_byte(text, |byte| {
        byte.is_ascii_graphic() & !matches!(byte, b'"' | b',' | b';' | b'\\')
    })
}

/// Whether all bytes are good. All are looked at, so that it is done many at a time: what is asked about
/// is good nearly always.
fn each_byte(text: &str, is_good: impl Fn(u8) -> bool) -> bool {
    text.bytes().fold(true, |good, byte| good & is_good(byte))
}

/// Whether a text can be a credential (`token68`, RFC 9110, section 11.2).
fn is_token68(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    let is_of_token = |byte: u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'+' | b'/')
    };
    !body.is_empty() && each_byte(body, is_of_token)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let pairs = pairs.iter().map(|(name, value)| {
            let value = HeaderValue::from_static(value);
            (name.parse().unwrap(), value)
        });
        pairs.collect()
    }

    #[test]
    fn a_credential_is_kept_as_it_came() {
        for value in ["Bearer eyJ.a.b", "bearer   eyJ.a.b  "] {
            let headers = headers(&[("authorization", value)]);
            let found = in_authorization(&headers).unwrap().unwrap();
            assert_eq!(
                (found.expose(), found.keep().expose()),
                ("eyJ.a.b", "eyJ.a.b")
            );
        }
        for value in [
            "jwt=eyJ.a.b",
            "jwt=eyJ.a.b;",
            "theme=dark; jwt=eyJ.a.b; jwt2=x",
            " ;;theme=é;\t jwt=eyJ.a.b ;other",
        ] {
            let mut headers = headers(&[("cookie", "first=1")]);
            headers.append(COOKIE, HeaderValue::from_bytes(value.as_bytes()).unwrap());
            let found = in_cookies(&headers, "jwt").unwrap().unwrap();
            assert_eq!(
                (found.expose(), found.keep().expose()),
                ("eyJ.a.b", "eyJ.a.b")
            );
        }
    }

    #[test]
    fn what_a_request_presents_is_not_shown() {
        let cookies = CookieSettings::default();
        for headers in [
            headers(&[("authorization", "Bearer eyJ.a.b")]),
            headers(&[(
                "cookie",
                "stytch_session=eyJ.a.b; stytch_session_jwt=eyJ.a.b",
            )]),
        ] {
            let shown = format!("{:?}", presented(&headers, &cookies).unwrap());
            assert!(!shown.contains("eyJ"), "{shown}");
        }
    }
}
