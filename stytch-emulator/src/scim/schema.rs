//! The attributes of users and groups (RFC 7643, sections 4 and 7).

use super::ENTERPRISE;

/// An attribute of a resource, or a part of one.
#[derive(Debug, PartialEq)]
pub(super) struct Attribute {
    pub(super) name: &'static str,
    /// What the API calls it, in what it shows of members.
    pub(super) field: &'static str,
    pub(super) docs: &'static str,
    pub(super) kind: Kind,
    /// Whether it has any number of values.
    pub(super) is_list: bool,
    pub(super) is_required: bool,
    /// Whether it is set here alone: what others send for it is ignored.
    pub(super) is_read_only: bool,
    /// Whether capital letters matter.
    pub(super) is_exact: bool,
}

/// What a value is.
#[derive(Debug, PartialEq)]
pub(super) enum Kind {
    Text,
    Flag,
    Time,
    Parts(&'static [Attribute]),
}

impl Attribute {
    const fn new(name: &'static str, field: &'static str, kind: Kind, docs: &'static str) -> Self {
        Self {
            name,
            field,
            docs,
            kind,
            is_list: false,
            is_required: false,
            is_read_only: false,
            is_exact: false,
        }
    }

    const fn list(self) -> Self {
        Self {
            is_list: true,
            ..self
        }
    }

    const fn required(self) -> Self {
        Self {
            is_required: true,
            ..self
        }
    }

    const fn read_only(self) -> Self {
        Self {
            is_read_only: true,
            ..self
        }
    }

    const fn exact(self) -> Self {
        Self {
            is_exact: true,
            ..self
        }
    }

    /// Its parts; none if it is a plain value.
    pub(super) fn parts(&self) -> &'static [Self] {
        match self.kind {
            Kind::Parts(parts) => parts,
            _ => &[],
        }
    }
}

const fn text(name: &'static str, field: &'static str, docs: &'static str) -> Attribute {
    Attribute::new(name, field, Kind::Text, docs)
}

const fn parts(
    name: &'static str,
    field: &'static str,
    parts: &'static [Attribute],
    docs: &'static str,
) -> Attribute {
    Attribute::new(name, field, Kind::Parts(parts), docs)
}

const ID: Attribute = text("id", "", "Id of the resource, given here.")
    .read_only()
    .exact();
const EXTERNAL_ID: Attribute = text(
    "externalId",
    "external_id",
    "Id that the identity provider has for the resource.",
)
.exact();
const TYPE: Attribute = text("type", "type", "What kind of entry it is.");
const META: Attribute = parts(
    "meta",
    "",
    &[
        text("resourceType", "", "What the resource is.").exact(),
        Attribute::new("created", "", Kind::Time, "When it came."),
        Attribute::new("lastModified", "", Kind::Time, "When it last changed."),
        text("location", "", "Its address.").exact(),
    ],
    "What the server knows of the resource.",
)
.read_only();

const VALUES: &[Attribute] = &[
    text("value", "value", "The value itself."),
    TYPE,
    Attribute::new(
        "primary",
        "primary",
        Kind::Flag,
        "Whether it is the main one.",
    ),
];

const fn values(name: &'static str, field: &'static str, docs: &'static str) -> Attribute {
    parts(name, field, VALUES, docs).list()
}

/// The attributes of a user, with those of the extension in an attribute of its own.
pub(super) const OF_USER: &[Attribute] = &[
    ID,
    EXTERNAL_ID,
    META,
    text(
        "userName",
        "user_name",
        "Name by which the provider knows the person.",
    )
    .required(),
    parts(
        "name",
        "name",
        &[
            text("formatted", "formatted", "The whole name."),
            text("familyName", "family_name", "Last name."),
            text("givenName", "given_name", "First name."),
            text("middleName", "middle_name", "Middle names."),
            text(
                "honorificPrefix",
                "honorific_prefix",
                "Title before the name.",
            ),
            text(
                "honorificSuffix",
                "honorific_suffix",
                "Title after the name.",
            ),
        ],
        "Name of the person, in parts.",
    ),
    text(
        "displayName",
        "display_name",
        "Name to show for the person.",
    ),
    text(
        "nickName",
        "nick_name",
        "What the person likes to be called.",
    ),
    text(
        "profileUrl",
        "profile_url",
        "Address of a page about the person.",
    ),
    text("title", "title", "Job title."),
    text(
        "userType",
        "user_type",
        "How the person relates to the organization.",
    ),
    text(
        "preferredLanguage",
        "preferred_language",
        "Language of the person.",
    ),
    text("locale", "locale", "Where the person is, for formats."),
    text("timezone", "timezone", "Time zone of the person."),
    Attribute::new(
        "active",
        "active",
        Kind::Flag,
        "Whether the person may log in.",
    ),
    values("emails", "emails", "Email addresses."),
    values("phoneNumbers", "phone_numbers", "Phone numbers."),
    values("ims", "ims", "Instant messaging addresses."),
    values("photos", "photos", "Addresses of pictures."),
    parts(
        "addresses",
        "addresses",
        &[
            text("formatted", "formatted", "The whole address."),
            text(
                "streetAddress",
                "street_address",
                "Street and house number.",
            ),
            text("locality", "locality", "City or town."),
            text("region", "region", "State or province."),
            text("postalCode", "postal_code", "Postal code."),
            text("country", "country", "Country."),
            TYPE,
            Attribute::new(
                "primary",
                "primary",
                Kind::Flag,
                "Whether it is the main one.",
            ),
        ],
        "Postal addresses.",
    )
    .list(),
    parts(
        "groups",
        "",
        &[
            text("value", "", "Id of the group.").exact(),
            text("$ref", "", "Address of the group.").exact(),
            text("display", "", "Name of the group."),
        ],
        "Groups that the person is in; they are changed at the groups.",
    )
    .list()
    .read_only(),
    values(
        "entitlements",
        "entitlements",
        "Things the person is entitled to.",
    ),
    values("roles", "roles", "Roles of the person at the provider."),
    values(
        "x509Certificates",
        "x509certificates",
        "Certificates of the person.",
    ),
    parts(
        ENTERPRISE,
        "enterprise_extension",
        &[
            text("employeeNumber", "employee_number", "Number of the person."),
            text("costCenter", "cost_center", "Who pays for the person."),
            text("organization", "organization", "Name of the company."),
            text("division", "division", "Division of the person."),
            text("department", "department", "Department of the person."),
            parts(
                "manager",
                "manager",
                &[
                    text("value", "value", "Id of the manager."),
                    text("$ref", "ref", "Address of the manager."),
                    text("displayName", "display_name", "Name of the manager."),
                ],
                "Who the person reports to.",
            ),
        ],
        "The person's place in the company.",
    ),
];

/// The attributes of a group.
pub(super) const OF_GROUP: &[Attribute] = &[
    ID,
    EXTERNAL_ID,
    META,
    text("displayName", "", "Name of the group.").required(),
    parts(
        "members",
        "",
        &[
            text("value", "", "Id of the user.").exact(),
            text("$ref", "", "Address of the user.").exact(),
            text("display", "", "Name of the user."),
            text("type", "", "What the member is: User."),
        ],
        "Who is in the group.",
    )
    .list(),
];

/// The attribute of a name, in whatever capitals.
pub(super) fn find(attributes: &'static [Attribute], name: &str) -> Option<&'static Attribute> {
    attributes
        .iter()
        .find(|attribute| attribute.name.eq_ignore_ascii_case(name))
}
