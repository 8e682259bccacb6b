//! Passcodes by mail.

use stytch_consumer::UserId;
use stytch_consumer::otps::email::{
    LoginOrCreateRequest, LoginOrCreateResponse, SendRequest, SendResponse,
};

use super::Asked;
use crate::call::Call;
use crate::message::Channel;
use crate::refusal::Refusal;
use crate::rules::users::{self, Chosen, factors};

pub(crate) fn send(call: &mut Call<'_>, request: SendRequest) -> Result<SendResponse, Refusal> {
    let chosen = Chosen {
        user_id: request.user_id.as_ref().map(UserId::as_str),
        session_token: request.session_token.as_ref(),
        session_jwt: request.session_jwt.as_ref(),
    };
    let (user, email) = factors::email_to_send_to(call, chosen, &request.email)?;
    let asked = Asked {
        method_id: email.email_id.as_str(),
        to: &email.email,
        channel: Channel::Email,
        minutes: request.expiration_minutes,
        attributes: request.attributes,
    };
    asked.send(call)?;
    let mut response = SendResponse::default();
    response.user_id = user.model.user_id.clone();
    response.email_id = email.email_id;
    Ok(response)
}

pub(crate) fn login_or_create(
    call: &mut Call<'_>,
    request: LoginOrCreateRequest,
) -> Result<LoginOrCreateResponse, Refusal> {
    let as_pending = request.create_user_as_pending;
    let found = users::by_email_or_new(call, &request.email, as_pending)?;
    let asked = Asked {
        method_id: found.factor.email_id.as_str(),
        to: &found.factor.email,
        channel: Channel::Email,
        minutes: request.expiration_minutes,
        attributes: request.attributes,
    };
    asked.send(call)?;
    let mut response = LoginOrCreateResponse::default();
    response.user_id = found.user.model.user_id.clone();
    response.user_created = found.is_new;
    response.email_id = found.factor.email_id;
    Ok(response)
}
