//! Crypto wallets: what they have been given to sign. The wallets themselves stand with their users.

use serde::{Deserialize, Serialize};
use stytch_core::Timestamp;

use super::table::Record;

/// What a wallet was given to sign last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct WalletChallenge {
    /// The wallet, such as `ethereum:0x1f90…`.
    pub(crate) wallet: String,
    pub(crate) challenge: String,
    /// What it says, if it is a Sign In With Ethereum message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) siwe: Option<Siwe>,
    /// A signature that is taken as it is, where there is no key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) signature: Option<String>,
    pub(crate) expires_at: Timestamp,
}

impl Record for WalletChallenge {
    fn id(&self) -> &str {
        &self.wallet
    }
}

/// What stands in a Sign In With Ethereum message (EIP-4361), as far as it is looked at again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Siwe {
    pub(crate) domain: String,
    pub(crate) uri: String,
    pub(crate) chain_id: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) resources: Vec<String>,
    pub(crate) issued_at: Timestamp,
    pub(crate) not_before: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) message_request_id: Option<String>,
}
