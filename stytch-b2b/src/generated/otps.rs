// Generated from spec/b2b/otps.yaml by `cargo xtask generate`. Do not edit.

//! Log members in with one-time passcodes.
//!
//! By email they are a first factor:
//! [`otps().email().login_or_signup`](crate::otps::email::Email::login_or_signup) for a known
//! organization,
//! [`otps().email().discovery().send`](crate::otps::email::discovery::Discovery::send) to find it.
//! By SMS they are only ever a second one:
//! [`otps().sms().authenticate`](crate::otps::sms::Sms::authenticate).

pub mod email;
pub mod sms;

#[cfg(feature = "client")]
use stytch_core::Handle;

/// `stytch.otps()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Otps {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Otps {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`otps::email`](email): [`login_or_signup`](email::Email::login_or_signup),
    /// [`authenticate`](email::Email::authenticate), [`discovery()`](email::Email::discovery).
    #[must_use]
    pub fn email(&self) -> email::Email {
        email::Email::new(self.client.clone())
    }

    /// The calls of [`otps::sms`](sms): [`send`](sms::Sms::send),
    /// [`authenticate`](sms::Sms::authenticate).
    #[must_use]
    pub fn sms(&self) -> sms::Sms {
        sms::Sms::new(self.client.clone())
    }
}
