//! Whatever a directory sends, in any order: the answer is one of the standard's, and nothing is left half done.

use reqwest::Method;
use serde_json::{Value, json};
use stytch_emulator::Emulator;

use super::directory::{Directory, ENTERPRISE, USER};
use crate::common::invariants;

const ROUNDS: usize = 400;

struct Chance {
    random: fastrand::Rng,
    /// The ids of what has been made so far, and of nothing.
    ids: Vec<String>,
}

impl Chance {
    fn one<'t>(&mut self, all: &[&'t str]) -> &'t str {
        all[self.random.usize(..all.len())]
    }

    fn id(&mut self) -> String {
        self.ids[self.random.usize(..self.ids.len())].clone()
    }

    fn address(&mut self) -> String {
        let name = self.one(&["ada", "BOB", "eve", "\u{e9}mile", "", "a b"]);
        let host = self.one(&["@acme.com", "@ACME.com", "@evil.com", "@", ""]);
        format!("{name}{host}")
    }

    fn value(&mut self, depth: usize) -> Value {
        match self.random.u8(..14) {
            0 => Value::Null,
            1 => true.into(),
            2 => false.into(),
            3 => self
                .one(&["True", "false", "work", "", "\u{0}", "]\"", "😀"])
                .into(),
            4 => json!(-1.5e300),
            5..=7 => self.address().into(),
            8 => self.id().into(),
            9 | 10 if depth > 0 => {
                let count = self.random.usize(..3);
                (0..count).map(|_| self.value(depth - 1)).collect()
            }
            _ if depth > 0 => self.object(depth - 1),
            _ => json!("x"),
        }
    }

    fn object(&mut self, depth: usize) -> Value {
        let count = self.random.usize(..5);
        let entries = (0..count).map(|_| {
            let name = self.one(&[
                "userName",
                "USERNAME",
                "active",
                "emails",
                "displayName",
                "members",
                "value",
                "primary",
                "type",
                "name",
                "familyName",
                "externalId",
                "id",
                "schemas",
                "groups",
                "meta",
                ENTERPRISE,
                "manager",
                "name.givenName",
                "emails[type eq \"work\"].value",
                "op",
                "path",
                "Operations",
            ]);
            (name.to_owned(), self.value(depth))
        });
        Value::Object(entries.collect())
    }

    fn path(&mut self) -> Value {
        let path = self.one(&[
            "userName",
            "active",
            "emails",
            "emails.value",
            "members",
            "displayName",
            "name",
            "emails[type eq \"work\"].value",
            "emails[primary eq true]",
            "emails[value pr].type",
            "members[value eq \"x\"]",
            "name.familyName",
            "externalId",
            "id",
            "meta.created",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
            "urn:ietf:params:scim:schemas:core:2.0:User:title",
            "[",
            "emails[",
            "emails]",
            ".",
            "é[",
            "emails[type eq \"a]\"]",
            "",
        ]);
        path.into()
    }

    fn patch(&mut self) -> Value {
        let count = self.random.usize(..4);
        let operations = (0..count).map(|_| {
            let mut operation =
                json!({ "op": self.one(&["add", "Replace", "remove", "REMOVE", "x"]) });
            if self.random.bool() {
                operation["path"] = self.path();
            }
            if self.random.u8(..4) > 0 {
                operation["value"] = self.value(3);
            }
            operation
        });
        json!({ "Operations": operations.collect::<Vec<_>>() })
    }

    fn whole(&mut self) -> Value {
        let mut whole = self.object(3);
        if self.random.u8(..4) > 0 {
            whole["schemas"] = json!([USER]);
            whole["userName"] = self.address().into();
            whole["displayName"] = self.address().into();
        }
        if self.random.bool() {
            whole["members"] = json!([{ "value": self.id() }]);
            whole["active"] = self.random.bool().into();
        }
        whole
    }
}

#[tokio::test]
async fn whatever_is_sent_is_answered_and_leaves_a_project_whole() {
    let emulator = Emulator::start().await.unwrap();
    let acme = Directory::of(&emulator, "Acme").await;
    let mut chance = Chance {
        random: fastrand::Rng::with_seed(1947),
        ids: vec!["nobody".to_owned(), "%00".to_owned()],
    };
    let (mut done, mut refused) = (0, 0);
    for round in 0..ROUNDS {
        let kind = chance.one(&["Users", "Groups"]);
        let one = format!("{kind}/{}", chance.id());
        let (verb, path, body) = match chance.random.u8(..12) {
            0..=4 => (Method::POST, kind.to_owned(), chance.whole()),
            5 | 6 => (Method::PUT, one, chance.whole()),
            7..=9 => (Method::PATCH, one, chance.patch()),
            10 => (Method::DELETE, one, Value::Null),
            _ => (Method::GET, one, Value::Null),
        };
        let what = format!("{round}: {verb} {path} {body}");
        let (status, answer) = acme.send(verb, &path, &body).await;
        match status {
            200 | 201 => {
                chance.ids.push(answer["id"].as_str().unwrap().to_owned());
                done += 1;
            }
            204 => done += 1,
            400 | 404 | 409 => {
                assert_eq!(answer["status"], status.to_string(), "{what}");
                refused += 1;
            }
            other => panic!("{what}: {other} {answer}"),
        }
        if round % 20 == 0 {
            let url = format!("{}/_emulator/export", emulator.url());
            let export = acme.http.get(url).send().await.unwrap();
            invariants::check(&export.json().await.unwrap());
        }
    }
    // chance has tried both
    assert!(
        done > ROUNDS / 10 && refused > ROUNDS / 10,
        "{done} {refused}"
    );
    let (status, all) = acme.get("Users?count=1000").await;
    assert_eq!(status, 200);
    for user in all["Resources"].as_array().unwrap() {
        let member = acme.member(user["id"].as_str().unwrap()).await;
        assert_eq!(member.organization_id, acme.organization_id);
    }
}
