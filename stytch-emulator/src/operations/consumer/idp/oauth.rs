//! Authorization requests of connected apps, for users.

use std::sync::Arc;

use stytch_consumer::idp::oauth::{
    AuthorizeRequest, AuthorizeResponse, AuthorizeStartRequest, AuthorizeStartResponse, ScopeResult,
};
use stytch_consumer::{OauthPrompt, UserId};
use stytch_core::Secret;

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::apps::{self, Asked, Decision};
use crate::rules::users::{self, Chosen};
use crate::state::{AppSubject, Record as _, User};

pub(crate) fn authorize_start(
    call: &mut Call<'_>,
    request: AuthorizeStartRequest,
) -> Result<AuthorizeStartResponse, Refusal> {
    let user = user(
        call,
        request.user_id.as_ref(),
        request.session_token.as_ref(),
        request.session_jwt.as_ref(),
    )?;
    let asked = Asked {
        client_id: request.client_id.as_str(),
        redirect_uri: &request.redirect_uri,
        scopes: &request.scopes,
        prompt: request.prompt.as_ref().map(OauthPrompt::as_str),
        subject: AppSubject::UserId(user.id().to_owned()),
    };
    let looked = apps::look(call, &asked)?;
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
    let user = user(
        call,
        request.user_id.as_ref(),
        request.session_token.as_ref(),
        request.session_jwt.as_ref(),
    )?;
    let asked = Asked {
        client_id: request.client_id.as_str(),
        redirect_uri: &request.redirect_uri,
        scopes: &request.scopes,
        prompt: request.prompt.as_ref().map(OauthPrompt::as_str),
        subject: AppSubject::UserId(user.id().to_owned()),
    };
    let decision = Decision {
        consent_granted: request.consent_granted,
        state: request.state.as_deref(),
        nonce: request.nonce,
        code_challenge: request.code_challenge,
    };
    let decided = apps::decide(call, &asked, decision)?;
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
) -> Result<Arc<User>, Refusal> {
    let chosen = Chosen {
        user_id: user_id.map(UserId::as_str),
        session_token,
        session_jwt,
    };
    let user = chosen.find(call)?;
    user.ok_or_else(|| Refusal::new("no_oauth_authorize_user_selector"))
}
