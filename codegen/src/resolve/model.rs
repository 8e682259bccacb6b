//! The spec with everything bound: no name is left to look up.

use super::Proof;
use crate::load::{Traits, ValueDecl, Verb};
use crate::problem::At;

/// The whole API: one entry per client.
#[derive(Clone, Debug)]
pub struct Api {
    /// The B2B client.
    pub b2b: Client,
    /// The consumer client.
    pub consumer: Client,
    /// What the service may refuse a call with, by name.
    pub errors: Vec<ErrorType>,
}

/// What the service may refuse a call with.
#[derive(Clone, Debug, Hash)]
pub struct ErrorType {
    /// Its name on the wire.
    pub wire: String,
    /// When it comes, and what to do.
    pub docs: String,
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
    /// Kinds of objects of whose changes webhooks tell, in the order of the files.
    pub events: Vec<Event>,
    /// Values of ids for examples: the name of the id and the value.
    pub samples: Vec<(String, String)>,
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

impl Client {
    /// Drops what goes nowhere, and gives the rest their new indices.
    pub(super) fn drop_unused_types(&mut self) {
        let mut places = Vec::with_capacity(self.types.len());
        let mut next = 0;
        for ty in &self.types {
            places.push(TypeIndex(next));
            next += usize::from(ty.direction.role().is_some());
        }
        self.types.retain(|ty| ty.direction.role().is_some());
        let change = |index: TypeIndex| places.get(index.0).copied().unwrap_or(index);
        for ty in &mut self.types {
            match &mut ty.kind {
                Kind::Id(from) => from.iter_mut().for_each(|index| *index = change(*index)),
                Kind::Enum(_) => {}
                Kind::Model(fields) => fields
                    .iter_mut()
                    .for_each(|field| field.ty.map_named(&change)),
                Kind::Filter(conditions) => conditions
                    .iter_mut()
                    .for_each(|condition| condition.ty.map_named(&change)),
            }
        }
        for event in &mut self.events {
            event.id = change(event.id);
            event.model = change(event.model);
        }
        for method in self.resources.iter_mut().flat_map(|resource| {
            let links = resource.links.iter_mut().map(|link| &mut link.method);
            resource.methods.iter_mut().chain(links)
        }) {
            for field in method.request.iter_mut().chain(&mut method.response) {
                field.ty.map_named(&change);
            }
            let page = method.traits.page.iter_mut();
            let ways = page.flat_map(|page| [&mut page.cursor, &mut page.items]);
            for step in ways.chain(&mut method.traits.claims).flatten() {
                step.ty.map_named(&change);
            }
        }
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
    /// The file it is.
    pub file: String,
    /// Where it stands.
    pub at: At,
    /// What it is for.
    pub docs: String,
    /// What the paths of its methods have in common, if the file says so.
    pub path: Option<String>,
    /// Its methods, in the order of the file.
    pub methods: Vec<Method>,
    /// Its links, in the order of the file.
    pub links: Vec<Link>,
}

impl Resource {
    /// Whatever an app calls by a name: methods, then links.
    pub fn named(&self) -> impl Iterator<Item = &Method> {
        let links = self.links.iter().map(|link| &link.method);
        self.methods.iter().chain(links)
    }
}

/// A kind of object of whose changes webhooks tell.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its value in `object_type`.
    pub object_type: String,
    /// When such an event comes.
    pub docs: String,
    /// Its id type.
    pub id: TypeIndex,
    /// What it looks like.
    pub model: TypeIndex,
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
    /// Where it stands.
    pub at: At,
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

impl Direction {
    /// What the type is for; `None` if it goes nowhere.
    #[must_use]
    pub fn role(self) -> Option<Role> {
        match (self.sent, self.received) {
            (true, true) => Some(Role::Both),
            (true, false) => Some(Role::Sent),
            (false, true) => Some(Role::Received),
            (false, false) => None,
        }
    }
}

/// What a list of fields is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A request, or a model that is only sent.
    Sent,
    /// A response, or a model that is only received.
    Received,
    /// A model that is sent and received.
    Both,
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

impl From<&ValueDecl> for Variant {
    fn from(value: &ValueDecl) -> Self {
        Self {
            wire: value.wire.value.clone(),
            name: value.name.as_ref().map(|name| name.value.clone()),
            docs: value.docs.value.clone(),
            deprecated: value.deprecated.as_ref().map(|text| text.value.clone()),
        }
    }
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
    /// What to use instead.
    pub deprecated: Option<String>,
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
    /// Where it stands, or the `include` that brought it in.
    pub at: At,
    /// Where it stands in any case.
    pub declared_at: At,
}

impl Field {
    /// Whether there may be no value. What is received falls back to an empty value where that can't
    /// mislead: lists and maps do, timestamps never.
    #[must_use]
    pub fn may_be_missing(&self, role: Role) -> bool {
        match (role, &self.ty) {
            (Role::Sent | Role::Both, _) => !self.required,
            (Role::Received, Type::Timestamp) => true,
            (Role::Received, Type::List(_) | Type::Map(_)) => false,
            (Role::Received, _) => self.optional,
        }
    }

    /// Whether it holds the custom claims of a session.
    #[must_use]
    pub fn is_custom_claims(&self) -> bool {
        self.wire == CUSTOM_CLAIMS && self.ty.is_object()
    }
}

/// The field of a session with the claims that an app has put there.
pub(super) const CUSTOM_CLAIMS: &str = "custom_claims";

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
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
    /// The types that are not put together and have no declaration, in the order in which messages
    /// list them.
    pub const SCALARS: [Self; 7] = [
        Self::String,
        Self::Bool,
        Self::Int32,
        Self::Uint32,
        Self::Timestamp,
        Self::Secret,
        Self::Json,
    ];

    /// The name of a scalar in the spec; `None` for other types.
    #[must_use]
    pub fn scalar(&self) -> Option<&'static str> {
        Some(match self {
            Self::String => "string",
            Self::Bool => "bool",
            Self::Int32 => "int32",
            Self::Uint32 => "uint32",
            Self::Timestamp => "timestamp",
            Self::Secret => "secret",
            Self::Json => "json",
            Self::List(_) | Self::Map(_) | Self::Named(_) => return None,
        })
    }

    /// Whether it is a free-form object.
    #[must_use]
    pub fn is_object(&self) -> bool {
        matches!(self, Self::Map(inner) if **inner == Self::Json)
    }

    fn map_named(&mut self, change: &impl Fn(TypeIndex) -> TypeIndex) {
        match self {
            Self::Named(index) => *index = change(*index),
            Self::List(inner) | Self::Map(inner) => inner.map_named(change),
            _ => {}
        }
    }

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
    /// Where it stands.
    pub at: At,
    /// The HTTP verb.
    pub verb: Verb,
    /// The path, with `{field}` for what varies.
    pub path: String,
    /// What it does.
    pub docs: String,
    /// Address of the vendor's page.
    pub reference: Option<String>,
    /// What is special about the call.
    pub traits: Traits<Way, Proof>,
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

/// An address for a browser.
#[derive(Clone, Debug)]
pub struct Link {
    /// What the browser then does: a `GET` without an answer that the app sees.
    pub method: Method,
    /// Whether the path is a single `{field}` that holds a whole address.
    pub is_page: bool,
    /// What every such link carries in its query.
    pub fixed: Vec<(String, String)>,
    /// For each field that is a map, what the names of its parameters begin with.
    pub prefixes: Vec<(String, String)>,
}

/// The way to a value in a response: a field, a field of its model, and so on.
pub type Way = Vec<Step>;

/// A field on the way to a value.
#[derive(Clone, Debug, Hash)]
pub struct Step {
    /// Its name on the wire.
    pub wire: String,
    /// Its type.
    pub ty: Type,
    /// Marked `?`: may be missing.
    pub optional: bool,
}
