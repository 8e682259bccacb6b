//! All texts of a file that become docs.

use super::node::Text;
use super::syntax::{Declarations, Item, Resource};

/// Those of a resource with its methods and links.
#[must_use]
pub fn of_resource(resource: &Resource) -> Vec<&Text> {
    let mut texts = vec![&resource.docs];
    declarations(&resource.declarations, &mut texts);
    for method in resource.named() {
        texts.push(&method.docs);
        texts.extend(&method.deprecated);
        items(&method.request, &mut texts);
        items(&method.response, &mut texts);
    }
    texts
}

/// Those of declarations.
#[must_use]
pub fn of_declarations(all: &Declarations) -> Vec<&Text> {
    let mut texts = Vec::new();
    declarations(all, &mut texts);
    texts
}

fn declarations<'a>(all: &'a Declarations, texts: &mut Vec<&'a Text>) {
    texts.extend(all.ids.iter().map(|id| &id.docs));
    texts.extend(
        all.fields
            .iter()
            .flat_map(|entry| entry.sent.iter().chain(&entry.received)),
    );
    texts.extend(all.errors.iter().map(|error| &error.docs));
    texts.extend(all.events.iter().map(|event| &event.docs));
    for group in &all.groups {
        items(&group.fields, texts);
    }
    for set in &all.enums {
        texts.push(&set.docs);
        texts.extend(
            set.values
                .iter()
                .flat_map(|value| std::iter::once(&value.docs).chain(&value.deprecated)),
        );
    }
    for model in &all.models {
        texts.push(&model.docs);
        items(&model.fields, texts);
    }
    for filter in &all.filters {
        texts.push(&filter.docs);
        texts.extend(filter.values.iter().filter_map(|value| value.docs.as_ref()));
    }
}

fn items<'a>(items: &'a [Item], texts: &mut Vec<&'a Text>) {
    for item in items {
        let Item::Field(field) = item else { continue };
        texts.extend(field.docs.iter().chain(&field.deprecated));
    }
}
