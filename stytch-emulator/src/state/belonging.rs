//! What has to be there for what a document holds: nobody's session, password or consent would be found by
//! nobody, and would be somebody's as soon as the id was taken.

use super::table::{Record, Table};
use super::{AppSubject, Organization, Session, SsoConnection, State};
use crate::rules::roles::gone;
use crate::rules::users;

/// Makes sure that what belongs to something belongs to something that is there.
///
/// # Errors
/// What does not, and the id that nothing has. Tokens are not told: they are secrets.
pub(super) fn check(state: &State) -> Result<(), String> {
    let of_member = |id: &str| state.members.get(id).is_some_and(|one| !one.is_deleted());
    let of_user = |id: &str| state.users.get(id).is_some();
    // who was deleted may come back, and has what was known of them
    let known = |id: &str| state.members.get(id).is_some() || of_user(id);
    let known_or_address = |id: &str| id.starts_with("email:") || known(id);
    let alive = |id: &str| of_member(id) || of_user(id);
    let organization = |id: &str| state.organizations.get(id).is_some();
    let app = |id: &str| state.connected_apps.get(id).is_some();
    let connection = |id: &str| state.sso_connections.get(id).is_some();

    own("sessions", &state.sessions, of_member, |session| {
        Some(&session.member_id)
    })?;
    at_home(state)?;
    own(
        "intermediate_sessions",
        &state.intermediate_sessions,
        organization,
        |begun| begun.organization_id.as_deref(),
    )?;
    own("tokens", &state.tokens, alive, |token| {
        token.kind.owner().filter(|_| !token.spent.0)
    })?;
    own("passwords", &state.passwords, known_or_address, |one| {
        Some(&one.owner)
    })?;
    own("totps", &state.totps, known, |totp| Some(&totp.owner))?;
    own("locks", &state.locks, known_or_address, |lock| {
        Some(&lock.account)
    })?;
    own("user_sessions", &state.user_sessions, of_user, |session| {
        Some(&session.user_id)
    })?;
    own(
        "webauthn_credentials",
        &state.webauthn_credentials,
        of_user,
        |credential| Some(&credential.user_id),
    )?;
    own(
        "webauthn_ceremonies",
        &state.webauthn_ceremonies,
        of_user,
        |ceremony| ceremony.user_id(),
    )?;
    own("app_consents", &state.app_consents, alive, |consent| {
        Some(consent.subject.id())
    })?;
    own("app_consents", &state.app_consents, app, |consent| {
        Some(&consent.client_id)
    })?;
    own("app_tokens", &state.app_tokens, alive, |token| {
        Some(AppSubject::id(&token.subject))
    })?;
    own("app_tokens", &state.app_tokens, app, |token| {
        Some(&token.client_id)
    })?;
    own("sightings", &state.sightings, known, |one| {
        Some(&one.person)
    })?;
    own(
        "sso_connections",
        &state.sso_connections,
        connection,
        |one| match one {
            SsoConnection::External(external) => Some(external.external_connection_id.as_str()),
            SsoConnection::Saml(_) | SsoConnection::Oidc(_) => None,
        },
    )
}

/// Makes sure that there are the roles that organizations of a document give to addresses.
pub(super) fn check_rules(state: &State, all: &[Organization]) -> Result<(), String> {
    for organization in all {
        for rule in &organization.model.rbac_email_implicit_role_assignments {
            check_roles(state, organization, std::slice::from_ref(&rule.role_id))?;
        }
    }
    Ok(())
}

/// Makes sure that there are the roles of a member.
pub(super) fn check_roles(
    state: &State,
    organization: &Organization,
    roles: &[String],
) -> Result<(), String> {
    let is_known = |role: &&String| gone::is_known(&state.settings, &organization.model, role);
    match roles.iter().find(|role| !is_known(role)) {
        None => Ok(()),
        Some(role) => {
            let slug = &organization.model.organization_slug;
            Err(format!("{slug}: there is no role {role}"))
        }
    }
}

/// Makes sure that there are the roles of a user.
pub(super) fn check_roles_of_user(state: &State, roles: &[String]) -> Result<(), String> {
    let is_known = |role: &&String| users::roles::is_known(&state.settings, role);
    match roles.iter().find(|role| !is_known(role)) {
        None => Ok(()),
        Some(role) => Err(format!("users: there is no role {role}")),
    }
}

/// Makes sure that whom or what the records of a table belong to is there.
fn own<'t, R: Record + 't>(
    name: &str,
    table: &'t Table<R>,
    is_there: impl Fn(&str) -> bool,
    owner: impl Fn(&'t R) -> Option<&'t str>,
) -> Result<(), String> {
    let mut owners = table.iter().filter_map(|record| owner(record));
    match owners.find(|owner| !is_there(owner)) {
        None => Ok(()),
        Some(owner) => Err(format!("{name}: there is no {owner}")),
    }
}

/// Makes sure that members are logged in to their own organizations.
fn at_home(state: &State) -> Result<(), String> {
    let is_abroad = |session: &&std::sync::Arc<Session>| {
        let member = state.members.get(&session.member_id);
        member.is_none_or(|member| member.model.organization_id.as_str() != session.organization_id)
    };
    match state.sessions.iter().find(is_abroad) {
        None => Ok(()),
        Some(session) => {
            let Session {
                id,
                organization_id,
                ..
            } = &**session;
            Err(format!(
                "sessions: {id} is of a member who is not in {organization_id}"
            ))
        }
    }
}
