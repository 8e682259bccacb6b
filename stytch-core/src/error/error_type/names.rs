// Generated from the `errors` of the vocabularies in spec/ by `cargo xtask generate`. Do not edit.

//! The names, each with what it says to an app.

/// The vendor's name for what went wrong.
///
/// The service has more of them than are listed, and adds new ones: compare with a text where
/// there is no variant.
///
/// ```
/// # use stytch_core::ErrorType;
/// assert_eq!(ErrorType::SessionNotFound, "session_not_found");
/// assert_eq!(ErrorType::from("brand_new").as_str(), "brand_new");
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ErrorType {
    /// The person or the policy said no to the app that asked (RFC 6749, section 4.1.2.1).
    AccessDenied,
    /// Second factors are for active members only, and this one is invited, pending or deleted.
    ActionAvailableOnlyForActiveMembers,
    /// A first factor that the organization accepts has to come before the second.
    ActionAvailableOnlyOncePrimaryAuthenticationIsMet,
    /// The email domain belongs to organizations that claimed it; only they may take in its
    /// members.
    ActionNotAllowedEmailDomainIsClaimed,
    /// The organization has a SCIM connection already; delete that one first.
    ActiveScimConnectionExists,
    /// An authenticator app is registered already; only one can be at a time.
    ActiveTotpExists,
    /// `auth_methods` is `RESTRICTED`, but `allowed_auth_methods` is empty.
    AllowedAuthMethodsRequiredForRestricted,
    /// `mfa_methods` is `RESTRICTED`, but `allowed_mfa_methods` is empty.
    AllowedMfaMethodsRequiredForRestricted,
    /// The flow ends at another IP address or in another browser than it began.
    AttributeMismatch,
    /// The request does not have the form that the endpoint expects.
    BadRequest,
    /// The project has to be verified for billing before it can do this.
    BillingNotVerified,
    /// Emails to addresses outside the team need a project that is verified for billing.
    BillingNotVerifiedForEmail,
    /// No user has this biometric registration.
    BiometricRegistrationNotFound,
    /// The new password occurs in a known data breach; ask for another.
    BreachedPassword,
    /// The default role is held by everyone already and can't be assigned.
    CannotAssignDefaultRbacRoleId,
    /// The connection is the organization's default; make another one the default first.
    CannotDeleteDefaultSsoConnection,
    /// The address is the only one, so it can't be removed.
    CannotDeleteEmail,
    /// The user would be left without an email address, a phone number and an OAuth registration.
    CannotDeleteLastPrimaryFactor,
    /// An active connection needs at least one verification certificate.
    CannotDeleteLastSsoVerificationKey,
    /// The person would be left without a way to log in.
    CannotRemovePrimaryAuthMechanism,
    /// The new password is the old one.
    CannotResetPasswordWithExistingPassword,
    /// The call runs with a member session and carries `trusted_metadata`, which only your
    /// backend may write.
    CannotUpdateTrustedMetadata,
    /// The user is `pending`; passkeys are for active users.
    CannotUseWebauthnWithPendingUser,
    /// The captcha was not solved.
    CaptchaFailed,
    /// The project asks for a captcha, and the request carries none.
    CaptchaRequired,
    /// The connection was closed before the service had answered.
    ClientClosedRequest,
    /// The project has no such custom domain.
    CnameRecordNotFound,
    /// A rotation is under way; complete or cancel it first.
    ConnectedAppAlreadyRotatingSecret,
    /// The person or the organization has withdrawn what was granted to the app.
    ConnectedAppConsentRevoked,
    /// No connected app has this client id.
    ConnectedAppNotFound,
    /// No rotation of the secret is under way.
    ConnectedAppNotRotatingSecret,
    /// The redirect URI is not one of those registered for the app.
    ConnectedAppSuppliedRedirectUrlNotFoundInClient,
    /// No role of the user allows the action that was asked about.
    ConsumerSessionAuthorizationError,
    /// The project uses cross-organization passwords, which this call does not serve.
    CrossOrgPasswordsEnabled,
    /// The project does not use cross-organization passwords.
    CrossOrgPasswordsNotEnabled,
    /// No user has this crypto wallet.
    CryptoWalletNotFound,
    /// Only an Ethereum wallet can sign a SIWE message.
    CryptoWalletTypeIncompatibleWithSiwe,
    /// The custom claims are larger than 4 kilobytes.
    CustomClaimsTooLarge,
    /// The endpoint is out of service; its page names the one that replaces it.
    DeprecatedEndpoint,
    /// The address belonged to another member who was deleted.
    DesiredEmailDeactivatedByDifferentMember,
    /// Another member is about to move to this email address.
    DesiredEmailUpdatingForDifferentMember,
    /// Another user of the project has this email address.
    DuplicateEmail,
    /// The user has this email address already.
    DuplicateEmailForUser,
    /// The organization has this external connection already.
    DuplicateExternalSsoConnection,
    /// Another machine-to-machine client of the project has this client id.
    DuplicateM2mClientId,
    /// A member of the organization has this email address already.
    DuplicateMemberEmail,
    /// Another member of the organization has this external id.
    DuplicateMemberExternalId,
    /// Another member of the organization has this phone number.
    DuplicateMemberPhoneNumber,
    /// Another user of the project has this phone number.
    DuplicatePhoneNumber,
    /// The user has this phone number already.
    DuplicatePhoneNumberForUser,
    /// The organization has a SAML connection to this identity provider already.
    DuplicateSamlConnection,
    /// Another user of the project has this external id.
    DuplicateUserExternalId,
    /// Another user of the project has this crypto wallet.
    DuplicateWalletAddress,
    /// The passkey or security key is registered already.
    DuplicateWebauthnRegistration,
    /// Apps may not register themselves in this project.
    DynamicClientRegistrationNotEnabled,
    /// Nobody in the organization has this email address, and the organization does not let
    /// people join by themselves.
    EmailJitProvisioningNotAllowed,
    /// No user of the project has this email address.
    EmailNotFound,
    /// No email template has this id.
    EmailTemplateNotFound,
    /// The deleted member never verified an email address.
    EmailUnverifiedForReactivation,
    /// Only active members can change their email address, and this one is not.
    EmailUpdatesAvailableOnlyForActiveMembers,
    /// The address has to be proven before the person can go on.
    EmailVerificationRequired,
    /// The endpoint is not part of the project's plan.
    EnterpriseEndpoint,
    /// The login at the OAuth provider took too long; start it over.
    ExpiredOauthResponse,
    /// The registration of the authenticator app was not finished in time; start it over.
    ExpiredTotp,
    /// The connection of the other organization does not exist.
    ExternalConnectionIdNotFound,
    /// The connection of the other organization is not active.
    ExternalConnectionNotActive,
    /// The id token of the provider has expired.
    IdTokenExpired,
    /// The id token was made for another app.
    IdTokenIncorrectAudience,
    /// The id token is not one of the provider.
    IdTokenInvalid,
    /// The nonce does not fit the id token.
    IdTokenNonceInvalid,
    /// The access token has expired; use the refresh token.
    IdpAccessTokenExpired,
    /// The access token is not known.
    IdpAccessTokenNotFound,
    /// The authorization code has expired; start the flow over.
    IdpAuthCodeExpired,
    /// The authorization code is unknown or used up.
    IdpAuthCodeNotFound,
    /// A rotation is under way; complete or cancel it first.
    IdpClientAlreadyRotatingSecret,
    /// No connected app has this client id.
    IdpClientNotFound,
    /// No rotation of the secret is under way.
    IdpClientNotRotatingSecret,
    /// The refresh token has been used before, by somebody.
    IdpRefreshTokenAlreadyUsed,
    /// The refresh token has expired; the person has to log in again.
    IdpRefreshTokenExpired,
    /// The refresh token is not known.
    IdpRefreshTokenNotFound,
    /// The address is marked as one that email does not reach; ask for another.
    InactiveEmail,
    /// The session belongs to the other vertical.
    IncompatibleSessionType,
    /// The secret is too easy to guess; leave it out to have one made up.
    InsecureM2mClientSecret,
    /// The session lacks a factor that the call needs.
    InsufficientFactors,
    /// The session has no factor that counts in the other organization; the member has to log in
    /// there.
    InsufficientFactorsForSessionExchange,
    /// The intermediate session token is unknown, used up or expired; start the login over.
    IntermediateSessionNotFound,
    /// Something failed on the service's side.
    InternalServerError,
    /// A value of the request is not acceptable; the message names it.
    InvalidArgument,
    /// The `Authorization` header is missing or not of the Basic form.
    InvalidAuthorizationHeader,
    /// The client id or secret of the app or machine is wrong (RFC 6749, section 5.2).
    InvalidClient,
    /// The client id does not have the form of one.
    InvalidClientId,
    /// The client secret is wrong.
    InvalidClientSecret,
    /// The code does not have the form of one.
    InvalidCode,
    /// The text is no domain.
    InvalidDomain,
    /// The text is no email address.
    InvalidEmail,
    /// Nobody in the organization has this email address, and its domain is not one that may join
    /// by itself.
    InvalidEmailForJitProvisioning,
    /// The lifetime is outside of what is allowed.
    InvalidExpiration,
    /// The code or refresh token is unknown, used up, expired or another app's (RFC 6749, section
    /// 5.2).
    InvalidGrant,
    /// The hash does not have the form that its type calls for.
    InvalidHash,
    /// An id does not have the form that the service gives out.
    InvalidId,
    /// The intermediate session does not open this organization.
    InvalidIntermediateSessionTokenForOrganization,
    /// The text is no IP address.
    InvalidIpAddress,
    /// The language is not supported.
    InvalidLocale,
    /// One of the scopes is not written as a scope can be.
    InvalidM2mClientScope,
    /// The method id does not have the form of one.
    InvalidMethodId,
    /// The member can't have this second factor as the default.
    InvalidMfaDefaultMethod,
    /// The OAuth provider is not known.
    InvalidOauthProvider,
    /// The organization id does not have the form of one.
    InvalidOrganizationId,
    /// The name of the organization is empty, too long or holds characters that are not allowed.
    InvalidOrganizationName,
    /// The slug holds characters that are not allowed, or is too short or too long.
    InvalidOrganizationSlug,
    /// The phone number is not in E.164 format, such as `+12025550162`.
    InvalidPhoneNumber,
    /// Messages to the number's country are not supported, or not switched on for the project.
    InvalidPhoneNumberCountryCode,
    /// The challenge does not have the form of one.
    InvalidPkceCodeChallenge,
    /// The verifier does not have the form of one.
    InvalidPkceCodeVerifier,
    /// The project id does not have the form of one.
    InvalidProjectIdAuthentication,
    /// The credential is not what the browser should have answered.
    InvalidPublicKeyCredential,
    /// The role can't be assigned.
    InvalidRbacRoleAssignment,
    /// The policy has no such role.
    InvalidRbacRoleId,
    /// The recovery code does not have the form of one.
    InvalidRecoveryCode,
    /// A parameter is missing, doubled or malformed (RFC 6749, section 5.2).
    InvalidRequest,
    /// `email_invites` or `email_jit_provisioning` is `RESTRICTED`, but `email_allowed_domains`
    /// is empty.
    InvalidRestrictedEmailSetting,
    /// `oauth_tenant_jit_provisioning` is `RESTRICTED`, but `allowed_oauth_tenants` is empty.
    InvalidRestrictedOauthTenantsSetting,
    /// `sso_jit_provisioning` is `RESTRICTED`, but `sso_jit_provisioning_allowed_connections` is
    /// empty.
    InvalidRestrictedSsoSetting,
    /// Nothing usable is found at the metadata address.
    InvalidSamlMetadataUrl,
    /// The identity provider's answer can't be read.
    InvalidSamlResponse,
    /// A scope is unknown or not allowed (RFC 6749, section 5.2).
    InvalidScope,
    /// The secret does not have the form of one.
    InvalidSecretAuthentication,
    /// The lifetime of the session is outside of what is allowed.
    InvalidSessionDuration,
    /// The lifetime of the session is outside of what is allowed.
    InvalidSessionDurationMinutes,
    /// The session options contradict each other.
    InvalidSessionFields,
    /// The session id does not have the form of one.
    InvalidSessionId,
    /// The session token does not have the form of one.
    InvalidSessionToken,
    /// The signature does not fit.
    InvalidSignature,
    /// The default SSO connection has to be an active one of the organization.
    InvalidSsoDefaultConnectionId,
    /// The token is malformed, expired or revoked.
    InvalidToken,
    /// The organization that a claim of the token names was not accepted.
    InvalidTokenOrganizationIdClaim,
    /// The code of the authenticator app does not have the form of one.
    InvalidTotpCode,
    /// The token was not accepted under this profile.
    InvalidTrustedAuthToken,
    /// The text is no URL.
    InvalidUrl,
    /// The user id does not have the form of one.
    InvalidUserId,
    /// The certificate is not valid PEM text of an X.509 certificate.
    InvalidX509Certificate,
    /// The JWT was made for someone else.
    JwtInvalidAudience,
    /// A claim of the JWT is missing or not acceptable.
    JwtInvalidClaims,
    /// The JWT was made by someone else.
    JwtInvalidIssuer,
    /// The project has no JWT template of this kind.
    JwtTemplateNotFound,
    /// An id of the live environment was sent to the test environment.
    LiveIdUsedInTestEnvironment,
    /// A rotation is under way; complete or cancel it first.
    M2mClientAlreadyRotatingSecret,
    /// No machine-to-machine client has this client id.
    M2mClientNotFound,
    /// No rotation of the secret is under way.
    M2mClientNotRotatingSecret,
    /// The token of the link is not known; it may have been cut short on the way.
    MagicLinkNotFound,
    /// The member belongs to another organization.
    MemberDoesNotExistInOrganization,
    /// The member has no verified email address to move away from.
    MemberHasNoActiveVerifiedEmail,
    /// The member can't be impersonated.
    MemberImpersonationNotAllowed,
    /// No such member in the organization.
    MemberNotFound,
    /// The member has not logged in with this OAuth provider.
    MemberOauthTokenNotFound,
    /// The member has not logged in over an OIDC connection.
    MemberOidcTokenNotFound,
    /// The member has no password yet; offer a reset by email, or another way to log in.
    MemberPasswordNotFound,
    /// The member has no phone number.
    MemberPhoneNumberNotFound,
    /// The password may be right but has to be replaced, since it occurs in a data breach; start
    /// a reset by email.
    MemberResetPassword,
    /// `member_email_fuzzy` needs at least three characters.
    MemberSearchMemberEmailFuzzyTooShort,
    /// `member_phone_number_fuzzy` needs at least three characters.
    MemberSearchMemberMfaPhoneNumberFuzzyTooShort,
    /// The metadata is no JSON object.
    MetadataInvalidFormat,
    /// The metadata is larger than allowed.
    MetadataTooLarge,
    /// The metadata has more keys than allowed.
    MetadataTooManyKeys,
    /// The endpoint exists, but not for this HTTP verb; look at the base URL.
    MethodNotAllowed,
    /// Nobody has the email address that the UserInfo endpoint named; create the account first.
    MigrateFromExternalEmailDoesNotExist,
    /// The UserInfo endpoint answered with something else than expected.
    MigrateFromExternalUnexpectedResponse,
    /// The provider gave no refresh token, so its access token can't be renewed.
    MissingOauthRefreshToken,
    /// The identity provider gave no refresh token, so its access token can't be renewed.
    MissingOidcRefreshToken,
    /// The user has no biometric registration.
    NoActiveBiometricRegistrations,
    /// There is no factor that recovery codes would stand in for.
    NoActiveRecoveryCodeBackedFactor,
    /// The organization has no SCIM connection.
    NoActiveScimConnection,
    /// The user has no passkey or security key for the domain.
    NoActiveWebauthnRegistrations,
    /// No deleted member has this id.
    NoDeletedMemberFoundForReactivation,
    /// The URL is not among the redirect URLs of the dashboard.
    NoMatchForProvidedMagicLinkUrl,
    /// No redirect URL was given and the dashboard has no default.
    NoPasswordResetRedirectUrl,
    /// No registration of a passkey or security key was begun.
    NoPendingWebauthnRegistration,
    /// Neither a session token nor a JWT was given.
    NoSessionArguments,
    /// Nothing says which session to end.
    NoSessionRevokeArguments,
    /// The organization has no SSO connection.
    NoSsoConnectionExistsForOrganization,
    /// The user has no password; offer a reset by email, or another way to log in.
    NoUserPassword,
    /// Nothing says which user is meant.
    NoUserSelectionArguments,
    /// The access token lacks the scope `full_access`.
    OauthAccessTokenExchangeMissingFullAccess,
    /// The access token is not one that can be exchanged.
    OauthAccessTokenExchangeTokenInvalidGrant,
    /// The access token was issued more than five minutes ago; get a new one.
    OauthAccessTokenExchangeTokenTooOld,
    /// The OAuth provider is not set up in the dashboard.
    OauthConfigNotFound,
    /// The organization does not let people of this OAuth tenant join by themselves.
    OauthTenantJitProvisioningNotAllowed,
    /// The OAuth token of the redirect is not known; start the login over.
    OauthTokenNotFound,
    /// The provider does not vouch for the email address.
    OauthUnverifiedEmail,
    /// No user has this link to an OAuth provider.
    OauthUserRegistrationNotFound,
    /// No such OIDC connection in the organization.
    OidcConnectionNotFound,
    /// The organization does not allow this login method.
    OperationRestrictedByOrganizationAuthMethods,
    /// The organization does not allow this second factor.
    OperationRestrictedByOrganizationMfaMethods,
    /// Another organization of the project has this external id.
    OrganizationExternalIdAlreadyUsed,
    /// No such organization.
    OrganizationNotFound,
    /// `allowed_domain_fuzzy` needs at least three characters.
    OrganizationSearchAllowedDomainFuzzyTooShort,
    /// `member_email_fuzzy` needs at least three characters.
    OrganizationSearchMemberEmailFuzzyTooShort,
    /// `organization_name_fuzzy` needs at least three characters.
    OrganizationSearchOrganizationNameFuzzyTooShort,
    /// `organization_slug_fuzzy` needs at least three characters.
    OrganizationSearchOrganizationSlugFuzzyTooShort,
    /// An email domain in the settings is one where anyone can get an address, such as
    /// `gmail.com`.
    OrganizationSettingsDomainTooCommon,
    /// Another organization of the project has this slug; ask for a different one.
    OrganizationSlugAlreadyUsed,
    /// The organization is suspended; the vendor's support can lift it.
    OrganizationSuspended,
    /// The passcode is wrong; let the person type it again, or send another.
    OtpCodeNotFound,
    /// There is a password already; a migration only adds a first one.
    PasswordAlreadyExists,
    /// No user has this password.
    PasswordNotFound,
    /// The registration of an authenticator app was begun and not finished.
    PendingTotpExists,
    /// No user of the project has this phone number.
    PhoneNumberNotFound,
    /// A verifier was sent, but the flow began without a challenge.
    PkceDidNotExpectCodeVerifier,
    /// The flow began with a challenge, but the verifier is missing.
    PkceExpectedCodeVerifier,
    /// The verifier does not fit the challenge with which the flow began.
    PkceMismatch,
    /// No project has this id in this environment.
    ProjectNotFound,
    /// The app is a public one, which has no secret to rotate.
    PublicConnectedAppsDoNotHaveSecrets,
    /// The query of the redirect URL differs from the registered one.
    QueryParamsDoNotMatch,
    /// What was sent as the app's code is a recovery code.
    RecoveryCodeUsedAsTotpCode,
    /// There are recovery codes already.
    RecoveryCodesAlreadyExist,
    /// There are no recovery codes.
    RecoveryCodesNotFound,
    /// The redirect URL is not registered in the dashboard.
    RedirectUrlNotFound,
    /// A custom claim has a name that JWTs reserve.
    ReservedClaimsInCustomClaims,
    /// The password may be right but has to be replaced, since it occurs in a data breach or the
    /// address has since been proven by other means; start a reset by email.
    ResetPassword,
    /// Another member of the organization used to have this email address; unlink it there first.
    RetiredMemberEmail,
    /// There is no such endpoint; look at the base URL.
    RouteNotFound,
    /// The endpoint exists in the live environment only.
    RouteNotSupportedInTest,
    /// Roles are assigned to groups, but `attribute_mapping` has no `groups` key to find them by.
    SamlConnectionAttributeMappingMissingGroupsKey,
    /// No such SAML connection in the organization.
    SamlConnectionNotFound,
    /// The private key is not in PKCS#1 format, that is, it does not begin with `-----BEGIN RSA PRIVATE KEY-----`.
    SamlSigningPrivateKeyFormatNotSupported,
    /// No rotation of the bearer token is under way.
    ScimConnectionNotRotatingToken,
    /// A role is assigned to a group that the identity provider has not pushed.
    ScimGroupRoleAssignmentGroupDoesNotExist,
    /// The search took too long; narrow it.
    SearchTimeout,
    /// The member has no such second factor.
    SecondaryFactorNotFound,
    /// The service is not available for the moment.
    ServerUnavailable,
    /// No role of the member allows the action that was asked about.
    SessionAuthorizationError,
    /// The member belongs to another organization than the one named in the authorization check.
    SessionAuthorizationTenancyError,
    /// The factor does not belong to the person of the session.
    SessionEnforcedFactorMatchingSessionRequired,
    /// The last factor of a session can't be taken away.
    SessionMustHaveAtLeastOneActiveFactor,
    /// The session has ended or never existed; the person has to log in again.
    SessionNotFound,
    /// A session by impersonation can't be changed.
    SessionNotMutableImpersonated,
    /// No factor of the session was shown in the last 5 minutes; have one shown again first.
    SessionTooOldToResetPassword,
    /// The signed message has expired.
    SiweMessageExpired,
    /// The signed message is not valid yet.
    SiweMessageNotValidYet,
    /// No such SSO connection in the organization.
    SsoConnectionNotFound,
    /// No such private key in the connection.
    SsoEncryptionPrivateKeyNotFound,
    /// The SSO token is unknown, used up or expired; start the login over.
    SsoTokenNotFound,
    /// No such verification certificate in the connection.
    SsoVerificationKeyNotFound,
    /// The factors of the session are too old; have one shown again first.
    StaleFactors,
    /// A custom claim has a name that the service reserves for itself.
    StytchClaimsInCustomClaims,
    /// The telemetry id is unknown or has expired; treat the device as one to block.
    TelemetryIdNotFound,
    /// An id of the test environment was sent to the live environment.
    TestIdUsedInLiveEnvironment,
    /// No claim of the token names the organization.
    TokenMissingOrganizationIdClaim,
    /// Many messages were sent and few of their codes and links used, as bots do; wait before the
    /// next one.
    TooFewTokensAuthenticated,
    /// The project has as many connected apps as it may have.
    TooManyIdpClients,
    /// The client has as many scopes as it may have.
    TooManyM2mClientScopes,
    /// The rate limit is reached; wait before the next try.
    TooManyRequests,
    /// Both a session token and a JWT were given; give one of them.
    TooManySessionArguments,
    /// More than one thing says which session to end.
    TooManySessionRevokeArguments,
    /// The organization has as many SSO connections as it may have.
    TooManySsoConnections,
    /// The connection has five verification certificates, the most there can be; delete one
    /// first.
    TooManySsoVerificationCertificates,
    /// The user has an email address or phone number that is not verified yet, and one is enough
    /// to get no other: have it verified first, or replace it with
    /// `users.exchange_primary_factor`.
    TooManyUnverifiedFactors,
    /// More than one thing says which user is meant.
    TooManyUserSelectionArguments,
    /// The code has been used before; ask for the next one.
    TotpCodeAlreadyAuthenticated,
    /// What was sent as a recovery code is a code of the app.
    TotpCodeUsedAsRecoveryCode,
    /// No user has this authenticator app.
    TotpNotFound,
    /// The user has no authenticator app.
    TotpsNotFoundForUser,
    /// No trusted auth token profile has this id.
    TrustedTokenProfileNotFound,
    /// The biometric registration does not prove the user.
    UnableToAuthBiometricRegistration,
    /// The impersonation token is used up or has expired; make another in the dashboard.
    UnableToAuthImpersonationToken,
    /// The link is used up or has expired; send another.
    UnableToAuthMagicLink,
    /// The passcode is used up or has expired; send another.
    UnableToAuthOtpCode,
    /// The link of the email is used up or has expired; start the reset again.
    UnableToAuthPasswordResetToken,
    /// The passkey or security key does not prove the user.
    UnableToAuthWebauthnRegistration,
    /// The signature does not fit the wallet and its challenge.
    UnableToAuthenticateCryptoWallet,
    /// The recovery code is wrong or has been used before.
    UnableToAuthenticateRecoveryCode,
    /// The code is wrong; ask for the one that the app shows now.
    UnableToAuthenticateTotp,
    /// The OAuth provider refused.
    UnableToAuthorizeOauthProvider,
    /// The session JWT can't be read.
    UnableToParseSessionJwt,
    /// The OAuth provider gave no new access token; the person has to log in again.
    UnableToRefreshOauthToken,
    /// The identity provider gave no new access token; the person has to log in again.
    UnableToRefreshOidcToken,
    /// The passkey or security key could not be registered.
    UnableToRegisterWebauthnRegistration,
    /// The credentials don't allow this action.
    UnauthorizedAction,
    /// The app may not use this kind of grant (RFC 6749, section 5.2).
    UnauthorizedClient,
    /// Something does not match: the password, the session, or the project id and secret of the
    /// client.
    UnauthorizedCredentials,
    /// The project id and secret are wrong, in the words of the fraud service.
    UnauthorizedCredentialsError,
    /// The project id and secret are those of the examples in the vendor's documentation.
    UnauthorizedCredentialsHomepage,
    /// The project id belongs to the live environment.
    UnauthorizedProjectIdLive,
    /// The project id belongs to the test environment.
    UnauthorizedProjectIdTest,
    /// The endpoint is not open to the project.
    UnavailableEndpoint,
    /// The owner of the phone has opted out of messages; texting `START` opts in again.
    UnsubscribedPhoneNumber,
    /// The token endpoint does not serve this kind of grant (RFC 6749, section 5.2).
    UnsupportedGrantType,
    /// The request came over plain http.
    UseHttps,
    /// The ids of the request belong to different users.
    UserIdMismatch,
    /// The user can't be impersonated.
    UserImpersonationNotAllowed,
    /// Too many failed attempts in a row; the person is locked out for a while, an hour unless
    /// the dashboard says otherwise.
    UserLockLimitReached,
    /// The project has no such user.
    UserNotFound,
    /// The text of `email_address_fuzzy` is too short to search for.
    UserSearchEmailAddressFuzzyTooShort,
    /// The text of `full_name_fuzzy` is too short to search for.
    UserSearchFullNameFuzzyTooShort,
    /// The text of `phone_number_fuzzy` is too short to search for.
    UserSearchPhoneNumberFuzzyTooShort,
    /// There is no session.
    UserUnauthenticated,
    /// The factors don't add up to what the call needs.
    WeakFactorCombination,
    /// The new password does not meet the policy; a strength check says why.
    WeakPassword,
    /// No user has this passkey or security key.
    WebauthnRegistrationNotFound,
    /// The endpoint was called in the live environment with test credentials, or the other way
    /// round.
    WrongStackLive,
    /// The endpoint was called in the test environment with live credentials, or the other way
    /// round.
    WrongStackTest,
    /// A name that this version does not list, as the service sent it.
    Unknown(String),
}

impl ErrorType {
    /// The name as the service writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::AccessDenied => "access_denied",
            Self::ActionAvailableOnlyForActiveMembers => "action_available_only_for_active_members",
            Self::ActionAvailableOnlyOncePrimaryAuthenticationIsMet => {
                "action_available_only_once_primary_authentication_is_met"
            }
            Self::ActionNotAllowedEmailDomainIsClaimed => {
                "action_not_allowed_email_domain_is_claimed"
            }
            Self::ActiveScimConnectionExists => "active_scim_connection_exists",
            Self::ActiveTotpExists => "active_totp_exists",
            Self::AllowedAuthMethodsRequiredForRestricted => {
                "allowed_auth_methods_required_for_restricted"
            }
            Self::AllowedMfaMethodsRequiredForRestricted => {
                "allowed_mfa_methods_required_for_restricted"
            }
            Self::AttributeMismatch => "attribute_mismatch",
            Self::BadRequest => "bad_request",
            Self::BillingNotVerified => "billing_not_verified",
            Self::BillingNotVerifiedForEmail => "billing_not_verified_for_email",
            Self::BiometricRegistrationNotFound => "biometric_registration_not_found",
            Self::BreachedPassword => "breached_password",
            Self::CannotAssignDefaultRbacRoleId => "cannot_assign_default_rbac_role_id",
            Self::CannotDeleteDefaultSsoConnection => "cannot_delete_default_sso_connection",
            Self::CannotDeleteEmail => "cannot_delete_email",
            Self::CannotDeleteLastPrimaryFactor => "cannot_delete_last_primary_factor",
            Self::CannotDeleteLastSsoVerificationKey => "cannot_delete_last_sso_verification_key",
            Self::CannotRemovePrimaryAuthMechanism => "cannot_remove_primary_auth_mechanism",
            Self::CannotResetPasswordWithExistingPassword => {
                "cannot_reset_password_with_existing_password"
            }
            Self::CannotUpdateTrustedMetadata => "cannot_update_trusted_metadata",
            Self::CannotUseWebauthnWithPendingUser => "cannot_use_webauthn_with_pending_user",
            Self::CaptchaFailed => "captcha_failed",
            Self::CaptchaRequired => "captcha_required",
            Self::ClientClosedRequest => "client_closed_request",
            Self::CnameRecordNotFound => "cname_record_not_found",
            Self::ConnectedAppAlreadyRotatingSecret => "connected_app_already_rotating_secret",
            Self::ConnectedAppConsentRevoked => "connected_app_consent_revoked",
            Self::ConnectedAppNotFound => "connected_app_not_found",
            Self::ConnectedAppNotRotatingSecret => "connected_app_not_rotating_secret",
            Self::ConnectedAppSuppliedRedirectUrlNotFoundInClient => {
                "connected_app_supplied_redirect_url_not_found_in_client"
            }
            Self::ConsumerSessionAuthorizationError => "consumer_session_authorization_error",
            Self::CrossOrgPasswordsEnabled => "cross_org_passwords_enabled",
            Self::CrossOrgPasswordsNotEnabled => "cross_org_passwords_not_enabled",
            Self::CryptoWalletNotFound => "crypto_wallet_not_found",
            Self::CryptoWalletTypeIncompatibleWithSiwe => {
                "crypto_wallet_type_incompatible_with_siwe"
            }
            Self::CustomClaimsTooLarge => "custom_claims_too_large",
            Self::DeprecatedEndpoint => "deprecated_endpoint",
            Self::DesiredEmailDeactivatedByDifferentMember => {
                "desired_email_deactivated_by_different_member"
            }
            Self::DesiredEmailUpdatingForDifferentMember => {
                "desired_email_updating_for_different_member"
            }
            Self::DuplicateEmail => "duplicate_email",
            Self::DuplicateEmailForUser => "duplicate_email_for_user",
            Self::DuplicateExternalSsoConnection => "duplicate_external_sso_connection",
            Self::DuplicateM2mClientId => "duplicate_m2m_client_id",
            Self::DuplicateMemberEmail => "duplicate_member_email",
            Self::DuplicateMemberExternalId => "duplicate_member_external_id",
            Self::DuplicateMemberPhoneNumber => "duplicate_member_phone_number",
            Self::DuplicatePhoneNumber => "duplicate_phone_number",
            Self::DuplicatePhoneNumberForUser => "duplicate_phone_number_for_user",
            Self::DuplicateSamlConnection => "duplicate_saml_connection",
            Self::DuplicateUserExternalId => "duplicate_user_external_id",
            Self::DuplicateWalletAddress => "duplicate_wallet_address",
            Self::DuplicateWebauthnRegistration => "duplicate_webauthn_registration",
            Self::DynamicClientRegistrationNotEnabled => "dynamic_client_registration_not_enabled",
            Self::EmailJitProvisioningNotAllowed => "email_jit_provisioning_not_allowed",
            Self::EmailNotFound => "email_not_found",
            Self::EmailTemplateNotFound => "email_template_not_found",
            Self::EmailUnverifiedForReactivation => "email_unverified_for_reactivation",
            Self::EmailUpdatesAvailableOnlyForActiveMembers => {
                "email_updates_available_only_for_active_members"
            }
            Self::EmailVerificationRequired => "email_verification_required",
            Self::EnterpriseEndpoint => "enterprise_endpoint",
            Self::ExpiredOauthResponse => "expired_oauth_response",
            Self::ExpiredTotp => "expired_totp",
            Self::ExternalConnectionIdNotFound => "external_connection_id_not_found",
            Self::ExternalConnectionNotActive => "external_connection_not_active",
            Self::IdTokenExpired => "id_token_expired",
            Self::IdTokenIncorrectAudience => "id_token_incorrect_audience",
            Self::IdTokenInvalid => "id_token_invalid",
            Self::IdTokenNonceInvalid => "id_token_nonce_invalid",
            Self::IdpAccessTokenExpired => "idp_access_token_expired",
            Self::IdpAccessTokenNotFound => "idp_access_token_not_found",
            Self::IdpAuthCodeExpired => "idp_auth_code_expired",
            Self::IdpAuthCodeNotFound => "idp_auth_code_not_found",
            Self::IdpClientAlreadyRotatingSecret => "idp_client_already_rotating_secret",
            Self::IdpClientNotFound => "idp_client_not_found",
            Self::IdpClientNotRotatingSecret => "idp_client_not_rotating_secret",
            Self::IdpRefreshTokenAlreadyUsed => "idp_refresh_token_already_used",
            Self::IdpRefreshTokenExpired => "idp_refresh_token_expired",
            Self::IdpRefreshTokenNotFound => "idp_refresh_token_not_found",
            Self::InactiveEmail => "inactive_email",
            Self::IncompatibleSessionType => "incompatible_session_type",
            Self::InsecureM2mClientSecret => "insecure_m2m_client_secret",
            Self::InsufficientFactors => "insufficient_factors",
            Self::InsufficientFactorsForSessionExchange => {
                "insufficient_factors_for_session_exchange"
            }
            Self::IntermediateSessionNotFound => "intermediate_session_not_found",
            Self::InternalServerError => "internal_server_error",
            Self::InvalidArgument => "invalid_argument",
            Self::InvalidAuthorizationHeader => "invalid_authorization_header",
            Self::InvalidClient => "invalid_client",
            Self::InvalidClientId => "invalid_client_id",
            Self::InvalidClientSecret => "invalid_client_secret",
            Self::InvalidCode => "invalid_code",
            Self::InvalidDomain => "invalid_domain",
            Self::InvalidEmail => "invalid_email",
            Self::InvalidEmailForJitProvisioning => "invalid_email_for_jit_provisioning",
            Self::InvalidExpiration => "invalid_expiration",
            Self::InvalidGrant => "invalid_grant",
            Self::InvalidHash => "invalid_hash",
            Self::InvalidId => "invalid_id",
            Self::InvalidIntermediateSessionTokenForOrganization => {
                "invalid_intermediate_session_token_for_organization"
            }
            Self::InvalidIpAddress => "invalid_ip_address",
            Self::InvalidLocale => "invalid_locale",
            Self::InvalidM2mClientScope => "invalid_m2m_client_scope",
            Self::InvalidMethodId => "invalid_method_id",
            Self::InvalidMfaDefaultMethod => "invalid_mfa_default_method",
            Self::InvalidOauthProvider => "invalid_oauth_provider",
            Self::InvalidOrganizationId => "invalid_organization_id",
            Self::InvalidOrganizationName => "invalid_organization_name",
            Self::InvalidOrganizationSlug => "invalid_organization_slug",
            Self::InvalidPhoneNumber => "invalid_phone_number",
            Self::InvalidPhoneNumberCountryCode => "invalid_phone_number_country_code",
            Self::InvalidPkceCodeChallenge => "invalid_pkce_code_challenge",
            Self::InvalidPkceCodeVerifier => "invalid_pkce_code_verifier",
            Self::InvalidProjectIdAuthentication => "invalid_project_id_authentication",
            Self::InvalidPublicKeyCredential => "invalid_public_key_credential",
            Self::InvalidRbacRoleAssignment => "invalid_rbac_role_assignment",
            Self::InvalidRbacRoleId => "invalid_rbac_role_id",
            Self::InvalidRecoveryCode => "invalid_recovery_code",
            Self::InvalidRequest => "invalid_request",
            Self::InvalidRestrictedEmailSetting => "invalid_restricted_email_setting",
            Self::InvalidRestrictedOauthTenantsSetting => {
                "invalid_restricted_oauth_tenants_setting"
            }
            Self::InvalidRestrictedSsoSetting => "invalid_restricted_sso_setting",
            Self::InvalidSamlMetadataUrl => "invalid_saml_metadata_url",
            Self::InvalidSamlResponse => "invalid_saml_response",
            Self::InvalidScope => "invalid_scope",
            Self::InvalidSecretAuthentication => "invalid_secret_authentication",
            Self::InvalidSessionDuration => "invalid_session_duration",
            Self::InvalidSessionDurationMinutes => "invalid_session_duration_minutes",
            Self::InvalidSessionFields => "invalid_session_fields",
            Self::InvalidSessionId => "invalid_session_id",
            Self::InvalidSessionToken => "invalid_session_token",
            Self::InvalidSignature => "invalid_signature",
            Self::InvalidSsoDefaultConnectionId => "invalid_sso_default_connection_id",
            Self::InvalidToken => "invalid_token",
            Self::InvalidTokenOrganizationIdClaim => "invalid_token_organization_id_claim",
            Self::InvalidTotpCode => "invalid_totp_code",
            Self::InvalidTrustedAuthToken => "invalid_trusted_auth_token",
            Self::InvalidUrl => "invalid_url",
            Self::InvalidUserId => "invalid_user_id",
            Self::InvalidX509Certificate => "invalid_x509_certificate",
            Self::JwtInvalidAudience => "jwt_invalid_audience",
            Self::JwtInvalidClaims => "jwt_invalid_claims",
            Self::JwtInvalidIssuer => "jwt_invalid_issuer",
            Self::JwtTemplateNotFound => "jwt_template_not_found",
            Self::LiveIdUsedInTestEnvironment => "live_id_used_in_test_environment",
            Self::M2mClientAlreadyRotatingSecret => "m2m_client_already_rotating_secret",
            Self::M2mClientNotFound => "m2m_client_not_found",
            Self::M2mClientNotRotatingSecret => "m2m_client_not_rotating_secret",
            Self::MagicLinkNotFound => "magic_link_not_found",
            Self::MemberDoesNotExistInOrganization => "member_does_not_exist_in_organization",
            Self::MemberHasNoActiveVerifiedEmail => "member_has_no_active_verified_email",
            Self::MemberImpersonationNotAllowed => "member_impersonation_not_allowed",
            Self::MemberNotFound => "member_not_found",
            Self::MemberOauthTokenNotFound => "member_oauth_token_not_found",
            Self::MemberOidcTokenNotFound => "member_oidc_token_not_found",
            Self::MemberPasswordNotFound => "member_password_not_found",
            Self::MemberPhoneNumberNotFound => "member_phone_number_not_found",
            Self::MemberResetPassword => "member_reset_password",
            Self::MemberSearchMemberEmailFuzzyTooShort => {
                "member_search_member_email_fuzzy_too_short"
            }
            Self::MemberSearchMemberMfaPhoneNumberFuzzyTooShort => {
                "member_search_member_mfa_phone_number_fuzzy_too_short"
            }
            Self::MetadataInvalidFormat => "metadata_invalid_format",
            Self::MetadataTooLarge => "metadata_too_large",
            Self::MetadataTooManyKeys => "metadata_too_many_keys",
            Self::MethodNotAllowed => "method_not_allowed",
            Self::MigrateFromExternalEmailDoesNotExist => {
                "migrate_from_external_email_does_not_exist"
            }
            Self::MigrateFromExternalUnexpectedResponse => {
                "migrate_from_external_unexpected_response"
            }
            Self::MissingOauthRefreshToken => "missing_oauth_refresh_token",
            Self::MissingOidcRefreshToken => "missing_oidc_refresh_token",
            Self::NoActiveBiometricRegistrations => "no_active_biometric_registrations",
            Self::NoActiveRecoveryCodeBackedFactor => "no_active_recovery_code_backed_factor",
            Self::NoActiveScimConnection => "no_active_scim_connection",
            Self::NoActiveWebauthnRegistrations => "no_active_webauthn_registrations",
            Self::NoDeletedMemberFoundForReactivation => "no_deleted_member_found_for_reactivation",
            Self::NoMatchForProvidedMagicLinkUrl => "no_match_for_provided_magic_link_url",
            Self::NoPasswordResetRedirectUrl => "no_password_reset_redirect_url",
            Self::NoPendingWebauthnRegistration => "no_pending_webauthn_registration",
            Self::NoSessionArguments => "no_session_arguments",
            Self::NoSessionRevokeArguments => "no_session_revoke_arguments",
            Self::NoSsoConnectionExistsForOrganization => {
                "no_sso_connection_exists_for_organization"
            }
            Self::NoUserPassword => "no_user_password",
            Self::NoUserSelectionArguments => "no_user_selection_arguments",
            Self::OauthAccessTokenExchangeMissingFullAccess => {
                "oauth_access_token_exchange_missing_full_access"
            }
            Self::OauthAccessTokenExchangeTokenInvalidGrant => {
                "oauth_access_token_exchange_token_invalid_grant"
            }
            Self::OauthAccessTokenExchangeTokenTooOld => {
                "oauth_access_token_exchange_token_too_old"
            }
            Self::OauthConfigNotFound => "oauth_config_not_found",
            Self::OauthTenantJitProvisioningNotAllowed => {
                "oauth_tenant_jit_provisioning_not_allowed"
            }
            Self::OauthTokenNotFound => "oauth_token_not_found",
            Self::OauthUnverifiedEmail => "oauth_unverified_email",
            Self::OauthUserRegistrationNotFound => "oauth_user_registration_not_found",
            Self::OidcConnectionNotFound => "oidc_connection_not_found",
            Self::OperationRestrictedByOrganizationAuthMethods => {
                "operation_restricted_by_organization_auth_methods"
            }
            Self::OperationRestrictedByOrganizationMfaMethods => {
                "operation_restricted_by_organization_mfa_methods"
            }
            Self::OrganizationExternalIdAlreadyUsed => "organization_external_id_already_used",
            Self::OrganizationNotFound => "organization_not_found",
            Self::OrganizationSearchAllowedDomainFuzzyTooShort => {
                "organization_search_allowed_domain_fuzzy_too_short"
            }
            Self::OrganizationSearchMemberEmailFuzzyTooShort => {
                "organization_search_member_email_fuzzy_too_short"
            }
            Self::OrganizationSearchOrganizationNameFuzzyTooShort => {
                "organization_search_organization_name_fuzzy_too_short"
            }
            Self::OrganizationSearchOrganizationSlugFuzzyTooShort => {
                "organization_search_organization_slug_fuzzy_too_short"
            }
            Self::OrganizationSettingsDomainTooCommon => "organization_settings_domain_too_common",
            Self::OrganizationSlugAlreadyUsed => "organization_slug_already_used",
            Self::OrganizationSuspended => "organization_suspended",
            Self::OtpCodeNotFound => "otp_code_not_found",
            Self::PasswordAlreadyExists => "password_already_exists",
            Self::PasswordNotFound => "password_not_found",
            Self::PendingTotpExists => "pending_totp_exists",
            Self::PhoneNumberNotFound => "phone_number_not_found",
            Self::PkceDidNotExpectCodeVerifier => "pkce_did_not_expect_code_verifier",
            Self::PkceExpectedCodeVerifier => "pkce_expected_code_verifier",
            Self::PkceMismatch => "pkce_mismatch",
            Self::ProjectNotFound => "project_not_found",
            Self::PublicConnectedAppsDoNotHaveSecrets => {
                "public_connected_apps_do_not_have_secrets"
            }
            Self::QueryParamsDoNotMatch => "query_params_do_not_match",
            Self::RecoveryCodeUsedAsTotpCode => "recovery_code_used_as_totp_code",
            Self::RecoveryCodesAlreadyExist => "recovery_codes_already_exist",
            Self::RecoveryCodesNotFound => "recovery_codes_not_found",
            Self::RedirectUrlNotFound => "redirect_url_not_found",
            Self::ReservedClaimsInCustomClaims => "reserved_claims_in_custom_claims",
            Self::ResetPassword => "reset_password",
            Self::RetiredMemberEmail => "retired_member_email",
            Self::RouteNotFound => "route_not_found",
            Self::RouteNotSupportedInTest => "route_not_supported_in_test",
            Self::SamlConnectionAttributeMappingMissingGroupsKey => {
                "saml_connection_attribute_mapping_missing_groups_key"
            }
            Self::SamlConnectionNotFound => "saml_connection_not_found",
            Self::SamlSigningPrivateKeyFormatNotSupported => {
                "saml_signing_private_key_format_not_supported"
            }
            Self::ScimConnectionNotRotatingToken => "scim_connection_not_rotating_token",
            Self::ScimGroupRoleAssignmentGroupDoesNotExist => {
                "scim_group_role_assignment_group_does_not_exist"
            }
            Self::SearchTimeout => "search_timeout",
            Self::SecondaryFactorNotFound => "secondary_factor_not_found",
            Self::ServerUnavailable => "server_unavailable",
            Self::SessionAuthorizationError => "session_authorization_error",
            Self::SessionAuthorizationTenancyError => "session_authorization_tenancy_error",
            Self::SessionEnforcedFactorMatchingSessionRequired => {
                "session_enforced_factor_matching_session_required"
            }
            Self::SessionMustHaveAtLeastOneActiveFactor => {
                "session_must_have_at_least_one_active_factor"
            }
            Self::SessionNotFound => "session_not_found",
            Self::SessionNotMutableImpersonated => "session_not_mutable_impersonated",
            Self::SessionTooOldToResetPassword => "session_too_old_to_reset_password",
            Self::SiweMessageExpired => "siwe_message_expired",
            Self::SiweMessageNotValidYet => "siwe_message_not_valid_yet",
            Self::SsoConnectionNotFound => "sso_connection_not_found",
            Self::SsoEncryptionPrivateKeyNotFound => "sso_encryption_private_key_not_found",
            Self::SsoTokenNotFound => "sso_token_not_found",
            Self::SsoVerificationKeyNotFound => "sso_verification_key_not_found",
            Self::StaleFactors => "stale_factors",
            Self::StytchClaimsInCustomClaims => "stytch_claims_in_custom_claims",
            Self::TelemetryIdNotFound => "telemetry_id_not_found",
            Self::TestIdUsedInLiveEnvironment => "test_id_used_in_live_environment",
            Self::TokenMissingOrganizationIdClaim => "token_missing_organization_id_claim",
            Self::TooFewTokensAuthenticated => "too_few_tokens_authenticated",
            Self::TooManyIdpClients => "too_many_idp_clients",
            Self::TooManyM2mClientScopes => "too_many_m2m_client_scopes",
            Self::TooManyRequests => "too_many_requests",
            Self::TooManySessionArguments => "too_many_session_arguments",
            Self::TooManySessionRevokeArguments => "too_many_session_revoke_arguments",
            Self::TooManySsoConnections => "too_many_sso_connections",
            Self::TooManySsoVerificationCertificates => "too_many_sso_verification_certificates",
            Self::TooManyUnverifiedFactors => "too_many_unverified_factors",
            Self::TooManyUserSelectionArguments => "too_many_user_selection_arguments",
            Self::TotpCodeAlreadyAuthenticated => "totp_code_already_authenticated",
            Self::TotpCodeUsedAsRecoveryCode => "totp_code_used_as_recovery_code",
            Self::TotpNotFound => "totp_not_found",
            Self::TotpsNotFoundForUser => "totps_not_found_for_user",
            Self::TrustedTokenProfileNotFound => "trusted_token_profile_not_found",
            Self::UnableToAuthBiometricRegistration => "unable_to_auth_biometric_registration",
            Self::UnableToAuthImpersonationToken => "unable_to_auth_impersonation_token",
            Self::UnableToAuthMagicLink => "unable_to_auth_magic_link",
            Self::UnableToAuthOtpCode => "unable_to_auth_otp_code",
            Self::UnableToAuthPasswordResetToken => "unable_to_auth_password_reset_token",
            Self::UnableToAuthWebauthnRegistration => "unable_to_auth_webauthn_registration",
            Self::UnableToAuthenticateCryptoWallet => "unable_to_authenticate_crypto_wallet",
            Self::UnableToAuthenticateRecoveryCode => "unable_to_authenticate_recovery_code",
            Self::UnableToAuthenticateTotp => "unable_to_authenticate_totp",
            Self::UnableToAuthorizeOauthProvider => "unable_to_authorize_oauth_provider",
            Self::UnableToParseSessionJwt => "unable_to_parse_session_jwt",
            Self::UnableToRefreshOauthToken => "unable_to_refresh_oauth_token",
            Self::UnableToRefreshOidcToken => "unable_to_refresh_oidc_token",
            Self::UnableToRegisterWebauthnRegistration => {
                "unable_to_register_webauthn_registration"
            }
            Self::UnauthorizedAction => "unauthorized_action",
            Self::UnauthorizedClient => "unauthorized_client",
            Self::UnauthorizedCredentials => "unauthorized_credentials",
            Self::UnauthorizedCredentialsError => "unauthorized_credentials_error",
            Self::UnauthorizedCredentialsHomepage => "unauthorized_credentials_homepage",
            Self::UnauthorizedProjectIdLive => "unauthorized_project_id_live",
            Self::UnauthorizedProjectIdTest => "unauthorized_project_id_test",
            Self::UnavailableEndpoint => "unavailable_endpoint",
            Self::UnsubscribedPhoneNumber => "unsubscribed_phone_number",
            Self::UnsupportedGrantType => "unsupported_grant_type",
            Self::UseHttps => "use_https",
            Self::UserIdMismatch => "user_id_mismatch",
            Self::UserImpersonationNotAllowed => "user_impersonation_not_allowed",
            Self::UserLockLimitReached => "user_lock_limit_reached",
            Self::UserNotFound => "user_not_found",
            Self::UserSearchEmailAddressFuzzyTooShort => {
                "user_search_email_address_fuzzy_too_short"
            }
            Self::UserSearchFullNameFuzzyTooShort => "user_search_full_name_fuzzy_too_short",
            Self::UserSearchPhoneNumberFuzzyTooShort => "user_search_phone_number_fuzzy_too_short",
            Self::UserUnauthenticated => "user_unauthenticated",
            Self::WeakFactorCombination => "weak_factor_combination",
            Self::WeakPassword => "weak_password",
            Self::WebauthnRegistrationNotFound => "webauthn_registration_not_found",
            Self::WrongStackLive => "wrong_stack_live",
            Self::WrongStackTest => "wrong_stack_test",
            Self::Unknown(name) => name,
        }
    }

    #[cfg(test)]
    pub(in crate::error) const LISTED: &[Self] = &[
        Self::AccessDenied,
        Self::ActionAvailableOnlyForActiveMembers,
        Self::ActionAvailableOnlyOncePrimaryAuthenticationIsMet,
        Self::ActionNotAllowedEmailDomainIsClaimed,
        Self::ActiveScimConnectionExists,
        Self::ActiveTotpExists,
        Self::AllowedAuthMethodsRequiredForRestricted,
        Self::AllowedMfaMethodsRequiredForRestricted,
        Self::AttributeMismatch,
        Self::BadRequest,
        Self::BillingNotVerified,
        Self::BillingNotVerifiedForEmail,
        Self::BiometricRegistrationNotFound,
        Self::BreachedPassword,
        Self::CannotAssignDefaultRbacRoleId,
        Self::CannotDeleteDefaultSsoConnection,
        Self::CannotDeleteEmail,
        Self::CannotDeleteLastPrimaryFactor,
        Self::CannotDeleteLastSsoVerificationKey,
        Self::CannotRemovePrimaryAuthMechanism,
        Self::CannotResetPasswordWithExistingPassword,
        Self::CannotUpdateTrustedMetadata,
        Self::CannotUseWebauthnWithPendingUser,
        Self::CaptchaFailed,
        Self::CaptchaRequired,
        Self::ClientClosedRequest,
        Self::CnameRecordNotFound,
        Self::ConnectedAppAlreadyRotatingSecret,
        Self::ConnectedAppConsentRevoked,
        Self::ConnectedAppNotFound,
        Self::ConnectedAppNotRotatingSecret,
        Self::ConnectedAppSuppliedRedirectUrlNotFoundInClient,
        Self::ConsumerSessionAuthorizationError,
        Self::CrossOrgPasswordsEnabled,
        Self::CrossOrgPasswordsNotEnabled,
        Self::CryptoWalletNotFound,
        Self::CryptoWalletTypeIncompatibleWithSiwe,
        Self::CustomClaimsTooLarge,
        Self::DeprecatedEndpoint,
        Self::DesiredEmailDeactivatedByDifferentMember,
        Self::DesiredEmailUpdatingForDifferentMember,
        Self::DuplicateEmail,
        Self::DuplicateEmailForUser,
        Self::DuplicateExternalSsoConnection,
        Self::DuplicateM2mClientId,
        Self::DuplicateMemberEmail,
        Self::DuplicateMemberExternalId,
        Self::DuplicateMemberPhoneNumber,
        Self::DuplicatePhoneNumber,
        Self::DuplicatePhoneNumberForUser,
        Self::DuplicateSamlConnection,
        Self::DuplicateUserExternalId,
        Self::DuplicateWalletAddress,
        Self::DuplicateWebauthnRegistration,
        Self::DynamicClientRegistrationNotEnabled,
        Self::EmailJitProvisioningNotAllowed,
        Self::EmailNotFound,
        Self::EmailTemplateNotFound,
        Self::EmailUnverifiedForReactivation,
        Self::EmailUpdatesAvailableOnlyForActiveMembers,
        Self::EmailVerificationRequired,
        Self::EnterpriseEndpoint,
        Self::ExpiredOauthResponse,
        Self::ExpiredTotp,
        Self::ExternalConnectionIdNotFound,
        Self::ExternalConnectionNotActive,
        Self::IdTokenExpired,
        Self::IdTokenIncorrectAudience,
        Self::IdTokenInvalid,
        Self::IdTokenNonceInvalid,
        Self::IdpAccessTokenExpired,
        Self::IdpAccessTokenNotFound,
        Self::IdpAuthCodeExpired,
        Self::IdpAuthCodeNotFound,
        Self::IdpClientAlreadyRotatingSecret,
        Self::IdpClientNotFound,
        Self::IdpClientNotRotatingSecret,
        Self::IdpRefreshTokenAlreadyUsed,
        Self::IdpRefreshTokenExpired,
        Self::IdpRefreshTokenNotFound,
        Self::InactiveEmail,
        Self::IncompatibleSessionType,
        Self::InsecureM2mClientSecret,
        Self::InsufficientFactors,
        Self::InsufficientFactorsForSessionExchange,
        Self::IntermediateSessionNotFound,
        Self::InternalServerError,
        Self::InvalidArgument,
        Self::InvalidAuthorizationHeader,
        Self::InvalidClient,
        Self::InvalidClientId,
        Self::InvalidClientSecret,
        Self::InvalidCode,
        Self::InvalidDomain,
        Self::InvalidEmail,
        Self::InvalidEmailForJitProvisioning,
        Self::InvalidExpiration,
        Self::InvalidGrant,
        Self::InvalidHash,
        Self::InvalidId,
        Self::InvalidIntermediateSessionTokenForOrganization,
        Self::InvalidIpAddress,
        Self::InvalidLocale,
        Self::InvalidM2mClientScope,
        Self::InvalidMethodId,
        Self::InvalidMfaDefaultMethod,
        Self::InvalidOauthProvider,
        Self::InvalidOrganizationId,
        Self::InvalidOrganizationName,
        Self::InvalidOrganizationSlug,
        Self::InvalidPhoneNumber,
        Self::InvalidPhoneNumberCountryCode,
        Self::InvalidPkceCodeChallenge,
        Self::InvalidPkceCodeVerifier,
        Self::InvalidProjectIdAuthentication,
        Self::InvalidPublicKeyCredential,
        Self::InvalidRbacRoleAssignment,
        Self::InvalidRbacRoleId,
        Self::InvalidRecoveryCode,
        Self::InvalidRequest,
        Self::InvalidRestrictedEmailSetting,
        Self::InvalidRestrictedOauthTenantsSetting,
        Self::InvalidRestrictedSsoSetting,
        Self::InvalidSamlMetadataUrl,
        Self::InvalidSamlResponse,
        Self::InvalidScope,
        Self::InvalidSecretAuthentication,
        Self::InvalidSessionDuration,
        Self::InvalidSessionDurationMinutes,
        Self::InvalidSessionFields,
        Self::InvalidSessionId,
        Self::InvalidSessionToken,
        Self::InvalidSignature,
        Self::InvalidSsoDefaultConnectionId,
        Self::InvalidToken,
        Self::InvalidTokenOrganizationIdClaim,
        Self::InvalidTotpCode,
        Self::InvalidTrustedAuthToken,
        Self::InvalidUrl,
        Self::InvalidUserId,
        Self::InvalidX509Certificate,
        Self::JwtInvalidAudience,
        Self::JwtInvalidClaims,
        Self::JwtInvalidIssuer,
        Self::JwtTemplateNotFound,
        Self::LiveIdUsedInTestEnvironment,
        Self::M2mClientAlreadyRotatingSecret,
        Self::M2mClientNotFound,
        Self::M2mClientNotRotatingSecret,
        Self::MagicLinkNotFound,
        Self::MemberDoesNotExistInOrganization,
        Self::MemberHasNoActiveVerifiedEmail,
        Self::MemberImpersonationNotAllowed,
        Self::MemberNotFound,
        Self::MemberOauthTokenNotFound,
        Self::MemberOidcTokenNotFound,
        Self::MemberPasswordNotFound,
        Self::MemberPhoneNumberNotFound,
        Self::MemberResetPassword,
        Self::MemberSearchMemberEmailFuzzyTooShort,
        Self::MemberSearchMemberMfaPhoneNumberFuzzyTooShort,
        Self::MetadataInvalidFormat,
        Self::MetadataTooLarge,
        Self::MetadataTooManyKeys,
        Self::MethodNotAllowed,
        Self::MigrateFromExternalEmailDoesNotExist,
        Self::MigrateFromExternalUnexpectedResponse,
        Self::MissingOauthRefreshToken,
        Self::MissingOidcRefreshToken,
        Self::NoActiveBiometricRegistrations,
        Self::NoActiveRecoveryCodeBackedFactor,
        Self::NoActiveScimConnection,
        Self::NoActiveWebauthnRegistrations,
        Self::NoDeletedMemberFoundForReactivation,
        Self::NoMatchForProvidedMagicLinkUrl,
        Self::NoPasswordResetRedirectUrl,
        Self::NoPendingWebauthnRegistration,
        Self::NoSessionArguments,
        Self::NoSessionRevokeArguments,
        Self::NoSsoConnectionExistsForOrganization,
        Self::NoUserPassword,
        Self::NoUserSelectionArguments,
        Self::OauthAccessTokenExchangeMissingFullAccess,
        Self::OauthAccessTokenExchangeTokenInvalidGrant,
        Self::OauthAccessTokenExchangeTokenTooOld,
        Self::OauthConfigNotFound,
        Self::OauthTenantJitProvisioningNotAllowed,
        Self::OauthTokenNotFound,
        Self::OauthUnverifiedEmail,
        Self::OauthUserRegistrationNotFound,
        Self::OidcConnectionNotFound,
        Self::OperationRestrictedByOrganizationAuthMethods,
        Self::OperationRestrictedByOrganizationMfaMethods,
        Self::OrganizationExternalIdAlreadyUsed,
        Self::OrganizationNotFound,
        Self::OrganizationSearchAllowedDomainFuzzyTooShort,
        Self::OrganizationSearchMemberEmailFuzzyTooShort,
        Self::OrganizationSearchOrganizationNameFuzzyTooShort,
        Self::OrganizationSearchOrganizationSlugFuzzyTooShort,
        Self::OrganizationSettingsDomainTooCommon,
        Self::OrganizationSlugAlreadyUsed,
        Self::OrganizationSuspended,
        Self::OtpCodeNotFound,
        Self::PasswordAlreadyExists,
        Self::PasswordNotFound,
        Self::PendingTotpExists,
        Self::PhoneNumberNotFound,
        Self::PkceDidNotExpectCodeVerifier,
        Self::PkceExpectedCodeVerifier,
        Self::PkceMismatch,
        Self::ProjectNotFound,
        Self::PublicConnectedAppsDoNotHaveSecrets,
        Self::QueryParamsDoNotMatch,
        Self::RecoveryCodeUsedAsTotpCode,
        Self::RecoveryCodesAlreadyExist,
        Self::RecoveryCodesNotFound,
        Self::RedirectUrlNotFound,
        Self::ReservedClaimsInCustomClaims,
        Self::ResetPassword,
        Self::RetiredMemberEmail,
        Self::RouteNotFound,
        Self::RouteNotSupportedInTest,
        Self::SamlConnectionAttributeMappingMissingGroupsKey,
        Self::SamlConnectionNotFound,
        Self::SamlSigningPrivateKeyFormatNotSupported,
        Self::ScimConnectionNotRotatingToken,
        Self::ScimGroupRoleAssignmentGroupDoesNotExist,
        Self::SearchTimeout,
        Self::SecondaryFactorNotFound,
        Self::ServerUnavailable,
        Self::SessionAuthorizationError,
        Self::SessionAuthorizationTenancyError,
        Self::SessionEnforcedFactorMatchingSessionRequired,
        Self::SessionMustHaveAtLeastOneActiveFactor,
        Self::SessionNotFound,
        Self::SessionNotMutableImpersonated,
        Self::SessionTooOldToResetPassword,
        Self::SiweMessageExpired,
        Self::SiweMessageNotValidYet,
        Self::SsoConnectionNotFound,
        Self::SsoEncryptionPrivateKeyNotFound,
        Self::SsoTokenNotFound,
        Self::SsoVerificationKeyNotFound,
        Self::StaleFactors,
        Self::StytchClaimsInCustomClaims,
        Self::TelemetryIdNotFound,
        Self::TestIdUsedInLiveEnvironment,
        Self::TokenMissingOrganizationIdClaim,
        Self::TooFewTokensAuthenticated,
        Self::TooManyIdpClients,
        Self::TooManyM2mClientScopes,
        Self::TooManyRequests,
        Self::TooManySessionArguments,
        Self::TooManySessionRevokeArguments,
        Self::TooManySsoConnections,
        Self::TooManySsoVerificationCertificates,
        Self::TooManyUnverifiedFactors,
        Self::TooManyUserSelectionArguments,
        Self::TotpCodeAlreadyAuthenticated,
        Self::TotpCodeUsedAsRecoveryCode,
        Self::TotpNotFound,
        Self::TotpsNotFoundForUser,
        Self::TrustedTokenProfileNotFound,
        Self::UnableToAuthBiometricRegistration,
        Self::UnableToAuthImpersonationToken,
        Self::UnableToAuthMagicLink,
        Self::UnableToAuthOtpCode,
        Self::UnableToAuthPasswordResetToken,
        Self::UnableToAuthWebauthnRegistration,
        Self::UnableToAuthenticateCryptoWallet,
        Self::UnableToAuthenticateRecoveryCode,
        Self::UnableToAuthenticateTotp,
        Self::UnableToAuthorizeOauthProvider,
        Self::UnableToParseSessionJwt,
        Self::UnableToRefreshOauthToken,
        Self::UnableToRefreshOidcToken,
        Self::UnableToRegisterWebauthnRegistration,
        Self::UnauthorizedAction,
        Self::UnauthorizedClient,
        Self::UnauthorizedCredentials,
        Self::UnauthorizedCredentialsError,
        Self::UnauthorizedCredentialsHomepage,
        Self::UnauthorizedProjectIdLive,
        Self::UnauthorizedProjectIdTest,
        Self::UnavailableEndpoint,
        Self::UnsubscribedPhoneNumber,
        Self::UnsupportedGrantType,
        Self::UseHttps,
        Self::UserIdMismatch,
        Self::UserImpersonationNotAllowed,
        Self::UserLockLimitReached,
        Self::UserNotFound,
        Self::UserSearchEmailAddressFuzzyTooShort,
        Self::UserSearchFullNameFuzzyTooShort,
        Self::UserSearchPhoneNumberFuzzyTooShort,
        Self::UserUnauthenticated,
        Self::WeakFactorCombination,
        Self::WeakPassword,
        Self::WebauthnRegistrationNotFound,
        Self::WrongStackLive,
        Self::WrongStackTest,
    ];
}

impl From<&str> for ErrorType {
    fn from(name: &str) -> Self {
        match name {
            "access_denied" => Self::AccessDenied,
            "action_available_only_for_active_members" => Self::ActionAvailableOnlyForActiveMembers,
            "action_available_only_once_primary_authentication_is_met" => {
                Self::ActionAvailableOnlyOncePrimaryAuthenticationIsMet
            }
            "action_not_allowed_email_domain_is_claimed" => {
                Self::ActionNotAllowedEmailDomainIsClaimed
            }
            "active_scim_connection_exists" => Self::ActiveScimConnectionExists,
            "active_totp_exists" => Self::ActiveTotpExists,
            "allowed_auth_methods_required_for_restricted" => {
                Self::AllowedAuthMethodsRequiredForRestricted
            }
            "allowed_mfa_methods_required_for_restricted" => {
                Self::AllowedMfaMethodsRequiredForRestricted
            }
            "attribute_mismatch" => Self::AttributeMismatch,
            "bad_request" => Self::BadRequest,
            "billing_not_verified" => Self::BillingNotVerified,
            "billing_not_verified_for_email" => Self::BillingNotVerifiedForEmail,
            "biometric_registration_not_found" => Self::BiometricRegistrationNotFound,
            "breached_password" => Self::BreachedPassword,
            "cannot_assign_default_rbac_role_id" => Self::CannotAssignDefaultRbacRoleId,
            "cannot_delete_default_sso_connection" => Self::CannotDeleteDefaultSsoConnection,
            "cannot_delete_email" => Self::CannotDeleteEmail,
            "cannot_delete_last_primary_factor" => Self::CannotDeleteLastPrimaryFactor,
            "cannot_delete_last_sso_verification_key" => Self::CannotDeleteLastSsoVerificationKey,
            "cannot_remove_primary_auth_mechanism" => Self::CannotRemovePrimaryAuthMechanism,
            "cannot_reset_password_with_existing_password" => {
                Self::CannotResetPasswordWithExistingPassword
            }
            "cannot_update_trusted_metadata" => Self::CannotUpdateTrustedMetadata,
            "cannot_use_webauthn_with_pending_user" => Self::CannotUseWebauthnWithPendingUser,
            "captcha_failed" => Self::CaptchaFailed,
            "captcha_required" => Self::CaptchaRequired,
            "client_closed_request" => Self::ClientClosedRequest,
            "cname_record_not_found" => Self::CnameRecordNotFound,
            "connected_app_already_rotating_secret" => Self::ConnectedAppAlreadyRotatingSecret,
            "connected_app_consent_revoked" => Self::ConnectedAppConsentRevoked,
            "connected_app_not_found" => Self::ConnectedAppNotFound,
            "connected_app_not_rotating_secret" => Self::ConnectedAppNotRotatingSecret,
            "connected_app_supplied_redirect_url_not_found_in_client" => {
                Self::ConnectedAppSuppliedRedirectUrlNotFoundInClient
            }
            "consumer_session_authorization_error" => Self::ConsumerSessionAuthorizationError,
            "cross_org_passwords_enabled" => Self::CrossOrgPasswordsEnabled,
            "cross_org_passwords_not_enabled" => Self::CrossOrgPasswordsNotEnabled,
            "crypto_wallet_not_found" => Self::CryptoWalletNotFound,
            "crypto_wallet_type_incompatible_with_siwe" => {
                Self::CryptoWalletTypeIncompatibleWithSiwe
            }
            "custom_claims_too_large" => Self::CustomClaimsTooLarge,
            "deprecated_endpoint" => Self::DeprecatedEndpoint,
            "desired_email_deactivated_by_different_member" => {
                Self::DesiredEmailDeactivatedByDifferentMember
            }
            "desired_email_updating_for_different_member" => {
                Self::DesiredEmailUpdatingForDifferentMember
            }
            "duplicate_email" => Self::DuplicateEmail,
            "duplicate_email_for_user" => Self::DuplicateEmailForUser,
            "duplicate_external_sso_connection" => Self::DuplicateExternalSsoConnection,
            "duplicate_m2m_client_id" => Self::DuplicateM2mClientId,
            "duplicate_member_email" => Self::DuplicateMemberEmail,
            "duplicate_member_external_id" => Self::DuplicateMemberExternalId,
            "duplicate_member_phone_number" => Self::DuplicateMemberPhoneNumber,
            "duplicate_phone_number" => Self::DuplicatePhoneNumber,
            "duplicate_phone_number_for_user" => Self::DuplicatePhoneNumberForUser,
            "duplicate_saml_connection" => Self::DuplicateSamlConnection,
            "duplicate_user_external_id" => Self::DuplicateUserExternalId,
            "duplicate_wallet_address" => Self::DuplicateWalletAddress,
            "duplicate_webauthn_registration" => Self::DuplicateWebauthnRegistration,
            "dynamic_client_registration_not_enabled" => Self::DynamicClientRegistrationNotEnabled,
            "email_jit_provisioning_not_allowed" => Self::EmailJitProvisioningNotAllowed,
            "email_not_found" => Self::EmailNotFound,
            "email_template_not_found" => Self::EmailTemplateNotFound,
            "email_unverified_for_reactivation" => Self::EmailUnverifiedForReactivation,
            "email_updates_available_only_for_active_members" => {
                Self::EmailUpdatesAvailableOnlyForActiveMembers
            }
            "email_verification_required" => Self::EmailVerificationRequired,
            "enterprise_endpoint" => Self::EnterpriseEndpoint,
            "expired_oauth_response" => Self::ExpiredOauthResponse,
            "expired_totp" => Self::ExpiredTotp,
            "external_connection_id_not_found" => Self::ExternalConnectionIdNotFound,
            "external_connection_not_active" => Self::ExternalConnectionNotActive,
            "id_token_expired" => Self::IdTokenExpired,
            "id_token_incorrect_audience" => Self::IdTokenIncorrectAudience,
            "id_token_invalid" => Self::IdTokenInvalid,
            "id_token_nonce_invalid" => Self::IdTokenNonceInvalid,
            "idp_access_token_expired" => Self::IdpAccessTokenExpired,
            "idp_access_token_not_found" => Self::IdpAccessTokenNotFound,
            "idp_auth_code_expired" => Self::IdpAuthCodeExpired,
            "idp_auth_code_not_found" => Self::IdpAuthCodeNotFound,
            "idp_client_already_rotating_secret" => Self::IdpClientAlreadyRotatingSecret,
            "idp_client_not_found" => Self::IdpClientNotFound,
            "idp_client_not_rotating_secret" => Self::IdpClientNotRotatingSecret,
            "idp_refresh_token_already_used" => Self::IdpRefreshTokenAlreadyUsed,
            "idp_refresh_token_expired" => Self::IdpRefreshTokenExpired,
            "idp_refresh_token_not_found" => Self::IdpRefreshTokenNotFound,
            "inactive_email" => Self::InactiveEmail,
            "incompatible_session_type" => Self::IncompatibleSessionType,
            "insecure_m2m_client_secret" => Self::InsecureM2mClientSecret,
            "insufficient_factors" => Self::InsufficientFactors,
            "insufficient_factors_for_session_exchange" => {
                Self::InsufficientFactorsForSessionExchange
            }
            "intermediate_session_not_found" => Self::IntermediateSessionNotFound,
            "internal_server_error" => Self::InternalServerError,
            "invalid_argument" => Self::InvalidArgument,
            "invalid_authorization_header" => Self::InvalidAuthorizationHeader,
            "invalid_client" => Self::InvalidClient,
            "invalid_client_id" => Self::InvalidClientId,
            "invalid_client_secret" => Self::InvalidClientSecret,
            "invalid_code" => Self::InvalidCode,
            "invalid_domain" => Self::InvalidDomain,
            "invalid_email" => Self::InvalidEmail,
            "invalid_email_for_jit_provisioning" => Self::InvalidEmailForJitProvisioning,
            "invalid_expiration" => Self::InvalidExpiration,
            "invalid_grant" => Self::InvalidGrant,
            "invalid_hash" => Self::InvalidHash,
            "invalid_id" => Self::InvalidId,
            "invalid_intermediate_session_token_for_organization" => {
                Self::InvalidIntermediateSessionTokenForOrganization
            }
            "invalid_ip_address" => Self::InvalidIpAddress,
            "invalid_locale" => Self::InvalidLocale,
            "invalid_m2m_client_scope" => Self::InvalidM2mClientScope,
            "invalid_method_id" => Self::InvalidMethodId,
            "invalid_mfa_default_method" => Self::InvalidMfaDefaultMethod,
            "invalid_oauth_provider" => Self::InvalidOauthProvider,
            "invalid_organization_id" => Self::InvalidOrganizationId,
            "invalid_organization_name" => Self::InvalidOrganizationName,
            "invalid_organization_slug" => Self::InvalidOrganizationSlug,
            "invalid_phone_number" => Self::InvalidPhoneNumber,
            "invalid_phone_number_country_code" => Self::InvalidPhoneNumberCountryCode,
            "invalid_pkce_code_challenge" => Self::InvalidPkceCodeChallenge,
            "invalid_pkce_code_verifier" => Self::InvalidPkceCodeVerifier,
            "invalid_project_id_authentication" => Self::InvalidProjectIdAuthentication,
            "invalid_public_key_credential" => Self::InvalidPublicKeyCredential,
            "invalid_rbac_role_assignment" => Self::InvalidRbacRoleAssignment,
            "invalid_rbac_role_id" => Self::InvalidRbacRoleId,
            "invalid_recovery_code" => Self::InvalidRecoveryCode,
            "invalid_request" => Self::InvalidRequest,
            "invalid_restricted_email_setting" => Self::InvalidRestrictedEmailSetting,
            "invalid_restricted_oauth_tenants_setting" => {
                Self::InvalidRestrictedOauthTenantsSetting
            }
            "invalid_restricted_sso_setting" => Self::InvalidRestrictedSsoSetting,
            "invalid_saml_metadata_url" => Self::InvalidSamlMetadataUrl,
            "invalid_saml_response" => Self::InvalidSamlResponse,
            "invalid_scope" => Self::InvalidScope,
            "invalid_secret_authentication" => Self::InvalidSecretAuthentication,
            "invalid_session_duration" => Self::InvalidSessionDuration,
            "invalid_session_duration_minutes" => Self::InvalidSessionDurationMinutes,
            "invalid_session_fields" => Self::InvalidSessionFields,
            "invalid_session_id" => Self::InvalidSessionId,
            "invalid_session_token" => Self::InvalidSessionToken,
            "invalid_signature" => Self::InvalidSignature,
            "invalid_sso_default_connection_id" => Self::InvalidSsoDefaultConnectionId,
            "invalid_token" => Self::InvalidToken,
            "invalid_token_organization_id_claim" => Self::InvalidTokenOrganizationIdClaim,
            "invalid_totp_code" => Self::InvalidTotpCode,
            "invalid_trusted_auth_token" => Self::InvalidTrustedAuthToken,
            "invalid_url" => Self::InvalidUrl,
            "invalid_user_id" => Self::InvalidUserId,
            "invalid_x509_certificate" => Self::InvalidX509Certificate,
            "jwt_invalid_audience" => Self::JwtInvalidAudience,
            "jwt_invalid_claims" => Self::JwtInvalidClaims,
            "jwt_invalid_issuer" => Self::JwtInvalidIssuer,
            "jwt_template_not_found" => Self::JwtTemplateNotFound,
            "live_id_used_in_test_environment" => Self::LiveIdUsedInTestEnvironment,
            "m2m_client_already_rotating_secret" => Self::M2mClientAlreadyRotatingSecret,
            "m2m_client_not_found" => Self::M2mClientNotFound,
            "m2m_client_not_rotating_secret" => Self::M2mClientNotRotatingSecret,
            "magic_link_not_found" => Self::MagicLinkNotFound,
            "member_does_not_exist_in_organization" => Self::MemberDoesNotExistInOrganization,
            "member_has_no_active_verified_email" => Self::MemberHasNoActiveVerifiedEmail,
            "member_impersonation_not_allowed" => Self::MemberImpersonationNotAllowed,
            "member_not_found" => Self::MemberNotFound,
            "member_oauth_token_not_found" => Self::MemberOauthTokenNotFound,
            "member_oidc_token_not_found" => Self::MemberOidcTokenNotFound,
            "member_password_not_found" => Self::MemberPasswordNotFound,
            "member_phone_number_not_found" => Self::MemberPhoneNumberNotFound,
            "member_reset_password" => Self::MemberResetPassword,
            "member_search_member_email_fuzzy_too_short" => {
                Self::MemberSearchMemberEmailFuzzyTooShort
            }
            "member_search_member_mfa_phone_number_fuzzy_too_short" => {
                Self::MemberSearchMemberMfaPhoneNumberFuzzyTooShort
            }
            "metadata_invalid_format" => Self::MetadataInvalidFormat,
            "metadata_too_large" => Self::MetadataTooLarge,
            "metadata_too_many_keys" => Self::MetadataTooManyKeys,
            "method_not_allowed" => Self::MethodNotAllowed,
            "migrate_from_external_email_does_not_exist" => {
                Self::MigrateFromExternalEmailDoesNotExist
            }
            "migrate_from_external_unexpected_response" => {
                Self::MigrateFromExternalUnexpectedResponse
            }
            "missing_oauth_refresh_token" => Self::MissingOauthRefreshToken,
            "missing_oidc_refresh_token" => Self::MissingOidcRefreshToken,
            "no_active_biometric_registrations" => Self::NoActiveBiometricRegistrations,
            "no_active_recovery_code_backed_factor" => Self::NoActiveRecoveryCodeBackedFactor,
            "no_active_scim_connection" => Self::NoActiveScimConnection,
            "no_active_webauthn_registrations" => Self::NoActiveWebauthnRegistrations,
            "no_deleted_member_found_for_reactivation" => Self::NoDeletedMemberFoundForReactivation,
            "no_match_for_provided_magic_link_url" => Self::NoMatchForProvidedMagicLinkUrl,
            "no_password_reset_redirect_url" => Self::NoPasswordResetRedirectUrl,
            "no_pending_webauthn_registration" => Self::NoPendingWebauthnRegistration,
            "no_session_arguments" => Self::NoSessionArguments,
            "no_session_revoke_arguments" => Self::NoSessionRevokeArguments,
            "no_sso_connection_exists_for_organization" => {
                Self::NoSsoConnectionExistsForOrganization
            }
            "no_user_password" => Self::NoUserPassword,
            "no_user_selection_arguments" => Self::NoUserSelectionArguments,
            "oauth_access_token_exchange_missing_full_access" => {
                Self::OauthAccessTokenExchangeMissingFullAccess
            }
            "oauth_access_token_exchange_token_invalid_grant" => {
                Self::OauthAccessTokenExchangeTokenInvalidGrant
            }
            "oauth_access_token_exchange_token_too_old" => {
                Self::OauthAccessTokenExchangeTokenTooOld
            }
            "oauth_config_not_found" => Self::OauthConfigNotFound,
            "oauth_tenant_jit_provisioning_not_allowed" => {
                Self::OauthTenantJitProvisioningNotAllowed
            }
            "oauth_token_not_found" => Self::OauthTokenNotFound,
            "oauth_unverified_email" => Self::OauthUnverifiedEmail,
            "oauth_user_registration_not_found" => Self::OauthUserRegistrationNotFound,
            "oidc_connection_not_found" => Self::OidcConnectionNotFound,
            "operation_restricted_by_organization_auth_methods" => {
                Self::OperationRestrictedByOrganizationAuthMethods
            }
            "operation_restricted_by_organization_mfa_methods" => {
                Self::OperationRestrictedByOrganizationMfaMethods
            }
            "organization_external_id_already_used" => Self::OrganizationExternalIdAlreadyUsed,
            "organization_not_found" => Self::OrganizationNotFound,
            "organization_search_allowed_domain_fuzzy_too_short" => {
                Self::OrganizationSearchAllowedDomainFuzzyTooShort
            }
            "organization_search_member_email_fuzzy_too_short" => {
                Self::OrganizationSearchMemberEmailFuzzyTooShort
            }
            "organization_search_organization_name_fuzzy_too_short" => {
                Self::OrganizationSearchOrganizationNameFuzzyTooShort
            }
            "organization_search_organization_slug_fuzzy_too_short" => {
                Self::OrganizationSearchOrganizationSlugFuzzyTooShort
            }
            "organization_settings_domain_too_common" => Self::OrganizationSettingsDomainTooCommon,
            "organization_slug_already_used" => Self::OrganizationSlugAlreadyUsed,
            "organization_suspended" => Self::OrganizationSuspended,
            "otp_code_not_found" => Self::OtpCodeNotFound,
            "password_already_exists" => Self::PasswordAlreadyExists,
            "password_not_found" => Self::PasswordNotFound,
            "pending_totp_exists" => Self::PendingTotpExists,
            "phone_number_not_found" => Self::PhoneNumberNotFound,
            "pkce_did_not_expect_code_verifier" => Self::PkceDidNotExpectCodeVerifier,
            "pkce_expected_code_verifier" => Self::PkceExpectedCodeVerifier,
            "pkce_mismatch" => Self::PkceMismatch,
            "project_not_found" => Self::ProjectNotFound,
            "public_connected_apps_do_not_have_secrets" => {
                Self::PublicConnectedAppsDoNotHaveSecrets
            }
            "query_params_do_not_match" => Self::QueryParamsDoNotMatch,
            "recovery_code_used_as_totp_code" => Self::RecoveryCodeUsedAsTotpCode,
            "recovery_codes_already_exist" => Self::RecoveryCodesAlreadyExist,
            "recovery_codes_not_found" => Self::RecoveryCodesNotFound,
            "redirect_url_not_found" => Self::RedirectUrlNotFound,
            "reserved_claims_in_custom_claims" => Self::ReservedClaimsInCustomClaims,
            "reset_password" => Self::ResetPassword,
            "retired_member_email" => Self::RetiredMemberEmail,
            "route_not_found" => Self::RouteNotFound,
            "route_not_supported_in_test" => Self::RouteNotSupportedInTest,
            "saml_connection_attribute_mapping_missing_groups_key" => {
                Self::SamlConnectionAttributeMappingMissingGroupsKey
            }
            "saml_connection_not_found" => Self::SamlConnectionNotFound,
            "saml_signing_private_key_format_not_supported" => {
                Self::SamlSigningPrivateKeyFormatNotSupported
            }
            "scim_connection_not_rotating_token" => Self::ScimConnectionNotRotatingToken,
            "scim_group_role_assignment_group_does_not_exist" => {
                Self::ScimGroupRoleAssignmentGroupDoesNotExist
            }
            "search_timeout" => Self::SearchTimeout,
            "secondary_factor_not_found" => Self::SecondaryFactorNotFound,
            "server_unavailable" => Self::ServerUnavailable,
            "session_authorization_error" => Self::SessionAuthorizationError,
            "session_authorization_tenancy_error" => Self::SessionAuthorizationTenancyError,
            "session_enforced_factor_matching_session_required" => {
                Self::SessionEnforcedFactorMatchingSessionRequired
            }
            "session_must_have_at_least_one_active_factor" => {
                Self::SessionMustHaveAtLeastOneActiveFactor
            }
            "session_not_found" => Self::SessionNotFound,
            "session_not_mutable_impersonated" => Self::SessionNotMutableImpersonated,
            "session_too_old_to_reset_password" => Self::SessionTooOldToResetPassword,
            "siwe_message_expired" => Self::SiweMessageExpired,
            "siwe_message_not_valid_yet" => Self::SiweMessageNotValidYet,
            "sso_connection_not_found" => Self::SsoConnectionNotFound,
            "sso_encryption_private_key_not_found" => Self::SsoEncryptionPrivateKeyNotFound,
            "sso_token_not_found" => Self::SsoTokenNotFound,
            "sso_verification_key_not_found" => Self::SsoVerificationKeyNotFound,
            "stale_factors" => Self::StaleFactors,
            "stytch_claims_in_custom_claims" => Self::StytchClaimsInCustomClaims,
            "telemetry_id_not_found" => Self::TelemetryIdNotFound,
            "test_id_used_in_live_environment" => Self::TestIdUsedInLiveEnvironment,
            "token_missing_organization_id_claim" => Self::TokenMissingOrganizationIdClaim,
            "too_few_tokens_authenticated" => Self::TooFewTokensAuthenticated,
            "too_many_idp_clients" => Self::TooManyIdpClients,
            "too_many_m2m_client_scopes" => Self::TooManyM2mClientScopes,
            "too_many_requests" => Self::TooManyRequests,
            "too_many_session_arguments" => Self::TooManySessionArguments,
            "too_many_session_revoke_arguments" => Self::TooManySessionRevokeArguments,
            "too_many_sso_connections" => Self::TooManySsoConnections,
            "too_many_sso_verification_certificates" => Self::TooManySsoVerificationCertificates,
            "too_many_unverified_factors" => Self::TooManyUnverifiedFactors,
            "too_many_user_selection_arguments" => Self::TooManyUserSelectionArguments,
            "totp_code_already_authenticated" => Self::TotpCodeAlreadyAuthenticated,
            "totp_code_used_as_recovery_code" => Self::TotpCodeUsedAsRecoveryCode,
            "totp_not_found" => Self::TotpNotFound,
            "totps_not_found_for_user" => Self::TotpsNotFoundForUser,
            "trusted_token_profile_not_found" => Self::TrustedTokenProfileNotFound,
            "unable_to_auth_biometric_registration" => Self::UnableToAuthBiometricRegistration,
            "unable_to_auth_impersonation_token" => Self::UnableToAuthImpersonationToken,
            "unable_to_auth_magic_link" => Self::UnableToAuthMagicLink,
            "unable_to_auth_otp_code" => Self::UnableToAuthOtpCode,
            "unable_to_auth_password_reset_token" => Self::UnableToAuthPasswordResetToken,
            "unable_to_auth_webauthn_registration" => Self::UnableToAuthWebauthnRegistration,
            "unable_to_authenticate_crypto_wallet" => Self::UnableToAuthenticateCryptoWallet,
            "unable_to_authenticate_recovery_code" => Self::UnableToAuthenticateRecoveryCode,
            "unable_to_authenticate_totp" => Self::UnableToAuthenticateTotp,
            "unable_to_authorize_oauth_provider" => Self::UnableToAuthorizeOauthProvider,
            "unable_to_parse_session_jwt" => Self::UnableToParseSessionJwt,
            "unable_to_refresh_oauth_token" => Self::UnableToRefreshOauthToken,
            "unable_to_refresh_oidc_token" => Self::UnableToRefreshOidcToken,
            "unable_to_register_webauthn_registration" => {
                Self::UnableToRegisterWebauthnRegistration
            }
            "unauthorized_action" => Self::UnauthorizedAction,
            "unauthorized_client" => Self::UnauthorizedClient,
            "unauthorized_credentials" => Self::UnauthorizedCredentials,
            "unauthorized_credentials_error" => Self::UnauthorizedCredentialsError,
            "unauthorized_credentials_homepage" => Self::UnauthorizedCredentialsHomepage,
            "unauthorized_project_id_live" => Self::UnauthorizedProjectIdLive,
            "unauthorized_project_id_test" => Self::UnauthorizedProjectIdTest,
            "unavailable_endpoint" => Self::UnavailableEndpoint,
            "unsubscribed_phone_number" => Self::UnsubscribedPhoneNumber,
            "unsupported_grant_type" => Self::UnsupportedGrantType,
            "use_https" => Self::UseHttps,
            "user_id_mismatch" => Self::UserIdMismatch,
            "user_impersonation_not_allowed" => Self::UserImpersonationNotAllowed,
            "user_lock_limit_reached" => Self::UserLockLimitReached,
            "user_not_found" => Self::UserNotFound,
            "user_search_email_address_fuzzy_too_short" => {
                Self::UserSearchEmailAddressFuzzyTooShort
            }
            "user_search_full_name_fuzzy_too_short" => Self::UserSearchFullNameFuzzyTooShort,
            "user_search_phone_number_fuzzy_too_short" => Self::UserSearchPhoneNumberFuzzyTooShort,
            "user_unauthenticated" => Self::UserUnauthenticated,
            "weak_factor_combination" => Self::WeakFactorCombination,
            "weak_password" => Self::WeakPassword,
            "webauthn_registration_not_found" => Self::WebauthnRegistrationNotFound,
            "wrong_stack_live" => Self::WrongStackLive,
            "wrong_stack_test" => Self::WrongStackTest,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
