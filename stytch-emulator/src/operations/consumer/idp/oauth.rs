//! Authorization requests of connected apps, for users.

use std::sync::Arc;

use stytch_consumer::UserId;
use stytch_consumer::idp::oauth::{
    AuthorizeRequest, AuthorizeResponse, AuthorizeStartRequest, AuthorizeStartResponse, ScopeResult,
};
use stytch_core::Secret;

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::apps::authorization::{self, Decision, Person, asked};
use crate::rules::users::{self, Chosen};
use crate::state::{AppSubject, Record as _, User};

macro_rules! chosen {
    ($call:ident, $request:ident) => {
        user(
            $call,
            $request.user_id.as_ref(),
            $request.session_token.as_ref(),
            $request.session_jwt.as_ref(),
        )?
    };
}

pub(crate) fn authorize_start(
    call: &mut Call<'_>,
    request: AuthorizeStartRequest,
) -> Result<AuthorizeStartResponse, Refusal> {
    let (user, person) = chosen!(call, request);
    let looked = authorization::look(call, &asked!(request, person))?;
    let mut response = AuthorizeStartResponse::default();
    response.user = users::shown(call, &user);
    response.user_id = response.user.user_id.clone();
    let model = &looked.app.model;
    response.client.client_id = model.client_id.as_str().into();
    response.client.client_name.clone_from(&model.client_name);
    response
        .client
        .client_description
        .clone_from(&model.client_description);
    response.client.client_type = model.client_type.as_str().into();
    response.client.logo_url.clone_from(&model.logo_url);
    response.consent_required = looked.consent_required;
    response.scope_results = looked
        .scopes
        .into_iter()
        .map(|scope| {
            let mut result = ScopeResult::default();
            result.scope = scope.scope;
            result.description = scope.description;
            result.is_grantable = scope.is_grantable;
            result
        })
        .collect();
    Ok(response)
}

pub(crate) fn authorize(
    call: &mut Call<'_>,
    request: AuthorizeRequest,
) -> Result<AuthorizeResponse, Refusal> {
    let (_, person) = chosen!(call, request);
    let asked = asked!(request, person);
    let decision = Decision {
        consent_granted: request.consent_granted,
        state: request.state.as_deref(),
        nonce: request.nonce,
        code_challenge: request.code_challenge,
    };
    let decided = authorization::decide(call, &asked, decision)?;
    let mut response = AuthorizeResponse::default();
    response.redirect_uri = decided.redirect_uri.into();
    response.authorization_code = decided.code.map(Into::into);
    Ok(response)
}

/// The user who is asked, named in one way.
fn user(
    call: &mut Call<'_>,
    user_id: Option<&UserId>,
    session_token: Option<&Secret>,
    session_jwt: Option<&Secret>,
) -> Result<(Arc<User>, Person), Refusal> {
    let chosen = Chosen {
        user_id: user_id.map(UserId::as_str),
        session_token,
        session_jwt,
    };
    let session_id = chosen.session(call)?.map(|session| session.id.clone());
    let user = chosen.find(call)?;
    let user = user.ok_or_else(|| Refusal::new("no_oauth_authorize_user_selector"))?;
    let person = Person {
        subject: AppSubject::UserId(user.id().to_owned()),
        session_id,
    };
    Ok((user, person))
}
