//! Passkeys without a device: what a browser and an authenticator do together, for tests.
//!
//! ```
//! use stytch_consumer::{users, webauthn};
//! use stytch_emulator::Emulator;
//! use stytch_emulator::authenticator::Authenticator;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let emulator = Emulator::start().await?;
//! let stytch = emulator.consumer_client();
//! let user = users::CreateRequest::new().email("ada@example.com");
//! let user_id = stytch.users().create(user).await?.user_id;
//! let mut authenticator = Authenticator::new();
//!
//! let start = webauthn::RegisterStartRequest::new(&user_id, "example.com");
//! let options = stytch.webauthn().register_start(start).await?.public_key_credential_creation_options;
//! let credential = authenticator.create("https://app.example.com", &options)?;
//! stytch.webauthn().register(webauthn::RegisterRequest::new(&user_id, credential)).await?;
//!
//! let start = webauthn::AuthenticateStartRequest::new("example.com");
//! let options = stytch.webauthn().authenticate_start(start).await?.public_key_credential_request_options;
//! let credential = authenticator.get("https://app.example.com", &options)?;
//! let request = webauthn::AuthenticateRequest::new(credential).session_duration_minutes(60);
//! let login = stytch.webauthn().authenticate(request).await?;
//! assert_eq!(login.user_id, user_id);
//! # Ok(())
//! # }
//! ```

mod options;
mod passkey;

use std::fmt;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand;
use serde_json::{Value, json};

use options::{Options, check_origin, decoded, encoded};
use passkey::{Passkey, attestation};

/// The kinds of signatures that an [`Authenticator`] can make.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Algorithm {
    /// ECDSA with P-256 and SHA-256, which all authenticators know.
    #[default]
    Es256,
    /// RSASSA-PKCS1-v1_5 with SHA-256, as Windows Hello uses it.
    Rs256,
    /// Ed25519.
    EdDsa,
}

impl Algorithm {
    const ALL: [Self; 3] = [Self::Es256, Self::Rs256, Self::EdDsa];

    /// Its COSE number.
    fn number(self) -> i64 {
        match self {
            Self::Es256 => -7,
            Self::Rs256 => -257,
            Self::EdDsa => -8,
        }
    }
}

/// Why there is no credential: what a page would see as a `DOMException`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AuthenticatorError {
    /// The options lack something, or are no JSON: `TypeError`.
    Options(&'static str),
    /// The page is not at the domain of the options: `SecurityError`.
    Security,
    /// A credential of the account is here already: `InvalidStateError`.
    InvalidState,
    /// No algorithm of the options is known here: `NotSupportedError`.
    NotSupported,
    /// Nothing here fits the options: `NotAllowedError`.
    NotAllowed,
}

impl fmt::Display for AuthenticatorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Options(what) => what,
            Self::Security => "the page is not at the domain of the options",
            Self::InvalidState => "a credential of the account is here already",
            Self::NotSupported => "no algorithm of the options is known here",
            Self::NotAllowed => "no credential here fits the options",
        })
    }
}

impl std::error::Error for AuthenticatorError {}

/// A passkey provider, or a security key, with the browser around it.
///
/// It takes the options that the service gives, in either alphabet, and gives what the page would pass on:
/// the JSON of a `PublicKeyCredential`. Its user is always there and always willing. A clone is a second
/// copy of its keys, which goes on counting by itself.
#[derive(Clone)]
pub struct Authenticator {
    algorithms: Vec<Algorithm>,
    passkeys: Vec<Passkey>,
}

impl Authenticator {
    /// One that knows all algorithms, and takes the first that the options name.
    #[must_use]
    pub fn new() -> Self {
        Self {
            algorithms: Algorithm::ALL.to_vec(),
            passkeys: Vec::new(),
        }
    }

    /// One that knows a single algorithm.
    #[must_use]
    pub fn with_algorithm(algorithm: Algorithm) -> Self {
        Self {
            algorithms: vec![algorithm],
            passkeys: Vec::new(),
        }
    }

    /// What `navigator.credentials.create()` gives a page of this origin, such as
    /// `https://app.example.com`.
    ///
    /// # Errors
    /// As for a page.
    pub fn create(&mut self, origin: &str, options: &str) -> Result<String, AuthenticatorError> {
        let options = Options::read(options)?;
        let domain = options.text("/rp/id", "the options have no rp.id")?;
        check_origin(origin, domain)?;
        if self
            .listed(&options, "/excludeCredentials", domain)
            .next()
            .is_some()
        {
            return Err(AuthenticatorError::InvalidState);
        }
        let offered = options.list("/pubKeyCredParams");
        let known = |number: Option<&Value>| {
            let number = number?.as_i64()?;
            let mut known = self.algorithms.iter();
            known.find(|known| known.number() == number).copied()
        };
        let algorithm = offered.iter().find_map(|offer| known(offer.get("alg")));
        let algorithm = algorithm.ok_or(AuthenticatorError::NotSupported)?;
        let mut id = [0; 16];
        rand::fill(&mut id).map_err(|_| AuthenticatorError::NotAllowed)?;
        let passkey = Passkey {
            id: id.to_vec(),
            domain: domain.to_owned(),
            user_handle: options.bytes("/user/id", "the options have no user.id")?,
            algorithm,
            key: algorithm.new_key().ok_or(AuthenticatorError::NotAllowed)?,
            counter: 0,
        };
        let cose = passkey.public_key().ok_or(AuthenticatorError::NotAllowed)?;
        let length = u16::try_from(passkey.id.len()).unwrap_or_default();
        let made = [&[0; 16][..], &length.to_be_bytes(), &passkey.id, &cose].concat();
        let data = passkey.authenticator_data(0x45, &made);
        let attestation = attestation(&data).ok_or(AuthenticatorError::NotAllowed)?;
        let client_data = options.client_data("webauthn.create", origin)?;
        let credential = passkey.json(&json!({
            "attestationObject": encoded(&attestation),
            "authenticatorData": encoded(&data),
            "clientDataJSON": encoded(client_data.as_bytes()),
            "publicKeyAlgorithm": algorithm.number(),
            "transports": ["internal"],
        }));
        self.passkeys.push(passkey);
        Ok(credential)
    }

    /// What `navigator.credentials.get()` gives a page of this origin. Of several credentials it takes the
    /// newest.
    ///
    /// # Errors
    /// As for a page.
    pub fn get(&mut self, origin: &str, options: &str) -> Result<String, AuthenticatorError> {
        let options = Options::read(options)?;
        let domain = options.text("/rpId", "the options have no rpId")?;
        check_origin(origin, domain)?;
        let client_data = options.client_data("webauthn.get", origin)?;
        let place = if options.list("/allowCredentials").is_empty() {
            let mut passkeys = self.passkeys.iter();
            passkeys.rposition(|passkey| passkey.domain == domain)
        } else {
            self.listed(&options, "/allowCredentials", domain).last()
        };
        let passkey = place.and_then(|place| self.passkeys.get_mut(place));
        let passkey = passkey.ok_or(AuthenticatorError::NotAllowed)?;
        passkey.counter += 1;
        let data = passkey.authenticator_data(0x05, &[]);
        let hash = digest(&SHA256, client_data.as_bytes());
        let signature = passkey.sign(&[&data, hash.as_ref()].concat());
        let signature = signature.ok_or(AuthenticatorError::NotAllowed)?;
        Ok(passkey.json(&json!({
            "authenticatorData": encoded(&data),
            "clientDataJSON": encoded(client_data.as_bytes()),
            "signature": encoded(&signature),
            "userHandle": encoded(&passkey.user_handle),
        })))
    }

    /// The places of credentials of a domain that a list of the options names.
    fn listed<'s>(
        &'s self,
        options: &'s Options,
        list: &str,
        domain: &'s str,
    ) -> impl Iterator<Item = usize> + use<'s> {
        let named = options
            .list(list)
            .iter()
            .filter_map(|one| decoded(one.get("id")?.as_str()?));
        let named: Vec<_> = named.collect();
        let passkeys = self.passkeys.iter().enumerate();
        let fits = move |passkey: &Passkey| passkey.domain == domain && named.contains(&passkey.id);
        passkeys
            .filter(move |(_, passkey)| fits(passkey))
            .map(|(place, _)| place)
    }
}

impl Default for Authenticator {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Authenticator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authenticator")
            .field("algorithms", &self.algorithms)
            .field("passkeys", &self.passkeys.len())
            .finish_non_exhaustive()
    }
}
