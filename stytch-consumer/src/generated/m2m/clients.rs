// Generated from spec/shared/m2m.clients.yaml by `cargo xtask generate`. Do not edit.

//! Create and maintain machine-to-machine clients.
//!
//! Give each service a client of its own, so that it gets no more scopes than it needs and can be
//! shut out alone.

pub mod secrets;

use stytch_core::wire::{Body, Fields, Object, Page, Receive, Slot, Write, list};
use stytch_core::{Secret, Value};

use crate::m2m::{ClientStatus, M2mClient, M2mClientWithClientSecret};
use crate::{M2mClientId, ResultsMetadata, SearchOperator};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::{Deserialize, Deserializer};
#[cfg(feature = "deserialize")]
use stytch_core::wire::Operand;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.m2m().clients()`, on which the calls of [this module](self) are made.
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

    /// The calls of [`m2m::clients::secrets`](secrets):
    /// [`rotate_start`](secrets::Secrets::rotate_start), [`rotate`](secrets::Secrets::rotate),
    /// [`rotate_cancel`](secrets::Secrets::rotate_cancel).
    #[must_use]
    pub fn secrets(&self) -> secrets::Secrets {
        secrets::Secrets::new(self.client.clone())
    }

    /// Creates a machine-to-machine client.
    ///
    /// The answer is the only place where the secret appears: the API keeps a hash. Store it safely at
    /// once; a lost one can only be replaced, with
    /// [`m2m().clients().secrets().rotate_start`](crate::m2m::clients::secrets::Secrets::rotate_start).
    ///
    /// To take over a client from elsewhere, pass the id and secret that it has.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`insecure_m2m_client_secret`](crate::ErrorType::InsecureM2mClientSecret): The secret is too
    ///   easy to guess; leave it out to have one made up.
    /// - [`invalid_m2m_client_scope`](crate::ErrorType::InvalidM2mClientScope): One of the scopes is
    ///   not written as a scope can be.
    /// - [`duplicate_m2m_client_id`](crate::ErrorType::DuplicateM2mClientId): Another
    ///   machine-to-machine client of the project has this client id.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::m2m::clients;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = clients::CreateRequest::new(["read:invoices"]).client_name("Nightly billing");
    /// let client = stytch.m2m().clients().create(request).await?.m2m_client;
    /// println!("client_id: {}", client.client_id);
    /// // This is the one time that the secret can be shown.
    /// println!("client_secret: {}", client.client_secret.expose());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/m2m/clients` ([reference](https://stytch.com/docs/api-reference/consumer/api/m2m/client/create-m2m-client))
    pub fn create(&self, request: CreateRequest) -> Call<CreateResponse> {
        const PROOF: Proof = Proof::grant(&["m2m_client.client_secret"]);
        const OPERATION: Operation =
            Operation::new("m2m.clients.create", Verb::Post, "/v1/m2m/clients").proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("trusted_metadata", &request.trusted_metadata)
            .json(&request)
            .into_call()
    }

    /// Gets a machine-to-machine client.
    ///
    /// The secret is not part of it, only its last four characters.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`m2m_client_not_found`](crate::ErrorType::M2mClientNotFound): No machine-to-machine client
    ///   has this client id.
    ///
    /// `GET /v1/m2m/clients/{client_id}`
    pub fn get(&self, request: GetRequest) -> Call<GetResponse> {
        const OPERATION: Operation =
            Operation::new("m2m.clients.get", Verb::Get, "/v1/m2m/clients/{client_id}");
        self.client
            .prepare(&OPERATION)
            .path("client_id", request.client_id.as_str())
            .into_call()
    }

    /// Lists the machine-to-machine clients of the project that match a query, page by page.
    ///
    /// Without a query, or with one that has no operands, all clients come back.
    ///
    /// Await the call for one page, or go through all of them with `.stream()` and `.pages()`.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::SearchOperator;
    /// use stytch_consumer::m2m::clients;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let query = clients::M2mSearchQuery::new(
    ///     SearchOperator::And,
    ///     [clients::M2mClientFilter::scopes(["read:invoices"])],
    /// );
    /// let request = clients::SearchRequest::new().query(query).limit(200);
    /// // The stream fetches the next page when it needs one.
    /// let mut clients = stytch.m2m().clients().search(request).stream();
    /// while let Some(client) = clients.next().await {
    ///     let client = client?;
    ///     println!("{}: {}", client.client_name, client.scopes.join(" "));
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/m2m/clients/search`
    pub fn search(&self, request: SearchRequest) -> Call<SearchResponse> {
        const OPERATION: Operation =
            Operation::new("m2m.clients.search", Verb::Post, "/v1/m2m/clients/search")
                .repeatable()
                .paged_by("cursor");
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Changes a machine-to-machine client, and turns it off or on.
    ///
    /// Fields that are left out keep their value. An inactive client gets no access tokens, but those
    /// it has stay valid until they expire, up to an hour: where that is too long, allow only younger
    /// tokens when checking them.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`m2m_client_not_found`](crate::ErrorType::M2mClientNotFound): No machine-to-machine client
    ///   has this client id.
    /// - [`invalid_m2m_client_scope`](crate::ErrorType::InvalidM2mClientScope): One of the scopes is
    ///   not written as a scope can be.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::m2m;
    /// use stytch_consumer::m2m::clients;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// // Shut a client out for the time being.
    /// let id = "m2m-client-test-b4c7a2e9-05f8-4d61-9b3a-c6e81f70d254";
    /// let request = clients::UpdateRequest::new(id).status(m2m::ClientStatus::Inactive);
    /// let client = stytch.m2m().clients().update(request).await?.m2m_client;
    /// println!("{} is {}", client.client_name, client.status);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `PUT /v1/m2m/clients/{client_id}`
    pub fn update(&self, request: UpdateRequest) -> Call<UpdateResponse> {
        const OPERATION: Operation = Operation::new(
            "m2m.clients.update",
            Verb::Put,
            "/v1/m2m/clients/{client_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("client_id", request.client_id.as_str())
            .object("trusted_metadata", &request.trusted_metadata)
            .json(&request)
            .into_call()
    }

    /// Deletes a machine-to-machine client.
    ///
    /// It gets no more access tokens, but those it has stay valid until they expire, up to an hour:
    /// where that is too long, allow only younger tokens when checking them.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`m2m_client_not_found`](crate::ErrorType::M2mClientNotFound): No machine-to-machine client
    ///   has this client id.
    ///
    /// `DELETE /v1/m2m/clients/{client_id}`
    pub fn delete(&self, request: DeleteRequest) -> Call<DeleteResponse> {
        const OPERATION: Operation = Operation::new(
            "m2m.clients.delete",
            Verb::Delete,
            "/v1/m2m/clients/{client_id}",
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
    /// Scopes that the client can ask for, such as `read:users`. A token request that names none gets
    /// all of them.
    pub scopes: Vec<String>,
    /// An id of your own, unique in the project; one is made up if left out.
    pub client_id: Option<M2mClientId>,
    /// A secret of your own, at least 8 characters and hard to guess; one is made up if left out.
    pub client_secret: Option<Secret>,
    /// Name of the client, for people. Users see the name of a connected app when it asks for their
    /// consent.
    pub client_name: Option<String>,
    /// What the client is and does, for people.
    pub client_description: Option<String>,
    /// Data of your own about the client. The claims template of the project can put them into its
    /// access tokens.
    pub trusted_metadata: Option<Value>,
}

impl CreateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            scopes: list(scopes),
            client_id: None,
            client_secret: None,
            client_name: None,
            client_description: None,
            trusted_metadata: None,
        }
    }

    /// An id of your own, unique in the project; one is made up if left out.
    #[must_use]
    pub fn client_id(mut self, client_id: impl Into<M2mClientId>) -> Self {
        self.client_id = Some(client_id.into());
        self
    }

    /// A secret of your own, at least 8 characters and hard to guess; one is made up if left out.
    #[must_use]
    pub fn client_secret(mut self, client_secret: impl Into<Secret>) -> Self {
        self.client_secret = Some(client_secret.into());
        self
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

    /// Data of your own about the client.
    #[must_use]
    pub fn trusted_metadata(mut self, trusted_metadata: impl Into<Value>) -> Self {
        self.trusted_metadata = Some(trusted_metadata.into());
        self
    }
}

#[doc(hidden)]
impl Body for CreateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("scopes", &self.scopes);
        fields.add("client_id", &self.client_id);
        fields.add("client_secret", &self.client_secret);
        fields.add("client_name", &self.client_name);
        fields.add("client_description", &self.client_description);
        fields.add("trusted_metadata", &self.trusted_metadata);
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
    /// The new client with its secret.
    pub m2m_client: M2mClientWithClientSecret,
}

#[doc(hidden)]
impl Object for CreateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "m2m_client" => self.m2m_client.slot(),
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
    /// The machine-to-machine client.
    pub client_id: M2mClientId,
}

impl GetRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(client_id: impl Into<M2mClientId>) -> Self {
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
    /// The client as it is after the call.
    pub m2m_client: M2mClient,
}

#[doc(hidden)]
impl Object for GetResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "m2m_client" => self.m2m_client.slot(),
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
    /// Which clients to find; all of them if left out.
    pub query: Option<M2mSearchQuery>,
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

    /// Which clients to find; all of them if left out.
    #[must_use]
    pub fn query(mut self, query: M2mSearchQuery) -> Self {
        self.query = Some(query);
        self
    }
}

#[doc(hidden)]
impl Body for SearchRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("cursor", &self.cursor);
        fields.add("limit", &self.limit);
        fields.add("query", &self.query);
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
    /// One page of the clients found.
    pub m2m_clients: Vec<M2mClient>,
    /// Number of results, and where the next page starts.
    pub results_metadata: ResultsMetadata,
}

#[doc(hidden)]
impl Object for SearchResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "m2m_clients" => self.m2m_clients.slot(),
            "results_metadata" => self.results_metadata.slot(),
            _ => return None,
        })
    }
}

#[doc(hidden)]
impl Page for SearchResponse {
    type Item = M2mClient;
    fn next_cursor(&self) -> Option<&str> {
        self.results_metadata.next_cursor.as_deref()
    }

    fn into_items(self) -> Vec<M2mClient> {
        self.m2m_clients
    }
}

stytch_core::received!(SearchResponse);

/// What [`Clients::update`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct UpdateRequest {
    /// The machine-to-machine client.
    pub client_id: M2mClientId,
    /// Name of the client, for people. Users see the name of a connected app when it asks for their
    /// consent.
    pub client_name: Option<String>,
    /// What the client is and does, for people.
    pub client_description: Option<String>,
    /// Whether the client can get access tokens.
    pub status: Option<ClientStatus>,
    /// Scopes that the client can ask for, such as `read:users`. A token request that names none gets
    /// all of them.
    pub scopes: Option<Vec<String>>,
    /// Data of your own about the client. The claims template of the project can put them into its
    /// access tokens.
    pub trusted_metadata: Option<Value>,
}

impl UpdateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(client_id: impl Into<M2mClientId>) -> Self {
        Self {
            client_id: client_id.into(),
            client_name: None,
            client_description: None,
            status: None,
            scopes: None,
            trusted_metadata: None,
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

    /// Whether the client can get access tokens.
    #[must_use]
    pub fn status(mut self, status: impl Into<ClientStatus>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Scopes that the client can ask for, such as `read:users`.
    #[must_use]
    pub fn scopes(mut self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.scopes = Some(list(scopes));
        self
    }

    /// Data of your own about the client.
    #[must_use]
    pub fn trusted_metadata(mut self, trusted_metadata: impl Into<Value>) -> Self {
        self.trusted_metadata = Some(trusted_metadata.into());
        self
    }
}

#[doc(hidden)]
impl Body for UpdateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("client_name", &self.client_name);
        fields.add("client_description", &self.client_description);
        fields.add("status", &self.status);
        fields.add("scopes", &self.scopes);
        fields.add("trusted_metadata", &self.trusted_metadata);
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
    /// The client as it is after the call.
    pub m2m_client: M2mClient,
}

#[doc(hidden)]
impl Object for UpdateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "m2m_client" => self.m2m_client.slot(),
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
    /// The machine-to-machine client.
    pub client_id: M2mClientId,
}

impl DeleteRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(client_id: impl Into<M2mClientId>) -> Self {
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
    /// The client that is gone.
    pub client_id: M2mClientId,
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

/// One condition of a search for machine-to-machine clients.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum M2mClientFilter {
    /// The client id is one of these.
    ClientId(Vec<M2mClientId>),
    /// The name is one of these, letter by letter.
    ClientName(Vec<String>),
    /// The client can ask for these scopes.
    Scopes(Vec<String>),
    /// A condition that is newer than this crate.
    Other {
        /// Its name.
        filter_name: String,
        /// Its value.
        filter_value: Value,
    },
}

impl M2mClientFilter {
    /// The client id is one of these.
    #[must_use]
    pub fn client_id(value: impl IntoIterator<Item = impl Into<M2mClientId>>) -> Self {
        Self::ClientId(list(value))
    }

    /// The name is one of these, letter by letter.
    #[must_use]
    pub fn client_name(value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::ClientName(list(value))
    }

    /// The client can ask for these scopes.
    #[must_use]
    pub fn scopes(value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::Scopes(list(value))
    }
}

#[doc(hidden)]
impl Body for M2mClientFilter {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        let (name, value): (&str, &dyn Write) = match self {
            Self::ClientId(value) => ("client_id", value),
            Self::ClientName(value) => ("client_name", value),
            Self::Scopes(value) => ("scopes", value),
            Self::Other {
                filter_name,
                filter_value,
            } => (filter_name, filter_value),
        };
        fields.filter(name, value);
    }
}

#[cfg(feature = "deserialize")]
impl<'de> Deserialize<'de> for M2mClientFilter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let operand = Operand::deserialize(deserializer)?;
        let known = match operand.filter_name.as_str() {
            "client_id" => operand.value().map(Self::ClientId),
            "client_name" => operand.value().map(Self::ClientName),
            "scopes" => operand.value().map(Self::Scopes),
            _ => None,
        };
        Ok(known.unwrap_or(Self::Other {
            filter_name: operand.filter_name,
            filter_value: operand.filter_value,
        }))
    }
}

stytch_core::sent!(M2mClientFilter);

/// What to search for among the machine-to-machine clients.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct M2mSearchQuery {
    /// How the operands combine.
    pub operator: SearchOperator,
    /// The conditions; without any, every client matches.
    pub operands: Vec<M2mClientFilter>,
}

impl M2mSearchQuery {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(
        operator: impl Into<SearchOperator>,
        operands: impl IntoIterator<Item = M2mClientFilter>,
    ) -> Self {
        Self {
            operator: operator.into(),
            operands: list(operands),
        }
    }
}

#[doc(hidden)]
impl Body for M2mSearchQuery {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("operator", &self.operator);
        fields.add("operands", &self.operands);
    }
}

stytch_core::sent!(M2mSearchQuery);
