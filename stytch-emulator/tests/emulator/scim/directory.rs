//! The directory of an organization, as it talks to the SCIM server.

use reqwest::{Client, Method, Response};
use serde_json::{Value, json};
use stytch_b2b::organizations::{self, members};
use stytch_b2b::scim::connection;
use stytch_b2b::{OrganizationId, ScimConnectionId};
use stytch_emulator::Emulator;

pub(crate) const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
pub(crate) const GROUP: &str = "urn:ietf:params:scim:schemas:core:2.0:Group";
pub(crate) const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const PATCH: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/// A directory that has the token of an organization's connection.
pub(crate) struct Directory {
    pub(crate) http: Client,
    pub(crate) base_url: String,
    pub(crate) token: String,
    pub(crate) organization_id: OrganizationId,
    pub(crate) connection_id: ScimConnectionId,
    pub(crate) stytch: stytch_b2b::Client,
}

impl Directory {
    /// An organization of this name, and its directory.
    pub(crate) async fn of(emulator: &Emulator, name: &str) -> Self {
        let request = organizations::CreateRequest::new(name);
        Self::with(emulator, request).await
    }

    pub(crate) async fn with(emulator: &Emulator, request: organizations::CreateRequest) -> Self {
        let stytch = emulator.b2b_client();
        let made = stytch.organizations().create(request).await.unwrap();
        let organization_id = made.organization.organization_id;
        let request = connection::CreateRequest::new(&organization_id);
        let made = stytch.scim().connection().create(request).await.unwrap();
        let made = made.connection.unwrap();
        Self {
            http: Client::new(),
            base_url: made.base_url,
            token: made.bearer_token.expose().to_owned(),
            organization_id,
            connection_id: made.connection_id,
            stytch,
        }
    }

    pub(crate) fn request(&self, verb: Method, path: &str) -> reqwest::RequestBuilder {
        let url = format!("{}/{path}", self.base_url);
        self.http.request(verb, url).bearer_auth(&self.token)
    }

    pub(crate) async fn send(&self, verb: Method, path: &str, body: &Value) -> (u16, Value) {
        let request = self.request(verb, path);
        let request = match body {
            Value::Null => request,
            body => request
                .header("content-type", "application/scim+json")
                .body(body.to_string()),
        };
        read(request.send().await.unwrap()).await
    }

    pub(crate) async fn get(&self, path: &str) -> (u16, Value) {
        self.send(Method::GET, path, &Value::Null).await
    }

    /// The answer to a search with a filter.
    pub(crate) async fn filtered(&self, kind: &str, filter: &str) -> (u16, Value) {
        let filter: String = form_urlencoded::byte_serialize(filter.as_bytes()).collect();
        self.get(&format!("{kind}?filter={filter}")).await
    }

    /// Asks for those of a kind who meet a condition; their number and the page.
    pub(crate) async fn find(&self, kind: &str, filter: &str) -> (u64, Vec<Value>) {
        let (status, body) = self.filtered(kind, filter).await;
        assert_eq!(status, 200, "{filter}: {body}");
        let resources = body["Resources"].as_array().unwrap().clone();
        (body["totalResults"].as_u64().unwrap(), resources)
    }

    /// Makes a user as Okta does it; what the server answers.
    pub(crate) async fn provision(&self, email: &str, name: (&str, &str)) -> Value {
        let (given, family) = name;
        let body = json!({
            "schemas": [USER],
            "userName": email,
            "name": { "givenName": given, "familyName": family },
            "emails": [{ "primary": true, "value": email, "type": "work" }],
            "displayName": format!("{given} {family}"),
            "externalId": format!("00u-{given}"),
            "groups": [],
            "active": true,
        });
        let (status, user) = self.send(Method::POST, "Users", &body).await;
        assert_eq!(status, 201, "{user}");
        user
    }

    /// Makes a group; its id.
    pub(crate) async fn group(&self, name: &str, members: &[&str]) -> String {
        let members: Vec<_> = members.iter().map(|id| json!({ "value": id })).collect();
        let body = json!({ "schemas": [GROUP], "displayName": name, "members": members });
        let (status, group) = self.send(Method::POST, "Groups", &body).await;
        assert_eq!(status, 201, "{group}");
        id(&group)
    }

    pub(crate) async fn patch(&self, path: &str, operations: Value) -> (u16, Value) {
        let body = json!({ "schemas": [PATCH], "Operations": operations });
        self.send(Method::PATCH, path, &body).await
    }

    /// The member, as the app sees it; deleted ones, too.
    pub(crate) async fn member(&self, id: &str) -> organizations::Member {
        let request = members::DangerouslyGetRequest::new(id).include_deleted(true);
        let found = self
            .stytch
            .organizations()
            .members()
            .dangerously_get(request);
        found.await.unwrap().member
    }
}

/// The id of a resource.
pub(crate) fn id(resource: &Value) -> String {
    resource["id"].as_str().unwrap().to_owned()
}

pub(crate) async fn read(response: Response) -> (u16, Value) {
    let status = response.status().as_u16();
    let kind = response.headers().get("content-type").cloned();
    let text = response.text().await.unwrap();
    if status == 204 {
        assert_eq!((text.as_str(), kind), ("", None));
        return (status, Value::Null);
    }
    assert_eq!(kind.unwrap(), "application/scim+json", "{text}");
    (status, serde_json::from_str(&text).unwrap())
}

/// Makes sure that an answer is a refusal of this kind, in the words of the standard.
#[track_caller]
pub(crate) fn denied(answer: &(u16, Value), status: u16, scim_type: &str) {
    let (found, body) = answer;
    let kind = body["scimType"].as_str().unwrap_or_default();
    assert_eq!((*found, kind), (status, scim_type), "{body}");
    assert_eq!(body["status"], status.to_string());
    let schema = "urn:ietf:params:scim:api:messages:2.0:Error";
    assert_eq!(body["schemas"], json!([schema]));
    assert!(!body["detail"].as_str().unwrap().is_empty());
}
