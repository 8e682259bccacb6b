//! Whose move it is after a refusal.

use super::ErrorType;

/// Whose move it is, as far as a name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// The person's: a session, token, link or code is not, or no longer, accepted.
    Login,
    /// The operator's: the app presents itself wrongly.
    Credentials,
    /// Nobody's: the person is known, and is not allowed to do this.
    Permission,
    /// Time's: too much was asked at once.
    Throttle,
    /// Any other refusal, which only the call itself can make sense of.
    Other,
    /// This version does not know the name, so that the HTTP status has to tell.
    Unknown,
}

impl ErrorType {
    #[rustfmt::skip]
    pub(crate) const fn meaning(&self) -> Meaning {
        match self {
            // sessions and their tokens
            Self::IncompatibleSessionType
            | Self::IntermediateSessionNotFound
            | Self::InvalidIntermediateSessionTokenForOrganization
            | Self::InvalidSessionToken
            | Self::JwtInvalidAudience
            | Self::JwtInvalidClaims
            | Self::JwtInvalidIssuer
            | Self::NoSessionArguments
            | Self::SessionNotFound
            | Self::UnableToParseSessionJwt
            | Self::UserUnauthenticated
            // a session that lacks a factor, or a recent one
            | Self::ActionAvailableOnlyOncePrimaryAuthenticationIsMet
            | Self::InsufficientFactors
            | Self::InsufficientFactorsForSessionExchange
            | Self::SessionTooOldToResetPassword
            | Self::StaleFactors
            | Self::WeakFactorCombination
            // links, codes, signatures
            | Self::AttributeMismatch
            | Self::InvalidCode
            | Self::InvalidPublicKeyCredential
            | Self::InvalidRecoveryCode
            | Self::InvalidSignature
            | Self::InvalidTotpCode
            | Self::MagicLinkNotFound
            | Self::OtpCodeNotFound
            | Self::PkceDidNotExpectCodeVerifier
            | Self::PkceExpectedCodeVerifier
            | Self::PkceMismatch
            | Self::RecoveryCodeUsedAsTotpCode
            | Self::SiweMessageExpired
            | Self::SiweMessageNotValidYet
            | Self::TotpCodeAlreadyAuthenticated
            | Self::TotpCodeUsedAsRecoveryCode
            | Self::UnableToAuthBiometricRegistration
            | Self::UnableToAuthImpersonationToken
            | Self::UnableToAuthMagicLink
            | Self::UnableToAuthOtpCode
            | Self::UnableToAuthPasswordResetToken
            | Self::UnableToAuthWebauthnRegistration
            | Self::UnableToAuthenticateCryptoWallet
            | Self::UnableToAuthenticateRecoveryCode
            | Self::UnableToAuthenticateTotp
            // logins at a provider
            | Self::ExpiredOauthResponse
            | Self::IdTokenExpired
            | Self::IdTokenIncorrectAudience
            | Self::IdTokenInvalid
            | Self::IdTokenNonceInvalid
            | Self::MissingOauthRefreshToken
            | Self::MissingOidcRefreshToken
            | Self::OauthTokenNotFound
            | Self::SsoTokenNotFound
            | Self::UnableToAuthorizeOauthProvider
            | Self::UnableToRefreshOauthToken
            | Self::UnableToRefreshOidcToken
            // tokens of connected apps
            | Self::ConnectedAppConsentRevoked
            | Self::IdpAccessTokenExpired
            | Self::IdpAccessTokenNotFound
            | Self::IdpAuthCodeExpired
            | Self::IdpAuthCodeNotFound
            | Self::IdpRefreshTokenAlreadyUsed
            | Self::IdpRefreshTokenExpired
            | Self::IdpRefreshTokenNotFound
            | Self::InvalidGrant
            | Self::InvalidToken
            | Self::InvalidTrustedAuthToken
            | Self::OauthAccessTokenExchangeTokenInvalidGrant
            | Self::OauthAccessTokenExchangeTokenTooOld => Meaning::Login,

            Self::InvalidAuthorizationHeader
            | Self::InvalidClient
            | Self::InvalidClientSecret
            | Self::InvalidProjectIdAuthentication
            | Self::InvalidSecretAuthentication
            | Self::LiveIdUsedInTestEnvironment
            | Self::ProjectNotFound
            | Self::TestIdUsedInLiveEnvironment
            | Self::UnauthorizedCredentials
            | Self::UnauthorizedCredentialsError
            | Self::UnauthorizedCredentialsHomepage
            | Self::UnauthorizedProjectIdLive
            | Self::UnauthorizedProjectIdTest
            | Self::WrongStackLive
            | Self::WrongStackTest => Meaning::Credentials,

            Self::AccessDenied
            | Self::CannotUpdateTrustedMetadata
            | Self::ConsumerSessionAuthorizationError
            | Self::MemberImpersonationNotAllowed
            | Self::OauthAccessTokenExchangeMissingFullAccess
            | Self::OrganizationSuspended
            | Self::SessionAuthorizationError
            | Self::SessionAuthorizationTenancyError
            | Self::SessionNotMutableImpersonated
            | Self::UnauthorizedAction
            | Self::UserImpersonationNotAllowed => Meaning::Permission,

            Self::TooManyRequests => Meaning::Throttle,

            Self::Unknown(_) => Meaning::Unknown,

            _ => Meaning::Other,
        }
    }
}
