// Generated from spec/b2b/mfa.yaml by `cargo xtask generate`. Do not edit.

//! What a login says about the second factor that it still waits for.

use stytch_core::wire::{Object, Receive, Slot};

use crate::TotpId;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// The second factors that a member has set up.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct MemberOptions {
    /// Number that passcodes go to, in E.164 format; empty without one.
    pub mfa_phone_number: String,
    /// The member's authenticator app; empty without one.
    pub totp_registration_id: TotpId,
}

#[doc(hidden)]
impl Object for MemberOptions {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "mfa_phone_number" => self.mfa_phone_number.slot(),
            "totp_registration_id" => self.totp_registration_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(MemberOptions);

/// The second factor that a member has to give before the login is complete.
///
/// Go by `member_options`: with a phone number, ask for a passcode
/// ([`otps().sms().authenticate`](crate::otps::sms::Sms::authenticate)); with an authenticator app,
/// for its code ([`totps().authenticate`](crate::totps::Totps::authenticate)) or a recovery code
/// ([`recovery_codes().recover`](crate::recovery_codes::RecoveryCodes::recover)). With neither, let
/// the member enroll: [`otps().sms().send`](crate::otps::sms::Sms::send) with a number, or
/// [`totps().create`](crate::totps::Totps::create).
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct MfaRequired {
    /// What the member has set up; missing where they have yet to enroll.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member_options: Option<MemberOptions>,
    /// What has been sent to the member already, so that the code need not be asked for again; missing
    /// if nothing has. Discovery logins and
    /// [`discovery().organizations().list`](crate::discovery::organizations::Organizations::list) never
    /// send anything.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub secondary_auth_initiated: Option<SecondaryAuth>,
}

#[doc(hidden)]
impl Object for MfaRequired {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "member_options" => self.member_options.slot(),
            "secondary_auth_initiated" => self.secondary_auth_initiated.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(MfaRequired);

/// A second factor that the API has started by itself.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SecondaryAuth {
    /// `sms_otp`: A passcode is on its way to the member's phone: ask for it and pass it to
    /// [`otps().sms().authenticate`](crate::otps::sms::Sms::authenticate).
    SmsOtp,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl SecondaryAuth {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::SmsOtp => "sms_otp",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for SecondaryAuth {
    fn from(value: &str) -> Self {
        match value {
            "sms_otp" => Self::SmsOtp,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(SecondaryAuth);
