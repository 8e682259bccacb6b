//! Answers that are not what was hoped for.

use std::io::Write as _;

use stytch_core::m2m::{TokenRequest, exchange};
use stytch_core::{Error, ErrorKind, ErrorType, Response};

use crate::{
    api::{Thing, builder, client},
    server::{Reply, Server, Then},
};

/// The error of a call that spends something, so that nothing is retried.
async fn error(reply: Reply) -> Error {
    let server = Server::script([reply]).await;
    let error = client(&server.url()).authenticate("t").await.unwrap_err();
    assert_eq!(server.requests(), 1, "sent once");
    assert_eq!(
        (error.operation(), error.attempts()),
        (Some("things.authenticate"), 1)
    );
    error
}

/// The answer to a call.
async fn read(reply: Reply) -> Result<Response<Thing>, Error> {
    let server = Server::script([reply]).await;
    client(&server.url()).get("t").no_retries().response().await
}

const JSON: (&str, &str) = ("content-type", "application/json");

#[tokio::test]
async fn a_refusal_of_the_service() {
    let error = error(Reply::refusal(404, "session_not_found")).await;
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.status().unwrap(), 404);
    assert_eq!(error.error_type(), Some(&ErrorType::SessionNotFound));
    assert_eq!(error.request_id(), Some("req-refused"));
    assert_eq!(error.message(), "No.");
    assert_eq!(
        error.error_url(),
        Some("https://stytch.com/docs/api/errors/x")
    );
    assert!(error.is_not_found() && !error.is_retryable() && !error.may_have_acted());
    assert_eq!(
        error.to_string(),
        "session_not_found: No. (things.authenticate, HTTP 404, request id req-refused)"
    );
}

#[tokio::test]
async fn a_refusal_in_the_words_of_oauth() {
    let error = error(Reply::json(
        401,
        serde_json::json!({"error": "invalid_client", "error_description": "Bad secret.",
            "error_uri": "https://u", "request_id": "r", "status_code": 401}),
    ))
    .await;
    assert_eq!(error.kind(), ErrorKind::Api);
    assert!(error.is_bad_credentials() && error.is_type("invalid_client"));
    assert_eq!(
        (error.message(), error.error_url()),
        ("Bad secret.", Some("https://u"))
    );
}

#[tokio::test]
async fn the_id_in_a_refusal_counts_for_more_than_that_of_a_gateway() {
    let body = r#"{"error_type":"x","error_message":"x","request_id":"r"}"#;
    let reply = Reply::new(400, &[JSON, ("x-request-id", "gw-1")], body);
    assert_eq!(error(reply).await.request_id(), Some("r"));
    let body = r#"{"error_type":"x","error_message":"x"}"#;
    let reply = Reply::new(400, &[JSON, ("x-request-id", "gw-1")], body);
    assert_eq!(error(reply).await.request_id(), Some("gw-1"));
}

#[tokio::test]
async fn a_page_of_a_proxy() {
    let error = error(Reply::new(
        502,
        &[("content-type", "text/html"), ("x-request-id", "gw-1")],
        "<html><body>Bad Gateway</body></html>",
    ))
    .await;
    assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
    assert_eq!(
        (error.status().unwrap().as_u16(), error.request_id()),
        (502, Some("gw-1"))
    );
    assert_eq!(error.content_type(), Some("text/html"));
    assert!(error.is_server_error() && error.is_retryable() && error.may_have_acted());
    assert!(!error.to_string().contains("Gateway"), "{error}");
}

#[tokio::test]
async fn a_success_that_is_not_json() {
    for (content_type, body) in [
        ("text/html", "<html>Sign in to the airport WLAN</html>"),
        ("text/plain", "{\"name\":\"a\"}"),
    ] {
        let error = error(Reply::new(200, &[("content-type", content_type)], body)).await;
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
        assert_eq!(
            (error.status().unwrap().as_u16(), error.content_type()),
            (200, Some(content_type))
        );
    }
}

#[tokio::test]
async fn no_body() {
    let no_content = || Reply::raw("HTTP/1.1 204 No Content\r\n\r\n", Then::KeepOpen);
    for (reply, status) in [
        (Reply::new(200, &[JSON], ""), 200),
        (no_content(), 204),
        (Reply::new(500, &[], ""), 500),
    ] {
        let error = error(reply).await;
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
        assert_eq!(error.status().unwrap(), status);
        assert!(
            error.message().starts_with("the answer has no body"),
            "{error}"
        );
    }
}

#[tokio::test]
async fn json_that_breaks_off() {
    let error = error(Reply::new(200, &[JSON], r#"{"request_id":"r1","tags":["a"#)).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(
        (error.json_path(), error.request_id()),
        (Some("$.tags[0]"), Some("r1"))
    );
    assert_eq!(error.status().unwrap(), 200);
    assert!(error.may_have_acted() && !error.is_retryable());
    let refused = self::error(Reply::new(400, &[JSON], r#"{"request_id":"r2","error_ty"#)).await;
    assert_eq!(refused.kind(), ErrorKind::UnexpectedResponse);
    assert_eq!(
        (refused.status().unwrap().as_u16(), refused.request_id()),
        (400, Some("r2"))
    );
}

#[tokio::test]
async fn a_value_of_the_wrong_type() {
    let error = error(Reply::new(
        200,
        &[JSON],
        r#"{"admin":"s3cret","request_id":"r1"}"#,
    ))
    .await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(
        error.to_string(),
        "decode: expected a boolean, found a string \
         (things.authenticate, at $.admin, HTTP 200, request id r1)"
    );
    assert!(!format!("{error:?}").contains("s3cret"));
}

#[tokio::test]
async fn invalid_utf8() {
    let error = error(Reply::new(200, &[JSON], b"{\"name\":\"\xc3\x28\"}")).await;
    assert_eq!(
        (error.kind(), error.json_path()),
        (ErrorKind::Decode, Some("$.name"))
    );
    let refused = self::error(Reply::new(
        400,
        &[JSON],
        b"{\"error_message\":\"\xc3\x28\"}",
    ))
    .await;
    assert_eq!(refused.kind(), ErrorKind::UnexpectedResponse);
    assert_eq!(refused.status().unwrap(), 400);
}

#[tokio::test]
async fn an_error_inside_a_success() {
    let error = error(Reply::json(
        200,
        serde_json::json!({"status_code": 401, "error_type": "unauthorized_credentials",
            "error_message": "No.", "request_id": "r"}),
    ))
    .await;
    assert_eq!(error.kind(), ErrorKind::Api);
    assert!(error.is_bad_credentials());
    let body = r#"{"status_code":400,"error_count":0,"error":0}"#;
    assert!(read(Reply::new(200, &[JSON], body)).await.is_ok());
}

#[tokio::test]
async fn an_error_inside_a_success_is_not_taken_in_either_when_it_is_huge() {
    let limit = 256 * 1024;
    let padded = |start: &str, end: &str, size: usize| {
        let padding = "m".repeat(size - start.len() - end.len());
        Reply::new(200, &[JSON], format!("{start}{padding}{end}"))
    };
    let refusal = r#"{"status_code":404,"request_id":"r","error_type":"x","error_message":""#;
    let error = read(padded(refusal, "\"}", limit)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.status().unwrap(), 404);
    let error = read(padded(refusal, "\"}", limit + 1)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
    assert_eq!(error.request_id(), Some("r"));
    for fine in [
        r#"{"results":[{"status_code":404,"error_type":"x"}],"a":""#,
        r#"{"status_code":404,"a":""#,
        r#"{"status_code":404,"error_type":"","a":""#,
    ] {
        assert!(read(padded(fine, "\"}", limit + 1)).await.is_ok(), "{fine}");
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let other = Server::script([Reply::thing("stolen")]).await;
    for status in [301, 302, 303, 307, 308] {
        let error = error(Reply::new(status, &[("location", &other.url())], "")).await;
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
        assert_eq!(error.status().unwrap(), status);
    }
    assert_eq!(other.connections(), 0);
}

#[tokio::test]
async fn a_client_of_the_app_that_follows_redirects_is_found_out() {
    let other = Server::script([Reply::thing("elsewhere")]).await;
    let server = Server::script([Reply::new(307, &[("location", &other.url())], "")]).await;
    let client = stytch_core::ClientBuilder::<crate::api::Client>::new("p", "s")
        .base_url(server.url())
        .http_client(reqwest::Client::builder().no_proxy().build().unwrap())
        .build()
        .unwrap();
    let error = client.get("t").await.unwrap_err();
    assert_eq!(
        (error.kind(), error.field()),
        (ErrorKind::Configuration, Some("http_client"))
    );
    assert!(error.may_have_acted(), "whoever it was sent to");
}

#[tokio::test]
async fn json_goes_by_several_names() {
    for name in [
        "application/json",
        "Application/JSON; charset=utf-8",
        "text/json",
        "application/problem+json",
    ] {
        let reply = Reply::new(200, &[("content-type", name)], "{}");
        assert!(read(reply).await.is_ok(), "{name}");
    }
    assert!(read(Reply::new(200, &[], "{}")).await.is_ok());
    for name in ["text/plain; charset=json", "application/jsonp", "", "json"] {
        let reply = Reply::new(200, &[("content-type", name)], "{}");
        let kind = read(reply).await.unwrap_err().kind();
        assert_eq!(kind, ErrorKind::UnexpectedResponse, "{name}");
    }
}

#[tokio::test]
async fn identity_is_no_compression() {
    for (encoding, passes) in [("identity", true), ("gzip", false), ("br", false)] {
        let reply = Reply::new(200, &[JSON, ("content-encoding", encoding)], "{}");
        assert_eq!(read(reply).await.is_ok(), passes, "{encoding}");
    }
}

#[tokio::test]
async fn a_refusal_is_read_whatever_its_content_type() {
    for (body, kind) in [
        (
            r#"{"error_type":"unauthorized_credentials"}"#,
            ErrorKind::Api,
        ),
        (r#"{"message":"Forbidden"}"#, ErrorKind::Api),
        ("{}", ErrorKind::UnexpectedResponse),
        ("[]", ErrorKind::UnexpectedResponse),
        ("\"no\"", ErrorKind::UnexpectedResponse),
        ("Unauthorized", ErrorKind::UnexpectedResponse),
    ] {
        let error = error(Reply::new(401, &[("content-type", "text/plain")], body)).await;
        assert_eq!(error.kind(), kind, "{body}");
    }
}

#[tokio::test]
async fn odd_values_of_a_refusal_hide_nothing_else() {
    let body = r#"{"status_code":"404","request_id":7,"error_type":["x"],"error":"e",
        "error_message":null,"message":"m","error_details":"d"}"#;
    let error = error(Reply::new(400, &[JSON], body)).await;
    assert_eq!(error.error_type().unwrap(), "e");
    assert_eq!(error.message(), "m");
    assert_eq!((error.details(), error.request_id()), (None, None));
}

#[tokio::test]
async fn only_what_can_be_a_request_id_at_the_top_level_is_one() {
    let long = format!(r#"{{"admin":1,"request_id":"{}"}}"#, "x".repeat(129));
    for (body, id) in [
        (
            r#"{"a":{"request_id":"no"},"request_id":"r-1","admin":1}"#,
            Some("r-1"),
        ),
        (r#"{"a":{"request_id":"no"},"admin":1}"#, None),
        (r#"{"request_id":null,"admin":1}"#, None),
        (r#"{"request_id":7,"admin":1}"#, None),
        (r#"{"request_id":"","admin":1}"#, None),
        (r#"{"request_id":"two words","admin":1}"#, None),
        (r#"{"request_id":"a\nb","admin":1}"#, None),
        (r#"["request_id"]"#, None),
        (r#"{"request_id":"r"#, None),
        (&long, None),
    ] {
        let error = error(Reply::new(200, &[JSON], body)).await;
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
        assert_eq!(error.request_id(), id, "{body}");
        // nor is it one beside an answer
        let body = body.replace("admin", "other");
        if let Ok(answer) = read(Reply::new(200, &[JSON], &body)).await {
            assert_eq!(answer.request_id(), id, "{body}");
        }
    }
}

fn chunked(body: &[u8]) -> Vec<u8> {
    let mut bytes = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\
        transfer-encoding: chunked\r\n\r\n"
        .to_vec();
    for piece in body.chunks(1000) {
        bytes.extend(format!("{:x}\r\n", piece.len()).into_bytes());
        bytes.extend_from_slice(piece);
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(b"0\r\n\r\n");
    bytes
}

#[tokio::test]
async fn a_body_over_the_limit() {
    let body = format!(r#"{{"name":"{}"}}"#, "x".repeat(50_000));
    let announced = Reply::new(200, &[JSON], &body);
    let chunked = Reply::raw(chunked(body.as_bytes()), Then::KeepOpen);
    for reply in [announced, chunked] {
        let server = Server::script([reply]).await;
        let client = builder(&server.url())
            .max_response_bytes(50_000)
            .build()
            .unwrap();
        let error = client.get("t").response().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
        assert_eq!(
            error.message(),
            "the body of the answer is larger than 50000 bytes"
        );
        assert_eq!(
            (error.status().unwrap().as_u16(), server.requests()),
            (200, 1)
        );
        let client = builder(&server.url())
            .max_response_bytes(body.len())
            .build()
            .unwrap();
        assert_eq!(client.get("t").await.unwrap().name.len(), 50_000);
    }
}

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    out.write_all(body).unwrap();
    out.finish().unwrap()
}

#[tokio::test]
async fn a_compressed_body_counts_as_what_it_becomes() {
    // a megabyte from about a kilobyte
    let bomb = gzip(format!(r#"{{"name":"{}"}}"#, "x".repeat(1_000_000)).as_bytes());
    assert!(bomb.len() < 2_000);
    let reply = Reply::new(200, &[JSON, ("content-encoding", "gzip")], bomb);
    let server = Server::script([reply.clone()]).await;
    let http = reqwest::Client::builder()
        .gzip(true)
        .no_proxy()
        .build()
        .unwrap();
    let client = stytch_core::ClientBuilder::<crate::api::Client>::new("p", "s")
        .base_url(server.url())
        .http_client(http)
        .max_response_bytes(100_000)
        .build()
        .unwrap();
    let error = client.authenticate("t").await.unwrap_err();
    assert_eq!(
        error.message(),
        "the body of the answer is larger than 100000 bytes"
    );
    // the client's own HTTP client asks for no compression and takes none
    let error = self::error(reply).await;
    assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
    assert!(error.message().contains("compressed"), "{error}");
}

#[tokio::test]
async fn a_body_in_many_pieces_is_put_together() {
    let name = "é".repeat(3_000);
    let body = serde_json::json!({"name": name}).to_string();
    let server = Server::script([Reply::raw(chunked(body.as_bytes()), Then::KeepOpen)]).await;
    let client = client(&server.url());
    for _ in 0..2 {
        assert_eq!(
            client.get("t").await.unwrap(),
            Thing {
                name: name.clone(),
                ..Thing::default()
            }
        );
    }
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_connection_that_ends_in_the_middle() {
    for bytes in [
        "",
        "HTTP/1.1 200 O",
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{\"na",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n10\r\n{\"na",
    ] {
        for then in [Then::Close, Then::Reset] {
            let error = error(Reply::raw(bytes, then)).await;
            assert_eq!(error.kind(), ErrorKind::Interrupted, "{bytes} {then:?}");
            assert!(error.is_retryable() && error.may_have_acted());
            assert!(std::error::Error::source(&error).is_some());
            let answered = bytes.contains("\r\n\r\n");
            assert_eq!(
                error.status().map(|status| status.as_u16()),
                answered.then_some(200)
            );
        }
    }
}

#[tokio::test]
async fn a_refusal_whose_body_breaks_off_stays_a_refusal() {
    let bytes = "HTTP/1.1 401 X\r\ncontent-length: 100\r\nretry-after: 7\r\n\r\n{\"err";
    let error = error(Reply::raw(bytes, Then::Close)).await;
    assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
    assert_eq!(error.status().unwrap(), 401);
    // whom it refuses can't be said
    assert!(!error.needs_login() && !error.is_bad_credentials() && !error.is_retryable());
    assert_eq!(error.retry_after().unwrap().as_secs(), 7);
    assert!(
        std::error::Error::source(&error)
            .unwrap()
            .to_string()
            .starts_with("interrupted: ")
    );
}

#[tokio::test]
async fn what_is_not_http() {
    for bytes in [
        "SSH-2.0-OpenSSH_9.6\r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\n",
        "\0\0\0\0\r\n\r\n",
    ] {
        assert_eq!(
            error(Reply::raw(bytes, Then::Close)).await.kind(),
            ErrorKind::Interrupted
        );
    }
}

#[tokio::test]
async fn a_flood_of_headers() {
    let many: String = (0..5_000).map(|n| format!("x-{n}: {n}\r\n")).collect();
    let long = format!("x-long: {}\r\n", "x".repeat(2_000_000));
    for headers in [many, long] {
        let bytes = format!("HTTP/1.1 200 OK\r\n{headers}content-length: 2\r\n\r\n{{}}");
        assert_eq!(
            error(Reply::raw(bytes, Then::Close)).await.kind(),
            ErrorKind::Interrupted
        );
    }
}

#[tokio::test]
async fn errors_stay_on_one_line() {
    let error = error(Reply::json(
        400,
        serde_json::json!({"error_type": "a\nb", "error_message": "x\r\n\u{1b}[31my\u{2028}z",
            "request_id": "r\n1"}),
    ))
    .await;
    let line = error.to_string();
    assert!(
        !line.contains(|c: char| c.is_control() || c == '\u{2028}'),
        "{line:?}"
    );
    assert!(line.contains("x   [31my z"), "{line:?}");
}

#[test]
fn errors_are_small() {
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(size_of::<Option<Error>>(), size_of::<usize>());
}

#[tokio::test]
async fn a_login_without_its_proof_is_none() {
    for (minutes, body, fails) in [
        (None, serde_json::json!({}), true),
        (Some(60), serde_json::json!({}), true),
        (Some(60), serde_json::json!({"thing_id": "t"}), true),
        (Some(60), serde_json::json!({"session_token": "s"}), true),
        (
            Some(60),
            serde_json::json!({"thing_id": "t", "session_token": ""}),
            true,
        ),
        (
            Some(60),
            serde_json::json!({"thing_id": "t", "session_token": "s"}),
            false,
        ),
        (None, serde_json::json!({"thing_id": "t"}), false),
    ] {
        let mut answer = body.clone();
        answer["request_id"] = "r1".into();
        let server = Server::script([Reply::json(200, answer)]).await;
        let result = client(&server.url()).log_in(minutes).await;
        assert_eq!(result.is_err(), fails, "{minutes:?} {body}");
        let Err(error) = result else { continue };
        assert_eq!(error.kind(), ErrorKind::MissingProof, "{body}");
        assert_eq!(error.operation(), Some("things.log_in"));
        assert_eq!(error.request_id(), Some("r1"));
        assert_eq!(
            (error.status().unwrap().as_u16(), error.attempts()),
            (200, 1)
        );
        // the token is spent
        assert!(error.may_have_acted() && !error.is_retryable() && !error.needs_login());
        assert_eq!(server.requests(), 1);
        // and what came around it is no way past it
        let server = Server::script([Reply::json(200, body)]).await;
        let response = client(&server.url()).log_in(minutes).response().await;
        assert_eq!(response.unwrap_err().kind(), ErrorKind::MissingProof);
    }
}

#[tokio::test]
async fn what_does_not_decode_is_said_before_what_is_missing() {
    let server = Server::script([Reply::json(200, serde_json::json!({"thing_id": 1}))]).await;
    let error = client(&server.url()).log_in(None).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn the_body_of_a_success_is_asked_for_an_id_only_if_the_head_has_none() {
    let body = r#"{"request_id":"body"}"#;
    let id = async |reply| read(reply).await.unwrap().request_id().map(str::to_owned);
    let reply = Reply::new(200, &[JSON], body);
    assert_eq!(id(reply).await.as_deref(), Some("body"));
    let reply = Reply::new(200, &[JSON, ("x-request-id", "head")], body);
    assert_eq!(id(reply).await.as_deref(), Some("head"));
}

#[tokio::test]
async fn a_type_that_holds_the_id_of_the_call_is_asked_for_it_only_if_the_head_has_none() {
    let id = async |reply| {
        let server = Server::script([reply]).await;
        let request = TokenRequest::new("m2m-client-test-1", "secret");
        let call = exchange(&client(&server.url()).0, request).response();
        call.await.unwrap().request_id().map(str::to_owned)
    };
    let body = r#"{"request_id":"body","access_token":"token"}"#;
    let reply = Reply::new(200, &[JSON], body);
    assert_eq!(id(reply).await.as_deref(), Some("body"));
    let reply = Reply::new(200, &[JSON, ("x-request-id", "head")], body);
    assert_eq!(id(reply).await.as_deref(), Some("head"));
}
