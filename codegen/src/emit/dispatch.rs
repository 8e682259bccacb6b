//! The table by which the conformance runner finds a typed method for a name.

use proc_macro2::TokenStream;
use quote::quote;

use super::format;
use super::tokens::{ident, path};
use crate::naming;
use crate::plan::{Crate, Method, Module};

/// The file with the table of a crate.
pub(super) fn file(krate: &Crate) -> Result<String, String> {
    let library = krate.package.replace('-', "_");
    let arms = krate.modules.iter().flat_map(|module| {
        let methods = module.handle.iter().flat_map(|handle| &handle.methods);
        methods.map(|method| arm(&library, module, method))
    });
    let client = path(&format!("{library}::Client"));
    let items = [
        quote!(
            use super::super::invocation::{Failure, Invocation};
        ),
        quote!(
            use serde_json::Value;
        ),
        quote! {
            /// Makes the call that `operation` names, with the typed request that the invocation holds.
            pub(crate) async fn dispatch(
                client: &#client,
                operation: &str,
                invocation: &mut Invocation,
            ) -> Result<Value, Failure> {
                match operation {
                    #(#arms)*
                    _ => Err(Failure::unknown_operation(operation)),
                }
            }
        },
    ];
    let docs = [format!("The operations of `{}` by name.", krate.package)];
    format::file(
        &format!(
            "spec/{} and spec/shared",
            krate.package.trim_start_matches("stytch-")
        ),
        &docs,
        &items,
    )
}

fn arm(library: &str, module: &Module, method: &Method) -> TokenStream {
    let operation = &method.operation;
    let accessors = module
        .resource
        .split('.')
        .map(|segment| ident(&naming::snake(segment)));
    let name = ident(&method.name);
    let (before, argument) = match &method.request {
        Some(request) => {
            let segments: Vec<_> = module.resource.split('.').map(naming::snake).collect();
            let ty = path(&format!("{library}::{}::{request}", segments.join("::")));
            (
                quote!(let request: #ty = invocation.request()?;),
                quote!(request),
            )
        }
        None => (quote!(invocation.no_request()?;), TokenStream::new()),
    };
    let send = if method.traits.member_session {
        quote!(send_as_member)
    } else {
        quote!(send)
    };
    quote! {
        #operation => {
            #before
            invocation.#send(client #(.#accessors())* .#name(#argument)).await
        }
    }
}
