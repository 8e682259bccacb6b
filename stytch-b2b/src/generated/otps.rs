// Generated from spec/b2b/otps.yaml by `cargo xtask generate`. Do not edit.

//! Log members in with one-time passcodes.
//!
//! By email they are a first factor:
//! [`otps.email.login_or_signup`](crate::otps::email::Email::login_or_signup) for a known
//! organization, [`otps.email.discovery.send`](crate::otps::email::discovery::Discovery::send) to
//! find it. By SMS they are only ever a second one:
//! [`otps.sms.authenticate`](crate::otps::sms::Sms::authenticate).

pub mod email;
pub mod sms;

use stytch_core::Handle;

/// Log members in with one-time passcodes.
///
/// Reached as `client.otps()`; cheap to clone, and of use for any number of calls.
#[derive(Clone, Debug)]
pub struct Otps {
    pub(crate) client: Handle,
}

impl Otps {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Log members in to a known organization with passcodes sent by email.
    #[must_use]
    pub fn email(&self) -> email::Email {
        email::Email::new(self.client.clone())
    }

    /// Ask members for a passcode sent by SMS, as a second factor.
    #[must_use]
    pub fn sms(&self) -> sms::Sms {
        sms::Sms::new(self.client.clone())
    }
}
