//! The files of the spec.

use super::declared::{ENTRY, ENUM, ERROR, EVENT, FILTER, ID, MODEL};
use super::link::LINK;
use super::method::METHOD;
use super::shape::{Key, Kind, Names, Shape};

/// What both a resource and a vocabulary may declare.
static DECLARATIONS: [Key; 5] = [
    Key::new(
        "fields",
        Kind::Map(Names::Fields, &ENTRY),
        "Type and docs of field names that occur more than once.",
    ),
    Key::new("groups", Kind::Groups, "Lists of fields for `include`."),
    Key::new(
        "enums",
        Kind::Map(Names::Types, &ENUM),
        "Sets of values. The generated enums are open: unknown values are kept.",
    ),
    Key::new(
        "models",
        Kind::Map(Names::Types, &MODEL),
        "Objects inside requests and responses.",
    ),
    Key::new(
        "filters",
        Kind::Map(Names::Types, &FILTER),
        "Typed operands of a search: each becomes `filter_name` and `filter_value` on the wire.",
    ),
];

/// The beginning of paths.
const PATH: &str = r"^(/([^/{}?#%\s.:<][^/{}?#%\s]*|\{[A-Za-z][A-Za-z0-9_]*\}))+$";

/// A `vocabulary.yaml`, or `errors.yaml`.
pub static VOCABULARY: Shape = Shape {
    id: "vocabulary",
    what: "a vocabulary",
    docs: "What the files of its folder share; at the root of `spec/`, what all files share.",
    keys: &[
        &[
            Key::new("vocabulary", Kind::Text, "Who shares it, in one sentence.").required(),
            Key::new(
                "reference",
                Kind::Pattern(r"^https://\S*/$"),
                "What the addresses of the vendor's pages begin with.",
            ),
            Key::new(
                "path",
                Kind::Pattern(PATH),
                "What the paths of resources begin with: the resource `magic_links.email` is below it at `/magic_links/email`.",
            ),
            Key::new(
                "response",
                Kind::Texts("names of groups"),
                "Groups with which every response begins, unless it includes them itself.",
            ),
        ],
        &DECLARATIONS,
        &[
            Key::new(
                "ids",
                Kind::Map(Names::Types, &ID),
                "Id types: each is a Rust type of its own, so that ids can't be mixed up.",
            ),
            Key::new(
                "events",
                Kind::Map(Names::Fields, &EVENT),
                "Kinds of objects of whose changes webhooks tell, by their `object_type`.",
            ),
            Key::new(
                "errors",
                Kind::Map(Names::Words, &ERROR),
                "Error types of the API: when it answers with each, and what to do.",
            ),
        ],
    ],
    short: None,
    either: &[],
};

/// The file of a resource.
pub static RESOURCE: Shape = Shape {
    id: "resource",
    what: "a resource",
    docs: "A resource of the client, or a home for types.",
    keys: &[
        &[
            Key::new(
                "resource",
                Kind::Pattern(r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$"),
                "The place in the client tree, such as `organizations.members`; equals the name of the file.",
            )
            .required(),
            Key::new("docs", Kind::Docs, "What the resource is for.").required(),
            Key::new(
                "path",
                Kind::Pattern(PATH),
                "What `.` stands for at the beginning of the paths of its methods, where it does not follow from the name of the resource.",
            ),
        ],
        &DECLARATIONS,
        &[
            Key::new(
                "methods",
                Kind::Map(Names::Fields, &METHOD),
                "What the resource can do; an app calls a method by its name.",
            ),
            Key::new(
                "links",
                Kind::Map(Names::Fields, &LINK),
                "Addresses to which an app sends a browser; it makes one by its name, like a call.",
            ),
        ],
    ],
    short: None,
    either: &[],
};

/// `deviations.yaml`.
pub static DEVIATIONS: Shape = Shape {
    id: "deviations",
    what: "a file of deviations",
    docs: "Known differences from the vendor's OpenAPI file.",
    keys: &[&[Key::new(
        "deviations",
        Kind::List(&DEVIATION),
        "The entries; an empty list for none.",
    )
    .required_as("a list under `deviations`, `[]` for none")]],
    short: None,
    either: &[],
};

/// What an empty list in `deviations.yaml` lacks.
const REPORTED: &str = "what the report of `cargo xtask drift` says there";

/// An entry of `deviations.yaml`.
pub static DEVIATION: Shape = Shape {
    id: "deviation",
    what: "a deviation",
    docs: "A difference that is kept, in the words of the report of `cargo xtask drift`.",
    keys: &[&[
        Key::new(
            "reason",
            Kind::Text,
            "Why the spec is right, or why it says something else on purpose.",
        )
        .required(),
        Key::new("difference", Kind::Difference, "The kind of difference.").required(),
        Key::new(
            "in",
            Kind::Texts(REPORTED),
            "The methods or types that have it.",
        )
        .required_as("the methods or types in which the difference is kept"),
        Key::new(
            "field",
            Kind::Texts(REPORTED),
            "The fields that have it, each in each of the methods or types.",
        ),
        Key::new(
            "spec",
            Kind::Texts(REPORTED),
            "What the spec says, exactly; values in any order.",
        ),
        Key::new(
            "file",
            Kind::Texts(REPORTED),
            "What the OpenAPI file says, exactly; values in any order.",
        ),
    ]],
    short: None,
    either: &[],
};
