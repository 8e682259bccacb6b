//! The projects that were asked for.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use maud::html;

use super::form::Sought;
use super::{Shown, layout, project_pair};
use crate::rules::search::contains;
use crate::shared::Shared;

pub(super) async fn list(
    State(shared): State<Arc<Shared>>,
    Sought(sought): Sought,
    shown: Shown,
) -> Response {
    let mut projects = shared.projects();
    projects.retain(|project| contains(&project.identity.project_id, &sought));
    projects.sort_by(|a, b| a.identity.project_id.cmp(&b.identity.project_id));
    let columns = ["Project", "Organizations", "Members", "Users", "Messages"];
    let content = html! {
        p { "Each is made when it is first asked for, and knows nothing of the others." }
        (layout::list((&shown, &sought), &columns, &projects, |project| {
            let id = &project.identity.project_id;
            let state = project.state();
            html! {
                td {
                    a href=(format!("/?{}", project_pair(id)))
                        aria-current=[(*id == shown.project.identity.project_id).then_some("true")] {
                        code { (id) }
                    }
                }
                td { (state.organizations.len()) }
                td { (state.members.len()) }
                td { (state.users.len()) }
                td { (state.messages.len()) }
            }
        }))
    };
    layout::page(&shown, "Projects", &content)
}
