//! The settings of an organization: what a request changes, and what they have to keep to.

use stytch_b2b::organizations::{self, AccessPolicy, JitProvisioning, MethodPolicy};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::roles::gone;
use crate::rules::spelling;
use crate::rules::sso::connections;
use crate::state::Organization;

/// Domains where everybody can get an address, by the label in front of the top level.
const COMMON: [&str; 30] = [
    "gmail",
    "aol",
    "yahoo",
    "icloud",
    "hotmail",
    "msn",
    "comcast",
    "live",
    "outlook",
    "att",
    "earthlink",
    "me",
    "mac",
    "sbcglobal",
    "verizon",
    "ig",
    "mail",
    "hey",
    "laposte",
    "wanadoo",
    "googlemail",
    "orange",
    "rediffmail",
    "uol",
    "bol",
    "free",
    "gmx",
    "yandex",
    "ymail",
    "libero",
];

/// Takes over the settings that a request has. Lists are replaced as a whole.
macro_rules! apply {
    ($request:ident, $model:ident) => {{
        $crate::operations::b2b::organizations::settings::set!(
            $request,
            $model,
            organization_logo_url,
            sso_jit_provisioning,
            email_allowed_domains,
            email_jit_provisioning,
            email_invites,
            auth_methods,
            allowed_auth_methods,
            mfa_policy,
            rbac_email_implicit_role_assignments,
            mfa_methods,
            allowed_mfa_methods,
            oauth_tenant_jit_provisioning,
            first_party_connected_apps_allowed_type,
            allowed_first_party_connected_apps,
            third_party_connected_apps_allowed_type,
            allowed_third_party_connected_apps,
        );
        if let Some(serde_json::Value::Object(tenants)) = $request.allowed_oauth_tenants.take() {
            $model.allowed_oauth_tenants = tenants;
        }
        $crate::rules::metadata::merge(
            &mut $model.trusted_metadata,
            $request.trusted_metadata.take(),
        )?;
        if let Some(id) = $request.organization_external_id.take() {
            $model.organization_external_id = Some(id).filter(|id| !id.is_empty());
        }
    }};
}

/// Takes over fields of the same type.
macro_rules! set {
    ($request:ident, $model:ident, $($field:ident),* $(,)?) => {
        $(if let Some(value) = $request.$field.take() {
            $model.$field = value;
        })*
    };
}

/// A new organization with the settings that a request has, but without its name. The slug follows from a
/// text unless the request has one.
macro_rules! found {
    ($call:ident, $request:ident, $slug_from:expr) => {{
        let has_auth_settings = $request.sso_jit_provisioning.is_some()
            || $request.email_jit_provisioning.is_some()
            || $request.email_invites.is_some()
            || $request.auth_methods.is_some();
        let slug = $request.organization_slug.take();
        let mut model = $crate::operations::b2b::organizations::settings::started(
            $call,
            has_auth_settings,
            slug,
            $slug_from,
        );
        $crate::operations::b2b::organizations::settings::apply!($request, model);
        model
    }};
}

pub(crate) use {apply, found, set};

/// An organization as it is before the request has its say.
pub(crate) fn started(
    call: &mut Call<'_>,
    has_auth_settings: bool,
    slug: Option<String>,
    slug_from: &str,
) -> organizations::Organization {
    let mut model = fresh(has_auth_settings);
    model.organization_id = call.random.id("organization").into();
    model.created_at = Some(call.now);
    model.updated_at = Some(call.now);
    model.organization_slug =
        slug.unwrap_or_else(|| super::free_slug(call, &spelling::slug_of(slug_from)));
    model
}

/// The settings of a new organization, before the request has its say.
pub(crate) fn fresh(has_auth_settings: bool) -> organizations::Organization {
    let mut model = organizations::Organization::default();
    model.sso_jit_provisioning = AccessPolicy::AllAllowed;
    model.email_jit_provisioning = JitProvisioning::NotAllowed;
    model.email_invites = match has_auth_settings {
        true => AccessPolicy::NotAllowed,
        false => AccessPolicy::AllAllowed,
    };
    model.auth_methods = MethodPolicy::AllAllowed;
    model.mfa_policy = organizations::MfaPolicy::Optional;
    model.mfa_methods = MethodPolicy::AllAllowed;
    model.oauth_tenant_jit_provisioning = JitProvisioning::NotAllowed;
    model.first_party_connected_apps_allowed_type = AccessPolicy::AllAllowed;
    model.third_party_connected_apps_allowed_type = AccessPolicy::AllAllowed;
    model
}

/// Makes sure that an organization can be as it would be, and puts it into the state.
pub(crate) fn put(
    call: &mut Call<'_>,
    model: organizations::Organization,
) -> Result<organizations::Organization, Refusal> {
    check(call, &model)?;
    Ok(call
        .state
        .organizations
        .put(Organization { model })
        .model
        .clone())
}

fn check(call: &Call<'_>, model: &organizations::Organization) -> Result<(), Refusal> {
    if !(1..=128).contains(&model.organization_name.chars().count()) {
        return Err(Refusal::new("invalid_organization_name"));
    }
    spelling::slug(&model.organization_slug)?;
    let id = model.organization_id.as_str();
    let is_of_another = |name: String| {
        let found = call.state.organizations.named(&name);
        found.is_some_and(|found| found.model.organization_id.as_str() != id)
    };
    if is_of_another(Organization::named_by_slug(&model.organization_slug)) {
        return Err(ErrorType::OrganizationSlugAlreadyUsed.into());
    }
    if let Some(external) = &model.organization_external_id {
        spelling::external_id(external, "invalid_organization_external_id")?;
        if external == id {
            return Err(Refusal::new(
                "external_organization_id_same_as_organization_id",
            ));
        }
        if is_of_another(Organization::named_by_external_id(external)) {
            return Err(Refusal::new("organization_external_id_already_used"));
        }
    }
    domains(model)?;
    if model.auth_methods == MethodPolicy::Restricted && model.allowed_auth_methods.is_empty() {
        return Err(Refusal::new("allowed_auth_methods_required_for_restricted"));
    }
    if model.mfa_methods == MethodPolicy::Restricted && model.allowed_mfa_methods.is_empty() {
        return Err(Refusal::new("allowed_mfa_methods_required_for_restricted"));
    }
    if model.sso_jit_provisioning == AccessPolicy::NotAllowed
        && model.email_jit_provisioning == JitProvisioning::NotAllowed
        && model.email_invites == AccessPolicy::NotAllowed
    {
        return Err(Refusal::new("invalid_organization_auth_factor_setting"));
    }
    if let Some(missing) = connections::missing(call.state, model) {
        return Err(Refusal::from(ErrorType::SsoConnectionNotFound).because(format!(
            "sso_jit_provisioning_allowed_connections: the organization has no connection {missing}."
        )));
    }
    let lists_none = |model: &organizations::Organization| {
        model.sso_jit_provisioning == AccessPolicy::Restricted
            && model.sso_jit_provisioning_allowed_connections.is_empty()
    };
    let before = call.state.organizations.get(id);
    // the last one may have been deleted, which is no fault of this request
    if lists_none(model) && !before.is_some_and(|before| lists_none(&before.model)) {
        return Err(ErrorType::InvalidRestrictedSsoSetting.into());
    }
    if model.oauth_tenant_jit_provisioning == JitProvisioning::Restricted
        && model.allowed_oauth_tenants.is_empty()
    {
        return Err(ErrorType::InvalidRestrictedOauthTenantsSetting.into());
    }
    if model.email_allowed_domains.is_empty() {
        if model.email_invites == AccessPolicy::Restricted {
            return Err(Refusal::new("invalid_restricted_email_setting"));
        }
        if model.email_jit_provisioning == JitProvisioning::Restricted {
            return Err(Refusal::new(
                "invalid_organization_auth_factor_setting_for_email_jit_provisioning",
            ));
        }
    }
    for rule in &model.rbac_email_implicit_role_assignments {
        if is_common(&rule.domain) {
            return Err(Refusal::new("rbac_domain_too_common"));
        }
        if !gone::is_known(&call.state.settings, model, &rule.role_id) {
            return Err(Refusal::new("invalid_rbac_role_id"));
        }
    }
    Ok(())
}

fn domains(model: &organizations::Organization) -> Result<(), Refusal> {
    for (number, domain) in model.email_allowed_domains.iter().enumerate() {
        let labels: Vec<_> = domain.split('.').collect();
        if labels.len() < 2 || labels.iter().any(|label| label.is_empty()) {
            return Err(Refusal::new("organization_settings_invalid_domain"));
        }
        if is_common(domain) {
            return Err(Refusal::new("organization_settings_domain_too_common"));
        }
        let is_earlier = |other: &String| other.eq_ignore_ascii_case(domain);
        if model
            .email_allowed_domains
            .iter()
            .take(number)
            .any(is_earlier)
        {
            return Err(Refusal::new("organization_settings_duplicate_domain"));
        }
    }
    Ok(())
}

/// Whether everybody can get an address of a domain.
pub(crate) fn is_common(domain: &str) -> bool {
    let label = domain.split('.').next().unwrap_or_default().to_lowercase();
    COMMON.contains(&label.as_str())
}
