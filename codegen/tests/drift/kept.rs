//! What is kept of a file until the next comparison.

use codegen::drift::{self, LOCK};

use super::{AGREEING, Folder, changed, report_with_lock, root};

#[test]
fn what_is_kept_are_hashes_and_facts() {
    let lock = drift::lock("openapi.yaml", AGREEING).unwrap();
    let (_, lock) = lock.split_once("\n\n").unwrap();
    assert_eq!(
        lock,
        "\
3aec0c aec6657a04
64b870
6ffa18
91e135
  . servers=[https://doors.hotel.example]
3d34c9
3f4466
70cb40
dbed17
5afa7b
  . components.securitySchemes=#3ad95cef
  . info.version=1.0.0
  . openapi=3.0.3
  . security=#a97bfc6d
  . servers=[https://hotel.example]
8a4532
7d5167
ab7912 eabb2
70453d
  . enum=listed
7736d1
45b1b8
40fd34
35109c 3befc
"
    );
}

#[test]
fn a_repository_that_keeps_nothing_says_so() {
    let folder = Folder::new("no-lock");
    folder.copy_spec();
    let report = drift::drift(&folder.0, "openapi.yaml", AGREEING).unwrap();
    assert_eq!(
        report.text(),
        "spec/openapi.lock: text: the whole file: nothing is kept of it; write it with \
         `cargo xtask drift FILE --lock`\n\n\
         1 difference unexplained; 0 explained by spec/deviations.yaml, 0 stale there\n"
    );
    folder.write(LOCK, &drift::lock("openapi.yaml", AGREEING).unwrap());
    assert!(
        drift::drift(&folder.0, "openapi.yaml", AGREEING)
            .unwrap()
            .is_clean()
    );
}

#[test]
fn operations_and_schemas_that_come_or_go_are_one_piece_of_news_each() {
    let old = changed(&[(
        "components:\n",
        "  /v1/old:\n    post: { operationId: old, description: 'Is `old`.' }\ncomponents:\n",
    )]);
    let report = report_with_lock(&root(), &old, AGREEING);
    // The spec never had it, so nothing is lost with it; what the spec has is an extra operation then.
    assert!(report.is_clean(), "{:?}", report.unexplained);
    // One that the spec lacks is missing from it; what it says is looked at when it has it.
    let report = report_with_lock(&root(), AGREEING, &old);
    let news: Vec<_> = report.unexplained.iter().map(ToString::to_string).collect();
    assert_eq!(
        news,
        ["spec/consumer/old.yaml: missing operation: POST /v1/old: spec nothing, file `old`"]
    );
}

#[test]
fn a_lock_file_that_was_touched_is_refused_with_the_line() {
    let lock = drift::lock("openapi.yaml", AGREEING).unwrap();
    let first = lock.lines().count() + 1;
    for odd in [
        "<<<<<<< HEAD",
        "=======",
        " one blank",
        "3aec0c",
        "\tx",
        "0123456 01234",
        "012345 0123456",
        "012345 0123x",
        "012345 ",
        "012345 01234 56789",
        "012345\n  member",
        "012345\n  member fact",
        "012345\n  member =value",
        "012345\n  member fact=a b",
        "012345\n  member fact=a\n  member fact=a",
        "012345\n  ",
    ] {
        let folder = Folder::new("odd-lock");
        folder.copy_spec();
        folder.write(LOCK, &format!("{lock}{odd}\n"));
        let error = drift::drift(&folder.0, "openapi.yaml", AGREEING).unwrap_err();
        let line = first + odd.lines().count() - 1;
        assert_eq!(
            error.to_string(),
            format!(
                "spec/openapi.lock:{line}: a line that does not belong there; write the file anew with \
                 `cargo xtask drift FILE --lock`"
            ),
            "{odd}"
        );
    }
    let folder = Folder::new("lock-line-ends");
    folder.copy_spec();
    folder.write(LOCK, &lock.replace('\n', "\r\n"));
    assert!(
        drift::drift(&folder.0, "openapi.yaml", AGREEING)
            .unwrap()
            .is_clean()
    );
}
