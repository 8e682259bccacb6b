//! How an app sets a client up.

use std::{env, fmt, marker::PhantomData, sync::Arc, time::Duration};

use super::{Vertical, settings::Settings};
use crate::{Error, Observer, RetryBudget, RetryPolicy, Secret, tokens};

/// Makes a client with settings of its own.
///
/// Each setting has a default that suits a server; nothing is checked before
/// [`build`](Self::build), which opens no connection.
///
/// ```
/// use std::time::Duration;
/// # use stytch_core::{ClientBuilder, Error, Vertical};
///
/// // the clients of the generated crates begin one with `Client::builder`
/// fn finish<Client: Vertical>(builder: ClientBuilder<Client>) -> Result<Client, Error> {
///     builder.application_name("acme-backend/3.1").timeout(Duration::from_secs(10)).build()
/// }
/// ```
#[must_use = "a builder does nothing until it is built"]
pub struct ClientBuilder<C> {
    settings: Settings,
    client: PhantomData<fn() -> C>,
}

impl<C: Vertical> ClientBuilder<C> {
    /// Begins with the credentials of a project, as the dashboard shows them.
    pub fn new(project_id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self {
            settings: Settings::new(project_id.into(), secret.into()),
            client: PhantomData,
        }
    }

    /// Begins with the credentials in the environment variables `STYTCH_PROJECT_ID` and
    /// `STYTCH_SECRET`, and the addresses in `STYTCH_BASE_URL` (see [`base_url`](Self::base_url))
    /// and `STYTCH_FRAUD_BASE_URL`, and what links need in `STYTCH_PUBLIC_TOKEN` (see
    /// [`public_token`](Self::public_token)) and `STYTCH_LINK_BASE_URL`, if they are set and not empty.
    ///
    /// # Errors
    ///
    /// [`Configuration`](crate::ErrorKind::Configuration) with the name of the variable that is
    /// missing or not Unicode.
    pub fn from_env() -> Result<Self, Error> {
        Self::from_variables(env::var)
    }

    fn from_variables(
        read: impl Fn(&'static str) -> Result<String, env::VarError>,
    ) -> Result<Self, Error> {
        let read = |name| match read(name) {
            Ok(value) => Ok(Some(value)),
            Err(env::VarError::NotPresent) => Ok(None),
            Err(env::VarError::NotUnicode(_)) => Err(Error::configuration(
                name,
                format!("the environment variable {name} is not Unicode"),
            )),
        };
        let require = |name| {
            read(name)?
                .filter(|value| !value.is_empty())
                .ok_or_else(|| {
                    Error::configuration(
                        name,
                        format!("the environment variable {name} is not set"),
                    )
                })
        };
        let mut builder = Self::new(require("STYTCH_PROJECT_ID")?, require("STYTCH_SECRET")?);
        let given = |name| Ok(read(name)?.filter(|value| !value.is_empty()));
        if let Some(base_url) = given("STYTCH_BASE_URL")? {
            builder = builder.base_url(base_url);
        }
        if let Some(base_url) = given("STYTCH_FRAUD_BASE_URL")? {
            builder = builder.fraud_base_url(base_url);
        }
        if let Some(base_url) = given("STYTCH_LINK_BASE_URL")? {
            builder = builder.link_base_url(base_url);
        }
        if let Some(token) = given("STYTCH_PUBLIC_TOKEN")? {
            builder = builder.public_token(token);
        }
        Ok(builder)
    }

    /// Another address of the API: a custom domain of the project, a gateway, a test server. It may
    /// have a path, which comes before the path of every call. Plain `http` is accepted for
    /// `localhost` and loopback addresses; see [`allow_http`](Self::allow_http).
    ///
    /// The calls of the fraud service go there, too, unless [`fraud_base_url`](Self::fraud_base_url)
    /// is set, so that no call of a test reaches the real one. A custom domain does not serve them:
    /// set both.
    ///
    /// Default: `https://api.stytch.com` for a project id that begins with `project-live-`,
    /// otherwise `https://test.stytch.com`.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.settings.base_url = Some(url.into());
        self
    }

    /// Another address of the fraud service, under the same rules as [`base_url`](Self::base_url).
    ///
    /// Default: `https://telemetry.stytch.com`, in both environments; if
    /// [`base_url`](Self::base_url) is set to an address that is not the vendor's, the same one.
    pub fn fraud_base_url(mut self, url: impl Into<String>) -> Self {
        self.settings.fraud_base_url = Some(url.into());
        self
    }

    /// The address at which browsers reach the API, under the same rules as
    /// [`base_url`](Self::base_url): what [links](crate::Link) begin with. For a custom domain that
    /// people see while the calls go to the vendor's own, or an emulator that the server and the
    /// browser know by different names.
    ///
    /// Default: the [`base_url`](Self::base_url).
    pub fn link_base_url(mut self, url: impl Into<String>) -> Self {
        self.settings.link_base_url = Some(url.into());
        self
    }

    /// The public token of the project, as the dashboard shows it: `public-token-test-…`. Links to the
    /// API carry it in place of the secret. It is no secret itself.
    ///
    /// Default: none; links can't be made.
    pub fn public_token(mut self, token: impl Into<String>) -> Self {
        self.settings.public_token = Some(token.into());
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
    /// Default: the proxy of the environment (`HTTPS_PROXY`, `NO_PROXY` and so on).
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

    /// The settings that concern local checks.
    pub(crate) fn tokens_mut(&mut self) -> &mut tokens::Settings {
        &mut self.settings.tokens
    }

    /// Makes the client. Opens no connection.
    ///
    /// # Errors
    ///
    /// [`Configuration`](crate::ErrorKind::Configuration) with the name of the setting that can't
    /// be used.
    pub fn build(self) -> Result<C, Error> {
        self.settings
            .build(C::NAME, C::ENDPOINTS)
            .map(C::from_handle)
    }
}

impl<C: Vertical> fmt::Debug for ClientBuilder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("vertical", &C::NAME)
            .field("project_id", &self.settings.project_id)
            .field("base_url", &self.settings.base_url.as_ref().map(|_| "set"))
            .field("timeout", &self.settings.timeout)
            .field("retry", &self.settings.retry)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ErrorKind, Handle, tokens::Endpoints};

    struct Client(Handle);

    impl Vertical for Client {
        const NAME: &'static str = "b2b";
        const ENDPOINTS: &'static Endpoints = Endpoints::TEST;

        fn from_handle(handle: Handle) -> Self {
            Self(handle)
        }
    }

    #[test]
    fn the_environment_names_what_is_missing() {
        let from = |variables: &[(&'static str, &str)]| {
            ClientBuilder::<Client>::from_variables(|name| {
                variables
                    .iter()
                    .find(|(known, _)| *known == name)
                    .map(|(_, value)| (*value).to_owned())
                    .ok_or(env::VarError::NotPresent)
            })
        };
        let id = ("STYTCH_PROJECT_ID", "project-test-1");
        let secret = ("STYTCH_SECRET", "s3cret");
        for (variables, missing) in [
            (&[secret][..], "STYTCH_PROJECT_ID"),
            (&[id][..], "STYTCH_SECRET"),
            (&[id, ("STYTCH_SECRET", "")][..], "STYTCH_SECRET"),
        ] {
            let error = from(variables).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Configuration);
            assert_eq!(error.field(), Some(missing));
            assert!(error.to_string().contains(missing));
        }
        let base = ("STYTCH_BASE_URL", "http://127.0.0.1:9/x/");
        let client = from(&[id, secret, base]).unwrap().build().unwrap();
        assert_eq!(client.0.base_url(), "http://127.0.0.1:9/x");
        assert!(from(&[id, secret, ("STYTCH_BASE_URL", "")]).is_ok());
        let fraud = ("STYTCH_FRAUD_BASE_URL", "http://127.0.0.1:9/f");
        let client = from(&[id, secret, base, fraud]).unwrap().build().unwrap();
        assert_eq!(client.0.base_url(), "http://127.0.0.1:9/x");
        assert_eq!(client.0.inner().fraud_base_url.as_str(), fraud.1);
        assert_eq!(
            client.0.inner().link_base_url.as_str(),
            "http://127.0.0.1:9/x"
        );
        assert_eq!(client.0.public_token(), None);
        let token = ("STYTCH_PUBLIC_TOKEN", "public-token-test-1");
        let links = ("STYTCH_LINK_BASE_URL", "https://login.example.com");
        let client = from(&[id, secret, token, links]).unwrap().build().unwrap();
        assert_eq!(client.0.public_token(), Some(token.1));
        assert_eq!(client.0.inner().link_base_url.as_str(), links.1);
    }
}
