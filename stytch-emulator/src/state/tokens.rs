//! Tokens that were sent to somebody.

use serde::{Deserialize, Serialize};
use stytch_consumer::Attributes;
use stytch_core::Timestamp;

use super::providers::ProviderAnswer;
use super::table::Record;
use crate::rules::providers::Provider;
use crate::rules::providers::identity::ProviderIdentity;

/// What a token is for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub(crate) enum TokenKind {
    /// In a mail to a member.
    MagicLink { member_id: String },
    /// In a mail to an address, for whatever organizations it belongs to.
    DiscoveryMagicLink { email_address: String },
    /// In a mail to a user, or in whatever the app sends if there is no address.
    UserMagicLink {
        user_id: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        email_id: Option<String>,
        #[serde(default)]
        attributes: Attributes,
    },
    /// In a mail to a user who wants another password.
    UserPasswordReset {
        user_id: String,
        email_id: String,
        #[serde(default)]
        attributes: Attributes,
    },
    /// In a mail to the address that a member moves to.
    EmailUpdate {
        member_id: String,
        email_address: String,
    },
    /// In a mail to a member who wants another password.
    PasswordReset { member_id: String },
    /// In a mail to somebody who wants another password for all organizations.
    DiscoveryPasswordReset { email_address: String },
    /// Of a member who comes from the identity provider of an organization.
    Sso {
        member_id: String,
        connection_id: String,
        identity: ProviderIdentity,
    },
    /// Of a member who comes from a provider.
    Oauth {
        member_id: String,
        answer: ProviderAnswer,
    },
    /// Of somebody who comes from a provider, for whatever organizations there are.
    DiscoveryOauth { answer: ProviderAnswer },
    /// Of a user who comes from a provider.
    UserOauth {
        user_id: String,
        answer: ProviderAnswer,
    },
    /// Of somebody who is about to act in place of a member.
    Impersonation {
        member_id: String,
        impersonator: Impersonator,
    },
    /// Of somebody who is about to act in place of a user.
    UserImpersonation {
        user_id: String,
        impersonator: Impersonator,
    },
    /// Lets an account at a provider become one of a user.
    OauthAttach { user_id: String, provider: Provider },
}

impl TokenKind {
    /// The member or user whose it is; `None` if it is for an address, whoever that turns out to be.
    pub(crate) fn owner(&self) -> Option<&str> {
        match self {
            Self::MagicLink { member_id: owner }
            | Self::EmailUpdate {
                member_id: owner, ..
            }
            | Self::PasswordReset { member_id: owner }
            | Self::Sso {
                member_id: owner, ..
            }
            | Self::Oauth {
                member_id: owner, ..
            }
            | Self::Impersonation {
                member_id: owner, ..
            }
            | Self::UserMagicLink { user_id: owner, .. }
            | Self::UserPasswordReset { user_id: owner, .. }
            | Self::UserOauth { user_id: owner, .. }
            | Self::UserImpersonation { user_id: owner, .. }
            | Self::OauthAttach { user_id: owner, .. } => Some(owner),
            Self::DiscoveryMagicLink { .. }
            | Self::DiscoveryPasswordReset { .. }
            | Self::DiscoveryOauth { .. } => None,
        }
    }
}

/// Somebody of the project's own team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Impersonator {
    pub(crate) id: String,
    pub(crate) email_address: String,
}

/// The challenge that a verifier has to meet (RFC 7636).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Pkce(pub(crate) String);

/// Whether a token was used up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SpentToken(pub(crate) bool);

/// A token that was sent to somebody and works once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Token {
    pub(crate) token: String,
    #[serde(flatten)]
    pub(crate) kind: TokenKind,
    pub(crate) expires_at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) pkce: Option<Pkce>,
    #[serde(default)]
    pub(crate) spent: SpentToken,
}

impl Token {
    pub(crate) fn listed_by_owner(id: &str) -> String {
        format!("owner:{id}")
    }
}

impl Record for Token {
    fn id(&self) -> &str {
        &self.token
    }

    fn groups(&self) -> Vec<String> {
        self.kind
            .owner()
            .map(Self::listed_by_owner)
            .into_iter()
            .collect()
    }
}
