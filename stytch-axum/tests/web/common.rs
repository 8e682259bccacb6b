//! An app in front of a browser that shows what it sends and gets.

pub(crate) mod browser;

use std::time::Duration;

use axum::Router;
use reqwest::{Method, RequestBuilder, Response, header::SET_COOKIE, redirect::Policy};
use serde_json::Value;
use stytch_axum::b2b::Auth;
use stytch_b2b::discovery::organizations::{CreateRequest, CreateResponse};
use stytch_b2b::magic_links::{discovery, email::discovery as mails};
use stytch_b2b::testing::Issuer;
use stytch_b2b::{Client, Secret, tokens::CompiledPolicy};
use stytch_emulator::Emulator;
use tokio::net::TcpListener;

pub(crate) const ORGANIZATION: &str = "organization-test-1";

/// Serves an app, and gives its address.
pub(crate) async fn serve(app: Router) -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    url
}

/// An app that is served, and what speaks to it.
pub(crate) struct Site {
    pub(crate) url: String,
    http: reqwest::Client,
}

impl Site {
    /// Serves routes with the layer around them.
    pub(crate) async fn open(auth: Auth, routes: Router<Auth>) -> Self {
        Self::bare(routes.layer(auth.layer()).with_state(auth)).await
    }

    /// Serves what is given.
    pub(crate) async fn bare(router: Router) -> Self {
        let url = serve(router).await;
        let http = reqwest::Client::builder()
            .no_proxy()
            .redirect(Policy::none());
        Self {
            url,
            http: http.build().unwrap(),
        }
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.url))
    }

    pub(crate) fn get(&self, path: &str) -> RequestBuilder {
        self.request(Method::GET, path)
    }

    pub(crate) fn post(&self, path: &str) -> RequestBuilder {
        self.request(Method::POST, path)
    }
}

/// What a request is answered, as far as tests look at it.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
    pub(crate) cookies: Vec<String>,
    headers: reqwest::header::HeaderMap,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The `error` of the JSON.
    pub(crate) fn error(&self) -> String {
        let json: Value = serde_json::from_str(&self.body).unwrap();
        json["error"].as_str().unwrap().to_owned()
    }

    /// The value of a cookie that is set.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().find_map(|cookie| {
            let value = cookie.strip_prefix(name)?.strip_prefix('=')?;
            value.split(';').next()
        })
    }

    /// Whether the cookies of the session are deleted.
    pub(crate) fn forgets_session(&self) -> bool {
        ["stytch_session", "stytch_session_jwt"].iter().all(|name| {
            let start = format!("{name}=; ");
            let mut found = self
                .cookies
                .iter()
                .filter(|cookie| cookie.starts_with(&start));
            found.any(|cookie| cookie.contains("Max-Age=0"))
        })
    }
}

pub(crate) async fn send(request: RequestBuilder) -> Answer {
    read(request.send().await.unwrap()).await
}

async fn read(response: Response) -> Answer {
    let headers = response.headers().clone();
    let cookies = headers.get_all(SET_COOKIE).iter();
    let cookies = cookies
        .map(|cookie| cookie.to_str().unwrap().to_owned())
        .collect();
    Answer {
        status: response.status().as_u16(),
        cookies,
        headers,
        body: response.text().await.unwrap(),
    }
}

/// The state for an app that knows keys and a policy, and can't reach the API.
pub(crate) fn offline(issuer: &Issuer) -> Auth {
    let policy = CompiledPolicy::builder()
        .role("reader", "documents", ["read"])
        .role("editor", "documents", ["read", "write"])
        .build();
    let client: Client = issuer.client().policy(policy).build().unwrap();
    Auth::new(client)
}

/// The session of a reader, as a JWT.
pub(crate) fn reader(issuer: &Issuer) -> String {
    issuer
        .member_session("member-test-1", ORGANIZATION)
        .role("reader")
        .mint()
}

pub(crate) fn bearer(token: &str) -> String {
    format!("Bearer {token}")
}

/// The header with both cookies of a session.
pub(crate) fn cookies(token: &Secret, jwt: &Secret) -> String {
    format!(
        "stytch_session={}; stytch_session_jwt={}",
        token.expose(),
        jwt.expose()
    )
}

/// Founds an organization by discovery, and is logged in as its admin for an hour.
pub(crate) async fn found(emulator: &Emulator, email: &str) -> CreateResponse {
    let stytch = emulator.b2b_client();
    let request = mails::SendRequest::new(email);
    stytch
        .magic_links()
        .email()
        .discovery()
        .send(request)
        .await
        .unwrap();
    let inbox = emulator.messages().to(email);
    let mail = inbox.next_within(Duration::from_secs(5)).await.unwrap();
    let request = discovery::AuthenticateRequest::new(mail.token.unwrap());
    let proven = stytch
        .magic_links()
        .discovery()
        .authenticate(request)
        .await
        .unwrap();
    let request = CreateRequest::new(proven.intermediate_session_token)
        .organization_name("Acme")
        .session_duration_minutes(60);
    stytch
        .discovery()
        .organizations()
        .create(request)
        .await
        .unwrap()
}

/// How often the API was asked about sessions.
pub(crate) fn asked(emulator: &Emulator) -> usize {
    let requests = emulator.requests();
    requests
        .iter()
        .filter(|entry| entry.operation == "b2b.sessions.authenticate")
        .count()
}
