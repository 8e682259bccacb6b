//! What this app is to those who call it with access tokens: a protected resource (RFC 9728), such as an
//! MCP server.

use std::sync::Arc;

use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderName, Uri};
use stytch_core::{Value, json};

/// Where metadata are, before the path of the resource (RFC 9728, section 3).
const WELL_KNOWN: &str = "/.well-known/oauth-protected-resource";

/// A protected resource, described for clients that have never heard of it (RFC 9728): where to get a
/// token for it, and which scopes there are. MCP clients begin with that.
///
/// ```
/// use axum::{Router, routing::post};
/// use stytch_axum::ProtectedResource;
/// use stytch_axum::b2b::{Auth, ConnectedApp};
///
/// async fn mcp(app: ConnectedApp) -> String {
///     format!("{} acts for {}", app.client_id(), app.subject())
/// }
///
/// # fn app(stytch: stytch_b2b::Client) -> Router {
/// let resource = ProtectedResource::new("https://mcp.example.com/mcp")
///     .authorization_server("https://login.example.com")
///     .scopes(["documents:read", "documents:write"]);
/// let auth = Auth::new(stytch)
///     .resource_metadata(resource.metadata_url().to_owned())
///     .audience(resource.identifier().to_owned());
/// Router::new()
///     .route("/mcp", post(mcp))
///     .layer(auth.layer())
///     .merge(resource.router())
///     .with_state(auth)
/// # }
/// ```
///
/// Whoever comes without a token is answered 401 with
/// `WWW-Authenticate: Bearer resource_metadata="https://mcp.example.com/.well-known/oauth-protected-resource/mcp"`.
#[derive(Clone, Debug)]
pub struct ProtectedResource {
    resource: String,
    metadata_url: String,
    path: String,
    authorization_servers: Vec<String>,
    scopes: Vec<String>,
    name: Option<String>,
    documentation: Option<String>,
}

impl ProtectedResource {
    /// The resource with this identifier: the URL that its clients know it by, and that tokens for it have
    /// in their audience (RFC 8707).
    ///
    /// # Panics
    /// When it is no URL with a host and without a query or a fragment (RFC 9728, section 1.2), or not
    /// `https`, unless it is on this machine.
    #[must_use]
    pub fn new(resource: impl Into<String>) -> Self {
        let resource = resource.into();
        let Some((origin, path)) = split(&resource) else {
            panic!("`{resource}` can't identify a protected resource");
        };
        let path = format!("{WELL_KNOWN}{path}");
        Self {
            metadata_url: format!("{origin}{path}"),
            path,
            authorization_servers: Vec::new(),
            scopes: Vec::new(),
            name: None,
            documentation: None,
            resource,
        }
    }

    /// Who hands out tokens for it: the domain of the project, such as
    /// `https://login.example.com`, or the issuer that its metadata name.
    #[must_use]
    pub fn authorization_server(mut self, issuer: impl Into<String>) -> Self {
        self.authorization_servers.push(issuer.into());
        self
    }

    /// The scopes that there are. One that clients need not know can be left out.
    #[must_use]
    pub fn scopes(mut self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.scopes.extend(scopes.into_iter().map(Into::into));
        self
    }

    /// What it is called when people are asked for their consent.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The page that tells developers about it.
    #[must_use]
    pub fn documentation(mut self, url: impl Into<String>) -> Self {
        self.documentation = Some(url.into());
        self
    }

    /// The identifier.
    #[must_use]
    pub fn identifier(&self) -> &str {
        &self.resource
    }

    /// Where the metadata are, for [`Auth::resource_metadata`](crate::Auth::resource_metadata).
    #[must_use]
    pub fn metadata_url(&self) -> &str {
        &self.metadata_url
    }

    /// The metadata (RFC 9728, section 2).
    #[must_use]
    pub fn metadata(&self) -> Value {
        let mut metadata = json!({
            "resource": self.resource,
            "authorization_servers": self.authorization_servers,
            "bearer_methods_supported": ["header"],
        });
        let rest = [
            ("resource_name", self.name.clone().map(Value::from)),
            (
                "resource_documentation",
                self.documentation.clone().map(Value::from),
            ),
            (
                "scopes_supported",
                (!self.scopes.is_empty()).then(|| self.scopes.clone().into()),
            ),
        ];
        for (name, value) in rest {
            if let (Some(value), Some(metadata)) = (value, metadata.as_object_mut()) {
                metadata.insert(name.to_owned(), value);
            }
        }
        metadata
    }

    /// Serves the metadata, at the path below `/.well-known` that belongs to the identifier. They are
    /// public, for pages of other origins as well.
    pub fn router<S: Clone + Send + Sync + 'static>(&self) -> Router<S> {
        let body: Arc<str> = self.metadata().to_string().into();
        Router::new().route(&self.path, get(move || async move { document(&body) }))
    }
}

fn document(body: &str) -> Response {
    const HEADERS: [(HeaderName, &str); 3] = [
        (CONTENT_TYPE, "application/json"),
        (CACHE_CONTROL, "public, max-age=300"),
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    (HEADERS, body.to_owned()).into_response()
}

/// Origin and path of an identifier; the path is empty where it is `/`.
fn split(resource: &str) -> Option<(&str, &str)> {
    let uri: Uri = resource.parse().ok()?;
    let is_bare = uri.query().is_none() && !resource.contains('#') && !resource.contains('@');
    let is_secret = match uri.scheme_str()? {
        "https" => true,
        "http" => crate::web::is_loopback_host(uri.host()?),
        _ => false,
    };
    let (scheme, rest) = resource.split_once("://")?;
    let host = rest.find('/').unwrap_or(rest.len());
    let (origin, path) = resource.split_at(scheme.len() + 3 + host);
    let can_be_routed = !path.contains(['{', '}']);
    (is_bare && is_secret && host > 0 && can_be_routed)
        .then(|| (origin, path.trim_end_matches('/')))
}
