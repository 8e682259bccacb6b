//! The second factor of a login.

use look::Page;
use maud::{Markup, html};
use stytch_axum::b2b::Intermediate;
use stytch_axum::web::{Reason, Refusal};
use stytch_b2b::totps::CreateResponse;

use crate::frame;

pub(crate) async fn page(login: Intermediate) -> Result<Page, Refusal> {
    let pending = login.pending().ok_or(Refusal::new(Reason::LoginRequired))?;
    if pending.must_enroll()
        && let Some(created) = login.create_totp()
    {
        let created = created.await?;
        return Ok(frame::page("Set up a second factor", set_up(&created)));
    }
    Ok(frame::page(
        "Second factor",
        html! {
            @if let Some(ending) = pending.phone_ending() {
                @if pending.code_sent() {
                    p { "A code is on its way to the number that ends in " (ending) "." }
                    (code_form("/authenticate/sms"))
                } @else {
                    form method="post" action="/authenticate/sms/send" {
                        button { "Send a code to the number that ends in " (ending) }
                    }
                }
            }
            @if pending.has_authenticator_app() {
                (code_form("/authenticate/totp"))
                details {
                    summary { "The app is lost" }
                    form.card.narrow method="post" action="/authenticate/recovery_code" {
                        label { "Recovery code" input name="code" required autocomplete="off"; }
                        button.quiet.wide { "Use it" }
                    }
                }
            }
        },
    ))
}

/// What a person needs to set up an authenticator app.
pub(crate) fn set_up(created: &CreateResponse) -> Markup {
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
        (code_form("/authenticate/totp"))
    }
}

pub(crate) fn code_form(action: &str) -> Markup {
    html! {
        form.card.narrow method="post" action=(action) {
            label {
                "Code"
                input name="code" inputmode="numeric" autocomplete="one-time-code" required autofocus;
            }
            button.wide { "Continue" }
        }
    }
}
