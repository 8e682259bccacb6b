//! Methods, and what is special about a call.

use super::shape::{DEPRECATED, Key, Kind, Marks, Names, Shape, Short};

/// The address of a page of the vendor's, or the end of one.
pub(super) const REFERENCE: &str = r"^(https://)?[^\s/]+(/[^\s/]+)*/?$";

/// A method.
pub static METHOD: Shape = Shape {
    id: "method",
    what: "a method",
    docs: "A call of the API.",
    keys: &[
        &[
            Key::new(
                "http",
                Kind::Call,
                "Verb and path. A segment `{field}` stands for a request field, which must be marked `!`.",
            )
            .required(),
            Key::new(
                "reference",
                Kind::Pattern(REFERENCE),
                "Address of the vendor's page about it; what a vocabulary has for `reference` stays out.",
            ),
            Key::new("docs", Kind::Docs, "What it does.").required(),
        ],
        &TRAITS,
        &[
            Key::new(
                "errors",
                Kind::Texts("names of error types"),
                "Error types to expect; each is described in a vocabulary.",
            ),
            Key::new(
                "request",
                Kind::Body(Marks::Sent),
                "Fields of a request, in the order of the arguments of `new`.",
            ),
            Key::new(
                "response",
                Kind::Body(Marks::Received),
                "Fields of a response; the name of a group, such as `metadata`, if there are no others.",
            )
            .required_as("what the answer holds: fields, or `response: metadata` for nothing besides"),
            Key::new(
                "example",
                Kind::Text,
                "Rust, compiled as a doctest; `stytch` is the client. Lines that start with `# ` are not shown.",
            ),
            DEPRECATED,
        ],
    ],
    short: None,
    either: &[],
};

/// What is special about a call.
static TRAITS: [Key; 6] = [
    Key::new(
        "member_session",
        Kind::Object(&MEMBER_SESSION),
        "The call accepts the member-session headers, and then runs with that member's permissions. B2B only.",
    ),
    Key::new(
        "base",
        Kind::Word("fraud"),
        "The call goes to the fraud base URL instead of the API's.",
    ),
    Key::new(
        "retry",
        Kind::Word("safe"),
        "A POST that only reads, so that it can be repeated without harm.",
    ),
    Key::new(
        "claims",
        Kind::Text,
        "The response field that holds the session whose custom claims can be typed.",
    ),
    Key::new(
        "proof",
        Kind::Text,
        "What the answer must carry to be a success: `login`, `login_if_asked`, `discovery`, or the way to the secret that it hands out.",
    ),
    Key::new(
        "page",
        Kind::Object(&PAGE),
        "Results come in pages. The request needs a field `cursor: string`.",
    ),
];

/// How the pages of a search hang together.
pub static PAGE: Shape = Shape {
    id: "page",
    what: "`page`",
    docs: "How the pages of a search hang together.",
    keys: &[&[
        Key::new(
            "cursor",
            Kind::Text,
            "The way to the next cursor in the response, with dots: `results_metadata.next_cursor`.",
        )
        .required(),
        Key::new(
            "items",
            Kind::Text,
            "The response field with the results, a list.",
        )
        .required(),
    ]],
    short: None,
    either: &[],
};

/// What a call that is made with a member session needs.
pub static MEMBER_SESSION: Shape = Shape {
    id: "memberSession",
    what: "`member_session`",
    docs: "What a role of the member has to allow: `action` for every such call, `fields` for those that are set.",
    keys: &[&[
        Key::new(
            "resource",
            Kind::Pattern(r"^stytch\.\S+( or stytch\.\S+)*$"),
            "What the actions below are on, where they do not say; `stytch.self` counts for the member's own account only.",
        ),
        Key::new(
            "action",
            Kind::Text,
            "What every such call needs: an action of the RBAC policy.",
        ),
        Key::new(
            "fields",
            Kind::TextMap(Names::Fields),
            "By the name of a request field: the action that is needed to set it, or `refused`.",
        )
        .required_as("what each field calls for; without such fields, one line such as `delete on stytch.member`"),
    ]],
    short: Some(Short::Pattern(
        r"^(optional|\S+ on stytch\.\S+( or stytch\.\S+)*)$",
        "What a role of the member has to allow, such as `delete on stytch.member or stytch.self`, or `optional` if nothing is documented.",
    )),
    either: &[],
};
