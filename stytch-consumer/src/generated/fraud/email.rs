// Generated from spec/shared/fraud.email.yaml by `cargo xtask generate`. Do not edit.

//! Estimate how likely an email address is to belong to a fraudster.
//!
//! This feature is in beta: the vendor enables it on request.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};

use crate::fraud::{AddressInformation, DomainInformation, VerdictAction};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.fraud().email()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Email {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Email {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Rates an email address by how likely it is to be fraudulent.
    ///
    /// Go by `action`, or draw your own line with `risk_score`; the rest tells what they rest on.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::fraud;
    /// use stytch_consumer::fraud::email;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let risk = stytch.fraud().email().risk(email::RiskRequest::new("ada@example.com")).await?;
    /// let throwaway = risk.domain_information.is_disposable_domain;
    /// if throwaway || risk.action == fraud::VerdictAction::Block {
    ///     println!("ask for another address");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/email/risk`
    pub fn risk(&self, request: RiskRequest) -> Call<RiskResponse> {
        const OPERATION: Operation =
            Operation::new("fraud.email.risk", Verb::Post, "/v1/email/risk")
                .fraud()
                .repeatable();
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`Email::risk`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RiskRequest {
    /// The address to rate.
    pub email_address: String,
}

impl RiskRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(email_address: impl Into<String>) -> Self {
        Self {
            email_address: email_address.into(),
        }
    }
}

#[doc(hidden)]
impl Body for RiskRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email_address", &self.email_address);
    }
}

stytch_core::sent!(RiskRequest);

/// What [`Email::risk`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RiskResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// What the address itself gives away.
    pub address_information: AddressInformation,
    /// What is known of the domain behind the `@`.
    pub domain_information: DomainInformation,
    /// What to do about whoever uses the address.
    pub action: VerdictAction,
    /// Risk from 0 to 100, the highest.
    pub risk_score: i32,
}

#[doc(hidden)]
impl Object for RiskResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "address_information" => self.address_information.slot(),
            "domain_information" => self.domain_information.slot(),
            "action" => self.action.slot(),
            "risk_score" => self.risk_score.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RiskResponse);
