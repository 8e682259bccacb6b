//! The file that something is written for, and what it may name.

use crate::drift::describe;
use crate::drift::matching;
use crate::resolve::{Client, Kind, Type, TypeDef};

/// The file that something is written for.
#[derive(Clone)]
pub(super) struct Target<'s> {
    pub(super) client: &'s Client,
    pub(super) file: String,
    pub(super) resource: Option<String>,
}

impl Target<'_> {
    /// What fields of that name mostly are, where they are texts.
    pub(super) fn habit(&self, name: &str) -> Option<String> {
        let methods = self
            .client
            .resources
            .iter()
            .flat_map(|resource| &resource.methods);
        let in_methods = methods.flat_map(|method| method.request.iter().chain(&method.response));
        let in_models = self.client.types.iter().flat_map(|ty| match &ty.kind {
            Kind::Model(fields) => fields.as_slice(),
            _ => &[],
        });
        let mut counts: Vec<(String, usize)> = Vec::new();
        for field in in_methods
            .chain(in_models)
            .filter(|field| field.wire == name)
        {
            let text = match &field.ty {
                Type::String | Type::Secret | Type::Timestamp => true,
                Type::Named(index) => {
                    let ty = self.client.ty(*index);
                    matches!(ty.kind, Kind::Id(_) | Kind::Enum(_)) && self.visible(ty)
                }
                _ => false,
            };
            if !text {
                continue;
            }
            let written = describe::written(self.client, &field.ty, self.resource.as_deref());
            match counts.iter_mut().find(|(other, _)| *other == written) {
                Some((_, count)) => *count += 1,
                None => counts.push((written, 1)),
            }
        }
        let most = counts.iter().map(|(_, count)| *count).max()?;
        counts
            .into_iter()
            .find(|(_, count)| *count == most)
            .map(|(written, _)| written)
    }

    /// Whether a file may name a type: what both clients share must not depend on one of them.
    pub(super) fn visible(&self, ty: &TypeDef) -> bool {
        let shared = |file: &str| matches!(matching::folder(file), "" | "shared/");
        !shared(&self.file) || shared(&ty.file)
    }
}
