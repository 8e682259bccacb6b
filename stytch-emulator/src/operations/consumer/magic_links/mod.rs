//! Links that log users in.

pub(crate) mod email;

use stytch_consumer::authentication_factors::{
    AuthenticationFactor, DeliveryMethod, EmbeddableMagicLinkFactor, FactorType,
};
use stytch_consumer::magic_links::{
    AuthenticateRequest, AuthenticateResponse, CreateRequest, CreateResponse,
};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::users::{self, factors, login};
use crate::rules::{links, tokens};
use crate::state::TokenKind;

/// How long a link lives unless the request says so, in minutes.
const MINUTES: u32 = 60;

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    let verifier = request.code_verifier.as_ref();
    let token = tokens::spend(call, &request.token, verifier, tokens::MAGIC_LINK)?;
    let TokenKind::UserMagicLink {
        user_id,
        email_id,
        attributes,
    } = &token.kind
    else {
        return Err(ErrorType::MagicLinkNotFound.into());
    };
    let here = request.attributes.as_ref();
    factors::check_attributes(attributes, here, request.options.as_ref())?;
    let gone = |_| Refusal::from(ErrorType::UnableToAuthMagicLink);
    let mut user = (*users::by_id(call, user_id).map_err(gone)?).clone();
    let mut wishes = login::wishes!(request);
    wishes.attributes.clone_from(&request.attributes);
    let mut response = AuthenticateResponse::default();
    let factor = match email_id {
        Some(email_id) => {
            let session = wishes.session_of(call, &user)?;
            let proven = factors::prove_email(call, &mut user, email_id, session.as_deref());
            let proven = proven.ok_or_else(|| Refusal::from(ErrorType::UnableToAuthMagicLink))?;
            response.method_id = email_id.as_str().into();
            response.reset_sessions = proven.reset_sessions;
            factors::by_email(FactorType::MagicLink, &proven, call.now)
        }
        None => {
            response.method_id = user_id.as_str().into();
            embedded(call)
        }
    };
    login::fill!(response, login::with(call, user, factor, wishes)?);
    Ok(response)
}

/// The factor of somebody who came by a link that the app has delivered.
fn embedded(call: &mut Call<'_>) -> AuthenticationFactor {
    let mut link = EmbeddableMagicLinkFactor::default();
    link.embedded_id = call.random.id("embeddable-magic-link").into();
    let mut factor = factors::shown(FactorType::MagicLink, DeliveryMethod::Embedded, call.now);
    factor.embeddable_magic_link_factor = Some(link);
    factor
}

pub(crate) fn create(
    call: &mut Call<'_>,
    request: CreateRequest,
) -> Result<CreateResponse, Refusal> {
    let user = users::by_id(call, request.user_id.as_str())?;
    let kind = TokenKind::UserMagicLink {
        user_id: user.model.user_id.as_str().to_owned(),
        email_id: None,
        attributes: request.attributes.unwrap_or_default(),
    };
    let minutes = links::minutes(request.expiration_minutes, MINUTES);
    let token = links::token(call, kind, minutes, None)?;
    let mut response = CreateResponse::default();
    response.user_id = user.model.user_id.clone();
    response.token = token.token.as_str().into();
    Ok(response)
}
