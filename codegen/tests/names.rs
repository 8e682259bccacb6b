//! Words that the crates use themselves can't become names of the spec. A name that a test here asks for
//! goes into `RESERVED_TYPES` or `RESERVED_MODULES` of `codegen/src/naming.rs`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};

use codegen::naming;
use syn::{Item, Type, UseTree, Visibility};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn everything_that_generated_code_imports_is_reserved() {
    let (files, _) = codegen::generate_anew(&root()).unwrap_or_else(|error| panic!("{error}"));
    let mut count = 0;
    for (path, text) in files
        .iter()
        .filter(|(path, _)| path.contains("/src/generated/") && path.starts_with("stytch-"))
    {
        for item in syn::parse_file(text).unwrap().items {
            let Item::Use(import) = item else { continue };
            let own = matches!(&import.tree, UseTree::Path(path) if path.ident == "crate" || path.ident == "self");
            let mut names = Vec::new();
            leaves(&import.tree, &mut names);
            // Functions and modules live in a namespace of their own.
            names.retain(|name| name.starts_with(|first: char| first.is_ascii_uppercase()));
            for name in names.into_iter().filter(|name| !own || name == "Client") {
                count += 1;
                assert!(naming::is_reserved_type(&name), "{path} imports `{name}`");
            }
        }
    }
    assert!(count > 100, "only {count} imports");
}

#[test]
fn everything_that_the_roots_of_the_crates_declare_is_reserved() {
    for package in ["stytch-b2b", "stytch-consumer"] {
        for item in parse(&format!("{package}/src/lib.rs")).items {
            match item {
                Item::Mod(module) => {
                    let name = module.ident.to_string();
                    assert!(
                        naming::is_reserved_module(&name, true),
                        "{package} has a module `{name}`"
                    );
                }
                Item::Use(import) if matches!(import.vis, Visibility::Public(_)) => {
                    let mut names = Vec::new();
                    leaves(&import.tree, &mut names);
                    // a macro, whose names are apart
                    names.retain(|name| name != "json");
                    for name in names {
                        let is_module = name.starts_with(|first: char| first.is_ascii_lowercase());
                        assert!(
                            is_module && naming::is_reserved_module(&name, true)
                                || naming::is_reserved_type(&name),
                            "{package} re-exports `{name}`"
                        );
                    }
                }
                _ => {}
            }
        }
    }
}

#[test]
fn everything_that_a_client_can_be_asked_is_reserved() {
    for package in ["stytch-b2b", "stytch-consumer"] {
        let files =
            ["client", "tokens"].map(|file| parse(&format!("{package}/src/entry/{file}.rs")));
        for item in files.into_iter().flat_map(|file| file.items) {
            let Item::Impl(block) = item else { continue };
            let of = &block.self_ty;
            let is_of_client = matches!(&**of, Type::Path(of) if of.path.is_ident("Client"));
            if block.trait_.is_some() || !is_of_client {
                continue;
            }
            for item in block.items {
                let syn::ImplItem::Fn(function) = item else {
                    continue;
                };
                let name = function.sig.ident.to_string();
                assert!(
                    naming::is_reserved_module(&name, true),
                    "{package} has `Client::{name}`"
                );
            }
        }
    }
}

fn parse(path: &str) -> syn::File {
    syn::parse_file(&fs::read_to_string(root().join(path)).unwrap()).unwrap()
}

fn leaves(tree: &UseTree, names: &mut Vec<String>) {
    match tree {
        UseTree::Path(path) => leaves(&path.tree, names),
        UseTree::Name(name) => names.push(name.ident.to_string()),
        UseTree::Rename(rename) => names.push(rename.rename.to_string()),
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, names)),
        UseTree::Glob(_) => {}
    }
}
