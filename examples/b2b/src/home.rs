//! Where visitors arrive.

use look::Page;
use maud::html;
use stytch_axum::b2b::MemberSession;

use crate::frame;

pub(crate) async fn page(session: Option<MemberSession>) -> Page {
    let Some(session) = session else {
        return frame::page(
            "Notes that a team keeps together",
            html! {
                p.soft { "An example app: sign up with your address, found an organization, invite people." }
                p { a.button href="/login" { "Log in or sign up" } }
            },
        );
    };
    frame::inside(
        &session,
        "Welcome",
        html! {
            div.card {
                p { "You are in " strong { (session.organization_slug) } "." }
                p { @for role in &session.roles { span.tag { (role) } } }
                p.soft { "You came in by:" }
                p { @for factor in &session.authentication_factors { span.tag { (factor.r#type) } } }
            }
        },
    )
}
