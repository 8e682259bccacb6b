//! What is around each page.

use look::Page;
use maud::{Markup, html};
use stytch_axum::b2b::MemberSession;
use stytch_axum::web::Refusal;

const APP: &str = "Fieldnotes";

/// A page for anybody.
pub(crate) fn page(title: &str, content: Markup) -> Page {
    Page::new(APP, title, content)
}

/// A page for members, with the ways to the others.
pub(crate) fn inside<R>(session: &MemberSession<R>, title: &str, content: Markup) -> Page {
    let to = |href: &str, name: &str| {
        html! { a href=(href) aria-current=[(name == title).then_some("page")] { (name) } }
    };
    Page::new(APP, title, content).navigation(html! {
        nav aria-label="Pages" {
            (to("/members", "Members"))
            (to("/activity", "Activity"))
            (to("/settings", "Settings"))
            (to("/account", "Account"))
            (to("/organizations", &session.organization_slug))
            form method="post" action="/logout" { button.quiet { "Log out" } }
        }
    })
}

/// The page for what is refused.
pub(crate) fn refusal(refusal: &Refusal) -> Page {
    page(
        "Sorry",
        html! {
            p { (refusal) }
            p { a href="/" { "Back to the start" } }
        },
    )
}
