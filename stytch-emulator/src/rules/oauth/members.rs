//! Members and their accounts at OAuth providers.

use std::sync::Arc;

use serde_json::Value;
use stytch_b2b::authentication_factors::{
    AuthenticationFactor, DeliveryMethod, FactorType, OauthFactor,
};
use stytch_b2b::organizations::{AuthMethod, JitProvisioning, MemberStatus, OauthRegistration};

use crate::call::Call;
use crate::operations::b2b::organizations::admission::{self, Admitted};
use crate::operations::b2b::organizations::members;
use crate::refusal::Refusal;
use crate::rules::providers::identity::ProviderIdentity;
use crate::rules::providers::{Provider, of_member};
use crate::rules::{factors, find};
use crate::state::{Member, Organization, ProviderAnswer, ProviderGrant, Record as _, State};

/// The method that a login at a provider is; `None` for one where members can't log in.
pub(crate) fn method(provider: Provider) -> Option<AuthMethod> {
    Some(match provider {
        Provider::Google => AuthMethod::GoogleOauth,
        Provider::Microsoft => AuthMethod::MicrosoftOauth,
        Provider::Slack => AuthMethod::SlackOauth,
        Provider::Github => AuthMethod::GithubOauth,
        Provider::Hubspot => AuthMethod::HubspotOauth,
        _ => return None,
    })
}

/// Finds the member whom a provider has sent, or makes one if whoever it sends may join.
pub(crate) fn admit(
    call: &mut Call<'_>,
    organization: &Organization,
    provider: Provider,
    identity: &ProviderIdentity,
) -> Result<Admitted, Refusal> {
    let email = &identity.email_address;
    let found = registered(call.state, organization, provider, &identity.subject)
        .or_else(|| find::member_by_email(call.state, organization, email));
    check_method(organization, found.as_deref(), provider)?;
    if let Some(member) = found {
        return Ok(Admitted {
            member,
            is_new: false,
        });
    }
    let by_tenant = tenant(organization, provider, &identity.tenants).is_some();
    if !by_tenant {
        check_jit(call, organization, provider, identity)?;
    }
    admission::check_claim(call, organization, email)?;
    let mut member = members::fresh(call, organization, email)?;
    member.model.status = MemberStatus::Pending;
    member.model.name.clone_from(&identity.name);
    if by_tenant {
        // the tenant answers for its people
        let id = call.random.id("oauth-registration");
        register(call.state, &mut member, provider, &identity.subject, &id);
    }
    Ok(Admitted {
        member: call.state.members.put(member),
        is_new: true,
    })
}

/// Makes sure that an organization lets people in by a provider.
pub(crate) fn check_method(
    organization: &Organization,
    member: Option<&Member>,
    provider: Provider,
) -> Result<(), Refusal> {
    let method = method(provider).ok_or_else(|| Refusal::new("invalid_oauth_provider"))?;
    admission::check_method(organization, member, &method)
}

fn check_jit(
    call: &Call<'_>,
    organization: &Organization,
    provider: Provider,
    identity: &ProviderIdentity,
) -> Result<(), Refusal> {
    let model = &organization.model;
    let takes_tenants = model.oauth_tenant_jit_provisioning == JitProvisioning::Restricted
        && model.allowed_oauth_tenants.contains_key(provider.slug());
    let by_domain = admission::check_jit(call, organization, &identity.email_address);
    match by_domain {
        Err(_) if takes_tenants => Err(Refusal::new("invalid_oauth_tenant_for_jit_provisioning")),
        by_domain => by_domain,
    }
}

/// The tenant by which somebody may join an organization.
pub(crate) fn tenant<'t>(
    organization: &Organization,
    provider: Provider,
    tenants: &'t [String],
) -> Option<&'t str> {
    let model = &organization.model;
    if model.oauth_tenant_jit_provisioning != JitProvisioning::Restricted {
        return None;
    }
    let allowed = model.allowed_oauth_tenants.get(provider.slug());
    let allowed = allowed.and_then(Value::as_array)?;
    let mut tenants = tenants.iter();
    let found = tenants.find(|tenant| allowed.iter().any(|one| *one == ***tenant));
    found.map(String::as_str)
}

/// The account by whose tenant somebody with these factors may join an organization.
pub(crate) fn tenant_of_factors(
    state: &State,
    organization: &Organization,
    factors: &[AuthenticationFactor],
) -> Option<(Provider, OauthFactor, String)> {
    factors.iter().find_map(|factor| {
        let (provider, account) = of_member::found(factor)?;
        let name = ProviderGrant::at_provider(provider, &account.provider_subject);
        let grant = state.provider_grants.get(&name)?;
        let tenant = tenant(organization, provider, &grant.identity.tenants)?;
        Some((provider, account.clone(), tenant.to_owned()))
    })
}

/// The member who has logged in with an account before.
fn registered(
    state: &State,
    organization: &Organization,
    provider: Provider,
    subject: &str,
) -> Option<Arc<Member>> {
    let group = Member::listed_by_organization(organization.id());
    let mut members = state.members.group(&group);
    let found = members.find(|member| !member.is_deleted() && has(member, provider, subject));
    found.cloned()
}

/// Whether an account is known as one of a member.
fn has(member: &Member, provider: Provider, subject: &str) -> bool {
    let mut registrations = member.model.oauth_registrations.iter();
    registrations.any(|one| one.provider_type == provider.name() && one.provider_subject == subject)
}

/// Whether a factor is a login at a provider that does not vouch for the address, with an account that is
/// not known as one of the member: by itself, it proves nothing. Neither does one from another
/// organization, which may have taken the word of a provider's tenant that is its own.
pub(crate) fn is_stranger(factor: &AuthenticationFactor, member: Option<&Member>) -> bool {
    let is_carried = matches!(
        factor.delivery_method,
        DeliveryMethod::OauthExchangeSlack
            | DeliveryMethod::OauthExchangeHubspot
            | DeliveryMethod::OauthExchangeGithub
            | DeliveryMethod::OauthExchangeGoogle
    );
    if is_carried {
        return true;
    }
    let Some((provider, account)) = of_member::found(factor) else {
        return false;
    };
    let subject = &account.provider_subject;
    account.email_id.is_none() && !member.is_some_and(|member| has(member, provider, subject))
}

/// Makes the accounts behind factors known as those of a member.
pub(crate) fn register_all(state: &State, member: &mut Member, factors: &[AuthenticationFactor]) {
    for (provider, account) in factors.iter().filter_map(of_member::found) {
        let id = account.id.as_str();
        register(state, member, provider, &account.provider_subject, id);
    }
}

/// Makes an account known as one of a member.
pub(crate) fn register(
    state: &State,
    member: &mut Member,
    provider: Provider,
    subject: &str,
    id: &str,
) {
    if has(member, provider, subject) {
        return;
    }
    let grant = ProviderGrant::at_provider(provider, subject);
    let grant = state.provider_grants.get(&grant);
    let told = |name: &str| {
        let told = grant?.identity.attributes.get(name)?.as_str()?;
        Some(told.to_owned())
    };
    let mut registration = OauthRegistration::default();
    registration.provider_type = provider.name().to_owned();
    registration.provider_subject = subject.to_owned();
    registration.member_oauth_registration_id = id.into();
    registration.profile_picture_url = told("picture");
    registration.locale = told("locale");
    member.model.oauth_registrations.push(registration);
}

/// The factor of somebody who comes from a provider. It names an address only if the provider vouches for
/// it.
pub(crate) fn factor(
    call: &mut Call<'_>,
    answer: &ProviderAnswer,
    member: Option<&Member>,
) -> AuthenticationFactor {
    let ProviderAnswer {
        provider, identity, ..
    } = answer;
    let registrations = member.map(|member| &member.model.oauth_registrations);
    let mut known = registrations.into_iter().flatten();
    let known = known.find(|one| {
        one.provider_type == provider.name() && one.provider_subject == identity.subject
    });
    let mut account = OauthFactor::default();
    account.id = match known {
        Some(known) => known.member_oauth_registration_id.clone(),
        None => call.random.id("oauth-registration").into(),
    };
    account.provider_subject.clone_from(&identity.subject);
    if provider.vouches_to_organizations(identity) {
        account.email_id = Some(match member {
            Some(member) => member.email_id.as_str().into(),
            None => call.random.id("email").into(),
        });
    }
    let delivery = of_member::delivery_method(*provider);
    let mut factor = factors::fresh(FactorType::Oauth, delivery, call.now);
    *of_member::account(*provider, &mut factor) = Some(account);
    factor
}
