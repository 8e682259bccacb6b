//! Which declarations something refers to.

use std::collections::HashSet;

use crate::load::{Spec, Text};
use crate::problem::{At, Problems};

/// Declarations that something refers to, by the place where they stand.
#[derive(Default)]
pub(super) struct Usage(HashSet<At>);

impl Usage {
    pub(super) fn mark(&mut self, name: &Text) {
        self.0.insert(name.at.clone());
    }

    /// Reports what nothing refers to, if nothing else is wrong: what has a slip in its place may be
    /// what would have used it.
    pub(super) fn report_unused(&self, spec: &Spec, problems: &mut Problems) {
        if !problems.is_empty() {
            return;
        }
        let declarations = spec
            .vocabularies
            .iter()
            .map(|vocabulary| &vocabulary.declarations)
            .chain(spec.resources.iter().map(|resource| &resource.declarations));
        for all in declarations {
            let report = |what: &str, name: &Text, problems: &mut Problems| {
                if !self.0.contains(&name.at) && !problems.is_reported(&name.at) {
                    problems.push(
                        &name.at,
                        format!("{what} `{}` that nothing uses", name.value),
                        "a use of it, or no declaration",
                    );
                }
            };
            all.ids
                .iter()
                .for_each(|id| report("the id", &id.name, problems));
            let entries = || all.fields.iter().filter(|entry| !entry.is_of_group);
            entries().for_each(|entry| report("docs for the field", &entry.name, problems));
            for entry in entries().filter(|entry| self.0.contains(&entry.name.at)) {
                let name = &entry.name.value;
                entry
                    .sent
                    .iter()
                    .for_each(|text| self.report_docs(name, "sent", text, problems));
                entry
                    .received
                    .iter()
                    .for_each(|text| self.report_docs(name, "received", text, problems));
            }
            let causes = all.errors.iter().flat_map(|error| &error.with);
            for cause in causes.filter(|cause| !self.0.contains(&cause.at)) {
                problems.push(
                    &cause.at,
                    format!("`{}` for `with` that nothing uses", cause.value),
                    "an id that a request has to give, a field of a request, or `member_session`",
                );
            }
            all.groups
                .iter()
                .for_each(|group| report("the group", &group.name, problems));
            all.enums
                .iter()
                .for_each(|set| report("the enum", &set.name, problems));
            all.models
                .iter()
                .for_each(|model| report("the model", &model.name, problems));
            all.filters
                .iter()
                .for_each(|filter| report("the filter", &filter.name, problems));
        }
    }

    /// Reports docs for a direction in which no field of the name goes.
    fn report_docs(&self, name: &str, key: &str, docs: &Text, problems: &mut Problems) {
        if !self.0.contains(&docs.at) {
            problems.push(
                &docs.at,
                format!("`{key}` docs of `{name}` that nothing uses"),
                "a use of them, or no such docs",
            );
        }
    }
}
