//! Step 3: what is made of the resolved spec. Each output is a module of its own that takes the model as
//! it is, and knows nothing of the others.

pub mod clients;
pub mod conformance;
pub mod emulator;
pub mod entry;
pub mod errors;
mod rust;

use std::collections::BTreeMap;

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
    /// The files. An error is a mistake in the generator.
    pub files: fn(&Client) -> Result<Files, String>,
}

/// All outputs.
pub const ALL: [Output; 3] = [clients::OUTPUT, entry::OUTPUT, conformance::OUTPUT];
