//! The code that the guides show and don't run is code that was run: here, or in the examples.

use std::{fs, path::Path};

const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// What is left when it does not matter how the code is laid out, and who may see it.
fn essence(code: &str) -> String {
    let mut text: String = code.split_whitespace().collect();
    for (from, to) in [
        (",)", ")"),
        (",}", "}"),
        ("pub(super)", ""),
        ("pub(crate)", ""),
        ("pub", ""),
    ] {
        text = text.replace(from, to);
    }
    text
}

/// The blocks of a guide that its doctests don't run, without their hidden lines.
fn blocks(guide: &str) -> Vec<String> {
    let lines = guide.lines().filter_map(|line| line.strip_prefix("//!"));
    let mut blocks = Vec::new();
    let mut open: Option<(bool, String)> = None;
    for line in lines.map(|line| line.strip_prefix(' ').unwrap_or(line)) {
        open = match (open, line.strip_prefix("```")) {
            (None, Some(kind)) => Some((kind == "ignore" || kind == "no_run", String::new())),
            (Some((is_ours, block)), Some(_)) => {
                if is_ours {
                    blocks.push(block);
                }
                None
            }
            (Some((is_ours, mut block)), None) => {
                if !line.starts_with("# ") {
                    block.push_str(line);
                    block.push('\n');
                }
                Some((is_ours, block))
            }
            (None, None) => None,
        };
    }
    blocks
}

/// All code below a folder.
fn code(folder: &Path, text: &mut String) {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            code(&path, text);
        } else if path.extension().is_some_and(|end| end == "rs") {
            text.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn what_is_shown_is_what_was_run() {
    let root = Path::new(HERE).parent().unwrap();
    let mut run = String::new();
    code(&root.join("tests/tests/workspace/guides"), &mut run);
    code(&root.join("examples"), &mut run);
    let run = essence(&run);
    let mut count = 0;
    for (client, name) in [
        ("b2b", "discovery"),
        ("b2b", "many_instances"),
        ("b2b", "sessions"),
        ("b2b", "testing"),
        ("consumer", "testing"),
    ] {
        let path = format!("stytch-{client}/src/entry/guides/{name}.rs");
        let guide = fs::read_to_string(root.join(&path)).unwrap();
        for block in blocks(&guide) {
            count += 1;
            assert!(
                run.contains(&essence(&block)),
                "{path} shows, and nobody runs:\n{block}"
            );
        }
    }
    assert!(count >= 12, "{count}");
}
