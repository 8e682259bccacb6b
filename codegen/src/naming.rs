//! From names of the spec to names of Rust. Both the check for collisions and the plan use it, so that
//! what is checked is what is written.

use std::borrow::Cow;

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Words that Rust reserves and that `r#` makes usable.
const KEYWORDS: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Words that can't be an identifier even with `r#`.
const IMPOSSIBLE: [&str; 5] = ["crate", "self", "super", "Self", "_"];

/// Types and traits that generated code or the roots of the crates use by their bare names.
const RESERVED_TYPES: [&str; 65] = [
    "AsMember",
    "AsProject",
    "AttemptOutcome",
    "AttemptRequest",
    "AuthorizationError",
    "BTreeMap",
    "Body",
    "Box",
    "Call",
    "CheckFuture",
    "Claim",
    "Client",
    "ClientBuilder",
    "Clock",
    "Default",
    "Deserialize",
    "DeserializeOwned",
    "Deserializer",
    "Environment",
    "Err",
    "Error",
    "ErrorKind",
    "ErrorType",
    "Event",
    "Fields",
    "From",
    "Handle",
    "Into",
    "IntoIterator",
    "Items",
    "JsonObject",
    "KeySet",
    "KeySettings",
    "Link",
    "None",
    "Object",
    "Observer",
    "Ok",
    "Operand",
    "Operation",
    "Option",
    "Page",
    "Pages",
    "ParseTimestampError",
    "Pkce",
    "PolicySettings",
    "PreparedLink",
    "Proof",
    "Receive",
    "Response",
    "Result",
    "RetryBudget",
    "RetryPolicy",
    "Secret",
    "Serialize",
    "Slot",
    "Some",
    "String",
    "SystemClock",
    "Timestamp",
    "TokenError",
    "Value",
    "Vec",
    "Verb",
    "Write",
];

/// Modules of the crates' roots, other crates, and what can be asked of a client besides its resources.
const RESERVED_MODULES: [&str; 28] = [
    "builder",
    "client",
    "clone",
    "core",
    "entry",
    "environment",
    "events",
    "forget_tokens",
    "from_env",
    "generated",
    "guides",
    "http",
    "ids",
    "keys",
    "new",
    "policy",
    "project_id",
    "public_token",
    "reqwest",
    "saml_shield",
    "serde",
    "std",
    "stytch_core",
    "testing",
    "tokens",
    "types",
    "warm_up",
    "webhooks",
];

/// A field, method or module: `x5tS256` becomes `x5t_s256`, `type` becomes `r#type`.
#[must_use]
pub fn snake(name: &str) -> String {
    let snake = snake_case(name);
    if KEYWORDS.contains(&&*snake) {
        format!("r#{snake}")
    } else {
        snake.into_owned()
    }
}

/// A type or variant: `pt-br` becomes `PtBr`.
#[must_use]
pub fn camel(name: &str) -> String {
    let camel = camel_case(name);
    if camel.starts_with(|first: char| first.is_ascii_digit()) {
        format!("N{camel}")
    } else {
        camel
    }
}

/// Whether the name can be written in Rust at all.
#[must_use]
pub fn is_identifier(name: &str) -> bool {
    let snake = snake_case(name);
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
        && !IMPOSSIBLE.contains(&&*snake)
}

/// Whether a type of this name would hide one that generated code uses.
#[must_use]
pub fn is_reserved_type(name: &str) -> bool {
    RESERVED_TYPES.contains(&name)
}

/// Whether a resource can't have this name; `top` says whether it has no parent.
#[must_use]
pub fn is_reserved_module(name: &str, top: bool) -> bool {
    // `mod.rs` would be the file of another module, and `new` makes what a resource is called on.
    ["mod", "new"].contains(&name) || top && RESERVED_MODULES.contains(&name)
}

/// Most names are lower-case words already, and there are many thousands of them in a run.
fn snake_case(name: &str) -> Cow<'_, str> {
    if is_plain(name) {
        Cow::Borrowed(name)
    } else {
        Cow::Owned(name.to_snake_case())
    }
}

fn camel_case(name: &str) -> String {
    if !is_plain(name) {
        return name.to_upper_camel_case();
    }
    let mut camel = String::with_capacity(name.len());
    for word in name.split('_') {
        let mut letters = word.chars();
        camel.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
    }
    camel
}

/// Lower-case letters and digits, with a single `_` here and there.
fn is_plain(name: &str) -> bool {
    !name.split('_').any(str::is_empty)
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The type that holds what a method takes.
#[must_use]
pub fn request(method: &str) -> String {
    format!("{}Request", camel(method))
}

/// The type that holds what a method gives.
#[must_use]
pub fn response(method: &str) -> String {
    format!("{}Response", camel(method))
}

/// The type that holds what a link takes.
#[must_use]
pub fn link(name: &str) -> String {
    format!("{}Link", camel(name))
}

/// The type on which the methods of a resource are called: `organizations.members` has `Members`.
#[must_use]
pub fn handle(resource: &str) -> String {
    camel(last(resource))
}

/// The last segment of a resource's name.
#[must_use]
pub fn last(resource: &str) -> &str {
    resource.rsplit('.').next().unwrap_or(resource)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_rust_and_keep_keywords_usable() {
        assert_eq!(snake("x5tS256"), "x5t_s256");
        assert_eq!(snake("type"), "r#type");
        assert_eq!(camel("pt-br"), "PtBr");
        assert_eq!(camel("md_5"), "Md5");
        assert_eq!(camel("ALL_ALLOWED"), "AllAllowed");
        assert_eq!(
            request("delete_mfa_phone_number"),
            "DeleteMfaPhoneNumberRequest"
        );
        assert_eq!(
            handle("organizations.members.oauth_providers"),
            "OauthProviders"
        );
        assert!(
            is_identifier("organization_id") && !is_identifier("self") && !is_identifier("a b")
        );
    }

    #[test]
    fn the_short_way_gives_the_same_names() {
        for name in [
            "a", "a1", "a_b", "a1_b2c", "sha_512", "md_5", "otps", "9lives", "_a", "a__b", "aB",
            "a-b", "",
        ] {
            assert_eq!(snake_case(name), name.to_snake_case());
            assert_eq!(camel_case(name), name.to_upper_camel_case());
        }
    }

    #[test]
    fn every_name_is_one_that_rust_takes() {
        for keyword in KEYWORDS {
            syn::parse_str::<syn::Ident>(&snake(keyword)).unwrap();
            assert!(is_identifier(keyword) && !is_identifier(&snake(keyword)));
        }
    }
}
