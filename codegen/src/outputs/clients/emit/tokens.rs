//! Small pieces that several emitters share.

use std::collections::BTreeSet;
use std::str::FromStr;

use proc_macro2::{Ident, Literal, Spacing, TokenStream, TokenTree};
use quote::{ToTokens, quote};

pub(super) use crate::outputs::rust::{ident, path};

use super::super::plan::Ty;

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

/// A type.
pub(super) fn ty(ty: &Ty) -> TokenStream {
    match ty {
        Ty::String => quote!(String),
        Ty::Plain(name) | Ty::Core(name) => ident(name).to_token_stream(),
        Ty::Text(name) | Ty::Named(name) => path(name),
        Ty::Option(inner) => {
            let inner = self::ty(inner);
            quote!(Option<#inner>)
        }
        Ty::List(inner) => {
            let inner = self::ty(inner);
            quote!(Vec<#inner>)
        }
        Ty::Map(inner) => {
            let inner = self::ty(inner);
            quote!(BTreeMap<String, #inner>)
        }
    }
}

/// How a value of the type is handed in, and how what was handed in becomes the value.
pub(super) fn argument(ty: &Ty, name: &Ident) -> (TokenStream, TokenStream) {
    match ty {
        Ty::Option(inner) => argument(inner, name),
        Ty::Core("JsonObject") => (
            quote!(impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>),
            quote!(#name.into_iter().map(|(key, value)| (key.into(), value.into())).collect()),
        ),
        Ty::String | Ty::Core(_) | Ty::Text(_) => {
            let ty = self::ty(ty);
            (quote!(impl Into<#ty>), quote!(#name.into()))
        }
        Ty::List(inner) => {
            let inner = self::ty(inner);
            (
                quote!(impl IntoIterator<Item = impl Into<#inner>>),
                quote!(#name.into_iter().map(Into::into).collect()),
            )
        }
        Ty::Map(inner) => {
            let inner = self::ty(inner);
            (
                quote!(impl IntoIterator<Item = (impl Into<String>, impl Into<#inner>)>),
                quote!(#name.into_iter().map(|(key, value)| (key.into(), value.into())).collect()),
            )
        }
        Ty::Plain(_) | Ty::Named(_) => (self::ty(ty), name.to_token_stream()),
    }
}

/// Stands for the first of two colons, which is no character of Rust by itself.
const FIRST_COLON: char = '\u{2237}';

/// Stands for a keyword that declares the name behind it.
const DECLARED: char = '\u{192}';

/// The identifiers that need an import: those that follow neither `::` nor a dot. The name of a
/// method that is called counts with its dot.
pub(super) fn names(tokens: TokenStream, into: &mut BTreeSet<String>) {
    let mut before = ' ';
    for tree in tokens {
        match tree {
            TokenTree::Ident(ident) => {
                match before {
                    ':' | DECLARED => {}
                    '.' => drop(into.insert(format!(".{ident}"))),
                    _ => drop(into.insert(ident.to_string())),
                }
                before = if ident == "fn" { DECLARED } else { ' ' };
            }
            // One colon stands before a type, the second of two before a part of a path.
            TokenTree::Punct(punct) if punct.as_char() == ':' => {
                before = match (punct.spacing(), before) {
                    (Spacing::Joint, _) => FIRST_COLON,
                    (Spacing::Alone, FIRST_COLON) => ':',
                    (Spacing::Alone, _) => ' ',
                };
            }
            TokenTree::Punct(punct) => before = punct.as_char(),
            TokenTree::Group(group) => {
                names(group.stream(), into);
                before = ' ';
            }
            TokenTree::Literal(_) => before = ' ',
        }
    }
}
