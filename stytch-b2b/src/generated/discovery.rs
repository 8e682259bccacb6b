// Generated from spec/b2b/discovery.yaml by `cargo xtask generate`. Do not edit.

//! Log people in before it is known which organization they want.
//!
//! A discovery login starts from an email address or an account elsewhere:
//! [`magic_links().discovery().authenticate`](crate::magic_links::discovery::Discovery::authenticate),
//! [`otps().email().discovery().authenticate`](crate::otps::email::discovery::Discovery::authenticate),
//! [`oauth().discovery().authenticate`](crate::oauth::discovery::Discovery::authenticate) and
//! [`passwords().discovery().authenticate`](crate::passwords::discovery::Discovery::authenticate)
//! prove who the person is and give an intermediate session token, together with the organizations
//! open to that person.
//!
//! Let the person choose one and trade the token in with
//! [`discovery().intermediate_sessions().exchange`](crate::discovery::intermediate_sessions::IntermediateSessions::exchange),
//! or found a new one with
//! [`discovery().organizations().create`](crate::discovery::organizations::Organizations::create).

pub mod intermediate_sessions;
pub mod organizations;

use stytch_core::JsonObject;
use stytch_core::wire::{Object, Receive, Slot};

use crate::mfa::MfaRequired;
use crate::organizations::{Member, Organization};
use crate::sessions::PrimaryRequired;

#[cfg(feature = "client")]
use stytch_core::Handle;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.discovery()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Discovery {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Discovery {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`discovery::intermediate_sessions`](intermediate_sessions):
    /// [`exchange`](intermediate_sessions::IntermediateSessions::exchange).
    #[must_use]
    pub fn intermediate_sessions(&self) -> intermediate_sessions::IntermediateSessions {
        intermediate_sessions::IntermediateSessions::new(self.client.clone())
    }

    /// The calls of [`discovery::organizations`](organizations):
    /// [`list`](organizations::Organizations::list), [`create`](organizations::Organizations::create).
    #[must_use]
    pub fn organizations(&self) -> organizations::Organizations {
        organizations::Organizations::new(self.client.clone())
    }
}

/// An organization that a person can go into, and what it takes.
///
/// An entry for the list from which the person chooses.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DiscoveredOrganization {
    /// Whether what the person has proven is enough to go in. If false, `primary_required` or
    /// `mfa_required` tells what is missing.
    pub member_authenticated: bool,
    /// The organization with its settings.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub organization: Option<Organization>,
    /// Whether the person is a member, is invited, or can join.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub membership: Option<Membership>,
    /// The first factors that this organization accepts, when the one that was shown is not among them.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub primary_required: Option<PrimaryRequired>,
    /// The second factor that is still to come, and how the member can give it.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub mfa_required: Option<MfaRequired>,
}

#[doc(hidden)]
impl Object for DiscoveredOrganization {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "member_authenticated" => self.member_authenticated.slot(),
            "organization" => self.organization.slot(),
            "membership" => self.membership.slot(),
            "primary_required" => self.primary_required.slot(),
            "mfa_required" => self.mfa_required.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DiscoveredOrganization);

/// What connects a person with an organization.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Membership {
    /// Whether the person is in already, and if not, on what grounds they can go in.
    pub r#type: MembershipType,
    /// More about the grounds, where there is more to say.
    pub details: JsonObject,
    /// The person's account in the organization; missing while they can only join.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member: Option<Member>,
}

#[doc(hidden)]
impl Object for Membership {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "type" => self.r#type.slot(),
            "details" => self.details.slot(),
            "member" => self.member.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Membership);

/// How a person stands to an organization.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum MembershipType {
    /// `active_member`: A member.
    ActiveMember,
    /// `pending_member`: A member who has never logged in; going in makes them active.
    PendingMember,
    /// `invited_member`: Invited; going in accepts the invitation.
    InvitedMember,
    /// `eligible_to_join_by_email_domain`: No member yet, but may join, because people with an address
    /// at this email domain may.
    EligibleToJoinByEmailDomain,
    /// `eligible_to_join_by_oauth_tenant`: No member yet, but may join, because people of this tenant
    /// at an OAuth provider, such as a Slack workspace, may.
    EligibleToJoinByOauthTenant,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl MembershipType {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::ActiveMember => "active_member",
            Self::PendingMember => "pending_member",
            Self::InvitedMember => "invited_member",
            Self::EligibleToJoinByEmailDomain => "eligible_to_join_by_email_domain",
            Self::EligibleToJoinByOauthTenant => "eligible_to_join_by_oauth_tenant",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for MembershipType {
    fn from(value: &str) -> Self {
        match value {
            "active_member" => Self::ActiveMember,
            "pending_member" => Self::PendingMember,
            "invited_member" => Self::InvitedMember,
            "eligible_to_join_by_email_domain" => Self::EligibleToJoinByEmailDomain,
            "eligible_to_join_by_oauth_tenant" => Self::EligibleToJoinByOauthTenant,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(MembershipType);
