//! Users of the consumer API, and their sessions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use stytch_consumer::authentication_factors::AuthenticationFactor;
use stytch_consumer::{Attributes, JsonObject, Timestamp, users};

use super::table::Record;
use crate::rules::wallet::Wallet;

/// A user. Passwords, authenticator apps and locks stand in tables of their own, and are added where the
/// user is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct User {
    #[serde(flatten)]
    pub(crate) model: users::User,
    /// The roles that were given to the user; the one that all users have is added where the user is
    /// shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) assigned_roles: Vec<String>,
    /// Addresses and numbers, by their ids, that are taken off the user again unless they are proven by
    /// then.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) kept_until: BTreeMap<String, Timestamp>,
}

impl User {
    /// The group of all users with something that is taken off them unless it is proven.
    pub(crate) const TO_PROVE: &str = "to prove";

    pub(crate) fn named_by_email(email: &str) -> String {
        format!("email:{}", email.to_lowercase())
    }

    pub(crate) fn named_by_phone_number(number: &str) -> String {
        format!("phone:{number}")
    }

    pub(crate) fn named_by_external_id(id: &str) -> String {
        format!("external:{id}")
    }

    /// The name that a user has by each address, number, key, wallet and so on.
    pub(crate) fn named_by_factor(id: &str) -> String {
        format!("factor:{id}")
    }

    /// The name that a user has by an account at a provider.
    pub(crate) fn named_by_account(provider_type: &str, subject: &str) -> String {
        format!("account:{provider_type}:{subject}")
    }

    /// The name that a user has by a wallet, whose own name it is.
    pub(crate) fn named_by_wallet(wallet: &str) -> String {
        format!("wallet:{wallet}")
    }

    /// The name of a wallet; `None` if its address is none.
    pub(crate) fn wallet_name(wallet: &users::CryptoWallet) -> Option<String> {
        let read = Wallet::read(&wallet.crypto_wallet_type, &wallet.crypto_wallet_address);
        read.ok().map(|wallet| wallet.name())
    }

    pub(crate) fn wallet_names(&self) -> impl Iterator<Item = String> {
        self.model
            .crypto_wallets
            .iter()
            .filter_map(Self::wallet_name)
    }

    /// The ids of what a user has, in a list, to log in with.
    pub(crate) fn factor_ids(&self) -> Vec<&str> {
        let model = &self.model;
        let mut ids = Vec::new();
        ids.extend(model.emails.iter().map(|one| one.email_id.as_str()));
        ids.extend(model.phone_numbers.iter().map(|one| one.phone_id.as_str()));
        let keys = &model.webauthn_registrations;
        ids.extend(keys.iter().map(|one| one.webauthn_registration_id.as_str()));
        let devices = &model.biometric_registrations;
        ids.extend(
            devices
                .iter()
                .map(|one| one.biometric_registration_id.as_str()),
        );
        let providers = &model.providers;
        ids.extend(
            providers
                .iter()
                .map(|one| one.oauth_user_registration_id.as_str()),
        );
        let wallets = &model.crypto_wallets;
        ids.extend(wallets.iter().map(|one| one.crypto_wallet_id.as_str()));
        ids
    }
}

impl Record for User {
    fn models(_given: &Map<String, Value>) -> &'static [(&'static str, &'static str)] {
        &[("", "consumer.users.User")]
    }

    fn id(&self) -> &str {
        self.model.user_id.as_str()
    }

    fn names(&self) -> Vec<String> {
        let emails = self.model.emails.iter();
        let numbers = self.model.phone_numbers.iter();
        let external = self.model.external_id.as_deref();
        emails
            .map(|email| Self::named_by_email(&email.email))
            .chain(numbers.map(|number| Self::named_by_phone_number(&number.phone_number)))
            .chain(external.map(Self::named_by_external_id))
            .chain(self.wallet_names().map(|name| Self::named_by_wallet(&name)))
            .chain(self.factor_ids().into_iter().map(Self::named_by_factor))
            .chain(
                self.model
                    .providers
                    .iter()
                    .map(|one| Self::named_by_account(&one.provider_type, &one.provider_subject)),
            )
            .collect()
    }

    fn groups(&self) -> Vec<String> {
        match self.kept_until.is_empty() {
            true => Vec::new(),
            false => vec![Self::TO_PROVE.to_owned()],
        }
    }
}

/// The session of a user.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct UserSession {
    pub(crate) id: String,
    pub(crate) token: String,
    pub(crate) user_id: String,
    pub(crate) started_at: Timestamp,
    pub(crate) last_accessed_at: Timestamp,
    pub(crate) expires_at: Timestamp,
    pub(crate) factors: Vec<AuthenticationFactor>,
    #[serde(default)]
    pub(crate) attributes: Attributes,
    #[serde(default, skip_serializing_if = "JsonObject::is_empty")]
    pub(crate) custom_claims: JsonObject,
}

impl UserSession {
    pub(crate) fn listed_by_user(user_id: &str) -> String {
        format!("user:{user_id}")
    }
}

impl Record for UserSession {
    fn models(_given: &Map<String, Value>) -> &'static [(&'static str, &'static str)] {
        &[(
            "factors",
            "consumer.authentication_factors.AuthenticationFactor",
        )]
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn names(&self) -> Vec<String> {
        vec![super::Session::named_by_token(&self.token)]
    }

    fn groups(&self) -> Vec<String> {
        vec![Self::listed_by_user(&self.user_id)]
    }
}
