//! Webhooks in handlers.

use std::{fmt, ops::Deref};

use axum::{
    body::to_bytes,
    extract::{FromRef, FromRequest, Request},
    response::{IntoResponse, Response},
};
use stytch_core::webhooks::{Error, FromDelivery, Verifier};

/// An event that the service has sent, genuine and whole: a handler that takes one is reached by nothing
/// else. [`b2b::Webhook`](crate::b2b::Webhook) and [`consumer::Webhook`](crate::consumer::Webhook) name the
/// events of the two clients.
///
/// The body is read as it comes, up to the limit of the [`Verifier`], which is taken from the router's state.
/// Answer 204. What is refused is answered with 400, never with 500: see [`WebhookRejection`].
///
/// ```
/// use axum::{Router, http::StatusCode, routing::post};
/// use stytch_axum::b2b::Webhook;
/// use stytch_b2b::webhooks::{Event, InvalidSecret, Verifier};
///
/// async fn changed(webhook: Webhook) -> StatusCode {
///     if let Event::Member(change) = webhook.0 {
///         println!("{:?} {}", change.envelope.action, change.id);
///     }
///     StatusCode::NO_CONTENT
/// }
///
/// fn app(secret: &str) -> Result<Router, InvalidSecret> {
///     let verifier = Verifier::new([secret])?;
///     Ok(Router::new().route("/webhooks", post(changed)).with_state(verifier))
/// }
/// # assert!(app("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").is_ok());
/// ```
///
/// Where the state is a struct of the app's own, `FromRef` leads to the verifier, as with any other part of
/// it. An event comes at least once, and late or early:
/// [`stytch_b2b::webhooks`](https://docs.rs/stytch-b2b/latest/stytch_b2b/webhooks/) says what to do about it.
#[derive(Clone, Debug)]
pub struct Webhook<E>(pub E);

impl<E> Deref for Webhook<E> {
    type Target = E;

    fn deref(&self) -> &E {
        &self.0
    }
}

impl<S, E> FromRequest<S> for Webhook<E>
where
    S: Send + Sync,
    E: FromDelivery,
    Verifier<E>: FromRef<S>,
{
    type Rejection = WebhookRejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, WebhookRejection> {
        let verifier = Verifier::<E>::from_ref(state);
        let (head, body) = request.into_parts();
        let body = to_bytes(body, verifier.body_limit()).await;
        let event = match body {
            Ok(body) => verifier
                .verify(&head.headers, &body)
                .map_err(Cause::Refused),
            Err(error) => Err(Cause::Unread(error)),
        };
        event.map(Self).map_err(|cause| {
            let rejection = WebhookRejection(cause);
            tracing::warn!(target: "stytch", "{rejection}");
            rejection
        })
    }
}

/// Why a request is no event: 400, in a few words that say nothing about it. The reason goes to the log
/// (`tracing`, target `stytch`, level `WARN`), and [`error`](Self::error) has it for a handler that takes a
/// `Result<Webhook<E>, WebhookRejection>`.
#[derive(Debug)]
pub struct WebhookRejection(Cause);

#[derive(Debug)]
enum Cause {
    Refused(Error),
    /// Too long, or it broke off.
    Unread(axum::Error),
}

impl WebhookRejection {
    /// What is wrong with the message; `None` if its body could not be read at all.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        match &self.0 {
            Cause::Refused(error) => Some(error),
            Cause::Unread(_) => None,
        }
    }
}

impl fmt::Display for WebhookRejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Cause::Refused(error) => error.fmt(f),
            Cause::Unread(error) => write!(f, "webhook refused: its body is not read: {error}"),
        }
    }
}

impl std::error::Error for WebhookRejection {}

impl IntoResponse for WebhookRejection {
    fn into_response(self) -> Response {
        (http::StatusCode::BAD_REQUEST, "This is no webhook.").into_response()
    }
}
