//! What webhooks tell of: one enum with a variant for each kind of object.

use quote::quote;

use super::super::plan::Event;
use super::file::File;
use super::tokens::{docs, ident, ty};

/// The file of the events.
pub(super) fn file(events: &[Event], source: &str) -> Result<String, String> {
    let mut file = File::default();
    // The module alone, so that none of its names is taken from the spec.
    file.needs("stytch_core::webhooks");
    let names: Vec<_> = events.iter().map(|event| ident(&event.variant)).collect();
    let wires: Vec<_> = events.iter().map(|event| &event.wire).collect();
    let variants: Vec<_> = events
        .iter()
        .map(|event| {
            let about = docs(&event.docs);
            let name = ident(&event.variant);
            let id = ty(&mut file, &event.id);
            let model = ty(&mut file, &event.model);
            quote!(#about #name(webhooks::Change<#id, #model>),)
        })
        .collect();
    file.items.extend([
        quote! {
            /// What a webhook tells: an object was created, changed or deleted.
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum Event {
                #(#variants)*
                /// An event about another kind of object, newer than this crate, or about one without an
                /// id.
                Unknown(webhooks::Unknown),
            }
        },
        quote! {
            impl Event {
                /// What every event says about itself.
                #[must_use]
                pub fn envelope(&self) -> &webhooks::Envelope {
                    match self {
                        #(Self::#names(change) => &change.envelope,)*
                        Self::Unknown(unknown) => &unknown.envelope,
                    }
                }

                /// The object that the event is about; empty if it does not say so.
                #[must_use]
                pub fn id(&self) -> &str {
                    match self {
                        #(Self::#names(change) => change.id.as_str(),)*
                        Self::Unknown(unknown) => &unknown.id,
                    }
                }
            }
        },
        quote! {
            impl webhooks::FromDelivery for Event {
                fn from_delivery(delivery: webhooks::Delivery<'_>) -> Result<Self, webhooks::Error> {
                    match delivery.object_type() {
                        #(#wires => delivery.change().map(Self::#names),)*
                        _ => delivery.unknown().map(Self::Unknown),
                    }
                }
            }
        },
    ]);
    let about = ["The events of webhooks.".to_owned()];
    file.finish(source, &about, Vec::new())
}
