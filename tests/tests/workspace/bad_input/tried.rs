//! An operation that is sent what makes no sense.

use std::cell::RefCell;

use codegen::load::Verb;
use codegen::resolve::{Client, Field, Kind, Method, Place, Resource, Type};
use reqwest::Method as HttpVerb;
use serde_json::{Map, Value};
use stytch_emulator::Emulator;

use crate::support::samples::{self, Form};

pub(super) const SECRET: &str = "secret-test-any";
pub(super) const ORGANIZATION: &str = "organization-test-acme";
pub(super) const USER: &str = "user-test-ada";

/// What there is in the project of each operation.
const SEED: &str = r"
organizations:
  - organization_id: organization-test-acme
    organization_name: Acme
members:
  - organization_id: acme
    member_id: member-test-ada
    email_address: ada@acme.com
users:
  - user_id: user-test-ada
    status: active
    emails: [{ email_id: email-test-ada, email: ada@acme.com, verified: true }]
";

pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Value,
}

impl Answer {
    pub(super) fn error_type(&self) -> &str {
        self.body["error_type"].as_str().unwrap_or("none")
    }

    /// Its status and what is wrong.
    pub(super) fn said(&self) -> (u16, &str) {
        (self.status, self.error_type())
    }

    pub(super) fn is_missing(&self) -> bool {
        self.error_type() == "emulator_not_implemented"
    }
}

/// An operation, and a project for it alone.
pub(super) struct Tried<'a> {
    emulator: &'a Emulator,
    http: &'a reqwest::Client,
    pub(super) method: &'static Method,
    pub(super) client: &'static Client,
    pub(super) name: String,
    pub(super) project: String,
    /// What the project held when it was last looked at.
    seen: RefCell<String>,
}

impl<'a> Tried<'a> {
    async fn new(
        emulator: &'a Emulator,
        http: &'a reqwest::Client,
        (client, resource, method): (&'static Client, &'static Resource, &'static Method),
    ) -> Self {
        let name = format!("{}.{}.{}", client.name, resource.name, method.name);
        let tried = Self {
            emulator,
            http,
            method,
            client,
            project: format!("project-test-{}", name.replace('.', "-")),
            name,
            seen: RefCell::default(),
        };
        let seeded = tried.to_emulator(HttpVerb::POST, "seed").body(SEED).send();
        assert_eq!(seeded.await.unwrap().status(), 200);
        tried.seen.replace(tried.export().await);
        tried
    }

    fn to_emulator(&self, verb: HttpVerb, path: &str) -> reqwest::RequestBuilder {
        let url = format!("{}/_emulator/{path}", self.emulator.url());
        let request = self.http.request(verb, url);
        request.basic_auth(&self.project, Some(SECRET))
    }

    pub(super) async fn export(&self) -> String {
        let export = self.to_emulator(HttpVerb::GET, "export").send();
        export.await.unwrap().text().await.unwrap()
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = &'static Field> {
        self.method.request.iter()
    }

    pub(super) fn is_id(&self, field: &Field) -> bool {
        match &field.ty {
            Type::Named(index) => matches!(self.client.ty(*index).kind, Kind::Id(_)),
            _ => false,
        }
    }

    /// What the operation has to be given, with ids of nothing.
    pub(super) fn required(&self) -> Map<String, Value> {
        let mut params = samples::params(self.client, self.method, Form::Required);
        let all = samples::params(self.client, self.method, Form::Full);
        for field in self.fields().filter(|field| field.place == Place::Path) {
            params.insert(field.wire.clone(), all[&field.wire].clone());
        }
        params
    }

    /// Sends parameters, and makes sure that the answer is one of the API's.
    pub(super) async fn send(&self, params: &Map<String, Value>) -> Answer {
        let request = self.request(params).basic_auth(&self.project, Some(SECRET));
        self.answer(request, params).await
    }

    /// A request with parameters where they belong, in nobody's name.
    pub(super) fn request(&self, params: &Map<String, Value>) -> reqwest::RequestBuilder {
        let (request, body) = self.head(params);
        request.json(&body)
    }

    /// A request that lacks its body, and the parameters that belong there.
    pub(super) fn head(
        &self,
        params: &Map<String, Value>,
    ) -> (reqwest::RequestBuilder, Map<String, Value>) {
        let mut path = self.method.path.clone();
        let mut query = form_urlencoded::Serializer::new(String::new());
        let mut body = params.clone();
        for field in self.fields().filter(|field| field.place != Place::Body) {
            let Some(value) = body.remove(&field.wire) else {
                continue;
            };
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            match field.place {
                Place::Path => {
                    let text: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
                    path = path.replace(&format!("{{{}}}", field.wire), &text.replace('+', "%20"));
                }
                _ => drop(query.append_pair(&field.wire, &text)),
            }
        }
        let verb = match self.method.verb {
            Verb::Get => HttpVerb::GET,
            Verb::Post => HttpVerb::POST,
            Verb::Put => HttpVerb::PUT,
            Verb::Delete => HttpVerb::DELETE,
        };
        let query = query.finish();
        let url = format!("{}{path}?{query}", self.emulator.url());
        (self.http.request(verb, url), body)
    }

    /// The answer to a request, which is one of the API's.
    pub(super) async fn answer(
        &self,
        request: reqwest::RequestBuilder,
        params: &Map<String, Value>,
    ) -> Answer {
        let response = request.send().await.unwrap();
        let status = response.status().as_u16();
        let text = response.text().await.unwrap();
        let what = format!("{} {params:?}: {status} {text}", self.name);
        let answer = Answer {
            status,
            body: serde_json::from_str(&text).expect(&what),
        };
        assert!(status < 500 || answer.is_missing(), "{what}");
        assert_eq!(answer.body["status_code"], status, "{what}");
        let text = |field: &str| answer.body[field].as_str().unwrap_or_default().to_owned();
        assert!(text("request_id").starts_with("request-id-test-"), "{what}");
        if status >= 300 {
            assert!(!text("error_message").is_empty(), "{what}");
            let docs = format!("errors/{status}#{}", answer.error_type());
            assert!(text("error_url").ends_with(&docs), "{what}");
        }
        answer
    }

    /// Sends parameters, and makes sure that a refusal leaves no trace.
    pub(super) async fn sends(&self, params: &Map<String, Value>) -> Answer {
        let answer = self.send(params).await;
        self.left_no_trace(answer, params).await
    }

    /// Makes sure that a refusal has left no trace.
    pub(super) async fn left_no_trace(
        &self,
        answer: Answer,
        params: &Map<String, Value>,
    ) -> Answer {
        let after = self.export().await;
        let before = self.seen.replace(after.clone());
        let is_as_it_was = answer.status < 300 || after == before;
        assert!(is_as_it_was, "{} {params:?}", self.name);
        answer
    }

    /// Sends what can't be read, because of this field.
    pub(super) async fn is_misread(&self, params: &Map<String, Value>, field: &Field) {
        let answer = self.send(params).await;
        if answer.is_missing() {
            return;
        }
        let what = format!("{} {params:?}: {}", self.name, answer.body);
        assert_eq!(
            (answer.status, answer.error_type()),
            (400, "bad_request"),
            "{what}"
        );
        let message = answer.body["error_message"].as_str().unwrap();
        assert!(message.contains(&field.wire), "{what}");
    }
}

pub(super) async fn for_all(test: impl AsyncFn(&Tried<'_>)) {
    let emulator = Emulator::start().await.unwrap();
    let http = reqwest::Client::new();
    let mut count = 0;
    for operation in samples::operations() {
        test(&Tried::new(&emulator, &http, operation).await).await;
        count += 1;
    }
    assert!(count > 180, "{count}");
    // whatever it was sent, it is well
    let health = format!("{}/_emulator/health", emulator.url());
    assert_eq!(http.get(health).send().await.unwrap().status(), 200);
}
