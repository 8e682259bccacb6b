//! Metadata: merged at the top level, and limited.

use serde_json::{Map, Value};

use crate::refusal::Refusal;

const MAX_KEYS: usize = 20;
const MAX_BYTES: usize = 4 * 1024;

/// Merges what was sent into what there is: a null deletes a key, nothing is merged any deeper.
pub(crate) fn merge(into: &mut Map<String, Value>, sent: Option<Value>) -> Result<(), Refusal> {
    let Some(sent) = sent else { return Ok(()) };
    let Value::Object(sent) = sent else {
        return Err(Refusal::bad_request("Metadata is an object."));
    };
    for (key, value) in sent {
        match value {
            Value::Null => drop(into.remove(&key)),
            value => drop(into.insert(key, value)),
        }
    }
    if into.len() > MAX_KEYS {
        return Err(Refusal::new("metadata_too_many_keys"));
    }
    if serde_json::to_vec(into).is_ok_and(|json| json.len() > MAX_BYTES) {
        return Err(Refusal::new("metadata_too_large"));
    }
    Ok(())
}
