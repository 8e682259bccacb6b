// Generated from spec/shared/connected_app.clients.yaml by `cargo xtask generate`. Do not edit.

//! Register and maintain connected apps.
//!
//! Apps can also register themselves, if the project allows dynamic client registration: as apps of
//! third parties, public ones unless they ask for a client secret.

pub mod secrets;

use stytch_core::wire::{Body, Fields, Object, Page, Receive, Slot, list};

use crate::connected_app::{ClientType, ConnectedAppClient, ConnectedAppWithClientSecret};
use crate::{ConnectedAppId, ResultsMetadata};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// The path of a method, from the part that is its own.
#[cfg(feature = "client")]
macro_rules! path {
    ($own:literal) => {
        concat!("/v1/connected_apps/clients", $own)
    };
}

/// `stytch.connected_app().clients()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Clients {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Clients {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`connected_app::clients::secrets`](secrets):
    /// [`rotate_start`](secrets::Secrets::rotate_start), [`rotate`](secrets::Secrets::rotate),
    /// [`rotate_cancel`](secrets::Secrets::rotate_cancel).
    #[must_use]
    pub fn secrets(&self) -> secrets::Secrets {
        secrets::Secrets::new(self.client.clone())
    }

    /// Registers a connected app.
    ///
    /// A confidential app, that is `first_party` or `third_party`, gets a client secret, and the answer
    /// is the only place where it appears: the API keeps a hash. A lost one can only be replaced, with
    /// [`connected_app().clients().secrets().rotate_start`](crate::connected_app::clients::secrets::Secrets::rotate_start).
    /// Public apps have no secret and use PKCE.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::connected_app;
    /// use stytch_b2b::connected_app::clients;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = clients::CreateRequest::new(connected_app::ClientType::ThirdParty)
    ///     .client_name("Example CRM")
    ///     .redirect_urls(["https://crm.example.com/oauth/callback"]);
    /// let app = stytch.connected_app().clients().create(request).await?.connected_app;
    /// println!("client_id: {}", app.client_id);
    /// if let Some(secret) = &app.client_secret {
    ///     // This is the one time that the secret can be shown.
    ///     println!("client_secret: {}", secret.expose());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/connected_apps/clients`
    pub fn create(&self, request: CreateRequest) -> Call<CreateResponse> {
        const OPERATION: Operation =
            Operation::new("connected_app.clients.create", Verb::Post, path!(""));
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Gets a connected app with its settings.
    ///
    /// The secret is not part of it, only its last four characters.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`connected_app_not_found`](crate::ErrorType::ConnectedAppNotFound): No connected app has this
    ///   client id.
    ///
    /// `GET /v1/connected_apps/clients/{client_id}`
    pub fn get(&self, request: GetRequest) -> Call<GetResponse> {
        const OPERATION: Operation = Operation::new(
            "connected_app.clients.get",
            Verb::Get,
            path!("/{client_id}"),
        );
        self.client
            .prepare(&OPERATION)
            .path("client_id", request.client_id.as_str())
            .into_call()
    }

    /// Lists the connected apps of the project, page by page.
    ///
    /// There is no way yet to narrow the search down.
    ///
    /// Await the call for one page, or go through all of them with `.stream()` and `.pages()`.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::connected_app::clients;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = clients::SearchRequest::new().limit(200);
    /// // The stream fetches the next page when it needs one.
    /// let mut apps = stytch.connected_app().clients().search(request).stream();
    /// while let Some(app) = apps.next().await {
    ///     let app = app?;
    ///     println!("{}: {}", app.client_name, app.redirect_urls.join(", "));
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/connected_apps/clients/search`
    pub fn search(&self, request: SearchRequest) -> Call<SearchResponse> {
        const OPERATION: Operation =
            Operation::new("connected_app.clients.search", Verb::Post, path!("/search"))
                .repeatable()
                .paged_by("cursor");
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Changes the settings of a connected app.
    ///
    /// Fields that are left out keep their value. The client id and the type stay as they are; the
    /// secret changes only by a rotation, see
    /// [`connected_app().clients().secrets().rotate_start`](crate::connected_app::clients::secrets::Secrets::rotate_start).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`connected_app_not_found`](crate::ErrorType::ConnectedAppNotFound): No connected app has this
    ///   client id.
    ///
    /// `PUT /v1/connected_apps/clients/{client_id}`
    pub fn update(&self, request: UpdateRequest) -> Call<UpdateResponse> {
        const OPERATION: Operation = Operation::new(
            "connected_app.clients.update",
            Verb::Put,
            path!("/{client_id}"),
        );
        self.client
            .prepare(&OPERATION)
            .path("client_id", request.client_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Deletes a connected app.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`connected_app_not_found`](crate::ErrorType::ConnectedAppNotFound): No connected app has this
    ///   client id.
    ///
    /// `DELETE /v1/connected_apps/clients/{client_id}`
    pub fn delete(&self, request: DeleteRequest) -> Call<DeleteResponse> {
        const OPERATION: Operation = Operation::new(
            "connected_app.clients.delete",
            Verb::Delete,
            path!("/{client_id}"),
        );
        self.client
            .prepare(&OPERATION)
            .path("client_id", request.client_id.as_str())
            .into_call()
    }
}

/// What [`Clients::create`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct CreateRequest {
    /// Who makes the app, and whether it can keep a secret; cannot be changed later.
    pub client_type: ClientType,
    /// Name of the client, for people. Users see the name of a connected app when it asks for their
    /// consent.
    pub client_name: Option<String>,
    /// What the client is and does, for people.
    pub client_description: Option<String>,
    /// Whether tokens granted to the app can be exchanged for a full session. For first-party apps
    /// only.
    pub full_access_allowed: Option<bool>,
    /// Lifetime of the app's access tokens in minutes; 60 unless set.
    pub access_token_expiry_minutes: Option<i32>,
    /// Template of the custom claims in the app's access tokens, as the text of a JSON object.
    pub access_token_template_content: Option<String>,
    /// Template of the custom claims in the app's ID tokens, as the text of a JSON object.
    pub id_token_template_content: Option<String>,
    /// Whether the app gets the `offline_access` scope, and with it a refresh token, without asking the
    /// user. For first-party apps only.
    pub bypass_consent_for_offline_access: Option<bool>,
    /// Addresses to which users may be sent back, with the answer, when an authorization ends.
    pub redirect_urls: Option<Vec<String>>,
    /// Addresses to which users may be sent back after an OIDC logout.
    pub post_logout_redirect_urls: Option<Vec<String>>,
    /// A further value for the `aud` claim of the app's access tokens.
    pub access_token_custom_audience: Option<String>,
    /// Address of the logo of a connected app, if it has one.
    pub logo_url: Option<String>,
}

impl CreateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(client_type: impl Into<ClientType>) -> Self {
        Self {
            client_type: client_type.into(),
            client_name: None,
            client_description: None,
            full_access_allowed: None,
            access_token_expiry_minutes: None,
            access_token_template_content: None,
            id_token_template_content: None,
            bypass_consent_for_offline_access: None,
            redirect_urls: None,
            post_logout_redirect_urls: None,
            access_token_custom_audience: None,
            logo_url: None,
        }
    }

    /// Name of the client, for people.
    #[must_use]
    pub fn client_name(mut self, client_name: impl Into<String>) -> Self {
        self.client_name = Some(client_name.into());
        self
    }

    /// What the client is and does, for people.
    #[must_use]
    pub fn client_description(mut self, client_description: impl Into<String>) -> Self {
        self.client_description = Some(client_description.into());
        self
    }

    /// Whether tokens granted to the app can be exchanged for a full session.
    #[must_use]
    pub fn full_access_allowed(mut self, full_access_allowed: bool) -> Self {
        self.full_access_allowed = Some(full_access_allowed);
        self
    }

    /// Lifetime of the app's access tokens in minutes; 60 unless set.
    #[must_use]
    pub fn access_token_expiry_minutes(mut self, access_token_expiry_minutes: i32) -> Self {
        self.access_token_expiry_minutes = Some(access_token_expiry_minutes);
        self
    }

    /// Template of the custom claims in the app's access tokens, as the text of a JSON object.
    #[must_use]
    pub fn access_token_template_content(
        mut self,
        access_token_template_content: impl Into<String>,
    ) -> Self {
        self.access_token_template_content = Some(access_token_template_content.into());
        self
    }

    /// Template of the custom claims in the app's ID tokens, as the text of a JSON object.
    #[must_use]
    pub fn id_token_template_content(
        mut self,
        id_token_template_content: impl Into<String>,
    ) -> Self {
        self.id_token_template_content = Some(id_token_template_content.into());
        self
    }

    /// Whether the app gets the `offline_access` scope, and with it a refresh token, without asking the
    /// user.
    #[must_use]
    pub fn bypass_consent_for_offline_access(
        mut self,
        bypass_consent_for_offline_access: bool,
    ) -> Self {
        self.bypass_consent_for_offline_access = Some(bypass_consent_for_offline_access);
        self
    }

    /// Addresses to which users may be sent back, with the answer, when an authorization ends.
    #[must_use]
    pub fn redirect_urls(
        mut self,
        redirect_urls: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.redirect_urls = Some(list(redirect_urls));
        self
    }

    /// Addresses to which users may be sent back after an OIDC logout.
    #[must_use]
    pub fn post_logout_redirect_urls(
        mut self,
        post_logout_redirect_urls: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.post_logout_redirect_urls = Some(list(post_logout_redirect_urls));
        self
    }

    /// A further value for the `aud` claim of the app's access tokens.
    #[must_use]
    pub fn access_token_custom_audience(
        mut self,
        access_token_custom_audience: impl Into<String>,
    ) -> Self {
        self.access_token_custom_audience = Some(access_token_custom_audience.into());
        self
    }

    /// Address of the logo of a connected app, if it has one.
    #[must_use]
    pub fn logo_url(mut self, logo_url: impl Into<String>) -> Self {
        self.logo_url = Some(logo_url.into());
        self
    }
}

#[doc(hidden)]
impl Body for CreateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("client_type", &self.client_type);
        fields.add("client_name", &self.client_name);
        fields.add("client_description", &self.client_description);
        fields.add("full_access_allowed", &self.full_access_allowed);
        fields.add(
            "access_token_expiry_minutes",
            &self.access_token_expiry_minutes,
        );
        fields.add(
            "access_token_template_content",
            &self.access_token_template_content,
        );
        fields.add("id_token_template_content", &self.id_token_template_content);
        fields.add(
            "bypass_consent_for_offline_access",
            &self.bypass_consent_for_offline_access,
        );
        fields.add("redirect_urls", &self.redirect_urls);
        fields.add("post_logout_redirect_urls", &self.post_logout_redirect_urls);
        fields.add(
            "access_token_custom_audience",
            &self.access_token_custom_audience,
        );
        fields.add("logo_url", &self.logo_url);
    }
}

stytch_core::sent!(CreateRequest);

/// What [`Clients::create`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct CreateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The new app, with its secret if it is confidential.
    pub connected_app: ConnectedAppWithClientSecret,
}

#[doc(hidden)]
impl Object for CreateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connected_app" => self.connected_app.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(CreateResponse);

/// What [`Clients::get`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GetRequest {
    /// The connected app that the call is about.
    pub client_id: ConnectedAppId,
}

impl GetRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(client_id: impl Into<ConnectedAppId>) -> Self {
        Self {
            client_id: client_id.into(),
        }
    }
}

/// What [`Clients::get`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GetResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The app as it is after the call.
    pub connected_app: ConnectedAppClient,
}

#[doc(hidden)]
impl Object for GetResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connected_app" => self.connected_app.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GetResponse);

/// What [`Clients::search`] takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SearchRequest {
    /// Where to go on: `next_cursor` of the page before. Leave it out for the first page.
    pub cursor: Option<String>,
    /// Most results on one page, at most 1000; 100 unless set.
    pub limit: Option<u32>,
}

impl SearchRequest {
    /// A request that leaves everything to the defaults; the methods below add to it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Where to go on: `next_cursor` of the page before.
    #[must_use]
    pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
        self.cursor = Some(cursor.into());
        self
    }

    /// Most results on one page, at most 1000; 100 unless set.
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }
}

#[doc(hidden)]
impl Body for SearchRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("cursor", &self.cursor);
        fields.add("limit", &self.limit);
    }
}

stytch_core::sent!(SearchRequest);

/// What [`Clients::search`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct SearchResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// One page of the project's connected apps.
    pub connected_apps: Vec<ConnectedAppClient>,
    /// Number of results, and where the next page starts.
    pub results_metadata: ResultsMetadata,
}

#[doc(hidden)]
impl Object for SearchResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connected_apps" => self.connected_apps.slot(),
            "results_metadata" => self.results_metadata.slot(),
            _ => return None,
        })
    }
}

#[doc(hidden)]
impl Page for SearchResponse {
    type Item = ConnectedAppClient;
    fn next_cursor(&self) -> Option<&str> {
        self.results_metadata.next_cursor.as_deref()
    }

    fn into_items(self) -> Vec<ConnectedAppClient> {
        self.connected_apps
    }
}

stytch_core::received!(SearchResponse);

/// What [`Clients::update`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct UpdateRequest {
    /// The connected app that the call is about.
    pub client_id: ConnectedAppId,
    /// Name of the client, for people. Users see the name of a connected app when it asks for their
    /// consent.
    pub client_name: Option<String>,
    /// What the client is and does, for people.
    pub client_description: Option<String>,
    /// Whether tokens granted to the app can be exchanged for a full session. For first-party apps
    /// only.
    pub full_access_allowed: Option<bool>,
    /// Lifetime of the app's access tokens in minutes; 60 unless set.
    pub access_token_expiry_minutes: Option<i32>,
    /// Template of the custom claims in the app's access tokens, as the text of a JSON object.
    pub access_token_template_content: Option<String>,
    /// Template of the custom claims in the app's ID tokens, as the text of a JSON object.
    pub id_token_template_content: Option<String>,
    /// Whether the app gets the `offline_access` scope, and with it a refresh token, without asking the
    /// user. For first-party apps only.
    pub bypass_consent_for_offline_access: Option<bool>,
    /// Addresses to which users may be sent back, with the answer, when an authorization ends.
    pub redirect_urls: Option<Vec<String>>,
    /// Addresses to which users may be sent back after an OIDC logout.
    pub post_logout_redirect_urls: Option<Vec<String>>,
    /// A further value for the `aud` claim of the app's access tokens.
    pub access_token_custom_audience: Option<String>,
    /// Address of the logo of a connected app, if it has one.
    pub logo_url: Option<String>,
}

impl UpdateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(client_id: impl Into<ConnectedAppId>) -> Self {
        Self {
            client_id: client_id.into(),
            client_name: None,
            client_description: None,
            full_access_allowed: None,
            access_token_expiry_minutes: None,
            access_token_template_content: None,
            id_token_template_content: None,
            bypass_consent_for_offline_access: None,
            redirect_urls: None,
            post_logout_redirect_urls: None,
            access_token_custom_audience: None,
            logo_url: None,
        }
    }

    /// Name of the client, for people.
    #[must_use]
    pub fn client_name(mut self, client_name: impl Into<String>) -> Self {
        self.client_name = Some(client_name.into());
        self
    }

    /// What the client is and does, for people.
    #[must_use]
    pub fn client_description(mut self, client_description: impl Into<String>) -> Self {
        self.client_description = Some(client_description.into());
        self
    }

    /// Whether tokens granted to the app can be exchanged for a full session.
    #[must_use]
    pub fn full_access_allowed(mut self, full_access_allowed: bool) -> Self {
        self.full_access_allowed = Some(full_access_allowed);
        self
    }

    /// Lifetime of the app's access tokens in minutes; 60 unless set.
    #[must_use]
    pub fn access_token_expiry_minutes(mut self, access_token_expiry_minutes: i32) -> Self {
        self.access_token_expiry_minutes = Some(access_token_expiry_minutes);
        self
    }

    /// Template of the custom claims in the app's access tokens, as the text of a JSON object.
    #[must_use]
    pub fn access_token_template_content(
        mut self,
        access_token_template_content: impl Into<String>,
    ) -> Self {
        self.access_token_template_content = Some(access_token_template_content.into());
        self
    }

    /// Template of the custom claims in the app's ID tokens, as the text of a JSON object.
    #[must_use]
    pub fn id_token_template_content(
        mut self,
        id_token_template_content: impl Into<String>,
    ) -> Self {
        self.id_token_template_content = Some(id_token_template_content.into());
        self
    }

    /// Whether the app gets the `offline_access` scope, and with it a refresh token, without asking the
    /// user.
    #[must_use]
    pub fn bypass_consent_for_offline_access(
        mut self,
        bypass_consent_for_offline_access: bool,
    ) -> Self {
        self.bypass_consent_for_offline_access = Some(bypass_consent_for_offline_access);
        self
    }

    /// Addresses to which users may be sent back, with the answer, when an authorization ends.
    #[must_use]
    pub fn redirect_urls(
        mut self,
        redirect_urls: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.redirect_urls = Some(list(redirect_urls));
        self
    }

    /// Addresses to which users may be sent back after an OIDC logout.
    #[must_use]
    pub fn post_logout_redirect_urls(
        mut self,
        post_logout_redirect_urls: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.post_logout_redirect_urls = Some(list(post_logout_redirect_urls));
        self
    }

    /// A further value for the `aud` claim of the app's access tokens.
    #[must_use]
    pub fn access_token_custom_audience(
        mut self,
        access_token_custom_audience: impl Into<String>,
    ) -> Self {
        self.access_token_custom_audience = Some(access_token_custom_audience.into());
        self
    }

    /// Address of the logo of a connected app, if it has one.
    #[must_use]
    pub fn logo_url(mut self, logo_url: impl Into<String>) -> Self {
        self.logo_url = Some(logo_url.into());
        self
    }
}

#[doc(hidden)]
impl Body for UpdateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("client_name", &self.client_name);
        fields.add("client_description", &self.client_description);
        fields.add("full_access_allowed", &self.full_access_allowed);
        fields.add(
            "access_token_expiry_minutes",
            &self.access_token_expiry_minutes,
        );
        fields.add(
            "access_token_template_content",
            &self.access_token_template_content,
        );
        fields.add("id_token_template_content", &self.id_token_template_content);
        fields.add(
            "bypass_consent_for_offline_access",
            &self.bypass_consent_for_offline_access,
        );
        fields.add("redirect_urls", &self.redirect_urls);
        fields.add("post_logout_redirect_urls", &self.post_logout_redirect_urls);
        fields.add(
            "access_token_custom_audience",
            &self.access_token_custom_audience,
        );
        fields.add("logo_url", &self.logo_url);
    }
}

stytch_core::sent!(UpdateRequest);

/// What [`Clients::update`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct UpdateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The app as it is after the call.
    pub connected_app: ConnectedAppClient,
}

#[doc(hidden)]
impl Object for UpdateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connected_app" => self.connected_app.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(UpdateResponse);

/// What [`Clients::delete`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteRequest {
    /// The connected app that the call is about.
    pub client_id: ConnectedAppId,
}

impl DeleteRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(client_id: impl Into<ConnectedAppId>) -> Self {
        Self {
            client_id: client_id.into(),
        }
    }
}

/// What [`Clients::delete`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The app that is gone.
    pub client_id: ConnectedAppId,
}

#[doc(hidden)]
impl Object for DeleteResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "client_id" => self.client_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteResponse);
