//! Logins over the identity providers of organizations, and their connections.

pub(crate) mod external;
pub(crate) mod oidc;
pub(crate) mod saml;

use serde_json::Value;
use stytch_b2b::organizations::AuthMethod;
use stytch_b2b::sso::{
    AuthenticateRequest, AuthenticateResponse, DeleteConnectionRequest, DeleteConnectionResponse,
    GetConnectionsRequest, GetConnectionsResponse,
};
use stytch_core::{ErrorType, JsonObject};

use crate::call::Call;
use crate::operations::b2b::organizations::admission;
use crate::refusal::Refusal;
use crate::rules::login::{self, Wishes};
use crate::rules::sso::{self, connections};
use crate::rules::{find, tokens};
use crate::state::{Record as _, SsoConnection, TokenKind};

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    let verifier = request.pkce_code_verifier.as_ref();
    let token = tokens::spend(call, &request.sso_token, verifier, tokens::SSO)?;
    let TokenKind::Sso {
        member_id,
        connection_id,
        identity,
    } = &token.kind
    else {
        return Err(ErrorType::SsoTokenNotFound.into());
    };
    let found = call.state.members.get(member_id);
    let found = found
        .filter(|member| !member.is_deleted())
        .cloned()
        .ok_or_else(|| Refusal::from(ErrorType::SsoTokenNotFound))?;
    let connection = connections::active(call.state, connection_id)?;
    let organization = find::organization(call.state, connection.organization_id())?;
    admission::check_method(&organization, Some(&found), &AuthMethod::Sso)?;
    let mut member = (*found).clone();
    let factor = sso::register(call, &organization, &connection, &mut member, identity)?;
    let member = call.state.members.put(member);
    let wishes = Wishes {
        session_token: request.session_token,
        session_jwt: request.session_jwt,
        session_duration_minutes: request.session_duration_minutes,
        session_custom_claims: request.session_custom_claims,
        intermediate_session_token: request.intermediate_session_token,
        ends_sessions: false,
    };
    let outcome = login::with(call, &organization, &member, vec![factor], wishes)?;
    let mut response = AuthenticateResponse::default();
    response.organization_id = organization.model.organization_id.clone();
    login::fill!(response, outcome);
    Ok(response)
}

pub(crate) fn get_connections(
    call: &mut Call<'_>,
    request: GetConnectionsRequest,
) -> Result<GetConnectionsResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let group = SsoConnection::listed_by_organization(organization.id());
    let mut response = GetConnectionsResponse::default();
    for connection in call.state.sso_connections.group(&group) {
        match (**connection).clone() {
            SsoConnection::Saml(saml) => response.saml_connections.push(saml),
            SsoConnection::Oidc(oidc) => response.oidc_connections.push(oidc),
            SsoConnection::External(external) => response.external_connections.push(external),
        }
    }
    Ok(response)
}

pub(crate) fn delete_connection(
    call: &mut Call<'_>,
    request: DeleteConnectionRequest,
) -> Result<DeleteConnectionResponse, Refusal> {
    let id = request.connection_id;
    let organization_id = request.organization_id.as_str();
    let (organization, connection) =
        connections::of_organization(call.state, organization_id, id.as_str())?;
    let model = &organization.model;
    let is_default = model.sso_default_connection_id.as_ref() == Some(&id);
    if is_default && model.sso_active_connections.len() > 1 {
        return Err(ErrorType::CannotDeleteDefaultSsoConnection.into());
    }
    connections::delete(call, &connection);
    let mut response = DeleteConnectionResponse::default();
    response.connection_id = id;
    Ok(response)
}

/// Where the identity provider sends people back to.
fn callback(connection_id: &str) -> String {
    format!("https://test.stytch.com/v1/b2b/sso/callback/{connection_id}")
}

/// Takes over the settings of a request that are there.
macro_rules! take {
    ($request:ident, $connection:ident, $($field:ident),* $(,)?) => {
        $(if let Some(value) = $request.$field.take() {
            $connection.$field = value;
        })*
    };
}

use take;

/// Whether a text can be an address of an identity provider.
fn is_url(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    host.is_some_and(|host| !host.is_empty()) && !text.contains(char::is_whitespace)
}

/// Names of ours for those of an identity provider: texts for texts.
fn mapping(given: Value) -> Result<JsonObject, Refusal> {
    match given {
        Value::Object(mapping) if mapping.values().all(Value::is_string) => Ok(mapping),
        _ => Err(Refusal::new(
            "saml_connection_no_nested_keys_in_attribute_mapping",
        )),
    }
}
