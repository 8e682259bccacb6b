//! What a hostile or broken answer costs.

use std::{
    future::IntoFuture as _,
    io::{Read as _, Write as _},
    net::TcpListener,
};

use stytch_core::ErrorKind;

use crate::api::client;

const SIZE: usize = 16 * 1024 * 1024;

/// Answers one request, from a thread of its own, whose memory does not count.
fn serve(head: String, body: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 4096]).unwrap();
        // the client may hang up in the middle
        let _ = stream.write_all(head.as_bytes());
        let _ = stream.write_all(&body);
    });
    url
}

#[tokio::test]
async fn a_refusal_up_to_the_limit_is_read() {
    let mut body = br#"{"error_type":"bad_request","error_message":""#.to_vec();
    body.resize(256 * 1024 - 2, b'm');
    body.extend(b"\"}");
    for (size, kind) in [(0, ErrorKind::Api), (1, ErrorKind::UnexpectedResponse)] {
        body.resize(body.len() + size, b' ');
        for length in [format!("content-length: {}\r\n", body.len()), String::new()] {
            let head = format!("HTTP/1.1 400 X\r\nconnection: close\r\n{length}\r\n");
            let client = client(&serve(head, body.clone()));
            let error = client.authenticate("t").await.unwrap_err();
            assert_eq!(error.kind(), kind, "{size} {length}");
        }
    }
}

#[test]
fn a_huge_refusal_is_not_taken_in() {
    // small values, which take many times their size once they are read
    let mut body = br#"{"error_type":"bad_request","error_details":{"a":[0"#.to_vec();
    body.resize(SIZE, b' ');
    body.chunks_exact_mut(2)
        .skip(32)
        .for_each(|pair| pair.copy_from_slice(b",0"));
    body.splice(SIZE - 4.., *b"]}} ");
    for length in [format!("content-length: {SIZE}\r\n"), String::new()] {
        let head = format!(
            "HTTP/1.1 400 X\r\ncontent-type: application/json\r\nx-request-id: req-1\r\n\
             retry-after: 7\r\nconnection: close\r\n{length}\r\n"
        );
        let client = client(&serve(head, body.clone()));
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let mut result = None;
        let used = allocation_counter::measure(|| {
            result = Some(runtime.block_on(client.authenticate("t").into_future()));
        });
        let error = result.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
        assert_eq!(error.status().unwrap(), 400);
        assert_eq!(error.request_id(), Some("req-1"));
        assert_eq!(error.content_type(), Some("application/json"));
        assert_eq!(error.retry_after().unwrap().as_secs(), 7);
        assert!(error.message().contains("larger than 262144"), "{error}");
        // the buffers of the connection among it
        assert!(used.bytes_max < 2 * 1024 * 1024, "{} bytes", used.bytes_max);
    }
}
