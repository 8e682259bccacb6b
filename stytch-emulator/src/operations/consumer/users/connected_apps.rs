//! The apps that a user uses.

use stytch_consumer::users::{
    ConnectedAppsRequest, ConnectedAppsResponse, RevokeRequest, RevokeResponse, UserConnectedApp,
};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::apps::consents;
use crate::rules::users;
use crate::state::{AppConsent, AppSubject, Record as _};

pub(crate) fn connected_apps(
    call: &mut Call<'_>,
    request: ConnectedAppsRequest,
) -> Result<ConnectedAppsResponse, Refusal> {
    let user = users::by_id(call, request.user_id.as_str())?;
    let subject = AppSubject::UserId(user.id().to_owned());
    let mut response = ConnectedAppsResponse::default();
    response.connected_apps = consents::used_by(call.state, &subject)
        .into_iter()
        .map(|(app, consent)| {
            let mut shown = UserConnectedApp::default();
            shown.connected_app_id = app.id().into();
            shown.client_type = app.model.client_type.as_str().into();
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
    let user = users::by_id(call, request.user_id.as_str())?;
    let subject = AppSubject::UserId(user.id().to_owned());
    let consent = AppConsent::named(request.connected_app_id.as_str(), &subject);
    match consents::revoke(call.state, &consent) {
        true => Ok(RevokeResponse::default()),
        false => Err(ErrorType::ConnectedAppNotFound.into()),
    }
}
