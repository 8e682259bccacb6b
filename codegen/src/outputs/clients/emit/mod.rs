//! From the plan to the text of files.

mod enums;
mod events;
mod file;
mod link;
mod resource;
mod structs;
mod tokens;

use proc_macro2::TokenStream;
use quote::quote;

use super::plan::{Crate, Item, Module, Root};
use crate::outputs::draft::Draft;
use crate::outputs::rust;
use file::{CLIENT, File};
use tokens::ident;

const IDS: &str = "Ids, each a type of its own, so that none can stand in for another by mistake.";

/// The files of a crate, below `folder`.
#[must_use]
pub fn drafts(folder: &str, krate: Crate) -> Vec<Draft<'static>> {
    let Crate {
        package,
        root,
        ids,
        types,
        modules,
        events,
    } = krate;
    let has_events = !events.is_empty();
    let source = format!(
        "spec/vocabulary.yaml and spec/{}",
        package.trim_start_matches("stytch-")
    );
    let path = |name: &str| format!("{folder}/{name}");
    let shared = |name: &str, docs: &'static [&'static str], items: Vec<Item>| {
        let plan = (source.clone(), items);
        Draft::new(path(name), plan, |(source, items)| {
            let docs: Vec<_> = docs.iter().map(|&line| line.to_owned()).collect();
            vocabulary(items, source, &docs)
        })
    };
    let mut drafts = vec![
        shared("ids.rs", &[IDS], ids),
        shared("types.rs", &[], types),
        Draft::new(
            path("mod.rs"),
            (source.clone(), root, has_events),
            |(source, root, has_events)| index(root, *has_events, source),
        ),
    ];
    if has_events {
        let plan = (source.clone(), events);
        drafts.push(Draft::new(path("events.rs"), plan, |(source, events)| {
            events::file(events, source)
        }));
    }
    let modules = modules.into_iter();
    drafts.extend(modules.map(|plan| Draft::new(path(&plan.path), plan, module)));
    drafts
}

/// The root: the modules, and how the client leads to them.
fn index(root: &Root, has_events: bool, source: &str) -> Result<String, String> {
    let mut file = File::default();
    file.needs_with(CLIENT, "crate::Client");
    let accessors = root.accessors.iter().map(resource::accessor);
    file.items.extend([
        quote!(
            #[doc(no_inline)]
            pub use ids::*;
        ),
        quote!(
            pub use types::*;
        ),
        quote! {
            #[cfg(feature = "client")]
            impl Client {
                #(#accessors)*
            }
        },
    ]);
    let mut modules: Vec<_> = root.children.iter().map(String::as_str).collect();
    modules.push("ids");
    modules.sort_unstable();
    let mut modules = declared(modules);
    modules.extend([
        rust::blank(),
        quote!(
            mod types;
        ),
    ]);
    if has_events {
        modules.push(quote!(
            #[cfg(feature = "webhooks")]
            pub(crate) mod events;
        ));
    }
    file.finish(source, &[], modules)
}

fn vocabulary(items: &[Item], source: &str, docs: &[String]) -> Result<String, String> {
    let mut file = File::default();
    types(&mut file, items);
    file.finish(source, docs, Vec::new())
}

/// The file of a resource.
fn module(module: &Module) -> Result<String, String> {
    let mut file = File::default();
    if let Some(handle) = &module.handle {
        resource::handle(&mut file, handle, module.path_prefix.as_deref());
    }
    types(&mut file, &module.items);
    let children = declared(module.children.iter().map(String::as_str));
    file.finish(&module.source, &module.docs, children)
}

fn declared<'a>(modules: impl IntoIterator<Item = &'a str>) -> Vec<TokenStream> {
    let modules = modules.into_iter().map(ident);
    modules.map(|name| quote!(pub mod #name;)).collect()
}

fn types(file: &mut File, items: &[Item]) {
    for item in items {
        match item {
            Item::Id(id) => enums::id(file, id),
            Item::Enum(set) => enums::open_enum(file, set),
            Item::Filter(filter) => enums::filter(file, filter),
            Item::Struct(plan) => structs::structure(file, plan),
        }
    }
}
