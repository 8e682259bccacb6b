//! Which addresses a client talks to.

use reqwest::Url;

use super::Environment;
use crate::Error;

/// The address of an API, parsed once, with everything that the addresses of its calls share.
#[derive(Clone, Debug)]
pub(crate) struct BaseUrl {
    url: Url,
    /// Without a slash at the end.
    text: String,
}

impl BaseUrl {
    /// The whole of it, without a slash at the end.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The host, without the port.
    pub(crate) fn host(&self) -> &str {
        self.url.host_str().unwrap_or_default()
    }

    /// The port, whether it stands in the address or follows from the scheme.
    pub(crate) fn port(&self) -> Option<u16> {
        self.url.port_or_known_default()
    }

    /// Whether what is sent there stays on this machine, and is not encrypted.
    pub(super) fn is_plain_loopback(&self) -> bool {
        self.url.scheme() == "http" && is_loopback(&self.url)
    }

    /// Whether it is one of the vendor's own, of either environment.
    pub(super) fn is_vendor(&self) -> bool {
        [Environment::Live, Environment::Test]
            .iter()
            .any(|environment| environment.base_url() == self.text)
    }

    /// What comes before the path of every call, without a slash at the end; empty as a rule.
    pub(crate) fn prefix(&self) -> &str {
        self.url.path().trim_end_matches('/')
    }

    /// The address of a call, from its path, prefix included. It is escaped already, so the parser
    /// must leave it as it is.
    pub(crate) fn with(&self, path: &str) -> Result<Url, Error> {
        let mut url = self.url.clone();
        url.set_path(path);
        if url.path() == path {
            Ok(url)
        } else {
            Err(Error::invalid_request(
                "path",
                "the path does not survive being parsed",
            ))
        }
    }
}

/// Checks the address of an API. A path prefix is kept.
pub(super) fn check(setting: &'static str, text: &str, allow_http: bool) -> Result<BaseUrl, Error> {
    let refuse = |why: &'static str| Error::configuration(setting, why);
    let url = parse(text, allow_http).map_err(refuse)?;
    if url.query().is_some() {
        return Err(refuse("the URL must not have a query"));
    }
    let text = url.as_str().trim_end_matches('/').to_owned();
    Ok(BaseUrl { url, text })
}

/// Parses an address to which credentials or people can be sent, or says why they can't. The text is
/// not repeated: it may hold credentials.
pub(crate) fn parse(text: &str, allow_http: bool) -> Result<Url, &'static str> {
    let url = Url::parse(text).map_err(|_| "this is not a URL")?;
    if url.host_str().is_none_or(str::is_empty) {
        return Err("the URL has no host");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("the URL must not hold credentials");
    }
    if url.fragment().is_some() {
        return Err("the URL must not have a fragment");
    }
    match url.scheme() {
        "https" => Ok(url),
        "http" if allow_http || is_loopback(&url) => Ok(url),
        "http" => Err("plain http would show the credentials to the network; \
             use https, or call allow_http(true) in a test"),
        _ => Err("the URL must begin with https://"),
    }
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host
        .trim_start_matches('[')
        .trim_end_matches(']')
        .parse::<std::net::IpAddr>();
    match address {
        Ok(address) => address.is_loopback(),
        // what stands before it is up to the resolver: the system's may ask the network
        Err(_) => host == "localhost",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_go_behind_the_prefix_and_stay_as_they_are() {
        let base = check("base_url", "https://example.com/a/b/", false).unwrap();
        assert_eq!(base.prefix(), "/a/b");
        let url = base.with("/a/b/v1/x%2F..%2Fy").unwrap();
        assert_eq!(url.as_str(), "https://example.com/a/b/v1/x%2F..%2Fy");
        for path in ["/a/../b", "/a/./b", "/a/%2e%2e/b", "/a\\b", "a", "/a?b"] {
            assert_eq!(base.with(path).unwrap_err().field(), Some("path"), "{path}");
        }
    }
}
