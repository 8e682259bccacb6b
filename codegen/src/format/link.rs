//! Links: addresses for browsers.

use super::method::REFERENCE;
use super::shape::{DEPRECATED, Key, Kind, Marks, Names, Shape};

/// A link.
pub static LINK: Shape = Shape {
    id: "link",
    what: "a link",
    docs: "An address to which an app sends a browser. The client makes it without a call.",
    keys: &[&[
        Key::new(
            "address",
            Kind::Pattern(
                r"^((\.|\.?(/([^/{}?#%\s.:<][^/{}?#%\s]*|\{[A-Za-z][A-Za-z0-9_]*\}))+)|\{[A-Za-z][A-Za-z0-9_]*\})(\?[^\s?&=#%]+=[^\s?&=#%]+(&[^\s?&=#%]+=[^\s?&=#%]+)*)?$",
            ),
            "A path of the API, which is opened with the public token, or `{field}` for a page whose whole address is given; behind `?`, what every such link carries.",
        )
        .required(),
        Key::new(
            "reference",
            Kind::Pattern(REFERENCE),
            "Address of the vendor's page about it; what a vocabulary has for `reference` stays out.",
        ),
        Key::new("docs", Kind::Docs, "Where it leads, and what comes of it.").required(),
        Key::new(
            "request",
            Kind::Body(Marks::Sent),
            "Fields, in the order of the arguments of `new`. Those that do not stand in the address go into its query: lists with spaces between the texts, maps with a parameter for each entry.",
        ),
        Key::new(
            "prefixed",
            Kind::TextMap(Names::Fields),
            "For each field that is a map: what the names of its parameters begin with.",
        ),
        Key::new(
            "example",
            Kind::Text,
            "Rust, compiled as a doctest; `stytch` is the client. Lines that start with `# ` are not shown.",
        ),
        DEPRECATED,
    ]],
    short: None,
    either: &[],
};
