//! Step 2: from the syntax model to a model in which every name is bound.
//!
//! Each client sees its own folder, `shared/` and the root vocabulary. Includes are expanded, field
//! docs looked up, types bound, and the direction in which each type travels is found by walking from
//! the methods.

mod declared;
mod direction;
mod fields;
mod links;
mod method;
mod model;
mod names;
mod scope;
mod traits;
mod tree;
mod types;

pub use links::{Target, split};
pub use model::*;

use crate::load::{Folder, Spec};
use crate::problem::Problems;
use scope::{Scope, Usage};

/// Binds a spec. Problems are noted; the result is meaningful only if there are none.
pub fn resolve(spec: &Spec, problems: &mut Problems) -> Api {
    names::check(spec, problems);
    if problems.is_partial() {
        // Half a spec would bring up problems that are none.
        let empty = |name| Client {
            name,
            types: Vec::new(),
            resources: Vec::new(),
        };
        return Api {
            b2b: empty("b2b"),
            consumer: empty("consumer"),
        };
    }
    let mut usage = Usage::default();
    let b2b = client(spec, "b2b", Folder::B2b, &mut usage, problems);
    let consumer = client(spec, "consumer", Folder::Consumer, &mut usage, problems);
    usage.report_unused(spec, problems);
    Api { b2b, consumer }
}

fn client(
    spec: &Spec,
    name: &'static str,
    folder: Folder,
    usage: &mut Usage,
    problems: &mut Problems,
) -> Client {
    let scope = Scope::new(spec, name, folder);
    tree::check(&scope, problems);
    let mut table = types::Table::new(&scope);
    let mut resources = Vec::new();
    for resource in &scope.resources {
        let methods = resource
            .methods
            .iter()
            .map(|method| method::resolve(&scope, resource, method, &mut table, usage, problems))
            .collect();
        resources.push(Resource {
            name: resource.name.value.clone(),
            file: resource.name.at.file.to_string(),
            path: resource.path.as_ref().map(|path| path.value.clone()),
            docs: resource.docs.value.clone(),
            methods,
        });
    }
    let types = table.finish(&scope, &resources, usage, problems);
    let mut client = Client {
        name,
        types,
        resources,
    };
    traits(&mut client, &scope, problems);
    links::check(&client, &scope, problems);
    client
}

/// Ways lead into the insides of a response's types, so they come after those are bound.
fn traits(client: &mut Client, scope: &Scope<'_>, problems: &mut Problems) {
    let mut bound = Vec::new();
    for (resource, written) in client.resources.iter().zip(&scope.resources) {
        for (method, written) in resource.methods.iter().zip(&written.methods) {
            bound.push(traits::bind(client, method, written, problems));
        }
    }
    let methods = client
        .resources
        .iter_mut()
        .flat_map(|resource| &mut resource.methods);
    for (method, traits) in methods.zip(bound) {
        method.traits = traits;
    }
}
