//! Small pieces that several emitters share.

use std::str::FromStr;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};

use super::super::plan::{Named, Ty};
use super::file::File;
pub(super) use crate::outputs::rust::{ident, path};

/// Lines of docs as attributes, which print as `///`.
pub(super) fn docs(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| match line.as_str() {
        "" => Literal::string(""),
        // A raw literal is a copy for whoever reads it; an escaped one is read letter by letter.
        line => Literal::from_str(&format!("r##\" {line}\"##"))
            .unwrap_or_else(|_| Literal::string(&format!(" {line}"))),
    });
    quote!(#(#[doc = #lines])*)
}

/// The attribute of what is deprecated; `instead` says what to use.
pub(super) fn deprecated(instead: Option<&String>) -> TokenStream {
    instead.map_or_else(
        TokenStream::new,
        |instead| quote!(#[deprecated(note = #instead)]),
    )
}

/// A type, with what it takes to name it.
pub(super) fn ty(file: &mut File, ty: &Ty) -> TokenStream {
    match ty {
        Ty::String => quote!(String),
        Ty::Plain(name) => ident(name).to_token_stream(),
        Ty::Core(name) => {
            file.needs(format!("stytch_core::{name}"));
            ident(name).to_token_stream()
        }
        Ty::Text(named) | Ty::Named(named) => self::named(file, named),
        Ty::Option(inner) => {
            let inner = self::ty(file, inner);
            quote!(Option<#inner>)
        }
        Ty::List(inner) => {
            let inner = self::ty(file, inner);
            quote!(Vec<#inner>)
        }
        Ty::Map(inner) => {
            file.needs("std::collections::BTreeMap");
            let inner = self::ty(file, inner);
            quote!(BTreeMap<String, #inner>)
        }
    }
}

fn named(file: &mut File, named: &Named) -> TokenStream {
    match named {
        Named::Here(name) => path(name),
        Named::Imported { module, name } => {
            file.needs(format!("{module}::{name}"));
            path(name)
        }
        Named::Path { module, path: name } => {
            // The root needs no import.
            if module.contains("::") {
                file.needs(module.clone());
            }
            path(name)
        }
    }
}

/// How a value of the type is handed in, and how what was handed in becomes the value. `arguments` are
/// the names of all that the function takes.
pub(super) fn argument(
    file: &mut File,
    ty: &Ty,
    name: &Ident,
    arguments: &[&str],
) -> (TokenStream, TokenStream) {
    match ty {
        Ty::Option(inner) => argument(file, inner, name, arguments),
        Ty::Plain(_) | Ty::Named(_) => (self::ty(file, ty), name.to_token_stream()),
        Ty::String | Ty::Core(_) | Ty::Text(_) => {
            let ty = self::ty(file, ty);
            (quote!(impl Into<#ty>), quote!(#name.into()))
        }
        Ty::List(inner) => {
            let list = collector(file, "list", arguments);
            let item = item(file, inner);
            (
                quote!(impl IntoIterator<Item = #item>),
                quote!(#list(#name)),
            )
        }
        Ty::Map(inner) => {
            let map = collector(file, "map", arguments);
            let item = item(file, inner);
            (
                quote!(impl IntoIterator<Item = (impl Into<String>, #item)>),
                quote!(#map(#name)),
            )
        }
    }
}

/// The function that collects a list or a map, by its whole path where an argument hides its name.
fn collector(file: &mut File, name: &str, arguments: &[&str]) -> TokenStream {
    let whole = format!("stytch_core::wire::{name}");
    if arguments.contains(&name) {
        return path(&whole);
    }
    file.needs(whole);
    ident(name).to_token_stream()
}

/// Nothing converts into a model, so an empty list of models needs no type.
fn item(file: &mut File, ty: &Ty) -> TokenStream {
    let name = self::ty(file, ty);
    match ty {
        Ty::Plain(_) | Ty::Named(_) => name,
        _ => quote!(impl Into<#name>),
    }
}
