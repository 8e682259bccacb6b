//! Authorization requests that a browser brings (RFC 6749, section 4.1.1), for projects whose app has no page
//! of its own for them. A request waits under a name that nobody can guess until the person has decided.

use std::sync::Arc;

use stytch_core::ErrorType;

use super::authorization::{self, Asked, Decision, Looked, Person};
use crate::call::Call;
use crate::operations::shared::connected_app::clients;
use crate::refusal::Refusal;
use crate::rules::providers::params::Params;
use crate::rules::{links, redirect};
use crate::state::{AppRequest, AppSubject, ConnectedApp, Pkce, State};

/// How long somebody may think about it, in minutes.
const MINUTES: u32 = 10;

/// What happens next in the browser.
#[derive(Debug)]
pub(crate) enum Next {
    /// Somebody has to be asked. This names the request that waits for it.
    Ask(String),
    /// The app goes on, at this address.
    Return(String),
}

/// Takes a request up.
///
/// # Errors
/// Where it is not certain that the app is the one that it claims to be: nobody is sent to an address that
/// it has not registered (section 4.1.2.1). Whatever else is wrong, the app is told.
pub(crate) fn begin(call: &mut Call<'_>, params: &Params) -> Result<Next, Refusal> {
    let needed = |name: &str| {
        let missing = || Refusal::bad_request(format!("{name} is missing."));
        params.one(name)?.ok_or_else(missing)
    };
    let app = clients::find(call.state, needed("client_id")?)?;
    let redirect_uri = needed("redirect_uri")?;
    authorization::check_redirect_uri(&app, redirect_uri)?;
    let state = params.one("state");
    let asked = match &state {
        Ok(state) => read(call, &app, params, *state),
        Err(_) => Err("invalid_request"),
    };
    let request = match asked {
        Ok(request) => request,
        Err(error) => {
            let state = state.ok().flatten();
            return Ok(Next::Return(refused(redirect_uri, error, state)));
        }
    };
    forget_late(call);
    let name = request.name.clone();
    call.state.app_requests.put(request);
    Ok(Next::Ask(name))
}

fn read(
    call: &mut Call<'_>,
    app: &ConnectedApp,
    params: &Params,
    state: Option<&str>,
) -> Result<AppRequest, &'static str> {
    let one = |name: &str| params.one(name).map_err(|_| "invalid_request");
    match one("response_type")? {
        Some("code") => {}
        Some(_) => return Err("unsupported_response_type"),
        None => return Err("invalid_request"),
    }
    let scopes = one("scope")?.unwrap_or_default();
    let scopes: Vec<_> = scopes.split_ascii_whitespace().map(str::to_owned).collect();
    if scopes.is_empty() {
        return Err("invalid_scope");
    }
    let challenge = one("code_challenge")?;
    let method = one("code_challenge_method")?;
    let is_good = match challenge {
        None => !app.is_public() && method.is_none(),
        // `plain` is what no method means (RFC 7636, section 4.3)
        Some(_) => method == Some("S256") && links::check_challenge(challenge).is_ok(),
    };
    if !is_good {
        return Err("invalid_request");
    }
    let prompt = one("prompt")?;
    match prompt {
        None | Some("consent" | "login" | "select_account") => {}
        // this page knows nobody before it has asked (OpenID Connect Core 1.0, section 3.1.2.6)
        Some("none") => return Err("login_required"),
        Some(_) => return Err("invalid_request"),
    }
    Ok(AppRequest {
        name: call.random.token(),
        client_id: app.model.client_id.as_str().to_owned(),
        redirect_uri: one("redirect_uri")?.unwrap_or_default().to_owned(),
        scopes,
        prompt: prompt.map(str::to_owned),
        state: state.map(str::to_owned),
        nonce: one("nonce")?.map(str::to_owned),
        pkce: challenge.map(|challenge| Pkce(challenge.to_owned())),
        session_id: None,
        expires_at: call.in_minutes(MINUTES),
    })
}

/// The address at which an app learns that nothing came of its request.
fn refused(redirect_uri: &str, error: &str, state: Option<&str>) -> String {
    let state = state.map(|state| ("state", state));
    let pairs: Vec<_> = [("error", error)].into_iter().chain(state).collect();
    redirect::with_query(redirect_uri, &pairs)
}

/// Forgets the requests about which nobody has decided in time.
fn forget_late(call: &mut Call<'_>) {
    let requests = call.state.app_requests.iter();
    let late: Vec<_> = requests
        .filter(|request| request.expires_at <= call.now)
        .map(|request| request.name.clone())
        .collect();
    for name in late {
        call.state.app_requests.remove(&name);
    }
}

/// A request that waits.
pub(crate) fn waiting(call: &Call<'_>, name: &str) -> Result<Arc<AppRequest>, Refusal> {
    let request = call.state.app_requests.get(name);
    let request = request.filter(|request| request.expires_at > call.now);
    request.cloned().ok_or_else(|| {
        let message = "This request is over, or was never made: start it again in the app.";
        Refusal::bad_request(message).with_status(404)
    })
}

/// Who is behind a session that lives.
fn person(call: &Call<'_>, session_id: &str) -> Result<Person, Refusal> {
    let of_member = call.state.sessions.get(session_id);
    let of_member = of_member.filter(|session| session.expires_at > call.now);
    let of_user = call.state.user_sessions.get(session_id);
    let of_user = of_user.filter(|session| session.expires_at > call.now);
    let subject = match (of_member, of_user) {
        (Some(session), _) => AppSubject::MemberId(session.member_id.clone()),
        (None, Some(session)) => AppSubject::UserId(session.user_id.clone()),
        (None, None) => return Err(ErrorType::SessionNotFound.into()),
    };
    Ok(Person {
        subject,
        session_id: Some(session_id.to_owned()),
    })
}

fn asked(request: &AppRequest, person: Person) -> Asked<'_> {
    Asked {
        client_id: &request.client_id,
        redirect_uri: &request.redirect_uri,
        scopes: &request.scopes,
        prompt: request.prompt.as_deref(),
        person,
    }
}

/// What the person of a session is to be asked.
pub(crate) fn look(
    call: &Call<'_>,
    request: &AppRequest,
    session_id: &str,
) -> Result<Looked, Refusal> {
    let person = person(call, session_id)?;
    authorization::look(call, &asked(request, person))
}

/// Binds a request to a session. Where nothing has to be asked, it ends at once.
pub(crate) fn choose(call: &mut Call<'_>, name: &str, session_id: &str) -> Result<Next, Refusal> {
    let mut request = AppRequest::clone(&*waiting(call, name)?);
    let person = person(call, session_id)?;
    let Ok(looked) = authorization::look(call, &asked(&request, person)) else {
        // the organization does not take the app
        call.state.app_requests.remove(name);
        let state = request.state.as_deref();
        let url = refused(&request.redirect_uri, "access_denied", state);
        return Ok(Next::Return(url));
    };
    let is_asked = looked.consent_required;
    request.session_id = Some(session_id.to_owned());
    call.state.app_requests.put(request);
    match is_asked {
        true => Ok(Next::Ask(name.to_owned())),
        false => decide(call, name, true).map(Next::Return),
    }
}

/// Ends a request with what the person has decided. The address at which the app goes on.
pub(crate) fn decide(call: &mut Call<'_>, name: &str, is_granted: bool) -> Result<String, Refusal> {
    let mut request = AppRequest::clone(&*waiting(call, name)?);
    let session_id = request.session_id.clone();
    let session_id = session_id.ok_or_else(|| Refusal::bad_request("Nobody was chosen yet."))?;
    let looked = look(call, &request, &session_id)?;
    // what the person can't grant is left out (RFC 6749, section 3.3)
    let grantable = looked.scopes.into_iter().filter(|scope| scope.is_grantable);
    request.scopes = grantable.map(|scope| scope.scope).collect();
    call.state.app_requests.remove(name);
    if is_granted && request.scopes.is_empty() {
        let state = request.state.as_deref();
        return Ok(refused(&request.redirect_uri, "invalid_scope", state));
    }
    let decision = Decision {
        consent_granted: is_granted,
        state: request.state.as_deref(),
        nonce: request.nonce.clone(),
        code_challenge: request.pkce.clone().map(|Pkce(challenge)| challenge),
    };
    let person = person(call, &session_id)?;
    let decided = authorization::decide(call, &asked(&request, person), decision)?;
    Ok(decided.redirect_uri)
}

/// The sessions that live, with whom each is of: the name by which people know them, and where they are.
pub(crate) fn sessions(state: &State, now: stytch_core::Timestamp) -> Vec<Choice> {
    let of_members = state.sessions.iter().filter_map(|session| {
        let member = state.members.get(&session.member_id)?;
        let organization = state.organizations.get(&session.organization_id)?;
        (session.expires_at > now).then(|| Choice {
            session_id: session.id.clone(),
            name: member.model.email_address.clone(),
            place: organization.model.organization_name.clone(),
        })
    });
    let of_users = state.user_sessions.iter().filter_map(|session| {
        let user = state.users.get(&session.user_id)?;
        let email = user.model.emails.first().map(|email| email.email.clone());
        (session.expires_at > now).then(|| Choice {
            session_id: session.id.clone(),
            name: email.unwrap_or_else(|| session.user_id.clone()),
            place: String::new(),
        })
    });
    of_members.chain(of_users).collect()
}

/// A session that somebody may be asked in.
pub(crate) struct Choice {
    pub(crate) session_id: String,
    pub(crate) name: String,
    /// The organization, of a member's.
    pub(crate) place: String,
}
