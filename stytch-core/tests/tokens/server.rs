//! A server on loopback that behaves as a test wants it to.

use std::{
    collections::BTreeMap,
    future::Future,
    sync::{Arc, Mutex},
    time::Duration,
};

use serde_json::Value;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

/// A request as it came in.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) line: String,
    /// Names in lower case.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

/// What comes back.
pub(crate) enum Reply {
    Json(u16, Value),
    /// The same with status 200, over a connection that stays open for the next request.
    Kept(Value),
    /// The whole answer, head and body.
    Raw(Vec<u8>),
    /// So many bytes of JSON white space.
    Huge(usize),
    /// Nothing, ever.
    Hang,
    /// Nothing, and no connection either.
    Close,
}

pub(crate) struct Server {
    pub(crate) url: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    /// Answers by a function that is told the number of the request, from 0 on, and the request.
    pub(crate) async fn start<F, R>(answer: F) -> Self
    where
        F: Fn(usize, Request) -> R + Send + Sync + 'static,
        R: Future<Output = Reply> + Send + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::<Mutex<Vec<Request>>>::default();
        let seen = Arc::clone(&requests);
        let answer = Arc::new(answer);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (answer, seen) = (Arc::clone(&answer), Arc::clone(&seen));
                tokio::spawn(async move {
                    let mut stream = stream;
                    while let Some(request) = read(&mut stream).await {
                        let number = {
                            let mut seen = seen.lock().unwrap();
                            seen.push(request.clone());
                            seen.len() - 1
                        };
                        let reply = answer(number, request).await;
                        let is_kept = matches!(reply, Reply::Kept(_));
                        write(&mut stream, reply).await;
                        if !is_kept {
                            return;
                        }
                    }
                });
            }
        });
        Self { url, requests }
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }

    /// The number of requests whose first line holds this text.
    pub(crate) fn count(&self, text: &str) -> usize {
        self.requests()
            .iter()
            .filter(|request| request.line.contains(text))
            .count()
    }
}

async fn read(stream: &mut TcpStream) -> Option<Request> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let text = String::from_utf8(bytes[..head].to_vec()).unwrap();
    let mut lines = text.split("\r\n");
    let line = lines.next()?.to_owned();
    let headers: BTreeMap<_, _> = lines
        .map(|line| line.split_once(':').unwrap())
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    let length = headers
        .get("content-length")
        .map_or(0, |text| text.parse().unwrap());
    let mut body = bytes.split_off(head + 4);
    while body.len() < length {
        if stream.read_buf(&mut body).await.ok()? == 0 {
            return None;
        }
    }
    Some(Request {
        line,
        headers,
        body: String::from_utf8(body).unwrap(),
    })
}

async fn write(stream: &mut TcpStream, reply: Reply) {
    let bytes = match reply {
        Reply::Json(status, body) => {
            let body = body.to_string();
            format!(
                "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\n\
                 content-length: {}\r\nconnection: close\r\n\r\n{body}",
                body.len()
            )
            .into_bytes()
        }
        Reply::Kept(body) => {
            let body = body.to_string();
            let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length";
            let _ = stream
                .write_all(format!("{head}: {}\r\n\r\n{body}", body.len()).as_bytes())
                .await;
            return;
        }
        Reply::Raw(bytes) => bytes,
        Reply::Huge(length) => {
            let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{\"keys\":";
            let _ = stream.write_all(head.as_bytes()).await;
            let piece = [b' '; 64 * 1024];
            for _ in 0..length / piece.len() {
                if stream.write_all(&piece).await.is_err() {
                    return;
                }
            }
            return;
        }
        Reply::Hang => return tokio::time::sleep(Duration::from_secs(600)).await,
        Reply::Close => return,
    };
    let _ = stream.write_all(&bytes).await;
    let _ = stream.shutdown().await;
}
