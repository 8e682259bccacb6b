//! What the layer and an extractor add to a request, beside the check of the session's JWT itself.
//!
//! ```text
//! cargo bench -p stytch-axum --all-features
//! ```
//!
//! The client remembers the token, so that no signature covers the rest. Rounds are short and
//! alternate, so that what disturbs one side disturbs the others; the medians of the rounds are
//! printed.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark prints, and stops when something is wrong"
)]

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Instant;

use axum::body::Body;
use axum::http::{Request, header::COOKIE};
use axum::{Router, routing::get};
use stytch_axum::b2b::{Auth, MemberSession};
use stytch_b2b::{Client, testing::Issuer};
use tower_service::Service as _;

const ROUNDS: usize = 301;
const RUNS: u32 = 200;

fn main() {
    let issuer = Issuer::new();
    let client: Client = issuer.client().remember_tokens(16).build().unwrap();
    let mut session = issuer.member_session("member-test-1", "organization-test-1");
    for _ in 0..5 {
        session = session.factor(serde_json::json!({
            "type": "password",
            "delivery_method": "knowledge",
            "last_authenticated_at": "2026-01-01T00:00:00Z",
            "created_at": "2026-01-01T00:00:00Z",
            "updated_at": "2026-01-01T00:00:00Z",
        }));
    }
    let jwt = session.role("reader").mint();
    let cookie = format!("stytch_session=token; stytch_session_jwt={jwt}");

    let auth = Auth::new(client.clone());
    let mut bare: Router = Router::new().route("/", get(async || {}));
    let mut guarded: Router = Router::new()
        .route("/", get(async |_: MemberSession| {}))
        .layer(auth.layer())
        .with_state(auth);
    let request = || {
        Request::get("/")
            .header(COOKIE, &cookie)
            .body(Body::empty())
            .unwrap()
    };
    let mut bare = || serve(&mut bare, request());
    let mut guarded = || serve(&mut guarded, request());
    let mut check = || {
        let check = client.sessions().authenticate_jwt_local(&jwt);
        assert!(finish(check.into_future()).is_ok());
    };

    let allocations: [u64; 3] =
        [&mut bare as &mut dyn FnMut(), &mut check, &mut guarded].map(|run| {
            run();
            allocation_counter::measure(run).count_total
        });
    let mut times = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        let sides: [&mut dyn FnMut(); 3] = [&mut bare, &mut check, &mut guarded];
        for (side, times) in sides.into_iter().zip(&mut times) {
            let begin = Instant::now();
            for _ in 0..RUNS {
                side();
            }
            times.push(begin.elapsed().as_secs_f64() * 1e6 / f64::from(RUNS));
        }
    }
    let times = times.map(median);
    let [bare, check, guarded] = allocations;
    println!("JWT of {} bytes", jwt.len());
    println!(
        "a route without a session {:10.2} µs {bare:4} allocations",
        times[0]
    );
    println!(
        "the check, remembered     {:10.2} µs {check:4} allocations",
        times[1]
    );
    println!(
        "a route with a session    {:10.2} µs {guarded:4} allocations",
        times[2]
    );
    println!(
        "layer and extractor add   {:10.2} µs {:4} allocations",
        times[2] - times[1] - times[0],
        guarded - check - bare
    );
}

fn serve(app: &mut Router, request: Request<Body>) {
    let response = finish(app.call(request)).unwrap();
    assert!(response.status().is_success());
}

/// The output of a future that waits for nothing.
fn finish<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("nothing to wait for"),
    }
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_unstable_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}
