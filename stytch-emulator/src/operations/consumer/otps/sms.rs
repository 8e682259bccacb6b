//! Passcodes by text message.

use stytch_consumer::otps::sms::{
    LoginOrCreateRequest, LoginOrCreateResponse, SendRequest, SendResponse,
};

use super::phone;
use crate::call::Call;
use crate::message::Channel;
use crate::refusal::Refusal;

pub(crate) fn send(call: &mut Call<'_>, request: SendRequest) -> Result<SendResponse, Refusal> {
    phone::send!(call, request, Channel::Sms, SendResponse)
}

pub(crate) fn login_or_create(
    call: &mut Call<'_>,
    request: LoginOrCreateRequest,
) -> Result<LoginOrCreateResponse, Refusal> {
    phone::login_or_create!(call, request, Channel::Sms, LoginOrCreateResponse)
}
