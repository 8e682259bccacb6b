//! The table by which the conformance runner finds a typed method for a name.

use proc_macro2::TokenStream;
use quote::quote;

use super::rust::{self, ident, path};
use super::{Files, Output};
use crate::naming;
use crate::resolve::{Client, Method, Resource};

/// The tables of the conformance runner.
pub const OUTPUT: Output = Output {
    check: |_, _, _| {},
    folder: |_| FOLDER.to_owned(),
    files,
};

const FOLDER: &str = "tests/src/generated";

fn files(client: &Client) -> Result<Files, String> {
    let path = format!("{FOLDER}/{}.rs", client.name);
    rust::format(Files::from([(path, file(client)?)]))
}

/// The file with the table of a client.
fn file(client: &Client) -> Result<String, String> {
    let package = format!("stytch-{}", client.name);
    let library = package.replace('-', "_");
    let arms = client.resources.iter().flat_map(|resource| {
        let methods = resource.methods.iter();
        methods.map(|method| arm(&library, resource, method))
    });
    let handle = path(&format!("{library}::Client"));
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
                client: &#handle,
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
    let docs = [format!("The operations of `{package}` by name.")];
    rust::file(
        &format!("spec/{} and spec/shared", client.name),
        &docs,
        &items,
    )
}

fn arm(library: &str, resource: &Resource, method: &Method) -> TokenStream {
    let operation = format!("{}.{}", resource.name, method.name);
    let segments: Vec<_> = resource.name.split('.').map(naming::snake).collect();
    let accessors = segments.iter().map(|segment| ident(segment));
    let name = ident(&naming::snake(&method.name));
    let (before, argument) = if method.request.is_empty() {
        (quote!(invocation.no_request()?;), TokenStream::new())
    } else {
        let ty = path(&format!(
            "{library}::{}::{}",
            segments.join("::"),
            naming::request(&method.name)
        ));
        (
            quote!(let request: #ty = invocation.request()?;),
            quote!(request),
        )
    };
    let send = if method.traits.member_session.is_some() {
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
