//! The vendor's names for what went wrong.

mod meaning;
mod names;

pub(crate) use meaning::Meaning;
pub use names::ErrorType;

/// Declares the enum, its wire names and the way back, each name written once.
macro_rules! error_types {
    ($($(#[doc = $docs:literal])+ $variant:ident = $wire:literal,)+) => {
        /// The vendor's name for what went wrong.
        ///
        /// The service has more of them than are listed, and adds new ones: compare with a text
        /// where there is no variant.
        ///
        /// ```
        /// use stytch_core::ErrorType;
        ///
        /// assert_eq!(ErrorType::SessionNotFound, "session_not_found");
        /// assert_eq!(ErrorType::from("brand_new").as_str(), "brand_new");
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ErrorType {
            $($(#[doc = $docs])+ $variant,)+
            /// A name that this version does not list, as the service sent it.
            Unknown(String),
        }

        impl ErrorType {
            /// The name as the service writes it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)+
                    Self::Unknown(name) => name,
                }
            }

            #[cfg(test)]
            pub(in crate::error) const LISTED: &[Self] = &[$(Self::$variant,)+];
        }

        impl From<&str> for ErrorType {
            fn from(name: &str) -> Self {
                match name {
                    $($wire => Self::$variant,)+
                    other => Self::Unknown(other.to_owned()),
                }
            }
        }
    };
}

use error_types;

crate::open_enum!(ErrorType);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_back_to_its_variant() {
        for error_type in ErrorType::LISTED {
            assert_eq!(ErrorType::from(error_type.as_str()), *error_type);
        }
    }
}
