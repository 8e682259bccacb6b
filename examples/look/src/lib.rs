//! What the pages of the example apps have in common: the frame, the stylesheet, and the headers that keep
//! others out of them.

#[cfg(feature = "webdriver")]
pub mod webdriver;

use axum::http::{HeaderName, header};
use axum::response::{Html, IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

/// The path of the stylesheet, which [`stylesheet`] serves.
pub const STYLESHEET: &str = "/look.css";

const HEADERS: [(HeaderName, &str); 3] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::CACHE_CONTROL, "no-store"),
];

/// A page of an app.
#[derive(Debug)]
#[must_use = "it is a response"]
pub struct Page {
    app: &'static str,
    title: String,
    navigation: Option<Markup>,
    content: Markup,
    forms: &'static str,
}

impl Page {
    /// A page with its title and what is on it.
    pub fn new(app: &'static str, title: impl Into<String>, content: Markup) -> Self {
        Self {
            app,
            title: title.into(),
            navigation: None,
            content,
            forms: "'self'",
        }
    }

    /// Lets forms lead out of the app, as to an identity provider. Browsers hold the policy against the
    /// redirects that follow a form, too.
    pub fn with_forms_that_lead_out(mut self) -> Self {
        self.forms = "'self' http: https:";
        self
    }

    /// Nothing comes from elsewhere, and nobody frames a page.
    fn policy(&self) -> String {
        format!(
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
             img-src 'self' data:; form-action {}; base-uri 'none'; frame-ancestors 'none'",
            self.forms
        )
    }

    /// Links, and whatever else belongs at the top of it.
    pub fn navigation(mut self, navigation: Markup) -> Self {
        self.navigation = Some(navigation);
        self
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let policy = [(header::CONTENT_SECURITY_POLICY, self.policy())];
        let page = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (self.title) " · " (self.app) }
                    link rel="stylesheet" href=(STYLESHEET);
                }
                body {
                    a.skip href="#content" { "Skip to the content" }
                    header {
                        a.app href="/" { (self.app) }
                        @if let Some(navigation) = self.navigation { (navigation) }
                    }
                    main #content {
                        h1 { (self.title) }
                        (self.content)
                    }
                }
            }
        };
        (HEADERS, policy, Html(page.into_string())).into_response()
    }
}

/// A note that something went well, or did not.
#[must_use]
pub fn note(text: &str) -> Markup {
    html! { p.note role="status" { (text) } }
}

/// Serves the stylesheet.
pub async fn stylesheet() -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "text/css; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=300"),
    ];
    (headers, include_str!("look.css"))
}
