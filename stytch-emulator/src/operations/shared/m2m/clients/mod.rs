//! The clients of machines.

pub(crate) mod secrets;

use std::sync::Arc;

use stytch_b2b::m2m::clients::{
    CreateRequest, CreateResponse, DeleteRequest, DeleteResponse, GetRequest, GetResponse,
    M2mClientFilter, SearchRequest, SearchResponse, UpdateRequest, UpdateResponse,
};
use stytch_b2b::m2m::{ClientStatus, M2mClient, M2mClientWithClientSecret};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::client_secrets::last_four;
use crate::rules::search::Query;
use crate::rules::{metadata, pages};
use crate::state::{self, State};

/// What a secret of one's own must have at least.
const SECRET_LETTERS: std::ops::RangeInclusive<usize> = 8..=72;

pub(crate) fn create(
    call: &mut Call<'_>,
    request: CreateRequest,
) -> Result<CreateResponse, Refusal> {
    let own = request.client_id.filter(|id| !id.as_str().is_empty());
    let id = match own {
        None => call.random.id("m2m-client"),
        Some(id) if call.state.m2m_clients.get(id.as_str()).is_some() => {
            return Err(Refusal::new("duplicate_m2m_client_id"));
        }
        Some(id) => id.as_str().to_owned(),
    };
    let secret = match request.client_secret {
        None => call.random.token(),
        Some(secret) => {
            let secret = secret.expose().to_owned();
            let length = secret.chars().count();
            if length > *SECRET_LETTERS.end() {
                return Err(Refusal::new("client_secret_too_long"));
            }
            if length < *SECRET_LETTERS.start() {
                return Err(Refusal::new("insecure_m2m_client_secret"));
            }
            secret
        }
    };
    check_scopes(&request.scopes)?;
    let mut model = M2mClient::default();
    model.client_id = id.as_str().into();
    model.client_name = request.client_name.unwrap_or_default();
    model.client_description = request.client_description.unwrap_or_default();
    model.status = ClientStatus::Active;
    model.scopes = request.scopes;
    model.client_secret_last_four = last_four(&secret);
    metadata::merge(&mut model.trusted_metadata, request.trusted_metadata)?;
    let client = call.state.m2m_clients.put(state::M2mClient {
        model,
        secret: secret.clone(),
        next_secret: None,
    });
    let model = client.model.clone();
    let mut shown = M2mClientWithClientSecret::default();
    shown.client_id = model.client_id;
    shown.client_name = model.client_name;
    shown.client_description = model.client_description;
    shown.status = model.status;
    shown.scopes = model.scopes;
    shown.client_secret_last_four = model.client_secret_last_four;
    shown.trusted_metadata = model.trusted_metadata;
    shown.client_secret = secret.into();
    let mut response = CreateResponse::default();
    response.m2m_client = shown;
    Ok(response)
}

pub(crate) fn get(call: &mut Call<'_>, request: GetRequest) -> Result<GetResponse, Refusal> {
    let client = find(call.state, request.client_id.as_str())?;
    let mut response = GetResponse::default();
    response.m2m_client = client.model.clone();
    Ok(response)
}

pub(crate) fn update(
    call: &mut Call<'_>,
    request: UpdateRequest,
) -> Result<UpdateResponse, Refusal> {
    let mut client = (*find(call.state, request.client_id.as_str())?).clone();
    let model = &mut client.model;
    if let Some(name) = request.client_name {
        model.client_name = name;
    }
    if let Some(description) = request.client_description {
        model.client_description = description;
    }
    if let Some(status) = request.status {
        if !matches!(status, ClientStatus::Active | ClientStatus::Inactive) {
            return Err(Refusal::new("m2m_client_invalid_status"));
        }
        model.status = status;
    }
    if let Some(scopes) = request.scopes {
        check_scopes(&scopes)?;
        model.scopes = scopes;
    }
    metadata::merge(&mut model.trusted_metadata, request.trusted_metadata)?;
    let client = call.state.m2m_clients.put(client);
    let mut response = UpdateResponse::default();
    response.m2m_client = client.model.clone();
    Ok(response)
}

pub(crate) fn delete(
    call: &mut Call<'_>,
    request: DeleteRequest,
) -> Result<DeleteResponse, Refusal> {
    let client = find(call.state, request.client_id.as_str())?;
    call.state
        .m2m_clients
        .remove(client.model.client_id.as_str());
    let mut response = DeleteResponse::default();
    response.client_id = client.model.client_id.clone();
    Ok(response)
}

pub(crate) fn search(
    call: &mut Call<'_>,
    request: SearchRequest,
) -> Result<SearchResponse, Refusal> {
    let query = match request.query {
        None => Query::all(),
        Some(query) => Query::new(query.operator.as_str(), query.operands, make_ready)?,
    };
    let found = call
        .state
        .m2m_clients
        .iter()
        .filter(|client| query.finds(|filter| holds(&client.model, filter)));
    let (page, metadata) = pages::page(
        found,
        |client| client.model.client_id.as_str(),
        request.cursor.as_deref(),
        request.limit,
    )?;
    let mut response = SearchResponse::default();
    response.m2m_clients = page
        .into_iter()
        .map(|client| client.model.clone())
        .collect();
    response.results_metadata = metadata;
    Ok(response)
}

fn make_ready(filter: &mut M2mClientFilter) -> Result<(), Refusal> {
    match filter {
        M2mClientFilter::Other { filter_name, .. } => {
            let refusal = Refusal::new("m2m_search_filter_name_not_recognized");
            Err(refusal.because(format!("No such filter: {filter_name}")))
        }
        _ => Ok(()),
    }
}

fn holds(client: &M2mClient, filter: &M2mClientFilter) -> bool {
    match filter {
        M2mClientFilter::ClientId(ids) => ids.contains(&client.client_id),
        M2mClientFilter::ClientName(names) => names.contains(&client.client_name),
        M2mClientFilter::Scopes(scopes) => scopes.iter().any(|scope| client.scopes.contains(scope)),
        // refused before
        _ => false,
    }
}

/// A client by its id.
pub(super) fn find(state: &State, id: &str) -> Result<Arc<state::M2mClient>, Refusal> {
    let found = state.m2m_clients.get(id).cloned();
    found.ok_or_else(|| ErrorType::M2mClientNotFound.into())
}

fn check_scopes(scopes: &[String]) -> Result<(), Refusal> {
    let is_good = |scope: &String| {
        !scope.is_empty()
            && scope
                .chars()
                .all(|c| c.is_ascii_graphic() && c != '"' && c != '\\')
    };
    match scopes.iter().all(is_good) {
        true => Ok(()),
        false => Err(Refusal::new("invalid_m2m_client_scope")),
    }
}
