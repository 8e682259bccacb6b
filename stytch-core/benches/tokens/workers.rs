//! Whether two workers do twice as much as one.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use stytch_b2b::Client;
use stytch_core::testing::Issuer;

use crate::{
    median,
    sessions::{Bare, token},
};

const TASKS: usize = 64;
const CHECKS: usize = 100;

/// One check, as often as it is called.
type Check = Arc<dyn Fn() + Send + Sync>;

/// How long so many workers take for all checks.
fn time(workers: usize, check: &Check) -> Duration {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(workers)
        .build()
        .unwrap();
    let begin = Instant::now();
    let tasks: Vec<_> = (0..TASKS)
        .map(|_| {
            let check = Arc::clone(check);
            runtime.spawn(async move {
                for _ in 0..CHECKS {
                    check();
                    tokio::task::yield_now().await;
                }
            })
        })
        .collect();
    runtime.block_on(async {
        for task in tasks {
            task.await.unwrap();
        }
    });
    begin.elapsed()
}

pub(crate) fn report() {
    let issuer = Issuer::new();
    let jwt: Arc<str> = token(&issuer).mint().into();
    let bare = Bare::new(&issuer, &jwt);
    let check = |client: Client| -> Check {
        let jwt = Arc::clone(&jwt);
        Arc::new(move || {
            let check = client.sessions().authenticate_jwt_local(&jwt);
            // ready at once, so no runtime has to be entered
            let mut check = std::future::IntoFuture::into_future(check);
            let mut context = std::task::Context::from_waker(std::task::Waker::noop());
            let poll = std::future::Future::poll(std::pin::Pin::new(&mut check), &mut context);
            assert!(poll.is_ready());
        })
    };
    let sides: [(&str, Check); 3] = [
        ("bare", Arc::new(move || assert!(bare.verify()))),
        ("a good token", check(issuer.client().build().unwrap())),
        (
            "a remembered token",
            check(issuer.client().remember_tokens(1024).build().unwrap()),
        ),
    ];
    println!("\ntwo workers against one, {TASKS} tasks");
    for (name, check) in sides {
        let speedups = (0..11)
            .map(|_| time(1, &check).as_secs_f64() / time(2, &check).as_secs_f64())
            .collect();
        println!("  {name:28} {:>8.2} x", median(speedups));
    }
}
