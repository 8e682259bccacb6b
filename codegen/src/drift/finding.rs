//! A difference between the spec and an OpenAPI file.

use std::fmt;

/// What kind of difference it is. The worst comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Part of the file can't be understood, so nothing is known about it.
    Unreadable,
    /// The file has an operation that the spec lacks.
    MissingOperation,
    /// The operation has another verb in the file.
    Verb,
    /// The operation has another path in the file.
    Path,
    /// The spec has an operation that the file lacks.
    ExtraOperation,
    /// The operation goes to another server.
    Server,
    /// The operation has the fields of another one, under whose schema name it stands.
    SharedSchema,
    /// The file has a field that the spec lacks.
    MissingField,
    /// The field has another type in the file.
    Type,
    /// The field travels elsewhere: in the path, the query or the body.
    Place,
    /// One of the two insists on the field, or promises it.
    Required,
    /// The operation is on its way out according to one of the two only.
    DeprecatedOperation,
    /// The field is on its way out according to one of the two only.
    DeprecatedField,
    /// The member-session headers are accepted according to one of the two only.
    MemberSession,
    /// The file has a value that the enum lacks.
    MissingValue,
    /// The spec has a field that the file lacks.
    ExtraField,
    /// The enum has values that the file does not list here.
    ExtraValues,
    /// The file has changed in what the spec has no place for, such as the greatest length of a text.
    Fact,
    /// The words of the file have changed, and may say something else now.
    Text,
}

impl Kind {
    /// All kinds, the worst first.
    pub const ALL: [Self; 19] = [
        Self::Unreadable,
        Self::MissingOperation,
        Self::Verb,
        Self::Path,
        Self::ExtraOperation,
        Self::Server,
        Self::SharedSchema,
        Self::MissingField,
        Self::Type,
        Self::Place,
        Self::Required,
        Self::DeprecatedOperation,
        Self::DeprecatedField,
        Self::MemberSession,
        Self::MissingValue,
        Self::ExtraField,
        Self::ExtraValues,
        Self::Fact,
        Self::Text,
    ];

    /// Its name in reports and in `spec/deviations.yaml`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::MissingOperation => "missing operation",
            Self::Verb => "changed verb",
            Self::Path => "changed path",
            Self::ExtraOperation => "extra operation",
            Self::Server => "server",
            Self::SharedSchema => "shared schema",
            Self::MissingField => "missing field",
            Self::Type => "type",
            Self::Place => "place",
            Self::Required => "required",
            Self::DeprecatedOperation => "deprecated operation",
            Self::DeprecatedField => "deprecated field",
            Self::MemberSession => "member session",
            Self::MissingValue => "missing value",
            Self::ExtraField => "extra field",
            Self::ExtraValues => "extra values",
            Self::Fact => "fact",
            Self::Text => "text",
        }
    }
}

impl Kind {
    /// What tells two differences of this kind at one method or type apart: the field, what the spec
    /// says, what the file says. The rest follows from the kind, or is there for reading.
    ///
    /// [`Self::is_kept`] is true for the last two, so that no entry explains them.
    pub(super) fn details(self) -> (bool, bool, bool) {
        match self {
            Self::MissingOperation | Self::ExtraOperation => (false, false, false),
            Self::Verb
            | Self::Path
            | Self::Server
            | Self::DeprecatedOperation
            | Self::MemberSession => (false, true, true),
            Self::MissingValue => (false, false, true),
            Self::Unreadable | Self::SharedSchema | Self::MissingField => (true, false, true),
            Self::ExtraField => (true, true, false),
            Self::Type
            | Self::Place
            | Self::Required
            | Self::DeprecatedField
            | Self::ExtraValues
            | Self::Fact
            | Self::Text => (true, true, true),
        }
    }
}

/// One difference: where in the spec it is, and what each side says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of difference it is.
    pub kind: Kind,
    /// The spec file to look at, or to add to.
    pub file: String,
    /// The method or type there: `b2b/organizations.create`, `b2b/organizations.Member`; verb and
    /// path for an operation that the spec lacks.
    pub owner: String,
    /// The field: `request.…` or `response.…` in a method, the bare name in a type. Empty if the
    /// difference concerns the whole of it.
    pub field: String,
    /// What the spec says, or, for [`Kind::Fact`], what was kept; empty for nothing.
    pub spec: String,
    /// What the OpenAPI file says; empty for nothing.
    pub openapi: String,
    /// For a field of a type: the first method and field by which the type was reached.
    pub route: Option<String>,
    /// The schema that says so, by its name in the OpenAPI file.
    pub schema: Option<String>,
}

impl Kind {
    /// Whether it is a difference from `spec/openapi.lock` and not from the spec.
    #[must_use]
    pub fn is_kept(self) -> bool {
        matches!(self, Self::Fact | Self::Text)
    }
}

impl Finding {
    /// Equal for the same difference, however it was come upon.
    pub(super) fn identity(&self) -> (Kind, String, String, String, String) {
        (
            self.kind,
            self.owner.clone(),
            self.field.clone(),
            self.spec.clone(),
            self.openapi.clone(),
        )
    }

    /// What to sort by within a file: the worst first, and a field that calls fail without before
    /// others of its kind.
    pub(super) fn weight(&self) -> (Kind, bool) {
        (self.kind, !self.openapi.ends_with('!'))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.file, self.kind.name(), self.owner)?;
        if !self.field.is_empty() {
            write!(f, " {}", self.field)?;
        }
        if let Some(route) = &self.route {
            write!(f, " (by {route})")?;
        }
        if matches!(self.kind, Kind::Unreadable | Kind::Text) {
            return write!(f, ": {}", self.openapi);
        }
        write!(
            f,
            ": {}",
            Sides {
                kind: self.kind,
                spec: &self.spec,
                openapi: &self.openapi
            }
        )?;
        if let Some(schema) = &self.schema {
            write!(f, " in {schema}")?;
        }
        Ok(())
    }
}

/// What the spec says and what the file says.
pub(super) struct Sides<'a> {
    pub(super) kind: Kind,
    pub(super) spec: &'a str,
    pub(super) openapi: &'a str,
}

impl fmt::Display for Sides<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |text: &str| {
            if text.is_empty() {
                "nothing".to_owned()
            } else {
                format!("`{text}`")
            }
        };
        let ours = if self.kind.is_kept() { "kept" } else { "spec" };
        write!(f, "{ours} {}, file {}", side(self.spec), side(self.openapi))
    }
}
