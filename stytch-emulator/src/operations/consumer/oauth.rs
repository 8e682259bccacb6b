//! Logins of users at OAuth providers.

use stytch_consumer::UserId;
use stytch_consumer::oauth::{
    AttachRequest, AttachResponse, AuthenticateRequest, AuthenticateResponse, ProviderValues,
};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::oauth::users as accounts;
use crate::rules::providers::grants;
use crate::rules::users::{self, Chosen, login};
use crate::rules::{links, tokens};
use crate::state::{Record as _, TokenKind};

/// How long a login may take to begin that is to belong to a user, in minutes.
const MINUTES: u32 = 5;

pub(crate) fn attach(
    call: &mut Call<'_>,
    request: AttachRequest,
) -> Result<AttachResponse, Refusal> {
    let provider = accounts::provider(&request.provider)?;
    let chosen = Chosen {
        user_id: request.user_id.as_ref().map(UserId::as_str),
        session_token: request.session_token.as_ref(),
        session_jwt: request.session_jwt.as_ref(),
    };
    let user = chosen.find(call)?;
    let user = user.ok_or_else(|| Refusal::new("no_user_selection_arguments"))?;
    let kind = TokenKind::OauthAttach {
        user_id: user.id().to_owned(),
        provider,
    };
    let mut response = AttachResponse::default();
    let token = links::token(call, kind, MINUTES, None)?;
    response.oauth_attach_token = token.token.as_str().into();
    Ok(response)
}

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    // the only one of its name with this status
    let unknown = || Refusal::new("oauth_token_not_found").with_status(400);
    let verifier = request.code_verifier.as_ref();
    let token = tokens::spend(call, &request.token, verifier, tokens::OAUTH);
    let token = token.map_err(|refusal| match refusal.error_type.as_str() {
        "oauth_token_not_found" => unknown(),
        _ => refusal,
    })?;
    let TokenKind::UserOauth { user_id, answer } = &token.kind else {
        return Err(unknown());
    };
    let found = users::by_id(call, user_id).map_err(|_| unknown())?;
    let mut user = (*found).clone();
    let wishes = login::wishes!(request);
    let session = wishes.session_of(call, &user)?;
    let grant = grants::of_login(call, answer);
    let logged_in = accounts::log_in(call, &mut user, answer, session.as_deref())?;
    let outcome = login::with(call, user, logged_in.factor, wishes)?;
    let mut values = ProviderValues::default();
    values.access_token = grant.access_token.as_str().into();
    values.refresh_token = grant.refresh_token.as_deref().unwrap_or_default().into();
    values.id_token = grant.id_token.as_str().into();
    values.scopes.clone_from(&grant.scopes);
    values.expires_at = grant.expires_at;
    let mut response = AuthenticateResponse::default();
    response.provider_type = answer.provider.name().to_owned();
    response
        .provider_subject
        .clone_from(&answer.identity.subject);
    response.provider_values = values;
    response.oauth_user_registration_id = logged_in.registration_id.as_str().into();
    response.reset_sessions = logged_in.reset_sessions;
    response.user_id = outcome.user.user_id.clone();
    response.user = outcome.user;
    response.user_session = outcome.session;
    response.session_token = outcome.session_token;
    response.session_jwt = outcome.session_jwt;
    Ok(response)
}
