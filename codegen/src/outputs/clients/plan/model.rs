//! What is to be written, in terms of Rust.

use crate::load::{Traits, Verb};
use crate::resolve;

/// One generated crate.
#[derive(Clone, Debug, Hash)]
pub struct Crate {
    /// The package, such as `stytch-b2b`.
    pub package: String,
    /// What stands at the root of the crate.
    pub root: Root,
    /// Ids.
    pub ids: Vec<Item>,
    /// Models, enums and filters of the vocabularies.
    pub types: Vec<Item>,
    /// One module per resource.
    pub modules: Vec<Module>,
    /// What webhooks tell of.
    pub events: Vec<Event>,
}

/// A kind of object of whose changes webhooks tell.
#[derive(Clone, Debug, Hash)]
pub struct Event {
    /// Its variant.
    pub variant: String,
    /// Its value in `object_type`.
    pub wire: String,
    /// Its docs.
    pub docs: Vec<String>,
    /// The type of its id.
    pub id: Ty,
    /// What it looks like.
    pub model: Ty,
}

/// The root of a generated crate.
#[derive(Clone, Debug, Hash)]
pub struct Root {
    /// The client's accessors.
    pub accessors: Vec<Accessor>,
    /// Top-level modules.
    pub children: Vec<String>,
}

/// The module of a resource.
#[derive(Clone, Debug, Hash)]
pub struct Module {
    /// Place in the tree, such as `organizations.members`.
    pub resource: String,
    /// Path of the file below `src/generated`, such as `organizations/members.rs`.
    pub path: String,
    /// The spec file it comes from.
    pub source: String,
    /// What the resource is for, in lines of Markdown.
    pub docs: Vec<String>,
    /// What the paths of its methods have in common, if that is worth a name.
    pub path_prefix: Option<String>,
    /// Modules below it.
    pub children: Vec<String>,
    /// The type that its methods are called on; none for a home of types.
    pub handle: Option<Handle>,
    /// Its types.
    pub items: Vec<Item>,
}

/// The type that the methods of a resource are called on.
#[derive(Clone, Debug, Hash)]
pub struct Handle {
    /// Its name, such as `Members`.
    pub name: String,
    /// What it is, in lines of Markdown.
    pub docs: Vec<String>,
    /// The way to the resources below.
    pub accessors: Vec<Accessor>,
    /// The methods.
    pub methods: Vec<Method>,
    /// The links.
    pub links: Vec<Link>,
}

/// A method that leads to a resource.
#[derive(Clone, Debug, Hash)]
pub struct Accessor {
    /// Its name.
    pub name: String,
    /// What the resource is for.
    pub docs: Vec<String>,
    /// The handle, with the module in front.
    pub handle: String,
}

/// A method that makes a call.
#[derive(Clone, Debug, Hash)]
pub struct Method {
    /// Its name.
    pub name: String,
    /// What it does, in lines of Markdown.
    pub docs: Vec<String>,
    /// The name of the operation: resource and method.
    pub operation: String,
    /// The HTTP verb.
    pub verb: Verb,
    /// The path on the wire, with `{field}` for what varies.
    pub path: String,
    /// What to use instead, if it is deprecated.
    pub deprecated: Option<String>,
    /// What is special about the call.
    pub traits: Traits<resolve::Way, resolve::Proof>,
    /// The parameter that asks for a page.
    pub paged_by: Option<&'static str>,
    /// The type it takes; none if nothing can be said.
    pub request: Option<String>,
    /// The type it gives.
    pub response: String,
    /// The fields in the path.
    pub in_path: Vec<Place>,
    /// The fields in the query.
    pub in_query: Vec<Place>,
    /// The fields of the body that are free-form objects, and come as any JSON.
    pub objects: Vec<Place>,
    /// Whether there is a JSON body.
    pub body: bool,
}

/// A method that makes a link.
#[derive(Clone, Debug, Hash)]
pub struct Link {
    /// Its name.
    pub name: String,
    /// Where it leads, in lines of Markdown.
    pub docs: Vec<String>,
    /// Where it begins.
    pub start: Start,
    /// What to use instead, if it is deprecated.
    pub deprecated: Option<String>,
    /// The type it takes; none if nothing can be said.
    pub request: Option<String>,
    /// The fields in the path of an API.
    pub in_path: Vec<Place>,
    /// What every such link carries.
    pub fixed: Vec<(String, String)>,
    /// The fields in the query.
    pub in_query: Vec<Parameter>,
}

/// Where a link begins.
#[derive(Clone, Debug, Hash)]
pub enum Start {
    /// At the API: the path, with `{field}` for what varies.
    Api(String),
    /// At a page whose whole address is in a field.
    Page(Place),
}

/// A field in the query of a link.
#[derive(Clone, Debug, Hash)]
pub struct Parameter {
    /// Where it comes from.
    pub place: Place,
    /// How it is written.
    pub form: Form,
}

/// How a field is written into the query of a link.
#[derive(Clone, Debug, Hash)]
pub enum Form {
    /// As it is.
    Value,
    /// As it is, and never printed before.
    Secret,
    /// As texts with spaces between them.
    List,
    /// As a parameter for each entry, whose names begin so.
    Map(String),
}

/// A field outside the body.
#[derive(Clone, Debug, Hash)]
pub struct Place {
    /// Its name on the wire.
    pub wire: String,
    /// Its name in Rust.
    pub name: String,
    /// Whether it must be given.
    pub required: bool,
}

/// A type to be written.
#[derive(Clone, Debug, Hash)]
pub enum Item {
    /// An id.
    Id(Id),
    /// An open enum.
    Enum(Enum),
    /// Conditions of a search.
    Filter(Filter),
    /// An object.
    Struct(Struct),
}

/// An id.
#[derive(Clone, Debug, Hash)]
pub struct Id {
    /// Its name.
    pub name: String,
    /// What it identifies.
    pub docs: Vec<String>,
    /// Ids that can stand in for it.
    pub from: Vec<String>,
}

/// An open enum.
#[derive(Clone, Debug, Hash)]
pub struct Enum {
    /// Its name.
    pub name: String,
    /// What its values are about.
    pub docs: Vec<String>,
    /// Its values.
    pub variants: Vec<Variant>,
}

/// A value of an enum.
#[derive(Clone, Debug, Hash)]
pub struct Variant {
    /// Its name in Rust.
    pub name: String,
    /// Its value on the wire.
    pub wire: String,
    /// What it means.
    pub docs: Vec<String>,
    /// What to use instead, if it is deprecated.
    pub deprecated: Option<String>,
}

/// Conditions of a search.
#[derive(Clone, Debug, Hash)]
pub struct Filter {
    /// Its name.
    pub name: String,
    /// What it filters.
    pub docs: Vec<String>,
    /// The conditions.
    pub conditions: Vec<Condition>,
}

/// A condition of a search.
#[derive(Clone, Debug, Hash)]
pub struct Condition {
    /// The variant.
    pub variant: String,
    /// The function that makes it.
    pub constructor: String,
    /// Its name on the wire.
    pub wire: String,
    /// What it selects.
    pub docs: Vec<String>,
    /// What to use instead, if it is deprecated.
    pub deprecated: Option<String>,
    /// The type of its value.
    pub ty: Ty,
}

/// A struct.
#[derive(Clone, Debug, Hash)]
pub struct Struct {
    /// Its name.
    pub name: String,
    /// What it is.
    pub docs: Vec<String>,
    /// What it is for.
    pub role: Role,
    /// Its fields.
    pub fields: Vec<Field>,
    /// What is said of `new`, if it has one.
    pub about_new: Vec<String>,
    /// Where the custom claims of a session are.
    pub claims: Option<Claims>,
    /// How its pages hang together.
    pub page: Option<Page>,
}

impl Struct {
    /// Whether there is an empty one.
    #[must_use]
    pub fn has_default(&self) -> bool {
        self.role.is_received() || !self.fields.iter().any(|field| field.required)
    }
}

/// What a struct is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The input of a method.
    Request {
        /// Whether it has a JSON body, which may be empty.
        body: bool,
    },
    /// What a link is made of.
    Link,
    /// A model that is only sent.
    Sent,
    /// A response, or a model that is only received.
    Received,
    /// A model that is sent and received.
    Both,
}

impl Role {
    /// Which way it travels.
    #[must_use]
    pub fn travels(self) -> resolve::Role {
        match self {
            Self::Request { .. } | Self::Link | Self::Sent => resolve::Role::Sent,
            Self::Received => resolve::Role::Received,
            Self::Both => resolve::Role::Both,
        }
    }

    /// Whether a caller builds it.
    #[must_use]
    pub fn is_built(self) -> bool {
        self != Self::Received
    }

    /// Whether it is written as JSON.
    #[must_use]
    pub fn is_body(self) -> bool {
        matches!(self, Self::Request { body: true } | Self::Sent | Self::Both)
    }

    /// Whether it is decoded from answers.
    #[must_use]
    pub fn is_received(self) -> bool {
        matches!(self, Self::Received | Self::Both)
    }
}

/// A field of a struct.
#[derive(Clone, Debug, Hash)]
pub struct Field {
    /// Its name in Rust.
    pub name: String,
    /// Its name on the wire.
    pub wire: String,
    /// What it means.
    pub docs: Vec<String>,
    /// The first sentence of it, for the setter.
    pub summary: Vec<String>,
    /// What to use instead, if it is deprecated.
    pub deprecated: Option<String>,
    /// Its type.
    pub ty: Ty,
    /// Whether `new` asks for it.
    pub required: bool,
    /// Whether it travels in the body.
    pub in_body: bool,
}

impl Field {
    /// Whether the name in Rust is the one on the wire.
    #[must_use]
    pub fn has_wire_name(&self) -> bool {
        self.name.trim_start_matches("r#") == self.wire
    }
}

/// A Rust type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Ty {
    /// `String`.
    String,
    /// `bool`, `i32` or `u32`.
    Plain(&'static str),
    /// A type of the core crate: `Secret`, `Timestamp`, `JsonObject`, `Value`.
    Core(&'static str),
    /// A type that is built from a text: an id or an enum.
    Text(Named),
    /// A model or filter.
    Named(Named),
    /// `Option<_>`.
    Option(Box<Ty>),
    /// `Vec<_>`.
    List(Box<Ty>),
    /// `BTreeMap<String, _>`.
    Map(Box<Ty>),
}

/// How a file names a type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    /// It is declared in the file.
    Here(String),
    /// It is imported.
    Imported {
        /// Where it comes from, such as `crate::organizations`.
        module: String,
        /// Its name.
        name: String,
    },
    /// Another type has the name here, so that its module is imported, unless that is not the only one
    /// of its name.
    Path {
        /// What is imported, such as `crate::organizations`; nothing for `crate`.
        module: String,
        /// The type from there, such as `organizations::Member`.
        path: String,
    },
}

/// Where a struct has the custom claims of a session.
#[derive(Clone, Debug, Hash)]
pub enum Claims {
    /// In this field: it is the session itself.
    Own(String),
    /// In the session to which this way leads.
    Inside(Way),
}

/// The way to a value in a response: field names, each with whether it may be missing.
pub type Way = Vec<(String, bool)>;

/// How the pages of a response hang together.
#[derive(Clone, Debug, Hash)]
pub struct Page {
    /// The way to the next cursor.
    pub cursor: Way,
    /// The way to the results.
    pub items: Way,
    /// The type of one result.
    pub item: Ty,
}
