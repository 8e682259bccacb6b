//! The code of an authenticator app: the second step of a login, and the proof that one was set up.

use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use look::Page;
use maud::{Markup, html};
use serde::Deserialize;
use stytch_axum::consumer::{Auth, UserSession};
use stytch_axum::web::Refusal;
use stytch_consumer::totps::{AuthenticateRequest, RecoverRequest};
use stytch_consumer::{Error, Secret};

use crate::{MINUTES, frame};

pub(crate) async fn page(_: UserSession) -> Page {
    form(None)
}

fn form(note: Option<&str>) -> Page {
    frame::inside(
        "Second factor",
        html! {
            @if let Some(note) = note { (look::note(note)) }
            (code_form())
            details {
                summary { "The app is lost" }
                form.card.narrow method="post" action="/second-factor/recovery" {
                    label { "Recovery code" input name="code" required autocomplete="off"; }
                    button.quiet.wide { "Use it" }
                }
            }
        },
    )
}

pub(crate) fn code_form() -> Markup {
    html! {
        form.card.narrow method="post" action="/second-factor" {
            label {
                "Code of your authenticator app"
                input name="code" inputmode="numeric" autocomplete="one-time-code" required autofocus;
            }
            button.wide { "Continue" }
        }
    }
}

#[derive(Deserialize)]
pub(crate) struct Given {
    code: Secret,
}

/// Adds the factor to the session.
pub(crate) async fn check(
    State(auth): State<Auth>,
    session: UserSession,
    Form(given): Form<Given>,
) -> Result<Response, Refusal> {
    let mut request = AuthenticateRequest::new(&session.user_id, given.code);
    (request.session_token, request.session_jwt) = session.proof().into_fields();
    let request = request.session_duration_minutes(MINUTES);
    match auth.client().totps().authenticate(request).await {
        Ok(login) => Ok((auth.login(&login), Redirect::to("/account")).into_response()),
        Err(error) => again(error),
    }
}

/// The same with a code from the paper.
pub(crate) async fn recover(
    State(auth): State<Auth>,
    session: UserSession,
    Form(given): Form<Given>,
) -> Result<Response, Refusal> {
    let mut request = RecoverRequest::new(&session.user_id, given.code);
    (request.session_token, request.session_jwt) = session.proof().into_fields();
    let request = request.session_duration_minutes(MINUTES);
    match auth.client().totps().recover(request).await {
        Ok(login) => Ok((auth.login(&login), Redirect::to("/account")).into_response()),
        Err(error) => again(error),
    }
}

fn again(error: Error) -> Result<Response, Refusal> {
    if !error.needs_login() {
        return Err(error.into());
    }
    let page = form(Some("That was not the code."));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
