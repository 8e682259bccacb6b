// Generated from spec/shared/authentication_factors.yaml by `cargo xtask generate`. Do not edit.

//! What a session was built from: one factor for each proof that the person has given.
//!
//! The list of factors stands in every session. Read it to find out how someone logged in, how long
//! ago, and whether a second factor was among the proofs.

use stytch_core::Timestamp;
use stytch_core::wire::{Object, Receive, Slot};

use crate::{
    BiometricRegistrationId, ConnectedAppId, ConnectionId, CryptoWalletId, CryptoWalletType,
    EmailId, EmbeddedMagicLinkId, OauthRegistrationId, PhoneId, SsoRegistrationId, TotpId,
    TotpRecoveryCodeId, WebauthnRegistrationId,
};

#[cfg(feature = "serialize")]
use serde::Serialize;

/// One proof of who somebody is, given when a session began or was stepped up.
///
/// `type` and `delivery_method` say what it was, and the one `…_factor` field that belongs to the
/// delivery method has the details.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthenticationFactor {
    /// Kind of proof, such as a password or an account elsewhere.
    pub r#type: FactorType,
    /// The exact way in which the proof was given.
    pub delivery_method: DeliveryMethod,
    /// When the person last gave this proof. Ask for it anew before a sensitive action if that is too
    /// long ago.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub last_authenticated_at: Option<Timestamp>,
    /// When the person first gave this proof.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub created_at: Option<Timestamp>,
    /// When this factor last changed.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub updated_at: Option<Timestamp>,
    /// The email address that a link or code went to, when `delivery_method` is `email`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub email_factor: Option<EmailFactor>,
    /// The phone number that a code went to, when `delivery_method` is `sms` or `whatsapp`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub phone_number_factor: Option<PhoneNumberFactor>,
    /// The Google account, when `delivery_method` is `oauth_google`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub google_oauth_factor: Option<OauthFactor>,
    /// The Microsoft account, when `delivery_method` is `oauth_microsoft`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub microsoft_oauth_factor: Option<OauthFactor>,
    /// The Apple account, when `delivery_method` is `oauth_apple`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub apple_oauth_factor: Option<OauthFactor>,
    /// The passkey or security key, when `delivery_method` is `webauthn_registration`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub webauthn_factor: Option<WebauthnFactor>,
    /// The authenticator app, when `delivery_method` is `authenticator_app`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub authenticator_app_factor: Option<AuthenticatorAppFactor>,
    /// The GitHub account, when `delivery_method` is `oauth_github`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub github_oauth_factor: Option<OauthFactor>,
    /// The recovery code, when `delivery_method` is `recovery_code`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub recovery_code_factor: Option<RecoveryCodeFactor>,
    /// The Facebook account, when `delivery_method` is `oauth_facebook`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub facebook_oauth_factor: Option<OauthFactor>,
    /// The crypto wallet, when `delivery_method` is `crypto_wallet`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub crypto_wallet_factor: Option<CryptoWalletFactor>,
    /// The Amazon account, when `delivery_method` is `oauth_amazon`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub amazon_oauth_factor: Option<OauthFactor>,
    /// The Bitbucket account, when `delivery_method` is `oauth_bitbucket`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub bitbucket_oauth_factor: Option<OauthFactor>,
    /// The Coinbase account, when `delivery_method` is `oauth_coinbase`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub coinbase_oauth_factor: Option<OauthFactor>,
    /// The Discord account, when `delivery_method` is `oauth_discord`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub discord_oauth_factor: Option<OauthFactor>,
    /// The Figma account, when `delivery_method` is `oauth_figma`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub figma_oauth_factor: Option<OauthFactor>,
    /// The GitLab account, when `delivery_method` is `oauth_gitlab`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub git_lab_oauth_factor: Option<OauthFactor>,
    /// The Instagram account, when `delivery_method` is `oauth_instagram`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub instagram_oauth_factor: Option<OauthFactor>,
    /// The LinkedIn account, when `delivery_method` is `oauth_linkedin`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub linked_in_oauth_factor: Option<OauthFactor>,
    /// The Shopify account, when `delivery_method` is `oauth_shopify`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub shopify_oauth_factor: Option<OauthFactor>,
    /// The Slack account, when `delivery_method` is `oauth_slack`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub slack_oauth_factor: Option<OauthFactor>,
    /// The Snapchat account, when `delivery_method` is `oauth_snapchat`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub snapchat_oauth_factor: Option<OauthFactor>,
    /// The Spotify account, when `delivery_method` is `oauth_spotify`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub spotify_oauth_factor: Option<OauthFactor>,
    /// The Steam account, when `delivery_method` is `oauth_steam`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub steam_oauth_factor: Option<OauthFactor>,
    /// The TikTok account, when `delivery_method` is `oauth_tiktok`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub tik_tok_oauth_factor: Option<OauthFactor>,
    /// The Twitch account, when `delivery_method` is `oauth_twitch`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub twitch_oauth_factor: Option<OauthFactor>,
    /// The Twitter account, when `delivery_method` is `oauth_twitter`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub twitter_oauth_factor: Option<OauthFactor>,
    /// The embeddable magic link, when `delivery_method` is `embedded`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub embeddable_magic_link_factor: Option<EmbeddableMagicLinkFactor>,
    /// The biometric registration, when `delivery_method` is `biometric`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub biometric_factor: Option<BiometricFactor>,
    /// The SAML login, when `delivery_method` is `sso_saml`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub saml_sso_factor: Option<SamlSsoFactor>,
    /// The OIDC login, when `delivery_method` is `sso_oidc`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub oidc_sso_factor: Option<OidcSsoFactor>,
    /// The Salesforce account, when `delivery_method` is `oauth_salesforce`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub salesforce_oauth_factor: Option<OauthFactor>,
    /// The Yahoo account, when `delivery_method` is `oauth_yahoo`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub yahoo_oauth_factor: Option<OauthFactor>,
    /// The HubSpot account, when `delivery_method` is `oauth_hubspot`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub hubspot_oauth_factor: Option<OauthFactor>,
    /// The Slack login carried over from another organization, when `delivery_method` is
    /// `oauth_exchange_slack`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub slack_oauth_exchange_factor: Option<OauthExchangeFactor>,
    /// The HubSpot login carried over from another organization, when `delivery_method` is
    /// `oauth_exchange_hubspot`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub hubspot_oauth_exchange_factor: Option<OauthExchangeFactor>,
    /// The GitHub login carried over from another organization, when `delivery_method` is
    /// `oauth_exchange_github`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub github_oauth_exchange_factor: Option<OauthExchangeFactor>,
    /// The Google login carried over from another organization, when `delivery_method` is
    /// `oauth_exchange_google`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub google_oauth_exchange_factor: Option<OauthExchangeFactor>,
    /// Who acts in place of the person, when `delivery_method` is `impersonation`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub impersonated_factor: Option<ImpersonatedFactor>,
    /// The connected app whose access token was traded in, when `delivery_method` is
    /// `oauth_access_token_exchange`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub oauth_access_token_exchange_factor: Option<OauthAccessTokenExchangeFactor>,
    /// The other issuer's token, when `delivery_method` is `trusted_token_exchange`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub trusted_auth_token_factor: Option<TrustedAuthTokenFactor>,
}

#[doc(hidden)]
impl Object for AuthenticationFactor {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "type" => self.r#type.slot(),
            "delivery_method" => self.delivery_method.slot(),
            "last_authenticated_at" => self.last_authenticated_at.slot(),
            "created_at" => self.created_at.slot(),
            "updated_at" => self.updated_at.slot(),
            "email_factor" => self.email_factor.slot(),
            "phone_number_factor" => self.phone_number_factor.slot(),
            "google_oauth_factor" => self.google_oauth_factor.slot(),
            "microsoft_oauth_factor" => self.microsoft_oauth_factor.slot(),
            "apple_oauth_factor" => self.apple_oauth_factor.slot(),
            "webauthn_factor" => self.webauthn_factor.slot(),
            "authenticator_app_factor" => self.authenticator_app_factor.slot(),
            "github_oauth_factor" => self.github_oauth_factor.slot(),
            "recovery_code_factor" => self.recovery_code_factor.slot(),
            "facebook_oauth_factor" => self.facebook_oauth_factor.slot(),
            "crypto_wallet_factor" => self.crypto_wallet_factor.slot(),
            "amazon_oauth_factor" => self.amazon_oauth_factor.slot(),
            "bitbucket_oauth_factor" => self.bitbucket_oauth_factor.slot(),
            "coinbase_oauth_factor" => self.coinbase_oauth_factor.slot(),
            "discord_oauth_factor" => self.discord_oauth_factor.slot(),
            "figma_oauth_factor" => self.figma_oauth_factor.slot(),
            "git_lab_oauth_factor" => self.git_lab_oauth_factor.slot(),
            "instagram_oauth_factor" => self.instagram_oauth_factor.slot(),
            "linked_in_oauth_factor" => self.linked_in_oauth_factor.slot(),
            "shopify_oauth_factor" => self.shopify_oauth_factor.slot(),
            "slack_oauth_factor" => self.slack_oauth_factor.slot(),
            "snapchat_oauth_factor" => self.snapchat_oauth_factor.slot(),
            "spotify_oauth_factor" => self.spotify_oauth_factor.slot(),
            "steam_oauth_factor" => self.steam_oauth_factor.slot(),
            "tik_tok_oauth_factor" => self.tik_tok_oauth_factor.slot(),
            "twitch_oauth_factor" => self.twitch_oauth_factor.slot(),
            "twitter_oauth_factor" => self.twitter_oauth_factor.slot(),
            "embeddable_magic_link_factor" => self.embeddable_magic_link_factor.slot(),
            "biometric_factor" => self.biometric_factor.slot(),
            "saml_sso_factor" => self.saml_sso_factor.slot(),
            "oidc_sso_factor" => self.oidc_sso_factor.slot(),
            "salesforce_oauth_factor" => self.salesforce_oauth_factor.slot(),
            "yahoo_oauth_factor" => self.yahoo_oauth_factor.slot(),
            "hubspot_oauth_factor" => self.hubspot_oauth_factor.slot(),
            "slack_oauth_exchange_factor" => self.slack_oauth_exchange_factor.slot(),
            "hubspot_oauth_exchange_factor" => self.hubspot_oauth_exchange_factor.slot(),
            "github_oauth_exchange_factor" => self.github_oauth_exchange_factor.slot(),
            "google_oauth_exchange_factor" => self.google_oauth_exchange_factor.slot(),
            "impersonated_factor" => self.impersonated_factor.slot(),
            "oauth_access_token_exchange_factor" => self.oauth_access_token_exchange_factor.slot(),
            "trusted_auth_token_factor" => self.trusted_auth_token_factor.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticationFactor);

/// An authenticator app, proven by a code that it showed.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthenticatorAppFactor {
    /// Registration of the authenticator app.
    pub totp_id: TotpId,
}

#[doc(hidden)]
impl Object for AuthenticatorAppFactor {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "totp_id" => self.totp_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticatorAppFactor);

/// A mobile device, unlocked by fingerprint, face or the like.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct BiometricFactor {
    /// Registration of the device.
    pub biometric_registration_id: BiometricRegistrationId,
}

#[doc(hidden)]
impl Object for BiometricFactor {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "biometric_registration_id" => self.biometric_registration_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(BiometricFactor);

/// A crypto wallet, proven by a message signed with it.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct CryptoWalletFactor {
    /// Registration of the wallet.
    pub crypto_wallet_id: CryptoWalletId,
    /// Public address of the wallet on its blockchain.
    pub crypto_wallet_address: String,
    /// Blockchain to which the wallet belongs.
    pub crypto_wallet_type: CryptoWalletType,
}

#[doc(hidden)]
impl Object for CryptoWalletFactor {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "crypto_wallet_id" => self.crypto_wallet_id.slot(),
            "crypto_wallet_address" => self.crypto_wallet_address.slot(),
            "crypto_wallet_type" => self.crypto_wallet_type.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(CryptoWalletFactor);

/// By which way a proof was given.
///
/// It tells which of the `…_factor` fields is set; a password and an imported login have none. The
/// `oauth_exchange_…` ways appear when a session moves to another organization with a login that
/// proves no email address: HubSpot, Slack, GitHub, and Google where the account has no hosted
/// domain.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DeliveryMethod {
    /// `email`: A link or code sent by email.
    Email,
    /// `sms`: A code sent by text message.
    Sms,
    /// `whatsapp`: A code sent by WhatsApp.
    Whatsapp,
    /// `embedded`: A link that your app made and delivered itself.
    Embedded,
    /// `oauth_google`: A Google account.
    OauthGoogle,
    /// `oauth_microsoft`: A Microsoft account.
    OauthMicrosoft,
    /// `oauth_apple`: An Apple account.
    OauthApple,
    /// `webauthn_registration`: A passkey or security key.
    WebauthnRegistration,
    /// `authenticator_app`: A code from an authenticator app.
    AuthenticatorApp,
    /// `oauth_github`: A GitHub account.
    OauthGithub,
    /// `recovery_code`: A recovery code of an authenticator app.
    RecoveryCode,
    /// `oauth_facebook`: A Facebook account.
    OauthFacebook,
    /// `crypto_wallet`: A message signed with a crypto wallet.
    CryptoWallet,
    /// `oauth_amazon`: An Amazon account.
    OauthAmazon,
    /// `oauth_bitbucket`: A Bitbucket account.
    OauthBitbucket,
    /// `oauth_coinbase`: A Coinbase account.
    OauthCoinbase,
    /// `oauth_discord`: A Discord account.
    OauthDiscord,
    /// `oauth_figma`: A Figma account.
    OauthFigma,
    /// `oauth_gitlab`: A GitLab account.
    OauthGitlab,
    /// `oauth_instagram`: An Instagram account.
    OauthInstagram,
    /// `oauth_linkedin`: A LinkedIn account.
    OauthLinkedin,
    /// `oauth_shopify`: A Shopify account.
    OauthShopify,
    /// `oauth_slack`: A Slack account.
    OauthSlack,
    /// `oauth_snapchat`: A Snapchat account.
    OauthSnapchat,
    /// `oauth_spotify`: A Spotify account.
    OauthSpotify,
    /// `oauth_steam`: A Steam account.
    OauthSteam,
    /// `oauth_tiktok`: A TikTok account.
    OauthTiktok,
    /// `oauth_twitch`: A Twitch account.
    OauthTwitch,
    /// `oauth_twitter`: A Twitter account.
    OauthTwitter,
    /// `knowledge`: Something the person knows: a password.
    Knowledge,
    /// `biometric`: A mobile device, unlocked by biometrics.
    Biometric,
    /// `sso_saml`: An organization's identity provider, over SAML.
    SsoSaml,
    /// `sso_oidc`: An organization's identity provider, over OIDC.
    SsoOidc,
    /// `oauth_salesforce`: A Salesforce account.
    OauthSalesforce,
    /// `oauth_yahoo`: A Yahoo account.
    OauthYahoo,
    /// `oauth_hubspot`: A HubSpot account.
    OauthHubspot,
    /// `imported_auth0`: A login brought over from Auth0.
    ImportedAuth0,
    /// `oauth_exchange_slack`: A Slack login in one organization, carried over to another by an
    /// exchange.
    OauthExchangeSlack,
    /// `oauth_exchange_hubspot`: A HubSpot login in one organization, carried over to another by an
    /// exchange.
    OauthExchangeHubspot,
    /// `oauth_exchange_github`: A GitHub login in one organization, carried over to another by an
    /// exchange.
    OauthExchangeGithub,
    /// `oauth_exchange_google`: A Google login in one organization, carried over to another by an
    /// exchange.
    OauthExchangeGoogle,
    /// `impersonation`: An impersonation token.
    Impersonation,
    /// `oauth_access_token_exchange`: A connected app's access token, traded in for a session.
    OauthAccessTokenExchange,
    /// `trusted_token_exchange`: A token of a trusted issuer, traded in for a session.
    TrustedTokenExchange,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl DeliveryMethod {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
            Self::Whatsapp => "whatsapp",
            Self::Embedded => "embedded",
            Self::OauthGoogle => "oauth_google",
            Self::OauthMicrosoft => "oauth_microsoft",
            Self::OauthApple => "oauth_apple",
            Self::WebauthnRegistration => "webauthn_registration",
            Self::AuthenticatorApp => "authenticator_app",
            Self::OauthGithub => "oauth_github",
            Self::RecoveryCode => "recovery_code",
            Self::OauthFacebook => "oauth_facebook",
            Self::CryptoWallet => "crypto_wallet",
            Self::OauthAmazon => "oauth_amazon",
            Self::OauthBitbucket => "oauth_bitbucket",
            Self::OauthCoinbase => "oauth_coinbase",
            Self::OauthDiscord => "oauth_discord",
            Self::OauthFigma => "oauth_figma",
            Self::OauthGitlab => "oauth_gitlab",
            Self::OauthInstagram => "oauth_instagram",
            Self::OauthLinkedin => "oauth_linkedin",
            Self::OauthShopify => "oauth_shopify",
            Self::OauthSlack => "oauth_slack",
            Self::OauthSnapchat => "oauth_snapchat",
            Self::OauthSpotify => "oauth_spotify",
            Self::OauthSteam => "oauth_steam",
            Self::OauthTiktok => "oauth_tiktok",
            Self::OauthTwitch => "oauth_twitch",
            Self::OauthTwitter => "oauth_twitter",
            Self::Knowledge => "knowledge",
            Self::Biometric => "biometric",
            Self::SsoSaml => "sso_saml",
            Self::SsoOidc => "sso_oidc",
            Self::OauthSalesforce => "oauth_salesforce",
            Self::OauthYahoo => "oauth_yahoo",
            Self::OauthHubspot => "oauth_hubspot",
            Self::ImportedAuth0 => "imported_auth0",
            Self::OauthExchangeSlack => "oauth_exchange_slack",
            Self::OauthExchangeHubspot => "oauth_exchange_hubspot",
            Self::OauthExchangeGithub => "oauth_exchange_github",
            Self::OauthExchangeGoogle => "oauth_exchange_google",
            Self::Impersonation => "impersonation",
            Self::OauthAccessTokenExchange => "oauth_access_token_exchange",
            Self::TrustedTokenExchange => "trusted_token_exchange",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for DeliveryMethod {
    fn from(value: &str) -> Self {
        match value {
            "email" => Self::Email,
            "sms" => Self::Sms,
            "whatsapp" => Self::Whatsapp,
            "embedded" => Self::Embedded,
            "oauth_google" => Self::OauthGoogle,
            "oauth_microsoft" => Self::OauthMicrosoft,
            "oauth_apple" => Self::OauthApple,
            "webauthn_registration" => Self::WebauthnRegistration,
            "authenticator_app" => Self::AuthenticatorApp,
            "oauth_github" => Self::OauthGithub,
            "recovery_code" => Self::RecoveryCode,
            "oauth_facebook" => Self::OauthFacebook,
            "crypto_wallet" => Self::CryptoWallet,
            "oauth_amazon" => Self::OauthAmazon,
            "oauth_bitbucket" => Self::OauthBitbucket,
            "oauth_coinbase" => Self::OauthCoinbase,
            "oauth_discord" => Self::OauthDiscord,
            "oauth_figma" => Self::OauthFigma,
            "oauth_gitlab" => Self::OauthGitlab,
            "oauth_instagram" => Self::OauthInstagram,
            "oauth_linkedin" => Self::OauthLinkedin,
            "oauth_shopify" => Self::OauthShopify,
            "oauth_slack" => Self::OauthSlack,
            "oauth_snapchat" => Self::OauthSnapchat,
            "oauth_spotify" => Self::OauthSpotify,
            "oauth_steam" => Self::OauthSteam,
            "oauth_tiktok" => Self::OauthTiktok,
            "oauth_twitch" => Self::OauthTwitch,
            "oauth_twitter" => Self::OauthTwitter,
            "knowledge" => Self::Knowledge,
            "biometric" => Self::Biometric,
            "sso_saml" => Self::SsoSaml,
            "sso_oidc" => Self::SsoOidc,
            "oauth_salesforce" => Self::OauthSalesforce,
            "oauth_yahoo" => Self::OauthYahoo,
            "oauth_hubspot" => Self::OauthHubspot,
            "imported_auth0" => Self::ImportedAuth0,
            "oauth_exchange_slack" => Self::OauthExchangeSlack,
            "oauth_exchange_hubspot" => Self::OauthExchangeHubspot,
            "oauth_exchange_github" => Self::OauthExchangeGithub,
            "oauth_exchange_google" => Self::OauthExchangeGoogle,
            "impersonation" => Self::Impersonation,
            "oauth_access_token_exchange" => Self::OauthAccessTokenExchange,
            "trusted_token_exchange" => Self::TrustedTokenExchange,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(DeliveryMethod);

/// An email address, proven by a link or code that was sent there.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct EmailFactor {
    /// Email address of the person that goes with this factor.
    pub email_id: EmailId,
    /// Where the link or code was sent.
    pub email_address: String,
}

#[doc(hidden)]
impl Object for EmailFactor {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "email_id" => self.email_id.slot(),
            "email_address" => self.email_address.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(EmailFactor);

/// A magic link that your app made and delivered itself.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct EmbeddableMagicLinkFactor {
    /// Which of the links was followed.
    pub embedded_id: EmbeddedMagicLinkId,
}

#[doc(hidden)]
impl Object for EmbeddableMagicLinkFactor {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "embedded_id" => self.embedded_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(EmbeddableMagicLinkFactor);

/// Which kind of proof was given.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FactorType {
    /// `magic_link`: A link that was sent by email, or that your app delivered itself.
    MagicLink,
    /// `otp`: A one-time passcode by SMS or WhatsApp; for users, as opposed to members, also by email.
    Otp,
    /// `email_otp`: A one-time passcode by email.
    EmailOtp,
    /// `oauth`: An account at an OAuth provider, or a token traded in for such a login.
    Oauth,
    /// `webauthn`: A passkey or security key.
    Webauthn,
    /// `totp`: A code from an authenticator app.
    Totp,
    /// `crypto`: A message signed with a crypto wallet.
    Crypto,
    /// `password`: A password.
    Password,
    /// `signature_challenge`: A challenge signed by a mobile device, unlocked by biometrics.
    SignatureChallenge,
    /// `sso`: An account at the identity provider of an organization.
    Sso,
    /// `imported`: A login at another service, brought over when the person was migrated.
    Imported,
    /// `recovery_codes`: A recovery code, in place of the authenticator app.
    RecoveryCodes,
    /// `impersonated`: No proof by the person: somebody else acts in their place, with an impersonation
    /// token.
    Impersonated,
    /// `trusted_auth_token`: A token from an issuer that your project trusts.
    TrustedAuthToken,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl FactorType {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::MagicLink => "magic_link",
            Self::Otp => "otp",
            Self::EmailOtp => "email_otp",
            Self::Oauth => "oauth",
            Self::Webauthn => "webauthn",
            Self::Totp => "totp",
            Self::Crypto => "crypto",
            Self::Password => "password",
            Self::SignatureChallenge => "signature_challenge",
            Self::Sso => "sso",
            Self::Imported => "imported",
            Self::RecoveryCodes => "recovery_codes",
            Self::Impersonated => "impersonated",
            Self::TrustedAuthToken => "trusted_auth_token",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for FactorType {
    fn from(value: &str) -> Self {
        match value {
            "magic_link" => Self::MagicLink,
            "otp" => Self::Otp,
            "email_otp" => Self::EmailOtp,
            "oauth" => Self::Oauth,
            "webauthn" => Self::Webauthn,
            "totp" => Self::Totp,
            "crypto" => Self::Crypto,
            "password" => Self::Password,
            "signature_challenge" => Self::SignatureChallenge,
            "sso" => Self::Sso,
            "imported" => Self::Imported,
            "recovery_codes" => Self::RecoveryCodes,
            "impersonated" => Self::Impersonated,
            "trusted_auth_token" => Self::TrustedAuthToken,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(FactorType);

/// Somebody who acts in place of the person; show it, and record it, where it matters.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ImpersonatedFactor {
    /// Who impersonates; for an impersonation begun in the vendor's dashboard, their member id there.
    pub impersonator_id: String,
    /// Email address of whoever impersonates.
    pub impersonator_email_address: String,
}

#[doc(hidden)]
impl Object for ImpersonatedFactor {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "impersonator_id" => self.impersonator_id.slot(),
            "impersonator_email_address" => self.impersonator_email_address.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ImpersonatedFactor);

/// A connected app's access token that was traded in for a session.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct OauthAccessTokenExchangeFactor {
    /// The connected app to which the token had been granted.
    pub client_id: ConnectedAppId,
}

#[doc(hidden)]
impl Object for OauthAccessTokenExchangeFactor {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "client_id" => self.client_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(OauthAccessTokenExchangeFactor);

/// A login with an account at an OAuth provider in one organization, carried over to another.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct OauthExchangeFactor {
    /// Email address of the person that goes with this factor.
    pub email_id: EmailId,
}

#[doc(hidden)]
impl Object for OauthExchangeFactor {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "email_id" => self.email_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(OauthExchangeFactor);

/// An account at an OAuth provider; the name of the field tells which.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct OauthFactor {
    /// Registration that links the person to the account at the provider.
    pub id: OauthRegistrationId,
    /// Identifies the account at the OAuth provider; the `sub` of OpenID Connect.
    pub provider_subject: String,
    /// Email address of the person that goes with this factor.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub email_id: Option<EmailId>,
}

#[doc(hidden)]
impl Object for OauthFactor {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "id" => self.id.slot(),
            "provider_subject" => self.provider_subject.slot(),
            "email_id" => self.email_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(OauthFactor);

/// An account at an organization's identity provider, shown over OIDC.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct OidcSsoFactor {
    /// Registration that links the member to the account at the identity provider.
    pub id: SsoRegistrationId,
    /// SSO connection over which the person logged in.
    pub provider_id: ConnectionId,
    /// Who the member is to the identity provider, by the name that it gives them.
    pub external_id: String,
}

#[doc(hidden)]
impl Object for OidcSsoFactor {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "id" => self.id.slot(),
            "provider_id" => self.provider_id.slot(),
            "external_id" => self.external_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(OidcSsoFactor);

/// A phone number, proven by a code that was sent there.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct PhoneNumberFactor {
    /// The phone number on record that the code was sent to.
    pub phone_id: PhoneId,
    /// The same phone number in E.164 form.
    pub phone_number: String,
}

#[doc(hidden)]
impl Object for PhoneNumberFactor {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "phone_id" => self.phone_id.slot(),
            "phone_number" => self.phone_number.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(PhoneNumberFactor);

/// A recovery code, used in place of the authenticator app.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RecoveryCodeFactor {
    /// Which of the recovery codes was spent.
    pub totp_recovery_code_id: TotpRecoveryCodeId,
}

#[doc(hidden)]
impl Object for RecoveryCodeFactor {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "totp_recovery_code_id" => self.totp_recovery_code_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RecoveryCodeFactor);

/// An account at an organization's identity provider, shown over SAML.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct SamlSsoFactor {
    /// Registration that links the member to the account at the identity provider.
    pub id: SsoRegistrationId,
    /// SSO connection over which the person logged in.
    pub provider_id: ConnectionId,
    /// Who the member is to the identity provider, by the name that it gives them.
    pub external_id: String,
}

#[doc(hidden)]
impl Object for SamlSsoFactor {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "id" => self.id.slot(),
            "provider_id" => self.provider_id.slot(),
            "external_id" => self.external_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(SamlSsoFactor);

/// A token of another issuer, which your project trusts.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct TrustedAuthTokenFactor {
    /// Which of the issuer's tokens it was.
    pub token_id: String,
}

#[doc(hidden)]
impl Object for TrustedAuthTokenFactor {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "token_id" => self.token_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(TrustedAuthTokenFactor);

/// A passkey or security key.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct WebauthnFactor {
    /// Registration of the passkey or security key.
    pub webauthn_registration_id: WebauthnRegistrationId,
    /// Domain that the key was registered for; it works there only.
    pub domain: String,
    /// Browser that was used, by its user agent text.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub user_agent: Option<String>,
}

#[doc(hidden)]
impl Object for WebauthnFactor {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "webauthn_registration_id" => self.webauthn_registration_id.slot(),
            "domain" => self.domain.slot(),
            "user_agent" => self.user_agent.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(WebauthnFactor);
