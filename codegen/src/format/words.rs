//! What names look like.

use heck::ToUpperCamelCase;

/// Whether the name consists of lower-case words with `_` between them, like that of a file.
#[must_use]
pub fn is_words(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && !name.split('_').any(str::is_empty)
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// Whether the name is one of a type: words with a capital each, acronyms like words.
#[must_use]
pub fn is_type_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && name == type_name(name)
}

/// The name of a type that is meant by one that is none.
#[must_use]
pub fn type_name(name: &str) -> String {
    name.to_upper_camel_case()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_resources_and_types_are_words() {
        for name in ["otps", "m2m", "magic_links"] {
            assert!(is_words(name) && !is_type_name(name), "{name}");
        }
        for name in ["ScimConnection", "GoogleOAuthFactor", "M2m"] {
            assert!(is_type_name(name) && !is_words(name), "{name}");
        }
        for name in [
            "",
            "_a",
            "a__b",
            "magic-links",
            "magicLinks",
            "9lives",
            "SSOKind",
            "größe",
        ] {
            assert!(!is_words(name) && !is_type_name(name), "{name}");
        }
        assert_eq!(type_name("SSOKind"), "SsoKind");
    }
}
