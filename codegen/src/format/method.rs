//! Methods, and what is special about a call.

use super::shape::{DEPRECATED, Key, Kind, Marks, Names, Shape, Short};

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
                Kind::Pattern(r"^(https://)?[^\s/]+(/[^\s/]+)*/?$"),
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
        "The call accepts the member-session headers, and then runs with that member's permissions: which ones it takes, or `optional` if none are documented. B2B only.",
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

/// What a resource of the built-in RBAC policy is called.
const RESOURCES: Key = Key::new(
    "resource",
    Kind::Resources,
    "Built-in resource of the RBAC policy, or several of which one is enough; `stytch.self` counts for the member's own account only.",
)
.required_as("the resource that the action is on, such as `stytch.member`");

/// What a call that is made with a member session needs.
pub static MEMBER_SESSION: Shape = Shape {
    id: "memberSession",
    what: "`member_session`",
    docs: "What a role of the member has to allow: `action` for every such call, `fields` for those that are set.",
    keys: &[&[
        RESOURCES,
        Key::new(
            "action",
            Kind::Text,
            "Action of the RBAC policy, such as `update.info.name`.",
        ),
        Key::new(
            "fields",
            Kind::Map(Names::Fields, &PERMISSION),
            "By the name of a request field: the action that is needed to set it, on `resource` or one of its own, or `refused`.",
        ),
    ]],
    short: Some(Short::Word("optional")),
    either: &[&["action", "fields"]],
};

/// What a member session needs to set a field.
pub static PERMISSION: Shape = Shape {
    id: "permission",
    what: "a field of `member_session`",
    docs: "An action on another resource than that of the call.",
    keys: &[&[
        RESOURCES,
        Key::new("action", Kind::Text, "Action of the RBAC policy.").required(),
    ]],
    short: Some(Short::Text),
    either: &[],
};
