//! Every answer of the clients that logs somebody in, or half, can be made into cookies: the lists of
//! them are held against the generated code.

use std::{fs, path::Path};

/// What is looked for in an answer, and the field that takes it.
const PROOFS: [&str; 3] = ["session_token", "session_jwt", "intermediate_session_token"];

#[test]
fn no_answer_of_a_login_is_forgotten() {
    for (client, list, least) in [
        ("stytch-b2b", include_str!("../../src/b2b.rs"), 24),
        ("stytch-consumer", include_str!("../../src/consumer.rs"), 18),
    ] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("..")
            .join(client);
        let mut answers = Vec::new();
        collect(
            &root.join("src/generated"),
            &client.replace('-', "_"),
            &mut answers,
        );
        assert!(answers.len() >= least, "{} of {client}", answers.len());
        for (name, fields) in answers {
            let entry = list.split_once(&format!("{name} {{")).map(|(_, rest)| rest);
            let entry = entry
                .and_then(|rest| rest.split_once('}'))
                .map(|(entry, _)| entry);
            let entry = entry.unwrap_or_else(|| panic!("{name} is in no list"));
            let listed: Vec<_> = entry.split(',').map(str::trim).collect();
            for proof in PROOFS {
                assert_eq!(
                    listed.contains(&proof),
                    fields.contains(&proof),
                    "{proof} of {name}"
                );
            }
        }
    }
}

/// The answers below a folder that carry a proof, by their paths, with the proofs that they carry.
fn collect(folder: &Path, module: &str, answers: &mut Vec<(String, Vec<&'static str>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let module = format!("{module}::{name}");
        if path.is_dir() {
            collect(&path, &module, answers);
            continue;
        }
        let code = fs::read_to_string(&path).unwrap();
        for part in code.split("\npub struct ").skip(1) {
            let body = part.split_once(" {\n").and_then(|(name, rest)| {
                let (fields, _) = rest.split_once("\n}")?;
                Some((name, fields))
            });
            let Some((name, fields)) = body else { continue };
            let is_there = |proof: &str| fields.contains(&format!("pub {proof}: Secret,"));
            let proofs: Vec<_> = PROOFS.into_iter().filter(|proof| is_there(proof)).collect();
            if name.ends_with("Response") && !proofs.is_empty() {
                answers.push((format!("{module}::{name}"), proofs));
            }
        }
    }
}
