// Generated from spec/shared/fraud.verdict_reasons.yaml by `cargo xtask generate`. Do not edit.

//! Change what a kind of suspicion leads to.
//!
//! Each reason that speaks against a device has a default action. An override replaces it for the
//! whole project, for example where many honest users run their browser in a virtual machine.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};

use crate::fraud::{RuleAction, VerdictReasonAction};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.fraud().verdict_reasons()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct VerdictReasons {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl VerdictReasons {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Lists the reasons that can be overridden, with their default actions and your overrides.
    ///
    /// A verdict can give reasons that are not in this list; those cannot be overridden.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::fraud::verdict_reasons;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = verdict_reasons::ListRequest::new().overrides_only(true);
    /// let list = stytch.fraud().verdict_reasons().list(request).await?;
    /// for reason in &list.verdict_reason_actions {
    ///     if let Some(action) = &reason.override_action {
    ///         println!("{}: {action} instead of {}", reason.verdict_reason, reason.default_action);
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/verdict_reasons/list` ([reference](https://stytch.com/docs/api-reference/fraud/api/get-verdict-reasons))
    pub fn list(&self, request: ListRequest) -> Call<ListResponse> {
        const OPERATION: Operation = Operation::new(
            "fraud.verdict_reasons.list",
            Verb::Post,
            "/v1/verdict_reasons/list",
        )
        .fraud()
        .repeatable();
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Sets the action that a reason leads to in later lookups.
    ///
    /// The override holds for all devices of the project; for a single visitor or network set a rule
    /// with [`fraud().rules().set`](crate::fraud::rules::Rules::set).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::fraud;
    /// use stytch_consumer::fraud::verdict_reasons;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let allow = fraud::RuleAction::Allow;
    /// let request = verdict_reasons::OverrideRequest::new("VIRTUAL_MACHINE", allow)
    ///     .override_description("our users work in virtual desktops");
    /// stytch.fraud().verdict_reasons().r#override(request).await?;
    /// println!("virtual machines pass from now on");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/verdict_reasons/override` ([reference](https://stytch.com/docs/api-reference/fraud/api/set-verdict-reason-override))
    pub fn r#override(&self, request: OverrideRequest) -> Call<OverrideResponse> {
        const OPERATION: Operation = Operation::new(
            "fraud.verdict_reasons.override",
            Verb::Post,
            "/v1/verdict_reasons/override",
        )
        .fraud();
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`VerdictReasons::list`] takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ListRequest {
    /// Whether to leave out reasons that you have not overridden; false unless set.
    pub overrides_only: Option<bool>,
}

impl ListRequest {
    /// A request that leaves everything to the defaults; the methods below add to it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether to leave out reasons that you have not overridden; false unless set.
    #[must_use]
    pub fn overrides_only(mut self, overrides_only: bool) -> Self {
        self.overrides_only = Some(overrides_only);
        self
    }
}

#[doc(hidden)]
impl Body for ListRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("overrides_only", &self.overrides_only);
    }
}

stytch_core::sent!(ListRequest);

/// What [`VerdictReasons::list`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ListResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The reasons and what they lead to.
    pub verdict_reason_actions: Vec<VerdictReasonAction>,
}

#[doc(hidden)]
impl Object for ListResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "verdict_reason_actions" => self.verdict_reason_actions.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ListResponse);

/// What [`VerdictReasons::override`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct OverrideRequest {
    /// Reason to override, one of those that
    /// [`fraud().verdict_reasons().list`](crate::fraud::verdict_reasons::VerdictReasons::list) gives;
    /// `RULE_MATCH` cannot be overridden.
    pub verdict_reason: String,
    /// What the reason leads to from now on: `ALLOW`, `CHALLENGE` or `BLOCK`. `NONE` is accepted too,
    /// but its effect is not documented.
    pub override_action: RuleAction,
    /// A note on the override for those who read the list later.
    pub override_description: Option<String>,
}

impl OverrideRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(verdict_reason: impl Into<String>, override_action: impl Into<RuleAction>) -> Self {
        Self {
            verdict_reason: verdict_reason.into(),
            override_action: override_action.into(),
            override_description: None,
        }
    }

    /// A note on the override for those who read the list later.
    #[must_use]
    pub fn override_description(mut self, override_description: impl Into<String>) -> Self {
        self.override_description = Some(override_description.into());
        self
    }
}

#[doc(hidden)]
impl Body for OverrideRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("verdict_reason", &self.verdict_reason);
        fields.add("override_action", &self.override_action);
        fields.add("override_description", &self.override_description);
    }
}

stytch_core::sent!(OverrideRequest);

/// What [`VerdictReasons::override`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct OverrideResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The reason with its override.
    pub verdict_reason_action: VerdictReasonAction,
}

#[doc(hidden)]
impl Object for OverrideResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "verdict_reason_action" => self.verdict_reason_action.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(OverrideResponse);
