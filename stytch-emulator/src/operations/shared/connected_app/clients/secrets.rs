//! A new secret for an app, without a moment at which neither works.

use stytch_b2b::connected_app::ConnectedAppWithNextClientSecret;
use stytch_b2b::connected_app::clients::secrets::{
    RotateCancelRequest, RotateCancelResponse, RotateRequest, RotateResponse, RotateStartRequest,
    RotateStartResponse,
};

use super::{copy, find};
use crate::call::Call;
use crate::operations::shared::m2m::clients::last_four;
use crate::refusal::Refusal;

pub(crate) fn rotate_start(
    call: &mut Call<'_>,
    request: RotateStartRequest,
) -> Result<RotateStartResponse, Refusal> {
    let mut app = (*find(call.state, request.client_id.as_str())?).clone();
    if app.is_public() {
        return Err(Refusal::new("public_connected_apps_do_not_have_secrets"));
    }
    if app.next_secret.is_some() {
        return Err(Refusal::new("connected_app_already_rotating_secret"));
    }
    let secret = call.random.token();
    app.model.next_client_secret_last_four = Some(last_four(&secret));
    app.next_secret = Some(secret.clone());
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
    let next = app.next_secret.take();
    let next = next.ok_or_else(|| Refusal::new("connected_app_not_rotating_secret"))?;
    app.secret = Some(next);
    app.model.client_secret_last_four = app.model.next_client_secret_last_four.take();
    let mut response = RotateResponse::default();
    response.connected_app = call.state.connected_apps.put(app).model.clone();
    Ok(response)
}

pub(crate) fn rotate_cancel(
    call: &mut Call<'_>,
    request: RotateCancelRequest,
) -> Result<RotateCancelResponse, Refusal> {
    let mut app = (*find(call.state, request.client_id.as_str())?).clone();
    if app.next_secret.take().is_none() {
        return Err(Refusal::new("connected_app_not_rotating_secret"));
    }
    app.model.next_client_secret_last_four = None;
    let mut response = RotateCancelResponse::default();
    response.connected_app = call.state.connected_apps.put(app).model.clone();
    Ok(response)
}
