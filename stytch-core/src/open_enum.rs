//! Enums that keep values they don't know.

/// Gives an enum its behaviour. The enum has `fn as_str(&self) -> &str`, `From<&str>` and a last
/// variant `Unknown(String)` that keeps what the API sent when it is none of the others.
///
/// Values are equal, ordered and hashed as their texts are, so that a value that was `Unknown` to an
/// older version is the same key as its variant in a newer one, and a map can be asked with a text.
#[doc(hidden)]
#[macro_export]
macro_rules! open_enum {
    ($($name:ident),+ $(,)?) => {$(
        impl ::std::default::Default for $name {
            fn default() -> Self {
                Self::Unknown(::std::string::String::new())
            }
        }

        impl ::std::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl ::std::cmp::Eq for $name {}

        impl ::std::cmp::PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> ::std::option::Option<::std::cmp::Ordering> {
                ::std::option::Option::Some(::std::cmp::Ord::cmp(self, other))
            }
        }

        impl ::std::cmp::Ord for $name {
            fn cmp(&self, other: &Self) -> ::std::cmp::Ordering {
                self.as_str().cmp(other.as_str())
            }
        }

        impl ::std::hash::Hash for $name {
            fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
                self.as_str().hash(state);
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            fn from(value: ::std::string::String) -> Self {
                Self::from(value.as_str())
            }
        }

        impl ::std::convert::From<$name> for ::std::string::String {
            fn from(value: $name) -> Self {
                match value {
                    $name::Unknown(value) => value,
                    known => Self::from(known.as_str()),
                }
            }
        }

        $crate::like_text!($name);

        #[doc(hidden)]
        impl $crate::wire::Receive for $name {
            fn slot(&mut self) -> $crate::wire::Slot<'_> {
                $crate::wire::Slot::Text(self)
            }
        }

        #[doc(hidden)]
        impl $crate::wire::Text for $name {
            fn set(&mut self, text: &str) -> ::std::result::Result<(), &'static str> {
                *self = Self::from(text);
                ::std::result::Result::Ok(())
            }

            fn is_empty(&self) -> bool {
                self.as_str().is_empty()
            }
        }
    )+};
}
