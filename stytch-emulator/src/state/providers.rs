//! Logins at providers that are under way, and what came of them.

use serde::{Deserialize, Serialize};
use stytch_core::Timestamp;

use super::table::Record;
use super::tokens::Pkce;

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
}

impl Record for ProviderLogin {
    fn id(&self) -> &str {
        &self.state
    }
}
