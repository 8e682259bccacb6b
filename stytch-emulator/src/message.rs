//! What the service sends to people.

use serde::{Deserialize, Serialize};
use stytch_core::Timestamp;

/// A mail or a text. What it lacks is null.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Message {
    /// Its id, unique in the project.
    pub id: String,
    /// When it was sent, by the emulator's clock.
    pub at: Timestamp,
    /// How it travels.
    pub channel: Channel,
    /// The address or the number.
    pub to: String,
    /// What it is for, such as `login` or `invite`.
    pub kind: String,
    /// The subject of a mail.
    pub subject: Option<String>,
    /// What it says.
    pub text: String,
    /// The link to follow.
    pub link: Option<String>,
    /// The token in the link.
    pub token: Option<String>,
    /// A link to log in without the password that the mail is about.
    #[serde(default)]
    pub login_link: Option<String>,
    /// The token in that link.
    #[serde(default)]
    pub login_token: Option<String>,
    /// The code to type.
    pub code: Option<String>,
    /// The language that was asked for, such as `pt-br`. What the message says is English all the same.
    #[serde(default)]
    pub locale: Option<String>,
    /// The template that was asked for. It changes nothing about what the message says.
    #[serde(default)]
    pub template_id: Option<String>,
}

/// How a message travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Channel {
    /// A mail.
    Email,
    /// A text message.
    Sms,
    /// A message over WhatsApp.
    Whatsapp,
}
