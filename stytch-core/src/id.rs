//! Ids as types of their own.

/// Gives an id type its behaviour. Call it in the module that declares
/// `#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)] pub struct Name(String);`.
///
/// An id is taken as it comes: its prefix is not checked, so that a new form of id never breaks an
/// app. An id prints as its text; ids are not secret.
#[doc(hidden)]
#[macro_export]
macro_rules! id {
    ($($name:ident),+ $(,)?) => {$(
        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The id as owned text.
            #[must_use]
            pub fn into_string(self) -> ::std::string::String {
                self.0
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::wire::debug_id(f, ::std::stringify!($name), &self.0)
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            fn from(id: ::std::string::String) -> Self {
                Self(id)
            }
        }

        impl ::std::convert::From<$name> for ::std::string::String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl ::std::convert::From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(::std::string::String::from(id))
            }
        }

        $crate::like_text!($name);

        #[doc(hidden)]
        impl $crate::wire::Receive for $name {
            fn slot(&mut self) -> $crate::wire::Slot<'_> {
                $crate::wire::Slot::String(&mut self.0)
            }
        }
    )+};
}
