//! Another password for somebody who has the address.

use stytch_consumer::passwords::email::{
    ResetRequest, ResetResponse, ResetStartRequest, ResetStartResponse,
};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::links::{self, Link, Mail};
use crate::rules::redirect::UrlType;
use crate::rules::tokens::{self, Names};
use crate::rules::users::{self, Chosen, factors, login, sessions};
use crate::state::{Record as _, TokenKind};

/// How long a link lives unless the request says so, in minutes.
const MINUTES: u32 = 30;

/// What can be wrong with a token.
const TOKEN: Names = Names {
    unknown: "unable_to_auth_password_reset_token",
    dead: "unable_to_auth_password_reset_token",
};

pub(crate) fn reset_start(
    call: &mut Call<'_>,
    request: ResetStartRequest,
) -> Result<ResetStartResponse, Refusal> {
    let nobody = Chosen {
        user_id: None,
        session_token: None,
        session_jwt: None,
    };
    let (user, email) = factors::email_to_send_to(call, nobody, &request.email)?;
    let minutes = links::minutes(request.reset_password_expiration_minutes, MINUTES);
    let attributes = request.attributes.unwrap_or_default();
    let user_id = user.id().to_owned();
    let email_id = email.email_id.as_str().to_owned();
    let login = Link {
        opens: TokenKind::UserMagicLink {
            user_id: user_id.clone(),
            email_id: Some(email_id.clone()),
            attributes: attributes.clone(),
        },
        token_type: "login",
        url: request.login_redirect_url,
        leads_from: UrlType::Login,
        minutes,
        pkce: request.code_challenge.clone(),
    };
    let link = Link {
        opens: TokenKind::UserPasswordReset {
            user_id,
            email_id,
            attributes,
        },
        token_type: "reset_password",
        url: request.reset_password_redirect_url,
        leads_from: UrlType::ResetPassword,
        minutes,
        pkce: request.code_challenge,
    };
    let mail = Mail {
        to: &email.email,
        kind: "reset_password",
        subject: "Reset your password".to_owned(),
        organization: None,
        link,
        login: Some(login),
    };
    links::send(call, mail)?;
    let mut response = ResetStartResponse::default();
    response.user_id = user.model.user_id.clone();
    response.email_id = email.email_id;
    Ok(response)
}

pub(crate) fn reset(call: &mut Call<'_>, request: ResetRequest) -> Result<ResetResponse, Refusal> {
    let verifier = request.code_verifier.as_ref();
    let token = tokens::spend(call, &request.token, verifier, TOKEN)?;
    let TokenKind::UserPasswordReset {
        user_id,
        email_id,
        attributes,
    } = &token.kind
    else {
        return Err(Refusal::new(TOKEN.unknown));
    };
    let here = request.attributes.as_ref();
    factors::check_attributes(attributes, here, request.options.as_ref())?;
    let dead = || Refusal::from(ErrorType::UnableToAuthPasswordResetToken);
    let user = users::by_id(call, user_id).map_err(|_| dead())?;
    let mut user = (*user).clone();
    let mut wishes = login::wishes!(request);
    wishes.attributes.clone_from(&request.attributes);
    wishes.session_of(call, &user)?;
    let proven = factors::prove_email(call, &mut user, email_id, None).ok_or_else(dead)?;
    super::set(call, user.id(), &request.password, &proven.address)?;
    sessions::end_all(call.state, user.id(), None);
    let mut response = ResetResponse::default();
    login::fill!(response, super::log_in(call, user, wishes.anew())?);
    Ok(response)
}
