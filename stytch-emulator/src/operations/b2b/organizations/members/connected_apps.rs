//! The apps that a member uses.

use stytch_b2b::organizations::members::connected_apps::{RevokeRequest, RevokeResponse};
use stytch_b2b::organizations::members::{
    GetConnectedAppsRequest, GetConnectedAppsResponse, MemberConnectedApp,
};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::apps::consents;
use crate::rules::find;
use crate::state::{AppConsent, AppSubject, Record as _};

pub(crate) fn get_connected_apps(
    call: &mut Call<'_>,
    request: GetConnectedAppsRequest,
) -> Result<GetConnectedAppsResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let member = find::member(call.state, &organization, request.member_id.as_str())?;
    let subject = AppSubject::MemberId(member.id().to_owned());
    let mut response = GetConnectedAppsResponse::default();
    response.connected_apps = consents::used_by(call.state, &subject)
        .into_iter()
        .map(|(app, consent)| {
            let mut shown = MemberConnectedApp::default();
            shown.connected_app_id = app.model.client_id.clone();
            shown.client_type = app.model.client_type.clone();
            shown.logo_url.clone_from(&app.model.logo_url);
            shown.scopes_granted = consent.scopes.join(" ");
            shown.name.clone_from(&app.model.client_name);
            shown.description.clone_from(&app.model.client_description);
            shown
        })
        .collect();
    Ok(response)
}

pub(crate) fn revoke(
    call: &mut Call<'_>,
    request: RevokeRequest,
) -> Result<RevokeResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let member = find::member(call.state, &organization, request.member_id.as_str())?;
    let subject = AppSubject::MemberId(member.id().to_owned());
    let consent = AppConsent::named(request.connected_app_id.as_str(), &subject);
    match consents::revoke(call.state, &consent) {
        true => Ok(RevokeResponse::default()),
        false => Err(ErrorType::ConnectedAppNotFound.into()),
    }
}
