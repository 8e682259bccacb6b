//! Awkward values in the path: each reaches the server as one segment with exactly that value, or is
//! refused before anything is sent.

use crate::support::{Answer, Server};
use serde_json::json;
use stytch_b2b::organizations::members;
use stytch_b2b::{Client, ErrorKind};

fn client(server: &Server) -> Client {
    Client::builder("project-test-1", "secret")
        .base_url(&server.url)
        .build()
        .unwrap()
}

#[tokio::test]
async fn awkward_values_stay_one_segment() {
    let server = Server::start().await;
    server.answer(Answer::json(200, &json!({})));
    let client = client(&server);
    let values = [
        "a/b",
        "a/../b",
        "../x",
        "a/..",
        "./",
        "%2e%2e",
        "%2E",
        "%252e",
        "..%2f",
        "?x=1",
        "#f",
        "a;b",
        "\\",
        "..\\..",
        "a b",
        " ",
        "+",
        "%",
        "%%",
        "%zz",
        "é",
        "日本語",
        "\u{0}",
        "\n",
        "\r\nX-Injected: 1",
        "\t",
        "\u{7f}",
        "...",
        "..a",
        ":",
        "@",
        "//",
        "a//b",
        "\u{202e}",
        "~",
        "*",
        "'",
        "\"",
        "<>",
        "|",
        "^",
        "`",
        "{}",
        "[]",
        "!$&'()*+,;=",
    ];
    for value in values {
        let request = members::DeleteRequest::new(value, "member-test-1");
        client
            .organizations()
            .members()
            .delete(request)
            .await
            .unwrap();
        let request = members::DeleteRequest::new("organization-test-1", value);
        client
            .organizations()
            .members()
            .delete(request)
            .await
            .unwrap();
        let recorded = server.recorded();
        assert_eq!(
            recorded[0].segments(),
            [
                "v1",
                "b2b",
                "organizations",
                value,
                "members",
                "member-test-1"
            ],
            "{value:?} went out as {}",
            recorded[0].target
        );
        assert_eq!(
            recorded[1].segments(),
            [
                "v1",
                "b2b",
                "organizations",
                "organization-test-1",
                "members",
                value
            ],
            "{value:?} went out as {}",
            recorded[1].target
        );
        assert!(recorded[0].query().is_empty(), "{value:?}");
    }
}

#[tokio::test]
async fn values_that_would_call_another_endpoint_are_refused_with_the_name_of_the_field() {
    let server = Server::start().await;
    let client = client(&server);
    for value in ["", ".", ".."] {
        let request = members::DeleteRequest::new("organization-test-1", value);
        let error = client
            .organizations()
            .members()
            .delete(request)
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{value:?}");
        assert_eq!(error.field(), Some("member_id"), "{value:?}");
        assert!(error.to_string().contains("member_id"), "{error}");
        let request = members::DeleteRequest::new(value, "member-test-1");
        let error = client
            .organizations()
            .members()
            .delete(request)
            .await
            .unwrap_err();
        assert_eq!(error.field(), Some("organization_id"), "{value:?}");
    }
    assert!(server.recorded().is_empty());
}

#[tokio::test]
async fn a_prefix_of_the_base_url_is_kept() {
    let server = Server::start().await;
    for base in [
        format!("{}/proxy/stytch", server.url),
        format!("{}/proxy/stytch/", server.url),
    ] {
        let client = Client::builder("project-test-1", "secret")
            .base_url(base)
            .build()
            .unwrap();
        client.rbac().policy().await.unwrap();
        assert_eq!(
            server.recorded()[0].target,
            "/proxy/stytch/v1/b2b/rbac/policy"
        );
    }
}

#[tokio::test]
async fn query_values_are_encoded_and_left_out_when_unset() {
    let server = Server::start().await;
    let client = client(&server);
    let request =
        members::GetRequest::new("organization-test-1").email_address("a+b&c=d e@example.com#");
    client.organizations().members().get(request).await.unwrap();
    let recorded = server.recorded();
    assert_eq!(
        recorded[0].query(),
        [(
            "email_address".to_owned(),
            "a+b&c=d e@example.com#".to_owned()
        )],
        "{}",
        recorded[0].target
    );
}
