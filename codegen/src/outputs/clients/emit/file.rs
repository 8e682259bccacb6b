//! One file: what it says at its head, what it imports, and its items.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use crate::outputs::rust::{self, ident, path};

/// The feature with which there are calls.
pub(super) const CLIENT: &str = "client";

/// A file that is being put together.
#[derive(Debug, Default)]
pub(super) struct File {
    /// The items below the imports.
    pub(super) items: Vec<TokenStream>,
    uses: BTreeSet<String>,
    gated: BTreeSet<(&'static str, &'static str)>,
}

impl File {
    /// Imports something by its path.
    pub(super) fn needs(&mut self, path: impl Into<String>) {
        self.uses.insert(path.into());
    }

    /// Imports several things of one module.
    pub(super) fn needs_all(&mut self, module: &str, names: &[&str]) {
        for name in names {
            self.uses.insert(format!("{module}::{name}"));
        }
    }

    /// Imports several things of one module that are used with a feature only.
    pub(super) fn needs_all_with(&mut self, feature: &'static str, paths: &[&'static str]) {
        for path in paths {
            self.needs_with(feature, path);
        }
    }

    /// Imports something that is used with a feature only.
    pub(super) fn needs_with(&mut self, feature: &'static str, path: &'static str) {
        self.gated.insert((feature, path));
    }

    /// The text. `first` stands in front of the imports.
    pub(super) fn finish(
        self,
        source: &str,
        docs: &[String],
        first: Vec<TokenStream>,
    ) -> Result<String, String> {
        let mut items = first;
        // The standard library first, the crate itself last.
        for root in ["std", "", "crate"] {
            let group = self.uses.iter().map(String::as_str).filter(|path| {
                let start = path.split("::").next().unwrap_or(path);
                match root {
                    "" => !["std", "crate"].contains(&start),
                    root => start == root,
                }
            });
            items.push(rust::blank());
            items.extend(imports(group));
        }
        for feature in [CLIENT, "deserialize", "serialize"] {
            let gated = self
                .gated
                .iter()
                .filter(|(name, path)| *name == feature && !self.uses.contains(*path));
            items.push(rust::blank());
            let imports = imports(gated.map(|(_, path)| *path));
            items.extend(imports.map(|import| quote!(#[cfg(feature = #feature)] #import)));
        }
        items.push(rust::blank());
        items.extend(self.items);
        rust::file(source, docs, &items)
    }
}

/// `use a::{b, c};` for imports of one parent.
fn imports<'a>(paths: impl Iterator<Item = &'a str>) -> impl Iterator<Item = TokenStream> {
    let mut parents: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for path in paths {
        let (parent, name) = path.rsplit_once("::").unwrap_or(("", path));
        parents.entry(parent).or_default().push(name);
    }
    parents.into_iter().map(|(parent, names)| {
        let parent = path(parent);
        let names: Vec<_> = names.into_iter().map(ident).collect();
        match names.as_slice() {
            [name] => quote!(use #parent::#name;),
            _ => quote!(use #parent::{#(#names),*};),
        }
    })
}
