//! A link to set a password, before it is used.

use stytch_core::Secret;

use crate::web::callback::Flow;
use crate::web::fields::{Fields, Odd};

/// A link to set a password: it is good until the password is set, so that the page may be loaded again.
///
/// The form of the page takes its token along in a hidden field, and posts it to `password` below the
/// path of the callbacks:
///
/// ```html
/// <form method="post" action="/authenticate/password">
///   <input type="hidden" name="flow" value="{{ reset.flow_name() }}">
///   <input type="hidden" name="token" value="{{ reset.token().expose() }}">
///   <input type="password" name="password" autocomplete="new-password">
/// </form>
/// ```
#[derive(Clone, Debug)]
pub struct PasswordReset {
    flow: Flow,
    token: Secret,
}

impl PasswordReset {
    pub(crate) fn new(flow: Flow, token: Secret) -> Self {
        Self { flow, token }
    }

    pub(crate) fn from_form(fields: &mut Fields<'_>) -> Result<Self, Odd> {
        let flow = Flow::of_form(&fields.required("flow")?).ok_or(Odd)?;
        let token = fields.required("token")?.into_owned();
        Ok(Self::new(flow, token.into()))
    }

    /// Which of the two kinds it is.
    #[must_use]
    pub fn flow(&self) -> Flow {
        self.flow
    }

    /// The value of the form's field `flow`.
    #[must_use]
    pub fn flow_name(&self) -> &'static str {
        self.flow.as_str()
    }

    /// The value of the form's field `token`. It sets the password of the account: it belongs into that
    /// field, and into no address.
    #[must_use]
    pub fn token(&self) -> &Secret {
        &self.token
    }
}
