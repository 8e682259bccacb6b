//! What users do for themselves.

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use look::Page;
use maud::html;
use stytch_axum::consumer::Auth;
use stytch_axum::web::Refusal;
use stytch_consumer::totps::CreateRequest;

use crate::complete::{Complete, has_app};
use crate::frame;
use crate::second_factor::code_form;

pub(crate) async fn page(Complete(session): Complete) -> Page {
    let Some(user) = session.subject() else {
        return frame::inside("Account", html! {});
    };
    frame::inside(
        "Account",
        html! {
            div.card {
                p { @for email in &user.emails { strong { (email.email) } " " } }
                p { @for factor in &session.authentication_factors { span.tag { (factor.r#type) } } }
                p.soft { "This is how you have proven who you are." }
            }
            div.card {
                h2 { "Authenticator app" }
                @if has_app(user) {
                    p { "Set up, and asked for after each login without a passkey." }
                } @else {
                    p.soft { "A stolen password is enough to log in as you." }
                    form method="post" action="/account/app" { button { "Set up an authenticator app" } }
                }
            }
            div.card {
                h2 { "Passkeys" }
                @if user.webauthn_registrations.is_empty() {
                    p.soft { "No password to remember, and none to steal." }
                } @else {
                    ul.list #passkeys {
                        @for passkey in &user.webauthn_registrations {
                            li { span.grow { (passkey.domain) } span.soft { (passkey.user_agent) } }
                        }
                    }
                }
                p { button #add-passkey { "Add a passkey" } }
                p #passkey-note.soft role="status" {}
            }
            script src="/passkeys.js" defer {}
        },
    )
}

pub(crate) async fn add_app(
    State(auth): State<Auth>,
    Complete(session): Complete,
) -> Result<Response, Refusal> {
    if session.subject().is_none_or(has_app) {
        return Ok(Redirect::to("/account").into_response());
    }
    let request = CreateRequest::new(&session.user_id);
    let created = auth.client().totps().create(request).await?;
    Ok(frame::inside(
        "Set up an authenticator app",
        html! {
            div.card {
                img.qr src=(created.qr_code.expose()) alt="QR code of the key below";
                p.soft { "Scan it with an authenticator app, or type this key: " }
                p { code #key { (created.secret.expose()) } }
            }
            div.card {
                h2 { "For the day the app is lost" }
                p.soft { "Each of these works once. Keep them elsewhere than on the phone." }
                ul.codes { @for code in &created.recovery_codes { li { (code.expose()) } } }
            }
            (code_form())
        },
    )
    .into_response())
}
