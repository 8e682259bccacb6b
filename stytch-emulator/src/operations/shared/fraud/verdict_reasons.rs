//! What suspicions lead to.

use stytch_b2b::fraud::verdict_reasons::{
    ListRequest, ListResponse, OverrideRequest, OverrideResponse,
};
use stytch_b2b::fraud::{RuleAction, VerdictReasonAction};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::fraud::reasons;
use crate::state::{ReasonOverride, State};

pub(crate) fn list(call: &mut Call<'_>, request: ListRequest) -> Result<ListResponse, Refusal> {
    let overrides_only = request.overrides_only.unwrap_or_default();
    let known = reasons::KNOWN.iter();
    let all = known.map(|(reason, _)| shown(call.state, reason));
    let mut response = ListResponse::default();
    response.verdict_reason_actions = all
        .filter(|reason| !overrides_only || reason.override_action.is_some())
        .collect();
    Ok(response)
}

pub(crate) fn r#override(
    call: &mut Call<'_>,
    request: OverrideRequest,
) -> Result<OverrideResponse, Refusal> {
    let reason = &request.verdict_reason;
    if !reasons::KNOWN.iter().any(|(known, _)| known == reason) {
        let message = "verdict_reason: there is none of this name, or it can't be overridden";
        return Err(Refusal::bad_request(message));
    }
    if request.override_action == RuleAction::None {
        call.state.reason_overrides.remove(reason);
    } else {
        let mut model = VerdictReasonAction::default();
        model.verdict_reason.clone_from(reason);
        model.default_action = reasons::usual(reason);
        model.override_action = Some(request.override_action.as_str().into());
        model.override_created_at = Some(call.now);
        model.override_description = request.override_description;
        call.state.reason_overrides.put(ReasonOverride { model });
    }
    let mut response = OverrideResponse::default();
    response.verdict_reason_action = shown(call.state, reason);
    Ok(response)
}

fn shown(state: &State, reason: &str) -> VerdictReasonAction {
    if let Some(known) = state.reason_overrides.get(reason) {
        return known.model.clone();
    }
    let mut model = VerdictReasonAction::default();
    reason.clone_into(&mut model.verdict_reason);
    model.default_action = reasons::usual(reason);
    model
}
