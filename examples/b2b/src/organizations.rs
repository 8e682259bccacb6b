//! Choosing an organization, founding one, going over to another.

use axum::extract::State;
use look::Page;
use maud::html;
use stytch_axum::b2b::{Auth, Intermediate, MemberSession};
use stytch_axum::web::{Reason, Refusal};
use stytch_b2b::discovery::{DiscoveredOrganization, MembershipType};

use crate::frame;

pub(crate) async fn page(
    State(auth): State<Auth>,
    login: Option<Intermediate>,
    session: Option<MemberSession>,
) -> Result<Page, Refusal> {
    let found = match (&login, &session) {
        (Some(login), _) => login.organizations().await?,
        (None, Some(session)) => auth.organizations(session).await?,
        (None, None) => return Err(Refusal::new(Reason::LoginRequired)),
    };
    let here = session.as_ref().map(|session| &session.organization_id);
    let mut organizations = found.discovered_organizations;
    organizations.retain(|found| found.organization.as_ref().map(|o| &o.organization_id) != here);
    let content = html! {
        p.soft { "You are " (found.email_address) "." }
        @if !organizations.is_empty() {
            div.card { ul.list { @for found in &organizations { (entry(found)) } } }
        }
        @if login.is_some() {
            form.card method="post" action="/authenticate/organization/new" {
                h2 { "Found an organization" }
                label { "Its name" input name="organization_name" required maxlength="128"; }
                button { "Found it" }
            }
        }
    };
    Ok(match session.filter(|_| login.is_none()) {
        Some(session) => frame::inside(&session, "Your organizations", content),
        None => frame::page("Where to?", content),
    })
}

fn entry(found: &DiscoveredOrganization) -> maud::Markup {
    let kind = found
        .membership
        .as_ref()
        .map(|membership| &membership.r#type);
    let (word, verb) = match kind {
        Some(MembershipType::ActiveMember) => ("member", "Enter"),
        Some(MembershipType::InvitedMember) => ("invited", "Accept"),
        Some(MembershipType::PendingMember) => ("pending", "Enter"),
        _ => ("open to you", "Join"),
    };
    html! {
        @if let Some(organization) = &found.organization {
            li {
                span.grow { (organization.organization_name) " " span.tag { (word) } }
                form method="post" action="/authenticate/organization" {
                    input type="hidden" name="organization_id" value=(organization.organization_id);
                    button.quiet { (verb) }
                }
            }
        }
    }
}
