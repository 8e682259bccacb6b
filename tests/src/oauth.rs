//! The two calls in the form of the OAuth RFCs, which are written by hand and so in no table.

use serde::Deserialize;
use serde_json::Value;
use stytch_b2b::tokens::{IntrospectRequest, TokenRequest};
use stytch_core::Secret;

use crate::invocation::{Failure, Invocation};

/// A machine asks for an access token.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TokenParams {
    client_id: String,
    client_secret: Secret,
    #[serde(default)]
    scopes: Vec<String>,
}

/// A question about a token of a connected app.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct IntrospectParams {
    token: Secret,
    client_id: String,
    client_secret: Option<Secret>,
    token_type_hint: Option<String>,
}

fn token(invocation: &mut Invocation) -> Result<TokenRequest, Failure> {
    let params: TokenParams = invocation.request()?;
    Ok(TokenRequest::new(params.client_id, params.client_secret).scopes(params.scopes))
}

fn introspect(invocation: &mut Invocation) -> Result<IntrospectRequest, Failure> {
    let params: IntrospectParams = invocation.request()?;
    let mut request = IntrospectRequest::new(params.token, params.client_id);
    if let Some(secret) = params.client_secret {
        request = request.client_secret(secret);
    }
    if let Some(hint) = params.token_type_hint {
        request = request.token_type_hint(hint);
    }
    Ok(request)
}

/// Both clients offer the two calls, on types of their own.
macro_rules! calls {
    ($name:ident, $client:ty) => {
        /// Makes the call if `operation` is one of the two.
        pub(crate) async fn $name(
            client: &$client,
            operation: &str,
            invocation: &mut Invocation,
        ) -> Option<Result<Value, Failure>> {
            Some(match operation {
                "m2m.token" => match token(invocation) {
                    Ok(request) => invocation.send(client.m2m().token(request)).await,
                    Err(failure) => Err(failure),
                },
                "idp.introspect_token_network" => match introspect(invocation) {
                    Ok(request) => {
                        let question = client.idp().introspect_token_network(request);
                        invocation.send(question.into_call()).await
                    }
                    Err(failure) => Err(failure),
                },
                _ => return None,
            })
        }
    };
}

calls!(b2b, stytch_b2b::Client);
calls!(consumer, stytch_consumer::Client);
