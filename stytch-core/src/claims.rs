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
