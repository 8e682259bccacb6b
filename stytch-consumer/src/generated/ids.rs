// Generated from spec/vocabulary.yaml and spec/consumer by `cargo xtask generate`. Do not edit.

//! Ids, each a type of its own, so that none can stand in for another by mistake.

/// Identifies one biometric registration of a user in a mobile app.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BiometricRegistrationId(String);

stytch_core::id!(BiometricRegistrationId);

/// Identifies one browser, made up of the visitor id and the network fingerprint.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BrowserId(String);

stytch_core::id!(BrowserId);

/// Identifies a connected app, an OAuth client that acts for your users; in OAuth terms its
/// `client_id`.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConnectedAppId(String);

stytch_core::id!(ConnectedAppId);

/// Identifies an SSO connection of an organization.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConnectionId(String);

stytch_core::id!(ConnectionId);

/// Identifies one crypto wallet of a user.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CryptoWalletId(String);

stytch_core::id!(CryptoWalletId);

/// Identifies one email address of a user or member.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EmailId(String);

stytch_core::id!(EmailId);

/// Identifies one embeddable magic link that was made for a user.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EmbeddedMagicLinkId(String);

stytch_core::id!(EmbeddedMagicLinkId);

/// Identifies a machine-to-machine client; in OAuth terms its `client_id`.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct M2mClientId(String);

stytch_core::id!(M2mClientId);

/// Identifies the email address or phone number that a code or link was sent to.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MethodId(String);

stytch_core::id!(MethodId);

impl From<EmailId> for MethodId {
    fn from(id: EmailId) -> Self {
        Self(id.into_string())
    }
}

impl From<&EmailId> for MethodId {
    fn from(id: &EmailId) -> Self {
        Self(id.as_str().to_owned())
    }
}

impl From<PhoneId> for MethodId {
    fn from(id: PhoneId) -> Self {
        Self(id.into_string())
    }
}

impl From<&PhoneId> for MethodId {
    fn from(id: &PhoneId) -> Self {
        Self(id.as_str().to_owned())
    }
}

/// Identifies the link between a user or member and an account at an OAuth provider such as Google.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OauthRegistrationId(String);

stytch_core::id!(OauthRegistrationId);

/// Identifies the password of a user.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PasswordId(String);

stytch_core::id!(PasswordId);

/// Identifies one phone number of a user or member.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PhoneId(String);

stytch_core::id!(PhoneId);

/// Identifies a project, the unit to which API credentials belong.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProjectId(String);

stytch_core::id!(ProjectId);

/// Identifies a user's session.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionId(String);

stytch_core::id!(SessionId);

/// Identifies the link between a member and an account at the identity provider of an SSO
/// connection.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SsoRegistrationId(String);

stytch_core::id!(SsoRegistrationId);

/// Identifies one device fingerprint taken in the browser.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TelemetryId(String);

stytch_core::id!(TelemetryId);

/// Identifies one authenticator app registration.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TotpId(String);

stytch_core::id!(TotpId);

/// Identifies one recovery code of an authenticator app registration.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TotpRecoveryCodeId(String);

stytch_core::id!(TotpRecoveryCodeId);

/// Identifies a trusted auth token profile, which you set up in the dashboard for one issuer of
/// tokens.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TrustedAuthTokenProfileId(String);

stytch_core::id!(TrustedAuthTokenProfileId);

/// Identifies a user. Where a request takes one, your own external id works too.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UserId(String);

stytch_core::id!(UserId);

/// Identifies one visitor of your site, by a cookie of the fingerprinting script.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VisitorId(String);

stytch_core::id!(VisitorId);

/// Identifies a passkey or security key that a user registered.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WebauthnRegistrationId(String);

stytch_core::id!(WebauthnRegistrationId);
