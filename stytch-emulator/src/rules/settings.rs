//! What the owner of a project has set.

use serde::{Deserialize, Serialize};
use stytch_b2b::rbac;

use super::attempts::LockPolicy;
use super::attestation::Profile;
use super::password::PasswordPolicy;
use super::redirect::RedirectUrl;
use super::user_info::UserInfo;
use super::{roles, users};

/// The settings of a project, as one makes them in the vendor's dashboard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Settings {
    /// Where links lead that were asked for without an address, unless a registered one is the default.
    pub(crate) default_redirect_url: String,
    /// Addresses beyond this machine that links may lead to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) redirect_urls: Vec<RedirectUrl>,
    /// Addresses beyond this machine that webhooks may go to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) webhook_urls: Vec<String>,
    /// The ids of the project's own templates for mails.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) email_templates: Vec<String>,
    /// The RBAC policy.
    #[serde(deserialize_with = "roles::whole_policy")]
    pub(crate) policy: rbac::Policy,
    pub(crate) passwords: PasswordPolicy,
    pub(crate) user_locks: LockPolicy,
    /// The RBAC policy for users of the consumer API.
    #[serde(deserialize_with = "users::roles::whole_policy")]
    pub(crate) user_policy: stytch_consumer::rbac::Policy,
    /// The page of the app on which people decide what connected apps may do; one of the emulator's own unless
    /// set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) authorization_endpoint: Option<String>,
    /// Whether people of the project's own team may act in place of members and users.
    pub(crate) impersonation_allowed: bool,
    /// Issuers whose tokens count as logins.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) trusted_auth_tokens: Vec<Profile>,
    /// What stands for the UserInfo endpoint of an earlier system, if the project has named one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user_info: Option<UserInfo>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            default_redirect_url: "http://localhost:3000/authenticate".to_owned(),
            redirect_urls: Vec::new(),
            webhook_urls: Vec::new(),
            email_templates: Vec::new(),
            policy: roles::built_in_policy(),
            passwords: PasswordPolicy::default(),
            user_locks: LockPolicy::default(),
            user_policy: users::roles::built_in_policy(),
            authorization_endpoint: None,
            impersonation_allowed: true,
            trusted_auth_tokens: Vec::new(),
            user_info: None,
        }
    }
}
