//! May the app? The page for connected apps, where the project's own app has none.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use http::{StatusCode, Uri};
use maud::{Markup, html};
use serde_json::{Value, json};

use super::form::Form;
use super::{Shown, layout};
use crate::call::Call;
use crate::project::{Input, Output};
use crate::random::Random;
use crate::refusal::Refusal;
use crate::rules::apps::browser::{self, Choice, Next};
use crate::rules::apps::scopes::Scope;
use crate::rules::providers::params::Params;
use crate::server;
use crate::shared::Shared;
use crate::state::AppRequest;

/// Where authorization requests begin.
pub(crate) const START: &str = "/authorize";

/// Where people decide.
pub(super) const PATH: &str = "/consent";

const TITLE: &str = "May the app?";

/// The address where authorization requests of a project begin.
pub(crate) fn start_path(project_id: &str) -> String {
    format!("{START}{}", super::query_of(project_id))
}

/// Takes an authorization request up.
pub(super) async fn begin(State(shared): State<Arc<Shared>>, uri: Uri, shown: Shown) -> Response {
    let params = Params::read(uri.query().unwrap_or_default());
    let now = shared.clock.now();
    let output = shown.project.transact(Input::default(), now, 303, |call| {
        let next = browser::begin(call, &params)?;
        Ok(leading(&shown, next))
    });
    led(&shown, &output)
}

/// Asks who it is, or what the app may.
pub(super) async fn ask(State(shared): State<Arc<Shared>>, uri: Uri, shown: Shown) -> Response {
    let params = Params::read(uri.query().unwrap_or_default());
    let mut held = shown.project.state();
    let random = Random::of_request([0; 32], 0);
    let identity = &shown.project.identity;
    let call = Call::looking(&mut held, identity, shared.clock.now(), random);
    let name = params.one("request").ok().flatten().unwrap_or_default();
    let content = browser::waiting(&call, name).and_then(|request| {
        let app = call.state.connected_apps.get(&request.client_id);
        let app = app.map(|app| app.model.client_name.clone());
        let app = app.filter(|name| !name.is_empty());
        let app = app.unwrap_or_else(|| request.client_id.clone());
        let sessions = browser::sessions(call.state, call.now);
        let content = match &request.session_id {
            None => who(&shown, &request, &app, &sessions),
            Some(session_id) => {
                let looked = browser::look(&call, &request, session_id)?;
                let mut sessions = sessions.into_iter();
                let person = sessions.find(|session| session.session_id == *session_id);
                what(&shown, &request, &app, person.as_ref(), &looked.scopes)
            }
        };
        Ok((content, request.redirect_uri.clone()))
    });
    match content {
        Ok((content, url)) => layout::page_back_to(&shown, TITLE, &content, &url),
        Err(refusal) => failed(&shown, &refusal.message, refusal.status),
    }
}

fn who(shown: &Shown, request: &AppRequest, app: &str, sessions: &[Choice]) -> Markup {
    html! {
        p { b { (app) } " wants to act for somebody who is logged in. Who is it?" }
        @if sessions.is_empty() {
            p role="alert" {
                "Nobody is logged in. Log in to your own app, or make a session on the page of a member or user, "
                "and load this page again."
            }
        } @else {
            form method="post" action=(shown.to(PATH)) {
                input type="hidden" name="request" value=(request.name);
                ul.choices {
                    @for session in sessions.iter().take(layout::ROWS) {
                        li {
                            button type="submit" name="session" value=(session.session_id) {
                                b { (session.name) } " " span.soft { (session.place) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn what(
    shown: &Shown,
    request: &AppRequest,
    app: &str,
    person: Option<&Choice>,
    scopes: &[Scope],
) -> Markup {
    html! {
        @if let Some(person) = person {
            p { "You are " b { (person.name) } " " span.soft { (person.place) } }
        }
        p { b { (app) } " wants to:" }
        ul {
            @for scope in scopes {
                li {
                    @if scope.description.is_empty() { code { (scope.scope) } } @else {
                        (scope.description) " " code.soft { (scope.scope) }
                    }
                    @if !scope.is_grantable { " " em { "You can't allow this, so the app won't get it." } }
                }
            }
        }
        p.soft { "Either way you get back to " code { (request.redirect_uri) } "." }
        form method="post" action=(shown.to(PATH)) {
            input type="hidden" name="request" value=(request.name);
            button type="submit" name="decision" value="allow" { "Allow" }
            " "
            button type="submit" name="decision" value="deny" { "Deny" }
        }
    }
}

/// Takes an answer.
pub(super) async fn answer(
    State(shared): State<Arc<Shared>>,
    shown: Shown,
    Form(form): Form,
) -> Response {
    let now = shared.clock.now();
    let output = shown.project.transact(Input::default(), now, 303, |call| {
        let name = form.one("request")?.unwrap_or_default();
        let next = match (form.one("session")?, form.one("decision")?) {
            (Some(session_id), None) => browser::choose(call, name, session_id)?,
            (None, Some("allow")) => browser::decide(call, name, true).map(Next::Return)?,
            (None, Some("deny")) => browser::decide(call, name, false).map(Next::Return)?,
            _ => return Err(Refusal::bad_request("What was decided?")),
        };
        Ok(leading(&shown, next))
    });
    led(&shown, &output)
}

fn leading(shown: &Shown, next: Next) -> Value {
    let url = match next {
        Next::Return(url) => url,
        Next::Ask(name) => {
            let joint = if shown.query.is_empty() { '?' } else { '&' };
            // a token is safe in an address as it is
            format!("{PATH}{}{joint}request={name}", shown.query)
        }
    };
    json!({ "redirect_url": url })
}

/// Leads on, or says why not.
fn led(shown: &Shown, output: &Output) -> Response {
    if let Some(url) = output.redirect_url()
        && let Some(url) = server::location(&url)
    {
        return (StatusCode::SEE_OTHER, super::leading_on(url)).into_response();
    }
    let body = output.json();
    let message = body.get("error_message").and_then(Value::as_str);
    failed(shown, message.unwrap_or_default(), output.status)
}

fn failed(shown: &Shown, message: &str, status: u16) -> Response {
    let content = html! { p role="alert" { (message) } };
    let mut response = layout::page(shown, TITLE, &content);
    if let Ok(status) = StatusCode::from_u16(status) {
        *response.status_mut() = status;
    }
    response
}
