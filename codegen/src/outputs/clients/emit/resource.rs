//! The type that the methods of a resource are called on.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::super::plan::{Accessor, Handle, Method, Place};
use super::file::{CLIENT, File};
use super::link;
use super::tokens::{self, deprecated, docs, ident};
use crate::load::Verb;
use crate::resolve::Proof;

pub(super) fn handle(file: &mut File, plan: &Handle, prefix: Option<&str>) {
    file.needs_with(CLIENT, "stytch_core::Handle");
    let name = ident(&plan.name);
    let about = docs(&plan.docs);
    let accessors = plan.accessors.iter().map(accessor);
    let methods: Vec<_> = plan
        .methods
        .iter()
        .map(|plan| method(file, plan, prefix))
        .collect();
    let links: Vec<_> = plan
        .links
        .iter()
        .map(|plan| link::link(file, plan, prefix))
        .collect();
    if let Some(prefix) = prefix {
        file.items.push(quote! {
            /// The path of a method, from the part that is its own.
            #[cfg(feature = "client")]
            macro_rules! path {
                ($own:literal) => { concat!(#prefix, $own) };
            }
        });
    }
    file.items.extend([
        quote! {
            #about
            #[cfg(feature = "client")]
            #[derive(Clone, Debug)]
            pub struct #name {
                pub(crate) client: Handle,
            }
        },
        quote! {
            #[cfg(feature = "client")]
            impl #name {
                pub(crate) fn new(client: Handle) -> Self {
                    Self { client }
                }
                #(#accessors)*
                #(#methods)*
                #(#links)*
            }
        },
    ]);
}

/// A method that leads to a resource below.
pub(super) fn accessor(plan: &Accessor) -> TokenStream {
    let name = ident(&plan.name);
    let about = docs(&plan.docs);
    let handle = tokens::path(&plan.handle);
    quote! {
        #about
        #[must_use]
        pub fn #name(&self) -> #handle {
            #handle::new(self.client.clone())
        }
    }
}

fn method(file: &mut File, plan: &Method, prefix: Option<&str>) -> TokenStream {
    file.needs_with(CLIENT, "stytch_core::Call");
    let name = ident(&plan.name);
    let about = docs(&plan.docs);
    let deprecated = deprecated(plan.deprecated.as_ref());
    let response = ident(&plan.response);
    let call = if plan.traits.member_session.is_some() {
        file.needs_with(CLIENT, "stytch_core::AsMember");
        quote!(Call<#response, AsMember>)
    } else {
        quote!(Call<#response>)
    };
    let request = plan.request.as_ref().map(|request| {
        let request = ident(request);
        quote!(request: #request)
    });
    let operation = operation(file, plan, prefix);
    let in_path = plan.in_path.iter().map(|Place { wire, name, .. }| {
        let name = ident(name);
        quote!(.path(#wire, request.#name.as_str()))
    });
    let in_query = plan.in_query.iter().map(|place| {
        let Place {
            wire,
            name,
            required,
        } = place;
        let name = ident(name);
        if *required {
            quote!(.query(#wire, Some(&request.#name)))
        } else {
            quote!(.query(#wire, request.#name.as_ref()))
        }
    });
    let objects = plan.objects.iter().map(|Place { wire, name, .. }| {
        let name = ident(name);
        quote!(.object(#wire, &request.#name))
    });
    let body = (plan.body && plan.request.is_some()).then(|| quote!(.json(&request)));
    quote! {
        #about
        #deprecated
        pub fn #name(&self, #request) -> #call {
            #operation
            self.client.prepare(&OPERATION) #(#in_path)* #(#in_query)* #(#objects)* #body .into_call()
        }
    }
}

/// What is known about the endpoint before it is called.
fn operation(file: &mut File, plan: &Method, prefix: Option<&str>) -> TokenStream {
    file.needs_all_with(CLIENT, &["stytch_core::Operation", "stytch_core::Verb"]);
    let name = &plan.operation;
    let path = path(&plan.path, prefix);
    let verb = ident(match plan.verb {
        Verb::Get => "Get",
        Verb::Post => "Post",
        Verb::Put => "Put",
        Verb::Delete => "Delete",
    });
    let fraud = plan.traits.fraud.then(|| quote!(.fraud()));
    let repeatable = plan.traits.repeatable.then(|| quote!(.repeatable()));
    let paged = plan.paged_by.map(|cursor| quote!(.paged_by(#cursor)));
    let proof = plan.traits.proof.as_ref();
    let declared = proof.map(|proof| self::proof(file, proof));
    let proof = proof.map(|_| quote!(.proof(PROOF)));
    quote! {
        #declared
        const OPERATION: Operation = Operation::new(#name, Verb::#verb, #path)
            #fraud #repeatable #paged #proof;
    }
}

/// A path, from the part that is its own if that is all that differs.
pub(super) fn path(path: &str, prefix: Option<&str>) -> TokenStream {
    match prefix.and_then(|prefix| path.strip_prefix(prefix)) {
        Some(rest) => quote!(path!(#rest)),
        None => path.to_token_stream(),
    }
}

/// What an answer has to hold.
fn proof(file: &mut File, proof: &Proof) -> TokenStream {
    file.needs_with(CLIENT, "stytch_core::Proof");
    let Proof {
        grant,
        owner,
        pending,
        asked_by,
    } = proof;
    let owner = (!owner.is_empty()).then(|| quote!(.owner(&[#(#owner),*])));
    let pending = pending.map(|(complete, step)| quote!(.pending(#complete, &[#step])));
    let asked_by = asked_by.map(|field| quote!(.asked_by(&[#field])));
    quote!(const PROOF: Proof = Proof::grant(&[#(#grant),*]) #owner #pending #asked_by;)
}
