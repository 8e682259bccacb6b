//! Who is it? The page in place of Google, Okta and all the others.

use std::sync::Arc;

use axum::extract::{RawForm, State};
use axum::response::{IntoResponse as _, Response};
use http::{StatusCode, Uri};
use maud::{Markup, html};
use serde_json::{Value, json};

use super::{Shown, identities, layout};
use crate::call::Call;
use crate::project::Input;
use crate::refusal::Refusal;
use crate::rules::providers::identity::ProviderIdentity;
use crate::rules::providers::login;
use crate::rules::providers::params::Params;
use crate::server;
use crate::shared::Shared;
use crate::state::{ProviderAim, ProviderLogin, SsoConnection, State as Held};

/// Where it is.
pub(crate) const PATH: &str = "/choose";

/// Its address for a login that waits.
pub(crate) fn path(project_id: &str, state: &str) -> String {
    let state = form_urlencoded::Serializer::new(String::new())
        .append_pair("state", state)
        .finish();
    format!("{PATH}?{}&{state}", super::project_pair(project_id))
}

/// Asks who it is.
pub(super) async fn ask(State(shared): State<Arc<Shared>>, uri: Uri, shown: Shown) -> Response {
    let params = Params::read(uri.query().unwrap_or_default());
    let state = match params.one("state") {
        Ok(state) => state.unwrap_or_default().to_owned(),
        Err(refusal) => return failed(&shown, "", &refusal.message, refusal.status),
    };
    let held = shown.project.state();
    let login = held.provider_logins.get(&state);
    match login.filter(|login| login.expires_at > shared.clock.now()) {
        None => failed(&shown, "", OVER, 404),
        Some(login) => page(&shown, &held, login, None),
    }
}

const OVER: &str = "This login is over, or was never begun. Start it again in the app.";

/// Takes the answer, and leads back to the app.
pub(super) async fn choose(
    State(shared): State<Arc<Shared>>,
    shown: Shown,
    RawForm(form): RawForm,
) -> Response {
    let form = Params::read(&String::from_utf8_lossy(&form));
    let now = shared.clock.now();
    let output = shown.project.transact(Input::default(), now, 303, |call| {
        let state = form.one("state")?.unwrap_or_default();
        let identity = answered(call, &form)?;
        let url = login::choose(call, state, identity)?;
        Ok(json!({ "redirect_url": url }))
    });
    if let Some(url) = output.redirect_url()
        && let Some(url) = server::location(&url)
    {
        return (StatusCode::SEE_OTHER, super::leading_on(url)).into_response();
    }
    let body = output.json();
    let said = |name: &str| body.get(name).and_then(Value::as_str);
    let state = form.one("state").ok().flatten().unwrap_or_default();
    failed(
        &shown,
        state,
        &format!(
            "{} ({})",
            said("error_message").unwrap_or_default(),
            said("error_type").unwrap_or_default()
        ),
        output.status,
    )
}

/// Whom somebody has picked or typed.
fn answered(call: &Call<'_>, form: &Params) -> Result<ProviderIdentity, Refusal> {
    if let Some(subject) = form.one("identity")? {
        let found = call.state.identities.get(subject);
        let found = found.ok_or_else(|| Refusal::bad_request("There is nobody like that."));
        return found.map(|found| (**found).clone());
    }
    identities::typed(form)
}

/// Says what went wrong; the person may try as somebody else if the login still waits.
fn failed(shown: &Shown, state: &str, message: &str, status: u16) -> Response {
    let held = shown.project.state();
    let mut response = match held.provider_logins.get(state) {
        Some(login) => page(shown, &held, login, Some(message)),
        None => {
            let content = html! { p role="alert" { (message) } };
            layout::page_back(shown, "Who is it?", &content)
        }
    };
    if let Ok(status) = StatusCode::from_u16(status) {
        *response.status_mut() = status;
    }
    response
}

fn page(shown: &Shown, held: &Held, login: &ProviderLogin, mistake: Option<&str>) -> Response {
    let action = shown.to(PATH);
    let state = html! { input type="hidden" name="state" value=(login.state); };
    let is_sso = matches!(login.aim, ProviderAim::Sso { .. });
    let has_tenants = matches!(
        login.aim,
        ProviderAim::Oauth { .. } | ProviderAim::DiscoveryOauth { .. }
    );
    let content = html! {
        p { "In production, " b { (place(held, login)) } " would ask. Here you say who it is." }
        @if let Some(mistake) = mistake {
            p.mistake role="alert" { (mistake) }
        }
        @if held.identities.len() > 0 {
            form method="post" action=(action) {
                (state)
                h2 #known { "Somebody who is known" }
                ul.choices aria-labelledby="known" {
                    @for identity in held.identities.iter() {
                        li { (choice(identity)) }
                    }
                }
            }
        }
        form.fields method="post" action=(action) {
            (state)
            h2 { "Somebody else" }
            (identities::fields(is_sso, has_tenants))
            button type="submit" { "Log in" }
        }
    };
    layout::page_back(shown, "Who is it?", &content)
}

fn choice(identity: &ProviderIdentity) -> Markup {
    html! {
        button type="submit" name="identity" value=(identity.subject) {
            b { @if identity.name.is_empty() { (identity.email_address) } @else { (identity.name) } }
            @if !identity.name.is_empty() {
                " "
                span.soft { (identity.email_address) }
            }
        }
    }
}

/// What the provider is called.
fn place(held: &Held, login: &ProviderLogin) -> String {
    match &login.aim {
        ProviderAim::Oauth { provider, .. }
        | ProviderAim::DiscoveryOauth { provider }
        | ProviderAim::UserOauth { provider, .. } => provider.name().to_owned(),
        ProviderAim::Sso { connection_id } => {
            let connection = held.sso_connections.get(connection_id);
            let (name, provider) = match connection.map(|connection| &**connection) {
                Some(SsoConnection::Saml(saml)) => {
                    (&*saml.display_name, saml.identity_provider.as_str())
                }
                Some(SsoConnection::Oidc(oidc)) => {
                    (&*oidc.display_name, oidc.identity_provider.as_str())
                }
                Some(SsoConnection::External(external)) => (&*external.display_name, ""),
                None => ("", ""),
            };
            let name = if name.is_empty() { provider } else { name };
            match name {
                "" | "generic" => "the identity provider of the organization".to_owned(),
                name => name.to_owned(),
            }
        }
    }
}
