//! A new secret for a machine, without a moment at which neither works.

use stytch_b2b::m2m::M2mClientWithNextClientSecret;
use stytch_b2b::m2m::clients::secrets::{
    RotateCancelRequest, RotateCancelResponse, RotateRequest, RotateResponse, RotateStartRequest,
    RotateStartResponse,
};

use super::find;
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::client_secrets::{self, Rotating};
use crate::state::M2mClient;

impl Rotating for M2mClient {
    const ALREADY: &str = "m2m_client_already_rotating_secret";
    const NOT_BEGUN: &str = "m2m_client_not_rotating_secret";

    fn next(&mut self) -> &mut Option<String> {
        &mut self.next_secret
    }

    fn next_last_four(&mut self) -> &mut Option<String> {
        &mut self.model.next_client_secret_last_four
    }

    fn replace(&mut self, secret: String, last_four: String) {
        self.secret = secret;
        self.model.client_secret_last_four = last_four;
    }
}

pub(crate) fn rotate_start(
    call: &mut Call<'_>,
    request: RotateStartRequest,
) -> Result<RotateStartResponse, Refusal> {
    let mut client = (*find(call.state, request.client_id.as_str())?).clone();
    let secret = client_secrets::begin(&mut client, &mut call.random)?;
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
    client_secrets::finish(&mut client)?;
    let mut response = RotateResponse::default();
    response.m2m_client = call.state.m2m_clients.put(client).model.clone();
    Ok(response)
}

pub(crate) fn rotate_cancel(
    call: &mut Call<'_>,
    request: RotateCancelRequest,
) -> Result<RotateCancelResponse, Refusal> {
    let mut client = (*find(call.state, request.client_id.as_str())?).clone();
    client_secrets::cancel(&mut client)?;
    let mut response = RotateCancelResponse::default();
    response.m2m_client = call.state.m2m_clients.put(client).model.clone();
    Ok(response)
}
