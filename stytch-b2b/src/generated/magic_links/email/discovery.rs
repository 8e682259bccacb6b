// Generated from spec/b2b/magic_links.email.discovery.yaml by `cargo xtask generate`. Do not edit.

//! Email magic links to people whose organization is not known yet.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};

use crate::Locale;

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.magic_links().email().discovery()`, on which the calls of [this module](self) are made.
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

    /// Sends a link with which a person finds their organizations.
    ///
    /// Suits a common login page for all organizations, and signup. The link leads to your discovery
    /// redirect URL; pass its token to
    /// [`magic_links().discovery().authenticate`](crate::magic_links::discovery::Discovery::authenticate).
    /// No member is created by this.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`inactive_email`](crate::ErrorType::InactiveEmail): The address is marked as one that email
    ///   does not reach; ask for another.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::Locale;
    /// use stytch_b2b::magic_links::email::discovery;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = discovery::SendRequest::new("ada@example.com")
    ///     .discovery_redirect_url("https://app.example.com/authenticate")
    ///     .locale(Locale::PtBr);
    /// stytch.magic_links().email().discovery().send(request).await?;
    /// println!("look into your mailbox");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/magic_links/email/discovery/send` ([reference](https://stytch.com/docs/b2b/api/send-discovery-email))
    pub fn send(&self, request: SendRequest) -> Call<SendResponse> {
        const OPERATION: Operation = Operation::new(
            "magic_links.email.discovery.send",
            Verb::Post,
            "/v1/b2b/magic_links/email/discovery/send",
        );
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`Discovery::send`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SendRequest {
    /// Where to send the link.
    pub email_address: String,
    /// Where the link in the email leads: a page of your app that finishes the discovery login with the
    /// token in the query. The project's default when left out; without a default, the call fails.
    pub discovery_redirect_url: Option<String>,
    /// Base64url of the SHA-256 hash of a one-time secret that your app keeps. With it set, the login
    /// only completes in the app that presents the secret as `pkce_code_verifier`.
    pub pkce_code_challenge: Option<String>,
    /// Template for the email, of the kind "Magic Links - Login" in the dashboard; the default template
    /// unless set.
    pub login_template_id: Option<String>,
    /// Language of the email; English unless set.
    pub locale: Option<Locale>,
    /// Minutes for which the link works, 5 to 10080 (a week); 60 unless set.
    pub discovery_expiration_minutes: Option<u32>,
}

impl SendRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(email_address: impl Into<String>) -> Self {
        Self {
            email_address: email_address.into(),
            discovery_redirect_url: None,
            pkce_code_challenge: None,
            login_template_id: None,
            locale: None,
            discovery_expiration_minutes: None,
        }
    }

    /// Where the link in the email leads: a page of your app that finishes the discovery login with the
    /// token in the query.
    #[must_use]
    pub fn discovery_redirect_url(mut self, discovery_redirect_url: impl Into<String>) -> Self {
        self.discovery_redirect_url = Some(discovery_redirect_url.into());
        self
    }

    /// Base64url of the SHA-256 hash of a one-time secret that your app keeps.
    #[must_use]
    pub fn pkce_code_challenge(mut self, pkce_code_challenge: impl Into<String>) -> Self {
        self.pkce_code_challenge = Some(pkce_code_challenge.into());
        self
    }

    /// Template for the email, of the kind "Magic Links - Login" in the dashboard; the default template
    /// unless set.
    #[must_use]
    pub fn login_template_id(mut self, login_template_id: impl Into<String>) -> Self {
        self.login_template_id = Some(login_template_id.into());
        self
    }

    /// Language of the email; English unless set.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<Locale>) -> Self {
        self.locale = Some(locale.into());
        self
    }

    /// Minutes for which the link works, 5 to 10080 (a week); 60 unless set.
    #[must_use]
    pub fn discovery_expiration_minutes(mut self, discovery_expiration_minutes: u32) -> Self {
        self.discovery_expiration_minutes = Some(discovery_expiration_minutes);
        self
    }
}

#[doc(hidden)]
impl Body for SendRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email_address", &self.email_address);
        fields.add("discovery_redirect_url", &self.discovery_redirect_url);
        fields.add("pkce_code_challenge", &self.pkce_code_challenge);
        fields.add("login_template_id", &self.login_template_id);
        fields.add("locale", &self.locale);
        fields.add(
            "discovery_expiration_minutes",
            &self.discovery_expiration_minutes,
        );
    }
}

stytch_core::sent!(SendRequest);

/// What [`Discovery::send`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct SendResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
}

#[doc(hidden)]
impl Object for SendResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(SendResponse);
