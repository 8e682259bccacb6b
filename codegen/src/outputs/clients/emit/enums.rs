//! Ids, open enums and filters.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::plan::{Enum, Filter, Id};
use super::tokens::{argument, docs, ident, ty};

pub(super) fn id(id: &Id) -> Vec<TokenStream> {
    let name = ident(&id.name);
    let about = docs(&id.docs);
    let mut items = vec![
        quote! {
            #about
            #[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct #name(String);
        },
        quote!(stytch_core::id!(#name);),
    ];
    for from in &id.from {
        let from = ident(from);
        items.push(quote! {
            impl From<#from> for #name {
                fn from(id: #from) -> Self {
                    Self(id.into_string())
                }
            }
        });
        items.push(quote! {
            impl From<&#from> for #name {
                fn from(id: &#from) -> Self {
                    Self(id.as_str().to_owned())
                }
            }
        });
    }
    items
}

pub(super) fn open_enum(set: &Enum) -> Vec<TokenStream> {
    let name = ident(&set.name);
    let about = docs(&set.docs);
    let variants: Vec<_> = set
        .variants
        .iter()
        .map(|variant| ident(&variant.name))
        .collect();
    let wires: Vec<_> = set.variants.iter().map(|variant| &variant.wire).collect();
    let abouts: Vec<_> = set
        .variants
        .iter()
        .map(|variant| docs(&variant.docs))
        .collect();
    vec![
        quote! {
            #about
            #[derive(Clone, Debug, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum #name {
                #(#abouts #variants,)*
                /// A value that is newer than this crate; it is sent and printed as it came.
                Unknown(String),
            }
        },
        quote! {
            impl #name {
                /// The value on the wire.
                #[must_use]
                pub fn as_str(&self) -> &str {
                    match self {
                        #(Self::#variants => #wires,)*
                        Self::Unknown(value) => value,
                    }
                }
            }
        },
        quote! {
            impl From<&str> for #name {
                fn from(value: &str) -> Self {
                    match value {
                        #(#wires => Self::#variants,)*
                        unknown => Self::Unknown(unknown.to_owned()),
                    }
                }
            }
        },
        quote!(stytch_core::open_enum!(#name);),
    ]
}

pub(super) fn filter(filter: &Filter) -> Vec<TokenStream> {
    let name = ident(&filter.name);
    let about = docs(&filter.docs);
    let variants: Vec<_> = filter
        .conditions
        .iter()
        .map(|condition| ident(&condition.variant))
        .collect();
    let wires: Vec<_> = filter
        .conditions
        .iter()
        .map(|condition| &condition.wire)
        .collect();
    let types: Vec<_> = filter
        .conditions
        .iter()
        .map(|condition| ty(&condition.ty))
        .collect();
    let abouts: Vec<_> = filter
        .conditions
        .iter()
        .map(|condition| docs(&condition.docs))
        .collect();
    let constructors = filter.conditions.iter().map(|condition| {
        let value = ident("value");
        let (argument, convert) = argument(&condition.ty, &value);
        let about = docs(&condition.docs);
        let constructor = ident(&condition.constructor);
        let variant = ident(&condition.variant);
        quote! {
            #about
            #[must_use]
            pub fn #constructor(value: #argument) -> Self {
                Self::#variant(#convert)
            }
        }
    });
    vec![
        quote! {
            #about
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#abouts #variants(#types),)*
                /// A condition that is newer than this crate.
                Other {
                    /// Its name.
                    filter_name: String,
                    /// Its value.
                    filter_value: Value,
                },
            }
        },
        quote! {
            impl #name {
                #(#constructors)*
            }
        },
        quote! {
            impl Body for #name {
                fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
                    let (name, value): (&str, &dyn Write) = match self {
                        #(Self::#variants(value) => (#wires, value),)*
                        Self::Other { filter_name, filter_value } => (filter_name, filter_value),
                    };
                    fields.filter(name, value);
                }
            }
        },
        quote! {
            #[cfg(feature = "deserialize")]
            impl<'de> Deserialize<'de> for #name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let Operand { filter_name, filter_value } = Operand::deserialize(deserializer)?;
                    let known = match filter_name.as_str() {
                        #(#wires => Operand::value(&filter_value).map(Self::#variants),)*
                        _ => None,
                    };
                    Ok(known.unwrap_or(Self::Other { filter_name, filter_value }))
                }
            }
        },
        quote!(stytch_core::sent!(#name);),
    ]
}
