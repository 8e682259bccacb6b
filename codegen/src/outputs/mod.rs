//! Step 3: what is made of the resolved spec. Each output is a module of its own that takes the model as
//! it is, and knows nothing of the others.

pub mod clients;
pub mod conformance;
pub mod draft;
pub mod emulator;
pub mod entry;
pub mod errors;
pub mod llms;
mod rust;
mod text;

use std::collections::BTreeMap;

use draft::Draft;

use crate::load::Spec;
use crate::problem::Problems;
use crate::resolve::{Api, Client};

/// Files by path, relative to the root of the repository.
pub type Files = BTreeMap<String, String>;

/// Something that is generated for each client.
#[derive(Clone, Copy, Debug)]
pub struct Output {
    /// What the spec must keep to for the sake of this output. The spec is as it was read; the API is
    /// empty if a part of the spec could not be read.
    pub check: fn(&Spec, &Api, &mut Problems),
    /// The folder that belongs to the output.
    pub folder: fn(&Client) -> String,
    /// The files, yet to be written. An error is a mistake in the generator.
    pub drafts: for<'a> fn(&'a Client) -> Result<Vec<Draft<'a>>, String>,
}

impl Output {
    /// The files.
    ///
    /// # Errors
    /// A message if what is written is no Rust, which is a mistake in the generator, or if rustfmt is not
    /// there.
    pub fn files(&self, client: &Client) -> Result<Files, String> {
        write((self.drafts)(client)?)
    }
}

/// The texts of files.
pub(crate) fn write(drafts: Vec<Draft<'_>>) -> Result<Files, String> {
    let texts = drafts
        .into_iter()
        .map(|draft| Ok((draft.path.clone(), draft.text()?)));
    rust::format(texts.collect::<Result<_, String>>()?)
}

/// All outputs.
pub const ALL: [Output; 3] = [clients::OUTPUT, entry::OUTPUT, conformance::OUTPUT];
