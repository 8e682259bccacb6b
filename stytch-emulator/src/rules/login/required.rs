//! What a login still lacks: a first factor that the organization takes, a proof of the address, a second
//! factor.

use stytch_b2b::authentication_factors::{AuthenticationFactor, FactorType};
use stytch_b2b::mfa::{MemberOptions, MfaRequired};
use stytch_b2b::organizations::{AuthMethod, MethodPolicy, MfaPolicy};
use stytch_b2b::sessions::PrimaryRequired;

use crate::rules::providers::of_member;
use crate::rules::{factors, oauth};
use crate::state::{Member, Organization};

/// The first factors that an organization asks for, if none of those that were shown will do.
pub(crate) fn primary_required(
    organization: &Organization,
    member: &Member,
    factors: &[AuthenticationFactor],
) -> Option<PrimaryRequired> {
    if let Some(required) = proof_required(organization, Some(member), factors) {
        return Some(required);
    }
    let organization = &organization.model;
    if organization.auth_methods != MethodPolicy::Restricted || member.model.is_breakglass {
        return None;
    }
    let allowed = &organization.allowed_auth_methods;
    let is_met = factors
        .iter()
        .filter_map(method)
        .any(|method| allowed.contains(&method));
    (!is_met).then(|| {
        let mut required = PrimaryRequired::default();
        required.allowed_auth_methods.clone_from(allowed);
        required
    })
}

/// The first factors that would prove the address, if none of those that were shown does: accounts at
/// providers that do not vouch for it, and that nobody has made known as the member's.
pub(crate) fn proof_required(
    organization: &Organization,
    member: Option<&Member>,
    factors: &[AuthenticationFactor],
) -> Option<PrimaryRequired> {
    let mut first = factors
        .iter()
        .filter(|factor| !factors::is_second(factor))
        .peekable();
    let proves_nothing =
        first.peek().is_some() && first.all(|factor| oauth::members::is_stranger(factor, member));
    proves_nothing.then(|| {
        let model = &organization.model;
        let is_open = model.auth_methods != MethodPolicy::Restricted;
        let mut required = PrimaryRequired::default();
        required.allowed_auth_methods = [
            AuthMethod::MagicLink,
            AuthMethod::EmailOtp,
            AuthMethod::GoogleOauth,
            AuthMethod::MicrosoftOauth,
        ]
        .into_iter()
        .filter(|method| is_open || model.allowed_auth_methods.contains(method))
        .collect();
        required
    })
}

/// The method behind a first factor.
fn method(factor: &AuthenticationFactor) -> Option<AuthMethod> {
    Some(match factor.r#type {
        FactorType::MagicLink => AuthMethod::MagicLink,
        FactorType::EmailOtp => AuthMethod::EmailOtp,
        FactorType::Password => AuthMethod::Password,
        FactorType::Sso => AuthMethod::Sso,
        FactorType::Oauth => {
            let (provider, _) = of_member::found(factor)?;
            return oauth::members::method(provider);
        }
        _ => return None,
    })
}

/// The second factor that is still to come, if one is.
pub(crate) fn mfa_required(
    organization: &Organization,
    member: &Member,
    factors: &[AuthenticationFactor],
) -> Option<MfaRequired> {
    let is_due =
        organization.model.mfa_policy == MfaPolicy::RequiredForAll || member.model.mfa_enrolled;
    let is_met = factors.iter().any(factors::is_second);
    (is_due && !is_met).then(|| {
        let member = &member.model;
        let mut required = MfaRequired::default();
        if !member.mfa_phone_number.is_empty() || !member.totp_registration_id.as_str().is_empty() {
            let mut options = MemberOptions::default();
            options
                .mfa_phone_number
                .clone_from(&member.mfa_phone_number);
            options
                .totp_registration_id
                .clone_from(&member.totp_registration_id);
            required.member_options = Some(options);
        }
        required
    })
}
