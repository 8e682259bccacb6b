//! A project as a document, to be read, edited and given back: seed and export are the same format.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::keys::Keys;
use crate::message::Message;
use crate::rules::settings::Settings;
use crate::state::{
    Intermediate, M2mClient, Member, Organization, Record, Session, State, Table, Token,
};

/// Everything that a project holds. What is missing is empty.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Document {
    #[serde(skip_serializing_if = "Option::is_none")]
    settings: Option<Settings>,
    #[serde(skip_serializing_if = "Option::is_none")]
    keys: Option<Keys>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    organizations: Vec<Organization>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    members: Vec<Member>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sessions: Vec<Session>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    intermediate_sessions: Vec<Intermediate>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tokens: Vec<Token>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    m2m_clients: Vec<M2mClient>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    messages: Vec<Message>,
}

impl Document {
    /// All of a project.
    pub(crate) fn of(state: &State) -> Self {
        let State {
            settings,
            keys,
            organizations,
            members,
            sessions,
            intermediate_sessions,
            tokens,
            m2m_clients,
            messages,
        } = state;
        Self {
            settings: Some((**settings).clone()),
            keys: Some(keys.clone()),
            organizations: all(organizations),
            members: all(members),
            sessions: all(sessions),
            intermediate_sessions: all(intermediate_sessions),
            tokens: all(tokens),
            m2m_clients: all(m2m_clients),
            messages: messages.iter().map(|message| (**message).clone()).collect(),
        }
    }

    /// Adds everything to a project. What has the id of something there takes its place.
    pub(crate) fn add_to(self, state: &mut State) -> Result<(), String> {
        if let Some(settings) = self.settings {
            state.settings = Arc::new(settings);
        }
        if let Some(keys) = self.keys {
            state.keys = keys;
        }
        put(
            "organizations",
            self.organizations,
            &mut state.organizations,
        )?;
        for (number, member) in self.members.iter().enumerate() {
            let id = member.model.organization_id.as_str();
            if state.organizations.get(id).is_none() {
                return Err(format!(
                    "members[{number}].organization_id: no organization {id}"
                ));
            }
        }
        put("members", self.members, &mut state.members)?;
        for (number, session) in self.sessions.iter().enumerate() {
            let id = &session.member_id;
            if state.members.get(id).is_none() {
                return Err(format!("sessions[{number}].member_id: no member {id}"));
            }
        }
        put("sessions", self.sessions, &mut state.sessions)?;
        put(
            "intermediate_sessions",
            self.intermediate_sessions,
            &mut state.intermediate_sessions,
        )?;
        put("tokens", self.tokens, &mut state.tokens)?;
        put("m2m_clients", self.m2m_clients, &mut state.m2m_clients)?;
        for message in self.messages {
            state.messages.push_back_mut(Arc::new(message));
        }
        Ok(())
    }
}

fn all<R: Record>(table: &Table<R>) -> Vec<R> {
    table.iter().map(|record| (**record).clone()).collect()
}

/// Puts records into a table, each with an id and with names that no other one has.
fn put<R: Record>(list: &str, records: Vec<R>, table: &mut Table<R>) -> Result<(), String> {
    for (number, record) in records.into_iter().enumerate() {
        if record.id().is_empty() {
            return Err(format!("{list}[{number}]: no id"));
        }
        for name in record.names() {
            let taken = table.named(&name);
            if taken.is_some_and(|taken| taken.id() != record.id()) {
                return Err(format!("{list}[{number}]: {name} is taken"));
            }
        }
        table.put(record);
    }
    Ok(())
}
