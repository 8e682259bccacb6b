//! What ids and open enums have in common: they are texts with a type.

/// Makes a type with `fn as_str(&self) -> &str`, `From<&str>` and `From<String>` behave like a text.
#[doc(hidden)]
#[macro_export]
macro_rules! like_text {
    ($name:ident) => {
        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::std::convert::From<&::std::string::String> for $name {
            fn from(text: &::std::string::String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl ::std::convert::From<&Self> for $name {
            fn from(value: &Self) -> Self {
                ::std::clone::Clone::clone(value)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                ::std::result::Result::Ok(Self::from(text))
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }

        #[doc(hidden)]
        impl $crate::wire::Write for $name {
            fn item(&self) -> $crate::wire::Item<'_> {
                $crate::wire::Item::Str(self.as_str())
            }
        }

        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::wire::string(deserializer).map(Self::from)
            }
        }

        $crate::like_text!($name == str);
        $crate::like_text!($name == &str);
        $crate::like_text!($name == ::std::string::String);
    };
    ($name:ident == $text:ty) => {
        impl ::std::cmp::PartialEq<$text> for $name {
            fn eq(&self, other: &$text) -> bool {
                let other: &str = other;
                self.as_str() == other
            }
        }

        impl ::std::cmp::PartialEq<$name> for $text {
            fn eq(&self, other: &$name) -> bool {
                other == self
            }
        }
    };
}
