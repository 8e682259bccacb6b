//! Passcodes by WhatsApp.

use stytch_consumer::otps::whatsapp::{
    LoginOrCreateRequest, LoginOrCreateResponse, SendRequest, SendResponse,
};

use super::phone;
use crate::call::Call;
use crate::message::Channel;
use crate::refusal::Refusal;

pub(crate) fn send(call: &mut Call<'_>, request: SendRequest) -> Result<SendResponse, Refusal> {
    phone::send!(call, request, Channel::Whatsapp, SendResponse)
}

pub(crate) fn login_or_create(
    call: &mut Call<'_>,
    request: LoginOrCreateRequest,
) -> Result<LoginOrCreateResponse, Refusal> {
    phone::login_or_create!(call, request, Channel::Whatsapp, LoginOrCreateResponse)
}
