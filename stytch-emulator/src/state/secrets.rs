//! What members and users know or have: passwords, codes, authenticator apps; and how often they failed.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use stytch_consumer::Attributes;
use stytch_core::Timestamp;

use super::table::Record;
use crate::message::Channel;
use crate::rules::password::Hash;
use crate::seed;

/// The password of a member or user, or of an address where passwords serve in all organizations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Password {
    pub(crate) id: String,
    /// The id of the member or user, or `email:` and an address.
    pub(crate) owner: String,
    #[serde(flatten)]
    pub(crate) hash: Hash,
    /// Whether another one has to be set before the next login.
    #[serde(default)]
    pub(crate) requires_reset: bool,
}

impl Password {
    pub(crate) fn named_by_owner(owner: &str) -> String {
        format!("owner:{owner}")
    }

    /// The owner of a password that serves in all organizations.
    pub(crate) fn owned_by_address(email: &str) -> String {
        format!("email:{}", email.to_lowercase())
    }
}

impl Record for Password {
    fn id(&self) -> &str {
        &self.id
    }

    fn complete(given: &mut Map<String, Value>) {
        let id = seed::id_of("member-password", &[seed::text(given, "owner")]);
        given.entry("id").or_insert(id.into());
        given.entry("hash_type").or_insert("plain".into());
    }

    fn names(&self) -> Vec<String> {
        vec![Self::named_by_owner(&self.owner)]
    }
}

/// A code that was sent to somebody: the newest for what it opens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Code {
    /// Such as `sms:` and the id of a member.
    pub(crate) opens: String,
    pub(crate) code: String,
    pub(crate) channel: Channel,
    /// What was known of whoever asked for it.
    #[serde(default)]
    pub(crate) attributes: Attributes,
    pub(crate) expires_at: Timestamp,
    #[serde(default)]
    pub(crate) is_spent: bool,
    /// How often a wrong one was given.
    #[serde(default)]
    pub(crate) attempts: u32,
    /// Codes that a newer one has replaced, newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) earlier: Vec<String>,
}

impl Record for Code {
    fn id(&self) -> &str {
        &self.opens
    }
}

/// The authenticator app of a member or user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Totp {
    pub(crate) id: String,
    /// The id of the member or user.
    pub(crate) owner: String,
    /// The key that the app shares, in base32.
    pub(crate) secret: String,
    #[serde(default)]
    pub(crate) is_verified: bool,
    /// Until when the first code has to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) expires_at: Option<Timestamp>,
    /// The step of the newest code that was taken: it and all before are used up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) last_step: Option<i64>,
    /// A code that is right at any time, for the sandbox.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) fixed_code: Option<String>,
    #[serde(default)]
    pub(crate) recovery_codes: Vec<RecoveryCode>,
}

impl Totp {
    pub(crate) fn named_by_owner(owner: &str) -> String {
        format!("owner:{owner}")
    }
}

impl Record for Totp {
    fn id(&self) -> &str {
        &self.id
    }

    fn complete(given: &mut Map<String, Value>) {
        let id = seed::id_of("member-totp", &[seed::text(given, "owner")]);
        given.entry("id").or_insert(id.into());
        given.entry("is_verified").or_insert(true.into());
    }

    fn names(&self) -> Vec<String> {
        vec![Self::named_by_owner(&self.owner)]
    }
}

/// A code in place of the app's, which works once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RecoveryCode {
    pub(crate) id: String,
    pub(crate) code: String,
}

/// How often somebody has failed in a row, and since when that locks them out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Lock {
    /// The id of the member or user.
    pub(crate) account: String,
    pub(crate) failures: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) created_at: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) expires_at: Option<Timestamp>,
}

impl Lock {
    /// The group of those who are locked out.
    pub(crate) const IN_FORCE: &str = "in force";

    pub(crate) fn none(account: &str) -> Self {
        Self {
            account: account.to_owned(),
            failures: 0,
            created_at: None,
            expires_at: None,
        }
    }
}

impl Record for Lock {
    fn id(&self) -> &str {
        &self.account
    }

    fn groups(&self) -> Vec<String> {
        let in_force = self.created_at.map(|_| Self::IN_FORCE.to_owned());
        in_force.into_iter().collect()
    }
}
