//! An organization to work in, and what its people do again and again.

pub(crate) mod invariants;
pub(crate) mod issuer;
pub(crate) mod process;
pub(crate) mod raw;

use std::time::Duration;

use serde_json::Value;
use stytch_b2b::organizations::members;
use stytch_b2b::{Client, Error, MemberId, MfaEnrollment, OrganizationId};
use stytch_b2b::{organizations, passwords, totps};
use stytch_emulator::Emulator;

/// An organization in an emulator of its own.
pub(crate) struct Office {
    pub(crate) emulator: Emulator,
    pub(crate) stytch: Client,
    pub(crate) id: OrganizationId,
}

impl Office {
    pub(crate) async fn open() -> Self {
        Self::of(organizations::CreateRequest::new("Acme Co")).await
    }

    pub(crate) async fn of(request: organizations::CreateRequest) -> Self {
        let emulator = Emulator::start().await.unwrap();
        let stytch = emulator.b2b_client();
        let made = stytch.organizations().create(request).await.unwrap();
        Self {
            id: made.organization.organization_id,
            emulator,
            stytch,
        }
    }

    /// A member with a password, who has proven the address by setting it.
    pub(crate) async fn hire(&self, email: &str, password: &str) -> MemberId {
        let request = members::CreateRequest::new(&self.id, email);
        let made = self.stytch.organizations().members().create(request);
        let member_id = made.await.unwrap().member_id;
        let request = passwords::email::ResetStartRequest::new(&self.id, email);
        let started = self.stytch.passwords().email().reset_start(request);
        started.await.unwrap();
        let token = self.token_to(email).await;
        let request = passwords::email::ResetRequest::new(token, password);
        let reset = self.stytch.passwords().email().reset(request);
        assert!(reset.await.unwrap().member_authenticated);
        member_id
    }

    /// Asks for a login with a password.
    pub(crate) async fn log_in(
        &self,
        email: &str,
        password: &str,
    ) -> Result<passwords::AuthenticateResponse, Error> {
        let request = passwords::AuthenticateRequest::new(&self.id, email, password);
        self.stytch.passwords().authenticate(request).await
    }

    /// Sets up an authenticator app for a member, who needs it from then on. Its key.
    pub(crate) async fn enroll_app(&self, email: &str, password: &str) -> String {
        let login = self.log_in(email, password).await.unwrap();
        let request = totps::CreateRequest::new(&self.id, &login.member_id);
        let app = self.stytch.totps().create(request).await.unwrap();
        let code = self.emulator.totp_code(app.secret.expose()).unwrap();
        let request = totps::AuthenticateRequest::new(&self.id, &login.member_id, code)
            .session_token(login.session_token)
            .set_mfa_enrollment(MfaEnrollment::Enroll);
        self.stytch.totps().authenticate(request).await.unwrap();
        app.secret.expose().to_owned()
    }

    /// Changes the settings of the project.
    pub(crate) async fn set(&self, change: impl FnOnce(&mut Value)) {
        let url = format!("{}/_emulator/settings", self.emulator.url());
        let http = reqwest::Client::new();
        let answer = http.get(&url).send().await.unwrap();
        let mut settings: Value = answer.json().await.unwrap();
        change(&mut settings);
        let answer = http.put(&url).json(&settings).send().await.unwrap();
        assert_eq!(answer.status(), 200);
    }

    /// The token of the newest link to somebody.
    pub(crate) async fn token_to(&self, recipient: &str) -> String {
        let inbox = self.emulator.messages().to(recipient);
        let message = inbox.next_within(Duration::from_secs(5)).await.unwrap();
        message.token.unwrap()
    }

    /// The newest code to somebody.
    pub(crate) async fn code_to(&self, recipient: &str) -> String {
        let inbox = self.emulator.messages().to(recipient);
        let message = inbox.next_within(Duration::from_secs(5)).await.unwrap();
        message.code.unwrap()
    }
}

/// An emulator, and the consumer client of its project.
pub(crate) async fn for_users() -> (Emulator, stytch_consumer::Client) {
    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.consumer_client();
    (emulator, stytch)
}

/// Makes sure that an error is the service's refusal of this kind.
#[track_caller]
pub(crate) fn refused(error: &Error, status: u16, error_type: &str) {
    assert!(error.is_type(error_type), "{error_type}: {error}");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
}
