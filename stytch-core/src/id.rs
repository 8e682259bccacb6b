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

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(&self.0)
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

        impl ::std::convert::From<&::std::string::String> for $name {
            fn from(id: &::std::string::String) -> Self {
                Self(::std::clone::Clone::clone(id))
            }
        }

        impl ::std::convert::From<&Self> for $name {
            fn from(id: &Self) -> Self {
                ::std::clone::Clone::clone(id)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(id: &str) -> ::std::result::Result<Self, Self::Err> {
                ::std::result::Result::Ok(Self::from(id))
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl ::std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        $crate::compare_with_text!($name);

        #[doc(hidden)]
        impl $crate::wire::Receive for $name {
            fn slot(&mut self) -> $crate::wire::Slot<'_> {
                $crate::wire::Slot::String(&mut self.0)
            }
        }

        #[doc(hidden)]
        impl $crate::wire::Write for $name {
            fn item(&self) -> $crate::wire::Item<'_> {
                $crate::wire::Item::Str(&self.0)
            }
        }

        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::wire::string(deserializer).map(Self)
            }
        }
    )+};
}

#[cfg(test)]
#[allow(unreachable_pub, reason = "declared as generated code does it")]
mod tests {
    use std::collections::HashMap;

    #[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub struct OrganizationId(String);
    crate::id!(OrganizationId);

    #[test]
    fn prints_its_text() {
        let id = OrganizationId::from("organization-test-1");
        assert_eq!(id.to_string(), "organization-test-1");
        assert_eq!(format!("{id:?}"), "OrganizationId(\"organization-test-1\")");
        assert_eq!(format!("{id:>22}|"), "   organization-test-1|");
    }

    #[test]
    fn comes_from_and_compares_with_text() {
        let id: OrganizationId = "a".parse().unwrap();
        assert_eq!(id, OrganizationId::from(&id));
        assert_eq!(id, OrganizationId::from(String::from("a")));
        assert_eq!(id, OrganizationId::from(&String::from("a")));
        assert_eq!(id, "a");
        assert_eq!(id, *"a");
        assert_eq!(id, String::from("a"));
        let owned = String::from("a");
        assert_eq!((*"a" == id, "a" == id, owned == id), (true, true, true));
        assert_eq!((id.as_ref(), id.as_str()), ("a", "a"));
        assert_eq!(HashMap::from([(id.clone(), 1)]).get("a"), Some(&1));
        assert_eq!(String::from(id.clone()), "a");
        assert_eq!(id.into_string(), "a");
    }

    #[test]
    fn travels_as_text_of_any_form() {
        let id: OrganizationId = serde_json::from_str("\"\\u00fcber#1\"").unwrap();
        assert_eq!(id, "über#1");
        assert_eq!(serde_json::to_string(&id).unwrap(), "\"über#1\"");
    }
}
