//! From the plan to the text of files.

mod enums;
mod file;
mod resource;
mod structs;
mod tokens;

use proc_macro2::TokenStream;
use quote::quote;

use super::plan::{Crate, Item, Module};
use crate::outputs::{Files, rust};
use file::File;
use tokens::ident;

/// Writes the files of a crate, below `src/generated`.
///
/// # Errors
/// A message if a piece of generated code can't be parsed, which is a mistake in the generator.
pub fn emit(krate: &Crate) -> Result<Files, String> {
    let mut files = Files::new();
    let source = format!(
        "spec/vocabulary.yaml and spec/{}",
        krate.package.trim_start_matches("stytch-")
    );
    let ids = ["Ids, each a type of its own, so that none can stand in for another by mistake."];
    let ids = vocabulary(&krate.root.ids, &source, &ids.map(str::to_owned))?;
    let types = vocabulary(&krate.root.types, &source, &[])?;
    files.insert("ids.rs".to_owned(), ids);
    files.insert("types.rs".to_owned(), types);
    files.insert("mod.rs".to_owned(), index(krate, &source)?);
    for module in &krate.modules {
        files.insert(module.path.clone(), self::module(module)?);
    }
    Ok(files)
}

/// The root: the modules, and how the client leads to them.
fn index(krate: &Crate, source: &str) -> Result<String, String> {
    let mut file = File::default();
    file.needs("crate::Client");
    let accessors = krate.root.accessors.iter().map(resource::accessor);
    file.items.extend([
        quote!(
            #[doc(no_inline)]
            pub use ids::*;
        ),
        quote!(
            pub use types::*;
        ),
        quote! {
            impl Client {
                #(#accessors)*
            }
        },
    ]);
    let mut modules: Vec<_> = krate.root.children.iter().map(String::as_str).collect();
    modules.push("ids");
    modules.sort_unstable();
    let mut modules = declared(modules);
    modules.extend([
        rust::blank(),
        quote!(
            mod types;
        ),
    ]);
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
