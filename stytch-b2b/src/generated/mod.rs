// Generated from spec/vocabulary.yaml and spec/b2b by `cargo xtask generate`. Do not edit.

use crate::Client;

mod ids;
mod types;
pub mod authentication_factors;
pub mod connected_app;
pub mod debug;
pub mod device_history;
pub mod discovery;
pub mod fraud;
pub mod idp;
pub mod impersonation;
pub mod m2m;
pub mod magic_links;
pub mod mfa;
pub mod oauth;
pub mod organizations;
pub mod otps;
pub mod password_hashes;
pub mod passwords;
pub mod project;
pub mod rbac;
pub mod recovery_codes;
pub mod scim;
pub mod sessions;
pub mod sso;
pub mod totps;

pub use ids::*;
pub use types::*;

impl Client {
    /// Let other apps act for your users, with your app as their OAuth 2.0 and OIDC provider.
    #[must_use]
    pub fn connected_app(&self) -> crate::connected_app::ConnectedApp {
        crate::connected_app::ConnectedApp::new(self.client.clone())
    }

    /// Find out whether the client is set up right.
    #[must_use]
    pub fn debug(&self) -> crate::debug::Debug {
        crate::debug::Debug::new(self.client.clone())
    }

    /// Log people in before it is known which organization they want.
    #[must_use]
    pub fn discovery(&self) -> crate::discovery::Discovery {
        crate::discovery::Discovery::new(self.client.clone())
    }

    /// Judge devices and email addresses before they get to do harm.
    #[must_use]
    pub fn fraud(&self) -> crate::fraud::Fraud {
        crate::fraud::Fraud::new(self.client.clone())
    }

    /// Let connected apps act for your members, with your app as their OAuth 2.0 and OIDC provider.
    #[must_use]
    pub fn idp(&self) -> crate::idp::Idp {
        crate::idp::Idp::new(self.client.clone())
    }

    /// See your app as a member sees it, to help them.
    #[must_use]
    pub fn impersonation(&self) -> crate::impersonation::Impersonation {
        crate::impersonation::Impersonation::new(self.client.clone())
    }

    /// Let machines authenticate to each other, without a person involved.
    #[must_use]
    pub fn m2m(&self) -> crate::m2m::M2m {
        crate::m2m::M2m::new(self.client.clone())
    }

    /// Log members in with a link sent by email.
    #[must_use]
    pub fn magic_links(&self) -> crate::magic_links::MagicLinks {
        crate::magic_links::MagicLinks::new(self.client.clone())
    }

    /// Log members in with an account at Google, Microsoft, GitHub, Slack or HubSpot.
    #[must_use]
    pub fn oauth(&self) -> crate::oauth::Oauth {
        crate::oauth::Oauth::new(self.client.clone())
    }

    /// Create and manage organizations, the tenants of your app.
    #[must_use]
    pub fn organizations(&self) -> crate::organizations::Organizations {
        crate::organizations::Organizations::new(self.client.clone())
    }

    /// Log members in with one-time passcodes.
    #[must_use]
    pub fn otps(&self) -> crate::otps::Otps {
        crate::otps::Otps::new(self.client.clone())
    }

    /// Log members in with an email address and a password.
    #[must_use]
    pub fn passwords(&self) -> crate::passwords::Passwords {
        crate::passwords::Passwords::new(self.client.clone())
    }

    /// Look at the project that the client's credentials belong to.
    #[must_use]
    pub fn project(&self) -> crate::project::Project {
        crate::project::Project::new(self.client.clone())
    }

    /// Read the policy that says which roles may do what.
    #[must_use]
    pub fn rbac(&self) -> crate::rbac::Rbac {
        crate::rbac::Rbac::new(self.client.clone())
    }

    /// Let members in who have lost their authenticator app.
    #[must_use]
    pub fn recovery_codes(&self) -> crate::recovery_codes::RecoveryCodes {
        crate::recovery_codes::RecoveryCodes::new(self.client.clone())
    }

    /// Let the identity provider of an organization keep its members up to date over SCIM.
    #[must_use]
    pub fn scim(&self) -> crate::scim::Scim {
        crate::scim::Scim::new(self.client.clone())
    }

    /// Check, extend, switch and end the sessions of members.
    #[must_use]
    pub fn sessions(&self) -> crate::sessions::Sessions {
        crate::sessions::Sessions::new(self.client.clone())
    }

    /// Log members in through the identity provider of their organization.
    #[must_use]
    pub fn sso(&self) -> crate::sso::Sso {
        crate::sso::Sso::new(self.client.clone())
    }

    /// Ask members for the code of an authenticator app as their second factor.
    #[must_use]
    pub fn totps(&self) -> crate::totps::Totps {
        crate::totps::Totps::new(self.client.clone())
    }
}
