//! Ids, open enums and filters.

use quote::quote;

use super::super::plan::{Enum, Filter, Id};
use super::file::File;
use super::tokens::{argument, deprecated, docs, ident, ty};

pub(super) fn id(file: &mut File, id: &Id) {
    let name = ident(&id.name);
    let about = docs(&id.docs);
    file.items.extend([
        quote! {
            #about
            #[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct #name(String);
        },
        quote!(stytch_core::id!(#name);),
    ]);
    for from in &id.from {
        let from = ident(from);
        file.items.extend([
            quote! {
                impl From<#from> for #name {
                    fn from(id: #from) -> Self {
                        Self(id.into_string())
                    }
                }
            },
            quote! {
                impl From<&#from> for #name {
                    fn from(id: &#from) -> Self {
                        Self(id.as_str().to_owned())
                    }
                }
            },
        ]);
    }
}

pub(super) fn open_enum(file: &mut File, set: &Enum) {
    let name = ident(&set.name);
    let about = docs(&set.docs);
    let variants: Vec<_> = set
        .variants
        .iter()
        .map(|variant| ident(&variant.name))
        .collect();
    let wires: Vec<_> = set.variants.iter().map(|variant| &variant.wire).collect();
    let abouts = set.variants.iter().map(|variant| {
        let deprecated = deprecated(variant.deprecated.as_ref());
        let docs = docs(&variant.docs);
        quote!(#docs #deprecated)
    });
    file.items.extend([
        quote! {
            #about
            #[derive(Clone, Debug)]
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
    ]);
}

pub(super) fn filter(file: &mut File, filter: &Filter) {
    file.needs("stytch_core::Value");
    file.needs_all("stytch_core::wire", &["Body", "Fields", "Write"]);
    file.needs_with("deserialize", "serde::Deserialize");
    file.needs_with("deserialize", "serde::Deserializer");
    file.needs_with("deserialize", "stytch_core::wire::Operand");
    let name = ident(&filter.name);
    let about = docs(&filter.docs);
    let mut variants = Vec::new();
    let mut wires = Vec::new();
    let mut declared = Vec::new();
    let mut constructors = Vec::new();
    for condition in &filter.conditions {
        let variant = ident(&condition.variant);
        let constructor = ident(&condition.constructor);
        let ty = ty(file, &condition.ty);
        let (argument, convert) = argument(file, &condition.ty, &ident("value"), &["value"]);
        let about = docs(&condition.docs);
        let deprecated = deprecated(condition.deprecated.as_ref());
        declared.push(quote!(#about #deprecated #variant(#ty),));
        constructors.push(quote! {
            #about
            #deprecated
            #[must_use]
            pub fn #constructor(value: #argument) -> Self {
                Self::#variant(#convert)
            }
        });
        wires.push(&condition.wire);
        variants.push(variant);
    }
    file.items.extend([
        quote! {
            #about
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#declared)*
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
            #[doc(hidden)]
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
                    let operand = Operand::deserialize(deserializer)?;
                    let known = match operand.filter_name.as_str() {
                        #(#wires => operand.value().map(Self::#variants),)*
                        _ => None,
                    };
                    Ok(known.unwrap_or(Self::Other {
                        filter_name: operand.filter_name,
                        filter_value: operand.filter_value,
                    }))
                }
            }
        },
        quote!(stytch_core::sent!(#name);),
    ]);
}
