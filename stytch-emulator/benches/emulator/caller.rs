//! A caller that costs next to nothing itself: one connection, one request after the other, on a thread
//! that waits for each answer. What is measured is the server.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::Value;

/// `project-test-00000000-0000-4000-8000-000000000000:secret` in Base64.
const BASIC: &str = "cHJvamVjdC10ZXN0LTAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMDpzZWNyZXQ=";

pub(crate) struct Caller {
    stream: BufReader<TcpStream>,
    line: String,
    body: Vec<u8>,
}

impl Caller {
    /// Connects to `http://127.0.0.1:4000`.
    pub(crate) fn new(url: &str) -> Self {
        let stream = TcpStream::connect(url.strip_prefix("http://").unwrap()).unwrap();
        stream.set_nodelay(true).unwrap();
        Self {
            stream: BufReader::new(stream),
            line: String::new(),
            body: Vec::new(),
        }
    }

    /// A request as it goes over the wire.
    pub(crate) fn request(verb: &str, path: &str, body: &str) -> Vec<u8> {
        let length = body.len();
        format!(
            "{verb} {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Basic {BASIC}\r\n\
             content-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
        )
        .into_bytes()
    }

    /// Sends a request and waits for the body of its answer, which has to be a good one.
    pub(crate) fn call(&mut self, request: &[u8]) -> &[u8] {
        self.stream.get_mut().write_all(request).unwrap();
        self.read_line();
        let is_good = self.line.starts_with("HTTP/1.1 200");
        let status = self.line.clone();
        let mut length = 0;
        loop {
            self.read_line();
            match self.line.trim_end().split_once(": ") {
                Some(("content-length", value)) => length = value.parse().unwrap(),
                Some(_) => {}
                None => break,
            }
        }
        self.body.resize(length, 0);
        self.stream.read_exact(&mut self.body).unwrap();
        assert!(is_good, "{status} {}", String::from_utf8_lossy(&self.body));
        &self.body
    }

    /// The same, as JSON.
    pub(crate) fn json(&mut self, verb: &str, path: &str, body: &str) -> Value {
        serde_json::from_slice(self.call(&Self::request(verb, path, body))).unwrap()
    }

    /// Makes the same request again and again for so long. How many there were in a second.
    pub(crate) fn rate(&mut self, request: &[u8], span: Duration) -> f64 {
        let before = Instant::now();
        let mut calls = 0_u32;
        while before.elapsed() < span {
            self.call(request);
            calls += 1;
        }
        f64::from(calls) / before.elapsed().as_secs_f64()
    }

    fn read_line(&mut self) {
        self.line.clear();
        assert_ne!(self.stream.read_line(&mut self.line).unwrap(), 0, "closed");
    }
}
