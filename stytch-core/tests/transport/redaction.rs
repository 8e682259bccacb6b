//! Secrets stay where they belong.

use std::{error::Error as _, fmt::Write as _, panic::AssertUnwindSafe};

use stytch_core::{Error, Secret};

use crate::{
    api::{Client, Search, builder, client, quick},
    observability::Logged,
    server::{Reply, Server, Then},
};

/// Part of every secret in these tests.
const MARKER: &str = "MARKER";

/// Everything that can be printed about an error.
pub(crate) fn printed(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut source = error.source();
    while let Some(cause) = source {
        let _ = write!(text, " {cause} {cause:?}");
        source = cause.source();
    }
    text
}

pub(crate) fn clean(text: &str) {
    let hit = text.lines().find(|line| {
        // the secret of the client travels in base64
        line.contains(MARKER) || line.contains("LU1BUktFUi") || line.contains("cHJvamVjdC")
    });
    assert_eq!(hit, None);
}

async fn fail_in_every_way(client: &Client) -> String {
    let mut text = format!("{client:?} {:?}", builder("http://127.0.0.1:1"));
    for (token, jwt) in [
        ("MARKER-token", "MARKER-jwt"),
        ("MARKER\ntoken", "MARKER\njwt"),
    ] {
        let calls = || {
            [
                client.get("t").session_token(token),
                client.get("t").session_jwt(jwt),
                client.get("t").header("x-key", "MARKER-header"),
                client.get("t").header("x-key", "MARKER\nheader"),
                client.get("t").header("authorization", "MARKER-header"),
                client.get("t").query("extra", "MARKER-query"),
                client.get("t").body_field("extra", "MARKER-field"),
            ]
        };
        for call in calls() {
            let _ = write!(text, "{call:?}");
            if let Err(error) = call.retry(quick()).await {
                text.push_str(&printed(&error));
            }
        }
    }
    if let Err(error) = client.authenticate("MARKER-body").await {
        text.push_str(&printed(&error));
    }
    let search = Search {
        query: "MARKER-search".into(),
        cursor: None,
    };
    let search = client.search(&search).body_field("extra", "MARKER-field");
    let _ = write!(text, "{search:?}");
    match search.response().await {
        Ok(response) => {
            let _ = write!(text, "{response:?} {response:#?}");
            if let Err(error) = response.json::<Vec<bool>>() {
                text.push_str(&printed(&error));
            }
        }
        Err(error) => text.push_str(&printed(&error)),
    }
    text
}

#[tokio::test]
async fn no_secret_is_printed_or_logged_whatever_happens() {
    let truncated = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\
        content-length: 100\r\n\r\n{\"name\":\"MARKER-half";
    let log = Logged::start();
    let mut text = String::new();
    for reply in [
        Reply::thing("MARKER-name"),
        Reply::json(
            200,
            serde_json::json!({"name": ["MARKER-value"], "session_token": "MARKER-t"}),
        ),
        Reply::json(
            200,
            serde_json::json!({"admin": "MARKER-value, expected MARKER"}),
        ),
        Reply::refusal(401, "unauthorized_credentials"),
        Reply::refusal(429, "too_many_requests"),
        Reply::new(
            502,
            &[("content-type", "text/html")],
            "<html>MARKER-page</html>",
        ),
        Reply::new(
            200,
            &[("content-type", "text/html")],
            "<html>MARKER-page</html>",
        ),
        Reply::new(200, &[], "{\"name\":\"MARKER-unfinished"),
        Reply::new(
            302,
            &[("location", "https://example.com/?token=MARKER-location")],
            "",
        ),
        Reply::raw(truncated, Then::Close),
        Reply::reset(),
        Reply::raw("MARKER-garbage\r\n\r\n", Then::Close),
        Reply::thing("a").with_header("set-cookie", "session=MARKER-cookie"),
    ] {
        let server = Server::script([reply]).await;
        text.push_str(&fail_in_every_way(&client(&server.url())).await);
        let response = client(&server.url()).get("t").response().await;
        if let Ok(mut response) = response {
            // the app's own type is the app's business
            *response = crate::api::Thing::default();
            let _ = write!(text, "{response:?}");
        }
    }
    // nobody there
    text.push_str(&fail_in_every_way(&client("http://127.0.0.1:1")).await);
    let log = log.into_text();
    clean(&text);
    clean(&log.0);
    assert!(log.0.contains("stytch.call"));
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
#[tokio::test]
async fn no_secret_is_logged_under_tls_and_http2() {
    let (ca, config) = crate::tls::authority();
    let port = crate::tls::http2(config, r#"{"name":"MARKER-name","request_id":"r"}"#).await;
    let log = Logged::start();
    let client = builder(&format!("https://localhost:{port}"))
        .root_certificate(ca)
        .build()
        .unwrap();
    let text = fail_in_every_way(&client).await;
    let log = log.into_text();
    clean(&text);
    clean(&log.0);
    assert!(log.0.contains("h2::"), "HTTP/2 was spoken and logged");
}

#[test]
fn no_secret_is_in_a_panic() {
    let secret = Secret::from("MARKER-secret");
    let panic = std::panic::catch_unwind(AssertUnwindSafe(|| {
        assert_eq!(secret, Secret::from("MARKER-other"));
    }))
    .unwrap_err();
    clean(panic.downcast_ref::<String>().unwrap());
    let failed: Result<(), Error> = builder("https://u:MARKER@example.com").build().map(|_| ());
    let panic = std::panic::catch_unwind(AssertUnwindSafe(|| failed.unwrap())).unwrap_err();
    clean(panic.downcast_ref::<String>().unwrap());
}

#[test]
fn no_setting_that_is_refused_is_repeated() {
    let new = |id: &str, secret: &str| stytch_core::ClientBuilder::<Client>::new(id, secret);
    for builder in [
        new("project-test-1", "MARKER secret"),
        new("MARKER:project", "s"),
        new("p", "s").base_url("ftp://MARKER"),
        new("p", "s").base_url("https://example.com?MARKER"),
        new("p", "s")
            .proxy("MARKER://[")
            .base_url("http://127.0.0.1:1"),
        new("p", "s").application_name("MARKER\n"),
    ] {
        clean(&printed(&builder.build().unwrap_err()));
    }
}
