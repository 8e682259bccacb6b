//! The app: its routes. Each module is a page or two.

mod account;
mod activity;
pub mod demo;
mod frame;
mod home;
mod login;
mod machines;
mod members;
mod organizations;
mod second_factor;
mod settings;

use axum::routing::{get, post};
use axum::{Extension, Router};
use stytch_axum::b2b::Auth;
use stytch_axum::callbacks::{Callbacks, Flow};
use stytch_b2b::Client;
use stytch_b2b::webhooks::Verifier;

use activity::Activity;

/// The app. `mails` is where the mails of the emulator are shown, if it is the service; without a verifier no
/// webhooks are taken.
pub fn app(stytch: Client, mails: Option<String>, webhooks: Option<Verifier>) -> Router {
    let activity = Activity::default();
    let auth = Auth::new(stytch)
        .login_page("/login")
        .refusal_page(frame::refusal);
    Router::new()
        .route("/", get(home::page))
        .route("/login", get(login::page).post(login::send_link))
        .route("/login/google", get(login::google))
        .route("/login/sso", get(login::sso))
        .route("/logout", post(login::log_out))
        .merge(
            Callbacks::new(&auth)
                .require_pkce([Flow::OAuth, Flow::DiscoveryOAuth, Flow::Sso])
                .router("/authenticate", login::finish),
        )
        .route("/organizations", get(organizations::page))
        .route("/second-factor", get(second_factor::page))
        .route("/account", get(account::page))
        .route("/account/app", post(account::add_app))
        .route("/members", get(members::page).post(members::invite))
        .route("/members/roles", post(members::set_roles))
        .route("/activity", get(activity::page))
        .route("/settings", get(settings::page).post(settings::update))
        .route(
            "/api/organizations/{organization_id}/members",
            get(machines::members),
        )
        .route(look::STYLESHEET, get(look::stylesheet))
        .layer(auth.layer())
        .layer(Extension(login::Mails(mails)))
        .layer(Extension(activity.clone()))
        .with_state(auth)
        .merge(webhooks.map_or_else(Router::new, |verifier| activity::router(verifier, activity)))
}
