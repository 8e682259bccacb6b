//! Text that must not be seen.

use std::fmt;

use serde::{Deserialize, Deserializer};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::wire::{Item, Receive, Slot, Text, Write};

/// Text that grants access: a token, a JWT, a password, a code, a client secret, a private key.
///
/// It prints as `Secret(***)`, has no `Display`, compares in a time that depends on the length
/// alone, and overwrites its memory when dropped. [`expose`](Self::expose) is the one way to read
/// it, so that a search for that word finds every place where a secret leaves its cover.
///
/// Copies made on the way are beyond its reach: a `&str` or `String` it was cloned from, and the
/// buffers of the HTTP client.
///
/// ```
/// # use stytch_core::Secret;
/// let token = Secret::from("mZAYn5aLEqKUlZ_Ad9U_fWr38GaAQ1oFAhT8ds245v7Q");
/// assert_eq!(format!("{token:?}"), "Secret(***)");
/// assert_eq!(token.expose().len(), 44);
/// ```
///
/// It does not serialize either, unless the feature `serialize` is on, which passes on what was
/// received:
///
#[cfg_attr(not(feature = "serialize"), doc = "```compile_fail,E0277")]
#[cfg_attr(feature = "serialize", doc = "```")]
/// # use stytch_core::Secret;
/// # let token = Secret::from("hunter2");
/// let line = serde_json::json!({ "token": token });
/// ```
///
/// ```
/// # use stytch_core::Secret;
/// # let token = Secret::from("hunter2");
/// let line = serde_json::json!({ "token": token.expose() });
/// assert_eq!(line["token"], "hunter2");
/// ```
#[derive(Clone, Default)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// The text itself. Pass it on; don't log it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether there is no text at all, as in a response that carries no token.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(***)")
    }
}

/// Compares in constant time, except that texts of different lengths differ at once.
impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl Eq for Secret {}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<&String> for Secret {
    fn from(text: &String) -> Self {
        Self::from(text.clone())
    }
}

impl From<&Self> for Secret {
    fn from(secret: &Self) -> Self {
        secret.clone()
    }
}

#[doc(hidden)]
impl Receive for Secret {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Text(self)
    }
}

#[doc(hidden)]
impl Text for Secret {
    fn set(&mut self, text: &str) -> Result<(), &'static str> {
        *self = Self::from(text);
        Ok(())
    }

    fn is_empty(&self) -> bool {
        Self::is_empty(self)
    }
}

#[doc(hidden)]
impl Write for Secret {
    fn item(&self) -> Item<'_> {
        Item::Str(self.expose())
    }
}

/// Writes the text itself, so that what was received can be passed on. Requests need it not: a call
/// writes them in a way of its own.
#[cfg(feature = "serialize")]
impl serde::Serialize for Secret {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}
