//! The names, each with what it says to an app. The vendor lists them on its error pages; those of the
//! OAuth endpoints are of RFC 6749.

use super::error_types;

error_types! {
    /// The person or the policy said no to the app that asked (RFC 6749, section 4.1.2.1).
    AccessDenied = "access_denied",
    /// Second factors are for active members only, and this one is invited, pending or deleted.
    ActionAvailableOnlyForActiveMembers = "action_available_only_for_active_members",
    /// A first factor that the organization accepts has to come before the second.
    ActionAvailableOnlyOncePrimaryAuthenticationIsMet = "action_available_only_once_primary_authentication_is_met",
    /// The email domain belongs to organizations that claimed it; only they may take in its
    /// members.
    ActionNotAllowedEmailDomainIsClaimed = "action_not_allowed_email_domain_is_claimed",
    /// The organization has a SCIM connection already; delete that one first.
    ActiveScimConnectionExists = "active_scim_connection_exists",
    /// An authenticator app is registered already; only one can be at a time.
    ActiveTotpExists = "active_totp_exists",
    /// `auth_methods` is `RESTRICTED`, but `allowed_auth_methods` is empty.
    AllowedAuthMethodsRequiredForRestricted = "allowed_auth_methods_required_for_restricted",
    /// `mfa_methods` is `RESTRICTED`, but `allowed_mfa_methods` is empty.
    AllowedMfaMethodsRequiredForRestricted = "allowed_mfa_methods_required_for_restricted",
    /// The flow ends at another IP address or in another browser than it began.
    AttributeMismatch = "attribute_mismatch",
    /// The request does not have the form that the endpoint expects.
    BadRequest = "bad_request",
    /// The project has to be verified for billing before it can do this.
    BillingNotVerified = "billing_not_verified",
    /// Emails to addresses outside the team need a project that is verified for billing.
    BillingNotVerifiedForEmail = "billing_not_verified_for_email",
    /// No user has this biometric registration.
    BiometricRegistrationNotFound = "biometric_registration_not_found",
    /// The new password occurs in a known data breach; ask for another.
    BreachedPassword = "breached_password",
    /// The default role is held by everyone already and can't be assigned.
    CannotAssignDefaultRbacRoleId = "cannot_assign_default_rbac_role_id",
    /// The connection is the organization's default; make another one the default first.
    CannotDeleteDefaultSsoConnection = "cannot_delete_default_sso_connection",
    /// The address is the only one, so it can't be removed.
    CannotDeleteEmail = "cannot_delete_email",
    /// The user would be left without an email address, a phone number and an OAuth registration.
    CannotDeleteLastPrimaryFactor = "cannot_delete_last_primary_factor",
    /// An active connection needs at least one verification certificate.
    CannotDeleteLastSsoVerificationKey = "cannot_delete_last_sso_verification_key",
    /// The person would be left without a way to log in.
    CannotRemovePrimaryAuthMechanism = "cannot_remove_primary_auth_mechanism",
    /// The new password is the old one.
    CannotResetPasswordWithExistingPassword = "cannot_reset_password_with_existing_password",
    /// The call runs with a member session and carries `trusted_metadata`, which only your backend
    /// may write.
    CannotUpdateTrustedMetadata = "cannot_update_trusted_metadata",
    /// The user is `pending`; passkeys are for active users.
    CannotUseWebauthnWithPendingUser = "cannot_use_webauthn_with_pending_user",
    /// The captcha was not solved.
    CaptchaFailed = "captcha_failed",
    /// The project asks for a captcha, and the request carries none.
    CaptchaRequired = "captcha_required",
    /// The connection was closed before the service had answered.
    ClientClosedRequest = "client_closed_request",
    /// The project has no such custom domain.
    CnameRecordNotFound = "cname_record_not_found",
    /// A rotation is under way; complete or cancel it first.
    ConnectedAppAlreadyRotatingSecret = "connected_app_already_rotating_secret",
    /// The person or the organization has withdrawn what was granted to the app.
    ConnectedAppConsentRevoked = "connected_app_consent_revoked",
    /// No connected app has this client id.
    ConnectedAppNotFound = "connected_app_not_found",
    /// No rotation of the secret is under way.
    ConnectedAppNotRotatingSecret = "connected_app_not_rotating_secret",
    /// The redirect URI is not one of those registered for the app.
    ConnectedAppSuppliedRedirectUrlNotFoundInClient = "connected_app_supplied_redirect_url_not_found_in_client",
    /// No role of the user allows the action that was asked about.
    ConsumerSessionAuthorizationError = "consumer_session_authorization_error",
    /// The project uses cross-organization passwords, which this call does not serve.
    CrossOrgPasswordsEnabled = "cross_org_passwords_enabled",
    /// The project does not use cross-organization passwords.
    CrossOrgPasswordsNotEnabled = "cross_org_passwords_not_enabled",
    /// No user has this crypto wallet.
    CryptoWalletNotFound = "crypto_wallet_not_found",
    /// Only an Ethereum wallet can sign a SIWE message.
    CryptoWalletTypeIncompatibleWithSiwe = "crypto_wallet_type_incompatible_with_siwe",
    /// The custom claims are larger than 4 kilobytes.
    CustomClaimsTooLarge = "custom_claims_too_large",
    /// The endpoint is out of service; its page names the one that replaces it.
    DeprecatedEndpoint = "deprecated_endpoint",
    /// The address belonged to another member who was deleted.
    DesiredEmailDeactivatedByDifferentMember = "desired_email_deactivated_by_different_member",
    /// Another member is about to move to this email address.
    DesiredEmailUpdatingForDifferentMember = "desired_email_updating_for_different_member",
    /// Another user of the project has this email address.
    DuplicateEmail = "duplicate_email",
    /// The user has this email address already.
    DuplicateEmailForUser = "duplicate_email_for_user",
    /// The organization has this external connection already.
    DuplicateExternalSsoConnection = "duplicate_external_sso_connection",
    /// Another machine-to-machine client of the project has this client id.
    DuplicateM2mClientId = "duplicate_m2m_client_id",
    /// A member of the organization has this email address already.
    DuplicateMemberEmail = "duplicate_member_email",
    /// Another member of the organization has this external id.
    DuplicateMemberExternalId = "duplicate_member_external_id",
    /// Another member of the organization has this phone number.
    DuplicateMemberPhoneNumber = "duplicate_member_phone_number",
    /// Another user of the project has this phone number.
    DuplicatePhoneNumber = "duplicate_phone_number",
    /// The user has this phone number already.
    DuplicatePhoneNumberForUser = "duplicate_phone_number_for_user",
    /// The organization has a SAML connection to this identity provider already.
    DuplicateSamlConnection = "duplicate_saml_connection",
    /// Another user of the project has this external id.
    DuplicateUserExternalId = "duplicate_user_external_id",
    /// Another user of the project has this crypto wallet.
    DuplicateWalletAddress = "duplicate_wallet_address",
    /// The passkey or security key is registered already.
    DuplicateWebauthnRegistration = "duplicate_webauthn_registration",
    /// Apps may not register themselves in this project.
    DynamicClientRegistrationNotEnabled = "dynamic_client_registration_not_enabled",
    /// Nobody in the organization has this email address, and the organization does not let people
    /// join by themselves.
    EmailJitProvisioningNotAllowed = "email_jit_provisioning_not_allowed",
    /// No user of the project has this email address.
    EmailNotFound = "email_not_found",
    /// No email template has this id.
    EmailTemplateNotFound = "email_template_not_found",
    /// The deleted member never verified an email address.
    EmailUnverifiedForReactivation = "email_unverified_for_reactivation",
    /// Only active members can change their email address, and this one is not.
    EmailUpdatesAvailableOnlyForActiveMembers = "email_updates_available_only_for_active_members",
    /// The address has to be proven before the person can go on.
    EmailVerificationRequired = "email_verification_required",
    /// The endpoint is not part of the project's plan.
    EnterpriseEndpoint = "enterprise_endpoint",
    /// The login at the OAuth provider took too long; start it over.
    ExpiredOauthResponse = "expired_oauth_response",
    /// The registration of the authenticator app was not finished in time; start it over.
    ExpiredTotp = "expired_totp",
    /// The connection of the other organization does not exist.
    ExternalConnectionIdNotFound = "external_connection_id_not_found",
    /// The connection of the other organization is not active.
    ExternalConnectionNotActive = "external_connection_not_active",
    /// The id token of the provider has expired.
    IdTokenExpired = "id_token_expired",
    /// The id token was made for another app.
    IdTokenIncorrectAudience = "id_token_incorrect_audience",
    /// The id token is not one of the provider.
    IdTokenInvalid = "id_token_invalid",
    /// The nonce does not fit the id token.
    IdTokenNonceInvalid = "id_token_nonce_invalid",
    /// The access token has expired; use the refresh token.
    IdpAccessTokenExpired = "idp_access_token_expired",
    /// The access token is not known.
    IdpAccessTokenNotFound = "idp_access_token_not_found",
    /// The authorization code has expired; start the flow over.
    IdpAuthCodeExpired = "idp_auth_code_expired",
    /// The authorization code is unknown or used up.
    IdpAuthCodeNotFound = "idp_auth_code_not_found",
    /// A rotation is under way; complete or cancel it first.
    IdpClientAlreadyRotatingSecret = "idp_client_already_rotating_secret",
    /// No connected app has this client id.
    IdpClientNotFound = "idp_client_not_found",
    /// No rotation of the secret is under way.
    IdpClientNotRotatingSecret = "idp_client_not_rotating_secret",
    /// The refresh token has been used before, by somebody.
    IdpRefreshTokenAlreadyUsed = "idp_refresh_token_already_used",
    /// The refresh token has expired; the person has to log in again.
    IdpRefreshTokenExpired = "idp_refresh_token_expired",
    /// The refresh token is not known.
    IdpRefreshTokenNotFound = "idp_refresh_token_not_found",
    /// The address is marked as one that email does not reach; ask for another.
    InactiveEmail = "inactive_email",
    /// The session belongs to the other vertical.
    IncompatibleSessionType = "incompatible_session_type",
    /// The secret is too easy to guess; leave it out to have one made up.
    InsecureM2mClientSecret = "insecure_m2m_client_secret",
    /// The session lacks a factor that the call needs.
    InsufficientFactors = "insufficient_factors",
    /// The session has no factor that counts in the other organization; the member has to log in
    /// there.
    InsufficientFactorsForSessionExchange = "insufficient_factors_for_session_exchange",
    /// The intermediate session token is unknown, used up or expired; start the login over.
    IntermediateSessionNotFound = "intermediate_session_not_found",
    /// Something failed on the service's side.
    InternalServerError = "internal_server_error",
    /// A value of the request is not acceptable; the message names it.
    InvalidArgument = "invalid_argument",
    /// The `Authorization` header is missing or not of the Basic form.
    InvalidAuthorizationHeader = "invalid_authorization_header",
    /// The client id or secret of the app or machine is wrong (RFC 6749, section 5.2).
    InvalidClient = "invalid_client",
    /// The client id does not have the form of one.
    InvalidClientId = "invalid_client_id",
    /// The client secret is wrong.
    InvalidClientSecret = "invalid_client_secret",
    /// The code does not have the form of one.
    InvalidCode = "invalid_code",
    /// The text is no domain.
    InvalidDomain = "invalid_domain",
    /// The text is no email address.
    InvalidEmail = "invalid_email",
    /// Nobody in the organization has this email address, and its domain is not one that may join
    /// by itself.
    InvalidEmailForJitProvisioning = "invalid_email_for_jit_provisioning",
    /// The lifetime is outside of what is allowed.
    InvalidExpiration = "invalid_expiration",
    /// The code or refresh token is unknown, used up, expired or another app's (RFC 6749, section
    /// 5.2).
    InvalidGrant = "invalid_grant",
    /// The hash does not have the form that its type calls for.
    InvalidHash = "invalid_hash",
    /// An id does not have the form that the service gives out.
    InvalidId = "invalid_id",
    /// The intermediate session does not open this organization.
    InvalidIntermediateSessionTokenForOrganization = "invalid_intermediate_session_token_for_organization",
    /// The text is no IP address.
    InvalidIpAddress = "invalid_ip_address",
    /// The language is not supported.
    InvalidLocale = "invalid_locale",
    /// One of the scopes is not written as a scope can be.
    InvalidM2mClientScope = "invalid_m2m_client_scope",
    /// The method id does not have the form of one.
    InvalidMethodId = "invalid_method_id",
    /// The member can't have this second factor as the default.
    InvalidMfaDefaultMethod = "invalid_mfa_default_method",
    /// The OAuth provider is not known.
    InvalidOauthProvider = "invalid_oauth_provider",
    /// The organization id does not have the form of one.
    InvalidOrganizationId = "invalid_organization_id",
    /// The name of the organization is empty, too long or holds characters that are not allowed.
    InvalidOrganizationName = "invalid_organization_name",
    /// The slug holds characters that are not allowed, or is too short or too long.
    InvalidOrganizationSlug = "invalid_organization_slug",
    /// The phone number is not in E.164 format, such as `+12025550162`.
    InvalidPhoneNumber = "invalid_phone_number",
    /// Messages to the number's country are not supported, or not switched on for the project.
    InvalidPhoneNumberCountryCode = "invalid_phone_number_country_code",
    /// The challenge does not have the form of one.
    InvalidPkceCodeChallenge = "invalid_pkce_code_challenge",
    /// The verifier does not have the form of one.
    InvalidPkceCodeVerifier = "invalid_pkce_code_verifier",
    /// The project id does not have the form of one.
    InvalidProjectIdAuthentication = "invalid_project_id_authentication",
    /// The credential is not what the browser should have answered.
    InvalidPublicKeyCredential = "invalid_public_key_credential",
    /// The role can't be assigned.
    InvalidRbacRoleAssignment = "invalid_rbac_role_assignment",
    /// The policy has no such role.
    InvalidRbacRoleId = "invalid_rbac_role_id",
    /// The recovery code does not have the form of one.
    InvalidRecoveryCode = "invalid_recovery_code",
    /// A parameter is missing, doubled or malformed (RFC 6749, section 5.2).
    InvalidRequest = "invalid_request",
    /// `email_invites` or `email_jit_provisioning` is `RESTRICTED`, but `email_allowed_domains` is
    /// empty.
    InvalidRestrictedEmailSetting = "invalid_restricted_email_setting",
    /// `oauth_tenant_jit_provisioning` is `RESTRICTED`, but `allowed_oauth_tenants` is empty.
    InvalidRestrictedOauthTenantsSetting = "invalid_restricted_oauth_tenants_setting",
    /// `sso_jit_provisioning` is `RESTRICTED`, but `sso_jit_provisioning_allowed_connections` is
    /// empty.
    InvalidRestrictedSsoSetting = "invalid_restricted_sso_setting",
    /// Nothing usable is found at the metadata address.
    InvalidSamlMetadataUrl = "invalid_saml_metadata_url",
    /// The identity provider's answer can't be read.
    InvalidSamlResponse = "invalid_saml_response",
    /// A scope is unknown or not allowed (RFC 6749, section 5.2).
    InvalidScope = "invalid_scope",
    /// The secret does not have the form of one.
    InvalidSecretAuthentication = "invalid_secret_authentication",
    /// The lifetime of the session is outside of what is allowed.
    InvalidSessionDuration = "invalid_session_duration",
    /// The lifetime of the session is outside of what is allowed.
    InvalidSessionDurationMinutes = "invalid_session_duration_minutes",
    /// The session options contradict each other.
    InvalidSessionFields = "invalid_session_fields",
    /// The session id does not have the form of one.
    InvalidSessionId = "invalid_session_id",
    /// The session token does not have the form of one.
    InvalidSessionToken = "invalid_session_token",
    /// The signature does not fit.
    InvalidSignature = "invalid_signature",
    /// The default SSO connection has to be an active one of the organization.
    InvalidSsoDefaultConnectionId = "invalid_sso_default_connection_id",
    /// The token is malformed, expired or revoked.
    InvalidToken = "invalid_token",
    /// The organization that a claim of the token names was not accepted.
    InvalidTokenOrganizationIdClaim = "invalid_token_organization_id_claim",
    /// The code of the authenticator app does not have the form of one.
    InvalidTotpCode = "invalid_totp_code",
    /// The token was not accepted under this profile.
    InvalidTrustedAuthToken = "invalid_trusted_auth_token",
    /// The text is no URL.
    InvalidUrl = "invalid_url",
    /// The user id does not have the form of one.
    InvalidUserId = "invalid_user_id",
    /// The certificate is not valid PEM text of an X.509 certificate.
    InvalidX509Certificate = "invalid_x509_certificate",
    /// The JWT was made for someone else.
    JwtInvalidAudience = "jwt_invalid_audience",
    /// A claim of the JWT is missing or not acceptable.
    JwtInvalidClaims = "jwt_invalid_claims",
    /// The JWT was made by someone else.
    JwtInvalidIssuer = "jwt_invalid_issuer",
    /// The project has no JWT template of this kind.
    JwtTemplateNotFound = "jwt_template_not_found",
    /// An id of the live environment was sent to the test environment.
    LiveIdUsedInTestEnvironment = "live_id_used_in_test_environment",
    /// A rotation is under way; complete or cancel it first.
    M2mClientAlreadyRotatingSecret = "m2m_client_already_rotating_secret",
    /// No machine-to-machine client has this client id.
    M2mClientNotFound = "m2m_client_not_found",
    /// No rotation of the secret is under way.
    M2mClientNotRotatingSecret = "m2m_client_not_rotating_secret",
    /// The token of the link is not known; it may have been cut short on the way.
    MagicLinkNotFound = "magic_link_not_found",
    /// The member belongs to another organization.
    MemberDoesNotExistInOrganization = "member_does_not_exist_in_organization",
    /// The member has no verified email address to move away from.
    MemberHasNoActiveVerifiedEmail = "member_has_no_active_verified_email",
    /// The member can't be impersonated.
    MemberImpersonationNotAllowed = "member_impersonation_not_allowed",
    /// No such member in the organization.
    MemberNotFound = "member_not_found",
    /// The member has not logged in with this OAuth provider.
    MemberOauthTokenNotFound = "member_oauth_token_not_found",
    /// The member has not logged in over an OIDC connection.
    MemberOidcTokenNotFound = "member_oidc_token_not_found",
    /// The member has no password yet; offer a reset by email, or another way to log in.
    MemberPasswordNotFound = "member_password_not_found",
    /// The member has no phone number.
    MemberPhoneNumberNotFound = "member_phone_number_not_found",
    /// The password may be right but has to be replaced, since it occurs in a data breach; start a
    /// reset by email.
    MemberResetPassword = "member_reset_password",
    /// `member_email_fuzzy` needs at least three characters.
    MemberSearchMemberEmailFuzzyTooShort = "member_search_member_email_fuzzy_too_short",
    /// `member_phone_number_fuzzy` needs at least three characters.
    MemberSearchMemberMfaPhoneNumberFuzzyTooShort = "member_search_member_mfa_phone_number_fuzzy_too_short",
    /// The metadata is no JSON object.
    MetadataInvalidFormat = "metadata_invalid_format",
    /// The metadata is larger than allowed.
    MetadataTooLarge = "metadata_too_large",
    /// The metadata has more keys than allowed.
    MetadataTooManyKeys = "metadata_too_many_keys",
    /// The endpoint exists, but not for this HTTP verb; look at the base URL.
    MethodNotAllowed = "method_not_allowed",
    /// Nobody has the email address that the UserInfo endpoint named; create the account first.
    MigrateFromExternalEmailDoesNotExist = "migrate_from_external_email_does_not_exist",
    /// The UserInfo endpoint answered with something else than expected.
    MigrateFromExternalUnexpectedResponse = "migrate_from_external_unexpected_response",
    /// The provider gave no refresh token, so its access token can't be renewed.
    MissingOauthRefreshToken = "missing_oauth_refresh_token",
    /// The identity provider gave no refresh token, so its access token can't be renewed.
    MissingOidcRefreshToken = "missing_oidc_refresh_token",
    /// The user has no biometric registration.
    NoActiveBiometricRegistrations = "no_active_biometric_registrations",
    /// There is no factor that recovery codes would stand in for.
    NoActiveRecoveryCodeBackedFactor = "no_active_recovery_code_backed_factor",
    /// The organization has no SCIM connection.
    NoActiveScimConnection = "no_active_scim_connection",
    /// The user has no passkey or security key for the domain.
    NoActiveWebauthnRegistrations = "no_active_webauthn_registrations",
    /// No deleted member has this id.
    NoDeletedMemberFoundForReactivation = "no_deleted_member_found_for_reactivation",
    /// The URL is not among the redirect URLs of the dashboard.
    NoMatchForProvidedMagicLinkUrl = "no_match_for_provided_magic_link_url",
    /// No redirect URL was given and the dashboard has no default.
    NoPasswordResetRedirectUrl = "no_password_reset_redirect_url",
    /// No registration of a passkey or security key was begun.
    NoPendingWebauthnRegistration = "no_pending_webauthn_registration",
    /// Neither a session token nor a JWT was given.
    NoSessionArguments = "no_session_arguments",
    /// Nothing says which session to end.
    NoSessionRevokeArguments = "no_session_revoke_arguments",
    /// The organization has no SSO connection.
    NoSsoConnectionExistsForOrganization = "no_sso_connection_exists_for_organization",
    /// The user has no password; offer a reset by email, or another way to log in.
    NoUserPassword = "no_user_password",
    /// Nothing says which user is meant.
    NoUserSelectionArguments = "no_user_selection_arguments",
    /// The access token lacks the scope `full_access`.
    OauthAccessTokenExchangeMissingFullAccess = "oauth_access_token_exchange_missing_full_access",
    /// The access token is not one that can be exchanged.
    OauthAccessTokenExchangeTokenInvalidGrant = "oauth_access_token_exchange_token_invalid_grant",
    /// The access token was issued more than five minutes ago; get a new one.
    OauthAccessTokenExchangeTokenTooOld = "oauth_access_token_exchange_token_too_old",
    /// The OAuth provider is not set up in the dashboard.
    OauthConfigNotFound = "oauth_config_not_found",
    /// The organization does not let people of this OAuth tenant join by themselves.
    OauthTenantJitProvisioningNotAllowed = "oauth_tenant_jit_provisioning_not_allowed",
    /// The OAuth token of the redirect is not known; start the login over.
    OauthTokenNotFound = "oauth_token_not_found",
    /// The provider does not vouch for the email address.
    OauthUnverifiedEmail = "oauth_unverified_email",
    /// No user has this link to an OAuth provider.
    OauthUserRegistrationNotFound = "oauth_user_registration_not_found",
    /// No such OIDC connection in the organization.
    OidcConnectionNotFound = "oidc_connection_not_found",
    /// The organization does not allow this login method.
    OperationRestrictedByOrganizationAuthMethods = "operation_restricted_by_organization_auth_methods",
    /// The organization does not allow this second factor.
    OperationRestrictedByOrganizationMfaMethods = "operation_restricted_by_organization_mfa_methods",
    /// Another organization of the project has this external id.
    OrganizationExternalIdAlreadyUsed = "organization_external_id_already_used",
    /// No such organization.
    OrganizationNotFound = "organization_not_found",
    /// `allowed_domain_fuzzy` needs at least three characters.
    OrganizationSearchAllowedDomainFuzzyTooShort = "organization_search_allowed_domain_fuzzy_too_short",
    /// `member_email_fuzzy` needs at least three characters.
    OrganizationSearchMemberEmailFuzzyTooShort = "organization_search_member_email_fuzzy_too_short",
    /// `organization_name_fuzzy` needs at least three characters.
    OrganizationSearchOrganizationNameFuzzyTooShort = "organization_search_organization_name_fuzzy_too_short",
    /// `organization_slug_fuzzy` needs at least three characters.
    OrganizationSearchOrganizationSlugFuzzyTooShort = "organization_search_organization_slug_fuzzy_too_short",
    /// An email domain in the settings is one where anyone can get an address, such as `gmail.com`.
    OrganizationSettingsDomainTooCommon = "organization_settings_domain_too_common",
    /// Another organization of the project has this slug; ask for a different one.
    OrganizationSlugAlreadyUsed = "organization_slug_already_used",
    /// The organization is suspended; the vendor's support can lift it.
    OrganizationSuspended = "organization_suspended",
    /// The passcode is wrong; let the person type it again, or send another.
    OtpCodeNotFound = "otp_code_not_found",
    /// There is a password already; a migration only adds a first one.
    PasswordAlreadyExists = "password_already_exists",
    /// No user has this password.
    PasswordNotFound = "password_not_found",
    /// The registration of an authenticator app was begun and not finished.
    PendingTotpExists = "pending_totp_exists",
    /// No user of the project has this phone number.
    PhoneNumberNotFound = "phone_number_not_found",
    /// A verifier was sent, but the flow began without a challenge.
    PkceDidNotExpectCodeVerifier = "pkce_did_not_expect_code_verifier",
    /// The flow began with a challenge, but the verifier is missing.
    PkceExpectedCodeVerifier = "pkce_expected_code_verifier",
    /// The verifier does not fit the challenge with which the flow began.
    PkceMismatch = "pkce_mismatch",
    /// No project has this id in this environment.
    ProjectNotFound = "project_not_found",
    /// The app is a public one, which has no secret to rotate.
    PublicConnectedAppsDoNotHaveSecrets = "public_connected_apps_do_not_have_secrets",
    /// The query of the redirect URL differs from the registered one.
    QueryParamsDoNotMatch = "query_params_do_not_match",
    /// What was sent as the app's code is a recovery code.
    RecoveryCodeUsedAsTotpCode = "recovery_code_used_as_totp_code",
    /// There are recovery codes already.
    RecoveryCodesAlreadyExist = "recovery_codes_already_exist",
    /// There are no recovery codes.
    RecoveryCodesNotFound = "recovery_codes_not_found",
    /// The redirect URL is not registered in the dashboard.
    RedirectUrlNotFound = "redirect_url_not_found",
    /// A custom claim has a name that JWTs reserve.
    ReservedClaimsInCustomClaims = "reserved_claims_in_custom_claims",
    /// The password may be right but has to be replaced, since it occurs in a data breach or the
    /// address has since been proven by other means; start a reset by email.
    ResetPassword = "reset_password",
    /// Another member of the organization used to have this email address; unlink it there first.
    RetiredMemberEmail = "retired_member_email",
    /// There is no such endpoint; look at the base URL.
    RouteNotFound = "route_not_found",
    /// The endpoint exists in the live environment only.
    RouteNotSupportedInTest = "route_not_supported_in_test",
    /// Roles are assigned to groups, but `attribute_mapping` has no `groups` key to find them by.
    SamlConnectionAttributeMappingMissingGroupsKey = "saml_connection_attribute_mapping_missing_groups_key",
    /// No such SAML connection in the organization.
    SamlConnectionNotFound = "saml_connection_not_found",
    /// The private key is not in PKCS#1 format, that is, it does not begin with `-----BEGIN RSA
    /// PRIVATE KEY-----`.
    SamlSigningPrivateKeyFormatNotSupported = "saml_signing_private_key_format_not_supported",
    /// No rotation of the bearer token is under way.
    ScimConnectionNotRotatingToken = "scim_connection_not_rotating_token",
    /// A role is assigned to a group that the identity provider has not pushed.
    ScimGroupRoleAssignmentGroupDoesNotExist = "scim_group_role_assignment_group_does_not_exist",
    /// The search took too long; narrow it.
    SearchTimeout = "search_timeout",
    /// The member has no such second factor.
    SecondaryFactorNotFound = "secondary_factor_not_found",
    /// The service is not available for the moment.
    ServerUnavailable = "server_unavailable",
    /// No role of the member allows the action that was asked about.
    SessionAuthorizationError = "session_authorization_error",
    /// The member belongs to another organization than the one named in the authorization check.
    SessionAuthorizationTenancyError = "session_authorization_tenancy_error",
    /// The factor does not belong to the person of the session.
    SessionEnforcedFactorMatchingSessionRequired = "session_enforced_factor_matching_session_required",
    /// The last factor of a session can't be taken away.
    SessionMustHaveAtLeastOneActiveFactor = "session_must_have_at_least_one_active_factor",
    /// The session has ended or never existed; the person has to log in again.
    SessionNotFound = "session_not_found",
    /// A session by impersonation can't be changed.
    SessionNotMutableImpersonated = "session_not_mutable_impersonated",
    /// No factor of the session was shown in the last 5 minutes; have one shown again first.
    SessionTooOldToResetPassword = "session_too_old_to_reset_password",
    /// The signed message has expired.
    SiweMessageExpired = "siwe_message_expired",
    /// The signed message is not valid yet.
    SiweMessageNotValidYet = "siwe_message_not_valid_yet",
    /// No such SSO connection in the organization.
    SsoConnectionNotFound = "sso_connection_not_found",
    /// No such private key in the connection.
    SsoEncryptionPrivateKeyNotFound = "sso_encryption_private_key_not_found",
    /// The SSO token is unknown, used up or expired; start the login over.
    SsoTokenNotFound = "sso_token_not_found",
    /// No such verification certificate in the connection.
    SsoVerificationKeyNotFound = "sso_verification_key_not_found",
    /// The factors of the session are too old; have one shown again first.
    StaleFactors = "stale_factors",
    /// A custom claim has a name that the service reserves for itself.
    StytchClaimsInCustomClaims = "stytch_claims_in_custom_claims",
    /// The telemetry id is unknown or has expired; treat the device as one to block.
    TelemetryIdNotFound = "telemetry_id_not_found",
    /// An id of the test environment was sent to the live environment.
    TestIdUsedInLiveEnvironment = "test_id_used_in_live_environment",
    /// Many messages were sent and few of their codes and links used, as bots do; wait before the
    /// next one.
    TooFewTokensAuthenticated = "too_few_tokens_authenticated",
    /// No claim of the token names the organization.
    TokenMissingOrganizationIdClaim = "token_missing_organization_id_claim",
    /// The project has as many connected apps as it may have.
    TooManyIdpClients = "too_many_idp_clients",
    /// The client has as many scopes as it may have.
    TooManyM2mClientScopes = "too_many_m2m_client_scopes",
    /// The rate limit is reached; wait before the next try.
    TooManyRequests = "too_many_requests",
    /// Both a session token and a JWT were given; give one of them.
    TooManySessionArguments = "too_many_session_arguments",
    /// More than one thing says which session to end.
    TooManySessionRevokeArguments = "too_many_session_revoke_arguments",
    /// The organization has as many SSO connections as it may have.
    TooManySsoConnections = "too_many_sso_connections",
    /// The connection has five verification certificates, the most there can be; delete one first.
    TooManySsoVerificationCertificates = "too_many_sso_verification_certificates",
    /// The user has an email address or phone number that is not verified yet, and one is enough to
    /// get no other: have it verified first, or replace it with `users.exchange_primary_factor`.
    TooManyUnverifiedFactors = "too_many_unverified_factors",
    /// More than one thing says which user is meant.
    TooManyUserSelectionArguments = "too_many_user_selection_arguments",
    /// The code has been used before; ask for the next one.
    TotpCodeAlreadyAuthenticated = "totp_code_already_authenticated",
    /// What was sent as a recovery code is a code of the app.
    TotpCodeUsedAsRecoveryCode = "totp_code_used_as_recovery_code",
    /// No user has this authenticator app.
    TotpNotFound = "totp_not_found",
    /// The user has no authenticator app.
    TotpsNotFoundForUser = "totps_not_found_for_user",
    /// No trusted auth token profile has this id.
    TrustedTokenProfileNotFound = "trusted_token_profile_not_found",
    /// The biometric registration does not prove the user.
    UnableToAuthBiometricRegistration = "unable_to_auth_biometric_registration",
    /// The impersonation token is used up or has expired; make another in the dashboard.
    UnableToAuthImpersonationToken = "unable_to_auth_impersonation_token",
    /// The link is used up or has expired; send another.
    UnableToAuthMagicLink = "unable_to_auth_magic_link",
    /// The passcode is used up or has expired; send another.
    UnableToAuthOtpCode = "unable_to_auth_otp_code",
    /// The link of the email is used up or has expired; start the reset again.
    UnableToAuthPasswordResetToken = "unable_to_auth_password_reset_token",
    /// The passkey or security key does not prove the user.
    UnableToAuthWebauthnRegistration = "unable_to_auth_webauthn_registration",
    /// The signature does not fit the wallet and its challenge.
    UnableToAuthenticateCryptoWallet = "unable_to_authenticate_crypto_wallet",
    /// The recovery code is wrong or has been used before.
    UnableToAuthenticateRecoveryCode = "unable_to_authenticate_recovery_code",
    /// The code is wrong; ask for the one that the app shows now.
    UnableToAuthenticateTotp = "unable_to_authenticate_totp",
    /// The OAuth provider refused.
    UnableToAuthorizeOauthProvider = "unable_to_authorize_oauth_provider",
    /// The session JWT can't be read.
    UnableToParseSessionJwt = "unable_to_parse_session_jwt",
    /// The OAuth provider gave no new access token; the person has to log in again.
    UnableToRefreshOauthToken = "unable_to_refresh_oauth_token",
    /// The identity provider gave no new access token; the person has to log in again.
    UnableToRefreshOidcToken = "unable_to_refresh_oidc_token",
    /// The passkey or security key could not be registered.
    UnableToRegisterWebauthnRegistration = "unable_to_register_webauthn_registration",
    /// The credentials don't allow this action.
    UnauthorizedAction = "unauthorized_action",
    /// The app may not use this kind of grant (RFC 6749, section 5.2).
    UnauthorizedClient = "unauthorized_client",
    /// Something does not match: the password, the session, or the project id and secret of the
    /// client.
    UnauthorizedCredentials = "unauthorized_credentials",
    /// The project id and secret are wrong, in the words of the fraud service.
    UnauthorizedCredentialsError = "unauthorized_credentials_error",
    /// The project id and secret are those of the examples in the vendor's documentation.
    UnauthorizedCredentialsHomepage = "unauthorized_credentials_homepage",
    /// The project id belongs to the live environment.
    UnauthorizedProjectIdLive = "unauthorized_project_id_live",
    /// The project id belongs to the test environment.
    UnauthorizedProjectIdTest = "unauthorized_project_id_test",
    /// The endpoint is not open to the project.
    UnavailableEndpoint = "unavailable_endpoint",
    /// The owner of the phone has opted out of messages; texting `START` opts in again.
    UnsubscribedPhoneNumber = "unsubscribed_phone_number",
    /// The token endpoint does not serve this kind of grant (RFC 6749, section 5.2).
    UnsupportedGrantType = "unsupported_grant_type",
    /// The request came over plain http.
    UseHttps = "use_https",
    /// The ids of the request belong to different users.
    UserIdMismatch = "user_id_mismatch",
    /// The user can't be impersonated.
    UserImpersonationNotAllowed = "user_impersonation_not_allowed",
    /// Too many failed attempts in a row; the person is locked out for a while, an hour unless the
    /// dashboard says otherwise.
    UserLockLimitReached = "user_lock_limit_reached",
    /// The project has no such user.
    UserNotFound = "user_not_found",
    /// The text of `email_address_fuzzy` is too short to search for.
    UserSearchEmailAddressFuzzyTooShort = "user_search_email_address_fuzzy_too_short",
    /// The text of `full_name_fuzzy` is too short to search for.
    UserSearchFullNameFuzzyTooShort = "user_search_full_name_fuzzy_too_short",
    /// The text of `phone_number_fuzzy` is too short to search for.
    UserSearchPhoneNumberFuzzyTooShort = "user_search_phone_number_fuzzy_too_short",
    /// There is no session.
    UserUnauthenticated = "user_unauthenticated",
    /// The factors don't add up to what the call needs.
    WeakFactorCombination = "weak_factor_combination",
    /// The new password does not meet the policy; a strength check says why.
    WeakPassword = "weak_password",
    /// No user has this passkey or security key.
    WebauthnRegistrationNotFound = "webauthn_registration_not_found",
    /// The endpoint was called in the live environment with test credentials, or the other way
    /// round.
    WrongStackLive = "wrong_stack_live",
    /// The endpoint was called in the test environment with live credentials, or the other way
    /// round.
    WrongStackTest = "wrong_stack_test",
}
