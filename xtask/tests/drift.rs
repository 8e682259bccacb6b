//! What `cargo xtask drift` and `cargo xtask stats` print, where they print it, and how they exit.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// An OpenAPI file without operations, so that the spec has all of its own too many. Nor does it have
/// what the lock file keeps of the whole file: version, security, its scheme, servers.
const EMPTY: &str = "openapi: 3.0.3\npaths: {}\n";

fn xtask(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(arguments)
        .output()
        .unwrap()
}

fn file(name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn a_difference_is_an_exit_code_of_1_and_a_line_on_standard_output() {
    let path = file("empty.yaml", EMPTY);
    let output = xtask(&["drift", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let report = text(&output.stdout);
    assert!(
        report.contains(
            "spec/shared/debug.yaml: extra operation: shared/debug.whoami: spec `GET /v1/debug/whoami`, file nothing\n"
        ),
        "{report}"
    );
    assert!(
        report.contains("\n188 differences unexplained; 0 explained by spec/deviations.yaml, "),
        "{report}"
    );
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn machines_get_json() {
    let path = file("empty-for-machines.yaml", EMPTY);
    let output = xtask(&["drift", "--format", "json", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["clean"], false);
    let unexplained = report["unexplained"].as_array().unwrap();
    let of_kind = |kind: &str| {
        unexplained
            .iter()
            .filter(|it| it["difference"] == kind)
            .count()
    };
    assert_eq!((of_kind("extra operation"), of_kind("fact")), (184, 4));
    assert_eq!(unexplained.len(), 188);
}

#[test]
fn a_skeleton_is_printed_alone() {
    let path = file(
        "news.yaml",
        "openapi: 3.0.3\npaths: { /v1/b2b/pools: { post: { operationId: pools_Fill } } }\n",
    );
    let output = xtask(&["drift", path.to_str().unwrap(), "--skeleton"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stdout),
        "# spec/b2b/pools.yaml\nresource: pools\n\nmethods:\n  fill:\n    http: POST /v1/b2b/pools\n"
    );
}

#[test]
fn what_can_not_be_done_is_an_exit_code_of_2_and_a_message_on_standard_error() {
    const USAGE: &str = "usage: cargo xtask drift FILE [--skeleton | --lock] [--format text|json]";
    let broken = file("broken.yaml", "openapi: 3.0.3\npaths: [\n");
    let bytes = file("bytes.yaml", b"openapi: 3.0.3\npaths: \xff\n");
    let (broken, bytes) = (broken.to_str().unwrap(), bytes.to_str().unwrap());
    for (arguments, message) in [
        (vec!["drift"], format!("no file\n{USAGE}\n")),
        (
            vec!["drift", "a", "b"],
            format!("unexpected `b`\n{USAGE}\n"),
        ),
        (
            vec!["drift", "a", "--all"],
            format!("unexpected `--all`\n{USAGE}\n"),
        ),
        (
            vec!["drift", "a", "--format"],
            format!("no format after `--format`\n{USAGE}\n"),
        ),
        (
            vec!["drift", "a", "--format", "xml"],
            format!("unknown format `xml`\n{USAGE}\n"),
        ),
        (
            vec!["drift", "a", "--skeleton", "--format", "json"],
            format!("`--format` beside another choice of what to print\n{USAGE}\n"),
        ),
        (
            vec!["drift", "no/such/file"],
            "no/such/file: No such file or directory (os error 2)\n".to_owned(),
        ),
        (
            vec!["drift", bytes],
            format!("{bytes}:2: bytes that are no UTF-8\n"),
        ),
        (
            vec!["stats", "--all"],
            "unexpected `--all`; usage: cargo xtask stats\n".to_owned(),
        ),
    ] {
        let output = xtask(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(text(&output.stderr), message);
        assert_eq!(text(&output.stdout), "");
    }
    let output = xtask(&["drift", broken]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).starts_with(&format!("{broken}:")),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn stats_prints_a_line_for_each_crate() {
    let output = xtask(&["stats"]);
    assert_eq!(output.status.code(), Some(0));
    let lines: Vec<_> = text(&output.stdout).lines().collect();
    assert_eq!(lines.len(), 4, "{lines:?}");
    for (line, start) in lines.iter().zip([
        "crate  ",
        "stytch-b2b  ",
        "stytch-consumer  ",
        "bytes of the spec: ",
    ]) {
        assert!(line.starts_with(start), "{line}");
    }
}
