//! Addresses to which an app sends a browser.

use std::{
    collections::BTreeMap,
    fmt::{self, Display},
};

use reqwest::Url;

use crate::{
    Error, Handle, Secret,
    client::{BaseUrl, base_url},
    request::Address,
};

/// An address for a browser: for the `Location` of a redirect, or the `href` of a page.
///
/// It may carry a token that works once and the challenge of a [`Pkce`](crate::Pkce), so `Debug` leaves
/// out the query, and it is to be handed to the person who logs in and to nobody else.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Link(String);

impl Link {
    /// The whole address, percent-encoded. In HTML its `&` are escaped like any text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.0.split('?').next().unwrap_or_default();
        f.debug_tuple("Link")
            .field(&format_args!("{path}?…"))
            .finish()
    }
}

impl AsRef<str> for Link {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<Link> for String {
    fn from(link: Link) -> Self {
        link.0
    }
}

/// A link that is being put together by a generated method: path values in the order of the template,
/// then the query.
///
/// Nothing that is set is left out silently: an empty challenge would be a login without PKCE, and of
/// two values of one name the service may take either.
#[doc(hidden)]
#[must_use]
pub struct PreparedLink {
    target: Target,
    address: Address,
    problem: Option<Error>,
}

enum Target {
    /// The path of the address, at the API.
    Api(BaseUrl),
    /// A page of some app, whose query is kept (RFC 6749, section 3.1).
    Page(Url),
}

impl Handle {
    /// Begins a link to a page of the API, which the project's public token opens.
    #[doc(hidden)]
    pub fn link(&self, path: &'static str) -> PreparedLink {
        let inner = self.inner();
        let base = &inner.link_base_url;
        let link = PreparedLink {
            address: Address::new(base.prefix(), path),
            target: Target::Api(base.clone()),
            problem: None,
        };
        match &inner.public_token {
            Some(token) => link.value("public_token", Some(token)),
            None => link.note(Err(Error::configuration(
                "public_token",
                "a link carries the public token of the project: set it on the builder of the \
                 client, or as STYTCH_PUBLIC_TOKEN",
            ))),
        }
    }

    /// Begins a link to a page of some app.
    #[doc(hidden)]
    pub fn link_to(&self, name: &'static str, page: &str) -> PreparedLink {
        let (target, problem) = match base_url::parse(page, self.inner().allow_http) {
            Ok(page) => (Target::Page(page), None),
            Err(why) => (
                Target::Api(self.inner().link_base_url.clone()),
                Some(Error::invalid_request(name, why)),
            ),
        };
        PreparedLink {
            target,
            address: Address::new("", ""),
            problem,
        }
    }
}

impl PreparedLink {
    /// Fills in the next parameter of the path.
    pub fn path(mut self, name: &'static str, value: &str) -> Self {
        let result = self.address.path(name, value);
        self.note(result)
    }

    /// Adds a value to the query, if there is one.
    pub fn value<T: Display>(self, name: &'static str, value: Option<&T>) -> Self {
        match value {
            Some(value) => self.add(name, name, &value.to_string()),
            None => self,
        }
    }

    /// The same, for a value that is not to be seen.
    pub fn secret(self, name: &'static str, value: Option<&Secret>) -> Self {
        match value {
            Some(value) => self.add(name, name, value.expose()),
            None => self,
        }
    }

    /// Adds texts to the query, with spaces between them; none for an empty list.
    pub fn list(self, name: &'static str, values: Option<&Vec<String>>) -> Self {
        let values = values.map(Vec::as_slice).unwrap_or_default();
        let is_word = |value: &String| !value.is_empty() && !value.contains(char::is_whitespace);
        if !values.iter().all(is_word) {
            return self.note(Err(Error::invalid_request(
                name,
                "each text of the list must be one word",
            )));
        }
        let values = Some(values.join(" ")).filter(|values| !values.is_empty());
        self.value(name, values.as_ref())
    }

    /// Adds a parameter for each entry, with `prefix` in front of its name.
    pub fn map(
        mut self,
        name: &'static str,
        prefix: &str,
        values: Option<&BTreeMap<String, String>>,
    ) -> Self {
        for (key, value) in values.into_iter().flatten() {
            self = match key.as_str() {
                "" => self.note(Err(Error::invalid_request(name, "a parameter has no name"))),
                key => self.add(name, &format!("{prefix}{key}"), value),
            };
        }
        self
    }

    fn add(mut self, field: &'static str, name: &str, value: &str) -> Self {
        let refuse = |why| Err(Error::invalid_request(field, why));
        if value.is_empty() {
            return self.note(refuse("a value of a link must not be empty; leave it out"));
        }
        let is_known = match &self.target {
            Target::Api(_) => false,
            Target::Page(page) => page.query_pairs().any(|(known, _)| known == name),
        };
        if is_known || self.address.has_query(name) {
            return self.note(refuse("the link has a parameter of this name already"));
        }
        self.address.query(name, &value);
        self
    }

    fn note(mut self, result: Result<(), Error>) -> Self {
        if let Err(problem) = result {
            self.problem.get_or_insert(problem);
        }
        self
    }

    /// Makes the link.
    ///
    /// # Errors
    ///
    /// The first thing that went wrong: [`Configuration`](crate::ErrorKind::Configuration) without a
    /// public token, [`InvalidRequest`](crate::ErrorKind::InvalidRequest) for a value that does not fit.
    pub fn finish(mut self) -> Result<Link, Error> {
        if let Some(problem) = self.problem {
            return Err(problem);
        }
        let url = match self.target {
            Target::Api(base) => {
                self.address.finish_path()?;
                self.address.at(&base)?
            }
            Target::Page(mut page) => {
                self.address.extend_query(&mut page);
                page
            }
        };
        Ok(Link(url.into()))
    }
}

/// Shows nothing of what it carries.
impl fmt::Debug for PreparedLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PreparedLink").finish_non_exhaustive()
    }
}
