//! Which declarations a file sees.

use crate::format::is_type_name;
use crate::load::{self, Declarations, Entry, Folder, Group, Resource, Spec, Vocabulary};
use crate::problem::Problems;

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
    lost: Vec<Lost>,
}

/// A file that could not be read, or not all of it.
struct Lost {
    folder: Folder,
    name: String,
}

impl Lost {
    fn new(file: &str) -> Option<Self> {
        let path = file.strip_prefix("spec/")?.strip_suffix(".yaml")?;
        let (folder, name) = match path.split_once('/') {
            Some((folder, name)) => (load::folder(folder)?, name),
            None => (Folder::Root, path),
        };
        Some(Self {
            folder,
            name: name.to_owned(),
        })
    }

    fn is_vocabulary(&self) -> bool {
        self.name == "vocabulary" || self.folder == Folder::Root
    }
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
    pub(super) fn new(
        spec: &'a Spec,
        client: &'static str,
        folder: Folder,
        problems: &Problems,
    ) -> Self {
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
            lost: problems.lost().filter_map(Lost::new).collect(),
        }
    }

    /// Whether all files could be read, so that it is known which way each type travels.
    pub(super) fn is_whole(&self) -> bool {
        self.lost.is_empty()
    }

    /// Whether all places could be read where a file looks things up, so that what is not found there
    /// does not exist.
    pub(super) fn sees_all(&self, home: Home<'a>) -> bool {
        !self.lost.iter().any(|lost| match home {
            _ if lost.is_vocabulary() => [Folder::Root, home.folder()].contains(&lost.folder),
            Home::Resource(resource) => {
                resource.folder == lost.folder && resource.name.value == lost.name
            }
            Home::Vocabulary(_) => false,
        })
    }

    /// The names of resources of the client of whose files something could not be read.
    pub(super) fn lost_resources(&self) -> impl Iterator<Item = &str> {
        let lost = self.lost.iter().filter(|lost| !lost.is_vocabulary());
        let lost = lost.filter(|lost| [self.folder, Folder::Shared].contains(&lost.folder));
        lost.map(|lost| lost.name.as_str())
    }

    /// Whether a name, with dots or without, may stand in a file that could not be read.
    pub(super) fn is_lost(&self, path: &str) -> bool {
        let (home, name) = path.rsplit_once('.').unwrap_or(("", path));
        let mut lost = self.lost.iter();
        self.lost_resources()
            .any(|lost| lost == path || lost == home)
            || home.is_empty()
                && is_type_name(name)
                && lost.any(|lost| {
                    lost.is_vocabulary() && [Folder::Root, self.folder].contains(&lost.folder)
                })
    }

    pub(super) fn resource(&self, name: &str) -> Option<&'a Resource> {
        self.resources
            .iter()
            .find(|resource| resource.name.value == name)
            .copied()
    }

    /// Whether a type of this name is declared, be it used or not.
    pub(super) fn declares(&self, path: &str) -> bool {
        let has = |all: &Declarations, name: &str| all.types().any(|(_, ty)| ty.value == name);
        match path.rsplit_once('.') {
            Some((home, name)) => {
                let home = self.resource(home);
                home.is_some_and(|resource| has(&resource.declarations, name))
            }
            None => {
                let mut vocabularies = self.vocabularies.iter();
                vocabularies.any(|vocabulary| has(&vocabulary.declarations, path))
            }
        }
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
