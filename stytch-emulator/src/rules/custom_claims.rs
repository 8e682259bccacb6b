//! Claims that an app puts into sessions.

use serde_json::{Map, Value};

use crate::refusal::Refusal;

const MAX_BYTES: usize = 4 * 1024;

/// Names that only the service sets; whoever sends them is not told.
const RESERVED: [&str; 7] = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"];

/// Merges claims that were sent into those of a session: a null removes a claim.
pub(crate) fn merge(into: &mut Map<String, Value>, sent: Option<Value>) -> Result<(), Refusal> {
    let Some(sent) = sent else { return Ok(()) };
    let Value::Object(sent) = sent else {
        return Err(Refusal::bad_request(
            "session_custom_claims: expected an object",
        ));
    };
    for (name, value) in sent {
        if name.starts_with("https://stytch.com/") {
            return Err(Refusal::new("stytch_claims_in_custom_claims"));
        }
        if RESERVED.contains(&name.as_str()) {
            continue;
        }
        match value {
            Value::Null => drop(into.remove(&name)),
            value => drop(into.insert(name, value)),
        }
    }
    if serde_json::to_vec(into).is_ok_and(|json| json.len() > MAX_BYTES) {
        return Err(Refusal::new("custom_claims_too_large"));
    }
    Ok(())
}
