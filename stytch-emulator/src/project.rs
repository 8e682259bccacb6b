//! A project: its state, and what all its requests share.

mod changing;
mod identity;
mod output;

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use stytch_core::Timestamp;
use stytch_core::webhooks::Source;
use tokio::sync::{Notify, watch};

pub(crate) use self::identity::Identity;
pub(crate) use self::output::Output;
use crate::call::{Answer, Call};
use crate::clock::Clock;
use crate::fault::Faults;
use crate::ledger::Ledger;
use crate::random::Random;
pub(crate) use crate::reading::Input;
use crate::refusal::Refusal;
use crate::route::{Handler, Route};
use crate::rules::acting::{self, Acting};
use crate::rules::{attempts, sandbox, users};
use crate::state::State;
use crate::store::Store;
use crate::webhooks::{self, Telling};

/// A project. Projects know nothing of each other.
pub(crate) struct Project {
    pub(crate) identity: Identity,
    pub(crate) faults: Faults,
    pub(crate) ledger: Ledger,
    seed: [u8; 32],
    store: Option<Arc<Store>>,
    inner: Mutex<Inner>,
    /// How many messages there are, for those who wait for one.
    messages: watch::Sender<usize>,
    clock: Clock,
    /// Wakes whoever delivers webhooks.
    outbox: Arc<Notify>,
    deliveries: watch::Sender<()>,
}

#[derive(Default)]
struct Inner {
    state: State,
    requests: u64,
    snapshots: HashMap<String, State>,
}

impl Inner {
    /// Random values that no request gets, others each time.
    fn random(&mut self, seed: [u8; 32]) -> Random {
        self.requests += 1;
        Random::of_request(seed, self.requests | 1 << 63)
    }
}

impl Project {
    pub(crate) fn new(
        identity: Identity,
        seed: [u8; 32],
        store: Option<Arc<Store>>,
        clock: Clock,
        outbox: Arc<Notify>,
        state: State,
    ) -> Self {
        Self {
            identity,
            faults: Faults::default(),
            ledger: Ledger::default(),
            seed,
            store,
            messages: watch::Sender::new(state.messages.len()),
            clock,
            outbox,
            deliveries: watch::Sender::default(),
            inner: Mutex::new(Inner {
                state,
                ..Inner::default()
            }),
        }
    }

    /// Runs an operation of the API.
    pub(crate) fn run(
        &self,
        route: &Route,
        input: Result<Input, Refusal>,
        acting: &Acting,
        now: Timestamp,
    ) -> Output {
        // consumer users alone are created with a status of their own
        let status = match route.operation {
            "consumer.users.create" => 201,
            _ => 200,
        };
        let (input, refusal) = match input {
            Ok(input) => (input, None),
            Err(refusal) => (Input::default(), Some(refusal)),
        };
        self.transact(input, now, status, |call| {
            let answer = match refusal {
                Some(refusal) => Err(refusal),
                None => answer(call, route, acting),
            };
            answer.map_err(|refusal| refusal.of(route.operation))
        })
    }

    /// Runs anything as one transaction: it works on a copy of the state, which takes the state's place
    /// if all goes well.
    pub(crate) fn transact<A: Into<Answer>>(
        &self,
        input: Input,
        now: Timestamp,
        status: u16,
        operation: impl FnOnce(&mut Call<'_>) -> Result<A, Refusal>,
    ) -> Output {
        let mut inner = self.lock();
        let mut random = Random::of_request(self.seed, inner.requests);
        inner.requests += 1;
        let request_id = random.id("request-id");
        let mut state = inner.state.clone();
        attempts::lift(&mut state, now);
        let mut call = Call {
            request_id: &request_id,
            status,
            params: input.params,
            nulls: input.nulls,
            ..Call::looking(&mut state, &self.identity, now, random)
        };
        let answer = operation(&mut call);
        let source = call.source;
        match answer {
            Err(refusal) if refusal.traces.is_empty() => Output::from(&refusal, &request_id),
            Err(refusal) => {
                let mut state = inner.state.clone();
                attempts::lift(&mut state, now);
                for trace in &refusal.traces {
                    trace.leave(&mut state, now);
                }
                let committed = self.commit(inner, state, source, now);
                let refusal = committed.err().unwrap_or(refusal);
                Output::from(&refusal, &request_id)
            }
            Ok(answer) => {
                if let Err(refusal) = self.commit(inner, state, source, now) {
                    return Output::from(&refusal, &request_id);
                }
                Output {
                    status,
                    body: answer.into().into_text(&request_id, status).into(),
                }
            }
        }
    }

    /// Takes a new state in place of the present one, once it is written down where that is asked for.
    /// What has changed is told by webhooks.
    fn commit(
        &self,
        mut inner: MutexGuard<'_, Inner>,
        mut next: State,
        source: Source,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        let is_told = next.webhook_endpoints.len() > 0;
        if is_told {
            let mut random = inner.random(self.seed);
            let telling = Telling {
                identity: &self.identity,
                source,
                at,
                number: inner.requests,
            };
            webhooks::tell(&inner.state, &mut next, &telling, &mut random);
        }
        match &self.store {
            None => next.settle(),
            Some(store) => {
                let changes = next.changes(&inner.state);
                let saved = store.save(&self.identity.project_id, &changes);
                saved.map_err(|error| unsaved(&*error))?;
            }
        }
        self.take_over(inner, next);
        if is_told {
            self.wake_sender();
        }
        Ok(())
    }

    /// Goes on with another state, and tells those who wait for messages.
    fn take_over(&self, mut inner: MutexGuard<'_, Inner>, state: State) {
        let messages = state.messages.len();
        let old = std::mem::replace(&mut inner.state, state);
        drop(inner);
        // what nobody holds any more is taken apart, which others need not wait for
        drop(old);
        self.messages.send_if_modified(|count| {
            let is_other = *count != messages;
            *count = messages;
            is_other
        });
    }

    /// The state as it is now.
    pub(crate) fn state(&self) -> State {
        self.lock().state.clone()
    }

    /// The time by the emulator's clock.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Random values for something that is no request.
    pub(crate) fn random(&self) -> Random {
        self.lock().random(self.seed)
    }

    /// How many transactions there were.
    pub(crate) fn number(&self) -> u64 {
        self.lock().requests
    }

    /// Has webhooks delivered that are due.
    pub(crate) fn wake_sender(&self) {
        self.outbox.notify_one();
    }

    /// Tells those who wait that a webhook was delivered, or was not.
    pub(crate) fn tell_delivered(&self) {
        self.deliveries.send_replace(());
    }

    /// Tells whenever a webhook was delivered, or was not.
    pub(crate) fn watch_deliveries(&self) -> watch::Receiver<()> {
        self.deliveries.subscribe()
    }

    /// Tells whenever a message has come in.
    pub(crate) fn watch_messages(&self) -> watch::Receiver<usize> {
        self.messages.subscribe()
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn answer(call: &mut Call<'_>, route: &Route, acting: &Acting) -> Result<Answer, Refusal> {
    let Handler::Is(handler) = route.handler else {
        let message = format!("The emulator does not have {} yet.", route.operation);
        return Err(Refusal::new("emulator_not_implemented").because(message));
    };
    if let Some(rules) = &route.member_session {
        acting::check(call, acting, rules)?;
    }
    match route.operation.starts_with("consumer.") {
        true => users::sandbox::prepare(call, route.operation),
        false => sandbox::prepare(call, route.operation),
    }
    handler(call)
}

fn unsaved(error: &dyn std::error::Error) -> Refusal {
    Refusal::new("internal_server_error").because(format!("The disk refuses: {error}"))
}

impl fmt::Debug for Project {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Project")
            .field("id", &self.identity.project_id)
            .finish_non_exhaustive()
    }
}
