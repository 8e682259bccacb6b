//! Nothing is left behind of those who are gone.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Project, list, text};

impl<'v> Project<'v> {
    /// What was sent to somebody, and what is remembered of somebody, goes with whom it was about.
    pub(super) fn nothing_is_left_behind(&mut self) {
        let organizations = self.ids("organizations", "organization_id");
        let alive: BTreeSet<_> = self.members().map(|one| text(one, "member_id")).collect();
        let reached = self.reached_by();
        for code in self.rows("codes") {
            let opens = text(code, "opens");
            let (kind, rest) = opens.split_once(':').unwrap_or_default();
            let id = rest.split(':').next().unwrap_or_default();
            let is_somebodys = match kind {
                "sms" => alive.contains(id),
                "email" => organizations.contains(id),
                "user" => reached.contains(id),
                // an address, whoever has it
                _ => kind == "discovery",
            };
            if !is_somebodys {
                self.broken.push(format!("a code to nobody: {code}"));
            }
        }
        let mut people = self.ids("users", "user_id");
        people.extend(self.ids("members", "member_id"));
        self.belongs("sightings", "person", &people);
        for lock in self.rows("locks") {
            let account = text(lock, "account");
            if !account.starts_with("email:") && !people.contains(account) {
                self.broken.push(format!("nobody is locked out: {lock}"));
            }
        }
        let wallets = self.wallets();
        for challenge in self.rows("wallet_challenges") {
            if !wallets.contains(&text(challenge, "wallet").to_lowercase()) {
                let message = format!("a challenge to nobody's wallet: {challenge}");
                self.broken.push(message);
            }
        }
        let connections = self.ids("sso_connections", "connection_id");
        for grant in self.rows("provider_grants") {
            let place = text(grant, "account").split(':').next().unwrap_or_default();
            if place.contains("-connection-") && !connections.contains(place) {
                let message = format!("a grant over no connection: {grant}");
                self.broken.push(message);
            }
        }
        for member in self.rows("members") {
            if text(member, "status") == "deleted" && member.get("email_update").is_some() {
                self.broken.push(format!("gone, and moving: {member}"));
            }
        }
    }

    /// The ids of addresses and numbers of users.
    fn reached_by(&self) -> BTreeSet<&'v str> {
        let users = self.rows("users").iter();
        users
            .flat_map(|user| {
                let emails = list(user, "emails").iter();
                let emails = emails.map(|one| text(one, "email_id"));
                let numbers = list(user, "phone_numbers").iter();
                emails.chain(numbers.map(|one| text(one, "phone_id")))
            })
            .collect()
    }

    /// The wallets of users.
    fn wallets(&self) -> BTreeSet<String> {
        let users = self.rows("users").iter();
        let wallets = users.flat_map(|user| list(user, "crypto_wallets"));
        let name = |wallet: &Value| {
            let [kind, address] =
                ["crypto_wallet_type", "crypto_wallet_address"].map(|field| text(wallet, field));
            format!("{kind}:{address}").to_lowercase()
        };
        wallets.map(name).collect()
    }
}
