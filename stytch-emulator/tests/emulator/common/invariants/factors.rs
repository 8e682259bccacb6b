//! What people log in with is theirs alone, and what their sessions say they have shown is there.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Project, list, text};

/// The lists of what a user has, each with the field that names one of it.
const LISTS: [(&str, &str); 6] = [
    ("emails", "email_id"),
    ("phone_numbers", "phone_id"),
    ("webauthn_registrations", "webauthn_registration_id"),
    ("biometric_registrations", "biometric_registration_id"),
    ("providers", "oauth_user_registration_id"),
    ("crypto_wallets", "crypto_wallet_id"),
];

/// The fields by which factors of sessions name such a thing.
const NAMED: [(&str, &str); 5] = [
    ("email_factor", "email_id"),
    ("phone_number_factor", "phone_id"),
    ("webauthn_factor", "webauthn_registration_id"),
    ("biometric_factor", "biometric_registration_id"),
    ("crypto_wallet_factor", "crypto_wallet_id"),
];

/// The ids of what a user has.
fn held(user: &Value) -> impl Iterator<Item = &str> {
    let lists = LISTS.into_iter();
    lists.flat_map(|(name, field)| list(user, name).iter().map(move |one| text(one, field)))
}

impl<'v> Project<'v> {
    pub(super) fn factors_are_whole(&mut self) {
        let users = self.rows("users").iter();
        let ids = users.flat_map(held).map(str::to_owned);
        self.unique("what a user has", ids);
        let numbers = self
            .members()
            .filter(|one| !text(one, "mfa_phone_number").is_empty())
            .map(|one| {
                let [home, number] =
                    ["organization_id", "mfa_phone_number"].map(|field| text(one, field));
                format!("{home} {number}")
            });
        let numbers: Vec<_> = numbers.collect();
        self.unique("a number in an organization", numbers.into_iter());
        self.retired_addresses_are_free();
        self.apps_of_members_are_shown();
        self.sessions_of_users_rest_on_what_is_there();
        self.logins_over_connections_rest_on_what_is_there();
    }

    /// An address that somebody has had is nobody else's.
    fn retired_addresses_are_free(&mut self) {
        let name = |home: &str, address: &str| format!("{home} {}", address.to_lowercase());
        let mut owners = BTreeMap::new();
        let members: Vec<_> = self.members().collect();
        for member in &members {
            let [home, address] =
                ["organization_id", "email_address"].map(|field| text(member, field));
            owners.insert(name(home, address), text(member, "member_id"));
        }
        for member in members {
            for retired in list(member, "retired_email_addresses") {
                let [home, id] = ["organization_id", "member_id"].map(|field| text(member, field));
                let address = name(home, text(retired, "email_address"));
                let owner = *owners.entry(address.clone()).or_insert(id);
                if owner != id {
                    self.broken
                        .push(format!("{address} is of {owner}, and was of {id}"));
                }
            }
        }
    }

    /// Members show the authenticator app that they have.
    fn apps_of_members_are_shown(&mut self) {
        let confirmed = self.rows("totps").iter();
        let confirmed = confirmed.filter(|totp| totp["is_verified"] == true);
        let held: BTreeMap<_, _> = confirmed
            .map(|totp| (text(totp, "owner"), text(totp, "id")))
            .collect();
        for member in self.rows("members") {
            let shown = text(member, "totp_registration_id");
            let has = held.get(text(member, "member_id")).copied();
            if shown != has.unwrap_or_default() {
                self.broken
                    .push(format!("has the app {has:?}, and shows another: {member}"));
            }
        }
    }

    /// A factor that is taken off a user leaves the sessions.
    fn sessions_of_users_rest_on_what_is_there(&mut self) {
        let owned = |table: &str| -> BTreeSet<&'v str> {
            let rows = self.rows(table).iter();
            rows.map(|row| text(row, "owner")).collect()
        };
        let (passwords, apps) = (owned("passwords"), owned("totps"));
        let users: BTreeMap<_, BTreeSet<_>> = self
            .rows("users")
            .iter()
            .map(|user| (text(user, "user_id"), held(user).collect()))
            .collect();
        for session in self.rows("user_sessions") {
            let user = text(session, "user_id");
            let Some(held) = users.get(user) else {
                continue;
            };
            for factor in list(session, "factors") {
                let is_there = match text(factor, "type") {
                    "password" => passwords.contains(user),
                    "totp" | "recovery_codes" => apps.contains(user),
                    "oauth" => account(factor).is_none_or(|id| held.contains(id)),
                    _ => NAMED.iter().all(|(place, field)| {
                        let id = text(&factor[*place], field);
                        id.is_empty() || held.contains(id)
                    }),
                };
                if !is_there {
                    self.broken.push(format!(
                        "logged in with what is gone: {factor} in {session}"
                    ));
                }
            }
        }
    }

    /// With a connection go the logins over it.
    fn logins_over_connections_rest_on_what_is_there(&mut self) {
        let connections = self.ids("sso_connections", "connection_id");
        for table in ["sessions", "intermediate_sessions"] {
            for session in self.rows(table) {
                for factor in list(session, "factors") {
                    let mut named = ["saml_sso_factor", "oidc_sso_factor"]
                        .into_iter()
                        .map(|place| text(&factor[place], "provider_id"))
                        .filter(|id| !id.is_empty());
                    if named.any(|id| !connections.contains(id)) {
                        self.broken
                            .push(format!("over a connection that is gone: {session}"));
                    }
                }
            }
        }
    }
}

/// The account at a provider that a factor is about.
fn account(factor: &Value) -> Option<&str> {
    let places = factor.as_object()?.iter();
    let mut accounts = places.filter(|(place, _)| place.ends_with("_oauth_factor"));
    accounts.find_map(|(_, account)| account.get("id")?.as_str())
}
