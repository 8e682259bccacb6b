//! Outcomes as arguments of handlers.

use http::StatusCode;
use http::request::Parts;

/// What a step leads to, for the handler that takes it as an argument.
#[derive(Clone, Debug)]
pub(crate) struct Slot<T>(pub(crate) T);

impl<T: Clone + Send + Sync + 'static> Slot<T> {
    pub(crate) fn take(parts: &mut Parts) -> Result<T, StatusCode> {
        let slot = parts.extensions.remove::<Self>();
        slot.map(|Self(outcome)| outcome).ok_or_else(|| {
            tracing::error!(target: "stytch", "a handler outside of `Callbacks` takes an outcome");
            StatusCode::INTERNAL_SERVER_ERROR
        })
    }
}

macro_rules! argument {
    ($outcome:ty) => {
        /// For the handler of [`Callbacks`](crate::callbacks::Callbacks); anywhere else it answers 500.
        impl<S: Sync> axum::extract::FromRequestParts<S> for $outcome {
            type Rejection = http::StatusCode;

            async fn from_request_parts(
                parts: &mut http::request::Parts,
                _: &S,
            ) -> Result<Self, Self::Rejection> {
                crate::callbacks::Slot::take(parts)
            }
        }
    };
}

pub(crate) use argument;
