// Generated from spec/b2b/sessions.yaml by `cargo xtask generate`. Do not edit.

//! Check, extend, switch and end the sessions of members.
//!
//! A session comes out of every completed login as two texts that mean the same: an opaque
//! `session_token`, which only the API can check, and a `session_jwt`, which your server can check
//! by itself, for five minutes at a time.
//! [`sessions().authenticate`](crate::sessions::Sessions::authenticate) checks either and hands out
//! a fresh JWT.

use serde::de::DeserializeOwned;
use stytch_core::claims::{custom_claims_as, missing_session};
use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Error, JsonObject, Secret, Timestamp, Value};

use crate::authentication_factors::AuthenticationFactor;
use crate::device_history::DeviceInfo;
use crate::mfa::MfaRequired;
use crate::organizations::{AuthMethod, Member, Organization};
use crate::{
    Jwk, MemberId, MemberSessionId, OrganizationId, PhoneLocale, ProjectId, TelemetryId,
    TrustedAuthTokenProfileId,
};

#[cfg(feature = "client")]
use stytch_core::{AsMember, Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.sessions()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Sessions {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Sessions {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Checks that a session is alive, and extends it if asked.
    ///
    /// Pass the session token or the JWT, not both and not neither. A JWT past its expiry is fine as
    /// long as its signature holds and the session lives; the answer has a fresh one, so hand that to
    /// the browser. Without `session_duration_minutes` the end of the session stays as it is.
    ///
    /// With an `authorization_check`, a member whose roles do not allow the action is refused with
    /// status 403, and so is one who belongs to another organization; otherwise `verdict` names the
    /// roles that allow it. Roles count as they are in the session: one that comes from an SSO
    /// connection needs a factor from that connection.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`too_many_session_arguments`](crate::ErrorType::TooManySessionArguments): Both a session
    ///   token and a JWT were given; give one of them.
    /// - [`session_not_found`](crate::ErrorType::SessionNotFound): The session has ended or never
    ///   existed; the person has to log in again.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`session_authorization_tenancy_error`](crate::ErrorType::SessionAuthorizationTenancyError):
    ///   The member belongs to another organization than the one named in the authorization check.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::{Value, sessions};
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # use serde::Deserialize;
    /// # use std::collections::BTreeMap;
    /// let check = sessions::AuthorizationCheck::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "documents",
    ///     "edit",
    /// );
    /// let request = sessions::AuthenticateRequest::new()
    ///     .session_token("the token from the cookie")
    ///     .session_duration_minutes(60)
    ///     .authorization_check(check);
    /// let answer = stytch.sessions().authenticate(request).await?;
    /// println!("{} may edit documents", answer.member.email_address);
    ///
    /// // Custom claims come as a type of your own: a struct …
    /// #[derive(Deserialize)]
    /// struct Claims {
    ///     #[serde(rename = "https://my-app.example.net/custom-claim")]
    ///     my_app: MyApp,
    /// }
    /// #[derive(Deserialize)]
    /// struct MyApp {
    ///     number: i32,
    ///     array: Vec<Value>,
    /// }
    /// let claims: Claims = answer.custom_claims_as()?;
    /// println!("{} and {:?}", claims.my_app.number, claims.my_app.array);
    ///
    /// // … or a map.
    /// let claims: BTreeMap<String, Value> = answer.custom_claims_as()?;
    /// println!("{:?}", claims.keys());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/sessions/authenticate` ([reference](https://stytch.com/docs/b2b/api/authenticate-session))
    pub fn authenticate(&self, request: AuthenticateRequest) -> Call<AuthenticateResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "member_session.member_session_id",
            "member_session.member_id",
        ])
        .owner(&["member_session.member_id"]);
        const OPERATION: Operation = Operation::new(
            "sessions.authenticate",
            Verb::Post,
            "/v1/b2b/sessions/authenticate",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Lists the sessions of a member that are alive.
    ///
    /// Good for a page on which members see where they are logged in. End one with
    /// [`sessions().revoke`](crate::sessions::Sessions::revoke).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::sessions;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = sessions::GetRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "member-test-5f2a9c1e-83d4-4b6a-9e07-1c6d2b7f4a90",
    /// );
    /// for session in stytch.sessions().get(request).await?.member_sessions {
    ///     if let Some(since) = session.started_at {
    ///         println!("{}: since {since}", session.member_session_id);
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/b2b/sessions`
    pub fn get(&self, request: GetRequest) -> Call<GetResponse> {
        const OPERATION: Operation = Operation::new("sessions.get", Verb::Get, "/v1/b2b/sessions");
        self.client
            .prepare(&OPERATION)
            .query("organization_id", Some(&request.organization_id))
            .query("member_id", Some(&request.member_id))
            .into_call()
    }

    /// Ends one session, or all sessions of a member.
    ///
    /// Name one session by its id, token or JWT; or pass `member_id` alone to log the member out
    /// everywhere. The API refuses the tokens from then on. A JWT that somebody checks without the API
    /// still passes until it expires, at most five minutes later.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `revoke-sessions` on `stytch.member`,
    /// or on `stytch.self` for the member's own account.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`session_not_found`](crate::ErrorType::SessionNotFound): The session has ended or never
    ///   existed; the person has to log in again.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::{ErrorType, sessions};
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = sessions::RevokeRequest::new().session_token("the token from the cookie");
    /// match stytch.sessions().revoke(request).await {
    ///     Ok(_) => println!("logged out"),
    ///     Err(error) if error.is_type(ErrorType::SessionNotFound) => println!("was logged out before"),
    ///     Err(error) => return Err(error.into()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/sessions/revoke` ([reference](https://stytch.com/docs/b2b/api/revoke-session))
    pub fn revoke(&self, request: RevokeRequest) -> Call<RevokeResponse, AsMember> {
        const OPERATION: Operation =
            Operation::new("sessions.revoke", Verb::Post, "/v1/b2b/sessions/revoke");
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Takes a logged-in member over to another organization.
    ///
    /// This is how an app lets people switch organizations, or accept an invitation, without a new
    /// login. It does not make new members by email domain: for that, go through
    /// [`discovery().intermediate_sessions().exchange`](crate::discovery::intermediate_sessions::IntermediateSessions::exchange).
    ///
    /// Only email magic links, OAuth logins and passcodes by SMS count there; passcodes only if the
    /// member has the same verified phone number in both. If they satisfy the other organization, the
    /// member is logged in there. If not, `member_authenticated` is false, the session options have no
    /// effect, and `intermediate_session_token` holds the factors that count. With `primary_required`
    /// set, let the member log in by one of its methods and pass the token along; else `mfa_required`
    /// tells which second factor to ask for
    /// ([`otps().sms().authenticate`](crate::otps::sms::Sms::authenticate),
    /// [`totps().authenticate`](crate::totps::Totps::authenticate),
    /// [`recovery_codes().recover`](crate::recovery_codes::RecoveryCodes::recover)). The token can also
    /// go into
    /// [`discovery().organizations().create`](crate::discovery::organizations::Organizations::create).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_not_found`](crate::ErrorType::SessionNotFound): The session has ended or never
    ///   existed; the person has to log in again.
    /// - [`insufficient_factors_for_session_exchange`](crate::ErrorType::InsufficientFactorsForSessionExchange):
    ///   The session has no factor that counts in the other organization; the member has to log in
    ///   there.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::sessions;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let request = sessions::ExchangeRequest::new("second-org")
    ///     .session_token("the token from the cookie");
    /// let switched = stytch.sessions().exchange(request).await?;
    /// if switched.member_authenticated {
    ///     set_cookie("session", switched.session_token.expose());
    /// } else if let Some(primary) = switched.primary_required {
    ///     set_cookie("login", switched.intermediate_session_token.expose());
    ///     println!("log in once more, by one of {:?}", primary.allowed_auth_methods);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/sessions/exchange` ([reference](https://stytch.com/docs/b2b/api/exchange-session))
    pub fn exchange(&self, request: ExchangeRequest) -> Call<ExchangeResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "member_session.member_session_id",
            "member_session.member_id",
        ])
        .owner(&["member_id", "member_session.member_id"])
        .pending("member_authenticated", &["intermediate_session_token"]);
        const OPERATION: Operation =
            Operation::new("sessions.exchange", Verb::Post, "/v1/b2b/sessions/exchange")
                .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Turns a connected app's access token into a session of the member who authorized the app.
    ///
    /// The token must carry the scope `full_access`, which only first-party apps can get, must not be
    /// older than five minutes, and works once. No further factor is asked for, since the member gave
    /// them all when the token was issued.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`oauth_access_token_exchange_missing_full_access`](crate::ErrorType::OauthAccessTokenExchangeMissingFullAccess):
    ///   The access token lacks the scope `full_access`.
    /// - [`oauth_access_token_exchange_token_too_old`](crate::ErrorType::OauthAccessTokenExchangeTokenTooOld):
    ///   The access token was issued more than five minutes ago; get a new one.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::sessions;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let access_token = "the access token of your own mobile app";
    /// let request =
    ///     sessions::ExchangeAccessTokenRequest::new(access_token).session_duration_minutes(30);
    /// let login = stytch.sessions().exchange_access_token(request).await?;
    /// set_cookie("session", login.session_token.expose());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/sessions/exchange_access_token` ([reference](https://stytch.com/docs/b2b/api/connected-app-access-token-exchange))
    pub fn exchange_access_token(
        &self,
        request: ExchangeAccessTokenRequest,
    ) -> Call<ExchangeAccessTokenResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "member_session.member_session_id",
            "member_session.member_id",
        ])
        .owner(&["member_id", "member_session.member_id"]);
        const OPERATION: Operation = Operation::new(
            "sessions.exchange_access_token",
            Verb::Post,
            "/v1/b2b/sessions/exchange_access_token",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Logs a member in with a token from an issuer that the project trusts.
    ///
    /// Describe the issuer in the dashboard first; that makes the profile. With a session passed in,
    /// the token becomes one more factor of that session instead of starting a new one.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`invalid_trusted_auth_token`](crate::ErrorType::InvalidTrustedAuthToken): The token was not
    ///   accepted under this profile.
    /// - [`trusted_token_profile_not_found`](crate::ErrorType::TrustedTokenProfileNotFound): No trusted
    ///   auth token profile has this id.
    /// - [`token_missing_organization_id_claim`](crate::ErrorType::TokenMissingOrganizationIdClaim): No
    ///   claim of the token names the organization.
    /// - [`invalid_token_organization_id_claim`](crate::ErrorType::InvalidTokenOrganizationIdClaim):
    ///   The organization that a claim of the token names was not accepted.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::sessions;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = sessions::AttestRequest::new(
    ///     "trusted-auth-token-profile-test-8d5b0c27-1e94-4fa6-b3d8-27c6e9f0a514",
    ///     "the token of the trusted issuer",
    /// )
    /// .organization_id("organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11");
    /// let login = stytch.sessions().attest(request).await?;
    /// println!("{} is in", login.member.email_address);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/sessions/attest` ([reference](https://stytch.com/docs/b2b/api/attest-session))
    pub fn attest(&self, request: AttestRequest) -> Call<AttestResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "member_session.member_session_id",
            "member_session.member_id",
        ])
        .owner(&["member_id", "member_session.member_id"]);
        const OPERATION: Operation =
            Operation::new("sessions.attest", Verb::Post, "/v1/b2b/sessions/attest").proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Turns a login of your previous, OIDC-compliant system into a session.
    ///
    /// The API shows the old token to the UserInfo endpoint that the project's settings name, and takes
    /// the email address from the answer. A member with that address must exist in the organization by
    /// then; [`organizations().members().create`](crate::organizations::members::Members::create) makes
    /// one.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`migrate_from_external_email_does_not_exist`](crate::ErrorType::MigrateFromExternalEmailDoesNotExist):
    ///   Nobody has the email address that the UserInfo endpoint named; create the account first.
    /// - [`migrate_from_external_unexpected_response`](crate::ErrorType::MigrateFromExternalUnexpectedResponse):
    ///   The UserInfo endpoint answered with something else than expected.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::sessions;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let request = sessions::MigrateRequest::new(
    ///     "the token of the old system",
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    /// );
    /// let login = stytch.sessions().migrate(request).await?;
    /// set_cookie("session", login.session_token.expose());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/sessions/migrate`
    pub fn migrate(&self, request: MigrateRequest) -> Call<MigrateResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "member_session.member_session_id",
            "member_session.member_id",
        ])
        .owner(&["member_id", "member_session.member_id"]);
        const OPERATION: Operation =
            Operation::new("sessions.migrate", Verb::Post, "/v1/b2b/sessions/migrate").proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Fetches the public keys that verify a project's session JWTs.
    ///
    /// The client does this by itself when it checks a JWT; call it only to feed another library.
    /// Choose the key by the `kid` in the JWT's header. Keys change about every six months; the old and
    /// the new one are then both listed for a month, and for some five minutes JWTs of both are about.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::sessions;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = sessions::GetJwksRequest::new(stytch.project_id());
    /// for key in &stytch.sessions().get_jwks(request).await?.keys {
    ///     println!("{} signs with {}", key.kid, key.alg);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/b2b/sessions/jwks/{project_id}`
    pub fn get_jwks(&self, request: GetJwksRequest) -> Call<GetJwksResponse> {
        const OPERATION: Operation = Operation::new(
            "sessions.get_jwks",
            Verb::Get,
            "/v1/b2b/sessions/jwks/{project_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("project_id", request.project_id.as_str())
            .into_call()
    }
}

/// What [`Sessions::authenticate`] takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// The member's current session as an opaque token. Give this or `session_jwt`, not both.
    pub session_token: Option<Secret>,
    /// The member's current session as a JWT, which may be past its expiry as long as the session
    /// lives. Give this or `session_token`, not both.
    pub session_jwt: Option<Secret>,
    /// Extends the session to this many minutes from now, 5 to 527040 (366 days). Leave it out to check
    /// the session and nothing more.
    pub session_duration_minutes: Option<i32>,
    /// Claims of your own for the session and its JWTs, merged key by key into those it has; a null
    /// removes a key. At most 4 KB together; the registered claims `iss`, `sub`, `aud`, `exp`, `nbf`,
    /// `iat` and `jti` are ignored.
    pub session_custom_claims: Option<Value>,
    /// Also checks whether the member may do something; the call fails if not.
    pub authorization_check: Option<AuthorizationCheck>,
}

impl AuthenticateRequest {
    /// A request that leaves everything to the defaults; the methods below add to it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

    /// Extends the session to this many minutes from now, 5 to 527040 (366 days).
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

    /// Also checks whether the member may do something; the call fails if not.
    #[must_use]
    pub fn authorization_check(mut self, authorization_check: AuthorizationCheck) -> Self {
        self.authorization_check = Some(authorization_check);
        self
    }
}

#[doc(hidden)]
impl Body for AuthenticateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("authorization_check", &self.authorization_check);
    }
}

stytch_core::sent!(AuthenticateRequest);

/// What [`Sessions::authenticate`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthenticateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Opaque token of the session, also when a JWT was passed in; keep it in a cookie or the like.
    pub session_token: Secret,
    /// The session as a signed JWT that can be checked without the API, valid for five minutes.
    pub session_jwt: Secret,
    /// The session as it is after the call.
    pub member_session: MemberSession,
    /// The member as it is after the call.
    pub member: Member,
    /// The organization with its settings.
    pub organization: Organization,
    /// Which roles allow the action; missing if no `authorization_check` was made.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub verdict: Option<AuthorizationVerdict>,
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
        if self.member_session == Default::default() {
            return Err(missing_session());
        }
        self.member_session.custom_claims_as()
    }
}

#[doc(hidden)]
impl Object for AuthenticateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "session_token" => self.session_token.slot(),
            "session_jwt" => self.session_jwt.slot(),
            "member_session" => self.member_session.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            "verdict" => self.verdict.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateResponse);

/// What [`Sessions::get`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GetRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
}

impl GetRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>, member_id: impl Into<MemberId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
        }
    }
}

/// What [`Sessions::get`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GetResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// One entry for each login that has neither ended nor expired.
    pub member_sessions: Vec<MemberSession>,
}

#[doc(hidden)]
impl Object for GetResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_sessions" => self.member_sessions.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GetResponse);

/// What [`Sessions::revoke`] takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RevokeRequest {
    /// Ends this session.
    pub member_session_id: Option<MemberSessionId>,
    /// Ends the session with this token.
    pub session_token: Option<Secret>,
    /// Ends the session that this JWT belongs to.
    pub session_jwt: Option<Secret>,
    /// Ends all sessions of this member.
    pub member_id: Option<MemberId>,
}

impl RevokeRequest {
    /// A request that leaves everything to the defaults; the methods below add to it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Ends this session.
    #[must_use]
    pub fn member_session_id(mut self, member_session_id: impl Into<MemberSessionId>) -> Self {
        self.member_session_id = Some(member_session_id.into());
        self
    }

    /// Ends the session with this token.
    #[must_use]
    pub fn session_token(mut self, session_token: impl Into<Secret>) -> Self {
        self.session_token = Some(session_token.into());
        self
    }

    /// Ends the session that this JWT belongs to.
    #[must_use]
    pub fn session_jwt(mut self, session_jwt: impl Into<Secret>) -> Self {
        self.session_jwt = Some(session_jwt.into());
        self
    }

    /// Ends all sessions of this member.
    #[must_use]
    pub fn member_id(mut self, member_id: impl Into<MemberId>) -> Self {
        self.member_id = Some(member_id.into());
        self
    }
}

#[doc(hidden)]
impl Body for RevokeRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("member_session_id", &self.member_session_id);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("member_id", &self.member_id);
    }
}

stytch_core::sent!(RevokeRequest);

/// What [`Sessions::revoke`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RevokeResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
}

#[doc(hidden)]
impl Object for RevokeResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RevokeResponse);

/// What [`Sessions::exchange`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ExchangeRequest {
    /// The organization to switch to.
    pub organization_id: OrganizationId,
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
    /// Language of the passcode message that goes out at once when the member still owes a second
    /// factor and has a phone number; English unless set.
    pub locale: Option<PhoneLocale>,
}

impl ExchangeRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            session_token: None,
            session_jwt: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            telemetry_id: None,
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

    /// Language of the passcode message that goes out at once when the member still owes a second
    /// factor and has a phone number; English unless set.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<PhoneLocale>) -> Self {
        self.locale = Some(locale.into());
        self
    }
}

#[doc(hidden)]
impl Body for ExchangeRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("organization_id", &self.organization_id);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
        fields.add("locale", &self.locale);
    }
}

stytch_core::sent!(ExchangeRequest);

/// What [`Sessions::exchange`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ExchangeResponse {
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
}

#[doc(hidden)]
impl Object for ExchangeResponse {
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
            _ => return None,
        })
    }
}

stytch_core::received!(ExchangeResponse);

/// What [`Sessions::exchange_access_token`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ExchangeAccessTokenRequest {
    /// The connected app's access token, with the scope `full_access`.
    pub access_token: Secret,
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
}

impl ExchangeAccessTokenRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(access_token: impl Into<Secret>) -> Self {
        Self {
            access_token: access_token.into(),
            session_duration_minutes: None,
            session_custom_claims: None,
            telemetry_id: None,
        }
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
}

#[doc(hidden)]
impl Body for ExchangeAccessTokenRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("access_token", &self.access_token);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
    }
}

stytch_core::sent!(ExchangeAccessTokenRequest);

/// What [`Sessions::exchange_access_token`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ExchangeAccessTokenResponse {
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
    /// Opaque token of the session, also when a JWT was passed in; keep it in a cookie or the like.
    pub session_token: Secret,
    /// The session as a signed JWT that can be checked without the API, valid for five minutes.
    pub session_jwt: Secret,
    /// The session that was started or extended.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member_session: Option<MemberSession>,
    /// What is known of the device, when the call carried a `telemetry_id`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member_device: Option<DeviceInfo>,
}

#[doc(hidden)]
impl Object for ExchangeAccessTokenResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            "session_token" => self.session_token.slot(),
            "session_jwt" => self.session_jwt.slot(),
            "member_session" => self.member_session.slot(),
            "member_device" => self.member_device.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ExchangeAccessTokenResponse);

/// What [`Sessions::attest`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AttestRequest {
    /// Which issuer's token this is, as registered in the dashboard.
    pub profile_id: TrustedAuthTokenProfileId,
    /// The issuer's token. It must name the organization in a claim if it is to create new members.
    pub token: Secret,
    /// The organization to log in to; needed when no claim of the token names it. A slug or external id
    /// is not documented to work here.
    pub organization_id: Option<OrganizationId>,
    /// Lifetime of the session in minutes from now, 5 to 527040 (366 days); 60 unless set. A session
    /// that was passed in is extended by it; a session JWT lives five minutes whatever stands here.
    pub session_duration_minutes: Option<i32>,
    /// Claims of your own for the session and its JWTs, merged key by key into those it has; a null
    /// removes a key. At most 4 KB together; the registered claims `iss`, `sub`, `aud`, `exp`, `nbf`,
    /// `iat` and `jti` are ignored.
    pub session_custom_claims: Option<Value>,
    /// The member's current session as an opaque token. Give this or `session_jwt`, not both.
    pub session_token: Option<Secret>,
    /// The member's current session as a JWT, which may be past its expiry as long as the session
    /// lives. Give this or `session_token`, not both.
    pub session_jwt: Option<Secret>,
    /// Ties the call to a device fingerprint taken in the browser. The API keeps the fingerprint, and
    /// the place to which its IP address leads, with the person, and the answer says whether the device
    /// is known. Device fingerprinting has to be enabled for the workspace.
    pub telemetry_id: Option<TelemetryId>,
}

impl AttestRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(profile_id: impl Into<TrustedAuthTokenProfileId>, token: impl Into<Secret>) -> Self {
        Self {
            profile_id: profile_id.into(),
            token: token.into(),
            organization_id: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            session_token: None,
            session_jwt: None,
            telemetry_id: None,
        }
    }

    /// The organization to log in to; needed when no claim of the token names it.
    #[must_use]
    pub fn organization_id(mut self, organization_id: impl Into<OrganizationId>) -> Self {
        self.organization_id = Some(organization_id.into());
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

    /// Ties the call to a device fingerprint taken in the browser.
    #[must_use]
    pub fn telemetry_id(mut self, telemetry_id: impl Into<TelemetryId>) -> Self {
        self.telemetry_id = Some(telemetry_id.into());
        self
    }
}

#[doc(hidden)]
impl Body for AttestRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("profile_id", &self.profile_id);
        fields.add("token", &self.token);
        fields.add("organization_id", &self.organization_id);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("telemetry_id", &self.telemetry_id);
    }
}

stytch_core::sent!(AttestRequest);

/// What [`Sessions::attest`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AttestResponse {
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
    /// Opaque token of the session, also when a JWT was passed in; keep it in a cookie or the like.
    pub session_token: Secret,
    /// The session as a signed JWT that can be checked without the API, valid for five minutes.
    pub session_jwt: Secret,
    /// The session that was started or extended.
    pub member_session: MemberSession,
    /// What is known of the device, when the call carried a `telemetry_id`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member_device: Option<DeviceInfo>,
}

#[doc(hidden)]
impl Object for AttestResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            "session_token" => self.session_token.slot(),
            "session_jwt" => self.session_jwt.slot(),
            "member_session" => self.member_session.slot(),
            "member_device" => self.member_device.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AttestResponse);

/// What [`Sessions::migrate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct MigrateRequest {
    /// Token of the old system, which its UserInfo endpoint accepts.
    pub session_token: Secret,
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// Lifetime of the session in minutes from now, 5 to 527040 (366 days); 60 unless set. A session
    /// that was passed in is extended by it; a session JWT lives five minutes whatever stands here.
    pub session_duration_minutes: Option<i32>,
    /// Claims of your own for the session and its JWTs, merged key by key into those it has; a null
    /// removes a key. At most 4 KB together; the registered claims `iss`, `sub`, `aud`, `exp`, `nbf`,
    /// `iat` and `jti` are ignored.
    pub session_custom_claims: Option<Value>,
}

impl MigrateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        session_token: impl Into<Secret>,
        organization_id: impl Into<OrganizationId>,
    ) -> Self {
        Self {
            session_token: session_token.into(),
            organization_id: organization_id.into(),
            session_duration_minutes: None,
            session_custom_claims: None,
        }
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
}

#[doc(hidden)]
impl Body for MigrateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("session_token", &self.session_token);
        fields.add("organization_id", &self.organization_id);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
    }
}

stytch_core::sent!(MigrateRequest);

/// What [`Sessions::migrate`] gives back.
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
    /// Opaque token of the session, also when a JWT was passed in; keep it in a cookie or the like.
    pub session_token: Secret,
    /// The session as a signed JWT that can be checked without the API, valid for five minutes.
    pub session_jwt: Secret,
    /// The session that was started or extended.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member_session: Option<MemberSession>,
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
            "session_token" => self.session_token.slot(),
            "session_jwt" => self.session_jwt.slot(),
            "member_session" => self.member_session.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(MigrateResponse);

/// What [`Sessions::get_jwks`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GetJwksRequest {
    /// Whose keys to fetch.
    pub project_id: ProjectId,
}

impl GetJwksRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(project_id: impl Into<ProjectId>) -> Self {
        Self {
            project_id: project_id.into(),
        }
    }
}

/// What [`Sessions::get_jwks`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GetJwksResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// All keys that may have signed a JWT which is still good.
    pub keys: Vec<Jwk>,
}

#[doc(hidden)]
impl Object for GetJwksResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "keys" => self.keys.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GetJwksResponse);

/// A question to the RBAC policy, asked while a session is being checked.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthorizationCheck {
    /// The organization in which the member wants to act, by its own id: it is compared with the
    /// member's, and neither slug nor external id match. Any other organization is refused.
    pub organization_id: OrganizationId,
    /// What is to be acted on: a resource of the project's RBAC policy, which also has the built-in
    /// ones such as `stytch.member` and `stytch.scim`.
    pub resource_id: String,
    /// What the member wants to do with the resource, as named in the policy.
    pub action: String,
}

impl AuthorizationCheck {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        resource_id: impl Into<String>,
        action: impl Into<String>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            resource_id: resource_id.into(),
            action: action.into(),
        }
    }
}

#[doc(hidden)]
impl Body for AuthorizationCheck {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("organization_id", &self.organization_id);
        fields.add("resource_id", &self.resource_id);
        fields.add("action", &self.action);
    }
}

stytch_core::sent!(AuthorizationCheck);

/// Why an authorization check let the member pass.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthorizationVerdict {
    /// Always true, since a member who may not is refused with an error.
    pub authorized: bool,
    /// Every role of the member that allows the action, not just the first one found.
    pub granting_roles: Vec<String>,
}

#[doc(hidden)]
impl Object for AuthorizationVerdict {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "authorized" => self.authorized.slot(),
            "granting_roles" => self.granting_roles.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthorizationVerdict);

/// One login of a member to one organization.
///
/// It lasts until `expires_at` unless it is extended or ended before.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct MemberSession {
    /// Names the session, for example to end it with
    /// [`sessions().revoke`](crate::sessions::Sessions::revoke).
    pub member_session_id: MemberSessionId,
    /// Whose session this is.
    pub member_id: MemberId,
    /// When the member logged in.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub started_at: Option<Timestamp>,
    /// When the session was last used in a call to the API.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub last_accessed_at: Option<Timestamp>,
    /// When the session ends unless it is extended.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub expires_at: Option<Timestamp>,
    /// How and when the member proved who they are. Look here before something sensitive: how recent is
    /// the last factor, and is there a second one?
    pub authentication_factors: Vec<AuthenticationFactor>,
    /// The organization that the member is logged in to.
    pub organization_id: OrganizationId,
    /// The roles that count in this session. They can differ from those of the member: a role that
    /// comes from an SSO connection or one of its groups counts only if the session has a factor from
    /// that connection.
    pub roles: Vec<String>,
    /// The organization's slug, for building links; 2 to 128 letters, digits and `-` `.` `_` `~`.
    pub organization_slug: String,
    /// Your own claims, as set with `session_custom_claims`; the session's JWTs carry them too.
    pub custom_claims: JsonObject,
}

impl MemberSession {
    /// The custom claims as a type of your own: a map, or a struct that implements
    /// `Deserialize`.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) if the claims don't fit the type.
    pub fn custom_claims_as<T: DeserializeOwned>(&self) -> Result<T, Error> {
        custom_claims_as(&self.custom_claims)
    }
}

#[doc(hidden)]
impl Object for MemberSession {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "member_session_id" => self.member_session_id.slot(),
            "member_id" => self.member_id.slot(),
            "started_at" => self.started_at.slot(),
            "last_accessed_at" => self.last_accessed_at.slot(),
            "expires_at" => self.expires_at.slot(),
            "authentication_factors" => self.authentication_factors.slot(),
            "organization_id" => self.organization_id.slot(),
            "roles" => self.roles.slot(),
            "organization_slug" => self.organization_slug.slot(),
            "custom_claims" => self.custom_claims.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(MemberSession);

/// The first factor that an organization still wants to see.
///
/// Offer the member one of the methods, and pass the `intermediate_session_token` of the response
/// into it, so that the factors add up.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct PrimaryRequired {
    /// The methods that would satisfy the organization; one of them is enough.
    pub allowed_auth_methods: Vec<AuthMethod>,
}

#[doc(hidden)]
impl Object for PrimaryRequired {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "allowed_auth_methods" => self.allowed_auth_methods.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(PrimaryRequired);
