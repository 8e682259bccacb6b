//! What is decided about a request, in terms of [`http`] alone: no framework is named here, so that an
//! adapter for another one is small.

mod cookies;
mod credential;
mod next;
mod origin;
mod page;
mod refusal;
mod renewal;

pub use cookies::{CookieSettings, Cookies, SameSite};
pub use credential::{Malformed, Presented, SessionCookies, Source, bearer, cookie, presented};
pub use next::{Next, local};
pub use origin::{Origins, is_loopback, is_safe};
pub use page::Navigation;
pub use refusal::{Reason, Refusal};
pub(crate) use renewal::Renewals;
