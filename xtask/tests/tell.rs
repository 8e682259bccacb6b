//! `.ci/tell-of-drift` with a `gh` that remembers one issue in a folder and notes how it was called.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

const TITLE: &str = "The vendor's OpenAPI file and the spec differ";

const GH: &str = r#"#!/usr/bin/env bash
set -euo pipefail
cd "$ISSUES"
echo "$1 $2" >> calls
keep() { while [ "$1" != --body-file ]; do shift; done; cp "$2" body; }
case "$1 $2" in
    "issue list") if [ -e open ]; then echo 7; fi ;;
    "issue create") [ "$3" = --title ]; echo "$4" > open; keep "$@" ;;
    "issue edit") [ "$3" = 7 ]; keep "$@" ;;
    "issue close") [ "$3" = 7 ]; rm open ;;
    *) exit 64 ;;
esac
"#;

/// A folder with the report, and with what the made-up `gh` knows.
struct Issues(PathBuf);

impl Issues {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("tell-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let gh = folder.join("gh");
        fs::write(&gh, GH).unwrap();
        fs::set_permissions(&gh, fs::Permissions::from_mode(0o755)).unwrap();
        Self(folder)
    }

    /// Tells of a report; the calls of `gh` that it took.
    fn tell(&self, report: Option<&str>) -> Vec<String> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.ci/tell-of-drift");
        let path = std::env::var("PATH").unwrap();
        let mut command = Command::new(script);
        command
            .env("PATH", format!("{}:{path}", self.0.display()))
            .env("ISSUES", &self.0)
            .env_remove("DRY_RUN")
            .current_dir(&self.0);
        if let Some(report) = report {
            fs::write(self.0.join("report.txt"), report).unwrap();
            fs::write(self.0.join("skeleton.yaml"), "resource: rooms\n").unwrap();
            command.args(["report.txt", "skeleton.yaml"]);
        }
        let output = command.output().unwrap();
        assert!(output.status.success(), "{output:?}");
        let calls = fs::read_to_string(self.0.join("calls")).unwrap();
        fs::remove_file(self.0.join("calls")).unwrap();
        calls.lines().map(str::to_owned).collect()
    }

    fn read(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.0.join(name)).ok()
    }
}

impl Drop for Issues {
    fn drop(&mut self) {
        // What stays behind lies in the target folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_first_finding_opens_an_issue_and_later_ones_bring_it_up_to_date() {
    let issues = Issues::new("find");
    assert_eq!(
        issues.tell(Some("missing operation: POST /v1/rooms\n")),
        ["issue list", "issue create"]
    );
    assert_eq!(issues.read("open").unwrap().trim_end(), TITLE);
    let body = issues.read("body").unwrap();
    assert!(
        body.contains("```text\nmissing operation: POST /v1/rooms\n"),
        "{body}"
    );
    assert!(body.contains("```yaml\nresource: rooms\n"), "{body}");

    let again = issues.tell(Some("missing operation: POST /v1/rooms\n"));
    assert_eq!(again, ["issue list", "issue edit"]);
    assert_eq!(issues.read("body").unwrap(), body);

    issues.tell(Some("missing operation: POST /v1/doors\n"));
    assert!(issues.read("body").unwrap().contains("POST /v1/doors"));
}

#[test]
fn nothing_to_tell_closes_the_issue_or_is_silent() {
    let issues = Issues::new("none");
    assert_eq!(issues.tell(None), ["issue list"]);
    issues.tell(Some("a difference\n"));
    assert_eq!(issues.tell(None), ["issue list", "issue close"]);
    assert_eq!(issues.read("open"), None);
}

#[test]
fn what_the_vendor_wrote_stays_inside_its_block_and_is_cut() {
    let issues = Issues::new("block");
    issues.tell(Some("quotes ````` backticks\n"));
    let body = issues.read("body").unwrap();
    assert!(
        body.contains("``````text\nquotes ````` backticks\n"),
        "{body}"
    );
    issues.tell(Some(&"difference\n".repeat(10_000)));
    let body = issues.read("body").unwrap();
    assert!(body.len() < 65_536 && body.contains('…'), "{}", body.len());
}
