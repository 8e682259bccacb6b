// Generated from spec/vocabulary.yaml and spec/consumer by `cargo xtask generate`. Do not edit.

pub mod authentication_factors;
pub mod connected_app;
pub mod crypto_wallets;
pub mod debug;
pub mod device_history;
pub mod fraud;
pub mod idp;
pub mod ids;
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

    /// The calls of [`crypto_wallets`](crate::crypto_wallets):
    /// [`authenticate_start`](crypto_wallets::CryptoWallets::authenticate_start),
    /// [`authenticate`](crypto_wallets::CryptoWallets::authenticate).
    #[must_use]
    pub fn crypto_wallets(&self) -> crypto_wallets::CryptoWallets {
        crypto_wallets::CryptoWallets::new(self.client.clone())
    }

    /// The calls of [`debug`](crate::debug): [`whoami`](debug::Debug::whoami).
    #[must_use]
    pub fn debug(&self) -> debug::Debug {
        debug::Debug::new(self.client.clone())
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
    /// [`create`](magic_links::MagicLinks::create), [`email()`](magic_links::MagicLinks::email).
    #[must_use]
    pub fn magic_links(&self) -> magic_links::MagicLinks {
        magic_links::MagicLinks::new(self.client.clone())
    }

    /// The calls of [`oauth`](crate::oauth): [`attach`](oauth::Oauth::attach),
    /// [`authenticate`](oauth::Oauth::authenticate), [`start`](oauth::Oauth::start).
    #[must_use]
    pub fn oauth(&self) -> oauth::Oauth {
        oauth::Oauth::new(self.client.clone())
    }

    /// The calls of [`otps`](crate::otps): [`authenticate`](otps::Otps::authenticate),
    /// [`email()`](otps::Otps::email), [`sms()`](otps::Otps::sms),
    /// [`whatsapp()`](otps::Otps::whatsapp).
    #[must_use]
    pub fn otps(&self) -> otps::Otps {
        otps::Otps::new(self.client.clone())
    }

    /// The calls of [`passwords`](crate::passwords): [`create`](passwords::Passwords::create),
    /// [`authenticate`](passwords::Passwords::authenticate),
    /// [`strength_check`](passwords::Passwords::strength_check),
    /// [`migrate`](passwords::Passwords::migrate), [`email()`](passwords::Passwords::email),
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

    /// The calls of [`rbac`](crate::rbac): [`policy`](rbac::Rbac::policy).
    #[must_use]
    pub fn rbac(&self) -> rbac::Rbac {
        rbac::Rbac::new(self.client.clone())
    }

    /// The calls of [`sessions`](crate::sessions): [`get`](sessions::Sessions::get),
    /// [`authenticate`](sessions::Sessions::authenticate), [`revoke`](sessions::Sessions::revoke),
    /// [`migrate`](sessions::Sessions::migrate),
    /// [`exchange_access_token`](sessions::Sessions::exchange_access_token),
    /// [`get_jwks`](sessions::Sessions::get_jwks), [`attest`](sessions::Sessions::attest).
    #[must_use]
    pub fn sessions(&self) -> sessions::Sessions {
        sessions::Sessions::new(self.client.clone())
    }

    /// The calls of [`totps`](crate::totps): [`create`](totps::Totps::create),
    /// [`authenticate`](totps::Totps::authenticate), [`recovery_codes`](totps::Totps::recovery_codes),
    /// [`recover`](totps::Totps::recover).
    #[must_use]
    pub fn totps(&self) -> totps::Totps {
        totps::Totps::new(self.client.clone())
    }

    /// The calls of [`users`](crate::users): [`create`](users::Users::create),
    /// [`get`](users::Users::get), [`search`](users::Users::search), [`update`](users::Users::update),
    /// [`exchange_primary_factor`](users::Users::exchange_primary_factor),
    /// [`delete`](users::Users::delete), [`delete_email`](users::Users::delete_email),
    /// [`delete_phone_number`](users::Users::delete_phone_number),
    /// [`delete_webauthn_registration`](users::Users::delete_webauthn_registration),
    /// [`delete_biometric_registration`](users::Users::delete_biometric_registration),
    /// [`delete_totp`](users::Users::delete_totp),
    /// [`delete_crypto_wallet`](users::Users::delete_crypto_wallet),
    /// [`delete_password`](users::Users::delete_password),
    /// [`delete_oauth_registration`](users::Users::delete_oauth_registration),
    /// [`delete_external_id`](users::Users::delete_external_id),
    /// [`connected_apps`](users::Users::connected_apps), [`revoke`](users::Users::revoke).
    #[must_use]
    pub fn users(&self) -> users::Users {
        users::Users::new(self.client.clone())
    }

    /// The calls of [`webauthn`](crate::webauthn):
    /// [`register_start`](webauthn::Webauthn::register_start),
    /// [`register`](webauthn::Webauthn::register),
    /// [`authenticate_start`](webauthn::Webauthn::authenticate_start),
    /// [`authenticate`](webauthn::Webauthn::authenticate), [`update`](webauthn::Webauthn::update),
    /// [`list_credentials`](webauthn::Webauthn::list_credentials).
    #[must_use]
    pub fn webauthn(&self) -> webauthn::Webauthn {
        webauthn::Webauthn::new(self.client.clone())
    }
}
