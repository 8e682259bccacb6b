//! A small API, as generated crates have a large one.

use serde::Serialize;
use stytch_core::{
    AsMember, Call, ClientBuilder, Endpoints, Handle, Operation, Proof, Secret, Verb, Vertical,
    wire::{Object, Page, Receive as _, Slot},
};

#[derive(Clone, Debug)]
pub(crate) struct Client(pub Handle);

impl Vertical for Client {
    const NAME: &'static str = "b2b";
    const ENDPOINTS: &'static Endpoints = &Endpoints {
        keys: Operation::new(
            "sessions.get_jwks",
            Verb::Get,
            "/v1/b2b/sessions/jwks/{project_id}",
        ),
        policy: Operation::new("rbac.policy", Verb::Get, "/v1/b2b/rbac/policy"),
        organization_policy: None,
        authenticate: Operation::new(
            "sessions.authenticate",
            Verb::Post,
            "/v1/b2b/sessions/authenticate",
        ),
    };

    fn from_handle(handle: Handle) -> Self {
        Self(handle)
    }
}

pub(crate) const PROJECT: &str = "project-test-11111111";
pub(crate) const SECRET: &str = "secret-test-MARKER-secret";

pub(crate) fn builder(base_url: &str) -> ClientBuilder<Client> {
    ClientBuilder::new(PROJECT, SECRET)
        .base_url(base_url)
        .fraud_base_url(base_url)
        .no_proxy()
}

/// A client that does not wait long between attempts.
pub(crate) fn client(base_url: &str) -> Client {
    builder(base_url).retry(quick()).build().unwrap()
}

pub(crate) fn quick() -> stytch_core::RetryPolicy {
    stytch_core::RetryPolicy::default().base_delay(std::time::Duration::from_millis(5))
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Thing {
    pub(crate) thing_id: String,
    pub(crate) name: String,
    pub(crate) admin: bool,
    pub(crate) tags: Vec<String>,
}

stytch_core::received!(Thing);

impl Object for Thing {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "thing_id" => self.thing_id.slot(),
            "name" => self.name.slot(),
            "admin" => self.admin.slot(),
            "tags" => self.tags.slot(),
            _ => return None,
        })
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Login {
    pub(crate) thing_id: String,
    pub(crate) session_token: Secret,
}

stytch_core::received!(Login);

impl Object for Login {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "thing_id" => self.thing_id.slot(),
            "session_token" => self.session_token.slot(),
            _ => return None,
        })
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Things {
    pub(crate) things: Vec<Thing>,
    pub(crate) next_cursor: Option<String>,
}

stytch_core::received!(Things);

impl Object for Things {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "things" => self.things.slot(),
            "next_cursor" => self.next_cursor.slot(),
            _ => return None,
        })
    }
}

impl Page for Things {
    type Item = Thing;

    fn next_cursor(&self) -> Option<&str> {
        self.next_cursor.as_deref()
    }

    fn into_items(self) -> Vec<Thing> {
        self.things
    }
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Search {
    pub(crate) query: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cursor: Option<String>,
}

/// The operations, one of each kind.
impl Client {
    pub(crate) fn get(&self, id: &str) -> Call<Thing, AsMember> {
        const OPERATION: Operation =
            Operation::new("things.get", Verb::Get, "/v1/things/{thing_id}");
        self.0.prepare(&OPERATION).path("thing_id", id).into_call()
    }

    pub(crate) fn delete(&self, id: &str) -> Call<Thing, AsMember> {
        const OPERATION: Operation =
            Operation::new("things.delete", Verb::Delete, "/v1/things/{thing_id}");
        self.0.prepare(&OPERATION).path("thing_id", id).into_call()
    }

    pub(crate) fn authenticate(&self, token: &str) -> Call<Thing> {
        const OPERATION: Operation =
            Operation::new("things.authenticate", Verb::Post, "/v1/things/authenticate");
        self.0
            .prepare(&OPERATION)
            .serialized(&serde_json::json!({ "token": token }))
            .into_call()
    }

    /// A login that spends a token and, if asked, gives a session.
    pub(crate) fn log_in(&self, minutes: Option<i32>) -> Call<Login> {
        const OPERATION: Operation =
            Operation::new("things.log_in", Verb::Post, "/v1/things/log_in").proof(
                Proof::grant(&["session_token"])
                    .owner(&["thing_id"])
                    .asked_by(&["session_duration_minutes"]),
            );
        self.0
            .prepare(&OPERATION)
            .serialized(&serde_json::json!({"token": "t", "session_duration_minutes": minutes}))
            .into_call()
    }

    pub(crate) fn search(&self, search: &Search) -> Call<Things> {
        const OPERATION: Operation =
            Operation::new("things.search", Verb::Post, "/v1/things/search")
                .repeatable()
                .paged_by("cursor");
        self.0.prepare(&OPERATION).serialized(search).into_call()
    }

    pub(crate) fn list(&self, limit: Option<u32>, cursor: Option<&str>) -> Call<Things> {
        const OPERATION: Operation =
            Operation::new("things.list", Verb::Get, "/v1/things").paged_by("cursor");
        self.0
            .prepare(&OPERATION)
            .query("limit", limit.as_ref())
            .query("cursor", cursor.as_ref())
            .into_call()
    }

    pub(crate) fn update(&self, id: &str, name: &str) -> Call<Thing> {
        const OPERATION: Operation =
            Operation::new("things.update", Verb::Put, "/v1/things/{thing_id}");
        self.0
            .prepare(&OPERATION)
            .path("thing_id", id)
            .serialized(&serde_json::json!({ "name": name }))
            .into_call()
    }

    pub(crate) fn fingerprint(&self) -> Call<Thing> {
        const OPERATION: Operation =
            Operation::new("fraud.fingerprint", Verb::Post, "/v1/fingerprint").fraud();
        self.0
            .prepare(&OPERATION)
            .serialized(&serde_json::json!({}))
            .into_call()
    }
}
