//! The spec as it is written: names are still texts, and every text knows its place.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::node::Text;
use super::traits::Traits;
use crate::problem::At;

/// All files of a spec.
#[derive(Clone, Debug, Default)]
pub struct Spec {
    /// The vocabularies.
    pub vocabularies: Vec<Vocabulary>,
    /// The resources, by folder and file name.
    pub resources: Vec<Resource>,
    /// The texts of the files by their names, for exact positions in messages.
    pub sources: BTreeMap<Arc<str>, String>,
    /// The differences from the vendor's OpenAPI file that are kept.
    pub deviations: Vec<super::Deviation>,
}

impl Spec {
    /// What the paths of the resources in a folder begin with.
    pub(super) fn path(&self, folder: Folder) -> Option<&Text> {
        let of = |folder| {
            let mut known = self.vocabularies.iter();
            known.find_map(|one| one.path.as_ref().filter(|_| one.folder == folder))
        };
        of(folder).or_else(|| of(Folder::Root))
    }

    /// The place of `part` in the text that begins at `at`; `at` itself if it is not found.
    #[must_use]
    pub fn locate(&self, at: &At, part: &str) -> At {
        let source = self.sources.get(&at.file);
        source.map_or_else(|| at.clone(), |source| locate(source, at, part))
    }
}

/// The place of `part` in the text that begins at `at` of a file; `at` itself if it is not found.
pub(super) fn locate(source: &str, at: &At, part: &str) -> At {
    let mut column = usize::try_from(at.column).unwrap_or(1).saturating_sub(1);
    for (line, text) in (1..)
        .zip(source.lines())
        .skip_while(|(line, _)| *line < at.line)
    {
        let skipped = text
            .char_indices()
            .nth(column)
            .map_or(text.len(), |(index, _)| index);
        if let Some((before, _)) = text.get(skipped..).and_then(|text| text.split_once(part)) {
            let column = (column + before.chars().count() + 1) as u64;
            return At {
                file: at.file.clone(),
                line,
                column,
            };
        }
        column = 0;
    }
    at.clone()
}

/// The folder of a file: who sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Folder {
    /// `spec/` itself: seen by everything.
    Root,
    /// `spec/b2b/`.
    B2b,
    /// `spec/consumer/`.
    Consumer,
    /// `spec/shared/`: resources of both clients.
    Shared,
}

/// A `vocabulary.yaml`.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    /// Where it stands.
    pub folder: Folder,
    /// What the addresses of the vendor's pages begin with.
    pub reference: Option<Text>,
    /// What the paths of resources begin with.
    pub path: Option<Text>,
    /// The groups with which every response begins.
    pub response: Vec<Text>,
    /// What it declares.
    pub declarations: Declarations,
}

/// A resource's file.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Where it stands.
    pub folder: Folder,
    /// Place in the client tree, such as `organizations.members`.
    pub name: Text,
    /// What the resource is for.
    pub docs: Text,
    /// What `./` stands for in the paths of its methods.
    pub path: Option<Text>,
    /// What it declares for itself and for others.
    pub declarations: Declarations,
    /// Its methods.
    pub methods: Vec<Method>,
    /// Its links.
    pub links: Vec<Link>,
}

impl Resource {
    /// Whatever an app calls by a name: methods, then links.
    pub fn named(&self) -> impl Iterator<Item = &Method> {
        let links = self.links.iter().map(|link| &link.method);
        self.methods.iter().chain(links)
    }
}

/// What a file declares.
#[derive(Clone, Debug, Default)]
pub struct Declarations {
    /// Ids; in vocabularies only.
    pub ids: Vec<IdDecl>,
    /// Docs of field names.
    pub fields: Vec<Entry>,
    /// Lists of fields for `include`.
    pub groups: Vec<Group>,
    /// Sets of values.
    pub enums: Vec<EnumDecl>,
    /// Objects.
    pub models: Vec<ModelDecl>,
    /// Typed operands of searches.
    pub filters: Vec<FilterDecl>,
    /// Error types; in vocabularies only.
    pub errors: Vec<ErrorDecl>,
    /// Kinds of objects of whose changes webhooks tell.
    pub events: Vec<EventDecl>,
}

impl Declarations {
    /// The names of all types, each with what kind of type it is.
    pub fn types(&self) -> impl Iterator<Item = (&'static str, &Text)> {
        let ids = self.ids.iter().map(|id| ("id", &id.name));
        let enums = self.enums.iter().map(|set| ("enum", &set.name));
        let models = self.models.iter().map(|model| ("model", &model.name));
        let filters = self.filters.iter().map(|filter| ("filter", &filter.name));
        ids.chain(enums).chain(models).chain(filters)
    }
}

/// An id type.
#[derive(Clone, Debug)]
pub struct IdDecl {
    /// Its name.
    pub name: Text,
    /// What it identifies.
    pub docs: Text,
    /// Ids that can stand in for it.
    pub from: Vec<Text>,
    /// A value for examples.
    pub sample: Option<Text>,
}

/// An entry of `fields`: type and docs of a field name.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The field's name on the wire.
    pub name: Text,
    /// Its type, without a mark.
    pub ty: Text,
    /// Docs where the field is sent.
    pub sent: Option<Text>,
    /// Docs where the field is received.
    pub received: Option<Text>,
    /// Whether it is the field of a group, which speaks for other fields of its name.
    pub is_of_group: bool,
}

/// A list of fields that methods include by name.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its name.
    pub name: Text,
    /// Its fields.
    pub fields: Vec<Item>,
}

/// A line in a list of fields.
#[derive(Clone, Debug)]
pub enum Item {
    /// A field.
    Field(Box<FieldDecl>),
    /// The fields of a group.
    Include(Text),
}

/// A field.
#[derive(Clone, Debug)]
pub struct FieldDecl {
    /// Its name on the wire.
    pub name: Text,
    /// Its type, without the mark; empty if it is that of the entry of its name.
    pub ty: Text,
    /// Its mark.
    pub mark: Mark,
    /// Docs of its own.
    pub docs: Option<Text>,
    /// What to use instead.
    pub deprecated: Option<Text>,
}

/// The mark behind a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// None.
    None,
    /// `!`: needed when sent.
    Required,
    /// `?`: may be missing when received.
    Optional,
}

/// A set of values.
#[derive(Clone, Debug)]
pub struct EnumDecl {
    /// Its name.
    pub name: Text,
    /// What the values are about.
    pub docs: Text,
    /// The values.
    pub values: Vec<ValueDecl>,
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct ValueDecl {
    /// The value on the wire.
    pub wire: Text,
    /// Name of the variant, where the derived one reads badly.
    pub name: Option<Text>,
    /// What the value means.
    pub docs: Text,
    /// What to use instead.
    pub deprecated: Option<Text>,
}

/// An object inside requests or responses.
#[derive(Clone, Debug)]
pub struct ModelDecl {
    /// Its name.
    pub name: Text,
    /// What it is.
    pub docs: Text,
    /// Its fields.
    pub fields: Vec<Item>,
}

/// The conditions that a search knows.
#[derive(Clone, Debug)]
pub struct FilterDecl {
    /// Its name.
    pub name: Text,
    /// What it filters.
    pub docs: Text,
    /// The conditions: names, types and docs.
    pub values: Vec<FieldDecl>,
}

/// An error type of the API.
#[derive(Clone, Debug)]
pub struct ErrorDecl {
    /// Its value in `error_type`.
    pub name: Text,
    /// When the API answers with it.
    pub docs: Text,
    /// From what it follows: ids, fields, or [`MEMBER_SESSION`](Self::MEMBER_SESSION).
    pub with: Vec<Text>,
}

impl ErrorDecl {
    /// What stands for the trait of that name.
    pub const MEMBER_SESSION: &str = "member_session";
}

/// A kind of object of whose changes webhooks tell.
#[derive(Clone, Debug)]
pub struct EventDecl {
    /// Its value in `object_type`.
    pub name: Text,
    /// When such an event comes.
    pub docs: Text,
    /// The id type.
    pub id: Text,
    /// The model.
    pub model: Text,
}

/// A method.
#[derive(Clone, Debug)]
pub struct Method {
    /// Its name.
    pub name: Text,
    /// The HTTP verb.
    pub verb: Verb,
    /// The path, with `{field}` for what varies.
    pub path: Text,
    /// A field for each `{field}`, as if its name alone stood in the request with the mark `!`.
    pub in_path: Vec<FieldDecl>,
    /// Address of the vendor's page; what a vocabulary says of all may be left out in front.
    pub reference: Option<Text>,
    /// What it does.
    pub docs: Text,
    /// What is special about the call.
    pub traits: Traits,
    /// Usual error types.
    pub errors: Vec<Text>,
    /// What it takes.
    pub request: Vec<Item>,
    /// What it gives.
    pub response: Vec<Item>,
    /// A Rust example.
    pub example: Option<Text>,
    /// What to use instead.
    pub deprecated: Option<Text>,
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
    pub prefixes: Vec<(Text, String)>,
}

/// The HTTP verbs that the API uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Reads.
    Get,
    /// Acts or creates.
    Post,
    /// Changes.
    Put,
    /// Removes.
    Delete,
}

impl Verb {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Get, Self::Post, Self::Put, Self::Delete];

    /// The verb as it is sent.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }

    /// Whether a request has a JSON body; the fields of others travel in the query.
    #[must_use]
    pub fn has_body(self) -> bool {
        matches!(self, Self::Post | Self::Put)
    }
}
