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
GET /v1/b2b/rooms/{room_id}
  . df6abc09+20d1bfa6
  request.with_beds 3bda0a7c

POST /v1/b2b/links/authenticate

POST /v1/b2b/rooms

POST /v1/doors/{room_id}/open
  . servers=[https://doors.hotel.example]

POST /v1/links/authenticate

b2b_links_v1_AuthenticateRequest

b2b_links_v1_AuthenticateResponse

doors_v1_OpenResponse

file
  . components.securitySchemes=#3ad95cef info.version=1.0.0 openapi=3.0.3 security=#a97bfc6d servers=[https://hotel.example]

links_v1_AuthenticateRequest

links_v1_AuthenticateResponse

rooms_v1_Bed
  width daf28e0d+4467daeb

rooms_v1_Colour
  . enum=listed

rooms_v1_CreateRequest

rooms_v1_CreateResponse

rooms_v1_GetResponse

rooms_v1_Room
  room_id 90794a8b
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
    let news: Vec<_> = report.unexplained.iter().map(ToString::to_string).collect();
    assert_eq!(
        news,
        ["spec/openapi.lock: text: POST /v1/old: it is no longer there"]
    );
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
        "GET /v1/b2b/rooms/{room_id}",
        "\tx",
        "group\n  member nohash",
        "group\n  member 0123456",
        "group\n  member +1234567",
        "group\n  member 01234567 89abcdef",
        "group\n  member 01234567+",
        "group\n  member 01234567\n  member 01234567",
        "group\n  ",
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
