//! Open enums, as generated code declares them.

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

stytch_core::open_enum!(Locale);

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
