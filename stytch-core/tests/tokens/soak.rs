//! Tokens of every sort, shown by several callers while keys rotate, rights come and go, the clock
//! moves, and endpoints fail and heal. No verdict may be wrong.
//!
//! What a client may say follows from when something was so for the last time: as long as a fetched
//! value is of use the client may go by it, and no longer.

#![allow(clippy::print_stdout, reason = "a run says what it saw")]

mod world;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use fastrand::Rng;
use stytch_b2b::Client;
use stytch_core::{Clock as _, Error, ErrorKind, KeySettings, PolicySettings, TokenError};
use tokio::task::JoinHandle;

use self::world::{FETCH_TIMEOUT, ROLES, Sort, Token, World, unix};
use crate::{
    server::Server,
    support::{ORGANIZATION, seconds},
};

// in seconds of the client's clock
const REFRESH_AFTER: u64 = 60;
const MAX_STALE: u64 = 240;
const HELD: u64 = REFRESH_AFTER + MAX_STALE;
const COOLDOWN: u64 = 30;
const LONGEST_PAUSE: u64 = 60;

struct Soak {
    world: World,
    client: Client,
    /// How often what was said of which tokens.
    verdicts: Mutex<BTreeMap<(Sort, &'static str), u64>>,
}

fn client(world: &World, server: &Server) -> Client {
    let clock = world.clock.clone();
    let keys = KeySettings::default()
        .refresh_after(seconds(REFRESH_AFTER))
        .max_stale(seconds(MAX_STALE))
        .cooldown(seconds(COOLDOWN))
        .fetch_timeout(FETCH_TIMEOUT);
    let policies = PolicySettings::default()
        .refresh_after(seconds(REFRESH_AFTER))
        .max_stale(seconds(MAX_STALE))
        .fetch_timeout(FETCH_TIMEOUT);
    Client::builder(world.issuer.project_id(), "secret-test")
        .base_url(&server.url)
        .no_retries()
        .clock(move || clock.now())
        .key_settings(keys)
        .policy_settings(policies)
        .remember_tokens(64)
        .build()
        .unwrap()
}

impl Soak {
    /// Shows tokens, each of them a few times, until the time is over.
    async fn call(&self, mut random: Rng, until: Instant) {
        let mut tokens = Vec::new();
        while Instant::now() < until {
            tokens.push(self.world.mint(&mut random));
            for _ in 0..4 {
                let token = &tokens[random.usize(0..tokens.len())];
                self.check(token, random.bool()).await;
                tokio::task::yield_now().await;
            }
            if tokens.len() > 20 {
                tokens.swap_remove(random.usize(0..20));
            }
        }
    }

    async fn check(&self, token: &Token, asks: bool) {
        let before = unix(&self.world.clock);
        let sessions = self.client.sessions();
        let mut check = sessions.authenticate_jwt_local(&token.jwt);
        if asks {
            let (_, action) = ROLES[token.role];
            check = check.authorize(ORGANIZATION, "documents", action);
        }
        let result = check.await.map(|_| ());
        self.judge(before, token, asks, &result);
    }

    /// Notes what was said of a token between `before` and now. It must be right.
    fn judge(&self, before: u64, token: &Token, asks: bool, result: &Result<(), Error>) {
        use TokenError::{Expired, InvalidSignature, UnknownKey, WrongIssuer};

        let state = self.world.state();
        let now = unix(&self.world.clock);
        let within = |last: u64, time: u64| before < last + time;
        let (sort, key, right) = (
            token.sort,
            &state.keys[token.key],
            &state.rights[token.role],
        );
        let passes = sort == Sort::Genuine && before < token.ends && within(key.last_so, HELD);
        let needed = if asks {
            &state.works[..]
        } else {
            &state.works[..1]
        };
        let mut needed = needed.iter();
        let (said, is_right) = match result {
            Ok(()) => ("accepted", passes && (!asks || within(right.last_so, HELD))),
            Err(error) => match (error.kind(), error.token_error()) {
                (ErrorKind::Authorization, _) => (
                    "not permitted",
                    passes && asks && within(right.last_not, HELD),
                ),
                (ErrorKind::CheckUnavailable, _)
                    if needed.any(|works| within(works.last_denied, LONGEST_PAUSE)) =>
                {
                    ("unavailable", true)
                }
                (ErrorKind::CheckUnavailable, _) => ("too late", is_late(error)),
                (_, Some(Expired)) => ("expired", now >= token.ends),
                (_, Some(UnknownKey)) => {
                    let is_new = within(key.last_denied, COOLDOWN);
                    ("unknown key", sort == Sort::OfNoKey || is_new)
                }
                (_, Some(InvalidSignature)) => ("forged", sort == Sort::Forged),
                (_, Some(WrongIssuer)) => ("foreign", sort == Sort::OfOtherProject),
                _ => ("odd", false),
            },
        };
        assert!(
            is_right,
            "{said} at {before} to {now}: {sort:?} until {}, {key:?}, asks: {asks}, {right:?}, {:?}, {result:?}",
            token.ends, state.works,
        );
        let mut verdicts = self.verdicts.lock().unwrap_or_else(PoisonError::into_inner);
        *verdicts.entry((sort, said)).or_default() += 1;
    }
}

/// Whether the machine is busy, or the clock went so far that what came was of no use.
fn is_late(error: &Error) -> bool {
    let source = std::error::Error::source(error).and_then(|source| source.downcast_ref::<Error>());
    error.is_timeout() || source.is_some_and(|source| source.kind() == ErrorKind::Interrupted)
}

async fn soak(time: Duration, seed: u64) {
    println!("seed {seed}");
    let mut random = Rng::with_seed(seed);
    let world = World::new(random.fork());
    let server = world.serve().await;
    let soak = Arc::new(Soak {
        client: client(&world, &server),
        world,
        verdicts: Mutex::default(),
    });
    let until = Instant::now() + time;
    let callers = [(); 4].map(|()| {
        let (soak, random) = (Arc::clone(&soak), random.fork());
        tokio::spawn(async move { soak.call(random, until).await })
    });
    while Instant::now() < until && !callers.iter().any(JoinHandle::is_finished) {
        soak.world.step();
        tokio::time::sleep(Duration::from_millis(random.u64(1..30))).await;
    }
    for caller in callers {
        caller.await.unwrap();
    }
    let verdicts = soak.verdicts.lock().unwrap();
    println!("{verdicts:?}");
    assert!(verdicts.contains_key(&(Sort::Genuine, "accepted")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_short_soak() {
    soak(seconds(2), 8).await;
}

/// For as many seconds as `SOAK_SECONDS` says, or twenty minutes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes minutes"]
async fn a_long_soak() {
    let time = std::env::var("SOAK_SECONDS").map_or(1200, |text| text.parse().unwrap());
    soak(seconds(time), fastrand::u64(..)).await;
}
