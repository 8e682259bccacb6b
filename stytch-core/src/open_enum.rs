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

        impl ::std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            fn from(value: ::std::string::String) -> Self {
                Self::from(value.as_str())
            }
        }

        impl ::std::convert::From<&::std::string::String> for $name {
            fn from(value: &::std::string::String) -> Self {
                Self::from(value.as_str())
            }
        }

        impl ::std::convert::From<&Self> for $name {
            fn from(value: &Self) -> Self {
                ::std::clone::Clone::clone(value)
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

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
                ::std::result::Result::Ok(Self::from(value))
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        $crate::compare_with_text!($name);

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
    )+};
}

/// Lets ids and enums be compared with texts, from both sides.
#[doc(hidden)]
#[macro_export]
macro_rules! compare_with_text {
    ($name:ident) => {
        $crate::compare_with_text!($name, str);
        $crate::compare_with_text!($name, &str);
        $crate::compare_with_text!($name, ::std::string::String);
    };
    ($name:ident, $text:ty) => {
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

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashMap};

    #[derive(Clone, Debug)]
    enum Locale {
        En,
        PtBr,
        Unknown(String),
    }

    impl Locale {
        fn as_str(&self) -> &str {
            match self {
                Self::En => "en",
                Self::PtBr => "pt-br",
                Self::Unknown(value) => value,
            }
        }
    }

    impl From<&str> for Locale {
        fn from(value: &str) -> Self {
            match value {
                "en" => Self::En,
                "pt-br" => Self::PtBr,
                other => Self::Unknown(other.to_owned()),
            }
        }
    }

    crate::open_enum!(Locale);

    #[test]
    fn known_and_unknown_values_survive_a_round_trip() {
        for (text, value) in [
            ("\"en\"", Locale::En),
            ("\"pt-br\"", Locale::PtBr),
            ("\"tlh\"", Locale::Unknown("tlh".to_owned())),
            ("\"\"", Locale::default()),
        ] {
            assert_eq!(serde_json::from_str::<Locale>(text).unwrap(), value);
            assert_eq!(serde_json::to_string(&value).unwrap(), text);
        }
    }

    #[test]
    fn reads_like_text() {
        assert_eq!(Locale::PtBr.to_string(), "pt-br");
        assert_eq!("en".parse(), Ok(Locale::En));
        assert_eq!(Locale::from(String::from("x")), "x");
        assert_eq!(Locale::En, *"en");
        assert_eq!(Locale::En.as_ref(), "en");
        assert_eq!(Locale::from(&Locale::En), Locale::from(&String::from("en")));
        assert_eq!(Locale::En, String::from("en"));
        assert_eq!(("en" == Locale::En, *"en" == Locale::PtBr), (true, false));
        assert_eq!(String::from(Locale::PtBr), "pt-br");
        assert_eq!(String::from(Locale::from("tlh")), "tlh");
    }

    #[test]
    fn is_a_key_by_its_text_whether_known_or_not() {
        // as it was kept by a version that did not know the value
        let old = Locale::Unknown("en".to_owned());
        assert_eq!(old, Locale::En);
        assert_eq!(HashMap::from([(old, 1)]).get(&Locale::En), Some(&1));
        assert_eq!(HashMap::from([(Locale::PtBr, 2)]).get("pt-br"), Some(&2));
        let sorted = BTreeSet::from([Locale::PtBr, Locale::from("tlh"), Locale::En]);
        assert_eq!(Vec::from_iter(sorted), ["en", "pt-br", "tlh"]);
    }
}
