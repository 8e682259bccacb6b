//! What is decided about a request, in terms of [`http`] alone: no framework is named here, so that an
//! adapter for another one is small.

pub(crate) mod callback;
mod check;
mod cookies;
mod credential;
pub(crate) mod fields;
mod next;
mod origin;
mod page;
mod refusal;
mod renewal;

pub(crate) use check::{Checked, Depth, Sessions, Settings, Verdict};
pub use cookies::{CookieSettings, Cookies, SameSite};
use credential::Kept;
pub use credential::{
    Credential, Malformed, Presented, SessionCookies, Source, bearer, cookie, presented,
};
pub use next::{Next, local};
pub(crate) use origin::is_loopback_host;
pub use origin::{Origins, is_loopback, is_safe};
pub use page::Navigation;
pub use refusal::{Reason, Refusal};
use renewal::{Place, Renewals};
