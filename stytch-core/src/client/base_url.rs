//! Which addresses a client talks to.

use reqwest::Url;

use crate::Error;

/// Checks the address of an API and drops slashes at its end, so that paths can be put behind it.
/// A path prefix is kept.
pub(super) fn check(setting: &'static str, text: &str, allow_http: bool) -> Result<String, Error> {
    let refuse = |why: &'static str| Error::configuration(setting, why);
    // the text is not repeated: it may hold credentials
    let url = Url::parse(text).map_err(|_| refuse("the base URL is not a URL"))?;
    if url.host_str().is_none_or(str::is_empty) {
        return Err(refuse("the base URL has no host"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refuse("the base URL must not hold credentials"));
    }
    if url.query().is_some() {
        return Err(refuse("the base URL must not have a query"));
    }
    if url.fragment().is_some() {
        return Err(refuse("the base URL must not have a fragment"));
    }
    match url.scheme() {
        "https" => {}
        "http" if allow_http || is_loopback(&url) => {}
        "http" => {
            return Err(refuse(
                "plain http would show the credentials to the network; \
                 use https, or call allow_http(true) in a test",
            ));
        }
        _ => return Err(refuse("the base URL must begin with https://")),
    }
    Ok(url.as_str().trim_end_matches('/').to_owned())
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host
        .trim_start_matches('[')
        .trim_end_matches(']')
        .parse::<std::net::IpAddr>();
    match address {
        Ok(address) => address.is_loopback(),
        Err(_) => host == "localhost" || host.ends_with(".localhost"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        let error = check("base_url", text, false).unwrap_err();
        assert_eq!(error.field(), Some("base_url"));
        assert!(!error.to_string().contains("s3cret"), "{error}");
        error.message().to_owned()
    }

    #[test]
    fn keeps_a_path_prefix_and_drops_slashes_at_the_end() {
        for (text, base) in [
            ("https://api.stytch.com", "https://api.stytch.com"),
            ("https://login.example.com/", "https://login.example.com"),
            ("https://example.com/stytch/", "https://example.com/stytch"),
            ("https://example.com:8443/a//", "https://example.com:8443/a"),
        ] {
            assert_eq!(check("base_url", text, false).unwrap(), base);
        }
    }

    #[test]
    fn plain_http_is_for_loopback_unless_allowed() {
        for text in [
            "http://127.0.0.1:1",
            "http://127.8.9.1",
            "http://[::1]:1",
            "http://localhost:3000",
            "http://api.localhost",
        ] {
            assert!(check("base_url", text, false).is_ok(), "{text}");
        }
        for text in [
            "http://example.com",
            "http://10.0.0.1",
            "http://localhost.example.com",
        ] {
            assert!(refusal(text).contains("allow_http(true)"), "{text}");
            assert!(check("base_url", text, true).is_ok(), "{text}");
        }
    }

    #[test]
    fn refuses_what_would_end_up_in_every_request() {
        assert!(refusal("https://u:s3cret@example.com").contains("credentials"));
        assert!(refusal("https://s3cret@example.com").contains("credentials"));
        assert!(refusal("https://example.com/?a=s3cret").contains("query"));
        assert!(refusal("https://example.com/?").contains("query"));
        assert!(refusal("https://example.com/#s3cret").contains("fragment"));
        assert!(refusal("ftp://example.com").contains("https://"));
        assert!(refusal("data:s3cret").contains("host"));
        for text in ["", "example.com", "/v1", "https://", "s3cret"] {
            assert!(refusal(text).contains("not a URL"), "{text}");
        }
    }
}
