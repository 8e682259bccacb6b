//! The HTTP client underneath, as this crate needs it.

use std::time::Duration;

use reqwest::{redirect, retry};

use crate::Error;

/// Idle connections are given up before the usual load balancer does so (60 s), since a request on
/// a connection that the other side just closed can't always be sent again.
const IDLE: Duration = Duration::from_secs(50);

/// HTTP/2 multiplexes all calls over one connection. If it dies silently, every call runs into its
/// timeout until the system notices, so it is probed while calls are waiting.
const PROBE_EVERY: Duration = Duration::from_secs(15);
const PROBE_TIMEOUT: Duration = Duration::from_secs(5);

/// What the builder knows about connections.
#[derive(Debug, Default)]
pub(super) struct Connections {
    pub(super) connect_timeout: Option<Duration>,
    pub(super) proxy: Option<crate::Secret>,
    pub(super) no_proxy: bool,
    pub(super) roots: Vec<Vec<u8>>,
    pub(super) bundled_roots: bool,
}

impl Connections {
    /// `stays_here` says that nothing but this machine is reached, without TLS: past the proxy of the
    /// environment, which would carry the credentials into the network in the clear.
    pub(super) fn build(&self, stays_here: bool) -> Result<reqwest::Client, Error> {
        let mut builder = reqwest::Client::builder()
            // a redirect would carry the credentials and the session headers elsewhere
            .redirect(redirect::Policy::none())
            .referer(false)
            // every sending is an attempt that the policy, the budget and the observer know of
            .retry(retry::never().max_retries_per_request(0))
            // apps may turn on compression in reqwest for their own use; bodies here are small
            .no_gzip()
            .no_brotli()
            .no_deflate()
            .no_zstd()
            .pool_idle_timeout(IDLE)
            .http2_keep_alive_interval(PROBE_EVERY)
            .http2_keep_alive_timeout(PROBE_TIMEOUT);
        if let Some(timeout) = self.connect_timeout {
            builder = builder.connect_timeout(timeout);
        }
        if self.no_proxy || stays_here {
            builder = builder.no_proxy();
        }
        if let Some(proxy) = &self.proxy {
            // the address may hold credentials, and so may the error
            let proxy = reqwest::Proxy::all(proxy.expose()).map_err(|_| {
                Error::configuration("proxy", "the address of the proxy is not a URL")
            })?;
            builder = builder.proxy(proxy);
        }
        let trusts_none = stays_here && self.proxy.is_none();
        let builder = tls(builder, &self.roots, self.bundled_roots, trusts_none)?;
        builder.build().map_err(|error| {
            Error::configuration("http_client", "the HTTP client could not be set up")
                .with_source(error.without_url())
        })
    }
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
fn tls(
    builder: reqwest::ClientBuilder,
    roots: &[Vec<u8>],
    bundled: bool,
    trusts_none: bool,
) -> Result<reqwest::ClientBuilder, Error> {
    // both may be on when features of several crates add up
    #[cfg(feature = "rustls")]
    let builder = builder.tls_backend_rustls();
    #[cfg(not(feature = "rustls"))]
    let builder = builder.tls_backend_native();

    let mut certificates = Vec::new();
    for pem in roots {
        let found = reqwest::Certificate::from_pem_bundle(pem).map_err(|error| {
            Error::configuration("root_certificate", "the certificate is not valid PEM")
                .with_source(error)
        })?;
        if found.is_empty() {
            return Err(Error::configuration(
                "root_certificate",
                "the text holds no certificate",
            ));
        }
        certificates.extend(found);
    }
    if !bundled {
        return Ok(if certificates.is_empty() && trusts_none {
            // to read the system's takes longer than all else that a test of an app does with a client
            builder.tls_certs_only(certificates)
        } else if certificates.is_empty() {
            builder
        } else {
            builder.tls_certs_merge(certificates)
        });
    }
    #[cfg(feature = "webpki-roots")]
    for der in webpki_root_certs::TLS_SERVER_ROOT_CERTS {
        let certificate = reqwest::Certificate::from_der(der).map_err(|error| {
            Error::configuration("bundled_roots", "a bundled certificate is not usable")
                .with_source(error)
        })?;
        certificates.push(certificate);
    }
    Ok(builder.tls_certs_only(certificates))
}

#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
fn tls(
    builder: reqwest::ClientBuilder,
    roots: &[Vec<u8>],
    bundled: bool,
    _trusts_none: bool,
) -> Result<reqwest::ClientBuilder, Error> {
    if roots.is_empty() && !bundled {
        return Ok(builder);
    }
    Err(Error::configuration(
        "root_certificate",
        "root certificates need one of the features `rustls` and `native-tls`",
    ))
}
