//! Connected apps: what they may ask for, whether people have to be asked, and the codes with which they
//! come back.

pub(crate) mod tokens;

use std::sync::Arc;

use stytch_b2b::connected_app::ConnectedAppPublic;
use stytch_b2b::organizations::AccessPolicy;
use stytch_b2b::{ConnectedAppId, OauthPrompt};
use stytch_core::ErrorType;

use super::{find, links, redirect, roles, sessions, users};
use crate::call::Call;
use crate::operations::shared::connected_app::clients;
use crate::refusal::Refusal;
use crate::state::{
    AppConsent, AppSubject, AppToken, AppTokenKind, ConnectedApp, Pkce, Record as _, State,
};

/// How long a code waits to be redeemed, in minutes.
const CODE_MINUTES: u32 = 10;

/// The scope with which an app may renew its tokens.
pub(crate) const OFFLINE: &str = "offline_access";

/// What the scopes are for that every project has.
const BUILT_IN: [(&str, &str); 6] = [
    ("openid", "Know who you are"),
    ("profile", "See your name"),
    ("email", "See your email address"),
    ("phone", "See your phone number"),
    (OFFLINE, "Keep access while you are away"),
    ("full_access", "Act as you"),
];

/// An authorization request.
pub(crate) struct Asked<'a> {
    pub(crate) client_id: &'a str,
    pub(crate) redirect_uri: &'a str,
    pub(crate) scopes: &'a [String],
    pub(crate) prompt: Option<&'a str>,
    pub(crate) subject: AppSubject,
}

/// A scope, and whether the person can grant it.
pub(crate) struct Scope {
    pub(crate) scope: String,
    pub(crate) description: String,
    pub(crate) is_grantable: bool,
}

/// What came of looking at an authorization request.
pub(crate) struct Looked {
    pub(crate) app: Arc<ConnectedApp>,
    pub(crate) consent_required: bool,
    pub(crate) scopes: Vec<Scope>,
}

/// Makes sure that an authorization request is in order, and finds out what the person is to be asked.
pub(crate) fn look(call: &Call<'_>, asked: &Asked<'_>) -> Result<Looked, Refusal> {
    let app = clients::find(call.state, asked.client_id)?;
    // to the letter, or the code could be led astray (RFC 9700, section 2.1)
    if !app
        .model
        .redirect_urls
        .iter()
        .any(|url| url == asked.redirect_uri)
    {
        let name = "connected_app_supplied_redirect_url_not_found_in_client";
        return Err(Refusal::new(name));
    }
    check_organization(call.state, &app, &asked.subject)?;
    let scopes = asked.scopes.iter();
    let scopes: Vec<_> = scopes
        .map(|scope| of_scope(call.state, &app, &asked.subject, scope))
        .collect();
    let name = AppConsent::named(asked.client_id, &asked.subject);
    let known = call.state.app_consents.get(&name);
    let is_known = known.is_some_and(|known| {
        let mut asked = asked.scopes.iter();
        asked.all(|scope| known.scopes.contains(scope))
    });
    let is_offline = asked.scopes.iter().any(|scope| scope == OFFLINE);
    let consent_required = asked.prompt == Some("consent")
        || is_offline && !app.model.bypass_consent_for_offline_access
        || !app.is_first_party() && !is_known;
    Ok(Looked {
        app,
        consent_required,
        scopes,
    })
}

/// Makes sure that the organization of a member takes an app.
pub(super) fn check_organization(
    state: &State,
    app: &ConnectedApp,
    subject: &AppSubject,
) -> Result<(), Refusal> {
    let AppSubject::MemberId(member_id) = subject else {
        return Ok(());
    };
    let member = state.members.get(member_id);
    let member = member.ok_or_else(|| Refusal::from(ErrorType::MemberNotFound))?;
    let organization = find::organization(state, member.model.organization_id.as_str())?;
    let model = &organization.model;
    let (policy, listed) = match app.is_first_party() {
        true => (
            &model.first_party_connected_apps_allowed_type,
            &model.allowed_first_party_connected_apps,
        ),
        false => (
            &model.third_party_connected_apps_allowed_type,
            &model.allowed_third_party_connected_apps,
        ),
    };
    let is_taken = match policy {
        AccessPolicy::AllAllowed => true,
        AccessPolicy::Restricted => listed.contains(&ConnectedAppId::from(app.id())),
        _ => false,
    };
    match is_taken {
        true => Ok(()),
        false => Err(Refusal::new("connected_app_not_allowed_for_org")),
    }
}

fn of_scope(state: &State, app: &ConnectedApp, subject: &AppSubject, scope: &str) -> Scope {
    let built_in = BUILT_IN.iter().find(|(name, _)| *name == scope);
    if let Some((_, description)) = built_in {
        return Scope {
            scope: scope.to_owned(),
            description: (*description).to_owned(),
            is_grantable: scope != "full_access" || app.model.full_access_allowed,
        };
    }
    let (description, is_grantable) = match subject {
        AppSubject::MemberId(id) => of_member(state, id, scope),
        AppSubject::UserId(id) => of_user(state, id, scope),
    }
    .unwrap_or_default();
    Scope {
        scope: scope.to_owned(),
        description,
        is_grantable,
    }
}

/// A scope of the project's policy: whoever may do all of it can grant it.
fn of_member(state: &State, member_id: &str, name: &str) -> Option<(String, bool)> {
    let mut scopes = state.settings.policy.scopes.iter();
    let scope = scopes.find(|scope| scope.scope == name)?;
    let member = state.members.get(member_id)?;
    let organization = find::organization(state, member.model.organization_id.as_str()).ok()?;
    let ids = roles::ids(state, member);
    let is_grantable = scope.permissions.iter().all(|permission| {
        permission.actions.iter().all(|action| {
            let resource = &permission.resource_id;
            !roles::granting(state, &organization, &ids, resource, action).is_empty()
        })
    });
    Some((scope.description.clone(), is_grantable))
}

fn of_user(state: &State, user_id: &str, name: &str) -> Option<(String, bool)> {
    let mut scopes = state.settings.user_policy.scopes.iter();
    let scope = scopes.find(|scope| scope.scope == name)?;
    let ids = users::roles::of(&**state.users.get(user_id)?);
    let is_grantable = scope.permissions.iter().all(|permission| {
        permission.actions.iter().all(|action| {
            let resource = &permission.resource_id;
            !users::roles::granting(state, &ids, resource, action).is_empty()
        })
    });
    Some((scope.description.clone(), is_grantable))
}

/// What an app asks for beside an authorization.
pub(crate) struct Decision<'a> {
    pub(crate) consent_granted: bool,
    pub(crate) state: Option<&'a str>,
    pub(crate) nonce: Option<String>,
    pub(crate) code_challenge: Option<String>,
}

/// Where the browser goes after the decision, with the code if there is one.
pub(crate) struct Decided {
    pub(crate) redirect_uri: String,
    pub(crate) code: Option<String>,
}

/// Ends an authorization request with what the person has decided.
pub(crate) fn decide(
    call: &mut Call<'_>,
    asked: &Asked<'_>,
    decision: Decision<'_>,
) -> Result<Decided, Refusal> {
    let looked = look(call, asked)?;
    let state = decision.state.map(|state| ("state", state));
    if !decision.consent_granted {
        let pairs: Vec<_> = [("error", "access_denied")]
            .into_iter()
            .chain(state)
            .collect();
        return Ok(Decided {
            redirect_uri: redirect::with_query(asked.redirect_uri, &pairs),
            code: None,
        });
    }
    if looked.scopes.iter().any(|scope| !scope.is_grantable) {
        return Err(Refusal::new("oauth_invalid_scope_requested"));
    }
    let challenge = decision
        .code_challenge
        .filter(|challenge| !challenge.is_empty());
    links::check_challenge(challenge.as_deref())?;
    if looked.app.is_public() && challenge.is_none() {
        return Err(Refusal::new("pkce_required_for_idp_authorization_flow"));
    }
    let id = AppConsent::named(asked.client_id, &asked.subject);
    let known = call.state.app_consents.get(&id);
    let mut scopes = known.map(|known| known.scopes.clone()).unwrap_or_default();
    let new = asked.scopes.iter().filter(|scope| !scopes.contains(scope));
    let new: Vec<_> = new.cloned().collect();
    scopes.extend(new);
    call.state.app_consents.put(AppConsent {
        id,
        client_id: asked.client_id.to_owned(),
        subject: asked.subject.clone(),
        scopes,
    });
    let code = call.random.token();
    let authorization = call.random.id("authorization");
    let expires_at = call.in_minutes(CODE_MINUTES);
    call.state.app_tokens.put(AppToken {
        token: code.clone(),
        kind: AppTokenKind::Code {
            redirect_uri: asked.redirect_uri.to_owned(),
            pkce: challenge.map(Pkce),
            nonce: decision.nonce,
        },
        client_id: asked.client_id.to_owned(),
        subject: asked.subject.clone(),
        scopes: asked.scopes.to_vec(),
        authorization,
        expires_at,
        is_spent: false,
    });
    let pairs: Vec<_> = [("code", &*code)].into_iter().chain(state).collect();
    Ok(Decided {
        redirect_uri: redirect::with_query(asked.redirect_uri, &pairs),
        code: Some(code),
    })
}

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
pub(crate) fn forget_consents(state: &mut State, client_id: &str) {
    let consents = state.app_consents.iter();
    let ids: Vec<_> = consents
        .filter(|consent| consent.client_id == client_id)
        .map(|consent| consent.id.clone())
        .collect();
    for id in ids {
        revoke(state, &id);
    }
}

/// Takes back what somebody has let an app do, and all tokens with it. Whether there was something.
pub(crate) fn revoke(state: &mut State, consent: &str) -> bool {
    let tokens = AppToken::listed_by_consent(consent);
    sessions::end_group(&mut state.app_tokens, &tokens, None);
    state.app_consents.remove(consent).is_some()
}

/// The prompt that a request asks for.
pub(crate) fn prompt(prompt: Option<&OauthPrompt>) -> Option<&str> {
    prompt.map(OauthPrompt::as_str)
}
