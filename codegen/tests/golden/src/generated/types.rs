// Generated from spec/vocabulary.yaml and spec/b2b by `cargo xtask generate`. Do not edit.

use stytch_core::wire::{Object, Receive, Slot};

#[cfg(feature = "serialize")]
use serde::Serialize;

/// A language that robots speak.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Language {
    /// `en`: English.
    En,
    /// `pt-br`: Portuguese as spoken in Brazil.
    BrazilianPortuguese,
    /// `tlh`: Klingon.
    #[deprecated(note = "Use `en`; nobody answers.")]
    Tlh,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl Language {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::En => "en",
            Self::BrazilianPortuguese => "pt-br",
            Self::Tlh => "tlh",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for Language {
    fn from(value: &str) -> Self {
        match value {
            "en" => Self::En,
            "pt-br" => Self::BrazilianPortuguese,
            "tlh" => Self::Tlh,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(Language);

/// Where a search goes on.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Paging {
    /// Cursor of the next page; missing on the last one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub next_cursor: Option<String>,
    /// How many robots match in all.
    pub total: u32,
}

#[doc(hidden)]
impl Object for Paging {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "next_cursor" => self.next_cursor.slot(),
            "total" => self.total.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Paging);
