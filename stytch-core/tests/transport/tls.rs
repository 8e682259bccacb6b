//! TLS with a private authority, HTTP/2, and proxies.

use std::{convert::Infallible, error::Error as _, sync::Arc};

use bytes::Bytes;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use rustls::pki_types::PrivateKeyDer;
use stytch_core::ErrorKind;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::TlsAcceptor;

use crate::{
    api::{Client, builder, quick},
    server::{Reply, Server},
};

/// An authority of our own, as PEM, and a server certificate by it for `localhost`.
pub(crate) fn authority() -> (String, rustls::ServerConfig) {
    let named = |names: Vec<String>, name: &str| {
        // names that are not equal: else OpenSSL takes the server for an authority of its own
        let mut params = CertificateParams::new(names).unwrap();
        params.distinguished_name.push(DnType::CommonName, name);
        params
    };
    let mut ca = named(Vec::new(), "private authority");
    ca.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let ca = CertifiedIssuer::self_signed(ca, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let names = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
    let certificate = named(names, "server").signed_by(&key, &ca).unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
        )
        .unwrap();
    (ca.pem(), config)
}

pub(crate) async fn https(config: rustls::ServerConfig, reply: Reply) -> Server {
    let acceptor = TlsAcceptor::from(Arc::new(config));
    Server::start_over(
        move |_| reply.clone(),
        true,
        move |stream| {
            let acceptor = acceptor.clone();
            Box::pin(async move { acceptor.accept(stream).await })
        },
    )
    .await
}

pub(crate) fn url(server: &Server) -> String {
    format!("https://localhost:{}", server.port)
}

#[tokio::test]
async fn an_authority_of_one_s_own_is_trusted_when_given() {
    let (ca, config) = authority();
    let server = https(config, Reply::thing("a")).await;
    let client = builder(&url(&server))
        .root_certificate(&ca)
        .build()
        .unwrap();
    assert_eq!(client.get("t").await.unwrap().name, "a");
    assert_eq!(client.authenticate("t").await.unwrap().name, "a");
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn an_unknown_authority_is_not_trusted() {
    let (_, config) = authority();
    let server = https(config, Reply::thing("a")).await;
    let (other, _) = authority();
    for builder in [
        builder(&url(&server)),
        builder(&url(&server)).root_certificate(other),
    ] {
        let error = builder
            .retry(quick())
            .build()
            .unwrap()
            .get("t")
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connect);
        // the reason is in the chain
        let mut chain = String::new();
        let mut source = error.source();
        while let Some(cause) = source {
            chain = format!("{chain}; {cause}");
            source = cause.source();
        }
        assert!(chain.contains("certificate"), "{chain}");
        // trying again would not help
        assert_eq!(error.attempts(), 1);
    }
    assert_eq!(server.requests(), 0);
}

#[tokio::test]
async fn a_name_that_the_certificate_does_not_have_is_refused() {
    let (ca, config) = authority();
    let server = https(config, Reply::thing("a")).await;
    let url = format!("https://x.localhost:{}", server.port);
    let client = builder(&url).root_certificate(ca).build().unwrap();
    assert_eq!(
        client.get("t").await.unwrap_err().kind(),
        ErrorKind::Connect
    );
    assert_eq!(server.requests(), 0);
}

#[test]
fn certificates_that_are_none_are_refused() {
    for pem in [
        "",
        "nonsense",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    ] {
        let error = builder("https://localhost:1")
            .root_certificate(pem)
            .build()
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{pem}");
    }
}

#[cfg(feature = "webpki-roots")]
#[tokio::test]
async fn bundled_roots_replace_those_of_the_system() {
    let (ca, config) = authority();
    let server = https(config, Reply::thing("a")).await;
    let bundled = builder(&url(&server)).bundled_roots();
    assert!(
        bundled
            .build()
            .unwrap()
            .get("t")
            .await
            .unwrap_err()
            .is_connect()
    );
    let both = builder(&url(&server)).bundled_roots().root_certificate(ca);
    assert_eq!(both.build().unwrap().get("t").await.unwrap().name, "a");
}

/// A server that speaks HTTP/2 over TLS and answers everything with this body.
pub(crate) async fn http2(mut config: rustls::ServerConfig, body: &'static str) -> u16 {
    config.alpn_protocols = vec![b"h2".to_vec()];
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let Ok(stream) = acceptor.accept(stream).await else {
                    return;
                };
                let service = hyper::service::service_fn(|request| answer(request, body));
                let _ =
                    hyper::server::conn::http2::Builder::new(hyper_util::rt::TokioExecutor::new())
                        .serve_connection(hyper_util::rt::TokioIo::new(stream), service)
                        .await;
            });
        }
    });
    port
}

async fn answer(
    request: http::Request<hyper::body::Incoming>,
    body: &'static str,
) -> Result<http::Response<reqwest::Body>, Infallible> {
    let version = format!("{:?}", request.version());
    let response = http::Response::builder()
        .header("content-type", "application/json")
        .header("x-version", version)
        .body(reqwest::Body::from(Bytes::from_static(body.as_bytes())))
        .unwrap();
    Ok(response)
}

#[tokio::test]
async fn http2_is_spoken_where_the_server_does() {
    let (ca, config) = authority();
    let port = http2(config, r#"{"name":"a"}"#).await;
    let client = builder(&format!("https://localhost:{port}"))
        .root_certificate(ca)
        .build()
        .unwrap();
    let response = client.get("t").response().await.unwrap();
    assert_eq!(response.headers()["x-version"], "HTTP/2.0");
    assert_eq!(response.name, "a");
    let many: Vec<_> = (0..50)
        .map(|_| tokio::spawn(std::future::IntoFuture::into_future(client.get("t"))))
        .collect();
    for call in many {
        assert_eq!(call.await.unwrap().unwrap().name, "a");
    }
}

/// A proxy that tunnels `CONNECT` and notes what it was asked.
pub(crate) async fn proxy() -> (u16, tokio::sync::mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (send, receive) = tokio::sync::mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let send = send.clone();
            tokio::spawn(async move {
                let mut stream = BufReader::new(stream);
                let mut head = String::new();
                while !head.ends_with("\r\n\r\n") {
                    if stream.read_line(&mut head).await.unwrap() == 0 {
                        return;
                    }
                }
                let target = head.split(' ').nth(1).unwrap().to_owned();
                send.send(head).unwrap();
                let mut upstream = TcpStream::connect(target).await.unwrap();
                stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
                let _ = tokio::io::copy_bidirectional(&mut stream, &mut upstream).await;
            });
        }
    });
    (port, receive)
}

#[tokio::test]
async fn a_proxy_sees_where_to_and_nothing_else() {
    let (ca, config) = authority();
    let server = https(config, Reply::thing("a")).await;
    let (port, mut asked) = proxy().await;
    let client = stytch_core::ClientBuilder::<Client>::new("project-test-1", "s3cret")
        .base_url(url(&server))
        .root_certificate(ca)
        .proxy(format!("http://user:pass@127.0.0.1:{port}"))
        .build()
        .unwrap();
    assert_eq!(client.get("t").await.unwrap().name, "a");
    let head = asked.recv().await.unwrap();
    assert!(
        head.starts_with(&format!("CONNECT localhost:{} ", server.port)),
        "{head}"
    );
    // echo -n user:pass | base64
    assert!(
        head.to_lowercase()
            .contains("proxy-authorization: basic dxnlcjpwyxnz"),
        "{head}"
    );
    // echo -n project-test-1:s3cret | base64
    assert!(!head.contains("cHJvamVjdC10ZXN0LTE6czNjcmV0"));
    assert_eq!(server.requests(), 1);
}

#[tokio::test]
async fn a_proxy_that_is_not_there_is_a_failed_connection() {
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let client = stytch_core::ClientBuilder::<Client>::new("project-test-1", "s3cret")
        .base_url("https://localhost:1")
        .proxy(format!("http://user:MARKER-pass@127.0.0.1:{port}"))
        .retry(quick())
        .build()
        .unwrap();
    let error = client.authenticate("t").await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 3));
    assert!(!format!("{error} {error:?}").contains("MARKER"));
}
