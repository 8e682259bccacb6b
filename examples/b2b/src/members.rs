//! The people of an organization: invitations and roles.

use axum::Form;
use axum::extract::State;
use axum::response::Redirect;
use look::Page;
use maud::html;
use serde::Deserialize;
use stytch_axum::b2b::{Auth, MemberSession};
use stytch_axum::permission;
use stytch_axum::web::Refusal;
use stytch_b2b::magic_links::email::InviteRequest;
use stytch_b2b::organizations::members::{SearchRequest, UpdateRequest};

use crate::frame;

permission!(pub(crate) InviteMembers = "stytch.member", "create");
permission!(pub(crate) SetRoles = "stytch.member", "update.settings.roles");

const ADMIN: &str = "stytch_admin";

pub(crate) async fn page(
    State(auth): State<Auth>,
    session: MemberSession,
) -> Result<Page, Refusal> {
    let request = SearchRequest::new([&session.organization_id]);
    let members = auth
        .client()
        .organizations()
        .members()
        .search(request)
        .await?
        .members;
    let may_invite = session
        .require_permission("stytch.member", "create")
        .await
        .is_ok();
    Ok(frame::inside(
        &session,
        "Members",
        html! {
            div.card { ul.list {
                @for member in &members {
                    li {
                        span.grow {
                            (member.email_address) " "
                            @for role in &member.roles { span.tag { (role.role_id) } }
                            span.soft { (member.status) }
                        }
                        @if may_invite && member.member_id != session.member_id {
                            form method="post" action="/members/roles" {
                                input type="hidden" name="member_id" value=(member.member_id);
                                input type="hidden" name="admin" value=(!member.is_admin);
                                button.quiet { @if member.is_admin { "Make a member" } @else { "Make an admin" } }
                            }
                        }
                    }
                }
            } }
            @if may_invite {
                form.card method="post" {
                    h2 { "Invite somebody" }
                    label { "Address" input type="email" name="email" required autocomplete="off"; }
                    button { "Send an invitation" }
                }
            }
        },
    ))
}

#[derive(Deserialize)]
pub(crate) struct Invitation {
    email: String,
}

pub(crate) async fn invite(
    State(auth): State<Auth>,
    session: MemberSession<InviteMembers>,
    Form(invitation): Form<Invitation>,
) -> Result<Redirect, Refusal> {
    let request = InviteRequest::new(&session.organization_id, invitation.email)
        .invited_by_member_id(&session.member_id);
    let invite = auth.client().magic_links().email().invite(request);
    session.as_member(invite).await?;
    Ok(Redirect::to("/members"))
}

#[derive(Deserialize)]
pub(crate) struct Roles {
    member_id: String,
    admin: bool,
}

pub(crate) async fn set_roles(
    State(auth): State<Auth>,
    session: MemberSession<SetRoles>,
    Form(roles): Form<Roles>,
) -> Result<Redirect, Refusal> {
    let request = UpdateRequest::new(&session.organization_id, roles.member_id)
        .roles(roles.admin.then_some(ADMIN));
    session
        .as_member(auth.client().organizations().members().update(request))
        .await?;
    Ok(Redirect::to("/members"))
}
