//! The operations of an OpenAPI file.

use serde_json::{Map, Value};

use super::schema::{self, Property, Schema, Shape, Unreadable};
use crate::resolve::Place;

/// Headers that act for a member; the spec has both as the flag `member_session`.
pub(super) const SESSION_HEADERS: [&str; 2] =
    ["x-stytch-member-session", "x-stytch-member-sessionjwt"];

/// The keys of a path that stand for operations.
pub(super) const VERBS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// A file, read as far as its operations.
#[derive(Debug)]
pub(super) struct Document<'d> {
    /// The whole file.
    pub(super) root: &'d Value,
    /// Its operations, in the order of the file.
    pub(super) operations: Vec<Operation<'d>>,
}

/// An operation.
#[derive(Debug)]
pub(super) struct Operation<'d> {
    /// The HTTP verb in capitals.
    pub(super) verb: String,
    /// The path, with `{name}` for what varies.
    pub(super) path: &'d str,
    /// Its name in the file, if it has one.
    pub(super) id: Option<&'d str>,
    /// Address of a server of its own, apart from those of the whole file.
    pub(super) server: Option<&'d str>,
    /// The member-session headers that it accepts, in small letters.
    pub(super) session_headers: Vec<String>,
    /// Whether it is on its way out.
    pub(super) deprecated: bool,
    /// What it takes outside of the body.
    pub(super) parameters: Vec<Parameter<'d>>,
    /// The JSON body it takes.
    pub(super) request: Body<'d>,
    /// The JSON body of a success.
    pub(super) response: Body<'d>,
    /// What about it can't be understood.
    pub(super) unreadable: Vec<(String, Unreadable)>,
    /// What the file says of its path.
    pub(super) item: &'d Map<String, Value>,
    /// What the file says of it.
    pub(super) map: &'d Map<String, Value>,
}

/// A parameter.
#[derive(Clone, Debug)]
pub(super) struct Parameter<'d> {
    /// Its name, schema and mark.
    pub(super) property: Property<'d>,
    /// Where it travels; `None` for a header or cookie.
    pub(super) place: Option<Place>,
}

/// A JSON body.
#[derive(Clone, Debug, Default)]
pub(super) struct Body<'d> {
    /// Its fields.
    pub(super) fields: Vec<Property<'d>>,
    /// Its schema, if there is a body at all.
    pub(super) schema: Option<Schema<'d>>,
}

/// Reads the operations. `file` is the name of the file in messages.
///
/// # Errors
/// All places at which the file is not what an OpenAPI file has to be, each with a JSON pointer.
pub(super) fn read<'d>(file: &str, root: &'d Value) -> Result<Document<'d>, Vec<String>> {
    let problem = |pointer: &str, text: &str| format!("{file}#{pointer}: {text}");
    let Some(map) = root.as_object() else {
        return Err(vec![problem(
            "",
            &format!("{} in place of an OpenAPI file", schema::kind(root)),
        )]);
    };
    match map.get("openapi") {
        Some(Value::String(version)) if version.starts_with("3.") => {}
        Some(Value::String(version)) => {
            return Err(vec![problem(
                "/openapi",
                &format!("version `{version}` of OpenAPI; 3.x is understood"),
            )]);
        }
        Some(other) => {
            let text = format!(
                "{} for the version of OpenAPI; a text such as \"3.0.3\" is",
                schema::kind(other)
            );
            return Err(vec![problem("/openapi", &text)]);
        }
        None => {
            return Err(vec![problem(
                "",
                "no `openapi` with the version; is it an OpenAPI file?",
            )]);
        }
    }
    let Some(paths) = map.get("paths") else {
        return Err(vec![problem("", "no `paths`")]);
    };
    let Some(paths) = paths.as_object() else {
        return Err(vec![problem(
            "/paths",
            &format!("{} in place of a map of paths", schema::kind(paths)),
        )]);
    };
    let (mut operations, mut problems) = (Vec::new(), Vec::new());
    for (path, item) in paths {
        if path.starts_with("x-") {
            continue;
        }
        let pointer = format!("/paths/{}", path.replace('~', "~0").replace('/', "~1"));
        let item = match schema::follow(root, item) {
            Ok((Value::Object(item), _)) => item,
            Ok((other, _)) => {
                problems.push(problem(
                    &pointer,
                    &format!("{} in place of a map of verbs", schema::kind(other)),
                ));
                continue;
            }
            Err(text) => {
                problems.push(problem(&pointer, &text));
                continue;
            }
        };
        for (verb, value) in item {
            if !VERBS.contains(&verb.as_str()) {
                continue;
            }
            match value.as_object() {
                Some(value) => operations.push(operation(root, path, verb, item, value)),
                None => problems.push(problem(
                    &format!("{pointer}/{verb}"),
                    &format!("{} in place of an operation", schema::kind(value)),
                )),
            }
        }
    }
    if problems.is_empty() {
        Ok(Document { root, operations })
    } else {
        Err(problems)
    }
}

fn operation<'d>(
    root: &'d Value,
    path: &'d str,
    verb: &str,
    item: &'d Map<String, Value>,
    map: &'d Map<String, Value>,
) -> Operation<'d> {
    let mut operation = Operation {
        verb: verb.to_uppercase(),
        path,
        id: map.get("operationId").and_then(Value::as_str),
        server: server(map).or_else(|| server(item)),
        session_headers: Vec::new(),
        deprecated: map.get("deprecated") == Some(&Value::Bool(true)),
        parameters: Vec::new(),
        request: Body::default(),
        response: Body::default(),
        unreadable: Vec::new(),
        item,
        map,
    };
    // What stands at the operation comes after what stands at the path, and replaces it.
    for value in [item, map]
        .iter()
        .filter_map(|map| map.get("parameters")?.as_array())
        .flatten()
    {
        match parameter(root, value) {
            Ok((name, _)) if SESSION_HEADERS.contains(&name.to_lowercase().as_str()) => {
                operation.session_headers.push(name.to_lowercase());
            }
            Ok((_, parameter)) => {
                operation.parameters.retain(|known| {
                    known.property.name != parameter.property.name || known.place != parameter.place
                });
                operation.parameters.push(parameter);
            }
            Err(text) => operation.unreadable.push(("request".to_owned(), text)),
        }
    }
    match map
        .get("requestBody")
        .map_or(Ok(Body::default()), |value| body(root, value))
    {
        Ok(body) => operation.request = body,
        Err(text) => operation.unreadable.push(("request".to_owned(), text)),
    }
    match success(map).map_or(Ok(Body::default()), |value| body(root, value)) {
        Ok(body) => operation.response = body,
        Err(text) => operation.unreadable.push(("response".to_owned(), text)),
    }
    operation
}

fn server(map: &Map<String, Value>) -> Option<&str> {
    map.get("servers")?
        .as_array()?
        .first()?
        .get("url")?
        .as_str()
}

fn parameter<'d>(
    root: &'d Value,
    value: &'d Value,
) -> Result<(&'d str, Parameter<'d>), Unreadable> {
    let (value, _) = schema::follow(root, value)?;
    let Some(name) = value.get("name").and_then(Value::as_str) else {
        return Err("a parameter without a `name`".to_owned());
    };
    let place = match value.get("in").and_then(Value::as_str) {
        Some("path") => Some(Place::Path),
        Some("query") => Some(Place::Query),
        Some("header" | "cookie") => None,
        _ => {
            return Err(format!(
                "the parameter `{name}`, whose `in` is none of path, query, header, cookie"
            ));
        }
    };
    let required = place == Some(Place::Path) || value.get("required") == Some(&Value::Bool(true));
    let Some(inner) = value.get("schema") else {
        return Err(format!("the parameter `{name}` without a `schema`"));
    };
    let property = Property {
        name,
        schema: schema::schema(root, inner)?,
        required,
        deprecated: [value, inner].into_iter().any(schema::is_deprecated),
    };
    Ok((name, Parameter { property, place }))
}

/// The response of a success: 200, or else the first of its class, or else the default.
pub(super) fn success(map: &Map<String, Value>) -> Option<&Value> {
    let responses = map.get("responses")?.as_object()?;
    responses
        .get("200")
        .or_else(|| {
            responses
                .iter()
                .find(|(status, _)| status.starts_with('2'))
                .map(|(_, value)| value)
        })
        .or_else(|| responses.get("default"))
}

/// The JSON body of a request or a response.
fn body<'d>(root: &'d Value, value: &'d Value) -> Result<Body<'d>, Unreadable> {
    let (value, _) = schema::follow(root, value)?;
    let Some(content) = value.get("content").and_then(Value::as_object) else {
        return Ok(Body::default());
    };
    let json = content
        .iter()
        .find(|(kind, _)| kind.split(';').next() == Some("application/json"))
        .or_else(|| content.iter().find(|(kind, _)| kind.contains("json")));
    let Some((_, media)) = json else {
        return if content.is_empty() {
            Ok(Body::default())
        } else {
            Err(format!(
                "a body as {} in place of JSON",
                content.keys().cloned().collect::<Vec<_>>().join(", ")
            ))
        };
    };
    let Some(inner) = media.get("schema") else {
        return Ok(Body::default());
    };
    let schema = schema::schema(root, inner)?;
    match schema::shape(root, schema)? {
        (Shape::Object(fields), _) => Ok(Body {
            fields,
            schema: Some(schema),
        }),
        (Shape::Map(None) | Shape::Any, _) => Ok(Body {
            fields: Vec::new(),
            schema: Some(schema),
        }),
        _ => Err("a body that is no object".to_owned()),
    }
}
