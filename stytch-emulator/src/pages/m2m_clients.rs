//! Clients of machines.

use axum::extract::Path;
use axum::response::Response;
use maud::html;

use super::form::Sought;
use super::{Shown, layout};
use crate::rules::search::contains;
use crate::state::{M2mClient, Record as _};

pub(super) async fn list(Sought(sought): Sought, shown: Shown) -> Response {
    let state = shown.project.state();
    let is_found = |client: &M2mClient| {
        let mut scopes = client.model.scopes.iter();
        contains(client.id(), &sought)
            || contains(&client.model.client_name, &sought)
            || scopes.any(|scope| contains(scope, &sought))
    };
    let found = state.m2m_clients.iter();
    let found: Vec<_> = found.filter(|client| is_found(client)).collect();
    let columns = ["Client", "Name", "Status", "Scopes"];
    let content = layout::list((&shown, &sought), &columns, &found, |client| {
        html! {
            td { a href=(shown.to_one("/m2m-clients", client.id())) { code { (client.id()) } } }
            td { (client.model.client_name) }
            td { (client.model.status) }
            td { (client.model.scopes.join(" ")) }
        }
    });
    layout::page(&shown, "M2M clients", &content)
}

pub(super) async fn one(Path(id): Path<String>, shown: Shown) -> Response {
    let state = shown.project.state();
    let Some(client) = state.m2m_clients.get(&id) else {
        return layout::missing(&shown, "M2M client");
    };
    let content = html! {
        @if client.next_secret.is_some() { p { "Its secret is being rotated: both work." } }
        (layout::json(&client.model))
    };
    layout::page(&shown, "An M2M client", &content)
}
