// Generated from spec/b2b/scim.yaml by `cargo xtask generate`. Do not edit.

//! Let the identity provider of an organization keep its members up to date over SCIM.
//!
//! Each organization can have one connection, made with
//! [`scim().connection().create`](crate::scim::connection::Connection::create). Once it is set up
//! at the provider, people assigned to your app there become members, their data follow, and
//! someone who is removed there loses their roles and sessions here at once. Groups come along and
//! can grant roles.

pub mod connection;

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Secret, Timestamp};

use crate::{OrganizationId, ScimConnectionId, ScimGroupId};

#[cfg(feature = "client")]
use stytch_core::Handle;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.scim()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Scim {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Scim {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`scim::connection`](connection): [`create`](connection::Connection::create),
    /// [`get`](connection::Connection::get), [`update`](connection::Connection::update),
    /// [`delete`](connection::Connection::delete), [`get_groups`](connection::Connection::get_groups),
    /// [`rotate_start`](connection::Connection::rotate_start),
    /// [`rotate_complete`](connection::Connection::rotate_complete),
    /// [`rotate_cancel`](connection::Connection::rotate_cancel).
    #[must_use]
    pub fn connection(&self) -> connection::Connection {
        connection::Connection::new(self.client.clone())
    }
}

/// A postal address of a person.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Address {
    /// The whole address, ready to print, with line breaks.
    pub formatted: String,
    /// Street, house number and the like; may have several lines.
    pub street_address: String,
    /// City or town.
    pub locality: String,
    /// State or province.
    pub region: String,
    /// Postal or zip code.
    pub postal_code: String,
    /// Country, as a rule by its two-letter ISO 3166-1 code.
    pub country: String,
    /// What kind of entry this is, in the words of the identity provider, such as `work`.
    pub r#type: String,
    /// Whether this is the main one of several entries.
    pub primary: bool,
}

#[doc(hidden)]
impl Object for Address {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "formatted" => self.formatted.slot(),
            "street_address" => self.street_address.slot(),
            "locality" => self.locality.slot(),
            "region" => self.region.slot(),
            "postal_code" => self.postal_code.slot(),
            "country" => self.country.slot(),
            "type" => self.r#type.slot(),
            "primary" => self.primary.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Address);

/// Whether a SCIM connection is in use.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ConnectionStatus {
    /// `active`: It takes in changes from the identity provider.
    Active,
    /// `deleted`: It was deleted and takes in nothing any more.
    Deleted,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl ConnectionStatus {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Active => "active",
            Self::Deleted => "deleted",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ConnectionStatus {
    fn from(value: &str) -> Self {
        match value {
            "active" => Self::Active,
            "deleted" => Self::Deleted,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(ConnectionStatus);

/// A person's place in the company, from the enterprise extension of the SCIM schema.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct EnterpriseExtension {
    /// Number or code by which the company knows the person.
    pub employee_number: String,
    /// Cost center that pays for the person.
    pub cost_center: String,
    /// Division that the person works in.
    pub division: String,
    /// Department that the person works in.
    pub department: String,
    /// Name of the company or unit, as the provider has it; not an organization of your app.
    pub organization: String,
    /// Who the person reports to.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub manager: Option<Manager>,
}

#[doc(hidden)]
impl Object for EnterpriseExtension {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "employee_number" => self.employee_number.slot(),
            "cost_center" => self.cost_center.slot(),
            "division" => self.division.slot(),
            "department" => self.department.slot(),
            "organization" => self.organization.slot(),
            "manager" => self.manager.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(EnterpriseExtension);

/// A group that a person belongs to.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Group {
    /// Id of the group in SCIM.
    pub value: String,
    /// Name of the group, for people.
    pub display: String,
}

#[doc(hidden)]
impl Object for Group {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "value" => self.value.slot(),
            "display" => self.display.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Group);

/// Product that an organization manages its people with, as far as it speaks SCIM.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum IdentityProvider {
    /// `generic`: Any product that is not listed.
    Generic,
    /// `okta`: Okta.
    Okta,
    /// `microsoft-entra`: Microsoft Entra ID, formerly Azure AD.
    MicrosoftEntra,
    /// `cyberark`: CyberArk.
    Cyberark,
    /// `jumpcloud`: JumpCloud.
    Jumpcloud,
    /// `onelogin`: OneLogin.
    Onelogin,
    /// `pingfederate`: PingFederate.
    Pingfederate,
    /// `rippling`: Rippling.
    Rippling,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl IdentityProvider {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Generic => "generic",
            Self::Okta => "okta",
            Self::MicrosoftEntra => "microsoft-entra",
            Self::Cyberark => "cyberark",
            Self::Jumpcloud => "jumpcloud",
            Self::Onelogin => "onelogin",
            Self::Pingfederate => "pingfederate",
            Self::Rippling => "rippling",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for IdentityProvider {
    fn from(value: &str) -> Self {
        match value {
            "generic" => Self::Generic,
            "okta" => Self::Okta,
            "microsoft-entra" => Self::MicrosoftEntra,
            "cyberark" => Self::Cyberark,
            "jumpcloud" => Self::Jumpcloud,
            "onelogin" => Self::Onelogin,
            "pingfederate" => Self::Pingfederate,
            "rippling" => Self::Rippling,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(IdentityProvider);

/// Who a person reports to.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Manager {
    /// Id of the manager in SCIM.
    pub value: String,
    /// Address of the manager's own SCIM record.
    pub r#ref: String,
    /// Name to show for the manager.
    pub display_name: String,
}

#[doc(hidden)]
impl Object for Manager {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "value" => self.value.slot(),
            "ref" => self.r#ref.slot(),
            "display_name" => self.display_name.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Manager);

/// Name of a person, in parts.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Name {
    /// The whole name, with titles, ready to show.
    pub formatted: String,
    /// Last name.
    pub family_name: String,
    /// First name.
    pub given_name: String,
    /// Middle names.
    pub middle_name: String,
    /// Title before the name, such as `Dr.`.
    pub honorific_prefix: String,
    /// Title after the name, such as `III`.
    pub honorific_suffix: String,
}

#[doc(hidden)]
impl Object for Name {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "formatted" => self.formatted.slot(),
            "family_name" => self.family_name.slot(),
            "given_name" => self.given_name.slot(),
            "middle_name" => self.middle_name.slot(),
            "honorific_prefix" => self.honorific_prefix.slot(),
            "honorific_suffix" => self.honorific_suffix.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Name);

/// What the identity provider says about a person, in the attributes of the SCIM core schema.
///
/// Attributes that the provider does not send are empty.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ScimAttributes {
    /// Name by which the provider knows the person, often the email address.
    pub user_name: String,
    /// Id of the person in SCIM, as issued to the provider.
    pub id: String,
    /// Id of the person at the provider.
    pub external_id: String,
    /// Whether the person may use your app; the provider turns it off to deprovision them.
    pub active: bool,
    /// Groups that the person belongs to.
    pub groups: Vec<Group>,
    /// Name to show for the person.
    pub display_name: String,
    /// What the person likes to be called.
    pub nick_name: String,
    /// Address of a page about the person.
    pub profile_url: String,
    /// How the person relates to the organization, such as `Employee` or `Contractor`.
    pub user_type: String,
    /// Job title.
    pub title: String,
    /// Language the person likes to be addressed in, such as `en-US`.
    pub preferred_language: String,
    /// Where the person is, for the format of dates, numbers and the like, such as `en-US`.
    pub locale: String,
    /// Time zone by its IANA name, such as `America/Los_Angeles`.
    pub timezone: String,
    /// Email addresses of the person.
    pub emails: Vec<ScimValue>,
    /// Phone numbers, in whatever format the provider keeps them.
    pub phone_numbers: Vec<ScimValue>,
    /// Postal addresses.
    pub addresses: Vec<Address>,
    /// Instant messaging addresses; `type` is the service of each.
    pub ims: Vec<ScimValue>,
    /// Addresses of pictures; `type` is the size, such as `thumbnail`.
    pub photos: Vec<ScimValue>,
    /// Things the person is entitled to, as the provider puts it.
    pub entitlements: Vec<ScimValue>,
    /// Roles of the person at the provider, not those of your RBAC policy.
    pub roles: Vec<ScimValue>,
    /// Certificates issued to the person, each as base64 of its DER form.
    pub x509certificates: Vec<ScimValue>,
    /// Name of the person, in parts.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub name: Option<Name>,
    /// The person's place in the company.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub enterprise_extension: Option<EnterpriseExtension>,
}

#[doc(hidden)]
impl Object for ScimAttributes {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "user_name" => self.user_name.slot(),
            "id" => self.id.slot(),
            "external_id" => self.external_id.slot(),
            "active" => self.active.slot(),
            "groups" => self.groups.slot(),
            "display_name" => self.display_name.slot(),
            "nick_name" => self.nick_name.slot(),
            "profile_url" => self.profile_url.slot(),
            "user_type" => self.user_type.slot(),
            "title" => self.title.slot(),
            "preferred_language" => self.preferred_language.slot(),
            "locale" => self.locale.slot(),
            "timezone" => self.timezone.slot(),
            "emails" => self.emails.slot(),
            "phone_numbers" => self.phone_numbers.slot(),
            "addresses" => self.addresses.slot(),
            "ims" => self.ims.slot(),
            "photos" => self.photos.slot(),
            "entitlements" => self.entitlements.slot(),
            "roles" => self.roles.slot(),
            "x509certificates" => self.x509certificates.slot(),
            "name" => self.name.slot(),
            "enterprise_extension" => self.enterprise_extension.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ScimAttributes);

/// A SCIM connection of an organization.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ScimConnection {
    /// Organization that the answer is about.
    pub organization_id: OrganizationId,
    /// Id of the SCIM connection.
    pub connection_id: ScimConnectionId,
    /// Whether the connection is in use.
    pub status: ConnectionStatus,
    /// Name of the connection, for the people who administer it.
    pub display_name: String,
    /// The product at the other end.
    pub identity_provider: IdentityProvider,
    /// Address to enter at the identity provider, together with the bearer token. For Microsoft Entra
    /// it ends with the flag that makes Entra keep to SCIM 2.0.
    pub base_url: String,
    /// Roles that members hold through their groups.
    pub scim_group_implicit_role_assignments: Vec<ScimGroupImplicitRoleAssignment>,
    /// When the bearer token stops being accepted; replace it before then with
    /// [`scim().connection().rotate_start`](crate::scim::connection::Connection::rotate_start).
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub bearer_token_expires_at: Option<Timestamp>,
    /// Last four characters of the bearer token in force, to recognize it by.
    pub bearer_token_last_four: String,
    /// Last four characters of the token to come; empty unless a rotation is under way.
    pub next_bearer_token_last_four: String,
    /// When the token to come stops being accepted; only set while a rotation is under way.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub next_bearer_token_expires_at: Option<Timestamp>,
}

#[doc(hidden)]
impl Object for ScimConnection {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "organization_id" => self.organization_id.slot(),
            "connection_id" => self.connection_id.slot(),
            "status" => self.status.slot(),
            "display_name" => self.display_name.slot(),
            "identity_provider" => self.identity_provider.slot(),
            "base_url" => self.base_url.slot(),
            "scim_group_implicit_role_assignments" => {
                self.scim_group_implicit_role_assignments.slot()
            }
            "bearer_token_expires_at" => self.bearer_token_expires_at.slot(),
            "bearer_token_last_four" => self.bearer_token_last_four.slot(),
            "next_bearer_token_last_four" => self.next_bearer_token_last_four.slot(),
            "next_bearer_token_expires_at" => self.next_bearer_token_expires_at.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ScimConnection);

/// A SCIM connection whose bearer token is being rotated, with the token to come.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ScimConnectionWithNextToken {
    /// Organization that the answer is about.
    pub organization_id: OrganizationId,
    /// Id of the SCIM connection.
    pub connection_id: ScimConnectionId,
    /// Whether the connection is in use.
    pub status: ConnectionStatus,
    /// Name of the connection, for the people who administer it.
    pub display_name: String,
    /// The product at the other end.
    pub identity_provider: IdentityProvider,
    /// Address to enter at the identity provider, together with the bearer token. For Microsoft Entra
    /// it ends with the flag that makes Entra keep to SCIM 2.0.
    pub base_url: String,
    /// Roles that members hold through their groups.
    pub scim_group_implicit_role_assignments: Vec<ScimGroupImplicitRoleAssignment>,
    /// When the bearer token stops being accepted; replace it before then with
    /// [`scim().connection().rotate_start`](crate::scim::connection::Connection::rotate_start).
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub bearer_token_expires_at: Option<Timestamp>,
    /// Last four characters of the bearer token in force, to recognize it by.
    pub bearer_token_last_four: String,
    /// The token to enter at the identity provider, shown only this once. It becomes the only one when
    /// the rotation is completed.
    pub next_bearer_token: Secret,
    /// When the token to come stops being accepted; only set while a rotation is under way.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub next_bearer_token_expires_at: Option<Timestamp>,
}

#[doc(hidden)]
impl Object for ScimConnectionWithNextToken {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "organization_id" => self.organization_id.slot(),
            "connection_id" => self.connection_id.slot(),
            "status" => self.status.slot(),
            "display_name" => self.display_name.slot(),
            "identity_provider" => self.identity_provider.slot(),
            "base_url" => self.base_url.slot(),
            "scim_group_implicit_role_assignments" => {
                self.scim_group_implicit_role_assignments.slot()
            }
            "bearer_token_expires_at" => self.bearer_token_expires_at.slot(),
            "bearer_token_last_four" => self.bearer_token_last_four.slot(),
            "next_bearer_token" => self.next_bearer_token.slot(),
            "next_bearer_token_expires_at" => self.next_bearer_token_expires_at.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ScimConnectionWithNextToken);

/// A SCIM connection just created, with its bearer token.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ScimConnectionWithToken {
    /// Organization that the answer is about.
    pub organization_id: OrganizationId,
    /// Id of the SCIM connection.
    pub connection_id: ScimConnectionId,
    /// Whether the connection is in use.
    pub status: ConnectionStatus,
    /// Name of the connection, for the people who administer it.
    pub display_name: String,
    /// The product at the other end.
    pub identity_provider: IdentityProvider,
    /// Address to enter at the identity provider, together with the bearer token. For Microsoft Entra
    /// it ends with the flag that makes Entra keep to SCIM 2.0.
    pub base_url: String,
    /// Roles that members hold through their groups.
    pub scim_group_implicit_role_assignments: Vec<ScimGroupImplicitRoleAssignment>,
    /// When the bearer token stops being accepted; replace it before then with
    /// [`scim().connection().rotate_start`](crate::scim::connection::Connection::rotate_start).
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub bearer_token_expires_at: Option<Timestamp>,
    /// Token with which the identity provider proves itself, shown only this once: hand it, with
    /// `base_url`, to whoever sets up the provider. If it gets lost, rotate it.
    pub bearer_token: Secret,
}

#[doc(hidden)]
impl Object for ScimConnectionWithToken {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "organization_id" => self.organization_id.slot(),
            "connection_id" => self.connection_id.slot(),
            "status" => self.status.slot(),
            "display_name" => self.display_name.slot(),
            "identity_provider" => self.identity_provider.slot(),
            "base_url" => self.base_url.slot(),
            "scim_group_implicit_role_assignments" => {
                self.scim_group_implicit_role_assignments.slot()
            }
            "bearer_token_expires_at" => self.bearer_token_expires_at.slot(),
            "bearer_token" => self.bearer_token.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ScimConnectionWithToken);

/// A group of people that the identity provider pushed.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ScimGroup {
    /// Id of the group, issued here when the provider created it; it stays the same when the group is
    /// renamed. Role assignments refer to it.
    pub group_id: ScimGroupId,
    /// The group's name at the identity provider.
    pub group_name: String,
    /// Organization that the answer is about.
    pub organization_id: OrganizationId,
    /// Id of the SCIM connection.
    pub connection_id: ScimConnectionId,
}

#[doc(hidden)]
impl Object for ScimGroup {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "group_id" => self.group_id.slot(),
            "group_name" => self.group_name.slot(),
            "organization_id" => self.organization_id.slot(),
            "connection_id" => self.connection_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ScimGroup);

/// A role that everyone in a group holds.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ScimGroupImplicitRoleAssignment {
    /// A role of the RBAC policy: one of your own, or the predefined `stytch_member` or `stytch_admin`.
    pub role_id: String,
    /// The group whose members hold the role; see
    /// [`scim().connection().get_groups`](crate::scim::connection::Connection::get_groups).
    pub group_id: ScimGroupId,
    /// The group's name at the identity provider, for people; `group_id` is what counts.
    pub group_name: String,
}

impl ScimGroupImplicitRoleAssignment {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(
        role_id: impl Into<String>,
        group_id: impl Into<ScimGroupId>,
        group_name: impl Into<String>,
    ) -> Self {
        Self {
            role_id: role_id.into(),
            group_id: group_id.into(),
            group_name: group_name.into(),
        }
    }
}

#[doc(hidden)]
impl Body for ScimGroupImplicitRoleAssignment {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("role_id", &self.role_id);
        fields.add("group_id", &self.group_id);
        fields.add("group_name", &self.group_name);
    }
}

#[doc(hidden)]
impl Object for ScimGroupImplicitRoleAssignment {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "role_id" => self.role_id.slot(),
            "group_id" => self.group_id.slot(),
            "group_name" => self.group_name.slot(),
            _ => return None,
        })
    }
}

stytch_core::sent!(ScimGroupImplicitRoleAssignment);

stytch_core::received!(ScimGroupImplicitRoleAssignment);

/// One of the values that an attribute of a person has.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ScimValue {
    /// The value, in the words of the identity provider.
    pub value: String,
    /// What kind of entry this is, in the words of the identity provider, such as `work`.
    pub r#type: String,
    /// Whether this is the main one of several entries.
    pub primary: bool,
}

#[doc(hidden)]
impl Object for ScimValue {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "value" => self.value.slot(),
            "type" => self.r#type.slot(),
            "primary" => self.primary.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ScimValue);
