//! Whom the providers know.

use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};

use super::form::{Form, Sought, back_to};
use super::{Shown, layout};
use crate::refusal::Refusal;
use crate::rules::providers::identity::ProviderIdentity;
use crate::rules::providers::params::Params;
use crate::rules::search::contains;
use crate::state::Record as _;

pub(super) async fn list(Sought(sought): Sought, shown: Shown) -> Response {
    let state = shown.project.state();
    let is_found = |identity: &ProviderIdentity| {
        let texts = [&identity.subject, &identity.email_address, &identity.name];
        texts.into_iter().any(|text| contains(text, &sought))
    };
    let found = state.identities.iter();
    let found: Vec<_> = found.filter(|identity| is_found(identity)).collect();
    let columns = ["Email", "Name", "Groups", "Tenants", "Subject", ""];
    let content = html! {
        p { "People as Google, Okta and all the others know them. The page that stands for a provider offers them, and a login hint means them." }
        (layout::list((&shown, &sought), &columns, &found, |identity| html! {
            td { (identity.email_address) @if !identity.email_verified { " (not vouched for)" } }
            td { (identity.name) }
            td { (identity.groups.join(", ")) }
            td { (identity.tenants.join(", ")) }
            td { code { (identity.subject) } }
            td {
                form method="post" action=(shown.to_one_below("/identities", identity.id(), "forget")) {
                    button type="submit" aria-label=(format!("Forget {}", identity.email_address)) { "Forget" }
                }
            }
        }))
        h2 { "Somebody more" }
        form.fields method="post" action=(shown.to("/identities")) {
            (fields(true, true))
            button type="submit" { "Add" }
        }
    };
    layout::page(&shown, "Identities", &content)
}

pub(super) async fn add(shown: Shown, form: Form) -> Response {
    let added = typed(&form.0).and_then(|identity| {
        identity.check()?;
        shown.project.change(|state| {
            state.identities.put(identity);
            Ok(())
        })
    });
    match added {
        Ok(()) => back_to("/identities", &shown),
        Err(refusal) => layout::refused(&shown, &refusal.into()),
    }
}

pub(super) async fn forget(shown: Shown, Path(subject): Path<String>, _: Form) -> Response {
    let forgotten = shown.project.change(|state| {
        let forgotten = state.identities.remove(&subject);
        forgotten
            .map(drop)
            .ok_or_else(|| Refusal::bad_request("There is nobody like that."))
    });
    match forgotten {
        Ok(()) => back_to("/identities", &shown),
        Err(refusal) => layout::refused(&shown, &refusal.into()),
    }
}

/// The fields in which somebody is described.
pub(super) fn fields(with_groups: bool, with_tenants: bool) -> Markup {
    html! {
        label for="email_address" { "Email address" }
        input id="email_address" name="email_address" type="email" autocomplete="off" required;
        (layout::field("name", "Full name", "text", ""))
        (layout::field("subject", "Subject", "text", "What the provider calls the account. Made from the address if it is empty."))
        @if with_groups {
            (layout::field("groups", "Groups", "text", "Separated by commas."))
        }
        @if with_tenants {
            (layout::field("tenants", "Tenants", "text", "Workspaces, hubs or organizations there, separated by commas."))
        }
        label.check {
            input type="checkbox" name="email_verified" value="yes" checked;
            " The provider vouches for the address"
        }
    }
}

/// Who was described in them.
pub(super) fn typed(form: &Params) -> Result<ProviderIdentity, Refusal> {
    let text =
        |name: &str| -> Result<&str, Refusal> { Ok(form.one(name)?.unwrap_or_default().trim()) };
    let list = |name: &str| -> Result<Vec<String>, Refusal> {
        let parts = text(name)?.split(',').map(str::trim);
        let parts = parts.filter(|part| !part.is_empty());
        Ok(parts.map(str::to_owned).collect())
    };
    let mut identity = ProviderIdentity::new(text("email_address")?).name(text("name")?);
    if !text("subject")?.is_empty() {
        identity = identity.subject(text("subject")?);
    }
    identity.email_verified = form.one("email_verified")?.is_some();
    identity.groups = list("groups")?;
    identity.tenants = list("tenants")?;
    Ok(identity)
}
