//! The spec with everything bound: no name is left to look up.

use crate::load::{Traits, Verb};

/// The whole API: one entry per client.
#[derive(Clone, Debug)]
pub struct Api {
    /// The B2B client.
    pub b2b: Client,
    /// The consumer client.
    pub consumer: Client,
}

impl Api {
    /// Both clients.
    #[must_use]
    pub fn clients(&self) -> [&Client; 2] {
        [&self.b2b, &self.consumer]
    }
}

/// One vertical: what one generated crate holds.
#[derive(Clone, Debug)]
pub struct Client {
    /// `b2b` or `consumer`.
    pub name: &'static str,
    /// All types that some method reaches, by home and then in the order of the files.
    pub types: Vec<TypeDef>,
    /// The resources by name, so that a parent stands before its children.
    pub resources: Vec<Resource>,
}

impl Client {
    /// The definition behind an index.
    ///
    /// # Panics
    /// Never for an index that the same client handed out.
    #[must_use]
    #[allow(
        clippy::indexing_slicing,
        reason = "indices are made by `resolve` for this very list"
    )]
    pub fn ty(&self, index: TypeIndex) -> &TypeDef {
        &self.types[index.0]
    }
}

/// Points at a [`TypeDef`] of the same client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeIndex(pub(super) usize);

/// A resource of the client tree, or a home for types.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Place in the tree, such as `organizations.members`.
    pub name: String,
    /// The file, for the header of what is generated.
    pub file: String,
    /// What it is for.
    pub docs: String,
    /// What the paths of its methods have in common, if the file says so.
    pub path: Option<String>,
    /// Its methods, in the order of the file.
    pub methods: Vec<Method>,
}

/// A type with a name.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// Its name.
    pub name: String,
    /// The resource in whose file it stands; `None` for a vocabulary.
    pub home: Option<String>,
    /// The file it stands in.
    pub file: String,
    /// What it is.
    pub docs: String,
    /// Which way it travels.
    pub direction: Direction,
    /// What it consists of.
    pub kind: Kind,
}

/// Which way a type travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Direction {
    /// In requests.
    pub sent: bool,
    /// In responses.
    pub received: bool,
}

/// What a type consists of.
#[derive(Clone, Debug)]
pub enum Kind {
    /// An id, and the ids that can stand in for it.
    Id(Vec<TypeIndex>),
    /// An open set of values.
    Enum(Vec<Variant>),
    /// An object.
    Model(Vec<Field>),
    /// Conditions of a search.
    Filter(Vec<Condition>),
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct Variant {
    /// The value on the wire.
    pub wire: String,
    /// Name of the variant if it is not derived from the value.
    pub name: Option<String>,
    /// What it means.
    pub docs: String,
    /// What to use instead.
    pub deprecated: Option<String>,
}

/// A condition of a search.
#[derive(Clone, Debug)]
pub struct Condition {
    /// Its name on the wire.
    pub wire: String,
    /// The type of its value.
    pub ty: Type,
    /// What it selects.
    pub docs: String,
}

/// A field of a request, a response or a model.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name on the wire.
    pub wire: String,
    /// Its type.
    pub ty: Type,
    /// Marked `!`: needed when sent.
    pub required: bool,
    /// Marked `?`: may be missing when received.
    pub optional: bool,
    /// What it means.
    pub docs: String,
    /// What to use instead.
    pub deprecated: Option<String>,
    /// Where it travels in a request.
    pub place: Place,
}

/// Where a field travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In the JSON body.
    Body,
}

/// The type of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// A text.
    String,
    /// A flag.
    Bool,
    /// A signed number.
    Int32,
    /// An unsigned number.
    Uint32,
    /// An instant.
    Timestamp,
    /// A text that must not be logged.
    Secret,
    /// Any JSON value.
    Json,
    /// A list.
    List(Box<Type>),
    /// A map with text keys.
    Map(Box<Type>),
    /// An id, enum, model or filter.
    Named(TypeIndex),
}

impl Type {
    /// The named types inside, this one included.
    #[must_use]
    pub fn named(&self) -> Option<TypeIndex> {
        match self {
            Self::Named(index) => Some(*index),
            Self::List(inner) | Self::Map(inner) => inner.named(),
            _ => None,
        }
    }
}

/// A method.
#[derive(Clone, Debug)]
pub struct Method {
    /// Its name.
    pub name: String,
    /// The HTTP verb.
    pub verb: Verb,
    /// The path, with `{field}` for what varies.
    pub path: String,
    /// What it does.
    pub docs: String,
    /// Address of the vendor's page.
    pub reference: Option<String>,
    /// What is special about the call.
    pub traits: Traits<Way>,
    /// Usual error types and when they come.
    pub errors: Vec<(String, String)>,
    /// What it takes.
    pub request: Vec<Field>,
    /// What it gives.
    pub response: Vec<Field>,
    /// A Rust example.
    pub example: Option<String>,
    /// What to use instead.
    pub deprecated: Option<String>,
}

/// The way to a value in a response: a field, a field of its model, and so on.
pub type Way = Vec<Step>;

/// A field on the way to a value.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its name on the wire.
    pub wire: String,
    /// Its type.
    pub ty: Type,
    /// Marked `?`: may be missing.
    pub optional: bool,
}
