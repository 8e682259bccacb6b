//! From the start of a process to its first checked token.

use std::{
    env,
    process::Command,
    time::{Duration, Instant},
};

use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::Value;
use stytch_b2b::Client;
use stytch_core::testing::Issuer;

use crate::{
    endpoint::{Answer, Endpoint},
    median,
    sessions::{runtime, token},
};

const DELAY: Duration = Duration::from_millis(50);

/// What the child process does: one token, and the end.
pub(crate) fn child(kind: &str) {
    let url = env::var("BENCH_URL").unwrap();
    let jwt = env::var("BENCH_JWT").unwrap();
    let runtime = runtime();
    runtime.block_on(async {
        if kind == "bare" {
            let keys: Value = reqwest::get(&url).await.unwrap().json().await.unwrap();
            let number = |name: &str| {
                BASE64_URL_SAFE_NO_PAD
                    .decode(keys["keys"][0][name].as_str().unwrap())
                    .unwrap()
            };
            let (signed, signature) = jwt.rsplit_once('.').unwrap();
            let key = RsaPublicKeyComponents {
                n: number("n"),
                e: number("e"),
            };
            let signature = BASE64_URL_SAFE_NO_PAD.decode(signature).unwrap();
            key.verify(&RSA_PKCS1_2048_8192_SHA256, signed.as_bytes(), &signature)
                .unwrap();
        } else {
            let project = env::var("BENCH_PROJECT").unwrap();
            let client = Client::builder(project, "secret-test")
                .base_url(url)
                .no_proxy()
                .build()
                .unwrap();
            client
                .sessions()
                .authenticate_jwt_local(&jwt)
                .await
                .unwrap();
        }
    });
    // whatever is left is the system's to clean up
    std::process::exit(0);
}

pub(crate) fn report() {
    let endpoint = Endpoint::start(|_| Answer::Keys(DELAY));
    let issuer = Issuer::new();
    let jwt = token(&issuer).mint();
    let time = |kind: &str| {
        let begin = Instant::now();
        let status = Command::new(env::current_exe().unwrap())
            .arg(format!("child={kind}"))
            .env("BENCH_URL", &endpoint.url)
            .env("BENCH_JWT", &jwt)
            .env("BENCH_PROJECT", issuer.project_id())
            .status()
            .unwrap();
        assert!(status.success());
        begin.elapsed().saturating_sub(DELAY).as_secs_f64() * 1e3
    };
    let (mut bare, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..31 {
        bare.push(time("bare"));
        ours.push(time("ours"));
    }
    println!("\nprocess start to first checked token, beyond the 50 ms of the key server");
    println!("  {:28} {:>8.2} ms", "bare", median(bare));
    println!("  {:28} {:>8.2} ms", "a client", median(ours));
}
