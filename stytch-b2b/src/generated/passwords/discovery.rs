// Generated from spec/b2b/passwords.discovery.yaml by `cargo xtask generate`. Do not edit.

//! Log people in with a password before they have chosen an organization.
//!
//! For projects with cross-organization passwords only, where the password belongs to the email
//! address and not to one organization.

pub mod email;

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Secret, Timestamp};

use crate::discovery::DiscoveredOrganization;

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.passwords().discovery()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Discovery {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Discovery {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`passwords::discovery::email`](email): [`reset`](email::Email::reset),
    /// [`reset_start`](email::Email::reset_start).
    #[must_use]
    pub fn email(&self) -> email::Email {
        email::Email::new(self.client.clone())
    }

    /// Checks email address and password, and lists the organizations that they open.
    ///
    /// The person is not logged in yet. Let them choose from `discovered_organizations`, then trade
    /// `intermediate_session_token` for a session with
    /// [`discovery().intermediate_sessions().exchange`](crate::discovery::intermediate_sessions::IntermediateSessions::exchange).
    /// The token lives ten minutes by default.
    ///
    /// Where the project checks passwords against data breaches at login, one that leaked is refused
    /// with `member_reset_password` even if it is right: go on with
    /// [`passwords().discovery().email().reset_start`](crate::passwords::discovery::email::Email::reset_start).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`unauthorized_credentials`](crate::ErrorType::UnauthorizedCredentials): Something does not
    ///   match: the password, the session, or the project id and secret of the client.
    /// - [`member_password_not_found`](crate::ErrorType::MemberPasswordNotFound): The member has no
    ///   password yet; offer a reset by email, or another way to log in.
    /// - [`member_reset_password`](crate::ErrorType::MemberResetPassword): The password may be right
    ///   but has to be replaced, since it occurs in a data breach; start a reset by email.
    /// - [`cross_org_passwords_not_enabled`](crate::ErrorType::CrossOrgPasswordsNotEnabled): The
    ///   project does not use cross-organization passwords.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::passwords::discovery;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request =
    ///     discovery::AuthenticateRequest::new("ada@example.com", "correct horse battery staple");
    /// let found = stytch.passwords().discovery().authenticate(request).await?;
    /// for choice in &found.discovered_organizations {
    ///     if let Some(organization) = &choice.organization {
    ///         println!("{}", organization.organization_name);
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/passwords/discovery/authenticate` ([reference](https://stytch.com/docs/b2b/api/passwords-discovery-authenticate))
    pub fn authenticate(&self, request: AuthenticateRequest) -> Call<AuthenticateResponse> {
        const PROOF: Proof =
            Proof::grant(&["intermediate_session_token"]).owner(&["email_address"]);
        const OPERATION: Operation = Operation::new(
            "passwords.discovery.authenticate",
            Verb::Post,
            "/v1/b2b/passwords/discovery/authenticate",
        )
        .proof(PROOF);
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`Discovery::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// Email address of the person who logs in.
    pub email_address: String,
    /// Password that the member typed. Any UTF-8 text is allowed, spaces and emoji included.
    pub password: Secret,
}

impl AuthenticateRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(email_address: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self {
            email_address: email_address.into(),
            password: password.into(),
        }
    }
}

#[doc(hidden)]
impl Body for AuthenticateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email_address", &self.email_address);
        fields.add("password", &self.password);
    }
}

stytch_core::sent!(AuthenticateRequest);

/// What [`Discovery::authenticate`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthenticateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Email address of the person who logs in.
    pub email_address: String,
    /// Proof of the factors shown so far when they do not yet make a session: pass it to the step that
    /// adds the missing factor, or trade it for a session in an organization. Empty when the member is
    /// logged in.
    pub intermediate_session_token: Secret,
    /// When `intermediate_session_token` stops being accepted; by default ten minutes after it is
    /// issued.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub intermediate_session_token_expires_at: Option<Timestamp>,
    /// The organizations open to this person: those they are a member of or are invited to, and those
    /// they may join by email domain or OAuth tenant. Joining by domain needs just-in-time
    /// provisioning, a domain that the organization allows, and a member there whose address at the
    /// same domain is verified.
    pub discovered_organizations: Vec<DiscoveredOrganization>,
}

#[doc(hidden)]
impl Object for AuthenticateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "email_address" => self.email_address.slot(),
            "intermediate_session_token" => self.intermediate_session_token.slot(),
            "intermediate_session_token_expires_at" => {
                self.intermediate_session_token_expires_at.slot()
            }
            "discovered_organizations" => self.discovered_organizations.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateResponse);
