//! Clients of machines.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use stytch_b2b::m2m;

use super::table::Record;
use crate::rules::client_secrets::last_four;
use crate::seed;

/// The client of a machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct M2mClient {
    #[serde(flatten)]
    pub(crate) model: m2m::M2mClient,
    #[serde(rename = "client_secret")]
    pub(crate) secret: String,
    /// The secret that comes next, while both work.
    #[serde(
        rename = "next_client_secret",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) next_secret: Option<String>,
}

impl Record for M2mClient {
    fn complete(given: &mut Map<String, Value>) {
        let last_four = last_four(seed::text(given, "client_secret"));
        given.entry("status").or_insert("active".into());
        given
            .entry("client_secret_last_four")
            .or_insert(last_four.into());
    }

    fn models(_given: &Map<String, Value>) -> &'static [(&'static str, &'static str)] {
        &[("", "shared.m2m.M2mClient")]
    }

    fn id(&self) -> &str {
        self.model.client_id.as_str()
    }
}
