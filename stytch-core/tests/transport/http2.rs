//! HTTP/2 servers that give requests back, frame by frame.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use stytch_core::{ClientBuilder, ErrorKind, PolicySettings, testing::Issuer};
use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _},
    net::TcpListener,
    runtime::Builder,
};
use tokio_rustls::TlsAcceptor;

use crate::{
    api::{Client, builder, quick},
    tls::authority,
};

const NO_ERROR: u32 = 0;
const INTERNAL_ERROR: u32 = 2;
const REFUSED_STREAM: u32 = 7;
const ENHANCE_YOUR_CALM: u32 = 11;

/// A thing, and a policy.
const BODY: &[u8] = br#"{"name":"a","policy":{"roles":[{"role_id":"r"}]}}"#;

/// What the server does with a request.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// Answers it.
    Answer,
    /// Resets its stream.
    Reset(u32),
    /// Closes the connection, and says that the stream was not looked at.
    GoAwayBefore(u32),
    /// Closes the connection, and says that the stream may have been processed.
    GoAwayAfter(u32),
}

/// A server that treats the requests as scripted, the last act for ever.
struct Http2 {
    client: Client,
    requests: Arc<AtomicUsize>,
}

impl Http2 {
    async fn start(script: &'static [Act]) -> Self {
        Self::with(script, |builder| builder).await
    }

    async fn with(
        script: &'static [Act],
        settings: impl FnOnce(ClientBuilder<Client>) -> ClientBuilder<Client>,
    ) -> Self {
        let (ca, mut config) = authority();
        config.alpn_protocols = vec![b"h2".to_vec()];
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!(
            "https://localhost:{}",
            listener.local_addr().unwrap().port()
        );
        let requests = Arc::<AtomicUsize>::default();
        let seen = Arc::clone(&requests);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, seen) = (acceptor.clone(), Arc::clone(&seen));
                tokio::spawn(async move {
                    let stream = acceptor.accept(stream).await.unwrap();
                    let _ = serve(stream, script, &seen).await;
                });
            }
        });
        let builder = builder(&url).root_certificate(ca).retry(quick());
        let client = settings(builder).build().unwrap();
        Self { client, requests }
    }

    fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

/// Speaks as much of HTTP/2 (RFC 9113) as a test needs.
async fn serve(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    script: &[Act],
    seen: &AtomicUsize,
) -> std::io::Result<()> {
    const PREFACE: usize = 24;
    const DATA: u8 = 0;
    const HEADERS: u8 = 1;
    const RST_STREAM: u8 = 3;
    const SETTINGS: u8 = 4;
    const GOAWAY: u8 = 7;
    const END_STREAM: u8 = 1;

    stream.read_exact(&mut [0; PREFACE]).await?;
    write(&mut stream, SETTINGS, 0, 0, &[]).await?;
    loop {
        let (kind, flags, id) = read(&mut stream).await?;
        if kind == SETTINGS && flags & 1 == 0 {
            write(&mut stream, SETTINGS, 1, 0, &[]).await?;
        }
        if !matches!(kind, HEADERS | DATA) || flags & END_STREAM == 0 {
            continue;
        }
        let index = seen.fetch_add(1, Ordering::SeqCst);
        match *script.get(index).or(script.last()).unwrap() {
            Act::Answer => {
                // `:status: 200` of the static table (RFC 7541, appendix A)
                write(&mut stream, HEADERS, 4, id, &[0x88]).await?;
                write(&mut stream, DATA, END_STREAM, id, BODY).await?;
            }
            Act::Reset(code) => {
                write(&mut stream, RST_STREAM, 0, id, &code.to_be_bytes()).await?;
            }
            Act::GoAwayBefore(code) => {
                let last = id.saturating_sub(2).to_be_bytes();
                let frame = [last, code.to_be_bytes()].concat();
                write(&mut stream, GOAWAY, 0, 0, &frame).await?;
            }
            Act::GoAwayAfter(code) => {
                let frame = [id.to_be_bytes(), code.to_be_bytes()].concat();
                write(&mut stream, GOAWAY, 0, 0, &frame).await?;
                return stream.shutdown().await;
            }
        }
    }
}

/// Reads a frame, and gives its type, its flags and its stream.
async fn read(stream: &mut (impl AsyncRead + Unpin)) -> std::io::Result<(u8, u8, u32)> {
    let length =
        (usize::from(stream.read_u8().await?) << 16) | usize::from(stream.read_u16().await?);
    let head = (
        stream.read_u8().await?,
        stream.read_u8().await?,
        stream.read_u32().await?,
    );
    let mut payload = vec![0; length];
    stream.read_exact(&mut payload).await?;
    Ok(head)
}

async fn write(
    stream: &mut (impl AsyncWrite + Unpin),
    kind: u8,
    flags: u8,
    id: u32,
    payload: &[u8],
) -> std::io::Result<()> {
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    let mut frame = length[1..].to_vec();
    frame.extend([kind, flags]);
    frame.extend(id.to_be_bytes());
    frame.extend(payload);
    stream.write_all(&frame).await?;
    stream.flush().await
}

#[tokio::test]
async fn what_the_server_gives_back_unread_is_sent_again_as_an_attempt_of_its_own() {
    for script in [
        &[Act::Reset(REFUSED_STREAM), Act::Answer][..],
        &[Act::GoAwayBefore(NO_ERROR), Act::Answer],
        &[Act::GoAwayBefore(ENHANCE_YOUR_CALM), Act::Answer],
    ] {
        let server = Http2::start(script).await;
        // a token that is spent by one use, too: the service has not seen it
        let response = server.client.authenticate("t").response().await.unwrap();
        assert_eq!(
            (response.attempts(), server.requests()),
            (2, 2),
            "{script:?}"
        );
    }
}

#[tokio::test]
async fn without_retries_nothing_is_sent_twice() {
    for script in [
        &[Act::Reset(REFUSED_STREAM)][..],
        &[Act::GoAwayBefore(NO_ERROR)],
    ] {
        let server = Http2::start(script).await;
        let call = server.client.authenticate("t").no_retries();
        let error = call.await.unwrap_err();
        assert_eq!(server.requests(), 1, "{script:?}");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 1));
        assert!(error.is_retryable() && !error.may_have_acted(), "{error}");
        // with retries, there are as many requests as attempts
        let error = server.client.get("t").await.unwrap_err();
        assert_eq!((error.attempts(), server.requests()), (3, 4), "{script:?}");
    }
}

#[tokio::test]
async fn a_stream_that_may_have_been_processed_is_not_sent_again() {
    for script in [
        &[Act::GoAwayAfter(NO_ERROR), Act::Answer][..],
        &[Act::GoAwayAfter(INTERNAL_ERROR), Act::Answer],
        &[Act::Reset(INTERNAL_ERROR), Act::Answer],
        &[Act::Reset(NO_ERROR), Act::Answer],
    ] {
        let server = Http2::start(script).await;
        let error = server.client.authenticate("t").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Interrupted, "{script:?}: {error}");
        assert!(error.may_have_acted());
        assert_eq!(server.requests(), 1, "{script:?}");
        // a read may be
        server.client.get("t").await.unwrap();
    }
}

#[test]
fn a_connection_that_nobody_drives_holds_up_a_fetch_for_its_time_limit_at_most() {
    let serving = Builder::new_multi_thread().enable_all().build().unwrap();
    let settings = PolicySettings::default().fetch_timeout(Duration::from_millis(500));
    let server = serving.block_on(Http2::with(&[Act::Answer], |builder| {
        builder
            .key_set(Issuer::new().key_set())
            .policy_settings(settings)
    }));
    let idle = Builder::new_current_thread().enable_all().build().unwrap();
    idle.block_on(async {
        server.client.get("t").await.unwrap();
        tokio::time::sleep(Duration::from_millis(50)).await;
    });
    serving.block_on(async {
        let begin = Instant::now();
        let error = server.client.0.warm_up().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::CheckUnavailable);
        assert!(begin.elapsed() < Duration::from_secs(5));
    });
    // nobody is let down by the requests, once somebody drives that runtime again
    idle.block_on(async {
        let begin = Instant::now();
        while server.client.0.warm_up().await.is_err() {
            assert!(begin.elapsed() < Duration::from_secs(30));
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    });
}
