//! Requests for pages, by browsers that show what they get.

use http::{HeaderMap, Method, Uri, header::ACCEPT};

use super::Next;

/// A browser's request for a page to show.
#[derive(Clone, Debug)]
pub struct Navigation {
    next: Option<Next>,
}

impl Navigation {
    /// What the request says about it: `Sec-Fetch-Mode`
    /// ([Fetch Metadata](https://www.w3.org/TR/fetch-metadata/)) or, from what does not send that,
    /// `Accept`. `None` for requests of scripts and programs.
    #[must_use]
    pub fn of(method: &Method, uri: &Uri, headers: &HeaderMap) -> Option<Self> {
        let wants_page = match headers.get("sec-fetch-mode") {
            Some(mode) => mode == "navigate",
            None => accepts_page(headers),
        };
        wants_page.then(|| {
            // a form that was sent can't be sent again by following a link
            let is_repeatable = matches!(*method, Method::GET | Method::HEAD);
            let address = uri.path_and_query().filter(|_| is_repeatable);
            Self {
                next: address.and_then(|address| Next::parse(address.as_str())),
            }
        })
    }

    /// The same with another address to come back to.
    pub(crate) fn back_to(self, next: Next) -> Self {
        Self { next: Some(next) }
    }

    /// The address of the login page, with the one to come back to.
    #[must_use]
    pub fn login_address(&self, page: &str) -> String {
        self.next
            .as_ref()
            .map_or_else(|| page.to_owned(), |next| next.behind(page))
    }
}

fn accepts_page(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(ACCEPT).iter();
    accepted
        .filter_map(|value| value.to_str().ok())
        .any(|value| value.contains("text/html"))
}
