//! Logging in and out.

use std::{convert::Infallible, marker::PhantomData};

use axum::{
    extract::{FromRef, FromRequestParts, OptionalFromRequestParts},
    http::request::Parts,
    response::{IntoResponse, Redirect, Response},
};
use stytch_core::{Error, Secret, session::SessionModel as _};

use crate::{
    auth::Auth,
    session::Session,
    vertical::{Vertical, life},
    web::{Cookies, Next, Reason, Refusal},
};

/// An answer of the API that may log somebody in: that of any call by which a login is made, goes on or
/// is renewed.
pub trait Login<V: Vertical> {
    /// What the answer hands out.
    fn granted(&self) -> Granted<'_, V::Session>;
}

/// What a login hands out. What is empty is as good as missing.
#[derive(Debug)]
pub struct Granted<'a, S> {
    /// The session token.
    pub session_token: Option<&'a Secret>,
    /// The session JWT.
    pub session_jwt: Option<&'a Secret>,
    /// The session.
    pub session: Option<&'a S>,
    /// The token of a login that needs another step.
    pub intermediate_session_token: Option<&'a Secret>,
}

impl<S> Default for Granted<'_, S> {
    fn default() -> Self {
        Self {
            session_token: None,
            session_jwt: None,
            session: None,
            intermediate_session_token: None,
        }
    }
}

/// Implements [`Login`] for answers of a client, each with the fields that it has.
macro_rules! logins {
    ($client:ty: $($answer:path { $($field:ident $(from $own:ident)?),+ })+) => {
        $(impl crate::Login<$client> for $answer {
            #[allow(clippy::needless_update, reason = "some answers have all there is")]
            fn granted(&self) -> crate::Granted<'_, <$client as crate::vertical::Sealed>::Session> {
                crate::Granted {
                    $($field: crate::login::logins!(@ self $field $($own)?),)+
                    ..crate::Granted::default()
                }
            }
        })+
    };
    (@ $this:ident $field:ident) => { (&$this.$field).into() };
    (@ $this:ident $field:ident $own:ident) => { (&$this.$own).into() };
}

pub(crate) use logins;

impl<V: Vertical> Auth<V> {
    /// The cookies for what an answer of the API says: those of the session, or, if the login needs
    /// another step, that of the intermediate session. They go into the response as one of its parts.
    ///
    /// An answer that brings no session leaves the cookies as they are. Calls of the consumer API start one only
    /// if the request says how long it lives, by `session_duration_minutes`.
    ///
    /// ```
    /// use axum::response::{IntoResponse, Redirect};
    /// use stytch_axum::b2b::Auth;
    ///
    /// fn welcome(auth: &Auth, login: &stytch_b2b::sso::AuthenticateResponse) -> impl IntoResponse {
    ///     (auth.login(login), Redirect::to("/"))
    /// }
    /// ```
    pub fn login(&self, answer: &impl Login<V>) -> Cookies {
        let cookies = self.cookie_settings();
        let granted = answer.granted();
        let none = Secret::default();
        let token = granted.session_token.unwrap_or(&none);
        let jwt = granted.session_jwt.unwrap_or(&none);
        if !token.is_empty() || !jwt.is_empty() {
            return cookies.log_in(token, jwt, granted.session.and_then(life::<V>));
        }
        match granted
            .intermediate_session_token
            .filter(|token| !token.is_empty())
        {
            Some(token) => cookies.intermediate(token),
            None => Cookies::default(),
        }
    }

    /// Ends a session, and gives the cookies that make the browser forget it.
    ///
    /// They are given whether or not the API could be reached: whoever logs out at a machine that is
    /// not his own must not stay logged in there. The error tells that the session may live on.
    ///
    /// ```
    /// use axum::{extract::State, response::{IntoResponse, Redirect}};
    /// use stytch_axum::b2b::{Auth, MemberSession};
    ///
    /// async fn logout(State(auth): State<Auth>, session: MemberSession) -> impl IntoResponse {
    ///     let (cookies, revoked) = auth.logout(&session).await;
    ///     if let Err(error) = revoked {
    ///         eprintln!("the session lives on: {error}");
    ///     }
    ///     (cookies, Redirect::to("/"))
    /// }
    /// ```
    pub async fn logout<R>(&self, session: &Session<V, R>) -> (Cookies, Result<(), Error>) {
        // now, since the browser may leave before the answer, and then, since other requests may have
        // the session renewed until it has ended
        self.sessions().forget(session.checked());
        let revoked = self.client().revoke(session.session_id()).await;
        self.sessions().forget(session.checked());
        (self.cookie_settings().log_out(), revoked)
    }
}

/// That a request which writes comes from the app's own pages: for forms without a session, such as
/// that of a login, by which another site could log its visitors in as somebody else. Requests that
/// only read pass.
///
/// ```
/// use stytch_axum::b2b::SameOrigin;
///
/// async fn log_in(_: SameOrigin, form: String) {}
/// ```
#[derive(Debug)]
pub struct SameOrigin<V>(PhantomData<fn() -> V>);

impl<S, V> FromRequestParts<S> for SameOrigin<V>
where
    S: Sync,
    V: Vertical,
    Auth<V>: FromRef<S>,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        if Auth::from_ref(state).may_write(parts) {
            Ok(Self(PhantomData))
        } else {
            Err(Refusal::new(Reason::CrossOrigin))
        }
    }
}

impl<S: Sync> OptionalFromRequestParts<S> for Next {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Infallible> {
        let kept = parts.extensions.get::<Self>().cloned();
        Ok(kept.or_else(|| parts.uri.query().and_then(Self::of_query)))
    }
}

impl<S: Sync> FromRequestParts<S> for Next {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let given = <Self as OptionalFromRequestParts<S>>::from_request_parts(parts, state);
        Ok(given.await?.unwrap_or_default())
    }
}

/// Leads there.
impl IntoResponse for Next {
    fn into_response(self) -> Response {
        Redirect::to(self.as_str()).into_response()
    }
}
