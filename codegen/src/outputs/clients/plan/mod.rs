//! From what is resolved to what is written: modules, structs, derives, docs, names.

mod docs;
mod example;
mod link;
mod model;
mod permissions;
mod types;

pub use model::*;

use crate::load;
use crate::naming;
use crate::outputs::text;
use crate::resolve::{self, Client};
use types::Types;

/// Plans the crate of a client.
#[must_use]
pub fn plan(client: &Client) -> Crate {
    let (ids, types) = Types::new(client, None)
        .items()
        .into_iter()
        .partition(|item| matches!(item, Item::Id(_)));
    let tops = client
        .resources
        .iter()
        .filter(|resource| !resource.name.contains('.'));
    Crate {
        package: format!("stytch-{}", client.name),
        root: Root {
            accessors: accessors(client, None),
            children: tops.map(|resource| naming::snake(&resource.name)).collect(),
        },
        ids,
        types,
        modules: client
            .resources
            .iter()
            .map(|resource| module(client, resource))
            .collect(),
        events: Types::outside(client).events(),
    }
}

fn module(client: &Client, resource: &resolve::Resource) -> Module {
    let types = Types::new(client, Some(&resource.name));
    let mut items = Vec::new();
    for method in &resource.methods {
        items.extend(types.request(resource, method).map(Item::Struct));
        items.push(Item::Struct(types.response(resource, method)));
    }
    for link in &resource.links {
        items.extend(types.link(resource, link).map(Item::Struct));
    }
    items.extend(types.items());
    Module {
        resource: resource.name.clone(),
        path: format!("{}.rs", resource.name.replace('.', "/")),
        source: resource.file.clone(),
        docs: docs::lines(client, &resource.docs),
        path_prefix: resource.path.clone(),
        children: children(client, Some(&resource.name))
            .map(|child| naming::snake(naming::last(&child.name)))
            .collect(),
        handle: has_handle(client, resource).then(|| handle(client, resource)),
        items,
    }
}

/// The resources directly below `parent`, or at the top.
fn children<'a>(
    client: &'a Client,
    parent: Option<&'a str>,
) -> impl Iterator<Item = &'a resolve::Resource> + use<'a> {
    client
        .resources
        .iter()
        .filter(move |resource| resource.name.rsplit_once('.').map(|(parent, _)| parent) == parent)
}

/// A resource without methods and links, in itself or below, is a home for types and can't be called.
fn has_handle(client: &Client, resource: &resolve::Resource) -> bool {
    resource.named().next().is_some()
        || children(client, Some(&resource.name)).any(|child| has_handle(client, child))
}

fn accessors(client: &Client, parent: Option<&str>) -> Vec<Accessor> {
    children(client, parent)
        .filter(|child| has_handle(client, child))
        .map(|child| {
            let name = naming::snake(naming::last(&child.name));
            Accessor {
                docs: docs::lines(client, &calls(client, child)),
                handle: format!("{name}::{}", naming::handle(&child.name)),
                name,
            }
        })
        .collect()
}

/// What can be called on a resource. What it is for stands at its module.
fn calls(client: &Client, resource: &resolve::Resource) -> String {
    let module = naming::snake(naming::last(&resource.name));
    let handle = format!("{module}::{}", naming::handle(&resource.name));
    let link = |name: &str, call: &str| {
        let path = format!("{handle}::{}", naming::snake(name));
        docs::linked(&format!("{name}{call}"), &path)
    };
    let methods = resource.named().map(|method| link(&method.name, ""));
    let below = children(client, Some(&resource.name))
        .filter(|child| has_handle(client, child))
        .map(|child| link(naming::last(&child.name), "()"));
    let calls: Vec<_> = methods.chain(below).collect();
    let shown = docs::linked(&resource.name.replace('.', "::"), &module);
    format!("The calls of {shown}: {}.", calls.join(", "))
}

fn handle(client: &Client, resource: &resolve::Resource) -> Handle {
    let way = resource.name.replace('.', "().");
    Handle {
        name: naming::handle(&resource.name),
        docs: docs::lines(
            client,
            &format!(
                "`stytch.{way}()`, on which the calls of [this module](self) are made.\n\n\
                 Cheap to clone, and of use for any number of calls."
            ),
        ),
        accessors: accessors(client, Some(&resource.name)),
        methods: resource
            .methods
            .iter()
            .map(|method| self::method(client, resource, method))
            .collect(),
        links: resource
            .links
            .iter()
            .map(|link| link::plan(client, resource, link))
            .collect(),
    }
}

fn method(client: &Client, resource: &resolve::Resource, method: &resolve::Method) -> Method {
    let places = |wanted: &dyn Fn(&resolve::Field) -> bool| {
        let fields = method.request.iter().filter(|field| wanted(field));
        fields.map(place).collect::<Vec<_>>()
    };
    Method {
        name: naming::snake(&method.name),
        docs: method_docs(client, resource, method),
        operation: format!("{}.{}", resource.name, method.name),
        verb: method.verb,
        path: method.path.clone(),
        deprecated: method
            .deprecated
            .as_ref()
            .map(|instead| text::plain(client, instead)),
        traits: method.traits.clone(),
        paged_by: method
            .traits
            .page
            .as_ref()
            .map(|_| load::Page::<resolve::Way>::PARAMETER),
        request: (!method.request.is_empty()).then(|| naming::request(&method.name)),
        response: naming::response(&method.name),
        in_path: places(&|field| field.place == resolve::Place::Path),
        in_query: places(&|field| field.place == resolve::Place::Query),
        objects: places(&|field| field.place == resolve::Place::Body && field.ty.is_object()),
        body: method.verb.has_body(),
    }
}

fn place(field: &resolve::Field) -> Place {
    Place {
        wire: field.wire.clone(),
        name: naming::snake(&field.wire),
        required: field.required,
    }
}

fn method_docs(
    client: &Client,
    resource: &resolve::Resource,
    method: &resolve::Method,
) -> Vec<String> {
    let mut text = method.docs.clone();
    if let Some(session) = &method.traits.member_session {
        text.push_str(&format!(
            "\n\nThe call can be made with a member's own permissions: add `.session_jwt(…)` or \
             `.session_token(…)`. {}",
            permissions::of_call(session)
        ));
    }
    if method.traits.page.is_some() {
        text.push_str(
            "\n\nAwait the call for one page, or go through all of them with `.stream()` and `.pages()`.",
        );
    }
    if !method.errors.is_empty() {
        text.push_str("\n\n# Errors\nError types to expect, besides those of every call:\n");
        for (name, about) in &method.errors {
            let link = docs::linked(name, &format!("crate::ErrorType::{}", naming::camel(name)));
            text.push_str(&format!("\n- {link}: {}", about.replace('\n', " ")));
        }
    }
    whole_docs(client, resource, method, &text, &method.path)
}

/// Docs, then the example and the place at the service.
fn whole_docs(
    client: &Client,
    resource: &resolve::Resource,
    method: &resolve::Method,
    docs: &str,
    path: &str,
) -> Vec<String> {
    let mut lines = docs::lines(client, docs);
    if let Some(example) = &method.example {
        lines.extend(example::lines(client, resource, example));
    }
    let verb = method.verb.as_str();
    lines.push(String::new());
    lines.push(match &method.reference {
        Some(address) => format!("`{verb} {path}` ([reference]({address}))"),
        None => format!("`{verb} {path}`"),
    });
    lines
}
