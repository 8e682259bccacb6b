//! What can speak against a device, and what that leads to.

use stytch_b2b::fraud::VerdictAction;

use crate::state::State;

/// Says in a verdict that a rule has decided.
pub(crate) const RULE_MATCH: &str = "RULE_MATCH";

/// The reasons that the public docs name, with what they lead to.
pub(crate) const KNOWN: [(&str, VerdictAction); 5] = [
    ("HEADLESS_BROWSER_AUTOMATION", VerdictAction::Block),
    ("KNOWN_DATACENTER_IP", VerdictAction::Challenge),
    ("SMART_RATE_LIMIT_WARNING", VerdictAction::Challenge),
    ("USER_AGENT_DECEPTION", VerdictAction::Block),
    ("VIRTUAL_MACHINE", VerdictAction::Challenge),
];

/// What a reason leads to unless somebody says otherwise. One that nobody knows is dubious.
pub(crate) fn usual(reason: &str) -> VerdictAction {
    let mut known = KNOWN.into_iter();
    known
        .find(|(name, _)| *name == reason)
        .map_or(VerdictAction::Challenge, |(_, action)| action)
}

/// What the project makes of a reason, if it has said so.
pub(super) fn overridden(state: &State, reason: &str) -> Option<VerdictAction> {
    let found = state.reason_overrides.get(reason)?;
    found.model.override_action.clone()
}
