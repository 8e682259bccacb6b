//! What an app sees when the API says no, or something in between answers.

use crate::support::{Answer, Server};
use serde_json::json;
use stytch_b2b::organizations::GetRequest;
use stytch_b2b::{Client, Error, ErrorKind};

async fn failure(answer: Answer) -> Error {
    let server = Server::start().await;
    server.answer(answer);
    let client = Client::builder("project-test-1", "secret")
        .base_url(&server.url)
        .no_retries()
        .build()
        .unwrap();
    client
        .organizations()
        .get(GetRequest::new("acme"))
        .await
        .unwrap_err()
}

#[tokio::test]
async fn an_ordinary_error_body_is_read_field_by_field() {
    let error = failure(Answer::json(
        404,
        &json!({
            "status_code": 404,
            "request_id": "request-id-test-1",
            "error_type": "organization_not_found",
            "error_message": "The organization was not found.",
            "error_url": "https://stytch.com/docs/api/errors/404",
            "error_details": { "hint": "id" },
        }),
    ))
    .await;
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.status().unwrap().as_u16(), 404);
    assert_eq!(error.request_id(), Some("request-id-test-1"));
    assert_eq!(
        error.error_type().unwrap().as_str(),
        "organization_not_found"
    );
    assert_eq!(error.message(), "The organization was not found.");
    assert_eq!(
        error.error_url(),
        Some("https://stytch.com/docs/api/errors/404")
    );
    assert_eq!(error.details().unwrap()["hint"], "id");
    assert!(error.is_not_found());
    let line = error.to_string();
    for part in [
        "organization_not_found",
        "The organization was not found.",
        "request-id-test-1",
        "404",
    ] {
        assert!(line.contains(part), "{line}");
    }
    assert!(!line.contains('\n'));
}

#[tokio::test]
async fn an_oauth_error_body_maps_onto_the_same_fields() {
    let error = failure(Answer::json(
        401,
        &json!({
            "status_code": 401,
            "request_id": "request-id-test-2",
            "error": "invalid_client",
            "error_description": "The client is not known.",
            "error_uri": "https://example.com/invalid_client",
        }),
    ))
    .await;
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.error_type().unwrap().as_str(), "invalid_client");
    assert_eq!(error.message(), "The client is not known.");
    assert_eq!(
        error.error_url(),
        Some("https://example.com/invalid_client")
    );
    assert!(error.is_bad_credentials());
}

#[tokio::test]
async fn odd_error_bodies_never_hide_the_error() {
    for body in [
        json!({ "error_type": 5, "error_message": "odd", "request_id": ["x"], "status_code": "many" }),
        json!({ "error_type": "odd", "error_message": null, "error_details": "none" }),
        json!({ "error": { "code": "weird" }, "request_id": "odd" }),
    ] {
        let error = failure(Answer::json(400, &body)).await;
        assert_eq!(error.kind(), ErrorKind::Api, "{body}");
        assert_eq!(error.status().unwrap().as_u16(), 400, "{body}");
        assert!(error.to_string().contains("odd"), "{error}");
    }
}

#[tokio::test]
async fn what_is_no_answer_of_the_api_is_an_unexpected_response() {
    for (status, content_type, body) in [
        (
            502,
            Some("text/html"),
            "<html><body>Bad Gateway</body></html>",
        ),
        (
            200,
            Some("text/html"),
            "<html>please log in to the proxy</html>",
        ),
        (500, None, ""),
        (404, Some("text/plain"), "no such host"),
        (200, Some("application/json"), ""),
    ] {
        let error = failure(Answer::raw(status, content_type, body)).await;
        assert!(
            matches!(
                error.kind(),
                ErrorKind::UnexpectedResponse | ErrorKind::Decode
            ),
            "{status} {body:?} is {error:?}"
        );
        assert_eq!(error.status().unwrap().as_u16(), status, "{body:?}");
        assert!(
            body.is_empty() || !error.to_string().contains(body),
            "{error}"
        );
    }
}

#[tokio::test]
async fn truncated_json_and_wrong_types_name_the_place_but_not_the_value() {
    let error = failure(Answer::raw(
        200,
        Some("application/json"),
        r#"{"request_id":"r-1","organization":{"organization_name":"confidential na"#,
    ))
    .await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.json_path(), Some("$.organization.organization_name"));
    assert!(!error.to_string().contains("confidential"), "{error}");

    let error = failure(Answer::json(
        200,
        &json!({ "request_id": "r-2", "organization": { "sso_active_connections": [{}, { "connection_id": 12 }] } }),
    ))
    .await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(
        error.json_path(),
        Some("$.organization.sso_active_connections[1].connection_id")
    );
    assert_eq!(error.request_id(), Some("r-2"));
    assert_eq!(error.status().unwrap().as_u16(), 200);
    let line = error.to_string();
    assert!(
        line.contains("organizations.get") && line.contains("r-2") && !line.contains("12"),
        "{line}"
    );
}
