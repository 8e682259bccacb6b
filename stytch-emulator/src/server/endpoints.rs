//! What stands beside the operations of the spec, by the names that the clients have for it.

use http::Method;

use super::scim;
use crate::route::Endpoint;

pub(super) const SSO_START: Endpoint = get("b2b.sso.start", "/v1/public/sso/start");
pub(super) const OAUTH_START: Endpoint =
    get("b2b.oauth.start", "/v1/b2b/public/oauth/{provider}/start");
pub(super) const DISCOVERY_OAUTH_START: Endpoint = get(
    "b2b.oauth.discovery.start",
    "/v1/b2b/public/oauth/{provider}/discovery/start",
);
pub(super) const USER_OAUTH_START: Endpoint =
    get("consumer.oauth.start", "/v1/public/oauth/{provider}/start");

/// The token endpoint, when it is asked for the token of a machine.
pub(super) const M2M_TOKEN: Endpoint = post("shared.m2m.token", TOKEN);
/// The token endpoint, when a connected app asks.
pub(super) const IDP_TOKEN: Endpoint = post("shared.idp.token", TOKEN);
pub(super) const INTROSPECT: Endpoint = post(
    "shared.idp.introspect_token_network",
    "/v1/public/{project_id}/oauth2/introspect",
);
pub(super) const REVOKE: Endpoint =
    post("shared.idp.revoke", "/v1/public/{project_id}/oauth2/revoke");
pub(super) const CONFIGURATION: Endpoint = get(
    "shared.idp.openid_configuration",
    "/v1/public/{project_id}/.well-known/openid-configuration",
);
pub(super) const SERVER_METADATA: Endpoint = get(
    "shared.idp.oauth_authorization_server",
    "/v1/public/{project_id}/.well-known/oauth-authorization-server",
);
pub(super) const KEYS: Endpoint = get(
    "shared.idp.jwks",
    "/v1/public/{project_id}/.well-known/jwks.json",
);

const TOKEN: &str = "/v1/public/{project_id}/oauth2/token";

/// All of them.
pub(crate) fn besides() -> impl Iterator<Item = &'static Endpoint> {
    let scim = scim::ENDPOINTS.iter().map(|(endpoint, _)| endpoint);
    OTHERS.into_iter().chain(scim)
}

/// All but those of the SCIM servers.
const OTHERS: [&Endpoint; 11] = [
    &SSO_START,
    &OAUTH_START,
    &DISCOVERY_OAUTH_START,
    &USER_OAUTH_START,
    &M2M_TOKEN,
    &IDP_TOKEN,
    &INTROSPECT,
    &REVOKE,
    &CONFIGURATION,
    &SERVER_METADATA,
    &KEYS,
];

const fn get(operation: &'static str, path: &'static str) -> Endpoint {
    Endpoint {
        operation,
        verb: Method::GET,
        path,
    }
}

const fn post(operation: &'static str, path: &'static str) -> Endpoint {
    Endpoint {
        operation,
        verb: Method::POST,
        path,
    }
}
