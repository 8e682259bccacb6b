//! A run that is ended half way leaves each file as it was or as it should be.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that panics has failed"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const OLD: &str = "// old\n";
const ROUNDS: u32 = 5;

/// A repository with the whole spec; it vanishes with the test.
struct Repository(PathBuf);

impl Repository {
    fn new() -> Self {
        let root =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("kill-{}", std::process::id()));
        let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
        copy(&spec, &root.join("spec"));
        Self(root)
    }

    fn generate(&self) -> Child {
        Command::new(env!("CARGO_BIN_EXE_xtask"))
            .arg("generate")
            .env("CARGO_MANIFEST_DIR", self.0.join("xtask"))
            .stdout(Stdio::null())
            .spawn()
            .unwrap()
    }

    /// All files but the spec's own.
    fn files(&self) -> BTreeMap<PathBuf, String> {
        let mut files = BTreeMap::new();
        collect(&self.0, &mut files);
        files.retain(|path, _| path.extension().is_none_or(|ending| ending != "yaml"));
        files
    }
}

impl Drop for Repository {
    fn drop(&mut self) {
        // What stays behind lies in the target folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.insert(path.clone(), fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn a_run_that_is_killed_leaves_no_file_cut() {
    let repository = Repository::new();
    assert!(repository.generate().wait().unwrap().success());
    let new = repository.files();
    let folder = repository.0.join("stytch-b2b/src/generated");
    let mut ended_early = 0;
    for round in 0..ROUNDS {
        for (path, text) in &new {
            if text.starts_with("//") {
                fs::write(path, OLD).unwrap();
            }
        }
        let seen = state(&folder);
        let mut run = repository.generate();
        // As soon as it begins to write, and then a little later in each round.
        let begin = Instant::now();
        while state(&folder) == seen && begin.elapsed() < Duration::from_secs(60) {
            std::thread::sleep(Duration::from_micros(200));
        }
        std::thread::sleep(Duration::from_millis(1) * round);
        run.kill().unwrap();
        run.wait().unwrap();
        let found = repository.files();
        for (path, text) in &new {
            let found = found.get(path).expect("no file is lost");
            assert!(
                found == text || found == OLD,
                "{} was cut after {} of {} bytes",
                path.display(),
                found.len(),
                text.len()
            );
        }
        ended_early += u32::from(found.values().any(|text| text == OLD));
    }
    assert!(
        ended_early >= ROUNDS / 4,
        "only {ended_early} of {ROUNDS} runs were ended while they wrote"
    );
    // The next run puts everything right, and takes away what the others have left.
    assert!(repository.generate().wait().unwrap().success());
    assert_eq!(repository.files(), new);
}

/// Names and sizes of what is in a folder.
fn state(folder: &Path) -> BTreeMap<PathBuf, u64> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .filter_map(|entry| {
            let entry = entry.ok()?;
            Some((entry.path(), entry.metadata().ok()?.len()))
        })
        .collect()
}
