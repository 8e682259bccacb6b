//! Custom claims of a session, as a type of the app's own.

use serde::de::DeserializeOwned;

use crate::{
    Error, ErrorKind, JsonObject,
    wire::{Problem, describe},
};

/// Reads custom claims into a type of the app's own. Claims that the type doesn't have are ignored,
/// unless it forbids them.
///
/// # Errors
///
/// [`Decode`](ErrorKind::Decode) when the claims don't fit the type. The error does not repeat
/// their values.
pub fn custom_claims_as<T: DeserializeOwned>(claims: &JsonObject) -> Result<T, Error> {
    T::deserialize(claims).map_err(|error| {
        Error::decode(Problem {
            path: "$.custom_claims".to_owned(),
            what: describe(&error),
        })
    })
}

/// The error for claims of a session that the response does not carry.
#[doc(hidden)]
#[must_use]
pub fn missing_session() -> Error {
    Error::new(
        ErrorKind::MissingProof,
        "the response carries no session: none was asked for, or the login is not complete yet",
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn claims(value: serde_json::Value) -> JsonObject {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn reads_structs_and_maps() {
        #[derive(serde::Deserialize)]
        struct Claims {
            plan: String,
        }
        let claims = claims(serde_json::json!({"plan": "pro", "seats": "5"}));
        assert_eq!(custom_claims_as::<Claims>(&claims).unwrap().plan, "pro");
        let map: BTreeMap<String, String> = custom_claims_as(&claims).unwrap();
        assert_eq!(map["seats"], "5");
    }

    #[test]
    fn a_misfit_does_not_repeat_the_value() {
        let claims = claims(serde_json::json!({"plan": "s3cret"}));
        let error = custom_claims_as::<BTreeMap<String, u8>>(&claims).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(error.json_path(), Some("$.custom_claims"));
        assert_eq!(error.message(), "expected u8, found a string");
    }
}
