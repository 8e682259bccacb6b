//! Logins that come from an earlier system with a token of its own.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use stytch_core::{ErrorType, Secret};

use super::spelling;
use crate::call::Call;
use crate::refusal::Refusal;

/// What the UserInfo endpoint of the earlier system says, by the tokens that it is shown (OpenID Connect
/// Core 1.0, section 5.3). The emulator calls no other server, so that this stands for it.
pub(crate) type UserInfo = BTreeMap<String, Map<String, Value>>;

/// The address of whoever has a token of the earlier system.
///
/// # Errors
/// `migrate_from_external_missing_userinfo` in a project without such an endpoint;
/// `migrate_from_external_unexpected_response` for a token that it does not know, or an answer without an
/// address that counts.
pub(crate) fn email(call: &Call<'_>, token: &Secret) -> Result<String, Refusal> {
    let endpoint = call.state.settings.user_info.as_ref();
    let endpoint =
        endpoint.ok_or_else(|| Refusal::new("migrate_from_external_missing_userinfo"))?;
    let unexpected = || Refusal::from(ErrorType::MigrateFromExternalUnexpectedResponse);
    let claims = endpoint.get(token.expose()).ok_or_else(unexpected)?;
    let email = claims.get("email").and_then(Value::as_str);
    let email = email.ok_or_else(unexpected)?;
    spelling::email(email).map_err(|_| unexpected())?;
    match claims.get("email_verified") {
        None | Some(Value::Bool(true)) => Ok(email.to_owned()),
        Some(_) => Err(unexpected()),
    }
}
