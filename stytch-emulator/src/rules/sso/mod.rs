//! SSO: which connection a login takes, whom it lets in, and what it says of them.

pub(crate) mod connections;
pub(crate) mod roles;

use std::sync::Arc;

use serde_json::{Map, Value};
use stytch_b2b::ConnectionId;
use stytch_b2b::authentication_factors::{
    AuthenticationFactor, DeliveryMethod, FactorType, OidcSsoFactor, SamlSsoFactor,
};
use stytch_b2b::organizations::{AccessPolicy, AuthMethod, MemberStatus, SsoRegistration};
use stytch_core::JsonObject;

use super::providers::grants;
use super::providers::identity::ProviderIdentity;
use super::{factors, find, metadata};
use crate::call::Call;
use crate::operations::b2b::organizations::admission::{self, Admitted};
use crate::operations::b2b::organizations::members;
use crate::refusal::Refusal;
use crate::state::{Member, Organization, Record as _, SsoConnection, State};

/// Finds the member whom an identity provider has sent, or makes one if whoever it sends may join.
pub(crate) fn admit(
    call: &mut Call<'_>,
    connection: &SsoConnection,
    identity: &ProviderIdentity,
) -> Result<Admitted, Refusal> {
    let organization = find::organization(call.state, connection.organization_id())?;
    let email = &identity.email_address;
    let found = registered(call.state, connection, &identity.subject)
        .or_else(|| find::member_by_email(call.state, &organization, email));
    admission::check_method(&organization, found.as_deref(), &AuthMethod::Sso)?;
    if let Some(member) = found {
        return Ok(Admitted {
            member,
            is_new: false,
        });
    }
    check_jit(&organization, connection)?;
    admission::check_claim(call, &organization, email)?;
    let mut member = members::fresh(call, &organization, email)?;
    member.model.status = MemberStatus::Pending;
    member.model.name.clone_from(&identity.name);
    Ok(Admitted {
        member: call.state.members.put(member),
        is_new: true,
    })
}

/// The member who has logged in over a connection with this account before.
fn registered(state: &State, connection: &SsoConnection, subject: &str) -> Option<Arc<Member>> {
    let group = Member::listed_by_organization(connection.organization_id());
    let mut members = state.members.group(&group);
    let is_it = |registration: &SsoRegistration| {
        registration.connection_id.as_str() == connection.id()
            && registration.external_id == subject
    };
    let found = members
        .find(|member| !member.is_deleted() && member.model.sso_registrations.iter().any(is_it));
    found.cloned()
}

/// Makes sure that newcomers may join over a connection.
fn check_jit(organization: &Organization, connection: &SsoConnection) -> Result<(), Refusal> {
    let model = &organization.model;
    let mut listed = model.sso_jit_provisioning_allowed_connections.iter();
    let is_allowed = match model.sso_jit_provisioning {
        AccessPolicy::AllAllowed => true,
        AccessPolicy::Restricted => listed.any(|id| id.as_str() == connection.id()),
        _ => false,
    };
    match is_allowed {
        true => Ok(()),
        false => Err(Refusal::new("invalid_connection_for_jit_provisioning")),
    }
}

/// Takes over what the identity provider says of a member: account, address, name, and whatever the
/// connection maps. The factor that the login is.
pub(crate) fn register(
    call: &mut Call<'_>,
    organization: &Organization,
    connection: &SsoConnection,
    member: &mut Member,
    identity: &ProviderIdentity,
) -> Result<AuthenticationFactor, Refusal> {
    let email = identity.email_address.clone();
    members::change_email(call, organization, member, email, None)?;
    let source = connections::source(call.state, connection)?;
    grants::of_connection(call, connection.id(), &source, identity);
    let told = attributes(&source, identity);
    let model = &mut member.model;
    // the organization answers for its own identity provider
    model.email_address_verified = true;
    if model.name.is_empty() {
        model.name.clone_from(&identity.name);
    }
    if let SsoConnection::Oidc(oidc) = &*source {
        let mapped = oidc.attribute_mapping.iter().filter_map(|(ours, theirs)| {
            let value = told.get(theirs.as_str()?)?;
            Some((ours.clone(), value.clone()))
        });
        let mapped = Value::Object(mapped.collect());
        metadata::merge(&mut model.trusted_metadata, Some(mapped))?;
    }
    let place = model.sso_registrations.iter().position(|registration| {
        registration.connection_id.as_str() == connection.id()
            && registration.external_id == identity.subject
    });
    let mut registration = match place {
        Some(place) => model.sso_registrations.remove(place),
        None => {
            let mut registration = SsoRegistration::default();
            registration.connection_id = connection.id().into();
            registration.external_id.clone_from(&identity.subject);
            registration.registration_id = call.random.id("sso-registration").into();
            registration
        }
    };
    registration.sso_attributes = told;
    let factor = factor(&source, &registration, call.now);
    model.sso_registrations.push(registration);
    model.updated_at = Some(call.now);
    Ok(factor)
}

/// What an identity provider tells, by its own names: all that the connection maps, and all else that it
/// knows.
fn attributes(source: &SsoConnection, identity: &ProviderIdentity) -> JsonObject {
    let none = Map::new();
    let mapping = match source {
        SsoConnection::Saml(saml) => &saml.attribute_mapping,
        _ => &none,
    };
    let mut told = Map::new();
    match source {
        SsoConnection::Saml(_) => {
            let named = mapping.iter().filter_map(|(ours, theirs)| {
                Some((theirs.as_str()?.to_owned(), identity.known(ours)?))
            });
            told.extend(named);
        }
        _ => {
            told.insert("sub".to_owned(), identity.subject.clone().into());
            told.insert("email".to_owned(), identity.email_address.clone().into());
            told.insert("name".to_owned(), identity.name.clone().into());
            if !identity.groups.is_empty() {
                told.insert("groups".to_owned(), identity.groups.clone().into());
            }
        }
    }
    told.extend(identity.attributes.clone());
    told
}

/// The factor of somebody who comes from an identity provider.
fn factor(
    source: &SsoConnection,
    registration: &SsoRegistration,
    now: stytch_core::Timestamp,
) -> AuthenticationFactor {
    if let SsoConnection::Oidc(_) = source {
        let mut oidc = OidcSsoFactor::default();
        oidc.id = registration.registration_id.clone();
        oidc.provider_id = registration.connection_id.clone();
        oidc.external_id.clone_from(&registration.external_id);
        let mut factor = factors::fresh(FactorType::Sso, DeliveryMethod::SsoOidc, now);
        factor.oidc_sso_factor = Some(oidc);
        return factor;
    }
    let mut saml = SamlSsoFactor::default();
    saml.id = registration.registration_id.clone();
    saml.provider_id = registration.connection_id.clone();
    saml.external_id.clone_from(&registration.external_id);
    let mut factor = factors::fresh(FactorType::Sso, DeliveryMethod::SsoSaml, now);
    factor.saml_sso_factor = Some(saml);
    factor
}

/// The connection over which a factor was shown, if it is one of SSO.
pub(crate) fn connection_of(factor: &AuthenticationFactor) -> Option<&str> {
    let saml = factor.saml_sso_factor.as_ref();
    let oidc = factor.oidc_sso_factor.as_ref();
    let id = saml.map(|saml| &saml.provider_id);
    id.or(oidc.map(|oidc| &oidc.provider_id))
        .map(ConnectionId::as_str)
}
