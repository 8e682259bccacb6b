//! No login and no token without its proof: every operation that the spec marks fails if the answer
//! claims success and carries nothing to show for it. All over HTTP, with the values of the spec.

use crate::support::samples::{self, Form};
use crate::support::{Answer, Server};
use codegen::resolve::{Client, Method, Proof, Resource};
use serde_json::{Value, json};
use tests::{Invocation, Runner};

const PENDING: &str = "member_authenticated";

/// A service on loopback, and clients of both kinds for it.
struct Service {
    server: Server,
    runner: Runner,
}

impl Service {
    async fn start() -> Self {
        let server = Server::start().await;
        let runner = server.runner();
        Self { server, runner }
    }
}

/// An operation that the spec marks.
struct Marked {
    client: &'static Client,
    resource: &'static Resource,
    method: &'static Method,
    proof: &'static Proof,
}

fn marked() -> impl Iterator<Item = Marked> {
    samples::operations().filter_map(|(client, resource, method)| {
        Some(Marked {
            client,
            resource,
            method,
            proof: method.traits.proof.as_ref()?,
        })
    })
}

impl Marked {
    fn answer(&self) -> Value {
        samples::response(self.client, self.method, Form::Full)
    }

    /// Makes the call, with every parameter or with the required ones, and expects success or the
    /// failure.
    async fn expect(&self, service: &Service, form: Form, answer: &Value, ok: bool, when: &str) {
        service.server.answer(Answer::json(200, answer));
        let operation = format!("{}.{}", self.resource.name, self.method.name);
        let mut invocation = Invocation {
            params: samples::params(self.client, self.method, form),
            ..Invocation::default()
        };
        let outcome = service
            .runner
            .call(self.client.name, &operation, &mut invocation)
            .await;
        let kind = outcome.err().map(|failure| failure.kind);
        let expected = (!ok).then_some("missing_proof");
        assert_eq!(
            kind.as_deref(),
            expected,
            "{} {operation}: {when}",
            self.client.name
        );
    }
}

/// The answer without what these ways lead to.
fn without(answer: &Value, ways: &[String]) -> Value {
    let mut answer = answer.clone();
    for way in ways {
        let mut place = &mut answer;
        let steps: Vec<_> = way.split('.').collect();
        let (last, above) = steps.split_last().unwrap();
        for step in above {
            place = &mut place[*step];
        }
        if let Some(place) = place.as_object_mut() {
            place.remove(*last);
        }
    }
    answer
}

#[test]
fn what_logs_in_or_hands_out_a_token_is_marked() {
    let names = |client: &str| -> Vec<String> {
        marked()
            .filter(|marked| marked.client.name == client)
            .map(|marked| format!("{}.{}", marked.resource.name, marked.method.name))
            .collect()
    };
    // Logins and discoveries, then tokens and secrets; three of those are on both clients.
    assert_eq!(
        (names("b2b").len(), names("consumer").len()),
        (24 + 8, 18 + 7)
    );
    for (client, resource, method) in samples::operations() {
        let what = format!("{} {}.{}", client.name, resource.name, method.name);
        let has = |name: &str| method.response.iter().any(|field| field.wire == name);
        let logs_in = has("session_token") || has("intermediate_session_token");
        assert!(!logs_in || method.traits.proof.is_some(), "{what}");
        assert!(
            method.traits.claims.is_none() || method.traits.proof.is_some(),
            "{what}"
        );
    }
}

#[tokio::test]
async fn an_empty_answer_is_no_login() {
    let service = Service::start().await;
    for marked in marked() {
        for answer in [json!({}), json!({ "status_code": 200 })] {
            for form in [Form::Full, Form::Required] {
                marked
                    .expect(&service, form, &answer, false, "nothing in it")
                    .await;
            }
        }
    }
}

#[tokio::test]
async fn a_full_answer_passes() {
    let service = Service::start().await;
    for marked in marked() {
        for form in [Form::Full, Form::Required] {
            marked
                .expect(&service, form, &marked.answer(), true, "all there")
                .await;
        }
    }
}

#[tokio::test]
async fn neither_the_session_nor_whose_it_is_may_be_missing() {
    let service = Service::start().await;
    for marked in marked() {
        let proof = marked.proof;
        let mut answer = without(&marked.answer(), &proof.grant);
        if proof.pending.is_some() {
            answer[PENDING] = json!(true);
        }
        marked
            .expect(&service, Form::Full, &answer, false, "nothing granted")
            .await;
        if !proof.owner.is_empty() {
            let answer = without(&marked.answer(), &proof.owner);
            marked
                .expect(&service, Form::Full, &answer, false, "granted to nobody")
                .await;
        }
    }
}

#[tokio::test]
async fn a_factor_that_is_still_due_is_no_failure() {
    let service = Service::start().await;
    let mut found = 0;
    for marked in marked() {
        let Some((complete, step)) = marked.proof.pending else {
            continue;
        };
        found += 1;
        let mut answer = without(&marked.answer(), &marked.proof.grant);
        answer[complete] = json!(false);
        marked
            .expect(&service, Form::Full, &answer, true, "a factor is due")
            .await;
        answer[step] = json!("");
        marked
            .expect(&service, Form::Full, &answer, false, "and no way to go on")
            .await;
    }
    assert_eq!(found, 12);
}

#[tokio::test]
async fn a_login_without_a_session_passes_where_none_was_asked_for() {
    let service = Service::start().await;
    let mut found = 0;
    for marked in marked() {
        if marked.proof.asked_by.is_none() {
            continue;
        }
        found += 1;
        let answer = without(&marked.answer(), &marked.proof.grant);
        marked
            .expect(&service, Form::Required, &answer, true, "no session wanted")
            .await;
        marked
            .expect(&service, Form::Full, &answer, false, "a session wanted")
            .await;
    }
    assert_eq!(found, 16);
}
