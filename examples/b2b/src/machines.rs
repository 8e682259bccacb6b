//! What other programs may ask.

use axum::Json;
use axum::extract::{Path, State};
use stytch_axum::b2b::{Auth, Machine};
use stytch_axum::scope;
use stytch_axum::web::Refusal;
use stytch_b2b::organizations::Member;
use stytch_b2b::organizations::members::SearchRequest;

scope!(pub(crate) ReadMembers = "read:members");

pub(crate) async fn members(
    State(auth): State<Auth>,
    _: Machine<ReadMembers>,
    Path(organization_id): Path<String>,
) -> Result<Json<Vec<Member>>, Refusal> {
    let request = SearchRequest::new([organization_id]);
    let found = auth
        .client()
        .organizations()
        .members()
        .search(request)
        .await?;
    Ok(Json(found.members))
}
