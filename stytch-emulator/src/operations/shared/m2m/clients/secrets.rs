//! A new secret for a machine, without a moment at which neither works.

use stytch_b2b::m2m::M2mClientWithNextClientSecret;
use stytch_b2b::m2m::clients::secrets::{
    RotateCancelRequest, RotateCancelResponse, RotateRequest, RotateResponse, RotateStartRequest,
    RotateStartResponse,
};

use super::{find, last_four};
use crate::call::Call;
use crate::refusal::Refusal;

pub(crate) fn rotate_start(
    call: &mut Call<'_>,
    request: RotateStartRequest,
) -> Result<RotateStartResponse, Refusal> {
    let mut client = (*find(call.state, request.client_id.as_str())?).clone();
    if client.next_secret.is_some() {
        return Err(Refusal::new("m2m_client_already_rotating_secret"));
    }
    let secret = call.random.token();
    client.model.next_client_secret_last_four = Some(last_four(&secret));
    client.next_secret = Some(secret.clone());
    let model = call.state.m2m_clients.put(client).model.clone();
    let mut shown = M2mClientWithNextClientSecret::default();
    shown.client_id = model.client_id;
    shown.client_name = model.client_name;
    shown.client_description = model.client_description;
    shown.status = model.status;
    shown.scopes = model.scopes;
    shown.client_secret_last_four = model.client_secret_last_four;
    shown.next_client_secret_last_four = model.next_client_secret_last_four;
    shown.trusted_metadata = model.trusted_metadata;
    shown.next_client_secret = secret.into();
    let mut response = RotateStartResponse::default();
    response.m2m_client = shown;
    Ok(response)
}

pub(crate) fn rotate(
    call: &mut Call<'_>,
    request: RotateRequest,
) -> Result<RotateResponse, Refusal> {
    let mut client = (*find(call.state, request.client_id.as_str())?).clone();
    let next = client.next_secret.take();
    client.secret = next.ok_or_else(|| Refusal::new("m2m_client_not_rotating_secret"))?;
    client.model.client_secret_last_four = last_four(&client.secret);
    client.model.next_client_secret_last_four = None;
    let mut response = RotateResponse::default();
    response.m2m_client = call.state.m2m_clients.put(client).model.clone();
    Ok(response)
}

pub(crate) fn rotate_cancel(
    call: &mut Call<'_>,
    request: RotateCancelRequest,
) -> Result<RotateCancelResponse, Refusal> {
    let mut client = (*find(call.state, request.client_id.as_str())?).clone();
    if client.next_secret.take().is_none() {
        return Err(Refusal::new("m2m_client_not_rotating_secret"));
    }
    client.model.next_client_secret_last_four = None;
    let mut response = RotateCancelResponse::default();
    response.m2m_client = call.state.m2m_clients.put(client).model.clone();
    Ok(response)
}
