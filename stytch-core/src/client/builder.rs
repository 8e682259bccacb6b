//! How an app sets a client up.

use std::{fmt, sync::Arc, time::Duration};

use super::settings::Settings;
use crate::{Error, Observer, RetryBudget, RetryPolicy, Secret};

/// What a [`ClientBuilder`] makes: the client of a project, which is a
/// [`Vertical`](crate::Vertical), or of a service beside the API. The core alone adds others.
pub trait Buildable: Sized {
    /// What there is to set beside connections and limits: credentials, above all.
    #[doc(hidden)]
    type Own: fmt::Debug;

    /// Checks all settings and makes the client.
    #[doc(hidden)]
    fn build(own: Self::Own, settings: Settings) -> Result<Self, Error>;
}

/// Makes a client with settings of its own.
///
/// Each setting has a default that suits a server; nothing is checked before
/// [`build`](Self::build), which opens no connection.
///
/// ```
/// use std::time::Duration;
/// # use stytch_b2b::{Client, Error};
///
/// fn client(project_id: &str, secret: &str) -> Result<Client, Error> {
///     Client::builder(project_id, secret)
///         .application_name("acme-backend/3.1")
///         .timeout(Duration::from_secs(10))
///         .build()
/// }
/// ```
#[must_use = "a builder does nothing until it is built"]
pub struct ClientBuilder<C: Buildable> {
    pub(super) own: C::Own,
    settings: Settings,
}

impl<C: Buildable> ClientBuilder<C> {
    pub(crate) fn with(own: C::Own) -> Self {
        Self {
            own,
            settings: Settings::default(),
        }
    }

    /// Another address of the API: a custom domain of the project, a gateway, a test server. It may
    /// have a path, which comes before the path of every call. Plain `http` is accepted for
    /// `localhost` and loopback addresses, which are reached past the proxy of the environment; see
    /// [`allow_http`](Self::allow_http).
    ///
    /// The calls of the fraud service go there, too, unless [`fraud_base_url`](Self::fraud_base_url)
    /// is set, so that no call of a test reaches the real one. A custom domain does not serve them:
    /// set both.
    ///
    /// Default: `https://api.stytch.com` for a project id that begins with `project-live-`,
    /// otherwise `https://test.stytch.com`; for SAML Shield, which is a service of its own,
    /// `https://api.samlshield.com`.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.settings.base_url = Some(url.into());
        self
    }

    /// Accepts plain `http` for addresses other than loopback. The credentials then cross the
    /// network in the clear: for tests only.
    ///
    /// Default: `false`.
    pub fn allow_http(mut self, allow: bool) -> Self {
        self.settings.allow_http = allow;
        self
    }

    /// How long a call may take altogether, with all its retries and the waits between them.
    /// [`Call::timeout`](crate::Call::timeout) sets it for one call.
    ///
    /// Default: 30 seconds.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout;
        self
    }

    /// How long connecting may take, with DNS and TLS. A retry tries again.
    ///
    /// Default: 5 seconds.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.settings.connections.connect_timeout = Some(timeout);
        self.settings.connections_set = Some("connect_timeout");
        self
    }

    /// How long an attempt may wait for the answer to begin (connecting included), and then for
    /// each next part of its body.
    ///
    /// Default: 15 seconds.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.settings.read_timeout = timeout;
        self
    }

    /// Uses a client that the app made, with its pool, proxies and TLS settings.
    ///
    /// Build it with `redirect(reqwest::redirect::Policy::none())`: a client that follows a
    /// redirect takes the session headers along, so a call that was redirected fails. Build it with
    /// `retry(reqwest::retry::never())`, too, or reqwest sends what an HTTP/2 server gave back once
    /// more by itself, which no observer, budget or [`Error::attempts`] sees. Settings of this
    /// builder that concern connections can't be combined with it.
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.settings.http = Some(client);
        self
    }

    /// The app's name and version for the `User-Agent`, such as `acme-backend/3.1`, which makes its
    /// calls recognizable to the vendor's support.
    ///
    /// Default: only `stytch-rs` and its version are sent.
    pub fn application_name(mut self, name: impl Into<String>) -> Self {
        self.settings.application = Some(name.into());
        self
    }

    /// What is retried, how often and after what wait. [`Call::retry`](crate::Call::retry) sets it
    /// for one call.
    ///
    /// Default: [`RetryPolicy::default`].
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.settings.retry = policy;
        self
    }

    /// Sends every request once.
    pub fn no_retries(self) -> Self {
        self.retry(RetryPolicy::none())
    }

    /// How many retries all clones of the client may make together.
    ///
    /// Default: [`RetryBudget::default`].
    pub fn retry_budget(mut self, budget: RetryBudget) -> Self {
        self.settings.budget = budget;
        self
    }

    /// The largest body that is read, in bytes, after decompression if the app's own client
    /// decompresses. A larger one is an
    /// [`UnexpectedResponse`](crate::ErrorKind::UnexpectedResponse).
    ///
    /// Default: 16 MiB.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.settings.max_response_bytes = bytes;
        self
    }

    /// Sends everything through an HTTP or HTTPS proxy, such as `http://user:pass@proxy:3128`.
    ///
    /// Default: the proxy of the environment (`HTTPS_PROXY`, `NO_PROXY` and so on), and none for plain
    /// `http` to this machine, since it would see the credentials.
    pub fn proxy(mut self, url: impl Into<Secret>) -> Self {
        self.settings.connections.proxy = Some(url.into());
        self.settings.connections_set = Some("proxy");
        self
    }

    /// Ignores the proxy of the environment.
    pub fn no_proxy(mut self) -> Self {
        self.settings.connections.no_proxy = true;
        self.settings.connections_set = Some("no_proxy");
        self
    }

    /// Trusts one more certificate authority, or several, given as PEM text: for a proxy that
    /// inspects traffic, or a test server.
    pub fn root_certificate(mut self, pem: impl AsRef<[u8]>) -> Self {
        self.settings.connections.roots.push(pem.as_ref().to_vec());
        self.settings.connections_set = Some("root_certificate");
        self
    }

    /// Trusts the authorities of the Mozilla programme, which are compiled in, instead of those of
    /// the system. For containers that have none.
    #[cfg(feature = "webpki-roots")]
    pub fn bundled_roots(mut self) -> Self {
        self.settings.connections.bundled_roots = true;
        self.settings.connections_set = Some("bundled_roots");
        self
    }

    /// A hook that sees every attempt, for metrics, and can add headers, for trace propagation.
    pub fn observer(mut self, observer: impl Observer + 'static) -> Self {
        self.settings.observer = Some(Arc::new(observer));
        self
    }

    /// Makes the client. Opens no connection.
    ///
    /// # Errors
    ///
    /// [`Configuration`](crate::ErrorKind::Configuration) with the name of the setting that can't
    /// be used.
    pub fn build(self) -> Result<C, Error> {
        C::build(self.own, self.settings)
    }
}

impl<C: Buildable> fmt::Debug for ClientBuilder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("own", &self.own)
            .field("settings", &self.settings)
            .finish()
    }
}
