//! What the button for impersonation does in the vendor's dashboard.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};
use stytch_core::Timestamp;

use super::api::Answer;
use super::asked::{Body, Of};
use super::whom::{Found, Whom};
use crate::followed::Redirect;
use crate::project::{Input, Output, Project};
use crate::rules::impersonation;
use crate::shared::Shared;

/// Who impersonates unless a request says so.
const SOMEBODY: &str = "support@example.com";

/// Who acts in whose place.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    member_id: Option<String>,
    organization_id: Option<String>,
    email_address: Option<String>,
    user_id: Option<String>,
    impersonator_email_address: Option<String>,
}

pub(super) async fn begin(
    State(shared): State<Arc<Shared>>,
    Of(project): Of,
    Body(wanted): Body<Wanted>,
) -> Answer {
    let whom = Whom {
        member_id: wanted.member_id.as_deref(),
        organization_id: wanted.organization_id.as_deref(),
        email_address: wanted.email_address.as_deref(),
        user_id: wanted.user_id.as_deref(),
    };
    let by = wanted.impersonator_email_address;
    let output = begun(&project, shared.clock.now(), whom, by.as_deref());
    let begun = Redirect::of(&output)?;
    Ok(Json(json!({
        "url": begun.url,
        "token_type": begun.token_type,
        "token": begun.token.expose(),
    })))
}

/// Begins to act in somebody's place: the answer leads to the app, with a token.
pub(crate) fn begun(project: &Project, now: Timestamp, whom: Whom<'_>, by: Option<&str>) -> Output {
    project.transact(Input::default(), now, 302, |call| {
        let by = impersonation::by(by.unwrap_or(SOMEBODY))?;
        let url = match whom.find(call)? {
            Found::Member(member) => impersonation::of_member(call, &member, by)?,
            Found::User(user) => impersonation::of_user(call, &user, by)?,
        };
        Ok::<Value, _>(json!({ "redirect_url": url }))
    })
}
