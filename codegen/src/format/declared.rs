//! What a file declares.

use super::shape::{DEPRECATED, Key, Kind, Marks, Names, Shape, Short};

/// An entry of `fields`.
pub static ENTRY: Shape = Shape {
    id: "entry",
    what: "an entry of `fields`",
    docs: "Docs that differ with the direction.",
    keys: &[&[
        Key::new(
            "type",
            Kind::Type,
            "Type of the field; a field that takes its docs from here must have the same.",
        )
        .required(),
        Key::new("docs", Kind::Text, "Docs for both directions."),
        Key::new(
            "sent",
            Kind::Text,
            "Docs where the field is part of a request.",
        ),
        Key::new(
            "received",
            Kind::Text,
            "Docs where the field is part of a response or model.",
        ),
    ]],
    short: Some(Short::Entry),
    either: &[&["docs"], &["sent", "received"]],
};

/// The key of a list of fields that is no field.
pub static INCLUDE: Key = Key::new(
    "include",
    Kind::Texts("names of groups"),
    "Groups whose fields stand at this place; a field that is written out replaces an included one.",
);

/// A field, or a condition of a filter.
pub static FIELD: Shape = Shape {
    id: "field",
    what: "a field",
    docs: "The long form, for docs with paragraphs or a deprecation.",
    keys: &[&[
        Key::new("type", Kind::Type, "Type of the field.").required(),
        Key::new(
            "docs",
            Kind::Text,
            "What the value means to the caller: unit, limits, default.",
        ),
        DEPRECATED,
    ]],
    short: Some(Short::Field),
    either: &[],
};

/// A set of values.
pub static ENUM: Shape = Shape {
    id: "enum",
    what: "an enum",
    docs: "A set of values.",
    keys: &[&[
        Key::new("docs", Kind::Docs, "What the values are about.").required(),
        Key::new(
            "values",
            Kind::SomeMap(Names::Wire, &VALUE),
            "The values on the wire, each with its docs.",
        )
        .required(),
    ]],
    short: None,
    either: &[],
};

/// A value of an enum.
pub static VALUE: Shape = Shape {
    id: "value",
    what: "a value",
    docs: "A value with a name of its own, or one that is deprecated.",
    keys: &[&[
        Key::new("docs", Kind::Text, "What the value means.").required(),
        Key::new(
            "name",
            Kind::Text,
            "Name of the variant, where the one derived from the value reads badly.",
        ),
        DEPRECATED,
    ]],
    short: Some(Short::Docs),
    either: &[],
};

/// An object inside requests or responses.
pub static MODEL: Shape = Shape {
    id: "model",
    what: "a model",
    docs: "An object inside requests or responses.",
    keys: &[&[
        Key::new("docs", Kind::Docs, "What it is.").required(),
        Key::new(
            "fields",
            Kind::Fields(Marks::Any),
            "Its fields, which may travel both ways.",
        )
        .required(),
    ]],
    short: None,
    either: &[],
};

/// The conditions that a search knows.
pub static FILTER: Shape = Shape {
    id: "filter",
    what: "a filter",
    docs: "The conditions that a search knows.",
    keys: &[&[
        Key::new("docs", Kind::Docs, "What it filters.").required(),
        Key::new(
            "values",
            Kind::Conditions,
            "The conditions: name on the wire, type of the value, docs.",
        )
        .required(),
    ]],
    short: None,
    either: &[],
};

/// An error type of the API.
pub static ERROR: Shape = Shape {
    id: "error",
    what: "an error type",
    docs: "An error type that follows from what a method takes.",
    keys: &[&[
        Key::new(
            "docs",
            Kind::Text,
            "When the API answers with it, and what to do.",
        )
        .required(),
        Key::new(
            "with",
            Kind::Texts("names of ids or fields, or `member_session`"),
            "Whatever takes one of these can be refused so: an id that a request has to give, a field that it can give, or a `member_session`.",
        )
        .required(),
    ]],
    short: Some(Short::Docs),
    either: &[],
};

/// A kind of object of whose changes webhooks tell.
pub static EVENT: Shape = Shape {
    id: "event",
    what: "an event",
    docs: "A kind of object of which webhooks tell that one was created, changed or deleted.",
    keys: &[&[
        Key::new("docs", Kind::Text, "When such an event comes.").required(),
        Key::new(
            "identified_by",
            Kind::Type,
            "The id type under which the event names the object.",
        )
        .required(),
        Key::new(
            "object",
            Kind::Type,
            "What the object looks like, unless it was deleted.",
        )
        .required(),
    ]],
    short: None,
    either: &[],
};

/// An id type.
pub static ID: Shape = Shape {
    id: "id",
    what: "an id",
    docs: "An id that others can stand in for, or that examples use.",
    keys: &[&[
        Key::new("docs", Kind::Text, "What it identifies.").required(),
        Key::new(
            "from",
            Kind::Texts("names of ids"),
            "The ids that can stand in for it.",
        ),
        Key::new(
            "sample",
            Kind::Text,
            "A value for examples: one that uses a variable of the id's name has it without a `let`.",
        ),
    ]],
    short: Some(Short::Docs),
    either: &[],
};
