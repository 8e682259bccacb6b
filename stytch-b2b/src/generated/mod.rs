// Generated from spec/vocabulary.yaml and spec/b2b by `cargo xtask generate`. Do not edit.

pub mod authentication_factors;
pub mod connected_app;
pub mod debug;
pub mod device_history;
pub mod discovery;
pub mod fraud;
pub mod idp;
pub mod ids;
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

mod types;

#[cfg(feature = "webhooks")]
pub(crate) mod events;

#[cfg(feature = "client")]
use crate::Client;

#[doc(no_inline)]
pub use ids::*;
pub use types::*;

#[cfg(feature = "client")]
impl Client {
    /// The calls of [`connected_app`](crate::connected_app):
    /// [`authorize`](connected_app::ConnectedApp::authorize),
    /// [`clients()`](connected_app::ConnectedApp::clients).
    #[must_use]
    pub fn connected_app(&self) -> connected_app::ConnectedApp {
        connected_app::ConnectedApp::new(self.client.clone())
    }

    /// The calls of [`debug`](crate::debug): [`whoami`](debug::Debug::whoami).
    #[must_use]
    pub fn debug(&self) -> debug::Debug {
        debug::Debug::new(self.client.clone())
    }

    /// The calls of [`discovery`](crate::discovery):
    /// [`intermediate_sessions()`](discovery::Discovery::intermediate_sessions),
    /// [`organizations()`](discovery::Discovery::organizations).
    #[must_use]
    pub fn discovery(&self) -> discovery::Discovery {
        discovery::Discovery::new(self.client.clone())
    }

    /// The calls of [`fraud`](crate::fraud): [`email()`](fraud::Fraud::email),
    /// [`fingerprint()`](fraud::Fraud::fingerprint), [`rules()`](fraud::Fraud::rules),
    /// [`verdict_reasons()`](fraud::Fraud::verdict_reasons).
    #[must_use]
    pub fn fraud(&self) -> fraud::Fraud {
        fraud::Fraud::new(self.client.clone())
    }

    /// The calls of [`idp`](crate::idp): [`oauth()`](idp::Idp::oauth).
    #[must_use]
    pub fn idp(&self) -> idp::Idp {
        idp::Idp::new(self.client.clone())
    }

    /// The calls of [`impersonation`](crate::impersonation):
    /// [`authenticate`](impersonation::Impersonation::authenticate).
    #[must_use]
    pub fn impersonation(&self) -> impersonation::Impersonation {
        impersonation::Impersonation::new(self.client.clone())
    }

    /// The calls of [`m2m`](crate::m2m): [`clients()`](m2m::M2m::clients).
    #[must_use]
    pub fn m2m(&self) -> m2m::M2m {
        m2m::M2m::new(self.client.clone())
    }

    /// The calls of [`magic_links`](crate::magic_links):
    /// [`authenticate`](magic_links::MagicLinks::authenticate),
    /// [`discovery()`](magic_links::MagicLinks::discovery),
    /// [`email()`](magic_links::MagicLinks::email).
    #[must_use]
    pub fn magic_links(&self) -> magic_links::MagicLinks {
        magic_links::MagicLinks::new(self.client.clone())
    }

    /// The calls of [`oauth`](crate::oauth): [`authenticate`](oauth::Oauth::authenticate),
    /// [`start`](oauth::Oauth::start), [`start_by_slug`](oauth::Oauth::start_by_slug),
    /// [`discovery()`](oauth::Oauth::discovery).
    #[must_use]
    pub fn oauth(&self) -> oauth::Oauth {
        oauth::Oauth::new(self.client.clone())
    }

    /// The calls of [`organizations`](crate::organizations):
    /// [`create`](organizations::Organizations::create), [`get`](organizations::Organizations::get),
    /// [`update`](organizations::Organizations::update),
    /// [`delete`](organizations::Organizations::delete),
    /// [`delete_external_id`](organizations::Organizations::delete_external_id),
    /// [`search`](organizations::Organizations::search),
    /// [`metrics`](organizations::Organizations::metrics),
    /// [`connected_apps`](organizations::Organizations::connected_apps),
    /// [`get_connected_app`](organizations::Organizations::get_connected_app),
    /// [`members()`](organizations::Organizations::members).
    #[must_use]
    pub fn organizations(&self) -> organizations::Organizations {
        organizations::Organizations::new(self.client.clone())
    }

    /// The calls of [`otps`](crate::otps): [`email()`](otps::Otps::email), [`sms()`](otps::Otps::sms).
    #[must_use]
    pub fn otps(&self) -> otps::Otps {
        otps::Otps::new(self.client.clone())
    }

    /// The calls of [`passwords`](crate::passwords):
    /// [`authenticate`](passwords::Passwords::authenticate),
    /// [`migrate`](passwords::Passwords::migrate),
    /// [`strength_check`](passwords::Passwords::strength_check),
    /// [`discovery()`](passwords::Passwords::discovery), [`email()`](passwords::Passwords::email),
    /// [`existing_password()`](passwords::Passwords::existing_password),
    /// [`sessions()`](passwords::Passwords::sessions).
    #[must_use]
    pub fn passwords(&self) -> passwords::Passwords {
        passwords::Passwords::new(self.client.clone())
    }

    /// The calls of [`project`](crate::project): [`metrics`](project::Project::metrics).
    #[must_use]
    pub fn project(&self) -> project::Project {
        project::Project::new(self.client.clone())
    }

    /// The calls of [`rbac`](crate::rbac): [`policy`](rbac::Rbac::policy),
    /// [`organizations()`](rbac::Rbac::organizations).
    #[must_use]
    pub fn rbac(&self) -> rbac::Rbac {
        rbac::Rbac::new(self.client.clone())
    }

    /// The calls of [`recovery_codes`](crate::recovery_codes):
    /// [`get`](recovery_codes::RecoveryCodes::get),
    /// [`recover`](recovery_codes::RecoveryCodes::recover),
    /// [`rotate`](recovery_codes::RecoveryCodes::rotate).
    #[must_use]
    pub fn recovery_codes(&self) -> recovery_codes::RecoveryCodes {
        recovery_codes::RecoveryCodes::new(self.client.clone())
    }

    /// The calls of [`scim`](crate::scim): [`connection()`](scim::Scim::connection).
    #[must_use]
    pub fn scim(&self) -> scim::Scim {
        scim::Scim::new(self.client.clone())
    }

    /// The calls of [`sessions`](crate::sessions): [`authenticate`](sessions::Sessions::authenticate),
    /// [`get`](sessions::Sessions::get), [`revoke`](sessions::Sessions::revoke),
    /// [`exchange`](sessions::Sessions::exchange),
    /// [`exchange_access_token`](sessions::Sessions::exchange_access_token),
    /// [`attest`](sessions::Sessions::attest), [`migrate`](sessions::Sessions::migrate),
    /// [`get_jwks`](sessions::Sessions::get_jwks).
    #[must_use]
    pub fn sessions(&self) -> sessions::Sessions {
        sessions::Sessions::new(self.client.clone())
    }

    /// The calls of [`sso`](crate::sso): [`authenticate`](sso::Sso::authenticate),
    /// [`get_connections`](sso::Sso::get_connections),
    /// [`delete_connection`](sso::Sso::delete_connection), [`start`](sso::Sso::start),
    /// [`start_default`](sso::Sso::start_default), [`external()`](sso::Sso::external),
    /// [`oidc()`](sso::Sso::oidc), [`saml()`](sso::Sso::saml).
    #[must_use]
    pub fn sso(&self) -> sso::Sso {
        sso::Sso::new(self.client.clone())
    }

    /// The calls of [`totps`](crate::totps): [`authenticate`](totps::Totps::authenticate),
    /// [`create`](totps::Totps::create), [`migrate`](totps::Totps::migrate).
    #[must_use]
    pub fn totps(&self) -> totps::Totps {
        totps::Totps::new(self.client.clone())
    }
}
