//! An HTTP/1.1 server whose every byte a test decides.

use std::{
    collections::HashMap,
    future::Future,
    pin::Pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// A request as it arrived.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    pub(crate) verb: String,
    /// Path and query, byte for byte.
    pub(crate) target: String,
    pub(crate) headers: HashMap<String, String>,
    pub(crate) body: Vec<u8>,
    /// Which connection it came over, from 0.
    pub(crate) connection: usize,
    /// Which request to this server it is, from 0.
    pub(crate) index: usize,
}

impl Seen {
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }
}

/// What the server does with a request.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) delay: Duration,
    pub(crate) bytes: Vec<u8>,
    pub(crate) then: Then,
}

/// What happens to the connection afterwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Then {
    KeepOpen,
    Close,
    /// Closes so that the other side sees a reset.
    Reset,
    /// Stays open and silent.
    Hang,
}

impl Reply {
    pub(crate) fn raw(bytes: impl Into<Vec<u8>>, then: Then) -> Self {
        Self {
            delay: Duration::ZERO,
            bytes: bytes.into(),
            then,
        }
    }

    pub(crate) fn new(status: u16, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Self {
        let body = body.as_ref();
        let mut head = format!("HTTP/1.1 {status} X\r\ncontent-length: {}\r\n", body.len());
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(body);
        Self::raw(bytes, Then::KeepOpen)
    }

    pub(crate) fn json(status: u16, body: serde_json::Value) -> Self {
        Self::new(
            status,
            &[("content-type", "application/json")],
            body.to_string(),
        )
    }

    pub(crate) fn thing(name: &str) -> Self {
        Self::json(
            200,
            serde_json::json!({"status_code": 200, "request_id": "req-ok", "name": name}),
        )
    }

    pub(crate) fn refusal(status: u16, error_type: &str) -> Self {
        Self::json(
            status,
            serde_json::json!({
                "status_code": status,
                "request_id": "req-refused",
                "error_type": error_type,
                "error_message": "No.",
                "error_url": "https://stytch.com/docs/api/errors/x",
            }),
        )
    }

    pub(crate) fn with_header(mut self, name: &str, value: &str) -> Self {
        let line = format!("{name}: {value}\r\n");
        let end = self
            .bytes
            .windows(2)
            .position(|pair| pair == b"\r\n")
            .unwrap()
            + 2;
        self.bytes.splice(end..end, line.into_bytes());
        self
    }

    pub(crate) fn hang() -> Self {
        Self::raw("", Then::Hang)
    }

    pub(crate) fn reset() -> Self {
        Self::raw("", Then::Reset)
    }

    pub(crate) fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }
}

type Handler = dyn Fn(&Seen) -> Reply + Send + Sync;
type Wrapped<S> = Pin<Box<dyn Future<Output = std::io::Result<S>> + Send>>;

#[derive(Default)]
struct Log {
    seen: Mutex<Vec<Seen>>,
    connections: AtomicUsize,
    open: AtomicUsize,
    most_open: AtomicUsize,
    requests: AtomicUsize,
}

/// A running server. Stops when dropped.
pub(crate) struct Server {
    pub(crate) port: u16,
    log: Arc<Log>,
    task: JoinHandle<()>,
}

impl Server {
    /// Answers each request as the function says.
    pub(crate) async fn start(handler: impl Fn(&Seen) -> Reply + Send + Sync + 'static) -> Self {
        Self::start_over(handler, true, |stream| Box::pin(async { Ok(stream) })).await
    }

    /// Answers the requests with these replies, in their order, and the last one for ever.
    pub(crate) async fn script(replies: impl IntoIterator<Item = Reply>) -> Self {
        let replies: Vec<_> = replies.into_iter().collect();
        Self::start(move |seen| replies.get(seen.index).or(replies.last()).unwrap().clone()).await
    }

    /// The same under something like TLS. Requests are kept only if there are not too many.
    pub(crate) async fn start_over<S>(
        handler: impl Fn(&Seen) -> Reply + Send + Sync + 'static,
        keep: bool,
        wrap: impl Fn(TcpStream) -> Wrapped<S> + Send + Sync + 'static,
    ) -> Self
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let log = Arc::new(Log::default());
        let task = tokio::spawn(accept(listener, log.clone(), Arc::new(handler), keep, wrap));
        Self { port, log, task }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.log.seen.lock().unwrap().clone()
    }

    /// How many requests arrived whole.
    pub(crate) fn requests(&self) -> usize {
        self.log.requests.load(Ordering::SeqCst)
    }

    pub(crate) fn connections(&self) -> usize {
        self.log.connections.load(Ordering::SeqCst)
    }

    pub(crate) fn open(&self) -> usize {
        self.log.open.load(Ordering::SeqCst)
    }

    pub(crate) fn most_open(&self) -> usize {
        self.log.most_open.load(Ordering::SeqCst)
    }

    /// The one request that arrived.
    pub(crate) fn only(&self) -> Seen {
        let seen = self.seen();
        assert_eq!(seen.len(), 1, "{seen:?}");
        seen.into_iter().next().unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept<S>(
    listener: TcpListener,
    log: Arc<Log>,
    handler: Arc<Handler>,
    keep: bool,
    wrap: impl Fn(TcpStream) -> Wrapped<S>,
) where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            return;
        };
        let connection = log.connections.fetch_add(1, Ordering::SeqCst);
        let (log, handler) = (log.clone(), handler.clone());
        let resettable = ResetOnDrop::new(&stream);
        let stream = wrap(stream);
        tokio::spawn(async move {
            let open = log.open.fetch_add(1, Ordering::SeqCst) + 1;
            log.most_open.fetch_max(open, Ordering::SeqCst);
            if let Ok(stream) = stream.await {
                serve(stream, connection, &log, &*handler, keep, resettable).await;
            }
            log.open.fetch_sub(1, Ordering::SeqCst);
        });
    }
}

/// Resets a connection through a second descriptor of it, since the first may be under TLS.
struct ResetOnDrop(std::os::fd::OwnedFd);

impl ResetOnDrop {
    fn new(stream: &TcpStream) -> Self {
        use std::os::fd::AsFd as _;
        Self(stream.as_fd().try_clone_to_owned().unwrap())
    }

    fn reset(self) {
        let stream = std::net::TcpStream::from(self.0);
        let stream = TcpStream::from_std(stream).unwrap();
        stream.set_zero_linger().unwrap();
    }
}

async fn serve(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    connection: usize,
    log: &Log,
    handler: &Handler,
    keep: bool,
    resettable: ResetOnDrop,
) {
    let mut buffer = Vec::new();
    while let Some(mut seen) = read(&mut stream, &mut buffer).await {
        seen.connection = connection;
        seen.index = log.requests.fetch_add(1, Ordering::SeqCst);
        let reply = handler(&seen);
        if keep {
            log.seen.lock().unwrap().push(seen);
        }
        if !reply.delay.is_zero() {
            // the client may give up in the meantime
            tokio::select! {
                () = tokio::time::sleep(reply.delay) => {}
                end = stream.read_u8() => { if end.is_err() { return } }
            }
        }
        if stream.write_all(&reply.bytes).await.is_err() || stream.flush().await.is_err() {
            return;
        }
        match reply.then {
            Then::KeepOpen => {}
            Then::Close => {
                let _ = stream.shutdown().await;
                return;
            }
            Then::Reset => return resettable.reset(),
            Then::Hang => {
                let mut rest = [0; 1024];
                while matches!(stream.read(&mut rest).await, Ok(read) if read > 0) {}
                return;
            }
        }
    }
}

/// Reads one request, head and body.
async fn read(stream: &mut (impl AsyncRead + Unpin), buffer: &mut Vec<u8>) -> Option<Seen> {
    let end = loop {
        if let Some(end) = buffer.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            break end;
        }
        if stream.read_buf(buffer).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8_lossy(&buffer[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let mut start = lines.next()?.split(' ');
    let (verb, target) = (start.next()?.to_owned(), start.next()?.to_owned());
    let headers: HashMap<_, _> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let length = headers
        .get("content-length")
        .map_or(0, |length| length.parse().unwrap());
    while buffer.len() < end + 4 + length {
        if stream.read_buf(buffer).await.ok()? == 0 {
            return None;
        }
    }
    let body = buffer[end + 4..end + 4 + length].to_vec();
    buffer.drain(..end + 4 + length);
    Some(Seen {
        verb,
        target,
        headers,
        body,
        ..Seen::default()
    })
}
