//! Requests, responses and models.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::super::plan::{Claims, Field, Page, Role, Struct, Ty, Way};
use super::file::File;
use super::tokens::{argument, deprecated, docs, ident, ty};

pub(super) fn structure(file: &mut File, plan: &Struct) {
    let mut items = vec![definition(file, plan)];
    if plan.role.is_built() {
        items.push(builder(file, plan));
    }
    match &plan.claims {
        Some(Claims::Inside(session)) => items.push(custom_claims(file, plan, session)),
        Some(Claims::Own(field)) => items.push(own_claims(file, plan, field)),
        None => {}
    }
    let name = ident(&plan.name);
    if plan.role.is_body() {
        items.push(body(file, plan));
    }
    if plan.role.is_received() {
        items.push(object(file, plan));
    }
    if let Some(page) = &plan.page {
        items.push(self::page(file, plan, page));
    }
    if plan.role.is_body() {
        items.push(quote!(stytch_core::sent!(#name);));
    }
    if plan.role.is_received() {
        items.push(quote!(stytch_core::received!(#name);));
    }
    file.items.extend(items);
}

fn definition(file: &mut File, plan: &Struct) -> TokenStream {
    let name = ident(&plan.name);
    let about = docs(&plan.docs);
    let default = plan.has_default().then(|| quote!(Default,));
    let serde = match plan.role {
        Role::Request { .. } | Role::Sent => {
            file.needs_with("deserialize", "serde::Deserialize");
            quote! {
                #[cfg_attr(feature = "deserialize", derive(Deserialize))]
                #[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
            }
        }
        Role::Received => {
            file.needs_with("serialize", "serde::Serialize");
            quote!(#[cfg_attr(feature = "serialize", derive(Serialize))])
        }
        // A link is made here and now, and never comes as JSON.
        Role::Link | Role::Both => TokenStream::new(),
    };
    let fields = plan.fields.iter().map(|field| {
        let name = ident(&field.name);
        let about = docs(&field.docs);
        let deprecated = deprecated(field.deprecated.as_ref());
        let ty = ty(file, &field.ty);
        let rename = rename(plan.role, field);
        // what was missing stays so when an answer is passed on
        let skip = (plan.role == Role::Received && matches!(field.ty, Ty::Option(_))).then(|| {
            quote!(#[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))])
        });
        quote!(#about #deprecated #rename #skip pub #name: #ty)
    });
    let fields: Vec<_> = fields.collect();
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
    if field.has_wire_name() {
        return None;
    }
    let wire = &field.wire;
    match role {
        Role::Request { .. } | Role::Sent => {
            Some(quote!(#[cfg_attr(feature = "deserialize", serde(rename = #wire))]))
        }
        Role::Received => Some(quote!(#[cfg_attr(feature = "serialize", serde(rename = #wire))])),
        Role::Link | Role::Both => None,
    }
}

/// `new` and the setters.
fn builder(file: &mut File, plan: &Struct) -> TokenStream {
    let name = ident(&plan.name);
    let (required, optional): (Vec<&Field>, Vec<&Field>) =
        plan.fields.iter().partition(|field| field.required);
    let names: Vec<_> = required.iter().map(|field| field.name.as_str()).collect();
    let mut arguments = Vec::new();
    let mut values = Vec::new();
    for field in &plan.fields {
        let name = ident(&field.name);
        if field.required {
            let (argument, convert) = argument(file, &field.ty, &name, &names);
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
    let about = docs(&plan.about_new);
    let setters = optional.iter().map(|field| {
        let name = ident(&field.name);
        let (argument, convert) = argument(file, &field.ty, &name, &[&field.name]);
        let about = docs(&field.summary);
        let deprecated = deprecated(field.deprecated.as_ref());
        let value = if matches!(field.ty, Ty::Option(_)) {
            quote!(Some(#convert))
        } else {
            convert
        };
        quote! {
            #about
            #deprecated
            #[must_use]
            pub fn #name(mut self, #name: #argument) -> Self {
                self.#name = #value;
                self
            }
        }
    });
    let setters: Vec<_> = setters.collect();
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

fn body(file: &mut File, plan: &Struct) -> TokenStream {
    file.needs_all("stytch_core::wire", &["Body", "Fields"]);
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
        #[doc(hidden)]
        impl Body for #name {
            fn fields<'a>(&'a self, #fields: &mut Fields<'a>) {
                #(#lines)*
            }
        }
    }
}

fn object(file: &mut File, plan: &Struct) -> TokenStream {
    file.needs_all("stytch_core::wire", &["Object", "Slot"]);
    if !plan.fields.is_empty() {
        file.needs("stytch_core::wire::Receive");
    }
    let name = ident(&plan.name);
    let names: Vec<_> = plan.fields.iter().map(|field| ident(&field.name)).collect();
    let wires: Vec<_> = plan.fields.iter().map(|field| &field.wire).collect();
    quote! {
        #[doc(hidden)]
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

/// On the session itself.
fn own_claims(file: &mut File, plan: &Struct, field: &str) -> TokenStream {
    let field = ident(field);
    file.needs_all("stytch_core", &["Error", "claims::custom_claims_as"]);
    file.needs("serde::de::DeserializeOwned");
    let name = ident(&plan.name);
    quote! {
        impl #name {
            /// The custom claims as a type of your own: a map, or a struct that implements
            /// `Deserialize`.
            ///
            /// # Errors
            /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) if the claims don't fit the type.
            pub fn custom_claims_as<T: DeserializeOwned>(&self) -> Result<T, Error> {
                custom_claims_as(&self.#field)
            }
        }
    }
}

/// On a response that carries a session.
fn custom_claims(file: &mut File, plan: &Struct, claims: &Way) -> TokenStream {
    file.needs_all("stytch_core", &["Error", "claims::missing_session"]);
    file.needs("serde::de::DeserializeOwned");
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
            /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) if the claims don't fit the type,
            /// [`ErrorKind::MissingProof`](crate::ErrorKind::MissingProof) if the response carries
            /// no session.
            pub fn custom_claims_as<T: DeserializeOwned>(&self) -> Result<T, Error> {
                #body
            }
        }
    }
}

fn page(file: &mut File, plan: &Struct, page: &Page) -> TokenStream {
    file.needs("stytch_core::wire::Page");
    let name = ident(&plan.name);
    let item = ty(file, &page.item);
    let items = page.items.iter().map(|(step, _)| ident(step));
    let cursor = cursor(&page.cursor);
    quote! {
        #[doc(hidden)]
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
