//! Files that are still to be written: most of them are on the disk already.

use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A file of an output, and how its text is made.
pub struct Draft<'a> {
    /// Its path, relative to the root of the repository.
    pub path: String,
    /// Stands for all that the text is made of. While it and the generator are the same, the text is.
    pub key: u64,
    text: Box<dyn FnOnce() -> Result<String, String> + Send + 'a>,
}

impl<'a> Draft<'a> {
    /// A file whose text is made of `plan` alone.
    pub(crate) fn new<P: Hash + Send + 'a>(
        path: String,
        plan: P,
        text: impl FnOnce(&P) -> Result<String, String> + Send + 'a,
    ) -> Self {
        Self {
            path,
            key: hash(&plan),
            text: Box::new(move || text(&plan)),
        }
    }

    /// The text, before rustfmt.
    ///
    /// # Errors
    /// A message if what is written can't be parsed, which is a mistake in the generator.
    pub fn text(self) -> Result<String, String> {
        (self.text)()
    }
}

impl fmt::Debug for Draft<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Draft");
        debug.field("path", &self.path).field("key", &self.key);
        debug.finish_non_exhaustive()
    }
}

/// The same number for the same value in each run of the same program.
pub(crate) fn hash(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
