//! The names by which the emulator is reached, sent as no HTTP library would.

use stytch_emulator::Emulator;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// The status of a request with these lines that say where it goes.
async fn status(emulator: &Emulator, hosts: &[&str]) -> u16 {
    let mut request = "GET /_emulator/health HTTP/1.1\r\nconnection: close\r\n".to_owned();
    for host in hosts {
        request += &format!("host: {host}\r\n");
    }
    request += "\r\n";
    let mut connection = TcpStream::connect(emulator.address()).await.unwrap();
    connection.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await.unwrap();
    let status = answer.strip_prefix("HTTP/1.1 ").unwrap().get(..3).unwrap();
    status.parse().unwrap()
}

#[tokio::test]
async fn names_that_others_can_have_are_not_the_emulators() {
    let builder = Emulator::builder().allow_host("stytch.dev.example");
    let emulator = builder.start().await.unwrap();
    for host in [
        "127.0.0.1:4000",
        "[::1]:4000",
        "0.0.0.0",
        "192.168.1.7:4000",
        "localhost:4000",
        "LOCALHOST",
        "app.localhost:4000",
        "stytch:4000",
        "host.docker.internal:4000",
        "stytch.test",
        "stytch.dev.example:4000",
    ] {
        assert_eq!(status(&emulator, &[host]).await, 200, "{host}");
    }
    assert_eq!(status(&emulator, &[]).await, 200);
    for host in [
        "evil.example",
        "evil.example:4000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "stytch.dev.example.evil.example",
        "evil.example.",
        "localhost@evil.example",
        "evil.example@localhost",
        "",
        ":4000",
        "evil.example\u{e9}",
    ] {
        assert_eq!(status(&emulator, &[host]).await, 421, "{host}");
    }
    let twice = ["localhost", "localhost"];
    assert_eq!(status(&emulator, &twice).await, 421);
}
