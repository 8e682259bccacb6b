//! Which declarations a file sees, and which of them were used.

use std::collections::HashSet;

use crate::load::{Declarations, Entry, Folder, Group, Resource, Spec, Text, Vocabulary};
use crate::problem::{At, Problems};

/// What one client sees of the spec.
pub(super) struct Scope<'a> {
    /// `b2b` or `consumer`.
    pub(super) client: &'static str,
    /// Everything, for messages about what a file does not see.
    pub(super) spec: &'a Spec,
    /// The resources, a parent before its children.
    pub(super) resources: Vec<&'a Resource>,
    /// The vocabularies, the nearest first.
    pub(super) vocabularies: Vec<&'a Vocabulary>,
}

/// A file that refers to something.
#[derive(Clone, Copy)]
pub(super) enum Home<'a> {
    Resource(&'a Resource),
    Vocabulary(&'a Vocabulary),
}

impl<'a> Home<'a> {
    pub(super) fn declarations(self) -> &'a Declarations {
        match self {
            Self::Resource(resource) => &resource.declarations,
            Self::Vocabulary(vocabulary) => &vocabulary.declarations,
        }
    }

    pub(super) fn folder(self) -> Folder {
        match self {
            Self::Resource(resource) => resource.folder,
            Self::Vocabulary(vocabulary) => vocabulary.folder,
        }
    }
}

impl<'a> Scope<'a> {
    pub(super) fn new(spec: &'a Spec, client: &'static str, folder: Folder) -> Self {
        let mut resources: Vec<_> = spec
            .resources
            .iter()
            .filter(|resource| resource.folder == folder || resource.folder == Folder::Shared)
            .collect();
        resources.sort_by_key(|resource| resource.name.value.split('.').collect::<Vec<_>>());
        let mut vocabularies: Vec<_> = spec
            .vocabularies
            .iter()
            .filter(|vocabulary| vocabulary.folder == folder || vocabulary.folder == Folder::Root)
            .collect();
        vocabularies.sort_by_key(|vocabulary| vocabulary.folder == Folder::Root);
        Self {
            client,
            spec,
            resources,
            vocabularies,
        }
    }

    pub(super) fn resource(&self, name: &str) -> Option<&'a Resource> {
        self.resources
            .iter()
            .find(|resource| resource.name.value == name)
            .copied()
    }

    /// The places where a file looks things up: itself, then the vocabularies that it sees. What is
    /// shared by both clients must not depend on the words of one of them.
    pub(super) fn lookup(&self, home: Home<'a>) -> Vec<Home<'a>> {
        let mut homes = match home {
            Home::Resource(_) => vec![home],
            Home::Vocabulary(_) => Vec::new(),
        };
        let folder = home.folder();
        homes.extend(
            self.vocabularies
                .iter()
                .filter(|vocabulary| {
                    vocabulary.folder == Folder::Root || vocabulary.folder == folder
                })
                .map(|vocabulary| Home::Vocabulary(vocabulary)),
        );
        homes
    }

    pub(super) fn entry(&self, home: Home<'a>, name: &str) -> Option<&'a Entry> {
        self.lookup(home).into_iter().find_map(|home| {
            home.declarations()
                .fields
                .iter()
                .find(|entry| entry.name.value == name)
        })
    }

    pub(super) fn group(&self, home: Home<'a>, name: &str) -> Option<(Home<'a>, &'a Group)> {
        self.lookup(home).into_iter().find_map(|home| {
            let group = home
                .declarations()
                .groups
                .iter()
                .find(|group| group.name.value == name)?;
            Some((home, group))
        })
    }
}

/// Declarations that something refers to, by the place where they stand.
#[derive(Default)]
pub(super) struct Usage(HashSet<At>);

impl Usage {
    pub(super) fn mark(&mut self, name: &Text) {
        self.0.insert(name.at.clone());
    }

    /// Reports what nothing refers to.
    pub(super) fn report_unused(&self, spec: &Spec, problems: &mut Problems) {
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
            all.fields
                .iter()
                .for_each(|entry| report("docs for the field", &entry.name, problems));
            for entry in all
                .fields
                .iter()
                .filter(|entry| self.0.contains(&entry.name.at))
            {
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
            all.errors
                .iter()
                .for_each(|error| report("the error type", &error.name, problems));
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
