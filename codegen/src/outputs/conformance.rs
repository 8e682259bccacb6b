//! The table by which the conformance runner finds a typed method for a name.

use proc_macro2::TokenStream;
use quote::quote;

use super::Output;
use super::draft::Draft;
use super::rust::{self, ident, path};
use crate::naming;
use crate::resolve::{Client, Method, Resource};

/// The tables of the conformance runner.
pub const OUTPUT: Output = Output {
    check: |_, _, _| {},
    folder: |_| FOLDER.to_owned(),
    drafts,
};

const FOLDER: &str = "tests/src/generated";

fn drafts(client: &Client) -> Result<Vec<Draft<'_>>, String> {
    let path = format!("{FOLDER}/{}.rs", client.name);
    let resources = client.resources.iter();
    let calls = resources.flat_map(|resource| {
        let methods = resource.methods.iter();
        methods.map(|method| Call::of(resource, method))
    });
    let calls: Vec<_> = calls.collect();
    Ok(vec![Draft::new(
        path,
        (client.name, calls),
        |(name, calls)| file(name, calls),
    )])
}

/// What a line of the table takes to be written.
#[derive(Hash)]
struct Call<'a> {
    resource: &'a str,
    method: &'a str,
    takes_request: bool,
    is_of_member: bool,
}

impl<'a> Call<'a> {
    fn of(resource: &'a Resource, method: &'a Method) -> Self {
        Self {
            resource: &resource.name,
            method: &method.name,
            takes_request: !method.request.is_empty(),
            is_of_member: method.traits.member_session.is_some(),
        }
    }
}

/// The file with the table of a client.
fn file(client: &str, calls: &[Call<'_>]) -> Result<String, String> {
    let package = format!("stytch-{client}");
    let library = package.replace('-', "_");
    let arms = calls.iter().map(|call| arm(&library, call));
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
    rust::file(&format!("spec/{client} and spec/shared"), &docs, &items)
}

fn arm(library: &str, call: &Call<'_>) -> TokenStream {
    let operation = format!("{}.{}", call.resource, call.method);
    let segments: Vec<_> = call.resource.split('.').map(naming::snake).collect();
    let accessors = segments.iter().map(|segment| ident(segment));
    let name = ident(&naming::snake(call.method));
    let (before, argument) = if !call.takes_request {
        (quote!(invocation.no_request()?;), TokenStream::new())
    } else {
        let ty = path(&format!(
            "{library}::{}::{}",
            segments.join("::"),
            naming::request(call.method)
        ));
        (
            quote!(let request: #ty = invocation.request()?;),
            quote!(request),
        )
    };
    let send = if call.is_of_member {
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
