// Generated from spec/shared/connected_app.yaml by `cargo xtask generate`. Do not edit.

//! Let other apps act for your users, with your app as their OAuth 2.0 and OIDC provider.
//!
//! A connected app is an OAuth client: an integration, a command line tool, an AI agent, an MCP
//! client. Register it with
//! [`connected_app().clients().create`](crate::connected_app::clients::Clients::create), then
//! answer its authorization requests with
//! [`idp().oauth().authorize_start`](crate::idp::oauth::Oauth::authorize_start) and
//! [`idp().oauth().authorize`](crate::idp::oauth::Oauth::authorize). For machines that act for
//! themselves and not for a user, see
//! [`m2m().clients().create`](crate::m2m::clients::Clients::create).

pub mod clients;

use stytch_core::Secret;
use stytch_core::wire::{Object, Receive, Slot, list};

use crate::{ConnectedAppId, OauthPrompt};

#[cfg(feature = "client")]
use stytch_core::{Error, Handle, Link};

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.connected_app()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct ConnectedApp {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl ConnectedApp {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`connected_app::clients`](clients): [`create`](clients::Clients::create),
    /// [`get`](clients::Clients::get), [`search`](clients::Clients::search),
    /// [`update`](clients::Clients::update), [`delete`](clients::Clients::delete),
    /// [`secrets()`](clients::Clients::secrets).
    #[must_use]
    pub fn clients(&self) -> clients::Clients {
        clients::Clients::new(self.client.clone())
    }

    /// Asks for an authorization, as a connected app does.
    ///
    /// This is the other side: what an app, or a test, sends the browser of a user to. The page there
    /// is one of the project's own; it works with
    /// [`idp().oauth().authorize_start`](crate::idp::oauth::Oauth::authorize_start) and
    /// [`idp().oauth().authorize`](crate::idp::oauth::Oauth::authorize), and sends the browser back to
    /// the `redirect_uri` with a `code` and the `state`, or with an `error` (RFC 6749, section 4.1).
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) for a value that is set, but
    /// empty or not fit for the address.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::{Pkce, connected_app};
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn redirect(_location: &str) {}
    /// let pkce = Pkce::new();
    /// let link = connected_app::AuthorizeLink::new(
    ///     "https://app.example.com/oauth/authorize",
    ///     "connected-app-test-d2a7f6c1-58b3-4e0d-9c94-0f6e3b8a1d27",
    ///     "https://client.example.net/callback",
    ///     pkce.challenge(),
    /// )
    /// .scope(["openid", "email"])
    /// .state("what the app recognizes");
    /// redirect(stytch.connected_app().authorize(link)?.as_str());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET {authorization_endpoint}?response_type=code&code_challenge_method=S256`
    pub fn authorize(&self, link: AuthorizeLink) -> Result<Link, Error> {
        self.client
            .link_to(
                "authorization_endpoint",
                link.authorization_endpoint.as_str(),
            )
            .value("response_type", Some(&"code"))
            .value("code_challenge_method", Some(&"S256"))
            .value("client_id", Some(&link.client_id))
            .value("redirect_uri", Some(&link.redirect_uri))
            .value("code_challenge", Some(&link.code_challenge))
            .list("scope", link.scope.as_ref())
            .value("state", link.state.as_ref())
            .value("nonce", link.nonce.as_ref())
            .value("prompt", link.prompt.as_ref())
            .finish()
    }
}

/// What [`ConnectedApp::authorize`] takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AuthorizeLink {
    /// Whole address of the authorization page, as `authorization_endpoint` of the project's
    /// `/.well-known/openid-configuration` gives it. A query that it has is kept.
    pub authorization_endpoint: String,
    /// The app's own id.
    pub client_id: ConnectedAppId,
    /// Where the browser comes back to; one of the app's redirect URLs.
    pub redirect_uri: String,
    /// The challenge of a [`Pkce`](crate::Pkce), whose verifier then goes to the token endpoint along
    /// with the code.
    pub code_challenge: String,
    /// What the app asks for: `openid`, `profile`, `email`, `phone`, `offline_access`, or scopes of the
    /// RBAC policy.
    pub scope: Option<Vec<String>>,
    /// A value that comes back unchanged, by which the app tells its own requests from others.
    pub state: Option<String>,
    /// A value that comes back in the ID token, so that it can't be used again.
    pub nonce: Option<String>,
    /// What the user is to be asked even if they have been asked before.
    pub prompt: Option<OauthPrompt>,
}

impl AuthorizeLink {
    /// A link with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        authorization_endpoint: impl Into<String>,
        client_id: impl Into<ConnectedAppId>,
        redirect_uri: impl Into<String>,
        code_challenge: impl Into<String>,
    ) -> Self {
        Self {
            authorization_endpoint: authorization_endpoint.into(),
            client_id: client_id.into(),
            redirect_uri: redirect_uri.into(),
            code_challenge: code_challenge.into(),
            scope: None,
            state: None,
            nonce: None,
            prompt: None,
        }
    }

    /// What the app asks for: `openid`, `profile`, `email`, `phone`, `offline_access`, or scopes of the
    /// RBAC policy.
    #[must_use]
    pub fn scope(mut self, scope: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.scope = Some(list(scope));
        self
    }

    /// A value that comes back unchanged, by which the app tells its own requests from others.
    #[must_use]
    pub fn state(mut self, state: impl Into<String>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// A value that comes back in the ID token, so that it can't be used again.
    #[must_use]
    pub fn nonce(mut self, nonce: impl Into<String>) -> Self {
        self.nonce = Some(nonce.into());
        self
    }

    /// What the user is to be asked even if they have been asked before.
    #[must_use]
    pub fn prompt(mut self, prompt: impl Into<OauthPrompt>) -> Self {
        self.prompt = Some(prompt.into());
        self
    }
}

/// Who makes a connected app, and whether it can keep a secret; fixed when the app is created.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ClientType {
    /// `first_party`: Yours, and confidential: it runs on a server and has a client secret. It may be
    /// allowed to exchange its tokens for sessions.
    FirstParty,
    /// `first_party_public`: Yours, but without a secret, such as a mobile or command line app; it has
    /// to use PKCE.
    FirstPartyPublic,
    /// `third_party`: Someone else's, and confidential: it has a client secret. Users have to consent
    /// the first time, and again whenever it asks for other scopes.
    ThirdParty,
    /// `third_party_public`: Someone else's, without a secret, such as a desktop app; it has to use
    /// PKCE. Users have to consent as for `third_party`.
    ThirdPartyPublic,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl ClientType {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::FirstParty => "first_party",
            Self::FirstPartyPublic => "first_party_public",
            Self::ThirdParty => "third_party",
            Self::ThirdPartyPublic => "third_party_public",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ClientType {
    fn from(value: &str) -> Self {
        match value {
            "first_party" => Self::FirstParty,
            "first_party_public" => Self::FirstPartyPublic,
            "third_party" => Self::ThirdParty,
            "third_party_public" => Self::ThirdPartyPublic,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(ClientType);

/// A connected app with its settings.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ConnectedAppClient {
    /// Whether the app is in use, such as `active`.
    pub status: String,
    /// Id of the connected app; its OAuth `client_id`.
    pub client_id: ConnectedAppId,
    /// Name of the client, for people. Users see the name of a connected app when it asks for their
    /// consent.
    pub client_name: String,
    /// What the client is and does, for people.
    pub client_description: String,
    /// Who makes the app, and whether it can keep a secret.
    pub client_type: ClientType,
    /// Address of the logo of a connected app, if it has one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub logo_url: Option<String>,
    /// Whether tokens granted to the app can be exchanged for a full session. For first-party apps
    /// only.
    pub full_access_allowed: bool,
    /// Lifetime of the app's access tokens in minutes; 60 unless set.
    pub access_token_expiry_minutes: i32,
    /// Template of the custom claims in the app's access tokens, as the text of a JSON object.
    pub access_token_template_content: String,
    /// Template of the custom claims in the app's ID tokens, as the text of a JSON object.
    pub id_token_template_content: String,
    /// Whether the app gets the `offline_access` scope, and with it a refresh token, without asking the
    /// user. For first-party apps only.
    pub bypass_consent_for_offline_access: bool,
    /// Addresses to which users may be sent back, with the answer, when an authorization ends.
    pub redirect_urls: Vec<String>,
    /// Addresses to which users may be sent back after an OIDC logout.
    pub post_logout_redirect_urls: Vec<String>,
    /// A further value for the `aud` claim of the app's access tokens.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub access_token_custom_audience: Option<String>,
    /// Address of the client metadata document, for an app that identifies itself by one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub client_id_metadata_url: Option<String>,
    /// How the app came to be: made in the dashboard or through the API, or registered by itself.
    pub creation_method: String,
    /// Last four characters of the secret in force, to recognize it by.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub client_secret_last_four: Option<String>,
    /// Last four characters of the secret to come; missing unless a rotation is under way.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub next_client_secret_last_four: Option<String>,
}

#[doc(hidden)]
impl Object for ConnectedAppClient {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "status" => self.status.slot(),
            "client_id" => self.client_id.slot(),
            "client_name" => self.client_name.slot(),
            "client_description" => self.client_description.slot(),
            "client_type" => self.client_type.slot(),
            "logo_url" => self.logo_url.slot(),
            "full_access_allowed" => self.full_access_allowed.slot(),
            "access_token_expiry_minutes" => self.access_token_expiry_minutes.slot(),
            "access_token_template_content" => self.access_token_template_content.slot(),
            "id_token_template_content" => self.id_token_template_content.slot(),
            "bypass_consent_for_offline_access" => self.bypass_consent_for_offline_access.slot(),
            "redirect_urls" => self.redirect_urls.slot(),
            "post_logout_redirect_urls" => self.post_logout_redirect_urls.slot(),
            "access_token_custom_audience" => self.access_token_custom_audience.slot(),
            "client_id_metadata_url" => self.client_id_metadata_url.slot(),
            "creation_method" => self.creation_method.slot(),
            "client_secret_last_four" => self.client_secret_last_four.slot(),
            "next_client_secret_last_four" => self.next_client_secret_last_four.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ConnectedAppClient);

/// What users may know of a connected app, to show when it asks for their consent.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ConnectedAppPublic {
    /// Id of the connected app; its OAuth `client_id`.
    pub client_id: ConnectedAppId,
    /// Name of the client, for people. Users see the name of a connected app when it asks for their
    /// consent.
    pub client_name: String,
    /// What the client is and does, for people.
    pub client_description: String,
    /// Who makes the app, and whether it can keep a secret.
    pub client_type: ClientType,
    /// Address of the logo of a connected app, if it has one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub logo_url: Option<String>,
}

#[doc(hidden)]
impl Object for ConnectedAppPublic {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "client_id" => self.client_id.slot(),
            "client_name" => self.client_name.slot(),
            "client_description" => self.client_description.slot(),
            "client_type" => self.client_type.slot(),
            "logo_url" => self.logo_url.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ConnectedAppPublic);

/// A connected app just created, with its secret unless it is a public one.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ConnectedAppWithClientSecret {
    /// Whether the app is in use, such as `active`.
    pub status: String,
    /// Id of the connected app; its OAuth `client_id`.
    pub client_id: ConnectedAppId,
    /// Name of the client, for people. Users see the name of a connected app when it asks for their
    /// consent.
    pub client_name: String,
    /// What the client is and does, for people.
    pub client_description: String,
    /// Who makes the app, and whether it can keep a secret.
    pub client_type: ClientType,
    /// Address of the logo of a connected app, if it has one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub logo_url: Option<String>,
    /// Whether tokens granted to the app can be exchanged for a full session. For first-party apps
    /// only.
    pub full_access_allowed: bool,
    /// Lifetime of the app's access tokens in minutes; 60 unless set.
    pub access_token_expiry_minutes: i32,
    /// Template of the custom claims in the app's access tokens, as the text of a JSON object.
    pub access_token_template_content: String,
    /// Template of the custom claims in the app's ID tokens, as the text of a JSON object.
    pub id_token_template_content: String,
    /// Whether the app gets the `offline_access` scope, and with it a refresh token, without asking the
    /// user. For first-party apps only.
    pub bypass_consent_for_offline_access: bool,
    /// Addresses to which users may be sent back, with the answer, when an authorization ends.
    pub redirect_urls: Vec<String>,
    /// Addresses to which users may be sent back after an OIDC logout.
    pub post_logout_redirect_urls: Vec<String>,
    /// A further value for the `aud` claim of the app's access tokens.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub access_token_custom_audience: Option<String>,
    /// Address of the client metadata document, for an app that identifies itself by one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub client_id_metadata_url: Option<String>,
    /// Last four characters of the secret in force, to recognize it by.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub client_secret_last_four: Option<String>,
    /// Last four characters of the secret to come; missing unless a rotation is under way.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub next_client_secret_last_four: Option<String>,
    /// The client's secret, shown only this once: the API keeps a hash of it. Store it safely now; a
    /// lost secret can only be replaced, by a rotation.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub client_secret: Option<Secret>,
}

#[doc(hidden)]
impl Object for ConnectedAppWithClientSecret {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "status" => self.status.slot(),
            "client_id" => self.client_id.slot(),
            "client_name" => self.client_name.slot(),
            "client_description" => self.client_description.slot(),
            "client_type" => self.client_type.slot(),
            "logo_url" => self.logo_url.slot(),
            "full_access_allowed" => self.full_access_allowed.slot(),
            "access_token_expiry_minutes" => self.access_token_expiry_minutes.slot(),
            "access_token_template_content" => self.access_token_template_content.slot(),
            "id_token_template_content" => self.id_token_template_content.slot(),
            "bypass_consent_for_offline_access" => self.bypass_consent_for_offline_access.slot(),
            "redirect_urls" => self.redirect_urls.slot(),
            "post_logout_redirect_urls" => self.post_logout_redirect_urls.slot(),
            "access_token_custom_audience" => self.access_token_custom_audience.slot(),
            "client_id_metadata_url" => self.client_id_metadata_url.slot(),
            "client_secret_last_four" => self.client_secret_last_four.slot(),
            "next_client_secret_last_four" => self.next_client_secret_last_four.slot(),
            "client_secret" => self.client_secret.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ConnectedAppWithClientSecret);

/// A connected app whose secret is being rotated, with the secret to come.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ConnectedAppWithNextClientSecret {
    /// Whether the app is in use, such as `active`.
    pub status: String,
    /// Id of the connected app; its OAuth `client_id`.
    pub client_id: ConnectedAppId,
    /// Name of the client, for people. Users see the name of a connected app when it asks for their
    /// consent.
    pub client_name: String,
    /// What the client is and does, for people.
    pub client_description: String,
    /// Who makes the app, and whether it can keep a secret.
    pub client_type: ClientType,
    /// Address of the logo of a connected app, if it has one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub logo_url: Option<String>,
    /// Whether tokens granted to the app can be exchanged for a full session. For first-party apps
    /// only.
    pub full_access_allowed: bool,
    /// Lifetime of the app's access tokens in minutes; 60 unless set.
    pub access_token_expiry_minutes: i32,
    /// Template of the custom claims in the app's access tokens, as the text of a JSON object.
    pub access_token_template_content: String,
    /// Template of the custom claims in the app's ID tokens, as the text of a JSON object.
    pub id_token_template_content: String,
    /// Whether the app gets the `offline_access` scope, and with it a refresh token, without asking the
    /// user. For first-party apps only.
    pub bypass_consent_for_offline_access: bool,
    /// Addresses to which users may be sent back, with the answer, when an authorization ends.
    pub redirect_urls: Vec<String>,
    /// Addresses to which users may be sent back after an OIDC logout.
    pub post_logout_redirect_urls: Vec<String>,
    /// A further value for the `aud` claim of the app's access tokens.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub access_token_custom_audience: Option<String>,
    /// Address of the client metadata document, for an app that identifies itself by one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub client_id_metadata_url: Option<String>,
    /// Last four characters of the secret in force, to recognize it by.
    pub client_secret_last_four: String,
    /// The secret that a running rotation brings in, valid beside the old one from now on and shown
    /// only this once. If it gets lost, cancel the rotation and start another.
    pub next_client_secret: Secret,
    /// Last four characters of the secret to come; missing unless a rotation is under way.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub next_client_secret_last_four: Option<String>,
}

#[doc(hidden)]
impl Object for ConnectedAppWithNextClientSecret {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "status" => self.status.slot(),
            "client_id" => self.client_id.slot(),
            "client_name" => self.client_name.slot(),
            "client_description" => self.client_description.slot(),
            "client_type" => self.client_type.slot(),
            "logo_url" => self.logo_url.slot(),
            "full_access_allowed" => self.full_access_allowed.slot(),
            "access_token_expiry_minutes" => self.access_token_expiry_minutes.slot(),
            "access_token_template_content" => self.access_token_template_content.slot(),
            "id_token_template_content" => self.id_token_template_content.slot(),
            "bypass_consent_for_offline_access" => self.bypass_consent_for_offline_access.slot(),
            "redirect_urls" => self.redirect_urls.slot(),
            "post_logout_redirect_urls" => self.post_logout_redirect_urls.slot(),
            "access_token_custom_audience" => self.access_token_custom_audience.slot(),
            "client_id_metadata_url" => self.client_id_metadata_url.slot(),
            "client_secret_last_four" => self.client_secret_last_four.slot(),
            "next_client_secret" => self.next_client_secret.slot(),
            "next_client_secret_last_four" => self.next_client_secret_last_four.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ConnectedAppWithNextClientSecret);
