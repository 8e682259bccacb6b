//! What the server can do, and the shape of its resources (RFC 7643, sections 5 to 7).

use serde_json::{Value, json};
use stytch_core::Timestamp;

use super::schema::{self, Attribute, Kind};
use super::{Asked, ENTERPRISE, GROUP, USER, list, meta, not_found};
use crate::call::Call;
use crate::refusal::Refusal;
use crate::state::ScimConnection;

/// What the program brings along came at no time.
const NEVER: [Option<Timestamp>; 2] = [None, None];

/// `ServiceProviderConfig`.
pub(super) fn configuration(call: &Call<'_>, connection: &ScimConnection) -> Value {
    let unsupported = json!({ "supported": false });
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
        "patch": { "supported": true },
        "bulk": { "supported": false, "maxOperations": 0, "maxPayloadSize": 0 },
        "filter": { "supported": true, "maxResults": list::MAX },
        "changePassword": unsupported,
        "sort": unsupported,
        "etag": unsupported,
        "authenticationSchemes": [{
            "type": "oauthbearertoken",
            "name": "Bearer token",
            "description": "The bearer token of the connection, in the header Authorization.",
            "primary": true,
        }],
        "meta": meta(call, connection, "ServiceProviderConfig", "ServiceProviderConfig", NEVER),
    })
}

/// `ResourceTypes`: all, or the one of the path.
pub(super) fn resource_types(
    call: &Call<'_>,
    connection: &ScimConnection,
    asked: &Asked,
) -> Result<Value, Refusal> {
    let resource_type = |name: &str, schema: &str, extensions: Value| {
        json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
            "id": name,
            "name": name,
            "endpoint": format!("/{name}s"),
            "schema": schema,
            "schemaExtensions": extensions,
            "meta": meta(call, connection, "ResourceType", &format!("ResourceTypes/{name}"), NEVER),
        })
    };
    let extension = json!([{ "schema": ENTERPRISE, "required": false }]);
    let all = [
        resource_type("User", USER, extension),
        resource_type("Group", GROUP, json!([])),
    ];
    found(&all, asked)
}

/// `Schemas`: all, or the one of the path.
pub(super) fn schemas(
    call: &Call<'_>,
    connection: &ScimConnection,
    asked: &Asked,
) -> Result<Value, Refusal> {
    let schema = |id: &str, name: &str, attributes: &[Attribute]| {
        // what all resources have is no part of their schemas, and an extension has one of its own
        let own = attributes
            .iter()
            .filter(|one| !["id", "externalId", "meta", ENTERPRISE].contains(&one.name));
        json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
            "id": id,
            "name": name,
            "description": name,
            "attributes": own.map(described).collect::<Vec<_>>(),
            "meta": meta(call, connection, "Schema", &format!("Schemas/{id}"), NEVER),
        })
    };
    let extension = schema::find(schema::OF_USER, ENTERPRISE);
    let extension = extension.map_or(&[][..], |extension| extension.parts());
    let all = [
        schema(USER, "User", schema::OF_USER),
        schema(GROUP, "Group", schema::OF_GROUP),
        schema(ENTERPRISE, "Enterprise user", extension),
    ];
    found(&all, asked)
}

/// The one that the path names, or all. They can't be searched (RFC 7644, section 4).
fn found(all: &[Value], asked: &Asked) -> Result<Value, Refusal> {
    if asked.query.one("filter")?.is_some() {
        return Err(Refusal::scim(403, "", "These resources can't be filtered."));
    }
    match &asked.id {
        None => Ok(list::whole(all, all.len(), 1)),
        Some(id) => {
            let mut all = all.iter();
            let found = all.find(|one| one.get("id").and_then(Value::as_str) == Some(id));
            found.cloned().ok_or_else(|| not_found(id))
        }
    }
}

/// An attribute in the words of RFC 7643, section 7.
fn described(attribute: &Attribute) -> Value {
    let kind = match attribute.kind {
        Kind::Text => "string",
        Kind::Flag => "boolean",
        Kind::Time => "dateTime",
        Kind::Parts(_) => "complex",
    };
    let mutability = match attribute.is_read_only {
        true => "readOnly",
        false => "readWrite",
    };
    let uniqueness = match attribute.name {
        "userName" => "server",
        _ => "none",
    };
    let mut described = json!({
        "name": attribute.name,
        "type": kind,
        "multiValued": attribute.is_list,
        "description": attribute.docs,
        "required": attribute.is_required,
        "caseExact": attribute.is_exact,
        "mutability": mutability,
        "returned": "default",
        "uniqueness": uniqueness,
    });
    if let (Kind::Parts(parts), Some(described)) = (&attribute.kind, described.as_object_mut()) {
        let parts = parts.iter().map(self::described).collect();
        described.insert("subAttributes".to_owned(), parts);
    }
    described
}
