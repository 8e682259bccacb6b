//! OIDC connections.

use stytch_b2b::sso::oidc::{
    CreateConnectionRequest, CreateConnectionResponse, UpdateConnectionRequest,
    UpdateConnectionResponse,
};
use stytch_b2b::sso::{ConnectionStatus, IdentityProvider, OidcConnection};
use stytch_core::ErrorType;

use super::take;
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::find;
use crate::rules::sso::connections;
use crate::state::SsoConnection;

pub(crate) fn create_connection(
    call: &mut Call<'_>,
    request: CreateConnectionRequest,
) -> Result<CreateConnectionResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let mut model = OidcConnection::default();
    let id = call.random.id("oidc-connection");
    model.organization_id = organization.model.organization_id.clone();
    model.redirect_url = super::callback(&id);
    model.connection_id = id.into();
    model.status = ConnectionStatus::Pending;
    model.display_name = request.display_name.unwrap_or_default();
    "openid email profile".clone_into(&mut model.custom_scopes);
    let provider = request.identity_provider;
    model.identity_provider = provider.unwrap_or(IdentityProvider::Generic);
    connections::put(call.state, SsoConnection::Oidc(model.clone()));
    let mut response = CreateConnectionResponse::default();
    response.connection = Some(model);
    Ok(response)
}

pub(crate) fn update_connection(
    call: &mut Call<'_>,
    mut request: UpdateConnectionRequest,
) -> Result<UpdateConnectionResponse, Refusal> {
    let (_, found) = connections::of_organization(
        call.state,
        request.organization_id.as_str(),
        request.connection_id.as_str(),
    )
    .map_err(not_found)?;
    let SsoConnection::Oidc(found) = &*found else {
        return Err(ErrorType::OidcConnectionNotFound.into());
    };
    let mut model = found.clone();
    if let Some(issuer) = request.issuer.take() {
        if issuer != model.issuer {
            discover(&mut model, &issuer);
        }
        model.issuer = issuer;
    }
    take!(
        request,
        model,
        display_name,
        identity_provider,
        client_id,
        client_secret,
        authorization_url,
        token_url,
        userinfo_url,
        jwks_url,
        custom_scopes,
    );
    if let Some(mapping) = request.attribute_mapping.take() {
        model.attribute_mapping = super::mapping(mapping)?;
    }
    check(&mut model)?;
    connections::put(call.state, SsoConnection::Oidc(model.clone()));
    let mut response = UpdateConnectionResponse::default();
    response.connection = Some(model);
    Ok(response)
}

/// The request names an OIDC connection.
fn not_found(refusal: Refusal) -> Refusal {
    match refusal.error_type {
        ErrorType::SsoConnectionNotFound => ErrorType::OidcConnectionNotFound.into(),
        _ => refusal,
    }
}

/// Takes over what the metadata of an issuer would say. Nothing is fetched: the addresses are those that
/// a provider may well have, and nobody ever asks them.
fn discover(model: &mut OidcConnection, issuer: &str) {
    let issuer = issuer.trim_end_matches('/');
    for (url, path) in [
        (&mut model.authorization_url, "authorize"),
        (&mut model.token_url, "token"),
        (&mut model.userinfo_url, "userinfo"),
        (&mut model.jwks_url, "keys"),
    ] {
        *url = format!("{issuer}/{path}");
    }
}

/// Makes sure that a connection can be as it would be. It becomes active once nothing is missing, and
/// stays complete from then on.
fn check(model: &mut OidcConnection) -> Result<(), Refusal> {
    let urls = [
        ("issuer_url", &model.issuer),
        ("authorization_url", &model.authorization_url),
        ("token_url", &model.token_url),
        ("userinfo_url", &model.userinfo_url),
        ("jwks_url", &model.jwks_url),
    ];
    for (name, url) in urls {
        if !url.is_empty() && !super::is_url(url) {
            let name = format!("oidc_connection_{name}_invalid_format");
            return Err(Refusal::new(name.as_str()));
        }
    }
    let missing = [
        ("issuer", model.issuer.is_empty()),
        ("client_id", model.client_id.is_empty()),
        ("client_secret", model.client_secret.is_empty()),
        ("authorization_url", model.authorization_url.is_empty()),
        ("token_url", model.token_url.is_empty()),
        ("userinfo_url", model.userinfo_url.is_empty()),
        ("jwks_url", model.jwks_url.is_empty()),
    ];
    let missing = missing.iter().find(|(_, is_missing)| *is_missing);
    match missing {
        None => model.status = ConnectionStatus::Active,
        Some((name, _)) if model.status == ConnectionStatus::Active => {
            let name = format!("oidc_connection_{name}_required");
            return Err(Refusal::new(name.as_str()));
        }
        Some(_) => {}
    }
    Ok(())
}
