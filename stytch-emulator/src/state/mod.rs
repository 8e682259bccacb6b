//! What a project holds: plain data, without I/O, clock or chance of its own. What the API shows of a
//! thing is the SDK's own model of it; what it keeps to itself stands beside that.

mod apps;
mod belonging;
mod fraud;
mod m2m;
mod members;
mod organizations;
mod providers;
mod scim;
mod secrets;
mod sessions;
mod sso;
mod table;
mod tokens;
mod users;
mod wallets;
mod webauthn;
mod webhooks;

use std::sync::Arc;

use rpds::VectorSync;
use serde::{Deserialize, Serialize};

use crate::keys::Keys;
use crate::message::Message;
use crate::rules::find;
use crate::rules::providers::identity::ProviderIdentity;
use crate::rules::roles::gone;
use crate::rules::scim::{connections as scim_connections, seeded};
use crate::rules::settings::Settings;
use crate::rules::sso::connections;
use crate::rules::totp;
use crate::seed::{Part, Problems};
pub(crate) use apps::{AppConsent, AppRequest, AppSubject, AppToken, AppTokenKind, ConnectedApp};
pub use fraud::Device;
pub(crate) use fraud::{EmailRisk, FraudRule, ReasonOverride, Sighting};
pub(crate) use m2m::M2mClient;
pub(crate) use members::{EmailUpdate, Member};
pub(crate) use organizations::Organization;
pub(crate) use providers::{ProviderAim, ProviderAnswer, ProviderGrant, ProviderLogin};
pub(crate) use scim::{ScimConnection, ScimGroup};
pub(crate) use secrets::{Code, Lock, Password, RecoveryCode, Totp};
pub(crate) use sessions::{Intermediate, Session};
pub(crate) use sso::SsoConnection;
pub(crate) use table::{Change, Record, Table};
pub(crate) use tokens::{Impersonator, Pkce, SpentToken, Token, TokenKind};
pub(crate) use users::{User, UserSession};
pub(crate) use wallets::{Siwe, WalletChallenge};
pub(crate) use webauthn::{Purpose, WebauthnCeremony, WebauthnCredential};
pub use webhooks::{
    WebhookAttempt, WebhookDelivery, WebhookEndpoint, WebhookSecret, WebhookStatus, WebhookTarget,
};

/// Everything that a project holds, as state and as document: a table a line.
macro_rules! tables {
    ($($name:ident: $record:ty,)*) => {
        /// Everything that a project holds. Copies cost next to nothing.
        #[derive(Clone, Debug, Default)]
        pub(crate) struct State {
            pub(crate) settings: Arc<Settings>,
            pub(crate) keys: Arc<Keys>,
            $(pub(crate) $name: Table<$record>,)*
            /// What was sent, oldest first.
            pub(crate) messages: VectorSync<Arc<Message>>,
        }

        impl State {
            /// What has changed since it was that other one.
            pub(crate) fn changes(&mut self, before: &Self) -> Vec<Change> {
                let mut changes = Vec::new();
                if !Arc::ptr_eq(&self.settings, &before.settings) {
                    changes.push(Change::whole("settings", &*self.settings));
                }
                if !Arc::ptr_eq(&self.keys, &before.keys) {
                    changes.push(Change::whole("keys", &*self.keys));
                }
                $(self.$name.changes(stringify!($name), &mut changes);)*
                for number in before.messages.len()..self.messages.len() {
                    let message = self.messages.get(number);
                    changes.extend(message.map(|message| Change::numbered("messages", number, &**message)));
                }
                changes
            }

            /// All of it, as if it had come just now.
            pub(crate) fn everything(&mut self) -> Vec<Change> {
                let mut changes = vec![
                    Change::whole("settings", &*self.settings),
                    Change::whole("keys", &*self.keys),
                ];
                $(self.$name.everything(stringify!($name), &mut changes);)*
                for (number, message) in self.messages.iter().enumerate() {
                    changes.push(Change::numbered("messages", number, &**message));
                }
                changes
            }

            /// Forgets what has changed, where nobody writes it down.
            pub(crate) fn settle(&mut self) {
                $(self.$name.settle();)*
            }

            /// Takes over what was written down as a change.
            pub(crate) fn restore(&mut self, table: &str, json: &str) -> Result<(), String> {
                match table {
                    "settings" => self.settings = read(json)?,
                    "keys" => self.keys = read(json)?,
                    "messages" => self.messages.push_back_mut(read(json)?),
                    $(stringify!($name) => self.$name.restore(json)?,)*
                    other => return Err(format!("no table {other}")),
                }
                Ok(())
            }
        }

        /// Everything that a project holds, to be read, edited and given back: seed and export are the
        /// same format. What is missing is empty.
        #[derive(Debug, Default, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub(crate) struct Document {
            #[serde(skip_serializing_if = "Option::is_none")]
            pub(crate) settings: Option<Settings>,
            #[serde(skip_serializing_if = "Option::is_none")]
            pub(crate) keys: Option<Keys>,
            $(#[serde(skip_serializing_if = "Vec::is_empty")]
            pub(crate) $name: Vec<$record>,)*
            #[serde(skip_serializing_if = "Vec::is_empty")]
            pub(crate) messages: Vec<Message>,
        }

        impl Document {
            /// What it consists of.
            pub(crate) const NAMES: &[&str] =
                &["settings", "keys", $(stringify!($name),)* "messages"];

            /// Reads one of its parts. Whether there is one of this name.
            pub(crate) fn read_part(
                &mut self,
                name: &str,
                part: &Part<'_>,
                problems: &mut Problems,
            ) -> bool {
                match name {
                    "settings" => self.settings = part.one(problems),
                    "keys" => self.keys = part.one(problems),
                    "messages" => self.messages = part.one(problems).unwrap_or_default(),
                    $(stringify!($name) => self.$name = part.records(problems),)*
                    _ => return false,
                }
                true
            }

            /// All of a project.
            pub(crate) fn of(state: &State) -> Self {
                Self {
                    settings: Some((*state.settings).clone()),
                    keys: Some((*state.keys).clone()),
                    $($name: state.$name.iter().map(|record| (**record).clone()).collect(),)*
                    messages: state.messages.iter().map(|message| (**message).clone()).collect(),
                }
            }

            /// Adds everything to a state. What has the id of something there takes its place.
            pub(super) fn put_into(self, state: &mut State) -> Result<(), String> {
                if let Some(settings) = self.settings {
                    state.settings = Arc::new(settings);
                }
                if let Some(keys) = self.keys {
                    state.keys = Arc::new(keys);
                }
                $(state.$name.put_all(stringify!($name), self.$name)?;)*
                for message in self.messages {
                    state.messages.push_back_mut(Arc::new(message));
                }
                Ok(())
            }
        }
    };
}

tables! {
    organizations: Organization,
    members: Member,
    sessions: Session,
    intermediate_sessions: Intermediate,
    tokens: Token,
    codes: Code,
    passwords: Password,
    totps: Totp,
    locks: Lock,
    users: User,
    user_sessions: UserSession,
    m2m_clients: M2mClient,
    sso_connections: SsoConnection,
    identities: ProviderIdentity,
    provider_logins: ProviderLogin,
    webhook_endpoints: WebhookEndpoint,
    webhook_deliveries: WebhookDelivery,
    provider_grants: ProviderGrant,
    webauthn_credentials: WebauthnCredential,
    webauthn_ceremonies: WebauthnCeremony,
    connected_apps: ConnectedApp,
    app_consents: AppConsent,
    app_tokens: AppToken,
    app_requests: AppRequest,
    wallet_challenges: WalletChallenge,
    scim_connections: ScimConnection,
    scim_groups: ScimGroup,
    devices: Device,
    fraud_rules: FraudRule,
    reason_overrides: ReasonOverride,
    sightings: Sighting,
    email_risks: EmailRisk,
}

impl Document {
    /// Adds everything to a state, and makes sure that what belongs to something belongs to something
    /// that is there.
    ///
    /// # Errors
    /// What does not fit, and where it stands. The state is of no use then.
    pub(crate) fn add_to(mut self, state: &mut State) -> Result<(), String> {
        if let Some(settings) = self.settings.take() {
            state.settings = Arc::new(settings);
            gone::settle(state);
        }
        let organizations = std::mem::take(&mut self.organizations);
        let ids: Vec<_> = organizations
            .iter()
            .map(|one| one.id().to_owned())
            .collect();
        belonging::check_rules(state, &organizations)?;
        state
            .organizations
            .put_all("organizations", organizations)?;
        for id in ids {
            gone::settle_in(state, &id);
        }
        for member in &mut self.members {
            // people write the slug
            let name = member.model.organization_id.as_str();
            let found = find::organization(state, name);
            let found = found.map_err(|_| format!("members: no organization {name}"))?;
            member.model.organization_id = found.model.organization_id.clone();
            belonging::check_roles(state, &found, &member.assigned_roles)?;
        }
        for user in &self.users {
            belonging::check_roles_of_user(state, &user.assigned_roles)?;
        }
        for connection in &mut self.sso_connections {
            let name = connection.organization_id();
            let found = find::organization(state, name);
            let found = found.map_err(|_| format!("sso_connections: no organization {name}"))?;
            connection.set_organization_id(&found.model.organization_id);
        }
        for connection in &mut self.scim_connections {
            let name = connection.model.organization_id.as_str();
            let found = find::organization(state, name);
            let found = found.map_err(|_| format!("scim_connections: no organization {name}"))?;
            connection.model.organization_id = found.model.organization_id.clone();
        }
        let groups = std::mem::take(&mut self.scim_groups);
        self.put_into(state)?;
        seeded::settle(state, groups)?;
        totp::settle(state);
        let organizations: Vec<_> = state.organizations.iter().cloned().collect();
        for organization in organizations {
            if let Some(missing) = connections::missing(state, &organization.model) {
                let id = organization.id();
                return Err(format!("organizations: {id} has no connection {missing}"));
            }
            connections::settle(state, organization.id());
            scim_connections::settle(state, organization.id());
        }
        belonging::check(state)
    }
}

fn read<T: serde::de::DeserializeOwned>(json: &str) -> Result<Arc<T>, String> {
    let value = serde_json::from_str(json);
    value.map(Arc::new).map_err(|error| error.to_string())
}
