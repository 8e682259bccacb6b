//! The RBAC policy.

pub(crate) mod organizations;

use stytch_b2b::rbac::PolicyResponse;

use crate::call::Call;
use crate::refusal::Refusal;

pub(crate) fn policy(call: &mut Call<'_>) -> Result<PolicyResponse, Refusal> {
    let mut response = PolicyResponse::default();
    response.policy = Some(call.state.settings.policy.clone());
    Ok(response)
}
