//! Whatever is sent to the emulator, for every operation of the spec: what makes no sense is refused in the
//! API's own words, and leaves no trace.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

mod support;

use std::cell::RefCell;

use codegen::load::Verb;
use codegen::resolve::{Client, Field, Kind, Method, Place, Resource, Type};
use reqwest::Method as HttpVerb;
use serde_json::{Map, Value, json};
use stytch_emulator::Emulator;
use support::samples::{self, Form};

const SECRET: &str = "secret-test-any";
const ORGANIZATION: &str = "organization-test-acme";
const USER: &str = "user-test-ada";

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

struct Answer {
    status: u16,
    body: Value,
}

impl Answer {
    fn error_type(&self) -> &str {
        self.body["error_type"].as_str().unwrap_or("none")
    }

    fn is_missing(&self) -> bool {
        self.error_type() == "emulator_not_implemented"
    }
}

/// An operation, and a project for it alone.
struct Tried<'a> {
    emulator: &'a Emulator,
    http: &'a reqwest::Client,
    method: &'static Method,
    client: &'static Client,
    name: String,
    project: String,
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

    async fn export(&self) -> String {
        let export = self.to_emulator(HttpVerb::GET, "export").send();
        export.await.unwrap().text().await.unwrap()
    }

    fn fields(&self) -> impl Iterator<Item = &'static Field> {
        self.method.request.iter()
    }

    fn is_id(&self, field: &Field) -> bool {
        match &field.ty {
            Type::Named(index) => matches!(self.client.ty(*index).kind, Kind::Id(_)),
            _ => false,
        }
    }

    /// What the operation has to be given, with ids of nothing.
    fn required(&self) -> Map<String, Value> {
        let mut params = samples::params(self.client, self.method, Form::Required);
        let all = samples::params(self.client, self.method, Form::Full);
        for field in self.fields().filter(|field| field.place == Place::Path) {
            params.insert(field.wire.clone(), all[&field.wire].clone());
        }
        params
    }

    /// Sends parameters, and makes sure that the answer is one of the API's.
    async fn send(&self, params: &Map<String, Value>) -> Answer {
        let request = self.request(params).basic_auth(&self.project, Some(SECRET));
        self.answer(request, params).await
    }

    /// A request with parameters where they belong, in nobody's name.
    fn request(&self, params: &Map<String, Value>) -> reqwest::RequestBuilder {
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
        self.http.request(verb, url).json(&body)
    }

    /// The answer to a request, which is one of the API's.
    async fn answer(
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
    async fn sends(&self, params: &Map<String, Value>) -> Answer {
        let answer = self.send(params).await;
        let after = self.export().await;
        let before = self.seen.replace(after.clone());
        let is_as_it_was = answer.status < 300 || after == before;
        assert!(is_as_it_was, "{} {params:?}", self.name);
        answer
    }

    /// Sends what can't be read, because of this field.
    async fn is_misread(&self, params: &Map<String, Value>, field: &Field) {
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

async fn for_all(test: impl AsyncFn(&Tried<'_>)) {
    let emulator = Emulator::start().await.unwrap();
    let http = reqwest::Client::new();
    let mut count = 0;
    for operation in samples::operations() {
        test(&Tried::new(&emulator, &http, operation).await).await;
        count += 1;
    }
    assert!(count > 180, "{count}");
}

#[tokio::test]
async fn what_is_missing_is_named() {
    for_all(async |tried| {
        let before = tried.export().await;
        for field in tried.fields() {
            if !field.required || field.place == Place::Path {
                continue;
            }
            let mut params = tried.required();
            params.remove(&field.wire);
            tried.is_misread(&params, field).await;
            params.insert(field.wire.clone(), Value::Null);
            if field.place == Place::Body {
                tried.is_misread(&params, field).await;
            }
        }
        assert_eq!(tried.export().await, before, "{}", tried.name);
    })
    .await;
}

/// Something that is not of a type; `None` if there is nothing.
fn other_than(ty: &Type) -> Option<Value> {
    Some(match ty {
        Type::String | Type::Secret | Type::Timestamp | Type::Named(_) => json!(7),
        Type::Bool => json!("maybe"),
        Type::Int32 | Type::Uint32 => json!("seven"),
        // what an app may put there as it likes is judged by the operation
        Type::Json => return None,
        ty if ty.is_object() => return None,
        Type::List(_) | Type::Map(_) => json!(true),
    })
}

#[tokio::test]
async fn what_is_of_the_wrong_type_is_named() {
    for_all(async |tried| {
        let before = tried.export().await;
        for field in tried.fields() {
            let is_text = field.place != Place::Body
                && !matches!(field.ty, Type::Bool | Type::Int32 | Type::Uint32);
            let Some(wrong) = other_than(&field.ty).filter(|_| !is_text) else {
                continue;
            };
            let mut params = tried.required();
            params.insert(field.wire.clone(), wrong);
            tried.is_misread(&params, field).await;
            if let Type::List(inner) = &field.ty
                && let Some(wrong) = other_than(inner)
            {
                params.insert(field.wire.clone(), json!([wrong]));
                tried.is_misread(&params, field).await;
            }
        }
        assert_eq!(tried.export().await, before, "{}", tried.name);
    })
    .await;
}

#[tokio::test]
async fn ids_of_nothing_and_of_other_things_are_refused() {
    for_all(async |tried| {
        let ids: Vec<_> = tried
            .fields()
            .filter(|field| field.required && tried.is_id(field))
            .collect();
        for field in ids {
            let other = match field.wire.as_str() {
                "organization_id" => USER,
                _ => ORGANIZATION,
            };
            for id in [
                "",
                "nothing",
                "../../organizations",
                other,
                "member-test-ada\0",
            ] {
                let mut params = tried.required();
                for name in ["organization_id", "member_id", "user_id"] {
                    let real = match name {
                        "organization_id" => ORGANIZATION,
                        "member_id" => "member-test-ada",
                        _ => USER,
                    };
                    if params.contains_key(name) {
                        params.insert(name.to_owned(), json!(real));
                    }
                }
                params.insert(field.wire.clone(), json!(id));
                let answer = tried.sends(&params).await;
                let what = format!("{} {params:?}: {}", tried.name, answer.body);
                assert!(answer.status >= 400, "{what}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn odd_values_are_taken_or_refused_and_nothing_in_between() {
    for_all(async |tried| {
        tried.sends(&tried.required()).await;
        for form in [Form::Full, Form::Null, Form::Future] {
            let params = samples::params(tried.client, tried.method, form);
            let mut all = tried.required();
            all.extend(params);
            tried.sends(&all).await;
        }
        // each field on its own, as strange and as long as it gets
        for field in tried.fields() {
            let strange = "\u{202e}\0'\"<x>";
            let odd = match field.place {
                Place::Body => strange.repeat(10_000),
                _ => strange.to_owned(),
            };
            for odd in [String::new(), odd] {
                let mut params = tried.required();
                params.insert(field.wire.clone(), json!(odd));
                tried.sends(&params).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_gets_in_without_the_credentials_of_a_test_project() {
    for_all(async |tried| {
        if tried.name.ends_with(".get_jwks") {
            return;
        }
        let params = tried.required();
        let ask = || tried.request(&params);
        for (request, status, error_type) in [
            (ask(), 401, "unauthorized_credentials"),
            (ask().bearer_auth("any"), 401, "unauthorized_credentials"),
            (
                ask().header("authorization", "Basic ???"),
                400,
                "invalid_authorization_header",
            ),
            (
                ask().basic_auth("", Some(SECRET)),
                401,
                "unauthorized_credentials",
            ),
            (
                ask().basic_auth(&tried.project, Some("")),
                401,
                "unauthorized_credentials",
            ),
            (
                ask().basic_auth("project-live-acme", Some(SECRET)),
                401,
                "unauthorized_project_id_live",
            ),
        ] {
            let answer = tried.answer(request, &params).await;
            let what = format!("{}: {}", tried.name, answer.body);
            assert_eq!(
                (answer.status, answer.error_type()),
                (status, error_type),
                "{what}"
            );
        }
    })
    .await;
}
