// Generated from spec/shared/fraud.fingerprint.yaml by `cargo xtask generate`. Do not edit.

//! Look up the fingerprint of the device that somebody is using, and the verdict on it.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{JsonObject, Timestamp};

use crate::TelemetryId;
use crate::fraud::{Fingerprints, Metadata, Properties, Verdict};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.fraud().fingerprint()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Fingerprint {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Fingerprint {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Looks up a device fingerprint by its telemetry id and judges the device.
    ///
    /// Take the telemetry id from the fingerprinting script in the browser, and act on `verdict.action`
    /// before you do what the user asks for. An id that is unknown or has expired fails with 404
    /// `telemetry_id_not_found`: treat that like a `BLOCK`, since a made-up id is the simplest way
    /// around the fingerprint.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`telemetry_id_not_found`](crate::ErrorType::TelemetryIdNotFound): The telemetry id is unknown
    ///   or has expired; treat the device as one to block.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::{ErrorType, fraud};
    /// use stytch_b2b::fraud::fingerprint;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let telemetry_id = "5d1c8e0a-f73b-42c9-9e64-b80a27f6d315";
    /// let request = fingerprint::LookupRequest::new(telemetry_id);
    /// match stytch.fraud().fingerprint().lookup(request).await {
    ///     Ok(found) => match found.verdict.action {
    ///         fraud::VerdictAction::Allow => println!("go on"),
    ///         fraud::VerdictAction::Challenge => println!("ask for a second factor"),
    ///         _ => println!("refuse: {}", found.verdict.reasons.join(", ")),
    ///     },
    ///     Err(error) if error.is_type(ErrorType::TelemetryIdNotFound) => println!("refuse: made up"),
    ///     Err(error) => return Err(error.into()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/fingerprint/lookup` ([reference](https://stytch.com/docs/fraud/api/fingerprint-lookup))
    pub fn lookup(&self, request: LookupRequest) -> Call<LookupResponse> {
        const OPERATION: Operation = Operation::new(
            "fraud.fingerprint.lookup",
            Verb::Post,
            "/v1/fingerprint/lookup",
        )
        .fraud()
        .repeatable();
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`Fingerprint::lookup`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct LookupRequest {
    /// Fingerprint to look up, as the script in the browser named it.
    pub telemetry_id: TelemetryId,
    /// Marks of your own to put on the fingerprint, so that you can search for it later.
    pub external_metadata: Option<Metadata>,
}

impl LookupRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(telemetry_id: impl Into<TelemetryId>) -> Self {
        Self {
            telemetry_id: telemetry_id.into(),
            external_metadata: None,
        }
    }

    /// Marks of your own to put on the fingerprint, so that you can search for it later.
    #[must_use]
    pub fn external_metadata(mut self, external_metadata: Metadata) -> Self {
        self.external_metadata = Some(external_metadata);
        self
    }
}

#[doc(hidden)]
impl Body for LookupRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("telemetry_id", &self.telemetry_id);
        fields.add("external_metadata", &self.external_metadata);
    }
}

stytch_core::sent!(LookupRequest);

/// What [`Fingerprint::lookup`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct LookupResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The fingerprint that was looked up.
    pub telemetry_id: TelemetryId,
    /// Marks by which the device can be recognized, and by which rules can be set.
    pub fingerprints: Fingerprints,
    /// What to do about the device, and why.
    pub verdict: Verdict,
    /// Your marks on the fingerprint.
    pub external_metadata: Metadata,
    /// When the fingerprint was taken.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub created_at: Option<Timestamp>,
    /// When the fingerprint can no longer be looked up.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub expires_at: Option<Timestamp>,
    /// Network and browser of the device.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub properties: Option<Properties>,
    /// Everything that the script measured, such as the size of the screen; only in projects for which
    /// the vendor has enabled raw signals.
    pub raw_signals: JsonObject,
}

#[doc(hidden)]
impl Object for LookupResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "telemetry_id" => self.telemetry_id.slot(),
            "fingerprints" => self.fingerprints.slot(),
            "verdict" => self.verdict.slot(),
            "external_metadata" => self.external_metadata.slot(),
            "created_at" => self.created_at.slot(),
            "expires_at" => self.expires_at.slot(),
            "properties" => self.properties.slot(),
            "raw_signals" => self.raw_signals.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(LookupResponse);
