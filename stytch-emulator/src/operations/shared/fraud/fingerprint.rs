//! What devices are worth.

use stytch_b2b::fraud::Metadata;
use stytch_b2b::fraud::fingerprint::{LookupRequest, LookupResponse};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::fraud::{devices, verdict};

/// How long an app's mark may be.
const MAX_LETTERS: usize = 65;

pub(crate) fn lookup(
    call: &mut Call<'_>,
    request: LookupRequest,
) -> Result<LookupResponse, Refusal> {
    let found = devices::find(call.state, request.telemetry_id.as_str(), call.now)?;
    let mut device = (*found).clone();
    if let Some(marks) = request.external_metadata {
        mark(&mut device.external_metadata, marks)?;
    }
    let device = call.state.devices.put(device);
    let mut response = LookupResponse::default();
    response.telemetry_id = request.telemetry_id;
    response.fingerprints = device.fingerprints.clone();
    response.verdict = verdict::of(call.state, &device, call.now);
    response.external_metadata = device.external_metadata.clone();
    response.created_at = Some(device.created_at);
    response.expires_at = Some(device.expires_at);
    response.properties = Some(device.properties.clone());
    response.raw_signals = device.raw_signals.clone();
    Ok(response)
}

/// Puts marks of the app's own on a device.
fn mark(kept: &mut Metadata, given: Metadata) -> Result<(), Refusal> {
    for (place, mark) in [
        (&mut kept.external_id, given.external_id),
        (&mut kept.organization_id, given.organization_id),
        (&mut kept.user_action, given.user_action),
    ] {
        let Some(mark) = mark else { continue };
        let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "_-+.@".contains(letter);
        if mark.len() > MAX_LETTERS || !mark.chars().all(is_letter) {
            return Err(Refusal::new("invalid_external_metadata"));
        }
        *place = Some(mark);
    }
    Ok(())
}
