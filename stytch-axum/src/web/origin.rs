//! Whether a request comes from the app's own pages.

use http::{
    HeaderMap, HeaderName, HeaderValue, Method, Uri,
    header::{HOST, ORIGIN, UPGRADE},
    request::Parts,
    uri::Authority,
};

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Further origins whose pages may write with the cookies of a session, beside that which the request
/// is sent to.
#[derive(Clone, Debug, Default)]
pub struct Origins(Vec<HeaderValue>);

impl Origins {
    /// Adds one, such as `https://app.example.com`.
    ///
    /// # Panics
    /// When it is no origin: a scheme, a host and, perhaps, a port, without a path.
    pub fn add(&mut self, origin: &str) {
        let parsed = origin.parse::<Uri>().ok().filter(|uri| {
            let is_bare = !origin.ends_with('/') && uri.path() == "/" && uri.query().is_none();
            let has_user = uri
                .authority()
                .is_some_and(|authority| authority.as_str().contains('@'));
            is_bare && !has_user && matches!(uri.scheme_str(), Some("http" | "https"))
        });
        let value = HeaderValue::try_from(origin.to_ascii_lowercase());
        match (parsed, value) {
            (Some(_), Ok(value)) => self.0.push(value),
            _ => panic!("`{origin}` is no origin"),
        }
    }

    /// Whether a request may write with a session that came by cookie: it reads only, or it comes from
    /// the app's own pages, by what the browser says in `Sec-Fetch-Site`
    /// ([Fetch Metadata](https://www.w3.org/TR/fetch-metadata/)) or in `Origin`
    /// ([Fetch](https://fetch.spec.whatwg.org/#origin-header)).
    #[must_use]
    pub fn may_write(&self, request: &Parts) -> bool {
        is_safe(request) || self.is_own(&request.uri, &request.headers)
    }

    /// Whether the browser says that a page of the app has made the request. One without either header
    /// does not come from a browser of the last years, or not from a page.
    #[must_use]
    pub fn is_own(&self, uri: &Uri, headers: &HeaderMap) -> bool {
        let Ok(site) = only(headers, &SEC_FETCH_SITE) else {
            return false;
        };
        if site.is_some_and(|site| site == "same-origin") {
            return true;
        }
        let Ok(Some(origin)) = only(headers, &ORIGIN) else {
            return false;
        };
        if self.0.contains(origin) {
            return true;
        }
        // the browser has compared already, and better
        site.is_none() && is_of_host(origin, uri, headers)
    }
}

/// Whether the request reads only (RFC 9110, section 9.2.1). One that opens a WebSocket does not:
/// what is written comes later.
#[must_use]
pub fn is_safe(request: &Parts) -> bool {
    let is_safe = matches!(
        request.method,
        Method::GET | Method::HEAD | Method::OPTIONS | Method::TRACE
    );
    is_safe && !request.headers.contains_key(UPGRADE)
}

/// Whether the host is this machine, where there is no TLS.
#[must_use]
pub fn is_loopback(uri: &Uri, headers: &HeaderMap) -> bool {
    host(uri, headers).is_some_and(|authority| is_loopback_host(authority.host()))
}

pub(crate) fn is_loopback_host(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]") || host.ends_with(".localhost")
}

/// Whether the origin is the host that the request is sent to; over TLS, since cookies are not sent
/// otherwise, but for loopback.
fn is_of_host(origin: &HeaderValue, uri: &Uri, headers: &HeaderMap) -> bool {
    let Some(host) = host(uri, headers) else {
        return false;
    };
    let Ok(origin) = origin.to_str() else {
        return false;
    };
    let (origin, default_port) = match origin.split_once("://") {
        Some(("https", origin)) => (origin, 443),
        Some(("http", origin)) if is_loopback_host(host.host()) => (origin, 80),
        _ => return false,
    };
    let Ok(origin) = origin.parse::<Authority>() else {
        return false;
    };
    origin.host().eq_ignore_ascii_case(host.host())
        && origin.port_u16().unwrap_or(default_port) == host.port_u16().unwrap_or(default_port)
}

/// The host that a request is sent to, if it says so in one way.
fn host(uri: &Uri, headers: &HeaderMap) -> Option<Authority> {
    let of_header = match only(headers, &HOST).ok()? {
        Some(value) => Some(value.to_str().ok()?.parse::<Authority>().ok()?),
        None => None,
    };
    match (uri.authority(), of_header) {
        (Some(of_uri), Some(of_header)) => (*of_uri == of_header).then_some(of_header),
        (Some(of_uri), None) => Some(of_uri.clone()),
        (None, of_header) => of_header,
    }
}

/// The value of a header that may come once.
fn only<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Result<Option<&'h HeaderValue>, ()> {
    let mut values = headers.get_all(name).iter();
    let value = values.next();
    if values.next().is_some() {
        Err(())
    } else {
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderName, HeaderValue, Uri};

    use super::{Origins, is_loopback};

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let pairs = pairs.iter().map(|(name, value)| {
            (
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )
        });
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(name, value);
        }
        headers
    }

    #[test]
    fn a_host_that_is_said_in_two_ways_is_none() {
        let origin = ("origin", "https://app.example.com");
        for (uri, hosts, is_own) in [
            ("/", &[("host", "app.example.com")][..], true),
            ("/", &[("host", "APP.example.com:443")], true),
            ("https://app.example.com/", &[], true),
            (
                "https://app.example.com/",
                &[("host", "app.example.com")],
                true,
            ),
            ("/", &[], false),
            ("/", &[("host", "")], false),
            (
                "/",
                &[("host", "app.example.com"), ("host", "app.example.com")],
                false,
            ),
            (
                "/",
                &[("host", "evil.example"), ("host", "app.example.com")],
                false,
            ),
            ("/", &[("host", "app.example.com, evil.example")], false),
            (
                "https://evil.example/",
                &[("host", "app.example.com")],
                false,
            ),
            (
                "https://app.example.com/",
                &[("host", "evil.example")],
                false,
            ),
        ] {
            let mut headers = headers(hosts);
            headers.insert("origin", HeaderValue::from_static(origin.1));
            let uri = Uri::from_static(uri);
            assert_eq!(
                Origins::default().is_own(&uri, &headers),
                is_own,
                "{uri} {hosts:?}"
            );
        }
    }

    #[test]
    fn a_loopback_host_is_one_by_name() {
        for (host, is_it) in [
            ("localhost", true),
            ("127.0.0.1:3000", true),
            ("[::1]:3000", true),
            ("127.0.0.2", false),
            ("localhost.example.com", false),
            ("evil.example", false),
        ] {
            assert_eq!(
                is_loopback(&Uri::from_static("/"), &headers(&[("host", host)])),
                is_it
            );
        }
    }

    #[test]
    fn what_is_no_origin_is_found_at_the_start() {
        for origin in [
            "",
            "app.example.com",
            "https://",
            "https://app.example.com/",
            "https://app.example.com/path",
            "https://app.example.com?query",
            "https://user@app.example.com",
            "ftp://app.example.com",
            "null",
            "*",
        ] {
            let add = || Origins::default().add(origin);
            assert!(std::panic::catch_unwind(add).is_err(), "{origin}");
        }
        Origins::default().add("http://localhost:3000");
    }
}
