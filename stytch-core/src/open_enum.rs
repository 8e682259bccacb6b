//! Enums that keep values they don't know.

/// Gives an enum its behaviour. The enum has `fn as_str(&self) -> &str`, `From<&str>` and a last
/// variant `Unknown(String)` that keeps what the API sent when it is none of the others.
#[doc(hidden)]
#[macro_export]
macro_rules! open_enum {
    ($($name:ident),+ $(,)?) => {$(
        impl ::std::default::Default for $name {
            fn default() -> Self {
                Self::Unknown(::std::string::String::new())
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

        impl ::std::cmp::PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl ::std::cmp::PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl $crate::wire::Receive for $name {
            fn slot(&mut self) -> $crate::wire::Slot<'_> {
                $crate::wire::Slot::Text(self)
            }
        }

        impl $crate::wire::Text for $name {
            fn set(&mut self, text: &str) -> ::std::result::Result<(), &'static str> {
                *self = Self::from(text);
                ::std::result::Result::Ok(())
            }
        }

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

#[cfg(test)]
mod tests {
    #[derive(Clone, Debug, PartialEq, Eq)]
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
    }
}
