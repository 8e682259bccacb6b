// Generated from spec/ by `cargo xtask generate`. Do not edit.

//! What the emulator knows from the spec.

mod b2b;
mod consumer;
mod shared;

use crate::route::Route;
use crate::shape::Shape;

/// All operations.
pub(crate) fn routes() -> impl Iterator<Item = &'static Route> {
    [b2b::ROUTES, consumer::ROUTES, shared::ROUTES]
        .into_iter()
        .flatten()
}

/// What is expected of a model that answers hold, by its name: `b2b.organizations.Member`.
/// `None` if the spec knows all values of none of its fields.
pub(crate) fn model(name: &str) -> Option<&'static Shape> {
    let mut models = [b2b::MODELS, consumer::MODELS, shared::MODELS]
        .into_iter()
        .flatten();
    models
        .find(|(known, _)| *known == name)
        .map(|(_, shape)| *shape)
}

/// The names of all fields that are secret somewhere, in order.
pub(crate) const SECRETS: &[&str] = &[
    "access_token",
    "append_salt",
    "authorization_code",
    "bearer_token",
    "bot_access_token",
    "client_secret",
    "code",
    "code_verifier",
    "discovery_magic_links_token",
    "discovery_oauth_token",
    "existing_password",
    "hash",
    "id_token",
    "impersonation_token",
    "intermediate_session_token",
    "magic_links_token",
    "new_password",
    "next_bearer_token",
    "next_client_secret",
    "oauth_attach_token",
    "oauth_token",
    "password",
    "password_reset_token",
    "pkce_code_verifier",
    "prepend_salt",
    "private_key",
    "public_key_credential",
    "qr_code",
    "recovery_code",
    "recovery_codes",
    "redirect_uri",
    "refresh_token",
    "salt",
    "saml_encryption_private_key",
    "secret",
    "session_jwt",
    "session_token",
    "signature",
    "signing_private_key",
    "sso_token",
    "token",
    "totp_code",
];
