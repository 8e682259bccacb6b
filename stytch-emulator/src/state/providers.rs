//! Logins at providers that are under way, and what came of them.

use serde::{Deserialize, Serialize};
use stytch_core::Timestamp;

use super::table::Record;
use super::tokens::Pkce;
use crate::rules::providers::Provider;
use crate::rules::providers::identity::ProviderIdentity;

/// A login that has begun: somebody is at a provider, or at the chooser in its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ProviderLogin {
    /// What names it in the browser: nobody can guess it, and it works once.
    pub(crate) state: String,
    #[serde(flatten)]
    pub(crate) aim: ProviderAim,
    /// Where it ends for somebody who is known.
    pub(crate) login_redirect_url: String,
    /// Where it ends for somebody who is new.
    pub(crate) signup_redirect_url: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) pkce: Option<Pkce>,
    /// What the app wants to do at the provider beside knowing who it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) custom_scopes: Vec<String>,
    /// Whether the provider is to ask for consent again, with which a new refresh token comes.
    #[serde(default)]
    pub(crate) asks_consent: bool,
    pub(crate) expires_at: Timestamp,
}

/// What a login at a provider is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "aim")]
pub(crate) enum ProviderAim {
    /// A member's, over a connection of the organization.
    Sso { connection_id: String },
    /// A member's.
    Oauth {
        provider: Provider,
        organization_id: String,
    },
    /// That of somebody whose organization is not known yet.
    DiscoveryOauth { provider: Provider },
    /// A user's; that of one who is known already, if the app says so.
    UserOauth {
        provider: Provider,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        attach_to: Option<String>,
    },
}

/// What a provider has said at the end of a login.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ProviderAnswer {
    pub(crate) provider: Provider,
    pub(crate) identity: ProviderIdentity,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) custom_scopes: Vec<String>,
    #[serde(default)]
    pub(crate) asks_consent: bool,
}

/// What a provider has handed out for an account: the newest of each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ProviderGrant {
    /// The account: where it is, and what it is called there.
    pub(crate) account: String,
    pub(crate) access_token: String,
    /// When the access token runs out, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) expires_at: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) refresh_token: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) id_token: String,
    pub(crate) scopes: Vec<String>,
    pub(crate) identity: ProviderIdentity,
}

impl ProviderGrant {
    /// An account at a provider.
    pub(crate) fn at_provider(provider: Provider, subject: &str) -> String {
        format!("{}:{subject}", provider.slug())
    }

    /// An account at the identity provider behind a connection.
    pub(crate) fn over_connection(connection_id: &str, subject: &str) -> String {
        format!("{connection_id}:{subject}")
    }
}

impl Record for ProviderGrant {
    fn id(&self) -> &str {
        &self.account
    }
}

impl Record for ProviderLogin {
    fn id(&self) -> &str {
        &self.state
    }
}
