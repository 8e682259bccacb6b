// Generated from spec/b2b/magic_links.discovery.yaml by `cargo xtask generate`. Do not edit.

//! Finish a login by magic link that began without an organization.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Secret, Timestamp};

use crate::discovery::DiscoveredOrganization;

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.magic_links().discovery()`, on which the calls of [this module](self) are made.
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

    /// Trades the token of a discovery link for an intermediate session.
    ///
    /// The token comes as `token` in the query of your redirect URL, beside
    /// `stytch_token_type=discovery`. Nobody is logged in yet: show `discovered_organizations`, then
    /// enter the chosen one with
    /// [`discovery().intermediate_sessions().exchange`](crate::discovery::intermediate_sessions::IntermediateSessions::exchange),
    /// or found a new one with
    /// [`discovery().organizations().create`](crate::discovery::organizations::Organizations::create),
    /// within ten minutes.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`pkce_expected_code_verifier`](crate::ErrorType::PkceExpectedCodeVerifier): The flow began
    ///   with a challenge, but the verifier is missing.
    /// - [`pkce_mismatch`](crate::ErrorType::PkceMismatch): The verifier does not fit the challenge
    ///   with which the flow began.
    /// - [`unable_to_auth_magic_link`](crate::ErrorType::UnableToAuthMagicLink): The link is used up or
    ///   has expired; send another.
    /// - [`magic_link_not_found`](crate::ErrorType::MagicLinkNotFound): The token of the link is not
    ///   known; it may have been cut short on the way.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::magic_links::discovery;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let token = "the token from the query of the link";
    /// let request = discovery::AuthenticateRequest::new(token);
    /// let found = stytch.magic_links().discovery().authenticate(request).await?;
    /// println!("where to, {}?", found.email_address);
    /// for choice in &found.discovered_organizations {
    ///     if let Some(organization) = &choice.organization {
    ///         println!("- {}", organization.organization_name);
    ///     }
    /// }
    /// if found.discovered_organizations.is_empty() {
    ///     println!("- found an organization of your own");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/magic_links/discovery/authenticate` ([reference](https://stytch.com/docs/b2b/api/authenticate-discovery-magic-link))
    pub fn authenticate(&self, request: AuthenticateRequest) -> Call<AuthenticateResponse> {
        const PROOF: Proof =
            Proof::grant(&["intermediate_session_token"]).owner(&["email_address"]);
        const OPERATION: Operation = Operation::new(
            "magic_links.discovery.authenticate",
            Verb::Post,
            "/v1/b2b/magic_links/discovery/authenticate",
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
    /// The token from the link.
    pub discovery_magic_links_token: Secret,
    /// The one-time secret, base64url, whose hash was the `pkce_code_challenge` at the start of this
    /// login; needed if there was one.
    pub pkce_code_verifier: Option<Secret>,
}

impl AuthenticateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(discovery_magic_links_token: impl Into<Secret>) -> Self {
        Self {
            discovery_magic_links_token: discovery_magic_links_token.into(),
            pkce_code_verifier: None,
        }
    }

    /// The one-time secret, base64url, whose hash was the `pkce_code_challenge` at the start of this
    /// login; needed if there was one.
    #[must_use]
    pub fn pkce_code_verifier(mut self, pkce_code_verifier: impl Into<Secret>) -> Self {
        self.pkce_code_verifier = Some(pkce_code_verifier.into());
        self
    }
}

#[doc(hidden)]
impl Body for AuthenticateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add(
            "discovery_magic_links_token",
            &self.discovery_magic_links_token,
        );
        fields.add("pkce_code_verifier", &self.pkce_code_verifier);
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
