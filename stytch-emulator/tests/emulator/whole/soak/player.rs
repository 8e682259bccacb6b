//! A client that does whatever comes to mind.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::Duration;

use fastrand::Rng;
use reqwest::Method;
use serde_json::{Value, json};
use stytch_core::{ClientBuilder, ErrorKind, KeySettings, Timestamp, Vertical};
use stytch_emulator::Emulator;

use super::same;
use super::witness::Witness;
use super::world::{ARCHIVE, TOWN, World, home};
use crate::common::invariants;
use crate::whole::actor::{Actor, Desk, Done};
use crate::whole::api::{Operation, operations};
use crate::whole::caller::{Caller, Outcome};
use crate::whole::context::Context;
use crate::whole::flows::{Flow, Step, flows};
use crate::whole::values::Style;

/// So many people are at work in a project at once, each in the middle of something.
const PEOPLE: usize = 3;

/// A project of one's own is emptied when it has got so long, in bytes.
const FULL: usize = 100_000;

/// What was done last is told if something is wrong.
const REMEMBERED: usize = 25;

pub(super) struct Player {
    world: Arc<World>,
    random: Rng,
    home: Place,
    town: Place,
    archive: Caller,
    witness: Witness,
    /// How often it had been started when this was last looked at.
    starts: u64,
    history: VecDeque<String>,
}

/// A project with people in it.
struct Place {
    people: Vec<Person>,
    /// Everything that is there, if that is known for sure.
    known: Option<String>,
    /// The start after which a snapshot was taken.
    snapshot: u64,
}

struct Person {
    actor: Actor,
    flow: &'static Flow,
    next: usize,
}

impl Player {
    pub(super) async fn new(world: Arc<World>, number: usize, mut random: Rng) -> Self {
        let url = world.url();
        let starts = world.starts();
        let codes = Arc::new(Emulator::start().await.unwrap());
        let home = Place::new(&url, &home(number), &codes, &mut random);
        let town = Place::new(&url, TOWN, &codes, &mut random);
        Self {
            archive: Caller::new(&url, ARCHIVE),
            witness: Witness::new(),
            history: VecDeque::new(),
            world,
            random,
            home,
            town,
            starts,
        }
    }

    pub(super) async fn play(mut self) {
        let world = Arc::clone(&self.world);
        while !world.over.load(Ordering::SeqCst) {
            let _turn = world.turns.read().await;
            if self.starts != world.starts() {
                self.arrive().await;
            }
            match self.random.u8(0..100) {
                0..8 => self.witness.write(&self.archive).await,
                8..60 => self.be_in_town().await,
                _ => self.be_at_home().await,
            }
        }
    }

    /// It was started again: what was there is there.
    async fn arrive(&mut self) {
        self.starts = self.world.starts();
        let url = self.world.url();
        let people = self.home.people.iter_mut().chain(&mut self.town.people);
        people.for_each(|person| person.actor.caller = person.actor.caller.at(&url));
        self.archive = self.archive.at(&url);
        self.witness.look(&self.archive).await;
        if let Some(known) = self.home.known.take()
            && let Some(found) = self.home.caller().export_text().await
        {
            self.remember("started again".to_owned());
            let read = |export: &str| serde_json::from_str(export).unwrap();
            same("at home", &read(&known), &read(&found));
            self.home.known = Some(found);
        }
    }

    /// Among others.
    async fn be_in_town(&mut self) {
        if self.random.u8(0..40) == 0 {
            let fault = fault(&mut self.random).to_string();
            let caller = self.town.caller();
            caller.control(Method::POST, "faults", &fault).await;
        }
        if self.random.u8(0..60) == 0 {
            let (path, body) = match self.random.u8(0..4) {
                0 => ("keys/rotate", ""),
                1 => ("webhooks", WEBHOOK),
                _ => ("seed", SEED),
            };
            self.town.caller().control(Method::POST, path, body).await;
        }
        let person = self.random.usize(0..PEOPLE);
        let (done, _) = self.town.people[person].act(&mut self.random).await;
        self.note(&done.what, &done.outcome).await;
        self.check_jwt(TOWN, &done).await;
    }

    /// Alone: everything that is there is known.
    async fn be_at_home(&mut self) {
        self.rearrange().await;
        let person = self.random.usize(0..PEOPLE);
        let (done, is_call) = self.home.people[person].act(&mut self.random).await;
        self.note(&done.what, &done.outcome).await;
        let caller = self.home.caller().clone();
        let before = self.home.known.take();
        let after = match done.outcome {
            Outcome::Lost => None,
            _ => caller.export_text().await,
        };
        let Some(after) = after else {
            return;
        };
        let is_refused = match done.outcome {
            Outcome::Answer(status, _) => is_call && status >= 400,
            _ => is_call,
        };
        if let Some(before) = before.filter(|before| is_refused && *before != after) {
            let (after, before) = (but_attempts(&after), but_attempts(&before));
            assert_eq!(after, before, "{}", done.what);
        }
        if self.random.u8(0..8) == 0 {
            invariants::check(&serde_json::from_str(&after).unwrap());
        }
        self.home.known = Some(after);
        self.check_jwt(&caller.project, &done).await;
    }

    /// What one does with a project that nobody else uses.
    async fn rearrange(&mut self) {
        let caller = self.home.caller().clone();
        let known = self.home.known.as_ref();
        let is_full = known.is_some_and(|known| known.len() > FULL);
        let (path, body) = match self.random.u8(0..100) {
            _ if is_full => ("reset", String::new()),
            0 => ("faults", fault(&mut self.random).to_string()),
            1 => ("keys/rotate", String::new()),
            2 => {
                self.home.snapshot = self.starts;
                ("snapshots/once", String::new())
            }
            3 if self.home.snapshot == self.starts => ("snapshots/once/restore", String::new()),
            4 => ("seed", SEED.to_owned()),
            _ => return,
        };
        self.home.known = None;
        self.remember(format!("{path} {body}"));
        caller.control(Method::POST, path, &body).await;
    }

    /// A JWT that has just been made is good.
    async fn check_jwt(&mut self, project: &str, done: &Done) {
        let answer = done.outcome.success();
        let jwt = answer.and_then(|answer| answer["session_jwt"].as_str());
        let Some(jwt) = jwt.filter(|jwt| !jwt.is_empty() && self.random.u8(0..8) == 0) else {
            return;
        };
        let checked = match done.what.starts_with("consumer.") {
            true => {
                let client: stytch_consumer::Client = self.client(project);
                client
                    .sessions()
                    .authenticate_jwt_local(jwt)
                    .await
                    .map(|_| ())
            }
            false => {
                let client: stytch_b2b::Client = self.client(project);
                client
                    .sessions()
                    .authenticate_jwt_local(jwt)
                    .await
                    .map(|_| ())
            }
        };
        if let Err(error) = checked {
            // it has ended in the meantime
            assert_eq!(error.kind(), ErrorKind::CheckUnavailable, "{error:?} {jwt}");
        }
    }

    fn client<C: Vertical>(&self, project: &str) -> C {
        let world = Arc::clone(&self.world);
        let clock = move || {
            let now = Timestamp::now().unix_seconds() + world.ahead().cast_signed();
            Timestamp::from_unix_seconds(now).unwrap()
        };
        ClientBuilder::new(project, "secret")
            .base_url(&self.home.caller().url)
            .no_retries()
            .clock(clock)
            .key_settings(KeySettings::default())
            .build()
            .unwrap()
    }

    async fn note(&mut self, what: &str, outcome: &Outcome) {
        if let Outcome::Lost = outcome {
            // perhaps it is just being started
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let name = what.split(' ').next().unwrap_or_default();
        self.world.count(name, outcome);
        self.remember(format!("{what}\n    {outcome:?}"));
    }

    fn remember(&mut self, line: String) {
        if self.history.len() == REMEMBERED {
            self.history.pop_front();
        }
        self.history.push_back(line);
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        if thread::panicking() {
            let lines: Vec<_> = self.history.iter().map(String::as_str).collect();
            println!("what was done last:\n{}", lines.join("\n"));
        }
    }
}

impl Place {
    fn new(url: &str, project: &str, codes: &Arc<Emulator>, random: &mut Rng) -> Self {
        let mut people = Vec::new();
        for _ in 0..PEOPLE {
            let actor = Actor {
                caller: Caller::new(url, project),
                context: Context::default(),
                desk: Desk::new(codes),
            };
            let flow = random.choice(flows()).unwrap();
            people.push(Person {
                actor,
                flow,
                next: 0,
            });
        }
        Self {
            people,
            known: None,
            snapshot: 0,
        }
    }

    fn caller(&self) -> &Caller {
        &self.people[0].actor.caller
    }
}

impl Person {
    /// Does the next thing, or another one. Whether it is a call of the API.
    async fn act(&mut self, random: &mut Rng) -> (Done, bool) {
        if random.u8(0..100) < 55 {
            return self.go_on(random).await;
        }
        let operation = any(random);
        let step = match random.u8(0..20) {
            0 => Step::Other("+mail".to_owned(), json!({})),
            1 => Step::Other("+totp".to_owned(), json!({})),
            2..5 if operation.takes_member_session() => {
                return (self.act_as_member(operation, random).await, true);
            }
            _ => Step::call(&operation.name),
        };
        let done = self.actor.step(&step, random, Style::Random).await;
        (done, matches!(step, Step::Call(..)))
    }

    /// The next step of what is under way; something new after the last, or if it has failed.
    async fn go_on(&mut self, random: &mut Rng) -> (Done, bool) {
        let Some(step) = self.flow.steps.get(self.next) else {
            self.begin(random);
            return Box::pin(self.go_on(random)).await;
        };
        self.next += 1;
        let done = self.actor.step(step, random, Style::Careful).await;
        if done.outcome.success().is_none() && random.bool() {
            self.begin(random);
        }
        (done, matches!(step, Step::Call(..)))
    }

    /// Begins with something new, as the same person or another one.
    fn begin(&mut self, random: &mut Rng) {
        self.flow = random.choice(flows()).unwrap();
        self.next = 0;
        if random.bool() {
            self.actor.context = Context::default();
        }
    }

    async fn act_as_member(&mut self, operation: &Operation, random: &mut Rng) -> Done {
        let params = self.actor.params(operation, random, Style::Random);
        let token = self
            .actor
            .context
            .text("session_token")
            .unwrap_or("nothing")
            .to_owned();
        let outcome = self
            .actor
            .call(&operation.name, &params, Some(&token))
            .await;
        Done {
            what: format!("{} {params} as {token}", operation.name),
            outcome,
        }
    }
}

/// Any operation; those that take things away come less often.
fn any(random: &mut Rng) -> &'static Operation {
    loop {
        let operation = random.choice(operations()).unwrap();
        let takes_away = operation.verb() == Method::DELETE || operation.name.contains("revoke");
        if !takes_away || random.u8(0..3) == 0 {
            return operation;
        }
    }
}

fn fault(random: &mut Rng) -> Value {
    let times = random.u8(1..4);
    let mut fault = match random.u8(0..5) {
        0 => json!({ "status": 503 }),
        1 => json!({ "status": 429, "retry_after": 1 }),
        2 => json!({ "delay_ms": random.u8(1..30) }),
        3 => json!({ "drop": true }),
        _ => json!({ "garble": true }),
    };
    fault["times"] = json!(times);
    if random.bool() {
        fault["operation"] = json!(any(random).name);
    }
    fault
}

/// An export without the counts of failed attempts, which refusals leave behind.
fn but_attempts(export: &str) -> Value {
    let mut export: Value = serde_json::from_str(export).unwrap();
    let tables = export.as_object_mut().unwrap();
    tables.remove("locks");
    for code in tables
        .get_mut("codes")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
    {
        code["attempts"] = json!(0);
    }
    export
}

/// Where nobody listens.
const WEBHOOK: &str = r#"{"url": "http://localhost:9/webhooks"}"#;

const SEED: &str = "
settings: { user_locks: { is_on: true, threshold: 3 } }
organizations:
  - organization_name: Seeded
members:
  - organization_id: seeded
    email_address: person-1@acme-1.com
    assigned_roles: [stytch_admin]
";
