//! What is around each page.

use look::Page;
use maud::{Markup, html};
use stytch_axum::web::Refusal;

const APP: &str = "Marginalia";

/// A page for anybody.
pub(crate) fn page(title: &str, content: Markup) -> Page {
    Page::new(APP, title, content)
}

/// A page for users.
pub(crate) fn inside(title: &str, content: Markup) -> Page {
    page(title, content).navigation(html! {
        nav aria-label="Pages" {
            a href="/account" { "Account" }
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
