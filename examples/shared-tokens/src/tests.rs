//! The example against a Redis that knows the two commands it needs.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};

type Entries = Arc<Mutex<HashMap<String, String>>>;

async fn number(stream: &mut BufReader<TcpStream>, marker: char) -> Option<usize> {
    let mut line = String::new();
    stream.read_line(&mut line).await.ok()?;
    line.strip_prefix(marker)?.trim_end().parse().ok()
}

/// A command and its arguments, in RESP.
async fn command(stream: &mut BufReader<TcpStream>) -> Option<Vec<String>> {
    let count = number(stream, '*').await?;
    let mut words = Vec::new();
    for _ in 0..count {
        let length = number(stream, '$').await?;
        let mut bytes = vec![0; length + 2];
        stream.read_exact(&mut bytes).await.ok()?;
        bytes.truncate(length);
        words.push(String::from_utf8(bytes).ok()?);
    }
    Some(words)
}

fn answer(words: &[String], entries: &Entries, seen: &Entries) -> String {
    let mut entries = entries.lock().unwrap();
    match words[0].as_str() {
        "GET" => entries.get(&words[1]).map_or_else(
            || "$-1\r\n".to_owned(),
            |value| format!("${}\r\n{value}\r\n", value.len()),
        ),
        "SET" => {
            let options = words[3..].join(" ");
            seen.lock()
                .unwrap()
                .insert(words[1].clone(), options.clone());
            if options.contains("NX") && entries.contains_key(&words[1]) {
                return "$-1\r\n".to_owned();
            }
            entries.insert(words[1].clone(), words[2].clone());
            "+OK\r\n".to_owned()
        }
        _ => "+OK\r\n".to_owned(),
    }
}

#[tokio::test]
async fn two_instances_share_a_token_in_redis() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("redis://{}", listener.local_addr().unwrap());
    let (entries, seen) = (Entries::default(), Entries::default());
    let (kept, options) = (Arc::clone(&entries), Arc::clone(&seen));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (entries, seen) = (Arc::clone(&entries), Arc::clone(&seen));
            tokio::spawn(async move {
                let mut stream = BufReader::new(stream);
                while let Some(words) = command(&mut stream).await {
                    let answer = answer(&words, &entries, &seen);
                    stream.write_all(answer.as_bytes()).await.unwrap();
                }
            });
        }
    });

    assert_eq!(crate::run(&address).await.unwrap(), 1);

    let kept = kept.lock().unwrap();
    let mut keys: Vec<_> = kept.keys().collect();
    keys.sort();
    assert_eq!(keys.len(), 2, "{keys:?}");
    assert!(keys[0].ends_with("/read:users") && keys[1].ends_with("/read:users/lease"));
    let options = options.lock().unwrap();
    assert_eq!(options[keys[0]], "PX 3600000");
    assert_eq!(options[keys[1]], "NX PX 3000");
}
