//! Tokens of other issuers that a project trusts.

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey, VerificationAlgorithm,
};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use stytch_core::{ErrorType, Secret};

use super::pem;
use crate::call::Call;
use crate::refusal::Refusal;

/// An issuer that the project trusts, as it is described in the vendor's dashboard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Profile {
    pub(crate) profile_id: String,
    pub(crate) issuer: String,
    pub(crate) audience: String,
    /// In PEM, with `PUBLIC KEY` in the first line: RSA, or P-256.
    pub(crate) public_keys: Vec<String>,
    #[serde(default)]
    pub(crate) attribute_mapping: Mapping,
    /// Whether somebody who is unknown comes into being.
    #[serde(default)]
    pub(crate) can_jit_provision: bool,
}

/// The claims in which a token says whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Mapping {
    pub(crate) email: String,
    pub(crate) token_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) external_user_id: Option<String>,
    /// Names the organization of a member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) organization_id: Option<String>,
}

impl Default for Mapping {
    fn default() -> Self {
        Self {
            email: "email".to_owned(),
            token_id: "jti".to_owned(),
            external_user_id: None,
            organization_id: None,
        }
    }
}

/// What a token says, which the project believes.
#[derive(Debug)]
pub(crate) struct Attested {
    pub(crate) email: String,
    pub(crate) token_id: String,
    pub(crate) external_user_id: Option<String>,
    pub(crate) organization_id: Option<String>,
    pub(crate) can_jit_provision: bool,
}

/// Checks a token of the issuer that a profile describes: signature, issuer, audience and times.
pub(crate) fn check(
    call: &Call<'_>,
    profile_id: &str,
    token: &Secret,
) -> Result<Attested, Refusal> {
    let mut profiles = call.state.settings.trusted_auth_tokens.iter();
    let profile = profiles
        .find(|profile| profile.profile_id == profile_id)
        .ok_or_else(|| Refusal::from(ErrorType::TrustedTokenProfileNotFound))?;
    let invalid = || Refusal::from(ErrorType::InvalidTrustedAuthToken);
    let claims = signed(token.expose(), &profile.public_keys).ok_or_else(invalid)?;
    let text = |name: &str| {
        let value = claims.get(name).and_then(Value::as_str);
        value.filter(|value| !value.is_empty()).map(str::to_owned)
    };
    let now = call.now.unix_seconds();
    let time = |name: &str| claims.get(name).and_then(Value::as_i64);
    let is_alive = time("exp").is_some_and(|end| now < end)
        && (!claims.contains_key("nbf") || time("nbf").is_some_and(|start| start <= now));
    let is_for_us = match claims.get("aud") {
        Some(Value::String(audience)) => *audience == profile.audience,
        Some(Value::Array(all)) => all.iter().any(|one| *one == *profile.audience),
        _ => false,
    };
    if !is_alive || !is_for_us || text("iss").as_ref() != Some(&profile.issuer) {
        return Err(invalid());
    }
    let mapping = &profile.attribute_mapping;
    Ok(Attested {
        email: text(&mapping.email).ok_or_else(invalid)?,
        token_id: text(&mapping.token_id).ok_or_else(invalid)?,
        external_user_id: mapping.external_user_id.as_deref().and_then(text),
        organization_id: mapping.organization_id.as_deref().and_then(text),
        can_jit_provision: profile.can_jit_provision,
    })
}

/// The claims of a token that one of these keys has signed (RFC 7515).
fn signed(jwt: &str, keys: &[String]) -> Option<Map<String, Value>> {
    let (signed, signature) = jwt.rsplit_once('.')?;
    let (header, payload) = signed.split_once('.')?;
    let json = |part: &str| -> Option<Map<String, Value>> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(part).ok()?;
        serde_json::from_slice(&bytes).ok()
    };
    let algorithm: &'static dyn VerificationAlgorithm = match json(header)?.get("alg")?.as_str()? {
        "RS256" => &RSA_PKCS1_2048_8192_SHA256,
        "ES256" => &ECDSA_P256_SHA256_FIXED,
        _ => return None,
    };
    let signature = BASE64_URL_SAFE_NO_PAD.decode(signature).ok()?;
    let is_good = keys
        .iter()
        .filter_map(|key| pem::read(key, "PUBLIC KEY"))
        .any(|der| {
            let key = UnparsedPublicKey::new(algorithm, der);
            key.verify(signed.as_bytes(), &signature).is_ok()
        });
    json(payload).filter(|_| is_good)
}
