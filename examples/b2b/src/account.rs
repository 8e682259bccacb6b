//! What members do for themselves.

use axum::extract::State;
use look::Page;
use maud::html;
use stytch_axum::Fresh;
use stytch_axum::b2b::{Auth, MemberSession};
use stytch_axum::web::Refusal;

use crate::{frame, second_factor};

/// The service is asked, since the factors of the session don't say which the member has.
pub(crate) async fn page(Fresh(session): Fresh<MemberSession>) -> Page {
    let Some(member) = session.subject() else {
        return frame::page("Account", html! {});
    };
    frame::inside(
        &session,
        "Account",
        html! {
            div.card {
                p { (member.email_address) }
                p { @for role in &session.roles { span.tag { (role) } } }
            }
            div.card {
                h2 { "Second factor" }
                @if member.totp_registration_id.as_str().is_empty() {
                    p.soft { "A stolen mailbox is enough to log in as you." }
                    form method="post" action="/account/app" { button { "Set up an authenticator app" } }
                } @else {
                    p { "An authenticator app is set up, and asked for at each login." }
                }
            }
        },
    )
}

pub(crate) async fn add_app(
    State(auth): State<Auth>,
    session: MemberSession,
) -> Result<Page, Refusal> {
    let created = auth.create_totp(&session).await?;
    let content = second_factor::set_up(&created);
    Ok(frame::inside(&session, "Set up a second factor", content))
}
