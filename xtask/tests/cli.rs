//! What the commands print, where, and how they end.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How a run ended: exit code, standard output, standard error.
type Run = (i32, String, String);

/// A repository with a spec and nothing else; it vanishes with the test.
struct Repository(PathBuf);

impl Repository {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!(
            "cli-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let repository = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
        repository.write(
            "spec/b2b/things.yaml",
            "resource: things\ndocs: Things.\nmethods:\n  list:\n    http: GET /v1/things\n    docs: Lists them.\n    response:\n      names: list<string> Their names.\n",
        );
        repository
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, &[])
    }

    /// The same, with other variables of the environment.
    fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(arguments)
            .env_remove("CARGO_TARGET_DIR")
            .env("CARGO_MANIFEST_DIR", self.0.join("xtask"))
            .envs(variables.iter().copied())
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (
            output.status.code().unwrap(),
            text(output.stdout),
            text(output.stderr),
        )
    }
}

impl Drop for Repository {
    fn drop(&mut self) {
        // What stays behind lies in the target folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn run(arguments: &[&str]) -> Run {
    Repository::new().run(arguments)
}

#[test]
fn generate_says_what_it_wrote_and_removed() {
    let repository = Repository::new();
    repository.write("stytch-b2b/src/generated/stray.rs", "");
    let (code, out, err) = repository.run(&["generate"]);
    let count = out.trim_start_matches("wrote ").split(' ').next().unwrap();
    let count: usize = count.parse().unwrap();
    let said = format!("wrote {count} files, removed stytch-b2b/src/generated/stray.rs\n");
    assert_eq!((code, out, err), (0, said, String::new()));
    let unchanged = format!("{count} files unchanged\n");
    for arguments in [&["generate"][..], &["generate", "--check"]] {
        let expected = (0, unchanged.clone(), String::new());
        assert_eq!(repository.run(arguments), expected, "{arguments:?}");
    }
    let path = "stytch-b2b/src/generated/ids.rs";
    repository.write(path, "// by hand\n");
    let said = format!("wrote {path}, {} files unchanged\n", count - 1);
    assert_eq!(repository.run(&["generate"]), (0, said, String::new()));
}

#[test]
fn a_request_may_hold_a_model_that_holds_itself() {
    let repository = Repository::new();
    repository.write(
        "spec/b2b/nodes.yaml",
        "resource: nodes\ndocs: Nodes.\nmethods:\n  create:\n    http: POST /v1/nodes\n    docs: Creates one.\n    request:\n      root: Node The uppermost.\n    response:\n      root: Node As it is now.\nenums:\n  Kind:\n    docs: What a node is.\n    values:\n      leaf: No more.\nmodels:\n  Node:\n    docs: A node.\n    fields:\n      kind: Kind? What it is.\n      children: list<Node>? What is below.\n",
    );

    let (code, _, err) = repository.run(&["generate"]);

    assert_eq!((code, err.as_str()), (0, ""));
    let path = repository.0.join("stytch-emulator/src/generated/b2b.rs");
    let written = fs::read_to_string(path).unwrap();
    let expected =
        r#"static NODE: Shape = Shape::Fields(&[("kind", &KIND), ("children", &NODE)]);"#;
    assert!(written.contains(expected), "{written}");
}

#[test]
fn a_check_shows_what_differs_and_what_to_run() {
    let repository = Repository::new();
    repository.run(&["generate"]);
    repository.write("stytch-b2b/src/generated/ids.rs", "// by hand\n");
    repository.write("stytch-b2b/src/generated/stray.rs", "// stray\n");
    fs::remove_file(repository.0.join("stytch-b2b/src/generated/things.rs")).unwrap();

    let (code, out, err) = repository.run(&["generate", "--check"]);

    assert_eq!((code, err.as_str()), (1, ""));
    assert!(
        out.starts_with(
            "differs: stytch-b2b/src/generated/ids.rs\n\
             missing: stytch-b2b/src/generated/things.rs\n\
             left over: stytch-b2b/src/generated/stray.rs\n\n--- a/"
        ),
        "{out}"
    );
    for line in [
        "--- a/stytch-b2b/src/generated/ids.rs",
        "-// by hand",
        "+++ b/stytch-b2b/src/generated/things.rs",
        "--- a/stytch-b2b/src/generated/stray.rs",
        "-// stray",
    ] {
        assert!(out.lines().any(|found| found == line), "{line}\n{out}");
    }
    assert_eq!(
        out.lines().last(),
        Some("3 files are out of date; run `cargo xtask generate`")
    );
    assert!(
        !repository
            .0
            .join("stytch-b2b/src/generated/things.rs")
            .exists(),
        "a check must not write"
    );
}

#[test]
fn a_checkout_with_other_line_ends_is_up_to_date() {
    let repository = Repository::new();
    repository.run(&["generate"]);
    for path in [
        "spec/b2b/things.yaml",
        "spec/schema.json",
        "stytch-b2b/src/generated/things.rs",
    ] {
        let text = fs::read_to_string(repository.0.join(path)).unwrap();
        repository.write(path, &text.replace('\n', "\r\n"));
    }
    for arguments in [["generate", "--check"].as_slice(), &["generate"]] {
        let (code, out, err) = repository.run(arguments);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(
            out.ends_with(" files unchanged\n") && !out.contains("wrote"),
            "{out}"
        );
    }
}

#[test]
fn what_is_on_the_disk_as_it_was_made_is_not_made_again() {
    let repository = Repository::new();
    fs::create_dir_all(repository.0.join("target")).unwrap();
    let (_, first, _) = repository.run(&["generate"]);
    let count = first.trim_start_matches("wrote ").split(' ').next();
    let unchanged = format!("{} files unchanged\n", count.unwrap());

    // Without rustfmt, nothing can be made.
    let nowhere = [("PATH", "")];
    for arguments in [&["generate"][..], &["generate", "--check"]] {
        let expected = (0, unchanged.clone(), String::new());
        assert_eq!(repository.run_with(arguments, &nowhere), expected);
    }
    let path = "stytch-b2b/src/generated/ids.rs";
    repository.write(path, "// by hand\n");
    let (code, _, err) = repository.run_with(&["generate", "--check"], &nowhere);
    assert_eq!(code, 2);
    assert!(err.contains("rustfmt"), "{err}");
}

#[test]
fn what_was_made_before_hides_neither_an_edit_of_the_spec_nor_one_by_hand() {
    let repository = Repository::new();
    fs::create_dir_all(repository.0.join("target")).unwrap();
    repository.run(&["generate"]);
    let path = "stytch-b2b/src/generated/things.rs";
    let made = fs::read_to_string(repository.0.join(path)).unwrap();

    repository.write(path, &made.replace("Lists them.", "Lists then."));
    let (code, out, _) = repository.run(&["generate", "--check"]);
    assert_eq!(code, 1);
    assert!(out.starts_with(&format!("differs: {path}\n\n")), "{out}");
    let (_, out, _) = repository.run(&["generate"]);
    assert!(out.starts_with(&format!("wrote {path}, ")), "{out}");
    assert_eq!(fs::read_to_string(repository.0.join(path)).unwrap(), made);

    let spec = fs::read_to_string(repository.0.join("spec/b2b/things.yaml")).unwrap();
    repository.write(
        "spec/b2b/things.yaml",
        &spec.replace("Lists them.", "Lists all."),
    );
    let (_, out, _) = repository.run(&["generate"]);
    let said = format!("wrote llms.txt, {path}, ");
    assert!(out.starts_with(&said), "{out}");
    assert_eq!(
        fs::read_to_string(repository.0.join(path)).unwrap(),
        made.replace("Lists them.", "Lists all.")
    );

    // What is remembered may be anything.
    for text in ["", "x", "\u{0}\n1 2"] {
        repository.write("target/xtask/generated", text);
        let (code, out, err) = repository.run(&["generate", "--check"]);
        assert_eq!((code, err.as_str()), (0, ""), "{out}");
    }
}

#[test]
fn a_resource_that_comes_later_joins_what_was_made_before() {
    let repository = Repository::new();
    repository.write(
        "spec/b2b/vocabulary.yaml",
        "vocabulary: Words.\nids:\n  ThingId: Identifies a thing.\nmodels:\n  Thing:\n    docs: A thing.\n    fields:\n      thing_id: ThingId Its id.\nevents:\n  thing:\n    docs: A thing has changed.\n    identified_by: ThingId\n    object: Thing\n",
    );
    fs::create_dir_all(repository.0.join("target")).unwrap();
    repository.run(&["generate"]);
    let things = fs::read_to_string(repository.0.join("spec/b2b/things.yaml")).unwrap();
    repository.write("spec/b2b/extras.yaml", &things.replace("things", "extras"));
    let (code, out, err) = repository.run(&["generate"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    let (code, out, _) = repository.run(&["generate", "--check"]);
    assert_eq!(code, 0, "{out}");
    let root = fs::read_to_string(repository.0.join("stytch-b2b/src/generated/mod.rs")).unwrap();
    assert!(
        root.contains("pub mod extras;\npub mod ids;\npub mod things;\n"),
        "{root}"
    );
}

#[test]
fn the_schema_is_part_of_the_check_and_can_be_written_alone() {
    let repository = Repository::new();
    repository.run(&["generate"]);
    repository.write("spec/schema.json", "{}\n");
    for (command, fix) in [
        ("generate", "cargo xtask generate"),
        ("schema", "cargo xtask schema"),
    ] {
        let (code, out, _) = repository.run(&[command, "--check"]);
        let last = format!("1 file is out of date; run `{fix}`");
        assert_eq!((code, out.lines().last()), (1, Some(last.as_str())));
    }
    repository.write("spec/b2b/things.yaml", "broken: [\n");
    let written = "wrote spec/schema.json\n".to_owned();
    assert_eq!(repository.run(&["schema"]), (0, written, String::new()));
    assert_eq!(
        repository.run(&["schema", "--check"]),
        (0, "1 file unchanged\n".to_owned(), String::new())
    );
}

#[test]
fn problems_of_the_spec_go_to_standard_error_and_nothing_is_written() {
    let repository = Repository::new();
    repository.write(
        "spec/b2b/things.yaml",
        "resource: things\ndocs: Things.\nmetods: {}\n",
    );
    let message = "\
spec/b2b/things.yaml:3:1: unknown key `metods` in a resource
  expected one of `resource`, `docs`, `path`, `fields`, `groups`, `enums`, `models`, `filters`, `methods`, `links`
  did you mean `methods`?
1 problem in the spec
";
    for arguments in [
        ["generate"].as_slice(),
        &["generate", "--check"],
        &["stats"],
    ] {
        assert_eq!(
            repository.run(arguments),
            (2, String::new(), message.to_owned())
        );
    }
    assert!(!repository.0.join("stytch-b2b").exists());
}

#[test]
fn files_that_can_not_be_read_are_named() {
    let repository = Repository::new();
    fs::remove_dir_all(repository.0.join("spec")).unwrap();
    let (code, out, err) = repository.run(&["generate"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(
        err.starts_with(&repository.0.join("spec").display().to_string()),
        "{err}"
    );
}

#[test]
fn help_goes_to_standard_output() {
    let (code, help, err) = run(&["--help"]);
    assert_eq!((code, err.as_str()), (0, ""));
    for command in ["generate", "schema", "drift", "stats"] {
        assert!(
            help.lines()
                .any(|line| line.starts_with(&format!("  {command} "))),
            "{help}"
        );
    }
    for arguments in [["-h"].as_slice(), &["help"], &["generate", "--help"]] {
        assert_eq!(run(arguments), (0, help.clone(), String::new()));
    }
}

#[test]
fn wrong_usage_goes_to_standard_error() {
    for (arguments, message) in [
        ([].as_slice(), "no command\n"),
        (&["generat"], "unknown command `generat`\n"),
        (
            &["generate", "--chekc"],
            "unexpected `--chekc`; usage: cargo xtask generate [--check]\n",
        ),
        (
            &["generate", "--check", "x"],
            "unexpected `x`; usage: cargo xtask generate [--check]\n",
        ),
        (
            &["schema", "x"],
            "unexpected `x`; usage: cargo xtask schema [--check]\n",
        ),
        (
            &["stats", "x"],
            "unexpected `x`; usage: cargo xtask stats\n",
        ),
    ] {
        let (code, out, err) = run(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.starts_with(message), "{err}");
    }
}
