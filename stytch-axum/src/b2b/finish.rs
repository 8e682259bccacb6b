//! The calls that finish what a person has begun.

use stytch_b2b::discovery::{intermediate_sessions as choosing, organizations as founding};
use stytch_b2b::otps::sms;
use stytch_b2b::passwords::{discovery::email as discovery_passwords, email as passwords};
use stytch_b2b::tokens::SessionProof;
use stytch_b2b::{
    Client, MemberId, MfaEnrollment, OrganizationId, impersonation, magic_links, oauth,
    recovery_codes, sessions, sso, totps,
};
use stytch_core::{Error, Secret};

use super::{Auth, Outcome, Pending};
use crate::callbacks::{
    Browser, Cause, Failure, Finish, Judged, PENDING, PENDING_LIFE, PasswordReset, SessionOptions,
    Step, keep,
};
use crate::vertical::life;
use crate::web::callback::Flow;
use crate::web::fields::{Fields, Odd};
use crate::web::{CookieSettings, Cookies};

impl Auth {
    /// The cookies for an outcome that does not come from [`Callbacks`](crate::callbacks::Callbacks), but
    /// from a call of the app's own, such as a login with a password.
    ///
    /// ```
    /// use axum::response::{IntoResponse, Redirect};
    /// use stytch_axum::{b2b::{Auth, Outcome}, web::Refusal};
    /// use stytch_b2b::passwords::AuthenticateRequest;
    ///
    /// # async fn log_in(auth: Auth, request: AuthenticateRequest) -> Result<impl IntoResponse, Refusal> {
    /// let outcome = Outcome::from(auth.client().passwords().authenticate(request).await?);
    /// let page = match &outcome {
    ///     Outcome::MfaRequired(_) => "/second-factor",
    ///     _ => "/",
    /// };
    /// Ok((auth.keep(&outcome), Redirect::to(page)))
    /// # }
    /// ```
    pub fn keep(&self, outcome: &Outcome) -> Cookies {
        keep::<Client>(outcome, self.cookie_settings())
    }
}

impl Finish for Client {
    type Outcome = Outcome;

    const STEPS: &'static [(&'static str, &'static [&'static str])] = &[
        ("organization", &["organization_id"]),
        ("organization/new", &["organization_name"]),
        ("totp", &["code"]),
        ("sms", &["code"]),
        ("sms/send", &["phone_number"]),
        ("recovery_code", &["code"]),
        ("password", &["flow", "token", "password"]),
    ];

    fn flow(token_type: &str, redirect_type: Option<&str>) -> Option<Flow> {
        Flow::of_member(token_type, redirect_type)
    }

    async fn link(
        &self,
        session: &SessionOptions,
        browser: &Browser,
        flow: Flow,
        token: Secret,
    ) -> Result<Outcome, Error> {
        let attempt = Attempt {
            client: self,
            session,
            browser,
        };
        attempt.link(flow, token).await
    }

    async fn step(
        &self,
        session: &SessionOptions,
        browser: &Browser,
        step: &'static str,
        fields: Fields<'_>,
    ) -> Result<Outcome, Failure> {
        let attempt = Attempt {
            client: self,
            session,
            browser,
        };
        attempt.step(step, fields).await
    }

    fn judge(outcome: &Outcome) -> Judged<'_> {
        match outcome {
            Outcome::LoggedIn(_) => Judged::LoggedIn,
            Outcome::Discovered(_) | Outcome::MfaRequired(_) | Outcome::PrimaryRequired(_) => {
                Judged::GoesOn
            }
            Outcome::PasswordReset(_) => Judged::Unspent,
            Outcome::Failed(failure) => Judged::Failed(failure),
        }
    }

    fn cookies(outcome: &Outcome, browser: &Browser, settings: &CookieSettings) -> Cookies {
        match outcome {
            Outcome::LoggedIn(login) => {
                let life = life::<Self>(&login.member_session);
                let cookies = browser.forget_login(settings);
                cookies.and(settings.renew(&login.session_token, &login.session_jwt, life))
            }
            Outcome::Discovered(discovered) => {
                let cookies = settings.intermediate(&discovered.intermediate_session_token);
                match browser.pending {
                    Some(_) => cookies.and(settings.clear(PENDING)),
                    None => cookies,
                }
            }
            Outcome::MfaRequired(pending) | Outcome::PrimaryRequired(pending) => {
                let cookies = settings.intermediate(pending.intermediate_session_token());
                cookies.and(settings.short_lived(PENDING, &pending.to_cookie(), PENDING_LIFE))
            }
            Outcome::PasswordReset(_) | Outcome::Failed(_) => Cookies::default(),
        }
    }
}

/// What a call is made with.
struct Attempt<'a> {
    client: &'a Client,
    session: &'a SessionOptions,
    browser: &'a Browser,
}

/// Sets what all requests for a session have in common.
macro_rules! session {
    ($attempt:ident, $request:ident $(, $field:ident: $value:expr)*) => {
        $request.session_duration_minutes = $attempt.session.duration_minutes;
        $request.session_custom_claims.clone_from(&$attempt.session.custom_claims);
        $($request.$field = $value;)*
    };
}

impl Attempt<'_> {
    /// Finishes a redirect.
    async fn link(&self, flow: Flow, token: Secret) -> Result<Outcome, Error> {
        let verifier = self.browser.verifier.clone();
        let client = self.client;
        Ok(match flow {
            Flow::MagicLink => {
                let mut request = magic_links::AuthenticateRequest::new(token);
                session!(self, request, pkce_code_verifier: verifier, intermediate_session_token: self.to_be_added_to());
                client.magic_links().authenticate(request).await?.into()
            }
            Flow::OAuth => {
                let mut request = oauth::AuthenticateRequest::new(token);
                session!(self, request, pkce_code_verifier: verifier, intermediate_session_token: self.to_be_added_to());
                client.oauth().authenticate(request).await?.into()
            }
            Flow::Sso => {
                let mut request = sso::AuthenticateRequest::new(token);
                session!(self, request, pkce_code_verifier: verifier, intermediate_session_token: self.to_be_added_to());
                client.sso().authenticate(request).await?.into()
            }
            Flow::Discovery => {
                let mut request = magic_links::discovery::AuthenticateRequest::new(token);
                request.pkce_code_verifier = verifier;
                let links = client.magic_links();
                links.discovery().authenticate(request).await?.into()
            }
            Flow::DiscoveryOAuth => {
                let mut request = oauth::discovery::AuthenticateRequest::new(token);
                request.pkce_code_verifier = verifier;
                let logins = client.oauth();
                logins.discovery().authenticate(request).await?.into()
            }
            Flow::Impersonation => {
                let request = impersonation::AuthenticateRequest::new(token);
                client.impersonation().authenticate(request).await?.into()
            }
            Flow::PasswordReset | Flow::DiscoveryPasswordReset => {
                Outcome::PasswordReset(Box::new(PasswordReset::new(flow, token)))
            }
        })
    }

    /// Takes a step that a form asks for.
    async fn step(&self, step: &str, fields: Fields<'_>) -> Result<Outcome, Failure> {
        match step {
            "organization" => self.choose(fields).await,
            "organization/new" => self.found(fields).await,
            "totp" => self.totp(fields).await,
            "sms" => self.sms(fields).await,
            "sms/send" => self.send_sms(fields).await,
            "recovery_code" => self.recovery_code(fields).await,
            "password" => self.password(fields).await,
            _ => Err(Cause::Malformed.into()),
        }
    }

    /// An intermediate session that waits for another first factor, which the token may be.
    fn to_be_added_to(&self) -> Option<Secret> {
        let pending = self.pending().ok()?;
        (!pending.is_mfa()).then(|| proof(&pending))
    }

    fn pending(&self) -> Result<Pending, Cause> {
        pending(self.browser)
    }

    async fn choose(&self, mut fields: Fields<'_>) -> Result<Outcome, Failure> {
        let organization_id = &*fields.required("organization_id")?;
        if let Some(token) = &self.browser.intermediate {
            let mut request = choosing::ExchangeRequest::new(token, organization_id);
            session!(self, request);
            let discovery = self.client.discovery();
            let exchanged = discovery.intermediate_sessions().exchange(request).await;
            return Ok(exchanged.map_err(Failure::at(Step::Choice))?.into());
        }
        // who is logged in goes over to another organization; by the token, since the service takes a JWT
        // that has ended, too
        let token = self.browser.session_token.as_ref().ok_or(Cause::Expired)?;
        let mut request = sessions::ExchangeRequest::new(organization_id).session_token(token);
        session!(self, request);
        let exchanged = self.client.sessions().exchange(request).await;
        Ok(exchanged.map_err(Failure::at(Step::Choice))?.into())
    }

    async fn found(&self, mut fields: Fields<'_>) -> Result<Outcome, Failure> {
        let name = fields.required("organization_name")?;
        let token = self.browser.intermediate.as_ref().ok_or(Cause::Expired)?;
        let mut request = founding::CreateRequest::new(token).organization_name(name);
        session!(self, request);
        let discovery = self.client.discovery();
        let founded = discovery.organizations().create(request).await;
        Ok(founded.map_err(Failure::at(Step::Choice))?.into())
    }

    /// Whose second factor it is: of a login that waits for it, or of somebody who is logged in and adds it
    /// to the session.
    async fn subject(&self) -> Result<Subject, Failure> {
        if let Ok(pending) = self.pending() {
            return Ok(Subject {
                organization_id: pending.organization_id().clone(),
                member_id: pending.member_id().clone(),
                enrollment: pending.must_enroll().then_some(MfaEnrollment::Enroll),
                intermediate: Some(proof(&pending)),
                session: None,
            });
        }
        let token = self.browser.session_token.as_ref().ok_or(Cause::Expired)?;
        let sessions = self.client.sessions();
        let session = sessions
            .check_alive(SessionProof::Token(token.expose()))
            .await;
        let session = session.map_err(Failure::at(Step::Choice))?;
        Ok(Subject {
            organization_id: session.organization_id.clone(),
            member_id: session.member_id.clone(),
            enrollment: Some(MfaEnrollment::Enroll),
            intermediate: None,
            session: Some(token.clone()),
        })
    }

    async fn totp(&self, mut fields: Fields<'_>) -> Result<Outcome, Failure> {
        let (subject, code) = (self.subject().await?, code(&mut fields)?);
        let (organization_id, member_id) = (subject.organization_id, subject.member_id);
        let mut request = totps::AuthenticateRequest::new(organization_id, member_id, code);
        session!(self, request, set_mfa_enrollment: subject.enrollment, intermediate_session_token: subject.intermediate, session_token: subject.session);
        let login = self.client.totps().authenticate(request).await;
        Ok(login.map_err(Failure::at(Step::Code))?.into())
    }

    async fn sms(&self, mut fields: Fields<'_>) -> Result<Outcome, Failure> {
        let (subject, code) = (self.subject().await?, code(&mut fields)?);
        let (organization_id, member_id) = (subject.organization_id, subject.member_id);
        let mut request = sms::AuthenticateRequest::new(organization_id, member_id, code);
        session!(self, request, set_mfa_enrollment: subject.enrollment, intermediate_session_token: subject.intermediate, session_token: subject.session);
        let login = self.client.otps().sms().authenticate(request).await;
        Ok(login.map_err(Failure::at(Step::Code))?.into())
    }

    async fn send_sms(&self, mut fields: Fields<'_>) -> Result<Outcome, Failure> {
        let pending = self.pending()?;
        let number = fields
            .take("phone_number")
            .filter(|number| !number.is_empty());
        let (organization_id, member_id) = (pending.organization_id(), pending.member_id());
        let mut request = sms::SendRequest::new(organization_id, member_id);
        request.mfa_phone_number = number.as_deref().map(Into::into);
        request.intermediate_session_token = Some(proof(&pending));
        let sent = self.client.otps().sms().send(request).await;
        sent.map_err(Failure::at(Step::Choice))?;
        let pending = pending.with_code_sent(number.as_deref());
        Ok(Outcome::MfaRequired(Box::new(pending)))
    }

    async fn recovery_code(&self, mut fields: Fields<'_>) -> Result<Outcome, Failure> {
        let (pending, code) = (self.pending()?, code(&mut fields)?);
        let (organization_id, member_id) = (pending.organization_id(), pending.member_id());
        let mut request = recovery_codes::RecoverRequest::new(organization_id, member_id, code);
        session!(self, request, intermediate_session_token: Some(proof(&pending)));
        let login = self.client.recovery_codes().recover(request).await;
        Ok(login.map_err(Failure::at(Step::Code))?.into())
    }

    async fn password(&self, mut fields: Fields<'_>) -> Result<Outcome, Failure> {
        let reset = PasswordReset::from_form(&mut fields)?;
        let password = fields.required("password")?;
        let token = reset.token();
        let verifier = self.browser.verifier.clone();
        let passwords = self.client.passwords();
        let outcome = match reset.flow() {
            Flow::PasswordReset => {
                let mut request = passwords::ResetRequest::new(token, &*password);
                session!(self, request, code_verifier: verifier);
                passwords.email().reset(request).await.map(Outcome::from)
            }
            _ => {
                let mut request = discovery_passwords::ResetRequest::new(token, &*password);
                request.pkce_code_verifier = verifier;
                passwords
                    .discovery()
                    .email()
                    .reset(request)
                    .await
                    .map(Outcome::from)
            }
        };
        Ok(outcome.unwrap_or_else(|error| {
            Failure::of(error, Step::Link)
                .with_password_reset(reset)
                .into()
        }))
    }
}

/// Who gives a second factor, and what proves the first.
struct Subject {
    organization_id: OrganizationId,
    member_id: MemberId,
    /// Who has set up a second factor keeps it.
    enrollment: Option<MfaEnrollment>,
    intermediate: Option<Secret>,
    session: Option<Secret>,
}

/// The login that the browser says it is in the middle of.
pub(super) fn pending(browser: &Browser) -> Result<Pending, Cause> {
    let token = browser.intermediate.clone().ok_or(Cause::Expired)?;
    let cookie = browser.pending.as_deref().ok_or(Cause::Expired)?;
    Pending::from_cookie(cookie, token).map_err(|Odd| Cause::Expired)
}

fn proof(pending: &Pending) -> Secret {
    pending.intermediate_session_token().clone()
}

/// A code, without the spaces that apps show it with.
fn code(fields: &mut Fields<'_>) -> Result<Secret, Odd> {
    let code: String = fields.required("code")?.split_whitespace().collect();
    if code.is_empty() {
        Err(Odd)
    } else {
        Ok(code.into())
    }
}
