//! Everything that the emulator serves, gone through: no page of another site changes anything, no name of
//! another site leads here, and no page shows a value as markup. The addresses are those of the router, so that
//! none is forgotten.

mod markup;
mod redirects;

use reqwest::{Client, Method, Response, redirect};
use serde_json::Value;

use super::routes;
use crate::{Emulator, control, generated, pages};

/// All addresses, with `{…}` for what varies.
fn addresses() -> Vec<String> {
    let besides = routes().into_iter().chain(pages::routes());
    let besides = besides.map(|(path, _)| path.to_owned());
    let control = control::routes().into_iter();
    let control = control.map(|(path, _)| format!("/_emulator{path}"));
    let operations = generated::routes().map(|route| route.path.to_owned());
    besides.chain(control).chain(operations).collect()
}

/// An address with something in place of what varies.
fn concrete(address: &str) -> String {
    let parts = address.split('/').map(|part| match part.starts_with('{') {
        true => "1",
        false => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

fn client() -> Client {
    let http = Client::builder().redirect(redirect::Policy::none());
    http.build().unwrap()
}

async fn export(emulator: &Emulator) -> Value {
    let url = format!("{}/_emulator/export", emulator.url());
    let response = client().get(url).send().await.unwrap();
    response.json().await.unwrap()
}

fn query(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}

async fn shown(emulator: &Emulator, path: &str) -> Response {
    client()
        .get(format!("{}{path}", emulator.url()))
        .send()
        .await
        .unwrap()
}

#[tokio::test]
async fn no_page_of_another_site_changes_anything() {
    let emulator = Emulator::start().await.unwrap();
    let http = client();
    let before = export(&emulator).await;
    for address in addresses() {
        let url = format!("{}{}", emulator.url(), concrete(&address));
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
            let request = http.request(method.clone(), &url).header(name, value);
            let request = request.basic_auth(emulator.project_id(), Some("secret"));
            let response = request.body("{}").send().await.unwrap();
            assert_eq!(response.status(), 403, "{method} {address} {name}: {value}");
        }
    }
    assert_eq!(export(&emulator).await, before);
    assert!(emulator.requests().is_empty());
}

#[tokio::test]
async fn no_name_of_another_site_leads_here() {
    let emulator = Emulator::start().await.unwrap();
    let http = client();
    for address in addresses() {
        let url = format!("{}{}", emulator.url(), concrete(&address));
        for method in [Method::GET, Method::POST] {
            let request = http
                .request(method, &url)
                .header("host", "evil.example:4000");
            let request = request.header("sec-fetch-site", "same-origin");
            let response = request.body("{}").send().await.unwrap();
            assert_eq!(response.status(), 421, "{address}");
            assert!(response.headers().get("location").is_none());
        }
    }
}
