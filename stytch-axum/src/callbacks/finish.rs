//! What the router has to know about each of the two APIs.

use std::future::Future;

use stytch_core::{Error, Secret, Value};

use super::{Browser, Failure};
use crate::vertical::Vertical;
use crate::web::callback::Flow;
use crate::web::fields::Fields;
use crate::web::{CookieSettings, Cookies};

/// What sessions are made with.
#[derive(Clone, Debug, Default)]
pub(crate) struct SessionOptions {
    pub(crate) duration_minutes: Option<i32>,
    pub(crate) custom_claims: Option<Value>,
}

/// What the router has to know about each of the two APIs.
pub(crate) trait Finish: Vertical {
    type Outcome: From<Failure> + Clone + Send + Sync + 'static;

    /// The steps that a form can take, and the fields of their forms.
    const STEPS: &'static [(&'static str, &'static [&'static str])];

    fn flow(token_type: &str, redirect_type: Option<&str>) -> Option<Flow>;

    fn link(
        &self,
        session: &SessionOptions,
        browser: &Browser,
        flow: Flow,
        token: Secret,
    ) -> impl Future<Output = Result<Self::Outcome, Error>> + Send;

    fn step(
        &self,
        session: &SessionOptions,
        browser: &Browser,
        step: &'static str,
        fields: Fields<'_>,
    ) -> impl Future<Output = Result<Self::Outcome, Failure>> + Send;

    fn judge(outcome: &Self::Outcome) -> Judged<'_>;

    fn cookies(outcome: &Self::Outcome, browser: &Browser, settings: &CookieSettings) -> Cookies;
}

/// What an outcome means for the cookies of both APIs.
pub(crate) enum Judged<'o> {
    /// It is over.
    LoggedIn,
    /// A step is to follow.
    GoesOn,
    /// The link has not been used.
    Unspent,
    Failed(&'o Failure),
}

/// The cookies for an outcome of a call that the app has made itself.
pub(crate) fn keep<V: Finish>(outcome: &V::Outcome, settings: &CookieSettings) -> Cookies {
    // what else the browser has is not known
    let browser = Browser {
        intermediate: Some(Secret::default()),
        pending: Some(String::new()),
        ..Browser::default()
    };
    V::cookies(outcome, &browser, settings)
}
