//! Proofs of who somebody is, as sessions list them.

use stytch_b2b::authentication_factors::{
    AuthenticationFactor, AuthenticatorAppFactor, DeliveryMethod, EmailFactor, FactorType,
    OauthExchangeFactor, PhoneNumberFactor, RecoveryCodeFactor,
};
use stytch_core::Timestamp;

use super::providers::{Provider, of_member};
use crate::state::Member;

/// A link that was followed, or a code that was typed, from a mail.
pub(crate) fn email(
    r#type: FactorType,
    email_id: &str,
    email_address: &str,
    now: Timestamp,
) -> AuthenticationFactor {
    let mut email = EmailFactor::default();
    email.email_id = email_id.into();
    email.email_address = email_address.to_owned();
    let mut factor = fresh(r#type, DeliveryMethod::Email, now);
    factor.email_factor = Some(email);
    factor
}

/// A password.
pub(crate) fn password(now: Timestamp) -> AuthenticationFactor {
    fresh(FactorType::Password, DeliveryMethod::Knowledge, now)
}

/// A code from a text message.
pub(crate) fn sms(phone_id: &str, number: &str, now: Timestamp) -> AuthenticationFactor {
    let mut phone = PhoneNumberFactor::default();
    phone.phone_id = phone_id.into();
    phone.phone_number = number.to_owned();
    let mut factor = fresh(FactorType::Otp, DeliveryMethod::Sms, now);
    factor.phone_number_factor = Some(phone);
    factor
}

/// A code of an authenticator app.
pub(crate) fn totp(totp_id: &str, now: Timestamp) -> AuthenticationFactor {
    let mut app = AuthenticatorAppFactor::default();
    app.totp_id = totp_id.into();
    let mut factor = fresh(FactorType::Totp, DeliveryMethod::AuthenticatorApp, now);
    factor.authenticator_app_factor = Some(app);
    factor
}

/// A recovery code.
pub(crate) fn recovery_code(id: &str, now: Timestamp) -> AuthenticationFactor {
    let mut code = RecoveryCodeFactor::default();
    code.totp_recovery_code_id = id.into();
    let mut factor = fresh(FactorType::RecoveryCodes, DeliveryMethod::RecoveryCode, now);
    factor.recovery_code_factor = Some(code);
    factor
}

/// A factor that was shown just now, without what is special about it.
pub(crate) fn fresh(
    r#type: FactorType,
    delivery_method: DeliveryMethod,
    now: Timestamp,
) -> AuthenticationFactor {
    let mut factor = AuthenticationFactor::default();
    factor.r#type = r#type;
    factor.delivery_method = delivery_method;
    factor.last_authenticated_at = Some(now);
    factor.created_at = Some(now);
    factor.updated_at = Some(now);
    factor
}

/// Whether a factor counts as a second one.
pub(crate) fn is_second(factor: &AuthenticationFactor) -> bool {
    matches!(
        factor.r#type,
        FactorType::Otp | FactorType::Totp | FactorType::RecoveryCodes
    )
}

/// A factor as it counts in another organization, if it does: what proves the address does, and a login at
/// a provider that does not vouch for it counts as one that was carried over.
pub(crate) fn carried(factor: &AuthenticationFactor) -> Option<AuthenticationFactor> {
    if factor.email_factor.is_some() {
        return Some(factor.clone());
    }
    let (provider, account) = of_member::found(factor)?;
    if account.email_id.is_some() {
        return Some(factor.clone());
    }
    let mut carried = factor.clone();
    *of_member::account(provider, &mut carried) = None;
    let exchange = Some(OauthExchangeFactor::default());
    let (place, delivery_method) = match provider {
        Provider::Slack => (
            &mut carried.slack_oauth_exchange_factor,
            DeliveryMethod::OauthExchangeSlack,
        ),
        Provider::Hubspot => (
            &mut carried.hubspot_oauth_exchange_factor,
            DeliveryMethod::OauthExchangeHubspot,
        ),
        Provider::Github => (
            &mut carried.github_oauth_exchange_factor,
            DeliveryMethod::OauthExchangeGithub,
        ),
        Provider::Google => (
            &mut carried.google_oauth_exchange_factor,
            DeliveryMethod::OauthExchangeGoogle,
        ),
        _ => return None,
    };
    *place = exchange;
    carried.delivery_method = delivery_method;
    Some(carried)
}

/// Whether a factor means nothing outside of the organization where it was shown. Passwords do if they
/// serve everywhere.
pub(crate) fn is_bound(factor: &AuthenticationFactor, passwords_serve_everywhere: bool) -> bool {
    match factor.r#type {
        FactorType::Password => !passwords_serve_everywhere,
        FactorType::Sso => true,
        _ => false,
    }
}

/// Whether a factor was shown by this member and not by an account in another organization.
pub(crate) fn is_of(factor: &AuthenticationFactor, member: &Member) -> bool {
    match factor.r#type {
        FactorType::Otp => factor.phone_number_factor.as_ref().is_some_and(|phone| {
            member.model.mfa_phone_number_verified
                && phone.phone_number == member.model.mfa_phone_number
        }),
        FactorType::Totp => factor
            .authenticator_app_factor
            .as_ref()
            .is_some_and(|app| app.totp_id == member.model.totp_registration_id),
        FactorType::RecoveryCodes => false,
        _ => true,
    }
}
