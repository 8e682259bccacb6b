//! Requests to a project, as any program could send them.

use reqwest::{Client, Method, RequestBuilder, header};
use serde_json::{Map, Value, json};

use super::api::Operation;
use codegen::resolve::Place;

const SECRET: &str = "secret-test-any";

/// What a refusal says that was asked for.
const FAULT: &str = "A fault that was asked for.";

/// Who calls, and for which project.
#[derive(Clone)]
pub(crate) struct Caller {
    http: Client,
    pub(crate) url: String,
    pub(crate) project: String,
}

/// What came of a request.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// An answer of the API.
    Answer(u16, Value),
    /// A refusal that was asked for: nothing has happened.
    Fault,
    /// Nobody knows: the connection has ended, or the answer was cut.
    Lost,
}

impl Outcome {
    /// The body, if everything went well.
    pub(crate) fn success(&self) -> Option<&Value> {
        match self {
            Self::Answer(200..300, body) => Some(body),
            _ => None,
        }
    }
}

impl Caller {
    pub(crate) fn new(url: &str, project: &str) -> Self {
        let redirects = reqwest::redirect::Policy::none();
        Self {
            http: Client::builder().redirect(redirects).build().unwrap(),
            url: url.to_owned(),
            project: project.to_owned(),
        }
    }

    /// The same for another project.
    pub(crate) fn of(&self, project: &str) -> Self {
        Self {
            project: project.to_owned(),
            ..self.clone()
        }
    }

    /// The same at another address.
    pub(crate) fn at(&self, url: &str) -> Self {
        Self {
            url: url.to_owned(),
            ..self.clone()
        }
    }

    fn request(&self, verb: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(verb, format!("{}{path}", self.url));
        request.basic_auth(&self.project, Some(SECRET))
    }

    /// Calls an operation, in the name of the project or of a member.
    pub(crate) async fn call(
        &self,
        operation: &Operation,
        params: &Map<String, Value>,
        member_session: Option<&str>,
    ) -> Outcome {
        let mut path = operation.method.path.clone();
        let mut in_query = Vec::new();
        let mut body = params.clone();
        for field in &operation.method.request {
            let Some(value) = body.get(&field.wire).filter(|_| field.place != Place::Body) else {
                continue;
            };
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            if field.place == Place::Path {
                let text: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
                path = path.replace(&format!("{{{}}}", field.wire), &text.replace('+', "%20"));
            } else {
                in_query.push((field.wire.clone(), text));
            }
            body.remove(&field.wire);
        }
        let path = format!("{path}?{}", form(in_query));
        let mut request = self.request(operation.verb(), &path);
        if let Some(token) = member_session {
            request = request.header("x-stytch-member-session", token);
        }
        self.outcome(request.json(&body)).await
    }

    /// Asks the emulator itself: `export`, `faults` and so on.
    pub(crate) async fn control(&self, verb: Method, path: &str, body: &str) -> Option<String> {
        let answer = self.ask(verb, path, body).await?;
        Some(answer.unwrap_or_else(|refused| panic!("{path}: {refused}\n{body}")))
    }

    /// The same for what may be refused.
    pub(crate) async fn ask(
        &self,
        verb: Method,
        path: &str,
        body: &str,
    ) -> Option<Result<String, String>> {
        let request = self.request(verb, &format!("/_emulator/{path}"));
        let response = request.body(body.to_owned()).send().await.ok()?;
        let status = response.status();
        let text = response.text().await.ok()?;
        assert!(status.as_u16() < 500, "{path} {body}: {status} {text}");
        Some(if status.is_success() {
            Ok(text)
        } else {
            Err(text)
        })
    }

    /// Everything that the project holds, as it was sent.
    pub(crate) async fn export_text(&self) -> Option<String> {
        self.control(Method::GET, "export", "").await
    }

    /// Everything that the project holds.
    pub(crate) async fn export(&self) -> Option<Value> {
        let text = self.export_text().await?;
        Some(serde_json::from_str(&text).unwrap())
    }

    /// Posts a form to one of the endpoints at which apps speak for themselves.
    pub(crate) async fn form(&self, endpoint: &str, fields: &Map<String, Value>) -> Outcome {
        let pairs = fields
            .iter()
            .map(|(name, value)| (name, value.as_str().unwrap_or_default()));
        let body = form(pairs);
        let url = format!("{}/v1/public/{}/{endpoint}", self.url, self.project);
        let kind = "application/x-www-form-urlencoded";
        let request = self.http.post(url).header(header::CONTENT_TYPE, kind);
        self.outcome(request.body(body)).await
    }

    /// Where a page leads to; what it says, if nowhere.
    pub(crate) async fn visit(&self, path_and_query: &str) -> Option<Result<String, String>> {
        let request = self.http.get(format!("{}{path_and_query}", self.url));
        let response = request.send().await.ok()?;
        let status = response.status().as_u16();
        let location = response.headers().get(header::LOCATION);
        let location = location.map(|url| url.to_str().unwrap().to_owned());
        let text = response.text().await.ok()?;
        let is_fault = text.contains(FAULT);
        assert!(
            status < 500 || is_fault,
            "{path_and_query}: {status} {text}"
        );
        Some(location.ok_or(text))
    }

    /// Sends a request, and makes sure that the answer is one of the API's.
    async fn outcome(&self, request: RequestBuilder) -> Outcome {
        let Ok(response) = request.send().await else {
            return Outcome::Lost;
        };
        let status = response.status().as_u16();
        let Ok(text) = response.text().await else {
            return Outcome::Lost;
        };
        let body: Value = serde_json::from_str(&text).unwrap_or_else(|_| panic!("{status} {text}"));
        if [&body["error_message"], &body["error_description"]].contains(&&json!(FAULT)) {
            return Outcome::Fault;
        }
        let is_missing = body["error_type"] == "emulator_not_implemented";
        assert!(status < 500 || is_missing, "{status} {text}");
        Outcome::Answer(status, body)
    }
}

/// Names and values as they stand in queries and forms.
pub(crate) fn form<N: AsRef<str>, V: AsRef<str>>(
    pairs: impl IntoIterator<Item = (N, V)>,
) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}
