// Generated from spec/vocabulary.yaml and spec/b2b by `cargo xtask generate`. Do not edit.

use stytch_core::wire::{Object, Receive, Slot};

#[cfg(feature = "serialize")]
use serde::Serialize;

/// Blockchain to which a crypto wallet belongs.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CryptoWalletType {
    /// `ethereum`: Ethereum, and every chain compatible with it, such as Polygon or BSC.
    Ethereum,
    /// `solana`: Solana.
    Solana,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl CryptoWalletType {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Ethereum => "ethereum",
            Self::Solana => "solana",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for CryptoWalletType {
    fn from(value: &str) -> Self {
        match value {
            "ethereum" => Self::Ethereum,
            "solana" => Self::Solana,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(CryptoWalletType);

/// A public key that verifies the session JWTs and access tokens of a project.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Jwk {
    /// Kind of key, `RSA`.
    pub kty: String,
    /// What the key is for; `sig`, checking signatures.
    pub r#use: String,
    /// What may be done with the key; `verify`.
    pub key_ops: Vec<String>,
    /// Algorithm that the key signs with, `RS256`.
    pub alg: String,
    /// Names the key; the header of a JWT carries the `kid` of the key that signed it.
    pub kid: String,
    /// The key's certificate chain, each certificate as base64 DER; empty if it has none.
    pub x5c: Vec<String>,
    /// SHA-256 thumbprint of the certificate, base64url.
    #[cfg_attr(feature = "serialize", serde(rename = "x5tS256"))]
    pub x5t_s256: String,
    /// Modulus of the RSA key, base64url.
    pub n: String,
    /// Public exponent of the RSA key, base64url.
    pub e: String,
}

#[doc(hidden)]
impl Object for Jwk {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "kty" => self.kty.slot(),
            "use" => self.r#use.slot(),
            "key_ops" => self.key_ops.slot(),
            "alg" => self.alg.slot(),
            "kid" => self.kid.slot(),
            "x5c" => self.x5c.slot(),
            "x5tS256" => self.x5t_s256.slot(),
            "n" => self.n.slot(),
            "e" => self.e.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Jwk);

/// Language of an email, and of the passcodes that go with some logins, as a BCP 47 tag.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Locale {
    /// `en`: English, the default.
    En,
    /// `es`: Spanish.
    Es,
    /// `pt-br`: Brazilian Portuguese.
    PtBr,
    /// `fr`: French.
    Fr,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl Locale {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::PtBr => "pt-br",
            Self::Fr => "fr",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for Locale {
    fn from(value: &str) -> Self {
        match value {
            "en" => Self::En,
            "es" => Self::Es,
            "pt-br" => Self::PtBr,
            "fr" => Self::Fr,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(Locale);

/// Whether to turn the second factor on or off for one member.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum MfaEnrollment {
    /// `enroll`: The member has to present a second factor at every later login to the organization.
    Enroll,
    /// `unenroll`: The member logs in without a second factor from now on.
    Unenroll,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl MfaEnrollment {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Enroll => "enroll",
            Self::Unenroll => "unenroll",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for MfaEnrollment {
    fn from(value: &str) -> Self {
        match value {
            "enroll" => Self::Enroll,
            "unenroll" => Self::Unenroll,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(MfaEnrollment);

/// What an OAuth client wants the user to be asked.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum OauthPrompt {
    /// `consent`: To consent, even if they have done so before.
    Consent,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl OauthPrompt {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Consent => "consent",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for OauthPrompt {
    fn from(value: &str) -> Self {
        match value {
            "consent" => Self::Consent,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(OauthPrompt);

/// What an OAuth client wants back from an authorization.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum OauthResponseType {
    /// `code`: An authorization code, to be exchanged for tokens.
    Code,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl OauthResponseType {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Code => "code",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for OauthResponseType {
    fn from(value: &str) -> Self {
        match value {
            "code" => Self::Code,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(OauthResponseType);

/// Language of a message to a phone, by SMS or WhatsApp, as a BCP 47 tag.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PhoneLocale {
    /// `en`: English, the default.
    En,
    /// `es`: Spanish.
    Es,
    /// `pt-br`: Brazilian Portuguese.
    PtBr,
    /// `fr`: French.
    Fr,
    /// `it`: Italian.
    It,
    /// `de-DE`: German.
    DeDe,
    /// `zh-Hans`: Chinese in simplified characters.
    ZhHans,
    /// `ca-ES`: Catalan.
    CaEs,
    /// `ja`: Japanese.
    Ja,
    /// `ru`: Russian.
    Ru,
    /// `nl`: Dutch.
    Nl,
    /// `pl`: Polish.
    Pl,
    /// `tr`: Turkish.
    Tr,
    /// `fa`: Persian.
    Fa,
    /// `vi`: Vietnamese.
    Vi,
    /// `cs`: Czech.
    Cs,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl PhoneLocale {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::PtBr => "pt-br",
            Self::Fr => "fr",
            Self::It => "it",
            Self::DeDe => "de-DE",
            Self::ZhHans => "zh-Hans",
            Self::CaEs => "ca-ES",
            Self::Ja => "ja",
            Self::Ru => "ru",
            Self::Nl => "nl",
            Self::Pl => "pl",
            Self::Tr => "tr",
            Self::Fa => "fa",
            Self::Vi => "vi",
            Self::Cs => "cs",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for PhoneLocale {
    fn from(value: &str) -> Self {
        match value {
            "en" => Self::En,
            "es" => Self::Es,
            "pt-br" => Self::PtBr,
            "fr" => Self::Fr,
            "it" => Self::It,
            "de-DE" => Self::DeDe,
            "zh-Hans" => Self::ZhHans,
            "ca-ES" => Self::CaEs,
            "ja" => Self::Ja,
            "ru" => Self::Ru,
            "nl" => Self::Nl,
            "pl" => Self::Pl,
            "tr" => Self::Tr,
            "fa" => Self::Fa,
            "vi" => Self::Vi,
            "cs" => Self::Cs,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(PhoneLocale);

/// How many results a search has, and where the next page starts.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ResultsMetadata {
    /// Number of results on all pages together; -1 if the vendor has switched off counting for your
    /// workspace.
    pub total: i32,
    /// Pass it as `cursor` to get the next page; missing on the last one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub next_cursor: Option<String>,
}

#[doc(hidden)]
impl Object for ResultsMetadata {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "total" => self.total.slot(),
            "next_cursor" => self.next_cursor.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ResultsMetadata);

/// How the conditions of a search are joined.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SearchOperator {
    /// `AND`: All of them have to hold.
    And,
    /// `OR`: One of them has to hold. Not supported any more by the searches for users, members and
    /// organizations: run several searches there.
    Or,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl SearchOperator {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::And => "AND",
            Self::Or => "OR",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for SearchOperator {
    fn from(value: &str) -> Self {
        match value {
            "AND" => Self::And,
            "OR" => Self::Or,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(SearchOperator);

/// How the project judges passwords, as set in the dashboard.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum StrengthPolicy {
    /// `zxcvbn`: By the estimated effort of guessing the password; the default.
    Zxcvbn,
    /// `luds`: By length and by kinds of characters: lower case, upper case, digits, symbols.
    Luds,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl StrengthPolicy {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Zxcvbn => "zxcvbn",
            Self::Luds => "luds",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for StrengthPolicy {
    fn from(value: &str) -> Self {
        match value {
            "zxcvbn" => Self::Zxcvbn,
            "luds" => Self::Luds,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(StrengthPolicy);
