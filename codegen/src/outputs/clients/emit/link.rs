//! Methods that make links.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::plan::{Form, Link, Parameter, Place, Start};
use super::file::{CLIENT, File};
use super::resource;
use super::tokens::{deprecated, docs, ident};

pub(super) fn link(file: &mut File, plan: &Link, prefix: Option<&str>) -> TokenStream {
    file.needs_all_with(CLIENT, &["stytch_core::Error", "stytch_core::Link"]);
    let name = ident(&plan.name);
    let about = docs(&plan.docs);
    let deprecated = deprecated(plan.deprecated.as_ref());
    let request = plan.request.as_ref().map(|request| {
        let request = ident(request);
        quote!(link: #request)
    });
    let start = match &plan.start {
        Start::Api(path) => {
            let path = resource::path(path, prefix);
            quote!(self.client.link(#path))
        }
        Start::Page(Place { wire, name, .. }) => {
            let name = ident(name);
            quote!(self.client.link_to(#wire, link.#name.as_str()))
        }
    };
    let in_path = plan.in_path.iter().map(|Place { wire, name, .. }| {
        let name = ident(name);
        quote!(.path(#wire, link.#name.as_str()))
    });
    let fixed = plan
        .fixed
        .iter()
        .map(|(name, value)| quote!(.value(#name, Some(&#value))));
    let in_query = plan.in_query.iter().map(parameter);
    quote! {
        #about
        #deprecated
        pub fn #name(&self, #request) -> Result<Link, Error> {
            #start #(#in_path)* #(#fixed)* #(#in_query)* .finish()
        }
    }
}

fn parameter(parameter: &Parameter) -> TokenStream {
    let Place {
        wire,
        name,
        required,
    } = &parameter.place;
    let name = ident(name);
    let value = if *required {
        quote!(Some(&link.#name))
    } else {
        quote!(link.#name.as_ref())
    };
    match &parameter.form {
        Form::Value => quote!(.value(#wire, #value)),
        Form::Secret => quote!(.secret(#wire, #value)),
        Form::List => quote!(.list(#wire, #value)),
        Form::Map(prefix) => quote!(.map(#wire, #prefix, #value)),
    }
}
