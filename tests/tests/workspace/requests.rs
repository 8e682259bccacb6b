//! What can be handed to requests.

use crate::support::{Answer, Server};
use serde_json::json;
use stytch_b2b::organizations::{self, SearchQuery};
use stytch_b2b::{Client, ErrorKind, JsonObject, SearchOperator};

fn client(server: &Server) -> Client {
    Client::builder("project-test-1", "secret")
        .base_url(&server.url)
        .build()
        .unwrap()
}

#[test]
fn an_empty_list_of_models_needs_no_type() {
    let query = SearchQuery::new(SearchOperator::And, []);
    let body = serde_json::to_value(&query).unwrap();
    assert_eq!(body, json!({ "operator": "AND", "operands": [] }));
}

#[tokio::test]
async fn metadata_is_what_json_makes_or_an_object() {
    let server = Server::start().await;
    server.answer(Answer::json(200, &json!({})));
    server.answer(Answer::json(200, &json!({})));
    let client = client(&server);
    let object = JsonObject::from_iter([("plan".to_owned(), json!("pro"))]);
    for metadata in [json!({ "plan": "pro" }), object.into()] {
        let request = organizations::UpdateRequest::new("acme").trusted_metadata(metadata);
        client.organizations().update(request).await.unwrap();
    }
    for sent in server.recorded() {
        assert_eq!(
            sent.json(),
            Some(json!({ "trusted_metadata": { "plan": "pro" } }))
        );
    }
}

#[tokio::test]
async fn metadata_that_is_no_object_is_refused_with_the_name_of_the_field() {
    let server = Server::start().await;
    let client = client(&server);
    for metadata in [
        json!(null),
        json!("pro"),
        json!(["pro"]),
        json!(1),
        json!(true),
    ] {
        let request = organizations::UpdateRequest::new("acme").trusted_metadata(metadata.clone());
        let error = client.organizations().update(request).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{metadata}");
        assert_eq!(error.field(), Some("trusted_metadata"), "{metadata}");
        assert!(error.to_string().contains("JSON object"), "{error}");
        assert!(!error.to_string().contains("pro"), "{error}");
    }
    assert!(server.recorded().is_empty());
}
