//! What a project holds: plain data, without I/O, clock or chance of its own. What the API shows of a
//! thing is the SDK's own model of it; what it keeps to itself stands beside that.

mod m2m;
mod members;
mod organizations;
mod sessions;
mod table;
mod tokens;

use std::sync::Arc;

use rpds::VectorSync;

use crate::keys::Keys;
use crate::message::Message;
use crate::rules::settings::Settings;

pub(crate) use m2m::M2mClient;
pub(crate) use members::Member;
pub(crate) use organizations::Organization;
pub(crate) use sessions::{Intermediate, Session};
pub(crate) use table::{Record, Table};
pub(crate) use tokens::{Pkce, SpentToken, Token, TokenKind};

/// Everything that a project holds. Copies cost next to nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    pub(crate) settings: Arc<Settings>,
    pub(crate) keys: Keys,
    pub(crate) organizations: Table<Organization>,
    pub(crate) members: Table<Member>,
    pub(crate) sessions: Table<Session>,
    pub(crate) intermediate_sessions: Table<Intermediate>,
    pub(crate) tokens: Table<Token>,
    pub(crate) m2m_clients: Table<M2mClient>,
    /// What was sent, oldest first.
    pub(crate) messages: VectorSync<Arc<Message>>,
}
