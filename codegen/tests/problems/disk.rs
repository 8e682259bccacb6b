//! A spec in a folder of its own that vanishes with the test.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use codegen::Error;

pub(crate) struct Disk(PathBuf);

impl Disk {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!(
            "spec-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(root.join("spec")).unwrap();
        Self(root)
    }

    pub(crate) fn root(&self) -> &Path {
        &self.0
    }

    /// Writes a file of the spec.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.0.join("spec").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Makes a folder in the spec.
    pub(crate) fn folder(&self, name: &str) {
        fs::create_dir_all(self.0.join("spec").join(name)).unwrap();
    }

    /// What is wrong with the spec, as it is printed; empty if nothing is.
    pub(crate) fn message(&self) -> String {
        match codegen::api(&self.0) {
            Ok(_) => String::new(),
            Err(error @ (Error::Spec(_) | Error::Io(_))) => format!("{error}\n"),
            Err(error) => panic!("{error}"),
        }
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // What stays behind lies in the target folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}
