//! Getting the access token of a machine.

use crate::{
    Call, Error, Handle, Operation, Proof, Secret, Verb,
    wire::{Object, Receive as _, Slot},
};

/// What a machine gets a token for: its credentials, and what it wants to do.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[must_use]
pub struct TokenRequest {
    /// The id of the machine-to-machine client.
    pub client_id: String,
    /// Its secret.
    pub client_secret: Secret,
    /// The scopes that are asked for. If there are none, all that the client has are granted; an
    /// empty text among them makes the call fail before anything is sent.
    pub scopes: Vec<String>,
}

impl TokenRequest {
    /// A request for a token with all scopes of the client.
    pub fn new(client_id: impl Into<String>, client_secret: impl Into<Secret>) -> Self {
        Self {
            client_id: client_id.into(),
            client_secret: client_secret.into(),
            scopes: Vec::new(),
        }
    }

    /// Asks for these scopes only.
    pub fn scopes(mut self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.scopes = scopes.into_iter().map(Into::into).collect();
        self
    }
}

/// The token that a machine gets, and how long it lives.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
#[non_exhaustive]
pub struct TokenResponse {
    /// Identifies this API call.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The token, to be sent as `Authorization: Bearer`.
    pub access_token: Secret,
    /// How the token is to be used: `bearer`.
    pub token_type: String,
    /// How long the token lives, in seconds.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub expires_in: Option<u32>,
}

impl Object for TokenResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "access_token" => self.access_token.slot(),
            "token_type" => self.token_type.slot(),
            "expires_in" => self.expires_in.slot(),
            _ => return None,
        })
    }
}

crate::received!(TokenResponse);

/// Exchanges the credentials of a machine for an access token (RFC 6749, section 4.4). The machine's
/// own credentials are sent, not those of the project.
///
/// `POST /v1/public/{project_id}/oauth2/token`
#[doc(hidden)]
#[expect(clippy::needless_pass_by_value, reason = "as all requests are taken")]
pub fn exchange(client: &Handle, request: TokenRequest) -> Call<TokenResponse> {
    // a second token does no harm
    const OPERATION: Operation = Operation::new(
        "m2m.token",
        Verb::Post,
        "/v1/public/{project_id}/oauth2/token",
    )
    .repeatable()
    .proof(Proof::grant(&["access_token"]));

    let scope = request.scopes.join(" ");
    let mut form = vec![
        ("grant_type", "client_credentials"),
        ("client_id", &*request.client_id),
        ("client_secret", request.client_secret.expose()),
    ];
    if !scope.is_empty() {
        form.push(("scope", &scope));
    }
    let is_blank = scope_names(&request).is_none();
    let call = client
        .prepare(&OPERATION)
        .path("project_id", client.project_id())
        .without_credentials()
        .form(&form)
        .into_call();
    if is_blank {
        return call.refuse(Error::invalid_request(
            "scopes",
            "a scope must not be empty",
        ));
    }
    call
}

/// Each scope that is asked for, or `None` if one of them is empty: without it, the token would get all
/// that the machine has.
pub(super) fn scope_names(request: &TokenRequest) -> Option<Vec<&str>> {
    let is_blank = |scope: &String| scope.trim().is_empty();
    let scopes = request.scopes.iter();
    (!scopes.clone().any(is_blank))
        .then(|| scopes.flat_map(|scope| scope.split_whitespace()).collect())
}
