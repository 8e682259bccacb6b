// Generated from spec/consumer/crypto_wallets.yaml by `cargo xtask generate`. Do not edit.

//! Log users in with a crypto wallet.
//!
//! [`crypto_wallets().authenticate_start`](crate::crypto_wallets::CryptoWallets::authenticate_start)
//! gives a challenge, the user's wallet signs it, and
//! [`crypto_wallets().authenticate`](crate::crypto_wallets::CryptoWallets::authenticate) checks the
//! signature.

use serde::de::DeserializeOwned;
use stytch_core::claims::missing_session;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot, list};
use stytch_core::{Error, Secret, Timestamp, Value};

use crate::device_history::DeviceInfo;
use crate::sessions::Session;
use crate::users::User;
use crate::{CryptoWalletType, TelemetryId, UserId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.crypto_wallets()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct CryptoWallets {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl CryptoWallets {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Starts a login with a crypto wallet by making a challenge for it to sign.
    ///
    /// Have the wallet sign `challenge` in the browser, then pass the signature to
    /// [`crypto_wallets().authenticate`](crate::crypto_wallets::CryptoWallets::authenticate). A wallet
    /// that nobody has used yet belongs to the user or session that you name; without either, a new
    /// user is created.
    ///
    /// With `siwe_params` the challenge is a Sign In With Ethereum message, and the wallet warns its
    /// owner when the website is not the one that the message names. Otherwise it is made of the
    /// project's name and random text.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`crypto_wallet_type_incompatible_with_siwe`](crate::ErrorType::CryptoWalletTypeIncompatibleWithSiwe):
    ///   Only an Ethereum wallet can sign a SIWE message.
    /// - [`user_not_found`](crate::ErrorType::UserNotFound): The project has no such user.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::{CryptoWalletType, crypto_wallets};
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let siwe = crypto_wallets::SiweParams::new(
    ///     "example.com",
    ///     "https://example.com/login",
    ///     ["https://example.com/terms"],
    /// )
    /// .statement("Sign in to Example.");
    /// let request = crypto_wallets::AuthenticateStartRequest::new(
    ///     CryptoWalletType::Ethereum,
    ///     "0x1f9090aaE28b8a3dCeaDf281B0F12828e676c326",
    /// )
    /// .siwe_params(siwe);
    /// let start = stytch.crypto_wallets().authenticate_start(request).await?;
    /// println!("have the wallet sign: {}", start.challenge);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/crypto_wallets/authenticate/start` ([reference](https://stytch.com/docs/api/crypto-wallet-authenticate-start))
    pub fn authenticate_start(
        &self,
        request: AuthenticateStartRequest,
    ) -> Call<AuthenticateStartResponse> {
        const OPERATION: Operation = Operation::new(
            "crypto_wallets.authenticate_start",
            Verb::Post,
            "/v1/crypto_wallets/authenticate/start",
        );
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Logs in a user with a signature by their crypto wallet.
    ///
    /// The signature is that of the `challenge` from
    /// [`crypto_wallets().authenticate_start`](crate::crypto_wallets::CryptoWallets::authenticate_start).
    /// Set `session_duration_minutes` to start a session.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`unable_to_authenticate_crypto_wallet`](crate::ErrorType::UnableToAuthenticateCryptoWallet):
    ///   The signature does not fit the wallet and its challenge.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::{CryptoWalletType, crypto_wallets};
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let request = crypto_wallets::AuthenticateRequest::new(
    ///     CryptoWalletType::Ethereum,
    ///     "0x1f9090aaE28b8a3dCeaDf281B0F12828e676c326",
    ///     "the signature from the wallet",
    /// )
    /// .session_duration_minutes(60);
    /// let login = stytch.crypto_wallets().authenticate(request).await?;
    /// set_cookie("session", login.session_token.expose());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/crypto_wallets/authenticate` ([reference](https://stytch.com/docs/api/crypto-wallet-authenticate))
    pub fn authenticate(&self, request: AuthenticateRequest) -> Call<AuthenticateResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "session.session_id",
            "session.user_id",
        ])
        .owner(&["user_id", "session.user_id"])
        .asked_by(&["session_duration_minutes"]);
        const OPERATION: Operation = Operation::new(
            "crypto_wallets.authenticate",
            Verb::Post,
            "/v1/crypto_wallets/authenticate",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }
}

/// What [`CryptoWallets::authenticate_start`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateStartRequest {
    /// Blockchain that the wallet belongs to.
    pub crypto_wallet_type: CryptoWalletType,
    /// Public address of the wallet on its blockchain.
    pub crypto_wallet_address: String,
    /// User to whom the wallet is to belong.
    pub user_id: Option<UserId>,
    /// The user's current session as an opaque token. Give this or `session_jwt`, not both.
    pub session_token: Option<Secret>,
    /// The user's current session as a JWT, which may be past its expiry as long as the session lives.
    /// Give this or `session_token`, not both.
    pub session_jwt: Option<Secret>,
    /// Asks for a Sign In With Ethereum message with these contents; only for `ethereum` wallets.
    pub siwe_params: Option<SiweParams>,
}

impl AuthenticateStartRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        crypto_wallet_type: impl Into<CryptoWalletType>,
        crypto_wallet_address: impl Into<String>,
    ) -> Self {
        Self {
            crypto_wallet_type: crypto_wallet_type.into(),
            crypto_wallet_address: crypto_wallet_address.into(),
            user_id: None,
            session_token: None,
            session_jwt: None,
            siwe_params: None,
        }
    }

    /// User to whom the wallet is to belong.
    #[must_use]
    pub fn user_id(mut self, user_id: impl Into<UserId>) -> Self {
        self.user_id = Some(user_id.into());
        self
    }

    /// The user's current session as an opaque token.
    #[must_use]
    pub fn session_token(mut self, session_token: impl Into<Secret>) -> Self {
        self.session_token = Some(session_token.into());
        self
    }

    /// The user's current session as a JWT, which may be past its expiry as long as the session lives.
    #[must_use]
    pub fn session_jwt(mut self, session_jwt: impl Into<Secret>) -> Self {
        self.session_jwt = Some(session_jwt.into());
        self
    }

    /// Asks for a Sign In With Ethereum message with these contents; only for `ethereum` wallets.
    #[must_use]
    pub fn siwe_params(mut self, siwe_params: SiweParams) -> Self {
        self.siwe_params = Some(siwe_params);
        self
    }
}

#[doc(hidden)]
impl Body for AuthenticateStartRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("crypto_wallet_type", &self.crypto_wallet_type);
        fields.add("crypto_wallet_address", &self.crypto_wallet_address);
        fields.add("user_id", &self.user_id);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("siwe_params", &self.siwe_params);
    }
}

stytch_core::sent!(AuthenticateStartRequest);

/// What [`CryptoWallets::authenticate_start`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthenticateStartResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// Text for the wallet to sign.
    pub challenge: String,
    /// Whether the call created the user, rather than found one.
    pub user_created: bool,
}

#[doc(hidden)]
impl Object for AuthenticateStartResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "challenge" => self.challenge.slot(),
            "user_created" => self.user_created.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateStartResponse);

/// What [`CryptoWallets::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// Blockchain that the wallet belongs to.
    pub crypto_wallet_type: CryptoWalletType,
    /// Public address of the wallet on its blockchain.
    pub crypto_wallet_address: String,
    /// What the wallet made of the challenge.
    pub signature: Secret,
    /// The user's current session as an opaque token. Give this or `session_jwt`, not both.
    pub session_token: Option<Secret>,
    /// The user's current session as a JWT, which may be past its expiry as long as the session lives.
    /// Give this or `session_token`, not both.
    pub session_jwt: Option<Secret>,
    /// Lifetime of the session in minutes from now, 5 to 527040 (366 days). Starts a session, or
    /// extends the one that was passed in; unless set, none is started, and `session_custom_claims` go
    /// nowhere. A session JWT lives five minutes whatever stands here.
    pub session_duration_minutes: Option<i32>,
    /// Claims of your own for the session and its JWTs, merged key by key into those it has; a null
    /// removes a key. At most 4 KB together; the registered claims `iss`, `sub`, `aud`, `exp`, `nbf`,
    /// `iat` and `jti` are ignored.
    pub session_custom_claims: Option<Value>,
    /// Ties the call to a device fingerprint taken in the browser. The API keeps the fingerprint, and
    /// the place to which its IP address leads, with the person, and the answer says whether the device
    /// is known. Device fingerprinting has to be enabled for the workspace.
    pub telemetry_id: Option<TelemetryId>,
}

impl AuthenticateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        crypto_wallet_type: impl Into<CryptoWalletType>,
        crypto_wallet_address: impl Into<String>,
        signature: impl Into<Secret>,
    ) -> Self {
        Self {
            crypto_wallet_type: crypto_wallet_type.into(),
            crypto_wallet_address: crypto_wallet_address.into(),
            signature: signature.into(),
            session_token: None,
            session_jwt: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            telemetry_id: None,
        }
    }

    /// The user's current session as an opaque token.
    #[must_use]
    pub fn session_token(mut self, session_token: impl Into<Secret>) -> Self {
        self.session_token = Some(session_token.into());
        self
    }

    /// The user's current session as a JWT, which may be past its expiry as long as the session lives.
    #[must_use]
    pub fn session_jwt(mut self, session_jwt: impl Into<Secret>) -> Self {
        self.session_jwt = Some(session_jwt.into());
        self
    }

    /// Lifetime of the session in minutes from now, 5 to 527040 (366 days).
    #[must_use]
    pub fn session_duration_minutes(mut self, session_duration_minutes: i32) -> Self {
        self.session_duration_minutes = Some(session_duration_minutes);
        self
    }

    /// Claims of your own for the session and its JWTs, merged key by key into those it has; a null
    /// removes a key.
    #[must_use]
    pub fn session_custom_claims(mut self, session_custom_claims: impl Into<Value>) -> Self {
        self.session_custom_claims = Some(session_custom_claims.into());
        self
    }

    /// Ties the call to a device fingerprint taken in the browser.
    #[must_use]
    pub fn telemetry_id(mut self, telemetry_id: impl Into<TelemetryId>) -> Self {
        self.telemetry_id = Some(telemetry_id.into());
        self
    }
}

#[doc(hidden)]
impl Body for AuthenticateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("crypto_wallet_type", &self.crypto_wallet_type);
        fields.add("crypto_wallet_address", &self.crypto_wallet_address);
        fields.add("signature", &self.signature);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
    }
}

stytch_core::sent!(AuthenticateRequest);

/// What [`CryptoWallets::authenticate`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthenticateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// The user as it is after the call.
    pub user: User,
    /// Opaque token of the session; keep it in a cookie or the like. Empty when no session was asked
    /// for.
    pub session_token: Secret,
    /// The session as a signed JWT that can be checked without the API, valid for five minutes. Empty
    /// when no session was asked for.
    pub session_jwt: Secret,
    /// The session that was started or extended; missing unless the call passed one in or set
    /// `session_duration_minutes`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub session: Option<Session>,
    /// What is known of the device, when the call carried a `telemetry_id`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub user_device: Option<DeviceInfo>,
    /// What stood in the message, if it was a Sign In With Ethereum message.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub siwe_params: Option<SiweParamsResponse>,
}

impl AuthenticateResponse {
    /// The custom claims of the session as a type of your own: a map, or a struct that
    /// implements `Deserialize`.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) if the claims don't fit the type,
    /// [`ErrorKind::MissingProof`](crate::ErrorKind::MissingProof) if the response carries
    /// no session.
    pub fn custom_claims_as<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.session
            .as_ref()
            .ok_or_else(missing_session)?
            .custom_claims_as()
    }
}

#[doc(hidden)]
impl Object for AuthenticateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "user" => self.user.slot(),
            "session_token" => self.session_token.slot(),
            "session_jwt" => self.session_jwt.slot(),
            "session" => self.session.slot(),
            "user_device" => self.user_device.slot(),
            "siwe_params" => self.siwe_params.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateResponse);

/// What goes into a Sign In With Ethereum (SIWE) message.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SiweParams {
    /// Domain of your app that asks for the signature, an RFC 3986 authority. A wallet warns its owner
    /// if the website is at another.
    pub domain: String,
    /// RFC 3986 URI of what the user signs in to.
    pub uri: String,
    /// RFC 3986 URIs of what the user wants resolved as part of the login; may be empty.
    pub resources: Vec<String>,
    /// EIP-155 id of the chain that the session is bound to, a whole number from 1 to
    /// 9223372036854775771 as text; 1 unless set.
    pub chain_id: Option<String>,
    /// Text in ASCII for the user to read and sign. Only the reserved and unreserved characters of RFC
    /// 3986 and spaces are allowed: no line breaks, no tabs.
    pub statement: Option<String>,
    /// When the message was made; now unless set.
    pub issued_at: Option<Timestamp>,
    /// When the message becomes valid; now unless set.
    pub not_before: Option<Timestamp>,
    /// An id of your own for this login, of characters that RFC 3986 allows in a path.
    pub message_request_id: Option<String>,
}

impl SiweParams {
    /// A value with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        domain: impl Into<String>,
        uri: impl Into<String>,
        resources: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            domain: domain.into(),
            uri: uri.into(),
            resources: list(resources),
            chain_id: None,
            statement: None,
            issued_at: None,
            not_before: None,
            message_request_id: None,
        }
    }

    /// EIP-155 id of the chain that the session is bound to, a whole number from 1 to
    /// 9223372036854775771 as text; 1 unless set.
    #[must_use]
    pub fn chain_id(mut self, chain_id: impl Into<String>) -> Self {
        self.chain_id = Some(chain_id.into());
        self
    }

    /// Text in ASCII for the user to read and sign.
    #[must_use]
    pub fn statement(mut self, statement: impl Into<String>) -> Self {
        self.statement = Some(statement.into());
        self
    }

    /// When the message was made; now unless set.
    #[must_use]
    pub fn issued_at(mut self, issued_at: impl Into<Timestamp>) -> Self {
        self.issued_at = Some(issued_at.into());
        self
    }

    /// When the message becomes valid; now unless set.
    #[must_use]
    pub fn not_before(mut self, not_before: impl Into<Timestamp>) -> Self {
        self.not_before = Some(not_before.into());
        self
    }

    /// An id of your own for this login, of characters that RFC 3986 allows in a path.
    #[must_use]
    pub fn message_request_id(mut self, message_request_id: impl Into<String>) -> Self {
        self.message_request_id = Some(message_request_id.into());
        self
    }
}

#[doc(hidden)]
impl Body for SiweParams {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("domain", &self.domain);
        fields.add("uri", &self.uri);
        fields.add("resources", &self.resources);
        fields.add("chain_id", &self.chain_id);
        fields.add("statement", &self.statement);
        fields.add("issued_at", &self.issued_at);
        fields.add("not_before", &self.not_before);
        fields.add("message_request_id", &self.message_request_id);
    }
}

stytch_core::sent!(SiweParams);

/// What stood in the Sign In With Ethereum (SIWE) message that the user signed.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct SiweParamsResponse {
    /// Domain of your app that asks for the signature, an RFC 3986 authority.
    pub domain: String,
    /// RFC 3986 URI of what the user signs in to.
    pub uri: String,
    /// EIP-155 id of the chain that the session is bound to.
    pub chain_id: String,
    /// RFC 3986 URIs of what the user wants resolved as part of the login; may be empty.
    pub resources: Vec<String>,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// When the message was made.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub issued_at: Option<Timestamp>,
    /// Your own id for this login, if you gave one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub message_request_id: Option<String>,
}

#[doc(hidden)]
impl Object for SiweParamsResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "domain" => self.domain.slot(),
            "uri" => self.uri.slot(),
            "chain_id" => self.chain_id.slot(),
            "resources" => self.resources.slot(),
            "status_code" => self.status_code.slot(),
            "issued_at" => self.issued_at.slot(),
            "message_request_id" => self.message_request_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(SiweParamsResponse);
