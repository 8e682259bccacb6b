//! What is on disk against what should be there.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use codegen::write::{DIFF_LINES, apply, compare, diff, list};

/// A folder of its own that vanishes with the test.
struct Disk(PathBuf);

impl Disk {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!(
            "write-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&root).unwrap();
        Self(root)
    }

    fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap()
    }

    /// Everything on the disk: paths, contents and times.
    fn all(&self) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
        fn collect(folder: &Path, all: &mut BTreeMap<PathBuf, (Vec<u8>, SystemTime)>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    collect(&path, all);
                } else {
                    let time = fs::metadata(&path).unwrap().modified().unwrap();
                    all.insert(path.clone(), (fs::read(path).unwrap(), time));
                }
            }
        }
        let mut all = BTreeMap::new();
        collect(&self.0, &mut all);
        all
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // What stays behind lies in the target folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn files<const N: usize>(files: [(&str, &str); N]) -> BTreeMap<String, String> {
    files
        .into_iter()
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

fn folders() -> Vec<String> {
    vec!["out".to_owned()]
}

#[test]
fn edited_missing_and_stray_files_are_found_and_shown() {
    let disk = Disk::new();
    let wanted = files([
        ("out/edited.rs", "a\nb\nc\n"),
        ("out/missing.rs", "new\n"),
        ("out/same.rs", "same\n"),
    ]);
    disk.write("out/edited.rs", "a\nB\nc\n");
    disk.write("out/same.rs", "same\n");
    disk.write("out/deep/stray.rs", "old\n");
    let before = disk.all();

    let changes = compare(&disk.0, &wanted, &folders()).unwrap();
    let shown = diff(&disk.0, &changes).unwrap();

    assert_eq!(
        list(&disk.0, &changes),
        "differs: out/edited.rs\nmissing: out/missing.rs\nleft over: out/deep/stray.rs"
    );
    assert_eq!(
        changes.write.keys().collect::<Vec<_>>(),
        ["out/edited.rs", "out/missing.rs"]
    );
    assert_eq!(changes.remove, ["out/deep/stray.rs"]);
    assert_eq!(
        shown,
        "--- a/out/edited.rs\n+++ b/out/edited.rs\n@@ -1,3 +1,3 @@\n a\n-B\n+b\n c\n\
         --- /dev/null\n+++ b/out/missing.rs\n@@ -0,0 +1 @@\n+new\n\
         --- a/out/deep/stray.rs\n+++ /dev/null\n@@ -1 +0,0 @@\n-old"
    );
    assert_eq!(disk.all(), before, "a check must not write");
}

#[test]
fn changes_are_carried_out_and_leave_nothing_to_do() {
    let disk = Disk::new();
    let wanted = files([("out/a.rs", "a\n"), ("out/new/b.rs", "b\n")]);
    disk.write("out/a.rs", "edited\n");
    disk.write("out/old/stray.rs", "old\n");
    disk.write("kept.rs", "by hand\n");

    let changes = compare(&disk.0, &wanted, &folders()).unwrap();
    apply(&disk.0, &changes).unwrap();

    assert_eq!(
        (
            disk.read("out/a.rs").as_str(),
            disk.read("out/new/b.rs").as_str()
        ),
        ("a\n", "b\n")
    );
    assert!(
        !disk.0.join("out/old").exists(),
        "a folder with nothing in it"
    );
    assert_eq!(disk.read("kept.rs"), "by hand\n");
    assert!(compare(&disk.0, &wanted, &folders()).unwrap().is_empty());
}

#[test]
fn files_that_are_right_keep_their_time() {
    let disk = Disk::new();
    let wanted = files([("out/changed.rs", "new\n"), ("out/same.rs", "same\n")]);
    disk.write("out/changed.rs", "old\n");
    disk.write("out/same.rs", "same\n");
    let long_ago = SystemTime::now() - Duration::from_secs(3600);
    let same = fs::File::options()
        .write(true)
        .open(disk.0.join("out/same.rs"))
        .unwrap();
    same.set_modified(long_ago).unwrap();

    apply(&disk.0, &compare(&disk.0, &wanted, &folders()).unwrap()).unwrap();

    assert_eq!(
        fs::metadata(disk.0.join("out/same.rs"))
            .unwrap()
            .modified()
            .unwrap(),
        long_ago
    );
    assert_eq!(disk.read("out/changed.rs"), "new\n");
}

#[test]
fn a_long_diff_is_cut() {
    let disk = Disk::new();
    let text: String = (0..1000).map(|line| format!("{line}\n")).collect();
    let wanted = files([("out/long.rs", &text)]);
    let changes = compare(&disk.0, &wanted, &folders()).unwrap();
    let shown = diff(&disk.0, &changes).unwrap();
    assert_eq!(shown.lines().count(), DIFF_LINES + 1);
    // Three lines of header stand before the thousand.
    assert!(shown.ends_with("\n+396\n… and 603 more lines"), "{shown}");
}

#[test]
fn differences_that_do_not_print_are_shown_as_well() {
    let disk = Disk::new();
    disk.write("out/bytes.rs", b"\xff\n");
    disk.write("out/last.rs", "a");
    let wanted = files([("out/bytes.rs", "\u{fffd}\n"), ("out/last.rs", "a\n")]);
    let changes = compare(&disk.0, &wanted, &folders()).unwrap();
    let shown = diff(&disk.0, &changes).unwrap();
    assert_eq!(changes.write.len(), 2);
    for path in wanted.keys() {
        assert!(shown.contains(&format!("+++ b/{path}")), "{shown}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_removed_and_not_what_it_leads_to() {
    let disk = Disk::new();
    disk.write("elsewhere/precious.rs", "mine\n");
    disk.write("out/a.rs", "a\n");
    std::os::unix::fs::symlink(disk.0.join("elsewhere"), disk.0.join("out/link")).unwrap();

    let changes = compare(&disk.0, &files([("out/a.rs", "a\n")]), &folders()).unwrap();
    apply(&disk.0, &changes).unwrap();

    assert_eq!(changes.remove, ["out/link"]);
    assert!(!disk.0.join("out/link").exists());
    assert_eq!(disk.read("elsewhere/precious.rs"), "mine\n");
}

#[test]
fn line_ends_are_no_difference() {
    let disk = Disk::new();
    disk.write("out/a.rs", "a\r\nb\r\n");
    let before = disk.all();
    let changes = compare(&disk.0, &files([("out/a.rs", "a\nb\n")]), &folders()).unwrap();
    assert!(changes.is_empty());
    apply(&disk.0, &changes).unwrap();
    assert_eq!(disk.all(), before);
}

#[cfg(unix)]
#[test]
fn nothing_is_read_written_or_removed_through_a_link_out_of_the_tree() {
    let disk = Disk::new();
    disk.write("elsewhere/deep/a.rs", "mine\n");
    disk.write("tree/kept.rs", "");
    let root = disk.0.join("tree");
    let before = disk.read("elsewhere/deep/a.rs");
    for (link, wanted) in [
        ("out", "out/a.rs"),
        ("out", "out/deep/a.rs"),
        ("spec", "spec/new/a.rs"),
    ] {
        for target in ["elsewhere", "gone"] {
            let link = root.join(link);
            std::os::unix::fs::symlink(disk.0.join(target), &link).unwrap();
            let error = compare(&root, &files([(wanted, "a\n")]), &folders()).unwrap_err();
            assert!(
                error
                    .to_string()
                    .contains("a link leads out of the repository"),
                "{error}"
            );
            fs::remove_file(link).unwrap();
        }
    }
    assert_eq!(disk.read("elsewhere/deep/a.rs"), before);
    assert!(!disk.0.join("gone").exists());
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_a_file_is_replaced_and_what_it_leads_to_is_left_alone() {
    let disk = Disk::new();
    disk.write("elsewhere/precious.rs", "mine\n");
    disk.write("out/b.rs", "b\n");
    std::os::unix::fs::symlink(
        disk.0.join("elsewhere/precious.rs"),
        disk.0.join("out/a.rs"),
    )
    .unwrap();
    for text in ["a\n", "mine\n"] {
        let wanted = files([("out/a.rs", text), ("out/b.rs", "b\n")]);
        let changes = compare(&disk.0, &wanted, &folders()).unwrap();
        apply(&disk.0, &changes).unwrap();
        assert!(!disk.0.join("out/a.rs").is_symlink());
        assert_eq!(disk.read("out/a.rs"), text);
        assert_eq!(disk.read("elsewhere/precious.rs"), "mine\n");
    }
}

#[test]
fn what_a_killed_run_has_left_goes_with_the_next_one() {
    let disk = Disk::new();
    disk.write("spec/.schema.json.1.tmp", "{ \"cut");
    disk.write("spec/.other.json.1.tmp", "of somebody else");
    let wanted = files([("spec/schema.json", "{}\n")]);
    apply(&disk.0, &compare(&disk.0, &wanted, &[]).unwrap()).unwrap();
    let names: Vec<_> = disk.all().into_keys().collect();
    let at = |name: &str| disk.0.join("spec").join(name);
    assert_eq!(names, [at(".other.json.1.tmp"), at("schema.json")]);
}

#[test]
fn a_run_that_fails_half_way_leaves_nothing_behind() {
    let disk = Disk::new();
    disk.write("out/a.rs", "old\n");
    let changes = compare(
        &disk.0,
        &files([("out/a.rs", "new\n"), ("out/b.rs", "b\n")]),
        &folders(),
    )
    .unwrap();
    // Between the look and the write, somebody has put a folder in the way.
    disk.write("out/b.rs/inside", "");
    apply(&disk.0, &changes).unwrap_err();
    let names: Vec<_> = disk.all().into_keys().collect();
    assert_eq!(
        names,
        [disk.0.join("out/a.rs"), disk.0.join("out/b.rs/inside")]
    );
}

#[test]
fn a_file_that_can_not_be_read_is_named() {
    let disk = Disk::new();
    disk.write("out/a.rs/inside", "a folder in the way");
    let error = compare(&disk.0, &files([("out/a.rs", "a\n")]), &folders()).unwrap_err();
    let path = disk.0.join("out/a.rs");
    assert!(
        error
            .to_string()
            .starts_with(&format!("{}: ", path.display())),
        "{error}"
    );
}

#[test]
fn a_folder_that_is_not_there_yet_holds_nothing() {
    let disk = Disk::new();
    let changes = compare(&disk.0, &files([("out/a.rs", "a\n")]), &folders()).unwrap();
    assert_eq!((changes.write.len(), changes.remove.len()), (1, 0));
}

#[test]
fn two_runs_give_the_same_bytes_whatever_the_order_on_disk() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let copies = [Disk::new(), Disk::new()];
    let mut spec = Vec::new();
    spec_files(&root.join("spec"), &mut spec);
    // The order in which files are made is the order in which many disks list them.
    for path in &spec {
        copies[0].write(
            path.strip_prefix(&root).unwrap().to_str().unwrap(),
            fs::read(path).unwrap(),
        );
    }
    for path in spec.iter().rev() {
        copies[1].write(
            path.strip_prefix(&root).unwrap().to_str().unwrap(),
            fs::read(path).unwrap(),
        );
    }
    let first = codegen::generate_anew(&copies[0].0).unwrap();
    assert_eq!(codegen::generate_anew(&copies[0].0).unwrap(), first);
    assert_eq!(codegen::generate_anew(&copies[1].0).unwrap(), first);
    assert!(first.0.len() > 50);
}

fn spec_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            spec_files(&path, files);
        } else {
            files.push(path);
        }
    }
}
