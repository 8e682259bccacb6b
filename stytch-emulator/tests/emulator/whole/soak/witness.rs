//! A number that only grows, written down again and again: however the program ends, the last one that was
//! answered is there, or one that was sent after it.

use serde_json::json;

use crate::whole::api::operation;
use crate::whole::caller::{Caller, Outcome};

pub(super) struct Witness {
    organization_id: Option<String>,
    sent: u64,
    answered: u64,
}

impl Witness {
    pub(super) fn new() -> Self {
        Self {
            organization_id: None,
            sent: 0,
            answered: 0,
        }
    }

    /// Writes down the next number.
    pub(super) async fn write(&mut self, caller: &Caller) {
        self.sent += 1;
        let mut params = json!({ "organization_name": self.sent.to_string() });
        let name = match &self.organization_id {
            None => "b2b.organizations.create",
            Some(id) => {
                params["organization_id"] = json!(id);
                "b2b.organizations.update"
            }
        };
        let params = params.as_object().unwrap();
        match caller.call(operation(name), params, None).await {
            Outcome::Answer(200, answer) => {
                let id = answer["organization"]["organization_id"].as_str();
                self.organization_id = id.map(str::to_owned);
                self.answered = self.sent;
            }
            Outcome::Answer(status, answer) => panic!("{status} {answer}"),
            Outcome::Fault | Outcome::Lost => {}
        }
    }

    /// Makes sure that the number is there after a start.
    pub(super) async fn look(&mut self, caller: &Caller) {
        let Some(id) = &self.organization_id else {
            return;
        };
        let params = json!({ "organization_id": id });
        let params = params.as_object().unwrap();
        let get = caller.call(operation("b2b.organizations.get"), params, None);
        match get.await {
            Outcome::Answer(status, answer) => {
                let found = answer["organization"]["organization_name"].as_str();
                let found: Option<u64> = found.and_then(|name| name.parse().ok());
                let is_right =
                    found.is_some_and(|found| (self.answered..=self.sent).contains(&found));
                let Self { answered, sent, .. } = self;
                assert!(is_right, "{answered} to {sent}: {status} {answer}");
                self.answered = found.unwrap();
            }
            // it has ended once more
            Outcome::Fault | Outcome::Lost => {}
        }
    }
}
