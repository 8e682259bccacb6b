//! Where visitors arrive.

use axum::response::{IntoResponse as _, Redirect, Response};
use maud::html;
use stytch_axum::consumer::UserSession;

use crate::frame;

pub(crate) async fn page(session: Option<UserSession>) -> Response {
    if session.is_some() {
        return Redirect::to("/account").into_response();
    }
    frame::page("Notes in the margin", html! {
        p.soft { "An example app: sign up with a password or a mail, and make your login as safe as you like." }
        p { a.button href="/login" { "Log in or sign up" } }
    })
    .into_response()
}
