//! One request as an operation sees it: a function of state, request, time and chance.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use stytch_core::Timestamp;
use stytch_core::webhooks::Source;
use stytch_core::wire::{Object, Slot};

use crate::clock;
use crate::keys::{self, SigningKey};
use crate::message::Message;
use crate::project::Identity;
use crate::random::Random;
use crate::refusal::Refusal;
use crate::rules::fraud::devices;
use crate::rules::wording::Wording;
use crate::rules::{sandbox, users};
use crate::state::State;

/// What an operation answers.
#[derive(Debug)]
pub(crate) enum Answer {
    /// The whole body.
    Text(Vec<u8>),
    /// The body without the id of the request and the status.
    Json(Value),
}

impl From<Value> for Answer {
    fn from(json: Value) -> Self {
        Self::Json(json)
    }
}

impl Answer {
    /// The body.
    pub(crate) fn into_text(self, request_id: &str, status: u16) -> Vec<u8> {
        match self {
            Self::Text(text) => text,
            Self::Json(mut json) => {
                if let Some(object) = json.as_object_mut() {
                    object.insert("request_id".to_owned(), request_id.into());
                    object.insert("status_code".to_owned(), status.into());
                }
                json.to_string().into_bytes()
            }
        }
    }
}

/// A request in the hands of an operation. What the operation does to the state counts only if it does
/// not refuse.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) state: &'a mut State,
    /// The id of the request, and the status of its answer if it is none of refusal.
    pub(crate) request_id: &'a str,
    pub(crate) status: u16,
    /// Which project this is.
    pub(crate) identity: &'a Identity,
    /// The time by which everything is made and judged: whole seconds, as the service shows them.
    pub(crate) now: Timestamp,
    /// The same, as exact as the clock.
    pub(crate) at: Timestamp,
    pub(crate) random: Random,
    /// The fields of the request.
    pub(crate) params: Map<String, Value>,
    /// Fields that were sent as an explicit null, which clears what it is meant for.
    pub(crate) nulls: Vec<&'static str>,
    /// How the request wants its messages.
    pub(crate) wording: Wording,
    /// What webhooks give as the source of the changes.
    pub(crate) source: Source,
}

impl<'a> Call<'a> {
    /// No request, but a look at a state with the eyes of an operation.
    pub(crate) fn looking(
        state: &'a mut State,
        identity: &'a Identity,
        at: Timestamp,
        random: Random,
    ) -> Self {
        Self {
            state,
            request_id: "",
            status: 200,
            identity,
            now: Timestamp::from_unix_seconds(at.unix_seconds()).unwrap_or(at),
            at,
            random,
            params: Map::new(),
            nulls: Vec::new(),
            wording: Wording::default(),
            source: Source::Direct,
        }
    }
}

impl Call<'_> {
    /// Reads the request, runs the operation and writes its response.
    pub(crate) fn answer<Q: DeserializeOwned, R: Serialize + Object>(
        &mut self,
        operation: fn(&mut Call<'_>, Q) -> Result<R, Refusal>,
    ) -> Result<Answer, Refusal> {
        self.wording = Wording::of(&self.params);
        let telemetry_id = devices::named(&self.params);
        let params = Value::Object(std::mem::take(&mut self.params));
        let request = serde_path_to_error::deserialize(params).map_err(|error| {
            let field = error.path().to_string();
            Refusal::bad_request(match field.as_str() {
                "." => error.inner().to_string(),
                field => format!("{field}: {}", error.inner()),
            })
        })?;
        self.wording.check(&self.state.settings)?;
        let mut response = operation(self, request)?;
        if let Some(id) = telemetry_id {
            devices::tell(self, &id, &mut response);
        }
        self.written(response)
    }

    /// The same for an operation that takes nothing.
    pub(crate) fn answer_bare<R: Serialize + Object>(
        &mut self,
        operation: fn(&mut Call<'_>) -> Result<R, Refusal>,
    ) -> Result<Answer, Refusal> {
        let response = operation(self)?;
        self.written(response)
    }

    /// A response with what all responses have.
    fn written<R: Serialize + Object>(&self, mut response: R) -> Result<Answer, Refusal> {
        if let Some(Slot::String(id)) = response.field("request_id") {
            self.request_id.clone_into(id);
        }
        if let Some(Slot::I32(status)) = response.field("status_code") {
            *status = self.status.into();
        }
        let text = serde_json::to_vec(&response);
        text.map(Answer::Text)
            .map_err(|error| Refusal::new("internal_server_error").because(error.to_string()))
    }

    /// Whether a field was sent as an explicit null.
    pub(crate) fn clears(&self, field: &str) -> bool {
        self.nulls.contains(&field)
    }

    /// The time so many minutes from now.
    pub(crate) fn in_minutes(&self, minutes: u32) -> Timestamp {
        clock::after(
            self.now,
            std::time::Duration::from_secs(u64::from(minutes) * 60),
        )
    }

    /// The key that tokens are signed with now, and its name.
    pub(crate) fn signing_key(&self) -> (String, &'static SigningKey) {
        let keys = &self.state.keys;
        let key = keys.signing();
        (key.id(self.identity), SigningKey::built_in(key.number))
    }

    /// The claims of a token that this project has signed, whether or not it has ended.
    pub(crate) fn read_jwt(&self, jwt: &str) -> Result<Map<String, Value>, Refusal> {
        keys::read(jwt, |key_id| {
            let key = self.state.keys.find(key_id, self.identity)?;
            Some(SigningKey::built_in(key.number))
        })
        .ok_or_else(|| Refusal::new("unable_to_parse_session_jwt"))
    }

    /// Sends somebody something. It arrives if the operation succeeds.
    pub(crate) fn send(&mut self, mut message: Message) {
        message.at = self.at;
        self.wording.mark(&mut message);
        if [sandbox::EMAIL, users::sandbox::PHONE].contains(&message.to.as_str()) {
            return;
        }
        self.state.messages.push_back_mut(message.into());
    }
}
