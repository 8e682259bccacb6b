//! The settings of an organization, for those whose role permits it.

use axum::Form;
use axum::extract::State;
use axum::response::Redirect;
use look::Page;
use maud::html;
use serde::Deserialize;
use stytch_axum::b2b::{Auth, MemberSession};
use stytch_axum::permission;
use stytch_axum::web::Refusal;
use stytch_b2b::organizations::{GetRequest, MfaPolicy, UpdateRequest};

use crate::frame;

permission!(pub(crate) Rename = "stytch.organization", "update.info.name");
permission!(pub(crate) SetMfaPolicy = "stytch.organization", "update.settings.mfa-policy");

pub(crate) async fn page(
    State(auth): State<Auth>,
    session: MemberSession<Rename>,
) -> Result<Page, Refusal> {
    let request = GetRequest::new(&session.organization_id);
    let organization = auth
        .client()
        .organizations()
        .get(request)
        .await?
        .organization;
    let demands_mfa = organization.mfa_policy == MfaPolicy::RequiredForAll;
    Ok(frame::inside(
        &session,
        "Settings",
        html! {
            form.card method="post" {
                label {
                    "Name of the organization"
                    input name="organization_name" value=(organization.organization_name) required maxlength="128";
                }
                label {
                    input type="checkbox" name="mfa" value="true" checked[demands_mfa];
                    "Everybody needs a second factor"
                }
                button { "Save" }
            }
            div.card {
                h2 { "Single sign-on" }
                @if organization.sso_active_connections.is_empty() {
                    p.soft { "No identity provider is connected." }
                } @else {
                    ul.list {
                        @for connection in &organization.sso_active_connections {
                            li {
                                span.grow { (connection.display_name) }
                                code { (connection.connection_id) }
                            }
                        }
                    }
                }
            }
        },
    ))
}

#[derive(Deserialize)]
pub(crate) struct Settings {
    organization_name: String,
    #[serde(default)]
    mfa: bool,
}

pub(crate) async fn update(
    State(auth): State<Auth>,
    session: MemberSession<(Rename, SetMfaPolicy)>,
    Form(settings): Form<Settings>,
) -> Result<Redirect, Refusal> {
    let request = UpdateRequest::new(&session.organization_id)
        .organization_name(settings.organization_name)
        .mfa_policy(if settings.mfa {
            MfaPolicy::RequiredForAll
        } else {
            MfaPolicy::Optional
        });
    session
        .as_member(auth.client().organizations().update(request))
        .await?;
    Ok(Redirect::to("/settings"))
}
