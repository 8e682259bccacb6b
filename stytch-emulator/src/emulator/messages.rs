//! What was sent to people, for tests.

use std::time::Duration;

use crate::message::Message;
use crate::shared::Shared;

/// What was sent to people.
#[derive(Clone, Debug)]
pub struct Messages<'e> {
    pub(super) shared: &'e Shared,
    pub(super) to: Option<String>,
}

impl Messages<'_> {
    /// Those to one address or number.
    #[must_use]
    pub fn to(mut self, recipient: impl Into<String>) -> Self {
        self.to = Some(recipient.into());
        self
    }

    /// All of them, oldest first.
    #[must_use]
    pub fn all(&self) -> Vec<Message> {
        let state = self.shared.own_project().state();
        let messages = state.messages.iter().map(|message| (**message).clone());
        messages
            .filter(|message| self.to.as_ref().is_none_or(|to| *to == message.to))
            .collect()
    }

    /// The newest; if there is none yet, the first that comes within this time.
    pub async fn next_within(&self, limit: Duration) -> Option<Message> {
        let mut changes = self.shared.own_project().watch_messages();
        let newest = async {
            loop {
                if let Some(message) = self.all().pop() {
                    return Some(message);
                }
                changes.changed().await.ok()?;
            }
        };
        tokio::time::timeout(limit, newest).await.ok().flatten()
    }
}
