//! What all pages have in common.

use aws_lc_rs::digest::{SHA256, digest};
use axum::response::{Html, IntoResponse, Response};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use http::{HeaderName, HeaderValue, StatusCode, header};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde::Serialize;
use stytch_core::Timestamp;
use url::Url;

use super::{Shown, scripts};
use crate::control::Mistake;

/// Nothing comes from elsewhere, and no script but those of the pages runs.
fn policy(forms: &str) -> String {
    let scripts: String = scripts::ALL
        .iter()
        .map(|script| {
            let digest = digest(&SHA256, script.as_bytes());
            format!(" 'sha256-{}'", BASE64_STANDARD.encode(digest))
        })
        .collect();
    format!(
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'; \
         script-src{scripts}; base-uri 'none'; form-action {forms}; frame-ancestors 'none'"
    )
}

const STYLE: &str = include_str!("style.css");

/// A page with its title and what is on it.
pub(super) fn page(shown: &Shown, title: &str, content: &Markup) -> Response {
    whole(shown, title, content, "'self'")
}

/// A page with a form that leads back to the app. Browsers hold the policy against all the redirects that
/// follow, those of the app included, wherever on this machine or in its settings they lead.
pub(super) fn page_back(shown: &Shown, title: &str, content: &Markup) -> Response {
    whole(shown, title, content, "'self' http: https:")
}

/// The pages, as the navigation groups them.
const GROUPS: [(&str, &[(&str, &str)]); 4] = [
    (
        "What happens",
        &[
            ("/", "Messages"),
            ("/requests", "Requests"),
            ("/webhooks", "Webhooks"),
        ],
    ),
    (
        "Who is there",
        &[
            ("/organizations", "Organizations"),
            ("/connections", "Connections"),
            ("/members", "Members"),
            ("/users", "Users"),
            ("/sessions", "Sessions"),
            ("/identities", "Identities"),
        ],
    ),
    (
        "What may be done",
        &[
            ("/m2m-clients", "M2M clients"),
            ("/connected-apps", "Connected apps"),
            ("/roles", "Roles"),
        ],
    ),
    (
        "What you can do",
        &[
            ("/mint", "Mint a session"),
            ("/devices", "Devices"),
            ("/faults", "Faults"),
            ("/clock", "Clock"),
            ("/keys", "Keys"),
            ("/projects", "Projects"),
        ],
    ),
];
/// The same where the address in the app is known, which may have a scheme of the app's own.
pub(super) fn page_back_to(shown: &Shown, title: &str, content: &Markup, url: &str) -> Response {
    let scheme = url.split_once(':').map(|(scheme, _)| scheme);
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "+-.".contains(letter);
    let scheme = scheme.filter(|scheme| scheme.chars().all(is_letter));
    let forms = format!("'self' http: https: {}:", scheme.unwrap_or("https"));
    whole(shown, title, content, &forms)
}

fn whole(shown: &Shown, title: &str, content: &Markup, forms: &str) -> Response {
    let link = |href: &str, name: &str| {
        html! {
            li {
                a href=(shown.to(href)) aria-current=[(name == title).then_some("page")] { (name) }
            }
        }
    };
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · stytch-emulator" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#content" { "Skip to the content" }
                header {
                    p.name { "stytch-emulator" }
                    p.project { (shown.project.identity.project_id) }
                    // on a phone, the pages are a button away
                    button.menu type="button" popovertarget="pages" { "Pages" }
                }
                nav #pages popover aria-label="Pages" {
                    @for (group, pages) in GROUPS {
                        p { (group) }
                        ul aria-label=(group) { @for (href, name) in pages { (link(href, name)) } }
                    }
                }
                main #content tabindex="-1" {
                    h1 { (title) }
                    (content)
                }
            }
        }
    };
    let mut response = Html(visible(&page.into_string())).into_response();
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy(forms)) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

const HEADERS: [(HeaderName, &str); 3] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
];

/// A page on which letters that nobody sees are written out: they could turn round what stands beside them,
/// or hide something. None of them is markup.
fn visible(page: &str) -> String {
    let is_hidden = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    if !page.contains(is_hidden) {
        return page.to_owned();
    }
    let mut text = String::with_capacity(page.len());
    for c in page.chars() {
        match is_hidden(c) {
            true => text.extend(c.escape_unicode()),
            false => text.push(c),
        }
    }
    text
}

/// How many rows a list shows; who looks for more searches.
pub(super) const ROWS: usize = 200;

/// A field to search a list with.
pub(super) fn search(shown: &Shown, text: &str) -> Markup {
    let project = &shown.project.identity.project_id;
    html! {
        form.search role="search" method="get" {
            @if !shown.query.is_empty() { input type="hidden" name="project" value=(project); }
            input type="search" name="q" value=(text) aria-label="Search for a part of a name or an id";
            button type="submit" { "Search" }
        }
    }
}

/// How much of a list is shown.
pub(super) fn extent(found: usize) -> Markup {
    html! {
        p #extent .soft role="status" {
            (found) " found"
            @if found > ROWS { ", the first " (ROWS) " are shown" }
        }
    }
}

/// A list with a field to search it: what its columns are called, and a row of cells for each that was
/// found.
pub(super) fn list<T>(
    (shown, sought): (&Shown, &str),
    columns: &[&str],
    found: &[T],
    row: impl Fn(&T) -> Markup,
) -> Markup {
    html! {
        (search(shown, sought))
        (extent(found.len()))
        @if !found.is_empty() { (table(columns, found, row)) }
    }
}

/// A table, which can be moved on a narrow screen.
pub(super) fn table<T>(columns: &[&str], rows: &[T], row: impl Fn(&T) -> Markup) -> Markup {
    html! {
        div.scroll tabindex="0" role="group" aria-label="Table" {
            table {
                thead {
                    tr {
                        @for column in columns {
                            @if column.is_empty() { td {} } @else { th scope="col" { (column) } }
                        }
                    }
                }
                tbody { @for one in rows.iter().take(ROWS) { tr { (row(one)) } } }
            }
        }
    }
}

/// A field of a form, with its label and what there is to say about it.
pub(super) fn field(name: &str, label: &str, kind: &str, hint: &str) -> Markup {
    let hint_id = format!("{name}-hint");
    html! {
        label for=(name) { (label) }
        input id=(name) name=(name) type=(kind) autocomplete="off"
            min=[(kind == "number").then_some(0)]
            aria-describedby=[(!hint.is_empty()).then_some(&hint_id)];
        @if !hint.is_empty() { p.soft id=(hint_id) { (hint) } }
    }
}

/// An address that leads somewhere if it is one that a browser goes to, and runs nothing.
pub(super) fn link(address: &str) -> Markup {
    let url = Url::parse(address).ok();
    let url = url.filter(|url| !RUNNING.contains(&url.scheme()));
    html! {
        @match url {
            Some(url) => { a href=(url) rel="noreferrer" { (address) } }
            None => { (address) }
        }
    }
}

/// Schemes of addresses that run something in the page, or read it.
const RUNNING: [&str; 6] = ["javascript", "data", "vbscript", "blob", "file", "about"];

/// A time for people: the day and the second.
pub(super) fn time(time: Timestamp) -> Markup {
    let exact = time.to_string();
    let shown = exact.get(..19).unwrap_or(&exact).replace('T', " ");
    html! { time datetime=(exact) { (shown) } }
}

/// What the API shows of something.
pub(super) fn json<T: Serialize>(value: &T) -> Markup {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    html! { pre { (text) } }
}

/// A page that says why something was not done.
pub(super) fn refused(shown: &Shown, mistake: &Mistake) -> Response {
    let content = html! { p.mistake role="alert" { (mistake.message) } };
    let mut response = page(shown, "That did not work", &content);
    *response.status_mut() = mistake.status;
    response
}

/// A page about something that is not there.
pub(super) fn missing(shown: &Shown, what: &str) -> Response {
    let content = html! { p { "There is no such " (what) "." } };
    let mut response = page(shown, "Not found", &content);
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}
