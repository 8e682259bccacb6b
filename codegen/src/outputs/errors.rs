//! The names of errors, which the core lists for all clients.

use std::collections::HashSet;

use quote::quote;

use super::draft::Draft;
use super::rust::{self, ident};
use crate::load::Spec;
use crate::naming;
use crate::problem::Problems;
use crate::resolve::{Api, ErrorType, split};
use crate::unique::Names;

/// Where the list stands.
const PATH: &str = "stytch-core/src/error/error_type/names.rs";

/// Reports names that can't be variants, or become the same, and docs that lead to a client.
pub fn check(spec: &Spec, problems: &mut Problems) {
    let mut variants = Names::default();
    // A name that stands twice is a matter of the spec.
    let mut seen = HashSet::new();
    for vocabulary in &spec.vocabularies {
        for error in &vocabulary.declarations.errors {
            for target in split(&error.docs)
                .into_iter()
                .filter_map(|(_, target)| target)
            {
                let at = spec.locate(&error.docs.at, &format!("[`{target}`]"));
                if !problems.is_reported(&at) {
                    problems.push(
                        &at,
                        format!("a link to `{target}` in the docs of an error type"),
                        "its name in backticks alone: the core, which lists them, knows no client",
                    );
                }
            }
            let variant = naming::camel(&error.name);
            let what = format!("the error type `{}`", error.name.value);
            let has_space = error.name.contains(char::is_whitespace);
            if variant == "Unknown" || has_space || !naming::is_identifier(&variant) {
                problems.push(
                    &error.name.at,
                    format!("{what}, which can't become a name in Rust"),
                    "lower-case words with `_` between them, and not `unknown`",
                );
            } else if seen.insert(error.name.value.as_str()) {
                variants.add(variant, what, &error.name, problems);
            }
        }
    }
}

/// The file with the list.
#[must_use]
pub fn draft(api: &Api) -> Draft<'_> {
    Draft::new(PATH.to_owned(), &api.errors, |errors| file(errors))
}

fn file(errors: &[ErrorType]) -> Result<String, String> {
    let names: Vec<_> = errors
        .iter()
        .map(|error| ident(&naming::camel(&error.wire)))
        .collect();
    let wires: Vec<_> = errors.iter().map(|error| &error.wire).collect();
    let docs: Vec<_> = errors
        .iter()
        .map(|error| {
            let lines = rust::wrap(&error.docs);
            let lines = lines.iter().map(|line| format!(" {line}"));
            quote!(#(#[doc = #lines])*)
        })
        .collect();
    let items = [
        quote! {
            /// The vendor's name for what went wrong.
            ///
            /// The service has more of them than are listed, and adds new ones: compare with a text where
            /// there is no variant.
            ///
            /// ```
            /// # use stytch_core::ErrorType;
            /// assert_eq!(ErrorType::SessionNotFound, "session_not_found");
            /// assert_eq!(ErrorType::from("brand_new").as_str(), "brand_new");
            /// ```
            #[derive(Clone, Debug)]
            #[non_exhaustive]
            pub enum ErrorType {
                #(#docs #names,)*
                /// A name that this version does not list, as the service sent it.
                Unknown(String),
            }
        },
        quote! {
            impl ErrorType {
                /// The name as the service writes it.
                #[must_use]
                pub fn as_str(&self) -> &str {
                    match self {
                        #(Self::#names => #wires,)*
                        Self::Unknown(name) => name,
                    }
                }

                #[cfg(test)]
                pub(in crate::error) const LISTED: &[Self] = &[#(Self::#names,)*];
            }
        },
        quote! {
            impl From<&str> for ErrorType {
                fn from(name: &str) -> Self {
                    match name {
                        #(#wires => Self::#names,)*
                        other => Self::Unknown(other.to_owned()),
                    }
                }
            }
        },
    ];
    let about = ["The names, each with what it says to an app.".to_owned()];
    rust::file("the `errors` of the vocabularies in spec/", &about, &items)
}
