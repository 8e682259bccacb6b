//! The keys that tokens are signed with.

use axum::response::Response;
use maud::html;

use super::form::{Form, back_to};
use super::{Shown, layout};

pub(super) async fn show(shown: Shown) -> Response {
    let state = shown.project.state();
    let identity = &shown.project.identity;
    let ids = state.keys.ids(identity);
    let address = format!("/v1/b2b/sessions/jwks/{}", identity.project_id);
    let content = html! {
        p {
            "They stand at " a href=(&address) { code { (address) } }
            ". Everybody has them: they prove nothing elsewhere."
        }
        (layout::table(&["Name", "What it does"], &ids, |id| html! {
            td { code { (id) } }
            td { @if Some(id) == ids.first() { "signs and checks" } @else { "checks" } }
        }))
        form method="post" action=(shown.to("/keys")) {
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
        Err(refusal) => layout::refused(&shown, &refusal.into()),
    }
}
