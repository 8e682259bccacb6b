//! The calls that finish what a person has begun.

use stytch_consumer::passwords::email as passwords;
use stytch_consumer::{Client, impersonation, magic_links, oauth};
use stytch_core::{Error, Secret};

use super::{Auth, Outcome};
use crate::callbacks::{
    Browser, Cause, Failure, Finish, Judged, PasswordReset, SessionOptions, Step, keep,
};
use crate::vertical::life;
use crate::web::callback::Flow;
use crate::web::fields::Fields;
use crate::web::{CookieSettings, Cookies};

/// How long sessions live unless the app says otherwise. The service makes none that is not asked for.
const USUAL_MINUTES: i32 = 60;

/// Sets what all requests for a session have in common.
macro_rules! session {
    ($options:ident, $request:ident, $verifier:expr) => {
        $request.session_duration_minutes = $options.duration_minutes.or(Some(USUAL_MINUTES));
        $request
            .session_custom_claims
            .clone_from(&$options.custom_claims);
        $request.code_verifier = $verifier;
    };
}

impl Auth {
    /// The cookies for an outcome that does not come from [`Callbacks`](crate::callbacks::Callbacks), but
    /// from a call of the app's own, such as a login with a password.
    ///
    /// ```
    /// use axum::response::{IntoResponse, Redirect};
    /// use stytch_axum::{consumer::{Auth, Outcome}, web::Refusal};
    /// use stytch_consumer::passwords::AuthenticateRequest;
    ///
    /// # async fn log_in(auth: Auth, request: AuthenticateRequest) -> Result<impl IntoResponse, Refusal> {
    /// let outcome = Outcome::from(auth.client().passwords().authenticate(request).await?);
    /// Ok((auth.keep(&outcome), Redirect::to("/")))
    /// # }
    /// ```
    pub fn keep(&self, outcome: &Outcome) -> Cookies {
        keep::<Client>(outcome, self.cookie_settings())
    }
}

impl Finish for Client {
    type Outcome = Outcome;

    const STEPS: &'static [(&'static str, &'static [&'static str])] =
        &[("password", &["flow", "token", "password"])];

    fn flow(token_type: &str, _: Option<&str>) -> Option<Flow> {
        Flow::of_user(token_type)
    }

    async fn link(
        &self,
        session: &SessionOptions,
        browser: &Browser,
        flow: Flow,
        token: Secret,
    ) -> Result<Outcome, Error> {
        let verifier = browser.verifier.clone();
        Ok(match flow {
            Flow::MagicLink => {
                let mut request = magic_links::AuthenticateRequest::new(token);
                session!(session, request, verifier);
                self.magic_links().authenticate(request).await?.into()
            }
            Flow::OAuth => {
                let mut request = oauth::AuthenticateRequest::new(token);
                session!(session, request, verifier);
                self.oauth().authenticate(request).await?.into()
            }
            Flow::Impersonation => {
                let request = impersonation::AuthenticateRequest::new(token);
                self.impersonation().authenticate(request).await?.into()
            }
            Flow::PasswordReset => {
                Outcome::PasswordReset(Box::new(PasswordReset::new(flow, token)))
            }
            // names of the other API, which `flow` does not give
            _ => Failure::new(Cause::Malformed).into(),
        })
    }

    async fn step(
        &self,
        session: &SessionOptions,
        browser: &Browser,
        _: &'static str,
        mut fields: Fields<'_>,
    ) -> Result<Outcome, Failure> {
        let reset = PasswordReset::from_form(&mut fields)?;
        let password = fields.required("password")?;
        let mut request = passwords::ResetRequest::new(reset.token(), &*password);
        session!(session, request, browser.verifier.clone());
        let done = self.passwords().email().reset(request).await;
        let done = done.map_err(|error| Failure::of(error, Step::Link).with_password_reset(reset));
        Ok(done?.into())
    }

    fn judge(outcome: &Outcome) -> Judged<'_> {
        match outcome {
            Outcome::LoggedIn(_) => Judged::LoggedIn,
            Outcome::PasswordReset(_) => Judged::Unspent,
            Outcome::Failed(failure) => Judged::Failed(failure),
        }
    }

    fn cookies(outcome: &Outcome, browser: &Browser, settings: &CookieSettings) -> Cookies {
        let Outcome::LoggedIn(login) = outcome else {
            return Cookies::default();
        };
        let life = life::<Self>(&login.session);
        let cookies = browser.forget_login(settings);
        cookies.and(settings.renew(&login.session_token, &login.session_jwt, life))
    }
}
