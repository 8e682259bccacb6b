//! What was answered survives the end of the process, however it ends.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::common::process::Process;
use stytch_b2b::{Client, organizations};
use stytch_emulator::Emulator;

fn client(process: &Process) -> Client {
    Client::builder("project-test-durable", "secret")
        .base_url(&process.url)
        .no_retries()
        .build()
        .unwrap()
}

fn started(data: &Path) -> Process {
    Process::start(data, Stdio::inherit())
}

/// Kills the program in the middle of work, again and again, and counts what it has forgotten.
async fn forgotten_after(kills: u64) -> (usize, usize) {
    let folder = tempfile::tempdir().unwrap();
    let mut random = fastrand::Rng::with_seed(1);
    let mut answered = Vec::new();
    for round in 0..kills {
        let process = started(folder.path());
        let stytch = client(&process);
        let over = Arc::new(AtomicBool::new(false));
        let work = tokio::spawn({
            let over = Arc::clone(&over);
            async move {
                let mut answered = Vec::new();
                for number in 0.. {
                    let request = organizations::CreateRequest::new(format!("{round}-{number}"));
                    match stytch.organizations().create(request).await {
                        Ok(created) => answered.push(created.organization.organization_id),
                        Err(_) if over.load(Ordering::SeqCst) => break,
                        Err(error) => panic!("{error}"),
                    }
                }
                answered
            }
        });
        tokio::time::sleep(Duration::from_millis(random.u64(20..200))).await;
        over.store(true, Ordering::SeqCst);
        process.kill();
        answered.extend(work.await.unwrap());
    }
    let process = started(folder.path());
    let stytch = client(&process);
    let mut forgotten = 0;
    for id in &answered {
        let request = organizations::GetRequest::new(id);
        forgotten += usize::from(stytch.organizations().get(request).await.is_err());
    }
    process.kill();
    (answered.len(), forgotten)
}

#[tokio::test]
async fn nothing_that_was_answered_is_lost_when_the_process_is_killed() {
    let (answered, forgotten) = forgotten_after(5).await;
    assert!(answered > 0);
    assert_eq!(forgotten, 0, "of {answered}");
}

#[tokio::test]
#[ignore = "takes a minute"]
async fn nothing_that_was_answered_is_lost_over_a_hundred_kills() {
    let (answered, forgotten) = forgotten_after(100).await;
    assert_eq!(forgotten, 0, "of {answered}");
}

#[tokio::test]
async fn a_project_that_was_emptied_stays_empty() {
    let folder = tempfile::tempdir().unwrap();
    let process = started(folder.path());
    let request = organizations::CreateRequest::new("Acme");
    client(&process)
        .organizations()
        .create(request)
        .await
        .unwrap();
    let url = format!(
        "{}/_emulator/reset?project=project-test-durable",
        process.url
    );
    let response = reqwest::Client::new().post(url).send().await.unwrap();
    assert_eq!(response.status(), 200);
    process.kill();

    let process = started(folder.path());
    let request = organizations::SearchRequest::new();
    let found = client(&process)
        .organizations()
        .search(request)
        .await
        .unwrap();
    assert_eq!(found.organizations, []);
    process.kill();
}

#[test]
fn a_seed_that_is_broken_ends_the_program_with_all_that_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let seed = folder.path().join("seed.yaml");
    std::fs::write(&seed, "organizations:\n  - name: Acme\nmember: []\n").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_stytch-emulator"))
        .args(["--port", "0", "--seed"])
        .arg(&seed)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    for problem in ["2:5: unknown key `name`", "3:1: unknown key `member`"] {
        let place = format!("{}:{problem}", seed.display());
        assert!(told.contains(&place), "{told}");
    }
    assert!(output.stdout.is_empty());
}

/// Opens a folder as an emulator, and says why it can't.
async fn opened(folder: &Path) -> Result<Emulator, String> {
    let started = Emulator::builder().data(folder).start().await;
    started.map_err(|error| error.to_string())
}

#[tokio::test]
async fn a_folder_that_is_in_use_is_refused_and_free_again_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let process = started(folder.path());
    let refusal = opened(folder.path()).await.unwrap_err();
    assert!(
        refusal.contains("is in use by another emulator"),
        "{refusal}"
    );
    process.kill();
    opened(folder.path()).await.unwrap().stop().await.unwrap();
}

#[tokio::test]
async fn a_file_of_another_version_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("emulator.sqlite");
    rusqlite::Connection::open(&file)
        .unwrap()
        .execute_batch("CREATE TABLE future (id); PRAGMA user_version = 7;")
        .unwrap();
    let before = std::fs::read(&file).unwrap();
    let refusal = opened(folder.path()).await.unwrap_err();
    assert!(refusal.contains("is of version 7"), "{refusal}");
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[tokio::test]
async fn a_file_that_is_none_of_ours_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("emulator.sqlite");
    std::fs::write(&file, "a diary, and a long one at that").unwrap();
    let refusal = opened(folder.path()).await.unwrap_err();
    assert!(refusal.contains("not a database"), "{refusal}");
    assert_eq!(
        std::fs::read(&file).unwrap(),
        b"a diary, and a long one at that"
    );
}
