//! The apps that members of an organization use.

use std::sync::Arc;

use stytch_b2b::organizations::{
    ConnectedAppsRequest, ConnectedAppsResponse, GetConnectedAppRequest, GetConnectedAppResponse,
    OrganizationConnectedApp, OrganizationConnectedAppActiveMember,
};

use crate::call::Call;
use crate::operations::shared::connected_app::clients;
use crate::refusal::Refusal;
use crate::rules::find;
use crate::state::{AppConsent, AppSubject, Organization, Record as _, State};

pub(crate) fn connected_apps(
    call: &mut Call<'_>,
    request: ConnectedAppsRequest,
) -> Result<ConnectedAppsResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let consents = of_organization(call.state, &organization);
    let mut response = ConnectedAppsResponse::default();
    for app in call.state.connected_apps.iter() {
        if consents.iter().any(|consent| consent.client_id == app.id()) {
            let mut shown = OrganizationConnectedApp::default();
            shown.connected_app_id = app.model.client_id.clone();
            shown.name.clone_from(&app.model.client_name);
            shown.description.clone_from(&app.model.client_description);
            shown.client_type = app.model.client_type.clone();
            shown.logo_url.clone_from(&app.model.logo_url);
            response.connected_apps.push(shown);
        }
    }
    Ok(response)
}

pub(crate) fn get_connected_app(
    call: &mut Call<'_>,
    request: GetConnectedAppRequest,
) -> Result<GetConnectedAppResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let app = clients::find(call.state, request.connected_app_id.as_str())?;
    let mut response = GetConnectedAppResponse::default();
    response.connected_app_id = app.model.client_id.clone();
    response.name.clone_from(&app.model.client_name);
    response
        .description
        .clone_from(&app.model.client_description);
    response.client_type = app.model.client_type.clone();
    response.logo_url.clone_from(&app.model.logo_url);
    let consents = of_organization(call.state, &organization);
    response.active_members = consents
        .iter()
        .filter(|consent| consent.client_id == app.id())
        .map(|consent| {
            let mut member = OrganizationConnectedAppActiveMember::default();
            member.member_id = consent.subject.id().into();
            member.granted_scopes.clone_from(&consent.scopes);
            member
        })
        .collect();
    Ok(response)
}

/// What the members of an organization let apps do.
fn of_organization(state: &State, organization: &Organization) -> Vec<Arc<AppConsent>> {
    let consents = state.app_consents.iter().filter(|consent| {
        let AppSubject::MemberId(id) = &consent.subject else {
            return false;
        };
        let member = state.members.get(id);
        member.is_some_and(|member| {
            !member.is_deleted() && member.model.organization_id.as_str() == organization.id()
        })
    });
    consents.cloned().collect()
}
