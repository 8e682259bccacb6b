//! Everything that the emulator serves, gone through: no page of another site changes anything, no name of
//! another site leads here, and no page shows a value as markup. The addresses are those of the router and of
//! the spec, so that none is forgotten.

mod hosts;
mod markup;
mod redirects;

use reqwest::{Client, Method, Response, redirect};
use serde_json::Value;
use stytch_emulator::Emulator;

use crate::whole::api;

/// An emulator, and a browser that goes where it is sent only when asked.
struct Site {
    emulator: Emulator,
    http: Client,
}

impl Site {
    async fn open() -> Self {
        let http = Client::builder().redirect(redirect::Policy::none());
        Self {
            emulator: Emulator::start().await.unwrap(),
            http: http.build().unwrap(),
        }
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.emulator.url())
    }

    async fn shown(&self, path: &str) -> Response {
        self.http.get(self.url(path)).send().await.unwrap()
    }

    /// What comes when a form is sent.
    async fn told(&self, path: &str, form: &[(&str, &str)]) -> Response {
        let request = self.http.post(self.url(path)).body(query(form));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        request.send().await.unwrap()
    }

    async fn json(&self, path: &str) -> Value {
        self.shown(path).await.json().await.unwrap()
    }

    async fn export(&self) -> Value {
        self.json("/_emulator/export").await
    }

    /// Addresses beside the operations, as the router has them.
    async fn besides(&self) -> Vec<String> {
        let document = self.json("/_emulator/openapi.json").await;
        let addresses = document["x-addresses"].as_array().unwrap().iter();
        let addresses = addresses.map(|one| one.as_str().unwrap().to_owned());
        addresses.collect()
    }

    /// All addresses, with `{…}` for what varies.
    async fn addresses(&self) -> Vec<String> {
        let operations = api::operations().iter();
        let operations = operations.map(|operation| operation.method.path.clone());
        self.besides().await.into_iter().chain(operations).collect()
    }
}

/// An address with something in place of what varies.
fn concrete(address: &str) -> String {
    let parts = address.split('/').map(|part| match part.starts_with('{') {
        true => "1",
        false => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

fn query(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}

#[tokio::test]
async fn what_a_tool_is_told_is_all_that_is_served() {
    let site = Site::open().await;
    let document = site.json("/_emulator/openapi.json").await;
    let described = document["paths"].as_object().unwrap();
    let besides = site.besides().await;
    let is_control = |path: &&String| path.starts_with("/_emulator/");
    let control = besides.iter().filter(is_control).map(String::as_str);
    // the description itself, and what is for the emulator's own pages
    let unsaid = ["/_emulator/openapi.json", "/_emulator/events"];
    let mut expected: Vec<_> = control.filter(|path| !unsaid.contains(path)).collect();
    expected.sort_unstable();
    let mut described: Vec<_> = described.keys().map(String::as_str).collect();
    described.sort_unstable();
    assert_eq!(described, expected);
    for address in ["/", "/members/{id}", "/v1/public/sso/start", "/authorize"] {
        assert!(besides.iter().any(|one| one == address), "{address}");
    }
    assert!(besides.iter().any(|one| one.starts_with("/v1/b2b/scim/")));
}

#[tokio::test]
async fn no_page_of_another_site_changes_anything() {
    let site = Site::open().await;
    let before = site.export().await;
    for address in site.addresses().await {
        let url = site.url(&concrete(&address));
        let foreign = [
            (Method::POST, "sec-fetch-site", "cross-site"),
            (Method::PUT, "sec-fetch-site", "cross-site"),
            (Method::PATCH, "sec-fetch-site", "cross-site"),
            (Method::DELETE, "sec-fetch-site", "cross-site"),
            (Method::POST, "sec-fetch-site", "same-site"),
            (Method::POST, "sec-fetch-site", "none"),
            (Method::POST, "origin", "https://evil.example"),
            (Method::POST, "origin", "null"),
            (Method::POST, "origin", "http://localhost:3000"),
        ];
        for (method, name, value) in foreign {
            let request = site.http.request(method.clone(), &url).header(name, value);
            let request = request.basic_auth(site.emulator.project_id(), Some("secret"));
            let response = request.body("{}").send().await.unwrap();
            assert_eq!(response.status(), 403, "{method} {address} {name}: {value}");
        }
    }
    assert_eq!(site.export().await, before);
    assert!(site.emulator.requests().is_empty());
}

#[tokio::test]
async fn no_name_of_another_site_leads_here() {
    let site = Site::open().await;
    for address in site.addresses().await {
        let url = site.url(&concrete(&address));
        for method in [Method::GET, Method::POST] {
            let request = site.http.request(method, &url);
            let request = request.header("host", "evil.example:4000");
            let request = request.header("sec-fetch-site", "same-origin");
            let response = request.body("{}").send().await.unwrap();
            assert_eq!(response.status(), 421, "{address}");
            assert!(response.headers().get("location").is_none());
        }
    }
}
