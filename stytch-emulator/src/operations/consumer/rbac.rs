//! The RBAC policy for users.

use stytch_consumer::rbac::PolicyResponse;

use crate::call::Call;
use crate::refusal::Refusal;

pub(crate) fn policy(call: &mut Call<'_>) -> Result<PolicyResponse, Refusal> {
    let mut response = PolicyResponse::default();
    response.policy = Some(call.state.settings.user_policy.clone());
    Ok(response)
}
