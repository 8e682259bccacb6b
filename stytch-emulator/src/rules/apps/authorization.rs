//! Authorization requests: whether they are in order, what people have to be asked, and the codes with
//! which apps come back.

use std::sync::Arc;

use stytch_b2b::ConnectedAppId;
use stytch_b2b::organizations::AccessPolicy;
use stytch_core::ErrorType;

use super::scopes::{OFFLINE, Scope, of_scope};
use crate::call::Call;
use crate::operations::shared::connected_app::clients;
use crate::refusal::Refusal;
use crate::rules::{find, links, redirect};
use crate::state::{
    AppConsent, AppSubject, AppToken, AppTokenKind, ConnectedApp, Pkce, Record as _, State,
};

/// How long a code waits to be redeemed, in minutes.
const CODE_MINUTES: u32 = 10;

/// An authorization request.
pub(crate) struct Asked<'a> {
    pub(crate) client_id: &'a str,
    pub(crate) redirect_uri: &'a str,
    pub(crate) scopes: &'a [String],
    pub(crate) prompt: Option<&'a str>,
    pub(crate) person: Person,
}

/// Who is asked.
#[derive(Debug)]
pub(crate) struct Person {
    pub(crate) subject: AppSubject,
    /// The session by which the request named the person, if it did.
    pub(crate) session_id: Option<String>,
}

/// The authorization request in a request that has the usual fields.
macro_rules! asked {
    ($request:ident, $person:expr) => {
        $crate::rules::apps::authorization::Asked {
            client_id: $request.client_id.as_str(),
            redirect_uri: &$request.redirect_uri,
            scopes: &$request.scopes,
            prompt: $request.prompt.as_ref().map(|prompt| prompt.as_str()),
            person: $person,
        }
    };
}

pub(crate) use asked;

/// What came of looking at an authorization request.
pub(crate) struct Looked {
    pub(crate) app: Arc<ConnectedApp>,
    pub(crate) consent_required: bool,
    pub(crate) scopes: Vec<Scope>,
}

/// Makes sure that an authorization request is in order, and finds out what the person is to be asked.
pub(crate) fn look(call: &Call<'_>, asked: &Asked<'_>) -> Result<Looked, Refusal> {
    let app = clients::find(call.state, asked.client_id)?;
    check_redirect_uri(&app, asked.redirect_uri)?;
    check_organization(call.state, &app, &asked.person.subject)?;
    let scopes = asked.scopes.iter();
    let scopes: Vec<_> = scopes
        .map(|scope| of_scope(call.state, &app, &asked.person.subject, scope))
        .collect();
    let name = AppConsent::named(asked.client_id, &asked.person.subject);
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

/// Makes sure that an app has registered an address, to the letter, or the code could be led astray (RFC 9700,
/// section 2.1).
pub(super) fn check_redirect_uri(app: &ConnectedApp, redirect_uri: &str) -> Result<(), Refusal> {
    let mut registered = app.model.redirect_urls.iter();
    match registered.any(|url| url == redirect_uri) {
        true => Ok(()),
        false => {
            let name = "connected_app_supplied_redirect_url_not_found_in_client";
            Err(Refusal::new(name))
        }
    }
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
    let id = AppConsent::named(asked.client_id, &asked.person.subject);
    let known = call.state.app_consents.get(&id);
    let mut scopes = known.map(|known| known.scopes.clone()).unwrap_or_default();
    let new = asked.scopes.iter().filter(|scope| !scopes.contains(scope));
    let new: Vec<_> = new.cloned().collect();
    scopes.extend(new);
    call.state.app_consents.put(AppConsent {
        id,
        client_id: asked.client_id.to_owned(),
        subject: asked.person.subject.clone(),
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
        subject: asked.person.subject.clone(),
        scopes: asked.scopes.to_vec(),
        session_id: asked.person.session_id.clone(),
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
