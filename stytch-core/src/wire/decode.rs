//! From bytes to a type.

use serde::de::DeserializeOwned;

use super::{Object, Problem, describe, read, trail};

type Deserializer<'a> = serde_json::Deserializer<serde_json::de::SliceRead<'a>>;

/// Decodes a JSON body.
pub(crate) fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    decode_by(body, |json| T::deserialize(json))
}

/// Decodes a JSON body into an object. Not generic, so that all responses share it.
pub(crate) fn decode_into(object: &mut dyn Object, body: &[u8]) -> Result<(), Problem> {
    decode_by(body, |json| read(object, json))
}

fn decode_by<T>(
    body: &[u8],
    read: impl FnOnce(&mut Deserializer<'_>) -> serde_json::Result<T>,
) -> Result<T, Problem> {
    trail::clear();
    let mut json = Deserializer::from_slice(body);
    read(&mut json)
        .and_then(|value| json.end().map(|()| value))
        .map_err(|error| problem(&error))
}

#[cold]
fn problem(error: &serde_json::Error) -> Problem {
    Problem {
        path: trail::take(),
        what: describe(error),
    }
}
