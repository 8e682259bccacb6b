//! Addresses that a browser goes to: where logins at providers begin. The project is named by its public
//! token, and the answer leads on.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::Response;
use serde_json::json;
use stytch_core::Timestamp;

use super::{endpoints, exchange};
use crate::call::Call;
use crate::ledger::Sent;
use crate::pages;
use crate::project::{Input, Output, Project};
use crate::refusal::Refusal;
use crate::route::Endpoint;
use crate::rules::providers::login::Next;
use crate::rules::providers::params::Params;
use crate::rules::providers::starts;
use crate::shared::Shared;

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

    fn endpoint(self) -> Endpoint {
        match self {
            Self::Sso => endpoints::SSO_START,
            Self::Oauth(_) => endpoints::OAUTH_START,
            Self::DiscoveryOauth(_) => endpoints::DISCOVERY_OAUTH_START,
            Self::UserOauth(_) => endpoints::USER_OAUTH_START,
        }
    }

    fn run(self, call: &mut Call<'_>, params: &Params) -> Result<Next, Refusal> {
        match self {
            Self::Sso => starts::sso(call, params),
            Self::Oauth(slug) => starts::member_oauth(call, slug, params),
            Self::DiscoveryOauth(slug) => starts::discovery_oauth(call, slug, params),
            Self::UserOauth(slug) => starts::user_oauth(call, slug, params),
        }
    }
}

/// `GET` of one of these addresses.
pub(super) async fn start(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    let uri = &head.uri;
    let begun = Begun::at(&shared, uri.path(), uri.query().unwrap_or_default());
    let begun = match begun {
        Ok(begun) => begun,
        Err(refusal) => return exchange::refused(&shared, &refusal),
    };
    let endpoint = begun.start.endpoint();
    let arrived = exchange::arrived(&shared, endpoint, &head, Sent::Query);
    exchange::answered(&shared, &begun.project, arrived, |exchange, allowed| {
        begun.run(exchange.at, allowed)
    })
    .await
}

/// Begins a login for somebody who is no browser. The answer says where one would go; no fault gets in the
/// way.
pub(crate) fn begin(shared: &Shared, path: &str, query: &str) -> Output {
    match Begun::at(shared, path, query) {
        Ok(begun) => begun.run(shared.clock.now(), Ok(())),
        Err(refusal) => Output::from(&refusal, &shared.request_id()),
    }
}

/// A login that somebody has begun.
struct Begun<'p> {
    start: Start<'p>,
    params: Params,
    project: Arc<Project>,
}

impl<'p> Begun<'p> {
    fn at(shared: &Shared, path: &'p str, query: &str) -> Result<Self, Refusal> {
        let start = Start::at(path).ok_or_else(|| Refusal::new("route_not_found"))?;
        let params = Params::read(query);
        let token = params.one("public_token");
        let project = token.and_then(|token| shared.project_of(token));
        Ok(Self {
            start,
            project: project.map_err(|refusal| refusal.of(start.endpoint().operation))?,
            params,
        })
    }

    /// The answer says where the browser goes.
    fn run(&self, now: Timestamp, allowed: Result<(), Refusal>) -> Output {
        self.project.transact(Input::default(), now, 302, |call| {
            let next = allowed.and_then(|()| self.start.run(call, &self.params));
            let next = next.map_err(|refusal| refusal.of(self.start.endpoint().operation))?;
            let url = match next {
                Next::Choose(state) => pages::chooser_path(&call.identity.project_id, &state),
                Next::Return(url) => url,
            };
            Ok(json!({ "redirect_url": url }))
        })
    }
}
