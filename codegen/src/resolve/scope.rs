//! Which declarations a file sees.

use crate::load::{Declarations, Entry, Folder, Group, Resource, Spec, Vocabulary};

/// What one client sees of the spec.
pub(super) struct Scope<'a> {
    /// `b2b` or `consumer`.
    pub(super) client: &'static str,
    /// The folder that it does not share with the other client.
    pub(super) folder: Folder,
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
            folder,
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

    /// The vocabularies that a file sees, the nearest first.
    pub(super) fn vocabularies(&self, home: Home<'a>) -> impl Iterator<Item = &'a Vocabulary> {
        self.lookup(home).into_iter().filter_map(|home| match home {
            Home::Vocabulary(vocabulary) => Some(vocabulary),
            Home::Resource(_) => None,
        })
    }

    /// Type and docs of a field name, and the file where they stand.
    pub(super) fn entry(&self, home: Home<'a>, name: &str) -> Option<(Home<'a>, &'a Entry)> {
        self.lookup(home).into_iter().find_map(|home| {
            let entry = home
                .declarations()
                .fields
                .iter()
                .find(|entry| entry.name.value == name)?;
            Some((home, entry))
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
