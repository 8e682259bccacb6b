//! Addresses that a browser goes to: where logins at providers begin. The project is named by its public
//! token, and the answer leads on.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use http::{HeaderMap, HeaderValue, Uri, header};
use serde_json::json;

use crate::call::Call;
use crate::emulator::Shared;
use crate::ledger::{self, Entry};
use crate::pages;
use crate::project::{Input, Output};
use crate::refusal::Refusal;
use crate::rules::providers::params::Params;
use crate::rules::providers::start::{self, Next};

/// A login that begins at an address.
#[derive(Clone, Copy, Debug)]
enum Start<'p> {
    Sso,
    /// At the provider of this name.
    Oauth(&'p str),
    DiscoveryOauth(&'p str),
    UserOauth(&'p str),
}

impl<'p> Start<'p> {
    fn at(path: &'p str) -> Option<Self> {
        let parts: Vec<_> = path.trim_start_matches('/').split('/').collect();
        Some(match *parts {
            ["v1", "public", "sso", "start"] => Self::Sso,
            ["v1", "b2b", "public", "oauth", slug, "start"] => Self::Oauth(slug),
            ["v1", "b2b", "public", "oauth", slug, "discovery", "start"] => {
                Self::DiscoveryOauth(slug)
            }
            ["v1", "public", "oauth", slug, "start"] => Self::UserOauth(slug),
            _ => return None,
        })
    }

    /// As the clients call it.
    fn operation(self) -> &'static str {
        match self {
            Self::Sso => "b2b.sso.start",
            Self::Oauth(_) => "b2b.oauth.start",
            Self::DiscoveryOauth(_) => "b2b.oauth.discovery.start",
            Self::UserOauth(_) => "consumer.oauth.start",
        }
    }

    fn run(self, call: &mut Call<'_>, params: &Params) -> Result<Next, Refusal> {
        match self {
            Self::Sso => start::sso(call, params),
            Self::Oauth(slug) => start::member_oauth(call, slug, params),
            Self::DiscoveryOauth(slug) => start::discovery_oauth(call, slug, params),
            Self::UserOauth(slug) => start::user_oauth(call, slug, params),
        }
    }
}

/// `GET` of one of these addresses.
pub(super) async fn start(
    State(shared): State<Arc<Shared>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let caller = super::text(&headers, &header::USER_AGENT).unwrap_or_default();
    let output = begin(&shared, uri.path(), uri.query().unwrap_or_default(), caller);
    let url = output.redirect_url();
    let mut response = super::answer(output);
    if let Some(url) = url
        && let Ok(url) = HeaderValue::from_str(&url)
    {
        response.headers_mut().insert(header::LOCATION, url);
    }
    response
}

/// Begins a login. The answer says where the browser goes.
pub(crate) fn begin(shared: &Shared, path: &str, query: &str, caller: String) -> Output {
    let refused = |refusal: &Refusal| Output::from(refusal, &shared.request_id());
    let Some(start) = Start::at(path) else {
        return refused(&Refusal::new("route_not_found"));
    };
    let params = Params::read(query);
    let token = params.one("public_token");
    let project = match token.and_then(|token| shared.project_of(token)) {
        Ok(project) => project,
        Err(refusal) => return refused(&refusal.of(start.operation())),
    };
    let now = shared.clock.now();
    let output = project.transact(Input::default(), now, 302, |call| {
        let next = start.run(call, &params);
        let url = match next.map_err(|refusal| refusal.of(start.operation()))? {
            Next::Choose(state) => pages::chooser_path(&call.identity.project_id, &state),
            Next::Return(url) => url,
        };
        Ok(json!({ "redirect_url": url }))
    });
    project.ledger.add(Entry {
        at: now,
        operation: start.operation(),
        verb: "GET".to_owned(),
        path: path.to_owned(),
        caller,
        status: output.status,
        body: ledger::redacted(&params.to_json()),
        // where it leads has a token in it
        answer: match output.redirect_url() {
            Some(_) => json!({ "redirect_url": "***" }),
            None => output.json(),
        },
        notes: Vec::new(),
    });
    output
}
