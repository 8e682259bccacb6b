//! Authenticator apps: what to scan, and what they show now.

use maud::{Markup, html};
use stytch_core::Timestamp;

use super::{Shown, layout, scripts, users};
use crate::rules::totp;
use crate::state::{Record as _, State, Totp};

/// The app of a member or user, if there is one.
pub(super) fn of(shown: &Shown, state: &State, owner: &str, now: Timestamp) -> Markup {
    let found = state.totps.named(&Totp::named_by_owner(owner));
    html! {
        h2 { "Authenticator app" }
        @match found {
            Some(app) => {
                (card(shown, state, app, now))
                (scripts::copying())
            }
            None => { p { "None." } }
        }
    }
}

/// The apps that wait for their first code.
pub(super) fn waiting(state: &State, now: Timestamp) -> impl Iterator<Item = &Totp> {
    let apps = state.totps.iter().map(|app| &**app);
    apps.filter(move |app| !app.is_verified && app.expires_at.is_none_or(|end| end > now))
}

/// One of them.
pub(super) fn card(shown: &Shown, state: &State, app: &Totp, now: Timestamp) -> Markup {
    let owner = Owner::of(state, app);
    let url = totp::url(&app.secret, &owner.issuer, &owner.account);
    let code = app.fixed_code.clone();
    let code = code.or_else(|| totp::code(&app.secret, now));
    html! {
        article.app {
            // the image can be drawn unless a name is longer than a QR code
            @if let Ok(image) = totp::qr_code(&url) {
                img.qr src=(image) alt=(format!("QR code for the authenticator app of {}", owner.account));
            }
            div {
                h3 { "Scan, or type what the app would show" }
                p.soft {
                    a href=(shown.to_one(owner.path, &app.owner)) { (owner.account) }
                    @if app.is_verified { " · in use" }
                    @else if app.expires_at.is_some_and(|end| end <= now) { " · was not confirmed in time" }
                    @else { " · waits for its first code" }
                }
                @if let Some(code) = code {
                    p.code { (code) " " (scripts::copy_button(&code, "the code")) }
                    p.soft { "at " (layout::time(now)) "; there is another every 30 seconds" }
                }
                details {
                    summary { "Key and recovery codes" }
                    p { code { (app.secret) } " " (scripts::copy_button(&app.secret, "the key")) }
                    ul { @for one in &app.recovery_codes { li { code { (one.code) } } } }
                }
            }
        }
    }
}

/// Whose app it is.
struct Owner {
    issuer: String,
    account: String,
    path: &'static str,
}

impl Owner {
    fn of(state: &State, app: &Totp) -> Self {
        if let Some(member) = state.members.get(&app.owner) {
            let id = member.model.organization_id.as_str();
            let organization = state.organizations.get(id);
            let name = organization.map(|found| found.model.organization_name.clone());
            return Self {
                issuer: name.unwrap_or_default(),
                account: member.model.email_address.clone(),
                path: "/members",
            };
        }
        let user = state.users.get(&app.owner);
        Self {
            issuer: "Stytch".to_owned(),
            account: user.map_or_else(|| app.id().to_owned(), |user| users::name(user)),
            path: "/users",
        }
    }
}
