// Generated from spec/vocabulary.yaml and spec/consumer by `cargo xtask generate`. Do not edit.

use crate::Client;

mod ids;
mod types;
pub mod authentication_factors;
pub mod connected_app;
pub mod crypto_wallets;
pub mod debug;
pub mod device_history;
pub mod fraud;
pub mod idp;
pub mod impersonation;
pub mod m2m;
pub mod magic_links;
pub mod oauth;
pub mod otps;
pub mod password_hashes;
pub mod passwords;
pub mod project;
pub mod rbac;
pub mod sessions;
pub mod totps;
pub mod users;
pub mod webauthn;

pub use ids::*;
pub use types::*;

impl Client {
    /// Let other apps act for your users, with your app as their OAuth 2.0 and OIDC provider.
    #[must_use]
    pub fn connected_app(&self) -> crate::connected_app::ConnectedApp {
        crate::connected_app::ConnectedApp::new(self.client.clone())
    }

    /// Log users in with a crypto wallet.
    #[must_use]
    pub fn crypto_wallets(&self) -> crate::crypto_wallets::CryptoWallets {
        crate::crypto_wallets::CryptoWallets::new(self.client.clone())
    }

    /// Find out whether the client is set up right.
    #[must_use]
    pub fn debug(&self) -> crate::debug::Debug {
        crate::debug::Debug::new(self.client.clone())
    }

    /// Judge devices and email addresses before they get to do harm.
    #[must_use]
    pub fn fraud(&self) -> crate::fraud::Fraud {
        crate::fraud::Fraud::new(self.client.clone())
    }

    /// Be the OAuth 2.0 and OIDC provider for connected apps.
    #[must_use]
    pub fn idp(&self) -> crate::idp::Idp {
        crate::idp::Idp::new(self.client.clone())
    }

    /// Let your support see the app as a user sees it.
    #[must_use]
    pub fn impersonation(&self) -> crate::impersonation::Impersonation {
        crate::impersonation::Impersonation::new(self.client.clone())
    }

    /// Let machines authenticate to each other, without a person involved.
    #[must_use]
    pub fn m2m(&self) -> crate::m2m::M2m {
        crate::m2m::M2m::new(self.client.clone())
    }

    /// Log users in by a link.
    #[must_use]
    pub fn magic_links(&self) -> crate::magic_links::MagicLinks {
        crate::magic_links::MagicLinks::new(self.client.clone())
    }

    /// Log users in with their account at a provider such as Google, Apple or GitHub.
    #[must_use]
    pub fn oauth(&self) -> crate::oauth::Oauth {
        crate::oauth::Oauth::new(self.client.clone())
    }

    /// Log users in by a one-time passcode that they receive and type in.
    #[must_use]
    pub fn otps(&self) -> crate::otps::Otps {
        crate::otps::Otps::new(self.client.clone())
    }

    /// Log users in with an email address and a password.
    #[must_use]
    pub fn passwords(&self) -> crate::passwords::Passwords {
        crate::passwords::Passwords::new(self.client.clone())
    }

    /// Look at the project that the client's credentials belong to.
    #[must_use]
    pub fn project(&self) -> crate::project::Project {
        crate::project::Project::new(self.client.clone())
    }

    /// Read which role may do what.
    #[must_use]
    pub fn rbac(&self) -> crate::rbac::Rbac {
        crate::rbac::Rbac::new(self.client.clone())
    }

    /// Check, extend and end the sessions of users.
    #[must_use]
    pub fn sessions(&self) -> crate::sessions::Sessions {
        crate::sessions::Sessions::new(self.client.clone())
    }

    /// Log users in with the codes of an authenticator app.
    #[must_use]
    pub fn totps(&self) -> crate::totps::Totps {
        crate::totps::Totps::new(self.client.clone())
    }

    /// The people who use your app, with everything they can log in with.
    #[must_use]
    pub fn users(&self) -> crate::users::Users {
        crate::users::Users::new(self.client.clone())
    }

    /// Log users in with passkeys and security keys.
    #[must_use]
    pub fn webauthn(&self) -> crate::webauthn::Webauthn {
        crate::webauthn::Webauthn::new(self.client.clone())
    }
}
