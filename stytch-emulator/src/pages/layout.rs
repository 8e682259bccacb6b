//! What all pages have in common.

use aws_lc_rs::digest::{SHA256, digest};
use axum::response::{Html, IntoResponse, Response};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use http::{HeaderValue, header};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde::Serialize;
use stytch_core::Timestamp;

use super::{Shown, messages, mint};

/// Nothing comes from elsewhere, and no script but the one of the page runs.
fn policy(forms: &str) -> String {
    let [live, copy] = [messages::SCRIPT, mint::SCRIPT].map(|script| {
        let digest = digest(&SHA256, script.as_bytes());
        BASE64_STANDARD.encode(digest)
    });
    format!(
        "default-src 'none'; style-src 'unsafe-inline'; connect-src 'self'; \
         script-src 'sha256-{live}' 'sha256-{copy}'; base-uri 'none'; form-action {forms}; frame-ancestors 'none'"
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

fn whole(shown: &Shown, title: &str, content: &Markup, forms: &str) -> Response {
    let query = &shown.query;
    let link = |href: &str, name: &str| {
        html! {
            li {
                a href=(format!("{href}{query}")) aria-current=[(name == title).then_some("page")] {
                    (name)
                }
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
                    nav aria-label="Pages" {
                        ul {
                            (link("/", "Messages"))
                            (link("/organizations", "Organizations"))
                            (link("/users", "Users"))
                            (link("/requests", "Requests"))
                            (link("/webhooks", "Webhooks"))
                            (link("/faults", "Faults"))
                            (link("/clock", "Clock"))
                            (link("/keys", "Keys"))
                        }
                    }
                    p.project { code { (shown.project.identity.project_id) } }
                }
                main #content {
                    h1 { (title) }
                    (content)
                }
            }
        }
    };
    let mut response = Html(page.into_string()).into_response();
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy(forms)) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    let nothing = HeaderValue::from_static("no-store");
    headers.insert(header::CACHE_CONTROL, nothing);
    let none = HeaderValue::from_static("no-referrer");
    headers.insert(header::REFERRER_POLICY, none);
    response
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
        p.soft {
            (found) " found"
            @if found > ROWS { ", the first " (ROWS) " are shown" }
        }
    }
}

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

/// A page about something that is not there.
pub(super) fn missing(shown: &Shown, what: &str) -> Response {
    let content = html! { p { "There is no such " (what) "." } };
    let mut response = page(shown, "Not found", &content);
    *response.status_mut() = http::StatusCode::NOT_FOUND;
    response
}
