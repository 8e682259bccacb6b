//! What people have let apps do, until they take it back.

use std::sync::Arc;

use stytch_b2b::connected_app::ConnectedAppPublic;

use crate::rules::sessions;
use crate::state::{AppConsent, AppSubject, AppToken, ConnectedApp, Record as _, State};

/// An app as people may know it.
pub(crate) fn public(app: &ConnectedApp) -> ConnectedAppPublic {
    let mut shown = ConnectedAppPublic::default();
    shown.client_id = app.model.client_id.clone();
    shown.client_name.clone_from(&app.model.client_name);
    shown
        .client_description
        .clone_from(&app.model.client_description);
    shown.client_type = app.model.client_type.clone();
    shown.logo_url.clone_from(&app.model.logo_url);
    shown
}

/// The apps that somebody uses, and what they may do.
pub(crate) fn used_by(
    state: &State,
    subject: &AppSubject,
) -> Vec<(Arc<ConnectedApp>, Arc<AppConsent>)> {
    let apps = state.connected_apps.iter();
    apps.filter_map(|app| {
        let name = AppConsent::named(app.id(), subject);
        let consent = state.app_consents.get(&name)?;
        Some((Arc::clone(app), Arc::clone(consent)))
    })
    .collect()
}

/// Forgets what people have let an app do.
pub(crate) fn forget_of_app(state: &mut State, client_id: &str) {
    let consents = state.app_consents.iter();
    let ids: Vec<_> = consents
        .filter(|consent| consent.client_id == client_id)
        .map(|consent| consent.id.clone())
        .collect();
    for id in ids {
        revoke(state, &id);
    }
}

/// Forgets all that somebody has let apps do, by the id of the member or user: nothing may act for those who
/// are gone, nor should they come back.
pub(crate) fn forget_of_subject(state: &mut State, id: &str) {
    let group = AppSubject::listed(id);
    sessions::end_group(&mut state.app_tokens, &group, None);
    sessions::end_group(&mut state.app_consents, &group, None);
}

/// Takes back what somebody has let an app do, and all tokens with it. Whether there was something.
pub(crate) fn revoke(state: &mut State, consent: &str) -> bool {
    let tokens = AppToken::listed_by_consent(consent);
    sessions::end_group(&mut state.app_tokens, &tokens, None);
    state.app_consents.remove(consent).is_some()
}
