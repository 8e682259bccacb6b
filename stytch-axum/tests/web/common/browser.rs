//! A browser, as far as logins need one: it keeps cookies and follows no redirect by itself.

use std::collections::BTreeMap;

use reqwest::header::{COOKIE, HeaderMap, LOCATION, SET_COOKIE};
use reqwest::{Client, Method, RequestBuilder, StatusCode, redirect};

/// What came back.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Page {
    /// The `Set-Cookie` header for a cookie.
    pub(crate) fn set_cookie(&self, name: &str) -> Option<&str> {
        let mut cookies = self.headers.get_all(SET_COOKIE).iter();
        let cookies = &mut cookies;
        let mut own = cookies.map(|cookie| cookie.to_str().unwrap());
        own.find(|cookie| cookie.split('=').next() == Some(name))
    }

    pub(crate) fn location(&self) -> &str {
        self.headers.get(LOCATION).unwrap().to_str().unwrap()
    }
}

/// A browser at one app.
#[derive(Clone, Debug)]
pub(crate) struct Browser {
    client: Client,
    base: String,
    pub(crate) cookies: BTreeMap<String, String>,
}

impl Browser {
    pub(crate) fn at(base: &str) -> Self {
        let client = Client::builder().redirect(redirect::Policy::none());
        Self {
            client: client.build().unwrap(),
            base: base.to_owned(),
            cookies: BTreeMap::new(),
        }
    }

    /// The query of a link, at the app's own address: mails lead to the port of the settings.
    pub(crate) async fn follow(&mut self, link: &str) -> Page {
        let (_, query) = link.split_once('?').unwrap();
        self.get(&format!("/authenticate?{query}")).await
    }

    pub(crate) async fn get(&mut self, path: &str) -> Page {
        let request = self.request(Method::GET, path);
        self.send(request).await
    }

    /// Sends a form of the app's own page.
    pub(crate) async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Page {
        let request = self
            .request(Method::POST, path)
            .header("sec-fetch-site", "same-origin");
        self.send(with_form(request, form)).await
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(n, v)| format!("{n}={v}"))
            .collect();
        let request = self.client.request(method, format!("{}{path}", self.base));
        match cookies.is_empty() {
            true => request,
            false => request.header(COOKIE, cookies.join("; ")),
        }
    }

    pub(crate) async fn send(&mut self, request: RequestBuilder) -> Page {
        let response = request.send().await.unwrap();
        let page = Page {
            status: response.status(),
            headers: response.headers().clone(),
            text: response.text().await.unwrap(),
        };
        for cookie in page.headers.get_all(SET_COOKIE) {
            let mut parts = cookie.to_str().unwrap().split("; ");
            let (name, value) = parts.next().unwrap().split_once('=').unwrap();
            match parts.any(|part| part == "Max-Age=0") {
                true => self.cookies.remove(name),
                false => self.cookies.insert(name.to_owned(), value.to_owned()),
            };
        }
        page
    }
}

pub(crate) fn with_form(request: RequestBuilder, form: &[(&str, &str)]) -> RequestBuilder {
    let mut text = form_urlencoded::Serializer::new(String::new());
    let text = text.extend_pairs(form).finish();
    let kind = "application/x-www-form-urlencoded";
    request.header("content-type", kind).body(text)
}
