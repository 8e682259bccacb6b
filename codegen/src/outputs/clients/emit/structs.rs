//! Requests, responses and models.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::super::plan::{Field, Page, Role, Struct, Ty, Way};
use super::tokens::{argument, docs, ident, ty};

pub(super) fn structure(plan: &Struct) -> Vec<TokenStream> {
    let mut items = vec![definition(plan)];
    if plan.role.is_built() {
        items.push(builder(plan));
    }
    if let Some(claims) = &plan.claims {
        items.push(custom_claims(plan, claims));
    } else if plan.role.is_received() && plan.fields.iter().any(is_custom_claims) {
        items.push(own_claims(plan));
    }
    if matches!(
        plan.role,
        Role::Request { body: true } | Role::Sent | Role::Both
    ) {
        items.push(body(plan));
    }
    if plan.role.is_received() {
        items.push(object(plan));
    }
    if let Some(page) = &plan.page {
        items.push(self::page(plan, page));
    }
    let name = ident(&plan.name);
    match plan.role {
        Role::Request { body: true } | Role::Sent => items.push(quote!(stytch_core::sent!(#name);)),
        Role::Request { body: false } => {}
        Role::Received => items.push(quote!(stytch_core::received!(#name);)),
        Role::Both => {
            items.push(quote!(stytch_core::sent!(#name);));
            items.push(quote!(stytch_core::received!(#name);));
        }
    }
    items
}

fn definition(plan: &Struct) -> TokenStream {
    let name = ident(&plan.name);
    let about = docs(&plan.docs);
    let has_default = plan.role.is_received() || !plan.fields.iter().any(|field| field.required);
    let default = has_default.then(|| quote!(Default,));
    let serde = match plan.role {
        Role::Request { .. } | Role::Sent => quote! {
            #[cfg_attr(feature = "deserialize", derive(Deserialize), serde(deny_unknown_fields))]
        },
        Role::Received => quote!(#[cfg_attr(feature = "serialize", derive(Serialize))]),
        Role::Both => TokenStream::new(),
    };
    let fields = plan.fields.iter().map(|field| {
        let name = ident(&field.name);
        let about = docs(&field.docs);
        let ty = ty(&field.ty);
        let rename = rename(plan.role, field);
        quote!(#about #rename pub #name: #ty)
    });
    quote! {
        #about
        #[derive(Clone, Debug, #default PartialEq)]
        #serde
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
        }
    }
}

/// serde derives the wire name from the field; where that fails it is told.
fn rename(role: Role, field: &Field) -> Option<TokenStream> {
    if field.name.trim_start_matches("r#") == field.wire {
        return None;
    }
    let wire = &field.wire;
    match role {
        Role::Request { .. } | Role::Sent => {
            Some(quote!(#[cfg_attr(feature = "deserialize", serde(rename = #wire))]))
        }
        Role::Received => Some(quote!(#[cfg_attr(feature = "serialize", serde(rename = #wire))])),
        Role::Both => None,
    }
}

/// `new` and the setters.
fn builder(plan: &Struct) -> TokenStream {
    let name = ident(&plan.name);
    let (required, optional): (Vec<&Field>, Vec<&Field>) =
        plan.fields.iter().partition(|field| field.required);
    let mut arguments = Vec::new();
    let mut values = Vec::new();
    for field in &plan.fields {
        let name = ident(&field.name);
        if field.required {
            let (argument, convert) = argument(&field.ty, &name);
            arguments.push(quote!(#name: #argument));
            let short = name == convert.to_string();
            values.push(if short {
                name.to_token_stream()
            } else {
                quote!(#name: #convert)
            });
        } else {
            let empty = if matches!(field.ty, Ty::Option(_)) {
                quote!(None)
            } else {
                quote!(Default::default())
            };
            values.push(quote!(#name: #empty));
        }
    }
    let body = if required.is_empty() {
        quote!(Self::default())
    } else {
        quote!(Self { #(#values),* })
    };
    let about = docs(&new_docs(plan, &required, &optional));
    let setters = optional.iter().map(|field| {
        let name = ident(&field.name);
        let (argument, convert) = argument(&field.ty, &name);
        let about = docs(&field.summary);
        let value = if matches!(field.ty, Ty::Option(_)) {
            quote!(Some(#convert))
        } else {
            convert
        };
        quote! {
            #about
            #[must_use]
            pub fn #name(mut self, #name: #argument) -> Self {
                self.#name = #value;
                self
            }
        }
    });
    quote! {
        impl #name {
            #about
            #[must_use]
            pub fn new(#(#arguments),*) -> Self {
                #body
            }
            #(#setters)*
        }
    }
}

fn new_docs(plan: &Struct, required: &[&Field], optional: &[&Field]) -> Vec<String> {
    let what = match plan.role {
        Role::Request { .. } => "request",
        _ => "value",
    };
    vec![match (required.is_empty(), optional.is_empty()) {
        (true, _) => {
            format!("A {what} that leaves everything to the defaults; the methods below add to it.")
        }
        (false, true) => format!("A {what} with all that it needs."),
        (false, false) => {
            format!("A {what} with what is required; the methods below add the rest.")
        }
    }]
}

fn body(plan: &Struct) -> TokenStream {
    let name = ident(&plan.name);
    let lines: Vec<_> = plan
        .fields
        .iter()
        .filter(|field| field.in_body)
        .map(|field| {
            let name = ident(&field.name);
            let wire = &field.wire;
            quote!(fields.add(#wire, &self.#name);)
        })
        .collect();
    let fields = if lines.is_empty() {
        quote!(_)
    } else {
        quote!(fields)
    };
    quote! {
        impl Body for #name {
            fn fields<'a>(&'a self, #fields: &mut Fields<'a>) {
                #(#lines)*
            }
        }
    }
}

fn object(plan: &Struct) -> TokenStream {
    let name = ident(&plan.name);
    let names: Vec<_> = plan.fields.iter().map(|field| ident(&field.name)).collect();
    let wires: Vec<_> = plan.fields.iter().map(|field| &field.wire).collect();
    quote! {
        impl Object for #name {
            fn field(&mut self, name: &str) -> Option<Slot<'_>> {
                Some(match name {
                    #(#wires => self.#names.slot(),)*
                    _ => return None,
                })
            }
        }
    }
}

fn is_custom_claims(field: &Field) -> bool {
    field.wire == "custom_claims" && field.ty == Ty::Core("JsonObject")
}

/// On the session itself.
fn own_claims(plan: &Struct) -> TokenStream {
    let name = ident(&plan.name);
    quote! {
        impl #name {
            /// The custom claims as a type of your own: a map, or a struct that implements
            /// `Deserialize`.
            ///
            /// # Errors
            /// [`ErrorKind::Decode`](stytch_core::ErrorKind::Decode) if the claims don't fit the type.
            pub fn custom_claims_as<T: DeserializeOwned>(&self) -> Result<T, Error> {
                custom_claims_as(&self.custom_claims)
            }
        }
    }
}

/// On a response that carries a session.
fn custom_claims(plan: &Struct, claims: &Way) -> TokenStream {
    let name = ident(&plan.name);
    let session = claims.iter().map(|(step, _)| ident(step));
    let session = quote!(self #(.#session)*);
    let body = if claims.iter().any(|(_, optional)| *optional) {
        quote!(#session.as_ref().ok_or_else(missing_session)?.custom_claims_as())
    } else {
        quote! {
            if #session == Default::default() {
                return Err(missing_session());
            }
            #session.custom_claims_as()
        }
    };
    quote! {
        impl #name {
            /// The custom claims of the session as a type of your own: a map, or a struct that
            /// implements `Deserialize`.
            ///
            /// # Errors
            /// [`ErrorKind::Decode`](stytch_core::ErrorKind::Decode) if the claims don't fit the type,
            /// [`ErrorKind::MissingProof`](stytch_core::ErrorKind::MissingProof) if the response carries
            /// no session.
            pub fn custom_claims_as<T: DeserializeOwned>(&self) -> Result<T, Error> {
                #body
            }
        }
    }
}

fn page(plan: &Struct, page: &Page) -> TokenStream {
    let name = ident(&plan.name);
    let item = ty(&page.item);
    let items = page.items.iter().map(|(step, _)| ident(step));
    let cursor = cursor(&page.cursor);
    quote! {
        impl Page for #name {
            type Item = #item;

            fn next_cursor(&self) -> Option<&str> {
                #cursor
            }

            fn into_items(self) -> Vec<#item> {
                self #(.#items)*
            }
        }
    }
}

/// The text at the end of a way, as an option.
fn cursor(way: &Way) -> TokenStream {
    let mut cursor = quote!(self);
    let last = way.len().saturating_sub(1);
    let mut inside_option = false;
    for (index, (step, optional)) in way.iter().enumerate() {
        let step = ident(step);
        cursor = match (inside_option, index == last, optional) {
            (false, true, true) => quote!(#cursor.#step.as_deref()),
            (false, true, false) => quote!(Some(#cursor.#step.as_str())),
            (false, false, true) => quote!(#cursor.#step.as_ref()),
            (false, false, false) => quote!(#cursor.#step),
            (true, true, true) => quote!(#cursor.and_then(|inner| inner.#step.as_deref())),
            (true, true, false) => quote!(#cursor.map(|inner| inner.#step.as_str())),
            (true, false, true) => quote!(#cursor.and_then(|inner| inner.#step.as_ref())),
            (true, false, false) => quote!(#cursor.map(|inner| &inner.#step)),
        };
        inside_option |= *optional;
    }
    cursor
}
