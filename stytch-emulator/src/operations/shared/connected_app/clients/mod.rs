//! Registering connected apps.

pub(crate) mod secrets;

use std::sync::Arc;

use stytch_b2b::connected_app::clients::{
    CreateRequest, CreateResponse, DeleteRequest, DeleteResponse, GetRequest, GetResponse,
    SearchRequest, SearchResponse, UpdateRequest, UpdateResponse,
};
use stytch_b2b::connected_app::{ConnectedAppClient, ConnectedAppWithClientSecret};
use stytch_core::ErrorType;
use url::{Host, Url};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::apps::consents;
use crate::rules::client_secrets::last_four;
use crate::rules::{pages, sessions};
use crate::state::{AppToken, ConnectedApp, State};

/// How long access tokens may live, in minutes.
const MINUTES: std::ops::RangeInclusive<i32> = 5..=1440;

/// Takes over the settings that a request has.
macro_rules! apply {
    ($request:ident, $model:ident) => {{
        apply!($request, $model, plain:
            client_name,
            client_description,
            full_access_allowed,
            access_token_expiry_minutes,
            access_token_template_content,
            id_token_template_content,
            bypass_consent_for_offline_access,
            redirect_urls,
            post_logout_redirect_urls,
        );
        if $request.access_token_custom_audience.is_some() {
            $model.access_token_custom_audience = $request.access_token_custom_audience;
        }
        if $request.logo_url.is_some() {
            $model.logo_url = $request.logo_url;
        }
    }};
    ($request:ident, $model:ident, plain: $($field:ident),* $(,)?) => {
        $(if let Some(value) = $request.$field {
            $model.$field = value;
        })*
    };
}

/// Copies what two models of an app have in common.
macro_rules! copy {
    ($model:ident => $shown:ident, $($field:ident),* $(,)?) => {
        $($shown.$field = $model.$field.clone();)*
    };
    ($model:ident => $shown:ident) => {
        $crate::operations::shared::connected_app::clients::copy!(
            $model => $shown,
            status,
            client_id,
            client_name,
            client_description,
            client_type,
            logo_url,
            full_access_allowed,
            access_token_expiry_minutes,
            access_token_template_content,
            id_token_template_content,
            bypass_consent_for_offline_access,
            redirect_urls,
            post_logout_redirect_urls,
            access_token_custom_audience,
            client_id_metadata_url,
        )
    };
}

use copy;

pub(crate) fn create(
    call: &mut Call<'_>,
    request: CreateRequest,
) -> Result<CreateResponse, Refusal> {
    let mut model = ConnectedAppClient::default();
    model.client_id = call.random.id("connected-app").into();
    model.client_type = request.client_type;
    "active".clone_into(&mut model.status);
    "API".clone_into(&mut model.creation_method);
    model.access_token_expiry_minutes = 60;
    apply!(request, model);
    let mut app = ConnectedApp {
        model,
        secret: None,
        next_secret: None,
    };
    check(&app)?;
    if !app.is_public() {
        let secret = call.random.token();
        app.model.client_secret_last_four = Some(last_four(&secret));
        app.secret = Some(secret);
    }
    let app = call.state.connected_apps.put(app);
    let model = &app.model;
    let mut shown = ConnectedAppWithClientSecret::default();
    copy!(model => shown);
    shown
        .client_secret_last_four
        .clone_from(&model.client_secret_last_four);
    shown.client_secret = app.secret.as_deref().map(Into::into);
    let mut response = CreateResponse::default();
    response.connected_app = shown;
    Ok(response)
}

pub(crate) fn get(call: &mut Call<'_>, request: GetRequest) -> Result<GetResponse, Refusal> {
    let app = find(call.state, request.client_id.as_str())?;
    let mut response = GetResponse::default();
    response.connected_app = app.model.clone();
    Ok(response)
}

pub(crate) fn search(
    call: &mut Call<'_>,
    request: SearchRequest,
) -> Result<SearchResponse, Refusal> {
    let (page, metadata) = pages::page(
        call.state.connected_apps.iter(),
        |app| app.model.client_id.as_str(),
        request.cursor.as_deref(),
        request.limit,
    )?;
    let mut response = SearchResponse::default();
    response.connected_apps = page.into_iter().map(|app| app.model.clone()).collect();
    response.results_metadata = metadata;
    Ok(response)
}

pub(crate) fn update(
    call: &mut Call<'_>,
    request: UpdateRequest,
) -> Result<UpdateResponse, Refusal> {
    let mut app = (*find(call.state, request.client_id.as_str())?).clone();
    let model = &mut app.model;
    apply!(request, model);
    check(&app)?;
    let mut response = UpdateResponse::default();
    response.connected_app = call.state.connected_apps.put(app).model.clone();
    Ok(response)
}

pub(crate) fn delete(
    call: &mut Call<'_>,
    request: DeleteRequest,
) -> Result<DeleteResponse, Refusal> {
    let app = find(call.state, request.client_id.as_str())?;
    let id = app.model.client_id.clone();
    let tokens = AppToken::listed_by_app(id.as_str());
    sessions::end_group(&mut call.state.app_tokens, &tokens, None);
    consents::forget_of_app(call.state, id.as_str());
    call.state.connected_apps.remove(id.as_str());
    let mut response = DeleteResponse::default();
    response.client_id = id;
    Ok(response)
}

/// An app by its id.
pub(crate) fn find(state: &State, id: &str) -> Result<Arc<ConnectedApp>, Refusal> {
    let found = state.connected_apps.get(id).cloned();
    found.ok_or_else(|| ErrorType::ConnectedAppNotFound.into())
}

/// Makes sure that an app can be as it would be.
fn check(app: &ConnectedApp) -> Result<(), Refusal> {
    let model = &app.model;
    if !app.is_first_party() && model.full_access_allowed {
        return Err(Refusal::new("third_party_clients_cannot_use_full_access"));
    }
    if !app.is_first_party() && model.bypass_consent_for_offline_access {
        let name = "third_party_clients_require_consent_for_offline_access";
        return Err(Refusal::new(name));
    }
    if !MINUTES.contains(&model.access_token_expiry_minutes) {
        return Err(Refusal::new("idp_invalid_access_token_expiry_minutes"));
    }
    for url in model
        .redirect_urls
        .iter()
        .chain(&model.post_logout_redirect_urls)
    {
        let parsed = Url::parse(url);
        if !parsed.is_ok_and(|url| is_safe(&url)) {
            let message = format!("redirect_urls: {url} is neither on this machine nor safe");
            return Err(Refusal::bad_request(message));
        }
    }
    Ok(())
}

/// Whether an app may be reached at an address: over https, on the machine of the person, or by a scheme
/// of its own (RFC 8252, section 7).
fn is_safe(url: &Url) -> bool {
    let is_local = match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    match url.scheme() {
        "https" => true,
        "http" => is_local,
        "javascript" | "data" | "file" | "vbscript" | "blob" => false,
        _ => url.fragment().is_none(),
    }
}
