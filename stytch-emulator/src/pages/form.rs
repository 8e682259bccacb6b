//! What a page is asked for, and what its forms send.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, RawForm, Request};
use axum::response::{IntoResponse, Redirect, Response};
use http::request::Parts;

use super::Shown;
use crate::control::Mistake;
use crate::rules::providers::params::Params;
use crate::shared::Shared;

/// What somebody looks for in a list: `?q=`. Empty for everything.
pub(super) struct Sought(pub(super) String);

impl<S: Sync> FromRequestParts<S> for Sought {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let query = Params::read(parts.uri.query().unwrap_or_default());
        let text = query.one("q").ok().flatten().unwrap_or_default();
        Ok(Self(text.to_lowercase()))
    }
}

/// What a form of a page has sent.
pub(super) struct Form(pub(super) Params);

impl FromRequest<Arc<Shared>> for Form {
    type Rejection = Response;

    async fn from_request(request: Request, shared: &Arc<Shared>) -> Result<Self, Self::Rejection> {
        let form = RawForm::from_request(request, shared).await;
        let RawForm(form) = form.map_err(IntoResponse::into_response)?;
        Ok(Self(Params::read(&String::from_utf8_lossy(&form))))
    }
}

impl Form {
    /// The value of a field; an empty one is none, and so is one that is there twice.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.0.one(name).ok().flatten().map(str::trim)
    }

    /// A number in a field.
    pub(super) fn number<N: std::str::FromStr>(&self, name: &str) -> Result<Option<N>, Mistake> {
        let number = self.text(name).map(str::parse).transpose();
        number.map_err(|_| Mistake::new(format!("{name}: expected a number")))
    }
}

/// Shows a page again after its form was sent, so that loading it anew sends nothing twice.
pub(super) fn back_to(path: &str, shown: &Shown) -> Response {
    Redirect::to(&shown.to(path)).into_response()
}
