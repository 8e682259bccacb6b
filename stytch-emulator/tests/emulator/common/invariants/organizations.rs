//! Organizations, with their members and what comes from identity providers.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Project, list, text};

impl<'v> Project<'v> {
    pub(super) fn organizations_are_there(&mut self) {
        let ids = self.ids("organizations", "organization_id");
        for table in [
            "members",
            "sessions",
            "intermediate_sessions",
            "sso_connections",
            "scim_connections",
        ] {
            self.belongs(table, "organization_id", &ids);
        }
        let connections = self.ids("sso_connections", "connection_id");
        self.belongs("organizations", "sso_default_connection_id", &connections);
        for organization in self.rows("organizations") {
            let id = text(organization, "organization_id");
            let held = self.rows("sso_connections").iter();
            let held: BTreeSet<_> = held
                .filter(|one| text(one, "organization_id") == id && text(one, "status") == "active")
                // those of others are not shown
                .filter(|one| text(one, "kind") != "external")
                .map(|one| text(one, "connection_id"))
                .collect();
            let shown = list(organization, "sso_active_connections").iter();
            let shown: BTreeSet<_> = shown.map(|one| text(one, "connection_id")).collect();
            if held != shown {
                self.broken
                    .push(format!("{id} shows {shown:?}, and has {held:?}"));
            }
            let usual = text(organization, "sso_default_connection_id");
            if !usual.is_empty() && !held.contains(usual) {
                self.broken.push(format!("{id} takes {usual} by default"));
            }
            let listed = list(organization, "sso_jit_provisioning_allowed_connections").iter();
            let own = self.rows("sso_connections").iter();
            let own: BTreeSet<_> = own
                .filter(|one| text(one, "organization_id") == id)
                .map(|one| text(one, "connection_id"))
                .collect();
            for listed in listed.filter_map(Value::as_str) {
                if !own.contains(listed) {
                    self.broken.push(format!("{id} lists {listed}"));
                }
            }
        }
    }

    /// Whoever came over SCIM, and every group, belongs to the connection of the organization.
    pub(super) fn directories_are_whole(&mut self) {
        let ids = self.ids("organizations", "organization_id");
        for table in ["scim_connections", "scim_groups"] {
            self.belongs(table, "organization_id", &ids);
        }
        let connections = self.ids("scim_connections", "connection_id");
        self.belongs("scim_groups", "connection_id", &connections);
        for organization in self.rows("organizations") {
            let id = text(organization, "organization_id");
            let held = self.rows("scim_connections").iter();
            let held = held.filter(|one| text(one, "organization_id") == id);
            let held: Vec<_> = held.map(|one| text(one, "connection_id")).collect();
            let shown = organization.get("scim_active_connection").into_iter();
            let shown: Vec<_> = shown.map(|one| text(one, "connection_id")).collect();
            if held != shown {
                self.broken
                    .push(format!("{id} shows {shown:?}, and has {held:?}"));
            }
        }
        let registrations: BTreeMap<_, _> = self
            .rows("members")
            .iter()
            .filter_map(|member| {
                let registration = member.get("scim_registration")?;
                Some((
                    text(member, "member_id"),
                    text(registration, "connection_id"),
                ))
            })
            .collect();
        for (member, connection) in &registrations {
            if !connections.contains(connection) {
                self.broken
                    .push(format!("{member}: no connection {connection}"));
            }
        }
        for group in self.rows("scim_groups") {
            let connection = text(group, "connection_id");
            let members = list(group, "members").iter().filter_map(Value::as_str);
            let strangers = members.filter(|id| registrations.get(id) != Some(&connection));
            for stranger in strangers {
                self.broken
                    .push(format!("a stranger in a group: {stranger} in {group}"));
            }
        }
    }

    /// Nobody has a role that there is not.
    pub(super) fn roles_are_known(&mut self) {
        let settings = &self.export["settings"];
        let of = |policy: &'v Value| -> BTreeSet<&'v str> {
            let roles = list(policy, "roles").iter();
            roles.map(|role| text(role, "role_id")).collect()
        };
        let project = of(&settings["policy"]);
        let mut known = BTreeMap::new();
        for organization in self.rows("organizations") {
            let own = list(organization, "custom_roles").iter();
            let mut roles = project.clone();
            roles.extend(own.map(|role| text(role, "role_id")));
            known.insert(text(organization, "organization_id"), roles);
        }
        let assigned = |record: &'v Value| {
            let roles = list(record, "assigned_roles").iter();
            roles.filter_map(Value::as_str)
        };
        for member in self.rows("members") {
            let known = known.get(text(member, "organization_id"));
            for role in assigned(member) {
                if !known.is_some_and(|known| known.contains(role)) {
                    self.broken.push(format!("no role {role}: {member}"));
                }
            }
        }
        let known = of(&settings["user_policy"]);
        for user in self.rows("users") {
            for role in assigned(user).filter(|role| !known.contains(role)) {
                self.broken.push(format!("no role {role}: {user}"));
            }
        }
        let groups = self.ids("scim_groups", "group_id");
        for connection in self.rows("scim_connections") {
            for assignment in list(connection, "scim_group_implicit_role_assignments") {
                if !groups.contains(text(assignment, "group_id")) {
                    let message = format!("a role of a group that is gone: {connection}");
                    self.broken.push(message);
                }
            }
        }
    }
}
