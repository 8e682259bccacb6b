//! The keys that tokens are signed with.

use axum::response::{IntoResponse as _, Response};
use maud::html;

use super::form::{Form, back_to};
use super::{Shown, layout};
use crate::control::Mistake;

pub(super) async fn show(shown: Shown) -> Response {
    let state = shown.project.state();
    let identity = &shown.project.identity;
    let content = html! {
        p { "They stand at " code { "/v1/b2b/sessions/jwks/" (identity.project_id) } ". Everybody has them: they prove nothing elsewhere." }
        div.scroll {
            table {
                thead { tr { th { "Name" } th { "What it does" } } }
                tbody {
                    @for (place, id) in state.keys.ids(identity).iter().enumerate() {
                        tr {
                            td { code { (id) } }
                            td { @if place == 0 { "signs and checks" } @else { "checks" } }
                        }
                    }
                }
            }
        }
        form method="post" action=(format!("/keys{}", shown.query)) {
            div.row {
                button type="submit" name="turn" value="rotate" { "Sign with a new key" }
                button type="submit" name="turn" value="revoke" { "Sign with a new key and withdraw the others" }
            }
            p.soft { "Tokens of keys that are withdrawn are refused at once." }
        }
    };
    layout::page(&shown, "Keys", &content)
}

pub(super) async fn turn(shown: Shown, form: Form) -> Response {
    let turned = match form.text("turn") {
        Some("rotate") => shown.project.rotate_keys(),
        Some("revoke") => shown.project.revoke_keys(),
        _ => Ok(()),
    };
    match turned {
        Ok(()) => back_to("/keys", &shown),
        Err(refusal) => Mistake::from(refusal).into_response(),
    }
}
