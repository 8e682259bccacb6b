//! The verdict on a device.

use stytch_b2b::fraud::{Verdict, VerdictAction, VerdictReasonOverride};
use stytch_core::Timestamp;

use super::reasons::{self, RULE_MATCH};
use super::rules;
use crate::state::{Device, State};

/// What to do about a device: what the most exact rule says that fits it, else the strictest of what its
/// reasons lead to.
pub(crate) fn of(state: &State, device: &Device, now: Timestamp) -> Verdict {
    let mut verdict = Verdict::default();
    verdict
        .detected_device_type
        .clone_from(&device.detected_device_type);
    verdict.is_authentic_device = device.is_authentic_device;
    verdict.reasons.clone_from(&device.reasons);
    if let Some((rule, about)) = rules::fitting(state, device, now) {
        verdict.reasons.push(RULE_MATCH.to_owned());
        verdict.action = rule.action.as_str().into();
        verdict.rule_match_type = Some(rule.rule_type.clone());
        verdict.rule_match_identifier = Some(about.to_owned());
        return verdict;
    }
    verdict.action = VerdictAction::Allow;
    for reason in &device.reasons {
        let action = match reasons::overridden(state, reason) {
            None => reasons::usual(reason),
            Some(action) => {
                let mut shown = VerdictReasonOverride::default();
                shown.verdict_reason.clone_from(reason);
                shown.override_action = action.clone();
                verdict.verdict_reason_overrides.push(shown);
                action
            }
        };
        if strictness(&action) > strictness(&verdict.action) {
            verdict.action = action;
        }
    }
    if let Some(action) = &device.action {
        verdict.action = action.clone();
    }
    verdict
}

/// How strict an action is; one that nobody knows is the strictest.
pub(super) fn strictness(action: &VerdictAction) -> u8 {
    match action {
        VerdictAction::Allow => 0,
        VerdictAction::Challenge => 1,
        _ => 2,
    }
}
