// Generated from spec/b2b/passwords.yaml by `cargo xtask generate`. Do not edit.

//! Log members in with an email address and a password.
//!
//! A member gets a first password by resetting one that is not there yet:
//! [`passwords().email().reset_start`](crate::passwords::email::Email::reset_start) sends a link to
//! members who are not logged in, and
//! [`passwords().sessions().reset`](crate::passwords::sessions::Sessions::reset) serves those who
//! are. Passwords kept elsewhere move over with
//! [`passwords().migrate`](crate::passwords::Passwords::migrate). What makes a password good enough
//! is set in the dashboard, and
//! [`passwords().strength_check`](crate::passwords::Passwords::strength_check) judges one against
//! it.
//!
//! As a rule a password belongs to one organization. With cross-organization passwords, a setting
//! of the project, it belongs to the email address and serves in all organizations of its owner,
//! who can then log in before having chosen one: see
//! [`passwords().discovery().authenticate`](crate::passwords::discovery::Discovery::authenticate).

pub mod discovery;
pub mod email;
pub mod existing_password;
pub mod sessions;

use serde::de::DeserializeOwned;
use stytch_core::claims::missing_session;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot, list};
use stytch_core::{Error, Secret, Timestamp, Value};

use crate::device_history::DeviceInfo;
use crate::mfa::MfaRequired;
use crate::organizations::{Member, Organization};
use crate::password_hashes::{
    Argon2Config, HashType, Md5Config, Pbkdf2Config, ScryptConfig, Sha1Config, Sha512Config,
};
use crate::sessions::{MemberSession, PrimaryRequired};
use crate::{Locale, MemberId, OrganizationId, StrengthPolicy, TelemetryId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.passwords()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Passwords {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Passwords {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`passwords::discovery`](discovery):
    /// [`authenticate`](discovery::Discovery::authenticate), [`email()`](discovery::Discovery::email).
    #[must_use]
    pub fn discovery(&self) -> discovery::Discovery {
        discovery::Discovery::new(self.client.clone())
    }

    /// The calls of [`passwords::email`](email): [`require_reset`](email::Email::require_reset),
    /// [`reset`](email::Email::reset), [`reset_start`](email::Email::reset_start).
    #[must_use]
    pub fn email(&self) -> email::Email {
        email::Email::new(self.client.clone())
    }

    /// The calls of [`passwords::existing_password`](existing_password):
    /// [`reset`](existing_password::ExistingPassword::reset).
    #[must_use]
    pub fn existing_password(&self) -> existing_password::ExistingPassword {
        existing_password::ExistingPassword::new(self.client.clone())
    }

    /// The calls of [`passwords::sessions`](sessions): [`reset`](sessions::Sessions::reset).
    #[must_use]
    pub fn sessions(&self) -> sessions::Sessions {
        sessions::Sessions::new(self.client.clone())
    }

    /// Logs in a member of an organization with email address and password.
    ///
    /// If the answer is not `member_authenticated`, a factor is missing and there is no session,
    /// whatever session options were set. For a second factor, pass `intermediate_session_token` and
    /// the code to [`otps().sms().authenticate`](crate::otps::sms::Sms::authenticate),
    /// [`totps().authenticate`](crate::totps::Totps::authenticate) or
    /// [`recovery_codes().recover`](crate::recovery_codes::RecoveryCodes::recover); for another first
    /// factor, pass it to the login that `primary_required` names. The token lives ten minutes by
    /// default and holds for this organization alone, not for discovery. Passing a live session in
    /// spares the second factor.
    ///
    /// Where the project checks passwords against data breaches at login, one that leaked is refused
    /// with `member_reset_password` even if it is right: go on with
    /// [`passwords().email().reset_start`](crate::passwords::email::Email::reset_start).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`unauthorized_credentials`](crate::ErrorType::UnauthorizedCredentials): Something does not
    ///   match: the password, the session, or the project id and secret of the client.
    /// - [`member_password_not_found`](crate::ErrorType::MemberPasswordNotFound): The member has no
    ///   password yet; offer a reset by email, or another way to log in.
    /// - [`member_reset_password`](crate::ErrorType::MemberResetPassword): The password may be right
    ///   but has to be replaced, since it occurs in a data breach; start a reset by email.
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`user_lock_limit_reached`](crate::ErrorType::UserLockLimitReached): Too many failed attempts
    ///   in a row; the person is locked out for a while, an hour unless the dashboard says otherwise.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::passwords;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let request = passwords::AuthenticateRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "ada@example.com",
    ///     "correct horse battery staple",
    /// )
    /// .session_duration_minutes(60);
    /// let login = stytch.passwords().authenticate(request).await?;
    /// if login.member_authenticated {
    ///     set_cookie("session", login.session_token.expose());
    /// } else {
    ///     // A factor is missing: ask for it and go on with this token.
    ///     set_cookie("login", login.intermediate_session_token.expose());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/passwords/authenticate` ([reference](https://stytch.com/docs/b2b/api/passwords-authenticate))
    pub fn authenticate(&self, request: AuthenticateRequest) -> Call<AuthenticateResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "member_session.member_session_id",
            "member_session.member_id",
        ])
        .owner(&["member_id", "member_session.member_id"])
        .pending("member_authenticated", &["intermediate_session_token"]);
        const OPERATION: Operation = Operation::new(
            "passwords.authenticate",
            Verb::Post,
            "/v1/b2b/passwords/authenticate",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Brings a member's password over from another system, as a hash.
    ///
    /// The member keeps the password without noticing the move. A member who does not exist is created;
    /// one who has a password already is refused.
    ///
    /// The email address counts as verified afterwards, so migrate only addresses that your app has
    /// verified itself. With cross-organization passwords, call this for each organization of the
    /// address. At most 100 calls per second are accepted.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`invalid_hash`](crate::ErrorType::InvalidHash): The hash does not have the form that its type
    ///   calls for.
    /// - [`invalid_phone_number`](crate::ErrorType::InvalidPhoneNumber): The phone number is not in
    ///   E.164 format, such as `+12025550162`.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`password_already_exists`](crate::ErrorType::PasswordAlreadyExists): There is a password
    ///   already; a migration only adds a first one.
    /// - [`too_many_requests`](crate::ErrorType::TooManyRequests): The rate limit is reached; wait
    ///   before the next try.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::{password_hashes, passwords};
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let salt = "c2FsdHNhbHRzYWx0";
    /// let config = password_hashes::ScryptConfig::new(salt, 16384, 8, 1, 32);
    /// let request = passwords::MigrateRequest::new(
    ///     "ada@example.com",
    ///     "cPx6CY1sSSDV9THZ1YcqLZjj5Bl0IxSVO14ZWxtVQTo=",
    ///     password_hashes::HashType::Scrypt,
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    /// )
    /// .scrypt_config(config)
    /// .name("Ada Lovelace");
    /// let migrated = stytch.passwords().migrate(request).await?;
    /// println!("{} can log in as before", migrated.member.email_address);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/passwords/migrate` ([reference](https://stytch.com/docs/b2b/api/migrate))
    pub fn migrate(&self, request: MigrateRequest) -> Call<MigrateResponse> {
        const OPERATION: Operation =
            Operation::new("passwords.migrate", Verb::Post, "/v1/b2b/passwords/migrate");
        self.client
            .prepare(&OPERATION)
            .object("trusted_metadata", &request.trusted_metadata)
            .object("untrusted_metadata", &request.untrusted_metadata)
            .json(&request)
            .into_call()
    }

    /// Checks whether a password would be accepted, and says how to improve it.
    ///
    /// Nothing is stored. Call it while the member fills in the form, then set the password with one of
    /// the resets. Which feedback there is depends on the policy of the project: with zxcvbn, the
    /// default, a score of 3 or more passes, and `zxcvbn_feedback` can be shown as it is; with LUDS the
    /// password has to meet your own rules, and `luds_feedback` says which it fails.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::passwords;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = passwords::StrengthCheckRequest::new("correct horse battery staple")
    ///     .email_address("ada@example.com");
    /// let check = stytch.passwords().strength_check(request).await?;
    /// if let (false, Some(feedback)) = (check.valid_password, check.zxcvbn_feedback) {
    ///     println!("{} {}", feedback.warning, feedback.suggestions.join(" "));
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/passwords/strength_check` ([reference](https://stytch.com/docs/b2b/api/strength-check))
    pub fn strength_check(&self, request: StrengthCheckRequest) -> Call<StrengthCheckResponse> {
        const OPERATION: Operation = Operation::new(
            "passwords.strength_check",
            Verb::Post,
            "/v1/b2b/passwords/strength_check",
        )
        .repeatable();
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`Passwords::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// Email address of the member.
    pub email_address: String,
    /// Password that the member typed. Any UTF-8 text is allowed, spaces and emoji included.
    pub password: Secret,
    /// The member's current session as an opaque token. Give this or `session_jwt`, not both.
    pub session_token: Option<Secret>,
    /// The member's current session as a JWT, which may be past its expiry as long as the session
    /// lives. Give this or `session_token`, not both.
    pub session_jwt: Option<Secret>,
    /// Lifetime of the session in minutes from now, 5 to 527040 (366 days); 60 unless set. A session
    /// that was passed in is extended by it; a session JWT lives five minutes whatever stands here.
    pub session_duration_minutes: Option<i32>,
    /// Claims of your own for the session and its JWTs, merged key by key into those it has; a null
    /// removes a key. At most 4 KB together; the registered claims `iss`, `sub`, `aud`, `exp`, `nbf`,
    /// `iat` and `jti` are ignored.
    pub session_custom_claims: Option<Value>,
    /// Ties the call to a device fingerprint taken in the browser. The API keeps the fingerprint, and
    /// the place to which its IP address leads, with the person, and the answer says whether the device
    /// is known. Device fingerprinting has to be enabled for the workspace.
    pub telemetry_id: Option<TelemetryId>,
    /// Proof of the factors shown so far, from an earlier step of this login.
    pub intermediate_session_token: Option<Secret>,
    /// Language of the passcode message that goes out at once when the member still owes a second
    /// factor and has a phone number; English unless set.
    pub locale: Option<Locale>,
}

impl AuthenticateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        email_address: impl Into<String>,
        password: impl Into<Secret>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            email_address: email_address.into(),
            password: password.into(),
            session_token: None,
            session_jwt: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            telemetry_id: None,
            intermediate_session_token: None,
            locale: None,
        }
    }

    /// The member's current session as an opaque token.
    #[must_use]
    pub fn session_token(mut self, session_token: impl Into<Secret>) -> Self {
        self.session_token = Some(session_token.into());
        self
    }

    /// The member's current session as a JWT, which may be past its expiry as long as the session
    /// lives.
    #[must_use]
    pub fn session_jwt(mut self, session_jwt: impl Into<Secret>) -> Self {
        self.session_jwt = Some(session_jwt.into());
        self
    }

    /// Lifetime of the session in minutes from now, 5 to 527040 (366 days); 60 unless set.
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

    /// Proof of the factors shown so far, from an earlier step of this login.
    #[must_use]
    pub fn intermediate_session_token(
        mut self,
        intermediate_session_token: impl Into<Secret>,
    ) -> Self {
        self.intermediate_session_token = Some(intermediate_session_token.into());
        self
    }

    /// Language of the passcode message that goes out at once when the member still owes a second
    /// factor and has a phone number; English unless set.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<Locale>) -> Self {
        self.locale = Some(locale.into());
        self
    }
}

#[doc(hidden)]
impl Body for AuthenticateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("organization_id", &self.organization_id);
        fields.add("email_address", &self.email_address);
        fields.add("password", &self.password);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
        fields.add(
            "intermediate_session_token",
            &self.intermediate_session_token,
        );
        fields.add("locale", &self.locale);
    }
}

stytch_core::sent!(AuthenticateRequest);

/// What [`Passwords::authenticate`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthenticateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Member that the answer is about.
    pub member_id: MemberId,
    /// The member as it is after the call.
    pub member: Member,
    /// The organization with its settings.
    pub organization: Organization,
    /// Opaque token of the session; keep it in a cookie or the like. Empty while a factor is missing.
    pub session_token: Secret,
    /// The session as a signed JWT that can be checked without the API, valid for five minutes. Empty
    /// while a factor is missing.
    pub session_jwt: Secret,
    /// Whether the member is fully logged in. If false, `mfa_required` or `primary_required` tells
    /// which step is left, and `intermediate_session_token` carries what has been proven.
    pub member_authenticated: bool,
    /// Proof of the factors shown so far when they do not yet make a session: pass it to the step that
    /// adds the missing factor, or trade it for a session in an organization. Empty when the member is
    /// logged in.
    pub intermediate_session_token: Secret,
    /// When `intermediate_session_token` stops being accepted; by default ten minutes after it is
    /// issued.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub intermediate_session_token_expires_at: Option<Timestamp>,
    /// The session that was started or extended.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member_session: Option<MemberSession>,
    /// The second factor that is still to come, and how the member can give it.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub mfa_required: Option<MfaRequired>,
    /// The first factors that this organization accepts, when the one that was shown is not among them.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub primary_required: Option<PrimaryRequired>,
    /// What is known of the device, when the call carried a `telemetry_id`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member_device: Option<DeviceInfo>,
    /// Organization that the answer is about.
    pub organization_id: OrganizationId,
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
        self.member_session
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
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            "session_token" => self.session_token.slot(),
            "session_jwt" => self.session_jwt.slot(),
            "member_authenticated" => self.member_authenticated.slot(),
            "intermediate_session_token" => self.intermediate_session_token.slot(),
            "intermediate_session_token_expires_at" => {
                self.intermediate_session_token_expires_at.slot()
            }
            "member_session" => self.member_session.slot(),
            "mfa_required" => self.mfa_required.slot(),
            "primary_required" => self.primary_required.slot(),
            "member_device" => self.member_device.slot(),
            "organization_id" => self.organization_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateResponse);

/// What [`Passwords::migrate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct MigrateRequest {
    /// Email address of the member.
    pub email_address: String,
    /// The password hash. One of scrypt or PBKDF2 goes in base64.
    pub hash: Secret,
    /// The function that made the hash.
    pub hash_type: HashType,
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// Salts of an MD5 hash, if it has any.
    pub md_5_config: Option<Md5Config>,
    /// Parameters of an Argon2 hash in hex; not needed for the encoded form.
    pub argon_2_config: Option<Argon2Config>,
    /// Salts of a SHA-1 hash, if it has any.
    pub sha_1_config: Option<Sha1Config>,
    /// Salts of a SHA-512 hash, if it has any.
    pub sha_512_config: Option<Sha512Config>,
    /// Parameters of a scrypt hash that is not in the PHC string format.
    pub scrypt_config: Option<ScryptConfig>,
    /// Parameters of a PBKDF2 hash, which always needs them.
    pub pbkdf_2_config: Option<Pbkdf2Config>,
    /// Data of your own, at most 20 keys and 4 KB. Only your backend can change it, frontends can read
    /// it. An update replaces the keys that it names and keeps the others; a null removes a key.
    pub trusted_metadata: Option<Value>,
    /// Data of your own that people may also change themselves by way of a frontend SDK, so keep out of
    /// it whatever they must not decide. At most 20 keys and 4 KB; an update replaces the keys that it
    /// names and keeps the others; a null removes a key.
    pub untrusted_metadata: Option<Value>,
    /// What the member is called, for people.
    pub name: Option<String>,
    /// Roles to give the member directly, in place of all roles given so before. Sessions may end when
    /// one is taken away; see `preserve_existing_sessions`.
    pub roles: Option<Vec<String>>,
    /// Whether sessions survive that rest on a role taken away here which the member also has through
    /// an SSO connection or one of its groups. False unless set: sessions with an SSO factor of that
    /// connection end.
    pub preserve_existing_sessions: Option<bool>,
    /// Phone number for passcodes, in E.164 format such as `+12025550162`. A member has one at most.
    pub mfa_phone_number: Option<String>,
    /// Whether the phone number counts as verified. Dangerous: set it only when your app has made sure
    /// that the number is theirs.
    pub set_phone_number_verified: Option<bool>,
    /// Your own id for a member who is created by this call, which most calls then take in place of
    /// `member_id`; ignored for one who exists. Up to 128 letters, digits and `.`, `_`, `-`, `|`;
    /// unique within the organization.
    pub external_id: Option<String>,
}

impl MigrateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        email_address: impl Into<String>,
        hash: impl Into<Secret>,
        hash_type: impl Into<HashType>,
        organization_id: impl Into<OrganizationId>,
    ) -> Self {
        Self {
            email_address: email_address.into(),
            hash: hash.into(),
            hash_type: hash_type.into(),
            organization_id: organization_id.into(),
            md_5_config: None,
            argon_2_config: None,
            sha_1_config: None,
            sha_512_config: None,
            scrypt_config: None,
            pbkdf_2_config: None,
            trusted_metadata: None,
            untrusted_metadata: None,
            name: None,
            roles: None,
            preserve_existing_sessions: None,
            mfa_phone_number: None,
            set_phone_number_verified: None,
            external_id: None,
        }
    }

    /// Salts of an MD5 hash, if it has any.
    #[must_use]
    pub fn md_5_config(mut self, md_5_config: Md5Config) -> Self {
        self.md_5_config = Some(md_5_config);
        self
    }

    /// Parameters of an Argon2 hash in hex; not needed for the encoded form.
    #[must_use]
    pub fn argon_2_config(mut self, argon_2_config: Argon2Config) -> Self {
        self.argon_2_config = Some(argon_2_config);
        self
    }

    /// Salts of a SHA-1 hash, if it has any.
    #[must_use]
    pub fn sha_1_config(mut self, sha_1_config: Sha1Config) -> Self {
        self.sha_1_config = Some(sha_1_config);
        self
    }

    /// Salts of a SHA-512 hash, if it has any.
    #[must_use]
    pub fn sha_512_config(mut self, sha_512_config: Sha512Config) -> Self {
        self.sha_512_config = Some(sha_512_config);
        self
    }

    /// Parameters of a scrypt hash that is not in the PHC string format.
    #[must_use]
    pub fn scrypt_config(mut self, scrypt_config: ScryptConfig) -> Self {
        self.scrypt_config = Some(scrypt_config);
        self
    }

    /// Parameters of a PBKDF2 hash, which always needs them.
    #[must_use]
    pub fn pbkdf_2_config(mut self, pbkdf_2_config: Pbkdf2Config) -> Self {
        self.pbkdf_2_config = Some(pbkdf_2_config);
        self
    }

    /// Data of your own, at most 20 keys and 4 KB.
    #[must_use]
    pub fn trusted_metadata(mut self, trusted_metadata: impl Into<Value>) -> Self {
        self.trusted_metadata = Some(trusted_metadata.into());
        self
    }

    /// Data of your own that people may also change themselves by way of a frontend SDK, so keep out of
    /// it whatever they must not decide.
    #[must_use]
    pub fn untrusted_metadata(mut self, untrusted_metadata: impl Into<Value>) -> Self {
        self.untrusted_metadata = Some(untrusted_metadata.into());
        self
    }

    /// What the member is called, for people.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Roles to give the member directly, in place of all roles given so before.
    #[must_use]
    pub fn roles(mut self, roles: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.roles = Some(list(roles));
        self
    }

    /// Whether sessions survive that rest on a role taken away here which the member also has through
    /// an SSO connection or one of its groups.
    #[must_use]
    pub fn preserve_existing_sessions(mut self, preserve_existing_sessions: bool) -> Self {
        self.preserve_existing_sessions = Some(preserve_existing_sessions);
        self
    }

    /// Phone number for passcodes, in E.164 format such as `+12025550162`.
    #[must_use]
    pub fn mfa_phone_number(mut self, mfa_phone_number: impl Into<String>) -> Self {
        self.mfa_phone_number = Some(mfa_phone_number.into());
        self
    }

    /// Whether the phone number counts as verified.
    #[must_use]
    pub fn set_phone_number_verified(mut self, set_phone_number_verified: bool) -> Self {
        self.set_phone_number_verified = Some(set_phone_number_verified);
        self
    }

    /// Your own id for a member who is created by this call, which most calls then take in place of
    /// `member_id`; ignored for one who exists.
    #[must_use]
    pub fn external_id(mut self, external_id: impl Into<String>) -> Self {
        self.external_id = Some(external_id.into());
        self
    }
}

#[doc(hidden)]
impl Body for MigrateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email_address", &self.email_address);
        fields.add("hash", &self.hash);
        fields.add("hash_type", &self.hash_type);
        fields.add("organization_id", &self.organization_id);
        fields.add("md_5_config", &self.md_5_config);
        fields.add("argon_2_config", &self.argon_2_config);
        fields.add("sha_1_config", &self.sha_1_config);
        fields.add("sha_512_config", &self.sha_512_config);
        fields.add("scrypt_config", &self.scrypt_config);
        fields.add("pbkdf_2_config", &self.pbkdf_2_config);
        fields.add("trusted_metadata", &self.trusted_metadata);
        fields.add("untrusted_metadata", &self.untrusted_metadata);
        fields.add("name", &self.name);
        fields.add("roles", &self.roles);
        fields.add(
            "preserve_existing_sessions",
            &self.preserve_existing_sessions,
        );
        fields.add("mfa_phone_number", &self.mfa_phone_number);
        fields.add("set_phone_number_verified", &self.set_phone_number_verified);
        fields.add("external_id", &self.external_id);
    }
}

stytch_core::sent!(MigrateRequest);

/// What [`Passwords::migrate`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct MigrateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Member that the answer is about.
    pub member_id: MemberId,
    /// The member as it is after the call.
    pub member: Member,
    /// The organization with its settings.
    pub organization: Organization,
    /// Whether the call created the member; false if the member was there before.
    pub member_created: bool,
}

#[doc(hidden)]
impl Object for MigrateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            "member_created" => self.member_created.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(MigrateResponse);

/// What [`Passwords::strength_check`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct StrengthCheckRequest {
    /// Password that the member typed. Any UTF-8 text is allowed, spaces and emoji included.
    pub password: Secret,
    /// Email address of the member. With it, a password known from a data breach is not valid.
    pub email_address: Option<String>,
}

impl StrengthCheckRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(password: impl Into<Secret>) -> Self {
        Self {
            password: password.into(),
            email_address: None,
        }
    }

    /// Email address of the member.
    #[must_use]
    pub fn email_address(mut self, email_address: impl Into<String>) -> Self {
        self.email_address = Some(email_address.into());
        self
    }
}

#[doc(hidden)]
impl Body for StrengthCheckRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("password", &self.password);
        fields.add("email_address", &self.email_address);
    }
}

stytch_core::sent!(StrengthCheckRequest);

/// What [`Passwords::strength_check`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct StrengthCheckResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Whether the password would be accepted: strong enough for the policy and, when an email address
    /// was sent along, not known from a data breach.
    pub valid_password: bool,
    /// How hard the password is to guess according to zxcvbn, 1 to 4; 3 and above pass.
    pub score: i32,
    /// Whether the password occurs in the data breaches that HaveIBeenPwned collects.
    pub breached_password: bool,
    /// The policy that judged the password, and so which feedback to look at.
    pub strength_policy: StrengthPolicy,
    /// Whether new passwords are checked against data breaches, as the dashboard says; on unless
    /// switched off. If not, `breached_password` is always false.
    pub breach_detection_on_create: bool,
    /// What the password has and what it lacks, under the LUDS policy.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub luds_feedback: Option<LudsFeedback>,
    /// Warning and advice to show, under the zxcvbn policy.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub zxcvbn_feedback: Option<ZxcvbnFeedback>,
}

#[doc(hidden)]
impl Object for StrengthCheckResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "valid_password" => self.valid_password.slot(),
            "score" => self.score.slot(),
            "breached_password" => self.breached_password.slot(),
            "strength_policy" => self.strength_policy.slot(),
            "breach_detection_on_create" => self.breach_detection_on_create.slot(),
            "luds_feedback" => self.luds_feedback.slot(),
            "zxcvbn_feedback" => self.zxcvbn_feedback.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(StrengthCheckResponse);

/// How a password does under the LUDS policy, kind of character by kind of character.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct LudsFeedback {
    /// Whether there is a lower-case letter.
    pub has_lower_case: bool,
    /// Whether there is an upper-case letter.
    pub has_upper_case: bool,
    /// Whether there is a digit.
    pub has_digit: bool,
    /// Whether there is a symbol; anything but the letters a to z and A to Z may count as one.
    pub has_symbol: bool,
    /// How many more kinds of characters the policy asks for.
    pub missing_complexity: i32,
    /// How many characters the password is too short by.
    pub missing_characters: i32,
}

#[doc(hidden)]
impl Object for LudsFeedback {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "has_lower_case" => self.has_lower_case.slot(),
            "has_upper_case" => self.has_upper_case.slot(),
            "has_digit" => self.has_digit.slot(),
            "has_symbol" => self.has_symbol.slot(),
            "missing_complexity" => self.missing_complexity.slot(),
            "missing_characters" => self.missing_characters.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(LudsFeedback);

/// What zxcvbn has to say about a password, in words for the person who typed it.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ZxcvbnFeedback {
    /// What makes the password easy to guess; empty when nothing stands out.
    pub warning: String,
    /// Advice on a better password, worded so that you can show it to people.
    pub suggestions: Vec<String>,
}

#[doc(hidden)]
impl Object for ZxcvbnFeedback {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "warning" => self.warning.slot(),
            "suggestions" => self.suggestions.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ZxcvbnFeedback);
