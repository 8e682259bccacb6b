//! A new secret for an app, without a moment at which neither works.

use stytch_b2b::connected_app::ConnectedAppWithNextClientSecret;
use stytch_b2b::connected_app::clients::secrets::{
    RotateCancelRequest, RotateCancelResponse, RotateRequest, RotateResponse, RotateStartRequest,
    RotateStartResponse,
};

use super::{copy, find};
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::client_secrets::{self, Rotating};
use crate::state::ConnectedApp;

impl Rotating for ConnectedApp {
    const ALREADY: &str = "connected_app_already_rotating_secret";
    const NOT_BEGUN: &str = "connected_app_not_rotating_secret";

    fn next(&mut self) -> &mut Option<String> {
        &mut self.next_secret
    }

    fn next_last_four(&mut self) -> &mut Option<String> {
        &mut self.model.next_client_secret_last_four
    }

    fn replace(&mut self, secret: String, last_four: String) {
        self.secret = Some(secret);
        self.model.client_secret_last_four = Some(last_four);
    }
}

pub(crate) fn rotate_start(
    call: &mut Call<'_>,
    request: RotateStartRequest,
) -> Result<RotateStartResponse, Refusal> {
    let mut app = (*find(call.state, request.client_id.as_str())?).clone();
    if app.is_public() {
        return Err(Refusal::new("public_connected_apps_do_not_have_secrets"));
    }
    let secret = client_secrets::begin(&mut app, &mut call.random)?;
    let app = call.state.connected_apps.put(app);
    let model = &app.model;
    let mut shown = ConnectedAppWithNextClientSecret::default();
    copy!(model => shown);
    let last_four = model.client_secret_last_four.as_deref();
    shown.client_secret_last_four = last_four.unwrap_or_default().to_owned();
    shown
        .next_client_secret_last_four
        .clone_from(&model.next_client_secret_last_four);
    shown.next_client_secret = secret.into();
    let mut response = RotateStartResponse::default();
    response.connected_app = shown;
    Ok(response)
}

pub(crate) fn rotate(
    call: &mut Call<'_>,
    request: RotateRequest,
) -> Result<RotateResponse, Refusal> {
    let mut app = (*find(call.state, request.client_id.as_str())?).clone();
    client_secrets::finish(&mut app)?;
    let mut response = RotateResponse::default();
    response.connected_app = call.state.connected_apps.put(app).model.clone();
    Ok(response)
}

pub(crate) fn rotate_cancel(
    call: &mut Call<'_>,
    request: RotateCancelRequest,
) -> Result<RotateCancelResponse, Refusal> {
    let mut app = (*find(call.state, request.client_id.as_str())?).clone();
    client_secrets::cancel(&mut app)?;
    let mut response = RotateCancelResponse::default();
    response.connected_app = call.state.connected_apps.put(app).model.clone();
    Ok(response)
}
