//! Whose session a request comes with.

use std::{borrow::Cow, fmt, sync::Arc, time::Duration};

use http::request::Parts;
use stytch_core::{
    ErrorKind, Secret,
    session::{Authenticated, SessionProof},
};

use super::{
    CookieSettings, Cookies, Credential, Kept, Malformed, Origins, Place, Presented, Reason,
    Refusal, Renewals, SessionCookies, Source, presented,
};
use crate::vertical::{Vertical, life};

/// What an app can choose about the checks of its sessions and tokens.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    pub(crate) cookies: CookieSettings,
    pub(crate) origins: Origins,
    pub(crate) max_token_age: Option<Duration>,
    pub(crate) renewed_minutes: Option<i32>,
    pub(crate) audience: Option<Cow<'static, str>>,
}

/// What decides about the sessions of a project. Clones share everything.
#[derive(Clone)]
pub(crate) struct Sessions<V: Vertical> {
    pub(crate) client: V,
    pub(crate) settings: Arc<Settings>,
    renewals: Arc<Renewals<Authenticated<V::Session>>>,
}

/// A session as it was checked for one request.
pub(crate) struct Checked<V: Vertical> {
    pub(crate) session: Authenticated<V::Session>,
    pub(crate) source: Source,
    proof: Proof,
    /// Where its renewal is, if the request came with a session token.
    renewal: Option<Place>,
}

/// What was checked, and so what may act for the session: the other cookie may be that of another one.
enum Proof {
    Jwt(Kept),
    Token(Secret),
}

impl<V: Vertical> Checked<V> {
    pub(crate) fn proof(&self) -> SessionProof<'_> {
        match &self.proof {
            Proof::Jwt(jwt) => SessionProof::Jwt(jwt.expose()),
            Proof::Token(token) => SessionProof::Token(token.expose()),
        }
    }

    /// Whether the browser is to have what the service has given. Not for a JWT alone: whoever got hold
    /// of one would have the session token for it.
    fn may_be_renewed(&self) -> bool {
        !self.session.is_local() && self.renewal.is_some()
    }

    fn by_jwt(
        session: Authenticated<V::Session>,
        source: Source,
        jwt: Credential<'_>,
        renewal: Option<Place>,
    ) -> Arc<Self> {
        let proof = Proof::Jwt(jwt.keep());
        Arc::new(Self {
            session,
            source,
            proof,
            renewal,
        })
    }

    fn by_token(session: Authenticated<V::Session>, token: &str, renewal: Place) -> Arc<Self> {
        // the service may have given the session another one
        let given = session.session_token().cloned();
        let proof = Proof::Token(given.unwrap_or_else(|| token.into()));
        Arc::new(Self {
            session,
            source: Source::Cookie,
            proof,
            renewal: Some(renewal),
        })
    }
}

/// Whose session the request comes with; `None` if it comes with none.
pub(crate) type Verdict<V> = Result<Option<Arc<Checked<V>>>, Refusal>;

/// How much is asked about a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Depth {
    /// Whether its JWT is good; the service is asked where that has expired.
    Local,
    /// Whether it is alive, which the service alone knows.
    Alive,
}

impl<V: Vertical> Sessions<V> {
    pub(crate) fn new(client: V) -> Self {
        Self {
            client,
            settings: Arc::default(),
            renewals: Arc::default(),
        }
    }

    /// Whether it is a clone of the other, with the same settings.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.renewals, &other.renewals) && Arc::ptr_eq(&self.settings, &other.settings)
    }

    /// Forgets that the session was renewed, or is about to be.
    pub(crate) fn forget(&self, checked: &Checked<V>) {
        if let Some(renewal) = checked.renewal {
            self.renewals.forget(renewal);
        }
    }

    /// Whose session a request comes with, and the cookies that the answer has to set.
    pub(crate) async fn check(&self, request: &Parts, depth: Depth) -> (Verdict<V>, Cookies) {
        let cookies = &self.settings.cookies;
        match presented(&request.headers, cookies) {
            Ok(Presented::Nothing) => (Ok(None), Cookies::default()),
            Ok(Presented::Bearer(jwt)) => {
                let checked = self.by_jwt(jwt, Source::Header, depth).await;
                (checked.map(Some), Cookies::default())
            }
            Ok(Presented::Cookies(_)) if !self.settings.origins.may_write(request) => {
                let refusal = Refusal::new(Reason::CrossOrigin);
                (Err(refusal), Cookies::default())
            }
            Ok(Presented::Cookies(presented)) => {
                let checked = self.by_cookies(presented, depth).await;
                let cookies = match &checked {
                    Ok(checked) if checked.may_be_renewed() => self.renewed(&checked.session),
                    Ok(_) => Cookies::default(),
                    // only a login can help; whatever else is wrong may pass, and the session is good then
                    Err(refusal) if refusal.needs_login() => cookies.clear_session(),
                    Err(_) => Cookies::default(),
                };
                (checked.map(Some), cookies)
            }
            Err(malformed) => {
                let cookies = match malformed {
                    Malformed::Cookie => cookies.clear_session(),
                    Malformed::Header => Cookies::default(),
                };
                (Err(Refusal::new(Reason::Malformed(malformed))), cookies)
            }
        }
    }

    /// The JWT spares a question to the service; the session token is what a browser keeps to be asked
    /// about. So whatever is wrong with the JWT, the service decides, and only where keys can't be had is
    /// nothing known.
    async fn by_cookies(
        &self,
        cookies: SessionCookies<'_>,
        depth: Depth,
    ) -> Result<Arc<Checked<V>>, Refusal> {
        match (cookies.jwt, cookies.token.map(Credential::expose)) {
            (None, None) => Err(Refusal::new(Reason::LoginRequired)),
            (Some(jwt), None) => self.by_jwt(jwt, Source::Cookie, depth).await,
            (_, Some(token)) if depth == Depth::Alive => {
                let proof = SessionProof::Token(token);
                let session = self
                    .client
                    .check_alive(proof, self.settings.renewed_minutes)
                    .await
                    .map_err(Refusal::of_check)?;
                let renewal = self.renewals.place(token);
                Ok(Checked::by_token(session, token, renewal))
            }
            (None, Some(token)) => self.renew(token).await,
            (Some(jwt), Some(token)) => {
                match self
                    .client
                    .check_session(jwt.expose(), self.settings.max_token_age)
                    .await
                {
                    Ok(session) => {
                        let renewal = Some(self.renewals.place(token));
                        Ok(Checked::by_jwt(session, Source::Cookie, jwt, renewal))
                    }
                    Err(error) if error.kind() == ErrorKind::Token => self.renew(token).await,
                    Err(error) => Err(Refusal::of_check(error)),
                }
            }
        }
    }

    async fn by_jwt(
        &self,
        jwt: Credential<'_>,
        source: Source,
        depth: Depth,
    ) -> Result<Arc<Checked<V>>, Refusal> {
        let settings = &self.settings;
        let mut session = self
            .client
            .check_session(jwt.expose(), settings.max_token_age)
            .await
            .map_err(Refusal::of_check)?;
        if depth == Depth::Alive {
            let proof = SessionProof::Jwt(jwt.expose());
            session = self
                .client
                .check_alive(proof, settings.renewed_minutes)
                .await
                .map_err(Refusal::of_check)?;
        }
        Ok(Checked::by_jwt(session, source, jwt, None))
    }

    /// Has the service give a new JWT, once for all requests that come at a time.
    async fn renew(&self, token: &str) -> Result<Arc<Checked<V>>, Refusal> {
        let max_age = self.settings.max_token_age;
        let minutes = self.settings.renewed_minutes;
        let place = self.renewals.place(token);
        loop {
            let landed = self.renewals.renew(token, |token| {
                let client = self.client.clone();
                async move {
                    client
                        .check_alive(SessionProof::Token(token.expose()), minutes)
                        .await
                }
            });
            let landed = landed.await;
            let Some(result) = landed.result else {
                // the process is ending, or something in the client has panicked
                return Err(Refusal::new(Reason::Unavailable));
            };
            let session = result.map_err(Refusal::of_check)?;
            if landed.is_remembered {
                // some time has passed since, if only by a clock of a test
                let jwt = session.session_jwt().map_or("", Secret::expose);
                let still = self.client.check_session(jwt, max_age).await;
                if still.is_err_and(|error| error.kind() == ErrorKind::Token) {
                    self.renewals
                        .forget_if(place, |known| known.session_jwt() == session.session_jwt());
                    continue;
                }
            }
            return Ok(Checked::by_token(session, token, place));
        }
    }

    /// The cookies for a session that the service has just answered about.
    fn renewed(&self, session: &Authenticated<V::Session>) -> Cookies {
        let none = Secret::default();
        let token = session.session_token().unwrap_or(&none);
        let jwt = session.session_jwt().unwrap_or(&none);
        let cookies = &self.settings.cookies;
        cookies.renew(token, jwt, life::<V>(session))
    }
}

impl<V: Vertical> fmt::Debug for Sessions<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sessions")
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
