//! What stands in the query of an address where a login begins.

use crate::refusal::Refusal;

/// The pairs of a query.
#[derive(Debug)]
pub(crate) struct Params(Vec<(String, String)>);

impl Params {
    pub(crate) fn read(query: &str) -> Self {
        let pairs = form_urlencoded::parse(query.as_bytes()).into_owned();
        Self(pairs.collect())
    }

    /// The value of a name; an empty one is none.
    ///
    /// # Errors
    /// If there are several: whichever was taken, somebody else may have meant the other.
    pub(crate) fn one(&self, name: &str) -> Result<Option<&str>, Refusal> {
        let mut values = self.0.iter().filter(|(key, _)| key == name);
        let first = values.next().map(|(_, value)| value.as_str());
        match values.next() {
            None => Ok(first.filter(|value| !value.is_empty())),
            Some(_) => Err(Refusal::bad_request(format!("{name} is there twice."))),
        }
    }

    /// Who is about to log in, as far as the app knows. Providers of OAuth logins get it as a parameter
    /// of their own.
    pub(crate) fn login_hint(&self) -> Result<Option<&str>, Refusal> {
        match (self.one("login_hint")?, self.one("provider_login_hint")?) {
            (Some(_), Some(_)) => Err(Refusal::bad_request(
                "login_hint and provider_login_hint are both there.",
            )),
            (one, other) => Ok(one.or(other)),
        }
    }

    /// The pairs as JSON, for the list of requests.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        let pairs = self.0.iter();
        pairs
            .map(|(name, value)| (name.clone(), value.as_str().into()))
            .collect::<serde_json::Map<_, _>>()
            .into()
    }
}
