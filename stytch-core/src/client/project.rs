//! The client of a project: its own settings, and what is made of all of them.

use std::{env, fmt, sync::Arc};

use super::{
    Buildable, ClientBuilder, Environment, Handle, Inner, Vertical, base_url, credentials,
    settings::Settings,
    variables::{Lookup, Variables},
};
use crate::{
    Error, Secret,
    tokens::{self, Tokens},
};

const FRAUD_BASE_URL: &str = "https://telemetry.stytch.com";

/// What belongs to a project, beside connections and limits.
pub struct ProjectSettings {
    project_id: String,
    secret: Secret,
    fraud_base_url: Option<String>,
    link_base_url: Option<String>,
    public_token: Option<String>,
    tokens: tokens::Settings,
}

impl ProjectSettings {
    /// Only the credentials, and defaults for the rest.
    fn new(project_id: String, secret: Secret) -> Self {
        Self {
            project_id,
            secret,
            fraud_base_url: None,
            link_base_url: None,
            public_token: None,
            tokens: tokens::Settings::default(),
        }
    }
}

impl fmt::Debug for ProjectSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProjectSettings")
            .field("project_id", &self.project_id)
            .finish_non_exhaustive()
    }
}

impl<C: Vertical> Buildable for C {
    type Own = ProjectSettings;

    fn build(own: ProjectSettings, settings: Settings) -> Result<Self, Error> {
        let authorization = credentials::basic(&own.project_id, &own.secret)?;
        let environment = Environment::of_project(&own.project_id);
        let allow_http = settings.allow_http;
        let check = |setting, url| base_url::check(setting, url, allow_http);
        let fraud_base_url = own.fraud_base_url.as_deref();
        let fraud_base_url = fraud_base_url
            .map(|url| check("fraud_base_url", url))
            .transpose()?;
        let api = settings.service(authorization, environment.base_url())?;
        let fraud_base_url = match fraud_base_url {
            Some(url) => url,
            None if api.base_url.is_vendor() => check("fraud_base_url", FRAUD_BASE_URL)?,
            // who sends calls to a test server means all of them
            None => api.base_url.clone(),
        };
        let link_base_url = match own.link_base_url.as_deref() {
            Some(url) => check("link_base_url", url)?,
            None => api.base_url.clone(),
        };
        if let Some(token) = own.public_token.as_deref() {
            credentials::check_public_token(token, environment)?;
        }
        let tokens = Tokens::new(
            own.tokens,
            C::ENDPOINTS,
            &own.project_id,
            api.base_url.as_str(),
        )?;
        Ok(C::from_handle(Handle::new(Inner {
            fraud: Arc::new(settings.beside(&api, "fraud_base_url", fraud_base_url)?),
            api: Arc::new(api),
            vertical: C::NAME,
            endpoints: C::ENDPOINTS,
            tokens,
            project_id: own.project_id,
            environment,
            link_base_url,
            allow_http,
            public_token: own.public_token,
        })))
    }
}

/// Settings of the client of a project.
impl<C: Vertical> ClientBuilder<C> {
    /// Begins with the credentials of a project, as the dashboard shows them.
    pub fn new(project_id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self::with(ProjectSettings::new(project_id.into(), secret.into()))
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
        Self::from_variables(&Variables(env::var))
    }

    fn from_variables<L: Lookup>(variables: &Variables<L>) -> Result<Self, Error> {
        let mut builder = Self::new(
            variables.required("STYTCH_PROJECT_ID")?,
            variables.required("STYTCH_SECRET")?,
        );
        if let Some(base_url) = variables.given("STYTCH_BASE_URL")? {
            builder = builder.base_url(base_url);
        }
        if let Some(base_url) = variables.given("STYTCH_FRAUD_BASE_URL")? {
            builder = builder.fraud_base_url(base_url);
        }
        if let Some(base_url) = variables.given("STYTCH_LINK_BASE_URL")? {
            builder = builder.link_base_url(base_url);
        }
        if let Some(token) = variables.given("STYTCH_PUBLIC_TOKEN")? {
            builder = builder.public_token(token);
        }
        Ok(builder)
    }

    /// Another address of the fraud service, under the same rules as [`base_url`](Self::base_url).
    ///
    /// Default: `https://telemetry.stytch.com`, in both environments; if
    /// [`base_url`](Self::base_url) is set to an address that is not the vendor's, the same one.
    pub fn fraud_base_url(mut self, url: impl Into<String>) -> Self {
        self.own.fraud_base_url = Some(url.into());
        self
    }

    /// The address at which browsers reach the API, under the same rules as
    /// [`base_url`](Self::base_url): what [links](crate::Link) begin with. For a custom domain that
    /// people see while the calls go to the vendor's own, or an emulator that the server and the
    /// browser know by different names.
    ///
    /// Default: the [`base_url`](Self::base_url).
    pub fn link_base_url(mut self, url: impl Into<String>) -> Self {
        self.own.link_base_url = Some(url.into());
        self
    }

    /// The public token of the project, as the dashboard shows it: `public-token-test-…`. Links to the
    /// API carry it in place of the secret. It is no secret itself.
    ///
    /// Default: none; links can't be made.
    pub fn public_token(mut self, token: impl Into<String>) -> Self {
        self.own.public_token = Some(token.into());
        self
    }

    /// The settings that concern local checks.
    pub(crate) fn tokens_mut(&mut self) -> &mut tokens::Settings {
        &mut self.own.tokens
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ErrorKind, Handle, client::variables::made_up, tokens::Endpoints};

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
            ClientBuilder::<Client>::from_variables(&made_up(variables))
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
        assert_eq!(client.0.inner().fraud.base_url.as_str(), fraud.1);
        assert_eq!(
            client.0.inner().link_base_url.as_str(),
            "http://127.0.0.1:9/x"
        );
        assert_eq!(client.0.public_token(), None);
        let token = ("STYTCH_PUBLIC_TOKEN", "public-token-test-1");
        let links = ("STYTCH_LINK_BASE_URL", "https://login.example.com");
        let client = from(&[id, secret, base, token, links])
            .unwrap()
            .build()
            .unwrap();
        assert_eq!(client.0.public_token(), Some(token.1));
        assert_eq!(client.0.inner().link_base_url.as_str(), links.1);
    }
}
