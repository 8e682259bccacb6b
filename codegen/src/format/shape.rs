//! What the table is made of.

/// A kind of object: a map with keys that the format knows.
#[derive(Debug)]
pub struct Shape {
    /// Its name in the schema.
    pub id: &'static str,
    /// What messages call one.
    pub what: &'static str,
    /// What it is for.
    pub docs: &'static str,
    /// Its keys, in the order in which messages list them. Some shapes share a part.
    pub keys: &'static [&'static [Key]],
    /// What may stand in its place.
    pub short: Option<Short>,
    /// Groups of keys of which exactly one has to be there; any key of a group will do.
    pub either: &'static [&'static [&'static str]],
}

/// One line in the place of an object.
#[derive(Clone, Copy, Debug)]
pub enum Short {
    /// The text of the key `docs`.
    Docs,
    /// A type with its mark, then docs unless a vocabulary has them; nothing if a vocabulary has both.
    Field,
    /// A type without a mark, then docs.
    Entry,
    /// A text that matches a regular expression, and what it says.
    Pattern(&'static str, &'static str),
}

/// A key of an object.
#[derive(Debug)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// What stands behind it.
    pub kind: Kind,
    /// What it is for.
    pub docs: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What to write if it is missing, where "a text under the key" says too little.
    missing: Option<&'static str>,
}

/// What can stand behind a key.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A text that is not empty.
    Text,
    /// Markdown, whose first sentence stands alone in overviews.
    Docs,
    /// A text that matches a regular expression.
    Pattern(&'static str),
    /// The verb and the path of a call.
    Call,
    /// A type, with those marks that fields of this kind have.
    Type,
    /// This word.
    Word(&'static str),
    /// A kind of difference that `cargo xtask drift` reports.
    Difference,
    /// Several texts, each once, or a single one; this is what an empty list lacks.
    Texts(&'static str),
    /// An object.
    Object(&'static Shape),
    /// A list of objects.
    List(&'static Shape),
    /// A map from names to texts.
    TextMap(Names),
    /// A map from names to objects.
    Map(Names, &'static Shape),
    /// The same, which must hold something.
    SomeMap(Names, &'static Shape),
    /// What travels one way: names of groups alone, or such a list of fields.
    Body(Marks),
    /// A list of fields: a map from names to fields, with [`INCLUDE`](super::INCLUDE).
    Fields(Marks),
    /// A map from names to typed conditions.
    Conditions,
    /// A map from names to lists of fields.
    Groups,
}

/// What the names in a map are.
#[derive(Clone, Copy, Debug)]
pub enum Names {
    /// Any text without spaces.
    Words,
    /// Whatever goes over the wire.
    Wire,
    /// Fields or methods.
    Fields,
    /// Types.
    Types,
}

/// Which marks the types of fields have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// Those of what is sent.
    Sent,
    /// Those of what is received.
    Received,
    /// Those of what may travel both ways.
    Any,
    /// None.
    Bare,
}

impl Shape {
    /// All keys.
    pub fn keys(&self) -> impl Iterator<Item = &'static Key> {
        self.keys.iter().copied().flatten()
    }

    /// The key of this name.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys().find(|key| key.name == name)
    }
}

impl Key {
    pub(super) const fn new(name: &'static str, kind: Kind, docs: &'static str) -> Self {
        Self {
            name,
            kind,
            docs,
            required: false,
            missing: None,
        }
    }

    /// The same key, which must be there.
    pub(super) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same key, which must be there; a message about its absence asks for `missing`.
    pub(super) const fn required_as(mut self, missing: &'static str) -> Self {
        self.missing = Some(missing);
        self.required()
    }

    /// What to write if the key is missing.
    #[must_use]
    pub fn missing(&self) -> String {
        let kind = match self.kind {
            _ if self.missing.is_some() => return self.missing.unwrap_or_default().to_owned(),
            Kind::Object(_)
            | Kind::TextMap(_)
            | Kind::Map(..)
            | Kind::SomeMap(..)
            | Kind::Body(_)
            | Kind::Fields(_)
            | Kind::Conditions
            | Kind::Groups => "a map",
            Kind::List(_) => "a list",
            Kind::Text
            | Kind::Docs
            | Kind::Pattern(_)
            | Kind::Call
            | Kind::Type
            | Kind::Word(_)
            | Kind::Difference
            | Kind::Texts(_) => "a text",
        };
        format!("{kind} under `{}`", self.name)
    }
}

/// What says that something is not to be used any more.
pub(super) const DEPRECATED: Key = Key::new("deprecated", Kind::Text, "What to use instead.");
