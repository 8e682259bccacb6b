//! The type that the methods of a resource are called on.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::super::plan::{Accessor, Handle, Method, Place};
use super::tokens::{docs, ident, path};
use crate::load::Verb;
use crate::resolve::Proof;

pub(super) fn handle(plan: &Handle, prefix: Option<&str>) -> Vec<TokenStream> {
    let name = ident(&plan.name);
    let about = docs(&plan.docs);
    let accessors = plan.accessors.iter().map(accessor);
    let methods = plan.methods.iter().map(|plan| method(plan, prefix));
    let mut items = Vec::new();
    if let Some(prefix) = prefix {
        items.push(quote! {
            /// The path of a method, from the part that is its own.
            macro_rules! path {
                ($own:literal) => { concat!(#prefix, $own) };
            }
        });
    }
    items.extend([
        quote! {
            #about
            #[derive(Clone, Debug)]
            pub struct #name {
                pub(crate) client: Handle,
            }
        },
        quote! {
            impl #name {
                pub(crate) fn new(client: Handle) -> Self {
                    Self { client }
                }
                #(#accessors)*
                #(#methods)*
            }
        },
    ]);
    items
}

/// A method that leads to a resource below.
pub(super) fn accessor(plan: &Accessor) -> TokenStream {
    let name = ident(&plan.name);
    let about = docs(&plan.docs);
    let handle = path(&plan.handle);
    quote! {
        #about
        #[must_use]
        pub fn #name(&self) -> #handle {
            #handle::new(self.client.clone())
        }
    }
}

fn proof(proof: &Proof) -> TokenStream {
    let Proof {
        grant,
        owner,
        pending,
        asked_by,
    } = proof;
    let owner = (!owner.is_empty()).then(|| quote!(.owner(&[#(#owner),*])));
    let pending = pending.map(|(complete, step)| quote!(.pending(#complete, &[#step])));
    let asked_by = asked_by.map(|field| quote!(.asked_by(&[#field])));
    quote!(.proof(Proof::grant(&[#(#grant),*]) #owner #pending #asked_by))
}

fn method(plan: &Method, prefix: Option<&str>) -> TokenStream {
    let name = ident(&plan.name);
    let about = docs(&plan.docs);
    let response = ident(&plan.response);
    let call = if plan.traits.member_session.is_some() {
        quote!(Call<#response, AsMember>)
    } else {
        quote!(Call<#response>)
    };
    let operation = &plan.operation;
    let wire_path = match prefix.and_then(|prefix| plan.path.strip_prefix(prefix)) {
        Some(rest) => quote!(path!(#rest)),
        None => plan.path.to_token_stream(),
    };
    let verb = ident(match plan.verb {
        Verb::Get => "Get",
        Verb::Post => "Post",
        Verb::Put => "Put",
        Verb::Delete => "Delete",
    });
    let fraud = plan.traits.fraud.then(|| quote!(.fraud()));
    let repeatable = plan.traits.repeatable.then(|| quote!(.repeatable()));
    let paged = plan
        .traits
        .page
        .as_ref()
        .map(|_| quote!(.paged_by("cursor")));
    let proof = plan.traits.proof.as_ref().map(self::proof);
    let request = plan.request.as_ref().map(|request| {
        let request = ident(request);
        quote!(request: #request)
    });
    let in_path = plan.in_path.iter().map(|Place { wire, name, .. }| {
        let name = ident(name);
        quote!(.path(#wire, request.#name.as_str()))
    });
    let in_query = plan.in_query.iter().map(
        |Place {
             wire,
             name,
             required,
         }| {
            let name = ident(name);
            if *required {
                quote!(.query(#wire, Some(&request.#name)))
            } else {
                quote!(.query(#wire, request.#name.as_ref()))
            }
        },
    );
    let body = (plan.body && plan.request.is_some()).then(|| quote!(.json(&request)));
    quote! {
        #about
        pub fn #name(&self, #request) -> #call {
            const OPERATION: Operation = Operation::new(#operation, Verb::#verb, #wire_path) #fraud #repeatable #paged #proof;
            self.client.prepare(&OPERATION) #(#in_path)* #(#in_query)* #body .into_call()
        }
    }
}
