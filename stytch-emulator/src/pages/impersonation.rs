//! To act in place of somebody at the press of a button.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::html;

use super::form::Form;
use super::{Shown, layout};
use crate::control::impersonation::begun;
use crate::control::whom::Whom;
use crate::followed::Redirect;
use crate::shared::Shared;

/// Begins to act in place of a member or a user.
pub(super) async fn begin(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    shown: Shown,
    _: Form,
) -> Response {
    let output = begun(&shown.project, shared.clock.now(), Whom::by_id(&id), None);
    let begun = match Redirect::of(&output) {
        Ok(begun) => begun,
        Err(error) => return layout::refused(&shown, &error.into()),
    };
    let content = html! {
        p { "The app goes on here, once and within five minutes. Its session lasts an hour." }
        p { a href=(begun.url) rel="noreferrer" { (begun.url) } }
    };
    layout::page(&shown, "Impersonation", &content)
}
