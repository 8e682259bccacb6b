//! The operations, as the spec has them.

use std::path::Path;
use std::sync::LazyLock;

use codegen::load::Verb;
use codegen::resolve::{Api, Client, Method};
use reqwest::Method as HttpVerb;

/// One operation.
pub(crate) struct Operation {
    /// Its name as the emulator has it: `b2b.organizations.create`.
    pub(crate) name: String,
    pub(crate) client: &'static Client,
    pub(crate) method: &'static Method,
}

impl Operation {
    pub(crate) fn verb(&self) -> HttpVerb {
        match self.method.verb {
            Verb::Get => HttpVerb::GET,
            Verb::Post => HttpVerb::POST,
            Verb::Put => HttpVerb::PUT,
            Verb::Delete => HttpVerb::DELETE,
        }
    }

    pub(crate) fn takes_member_session(&self) -> bool {
        self.method.traits.member_session.is_some()
    }
}

/// All operations; those that both clients offer stand there once.
pub(crate) fn operations() -> &'static [Operation] {
    static OPERATIONS: LazyLock<Vec<Operation>> = LazyLock::new(read);
    &OPERATIONS
}

fn read() -> Vec<Operation> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let api: &'static Api = Box::leak(Box::new(codegen::api(root).unwrap()));
    let mut operations = Vec::new();
    for client in api.clients() {
        for resource in &client.resources {
            let is_shared = resource.file.starts_with("spec/shared/");
            if is_shared && client.name == "consumer" {
                continue;
            }
            let group = if is_shared { "shared" } else { client.name };
            operations.extend(resource.methods.iter().map(|method| Operation {
                name: format!("{group}.{}.{}", resource.name, method.name),
                client,
                method,
            }));
        }
    }
    operations
}

/// An operation by its name.
pub(crate) fn operation(name: &str) -> &'static Operation {
    let mut operations = operations().iter();
    let found = operations.find(|operation| operation.name == name);
    found.unwrap_or_else(|| panic!("no operation {name}"))
}
