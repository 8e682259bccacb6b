//! What holds of every project, whatever was done in it.

mod factors;
mod leftovers;
mod organizations;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// What an export holds under a name.
pub(crate) fn list<'v>(export: &'v Value, name: &str) -> &'v [Value] {
    let list = export.get(name).and_then(Value::as_array);
    list.map(Vec::as_slice).unwrap_or_default()
}

/// The text of a field, empty if there is none.
pub(crate) fn text<'v>(record: &'v Value, field: &str) -> &'v str {
    record
        .get(field)
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// Makes sure of all of it.
pub(crate) fn check(export: &Value) {
    let found = broken(export);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// All that does not hold of what a project has exported.
pub(crate) fn broken(export: &Value) -> Vec<String> {
    let mut project = Project {
        export,
        broken: Vec::new(),
    };
    project.names_are_unique();
    project.organizations_are_there();
    project.members_are_there();
    project.directories_are_whole();
    project.roles_are_known();
    project.users_are_there();
    project.apps_are_there();
    project.factors_are_whole();
    project.nothing_is_left_behind();
    project.times_are_in_order();
    project.broken
}

struct Project<'v> {
    export: &'v Value,
    broken: Vec<String>,
}

impl<'v> Project<'v> {
    fn rows(&self, table: &str) -> &'v [Value] {
        list(self.export, table)
    }

    fn ids(&self, table: &str, field: &str) -> BTreeSet<&'v str> {
        self.rows(table)
            .iter()
            .map(|row| text(row, field))
            .collect()
    }

    fn members(&self) -> impl Iterator<Item = &'v Value> {
        let members = self.rows("members").iter();
        members.filter(|member| text(member, "status") != "deleted")
    }

    /// Each of these belongs to one thing alone.
    fn unique(&mut self, what: &str, names: impl Iterator<Item = String>) {
        let mut seen = BTreeSet::new();
        for name in names {
            if !seen.insert(name.clone()) {
                self.broken.push(format!("{what} stands twice: {name}"));
            }
        }
    }

    /// What a record points at is there.
    fn belongs(&mut self, table: &str, field: &str, to: &BTreeSet<&str>) {
        for row in self.rows(table) {
            let id = text(row, field);
            if !id.is_empty() && !to.contains(id) {
                self.broken.push(format!("{table}: no {field} {id}: {row}"));
            }
        }
    }

    fn names_are_unique(&mut self) {
        let organizations = self.rows("organizations").iter();
        let slugs = organizations
            .clone()
            .map(|one| text(one, "organization_slug").to_owned());
        self.unique("a slug", slugs);
        let ids = organizations.map(|one| text(one, "organization_external_id"));
        let ids = ids.filter(|id| !id.is_empty()).map(str::to_owned);
        self.unique("an external id of an organization", ids);
        let within = |member: &Value, name: &str| {
            format!(
                "{} {}",
                text(member, "organization_id"),
                name.to_lowercase()
            )
        };
        let addresses = self
            .members()
            .map(|one| within(one, text(one, "email_address")));
        let addresses: Vec<_> = addresses.collect();
        self.unique("an address in an organization", addresses.into_iter());
        let ids = self
            .members()
            .filter(|one| !text(one, "external_id").is_empty());
        let ids: Vec<_> = ids
            .map(|one| within(one, text(one, "external_id")))
            .collect();
        self.unique("an external id of a member", ids.into_iter());
        for (part, fields) in [
            ("emails", &["email"][..]),
            ("phone_numbers", &["phone_number"]),
            (
                "crypto_wallets",
                &["crypto_wallet_type", "crypto_wallet_address"],
            ),
            ("providers", &["provider_type", "provider_subject"]),
        ] {
            let users = self.rows("users").iter();
            let parts = users.flat_map(|user| list(user, part)).map(|one| {
                let texts: Vec<_> = fields.iter().map(|field| text(one, field)).collect();
                texts.join(" ").to_lowercase()
            });
            self.unique(&format!("one of the {part} of users"), parts);
        }
        let ids = self
            .rows("users")
            .iter()
            .map(|user| text(user, "external_id"));
        let ids = ids.filter(|id| !id.is_empty()).map(str::to_owned);
        self.unique("an external id of a user", ids);
        for (table, field) in [
            ("sessions", "token"),
            ("user_sessions", "token"),
            ("passwords", "owner"),
            ("totps", "owner"),
            ("scim_connections", "organization_id"),
            ("webauthn_credentials", "credential_id"),
        ] {
            let rows = self.rows(table).iter();
            let names = rows.map(|one| text(one, field).to_owned());
            self.unique(&format!("{table}: a {field}"), names);
        }
    }

    fn members_are_there(&mut self) {
        let alive: BTreeMap<_, _> = self
            .members()
            .map(|member| (text(member, "member_id"), text(member, "organization_id")))
            .collect();
        for session in self.rows("sessions") {
            let home = alive.get(text(session, "member_id"));
            if home != Some(&text(session, "organization_id")) {
                self.broken
                    .push(format!("a session without a member: {session}"));
            }
        }
        let ids = alive.into_keys().collect();
        let spent = |token: &&Value| token["spent"] == true;
        for token in self.rows("tokens").iter().filter(|token| !spent(token)) {
            let id = text(token, "member_id");
            if !id.is_empty() && !BTreeSet::contains(&ids, id) {
                self.broken
                    .push(format!("a token of a deleted member: {token}"));
            }
        }
        // those who are deleted may come back, and have their passwords then
        let mut owners = self.ids("users", "user_id");
        owners.extend(self.ids("members", "member_id"));
        for table in ["passwords", "totps"] {
            for row in self.rows(table) {
                let owner = text(row, "owner");
                if !owner.starts_with("email:") && !owners.contains(owner) {
                    self.broken.push(format!("{table}: of nobody: {row}"));
                }
            }
        }
    }

    fn users_are_there(&mut self) {
        let ids = self.ids("users", "user_id");
        for table in [
            "user_sessions",
            "webauthn_credentials",
            "webauthn_ceremonies",
            "tokens",
        ] {
            self.belongs(table, "user_id", &ids);
        }
        let users = self.rows("users").iter();
        let shown: BTreeSet<_> = users
            .flat_map(|user| list(user, "webauthn_registrations"))
            .map(|one| text(one, "webauthn_registration_id"))
            .collect();
        let held = self.ids("webauthn_credentials", "id");
        if shown != held {
            self.broken.push(format!(
                "users show the passkeys {shown:?}, and have {held:?}"
            ));
        }
    }

    fn apps_are_there(&mut self) {
        let apps = self.ids("connected_apps", "client_id");
        for table in ["app_consents", "app_tokens"] {
            self.belongs(table, "client_id", &apps);
            let members: BTreeSet<_> = self.members().map(|one| text(one, "member_id")).collect();
            let users = self.ids("users", "user_id");
            for row in self.rows(table) {
                let subject = &row["subject"];
                let (member, user) = (text(subject, "member_id"), text(subject, "user_id"));
                if !members.contains(member) && !users.contains(user) {
                    self.broken.push(format!("{table}: for nobody: {row}"));
                }
            }
        }
    }

    /// Times are all written alike, so that they compare as texts.
    fn times_are_in_order(&mut self) {
        for table in ["sessions", "user_sessions"] {
            for session in self.rows(table) {
                let [started, accessed, ends] =
                    ["started_at", "last_accessed_at", "expires_at"].map(|one| text(session, one));
                if !(started <= accessed && started < ends) {
                    self.broken
                        .push(format!("{table}: out of order: {session}"));
                }
            }
        }
    }
}
