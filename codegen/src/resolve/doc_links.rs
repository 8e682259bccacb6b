//! Links in docs: `` [`organizations.members.create`] `` must lead somewhere.

use super::scope::Scope;
use super::{Client, Method, Resource, TypeDef};
use crate::load::texts;
use crate::problem::Problems;

/// What a link leads to.
#[derive(Clone, Copy, Debug)]
pub enum Target<'a> {
    /// A method or a link of a resource.
    Method(&'a Resource, &'a Method),
    /// A resource.
    Resource(&'a Resource),
    /// A type.
    Type(&'a TypeDef),
}

impl Client {
    /// What `path` in a link leads to, if anything.
    #[must_use]
    pub fn target(&self, path: &str) -> Option<Target<'_>> {
        let (home, last) = match path.rsplit_once('.') {
            Some((home, last)) => (Some(home), last),
            None => (None, path),
        };
        if let Some(resource) = self.resources.iter().find(|resource| resource.name == path) {
            return Some(Target::Resource(resource));
        }
        let ty = self
            .types
            .iter()
            .find(|ty| ty.name == last && ty.home.as_deref() == home);
        if let Some(ty) = ty {
            return Some(Target::Type(ty));
        }
        let resource = self
            .resources
            .iter()
            .find(|resource| Some(resource.name.as_str()) == home)?;
        let method = resource.named().find(|method| method.name == last)?;
        Some(Target::Method(resource, method))
    }

    fn targets(&self) -> Vec<String> {
        let mut targets = Vec::new();
        for resource in &self.resources {
            targets.push(resource.name.clone());
            targets.extend(
                resource
                    .named()
                    .map(|method| format!("{}.{}", resource.name, method.name)),
            );
        }
        targets.extend(self.types.iter().map(|ty| match &ty.home {
            Some(home) => format!("{home}.{}", ty.name),
            None => ty.name.clone(),
        }));
        targets
    }
}

/// Splits docs at their links: text before, target of the link, and so on; the last has no target.
#[must_use]
pub fn split(docs: &str) -> Vec<(&str, Option<&str>)> {
    let mut parts = Vec::new();
    let mut rest = docs;
    while let Some(start) = rest.find("[`") {
        let Some(length) = rest.get(start + 2..).and_then(|inner| inner.find('`')) else {
            break;
        };
        let (Some(before), Some(target), Some(after)) = (
            rest.get(..start),
            rest.get(start + 2..start + 2 + length),
            rest.get(start + 3 + length..),
        ) else {
            break;
        };
        // A link with an address of its own is Markdown's business.
        let Some(after) = after
            .strip_prefix(']')
            .filter(|after| !after.starts_with('('))
        else {
            let Some(kept) = rest.get(..start + 3 + length) else {
                break;
            };
            parts.push((kept, None));
            rest = after;
            continue;
        };
        parts.push((before, Some(target)));
        rest = after;
    }
    parts.push((rest, None));
    parts
}

/// Reports links that lead nowhere.
pub(super) fn check(client: &Client, scope: &Scope<'_>, problems: &mut Problems) {
    let resources = scope
        .resources
        .iter()
        .flat_map(|resource| texts::of_resource(resource));
    let vocabularies = scope.vocabularies.iter();
    let vocabularies =
        vocabularies.flat_map(|vocabulary| texts::of_declarations(&vocabulary.declarations));
    for text in resources.chain(vocabularies) {
        for target in split(text).into_iter().filter_map(|(_, target)| target) {
            let is_declared = || !scope.is_whole() && scope.declares(target);
            if client.target(target).is_none() && !scope.is_lost(target) && !is_declared() {
                problems.push_name(
                    &scope.spec.locate(&text.at, &format!("[`{target}`]")),
                    format!(
                        "a link to `{target}`, which the {} client does not have",
                        client.name
                    ),
                    "a resource, a method with its resource, or a type",
                    target,
                    client.targets().iter().map(String::as_str),
                );
            }
        }
    }
}
