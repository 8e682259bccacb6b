//! Connected apps: the apps themselves, what people have let them do, and the tokens that they hold.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use stytch_b2b::connected_app::{ClientType, ConnectedAppClient};
use stytch_core::Timestamp;

use super::table::Record;
use super::tokens::Pkce;
use crate::rules::client_secrets::last_four;
use crate::seed;

/// A connected app.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ConnectedApp {
    #[serde(flatten)]
    pub(crate) model: ConnectedAppClient,
    /// Of one that can keep a secret.
    #[serde(
        rename = "client_secret",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) secret: Option<String>,
    /// The secret that comes next, while both work.
    #[serde(
        rename = "next_client_secret",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) next_secret: Option<String>,
}

impl ConnectedApp {
    /// Whether it can keep no secret.
    pub(crate) fn is_public(&self) -> bool {
        !matches!(
            self.model.client_type,
            ClientType::FirstParty | ClientType::ThirdParty
        )
    }

    /// Whether it is the project's own.
    pub(crate) fn is_first_party(&self) -> bool {
        matches!(
            self.model.client_type,
            ClientType::FirstParty | ClientType::FirstPartyPublic
        )
    }
}

impl Record for ConnectedApp {
    fn complete(given: &mut Map<String, Value>) {
        let secret = seed::text(given, "client_secret");
        let usual = match secret {
            "" => "third_party_public",
            _ => "third_party",
        };
        if !secret.is_empty() {
            let last_four = last_four(secret);
            given
                .entry("client_secret_last_four")
                .or_insert(last_four.into());
        }
        given.entry("client_type").or_insert(usual.into());
        given.entry("status").or_insert("active".into());
        given
            .entry("access_token_expiry_minutes")
            .or_insert(60.into());
    }

    fn models(_given: &Map<String, Value>) -> &'static [(&'static str, &'static str)] {
        &[("", "shared.connected_app.ConnectedAppClient")]
    }

    fn id(&self) -> &str {
        self.model.client_id.as_str()
    }
}

/// What somebody has let an app do, until it is taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AppConsent {
    /// The app and the person.
    pub(crate) id: String,
    pub(crate) client_id: String,
    pub(crate) subject: AppSubject,
    pub(crate) scopes: Vec<String>,
}

impl AppConsent {
    pub(crate) fn named(client_id: &str, subject: &AppSubject) -> String {
        Self::named_by(client_id, subject.id())
    }

    pub(crate) fn named_by(client_id: &str, subject: &str) -> String {
        format!("{client_id}:{subject}")
    }
}

impl Record for AppConsent {
    fn id(&self) -> &str {
        &self.id
    }

    fn groups(&self) -> Vec<String> {
        vec![AppSubject::listed(self.subject.id())]
    }
}

/// For whom an app acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AppSubject {
    MemberId(String),
    UserId(String),
}

impl AppSubject {
    /// All that somebody, by the id of the member or user, has let apps do, and all that apps hold for it.
    pub(crate) fn listed(id: &str) -> String {
        format!("subject:{id}")
    }

    pub(crate) fn id(&self) -> &str {
        match self {
            Self::MemberId(id) | Self::UserId(id) => id,
        }
    }
}

/// An authorization request that a browser has brought, while the person has not decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AppRequest {
    /// What it is called while it waits; nobody can guess it.
    pub(crate) name: String,
    pub(crate) client_id: String,
    pub(crate) redirect_uri: String,
    pub(crate) scopes: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) prompt: Option<String>,
    /// What the app wants to have back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) state: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) nonce: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) pkce: Option<Pkce>,
    /// The session of the person, once it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) session_id: Option<String>,
    pub(crate) expires_at: Timestamp,
}

impl Record for AppRequest {
    fn id(&self) -> &str {
        &self.name
    }
}

/// Something that an app holds and shows again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AppToken {
    /// The code or the refresh token; of an access token, its `jti`.
    pub(crate) token: String,
    #[serde(flatten)]
    pub(crate) kind: AppTokenKind,
    pub(crate) client_id: String,
    pub(crate) subject: AppSubject,
    pub(crate) scopes: Vec<String>,
    /// The session in which the person let the app in, if it was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) session_id: Option<String>,
    /// What all that follows from one authorization has in common.
    pub(crate) authorization: String,
    pub(crate) expires_at: Timestamp,
    /// Whether it was used up; only what works once is.
    #[serde(default)]
    pub(crate) is_spent: bool,
}

/// What it is that an app holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub(crate) enum AppTokenKind {
    Code {
        redirect_uri: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pkce: Option<Pkce>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        nonce: Option<String>,
    },
    Access {
        /// Whether it has become a session, which it does once.
        #[serde(default)]
        is_exchanged: bool,
    },
    Refresh,
}

impl AppToken {
    pub(crate) fn listed_by_authorization(authorization: &str) -> String {
        format!("authorization:{authorization}")
    }

    pub(crate) fn listed_by_consent(consent: &str) -> String {
        format!("consent:{consent}")
    }

    pub(crate) fn listed_by_app(client_id: &str) -> String {
        format!("app:{client_id}")
    }
}

impl Record for AppToken {
    fn id(&self) -> &str {
        &self.token
    }

    fn groups(&self) -> Vec<String> {
        vec![
            Self::listed_by_authorization(&self.authorization),
            Self::listed_by_consent(&AppConsent::named(&self.client_id, &self.subject)),
            Self::listed_by_app(&self.client_id),
            AppSubject::listed(self.subject.id()),
        ]
    }
}
