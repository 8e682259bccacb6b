//! What the browser brings along beside the request itself.

use std::time::Duration;

use http::HeaderMap;
use stytch_core::Secret;

use crate::web::callback::Flow;
use crate::web::{CookieSettings, Cookies, Malformed, Next, cookie};

/// The cookie that says what a login waits for.
pub(crate) const PENDING: &str = "stytch_pending";

/// The cookie with the address to come back to.
pub(crate) const NEXT: &str = "stytch_next";

/// As long as an intermediate session lives.
pub(crate) const PENDING_LIFE: Duration = Duration::from_secs(10 * 60);

/// As long as a link of a mail is good, unless the call says otherwise.
pub(crate) const BEGUN_LIFE: Duration = Duration::from_secs(60 * 60);

/// What earlier steps have left in cookies. The names are in no header twice.
#[derive(Debug, Default)]
pub(crate) struct Browser {
    pub(crate) intermediate: Option<Secret>,
    pub(crate) pending: Option<String>,
    pub(crate) next: Option<String>,
    pub(crate) session_token: Option<Secret>,
    /// Of the flow that is about to be finished.
    pub(crate) verifier: Option<Secret>,
}

impl Browser {
    /// Reads the cookies, of PKCE verifiers the one of this flow.
    pub(crate) fn of(
        headers: &HeaderMap,
        settings: &CookieSettings,
        flow: Option<Flow>,
    ) -> Result<Self, Malformed> {
        let text = |name: &str| Ok(cookie(headers, name)?.map(str::to_owned));
        let secret = |name: &str| Ok(cookie(headers, name)?.map(Secret::from));
        Ok(Self {
            intermediate: secret(settings.intermediate_token_name())?,
            pending: text(PENDING)?,
            next: text(NEXT)?,
            session_token: secret(settings.session_token_name())?,
            verifier: match flow {
                Some(flow) => secret(&verifier_name(flow))?,
                None => None,
            },
        })
    }

    /// Forgets a login that is over, in whichever way.
    pub(crate) fn forget_login(&self, settings: &CookieSettings) -> Cookies {
        let mut cookies = Cookies::default();
        if self.intermediate.is_some() {
            cookies = cookies.and(settings.clear(settings.intermediate_token_name()));
        }
        if self.pending.is_some() {
            cookies = cookies.and(settings.clear(PENDING));
        }
        cookies
    }
}

/// The cookie with the PKCE verifier of a flow. Each flow has one of its own: a login at a provider that
/// was begun and left must not spoil the link of a mail that came without PKCE.
pub(crate) fn verifier_name(flow: Flow) -> String {
    format!("stytch_pkce_{}", flow.as_str())
}

/// The address as the value of a cookie: encoded, since addresses may have commas.
pub(crate) fn next_to_cookie(next: &Next) -> Secret {
    let value: String = form_urlencoded::byte_serialize(next.as_str().as_bytes()).collect();
    value.into()
}

/// The address in a cookie, if it is a local one.
pub(crate) fn next_from_cookie(cookie: &str) -> Option<Next> {
    let (address, _) = form_urlencoded::parse(cookie.as_bytes()).next()?;
    Next::parse(&address)
}
