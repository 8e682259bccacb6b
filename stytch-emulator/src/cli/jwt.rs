//! `stytch-emulator jwt`.

use std::error::Error;
use std::io::Read as _;

use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use clap::{Args, Subcommand};
use serde_json::Value;
use stytch_core::Timestamp;

use super::remote::Remote;
use super::{Outcome, print};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Shows what a token says, whether it has ended, and whether the emulator has signed it.
    Inspect(Inspect),
}

#[derive(Debug, Args)]
pub(super) struct Inspect {
    /// The token; `-` reads it from standard input, so that the list of processes does not show it.
    token: String,
    #[command(flatten)]
    remote: Remote,
}

/// A token in compact form (RFC 7515, section 7.1).
struct Token<'t> {
    signed: &'t str,
    header: Value,
    claims: Value,
    signature: Vec<u8>,
}

pub(super) async fn run(command: Command) -> Outcome {
    let Command::Inspect(Inspect { token, remote }) = command;
    let mut text = token;
    if text == "-" {
        text.clear();
        std::io::stdin().read_to_string(&mut text)?;
    }
    let token = Token::read(text.trim()).ok_or("this is no JWT: expected three parts in Base64")?;
    print(format_args!("{:#}", token.header))?;
    print(format_args!("{:#}", token.claims))?;
    let now = now(&remote).await;
    for (name, word) in [("iat", "issued"), ("nbf", "good from"), ("exp", "ends")] {
        if let Some(time) = token.time(name) {
            let ended = name == "exp" && time <= now;
            let remark = if ended { ", and has ended" } else { "" };
            print(format_args!("{word}: {time}{remark}"))?;
        }
    }
    match token.is_signed(&remote).await {
        Ok(true) => print("signature: good")?,
        Ok(false) => print("signature: of no key that the project has")?,
        Err(error) => print(format_args!("signature: not checked: {error}"))?,
    }
    Ok(true)
}

/// The time by the emulator's clock, or by the machine's where there is none.
async fn now(remote: &Remote) -> Timestamp {
    let answer = remote.get("clock", &[]).await.unwrap_or_default();
    let now = answer.get("now").and_then(Value::as_str);
    let now = now.and_then(|now| now.parse().ok());
    now.unwrap_or_else(Timestamp::now)
}

impl<'t> Token<'t> {
    fn read(text: &'t str) -> Option<Self> {
        let (signed, signature) = text.rsplit_once('.')?;
        let (header, claims) = signed.split_once('.')?;
        let json = |part: &str| serde_json::from_slice(&decoded(part)?).ok();
        Some(Self {
            signed,
            header: json(header)?,
            claims: json(claims)?,
            signature: decoded(signature)?,
        })
    }

    fn time(&self, claim: &str) -> Option<Timestamp> {
        Timestamp::from_unix_seconds(self.claims.get(claim)?.as_i64()?)
    }

    /// Whether one of the project's keys has signed it. The project is the one that it names as its issuer.
    async fn is_signed(&self, remote: &Remote) -> Result<bool, Box<dyn Error>> {
        let issuer = self.claims.get("iss").and_then(Value::as_str);
        let project = issuer.and_then(|issuer| issuer.rsplit('/').next());
        let keys = remote.key_set(project.unwrap_or_default()).await?;
        let keys = keys.get("keys").and_then(Value::as_array);
        let mut keys = keys.into_iter().flatten();
        Ok(keys.any(|key| key.get("kid") == self.header.get("kid") && self.is_signed_by(key)))
    }

    /// Whether a key (RFC 7517) has signed it with RS256.
    fn is_signed_by(&self, key: &Value) -> bool {
        let number = |name: &str| decoded(key.get(name)?.as_str()?);
        let (Some(n), Some(e)) = (number("n"), number("e")) else {
            return false;
        };
        let message = self.signed.as_bytes();
        RsaPublicKeyComponents { n, e }
            .verify(&RSA_PKCS1_2048_8192_SHA256, message, &self.signature)
            .is_ok()
    }
}

fn decoded(part: &str) -> Option<Vec<u8>> {
    BASE64_URL_SAFE_NO_PAD.decode(part).ok()
}
