//! Logging in and out.

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use look::Page;
use maud::{Markup, html};
use serde::Deserialize;
use stytch_axum::Next;
use stytch_axum::b2b::{Auth, MemberSession, Outcome, Pending, SameOrigin};
use stytch_axum::callbacks::{Cause, Failure, Flow, PasswordReset};
use stytch_axum::web::Refusal;
use stytch_b2b::magic_links::email::discovery::SendRequest;
use stytch_b2b::organizations::{AuthMethod, GetRequest};
use stytch_b2b::{Pkce, oauth, sso};

use crate::frame;

/// Where the mails of the emulator are shown.
#[derive(Clone)]
pub(crate) struct Mails(pub(crate) Option<String>);

pub(crate) async fn page(next: Next) -> Page {
    frame::page("Log in or sign up", html! {
        div.card.narrow {
            form method="post" {
                input type="hidden" name="next" value=(next);
                label { "Your address" input type="email" name="email" required autocomplete="email"; }
                button.wide { "Send me a link" }
            }
            p.or { "or" }
            p { a.button.quiet.wide href=(next.behind("/login/google")) { "Continue with Google" } }
            p.or { "or by your company" }
            form action="/login/sso" {
                input type="hidden" name="next" value=(next);
                label { "Organization" input name="organization" required placeholder="acme"; }
                button.quiet.wide { "Continue with single sign-on" }
            }
        }
    })
    .with_forms_that_lead_out()
}

#[derive(Deserialize)]
pub(crate) struct SendLink {
    email: String,
    next: String,
}

pub(crate) async fn send_link(
    State(auth): State<Auth>,
    Extension(Mails(mails)): Extension<Mails>,
    _: SameOrigin,
    Form(form): Form<SendLink>,
) -> Result<impl IntoResponse, Refusal> {
    let request = SendRequest::new(&form.email);
    auth.client()
        .magic_links()
        .email()
        .discovery()
        .send(request)
        .await?;
    let page = frame::page(
        "Look into your mails",
        html! {
            div.card {
                p { "A link is on its way to " strong { (form.email) } "." }
                @if let Some(mails) = mails {
                    p { a href=(mails) { "It is here, with the emulator" } }
                }
            }
        },
    );
    Ok((
        auth.start()
            .next(&Next::parse(&form.next).unwrap_or_default()),
        page,
    ))
}

pub(crate) async fn google(
    State(auth): State<Auth>,
    next: Next,
) -> Result<impl IntoResponse, Refusal> {
    let pkce = Pkce::new();
    let link = oauth::discovery::StartLink::new("google").pkce_code_challenge(pkce.challenge());
    let link = auth.client().oauth().discovery().start(link)?;
    Ok((
        auth.start().pkce(Flow::DiscoveryOAuth, &pkce).next(&next),
        Redirect::to(link.as_str()),
    ))
}

#[derive(Deserialize)]
pub(crate) struct Sso {
    organization: String,
}

pub(crate) async fn sso(
    State(auth): State<Auth>,
    Query(asked): Query<Sso>,
    next: Next,
) -> Result<impl IntoResponse, Refusal> {
    let request = GetRequest::new(asked.organization);
    let found = auth.client().organizations().get(request).await?;
    let pkce = Pkce::new();
    let link = sso::StartDefaultLink::new(found.organization.organization_id)
        .pkce_code_challenge(pkce.challenge());
    let link = auth.client().sso().start_default(link)?;
    Ok((
        auth.start().pkce(Flow::Sso, &pkce).next(&next),
        Redirect::to(link.as_str()),
    ))
}

/// All that comes back: links, logins at providers, forms.
pub(crate) async fn finish(outcome: Outcome, next: Next) -> Response {
    match outcome {
        Outcome::LoggedIn(_) => next.into_response(),
        Outcome::Discovered(_) => Redirect::to("/organizations").into_response(),
        Outcome::MfaRequired(_) => Redirect::to("/second-factor").into_response(),
        Outcome::PrimaryRequired(pending) => another_login(&pending).into_response(),
        Outcome::PasswordReset(reset) => new_password(&reset).into_response(),
        Outcome::Failed(failure) => (failure.status(), failed(&failure)).into_response(),
        _ => Redirect::to("/login").into_response(),
    }
}

/// The organization wants to be shown something else than what was shown.
fn another_login(pending: &Pending) -> Page {
    let slug = pending.organization_slug();
    frame::page(
        "One more step",
        html! {
            div.card {
                p { strong { (slug) } " wants you to log in in one of these ways:" }
                @for method in pending.allowed_auth_methods() {
                    @match method {
                        AuthMethod::Sso => p {
                            a.button href={ "/login/sso?organization=" (slug) } { "Single sign-on" }
                        }
                        other => p.soft { (other) ", which this example does not show" }
                    }
                }
            }
        },
    )
}

fn new_password(reset: &PasswordReset) -> Page {
    frame::page(
        "Choose a password",
        html! {
            form.card.narrow method="post" action="/authenticate/password" {
                input type="hidden" name="flow" value=(reset.flow_name());
                input type="hidden" name="token" value=(reset.token().expose());
                label {
                    "New password"
                    input type="password" name="password" required autocomplete="new-password";
                }
                button.wide { "Save and log in" }
            }
        },
    )
}

fn failed(failure: &Failure) -> Page {
    let on: Markup = match (failure.cause(), failure.password_reset()) {
        (_, Some(_)) => html! { p { "Go back, and choose another one." } },
        (Cause::WrongCode, _) => crate::second_factor::code_form("/authenticate/totp"),
        _ => html! { p { a.button href="/login" { "Log in" } } },
    };
    frame::page(
        "That did not work",
        html! {
            (look::note(&failure.to_string()))
            (on)
        },
    )
}

pub(crate) async fn log_out(State(auth): State<Auth>, session: MemberSession) -> impl IntoResponse {
    let (cookies, revoked) = auth.logout(&session).await;
    let page = match revoked {
        Ok(()) => Redirect::to("/").into_response(),
        Err(error) => Refusal::from(error).into_response(),
    };
    (cookies, page)
}
