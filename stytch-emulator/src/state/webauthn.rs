//! Passkeys and security keys: what is known of each, and the ceremonies under way.

use serde::{Deserialize, Serialize};
use stytch_consumer::webauthn::AuthenticatorType;
use stytch_core::Timestamp;

use super::table::Record;

/// The public side of a passkey or security key. What people see of it stands with the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WebauthnCredential {
    /// The id of the registration.
    pub(crate) id: String,
    pub(crate) user_id: String,
    pub(crate) domain: String,
    /// What the authenticator calls it, in base64url.
    pub(crate) credential_id: String,
    /// As COSE, in base64.
    pub(crate) public_key: String,
    /// What the authenticator calls the user, in base64url.
    pub(crate) user_handle: String,
    /// How often it has signed, by its own account; 0 if it does not count.
    #[serde(default)]
    pub(crate) counter: u32,
}

impl WebauthnCredential {
    pub(crate) fn named_by_credential_id(id: &str) -> String {
        format!("credential:{id}")
    }

    pub(crate) fn listed_by_user(user_id: &str) -> String {
        format!("user:{user_id}")
    }
}

impl Record for WebauthnCredential {
    fn id(&self) -> &str {
        &self.id
    }

    fn names(&self) -> Vec<String> {
        vec![Self::named_by_credential_id(&self.credential_id)]
    }

    fn groups(&self) -> Vec<String> {
        vec![Self::listed_by_user(&self.user_id)]
    }
}

/// A registration or login that the browser has been given options for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct WebauthnCeremony {
    /// In base64url, as it comes back.
    pub(crate) challenge: String,
    pub(crate) domain: String,
    #[serde(flatten)]
    pub(crate) purpose: Purpose,
    pub(crate) expires_at: Timestamp,
}

/// What a ceremony is for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "purpose")]
pub(crate) enum Purpose {
    Registration {
        user_id: String,
        user_handle: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        user_agent: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        authenticator_type: Option<AuthenticatorType>,
    },
    /// Of this user, or of whoever comes.
    Authentication {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        user_id: Option<String>,
    },
}

impl WebauthnCeremony {
    /// The user whose it is; `None` if it is for whoever comes.
    pub(crate) fn user_id(&self) -> Option<&str> {
        match &self.purpose {
            Purpose::Registration { user_id, .. } => Some(user_id),
            Purpose::Authentication { user_id } => user_id.as_deref(),
        }
    }

    /// A user registers one thing at a time for a domain.
    pub(crate) fn named_by_registration(user_id: &str, domain: &str) -> String {
        format!("registration:{user_id}:{domain}")
    }

    pub(crate) fn listed_by_user(user_id: &str) -> String {
        format!("user:{user_id}")
    }
}

impl Record for WebauthnCeremony {
    fn id(&self) -> &str {
        &self.challenge
    }

    fn names(&self) -> Vec<String> {
        match &self.purpose {
            Purpose::Registration { user_id, .. } => {
                vec![Self::named_by_registration(user_id, &self.domain)]
            }
            Purpose::Authentication { .. } => Vec::new(),
        }
    }

    fn groups(&self) -> Vec<String> {
        let user_id = self.user_id();
        user_id.map(Self::listed_by_user).into_iter().collect()
    }
}
