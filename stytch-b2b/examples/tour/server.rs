//! A stand-in for the API that knows four endpoints and shows what it is asked.

use std::{
    io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{
    Json, Router,
    extract::{Path, State},
    http::StatusCode,
    routing::{post, put},
};
use serde_json::{Value, json};

type Organizations = Arc<Mutex<Vec<Value>>>;
type Answer = (StatusCode, Json<Value>);

/// Starts the server on a free port and gives its address.
pub(crate) async fn start() -> io::Result<String> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = format!("http://{}", listener.local_addr()?);
    let app = Router::new()
        .route("/v1/b2b/organizations", post(create))
        .route("/v1/b2b/organizations/{id}", put(update))
        .route("/v1/b2b/organizations/search", post(search))
        .route("/v1/b2b/sessions/authenticate", post(authenticate))
        .with_state(Organizations::default());
    tokio::spawn(async move { axum::serve(listener, app).await });
    Ok(address)
}

async fn create(State(all): State<Organizations>, Json(mut body): Json<Value>) -> Answer {
    show("POST /v1/b2b/organizations", &body);
    let mut all = lock(&all);
    let slug = body.get("organization_slug");
    if slug.is_some()
        && all
            .iter()
            .any(|known| known.get("organization_slug") == slug)
    {
        return answer(
            400,
            json!({
                "error_type": "organization_slug_already_used",
                "error_message": "The slug is taken.",
                "error_url": "https://stytch.com/docs/b2b/api/errors/400",
            }),
        );
    }
    set(
        &mut body,
        "organization_id",
        json!(format!("organization-test-{}", all.len() + 1)),
    );
    set(&mut body, "mfa_policy", json!("REQUIRED_FOR_CONTRACTORS"));
    all.push(body.clone());
    answer(200, json!({ "organization": body }))
}

async fn update(
    State(all): State<Organizations>,
    Path(id): Path<String>,
    Json(body): Json<Value>,
) -> Answer {
    show(&format!("PUT /v1/b2b/organizations/{id}"), &body);
    let mut all = lock(&all);
    let known = all
        .iter_mut()
        .find(|it| it.get("organization_id") == Some(&json!(id)));
    let (Some(known), Value::Object(changes)) = (known, body) else {
        return answer(404, json!({ "error_type": "organization_not_found" }));
    };
    for (name, value) in changes {
        set(known, &name, value);
    }
    answer(200, json!({ "organization": known }))
}

async fn search(State(all): State<Organizations>, Json(body): Json<Value>) -> Answer {
    show("POST /v1/b2b/organizations/search", &body);
    let all = lock(&all);
    let number = |name: &str| match body.get(name)? {
        Value::String(text) => text.parse().ok(),
        other => usize::try_from(other.as_u64()?).ok(),
    };
    let (start, limit) = (
        number("cursor").unwrap_or(0),
        number("limit").unwrap_or(100),
    );
    let page: Vec<_> = all.iter().skip(start).take(limit).collect();
    let end = start + page.len();
    let next = (end < all.len()).then(|| end.to_string());
    answer(
        200,
        json!({
            "organizations": page,
            "results_metadata": { "total": all.len(), "next_cursor": next },
        }),
    )
}

async fn authenticate(Json(_): Json<Value>) -> Answer {
    answer(
        200,
        json!({
            "member_session": {
                "member_session_id": "session-test-1",
                "custom_claims": { "plan": "pro", "seats": 5 },
            },
            "member": {},
            "organization": {},
        }),
    )
}

/// An answer with what all answers of the API have.
fn answer(status: u16, mut body: Value) -> Answer {
    set(&mut body, "status_code", json!(status));
    set(&mut body, "request_id", json!("request-id-test-tour"));
    (StatusCode::from_u16(status).unwrap_or_default(), Json(body))
}

fn set(object: &mut Value, name: &str, value: Value) {
    if let Value::Object(fields) = object {
        fields.insert(name.to_owned(), value);
    }
}

fn show(endpoint: &str, body: &Value) {
    println!("   -> {endpoint} {body}");
}

fn lock(all: &Organizations) -> MutexGuard<'_, Vec<Value>> {
    all.lock().unwrap_or_else(PoisonError::into_inner)
}
