//! The session of a request: checked once, whoever asks for it.

use std::sync::Arc;

use axum::http::request::Parts;
use stytch_core::{
    ErrorKind, Secret,
    session::{Authenticated, SessionProof},
};

use crate::{
    auth::Auth,
    layer::Jar,
    vertical::Vertical,
    web::{Malformed, Presented, Reason, Refusal, Renewals, SessionCookies, Source, presented},
};

/// A session as it was checked for one request.
pub(crate) struct Checked<V: Vertical> {
    pub(crate) session: Authenticated<V::Session>,
    pub(crate) source: Source,
    /// What was checked, if it was not the token, and so what may act for the session.
    jwt: Option<Secret>,
    /// What the session is renewed by.
    token: Secret,
}

impl<V: Vertical> Checked<V> {
    pub(crate) fn proof(&self) -> SessionProof<'_> {
        match &self.jwt {
            Some(jwt) => SessionProof::Jwt(jwt.expose()),
            None => SessionProof::Token(self.token.expose()),
        }
    }

    /// What the session would be renewed by; empty if nothing.
    pub(crate) fn token(&self) -> &str {
        self.token.expose()
    }

    fn by_jwt(
        session: Authenticated<V::Session>,
        source: Source,
        jwt: &str,
        token: Option<&str>,
    ) -> Arc<Self> {
        let (jwt, token) = (Some(jwt.into()), token.unwrap_or_default().into());
        Arc::new(Self {
            session,
            source,
            jwt,
            token,
        })
    }

    fn by_token(session: Authenticated<V::Session>, token: &str) -> Arc<Self> {
        // the service may have given the session another one
        let given = session.session_token().cloned();
        let token = given.unwrap_or_else(|| token.into());
        Arc::new(Self {
            session,
            source: Source::Cookie,
            jwt: None,
            token,
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

/// The verdict on a request, and whose it is: an app may serve two projects.
struct Cached<V: Vertical> {
    by: Arc<Renewals<Authenticated<V::Session>>>,
    depth: Depth,
    verdict: Verdict<V>,
}

impl<V: Vertical> Clone for Cached<V> {
    fn clone(&self) -> Self {
        Self {
            by: Arc::clone(&self.by),
            depth: self.depth,
            verdict: self.verdict.clone(),
        }
    }
}

/// Checks the session of a request, unless that was done before.
pub(crate) async fn session<V: Vertical>(
    auth: &Auth<V>,
    parts: &mut Parts,
    depth: Depth,
) -> Verdict<V> {
    if let Some(cached) = parts.extensions.get::<Cached<V>>()
        && auth.is(&cached.by)
        // what was refused once does not become better by asking further
        && (cached.depth >= depth || !matches!(cached.verdict, Ok(Some(_))))
    {
        return cached.verdict.clone();
    }
    let verdict = check(auth, parts, depth).await;
    let by = Arc::clone(auth.renewals());
    parts.extensions.insert(Cached::<V> {
        by,
        depth,
        verdict: verdict.clone(),
    });
    verdict
}

async fn check<V: Vertical>(auth: &Auth<V>, parts: &Parts, depth: Depth) -> Verdict<V> {
    let jar = Jar::of(parts)?;
    let settings = auth.settings();
    match presented(&parts.headers, &settings.cookies) {
        Ok(Presented::Nothing) => Ok(None),
        Ok(Presented::Bearer(jwt)) => {
            let checked = by_jwt(auth, jwt, Source::Header, depth).await?;
            Ok(Some(checked))
        }
        Ok(Presented::Cookies(_)) if !settings.origins.may_write(parts) => {
            Err(Refusal::new(Reason::CrossOrigin))
        }
        Ok(Presented::Cookies(cookies)) => {
            let checked = by_cookies(auth, cookies, depth).await;
            match &checked {
                Ok(checked) if checked.session.is_local() => {}
                Ok(checked) => jar.put(auth.renewed(&checked.session)),
                // only a login can help; whatever else is wrong may pass, and the session is good then
                Err(refusal) if refusal.needs_login() => jar.put(settings.cookies.clear_session()),
                Err(_) => {}
            }
            checked.map(Some)
        }
        Err(malformed) => {
            if malformed == Malformed::Cookie {
                jar.put(settings.cookies.clear_session());
            }
            Err(Refusal::new(Reason::Malformed(malformed)))
        }
    }
}

/// The JWT spares a question to the service; the session token is what a browser keeps to be asked
/// about. So whatever is wrong with the JWT, the service decides, and only where keys can't be had is
/// nothing known.
async fn by_cookies<V: Vertical>(
    auth: &Auth<V>,
    cookies: SessionCookies<'_>,
    depth: Depth,
) -> Result<Arc<Checked<V>>, Refusal> {
    match (cookies.jwt, cookies.token) {
        (None, None) => Err(Refusal::new(Reason::LoginRequired)),
        (Some(jwt), None) => by_jwt(auth, jwt, Source::Cookie, depth).await,
        (_, Some(token)) if depth == Depth::Alive => {
            let proof = SessionProof::Token(token);
            let session = auth
                .client()
                .check_alive(proof, auth.settings().renewed_minutes)
                .await
                .map_err(Refusal::of_check)?;
            Ok(Checked::by_token(session, token))
        }
        (None, Some(token)) => renew(auth, token).await,
        (Some(jwt), Some(token)) => {
            match auth
                .client()
                .check_session(jwt, auth.settings().max_token_age)
                .await
            {
                Ok(session) => Ok(Checked::by_jwt(session, Source::Cookie, jwt, Some(token))),
                Err(error) if error.kind() == ErrorKind::Token => renew(auth, token).await,
                Err(error) => Err(Refusal::of_check(error)),
            }
        }
    }
}

async fn by_jwt<V: Vertical>(
    auth: &Auth<V>,
    jwt: &str,
    source: Source,
    depth: Depth,
) -> Result<Arc<Checked<V>>, Refusal> {
    let settings = auth.settings();
    let mut session = auth
        .client()
        .check_session(jwt, settings.max_token_age)
        .await
        .map_err(Refusal::of_check)?;
    if depth == Depth::Alive {
        let proof = SessionProof::Jwt(jwt);
        session = auth
            .client()
            .check_alive(proof, settings.renewed_minutes)
            .await
            .map_err(Refusal::of_check)?;
    }
    Ok(Checked::by_jwt(session, source, jwt, None))
}

/// Has the service give a new JWT, once for all requests that come at a time.
async fn renew<V: Vertical>(auth: &Auth<V>, token: &str) -> Result<Arc<Checked<V>>, Refusal> {
    let max_age = auth.settings().max_token_age;
    let minutes = auth.settings().renewed_minutes;
    loop {
        let landed = auth.renewals().renew(token, |token| {
            let client = auth.client().clone();
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
            let still = auth.client().check_session(jwt, max_age).await;
            if still.is_err_and(|error| error.kind() == ErrorKind::Token) {
                auth.renewals()
                    .forget(token, |known| known.session_jwt() == session.session_jwt());
                continue;
            }
        }
        return Ok(Checked::by_token(session, token));
    }
}
