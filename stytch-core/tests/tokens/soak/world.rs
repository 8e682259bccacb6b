//! A project whose keys, rights and endpoints change, and what is so in it at each moment.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use fastrand::Rng;
use serde_json::json;
use stytch_core::{
    Clock as _,
    testing::{Issuer, SigningKey, TestClock},
};

use crate::{
    server::{Reply, Request, Server},
    support::{MEMBER, ORGANIZATION, seconds, start},
};

pub(super) const FETCH_TIMEOUT: Duration = Duration::from_millis(500);

/// By then, what the server did has got through to the client.
const NOTICED_AFTER: Duration = Duration::from_secs(1);

/// A role of the project and one of the organization, and what each permits at times.
pub(super) const ROLES: [(&str, &str); 2] = [("editor", "write"), ("auditor", "audit")];

/// Something that is so at times, and when, in seconds of the client's clock.
#[derive(Debug)]
pub(super) struct Fact {
    is_so: bool,
    changed: Instant,
    pub(super) last_so: u64,
    pub(super) last_not: u64,
    /// When the client may have heard for the last time that it is not so.
    pub(super) last_denied: u64,
}

impl Fact {
    fn begin(now: u64) -> Self {
        Self {
            is_so: true,
            changed: Instant::now(),
            last_so: now,
            last_not: now,
            last_denied: now,
        }
    }

    fn flip(&mut self) {
        self.is_so = !self.is_so;
        self.changed = Instant::now();
    }

    fn tick(&mut self, now: u64) {
        if self.is_so {
            self.last_so = now;
        } else {
            self.last_not = now;
        }
        if !self.is_so || self.changed.elapsed() < NOTICED_AFTER {
            self.last_denied = now;
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    Genuine,
    Forged,
    OfOtherProject,
    OfNoKey,
}

pub(super) struct Token {
    pub(super) jwt: String,
    pub(super) sort: Sort,
    pub(super) key: usize,
    pub(super) role: usize,
    pub(super) ends: u64,
}

pub(super) struct State {
    random: Rng,
    /// Whether each key is published.
    pub(super) keys: Vec<Fact>,
    /// Whether each role permits its action.
    pub(super) rights: [Fact; 2],
    /// Whether the endpoints work: of keys, of the project's policy, of the organization's.
    pub(super) works: [Fact; 3],
}

#[derive(Clone)]
pub(super) struct World {
    pub(super) clock: TestClock,
    pub(super) issuer: Issuer,
    /// What even and odd keys sign with.
    pairs: [SigningKey; 2],
    state: Arc<Mutex<State>>,
}

pub(super) fn unix(clock: &TestClock) -> u64 {
    clock.now().unix_seconds().try_into().unwrap()
}

impl World {
    pub(super) fn new(random: Rng) -> Self {
        let clock = TestClock::at(start());
        let begin = |_| Fact::begin(unix(&clock));
        let state = State {
            random,
            keys: vec![begin(0), begin(1)],
            rights: [0, 1].map(begin),
            works: [0, 1, 2].map(begin),
        };
        let issuer = Issuer::new().with_clock(clock.clone());
        Self {
            pairs: [issuer.key().clone(), SigningKey::generate("odd")],
            clock,
            issuer,
            state: Arc::new(Mutex::new(state)),
        }
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn key(&self, number: usize) -> SigningKey {
        self.pairs[number % 2].named(format!("key-{number}"))
    }

    /// Perhaps changes something, and lets time pass.
    pub(super) fn step(&self) {
        let mut state = self.state();
        let state = &mut *state;
        match state.random.usize(0..100) {
            0 => {
                let newest = state.keys.len() - 1;
                state.keys[newest - 1].flip();
                state.keys.push(Fact::begin(unix(&self.clock)));
            }
            right @ 1..3 => state.rights[right - 1].flip(),
            endpoint @ 3..6 => state.works[endpoint % 3].flip(),
            endpoint @ 6..12 if !state.works[endpoint % 3].is_so => {
                state.works[endpoint % 3].flip();
            }
            _ => {}
        }
        let is_far = state.random.u8(0..15) == 0;
        let time = state.random.u64(if is_far { 60..500 } else { 0..8 });
        self.clock.advance(seconds(time));
        let now = unix(&self.clock);
        let policies = state.rights.iter_mut().chain(&mut state.works);
        for fact in state.keys.iter_mut().chain(policies) {
            fact.tick(now);
        }
    }

    pub(super) async fn serve(&self) -> Server {
        let world = self.clone();
        Server::start(move |_, request| {
            let (delay, reply) = world.answer(&request);
            async move {
                tokio::time::sleep(delay).await;
                reply
            }
        })
        .await
    }

    /// What is answered, and after how long.
    fn answer(&self, request: &Request) -> (Duration, Reply) {
        let mut state = self.state();
        let delay = Duration::from_millis(state.random.u64(0..20));
        let endpoint = match &request.line {
            line if line.contains("/jwks/") => 0,
            line if line.contains("/policy ") => 1,
            _ => 2,
        };
        if !state.works[endpoint].is_so {
            return fault(&mut state.random, delay);
        }
        let policy = |right: usize| {
            let (role, action) = ROLES[right];
            let is_permitted = state.rights[right].is_so;
            let action = if is_permitted { action } else { "read" };
            let permissions = json!([{"resource_id": "documents", "actions": [action]}]);
            json!({"roles": [{"role_id": role, "permissions": permissions}]})
        };
        let published = (0..state.keys.len()).filter(|&number| state.keys[number].is_so);
        let jwks = published.map(|number| self.key(number).to_jwk());
        let body = match endpoint {
            0 => json!({"keys": jwks.collect::<Vec<_>>()}),
            1 => json!({"policy": policy(0)}),
            _ => json!({"org_policy": policy(1)}),
        };
        (delay, Reply::Json(200, body))
    }

    /// A token of any sort, by one of the last keys.
    pub(super) fn mint(&self, random: &mut Rng) -> Token {
        let bad = [Sort::Forged, Sort::OfOtherProject, Sort::OfNoKey];
        let sort = bad.get(random.usize(0..8)).copied();
        let sort = sort.unwrap_or(Sort::Genuine);
        let newest = self.state().keys.len() - 1;
        let key = newest.saturating_sub(random.usize(0..4));
        let (mut issuer, mut pair) = (self.issuer.clone(), self.key(key));
        let mut key_id = pair.key_id().to_owned();
        match sort {
            Sort::Genuine => {}
            Sort::Forged => pair = self.key(key + 1),
            Sort::OfOtherProject => issuer = issuer.with_project_id("project-test-other"),
            Sort::OfNoKey => key_id = format!("made-up-{}", random.u32(..)),
        }
        let (now, role, life) = (self.clock.now(), random.usize(0..2), random.u64(0..900));
        let token = issuer
            .member_session(MEMBER, ORGANIZATION)
            .issued_at(now)
            .expires_in(seconds(life))
            .role(ROLES[role].0)
            .header("kid", key_id)
            .signed_with(&pair);
        let now: u64 = now.unix_seconds().try_into().unwrap();
        Token {
            jwt: token.mint(),
            sort,
            key,
            role,
            ends: now + life,
        }
    }
}

/// An answer that is none, and after how long it comes.
fn fault(random: &mut Rng, delay: Duration) -> (Duration, Reply) {
    let raw = |head: &str, body: &str| {
        let answer = format!("HTTP/1.1 {head}\r\ncontent-type: application/json\r\n\r\n{body}");
        Reply::Raw(answer.into_bytes())
    };
    let reply = match random.u8(0..9) {
        // longer than anybody waits
        0 => return (FETCH_TIMEOUT * 4, Reply::Close),
        1 => Reply::Close,
        2 => Reply::Json(500, json!({"error_type": "internal_server_error"})),
        3 => raw("429 X\r\nretry-after: 20", "{}"),
        4 => raw("200 OK\r\ncontent-length: 99", "{\"keys\":["),
        5 => raw("200 OK", "<html>"),
        _ => raw(
            "200 OK",
            ["[{\"keys\":7}]", "[[]]", "null"][random.usize(0..3)],
        ),
    };
    (delay, reply)
}
