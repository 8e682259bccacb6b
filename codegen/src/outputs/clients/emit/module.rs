//! What stands in which file, and what it imports.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::super::plan::{Crate, Item, Module};
use super::tokens::{ident, names, path};
use super::{enums, resource, structs};

/// Where the names come from that generated code uses without a path.
const IMPORTS: [(&str, &str); 27] = [
    ("AsMember", "stytch_core::AsMember"),
    ("BTreeMap", "std::collections::BTreeMap"),
    ("Body", "stytch_core::wire::Body"),
    ("Call", "stytch_core::Call"),
    ("Client", "crate::Client"),
    ("Deserialize", "serde::Deserialize"),
    ("DeserializeOwned", "serde::de::DeserializeOwned"),
    ("Deserializer", "serde::Deserializer"),
    ("Error", "stytch_core::Error"),
    ("Fields", "stytch_core::wire::Fields"),
    ("Handle", "stytch_core::Handle"),
    ("JsonObject", "stytch_core::JsonObject"),
    ("Object", "stytch_core::wire::Object"),
    ("Operand", "stytch_core::wire::Operand"),
    ("Operation", "stytch_core::Operation"),
    ("Page", "stytch_core::wire::Page"),
    ("Proof", "stytch_core::Proof"),
    ("Secret", "stytch_core::Secret"),
    ("Serialize", "serde::Serialize"),
    ("Slot", "stytch_core::wire::Slot"),
    ("Timestamp", "stytch_core::Timestamp"),
    ("Value", "stytch_core::Value"),
    ("Verb", "stytch_core::Verb"),
    ("Write", "stytch_core::wire::Write"),
    ("custom_claims_as", "stytch_core::claims::custom_claims_as"),
    ("missing_session", "stytch_core::claims::missing_session"),
    (".slot", "stytch_core::wire::Receive"),
];

/// The files at the root: name, source and items of each.
pub(super) fn root(krate: &Crate) -> Vec<(String, String, Vec<TokenStream>)> {
    let source = format!(
        "spec/vocabulary.yaml and spec/{}",
        krate.package.trim_start_matches("stytch-")
    );
    let children: Vec<_> = krate
        .root
        .children
        .iter()
        .map(|child| ident(child))
        .collect();
    let accessors = krate.root.accessors.iter().map(resource::accessor);
    let mut index = vec![quote!(
        use crate::Client;
    )];
    index.extend([
        quote!(
            mod ids;
        ),
        quote!(
            mod types;
        ),
    ]);
    index.extend(children.iter().map(|child| quote!(pub mod #child;)));
    index.extend([
        quote!(
            pub use ids::*;
        ),
        quote!(
            pub use types::*;
        ),
    ]);
    index.push(quote! {
        impl Client {
            #(#accessors)*
        }
    });
    let ids = with_imports(krate, &declared(&krate.root.ids), types(&krate.root.ids));
    let vocabulary = with_imports(
        krate,
        &declared(&krate.root.types),
        types(&krate.root.types),
    );
    vec![
        ("mod.rs".to_owned(), source.clone(), index),
        ("ids.rs".to_owned(), source.clone(), ids),
        ("types.rs".to_owned(), source, vocabulary),
    ]
}

/// The items of a resource's file.
pub(super) fn items(krate: &Crate, module: &Module) -> Vec<TokenStream> {
    let mut items = Vec::new();
    let mut local = declared(&module.items);
    if let Some(handle) = &module.handle {
        local.insert(handle.name.clone());
        items.extend(resource::handle(handle, module.path_prefix.as_deref()));
    }
    items.extend(types(&module.items));
    let mut all: Vec<_> = module
        .children
        .iter()
        .map(|child| {
            let child = ident(child);
            quote!(pub mod #child;)
        })
        .collect();
    all.extend(with_imports(krate, &local, items));
    all
}

fn types(items: &[Item]) -> Vec<TokenStream> {
    items
        .iter()
        .flat_map(|item| match item {
            Item::Id(id) => enums::id(id),
            Item::Enum(set) => enums::open_enum(set),
            Item::Filter(filter) => enums::filter(filter),
            Item::Struct(plan) => structs::structure(plan),
        })
        .collect()
}

fn declared(items: &[Item]) -> BTreeSet<String> {
    items.iter().map(|item| name(item).to_owned()).collect()
}

fn name(item: &Item) -> &str {
    match item {
        Item::Id(id) => &id.name,
        Item::Enum(set) => &set.name,
        Item::Filter(filter) => &filter.name,
        Item::Struct(plan) => &plan.name,
    }
}

/// Puts the imports in front that the items need. `local` are the names that the file declares.
fn with_imports(
    krate: &Crate,
    local: &BTreeSet<String>,
    items: Vec<TokenStream>,
) -> Vec<TokenStream> {
    let mut used = BTreeSet::new();
    for item in &items {
        names(item.clone(), &mut used);
    }
    let mut gated: Vec<(&str, Vec<String>)> =
        vec![("serialize", Vec::new()), ("deserialize", Vec::new())];
    let mut uses: BTreeSet<String> = BTreeSet::new();
    for (name, import) in IMPORTS {
        if !used.contains(name) || local.contains(name) {
            continue;
        }
        match name {
            // Only behind a feature.
            "Serialize" => push(&mut gated, "serialize", import),
            "Deserialize" | "Deserializer" | "Operand" => push(&mut gated, "deserialize", import),
            _ => {
                uses.insert(import.to_owned());
            }
        }
    }
    for root in krate
        .root
        .types
        .iter()
        .chain(&krate.root.ids)
        .map(self::name)
    {
        if used.contains(root) && !local.contains(root) {
            uses.insert(format!("crate::{root}"));
        }
    }
    let mut all: Vec<_> = grouped(&uses);
    for (feature, imports) in gated {
        for group in grouped(&imports.into_iter().collect()) {
            all.push(quote!(#[cfg(feature = #feature)] #group));
        }
    }
    all.extend(items);
    all
}

fn push(gated: &mut [(&str, Vec<String>)], feature: &str, import: &str) {
    if let Some((_, imports)) = gated.iter_mut().find(|(name, _)| *name == feature) {
        imports.push(import.to_owned());
    }
}

/// `use a::{b, c};` for imports of one parent: the standard library first, the crate itself last.
fn grouped(uses: &BTreeSet<String>) -> Vec<TokenStream> {
    let mut parents: Vec<(&str, Vec<&str>)> = Vec::new();
    for import in uses {
        let Some((parent, name)) = import.rsplit_once("::") else {
            continue;
        };
        match parents.iter_mut().find(|(other, _)| *other == parent) {
            Some((_, names)) => names.push(name),
            None => parents.push((parent, vec![name])),
        }
    }
    parents.sort_by_key(|(parent, _)| {
        let rank = ["std", "serde", "stytch_core", "crate"]
            .iter()
            .position(|root| parent.starts_with(root));
        (rank, *parent)
    });
    parents
        .into_iter()
        .map(|(parent, names)| {
            let parent = path(parent);
            let names: Vec<_> = names.into_iter().map(ident).collect();
            match names.as_slice() {
                [name] => quote!(use #parent::#name;),
                _ => quote!(use #parent::{#(#names),*};),
            }
        })
        .collect()
}
