//! The client.

use std::{env, fmt, sync::Arc};

use super::ValidateResponse;
use crate::{
    Buildable, Call, ClientBuilder, Error, Operation, Prepared, Secret, Verb,
    client::{Lookup, Service, Settings, Variables, bearer},
};

const BASE_URL: &str = "https://api.samlshield.com";

/// A check without an effect, so that it may be made twice.
pub(crate) const VALIDATE: Operation =
    Operation::new("saml_shield.validate", Verb::Post, "/v1/saml/validate")
        .repeatable()
        .states_success();

/// The client of SAML Shield.
///
/// Make one and clone it: clones share the connections and the retry budget. Making it opens no
/// connection.
#[derive(Clone)]
pub struct SamlShield {
    service: Arc<Service>,
}

impl SamlShield {
    /// A client with the default settings, from the public token that SAML Shield's dashboard shows.
    ///
    /// # Errors
    ///
    /// [`Configuration`](crate::ErrorKind::Configuration) if the token can't be right: empty, or with
    /// white space.
    pub fn new(public_token: impl Into<Secret>) -> Result<Self, Error> {
        Self::builder(public_token).build()
    }

    /// A client from the environment variables `STYTCH_SAML_SHIELD_PUBLIC_TOKEN` and, if it is set,
    /// `STYTCH_SAML_SHIELD_BASE_URL`. `STYTCH_PUBLIC_TOKEN` is not read: it belongs to a project of the
    /// API.
    ///
    /// # Errors
    ///
    /// [`Configuration`](crate::ErrorKind::Configuration), which names the variable, if one is missing
    /// or not Unicode, or else the setting that can't be right.
    pub fn from_env() -> Result<Self, Error> {
        Self::from_variables(&Variables(env::var))?.build()
    }

    fn from_variables<L: Lookup>(variables: &Variables<L>) -> Result<ClientBuilder<Self>, Error> {
        let builder = Self::builder(variables.required("STYTCH_SAML_SHIELD_PUBLIC_TOKEN")?);
        Ok(match variables.given("STYTCH_SAML_SHIELD_BASE_URL")? {
            Some(base_url) => builder.base_url(base_url),
            None => builder,
        })
    }

    /// A client with settings of your own: base URL, timeouts, retries, proxy, HTTP client.
    pub fn builder(public_token: impl Into<Secret>) -> ClientBuilder<Self> {
        ClientBuilder::with(SamlShieldSettings {
            public_token: public_token.into(),
        })
    }

    /// Asks whether a SAML response is well made: the base64 text that the browser posted to the app,
    /// in the form field `SAMLResponse`, as it came.
    ///
    /// `Ok` means that the service has checked it and found nothing wrong, and nothing else does. It
    /// logs nobody in: whose it is, and whether the signature is by the right key, is still for the
    /// app's SAML library to say, about the very text that was checked.
    ///
    /// The check changes nothing, so it is repeated where reads are: after timeouts, broken connections,
    /// 429, 502, 503 and 504.
    ///
    /// `POST /v1/saml/validate`
    ///
    /// # Errors
    ///
    /// | what | whose move |
    /// |---|---|
    /// | [`needs_login`](Error::needs_login) | the person's: the service refused the SAML response (HTTP 400, 409, 413 or 422) |
    /// | [`is_bad_credentials`](Error::is_bad_credentials) | the operator's: it refused the public token (401, 403) |
    /// | [`InvalidRequest`](crate::ErrorKind::InvalidRequest), field `SAMLResponse` | the sender's: it is empty, and nothing was sent |
    /// | anything else | nothing is known about the SAML response; [`is_retryable`](Error::is_retryable) tells whether that may pass |
    ///
    /// An answer that claims success with its HTTP status, and not in its body as well, is
    /// [`MissingProof`](crate::ErrorKind::MissingProof).
    pub fn validate(&self, saml_response: impl Into<Secret>) -> Call<ValidateResponse> {
        const FIELD: &str = "SAMLResponse";

        let saml_response = saml_response.into();
        let call = Prepared::new(Arc::clone(&self.service), &VALIDATE)
            .form(&[(FIELD, saml_response.expose())])
            .into_call();
        if saml_response.expose().trim().is_empty() {
            return call.refuse(Error::invalid_request(FIELD, "the SAML response is empty"));
        }
        call
    }
}

impl fmt::Debug for SamlShield {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SamlShield")
            .field("base_url", &self.service.base_url.as_str())
            .finish_non_exhaustive()
    }
}

/// What there is to set beside connections and limits.
#[derive(Debug)]
pub struct SamlShieldSettings {
    public_token: Secret,
}

impl Buildable for SamlShield {
    type Own = SamlShieldSettings;

    fn build(own: SamlShieldSettings, settings: Settings) -> Result<Self, Error> {
        let authorization = bearer("public_token", "the public token", &own.public_token)?;
        let service = settings.service(authorization, BASE_URL)?;
        Ok(Self {
            service: Arc::new(service),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::made_up;

    #[test]
    fn the_environment_has_names_of_its_own() {
        let token = ("STYTCH_SAML_SHIELD_PUBLIC_TOKEN", "public-token-1");
        let base_url = ("STYTCH_SAML_SHIELD_BASE_URL", "http://127.0.0.1:9/x/");
        let of_project = ("STYTCH_PUBLIC_TOKEN", "public-token-test-1");
        let build = |variables: &[(&'static str, &str)]| {
            SamlShield::from_variables(&made_up(variables))?.build()
        };
        let shield = build(&[token, base_url]).unwrap();
        assert_eq!(shield.service.base_url.as_str(), "http://127.0.0.1:9/x");
        let unset = ("STYTCH_SAML_SHIELD_BASE_URL", "");
        if cfg!(any(feature = "rustls", feature = "native-tls")) {
            let shield = build(&[token, unset]).unwrap();
            assert_eq!(shield.service.base_url.as_str(), BASE_URL);
        }
        for variables in [
            &[of_project][..],
            &[("STYTCH_SAML_SHIELD_PUBLIC_TOKEN", "")],
        ] {
            let error = build(variables).unwrap_err();
            assert_eq!(error.field(), Some("STYTCH_SAML_SHIELD_PUBLIC_TOKEN"));
        }
    }
}
