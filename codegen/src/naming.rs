//! From names of the spec to names of Rust. Both the check for collisions and the plan use it, so that
//! what is checked is what is written.

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
const RESERVED_TYPES: [&str; 44] = [
    "AsMember",
    "AsProject",
    "BTreeMap",
    "Body",
    "Box",
    "Call",
    "Client",
    "ClientBuilder",
    "Default",
    "Deserialize",
    "DeserializeOwned",
    "Deserializer",
    "Environment",
    "Err",
    "Error",
    "ErrorKind",
    "ErrorType",
    "Fields",
    "From",
    "Handle",
    "Into",
    "IntoIterator",
    "Items",
    "JsonObject",
    "None",
    "Object",
    "Ok",
    "Operand",
    "Operation",
    "Option",
    "Page",
    "Pages",
    "Response",
    "Result",
    "RetryPolicy",
    "Secret",
    "Serialize",
    "Slot",
    "Some",
    "String",
    "Timestamp",
    "Value",
    "Vec",
    "Verb",
];

/// Modules of the crates' roots, and what can be asked of a client besides its resources.
const RESERVED_MODULES: [&str; 11] = [
    "builder",
    "client",
    "clone",
    "environment",
    "from_env",
    "generated",
    "ids",
    "new",
    "project_id",
    "testing",
    "types",
];

/// A field, method or module: `x5tS256` becomes `x5t_s256`, `type` becomes `r#type`.
#[must_use]
pub fn snake(name: &str) -> String {
    let snake = name.to_snake_case();
    if KEYWORDS.contains(&snake.as_str()) {
        format!("r#{snake}")
    } else {
        snake
    }
}

/// A type or variant: `pt-br` becomes `PtBr`.
#[must_use]
pub fn camel(name: &str) -> String {
    let camel = name.to_upper_camel_case();
    if camel.starts_with(|first: char| first.is_ascii_digit()) {
        format!("N{camel}")
    } else {
        camel
    }
}

/// Whether the name can be written in Rust at all.
#[must_use]
pub fn is_identifier(name: &str) -> bool {
    let snake = name.to_snake_case();
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
        && !IMPOSSIBLE.contains(&snake.as_str())
}

/// Whether the name consists of lower-case words, so that a file can have it.
#[must_use]
pub fn is_snake(name: &str) -> bool {
    name == name.to_snake_case()
}

/// Whether a type of this name would hide one that generated code uses.
#[must_use]
pub fn is_reserved_type(name: &str) -> bool {
    RESERVED_TYPES.contains(&name)
}

/// Whether a resource can't have this name; `top` says whether it has no parent.
#[must_use]
pub fn is_reserved_module(name: &str, top: bool) -> bool {
    // `mod.rs` would be the file of another module.
    name == "mod" || top && RESERVED_MODULES.contains(&name)
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
}
