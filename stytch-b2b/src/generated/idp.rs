// Generated from spec/b2b/idp.yaml by `cargo xtask generate`. Do not edit.

//! Let connected apps act for your members, with your app as their OAuth 2.0 and OIDC provider.
//!
//! [`idp().oauth().authorize_start`](crate::idp::oauth::Oauth::authorize_start) and
//! [`idp().oauth().authorize`](crate::idp::oauth::Oauth::authorize) answer the authorization
//! requests that bring members to your app;
//! [`connected_app().clients().create`](crate::connected_app::clients::Clients::create) registers
//! the apps.

pub mod oauth;

#[cfg(feature = "client")]
use stytch_core::Handle;

/// `stytch.idp()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Idp {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Idp {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`idp::oauth`](oauth): [`authorize`](oauth::Oauth::authorize),
    /// [`authorize_start`](oauth::Oauth::authorize_start).
    #[must_use]
    pub fn oauth(&self) -> oauth::Oauth {
        oauth::Oauth::new(self.client.clone())
    }
}
