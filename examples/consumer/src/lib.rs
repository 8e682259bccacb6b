//! The app: its routes. Each module is a page or two.

mod account;
mod complete;
pub mod demo;
mod frame;
mod home;
mod login;
mod passkeys;
mod second_factor;

use axum::routing::{get, post};
use axum::{Extension, Router};
use stytch_axum::callbacks::{Callbacks, Flow};
use stytch_axum::consumer::Auth;
use stytch_consumer::Client;

/// How long somebody stays logged in.
const MINUTES: i32 = 7 * 24 * 60;

/// The app at a domain, which its passkeys are for. `mails` is where the mails of the emulator are shown, if
/// it is the service.
pub fn app(stytch: Client, domain: &str, mails: Option<String>) -> Router {
    let auth = Auth::new(stytch)
        .login_page("/login")
        .refusal_page(frame::refusal);
    Router::new()
        .route("/", get(home::page))
        .route("/login", get(login::page).post(login::log_in))
        .route("/login/link", post(login::send_link))
        .route("/login/reset", post(login::send_reset))
        .route("/sign-up", post(login::sign_up))
        .route("/logout", post(login::log_out))
        .merge(
            Callbacks::new(&auth)
                .require_pkce([Flow::OAuth])
                .router("/authenticate", login::finish),
        )
        .route(
            "/second-factor",
            get(second_factor::page).post(second_factor::check),
        )
        .route("/second-factor/recovery", post(second_factor::recover))
        .route("/account", get(account::page))
        .route("/account/app", post(account::add_app))
        .route("/passkeys.js", get(passkeys::script))
        .route("/passkeys/new", post(passkeys::begin_new))
        .route("/passkeys", post(passkeys::add))
        .route("/login/passkey/begin", post(passkeys::begin_login))
        .route("/login/passkey", post(passkeys::log_in))
        .route(look::STYLESHEET, get(look::stylesheet))
        .layer(auth.layer())
        .layer(Extension(login::Mails(mails)))
        .layer(Extension(passkeys::Domain(domain.into())))
        .with_state(auth)
}
