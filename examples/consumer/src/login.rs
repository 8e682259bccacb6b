//! Logging in and out.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use look::Page;
use maud::html;
use serde::Deserialize;
use stytch_axum::Next;
use stytch_axum::callbacks::PasswordReset;
use stytch_axum::consumer::{Auth, Outcome, SameOrigin, UserSession};
use stytch_axum::web::Refusal;
use stytch_consumer::magic_links::email::LoginOrCreateRequest;
use stytch_consumer::passwords::email::ResetStartRequest;
use stytch_consumer::passwords::{AuthenticateRequest, CreateRequest};
use stytch_consumer::{Error, ErrorType, Secret};

use crate::{MINUTES, frame};

/// Where the mails of the emulator are shown.
#[derive(Clone)]
pub(crate) struct Mails(pub(crate) Option<String>);

/// The one form of the page; its buttons say what becomes of it.
#[derive(Deserialize)]
pub(crate) struct Given {
    email: String,
    password: Secret,
    next: String,
}

impl Given {
    fn next(&self) -> Next {
        Next::parse(&self.next).unwrap_or_default()
    }
}

pub(crate) async fn page(next: Next) -> Page {
    form(&next, "", None)
}

fn form(next: &Next, email: &str, note: Option<&str>) -> Page {
    frame::page(
        "Log in or sign up",
        html! {
            @if let Some(note) = note { (look::note(note)) }
            div.card.narrow {
                form method="post" action="/login" {
                    input type="hidden" name="next" value=(next);
                    label {
                        "Your address"
                        input type="email" name="email" value=(email) required autocomplete="username webauthn";
                    }
                    label {
                        "Password"
                        input type="password" name="password" required autocomplete="current-password";
                    }
                    p { button.wide { "Log in" } }
                    p { button.quiet.wide formaction="/sign-up" { "Sign up with this password" } }
                    p.or { "or without it" }
                    p { button.quiet.wide formaction="/login/link" formnovalidate { "Send me a link" } }
                    p { button.quiet.wide formaction="/login/reset" formnovalidate { "I forgot my password" } }
                }
                p { button #use-passkey.quiet.wide data-next=(next) { "Log in with a passkey" } }
                p #passkey-note.soft role="status" {}
            }
            script src="/passkeys.js" defer {}
        },
    )
}

pub(crate) async fn log_in(
    State(auth): State<Auth>,
    _: SameOrigin,
    Form(given): Form<Given>,
) -> Result<Response, Refusal> {
    let request = AuthenticateRequest::new(&given.email, &given.password);
    let request = request.session_duration_minutes(MINUTES);
    match auth.client().passwords().authenticate(request).await {
        Ok(login) => Ok((auth.login(&login), given.next()).into_response()),
        Err(error) => again(error, &given),
    }
}

pub(crate) async fn sign_up(
    State(auth): State<Auth>,
    _: SameOrigin,
    Form(given): Form<Given>,
) -> Result<Response, Refusal> {
    let request = CreateRequest::new(&given.email, &given.password);
    let request = request.session_duration_minutes(MINUTES);
    match auth.client().passwords().create(request).await {
        Ok(login) => Ok((auth.login(&login), given.next()).into_response()),
        Err(error) => again(error, &given),
    }
}

/// The form once more, if another address or password may do.
fn again(error: Error, given: &Given) -> Result<Response, Refusal> {
    let note = match error.error_type() {
        Some(ErrorType::DuplicateEmail) => {
            "Somebody has signed up with this address. Log in instead."
        }
        Some(ErrorType::WeakPassword) => "This password is too easy to guess.",
        Some(ErrorType::BreachedPassword) => {
            "This password is known from a leak. Choose another one."
        }
        Some(ErrorType::InvalidEmail) => "This is not an address.",
        // whether there is an account is nobody's business
        _ if error.needs_login() || error.is_not_found() => {
            "Address and password don't belong together."
        }
        _ => return Err(error.into()),
    };
    let page = form(&given.next(), &given.email, Some(note));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

pub(crate) async fn send_link(
    State(auth): State<Auth>,
    Extension(mails): Extension<Mails>,
    _: SameOrigin,
    Form(given): Form<Given>,
) -> Result<Response, Refusal> {
    let request = LoginOrCreateRequest::new(&given.email);
    match auth
        .client()
        .magic_links()
        .email()
        .login_or_create(request)
        .await
    {
        Ok(_) => Ok((auth.start().next(&given.next()), sent(&given.email, mails)).into_response()),
        Err(error) => again(error, &given),
    }
}

pub(crate) async fn send_reset(
    State(auth): State<Auth>,
    Extension(mails): Extension<Mails>,
    _: SameOrigin,
    Form(given): Form<Given>,
) -> Result<Response, Refusal> {
    let request = ResetStartRequest::new(&given.email);
    match auth.client().passwords().email().reset_start(request).await {
        Err(error) if !error.is_not_found() => again(error, &given),
        // nor is it here
        _ => Ok((auth.start().next(&given.next()), sent(&given.email, mails)).into_response()),
    }
}

fn sent(email: &str, Mails(mails): Mails) -> Page {
    frame::page(
        "Look into your mails",
        html! {
            div.card {
                p { "If there is an account for " strong { (email) } " or may be one, a link is on its way." }
                @if let Some(mails) = mails {
                    p { a href=(mails) { "It is here, with the emulator" } }
                }
            }
        },
    )
}

/// All that comes back: links of mails, and the form for a new password.
pub(crate) async fn finish(outcome: Outcome, next: Next) -> Response {
    match outcome {
        Outcome::LoggedIn(_) => next.into_response(),
        Outcome::PasswordReset(reset) => new_password(&reset, None).into_response(),
        Outcome::Failed(failure) => {
            let note = failure.to_string();
            let page = match failure.password_reset() {
                Some(reset) => new_password(reset, Some(&note)),
                None => form(&next, "", Some(&note)),
            };
            (failure.status(), page).into_response()
        }
        _ => Redirect::to("/login").into_response(),
    }
}

fn new_password(reset: &PasswordReset, note: Option<&str>) -> Page {
    frame::page(
        "Choose a password",
        html! {
            @if let Some(note) = note { (look::note(note)) }
            form.card.narrow method="post" action="/authenticate/password" {
                input type="hidden" name="flow" value=(reset.flow_name());
                input type="hidden" name="token" value=(reset.token().expose());
                label {
                    "New password"
                    input type="password" name="password" required autocomplete="new-password";
                }
                button.wide { "Save and log in" }
            }
        },
    )
}

pub(crate) async fn log_out(State(auth): State<Auth>, session: UserSession) -> impl IntoResponse {
    let (cookies, revoked) = auth.logout(&session).await;
    let page = match revoked {
        Ok(()) => Redirect::to("/").into_response(),
        Err(error) => Refusal::from(error).into_response(),
    };
    (cookies, page)
}
