//! What a redirect of the service says, by its query alone.

use std::borrow::Cow;

use stytch_core::Secret;

use super::fields::{Fields, Odd};

/// What is to be finished, by the `stytch_token_type` of the address that a person was sent to.
///
/// A name for both verticals; the type `discovery` stands for two of them, which
/// `stytch_redirect_type` tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Flow {
    /// A link of a mail that logs in, signs up, accepts an invitation or confirms a changed address:
    /// `multi_tenant_magic_links`; of consumer projects `magic_links` and `login`.
    MagicLink,
    /// A link of a mail that proves an address, before an organization is chosen: `discovery`.
    Discovery,
    /// A link of a mail to set a password: `multi_tenant_passwords`; of consumer projects
    /// `reset_password`.
    PasswordReset,
    /// A link of a mail to set the password of all organizations: `discovery` with the redirect type
    /// `reset_password`.
    DiscoveryPasswordReset,
    /// A login at an OAuth provider: `oauth`.
    OAuth,
    /// A login at an OAuth provider, before an organization is chosen: `discovery_oauth`.
    DiscoveryOAuth,
    /// A login over a connection of the organization: `sso`.
    Sso,
    /// Somebody of the vendor's dashboard who looks at the app as a member:
    /// `multi_tenant_impersonation`; of consumer projects `impersonation`.
    Impersonation,
}

impl Flow {
    /// By the names of the B2B API.
    #[cfg(feature = "b2b")]
    pub(crate) fn of_member(token_type: &str, redirect_type: Option<&str>) -> Option<Self> {
        Some(match (token_type, redirect_type) {
            ("discovery", Some("reset_password")) => Self::DiscoveryPasswordReset,
            ("discovery", _) => Self::Discovery,
            ("multi_tenant_magic_links", _) => Self::MagicLink,
            ("multi_tenant_passwords", _) => Self::PasswordReset,
            ("oauth", _) => Self::OAuth,
            ("discovery_oauth", _) => Self::DiscoveryOAuth,
            ("sso", _) => Self::Sso,
            ("multi_tenant_impersonation", _) => Self::Impersonation,
            _ => return None,
        })
    }

    /// By the names of the consumer API.
    #[cfg(feature = "consumer")]
    pub(crate) fn of_user(token_type: &str) -> Option<Self> {
        Some(match token_type {
            "magic_links" | "login" => Self::MagicLink,
            "reset_password" => Self::PasswordReset,
            "oauth" => Self::OAuth,
            "impersonation" => Self::Impersonation,
            _ => return None,
        })
    }

    /// Of a form to set a password.
    pub(crate) fn of_form(name: &str) -> Option<Self> {
        let resets = [Self::PasswordReset, Self::DiscoveryPasswordReset];
        resets.into_iter().find(|flow| flow.as_str() == name)
    }

    /// The name that tells cookies of different flows apart.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::MagicLink => "magic_link",
            Self::Discovery => "discovery",
            Self::PasswordReset => "password_reset",
            Self::DiscoveryPasswordReset => "discovery_password_reset",
            Self::OAuth => "oauth",
            Self::DiscoveryOAuth => "discovery_oauth",
            Self::Sso => "sso",
            Self::Impersonation => "impersonation",
        }
    }
}

/// What an address says that the service, or an identity provider, has sent a person to.
#[derive(Debug)]
pub(crate) enum Redirect {
    /// A token that finishes something.
    Token {
        flow: Flow,
        token: Secret,
        slug: Option<String>,
    },
    /// An error in place of a token (RFC 6749, section 4.1.2.1).
    Error { code: String, slug: Option<String> },
}

/// The parameters that count; others are the app's own.
const NAMES: &[&str] = &[
    "stytch_token_type",
    "stytch_redirect_type",
    "token",
    "slug",
    "error",
];

impl Redirect {
    /// Reads a query.
    ///
    /// # Errors
    /// If a parameter that counts comes twice, is not UTF-8, is missing or of a kind that is not known.
    /// Which of two tokens were meant, an attacker would know best.
    pub(crate) fn parse(
        query: &str,
        flow: impl FnOnce(&str, Option<&str>) -> Option<Flow>,
    ) -> Result<Self, Odd> {
        let mut fields = Fields::parse(query.as_bytes(), NAMES)?;
        let slug = fields.take("slug").map(Cow::into_owned);
        if let Some(code) = fields.take("error") {
            if fields.take("token").is_some() {
                return Err(Odd);
            }
            let code = code.into_owned();
            return Ok(Self::Error { code, slug });
        }
        let token_type = fields.required("stytch_token_type")?;
        let redirect_type = fields.take("stytch_redirect_type");
        let token = fields.required("token")?;
        Ok(Self::Token {
            flow: flow(&token_type, redirect_type.as_deref()).ok_or(Odd)?,
            token: Secret::from(token.into_owned()),
            slug,
        })
    }
}

/// What the app has put into a query itself.
pub(crate) fn own_query(query: &str) -> String {
    let is_own = |pair: &&str| {
        let name = form_urlencoded::parse(pair.as_bytes()).next();
        !name.is_some_and(|(name, _)| NAMES.contains(&&*name))
    };
    let own: Vec<_> = query.split('&').filter(is_own).collect();
    own.join("&")
}
