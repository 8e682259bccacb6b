//! A server that answers everything with the same body, as fast as it can.

use std::{
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
};

/// Starts it on threads of its own and gives its address.
pub(crate) fn start(body: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let reply = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let reply = reply.clone();
            std::thread::spawn(move || serve(stream.unwrap(), reply.as_bytes()));
        }
    });
    url
}

fn serve(mut stream: TcpStream, reply: &[u8]) {
    stream.set_nodelay(true).unwrap();
    let mut buffer = Vec::new();
    let mut piece = [0; 8192];
    loop {
        while let Some(end) = request_end(&buffer) {
            buffer.drain(..end);
            stream.write_all(reply).unwrap();
        }
        match stream.read(&mut piece) {
            Ok(0) | Err(_) => return,
            Ok(read) => buffer.extend_from_slice(piece.get(..read).unwrap_or_default()),
        }
    }
}

/// Where the first request in the buffer ends, if all of it is there.
fn request_end(buffer: &[u8]) -> Option<usize> {
    let head = buffer.windows(4).position(|bytes| bytes == b"\r\n\r\n")? + 4;
    let text = std::str::from_utf8(buffer.get(..head)?)
        .unwrap()
        .to_lowercase();
    let length = text
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .map_or(0, |length| length.parse().unwrap());
    (buffer.len() >= head + length).then_some(head + length)
}
