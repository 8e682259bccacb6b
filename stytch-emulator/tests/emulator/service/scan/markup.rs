//! No page shows a value as markup, and links lead to every page.

use std::collections::{BTreeSet, VecDeque};

use serde_json::{Value, json};
use stytch_emulator::Fault;

use super::{Site, query};

/// Ends an attribute and an element, runs something, turns the line round, and hides.
const HOSTILE: &str =
    "x\"'></textarea></script><script>alert(1)</script>&amp;\u{202e}\u{200b}\u{7}\u{85}";

/// Something in every table. Texts that are free to be anything are made hostile afterwards.
const POPULATED: &str = include_str!("populated.json");

/// All texts of a document, each once.
fn texts(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => drop(found.insert(text.clone())),
        Value::Array(list) => list.iter().for_each(|one| texts(one, found)),
        Value::Object(object) => object.values().for_each(|one| texts(one, found)),
        _ => {}
    }
}

/// The same with another text in place of one, wherever it stands: as a value, or as a part of an address.
fn replaced(value: &Value, old: &str, new: &str) -> Value {
    match value {
        Value::String(text) if text == old => new.into(),
        Value::Array(list) => list.iter().map(|one| replaced(one, old, new)).collect(),
        Value::Object(object) => object
            .iter()
            .map(|(name, one)| (name.replace("a key", HOSTILE), replaced(one, old, new)))
            .collect(),
        other => other.clone(),
    }
}

/// Has an emulator hold as much that is hostile as it takes. How many texts that are.
async fn poison(site: &Site) -> usize {
    let url = site.url("/_emulator/import");
    let takes = async |document: &Value| {
        let response = site.http.post(&url).json(document).send().await.unwrap();
        response.status() == 200
    };
    let mut document: Value = serde_json::from_str(POPULATED).unwrap();
    assert!(takes(&document).await);
    document = site.export().await;
    let mut all = BTreeSet::new();
    texts(&document, &mut all);
    // logins and authorizations begin where connections and apps are what they were
    for kept in ["active", "third_party", "http://localhost:3000/back"] {
        all.remove(kept);
    }
    let mut poisoned = 0;
    for text in all {
        let next = replaced(&document, &text, &format!("{text}{HOSTILE}"));
        if takes(&next).await {
            document = next;
            poisoned += 1;
        }
    }
    assert!(takes(&document).await);
    poisoned
}

/// Makes the list of requests hostile, too.
async fn ask_hostile(site: &Site) {
    let url = site.url("/v1/b2b/organizations");
    let body = json!({ "organization_name": HOSTILE, HOSTILE: HOSTILE });
    let request = site
        .http
        .post(url)
        .json(&body)
        .header("user-agent", "x\"'><script>alert(1)</script>");
    let request = request.basic_auth(site.emulator.project_id(), Some("secret"));
    request.send().await.unwrap();
    let fault = Fault::new().operation(HOSTILE).refuse(429, HOSTILE);
    site.emulator.add_fault(fault);
}

fn is_clean(page: &str) -> bool {
    let hidden = ['\u{202e}', '\u{200b}', '\u{7}', '\u{85}'];
    !page.contains("<script>alert")
        && !page.contains("x\"'>")
        && !page.contains(hidden)
        && !page.contains("href=\"javascript:")
}

/// The addresses to which links and forms of a page lead, and its events.
fn links(page: &str) -> Vec<String> {
    let mut links = Vec::new();
    for attribute in [" href=\"", " action=\""] {
        for part in page.split(attribute).skip(1) {
            let link = part.split('"').next().unwrap_or_default();
            links.push(link.replace("&amp;", "&"));
        }
    }
    links.retain(|link| link.starts_with('/') && !link.starts_with("//"));
    links
}

/// Whether a path is one of an address.
fn leads_to(path: &str, address: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    path.split('/').count() == address.split('/').count()
        && path
            .split('/')
            .zip(address.split('/'))
            .all(|(part, expected)| expected.starts_with('{') || part == expected)
}

#[tokio::test]
async fn no_page_shows_a_value_as_markup_and_links_lead_to_every_page() {
    let site = Site::open().await;
    let poisoned = poison(&site).await;
    assert!(poisoned > 40, "{poisoned} texts are hostile");
    ask_hostile(&site).await;
    let held = site.export().await;
    let text = |table: &str, name: &str| held[table][0][name].as_str().unwrap().to_owned();
    let login = [
        ("public_token", &*site.emulator.public_token()),
        ("connection_id", &*text("sso_connections", "connection_id")),
        ("login_redirect_url", "http://localhost:3000/in"),
        ("signup_redirect_url", "http://localhost:3000/up"),
    ];
    let login = format!("/v1/public/sso/start?{}", query(&login));
    let authorization = [
        ("response_type", "code"),
        ("client_id", &*text("connected_apps", "client_id")),
        ("redirect_uri", "http://localhost:3000/back"),
        ("scope", "openid"),
        ("state", HOSTILE),
    ];
    let authorization = format!("/authorize?{}", query(&authorization));
    let mut next = VecDeque::from(["/".to_owned(), authorization.clone()]);
    for begins in [login, authorization] {
        let begun = site.shown(&begins).await;
        let place = begun.headers()["location"].to_str().unwrap();
        next.push_back(place.to_owned());
    }

    let mut seen = BTreeSet::new();
    let hostile = form_urlencoded::byte_serialize(HOSTILE.as_bytes()).collect::<String>();
    while let Some(path) = next.pop_front() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let response = site.shown(&path).await;
        let headers = response.headers().clone();
        let page = response.text().await.unwrap();
        // key sets, and what is there for forms alone
        let kind = headers
            .get("content-type")
            .and_then(|kind| kind.to_str().ok());
        if !kind.is_some_and(|kind| kind.starts_with("text/html")) {
            continue;
        }
        assert!(is_clean(&page), "{path}: {page}");
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'"), "{path}");
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(headers["cache-control"], "no-store", "{path}");
        next.extend(links(&page));
        // what is looked for is shown again
        if page.contains("role=\"search\"") && !path.contains("q=") {
            let joint = if path.contains('?') { '&' } else { '?' };
            next.push_back(format!("{path}{joint}q={hostile}"));
        }
    }
    let besides = site.besides().await;
    let is_page = |address: &&String| {
        let is_api = address.starts_with("/v1/") || address.starts_with("/.well-known/");
        !is_api && !address.starts_with("/_emulator/")
    };
    for address in besides.iter().filter(is_page) {
        let is_reached = seen.iter().any(|path| leads_to(path, address));
        assert!(is_reached, "no link leads to {address}: {seen:#?}");
    }

    // what a form sends is shown again when it is refused
    for path in [
        "/clock",
        "/faults",
        "/webhooks",
        "/identities",
        "/choose",
        "/keys",
    ] {
        let form =
            ["freeze_at", "status", "url", "email_address", "state"].map(|name| (name, HOSTILE));
        let page = site.told(path, &form).await.text().await.unwrap();
        assert!(is_clean(&page), "{path}: {page}");
    }
}
